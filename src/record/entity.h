/* Inside room `record`: the named characters of HTML 4 ("eacute") as a constant table, sorted by name (tools/entity-table.py). */
#ifndef GRIFFIE_RECORD_ENTITY_H
#define GRIFFIE_RECORD_ENTITY_H

#include <stddef.h>
#include <stdint.h>

struct entity {
    char name[12];
    uint32_t character;
};
extern const struct entity entity_table[];
extern const size_t entity_count;

#endif
