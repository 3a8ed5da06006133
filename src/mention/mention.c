/* Every mention of a text: the finders one after the other, then one list in text order.
 *
 * Finders append in text order, longest match, and never overlap themselves; mentions of different kinds may overlap: "Commissiedebat van
 * 25 mei jl." is a reference that holds a timex. The merged list is in reading order, longest first, so that what contains stands before
 * what is contained, and tokens can be searched for by halves; in the source a footnote in the middle of a sentence stands earlier. */
#include "mention/mention.h"

#include <stdlib.h>

static void (*const finders[])(arena *, const struct text *, struct mentions *) = { numeric_find, reference_find, marks_find, actor_find };

static int mention_compare(const void *a, const void *b) {
    const struct mention *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    if (x->last != y->last) return x->last > y->last ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

/* A plain number inside a time or a reference is its part, not an amount: the 14 of "14 juni", the 372 of "nr. 372",
 * the Tweede of "Tweede Kamer". In a sorted list what
 * contains a number stands before it; the furthest end of other mentions so far tells. */
static void drop_named_numbers(struct mentions *self) {
    uint32_t kept = 0, end = 0;
    for (uint32_t i = 0; i < self->all.count; i++) {
        const struct mention m = self->all.at[i];
        bool plain = m.kind == MENTION_QUANTITY &&
                     (strcmp(m.sub, "cardinal") == 0 || strcmp(m.sub, "ordinal") == 0 || (strcmp(m.sub, "range") == 0 && !m.unit));
        if (m.kind != MENTION_QUANTITY && m.span.end > end) end = m.span.end;
        if (!plain || m.span.end > end) self->all.at[kept++] = m;
    }
    self->all.count = kept;
}

void mentions_find(arena *memory, const struct text *text, struct mentions *out) {
    *out = (struct mentions){ 0 };
    ARRAY_RESERVE(memory, &out->all, text->tokens.count / 8); /* a mention is large: growing would copy them all, again and again */
    for (size_t i = 0; i < COUNT_OF(finders); i++) finders[i](memory, text, out);
    if (out->all.count > 1) qsort(out->all.at, out->all.count, sizeof *out->all.at, mention_compare);
    drop_named_numbers(out);
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
