#ifndef WAYMARK_EXCHANGE_H
#define WAYMARK_EXCHANGE_H

/// Exchanges two paths of one file system in one step, so that nobody ever finds neither. 0, or -1 with errno set.
/// Swift does not import renameat2 (Linux) and renamex_np (macOS) from every C library.
int waymark_exchange(const char *first, const char *second);

/// Gives a file a name that nothing else has: fails with EEXIST where something is, and never replaces it. File
/// systems that cannot promise that in one step get a second name and lose the first. 0, or -1 with errno set.
int waymark_rename_new(const char *from, const char *to);

/// Asks for everything written to the file system of an open descriptor to reach the disk. 0, or -1 with errno set.
int waymark_sync(int descriptor);

#endif
