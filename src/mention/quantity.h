/* Private to quantity*.c and number*.c. */
#ifndef GRIFFIE_QUANTITY_H
#define GRIFFIE_QUANTITY_H

#include "mention/number.h"

/* Whether a word that no table has is a number written as one word, or with hyphens. */
bool number_read_token(const struct text *text, uint32_t token);

#endif
