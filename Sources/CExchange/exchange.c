#define _GNU_SOURCE
#include "CExchange.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int waymark_exchange(const char *first, const char *second) {
#ifdef __APPLE__
    return renamex_np(first, second, RENAME_SWAP);
#else
    return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
#endif
}

int waymark_rename_new(const char *from, const char *to) {
#ifdef __APPLE__
    int result = renamex_np(from, to, RENAME_EXCL);
#else
    int result = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
#endif
    if (result == 0 || (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)) return result;
    if (link(from, to) != 0) return -1;
    return unlink(from);
}

int waymark_sync(int descriptor) {
#ifdef __APPLE__
    (void)descriptor;
    sync();
    return 0;
#else
    return syncfs(descriptor);
#endif
}
