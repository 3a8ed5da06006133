/* The commands by name, for --help in a program that griffie becomes (become.c) and that runs none of them. */
#include "cli/command.h"

const struct command *command_find(const char *name) {
    static const struct command table[] = {
#define COMMAND(name, run, group, usage, en, nl) { name, NULL, group, usage, en, nl },
#include "cli/commands.def"
#undef COMMAND
    };
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (!strcmp(table[i].name, name)) return &table[i];
    return NULL;
}
