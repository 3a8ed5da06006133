/* Items with like words: the rarest words of a text are looked up, and what they find is compared as a whole.
 *
 * A word weighs log(passages / passages with it), so that "Kamer" and "informeren" say little in a register of letters and "Terneuzen"
 * says much; no list of empty words is needed. Likeness is the cosine of the two texts' weights. */
#include "register/store.h"

#include <math.h>
#include <stdlib.h>

enum { TERMS_MAX = 160, TERMS_ASKED = 8, FOUND_MAX = 8 };
struct term {
    slice text;
    double weight;
};
struct terms {
    arena *memory;
    struct term at[TERMS_MAX];
    uint32_t count;
};

static void term_add(void *context, slice text) {
    struct terms *self = context;
    if (self->count == TERMS_MAX || text.size < 3) return;
    for (uint32_t i = 0; i < self->count; i++)
        if (slice_equal(self->at[i].text, text)) return;
    self->at[self->count++] = (struct term){ { arena_copy(self->memory, text), text.size }, 0 };
}

static bool vocabulary_open(register_file *file, error *problem) {
    return store_run(file, problem, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab(main, search, row)", "");
}

/* Weight by how many passages have the term; 0 for what is in one passage in five or more. */
static bool term_weigh(register_file *file, struct term *term, int64_t passages, error *problem) {
    int64_t with = 0;
    if (!store_number(file, problem, 0, &with, "SELECT doc FROM temp.search_terms WHERE term = ?", "t", term->text)) return false;
    term->weight = with * 5 < passages + 20 ? log((double)(passages + 1) / (double)(with + 1)) + 0.5 : 0;
    return true;
}

/* Weighs terms; those that stand among the known ones have been looked up already. */
static bool terms_weigh(register_file *file, struct terms *terms, struct terms *known, int64_t passages, error *problem) {
    for (uint32_t i = 0; i < terms->count; i++) {
        struct term *term = &terms->at[i];
        const struct term *same = NULL;
        for (uint32_t k = 0; known && k < known->count && !same; k++)
            if (slice_equal(known->at[k].text, term->text)) same = &known->at[k];
        if (same)
            term->weight = same->weight;
        else if (!term_weigh(file, term, passages, problem))
            return false;
        if (!same && known && known->count < TERMS_MAX) known->at[known->count++] = *term;
    }
    return true;
}

static int heavier(const void *a, const void *b) {
    const struct term *left = a, *right = b;
    if (left->weight != right->weight) return left->weight < right->weight ? 1 : -1;
    return left->text.size != right->text.size ? (left->text.size < right->text.size) - (left->text.size > right->text.size)
                                               : memcmp(left->text.data, right->text.data, left->text.size);
}

static double terms_likeness(const struct terms *a, const struct terms *b) {
    double shared = 0, left = 0, right = 0;
    for (uint32_t i = 0; i < a->count; i++) {
        left += a->at[i].weight * a->at[i].weight;
        for (uint32_t j = 0; j < b->count; j++)
            if (slice_equal(a->at[i].text, b->at[j].text)) shared += a->at[i].weight * a->at[i].weight;
    }
    for (uint32_t j = 0; j < b->count; j++) right += b->at[j].weight * b->at[j].weight;
    return left > 0 && right > 0 ? shared / sqrt(left * right) : 0;
}

static const char *terms_query(const struct terms *terms) {
    buffer query = { 0 };
    uint32_t asked = terms->count < TERMS_ASKED ? terms->count : TERMS_ASKED;
    for (uint32_t i = 0; i < asked && terms->at[i].weight > 0; i++)
        buffer_format(&query, "%s\"%.*s\"", i ? " OR " : "", (int)terms->at[i].text.size, terms->at[i].text.data);
    const char *text = query.size ? arena_copy(terms->memory, (slice){ query.data, query.size }) : NULL;
    buffer_free(&query);
    return text;
}

static int liker(const void *a, const void *b) {
    const struct similar *left = a, *right = b;
    return left->likeness != right->likeness ? (left->likeness < right->likeness) - (left->likeness > right->likeness)
                                             : strcmp(left->item, right->item);
}

bool register_similar(register_file *file, arena *memory, const char *text, const char *not_in, struct similars *out, error *problem) {
    struct terms own = { .memory = memory };
    struct candidate {
        const char *item, *text;
    };
    ARRAY(struct candidate) found = { 0 };
    int64_t passages = 0;
    bool failed = false;
    *out = (struct similars){ 0 };
    if (!vocabulary_open(file, problem) || !store_number(file, problem, 0, &passages, "SELECT count(*) FROM passage", "")) return false;
    if (!words_split(file, slice_of(text), term_add, &own)) return true;
    if (!terms_weigh(file, &own, NULL, passages, problem)) return false;
    struct terms known = own;
    qsort(own.at, own.count, sizeof *own.at, heavier);
    const char *words = terms_query(&own);
    if (!words) return true;
    sqlite3_stmt *query =
        store_query(file, problem,
                    "SELECT i.item, p.text FROM search JOIN item i ON i.passage = search.rowid JOIN passage p ON p.passage = i.passage"
                    " WHERE search MATCH ? AND i.record IS NOT ? AND i.merged_into IS NULL ORDER BY rank, i.item LIMIT ?",
                    "ssi", words, not_in, (int64_t)FOUND_MAX);
    if (!query) return false;
    while (store_next(file, query, problem, &failed))
        ARRAY_PUSH(memory, &found) = (struct candidate){ column_string(memory, query, 0), column_string(memory, query, 1) };
    for (uint32_t i = 0; !failed && i < found.count; i++) {
        struct terms theirs = { .memory = memory };
        if (!words_split(file, slice_of(found.at[i].text), term_add, &theirs) || !terms_weigh(file, &theirs, &known, passages, problem))
            return false;
        ARRAY_PUSH(memory, &out->all) = (struct similar){ found.at[i].item, (int32_t)(terms_likeness(&own, &theirs) * 1000) };
    }
    if (out->all.count) qsort(out->all.at, out->all.count, sizeof *out->all.at, liker);
    return !failed;
}
