/* Overview, records, statements, search, review, events: documents about more than items. */
#include "account/write.h"

bool account_overview(register_file *file, date as_of, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct account_rows rows;
    struct register_counts counts;
    static const char *const kinds[] = { "decision", "tasking", "request", "commitment", "plan", "intention" };
    uint32_t by_status[STATUS_COUNT] = { 0 }, by_kind[COUNT_OF(kinds)] = { 0 }, stale = 0, waiting = 0, settled = 0;
    bool good = account_find(file, memory, &(struct account_query){ .as_of = as_of }, ITEM_WITH_NOTHING, &rows, problem) &&
                register_counts(file, &counts, problem);
    if (good) {
        for (uint32_t i = 0; i < rows.all.count; i++) {
            const struct life *life = &rows.all.at[i].life;
            by_status[life->status]++;
            stale += life->stale, waiting += life->waiting, settled += status_settled(life->status);
            for (size_t k = 0; k < COUNT_OF(kinds); k++) by_kind[k] += strcmp(kinds[k], rows.all.at[i].item->kind) == 0;
        }
        object_open(out, NULL);
        put_text(out, "register", register_name(file));
        put_date(out, "as_of", as_of);
        put_number(out, "records", counts.records);
        put_number(out, "statements", counts.statements);
        put_number(out, "items", rows.all.count);
        put_number(out, "open", by_status[STATUS_OPEN] + by_status[STATUS_PARTLY]);
        put_number(out, "due", by_status[STATUS_DUE]);
        put_number(out, "overdue", by_status[STATUS_OVERDUE]);
        put_number(out, "settled", settled);
        put_number(out, "stale", stale);
        put_number(out, "waiting", waiting);
        put_number(out, "proposals", counts.proposals);
        put_number(out, "entries", counts.entries);
        object_open(out, "status");
        for (enum status s = STATUS_OPEN; s < STATUS_COUNT; s++) put_number(out, status_name(s), by_status[s]);
        object_close(out);
        object_open(out, "kind");
        for (size_t k = 0; k < COUNT_OF(kinds); k++) put_number(out, kinds[k], by_kind[k]);
        object_close(out);
        object_close(out);
        buffer_add_char(out, '\n');
    }
    arena_free(memory);
    return good;
}

static void record_put(buffer *out, const struct register_record *record) {
    put_text(out, "record", record->record);
    put_text(out, "title", record->title);
    put_text(out, "genre", record->genre);
    put_text(out, "lang", record->lang);
    put_date(out, "date", record->date);
    put_text(out, "issuer_id", record->issuer_id);
    put_text(out, "addressee_id", record->addressee_id);
    put_text(out, "dossier", record->dossier);
    put_text(out, "session", record->session);
    put_text(out, "media", record->media);
    put_text(out, "source", record->source);
    put_text(out, "sha256", record->sha256);
    put_number(out, "bytes", record->bytes);
    put_text(out, "reader", record->reader);
    put_text(out, "label", record->label);
    put_number(out, "statements", record->statements);
    put_number(out, "items", record->items);
    put_number(out, "entry", record->entry);
}

bool account_records(register_file *file, const struct record_filter *filter, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct register_records records;
    bool good = register_records_find(file, memory, filter, &records, problem);
    if (good) {
        struct rows_writer writer =
            rows_open(out, form, "records", (date){ 0 }, filter->limit || filter->offset ? -1 : (int64_t)records.all.count);
        for (uint32_t i = 0; i < records.all.count; i++) {
            row_open(&writer);
            record_put(out, &records.all.at[i]);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

/* A statement's own line, with the item it opened and that item's status put before its last brace. */
static void statement_put(buffer *out, const struct register_statement *statement, const char *status) {
    slice line = slice_trim(slice_of(statement->json));
    put_comma(out);
    if (!statement->item || line.size < 2) {
        buffer_add(out, line);
        return;
    }
    buffer_add(out, (slice){ line.data, line.size - 1 });
    put_text(out, "item", statement->item);
    put_text(out, "status", status);
    buffer_add_char(out, '}');
}

bool account_statements(register_file *file, const struct statement_filter *filter, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct register_statements statements;
    bool good = register_statements_find(file, memory, filter, &statements, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "statements", (date){ 0 }, -1);
        for (uint32_t i = 0; i < statements.all.count; i++) {
            statement_put(out, &statements.all.at[i], NULL);
            if (form == ACCOUNT_LINES) buffer_add_char(out, '\n');
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

static const char *status_of(const struct account_rows *rows, const char *item) {
    for (uint32_t i = 0; item && i < rows->all.count; i++)
        if (strcmp(rows->all.at[i].item->item, item) == 0) return status_name(rows->all.at[i].life.status);
    return NULL;
}

/* Where statements of this record touch items: as what opened them, or as evidence. */
static void touches_put(buffer *out, const struct account_rows *rows, const char *record) {
    list_open(out, "items");
    for (uint32_t i = 0; i < rows->all.count; i++) {
        object_open(out, NULL);
        item_fields_put(out, &rows->all.at[i]);
        object_close(out);
    }
    list_close(out);
    list_open(out, "links");
    for (uint32_t i = 0; i < rows->all.count; i++) {
        const struct item *item = rows->all.at[i].item;
        for (uint32_t k = 0; k < item->links.count; k++) {
            const struct item_link *link = &item->links.at[k];
            if (!link->record || strcmp(link->record, record) != 0) continue;
            object_open(out, NULL);
            put_text(out, "item", item->item);
            put_text(out, "statement", link->statement);
            put_text(out, "relation", link->relation);
            put_number(out, "start", link->start);
            put_number(out, "end", link->end);
            put_bool(out, "proposed", link->proposed);
            put_number(out, "entry", link->entry);
            object_close(out);
        }
    }
    list_close(out);
}

static void lines_put(buffer *out, slice lines) {
    while (lines.size) {
        const char *newline = memchr(lines.data, '\n', lines.size);
        slice line = { lines.data, newline ? (size_t)(newline - lines.data) : lines.size };
        lines = newline ? (slice){ newline + 1, lines.size - line.size - 1 } : (slice){ 0 };
        put_comma(out);
        buffer_add(out, line);
    }
}

bool account_record(register_file *file, const char *name, date as_of, bool mentions, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct register_records records;
    struct register_statements statements;
    struct account_rows rows;
    slice text = { 0 };
    bool good = register_records_find(file, memory, &(struct record_filter){ .record = name }, &records, problem);
    if (good && !records.all.count) good = error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no record %s in this register", name);
    good = good && register_text(file, memory, name, &text, problem) &&
           register_statements_find(file, memory, &(struct statement_filter){ .record = name }, &statements, problem) &&
           account_find(file, memory, &(struct account_query){ .filter.record = name, .as_of = as_of }, ITEM_WITH_NOTHING, &rows, problem);
    buffer mention_lines = { 0 };
    if (good && mentions) good = register_mentions(file, memory, name, &mention_lines, problem);
    if (good) {
        object_open(out, NULL);
        record_put(out, &records.all.at[0]);
        put_date(out, "as_of", as_of);
        put_key(out, "text");
        buffer_add_json(out, text);
        list_open(out, "statement_list");
        for (uint32_t i = 0; i < statements.all.count; i++)
            statement_put(out, &statements.all.at[i], status_of(&rows, statements.all.at[i].item));
        list_close(out);
        if (mentions) {
            list_open(out, "mention_list");
            lines_put(out, (slice){ mention_lines.data, mention_lines.size });
            list_close(out);
        }
        object_open(out, "register");
        touches_put(out, &rows, name);
        object_close(out);
        object_close(out);
        buffer_add_char(out, '\n');
    }
    buffer_free(&mention_lines);
    arena_free(memory);
    return good;
}

bool account_search(register_file *file, const char *query, uint32_t limit, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct search_hits hits;
    bool good = register_search(file, memory, query, limit, &hits, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "hits", (date){ 0 }, -1);
        for (uint32_t i = 0; i < hits.all.count; i++) {
            const struct search_hit *hit = &hits.all.at[i];
            row_open(&writer);
            put_text(out, "record", hit->record);
            put_text(out, "statement", hit->statement);
            put_text(out, "kind", hit->kind);
            put_text(out, "item", hit->item);
            put_text(out, "title", hit->title);
            put_date(out, "date", hit->date);
            put_text(out, "snippet", hit->snippet);
            if (hit->end > hit->start) put_number(out, "start", hit->start), put_number(out, "end", hit->end);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

/* Linking statements that no item has as evidence. */
static bool loose_put(register_file *file, arena *memory, const struct items *items, struct rows_writer *writer, error *problem) {
    struct register_statements statements;
    if (!register_statements_find(file, memory, &(struct statement_filter){ .linking = true }, &statements, problem)) return false;
    for (uint32_t i = 0; i < statements.all.count; i++) {
        const struct register_statement *s = &statements.all.at[i];
        bool linked = false;
        for (uint32_t k = 0; k < items->all.count && !linked; k++)
            for (uint32_t l = 0; l < items->all.at[k].links.count && !linked; l++) {
                const struct item_link *link = &items->all.at[k].links.at[l];
                linked = link->start == s->start && link->end == s->end && link->record && strcmp(link->record, s->record) == 0;
            }
        if (linked) continue;
        row_open(writer);
        put_text(writer->out, "type", "loose");
        put_text(writer->out, "record", s->record);
        put_text(writer->out, "statement", s->id);
        put_text(writer->out, "kind", s->kind);
        put_number(writer->out, "start", s->start);
        put_number(writer->out, "end", s->end);
        put_text(writer->out, "text", s->text_norm);
        row_close(writer);
    }
    return true;
}

bool account_review(register_file *file, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct items items;
    bool good = register_items(file, memory, &(struct item_filter){ 0 }, ITEM_WITH_LINKS | ITEM_WITH_PROPOSALS, &items, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "review", (date){ 0 }, -1);
        for (uint32_t i = 0; i < items.all.count; i++) {
            const struct item *item = &items.all.at[i];
            for (uint32_t k = 0; k < item->links.count; k++) {
                const struct item_link *link = &item->links.at[k];
                if (!link->proposed) continue;
                const char *as = NULL;
                for (uint32_t c = 0; c < item->closings.count; c++)
                    if (item->closings.at[c].entry == link->entry) as = item->closings.at[c].as;
                row_open(&writer);
                put_text(out, "type", "proposal");
                put_number(out, "entry", link->entry);
                put_text(out, "item", item->item);
                put_text(out, "title", item->title);
                put_text(out, "relation", link->relation);
                put_text(out, "as", as);
                put_text(out, "record", link->record);
                put_text(out, "statement", link->statement);
                put_number(out, "start", link->start);
                put_number(out, "end", link->end);
                put_text(out, "text", link->text);
                put_text(out, "by", link->by);
                put_text(out, "reason", link->reason);
                put_confidence(out, link->confidence);
                row_close(&writer);
            }
        }
        good = loose_put(file, memory, &items, &writer, problem);
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

bool account_events(register_file *file, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct events events;
    bool good = register_events(file, memory, NULL, &events, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "events", (date){ 0 }, events.all.count);
        for (uint32_t i = 0; i < events.all.count; i++) {
            const struct event *event = &events.all.at[i];
            row_open(&writer);
            put_text(out, "event", event->event);
            put_text(out, "name", event->name);
            put_text(out, "state", event->state);
            put_date(out, "from", event->from);
            put_date(out, "to", event->to);
            put_text(out, "record", event->record);
            put_text(out, "by", event->by);
            if (event->entry) put_number(out, "entry", event->entry);
            put_number(out, "items", event->items);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}
