/* Records, statements and mentions as they are kept; search over their words. */
#include "register/fields.h"
#include "register/store.h"

/* SQLite plans `?1 IS NULL OR record = ?1` as a scan, so that the one record everybody asks for has a query of its own. */
#define RECORDS_SQL(which)                                                                                                                 \
    "SELECT record, r.sha256, media, title, genre, lang, issuer_id, addressee_id, dossier, session, source, label, reader, date, c.size, " \
    "entry,"                                                                                                                               \
    " (SELECT count(*) FROM statement s WHERE s.record = r.record),"                                                                       \
    " (SELECT count(*) FROM item i WHERE i.record = r.record AND merged_into IS NULL AND label_level <= ?7)"                               \
    " FROM record r JOIN content c ON c.sha256 = r.sha256 LEFT JOIN reading n USING (record)"                                              \
    " WHERE " which                                                                                                                        \
    " AND (?2 IS NULL OR genre = ?2) AND (?3 IS NULL OR dossier = ?3) AND (?4 IS NULL OR issuer_id = ?4) AND label_level <= ?7"            \
    " ORDER BY date, record LIMIT ?5 OFFSET ?6"
static const char records_all[] = RECORDS_SQL("?1 IS NULL"), records_one[] = RECORDS_SQL("r.record = ?1");

bool register_records_find(register_file *file, arena *memory, const struct record_filter *filter, struct register_records *out,
                           error *problem) {
    bool failed = false;
    *out = (struct register_records){ 0 };
    sqlite3_stmt *query =
        store_query(file, problem, filter->record ? records_one : records_all, "ssssiii", filter->record, filter->genre, filter->dossier,
                    filter->issuer, filter->limit ? (int64_t)filter->limit : (int64_t)-1, (int64_t)filter->offset, (int64_t)file->limit);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        ARRAY_PUSH(memory, &out->all) = (struct register_record){
            .record = column_string(memory, query, 0),
            .sha256 = column_string(memory, query, 1),
            .media = column_string(memory, query, 2),
            .title = column_string(memory, query, 3),
            .genre = column_string(memory, query, 4),
            .lang = column_string(memory, query, 5),
            .issuer_id = column_string(memory, query, 6),
            .addressee_id = column_string(memory, query, 7),
            .dossier = column_string(memory, query, 8),
            .session = column_string(memory, query, 9),
            .source = column_string(memory, query, 10),
            .label = column_string(memory, query, 11),
            .reader = column_string(memory, query, 12),
            .date = column_date(query, 13),
            .bytes = sqlite3_column_int64(query, 14),
            .entry = sqlite3_column_int64(query, 15),
            .statements = (uint32_t)sqlite3_column_int64(query, 16),
            .items = (uint32_t)sqlite3_column_int64(query, 17),
        };
    }
    return !failed;
}

static bool blob_read(register_file *file, arena *memory, const char *sql, const char *record, slice *out, error *problem) {
    bool failed = false;
    sqlite3_stmt *query = store_query(file, problem, sql, "si", record, (int64_t)file->limit);
    if (!query) return false;
    if (!store_next(file, query, problem, &failed))
        return failed ? false : error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no record %s in this register", record);
    bool redacted = sqlite3_column_type(query, 0) == SQLITE_NULL;
    const char *bytes = sqlite3_column_blob(query, 0);
    slice text = { bytes ? bytes : "", (size_t)sqlite3_column_bytes(query, 0) };
    *out = (slice){ arena_copy(memory, text), text.size };
    sqlite3_reset(query);
    return redacted ? error_set(problem, ERROR_NOT_FOUND, NULL, -1, "the text of record %s was taken out of this register", record) : true;
}

bool register_text(register_file *file, arena *memory, const char *record, slice *out, error *problem) {
    return blob_read(file, memory,
                     "SELECT coalesce(text, bytes) FROM record r JOIN content c ON c.sha256 = r.sha256 LEFT JOIN reading n USING (record) "
                     "WHERE record = ? AND label_level <= ?",
                     record, out, problem);
}

bool register_bytes(register_file *file, arena *memory, const char *record, slice *out, error *problem) {
    return blob_read(file, memory, "SELECT bytes FROM record r JOIN content c ON c.sha256 = r.sha256 WHERE record = ? AND label_level <= ?",
                     record, out, problem);
}

static const char *kept(arena *memory, const char *text) { return text ? arena_copy(memory, slice_of(text)) : NULL; }

/* What the columns of `statement` do not hold stands in its JSON. */
static void statement_fill(arena *memory, struct register_statement *self) {
    json_t *json = json_loads(self->json, 0, NULL);
    if (!json) return;
    const char *norm = field_text(json, "text_norm"), *section = field_text(json, "section");
    self->text = kept(memory, field_text(json, "text"));
    self->text_norm = norm ? kept(memory, norm) : self->text;
    const json_t *path = json_object_get(json, "section");
    if (!section && json_array_size(path)) section = json_string_value(json_array_get(path, json_array_size(path) - 1));
    self->section = kept(memory, section);
    self->action = kept(memory, field_text(json, "action"));
    self->due_text = kept(memory, field_slot(json, "due", "text"));
    self->target_date = kept(memory, field_slot(json, "target_date", "value"));
    self->recurrence = kept(memory, field_slot(json, "recurrence", "value"));
    self->recurrence_text = kept(memory, field_slot(json, "recurrence", "text"));
    self->condition = kept(memory, field_slot(json, "condition", "text"));
    self->classification = kept(memory, field_slot(json, "classification", "text"));
    self->act_time = kept(memory, field_slot(json, "act_time", "value"));
    self->rule = kept(memory, field_slot(json, "cue", "rule"));
    self->block = (uint32_t)field_number(json, "block");
    self->page = (uint32_t)field_number(json, "page");
    self->negated = json_is_true(json_object_get(json, "negated"));
    const json_t *binding = json_object_get(json, "binding");
    self->binding = json_is_boolean(binding) ? json_is_true(binding) : -1;
    json_decref(json);
}

#define STATEMENTS_SQL(which)                                                                                                              \
    "SELECT s.record, s.id, s.kind, s.sub, s.\"start\", s.\"end\", s.issuer_id, s.addressee_id, s.actor_id, s.due_value, s.due_anchor, "   \
    "s.confidence, s.body, r.date,"                                                                                                        \
    " (SELECT i.item FROM item i WHERE i.passage = s.passage AND i.merged_into IS NULL AND i.label_level <= ?11 LIMIT 1), s.line"          \
    " FROM statement s JOIN record r USING (record) WHERE " which " AND (?2 IS NULL OR s.kind = ?2) AND (?3 IS NULL OR s.issuer_id = ?3)"  \
    " AND (?4 IS NULL OR s.id = ?4) AND (?5 + ?6 = 0 OR (?5 AND s.kind IN ('decision', 'tasking', 'request', 'commitment', 'plan', "       \
    "'intention'))"                                                                                                                        \
    " OR (?6 AND s.kind IN ('discharge', 'refusal', 'reaffirmation', 'condition'))) AND (?8 = 0 OR (s.\"start\" < ?8 AND s.\"end\" > "     \
    "?7)) AND r.label_level <= ?11"                                                                                                        \
    " ORDER BY s.record, s.line LIMIT ?9 OFFSET ?10"
static const char statements_all[] = STATEMENTS_SQL("?1 IS NULL"), statements_one[] = STATEMENTS_SQL("s.record = ?1");

bool register_statements_find(register_file *file, arena *memory, const struct statement_filter *filter, struct register_statements *out,
                              error *problem) {
    bool failed = false;
    *out = (struct register_statements){ 0 };
    sqlite3_stmt *query = store_query(file, problem, filter->record ? statements_one : statements_all, "ssssiiiiiii", filter->record,
                                      filter->kind, filter->issuer, filter->id, (int64_t)filter->tracked, (int64_t)filter->linking,
                                      (int64_t)filter->start, (int64_t)filter->end, filter->limit ? (int64_t)filter->limit : (int64_t)-1,
                                      (int64_t)filter->offset, (int64_t)file->limit);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        struct register_statement statement = {
            .record = column_string(memory, query, 0),
            .id = column_string(memory, query, 1),
            .kind = column_string(memory, query, 2),
            .sub = column_string(memory, query, 3),
            .start = (uint32_t)sqlite3_column_int64(query, 4),
            .end = (uint32_t)sqlite3_column_int64(query, 5),
            .issuer_id = column_string(memory, query, 6),
            .addressee_id = column_string(memory, query, 7),
            .actor_id = column_string(memory, query, 8),
            .due_value = column_string(memory, query, 9),
            .due_anchor = column_string(memory, query, 10),
            .confidence = sqlite3_column_int(query, 11),
            .json = column_string(memory, query, 12),
            .record_date = column_date(query, 13),
            .item = column_string(memory, query, 14),
            .number = (uint32_t)sqlite3_column_int64(query, 15),
        };
        statement_fill(memory, &statement);
        ARRAY_PUSH(memory, &out->all) = statement;
    }
    return !failed;
}

bool register_mentions(register_file *file, arena *memory, const char *record, buffer *out, error *problem) {
    bool failed = false;
    (void)memory;
    sqlite3_stmt *query = store_query(
        file, problem, "SELECT m.body FROM mention m JOIN record r USING (record) WHERE m.record = ? AND r.label_level <= ? ORDER BY line",
        "si", record, (int64_t)file->limit);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        buffer_add(out, (slice){ (const char *)sqlite3_column_text(query, 0), (size_t)sqlite3_column_bytes(query, 0) });
        buffer_add_char(out, '\n');
    }
    return !failed;
}

/* --- Search -------------------------------------------------------------------------------------------------------- */

static const char search_sql[] =
    "SELECT p.record, s.id, s.kind, i.item, r.title, snippet(search, 0, char(2), char(3), '…', 24), s.\"start\", s.\"end\", r.date"
    " FROM search JOIN passage p ON p.passage = search.rowid JOIN record r ON r.record = p.record LEFT JOIN statement s ON s.passage = "
    "p.passage"
    " LEFT JOIN item i ON i.passage = p.passage AND i.merged_into IS NULL AND i.label_level <= ?3"
    " WHERE search MATCH ?1 AND r.label_level <= ?3 AND (i.item IS NULL OR i.label_level <= ?3)"
    " AND NOT EXISTS (SELECT 1 FROM item hidden WHERE hidden.passage = p.passage AND hidden.label_level > ?3) ORDER BY rank, p.passage "
    "LIMIT ?2";

/* What people type is taken as FTS5 does ("phrase", OR, prefix*); if that is no query (art. 5, kst-28676-372), as plain words. */
static const char *query_quote(arena *memory, const char *text) {
    buffer quoted = { 0 };
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, " \t\r\n");
        if (size) {
            buffer_add(&quoted, SLICE("\""));
            for (size_t i = 0; i < size; i++) {
                if (at[i] == '"') buffer_add_char(&quoted, '"');
                buffer_add_char(&quoted, at[i]);
            }
            buffer_add(&quoted, SLICE("\" "));
        }
        at += size + strspn(at + size, " \t\r\n");
    }
    const char *kept_text = arena_copy(memory, (slice){ quoted.data, quoted.size });
    buffer_free(&quoted);
    return kept_text;
}

static bool search_run(register_file *file, arena *memory, const char *words, uint32_t limit, struct search_hits *out, error *problem) {
    bool failed = false;
    *out = (struct search_hits){ 0 };
    sqlite3_stmt *query = store_query(file, problem, search_sql, "sii", words, limit ? (int64_t)limit : (int64_t)-1, (int64_t)file->limit);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) {
        ARRAY_PUSH(memory, &out->all) = (struct search_hit){
            .record = column_string(memory, query, 0),
            .statement = column_string(memory, query, 1),
            .kind = column_string(memory, query, 2),
            .item = column_string(memory, query, 3),
            .title = column_string(memory, query, 4),
            .snippet = column_string(memory, query, 5),
            .start = (uint32_t)sqlite3_column_int64(query, 6),
            .end = (uint32_t)sqlite3_column_int64(query, 7),
            .date = column_date(query, 8),
        };
    }
    return !failed;
}

bool register_search(register_file *file, arena *memory, const char *query, uint32_t limit, struct search_hits *out, error *problem) {
    if (!query[strspn(query, " \t\r\n")]) return error_set(problem, ERROR_USAGE, NULL, -1, "search for what?");
    return search_run(file, memory, query, limit, out, problem) ||
           search_run(file, memory, query_quote(memory, query), limit, out, problem);
}

bool register_counts(register_file *file, struct register_counts *out, error *problem) {
    int64_t limit = file->limit;
    *out = (struct register_counts){ 0 };
    return store_number(file, problem, 0, &out->records, "SELECT count(*) FROM record WHERE label_level <= ?", "i", limit) &&
           store_number(file, problem, 0, &out->statements,
                        "SELECT count(*) FROM statement JOIN record USING (record) WHERE label_level <= ?", "i", limit) &&
           store_number(file, problem, 0, &out->items, "SELECT count(*) FROM item WHERE merged_into IS NULL AND label_level <= ?", "i",
                        limit) &&
           store_number(
               file, problem, 0, &out->entries,
               "SELECT count(*) FROM ledger WHERE ?1 >= 3 OR ((item IS NULL OR item NOT IN (SELECT item FROM item WHERE label_level > ?1))"
               " AND (record IS NULL OR record NOT IN (SELECT record FROM record WHERE label_level > ?1)))",
               "i", limit) &&
           store_number(file, problem, 0, &out->proposals,
                        "SELECT count(*) FROM item_link l JOIN item i USING (item) WHERE proposed AND label_level <= ?", "i", limit);
}
