/* The ledger: entries are appended, never changed. Each is one canonical JSON object that names the hash of the entry before it. */
#include "register/canonical.h"
#include "register/merkle.h"
#include "register/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void ledger_now(char out[32]) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

date register_today(void) {
    char now[32];
    date day = { 0 };
    ledger_now(now);
    date_parse((slice){ now, 10 }, &day);
    return day;
}

static const char *text_of(const json_t *body, const char *key) { return json_string_value(json_object_get(body, key)); }

/* The last entry's number and hash; 0 and 64 zeros before the first. */
static bool ledger_head(register_file *self, int64_t *seq, char leaf[65], error *problem) {
    bool failed = false;
    *seq = 0;
    memset(leaf, '0', 64);
    leaf[64] = 0;
    sqlite3_stmt *query = store_query(self, problem, "SELECT seq, leaf_hash FROM ledger ORDER BY seq DESC LIMIT 1", "");
    if (!query) return false;
    if (store_next(self, query, problem, &failed)) {
        *seq = sqlite3_column_int64(query, 0);
        snprintf(leaf, 65, "%s", (const char *)sqlite3_column_text(query, 1));
        sqlite3_reset(query);
    }
    return !failed;
}

/* An entry is undone if an undo that is itself not undone points at it; taking back an undo brings the entry back. */
static bool undo_mark(register_file *self, int64_t undo, int64_t target, error *problem) {
    int64_t earlier = 0;
    return store_run(self, problem, "INSERT OR REPLACE INTO undone (seq, by_seq) VALUES (?, ?)", "ii", target, undo) &&
           store_number(self, problem, 0, &earlier, "SELECT target FROM ledger WHERE seq = ? AND act = 'undo'", "i", target) &&
           (!earlier || store_run(self, problem, "DELETE FROM undone WHERE seq = ?", "i", earlier));
}

bool ledger_append(register_file *self, const char *by, const char *act, json_t *body, int64_t *seq, error *problem) {
    int64_t last = 0;
    char now[32], previous[65], leaf[65];
    buffer text = { 0 };
    bool good = false;
    ledger_now(now);
    if (!by || !*by) {
        error_set(problem, ERROR_USAGE, self->path, -1, "an entry needs a name: who makes it?");
        goto done;
    }
    if (!ledger_head(self, &last, previous, problem)) goto done;
    json_object_set_new(body, "seq", json_integer(last + 1));
    json_object_set_new(body, "at", json_string(now));
    json_object_set_new(body, "by", json_string(by));
    json_object_set_new(body, "act", json_string(act));
    json_object_set_new(body, "prev", json_string(previous));
    if (!canonical_json(body, &text)) {
        error_set(problem, ERROR_FORMAT, self->path, -1, "the entry is not UTF-8 or holds a fraction");
        goto done;
    }
    hash_hex(merkle_leaf((slice){ text.data, text.size }), leaf);
    int64_t target = json_integer_value(json_object_get(body, "target"));
    good = store_run(self, problem,
                     "INSERT INTO ledger (seq, at, by, act, item, other, record, target, body, leaf_hash) VALUES (?,?,?,?,?,?,?,?,?,?)",
                     "issssssnts", last + 1, now, by, act, text_of(body, "item"), text_of(body, "other"), text_of(body, "record"), target,
                     (slice){ text.data, text.size }, leaf) &&
           (strcmp(act, "undo") != 0 || undo_mark(self, last + 1, target, problem));
    if (good && seq) *seq = last + 1;
done:
    buffer_free(&text);
    json_decref(body);
    return good;
}

/* Each way of asking has its plan: all entries by number, those about an item, those from a record. */
#define ENTRIES_SQL(which, order)                                                                                                          \
    "SELECT l.seq, at, by, act, item, other, record, body, leaf_hash, u.seq IS NOT NULL, (SELECT by FROM ledger w WHERE w.seq = u.by_seq)" \
    " FROM ledger l LEFT JOIN undone u ON u.seq = l.seq WHERE " which " AND l.seq >= ?3 AND l.seq <= ?4"                                   \
    " AND (?6 >= 3 OR ((item IS NULL OR item NOT IN (SELECT item FROM item WHERE label_level > ?6))"                                       \
    " AND (record IS NULL OR record NOT IN (SELECT record FROM record WHERE label_level > ?6))))"                                          \
    " ORDER BY l.seq " order " LIMIT ?5"
#define OF_ITEM                                                                                                                            \
    "l.seq IN (SELECT seq FROM ledger WHERE item = ?1 UNION SELECT seq FROM ledger WHERE other = ?1) AND (?2 IS NULL OR record = ?2)"
static const char *const entries_sql[3][2] = {
    { ENTRIES_SQL("?1 IS NULL AND ?2 IS NULL", ""), ENTRIES_SQL("?1 IS NULL AND ?2 IS NULL", "DESC") },
    { ENTRIES_SQL(OF_ITEM, ""), ENTRIES_SQL(OF_ITEM, "DESC") },
    { ENTRIES_SQL("?1 IS NULL AND record = ?2", ""), ENTRIES_SQL("?1 IS NULL AND record = ?2", "DESC") },
};

bool register_entries(register_file *self, arena *memory, const struct ledger_filter *filter, struct entries *out, error *problem) {
    bool failed = false;
    *out = (struct entries){ 0 };
    sqlite3_stmt *query = store_query(self, problem,
                                      entries_sql[filter->item     ? 1
                                                  : filter->record ? 2
                                                                   : 0][filter->newest_first],
                                      "ssiiii", filter->item, filter->record, filter->from, filter->to ? filter->to : INT64_MAX,
                                      filter->limit ? filter->limit : INT64_MAX, (int64_t)self->limit);
    if (!query) return false;
    while (store_next(self, query, problem, &failed)) {
        ARRAY_PUSH(memory, &out->all) = (struct entry){
            .seq = sqlite3_column_int64(query, 0),
            .at = column_string(memory, query, 1),
            .by = column_string(memory, query, 2),
            .act = column_string(memory, query, 3),
            .item = column_string(memory, query, 4),
            .other = column_string(memory, query, 5),
            .record = column_string(memory, query, 6),
            .body = column_string(memory, query, 7),
            .leaf = column_string(memory, query, 8),
            .undone = sqlite3_column_int(query, 9) != 0,
            .undone_by = column_string(memory, query, 10),
        };
    }
    return !failed;
}
