/* The account itself, as Markdown: by record, what was undertaken in it, what came of it, and where each thing is written. */
#include "account/account.h"

enum { ENGLISH, DUTCH };
#define WORDS(en, nl) (lang == DUTCH ? (nl) : (en))

static void day_add(date day, buffer *out) {
    if (date_known(day)) buffer_format(out, "%04d-%02u-%02u", day.year, day.month, day.day);
}

/* Text of a record inside Markdown: on one line, with what Markdown would take as marks made harmless. */
static void text_add(const char *text, buffer *out) {
    bool blank = true;
    for (const char *at = text ? text : ""; *at; at++) {
        bool space = (unsigned char)*at <= ' ';
        if (space && blank) continue;
        if (!space && strchr("\\`*_{}[]<>#|", *at)) buffer_add_char(out, '\\');
        buffer_add_char(out, space ? ' ' : *at);
        blank = space;
    }
}

static const char *kind_text(const char *kind, int lang) {
    static const struct {
        const char *kind, *nl;
    } words[] = { { "decision", "besluit" },      { "tasking", "opdracht" }, { "request", "verzoek" },
                  { "commitment", "toezegging" }, { "plan", "plan" },        { "intention", "voornemen" } };
    for (size_t i = 0; i < COUNT_OF(words) && lang == DUTCH; i++)
        if (strcmp(words[i].kind, kind) == 0) return words[i].nl;
    return kind;
}

static const char *status_text(enum status status, int lang) {
    static const char *const nl[STATUS_COUNT] = { "open",      "moet nu",   "te laat",   "deels geleverd", "geleverd",
                                                  "vervangen", "vervallen", "geweigerd", "ingetrokken" };
    return lang == DUTCH ? nl[status] : status_name(status);
}

static void summary_add(const struct account_rows *rows, date as_of, int lang, buffer *out) {
    uint32_t count[STATUS_COUNT] = { 0 };
    for (uint32_t i = 0; i < rows->all.count; i++) count[rows->all.at[i].life.status]++;
    buffer_add(out, slice_of(WORDS("On ", "Op ")));
    day_add(as_of, out);
    buffer_format(out, WORDS(" the register holds %u items:", " telt het register %u zaken:"), rows->all.count);
    const char *comma = " ";
    for (enum status s = STATUS_OPEN; s < STATUS_COUNT; s++) {
        if (!count[s]) continue;
        buffer_format(out, "%s%u %s", comma, count[s], status_text(s, lang));
        comma = ", ";
    }
    buffer_add(out, SLICE(".\n"));
}

static void source_add(const char *record, uint32_t start, uint32_t end, const char *text, buffer *out) {
    buffer_add(out, SLICE("  - "));
    if (record) buffer_format(out, "`%s", record);
    if (record && end > start) buffer_format(out, ":%u-%u", start, end);
    if (record) buffer_add_char(out, '`');
    if (text) {
        buffer_add(out, SLICE(" — “"));
        text_add(text, out);
        buffer_add(out, SLICE("”"));
    }
    buffer_add_char(out, '\n');
}

static void item_add(const struct account_row *row, const char *language, int lang, buffer *out) {
    const struct item *item = row->item;
    buffer due = { 0 };
    buffer_format(out, "- **%s** ", item->item);
    text_add(item->title, out);
    buffer_format(out, " *(%s, %s)*\n", kind_text(item->kind, lang), status_text(row->life.status, lang));
    account_due(row->life.due, item->due_text, language, &due);
    if (due.size) {
        buffer_format(out, "  - %s: ", WORDS("due", "termijn"));
        buffer_add(out, (slice){ due.data, due.size });
        buffer_add_char(out, '\n');
    }
    buffer_free(&due);
    if (item->condition) {
        buffer_format(out, "  - %s: ", WORDS("condition", "voorwaarde"));
        text_add(item->condition, out);
        buffer_add_char(out, '\n');
    }
    buffer_format(out, "  - %s: ", WORDS("stands so because", "reden van de stand"));
    account_why(item, &row->life, language, out);
    buffer_add_char(out, '\n');
    source_add(item->record, item->start, item->end, item->text, out);
    for (uint32_t i = 0; i < item->links.count; i++)
        if (!item->links.at[i].proposed)
            source_add(item->links.at[i].record, item->links.at[i].start, item->links.at[i].end, item->links.at[i].text, out);
}

static void record_head(const struct register_record *record, buffer *out) {
    buffer_add(out, SLICE("\n## "));
    text_add(record->title ? record->title : record->record, out);
    buffer_add(out, SLICE("\n\n`"));
    buffer_add(out, slice_of(record->record));
    buffer_add_char(out, '`');
    if (date_known(record->date)) buffer_add(out, SLICE(", "));
    day_add(record->date, out);
    buffer_add(out, SLICE("\n\n"));
}

bool account_markdown(register_file *file, const struct account_query *query, const char *language, buffer *out, error *problem) {
    int lang = language && strcmp(language, "nl") == 0 ? DUTCH : ENGLISH;
    arena *memory = arena_new();
    struct account_rows rows;
    struct register_records records;
    bool good = account_find(file, memory, query, ITEM_WITH_LINKS, &rows, problem) &&
                register_records_find(file, memory, &(struct record_filter){ 0 }, &records, problem);
    if (good) {
        buffer_add(out, slice_of(WORDS("# Account of ", "# Verantwoording van ")));
        text_add(register_name(file), out);
        buffer_add(out, SLICE("\n\n"));
        summary_add(&rows, query->as_of, lang, out);
        for (uint32_t i = 0; i < records.all.count; i++) {
            bool head = false;
            for (uint32_t k = 0; k < rows.all.count; k++) {
                const char *record = rows.all.at[k].item->record;
                if (!record || strcmp(record, records.all.at[i].record) != 0) continue;
                if (!head) record_head(&records.all.at[i], out);
                head = true;
                item_add(&rows.all.at[k], language, lang, out);
            }
        }
    }
    arena_free(memory);
    return good;
}
