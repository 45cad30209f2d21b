#define _GNU_SOURCE
#include "CExchange.h"
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

int waymark_sync(int descriptor) {
#ifdef __APPLE__
    (void)descriptor;
    sync();
    return 0;
#else
    return syncfs(descriptor);
#endif
}
