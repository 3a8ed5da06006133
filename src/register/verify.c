/* Is it all still what it was? Everything that carries a hash is hashed again, and what repeats something is compared with it.
 *
 * One byte that changed in a record or an entry is named: "record kst-28676-372: its bytes are not those that entry 1 kept". */
#include "register/canonical.h"
#include "register/fields.h"
#include "register/merkle.h"
#include "register/store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct verification {
    register_file *file;
    arena *memory;
    struct damages *out;
    hash *leaves;
    size_t leaf_count, leaf_capacity;
};

static void __attribute__((format(printf, 3, 4))) damage_add(struct verification *self, const char *what, const char *why, ...) {
    char text[400];
    va_list arguments;
    if (self->out->all.count >= 1000) return;
    va_start(arguments, why);
    vsnprintf(text, sizeof text, why, arguments);
    va_end(arguments);
    ARRAY_PUSH(self->memory, &self->out->all) =
        (struct damage){ arena_copy(self->memory, slice_of(what)), arena_copy(self->memory, slice_of(text)) };
}

static bool text_equal(const char *a, const char *b) { return (!a && !b) || (a && b && strcmp(a, b) == 0); }

/* The columns beside the body repeat what stands in it. */
static const char *columns_differ(sqlite3_stmt *query, const json_t *body) {
    static const struct {
        const char *name;
        int column;
    } texts[] = { { "at", 1 }, { "by", 2 }, { "act", 3 }, { "item", 4 }, { "other", 5 }, { "record", 6 } };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!text_equal((const char *)sqlite3_column_text(query, texts[i].column), json_string_value(json_object_get(body, texts[i].name))))
            return texts[i].name;
    if (sqlite3_column_int64(query, 7) != field_number(body, "target")) return "target";
    return sqlite3_column_int64(query, 0) == field_number(body, "seq") ? NULL : "seq";
}

static void entry_check(struct verification *self, sqlite3_stmt *query, int64_t expected, char previous[65]) {
    char what[40], leaf[65];
    int64_t seq = sqlite3_column_int64(query, 0);
    slice body = { sqlite3_column_blob(query, 8), (size_t)sqlite3_column_bytes(query, 8) };
    const char *stored = (const char *)sqlite3_column_text(query, 9);
    snprintf(what, sizeof what, "entry %lld", (long long)expected);
    hash value = merkle_leaf((slice){ body.data ? body.data : "", body.size });
    hash_hex(value, leaf);
    if (seq != expected) damage_add(self, what, "is missing: entry %lld stands in its place", (long long)seq);
    if (!stored || strcmp(stored, leaf) != 0) damage_add(self, what, "its body does not have the hash that was stored with it");
    json_t *json = body.data ? json_loadb(body.data, body.size, 0, NULL) : NULL;
    if (!json) {
        damage_add(self, what, "its body is no JSON");
    } else {
        const char *prev = field_text(json, "prev"), *column = columns_differ(query, json);
        if (!prev || strcmp(prev, previous) != 0)
            damage_add(self, what, "the chain breaks: it does not follow entry %lld as that is now", (long long)expected - 1);
        if (column) damage_add(self, what, "its column `%s` differs from its body", column);
        buffer again = { 0 };
        if (!canonical_json(json, &again) || !slice_equal((slice){ again.data, again.size }, body))
            damage_add(self, what, "its body is not in canonical form");
        buffer_free(&again);
        json_decref(json);
    }
    memcpy(previous, leaf, 65);
    if (self->leaf_count == self->leaf_capacity) {
        self->leaf_capacity = self->leaf_capacity ? self->leaf_capacity * 2 : 1024;
        self->leaves = realloc(self->leaves, self->leaf_capacity * sizeof(hash));
        if (!self->leaves) abort();
    }
    self->leaves[self->leaf_count++] = value;
}

static void ledger_check(struct verification *self) {
    register_file *file = self->file;
    error problem = { 0 };
    bool failed = false;
    char previous[65];
    int64_t expected = 1;
    memset(previous, '0', 64);
    previous[64] = 0;
    sqlite3_stmt *query =
        store_query(file, &problem, "SELECT seq, at, by, act, item, other, record, target, body, leaf_hash FROM ledger ORDER BY seq", "");
    while (query && store_next(file, query, &problem, &failed)) {
        entry_check(self, query, expected, previous);
        expected = sqlite3_column_int64(query, 0) >= expected && sqlite3_column_int64(query, 0) < expected + 1000
                       ? sqlite3_column_int64(query, 0) + 1
                       : expected + 1;
    }
    self->out->entries = (int64_t)self->leaf_count;
    if (!query || failed) {
        char what[40];
        snprintf(what, sizeof what, "entry %lld", (long long)expected);
        damage_add(self, what, "cannot be read: %s", problem.message);
    }
    hash_hex(merkle_root(self->leaves, self->leaf_count), self->out->root);
}

struct kept_record {
    const char *record, *sha256;
    int64_t entry;
};
struct kept_reading {
    const char *record, *sha256, *head, *tail;
};

/* Every record has the bytes whose hash its entry holds. */
static void records_check(struct verification *self) {
    register_file *file = self->file;
    error problem = { 0 };
    bool failed = false;
    ARRAY(struct kept_record) kept = { 0 };
    sqlite3_stmt *query = store_query(file, &problem,
                                      "SELECT l.record, l.body ->> 'sha256', l.seq FROM ledger l WHERE act IN ('record.add', "
                                      "'record.replace') AND json_valid(body) ORDER BY seq",
                                      "");
    while (query && store_next(file, query, &problem, &failed)) {
        ARRAY_PUSH(self->memory, &kept) = (struct kept_record){ column_string(self->memory, query, 0),
                                                                column_string(self->memory, query, 1), sqlite3_column_int64(query, 2) };
    }
    if (!query || failed) damage_add(self, "the ledger's records", "cannot be read: %s", problem.message);
    for (uint32_t i = 0; i < kept.count; i++) {
        const char *what = arena_format(self->memory, "record %s", kept.at[i].record ? kept.at[i].record : "?");
        char found[65] = "";
        failed = false;
        query = store_query(file, &problem, "SELECT bytes, size, redacted FROM content WHERE sha256 = ?", "s", kept.at[i].sha256);
        if (query && store_next(file, query, &problem, &failed)) {
            slice bytes = { sqlite3_column_blob(query, 0), (size_t)sqlite3_column_bytes(query, 0) };
            bool redacted = sqlite3_column_type(query, 0) == SQLITE_NULL && sqlite3_column_type(query, 2) != SQLITE_NULL;
            hash_hex(hash_of((slice){ bytes.data ? bytes.data : "", bytes.size }), found);
            if (!redacted && (!kept.at[i].sha256 || strcmp(found, kept.at[i].sha256) != 0))
                damage_add(self, what, "its bytes are not those that entry %lld kept (SHA-256 is %.12s…, was %.12s…)",
                           (long long)kept.at[i].entry, found, kept.at[i].sha256);
            else if (!redacted && sqlite3_column_int64(query, 1) != (int64_t)bytes.size)
                damage_add(self, what, "its stored size is not that of its bytes");
            sqlite3_reset(query);
        } else {
            damage_add(self, what, failed || !query ? "its bytes cannot be read: %s" : "the bytes that its entry kept are not there%s",
                       failed || !query ? problem.message : "");
        }
    }
    self->out->records = kept.count;
    /* The table of records says the same as the last entry about each. */
    query = store_query(file, &problem,
                        "SELECT r.record FROM record r LEFT JOIN ledger l ON l.seq = r.entry WHERE l.seq IS NULL OR l.record IS NOT "
                        "r.record OR l.act NOT IN ('record.add', 'record.replace')"
                        " OR NOT json_valid(l.body) OR l.body ->> 'sha256' IS NOT r.sha256 UNION"
                        " SELECT l.record FROM ledger l WHERE act = 'record.add' AND l.record NOT IN (SELECT record FROM record)",
                        "");
    failed = false;
    while (query && store_next(file, query, &problem, &failed)) {
        const char *record = (const char *)sqlite3_column_text(query, 0);
        damage_add(self, arena_format(self->memory, "record %s", record ? record : "?"), "its row does not agree with the ledger");
    }
    if (!query || failed) damage_add(self, "the records", "cannot be read: %s", problem.message);
}

/* A reading can be made again, but until then it must be the one that was taken in. */
static void readings_check(struct verification *self) {
    register_file *file = self->file;
    error problem = { 0 };
    bool failed = false;
    ARRAY(struct kept_reading) readings = { 0 };
    sqlite3_stmt *query = store_query(file, &problem, "SELECT record, sha256, head, tail FROM reading ORDER BY record", "");
    while (query && store_next(file, query, &problem, &failed)) {
        ARRAY_PUSH(self->memory, &readings) =
            (struct kept_reading){ column_string(self->memory, query, 0), column_string(self->memory, query, 1),
                                   column_string(self->memory, query, 2), column_string(self->memory, query, 3) };
    }
    if (!query || failed) damage_add(self, "the readings", "cannot be read: %s", problem.message);
    buffer all = { 0 };
    for (uint32_t i = 0; i < readings.count; i++) {
        char found[65];
        const char *what = arena_format(self->memory, "reading of record %s", readings.at[i].record);
        all.size = 0;
        buffer_format(&all, "%s\n", readings.at[i].head ? readings.at[i].head : "");
        query = store_query(
            file, &problem,
            "SELECT body, line FROM mention WHERE record = ?1 UNION ALL SELECT body, line FROM statement WHERE record = ?1 ORDER BY 2", "s",
            readings.at[i].record);
        failed = false;
        while (query && store_next(file, query, &problem, &failed)) {
            buffer_add(&all, (slice){ (const char *)sqlite3_column_text(query, 0), (size_t)sqlite3_column_bytes(query, 0) });
            buffer_add_char(&all, '\n');
        }
        if (readings.at[i].tail) buffer_format(&all, "%s\n", readings.at[i].tail);
        hash_hex(hash_of((slice){ all.data, all.size }), found);
        if (!query || failed)
            damage_add(self, what, "cannot be read: %s", problem.message);
        else if (!readings.at[i].sha256 || strcmp(found, readings.at[i].sha256) != 0)
            damage_add(self, what, "is not the one that was taken in; `griffie add` the file again");
    }
    buffer_free(&all);
}

static void store_check(struct verification *self) {
    register_file *file = self->file;
    error problem = { 0 };
    bool failed = false;
    sqlite3_stmt *query = store_query(file, &problem, "PRAGMA integrity_check(20)", "");
    while (query && store_next(file, query, &problem, &failed)) {
        const char *text = (const char *)sqlite3_column_text(query, 0);
        if (text && strcmp(text, "ok") != 0) damage_add(self, "the file", "%s", text);
    }
    if (!query || failed) damage_add(self, "the file", "cannot be checked: %s", problem.message);
}

/* The views as they are, hashed; made again in a transaction that is rolled back, they must be the same. */
static const char *const view_queries[] = {
    "SELECT * FROM item ORDER BY item",
    "SELECT * FROM item_field ORDER BY item, field",
    "SELECT * FROM item_link ORDER BY item, entry",
    "SELECT * FROM item_closing ORDER BY item, entry",
    "SELECT * FROM item_note ORDER BY entry",
    "SELECT * FROM moment ORDER BY item, number",
    "SELECT * FROM event ORDER BY event",
    "SELECT * FROM undone ORDER BY seq",
    "SELECT * FROM record ORDER BY record",
};
static const char *const view_names[] = { "item",   "item_field", "item_link", "item_closing", "item_note",
                                          "moment", "event",      "undone",    "record" };

static bool view_hash(register_file *file, const char *sql, hash *out, error *problem) {
    bool failed = false;
    buffer all = { 0 };
    sqlite3_stmt *query = store_query(file, problem, sql, "");
    while (query && store_next(file, query, problem, &failed)) {
        for (int i = 0; i < sqlite3_column_count(query); i++) {
            const char *text = (const char *)sqlite3_column_text(query, i);
            buffer_add(&all, (slice){ text ? text : "\x01", text ? (size_t)sqlite3_column_bytes(query, i) : 1 });
            buffer_add_char(&all, 0);
        }
        buffer_add_char(&all, '\n');
    }
    *out = hash_of((slice){ all.data ? all.data : "", all.size });
    buffer_free(&all);
    return query && !failed;
}

/* False: somebody else was writing, so that it could not be tried. A file that may not be written at all is left at that. */
static bool views_check(struct verification *self, error *busy) {
    register_file *file = self->file;
    error problem = { 0 };
    if (sqlite3_db_readonly(file->database, "main")) return true;
    hash before[COUNT_OF(view_queries)], after;
    bool good = true;
    for (size_t i = 0; good && i < COUNT_OF(view_queries); i++) good = view_hash(file, view_queries[i], &before[i], &problem);
    if (sqlite3_exec(file->database, "PRAGMA query_only=OFF; BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
        sqlite3_exec(file->database, file->mode == REGISTER_READ ? "PRAGMA query_only=ON" : "SELECT 1", NULL, NULL, NULL);
        return store_fail(file, busy, "the views cannot be checked");
    }
    good = good && views_refresh(file, &problem);
    for (size_t i = 0; good && i < COUNT_OF(view_queries); i++) {
        good = view_hash(file, view_queries[i], &after, &problem);
        if (good && !hash_equal(before[i], after))
            damage_add(self, arena_format(self->memory, "view %s", view_names[i]),
                       "is not what the entries give; `griffie rebuild` makes it again");
    }
    if (!good) damage_add(self, "the views", "cannot be computed: %s", problem.message);
    sqlite3_exec(file->database, "ROLLBACK", NULL, NULL, NULL);
    if (file->mode == REGISTER_READ) sqlite3_exec(file->database, "PRAGMA query_only=ON", NULL, NULL, NULL);
    return true;
}

bool register_verify(register_file *file, arena *memory, struct damages *out, error *problem) {
    bool whole = true;
    *out = (struct damages){ 0 };
    struct verification self = { .file = file, .memory = memory, .out = out };
    ledger_check(&self);
    records_check(&self);
    readings_check(&self);
    store_check(&self);
    if (out->all.count == 0) whole = views_check(&self, problem);
    free(self.leaves);
    return whole;
}
