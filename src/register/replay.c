/* Views from entries: an item is what its entries say, about the statements that they point to.
 *
 * Worked example: entry 7 `item.open` (record, start, end, kind) gives the item the fields of that statement; entry 12 `item.set`
 * {field: "due", value: "2022-06-29"} by a person replaces its due moment, and no rule's entry replaces that any more; entry 15 `undo`
 * {target: 12} brings the statement's back. Every change of a register ends in a refresh of the item it is about, and
 * `rebuild` refreshes them all: one way to compute a view, so that both must agree. */
#include "register/fields.h"
#include "register/store.h"

#include <stdio.h>
#include <stdlib.h>

/* Fields that come from a statement and may be set by entries. `slot`: part of a slot object, NULL for plain fields. */
enum view_field {
    VIEW_KIND,
    VIEW_SUB,
    VIEW_TITLE,
    VIEW_ISSUER,
    VIEW_ADDRESSEE,
    VIEW_ACTOR,
    VIEW_ASSIGNED,
    VIEW_DUE_TEXT,
    VIEW_DUE_VALUE,
    VIEW_DUE_ANCHOR,
    VIEW_TARGET_DATE,
    VIEW_RECURRENCE,
    VIEW_RECURRENCE_TEXT,
    VIEW_CONDITION,
    VIEW_CONDITION_MET,
    VIEW_LABEL,
    VIEW_COUNT
};
static const struct {
    const char *name, *key, *slot, *span;
} view_fields[VIEW_COUNT] = {
    [VIEW_KIND] = { "kind", "kind", NULL, NULL },
    [VIEW_SUB] = { "sub", "sub", NULL, NULL },
    [VIEW_TITLE] = { "title", "action", NULL, NULL },
    [VIEW_ISSUER] = { "issuer_id", "issuer_id", NULL, "issuer_span" },
    [VIEW_ADDRESSEE] = { "addressee_id", "addressee_id", NULL, "addressee_span" },
    [VIEW_ACTOR] = { "actor_id", "actor_id", NULL, "actor_span" },
    [VIEW_ASSIGNED] = { "assigned", NULL, NULL, NULL },
    [VIEW_DUE_TEXT] = { "due_text", "due", "text", "due" },
    [VIEW_DUE_VALUE] = { "due_value", "due", "value", "due" },
    [VIEW_DUE_ANCHOR] = { "due_anchor", "due", "anchor", "due" },
    [VIEW_TARGET_DATE] = { "target_date", "target_date", "value", "target_date" },
    [VIEW_RECURRENCE] = { "recurrence", "recurrence", "value", "recurrence" },
    [VIEW_RECURRENCE_TEXT] = { "recurrence_text", "recurrence", "text", "recurrence" },
    [VIEW_CONDITION] = { "condition", "condition", "text", "condition" },
    [VIEW_CONDITION_MET] = { "condition_met", NULL, NULL, NULL },
    [VIEW_LABEL] = { "label", NULL, NULL, NULL },
};

/* Kinds of decision that are complete by being made (guideline, section 5). */
static const char *const complete_subs[] = { "approve", "endorse", "adopt", "ratify", "appoint", "conclude" };

struct view_value {
    const char *value, *record, *by;
    int64_t start, end, entry;
    bool person;
};
struct closing {
    const char *as, *on, *record, *other, *reason, *by;
    int64_t start, end, entry;
    int confidence;
    bool proposed, person;
};
struct link {
    const char *relation, *record, *statement, *kind, *on, *reason, *by;
    int64_t start, end, entry;
    int confidence;
    bool proposed;
};
struct view {
    register_file *file;
    arena *memory;
    const char *item, *by, *record, *statement, *opened, *merged_into, *event /* of the statement's due anchor, by its full name */;
    int64_t entry, start, end, passage;
    int confidence, binding;
    bool open;
    struct view_value fields[VIEW_COUNT];
    ARRAY(struct closing) closings;
    ARRAY(struct link) links;
};

static bool by_person(const char *by) { return strncmp(by, "rule:", 5) != 0; }
static const char *keep(struct view *self, const char *text) { return text ? arena_copy(self->memory, slice_of(text)) : NULL; }

/* A person's value stays whatever rules enter later. */
static void field_put(struct view *self, enum view_field field, struct view_value value) {
    if (self->fields[field].person && !value.person) return;
    self->fields[field] = value;
}

static const char *title_of(struct view *self, const char *text) {
    enum { TITLE_MAX = 240 };
    size_t size = strlen(text);
    if (size <= TITLE_MAX) return keep(self, text);
    size = TITLE_MAX;
    while (size > TITLE_MAX / 2 && text[size] != ' ') size--;
    return arena_format(self->memory, "%.*s…", (int)size, text);
}

/* Fields of a statement's JSON, with where each stands. */
static void fields_from(struct view *self, const json_t *json, const char *record, int64_t start, int64_t end) {
    for (enum view_field i = 0; i < VIEW_COUNT; i++) {
        if (!view_fields[i].key) continue;
        const char *text =
            view_fields[i].slot ? field_slot(json, view_fields[i].key, view_fields[i].slot) : field_text(json, view_fields[i].key);
        if (i == VIEW_TITLE && !text) text = field_text(json, "text_norm") ? field_text(json, "text_norm") : field_text(json, "text");
        if (!text) continue;
        struct view_value value = {
            i == VIEW_TITLE ? title_of(self, text) : keep(self, text), record, self->by, start, end, self->entry, false
        };
        const json_t *place = view_fields[i].span ? json_object_get(json, view_fields[i].span) : NULL;
        if (json_is_object(place)) place = json_object_get(place, "span");
        if (json_array_size(place) == 2) {
            value.start = json_integer_value(json_array_get(place, 0));
            value.end = json_integer_value(json_array_get(place, 1));
        }
        field_put(self, i, value);
    }
    const json_t *binding = json_object_get(json, "binding");
    self->binding = json_is_boolean(binding) ? json_is_true(binding) : -1;
    self->confidence = field_confidence(json);
}

/* The statement that opened the item as the present reading has it; else what the entry saw of it. */
static bool opening_load(struct view *self, const json_t *snapshot, error *problem) {
    bool failed = false, found = false;
    sqlite3_stmt *query = store_query(
        self->file, problem,
        "SELECT id, body, passage, event FROM statement WHERE record = ?1 AND \"start\" = ?2 AND \"end\" = ?3"
        " AND kind IN ('decision', 'tasking', 'request', 'commitment', 'plan', 'intention', ?4) ORDER BY kind = ?4 DESC, line LIMIT 1",
        "siis", self->record, self->start, self->end, field_text(snapshot, "kind"));
    if (!query) return false;
    while (store_next(self->file, query, problem, &failed)) {
        json_t *json = json_loads((const char *)sqlite3_column_text(query, 1), 0, NULL);
        if (json) {
            self->statement = column_string(self->memory, query, 0);
            self->passage = sqlite3_column_int64(query, 2);
            self->event = column_string(self->memory, query, 3);
            fields_from(self, json, self->record, self->start, self->end);
            json_decref(json);
            found = true;
        }
        sqlite3_reset(query);
        break;
    }
    if (failed) return false;
    if (!found) fields_from(self, snapshot, self->record, self->start, self->end);
    if (!self->fields[VIEW_KIND].value)
        field_put(self, VIEW_KIND, (struct view_value){ "commitment", self->record, self->by, 0, 0, self->entry, false });
    if (!self->fields[VIEW_TITLE].value)
        field_put(self, VIEW_TITLE, (struct view_value){ "–", self->record, self->by, 0, 0, self->entry, false });
    return true;
}

/* What a person says about the end replaces what rules concluded for that day and later. */
static void closing_add(struct view *self, struct closing closing) {
    uint32_t kept = 0;
    if (closing.person)
        for (uint32_t i = 0; i < self->closings.count; i++)
            if (self->closings.at[i].person || self->closings.at[i].proposed || strcmp(self->closings.at[i].on, closing.on) < 0)
                self->closings.at[kept++] = self->closings.at[i];
    if (closing.person) self->closings.count = kept;
    if (!closing.person && !closing.proposed)
        for (uint32_t i = 0; i < self->closings.count; i++)
            if (self->closings.at[i].person) return;
    ARRAY_PUSH(self->memory, &self->closings) = closing;
}

struct replayed {
    int64_t seq;
    const char *by, *act, *at;
    json_t *body;
    bool accepted, rejected, own;
};

static bool proposed(const struct replayed *entry) { return json_is_true(json_object_get(entry->body, "proposed")) && !entry->accepted; }

static void entry_open(struct view *self, const struct replayed *entry) {
    if (!entry->own) return;
    const json_t *body = entry->body;
    self->open = true;
    self->by = entry->by, self->entry = entry->seq;
    self->record = keep(self, field_text(body, "record")), self->statement = keep(self, field_text(body, "statement"));
    self->start = field_number(body, "start"), self->end = field_number(body, "end");
    self->opened = keep(self, field_text(body, "opened"));
}

static void entry_link(struct view *self, const struct replayed *entry) {
    const json_t *body = entry->body;
    ARRAY_PUSH(self->memory, &self->links) = (struct link){ keep(self, field_text(body, "relation")),
                                                            keep(self, field_text(body, "record")),
                                                            keep(self, field_text(body, "statement")),
                                                            keep(self, field_text(body, "kind")),
                                                            keep(self, field_text(body, "on")),
                                                            keep(self, field_text(body, "reason")),
                                                            entry->by,
                                                            field_number(body, "start"),
                                                            field_number(body, "end"),
                                                            entry->seq,
                                                            field_confidence(body),
                                                            proposed(entry) };
}

static void entry_close(struct view *self, const struct replayed *entry) {
    const json_t *body = entry->body;
    const char *as = strcmp(entry->act, "item.reopen") == 0 ? "open" : field_text(body, "as"), *on = field_text(body, "on");
    if (!as || !on) return;
    closing_add(self, (struct closing){ keep(self, as), keep(self, on), keep(self, field_text(body, "record")),
                                        keep(self, field_text(body, "other")), keep(self, field_text(body, "reason")), entry->by,
                                        field_number(body, "start"), field_number(body, "end"), entry->seq, field_confidence(body),
                                        proposed(entry), by_person(entry->by) });
    if (field_text(body, "relation")) entry_link(self, entry);
}

static void entry_unlink(struct view *self, const struct replayed *entry) {
    int64_t target = field_number(entry->body, "target");
    uint32_t kept = 0;
    for (uint32_t i = 0; i < self->links.count; i++)
        if (self->links.at[i].entry != target) self->links.at[kept++] = self->links.at[i];
    self->links.count = kept;
}

static void entry_set(struct view *self, const struct replayed *entry) {
    const char *name = field_text(entry->body, "field"), *value = field_text(entry->body, "value");
    if (strcmp(entry->act, "item.label") == 0) name = "label", value = field_text(entry->body, "label");
    if (!name || !entry->own) return;
    struct view_value put = { keep(self, value), NULL, entry->by, 0, 0, entry->seq, by_person(entry->by) };
    if (strcmp(name, "due") == 0) {
        bool event = value && strncmp(value, "EVENT", 5) == 0;
        struct view_value none = put;
        none.value = NULL;
        field_put(self, VIEW_DUE_TEXT, put);
        field_put(self, VIEW_DUE_VALUE, event ? none : put);
        field_put(self, VIEW_DUE_ANCHOR, event ? put : none);
        return;
    }
    for (enum view_field i = 0; i < VIEW_COUNT; i++)
        if (strcmp(view_fields[i].name, name) == 0) field_put(self, i, put);
}

static void entry_merge(struct view *self, const struct replayed *entry) {
    if (entry->own) self->merged_into = keep(self, field_text(entry->body, "other"));
}

/* Notes are kept by entry_note below, which writes at once; the other acts change the view in memory. */
static const struct {
    const char *act;
    void (*apply)(struct view *, const struct replayed *);
} acts[] = {
    { "item.open", entry_open },     { "item.link", entry_link }, { "item.close", entry_close }, { "item.reopen", entry_close },
    { "item.unlink", entry_unlink }, { "item.set", entry_set },   { "item.label", entry_set },   { "item.merge", entry_merge },
};

static bool views_forget(register_file *file, const char *item, error *problem) {
    return store_run(file, problem, "DELETE FROM item_field WHERE item = ?", "s", item) &&
           store_run(file, problem, "DELETE FROM item_link WHERE item = ?", "s", item) &&
           store_run(file, problem, "DELETE FROM item_closing WHERE item = ?", "s", item) &&
           store_run(file, problem, "DELETE FROM item_note WHERE item = ?", "s", item) &&
           store_run(file, problem, "DELETE FROM moment WHERE item = ?", "s", item) &&
           store_run(file, problem, "DELETE FROM item WHERE item = ?", "s", item);
}

static bool moment_write(struct view *self, const char *record_date, error *problem) {
    const struct view_value *fields = self->fields;
    const char *value = fields[VIEW_DUE_VALUE].value, *anchor = fields[VIEW_DUE_ANCHOR].value, *recurrence = fields[VIEW_RECURRENCE].value;
    static const char *const names[] = { "none", "date", "season", "event", "after-event", "vague" };
    date day = { 0 }, next;
    if (record_date) date_parse(slice_of(record_date), &day);
    struct due due = due_of(value, anchor, day);
    if (due.event && self->event && !fields[VIEW_DUE_ANCHOR].person) due.event = self->event;
    /* What recurs without a first moment is first due one period after it was undertaken. */
    if (due.kind == DUE_NONE && recurrence && date_parse(slice_of(self->opened), &day) && date_add_duration(day, recurrence, 1, &next))
        due = (struct due){ DUE_SEASON, day, next, NULL };
    if (due.kind == DUE_NONE) return true;
    return store_run(self->file, problem,
                     "INSERT INTO moment (item, number, due, \"from\", \"to\", event, recurrence) VALUES (?, 1, ?, ?, ?, ?, ?)", "ssddss",
                     self->item, names[due.kind], due.from, due.to, due.event, recurrence);
}

static bool lists_write(struct view *self, error *problem) {
    for (uint32_t i = 0; i < self->links.count; i++) {
        const struct link *link = &self->links.at[i];
        if (!store_run(self->file, problem,
                       "INSERT INTO item_link (item, entry, relation, record, statement, kind, \"start\", \"end\", \"on\", confidence, "
                       "proposed, reason, by)"
                       " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                       "sissssiisiiss", self->item, link->entry, link->relation, link->record, link->statement, link->kind, link->start,
                       link->end, link->on, (int64_t)link->confidence, (int64_t)link->proposed, link->reason, link->by))
            return false;
    }
    for (uint32_t i = 0; i < self->closings.count; i++) {
        const struct closing *closing = &self->closings.at[i];
        if (!store_run(self->file, problem,
                       "INSERT INTO item_closing (item, entry, \"as\", \"on\", record, \"start\", \"end\", other, confidence, proposed, "
                       "reason, by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                       "sisssiisiiss", self->item, closing->entry, closing->as, closing->on, closing->record, closing->start, closing->end,
                       closing->other, (int64_t)closing->confidence, (int64_t)closing->proposed, closing->reason, closing->by))
            return false;
    }
    for (enum view_field i = 0; i < VIEW_COUNT; i++) {
        const struct view_value *field = &self->fields[i];
        if (field->value &&
            !store_run(self->file, problem,
                       "INSERT INTO item_field (item, field, value, record, \"start\", \"end\", entry, by) VALUES (?,?,?,?,?,?,?,?)",
                       "ssssnnis", self->item, view_fields[i].name, field->value, field->record, field->start, field->end, field->entry,
                       field->by))
            return false;
    }
    return true;
}

static bool view_write(struct view *self, error *problem) {
    bool failed = false, complete = false;
    const struct view_value *fields = self->fields;
    const char *record_date = NULL, *record_label = NULL;
    sqlite3_stmt *query = store_query(self->file, problem, "SELECT date, label FROM record WHERE record = ?", "s", self->record);
    if (!query) return false;
    if (store_next(self->file, query, problem, &failed)) {
        record_date = column_string(self->memory, query, 0), record_label = column_string(self->memory, query, 1);
        sqlite3_reset(query);
    }
    if (failed) return false;
    for (size_t i = 0; fields[VIEW_SUB].value && i < COUNT_OF(complete_subs); i++)
        complete |= strcmp(complete_subs[i], fields[VIEW_SUB].value) == 0;
    complete = complete && strcmp(fields[VIEW_KIND].value, "decision") == 0;
    /* What the record itself brings ("bij deze brief") is done with it. */
    complete |= fields[VIEW_DUE_ANCHOR].value && strcmp(fields[VIEW_DUE_ANCHOR].value, "DOC:SELF") == 0;
    const char *label = fields[VIEW_LABEL].value ? fields[VIEW_LABEL].value : record_label;
    int level = label_level(label);
    bool met = fields[VIEW_CONDITION_MET].value && strcmp(fields[VIEW_CONDITION_MET].value, "true") == 0;
    return store_run(self->file, problem,
                     "INSERT INTO item (item, kind, sub, title, record, statement, \"start\", \"end\", issuer_id, addressee_id, actor_id, "
                     "assigned, opened, due_text, due_value,"
                     " due_anchor, target_date, recurrence, recurrence_text, condition, condition_met, complete, binding, label, "
                     "label_level, merged_into, passage, confidence,"
                     " by, entry) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                     "ssssssiissssssssssssiiisisnisi", self->item, fields[VIEW_KIND].value, fields[VIEW_SUB].value,
                     fields[VIEW_TITLE].value, self->record, self->statement, self->start, self->end, fields[VIEW_ISSUER].value,
                     fields[VIEW_ADDRESSEE].value, fields[VIEW_ACTOR].value, fields[VIEW_ASSIGNED].value, self->opened,
                     fields[VIEW_DUE_TEXT].value, fields[VIEW_DUE_VALUE].value, fields[VIEW_DUE_ANCHOR].value,
                     fields[VIEW_TARGET_DATE].value, fields[VIEW_RECURRENCE].value, fields[VIEW_RECURRENCE_TEXT].value,
                     fields[VIEW_CONDITION].value, (int64_t)met, (int64_t)complete, (int64_t)self->binding, label,
                     (int64_t)(level < 0 ? 3 : level), self->merged_into, self->passage, (int64_t)self->confidence, self->by,
                     self->entry) &&
           moment_write(self, record_date, problem) && lists_write(self, problem);
}

static bool entries_load(register_file *file, arena *memory, const char *item, struct replayed **out, uint32_t *count, error *problem) {
    ARRAY(struct replayed) all = { 0 };
    bool failed = false;
    /* The item's own entries and those of items merged into it, but for what was undone. */
    sqlite3_stmt *query = store_query(
        file, problem,
        "SELECT l.seq, by, act, at, body, item = ?1,"
        " EXISTS (SELECT 1 FROM ledger p WHERE p.target = l.seq AND p.act = 'proposal.accept' AND p.seq NOT IN (SELECT seq FROM undone)),"
        " EXISTS (SELECT 1 FROM ledger p WHERE p.target = l.seq AND p.act = 'proposal.reject' AND p.seq NOT IN (SELECT seq FROM undone))"
        " FROM ledger l WHERE l.item IN (SELECT ?1 UNION SELECT m.item FROM ledger m WHERE m.other = ?1 AND m.act = 'item.merge' AND m.seq "
        "NOT IN (SELECT seq FROM undone))"
        " AND l.seq NOT IN (SELECT seq FROM undone) ORDER BY l.seq",
        "s", item);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        ARRAY_PUSH(memory, &all) = (struct replayed){ sqlite3_column_int64(query, 0),
                                                      column_string(memory, query, 1),
                                                      column_string(memory, query, 2),
                                                      column_string(memory, query, 3),
                                                      json_loads((const char *)sqlite3_column_text(query, 4), 0, NULL),
                                                      sqlite3_column_int(query, 6) != 0,
                                                      sqlite3_column_int(query, 7) != 0,
                                                      sqlite3_column_int(query, 5) != 0 };
    }
    *out = all.at, *count = all.count;
    return !failed;
}

/* Applies entries in order; the fields of the statement come right after the entry that opens the item, so that later ones replace them. */
static bool entries_apply(struct view *self, const struct replayed *entries, uint32_t count, error *problem) {
    const json_t *snapshot = NULL;
    for (uint32_t i = 0; i < count; i++) {
        const json_t *body = entries[i].body;
        if (!body) continue;
        if (entries[i].own && strcmp(entries[i].act, "item.open") == 0) snapshot = body, entry_open(self, &entries[i]);
        const char *field = field_text(body, "field");
        if (self->open && entries[i].own && field && strcmp(field, "span") == 0) { /* a re-reading found the statement elsewhere */
            self->start = field_number(body, "start"), self->end = field_number(body, "end");
        }
    }
    if (!snapshot) return true;
    if (!opening_load(self, snapshot, problem)) return false;
    for (uint32_t i = 0; i < count; i++) {
        const struct replayed *entry = &entries[i];
        if (!entry->body || entry->rejected) continue;
        for (size_t k = 1; k < COUNT_OF(acts); k++)
            if (strcmp(acts[k].act, entry->act) == 0) acts[k].apply(self, entry);
        if (strcmp(entry->act, "item.note") == 0 &&
            !store_run(self->file, problem, "INSERT OR REPLACE INTO item_note (item, entry, text, by, at) VALUES (?,?,?,?,?)", "sisss",
                       self->item, entry->seq, field_text(entry->body, "text") ? field_text(entry->body, "text") : "", entry->by,
                       entry->at))
            return false;
    }
    return true;
}

bool item_refresh(register_file *file, const char *item, error *problem) {
    arena *memory = arena_new();
    struct view self = { .file = file, .memory = memory, .binding = -1, .confidence = 1000 };
    self.item = keep(&self, item);
    struct replayed *entries = NULL;
    uint32_t count = 0;
    bool good = views_forget(file, item, problem) && entries_load(file, memory, item, &entries, &count, problem) &&
                entries_apply(&self, entries, count, problem) && (!self.open || view_write(&self, problem));
    for (uint32_t i = 0; i < count; i++) json_decref(entries[i].body);
    arena_free(memory);
    return good;
}

/* --- Events -------------------------------------------------------------------------------------------------------- */

struct event_view {
    date from, to;
    const char *record, *by, *state, *name;
    int64_t entry;
    bool found;
};

/* What records say: a day is better than a month, a month than a year; of the same, the youngest record. */
static bool event_from_records(register_file *file, arena *memory, const char *event, struct event_view *out, error *problem) {
    bool failed = false;
    sqlite3_stmt *query =
        store_query(file, problem,
                    "SELECT value, record, body ->> 'text', date FROM mention JOIN record USING (record) WHERE mention.event = ?1 UNION ALL"
                    " SELECT due_value, record, NULL, date FROM statement JOIN record USING (record) WHERE statement.event = ?1 AND "
                    "due_anchor LIKE 'EVENT:%' ORDER BY 4, 2",
                    "s", event);
    int32_t best = INT32_MAX;
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        date from, to;
        const char *value = (const char *)sqlite3_column_text(query, 0);
        out->found = true;
        if (!out->name) out->name = column_string(memory, query, 2);
        if (!value || !timex_days(slice_of(value), &from, &to)) continue;
        int32_t days = date_to_days(to) - date_to_days(from);
        if (days > best) continue;
        best = days;
        out->from = from, out->to = to, out->record = column_string(memory, query, 1), out->state = days <= 7 ? "known" : "expected";
    }
    return !failed;
}

/* What was entered about it: the last word of a person, else of a rule. */
static bool event_from_entries(register_file *file, arena *memory, const char *event, struct event_view *out, error *problem) {
    bool failed = false, held = false;
    const char *other = arena_format(memory, "EVENT:%s", event);
    sqlite3_stmt *query = store_query(file, problem,
                                      "SELECT seq, by, body FROM ledger WHERE other = ? AND act IN ('event.set', 'item.set') AND seq NOT "
                                      "IN (SELECT seq FROM undone) ORDER BY by NOT LIKE 'rule:%', seq",
                                      "s", other);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        json_t *body = json_loads((const char *)sqlite3_column_text(query, 2), 0, NULL);
        const char *value = field_text(body, "value");
        date from, to;
        if (value && timex_days(slice_of(value), &from, &to)) {
            bool elsewhere = date_known(out->from) && strcmp(out->state, "expected") != 0 && date_compare(from, out->from) != 0;
            out->from = from, out->to = to, out->state = elsewhere ? "moved" : "known";
        }
        held |= json_is_true(json_object_get(body, "held"));
        out->found = true;
        out->entry = sqlite3_column_int64(query, 0), out->by = column_string(memory, query, 1);
        json_decref(body);
    }
    if (held) out->state = "held";
    return !failed;
}

/* "NATO-SUMMIT-2022-MADRID": the year in its name is the least that is known. */
static void event_from_name(const char *event, struct event_view *out) {
    for (const char *at = event; *at; at++) {
        bool start = at == event || at[-1] == '-', digits = start && strspn(at, "0123456789") == 4;
        if (digits && (at[4] == '-' || !at[4]) && timex_days((slice){ at, 4 }, &out->from, &out->to)) return;
    }
}

bool event_refresh(register_file *file, const char *event, error *problem) {
    arena *memory = arena_new();
    struct event_view view = { .state = "expected" };
    bool good = store_run(file, problem, "DELETE FROM event WHERE event = ?", "s", event) &&
                event_from_records(file, memory, event, &view, problem) && event_from_entries(file, memory, event, &view, problem);
    if (good && !date_known(view.from)) event_from_name(event, &view);
    if (good && view.found)
        good =
            store_run(file, problem, "INSERT INTO event (event, name, \"from\", \"to\", state, record, entry, by) VALUES (?,?,?,?,?,?,?,?)",
                      "ssddssns", event, view.name, view.from, view.to, view.state, view.record, view.entry, view.by);
    arena_free(memory);
    return good;
}

/* --- Everything ---------------------------------------------------------------------------------------------------- */

static bool each(register_file *file, const char *sql, bool (*refresh)(register_file *, const char *, error *), error *problem) {
    bool failed = false, good = true;
    arena *memory = arena_new();
    ARRAY(const char *) names = { 0 };
    sqlite3_stmt *query = store_query(file, problem, sql, "");
    if (query)
        while (store_next(file, query, problem, &failed)) ARRAY_PUSH(memory, &names) = column_string(memory, query, 0);
    for (uint32_t i = 0; query && !failed && good && i < names.count; i++) good = refresh(file, names.at[i], problem);
    arena_free(memory);
    return query && !failed && good;
}

static bool undone_refresh(register_file *file, error *problem) {
    /* From the last undo backwards: one that was undone itself counts no more. */
    bool failed = false, good = store_run(file, problem, "DELETE FROM undone", "");
    arena *memory = arena_new();
    ARRAY(int64_t) undos = { 0 };
    sqlite3_stmt *query = store_query(file, problem, "SELECT seq, target FROM ledger WHERE act = 'undo' ORDER BY seq DESC", "");
    if (query)
        while (store_next(file, query, problem, &failed)) {
            ARRAY_PUSH(memory, &undos) = sqlite3_column_int64(query, 0);
            ARRAY_PUSH(memory, &undos) = sqlite3_column_int64(query, 1);
        }
    for (uint32_t i = 0; query && !failed && good && i < undos.count; i += 2)
        good = store_run(file, problem, "INSERT OR IGNORE INTO undone (seq, by_seq) SELECT ?2, ?1 WHERE ?1 NOT IN (SELECT seq FROM undone)",
                         "ii", undos.at[i], undos.at[i + 1]);
    arena_free(memory);
    return query && !failed && good;
}

/* A record's metadata are what its reading says; its hash and label are what the last entry that brought its bytes says. */
bool record_refresh(register_file *file, const char *record, error *problem) {
    bool failed = false;
    arena *memory = arena_new();
    const char *label = NULL;
    sqlite3_stmt *query = store_query(
        file, problem,
        "SELECT body ->> 'label' FROM ledger WHERE record = ? AND act IN ('record.add', 'record.replace') ORDER BY seq DESC LIMIT 1", "s",
        record);
    if (query && store_next(file, query, problem, &failed)) {
        label = column_string(memory, query, 0);
        sqlite3_reset(query);
    }
    int level = label_level(label);
    bool good = query && !failed &&
                store_run(file, problem,
                          "UPDATE record SET media = head ->> 'media', title = head ->> 'title', genre = head ->> 'genre', lang = head ->> "
                          "'lang', date = head ->> 'date',"
                          " issuer_id = head ->> 'issuer_id', addressee_id = head ->> 'addressee_id', dossier = head ->> 'dossier', "
                          "session = head ->> 'session', source = head ->> 'source',"
                          " label = ?2, label_level = ?3 FROM reading WHERE reading.record = record.record AND record.record = ?1",
                          "ssi", record, label, (int64_t)(level < 0 ? 3 : level));
    arena_free(memory);
    return good;
}

bool views_refresh(register_file *file, error *problem) {
    static const char *const tables[] = { "DELETE FROM item",         "DELETE FROM item_field", "DELETE FROM item_link",
                                          "DELETE FROM item_closing", "DELETE FROM item_note",  "DELETE FROM moment",
                                          "DELETE FROM event" };
    for (size_t i = 0; i < COUNT_OF(tables); i++)
        if (!store_run(file, problem, tables[i], "")) return false;
    return undone_refresh(file, problem) && each(file, "SELECT record FROM record", record_refresh, problem) &&
           each(file, "SELECT DISTINCT item FROM ledger WHERE act = 'item.open' ORDER BY item", item_refresh, problem) &&
           each(file,
                "SELECT event FROM mention WHERE event IS NOT NULL UNION SELECT event FROM statement WHERE event IS NOT NULL UNION"
                " SELECT substr(other, 7) FROM ledger WHERE other LIKE 'EVENT:%'",
                event_refresh, problem);
}

bool register_rebuild(register_file *file, error *problem) {
    if (!register_begin(file, problem)) return false;
    if (views_refresh(file, problem) && store_run(file, problem, "INSERT INTO search (search) VALUES ('rebuild')", "") &&
        register_commit(file, problem))
        return true;
    register_rollback(file);
    return false;
}
