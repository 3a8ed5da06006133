/* Items as documents: rows with their status on a day, and one item with all that is known of it. */
#include "account/write.h"

#include <stdlib.h>

/* --- Finding ------------------------------------------------------------------------------------------------------- */

static bool row_wanted(const struct account_query *query, const struct account_row *row) {
    const struct life *life = &row->life;
    if (query->statuses && !(query->statuses & (1u << life->status))) return false;
    if ((query->stale && !life->stale) || (query->waiting && !life->waiting)) return false;
    if (date_known(query->due_before) && (!date_known(life->due.to) || date_compare(life->due.to, query->due_before) >= 0)) return false;
    return !date_known(query->due_after) || (date_known(life->due.to) && date_compare(life->due.to, query->due_after) > 0);
}

/* By the last day on which it can be done; of the same day first what has a day, then what has an event or season; then by number. */
static int due_compare(const void *a, const void *b) {
    const struct account_row *left = a, *right = b;
    int order = date_compare(due_sort_day(left->life.due), due_sort_day(right->life.due));
    if (!order) order = (left->life.due.kind > right->life.due.kind) - (left->life.due.kind < right->life.due.kind);
    if (!order)
        order = (int)(strlen(left->item->item) > strlen(right->item->item)) - (int)(strlen(left->item->item) < strlen(right->item->item));
    return order ? order : strcmp(left->item->item, right->item->item);
}

bool account_find(register_file *file, arena *memory, const struct account_query *query, unsigned with, struct account_rows *out,
                  error *problem) {
    struct items items;
    struct item_filter filter = query->filter;
    *out = (struct account_rows){ 0 };
    if (!date_known(filter.opened_by)) filter.opened_by = query->as_of;
    if (!register_items(file, memory, &filter, with | ITEM_WITH_LINKS, &items, problem)) return false;
    for (uint32_t i = 0; i < items.all.count; i++) {
        struct account_row row = { &items.all.at[i], life_at(&items.all.at[i], query->as_of) };
        if (row_wanted(query, &row)) ARRAY_PUSH(memory, &out->all) = row;
    }
    if (query->sort == SORT_DUE && out->all.count) qsort(out->all.at, out->all.count, sizeof *out->all.at, due_compare);
    out->total = out->all.count;
    uint32_t skipped = query->offset < out->all.count ? query->offset : out->all.count;
    out->all.at += skipped, out->all.count -= skipped;
    if (query->limit && out->all.count > query->limit) out->all.count = query->limit;
    return true;
}

bool account_agenda_find(register_file *file, arena *memory, date as_of, date until, bool all, struct account_rows *out, error *problem) {
    struct account_query query = { .as_of = as_of,
                                   .sort = SORT_DUE,
                                   .statuses = 1u << STATUS_OPEN | 1u << STATUS_DUE | 1u << STATUS_OVERDUE | 1u << STATUS_PARTLY };
    if (!account_find(file, memory, &query, ITEM_WITH_NOTHING, out, problem)) return false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < out->all.count; i++) {
        const struct life *life = &out->all.at[i].life;
        bool dated = date_known(life->due.to) && !life->waiting;
        if (dated ? date_known(until) && date_compare(life->due.to, until) > 0 : !all) continue;
        out->all.at[kept++] = out->all.at[i];
    }
    out->all.count = out->total = kept;
    return true;
}

/* --- Writing ------------------------------------------------------------------------------------------------------- */

static const char *due_kind_name(enum due_kind kind) {
    static const char *const names[] = { "none", "date", "season", "event", "after-event", "vague" };
    return names[kind];
}

static void due_put(buffer *out, const char *key, struct due due) {
    if (due.kind == DUE_NONE) return;
    object_open(out, key);
    put_text(out, "kind", due_kind_name(due.kind));
    put_date(out, "from", due.from);
    put_date(out, "to", due.to);
    put_text(out, "event", due.event);
    object_close(out);
}

void item_fields_put(buffer *out, const struct account_row *row) {
    const struct item *item = row->item;
    const struct life *life = &row->life;
    put_text(out, "item", item->item);
    put_text(out, "kind", item->kind);
    put_text(out, "sub", item->sub);
    put_text(out, "status", status_name(life->status));
    if (life->waiting) put_bool(out, "waiting", true);
    if (life->stale) put_bool(out, "stale", true);
    put_text(out, "title", item->title);
    put_text(out, "issuer_id", item->issuer_id);
    put_text(out, "actor_id", item->actor_id);
    put_text(out, "addressee_id", item->addressee_id);
    put_text(out, "assigned", item->assigned);
    /* `due` is what lists show and sort by: its last day, else what the record says of it. */
    if (date_known(life->due.to)) put_date(out, "due", life->due.to);
    put_text(out, "due_text", item->due_text);
    put_text(out, "due_value", item->due_value);
    put_text(out, "due_anchor", item->due_anchor);
    put_text(out, "event", life->due.event);
    due_put(out, "due_moment", life->due);
    put_text(out, "target_date", item->target_date);
    put_text(out, "recurrence", item->recurrence ? item->recurrence : item->recurrence_text);
    if (item->recurrence) put_number(out, "moment", life->moment);
    put_text(out, "condition", item->condition);
    if (item->binding >= 0) put_bool(out, "binding", item->binding);
    put_text(out, "label", item->label);
    put_text(out, "record", item->record);
    put_date(out, "opened", item->opened);
    put_text(out, "merged_into", item->merged_into);
}

static void place_put(buffer *out, const char *record, const char *statement, const char *kind, uint32_t start, uint32_t end) {
    put_text(out, "record", record);
    put_text(out, "statement", statement);
    put_text(out, "kind", kind);
    if (end > start) {
        put_number(out, "start", start);
        put_number(out, "end", end);
    }
}

void item_links_put(buffer *out, const struct account_row *row) {
    const struct item *item = row->item;
    object_open(out, "opened_by");
    place_put(out, item->record, item->statement, item->kind, item->start, item->end);
    put_text(out, "text", item->text);
    put_text(out, "by", item->by);
    put_number(out, "entry", item->entry);
    put_confidence(out, item->confidence);
    object_close(out);
    put_date(out, "status_since", row->life.since);
    buffer why = { 0 };
    account_why(item, &row->life, "en", &why);
    put_key(out, "why");
    buffer_add_json(out, (slice){ why.data, why.size });
    why.size = 0;
    account_why(item, &row->life, "nl", &why);
    put_key(out, "why_nl");
    buffer_add_json(out, (slice){ why.data, why.size });
    buffer_free(&why);
    list_open(out, "links");
    for (uint32_t i = 0; i < item->links.count; i++) {
        const struct item_link *link = &item->links.at[i];
        object_open(out, NULL);
        place_put(out, link->record, link->statement, link->kind, link->start, link->end);
        put_text(out, "relation", link->relation);
        put_text(out, "by", link->by);
        put_confidence(out, link->confidence);
        put_bool(out, "proposed", link->proposed);
        put_date(out, "on", link->on);
        put_text(out, "reason", link->reason);
        put_text(out, "text", link->text);
        put_number(out, "entry", link->entry);
        object_close(out);
    }
    list_close(out);
}

bool account_items(register_file *file, const struct account_query *query, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct account_rows rows;
    bool good = account_find(file, memory, query, ITEM_WITH_NOTHING, &rows, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "items", query->as_of, rows.total);
        for (uint32_t i = 0; i < rows.all.count; i++) {
            row_open(&writer);
            item_fields_put(out, &rows.all.at[i]);
            if (query->links) item_links_put(out, &rows.all.at[i]);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

bool account_agenda(register_file *file, date as_of, date until, bool all, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct account_rows rows;
    bool good = account_agenda_find(file, memory, as_of, until, all, &rows, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "items", as_of, rows.total);
        for (uint32_t i = 0; i < rows.all.count; i++) {
            row_open(&writer);
            item_fields_put(out, &rows.all.at[i]);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}

/* --- One item ------------------------------------------------------------------------------------------------------ */

static void sources_put(buffer *out, const struct item *item) {
    list_open(out, "fields");
    for (uint32_t i = 0; i < item->fields.count; i++) {
        const struct item_field *field = &item->fields.at[i];
        object_open(out, NULL);
        put_text(out, "field", field->field);
        put_text(out, "value", field->value);
        place_put(out, field->record, NULL, NULL, field->start, field->end);
        put_text(out, "by", field->by);
        put_number(out, "entry", field->entry);
        object_close(out);
    }
    list_close(out);
}

static void closings_put(buffer *out, const struct item *item) {
    list_open(out, "closings");
    for (uint32_t i = 0; i < item->closings.count; i++) {
        const struct item_closing *closing = &item->closings.at[i];
        object_open(out, NULL);
        put_text(out, "as", closing->as);
        put_date(out, "on", closing->on);
        put_text(out, "by", closing->by);
        put_text(out, "reason", closing->reason);
        put_text(out, "other", closing->other);
        place_put(out, closing->record, NULL, NULL, closing->start, closing->end);
        put_confidence(out, closing->confidence);
        put_bool(out, "proposed", closing->proposed);
        put_number(out, "entry", closing->entry);
        object_close(out);
    }
    list_close(out);
}

/* What recurs: the moments until a year after the day asked about, each with whether something came for it. */
static void moments_put(buffer *out, const struct item *item, date as_of) {
    list_open(out, "moments");
    struct due due = item->due;
    for (int number = 1; due.kind != DUE_NONE && number <= 120; number++) {
        object_open(out, NULL);
        put_number(out, "number", number);
        due_put(out, "due", due);
        object_close(out);
        if (!item->recurrence || !date_known(item->due.to) || date_compare(due.to, date_add(as_of, 1, 0, 0)) > 0) break;
        if (!date_add_duration(item->due.to, item->recurrence, number, &due.to)) break;
        if (date_known(due.from)) date_add_duration(item->due.from, item->recurrence, number, &due.from);
    }
    list_close(out);
}

static void entry_put(buffer *out, const struct entry *entry) {
    put_number(out, "seq", entry->seq);
    put_text(out, "at", entry->at);
    put_text(out, "by", entry->by);
    put_text(out, "act", entry->act);
    put_text(out, "item", entry->item);
    put_text(out, "other", entry->other);
    put_text(out, "record", entry->record);
    if (entry->undone) put_bool(out, "undone", true);
    put_json(out, "body", entry->body);
    put_text(out, "leaf_hash", entry->leaf);
}

bool account_item(register_file *file, const char *number, date as_of, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct items items;
    struct entries entries;
    bool good = register_items(file, memory, &(struct item_filter){ .item = number },
                               ITEM_WITH_LINKS | ITEM_WITH_FIELDS | ITEM_WITH_PROPOSALS, &items, problem);
    if (good && !items.all.count) good = error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no item %s in this register", number);
    good = good && register_entries(file, memory, &(struct ledger_filter){ .item = number }, &entries, problem);
    if (good) {
        const struct item *item = &items.all.at[0];
        struct account_row row = { item, life_at(item, as_of) };
        object_open(out, NULL);
        item_fields_put(out, &row);
        put_date(out, "as_of", as_of);
        item_links_put(out, &row);
        closings_put(out, item);
        moments_put(out, item, as_of);
        sources_put(out, item);
        list_open(out, "notes");
        for (uint32_t i = 0; i < item->notes.count; i++) {
            object_open(out, NULL);
            put_text(out, "text", item->notes.at[i].text);
            put_text(out, "by", item->notes.at[i].by);
            put_text(out, "at", item->notes.at[i].at);
            put_number(out, "entry", item->notes.at[i].entry);
            object_close(out);
        }
        list_close(out);
        list_open(out, "history");
        for (uint32_t i = 0; i < entries.all.count; i++) {
            object_open(out, NULL);
            entry_put(out, &entries.all.at[i]);
            object_close(out);
        }
        list_close(out);
        object_close(out);
        buffer_add_char(out, '\n');
    }
    arena_free(memory);
    return good;
}

bool account_ledger(register_file *file, const struct ledger_filter *filter, enum account_form form, buffer *out, error *problem) {
    arena *memory = arena_new();
    struct entries entries;
    bool good = register_entries(file, memory, filter, &entries, problem);
    if (good) {
        struct rows_writer writer = rows_open(out, form, "entries", (date){ 0 }, -1);
        for (uint32_t i = 0; i < entries.all.count; i++) {
            row_open(&writer);
            entry_put(out, &entries.all.at[i]);
            row_close(&writer);
        }
        rows_close(&writer);
    }
    arena_free(memory);
    return good;
}
