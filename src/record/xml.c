/* XML as a stream, on libxml2's SAX2 interface: no tree is built, no entity beyond the five is known, nothing is fetched. */
#include "record/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

struct walk {
    const struct xml_handler *handler;
    void *context;
    int depth;
    bool too_deep, entities;
    xmlParserCtxtPtr parser;
};

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces, const xmlChar **spaces,
                     int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespaces, (void)spaces, (void)defaulted;
    struct walk *walk = data;
    if (walk->depth >= XML_DEPTH_MAX) {
        walk->too_deep = true;
        xmlStopParser(walk->parser);
        return;
    }
    walk->depth++;
    struct xml_attributes given = { (const char **)attributes, count };
    walk->handler->start(walk->context, (const char *)name, &given);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    struct walk *walk = data;
    if (walk->too_deep || !walk->depth) return;
    walk->depth--;
    walk->handler->end(walk->context);
}

static void on_text(void *data, const xmlChar *words, int size) {
    struct walk *walk = data;
    if (size > 0) walk->handler->text(walk->context, (slice){ (const char *)words, (size_t)size });
}

static void on_entity(void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content) {
    (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
    struct walk *walk = data;
    walk->entities = true;
    xmlStopParser(walk->parser);
}

static xmlEntityPtr get_entity(void *data, const xmlChar *name) {
    (void)data;
    return xmlGetPredefinedEntity(name);
}

static void on_error(void *data, xmlErrorPtr found) { (void)data, (void)found; }

bool xml_parse(const struct xml_handler *handler, void *context, slice bytes, const char *name, error *problem) {
    /* A declaration may stand only at the very start; files from the wild begin with white space or a byte order mark. */
    size_t skipped = 0;
    while (skipped < bytes.size && ((unsigned char)bytes.data[skipped] <= ' ' ||
                                    (skipped + 3 <= bytes.size && memcmp(bytes.data + skipped, "\xEF\xBB\xBF", 3) == 0)))
        skipped += (unsigned char)bytes.data[skipped] <= ' ' ? 1 : 3;
    bytes = (slice){ bytes.data + skipped, bytes.size - skipped };
    if (!bytes.size) return error_set(problem, ERROR_FORMAT, name, 0, "the file is empty");
    struct walk walk = { .handler = handler, .context = context };
    xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                          .startElementNs = on_start,
                          .endElementNs = on_end,
                          .characters = on_text,
                          .ignorableWhitespace = on_text,
                          .cdataBlock = on_text,
                          .entityDecl = on_entity,
                          .getEntity = get_entity,
                          .serror = on_error };
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, &walk, NULL, 0, NULL);
    if (!parser) return error_set(problem, ERROR_LIMIT, name, -1, "no memory for the XML parser");
    walk.parser = parser;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_COMPACT);
    xmlParseChunk(parser, bytes.data, (int)bytes.size, 1);
    xmlErrorPtr found = xmlCtxtGetLastError(parser);
    bool well_formed = parser->wellFormed && !walk.too_deep && !walk.entities;
    if (walk.too_deep)
        error_set(problem, ERROR_LIMIT, name, -1, "elements are nested more than %d deep", XML_DEPTH_MAX);
    else if (walk.entities)
        error_set(problem, ERROR_FORMAT, name, -1, "the XML declares entities of its own, which griffie does not expand");
    else if (!well_formed) {
        slice message = slice_trim(slice_of(found && found->message ? found->message : "not well-formed"));
        long at = xmlByteConsumed(parser);
        error_set(problem, ERROR_FORMAT, name, at > 0 ? (int64_t)skipped + at : -1, "broken XML in line %d: %.*s", found ? found->line : 0,
                  (int)(message.size < 150 ? message.size : 150), message.data);
    }
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
    return well_formed;
}

slice xml_attribute(const struct xml_attributes *self, const char *local_name) {
    for (int i = 0; i < self->count; i++) {
        const char **attribute = self->at + (size_t)i * 5;
        if (strcmp(attribute[0], local_name) == 0) return (slice){ attribute[3], (size_t)(attribute[4] - attribute[3]) };
    }
    return (slice){ 0 };
}

slice xml_attribute_text(const struct xml_attributes *self, const char *local_name, arena *memory) {
    static const struct {
        slice spelling;
        char character;
    } entities[] = {
        { { "&amp;", 5 }, '&' }, { { "&#38;", 5 }, '&' },  { { "&lt;", 4 }, '<' },    { { "&#60;", 5 }, '<' },
        { { "&gt;", 4 }, '>' },  { { "&quot;", 6 }, '"' }, { { "&apos;", 6 }, '\'' },
    };
    slice value = xml_attribute(self, local_name);
    char *out = arena_alloc(memory, value.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < value.size;) {
        size_t step = 1;
        out[size] = value.data[at];
        for (size_t i = 0; value.data[at] == '&' && i < COUNT_OF(entities); i++) {
            if (!slice_starts((slice){ value.data + at, value.size - at }, entities[i].spelling)) continue;
            out[size] = entities[i].character;
            step = entities[i].spelling.size;
            break;
        }
        size++;
        at += step;
    }
    return (slice){ out, size };
}

/* A level is made when it is entered: only the one above all is made here. */
struct xml_path *xml_path_new(arena *memory) {
    struct xml_path *self = array_room(memory, 1, sizeof *self);
    self->levels[0] = (struct xml_level){ 0 };
    self->depth = 0;
    return self;
}

void xml_path_enter(struct xml_path *self, const char *name) {
    struct xml_level *parent = &self->levels[self->depth], *level = &self->levels[++self->depth];
    uint32_t i = 0;
    while (i < parent->names && parent->children[i].name != name) i++; /* names are interned by libxml2: pointers compare */
    level->name = name;
    level->names = level->others = 0;
    if (i < XML_NAMES_MAX) {
        if (i == parent->names) parent->children[parent->names++].name = name, parent->children[i].count = 0;
        level->number = ++parent->children[i].count;
    } else
        level->number = ++parent->others, level->others = 0;
}

void xml_path_leave(struct xml_path *self) { self->depth--; }

const char *xml_path_name(const struct xml_path *self) { return self->depth ? self->levels[self->depth].name : ""; }

static char *write_number(char *at, uint32_t number) {
    char digits[12];
    int count = 0;
    do digits[count++] = (char)('0' + number % 10);
    while (number /= 10);
    while (count) *at++ = digits[--count];
    return at;
}

const char *xml_path_text(const struct xml_path *self, arena *memory) {
    size_t size = 1;
    for (int i = 1; i <= self->depth; i++) size += strlen(self->levels[i].name) + 14;
    char *text = arena_alloc(memory, size), *at = text;
    for (int i = 1; i <= self->depth; i++) {
        size_t length = strlen(self->levels[i].name);
        *at++ = '/';
        memcpy(at, self->levels[i].name, length);
        at += length;
        if (self->levels[i].number < 2) continue;
        *at++ = '[';
        at = write_number(at, self->levels[i].number);
        *at++ = ']';
    }
    *at = 0;
    return text;
}
