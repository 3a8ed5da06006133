/* Items and events as they stand in the views. */
#include "register/store.h"

#include <stdio.h>
#include <stdlib.h>

static const char item_columns[] = "SELECT i.item, i.kind, i.sub, i.title, i.record, i.statement, i.\"start\", i.\"end\", i.issuer_id, "
                                   "i.actor_id, i.addressee_id, i.assigned, i.label, i.due_text,"
                                   " i.due_value, i.due_anchor, i.target_date, i.recurrence, i.recurrence_text, i.condition, i.by, "
                                   "i.merged_into, i.opened, i.complete, i.condition_met, i.binding,"
                                   " i.confidence, i.entry, m.due, m.\"from\", m.\"to\", m.event, e.\"from\", e.\"to\", e.state, p.text"
                                   " FROM item i LEFT JOIN moment m ON m.item = i.item AND m.number = 1 LEFT JOIN event e ON e.event = "
                                   "m.event LEFT JOIN passage p ON p.passage = i.passage";

static enum due_kind due_kind_of(const char *name) {
    static const char *const names[] = { "none", "date", "season", "event", "after-event", "vague" };
    for (size_t i = 0; name && i < COUNT_OF(names); i++)
        if (strcmp(names[i], name) == 0) return (enum due_kind)i;
    return DUE_NONE;
}

/* The event's own days win over what the statement expected of it; what comes after an event has no last day. */
static void item_due(struct item *self, arena *memory, sqlite3_stmt *query) {
    self->due = (struct due){ due_kind_of((const char *)sqlite3_column_text(query, 28)), column_date(query, 29), column_date(query, 30),
                              column_string(memory, query, 31) };
    date from = column_date(query, 32), to = column_date(query, 33);
    if (date_known(to) && self->due.kind == DUE_EVENT) self->due.from = from, self->due.to = to;
    /* What was said after the event is said about it, not due at it. */
    if (self->due.kind == DUE_EVENT && date_known(self->due.to) && date_compare(self->due.to, self->opened) < 0)
        self->due = (struct due){ DUE_NONE };
    if (self->due.kind == DUE_AFTER_EVENT) {
        if (date_known(to)) self->due.from = to;
        self->due.to = (date){ 0 };
    }
    const char *state = (const char *)sqlite3_column_text(query, 34);
    self->event_held = state && strcmp(state, "held") == 0;
}

static struct item item_row(arena *memory, sqlite3_stmt *query) {
    struct item item = {
        .item = column_string(memory, query, 0),
        .kind = column_string(memory, query, 1),
        .sub = column_string(memory, query, 2),
        .title = column_string(memory, query, 3),
        .record = column_string(memory, query, 4),
        .statement = column_string(memory, query, 5),
        .start = (uint32_t)sqlite3_column_int64(query, 6),
        .end = (uint32_t)sqlite3_column_int64(query, 7),
        .issuer_id = column_string(memory, query, 8),
        .actor_id = column_string(memory, query, 9),
        .addressee_id = column_string(memory, query, 10),
        .assigned = column_string(memory, query, 11),
        .label = column_string(memory, query, 12),
        .due_text = column_string(memory, query, 13),
        .due_value = column_string(memory, query, 14),
        .due_anchor = column_string(memory, query, 15),
        .target_date = column_string(memory, query, 16),
        .recurrence = column_string(memory, query, 17),
        .recurrence_text = column_string(memory, query, 18),
        .condition = column_string(memory, query, 19),
        .by = column_string(memory, query, 20),
        .merged_into = column_string(memory, query, 21),
        .opened = column_date(query, 22),
        .complete = sqlite3_column_int(query, 23) != 0,
        .gate_open = sqlite3_column_int(query, 24) != 0,
        .binding = (int8_t)sqlite3_column_int(query, 25),
        .confidence = sqlite3_column_int(query, 26),
        .entry = sqlite3_column_int64(query, 27),
        .text = column_string(memory, query, 35),
    };
    item.conditional = item.condition != NULL;
    item_due(&item, memory, query);
    return item;
}

/* Conditions of the filter, and the values to bind, side by side. */
struct where {
    buffer sql;
    const char *values[32];
    int count;
};

static void where_add(struct where *self, const char *condition, const char *value) {
    if (!value || self->count >= (int)COUNT_OF(self->values)) return;
    self->values[self->count++] = value;
    buffer_add(&self->sql, SLICE(" AND "));
    for (const char *at = condition; *at; at++) {
        if (*at == '?')
            buffer_format(&self->sql, "?%d", self->count);
        else
            buffer_add_char(&self->sql, *at);
    }
}

static void filter_write(struct where *self, arena *memory, const struct item_filter *filter) {
    char day[16];
    where_add(self, "i.item = ?", filter->item);
    where_add(self, "i.kind = ?", filter->kind);
    where_add(self, "(i.issuer_id = ? OR i.issuer_id LIKE ? || '-%')", filter->issuer);
    where_add(self, "(i.addressee_id = ? OR i.addressee_id LIKE ? || '-%')", filter->addressee);
    where_add(self,
              "(coalesce(i.actor_id, i.addressee_id, i.issuer_id) = ? OR coalesce(i.actor_id, i.addressee_id, i.issuer_id) LIKE ? || '-%')",
              filter->actor);
    where_add(self, "i.assigned = ?", filter->assigned);
    where_add(self, "i.label = ?", filter->label);
    where_add(self, "i.record = ?", filter->opened_in);
    where_add(self, "m.event = ?", filter->event);
    where_add(self, "(i.record = ? OR i.item IN (SELECT item FROM item_link WHERE record = ?))", filter->record);
    where_add(self, "i.passage IN (SELECT rowid FROM search WHERE search MATCH ?)", filter->text);
    if (date_known(filter->opened_on)) where_add(self, "i.opened = ?", arena_copy(memory, slice_of(date_text(filter->opened_on, day))));
    if (date_known(filter->opened_by)) where_add(self, "i.opened <= ?", arena_copy(memory, slice_of(date_text(filter->opened_by, day))));
}

static bool rows_read(register_file *file, arena *memory, const struct item_filter *filter, struct items *out, error *problem) {
    struct where where = { 0 };
    bool failed = false;
    buffer_add(&where.sql, slice_of(item_columns));
    buffer_format(&where.sql, " WHERE i.label_level <= %d", file->limit);
    if (!filter->item) buffer_add(&where.sql, SLICE(" AND i.merged_into IS NULL"));
    filter_write(&where, memory, filter);
    buffer_add(&where.sql, SLICE(" ORDER BY length(substr(i.item, 1, instr(i.item, '-'))), substr(i.item, 1, instr(i.item, '-')), "
                                 "CAST(substr(i.item, instr(i.item, '-') + 1) AS INTEGER)"));
    buffer_add_char(&where.sql, 0);
    sqlite3_stmt *query = store_prepare(file, problem, where.sql.data);
    for (int i = 0; query && i < where.count; i++) sqlite3_bind_text(query, i + 1, where.values[i], -1, SQLITE_STATIC);
    while (query && store_next(file, query, problem, &failed)) ARRAY_PUSH(memory, &out->all) = item_row(memory, query);
    sqlite3_finalize(query);
    buffer_free(&where.sql);
    return query && !failed;
}

/* Items come sorted by number, their closings by item as text: a look-up by a sorted index joins them. */
struct lookup {
    const char *item;
    uint32_t at;
};
static int lookup_compare(const void *a, const void *b) {
    return strcmp(((const struct lookup *)a)->item, ((const struct lookup *)b)->item);
}
struct joined {
    struct lookup *sorted;
    struct items *items;
    bool one;
};

static struct joined join_start(arena *memory, struct items *items) {
    struct joined self = { arena_alloc(memory, (items->all.count + 1) * sizeof(struct lookup)), items, items->all.count == 1 };
    for (uint32_t i = 0; i < items->all.count; i++) self.sorted[i] = (struct lookup){ items->all.at[i].item, i };
    qsort(self.sorted, items->all.count, sizeof *self.sorted, lookup_compare);
    return self;
}
static struct item *join_find(const struct joined *self, const char *item) {
    struct lookup key = { item, 0 };
    const struct lookup *found = bsearch(&key, self->sorted, self->items->all.count, sizeof key, lookup_compare);
    return found ? &self->items->all.at[found->at] : NULL;
}
/* One item's rows by its key, all rows otherwise. */
static const char *join_key(const struct joined *self) { return self->one ? self->items->all.at[0].item : NULL; }

static bool closings_read(register_file *file, arena *memory, const struct joined *join, bool proposals, error *problem) {
    bool failed = false;
    const char *one = join_key(join);
    static const char all[] = "SELECT item, \"as\", by, reason, record, other, \"start\", \"end\", entry, \"on\", confidence, proposed "
                              "FROM item_closing ORDER BY item, \"on\", entry";
    static const char single[] = "SELECT item, \"as\", by, reason, record, other, \"start\", \"end\", entry, \"on\", confidence, proposed "
                                 "FROM item_closing WHERE item = ? ORDER BY \"on\", entry";
    sqlite3_stmt *query = one ? store_query(file, problem, single, "s", one) : store_query(file, problem, all, "");
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        struct item *item = join_find(join, (const char *)sqlite3_column_text(query, 0));
        bool proposed = sqlite3_column_int(query, 11) != 0;
        if (!item || (proposed && !proposals)) continue;
        ARRAY_PUSH(memory, &item->closings) = (struct item_closing){ column_string(memory, query, 1),
                                                                     column_string(memory, query, 2),
                                                                     column_string(memory, query, 3),
                                                                     column_string(memory, query, 4),
                                                                     column_string(memory, query, 5),
                                                                     (uint32_t)sqlite3_column_int64(query, 6),
                                                                     (uint32_t)sqlite3_column_int64(query, 7),
                                                                     sqlite3_column_int64(query, 8),
                                                                     column_date(query, 9),
                                                                     sqlite3_column_int(query, 10),
                                                                     proposed };
    }
    return !failed;
}

static bool links_read(register_file *file, arena *memory, const struct joined *join, error *problem) {
    bool failed = false;
    const char *one = join_key(join);
    static const char all[] = "SELECT item, l.record, l.statement, l.kind, relation, by, reason, p.text, l.\"start\", l.\"end\", "
                              "l.confidence, proposed, entry, \"on\" FROM item_link l"
                              " LEFT JOIN statement s ON s.record = l.record AND s.id = l.statement AND s.\"start\" = l.\"start\" LEFT "
                              "JOIN passage p ON p.passage = s.passage ORDER BY item, entry";
    static const char single[] = "SELECT item, l.record, l.statement, l.kind, relation, by, reason, p.text, l.\"start\", l.\"end\", "
                                 "l.confidence, proposed, entry, \"on\" FROM item_link l"
                                 " LEFT JOIN statement s ON s.record = l.record AND s.id = l.statement AND s.\"start\" = l.\"start\" LEFT "
                                 "JOIN passage p ON p.passage = s.passage WHERE item = ? ORDER BY entry";
    sqlite3_stmt *query = one ? store_query(file, problem, single, "s", one) : store_query(file, problem, all, "");
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        struct item *item = join_find(join, (const char *)sqlite3_column_text(query, 0));
        if (!item) continue;
        ARRAY_PUSH(memory, &item->links) = (struct item_link){
            column_string(memory, query, 1), column_string(memory, query, 2),          column_string(memory, query, 3),
            column_string(memory, query, 4), column_string(memory, query, 5),          column_string(memory, query, 6),
            column_string(memory, query, 7), (uint32_t)sqlite3_column_int64(query, 8), (uint32_t)sqlite3_column_int64(query, 9),
            sqlite3_column_int(query, 10),   sqlite3_column_int(query, 11) != 0,       sqlite3_column_int64(query, 12),
            column_date(query, 13)
        };
    }
    return !failed;
}

static bool fields_read(register_file *file, arena *memory, const struct joined *join, error *problem) {
    bool failed = false;
    for (uint32_t i = 0; i < join->items->all.count; i++) {
        struct item *item = &join->items->all.at[i];
        sqlite3_stmt *query = store_query(
            file, problem, "SELECT field, value, record, by, \"start\", \"end\", entry FROM item_field WHERE item = ? ORDER BY field", "s",
            item->item);
        if (!query) return false;
        while (store_next(file, query, problem, &failed))
            ARRAY_PUSH(memory, &item->fields) = (struct item_field){
                column_string(memory, query, 0), column_string(memory, query, 1),          column_string(memory, query, 2),
                column_string(memory, query, 3), (uint32_t)sqlite3_column_int64(query, 4), (uint32_t)sqlite3_column_int64(query, 5),
                sqlite3_column_int64(query, 6)
            };
        query =
            failed ? NULL
                   : store_query(file, problem, "SELECT text, by, at, entry FROM item_note WHERE item = ? ORDER BY entry", "s", item->item);
        if (!query) return false;
        while (store_next(file, query, problem, &failed))
            ARRAY_PUSH(memory, &item->notes) = (struct item_note){ column_string(memory, query, 0), column_string(memory, query, 1),
                                                                   column_string(memory, query, 2), sqlite3_column_int64(query, 3) };
        if (failed) return false;
    }
    return true;
}

bool register_items(register_file *file, arena *memory, const struct item_filter *filter, unsigned with, struct items *out,
                    error *problem) {
    *out = (struct items){ 0 };
    if (!rows_read(file, memory, filter, out, problem)) return false;
    struct joined join = join_start(memory, out);
    return (out->all.count == 0) || (closings_read(file, memory, &join, with & ITEM_WITH_PROPOSALS, problem) &&
                                     (!(with & ITEM_WITH_LINKS) || links_read(file, memory, &join, problem)) &&
                                     (!(with & ITEM_WITH_FIELDS) || fields_read(file, memory, &join, problem)));
}

bool register_events(register_file *file, arena *memory, const char *only, struct events *out, error *problem) {
    bool failed = false;
    *out = (struct events){ 0 };
    sqlite3_stmt *query = store_query(file, problem,
                                      "SELECT event, name, state, record, by, \"from\", \"to\", entry,"
                                      " (SELECT count(*) FROM moment m JOIN item i USING (item) WHERE m.event = e.event AND i.merged_into "
                                      "IS NULL AND i.label_level <= ?2)"
                                      " FROM event e WHERE (?1 IS NULL OR event = ?1) AND (record IS NULL OR record NOT IN (SELECT record "
                                      "FROM record WHERE label_level > ?2)) ORDER BY \"from\" IS NULL, \"from\", event",
                                      "si", only, (int64_t)file->limit);
    if (!query) return false;
    while (store_next(file, query, problem, &failed))
        ARRAY_PUSH(memory, &out->all) =
            (struct event){ column_string(memory, query, 0), column_string(memory, query, 1), column_string(memory, query, 2),
                            column_string(memory, query, 3), column_string(memory, query, 4), column_date(query, 5),
                            column_date(query, 6),           sqlite3_column_int64(query, 7),  (uint32_t)sqlite3_column_int64(query, 8) };
    return !failed;
}
