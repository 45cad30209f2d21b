#include <zlib.h>

/// What `inflateInit2` means: Swift does not import the macro.
static inline int waymark_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
