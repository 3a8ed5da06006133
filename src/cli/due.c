/* griffie due: when an item is due, or when an event takes place. */
#include "cli/registry.h"

struct due_options {
    struct decide_options decide;
    bool held;
};
static const struct command_option options[] = {
    DECIDE_OPTIONS(struct due_options, decide),
    { "held", 0, OPTION_FLAG, offsetof(struct due_options, held), NULL, "the event took place", "de gebeurtenis heeft plaatsgevonden" },
};

int command_due(int argc, char **argv) {
    struct due_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    bool event = argc > 1 && strncmp(argv[1], "EVENT:", 6) == 0;
    if (argc > 3 || argc < (event && asked.held ? 2 : 3) || (asked.held && !event))
        return complain(EXIT_USAGE,
                        MESSAGE("give ITEM WHEN, or EVENT:NAME DATE [--held]", "geef ZAAK WANNEER, of EVENT:NAAM DATUM [--held]"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = event ? decide_event(file, &who, argv[1] + 6, argc > 2 ? argv[2] : NULL, asked.held, &entry, &problem)
                      : decide_due(file, &who, argv[1], argv[2], &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, event ? NULL : argv[1], &problem);
}
