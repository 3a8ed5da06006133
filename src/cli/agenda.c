/* griffie agenda: what is due, soonest first. */
#include "cli/registry.h"

struct agenda_options {
    struct register_options file;
    date as_of, until;
    bool all;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct agenda_options, file),
    AS_OF_OPTION(struct agenda_options, as_of),
    { "until", 0, OPTION_DATE, offsetof(struct agenda_options, until), "DATE", "no further than this day", "niet verder dan deze dag" },
    { "all", 0, OPTION_FLAG, offsetof(struct agenda_options, all), NULL, "also what has no day", "ook wat geen dag heeft" },
};

/* One heading for all that is due at the same moment. */
static void heading_print(const struct life *life) {
    buffer text = { 0 };
    const char *lang = MESSAGE("en", "nl");
    if (life->due.kind == DUE_NONE || life->waiting)
        buffer_add(&text, slice_of(life->waiting ? MESSAGE("waiting for a condition", "in afwachting van een voorwaarde")
                                                 : MESSAGE("no date", "zonder datum")));
    else
        account_due(life->due, MESSAGE("no date", "zonder datum"), lang, &text);
    printf("%.*s\n", (int)text.size, text.data);
    buffer_free(&text);
}

static bool same_moment(const struct life *a, const struct life *b) {
    if (a->waiting || b->waiting) return a->waiting && b->waiting;
    bool same_event = (!a->due.event && !b->due.event) || (a->due.event && b->due.event && strcmp(a->due.event, b->due.event) == 0);
    return a->due.kind == b->due.kind && same_event && date_compare(a->due.to, b->due.to) == 0 &&
           date_compare(a->due.from, b->due.from) == 0;
}

static void agenda_print(const struct account_rows *rows) {
    for (uint32_t i = 0; i < rows->all.count; i++) {
        const struct account_row *row = &rows->all.at[i];
        if (i == 0 || !same_moment(&row->life, &rows->all.at[i - 1].life)) {
            if (i) putchar('\n');
            heading_print(&row->life);
        }
        fputs("  ", stdout);
        column_print(row->item->item, 10, true);
        putchar(' ');
        colour_begin(row->life.status);
        column_print(status_word(row->life.status), 9, true);
        colour_end();
        putchar(' ');
        column_print(row->item->title, terminal_width() - 24, false);
        putchar('\n');
    }
}

int command_agenda(int argc, char **argv) {
    struct agenda_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc > 1)
        return complain(EXIT_USAGE, MESSAGE("agenda takes options only, not '%.60s'", "agenda kent alleen opties, geen '%.60s'"), argv[1]);
    date as_of = date_known(asked.as_of) ? asked.as_of : date_today();
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    error problem = { .byte = -1 };
    if (asked.file.json) {
        buffer out = { 0 };
        bool good = account_agenda(file, as_of, asked.until, asked.all, ACCOUNT_LINES, &out, &problem);
        return registry_told(file, good, &out, &problem);
    }
    arena *memory = arena_new();
    struct account_rows rows;
    bool good = account_agenda_find(file, memory, as_of, asked.until, asked.all, &rows, &problem);
    if (good) agenda_print(&rows);
    if (good && !rows.total) fputs(MESSAGE("nothing is due\n", "er staat niets op de agenda\n"), stderr);
    arena_free(memory);
    register_close(file);
    return good ? EXIT_DONE : registry_failed(&problem);
}
