/* The commands: one file each, thin; main.c holds the table. */
#ifndef GRIFFIE_COMMAND_H
#define GRIFFIE_COMMAND_H

#include "base/base.h"

/* Exit codes (MODEL: commands). */
enum { EXIT_DONE = 0, EXIT_PARTLY = 1, EXIT_USAGE = 2, EXIT_UNREACHABLE = 3, EXIT_DAMAGE = 4 };

struct command {
    const char *name;
    int (*run)(int argc, char **argv);       /* argv[0] is the command's name */
    const char *group;                       /* heading in the list of commands */
    const char *summary_en, *summary_nl;
};

#endif
