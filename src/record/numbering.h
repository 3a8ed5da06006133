/* Inside room `record`: the labels that Word adds to numbered paragraphs ("1.", "a)", "•"). */
#ifndef GRIFFIE_RECORD_NUMBERING_H
#define GRIFFIE_RECORD_NUMBERING_H

#include "record/format.h"

enum { NUMBERING_LEVELS = 9, NUMBERING_MAX = 512 };

struct numbering_level {
    uint8_t format;
    int start;
    char text[24];
};
struct numbering_list {
    int id;
    struct numbering_level levels[NUMBERING_LEVELS];
    int counts[NUMBERING_LEVELS];
};
struct numbering {
    ARRAY(struct numbering_list) lists;
    struct {
        int number, list;
    } instances[NUMBERING_MAX]; /* w:num → index of its list */
    int instance_count;
};

/* Reads word/numbering.xml; an empty part is no numbering. */
bool numbering_read(struct numbering *self, arena *memory, slice bytes, const char *name, error *problem);
/* The label of the next paragraph of list `number` at depth 0 to 8, counted on; "" if the list is unknown or has none. */
void numbering_next(struct numbering *self, int number, int depth, char *out, size_t size);

#endif
