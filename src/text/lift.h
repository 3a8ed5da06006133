/* Lifting: which lines of a plain text are page furniture or footnotes, so that a sentence can go on across them. */
#ifndef GRIFFIE_TEXT_LIFT_H
#define GRIFFIE_TEXT_LIFT_H

#include "text/layout.h"

/* furniture.c: marks running heads, feet and page numbers with LINE_LIFTED and LINE_FURNITURE. */
void furniture_find(arena *memory, struct layout *self);
/* footnote.c: marks the lines of footnotes with LINE_LIFTED and notes their numbers. */
void footnotes_find(struct layout *self);
/* footnote.c: reads the number of a footnote's piece: its label, and the layout's set of footnotes. */
void footnote_note(struct layout *self, struct piece *piece);
/* footnote.c: the piece that begins at a lifted line. */
struct piece lift_piece(const struct layout *self, uint32_t line);

#endif
