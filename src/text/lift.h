/* Lifting: which lines of a plain text are page furniture or footnotes, so that a sentence can go on across them. */
#ifndef GRIFFIE_TEXT_LIFT_H
#define GRIFFIE_TEXT_LIFT_H

#include "text/layout.h"

/* Marks the lines with LINE_LIFTED and notes the numbers of footnotes. */
void lift_find(struct layout *self);
/* The piece that begins at a lifted line. */
struct piece lift_piece(const struct layout *self, uint32_t line);
/* Reads the number of a footnote's piece: its label, and the layout's set of footnotes. */
void lift_note(struct layout *self, struct piece *piece);

#endif
