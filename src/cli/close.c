/* griffie close: an item's end, with its evidence; --reopen takes an end back. */
#include "cli/registry.h"

struct close_options {
    struct decide_options decide;
    const char *as, *evidence, *other;
    bool reopen;
};
static const struct command_option options[] = {
    DECIDE_OPTIONS(struct close_options, decide),
    { "as", 0, OPTION_TEXT, offsetof(struct close_options, as), "END",
      "delivered (default), partly, refused, withdrawn, lapsed, superseded",
      "delivered (vanzelf), partly, refused, withdrawn, lapsed, superseded" },
    { "evidence", 0, OPTION_TEXT, offsetof(struct close_options, evidence), "PLACE",
      "RECORD, RECORD:START-END or RECORD:STATEMENT that shows it", "STUK, STUK:BEGIN-EIND of STUK:UITSPRAAK waaruit het blijkt" },
    { "replaced-by", 0, OPTION_TEXT, offsetof(struct close_options, other), "ITEM", "the item that takes its place",
      "de zaak die ervoor in de plaats komt" },
    { "reopen", 0, OPTION_FLAG, offsetof(struct close_options, reopen), NULL, "open it again", "heropen haar" },
};

int command_close(int argc, char **argv) {
    struct close_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc != 2) return complain(EXIT_USAGE, MESSAGE("which item?", "welke zaak?"));
    if (asked.reopen && (asked.as || asked.evidence || asked.other))
        return complain(EXIT_USAGE, MESSAGE("--reopen goes alone", "--reopen gaat alleen"));
    register_file *file = registry_open(&asked.decide.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct decide who = registry_who(&asked.decide);
    struct place place = { 0 };
    error problem = { .byte = -1 };
    int64_t entry = 0;
    const char *as = asked.as ? asked.as : asked.other ? "superseded" : "delivered";
    bool good = !asked.evidence || place_parse(file, asked.evidence, &place, &problem);
    if (good && asked.reopen)
        good = decide_reopen(file, &who, argv[1], &entry, &problem);
    else if (good)
        good = decide_close(file, &who, argv[1], as, asked.evidence ? place.record : NULL, place.start, place.end, asked.other, &entry,
                            &problem);
    return registry_entered(file, &asked.decide, good, entry, argv[1], &problem);
}
