#ifndef WAYMARK_THEME_H
#define WAYMARK_THEME_H

#include <stddef.h>

/// One file of the default theme, as it was in the folder Templates when the program was built.
struct theme_file {
    /// Below Templates: "parts/head.mustache".
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The files of the default theme, in byte order of their paths.
const struct theme_file *theme_files(size_t *count);

#endif
