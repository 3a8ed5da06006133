/* JSON in its canonical form (RFC 8785): keys sorted, no blanks, one way to write each string. */
#ifndef GRIFFIE_CANONICAL_H
#define GRIFFIE_CANONICAL_H

#include "base/base.h"

#include <jansson.h>

/* Appends the canonical form of a value. False if it holds a number that is not whole or not within ±2^53: the ledger has none
 * (confidence is per mille), so the hard part of RFC 8785, the spelling of floating-point numbers, does not arise. */
bool canonical_json(const json_t *value, buffer *out);

#endif
