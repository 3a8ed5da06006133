/* griffie label: item's label: who may see it. */
#include "cli/registry.h"

struct label_options {
    struct decide_options decide;
};
static const struct command_option options[] = { DECIDE_OPTIONS(struct label_options, decide) };

int command_label(int argc, char **argv) {
    struct label_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc != 3)
        return complain(EXIT_USAGE, MESSAGE("give ITEM LABEL (public, internal, confidential, secret)",
                                            "geef ZAAK RUBRICERING (public, internal, confidential, secret)"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = decide_set(file, &who, argv[1], "label", argv[2], &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, argv[1], &problem);
}
