/* griffie show: one item with its sources, or one record with what it opened. */
#include "cli/registry.h"

#include <stdlib.h>

struct show_options {
    struct register_options file;
    date as_of;
};
static const struct command_option options[] = { REGISTER_OPTIONS(struct show_options, file), AS_OF_OPTION(struct show_options, as_of) };

static void line_print(const char *name, const char *value) {
    enum { INDENT = 14 };
    if (!value || !*value) return;
    column_print(name, INDENT, true);
    paragraph_print(value, INDENT);
}

static void place_print(const char *record, uint32_t start, uint32_t end) {
    if (record && end > start)
        printf("    %s:%u-%u\n", record, start, end);
    else if (record)
        printf("    %s\n", record);
}

/* Who made an entry: a person by name, a rule by what it is called. */
static const char *relation_word(const char *relation) {
    static const struct {
        const char *relation, *en, *nl;
    } words[] = {
        { "discharges", "settled by", "afgedaan door" },       { "refuses", "refused by", "geweigerd door" },
        { "reaffirms", "reaffirmed by", "herbevestigd door" }, { "amends", "amended by", "gewijzigd door" },
        { "supersedes", "replaced by", "vervangen door" },     { "elaborates", "worked out by", "uitgewerkt door" },
        { "reports-on", "reported on by", "gemeld door" },     { "conditions", "limited by", "beperkt door" },
        { "tasks", "tasked by", "opgedragen door" },           { "contradicts", "contradicted by", "tegengesproken door" },
    };
    for (size_t i = 0; relation && i < COUNT_OF(words); i++)
        if (strcmp(words[i].relation, relation) == 0) return MESSAGE(words[i].en, words[i].nl);
    return relation ? relation : "";
}

static void item_print(const struct item *item, date as_of) {
    struct life life = life_at(item, as_of);
    const char *lang = MESSAGE("en", "nl");
    buffer text = { 0 };
    char day[24];
    printf("%s  %s  ", item->item, kind_word(item->kind));
    colour_begin(life.status);
    printf("%s\n", status_word(life.status));
    colour_end();
    paragraph_print(item->title, 0);
    account_why(item, &life, lang, &text);
    buffer_add_char(&text, 0);
    line_print(MESSAGE("status", "status"), text.data);
    text.size = 0;
    account_due(life.due, item->due_text, lang, &text);
    if (item->due_text && text.size) buffer_format(&text, " — %s", item->due_text);
    buffer_add_char(&text, 0);
    line_print(MESSAGE("due", "termijn"), text.data);
    buffer_free(&text);
    line_print(MESSAGE("recurs", "herhaling"), item->recurrence_text ? item->recurrence_text : item->recurrence);
    line_print(MESSAGE("target", "doeldatum"), item->target_date);
    line_print(MESSAGE("condition", "voorwaarde"), item->condition);
    line_print(MESSAGE("said by", "gezegd door"), item->issuer_id);
    line_print(MESSAGE("to", "aan"), item->addressee_id);
    line_print(MESSAGE("who acts", "wie handelt"), item->actor_id);
    line_print(MESSAGE("assigned", "toegewezen"), item->assigned);
    line_print(MESSAGE("label", "rubricering"), item->label);
    snprintf(day, sizeof day, "%04d-%02d-%02d", item->opened.year, item->opened.month, item->opened.day);
    line_print(MESSAGE("opened", "geopend"), day);
    line_print(MESSAGE("merged into", "samengevoegd"), item->merged_into);
    printf("\n%s\n", MESSAGE("opened by", "geopend door"));
    place_print(item->record, item->start, item->end);
    if (item->text) fputs("    ", stdout), paragraph_print(item->text, 4);
    for (uint32_t i = 0; i < item->links.count; i++) {
        const struct item_link *link = &item->links.at[i];
        printf("\n%s%s%s\n", link->proposed ? MESSAGE("proposed: ", "voorstel: ") : "", relation_word(link->relation), "");
        place_print(link->record, link->start, link->end);
        if (link->text) fputs("    ", stdout), paragraph_print(link->text, 4);
        printf(MESSAGE("    entry %lld by %s, %d%%%s%s\n", "    boeking %lld door %s, %d%%%s%s\n"), (long long)link->entry, link->by,
               (link->confidence + 5) / 10, link->reason ? ": " : "", link->reason ? link->reason : "");
    }
    for (uint32_t i = 0; i < item->closings.count; i++) {
        const struct item_closing *closing = &item->closings.at[i];
        if (closing->proposed || closing->record) continue;
        printf(MESSAGE("\n%04d-%02d-%02d %s — entry %lld by %s%s%s\n", "\n%04d-%02d-%02d %s — boeking %lld door %s%s%s\n"),
               closing->on.year, closing->on.month, closing->on.day, closing->as, (long long)closing->entry, closing->by,
               closing->reason ? ": " : "", closing->reason ? closing->reason : "");
    }
    for (uint32_t i = 0; i < item->notes.count; i++) {
        printf("\n%s (%s, %.10s)\n    ", MESSAGE("note", "notitie"), item->notes.at[i].by, item->notes.at[i].at);
        paragraph_print(item->notes.at[i].text, 4);
    }
}

/* *found: whether there is such an item. */
static bool item_show(register_file *file, const struct show_options *asked, const char *name, date as_of, bool *found, error *problem) {
    arena *memory = arena_new();
    struct items items;
    bool good = register_items(file, memory, &(struct item_filter){ .item = name },
                               ITEM_WITH_LINKS | ITEM_WITH_FIELDS | ITEM_WITH_PROPOSALS, &items, problem);
    *found = good && items.all.count;
    if (*found && asked->file.json) {
        buffer out = { 0 };
        good = account_item(file, name, as_of, &out, problem);
        if (good) fwrite(out.data, 1, out.size, stdout);
        buffer_free(&out);
    } else if (*found) {
        item_print(&items.all.at[0], as_of);
    }
    arena_free(memory);
    return good;
}

static bool record_show(register_file *file, const struct show_options *asked, const char *name, date as_of, bool *found, error *problem) {
    arena *memory = arena_new();
    struct register_records records;
    struct account_rows rows;
    bool good = register_records_find(file, memory, &(struct record_filter){ .record = name }, &records, problem);
    *found = good && records.all.count;
    if (*found && asked->file.json) {
        buffer out = { 0 };
        good = account_record(file, name, as_of, false, &out, problem);
        if (good) fwrite(out.data, 1, out.size, stdout);
        buffer_free(&out);
    } else if (*found) {
        const struct register_record *record = &records.all.at[0];
        char day[24] = "";
        if (date_known(record->date)) snprintf(day, sizeof day, "%04d-%02d-%02d", record->date.year, record->date.month, record->date.day);
        printf("%s  %s  %s\n", record->record, record->genre ? record->genre : "", day);
        if (record->title) paragraph_print(record->title, 0);
        line_print(MESSAGE("issuer", "afzender"), record->issuer_id);
        line_print(MESSAGE("source", "bron"), record->source);
        line_print("SHA-256", record->sha256);
        printf(MESSAGE("%u statements, %u items\n\n", "%u uitspraken, %u zaken\n\n"), record->statements, record->items);
        good =
            account_find(file, memory, &(struct account_query){ .filter.record = name, .as_of = as_of }, ITEM_WITH_NOTHING, &rows, problem);
        if (good) rows_print(&rows, as_of);
    }
    arena_free(memory);
    return good;
}

int command_show(int argc, char **argv) {
    struct show_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc < 2) return complain(EXIT_USAGE, MESSAGE("which item or record?", "welke zaak of welk stuk?"));
    date as_of = date_known(asked.as_of) ? asked.as_of : date_today();
    register_file *file = registry_open(&asked.file, REGISTER_READ, &code);
    if (!file) return code;
    code = EXIT_DONE;
    for (int i = 1; i < argc; i++) {
        error problem = { .byte = -1 };
        bool found = false;
        if (i > 1 && !asked.file.json) putchar('\n');
        bool good = item_show(file, &asked, argv[i], as_of, &found, &problem) &&
                    (found || record_show(file, &asked, argv[i], as_of, &found, &problem));
        if (!good)
            code = registry_failed(&problem);
        else if (!found)
            code = complain(
                EXIT_USAGE,
                MESSAGE("there is no item or record '%.60s' in this register", "er is geen zaak of stuk '%.60s' in dit register"), argv[i]);
    }
    register_close(file);
    return code;
}
