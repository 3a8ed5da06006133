/* griffie account: what was undertaken and what came of it, with sources, as Markdown. */
#include "cli/registry.h"

struct account_options {
    struct register_options file;
    const char *record, *issuer, *actor, *kind;
    date as_of;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct account_options, file),
    AS_OF_OPTION(struct account_options, as_of),
    { "record", 0, OPTION_TEXT, offsetof(struct account_options, record), "ID", "only what this record opened or is evidence for",
      "alleen wat dit stuk opende of bewijst" },
    { "issuer", 0, OPTION_TEXT, offsetof(struct account_options, issuer), "ID", "only what this body said", "alleen wat dit orgaan zei" },
    { "actor", 0, OPTION_TEXT, offsetof(struct account_options, actor), "ID", "only what this body must do",
      "alleen wat dit orgaan moet doen" },
    { "kind", 0, OPTION_TEXT, offsetof(struct account_options, kind), "KIND", "only this kind", "alleen deze soort" },
};

int command_account(int argc, char **argv) {
    struct account_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 1)
        return complain(EXIT_USAGE, MESSAGE("account takes options only, not '%.60s'", "account kent alleen opties, geen '%.60s'"),
                        argv[1]);
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    struct account_query query = { .filter = { .record = asked.record, .issuer = asked.issuer, .actor = asked.actor, .kind = asked.kind },
                                   .as_of = date_known(asked.as_of) ? asked.as_of : date_today(),
                                   .links = true };
    error problem = { .byte = -1 };
    buffer out = { 0 };
    bool good = asked.file.json ? account_items(file, &query, ACCOUNT_LINES, &out, &problem)
                                : account_markdown(file, &query, MESSAGE("en", "nl"), &out, &problem);
    return registry_told(file, good, &out, &problem);
}
