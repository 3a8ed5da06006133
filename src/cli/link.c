/* griffie link: a statement as evidence of an item, or one item into another. */
#include "cli/registry.h"

struct link_options {
    struct decide_options decide;
    const char *into;
};
static const struct command_option options[] = {
    DECIDE_OPTIONS(struct link_options, decide),
    { "into", 0, OPTION_TEXT, offsetof(struct link_options, into), "ITEM", "the item is the same as this one: merge it into it",
      "de zaak is dezelfde als deze: voeg haar daarin" },
};

int command_link(int argc, char **argv) {
    struct link_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc != (asked.into ? 2 : 4))
        return complain(EXIT_USAGE, MESSAGE("give ITEM RELATION RECORD:START-END, or ITEM --into ITEM",
                                            "geef ZAAK VERBAND STUK:BEGIN-EIND, of ZAAK --into ZAAK"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    struct place place;
    error problem = { .byte = -1 };
    int64_t entry = 0;
    bool good = asked.into ? decide_merge(file, &who, argv[1], asked.into, &entry, &problem)
                           : place_parse(file, argv[3], &place, &problem) &&
                                 decide_link(file, &who, argv[1], argv[2], place.record, place.start, place.end, &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, argv[1], &problem);
}
