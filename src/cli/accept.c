/* griffie accept: a proposal of a rule accepted. */
#include "cli/registry.h"

#include <stdlib.h>

struct accept_options {
    struct decide_options decide;
};
static const struct command_option options[] = { DECIDE_OPTIONS(struct accept_options, decide) };

int command_accept(int argc, char **argv) {
    struct accept_options asked = { 0 };
    int code;
    char *rest = NULL;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    long long target = argc == 2 ? strtoll(argv[1], &rest, 10) : 0;
    if (target <= 0 || *rest) return complain(EXIT_USAGE, MESSAGE("give the number of an entry", "geef het nummer van een boeking"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = decide_accept(file, &who, target, &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, NULL, &problem);
}
