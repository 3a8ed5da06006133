/* Inside room `record`: XML as a stream of elements and text, for the formats made of it. No network, no entities but the
 * five of XML, bounded depth. */
#ifndef GRIFFIE_RECORD_XML_H
#define GRIFFIE_RECORD_XML_H

#include "record/format.h"

enum { XML_DEPTH_MAX = 200, XML_NAMES_MAX = 12 };

/* Attributes as libxml2 gives them: five pointers each (local name, prefix, URI, value, value's end). */
struct xml_attributes {
    const char **at;
    int count;
};
/* The value as written; entities in it are not resolved. Empty if there is none. */
slice xml_attribute(const struct xml_attributes *self, const char *local_name);
/* The value with the entities of XML resolved, NUL-terminated, in the arena. */
slice xml_attribute_text(const struct xml_attributes *self, const char *local_name, arena *memory);

struct xml_handler {
    void (*start)(void *context, const char *local_name, const struct xml_attributes *attributes);
    void (*end)(void *context);
    void (*text)(void *context, slice words);
};
/* Walks the document; false with line, byte and cause if it is broken, too deep or declares entities. */
bool xml_parse(const struct xml_handler *handler, void *context, slice bytes, const char *name, error *problem);

/* The path of the current element: "/kamerstuk/stuk/al[3]", counting elements of one name under one parent. A parent with
 * more than XML_NAMES_MAX different children counts the rest together. */
struct xml_path {
    struct xml_level {
        const char *name;
        uint32_t number;
        uint32_t names;
        uint32_t others;
        struct {
            const char *name;
            uint32_t count;
        } children[XML_NAMES_MAX];
    } levels[XML_DEPTH_MAX + 1];
    int depth;
};
struct xml_path *xml_path_new(arena *memory);
void xml_path_enter(struct xml_path *self, const char *name);
void xml_path_leave(struct xml_path *self);
const char *xml_path_name(const struct xml_path *self);
const char *xml_path_text(const struct xml_path *self, arena *memory);

#endif
