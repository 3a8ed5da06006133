/* Room `mention`: times, quantities, references and actors, found over tokens. Looks at no statement.
 *
 * Worked example: "op 25 mei jl. (Kamerstuk 28 676, nr. 367)" in a record of 2021-06-25 → timex DATE 2021-05-25 on "25 mei jl.",
 * reference kst-28676-367 on "Kamerstuk 28 676, nr. 367".
 *
 * Longest match per kind; mentions of different kinds may overlap, of one kind never. Memory lives in the arena given. */
#ifndef GRIFFIE_MENTION_H
#define GRIFFIE_MENTION_H

#include "text/text.h"

enum mention_kind { MENTION_TIMEX, MENTION_QUANTITY, MENTION_REFERENCE, MENTION_ACTOR };
/* TIMEX3 `mod`. */
enum timex_mod { MOD_NONE, MOD_BEFORE, MOD_AFTER, MOD_ON_OR_BEFORE, MOD_ON_OR_AFTER, MOD_START, MOD_MID, MOD_END, MOD_APPROX,
                 MOD_LESS_THAN, MOD_MORE_THAN, MOD_EQUAL_OR_LESS, MOD_EQUAL_OR_MORE };

struct mention {
    uint32_t first, last;      /* tokens [first, last) */
    span span;
    uint8_t kind;              /* enum mention_kind */
    uint8_t mod;               /* enum timex_mod */
    const char *sub;           /* timex: DATE TIME DURATION SET; quantity: money percent cardinal ordinal measure range …; reference: kamerstuk
                                  treaty-article document url meeting …; actor: person body group state */
    const char *value;         /* canonical; NULL if it cannot be known */
    const char *begin, *stop, *freq, *anchor, *event;   /* timex */
    const char *unit, *base, *direction;                /* quantity: ISO 4217 or UCUM-like unit, what a percentage is of, up/down */
    const char *scheme, *url;                           /* reference */
    const char *actor_id, *role, *body, *state, *person;/* actor */
    date from, to;             /* timex: first and last day, when resolved */
    bool vague;                /* timex: no bounds ("binnenkort") */
};
struct mentions {
    ARRAY(struct mention) all; /* by start, longest first */
};

/* Finds every mention of the text. */
void mentions_find(arena *memory, const struct text *text, struct mentions *out);

/* The finders that mentions_find calls, one file each; each appends in text order. */
void timex_find(arena *memory, const struct text *text, struct mentions *out);
void quantity_find(arena *memory, const struct text *text, struct mentions *out);
void reference_find(arena *memory, const struct text *text, struct mentions *out);
void actor_find(arena *memory, const struct text *text, struct mentions *out);

const char *mention_kind_name(enum mention_kind kind);
const char *timex_mod_name(enum timex_mod mod);     /* "" for MOD_NONE */

#endif
