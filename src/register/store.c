/* The SQLite file behind a register: made, opened, closed; transactions; prepared queries. */
#include "register/store.h"

#include <errno.h>
#include <glob.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char schema[] =
#include "register/schema.inc"
    "CREATE VIRTUAL TABLE search USING fts5(text, content='passage', content_rowid='passage', tokenize='griffie');\n";

bool store_fail(register_file *self, error *problem, const char *doing) {
    int code = self->database ? sqlite3_errcode(self->database) : SQLITE_ERROR;
    bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    bool busy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
    return error_set(problem, damaged ? ERROR_DAMAGE : ERROR_STORE, self->path, -1, "%s: %s%s", doing, sqlite3_errmsg(self->database),
                     busy ? " (somebody else is writing; try again)" : "");
}

/* --- Opening ------------------------------------------------------------------------------------------------------- */

static register_file *file_open(const char *path, enum register_mode mode, int flags, error *problem) {
    register_file *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->path = strdup(path);
    self->mode = mode;
    self->limit = INT32_MAX;
    if (sodium_init() < 0 || sqlite3_open_v2(path, &self->database, flags, NULL) != SQLITE_OK) {
        error_set(problem, ERROR_STORE, path, -1, "cannot open the register: %s",
                  self->database ? sqlite3_errmsg(self->database) : "out of memory");
        register_close(self);
        return NULL;
    }
    sqlite3_busy_timeout(self->database, 10000);
    sqlite3_extended_result_codes(self->database, 0);
    if (!snowball_install(self->database)) {
        error_set(problem, ERROR_STORE, path, -1, "this SQLite has no full-text search (FTS5)");
        register_close(self);
        return NULL;
    }
    return self;
}

bool register_create(const char *path, const char *name, error *problem) {
    if (access(path, F_OK) == 0)
        return error_set(problem, ERROR_CONFLICT, path, -1, "there is a file of this name already; give another one");
    register_file *self = file_open(path, REGISTER_WRITE, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, problem);
    if (!self) return false;
    char now[32];
    ledger_now(now);
    bool good =
        sqlite3_exec(self->database, "PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA application_id=1735551590; BEGIN IMMEDIATE;",
                     NULL, NULL, NULL) == SQLITE_OK &&
        sqlite3_exec(self->database, schema, NULL, NULL, NULL) == SQLITE_OK &&
        store_run(self, problem, "INSERT INTO meta VALUES ('schema', ?), ('name', ?), ('created', ?)", "sss", "1", name, now) &&
        sqlite3_exec(self->database, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    if (!good) {
        store_fail(self, problem, "cannot make the register");
        if (!sqlite3_get_autocommit(self->database)) sqlite3_exec(self->database, "ROLLBACK", NULL, NULL, NULL);
    }
    register_close(self);
    return good;
}

register_file *register_open(const char *path, enum register_mode mode, error *problem) {
    if (access(path, F_OK) != 0) {
        error_set(problem, ERROR_NOT_FOUND, path, -1, "%s; `griffie init` makes a register", strerror(errno));
        return NULL;
    }
    /* Reading through a WAL needs its shared memory file, so readers open for writing too and are held to reading by query_only. */
    bool writable = access(path, W_OK) == 0;
    register_file *self = file_open(path, mode, mode == REGISTER_WRITE || writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, problem);
    if (!self) return NULL;
    const char *pragmas = mode == REGISTER_WRITE ? "PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA journal_mode=WAL; PRAGMA "
                                                   "cache_size=-65536; PRAGMA temp_store=MEMORY;"
                                                 : "PRAGMA query_only=ON;";
    if (sqlite3_exec(self->database, pragmas, NULL, NULL, NULL) != SQLITE_OK) {
        store_fail(self, problem, "this is no register that can be read");
        register_close(self);
        return NULL;
    }
    bool failed = false;
    sqlite3_stmt *query =
        store_query(self, problem, "SELECT (SELECT value FROM meta WHERE key='schema'), (SELECT value FROM meta WHERE key='name')", "");
    if (query && store_next(self, query, problem, &failed)) {
        int version = sqlite3_column_int(query, 0);
        const char *name = (const char *)sqlite3_column_text(query, 1);
        self->name = strdup(name ? name : "register");
        sqlite3_reset(query);
        if (version == REGISTER_SCHEMA) return self;
        error_set(problem, ERROR_STORE, path, -1, "the register has schema %d, this griffie knows %d", version, REGISTER_SCHEMA);
    } else if (problem && problem->code != ERROR_DAMAGE) {
        error_set(problem, ERROR_STORE, path, -1, "this is no register of griffie");
    }
    register_close(self);
    return NULL;
}

void register_close(register_file *self) {
    if (!self) return;
    for (size_t i = 0; i < COUNT_OF(self->prepared); i++) sqlite3_finalize(self->prepared[i].query);
    word_splitter_free(self->splitter);
    sqlite3_close_v2(self->database);
    free(self->path);
    free(self->name);
    free(self);
}

bool register_find(const char *given, char *path, size_t size, error *problem) {
    if (!given || !*given) given = getenv("GRIFFIE_REGISTER");
    if (given && *given) {
        if ((size_t)snprintf(path, size, "%s", given) >= size) return error_set(problem, ERROR_USAGE, given, -1, "the path is too long");
        return true;
    }
    glob_t found = { 0 };
    int outcome = glob("*.griffie", 0, NULL, &found);
    bool good = outcome == 0 && found.gl_pathc == 1 && (size_t)snprintf(path, size, "%s", found.gl_pathv[0]) < size;
    if (outcome == GLOB_NOMATCH || found.gl_pathc == 0) {
        error_set(problem, ERROR_NOT_FOUND, NULL, -1,
                  "no register here: give one with -r FILE or $GRIFFIE_REGISTER, or make one with `griffie init`");
    } else if (!good) {
        buffer names = { 0 };
        for (size_t i = 0; i < found.gl_pathc; i++) buffer_format(&names, "%s%s", i ? ", " : "", found.gl_pathv[i]);
        error_set(problem, ERROR_USAGE, NULL, -1, "more than one register here (%.*s): say which with -r FILE",
                  (int)(names.size < 150 ? names.size : 150), names.data);
        buffer_free(&names);
    }
    globfree(&found);
    return good;
}

const char *register_path(const register_file *self) { return self->path; }
const char *register_name(const register_file *self) { return self->name; }
void register_limit(register_file *self, int level) { self->limit = level; }

int label_level(const char *label) {
    static const struct {
        const char *name;
        int level;
    } labels[] = {
        { "public", 0 },       { "openbaar", 0 },      { "internal", 1 }, { "intern", 1 },
        { "confidential", 2 }, { "vertrouwelijk", 2 }, { "secret", 3 },   { "geheim", 3 },
    };
    if (!label) return 0;
    for (size_t i = 0; i < COUNT_OF(labels); i++)
        if (strcmp(labels[i].name, label) == 0) return labels[i].level;
    return -1;
}

/* --- Transactions -------------------------------------------------------------------------------------------------- */

/* The outermost is a transaction, those inside are savepoints: what fails inside takes back itself alone. */
static bool level_run(register_file *self, const char *outer, const char *inner, int level) {
    char sql[96];
    snprintf(sql, sizeof sql, inner, level, level);
    return sqlite3_exec(self->database, level == 1 ? outer : sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool register_begin(register_file *self, error *problem) {
    if (self->mode != REGISTER_WRITE) return error_set(problem, ERROR_STORE, self->path, -1, "the register was opened for reading only");
    if (!level_run(self, "BEGIN IMMEDIATE", "SAVEPOINT level%d", self->transaction + 1))
        return store_fail(self, problem, "cannot write to the register");
    self->transaction++;
    return true;
}

bool register_commit(register_file *self, error *problem) {
    if (level_run(self, "COMMIT", "RELEASE level%d", self->transaction)) {
        self->transaction--;
        return true;
    }
    return store_fail(self, problem, "cannot write to the register");
}

void register_rollback(register_file *self) {
    if (self->transaction == 0) return;
    /* SQLite may have rolled back by itself (disk full); then there is nothing to take back. */
    if (!sqlite3_get_autocommit(self->database)) level_run(self, "ROLLBACK", "ROLLBACK TO level%d; RELEASE level%d", self->transaction);
    self->transaction--;
    self->number_count = 0;
}

/* --- Queries ------------------------------------------------------------------------------------------------------- */

sqlite3_stmt *store_prepare(register_file *self, error *problem, const char *sql) {
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(self->database, sql, -1, &query, NULL) != SQLITE_OK) {
        store_fail(self, problem, "cannot ask the register");
        return NULL;
    }
    return query;
}

static sqlite3_stmt *prepared_find(register_file *self, error *problem, const char *sql) {
    size_t at = ((uintptr_t)sql >> 3) % COUNT_OF(self->prepared), step = 0;
    for (; self->prepared[at].sql && step < COUNT_OF(self->prepared); step++) {
        if (self->prepared[at].sql == sql) {
            sqlite3_reset(self->prepared[at].query);
            return self->prepared[at].query;
        }
        at = (at + 1) % COUNT_OF(self->prepared);
    }
    sqlite3_stmt *query = store_prepare(self, problem, sql);
    if (!query) return NULL;
    if (self->prepared[at].sql) sqlite3_finalize(self->prepared[at].query); /* full: the oldest of this place goes */
    self->prepared[at] = (struct prepared){ sql, query };
    return query;
}

static void value_bind(sqlite3_stmt *query, int at, char type, va_list *values) {
    switch (type) {
    case 's':
        sqlite3_bind_text(query, at, va_arg(*values, const char *), -1, SQLITE_TRANSIENT);
        break;
    case 'i':
        sqlite3_bind_int64(query, at, va_arg(*values, int64_t));
        break;
    case 'n': {
        int64_t number = va_arg(*values, int64_t);
        if (number)
            sqlite3_bind_int64(query, at, number);
        else
            sqlite3_bind_null(query, at);
        break;
    }
    case 'b': {
        slice bytes = va_arg(*values, slice);
        sqlite3_bind_blob64(query, at, bytes.data ? bytes.data : "", bytes.size, SQLITE_STATIC);
        break;
    }
    case 't': {
        slice text = va_arg(*values, slice);
        sqlite3_bind_text64(query, at, text.data ? text.data : "", text.size, SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
    }
    case 'd': {
        char text[16];
        date day = va_arg(*values, date);
        if (date_known(day))
            sqlite3_bind_text(query, at, date_text(day, text), -1, SQLITE_TRANSIENT);
        else
            sqlite3_bind_null(query, at);
        break;
    }
    }
}

static sqlite3_stmt *query_with(register_file *self, error *problem, const char *sql, const char *types, va_list *values) {
    sqlite3_stmt *query = prepared_find(self, problem, sql);
    if (!query) return NULL;
    for (int i = 0; types[i]; i++) value_bind(query, i + 1, types[i], values);
    return query;
}

sqlite3_stmt *store_query(register_file *self, error *problem, const char *sql, const char *types, ...) {
    va_list values;
    va_start(values, types);
    sqlite3_stmt *query = query_with(self, problem, sql, types, &values);
    va_end(values);
    return query;
}

bool store_next(register_file *self, sqlite3_stmt *query, error *problem, bool *failed) {
    int outcome = sqlite3_step(query);
    if (outcome == SQLITE_ROW) return true;
    *failed = outcome != SQLITE_DONE;
    if (*failed) store_fail(self, problem, "cannot read the register");
    sqlite3_reset(query);
    return false;
}

bool store_run(register_file *self, error *problem, const char *sql, const char *types, ...) {
    va_list values;
    va_start(values, types);
    sqlite3_stmt *query = query_with(self, problem, sql, types, &values);
    va_end(values);
    if (!query) return false;
    int outcome = sqlite3_step(query);
    bool good = outcome == SQLITE_DONE || outcome == SQLITE_ROW;
    if (!good) store_fail(self, problem, "cannot write to the register");
    sqlite3_reset(query);
    sqlite3_clear_bindings(query);
    return good;
}

bool store_number(register_file *self, error *problem, int64_t otherwise, int64_t *out, const char *sql, const char *types, ...) {
    va_list values;
    va_start(values, types);
    sqlite3_stmt *query = query_with(self, problem, sql, types, &values);
    va_end(values);
    bool failed = false;
    if (!query) return false;
    *out = otherwise;
    if (store_next(self, query, problem, &failed)) {
        if (sqlite3_column_type(query, 0) != SQLITE_NULL) *out = sqlite3_column_int64(query, 0);
        sqlite3_reset(query);
    }
    return !failed;
}

const char *column_string(arena *memory, sqlite3_stmt *query, int column) {
    const char *text = (const char *)sqlite3_column_text(query, column);
    return text ? arena_copy(memory, (slice){ text, (size_t)sqlite3_column_bytes(query, column) }) : NULL;
}

date column_date(sqlite3_stmt *query, int column) {
    date day = { 0 };
    const char *text = (const char *)sqlite3_column_text(query, column);
    if (text) date_parse(slice_of(text), &day);
    return day;
}

const char *date_text(date d, char out[16]) {
    if (date_known(d))
        snprintf(out, 16, "%04d-%02u-%02u", d.year % 10000, d.month % 100u, d.day % 100u);
    else
        out[0] = 0;
    return out;
}
