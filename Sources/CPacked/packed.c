#include "CPacked.h"
#include <dlfcn.h>
#include <string.h>
#include <zlib.h>

size_t waymark_gzip(const unsigned char *bytes, size_t count, unsigned char *out, size_t room) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    // 16 more than the window asks for the head and the end of gzip.
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = out;
    stream.avail_out = (uInt)room;
    int status = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return status == Z_STREAM_END ? written : 0;
}

/// `BrotliEncoderCompress` of brotli/encode.h.
static int (*brotli)(int quality, int window, int mode, size_t count, const unsigned char *bytes, size_t *room, unsigned char *out);

int waymark_brotli_open(void) {
    static const char *const names[] = {"libbrotlienc.so.1", "libbrotlienc.1.dylib"};
    for (size_t index = 0; index < sizeof names / sizeof *names && !brotli; index += 1) {
        void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (library) *(void **)&brotli = dlsym(library, "BrotliEncoderCompress");
    }
    return brotli != NULL;
}

size_t waymark_brotli(const unsigned char *bytes, size_t count, unsigned char *out, size_t room) {
    // Nine of eleven: the last two steps save a twentieth and take twenty times as long. Mode 1 is text.
    size_t written = room;
    return brotli && brotli(9, 22, 1, count, bytes, &written, out) ? written : 0;
}
