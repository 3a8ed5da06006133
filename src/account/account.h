/* Room `account`: what is told from a register: overviews, lists, items with their evidence, accounts. The same documents are printed by
 * `griffie … --json` and served by the API; names are those of MODEL. No SQL here.
 *
 * ACCOUNT_LINES: JSON lines, one object a row. ACCOUNT_DOCUMENT: one object {"as_of", "total", "items": […]} for the API. */
#ifndef GRIFFIE_ACCOUNT_H
#define GRIFFIE_ACCOUNT_H

#include "follow/follow.h"

enum account_form { ACCOUNT_LINES, ACCOUNT_DOCUMENT };
enum account_sort { SORT_NUMBER, SORT_DUE };
struct account_query {
    struct item_filter filter;
    date as_of;        /* must be known */
    unsigned statuses; /* bits 1 << enum status; 0: all */
    date due_before, due_after;
    bool stale, waiting; /* only those */
    bool links;          /* with opened_by, links, status_since, why */
    enum account_sort sort;
    uint32_t limit, offset; /* 0: all */
};
/* Items with their status on a day, for whoever lays them out. */
struct account_row {
    const struct item *item;
    struct life life;
};
struct account_rows {
    ARRAY(struct account_row) all;
    uint32_t total; /* before limit and offset */
};
bool account_find(register_file *file, arena *memory, const struct account_query *query, unsigned with, struct account_rows *out,
                  error *problem);
bool account_items(register_file *file, const struct account_query *query, enum account_form form, buffer *out, error *problem);
/* What is due, soonest first: overdue, then coming; items without a day come last and only if `all`. */
bool account_agenda_find(register_file *file, arena *memory, date as_of, date until, bool all, struct account_rows *out, error *problem);
bool account_agenda(register_file *file, date as_of, date until, bool all, enum account_form form, buffer *out, error *problem);

/* {"register","as_of","records","statements","items","open","due","overdue","settled","stale","waiting","proposals","status":{…},"kind":{…}}
 */
bool account_overview(register_file *file, date as_of, buffer *out, error *problem);
/* One item with fields and where each comes from, links, closings, moments, notes, history (its entries). ERROR_NOT_FOUND. */
bool account_item(register_file *file, const char *item, date as_of, buffer *out, error *problem);
/* One record: metadata, clean text, statements (each with its item and that item's status), `mentions` if asked. ERROR_NOT_FOUND. */
bool account_record(register_file *file, const char *record, date as_of, bool mentions, buffer *out, error *problem);
bool account_records(register_file *file, const struct record_filter *filter, enum account_form form, buffer *out, error *problem);
bool account_statements(register_file *file, const struct statement_filter *filter, enum account_form form, buffer *out, error *problem);
bool account_search(register_file *file, const char *query, uint32_t limit, enum account_form form, buffer *out, error *problem);
bool account_ledger(register_file *file, const struct ledger_filter *filter, enum account_form form, buffer *out, error *problem);
/* Proposals to accept or reject, and linking statements that found no item. */
bool account_review(register_file *file, enum account_form form, buffer *out, error *problem);
bool account_events(register_file *file, enum account_form form, buffer *out, error *problem);
/* The account itself as Markdown: sections by record, what was promised, what came of it, sources. lang: "nl" or "en". */
bool account_markdown(register_file *file, const struct account_query *query, const char *lang, buffer *out, error *problem);

/* Why an item has its status, one sentence. */
void account_why(const struct item *item, const struct life *life, const char *lang, buffer *out);
/* "autumn 2021", "29 June 2022", "NATO-SUMMIT-2022-MADRID (2022)". */
void account_due(struct due due, const char *due_text, const char *lang, buffer *out);

#endif
