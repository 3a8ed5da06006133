/* griffie list: items with their status. */
#include "cli/registry.h"

struct list_options {
    struct register_options file;
    const char *status, *kind, *issuer, *addressee, *actor, *assigned, *record, *label, *event, *text, *sort;
    date due_before, due_after, as_of;
    bool stale, waiting, links;
    int limit, offset;
};
#define TEXT_OPTION(name, member, argument, en, nl)                                                                                        \
    { name, 0, OPTION_TEXT, offsetof(struct list_options, member), argument, en, nl }
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct list_options, file),
    AS_OF_OPTION(struct list_options, as_of),
    TEXT_OPTION("status", status, "STATUS,…", "open, due, overdue, partly, delivered, superseded, lapsed, refused, withdrawn",
                "open, due, overdue, partly, delivered, superseded, lapsed, refused, withdrawn"),
    TEXT_OPTION("kind", kind, "KIND", "decision, tasking, request, commitment, plan, intention",
                "decision, tasking, request, commitment, plan, intention"),
    TEXT_OPTION("issuer", issuer, "ID", "who said it (NATO finds NATO-NAC too)", "wie het zei (NATO vindt ook NATO-NAC)"),
    TEXT_OPTION("addressee", addressee, "ID", "to whom", "aan wie"),
    TEXT_OPTION("actor", actor, "ID", "who must act", "wie moet handelen"),
    TEXT_OPTION("assigned", assigned, "NAME", "who looks after it", "wie erover gaat"),
    TEXT_OPTION("record", record, "ID", "opened by this record, or with evidence in it", "geopend door dit stuk, of met bewijs erin"),
    TEXT_OPTION("event", event, "ID", "due at this event", "moet bij deze gebeurtenis"),
    TEXT_OPTION("label", label, "LABEL", "labelled so", "zo gerubriceerd"),
    TEXT_OPTION("text", text, "WORDS", "with these words", "met deze woorden"),
    { "due-before", 0, OPTION_DATE, offsetof(struct list_options, due_before), "DATE", "due before this day", "moet voor deze dag" },
    { "due-after", 0, OPTION_DATE, offsetof(struct list_options, due_after), "DATE", "due after this day", "moet na deze dag" },
    { "stale", 0, OPTION_FLAG, offsetof(struct list_options, stale), NULL, "a year without evidence and no date",
      "een jaar zonder bewijs en zonder datum" },
    { "waiting", 0, OPTION_FLAG, offsetof(struct list_options, waiting), NULL, "waiting for a condition",
      "in afwachting van een voorwaarde" },
    { "links", 0, OPTION_FLAG, offsetof(struct list_options, links), NULL, "with evidence and reasons (JSON)",
      "met bewijs en redenen (JSON)" },
    TEXT_OPTION("sort", sort, "ORDER", "number or due", "number of due"),
    { "limit", 0, OPTION_NUMBER, offsetof(struct list_options, limit), "N", "so many at most", "hoogstens zoveel" },
    { "offset", 0, OPTION_NUMBER, offsetof(struct list_options, offset), "N", "skip so many", "sla er zoveel over" },
};

static bool statuses_parse(const char *list, unsigned *out) {
    for (slice rest = slice_of(list); rest.size;) {
        const char *comma = memchr(rest.data, ',', rest.size);
        slice word = { rest.data, comma ? (size_t)(comma - rest.data) : rest.size };
        rest = (slice){ word.data + word.size + (comma != NULL), rest.size - word.size - (comma != NULL) };
        enum status status;
        if (!status_parse(slice_trim(word), &status)) {
            complain(EXIT_USAGE, MESSAGE("there is no status '%.*s'", "er is geen status '%.*s'"), (int)word.size, word.data);
            return false;
        }
        *out |= 1u << status;
    }
    return true;
}

int command_list(int argc, char **argv) {
    struct list_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 1)
        return complain(EXIT_USAGE, MESSAGE("list takes options only, not '%.60s'", "list kent alleen opties, geen '%.60s'"), argv[1]);
    struct account_query query = {
        .filter = { .kind = asked.kind,
                    .issuer = asked.issuer,
                    .addressee = asked.addressee,
                    .actor = asked.actor,
                    .assigned = asked.assigned,
                    .record = asked.record,
                    .label = asked.label,
                    .event = asked.event,
                    .text = asked.text },
        .as_of = date_known(asked.as_of) ? asked.as_of : date_today(),
        .due_before = asked.due_before,
        .due_after = asked.due_after,
        .stale = asked.stale,
        .waiting = asked.waiting,
        .links = asked.links,
        .limit = (uint32_t)asked.limit,
        .offset = (uint32_t)asked.offset,
    };
    if (asked.status && !statuses_parse(asked.status, &query.statuses)) return EXIT_USAGE;
    if (asked.sort && strcmp(asked.sort, "due") != 0 && strcmp(asked.sort, "number") != 0)
        return complain(EXIT_USAGE, MESSAGE("--sort is number or due", "--sort is number of due"));
    if (asked.sort && strcmp(asked.sort, "due") == 0) query.sort = SORT_DUE;
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    error problem = { .byte = -1 };
    if (asked.file.json) {
        buffer out = { 0 };
        bool good = account_items(file, &query, ACCOUNT_LINES, &out, &problem);
        return registry_told(file, good, &out, &problem);
    }
    arena *memory = arena_new();
    struct account_rows rows;
    bool good = account_find(file, memory, &query, ITEM_WITH_NOTHING, &rows, &problem);
    if (good) rows_print(&rows, query.as_of);
    if (good && rows.all.count < rows.total) printf(MESSAGE("%u of %u items\n", "%u van %u zaken\n"), rows.all.count, rows.total);
    if (good && !rows.total) fputs(MESSAGE("no items\n", "geen zaken\n"), stderr);
    arena_free(memory);
    register_close(file);
    return good ? EXIT_DONE : registry_failed(&problem);
}
