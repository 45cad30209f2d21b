#ifndef WAYMARK_ARGUMENTS_H
#define WAYMARK_ARGUMENTS_H

/// How many arguments the program was started with, its own name included.
int waymark_argument_count(void);

/// An argument by its number, as the system gave it.
const char *_Nonnull waymark_argument(int number);

#endif
