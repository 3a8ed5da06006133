/* A judgement is entered: one entry more in the ledger, and the views of what it touches computed again. */
#include "register/fields.h"
#include "register/store.h"

#include <stdio.h>
#include <stdlib.h>

/* MODEL: acts. What an entry must name besides who, when and why. */
enum needs { NEEDS_ITEM = 1, NEEDS_OTHER = 2, NEEDS_TARGET = 4, NEEDS_RECORD = 8 };
static const struct {
    const char *act;
    unsigned needs;
} acts[] = {
    { "record.redact", NEEDS_RECORD },
    { "item.open", NEEDS_ITEM | NEEDS_RECORD },
    { "item.link", NEEDS_ITEM | NEEDS_RECORD },
    { "item.unlink", NEEDS_ITEM | NEEDS_TARGET },
    { "item.set", NEEDS_ITEM },
    { "item.close", NEEDS_ITEM },
    { "item.reopen", NEEDS_ITEM },
    { "item.merge", NEEDS_ITEM | NEEDS_OTHER },
    { "item.split", NEEDS_ITEM | NEEDS_OTHER },
    { "item.label", NEEDS_ITEM },
    { "item.note", NEEDS_ITEM },
    { "event.set", NEEDS_OTHER },
    { "actor.set", NEEDS_OTHER },
    { "proposal.accept", NEEDS_TARGET },
    { "proposal.reject", NEEDS_TARGET },
    { "undo", NEEDS_TARGET },
};

static bool act_check(const char *act, const json_t *body, error *problem) {
    for (size_t i = 0; i < COUNT_OF(acts); i++) {
        if (strcmp(acts[i].act, act) != 0) continue;
        unsigned needs = acts[i].needs;
        bool whole = !((needs & NEEDS_ITEM) && !field_text(body, "item")) && !((needs & NEEDS_OTHER) && !field_text(body, "other")) &&
                     !((needs & NEEDS_TARGET) && field_number(body, "target") <= 0) &&
                     !((needs & NEEDS_RECORD) && !field_text(body, "record"));
        return whole || error_set(problem, ERROR_USAGE, NULL, -1, "an entry %s lacks what it is about", act);
    }
    return error_set(problem, ERROR_USAGE, NULL, -1, "there is no act %s", act);
}

bool register_enter(register_file *file, const char *by, const char *act, json_t *body, int64_t *seq, error *problem) {
    char item[32] = "", other[200] = "";
    snprintf(item, sizeof item, "%s", field_text(body, "item") ? field_text(body, "item") : "");
    snprintf(other, sizeof other, "%s", field_text(body, "other") ? field_text(body, "other") : "");
    /* Inside somebody's transaction that one takes back what fails here, so that a batch does not pay for a savepoint an entry. */
    bool own = file->transaction == 0;
    if (!act_check(act, body, problem) || (own && !register_begin(file, problem))) {
        json_decref(body);
        return false;
    }
    bool good = ledger_append(file, by, act, body, seq, problem);
    bool event = strncmp(other, "EVENT:", 6) == 0;
    good = good && (!*item || item_refresh(file, item, problem)) &&
           (!*other || (event ? event_refresh(file, other + 6, problem) : item_refresh(file, other, problem)));
    if (good && (!own || register_commit(file, problem))) return true;
    if (own) register_rollback(file);
    return false;
}

bool register_number(register_file *file, int year, char item[16], error *problem) {
    struct year_number *known = NULL;
    for (size_t i = 0; i < file->number_count && !known; i++)
        if (file->numbers[i].year == year) known = &file->numbers[i];
    if (!known) {
        /* Numbers are never given twice, so the ledger is asked and not the items. */
        char low[16], high[16];
        int64_t last = 0;
        snprintf(low, sizeof low, "%04d-", year % 10000);
        snprintf(high, sizeof high, "%04d.", year % 10000);
        if (!store_number(file, problem, 0, &last,
                          "SELECT max(CAST(substr(item, 6) AS INTEGER)) FROM ledger WHERE act = 'item.open' AND item >= ? AND item < ?",
                          "ss", low, high))
            return false;
        if (file->number_count == COUNT_OF(file->numbers)) file->number_count = 0;
        known = &file->numbers[file->number_count++];
        *known = (struct year_number){ year, last };
    }
    snprintf(item, 16, "%04d-%04lld", year % 10000, (long long)(++known->last % 10000000));
    return true;
}

/* --- What statements name ------------------------------------------------------------------------------------------ */

bool register_items_named(register_file *file, arena *memory, const char *reference, struct items *out, error *problem) {
    bool failed = false;
    ARRAY(const char *) names = { 0 };
    *out = (struct items){ 0 };
    sqlite3_stmt *query = store_query(
        file, problem,
        /* A number that stands before its promise, in it, or in the sentence after it ("Dit is een toezegging aan het lid X (TZ…)"). */
        "SELECT item FROM item WHERE record = ?1 AND merged_into IS NULL UNION"
        " SELECT item FROM (SELECT i.item, row_number() OVER (PARTITION BY m.record, m.line ORDER BY i.\"start\" >= m.\"end\" DESC, "
        "i.\"start\" DESC) AS nearest"
        "  FROM mention m JOIN item i ON i.record = m.record WHERE m.kind = 'reference' AND m.value = ?1 AND i.merged_into IS NULL"
        "  AND ((i.\"start\" <= m.\"start\" AND m.\"start\" <= i.\"end\" + 120) OR (i.\"start\" >= m.\"end\" AND i.\"start\" <= m.\"end\" "
        "+ 2)))"
        " WHERE nearest = 1 ORDER BY 1",
        "s", reference);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) ARRAY_PUSH(memory, &names) = column_string(memory, query, 0);
    for (uint32_t i = 0; !failed && i < names.count; i++) {
        struct items one;
        if (!register_items(file, memory, &(struct item_filter){ .item = names.at[i] }, ITEM_WITH_LINKS, &one, problem)) return false;
        if (one.all.count) ARRAY_PUSH(memory, &out->all) = one.all.at[0];
    }
    return !failed;
}

bool register_references(register_file *file, arena *memory, const char *record, uint32_t start, uint32_t end, const char ***out,
                         uint32_t *count, error *problem) {
    bool failed = false;
    ARRAY(const char *) names = { 0 };
    sqlite3_stmt *query = store_query(file, problem,
                                      "SELECT DISTINCT value FROM mention WHERE record = ? AND kind = 'reference' AND value IS NOT NULL "
                                      "AND \"start\" >= ? AND \"end\" <= ?"
                                      " AND coalesce(sub, '') NOT IN ('law', 'law-article', 'article', 'union-act', 'union-document', "
                                      "'treaty', 'treaty-article', 'judgment', 'meeting', 'self', 'annex', 'url',"
                                      " 'footnote-mark') ORDER BY line",
                                      "sii", record, (int64_t)start, (int64_t)end);
    if (!query) return false;
    while (store_next(file, query, problem, &failed)) ARRAY_PUSH(memory, &names) = column_string(memory, query, 0);
    *out = names.at, *count = names.count;
    return !failed;
}
