/* Word documents (ECMA-376, WordprocessingML): the final text.
 *
 * Worked example: <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>de Kamer te </w:t></w:r>
 * <w:del>…</w:del><w:ins><w:r><w:t>informeren</w:t></w:r></w:ins></w:p> → list item "a) de Kamer te informeren".
 *
 * Letterheads stand in the headers of the first page, and date and subject with them: they come first. Text boxes are written
 * twice (mc:Choice and mc:Fallback): once is enough. Deleted, moved-away and hidden text, field codes and comments are left out;
 * footnotes follow the paragraph that calls them. */
#include "record/numbering.h"
#include "record/package.h"
#include "record/xml.h"

#include <stdlib.h>

enum { STYLES_MAX = 1024, NOTES_MAX = 16384 };

struct style {
    const char *id;
    uint8_t level;
    bool list;
    int number, depth;
};
struct reader {
    struct builder *out;
    struct package package;
    const char *part; /* "word/document.xml" */
    struct numbering numbering;
    ARRAY(struct style) styles;
    struct style style; /* being read */
    struct {
        const char *at[NOTES_MAX];
        uint32_t count;
    } * notes; /* text by footnote id; paragraphs parted by \n */
    buffer note;
    const char *names[XML_DEPTH_MAX];
    int depth, hidden, boxes, tables;
    int paragraph; /* number in the part */
    bool text;     /* inside w:t */
    bool opened, furniture;
    bool runs_on;   /* the paragraph's end is deleted: the next one goes on in its block */
    bool invisible; /* the run's text is hidden (w:vanish) */
    uint8_t level;  /* of the paragraph being read */
    int number, number_depth;
    int footnote; /* the number that the next call of a footnote gets */
    bool bold;
};

static bool is(const char *a, const char *b) { return strcmp(a, b) == 0; }
static int attribute_number(const struct xml_attributes *attributes, const char *name) {
    char digits[12] = { 0 };
    slice value = xml_attribute(attributes, name);
    memcpy(digits, value.data ? value.data : "", value.size < sizeof digits - 1 ? value.size : sizeof digits - 1);
    return atoi(digits);
}

/* Styles: which are headings (outline level or the names "heading 1", "Kop 1") and which are numbered. */
static void start_style(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    arena *memory = self->out->memory;
    if (is(name, "style"))
        self->style = (struct style){ .id = arena_copy(memory, xml_attribute(attributes, "styleId")), .number = -1 };
    else if (is(name, "name")) {
        slice label = xml_attribute(attributes, "val");
        if (label.size == 9 && slice_equal_nocase((slice){ label.data, 8 }, SLICE("heading ")))
            self->style.level = (uint8_t)(label.data[8] - '0');
        else if (slice_equal_nocase(label, SLICE("title")))
            self->style.level = 1;
    } else if (is(name, "outlineLvl")) {
        int level = attribute_number(attributes, "val");
        if (level < 9) self->style.level = (uint8_t)(level + 1);
    } else if (is(name, "numId"))
        self->style.number = attribute_number(attributes, "val");
    else if (is(name, "ilvl"))
        self->style.depth = attribute_number(attributes, "val");
    self->names[self->depth < XML_DEPTH_MAX ? self->depth : XML_DEPTH_MAX - 1] = name;
    self->depth++;
}
static void end_style(void *context) {
    struct reader *self = context;
    if (is(self->names[--self->depth], "style") && self->style.id && self->styles.count < STYLES_MAX) {
        ARRAY_PUSH(self->out->memory, &self->styles) = self->style;
        self->style = (struct style){ .number = -1 };
    }
}
static void no_text(void *context, slice words) { (void)context, (void)words; }

/* Footnotes and endnotes: their text by number. */
static void start_note(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    self->names[self->depth++] = name;
    if (is(name, "footnote") || is(name, "endnote")) {
        self->note.size = 0;
        self->number = attribute_number(attributes, "id");
    } else if (is(name, "p") && self->note.size)
        buffer_add_char(&self->note, ' ');
    else if (is(name, "tab") || is(name, "br"))
        buffer_add_char(&self->note, ' ');
    self->text = is(name, "t");
}
static void end_note(void *context) {
    struct reader *self = context;
    const char *name = self->names[--self->depth];
    self->text = false;
    if (!is(name, "footnote") && !is(name, "endnote")) return;
    if (self->number > 0 && self->number < NOTES_MAX && !self->notes->at[self->number])
        self->notes->at[self->number] = arena_copy(self->out->memory, slice_trim((slice){ self->note.data, self->note.size }));
}
static void text_note(void *context, slice words) {
    struct reader *self = context;
    if (self->text) buffer_add(&self->note, words);
}

static const struct style *find_style(const struct reader *self, slice id) {
    for (uint32_t i = 0; i < self->styles.count; i++)
        if (slice_equal(id, slice_of(self->styles.at[i].id))) return &self->styles.at[i];
    return NULL;
}

/* The paragraph's block is opened at its first words, when its properties are known. */
static void open_paragraph(struct reader *self) {
    if (self->opened) return;
    self->opened = true;
    arena *memory = self->out->memory;
    const char *place = arena_format(memory, "%s p=%d", self->part, self->paragraph);
    char label[64] = "";
    if (self->number > 0) numbering_next(&self->numbering, self->number, self->number_depth, label, sizeof label);
    enum block_kind kind = self->furniture ? BLOCK_FURNITURE
                           : self->level   ? BLOCK_HEADING
                           : *label        ? BLOCK_LIST_ITEM
                           : self->tables  ? BLOCK_TABLE_CELL
                                           : BLOCK_PARAGRAPH;
    builder_open(self->out, kind, self->level ? self->level : *label ? self->number_depth + 1 : 0, place);
    if (*label) {
        builder_text(self->out, slice_of(label));
        builder_text(self->out, SLICE(" "));
    }
}

static void write_footnote(struct reader *self, int id) {
    if (id <= 0 || id >= NOTES_MAX || !self->notes->at[id]) return;
    open_paragraph(self);
    struct builder *out = self->out;
    char digits[12];
    int size = 0, number = ++self->footnote;
    for (int rest = number; rest; rest /= 10) size++;
    for (int i = size; i-- > 0; number /= 10) digits[i] = (char)('0' + number % 10);
    builder_footnote_mark(out, (slice){ digits, (size_t)size });
    bool nested = out->at == &out->aside; /* a text box calls it: the note follows in the same stream */
    if (nested) return;
    builder_aside_open(out);
    builder_open(out, BLOCK_FOOTNOTE, 0, arena_format(out->memory, "word/footnotes.xml id=%d", id));
    builder_text(out, (slice){ digits, (size_t)size });
    builder_text(out, SLICE(" "));
    builder_text(out, slice_of(self->notes->at[id]));
    builder_aside_close(out);
}

static void start(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    self->names[self->depth++] = name;
    if (self->hidden) return;
    const char *parent = self->depth > 1 ? self->names[self->depth - 2] : "",
               *grandparent = self->depth > 2 ? self->names[self->depth - 3] : "";
    if (is(name, "del") && is(parent, "rPr") && is(grandparent, "pPr")) self->runs_on = true;
    static const char *const hidden[] = { "Fallback", "del", "moveFrom", "instrText", "delText", "pict_fallback", "annotation" };
    for (size_t i = 0; i < COUNT_OF(hidden); i++)
        if (is(name, hidden[i])) {
            self->hidden = self->depth;
            return;
        }
    if (is(name, "p")) {
        self->paragraph++;
        self->opened &= self->runs_on;
        self->runs_on = false;
        self->level = 0;
        self->number = -1;
        self->number_depth = 0;
    } else if (is(name, "pStyle")) {
        const struct style *style = find_style(self, xml_attribute(attributes, "val"));
        if (style) self->level = style->level;
        /* What the paragraph says of its list wins, wherever it stands in its properties. */
        if (style && self->number < 0) self->number = style->number, self->number_depth = style->depth;
    } else if (is(name, "outlineLvl")) {
        int level = attribute_number(attributes, "val");
        self->level = level < 9 ? (uint8_t)(level + 1) : 0;
    } else if (is(name, "numId") && is(parent, "numPr"))
        self->number = attribute_number(attributes, "val");
    else if (is(name, "ilvl") && is(parent, "numPr"))
        self->number_depth = attribute_number(attributes, "val");
    else if (is(name, "t"))
        self->text = true;
    else if (is(name, "r"))
        self->invisible = false;
    else if (is(name, "vanish") && is(parent, "rPr") && is(grandparent, "r")) {
        slice value = xml_attribute(attributes, "val");
        self->invisible = !slice_equal(value, SLICE("0")) && !slice_equal(value, SLICE("false"));
    } else if (is(name, "tab") && is(parent, "r"))
        builder_text(self->out, SLICE(" "));
    else if (is(name, "br") || is(name, "cr")) {
        slice type = xml_attribute(attributes, "type");
        if (!slice_equal(type, SLICE("page"))) builder_break(self->out);
    } else if (is(name, "noBreakHyphen")) {
        open_paragraph(self);
        builder_text(self->out, SLICE("-"));
    } else if (is(name, "footnoteReference") || is(name, "endnoteReference"))
        write_footnote(self, attribute_number(attributes, "id"));
    else if (is(name, "txbxContent")) {
        if (self->boxes++ == 0) builder_aside_open(self->out);
    } else if (is(name, "tc"))
        self->tables++;
    if (is(name, "tc") || is(name, "tbl")) builder_close(self->out);
}

static void end(void *context) {
    struct reader *self = context;
    const char *name = self->names[--self->depth];
    if (self->hidden) {
        if (self->hidden > self->depth) self->hidden = 0;
        return;
    }
    if (is(name, "t"))
        self->text = false;
    else if (is(name, "p") && self->runs_on && self->opened)
        return;
    else if (is(name, "p")) {
        self->runs_on = false;
        if (self->opened) builder_close(self->out);
        /* After a text box the paragraph around it goes on; its properties are read anew only with its own next words. */
        self->opened = false;
        self->level = 0;
        self->number = -1;
    } else if (is(name, "txbxContent")) {
        if (--self->boxes == 0) {
            builder_aside_close(self->out);
            self->opened = self->out->main.block != 0;
        }
    } else if (is(name, "tc"))
        self->tables--;
}

static void text(void *context, slice words) {
    struct reader *self = context;
    if (self->hidden || self->invisible || !self->text) return;
    if (!self->opened && !slice_trim(words).size) return;
    open_paragraph(self);
    builder_text(self->out, words);
}

static bool read_part(struct reader *self, const char *part, const struct xml_handler *handler, error *problem) {
    slice bytes = package_find(&self->package, part);
    if (!bytes.size) return true;
    self->part = part;
    self->depth = self->hidden = self->boxes = self->tables = self->paragraph = 0;
    self->opened = self->text = self->runs_on = self->invisible = false;
    bool done = xml_parse(handler, self, bytes, self->out->name, problem);
    builder_close(self->out);
    return done;
}

/* Title and creation date of the package (Dublin Core). */
static void start_core(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    (void)attributes;
    self->names[self->depth++] = name;
}
static void end_core(void *context) { ((struct reader *)context)->depth--; }
static void text_core(void *context, slice words) {
    struct reader *self = context;
    const char *name = self->depth ? self->names[self->depth - 1] : "";
    struct record *record = self->out->record;
    if (is(name, "title") && slice_trim(words).size) record_know(record, self->out->memory, FIELD_TITLE, KNOWN_FROM_MARKUP, words);
    if (is(name, "language")) record_know(record, self->out->memory, FIELD_LANG, KNOWN_FROM_MARKUP, words);
}

static bool is_header(slice name) { return slice_starts(name, SLICE("word/header")) || slice_starts(name, SLICE("word/footer")); }
static bool wanted(slice name) {
    static const char *const parts[] = { "word/document.xml",  "word/styles.xml",   "word/numbering.xml",
                                         "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml" };
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (slice_equal(name, slice_of(parts[i]))) return true;
    return is_header(name) && slice_ends(name, SLICE(".xml"));
}

/* How many runs of text a part holds. */
static size_t count_runs(slice xml) {
    size_t runs = 0;
    for (const char *at = xml.data, *end = at + xml.size; at && (at = memmem(at, (size_t)(end - at), "<w:t", 4)) && at + 4 < end; at += 4)
        runs += at[4] == '>' || at[4] == ' ';
    return runs;
}

/* The header that holds most is the letterhead with addressee, date and subject: text. The others, of later pages, are furniture. */
static const char *find_letterhead(const struct package *package) {
    const char *name = NULL;
    size_t most = 6;
    for (uint32_t i = 0; i < package->members.count; i++) {
        const struct package_member *member = &package->members.at[i];
        if (!slice_starts(slice_of(member->name), SLICE("word/header"))) continue;
        size_t runs = count_runs(member->bytes);
        if (runs > most) most = runs, name = member->name;
    }
    return name;
}

bool docx_parse(struct builder *out, slice bytes, error *problem) {
    static const struct xml_handler styles = { start_style, end_style, no_text }, notes = { start_note, end_note, text_note },
                                    body = { start, end, text }, core = { start_core, end_core, text_core };
    struct reader *reader = arena_alloc(out->memory, sizeof *reader);
    *reader = (struct reader){ .out = out, .number = -1 };
    reader->notes = arena_alloc(out->memory, sizeof *reader->notes);
    bool done = package_read(out->memory, bytes, wanted, out->name, &reader->package, problem) &&
                read_part(reader, "docProps/core.xml", &core, problem) && read_part(reader, "word/styles.xml", &styles, problem) &&
                numbering_read(&reader->numbering, out->memory, package_find(&reader->package, "word/numbering.xml"), out->name, problem) &&
                read_part(reader, "word/footnotes.xml", &notes, problem);
    reader->number = -1;
    const char *letterhead = find_letterhead(&reader->package);
    done = done && (!letterhead || read_part(reader, letterhead, &body, problem)) && read_part(reader, "word/document.xml", &body, problem);
    reader->furniture = true;
    for (uint32_t i = 0; done && i < reader->package.members.count; i++) {
        const struct package_member *member = &reader->package.members.at[i];
        if (is_header(slice_of(member->name)) && member->name != letterhead) done = read_part(reader, member->name, &body, problem);
    }
    buffer_free(&reader->note);
    return done && builder_finish(out, problem);
}
