/* VLOS: the Tweede Kamer's own XML of a plenary or committee report, where names, offices and times are elements of their own.
 *
 * Worked example: <woordvoerder><spreker><fractie>VVD</fractie><verslagnaam>Verheijen</verslagnaam>…</spreker><tekst><alinea>
 * <alineaitem>De heer <nadruk>Verheijen</nadruk> (VVD):</alineaitem><alineaitem>Ik heb …</alineaitem> → a turn with the mark
 * "NL-TK:Verheijen", then a paragraph. Only what stands in <tekst> and titles of activities was said or written for reading. */
#include "record/xml.h"

enum { SPEAKERS_MAX = 16 };

/* Who has the floor in an element: read from its own <spreker>, which comes before its words. */
struct floor {
    int depth;
    const char *surname, *office;
    bool member, chair;
};
struct reader {
    struct builder *out;
    struct xml_path *path;
    int hidden; /* depth of the element whose text is not for reading; 0 none */
    int in_text, in_list, depth, items;
    const char *names[XML_DEPTH_MAX];
    size_t from[XML_DEPTH_MAX];
    struct floor floors[SPEAKERS_MAX];
    int floor_count;
    uint32_t number_mark; /* index + 1 of the mark on <stuknummer>, whose dossier follows */
    const char *number;
    bool title_known, bold;
};

static bool is(const char *name, const char *other) { return strcmp(name, other) == 0; }

static bool holds_floor(const char *name) {
    return is(name, "woordvoerder") || is(name, "interrumpant") || is(name, "activiteitdeel") || is(name, "draadboekfragment");
}

static void start(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    (void)attributes;
    xml_path_enter(self->path, name);
    self->names[self->depth] = name;
    const char *parent = self->depth ? self->names[self->depth - 1] : "";
    self->depth++;
    if (holds_floor(name) && self->floor_count < SPEAKERS_MAX) self->floors[self->floor_count++] = (struct floor){ .depth = self->depth };
    if (!self->hidden) {
        struct builder *out = self->out;
        bool text = is(name, "tekst"), item = is(name, "alineaitem");
        if (text)
            self->in_text++;
        else if (is(name, "lijst"))
            self->in_list++;
        else if (is(name, "alinea"))
            self->items = 0;
        else if (item) {
            builder_open(out, self->in_list ? BLOCK_LIST_ITEM : BLOCK_PARAGRAPH, self->in_list, xml_path_text(self->path, out->memory));
            self->bold = false;
        } else if (is(name, "titel") && (is(parent, "vergadering") || is(parent, "activiteit")))
            builder_open(out, BLOCK_HEADING, is(parent, "activiteit") ? 2 : 1, xml_path_text(self->path, out->memory));
        else if (is(name, "nadruk") && self->in_text) {
            builder_mark_open(out, MARK_EMPHASIS, NULL);
            self->bold = true;
        } else if (is(name, "stuknummer") && self->in_text) {
            builder_mark_open(out, MARK_REFERENCE, "");
            self->number_mark = out->at->marks.count;
        } else if (is(name, "dossiernummer") && self->in_text)
            builder_mark_open(out, MARK_REFERENCE, "");
        else if (!self->in_text && !is(name, "vlosCoreDocument") && !is(name, "vergadering") && !is(name, "activiteit") &&
                 !is(name, "activiteithoofd") && !is(name, "activiteititem") && !holds_floor(name))
            self->hidden = self->depth;
    }
    self->from[self->depth - 1] = builder_place(self->out);
}

static void text(void *context, slice words) {
    struct reader *self = context;
    const char *name = self->depth ? self->names[self->depth - 1] : "";
    if (!self->hidden) return builder_text(self->out, words);
    struct builder *out = self->out;
    words = slice_trim(words);
    if (!words.size) return;
    if (self->hidden == self->depth && self->depth == 3) { /* of the meeting */
        if (is(name, "vergaderjaar"))
            record_know(out->record, out->memory, FIELD_SESSION, KNOWN_FROM_MARKUP, words);
        else if (is(name, "datum") && words.size >= 10)
            record_know(out->record, out->memory, FIELD_DATE, KNOWN_FROM_MARKUP, (slice){ words.data, 10 });
    }
    /* The first <spreker> directly in what holds the floor names who speaks there. */
    struct floor *floor = self->floor_count ? &self->floors[self->floor_count - 1] : NULL;
    if (!floor) return;
    if (self->depth == floor->depth + 2 && is(self->names[self->depth - 2], "spreker")) {
        if (is(name, "verslagnaam") && !floor->surname)
            floor->surname = arena_copy(out->memory, words);
        else if (is(name, "fractie"))
            floor->member = true;
        else if (is(name, "functie") && !floor->office)
            floor->office = arena_copy(out->memory, words);
    } else if (self->depth == floor->depth + 1 && is(name, "isvoorzitter"))
        floor->chair = slice_equal(words, SLICE("true"));
}

/* The first item of a paragraph that ends in ":" and has a name in bold is who speaks. */
static void end_item(struct reader *self, slice words) {
    struct builder *out = self->out;
    if (self->items++ || !words.size || words.size > 120 || words.data[words.size - 1] != ':' || !self->bold || !out->at->block) return;
    struct record_block *block = &out->at->blocks.at[out->at->block - 1];
    block->kind = BLOCK_TURN;
    struct floor *floor = self->floor_count ? &self->floors[self->floor_count - 1] : NULL;
    slice name = { words.data, words.size - 1 };
    /* The words themselves say who it is when somebody else's name stands there: "De voorzitter:" inside a member's turn. */
    bool own = floor && floor->surname && memmem(name.data, name.size, floor->surname, strlen(floor->surname));
    const char *value =
        own && floor->member && !floor->chair ? arena_format(out->memory, "NL-TK:%s", floor->surname) : arena_copy(out->memory, name);
    ARRAY_PUSH(out->memory, &out->at->marks) =
        (struct record_mark){ .span = { block->span.start, (uint32_t)out->at->size }, .kind = MARK_SPEAKER, .value = value };
}

static void end(void *context) {
    struct reader *self = context;
    struct builder *out = self->out;
    const char *name = self->names[self->depth - 1];
    slice words = builder_written(out, self->from[self->depth - 1]);
    if (!self->hidden) {
        if (is(name, "tekst"))
            self->in_text--;
        else if (is(name, "lijst"))
            self->in_list--;
        else if (is(name, "nadruk") && self->in_text)
            builder_mark_close(out);
        else if (is(name, "alineaitem")) {
            end_item(self, words);
            builder_close(out);
            self->number_mark = 0;
        } else if (is(name, "titel")) {
            if (!self->title_known) record_know(out->record, out->memory, FIELD_TITLE, KNOWN_FROM_MARKUP, words);
            self->title_known = true;
            builder_close(out);
        } else if (is(name, "stuknummer") && self->in_text) {
            builder_mark_close(out);
            self->number = arena_copy(out->memory, words);
        } else if (is(name, "dossiernummer") && self->in_text) {
            char dossier[32];
            const char *target = dossier_parse(words, dossier) ? arena_format(out->memory, "dossier-%s", dossier) : "";
            if (self->number_mark && *target) {
                target = arena_format(out->memory, "kst-%s-%s", dossier, self->number);
                out->at->marks.at[self->number_mark - 1].value = target;
            }
            if (out->at->open_mark_count) out->at->marks.at[out->at->open_marks[out->at->open_mark_count - 1]].value = target;
            builder_mark_close(out);
            self->number_mark = 0;
        }
    }
    if (self->hidden == self->depth) self->hidden = 0;
    if (self->floor_count && self->floors[self->floor_count - 1].depth == self->depth) self->floor_count--;
    self->depth--;
    xml_path_leave(self->path);
}

bool vlos_xml_parse(struct builder *out, slice bytes, error *problem) {
    struct reader reader = { .out = out, .path = xml_path_new(out->memory) };
    static const struct xml_handler handler = { start, end, text };
    record_know(out->record, out->memory, FIELD_GENRE, KNOWN_FROM_MARKUP, SLICE("minutes"));
    record_know(out->record, out->memory, FIELD_LANG, KNOWN_FROM_MARKUP, SLICE("nl"));
    if (!xml_parse(&handler, &reader, bytes, out->name, problem)) return false;
    return builder_finish(out, problem);
}
