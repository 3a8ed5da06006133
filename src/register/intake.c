/* A reading comes in: its lines are checked against the record's bytes, the record is kept, the reading replaces an earlier one whole. */
#include "register/fields.h"
#include "register/merkle.h"
#include "register/store.h"

#include <stdio.h>

struct line {
    slice text;
    json_t *json;
};
struct intake {
    register_file *file;
    arena *memory;
    const struct register_reading *reading;
    ARRAY(struct line) lines;   /* record, mentions, statements, end */
    ARRAY(const char *) events; /* that the reading names, each once */
    json_t *head;
    const char *record;
    slice text; /* that offsets point into */
    char sha256[65], reading_sha256[65];
    uint32_t statements;
};

static const char *const kinds[] = { "discharge",  "refusal",   "reaffirmation", "decision", "tasking",  "request",
                                     "commitment", "intention", "condition",     "plan",     "position", "report" };

static bool kind_known(const char *kind) {
    for (size_t i = 0; kind && i < COUNT_OF(kinds); i++)
        if (strcmp(kinds[i], kind) == 0) return true;
    return false;
}

static bool refuse(const struct intake *self, size_t number, error *problem, const char *why) {
    return error_set(problem, ERROR_FORMAT, self->record, -1, "line %zu of the reading: %s", number, why);
}

/* What every statement and mention must hold: a span whose words are those of the record. */
static bool span_check(const struct intake *self, const json_t *line, size_t number, error *problem) {
    const json_t *start = json_object_get(line, "start"), *end = json_object_get(line, "end");
    if (!json_is_integer(start) || !json_is_integer(end)) return refuse(self, number, problem, "start and end must be whole numbers");
    json_int_t from = json_integer_value(start), to = json_integer_value(end);
    if (from < 0 || from >= to || (uint64_t)to > self->text.size)
        return refuse(self, number, problem, "its span does not lie in the record's text");
    const json_t *text = json_object_get(line, "text");
    if (!json_is_string(text)) return refuse(self, number, problem, "it has no text");
    slice words = { json_string_value(text), json_string_length(text) };
    if (!slice_equal(words, (slice){ self->text.data + from, (size_t)(to - from) }))
        return refuse(self, number, problem, "its text is not what stands at its span");
    return true;
}

static bool line_check(struct intake *self, json_t *line, size_t number, bool *keep, error *problem) {
    const char *type = field_text(line, "type"), *record = field_text(line, "record");
    if (!type) return refuse(self, number, problem, "an object without `type`");
    *keep = true;
    if (strcmp(type, "record") == 0) {
        if (self->head) return refuse(self, number, problem, "a second record: give one reading at a time");
        if (!record) return refuse(self, number, problem, "the record has no identifier");
        json_int_t schema = json_integer_value(json_object_get(line, "schema"));
        if (schema > 1) return refuse(self, number, problem, "made by a newer reader than this register knows");
        const char *sha256 = field_text(line, "sha256");
        self->head = line, self->record = record;
        if (sha256 && strcmp(sha256, self->sha256) != 0)
            return refuse(self, number, problem, "its sha256 is not that of the record's bytes");
        return true;
    }
    if (!self->head) return refuse(self, number, problem, "the first line must be the record");
    if (record && strcmp(record, self->record) != 0) return refuse(self, number, problem, "it belongs to another record");
    if (strcmp(type, "end") == 0) return true;
    if (strcmp(type, "mention") == 0)
        return field_text(line, "kind") ? span_check(self, line, number, problem) : refuse(self, number, problem, "a mention without kind");
    if (strcmp(type, "statement") == 0) {
        if (!kind_known(field_text(line, "kind"))) return refuse(self, number, problem, "its kind is none of the twelve");
        if (!field_text(line, "id")) return refuse(self, number, problem, "a statement without id");
        self->statements++;
        return span_check(self, line, number, problem);
    }
    if (strcmp(type, "error") == 0) return refuse(self, number, problem, "the record could not be read");
    *keep = false;
    return true;
}

static bool lines_check(struct intake *self, error *problem) {
    slice rest = self->reading->lines;
    for (size_t number = 1; rest.size; number++) {
        const char *newline = memchr(rest.data, '\n', rest.size);
        slice text = { rest.data, newline ? (size_t)(newline - rest.data) : rest.size };
        rest = newline ? (slice){ newline + 1, rest.size - text.size - 1 } : (slice){ 0 };
        if (!slice_trim(text).size) continue;
        json_error_t cause;
        json_t *line = json_loadb(text.data, text.size, JSON_REJECT_DUPLICATES, &cause);
        if (!line) return refuse(self, number, problem, cause.text);
        ARRAY_PUSH(self->memory, &self->lines) = (struct line){ text, line };
        bool keep = false;
        if (!json_is_object(line)) return refuse(self, number, problem, "no object");
        if (!line_check(self, line, number, &keep, problem)) return false;
        if (!keep) json_decref(self->lines.at[--self->lines.count].json);
    }
    return self->head || error_set(problem, ERROR_FORMAT, NULL, -1, "the reading is empty");
}

static void reading_hash(struct intake *self) {
    buffer all = { 0 };
    for (uint32_t i = 0; i < self->lines.count; i++) {
        buffer_add(&all, self->lines.at[i].text);
        buffer_add_char(&all, '\n');
    }
    hash_hex(hash_of((slice){ all.data, all.size }), self->reading_sha256);
    buffer_free(&all);
}

static bool earlier_forget(register_file *file, const char *record, error *problem) {
    return store_run(file, problem, "INSERT INTO search (search, rowid, text) SELECT 'delete', passage, text FROM passage WHERE record = ?",
                     "s", record) &&
           store_run(file, problem, "DELETE FROM statement WHERE record = ?", "s", record) &&
           store_run(file, problem, "DELETE FROM mention WHERE record = ?", "s", record) &&
           store_run(file, problem, "DELETE FROM passage WHERE record = ?", "s", record) &&
           store_run(file, problem, "DELETE FROM reading WHERE record = ?", "s", record);
}

/* Text to be found by search; the number under which it stands. */
static bool passage_keep(struct intake *self, const char *text, int64_t *passage, error *problem) {
    if (!store_run(self->file, problem, "INSERT INTO passage (record, text) VALUES (?, ?)", "ss", self->record, text)) return false;
    *passage = sqlite3_last_insert_rowid(self->file->database);
    return store_run(self->file, problem, "INSERT INTO search (rowid, text) VALUES (?, ?)", "is", *passage, text);
}

static const char *anchor_event(const char *anchor) {
    slice at = slice_of(anchor);
    if (slice_starts(at, SLICE("EVENT:"))) return anchor + 6;
    return slice_starts(at, SLICE("EVENT-AFTER:")) ? anchor + 12 : NULL;
}

static const char *line_event(const json_t *json) {
    if (strcmp(field_text(json, "type"), "statement") == 0) return anchor_event(field_slot(json, "due", "anchor"));
    const char *event = field_text(json, "event");
    return anchor_event(event) ? anchor_event(event) : event;
}

/* One event in one record may be called fully and in short, "NATO-SUMMIT-2022-MADRID" and "SUMMIT-2022-MADRID": the full name is kept. */
static const char *event_name(const struct intake *self, const json_t *json) {
    const char *event = line_event(json), *full = event;
    size_t size = event ? strlen(event) : 0;
    for (uint32_t i = 0; event && i < self->events.count; i++) {
        const char *other = self->events.at[i];
        size_t length = strlen(other);
        if (length > size + 1 && length > strlen(full) && other[length - size - 1] == '-' && strcmp(other + length - size, event) == 0)
            full = other;
    }
    return full;
}

static void events_collect(struct intake *self) {
    for (uint32_t i = 1; i < self->lines.count; i++) {
        const char *event = line_event(self->lines.at[i].json);
        bool known = !event;
        for (uint32_t k = 0; k < self->events.count && !known; k++) known = strcmp(self->events.at[k], event) == 0;
        if (!known) ARRAY_PUSH(self->memory, &self->events) = event;
    }
}

static bool statement_keep(struct intake *self, const struct line *line, int64_t number, error *problem) {
    const json_t *json = line->json;
    int64_t passage = 0;
    const char *anchor = field_slot(json, "due", "anchor"), *words = field_text(json, "text_norm");
    return passage_keep(self, words ? words : field_text(json, "text"), &passage, problem) &&
           store_run(self->file, problem,
                     "INSERT INTO statement (record, line, id, kind, sub, \"start\", \"end\", issuer_id, addressee_id, actor_id, action, "
                     "due_value, due_anchor, event,"
                     " confidence, passage, body) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                     "sisssiisssssssiit", self->record, number, field_text(json, "id"), field_text(json, "kind"), field_text(json, "sub"),
                     (int64_t)field_number(json, "start"), (int64_t)field_number(json, "end"), field_text(json, "issuer_id"),
                     field_text(json, "addressee_id"), field_text(json, "actor_id"), field_text(json, "action"),
                     field_slot(json, "due", "value"), anchor, event_name(self, json), (int64_t)field_confidence(json), passage,
                     line->text);
}

static bool mention_keep(struct intake *self, const struct line *line, int64_t number, error *problem) {
    const json_t *json = line->json;
    return store_run(self->file, problem,
                     "INSERT INTO mention (record, line, kind, sub, \"start\", \"end\", value, event, body) VALUES (?,?,?,?,?,?,?,?,?)",
                     "sissiisst", self->record, number, field_text(json, "kind"), field_text(json, "sub"),
                     (int64_t)field_number(json, "start"), (int64_t)field_number(json, "end"), field_text(json, "value"),
                     event_name(self, json), line->text);
}

static bool reading_keep(struct intake *self, error *problem) {
    register_file *file = self->file;
    slice tail = { 0 };
    const json_t *head = self->head;
    int64_t ignored;
    events_collect(self);
    for (uint32_t i = 0; i < self->lines.count; i++)
        if (strcmp(field_text(self->lines.at[i].json, "type"), "end") == 0) tail = self->lines.at[i].text;
    if (!store_run(file, problem,
                   "INSERT INTO reading (record, reader, sha256, head, tail, text) VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''))",
                   "sssttt", self->record, field_text(head, "reader"), self->reading_sha256, self->lines.at[0].text, tail,
                   self->reading->text))
        return false;
    if (field_text(head, "title") && !passage_keep(self, field_text(head, "title"), &ignored, problem)) return false;
    for (uint32_t i = 1; i < self->lines.count; i++) {
        const char *type = field_text(self->lines.at[i].json, "type");
        if (strcmp(type, "statement") == 0 && !statement_keep(self, &self->lines.at[i], i, problem)) return false;
        if (strcmp(type, "mention") == 0 && !mention_keep(self, &self->lines.at[i], i, problem)) return false;
    }
    return true;
}

static bool record_keep(struct intake *self, int64_t entry, error *problem) {
    const json_t *head = self->head;
    return store_run(
        self->file, problem,
        "INSERT INTO record (record, sha256, media, title, genre, lang, date, issuer_id, addressee_id, dossier, session, source, entry)"
        " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)"
        " ON CONFLICT (record) DO UPDATE SET sha256=?2, media=?3, title=?4, genre=?5, lang=?6, date=?7, issuer_id=?8, addressee_id=?9, "
        "dossier=?10,"
        " session=?11, source=?12, entry=?13",
        "ssssssssssssi", self->record, self->sha256, field_text(head, "media"), field_text(head, "title"), field_text(head, "genre"),
        field_text(head, "lang"), field_text(head, "date"), field_text(head, "issuer_id"), field_text(head, "addressee_id"),
        field_text(head, "dossier"), field_text(head, "session"), field_text(head, "source"), entry);
}

/* Events that the reading, or the one that it replaces, speaks of. */
static bool events_note(struct intake *self, buffer *names, error *problem) {
    bool failed = false;
    sqlite3_stmt *query = store_query(self->file, problem,
                                      "SELECT event FROM mention WHERE record = ?1 AND event IS NOT NULL UNION SELECT event FROM statement "
                                      "WHERE record = ?1 AND event IS NOT NULL",
                                      "s", self->record);
    if (!query) return false;
    while (store_next(self->file, query, problem, &failed)) {
        buffer_add(names, slice_of((const char *)sqlite3_column_text(query, 0)));
        buffer_add_char(names, 0);
    }
    return !failed;
}

/* Items whose fields come from the reading that was replaced. */
static bool items_refresh(struct intake *self, error *problem) {
    bool failed = false, good = true;
    ARRAY(const char *) items = { 0 };
    sqlite3_stmt *query = store_query(
        self->file, problem, "SELECT DISTINCT item FROM ledger WHERE record = ? AND item IS NOT NULL ORDER BY item", "s", self->record);
    if (!query) return false;
    while (store_next(self->file, query, problem, &failed)) ARRAY_PUSH(self->memory, &items) = column_string(self->memory, query, 0);
    for (uint32_t i = 0; !failed && good && i < items.count; i++) good = item_refresh(self->file, items.at[i], problem);
    return good && !failed;
}

static bool intake_store(struct intake *self, const char *by, struct register_added *out, error *problem) {
    register_file *file = self->file;
    bool failed = false, known = false;
    buffer events = { 0 };
    sqlite3_stmt *query =
        store_query(file, problem, "SELECT r.sha256, n.sha256, r.entry FROM record r LEFT JOIN reading n USING (record) WHERE r.record = ?",
                    "s", self->record);
    if (!query) return false;
    *out = (struct register_added){ ADDED_NEW, arena_copy(self->memory, slice_of(self->record)), 0, self->statements };
    if (store_next(file, query, problem, &failed)) {
        const char *bytes = (const char *)sqlite3_column_text(query, 0), *reading = (const char *)sqlite3_column_text(query, 1);
        known = true;
        out->entry = sqlite3_column_int64(query, 2);
        out->how = strcmp(bytes, self->sha256) != 0                        ? ADDED_REPLACED
                   : reading && strcmp(reading, self->reading_sha256) == 0 ? ADDED_SAME
                                                                           : ADDED_READ_AGAIN;
        sqlite3_reset(query);
    }
    if (failed) return false;
    if (out->how == ADDED_SAME) return true;
    if (out->how != ADDED_READ_AGAIN) {
        json_t *body = json_object();
        field_set(body, "record", self->record);
        field_set(body, "sha256", self->sha256);
        field_set(body, "media", field_text(self->head, "media"));
        field_set(body, "source", field_text(self->head, "source"));
        field_set(body, "reader", field_text(self->head, "reader"));
        field_set(body, "reading", self->reading_sha256);
        field_set(body, "label", self->reading->label);
        json_object_set_new(body, "bytes", json_integer((json_int_t)self->reading->bytes.size));
        if (!store_run(file, problem, "INSERT OR IGNORE INTO content (sha256, size, bytes) VALUES (?, ?, ?)", "sib", self->sha256,
                       (int64_t)self->reading->bytes.size, self->reading->bytes) ||
            !ledger_append(file, by, known ? "record.replace" : "record.add", body, &out->entry, problem))
            return false;
    }
    bool good = (!known || (events_note(self, &events, problem) && earlier_forget(file, self->record, problem))) &&
                record_keep(self, out->entry, problem) && reading_keep(self, problem) && events_note(self, &events, problem);
    for (size_t at = 0; good && at < events.size; at += strlen(events.data + at) + 1) good = event_refresh(file, events.data + at, problem);
    buffer_free(&events);
    return good && record_refresh(file, self->record, problem) && (!known || items_refresh(self, problem));
}

bool register_add_reading(register_file *file, arena *memory, const struct register_reading *reading, const char *by,
                          struct register_added *out, error *problem) {
    struct intake self = {
        .file = file, .memory = memory, .reading = reading, .text = reading->text.size ? reading->text : reading->bytes
    };
    if (label_level(reading->label) < 0)
        return error_set(problem, ERROR_USAGE, NULL, -1, "%s is no label: public, internal, confidential or secret", reading->label);
    hash_hex(hash_of(reading->bytes), self.sha256);
    bool good = lines_check(&self, problem);
    if (good) {
        reading_hash(&self);
        bool own = file->transaction == 0; /* as in register_enter */
        good = !own || register_begin(file, problem);
        if (good && !(intake_store(&self, by, out, problem) && (!own || register_commit(file, problem)))) {
            if (own) register_rollback(file);
            good = false;
        }
    }
    for (uint32_t i = 0; i < self.lines.count; i++) json_decref(self.lines.at[i].json);
    return good;
}
