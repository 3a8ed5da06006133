/* Every mention of a text: a list of each kind, then one list in reading order.
 *
 * Finders append in text order, longest match, and never overlap themselves; mentions of different kinds may overlap: "Commissiedebat van
 * 25 mei jl." is a reference that holds a timex. The merged list is in reading order, longest first, so that what contains stands before
 * what is contained; in the source a footnote in the middle of a sentence stands earlier. */
#include "mention/mention.h"

#include <stdlib.h>

enum { KINDS = MENTION_ACTOR + 1 };

static int mention_compare(const void *a, const void *b) {
    const struct mention *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->last != y->last) return x->last > y->last ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

/* A list in text order hardly ever is not in reading order too. */
static void mentions_sort(struct mentions *self) {
    bool sorted = true;
    for (uint32_t i = 1; i < self->all.count && sorted; i++) sorted = mention_compare(&self->all.at[i - 1], &self->all.at[i]) <= 0;
    if (!sorted) qsort(self->all.at, self->all.count, sizeof *self->all.at, mention_compare);
}

/* The markup speaks of times and references, and may turn to one list of both. */
static void marks_apply(arena *memory, const struct text *text, struct mentions found[KINDS]) {
    struct mentions both = { 0 };
    if (!text->record->marks.count) return;
    for (int kind = MENTION_TIMEX; kind <= MENTION_REFERENCE; kind++) {
        if (kind == MENTION_QUANTITY) continue;
        for (uint32_t i = 0; i < found[kind].all.count; i++) ARRAY_PUSH(memory, &both.all) = found[kind].all.at[i];
        found[kind].all.count = 0;
    }
    marks_find(memory, text, &both);
    for (uint32_t i = 0; i < both.all.count; i++) ARRAY_PUSH(memory, &found[both.all.at[i].kind].all) = both.all.at[i];
}

/* A plain number inside a time or a reference is its part, not an amount: the 14 of "14 juni", the 372 of "nr. 372", the Tweede of "Tweede
 * Kamer". What contains a number stands before it; `end` is the furthest end of other mentions so far. */
static bool is_part(const struct mention *m, uint32_t end) {
    return m->kind == MENTION_QUANTITY && m->span.end <= end &&
           (strcmp(m->sub, "cardinal") == 0 || strcmp(m->sub, "ordinal") == 0 || (strcmp(m->sub, "range") == 0 && !m->unit));
}

/* "300 to 400 days": the durations' grammar has the last number with its unit, which is the unit of the range too. */
static void units_share(arena *memory, const struct text *text, const struct mentions *times, struct mentions *quantities) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < quantities->all.count; i++) {
        struct mention *m = &quantities->all.at[i];
        if (m->unit || (strcmp(m->sub, "range") != 0 && strcmp(m->sub, "change") != 0)) continue;
        while (next < times->all.count && times->all.at[next].first + 1 < m->last) next++;
        if (next == times->all.count) return;
        const struct mention *duration = &times->all.at[next];
        if (duration->first + 1 != m->last || duration->last <= m->last || strcmp(duration->sub, "DURATION") != 0) continue;
        m->last = duration->last, m->span.end = duration->span.end;
        m->unit = arena_copy(memory, token_text(text, duration->last - 1));
    }
}

static void mentions_merge(arena *memory, const struct mentions lists[KINDS], struct mentions *out) {
    uint32_t next[KINDS] = { 0 }, count = 0, end = 0;
    for (int i = 0; i < KINDS; i++) count += lists[i].all.count;
    if (count) ARRAY_RESERVE(memory, &out->all, count);
    for (; count; count--) {
        const struct mention *first = NULL;
        for (int i = 0; i < KINDS; i++) {
            const struct mention *m = next[i] < lists[i].all.count ? &lists[i].all.at[next[i]] : NULL;
            if (m && (!first || mention_compare(m, first) < 0)) first = m;
        }
        next[first->kind]++;
        if (first->kind != MENTION_QUANTITY && first->span.end > end) end = first->span.end;
        if (!is_part(first, end)) ARRAY_PUSH(memory, &out->all) = *first;
    }
}

static void mentions_index(arena *memory, const struct text *text, struct mentions *self) {
    self->from = array_room(memory, text->tokens.count + 1, sizeof *self->from);
    uint32_t token = 0;
    for (uint32_t i = 0; i < self->all.count; i++)
        while (token <= self->all.at[i].first) self->from[token++] = i;
    while (token <= text->tokens.count) self->from[token++] = self->all.count;
}

void mentions_find(arena *memory, const struct text *text, struct mentions *out) {
    static const uint8_t tokens_each[KINDS] = { 32, 32, 32,
                                                12 }; /* of a record full of them: a mention is large, growing copies them all */
    struct mentions found[KINDS] = { 0 };
    for (int i = 0; i < KINDS; i++) ARRAY_RESERVE(memory, &found[i].all, text->tokens.count / tokens_each[i]);
    numeric_find(memory, text, &found[MENTION_TIMEX], &found[MENTION_QUANTITY]);
    reference_find(memory, text, &found[MENTION_REFERENCE]);
    marks_apply(memory, text, found);
    actor_find(memory, text, &found[MENTION_ACTOR]);
    *out = (struct mentions){ .cast = found[MENTION_ACTOR].cast, .roles = found[MENTION_TIMEX].roles };
    for (int i = 0; i < KINDS; i++) mentions_sort(&found[i]);
    units_share(memory, text, &found[MENTION_TIMEX], &found[MENTION_QUANTITY]);
    mentions_merge(memory, found, out);
    mentions_index(memory, text, out);
}

const char *mention_kind_name(enum mention_kind kind) {
    static const char *const names[] = { "timex", "quantity", "reference", "actor" };
    return names[kind];
}

const char *timex_mod_name(enum timex_mod mod) {
    static const char *const names[] = { "",    "BEFORE", "AFTER",     "ON_OR_BEFORE", "ON_OR_AFTER",   "START",        "MID",
                                         "END", "APPROX", "LESS_THAN", "MORE_THAN",    "EQUAL_OR_LESS", "EQUAL_OR_MORE" };
    return names[mod];
}
