/* griffie open: an item by hand, from words of a record. */
#include "cli/registry.h"

struct open_options {
    struct decide_options decide;
    const char *kind;
};
static const struct command_option options[] = {
    DECIDE_OPTIONS(struct open_options, decide),
    { "kind", 0, OPTION_TEXT, offsetof(struct open_options, kind), "KIND",
      "decision, tasking, request, commitment, plan, intention (the reader's)",
      "decision, tasking, request, commitment, plan, intention (van de lezer)" },
};

int command_open(int argc, char **argv) {
    struct open_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc != 2)
        return complain(EXIT_USAGE,
                        MESSAGE("which words? RECORD:START-END or RECORD:STATEMENT", "welke woorden? STUK:BEGIN-EIND of STUK:UITSPRAAK"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    struct place place;
    error problem = { .byte = -1 };
    char item[16] = "";
    int64_t entry = 0;
    bool good = place_parse(file, argv[1], &place, &problem) &&
                decide_open(file, &who, place.record, place.start, place.end, asked.kind, item, &entry, &problem);
    return registry_entered(file, &asked.decide, good, entry, item, &problem);
}
