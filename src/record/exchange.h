/* Inside room `record`: a parsed record as bytes, for the way from a worker. */
#ifndef GRIFFIE_RECORD_EXCHANGE_H
#define GRIFFIE_RECORD_EXCHANGE_H

#include "record/record.h"

void record_pack(const struct record *record, buffer *out);
/* Believes nothing: spans must lie in the text and be ordered, the text must be UTF-8, enumerations known. What the record knows
 * already (from the caller) stays. False if the bytes do not hold together. */
bool record_unpack(arena *memory, slice bytes, struct record *record);

#endif
