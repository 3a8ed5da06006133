/* The SQLite file behind a register: queries with their values, prepared once. Private to room `register`.
 *
 * Types of values, one letter each: s text (NULL allowed), i int64_t, n int64_t with 0 meaning NULL, b slice as bytes, t slice as text,
 * d date (unknown: NULL). */
#ifndef GRIFFIE_STORE_H
#define GRIFFIE_STORE_H

#include "register/register.h"

#include <jansson.h>
#include <sqlite3.h>

#define REGISTER_SCHEMA 1

struct prepared {
    const char *sql;
    sqlite3_stmt *query;
};
struct year_number {
    int year;
    int64_t last;
};
struct register_file {
    sqlite3 *database;
    char *path, *name;
    enum register_mode mode;
    int limit;                      /* highest label level that may be seen */
    int transaction;                /* depth: 0 none */
    struct prepared prepared[256];  /* by the address of the SQL literal */
    struct year_number numbers[64]; /* last item number of a year, once asked for */
    size_t number_count;
    struct word_splitter *splitter; /* the tokenizer of search, for whoever compares texts; made when first asked for */
};

/* A query ready to be stepped; NULL and *problem on error. `sql` must be a literal (or live as long as the handle). */
sqlite3_stmt *store_query(register_file *self, error *problem, const char *sql, const char *types, ...);
/* True while there is a row. After the last one the query is reset; *failed says whether it ended in an error. */
bool store_next(register_file *self, sqlite3_stmt *query, error *problem, bool *failed);
/* Runs a query that gives no rows. */
bool store_run(register_file *self, error *problem, const char *sql, const char *types, ...);
/* One whole number; `otherwise` if there is no row. */
bool store_number(register_file *self, error *problem, int64_t otherwise, int64_t *out, const char *sql, const char *types, ...);
/* SQL made at run time: not kept; finalise by stepping to the end or with sqlite3_finalize. */
sqlite3_stmt *store_prepare(register_file *self, error *problem, const char *sql);
bool store_fail(register_file *self, error *problem, const char *doing);

/* Columns, copied into the arena. */
const char *column_string(arena *memory, sqlite3_stmt *query, int column);
date column_date(sqlite3_stmt *query, int column);

/* The FTS5 tokenizer `griffie`: words folded by unicode61, each followed in the same place by its Dutch and English stems. */
bool snowball_install(sqlite3 *database);
/* The terms of a text as search has them, words and stems, handed out in order. */
typedef void term_taker(void *context, slice term);
bool words_split(register_file *self, slice text, term_taker *take, void *context);
void word_splitter_free(struct word_splitter *self);

/* ledger.c: one entry more. `body` (taken) holds what goes with the act; the rest is added here. */
bool ledger_append(register_file *self, const char *by, const char *act, json_t *body, int64_t *seq, error *problem);
/* The moment of an entry: now, or $SOURCE_DATE_EPOCH, as RFC 3339 in UTC. */
void ledger_now(char out[32]);

/* replay.c: views of one record, of one item, of one event; of everything. */
bool record_refresh(register_file *self, const char *record, error *problem);
bool item_refresh(register_file *self, const char *item, error *problem);
bool event_refresh(register_file *self, const char *event, error *problem);
bool views_refresh(register_file *self, error *problem);

/* ISO date of a date as text; "" if unknown. */
const char *date_text(date d, char out[16]);

#endif
