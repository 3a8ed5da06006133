/* OpenDocument text (ISO 26300): content.xml of the package, meta.xml for title and date, running heads from styles.xml.
 *
 * Worked example: <text:h text:outline-level="2">Klimaat</text:h><text:list><text:list-item><text:p>doelen stellen</text:p>… → heading
 * "Klimaat" (level 2), list item "doelen stellen" (level 1). Deleted text (text:tracked-changes) and comments are left out;
 * footnotes follow their paragraph. */
#include "record/package.h"
#include "record/xml.h"

#include <stdio.h>
#include <stdlib.h>

enum { LISTS_MAX = 16, STYLES_MAX = 512 };

struct list_style {
    const char *name;
    char format[LISTS_MAX], suffix[LISTS_MAX][8];
};
struct reader {
    struct builder *out;
    const char *part;
    const char *names[XML_DEPTH_MAX];
    int depth, hidden, lists, cells, paragraph, notes;
    bool opened, first_in_item, furniture, meta;
    ARRAY(struct list_style) styles;
    const struct list_style *style;
    int counts[LISTS_MAX];
    const char *citation;
    size_t from;
};

static bool is(const char *a, const char *b) { return strcmp(a, b) == 0; }

static int attribute_number(const struct xml_attributes *attributes, const char *name, int otherwise) {
    slice value = xml_attribute(attributes, name);
    char digits[12] = { 0 };
    memcpy(digits, value.data ? value.data : "", value.size < sizeof digits - 1 ? value.size : sizeof digits - 1);
    return value.size ? atoi(digits) : otherwise;
}

/* List styles: how each level is numbered. */
static void read_style(struct reader *self, const char *name, const struct xml_attributes *attributes) {
    arena *memory = self->out->memory;
    if (is(name, "list-style")) {
        if (self->styles.count < STYLES_MAX)
            ARRAY_PUSH(memory, &self->styles) = (struct list_style){ .name = arena_copy(memory, xml_attribute(attributes, "name")) };
        return;
    }
    if (!self->styles.count || (!is(name, "list-level-style-number") && !is(name, "list-level-style-bullet"))) return;
    int level = attribute_number(attributes, "level", 1) - 1;
    if (level < 0 || level >= LISTS_MAX) return;
    struct list_style *style = &self->styles.at[self->styles.count - 1];
    slice format = xml_attribute(attributes, "num-format"), suffix = xml_attribute(attributes, "num-suffix");
    style->format[level] = is(name, "list-level-style-bullet") ? '*' : format.size ? format.data[0] : 0;
    if (suffix.size && suffix.size < sizeof style->suffix[level]) memcpy(style->suffix[level], suffix.data, suffix.size);
}

static void write_label(struct reader *self) {
    int level = self->lists - 1;
    if (!self->style || level < 0 || level >= LISTS_MAX || !self->style->format[level]) return;
    int number = ++self->counts[level];
    char label[40];
    switch (self->style->format[level]) {
    case '*':
        snprintf(label, sizeof label, "• ");
        break;
    case 'a':
    case 'A':
        snprintf(label, sizeof label, "%c%s ", self->style->format[level] + (number - 1) % 26, self->style->suffix[level]);
        break;
    default:
        snprintf(label, sizeof label, "%d%s ", number, self->style->suffix[level]);
    }
    builder_text(self->out, slice_of(label));
}

static void open_block(struct reader *self, enum block_kind kind, int level) {
    self->paragraph++;
    builder_open(self->out, kind, level, arena_format(self->out->memory, "%s p=%d", self->part, self->paragraph));
    self->opened = true;
}

static void start(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    struct builder *out = self->out;
    self->names[self->depth++] = name;
    if (self->hidden) return;
    read_style(self, name, attributes);
    if (is(name, "tracked-changes") || is(name, "annotation") || is(name, "sequence-decls") || is(name, "forms") ||
        is(name, "page-number") || is(name, "page-count") || is(name, "list-style")) {
        self->hidden = is(name, "list-style") ? 0 : self->depth;
        return;
    }
    if (is(name, "list")) {
        slice style = xml_attribute(attributes, "style-name");
        for (uint32_t i = 0; style.size && i < self->styles.count; i++)
            if (slice_equal(style, slice_of(self->styles.at[i].name))) self->style = &self->styles.at[i];
        if (self->lists < LISTS_MAX && !slice_equal(xml_attribute(attributes, "continue-numbering"), SLICE("true")))
            self->counts[self->lists] = 0;
        self->lists++;
    } else if (is(name, "list-item"))
        self->first_in_item = true;
    else if (is(name, "table-cell"))
        self->cells++;
    else if (is(name, "h"))
        open_block(self, self->furniture ? BLOCK_FURNITURE : BLOCK_HEADING, attribute_number(attributes, "outline-level", 1));
    else if (is(name, "p")) {
        if (self->notes)
            builder_text(out, SLICE(" "));
        else {
            open_block(self,
                       self->furniture ? BLOCK_FURNITURE
                       : self->lists   ? BLOCK_LIST_ITEM
                       : self->cells   ? BLOCK_TABLE_CELL
                                       : BLOCK_PARAGRAPH,
                       self->lists);
            if (self->lists && self->first_in_item) write_label(self);
            self->first_in_item = false;
        }
    } else if (is(name, "note")) {
        if (self->notes++ == 0) {
            builder_aside_open(out);
            builder_open(out, BLOCK_FOOTNOTE, 0, arena_format(out->memory, "%s note", self->part));
        }
    } else if (is(name, "s") || is(name, "tab"))
        builder_text(out, SLICE(" "));
    else if (is(name, "line-break"))
        builder_break(out);
    else if (is(name, "note-citation"))
        self->from = builder_place(out);
    else if (is(name, "note-body"))
        builder_text(out, SLICE(" "));
}

static void end(void *context) {
    struct reader *self = context;
    struct builder *out = self->out;
    const char *name = self->names[--self->depth];
    if (self->hidden) {
        if (self->hidden > self->depth) self->hidden = 0;
        return;
    }
    if (is(name, "list"))
        self->lists--;
    else if (is(name, "table-cell"))
        self->cells--;
    else if (is(name, "note-citation"))
        self->citation = arena_copy(out->memory, builder_written(out, self->from));
    else if (is(name, "note")) {
        if (--self->notes == 0) {
            builder_aside_close(out);
            if (self->citation && out->main.block) builder_footnote_mark(out, slice_of(self->citation));
            self->citation = NULL;
        }
    } else if ((is(name, "p") || is(name, "h")) && !self->notes) {
        builder_close(out);
        self->opened = false;
    }
}

static void text(void *context, slice words) {
    struct reader *self = context;
    if (self->hidden || (!self->opened && !self->notes)) return;
    builder_text(self->out, words);
}

static void start_meta(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    (void)attributes;
    self->names[self->depth++] = name;
}
static void end_meta(void *context) { ((struct reader *)context)->depth--; }
static void text_meta(void *context, slice words) {
    struct reader *self = context;
    const char *name = self->depth ? self->names[self->depth - 1] : "";
    if (is(name, "title") && slice_trim(words).size)
        record_know(self->out->record, self->out->memory, FIELD_TITLE, KNOWN_FROM_MARKUP, words);
    if (is(name, "language")) record_know(self->out->record, self->out->memory, FIELD_LANG, KNOWN_FROM_MARKUP, words);
}

static bool wanted(slice name) {
    return slice_equal(name, SLICE("content.xml")) || slice_equal(name, SLICE("meta.xml")) || slice_equal(name, SLICE("styles.xml"));
}

static bool read_part(struct reader *self, const struct package *package, const char *part, const struct xml_handler *handler,
                      bool furniture, error *problem) {
    slice bytes = package_find(package, part);
    if (!bytes.size) return true;
    self->part = part;
    self->furniture = furniture;
    self->depth = self->hidden = self->lists = self->cells = self->notes = self->paragraph = 0;
    self->opened = false;
    return xml_parse(handler, self, bytes, self->out->name, problem);
}

bool odt_parse(struct builder *out, slice bytes, error *problem) {
    static const struct xml_handler body = { start, end, text }, meta = { start_meta, end_meta, text_meta };
    struct package package = { 0 };
    struct reader *reader = arena_alloc(out->memory, sizeof *reader);
    reader->out = out;
    if (!package_read(out->memory, bytes, wanted, out->name, &package, problem)) return false;
    if (!package_find(&package, "content.xml").size)
        return error_set(problem, ERROR_FORMAT, out->name, -1, "the package holds no content.xml");
    return read_part(reader, &package, "meta.xml", &meta, false, problem) &&
           read_part(reader, &package, "content.xml", &body, false, problem) &&
           read_part(reader, &package, "styles.xml", &body, true, problem) && builder_finish(out, problem);
}
