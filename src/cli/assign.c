/* griffie assign: who looks after an item. */
#include "cli/registry.h"

struct assign_options {
    struct decide_options decide;
};
static const struct command_option options[] = { DECIDE_OPTIONS(struct assign_options, decide) };

int command_assign(int argc, char **argv) {
    struct assign_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc != 3) return complain(EXIT_USAGE, MESSAGE("give ITEM NAME", "geef ZAAK NAAM"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = decide_set(file, &who, argv[1], "assigned", argv[2], &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, argv[1], &problem);
}
