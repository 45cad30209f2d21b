#ifndef WAYMARK_PACKED_H
#define WAYMARK_PACKED_H

#include <stddef.h>

/// Compresses bytes as gzip (RFC 1952), as small as zlib can, without a name or a time, so that the same bytes give the same.
/// The number of bytes written to `out`; 0 if they do not fit into `room`.
size_t waymark_gzip(const unsigned char *bytes, size_t count, unsigned char *out, size_t room);

/// The same as brotli (RFC 7932). libbrotlienc is opened at its first use: few sites need it, and it comes with libcurl.
size_t waymark_brotli(const unsigned char *bytes, size_t count, unsigned char *out, size_t room);

/// Whether `waymark_brotli` can be called; it has to be asked before, by one thread.
int waymark_brotli_open(void);

#endif
