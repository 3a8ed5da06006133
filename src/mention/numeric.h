/* Times and quantities over one walk of the sentences; private to numeric.c, timex*.c and quantity.c.
 *
 * Worked example, "Er komt ruim 3 miljard euro vóór 1 mei." → marks: ruim GLUE|QUANTITY, 3 ANCHOR|QUANTITY, miljard GLUE|QUANTITY, euro
 * QUANTITY, vóór GLUE, 1 ANCHOR|QUANTITY, mei ANCHOR. A sentence without an anchor holds no time, one without a start no quantity; its
 * tokens are not taken apart into atoms. */
#ifndef GRIFFIE_NUMERIC_H
#define GRIFFIE_NUMERIC_H

#include "mention/number.h"

/* What the vocabulary and the shape of a token say that it may be. */
enum token_mark {
    MARK_GLUE = 1,    /* may stand inside a time: "van", "de", "-" */
    MARK_ANCHOR = 2,  /* may carry a time by itself: a number, a month, "morgen", "jaarlijks" */
    MARK_QUANTITY = 4 /* a quantity may begin here */
};

struct timex_finder;
struct timex_finder *timex_finder_new(arena *memory, const struct text *text, struct role_memory *roles);
/* Adds the times of a sentence, of which the marks are given by token. */
void timex_sentence(struct timex_finder *self, struct atom_reader *atoms, const uint8_t *marks, struct mentions *out);
/* timex_event.c: "tijdens de Top in Madrid in 2022": puts times said by a meeting among all that were found, of the sentences that may name
 * one. */
void timex_events_find(arena *memory, const struct text *text, struct role_memory *roles, const uint32_t *sentences, uint32_t count,
                       struct mentions *out);

/* A quantity has at most so many atoms; so many tokens before it show what it is glued to. */
enum { QUANTITY_ATOMS = 24, QUANTITY_BEFORE = 2 };
struct quantity_finder;
struct quantity_finder *quantity_finder_new(arena *memory, const struct text *text);
void quantity_sentence(struct quantity_finder *self, struct atom_reader *atoms, const uint8_t *marks, struct mentions *out);
/* Fills in what a quantity leaves out because the one before it says it. */
void quantity_complete(struct mentions *out);

#endif
