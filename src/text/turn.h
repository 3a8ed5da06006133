/* Speaker turns: "De heer De Hoop (GroenLinks-PvdA):". */
#ifndef GRIFFIE_TEXT_TURN_H
#define GRIFFIE_TEXT_TURN_H

#include "text/layout.h"

/* If the bytes [start, end) begin with a speaker's name and a colon: the byte after the colon; else 0. */
uint32_t turn_read(const struct layout *self, uint32_t start, uint32_t end);

#endif
