/* Private to quantity*.c and number*.c. */
#ifndef GRIFFIE_QUANTITY_H
#define GRIFFIE_QUANTITY_H

#include "mention/number.h"

/* Whether a word that no table has is a number written as one word, or with hyphens. */
bool number_read_token(const struct text *text, uint32_t token);

/* ".25", ",25": whether a decimal point or comma with nothing before it begins a number. */
bool decimal_starts(const struct atom *atoms, uint32_t count, uint32_t at, enum language lang);
/* number_notation.c: takes in the exponent or power that is glued to a number in digits. */
void notation_read(const struct atom *atoms, uint32_t count, struct number *self);

#endif
