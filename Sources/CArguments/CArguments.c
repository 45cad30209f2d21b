#include "CArguments.h"

static int count = 0;
static char **arguments = 0;

/// The loaders of Linux and of macOS hand the arguments to every constructor.
__attribute__((constructor)) static void keep(int argc, char **argv) {
    count = argc;
    arguments = argv;
}

int waymark_argument_count(void) { return count; }

const char *waymark_argument(int number) { return arguments[number]; }
