/* XML of the Dutch official publications (op-xsd 2012 to 2014): `kamerstuk` and `handelingen`, read as a stream.
 *
 * Worked example: <stuknr>Nr. <ondernummer>468</ondernummer></stuknr><al>De Kamer,</al> → blocks "Nr. 468" (heading) and
 * "De Kamer," (paragraph, place "/kamerstuk/stuk/…/al[1]"), identifier part 468.
 *
 * A table says what each element is; unknown elements are transparent, their text is never lost. */
#include "record/xml.h"

#include <stdio.h>

enum action {
    TRANSPARENT, /* children decide; its own text becomes a paragraph or goes on in the open block */
    BLOCK,       /* a block of the given kind */
    LIST,
    ITEM,
    LABEL,
    NOTE,
    HEAD,
    SPEAKER,
    SIGNED,
    META,
    REFERENCE,
    DATED,
    EMPHASIS,
    SPACED,
    HIDDEN
};
/* What an element's words also tell. */
enum capture {
    NO_CAPTURE,
    DOSSIER_NUMBER,
    DOSSIER_SUFFIX,
    DOCUMENT_NUMBER,
    DOCUMENT_TITLE,
    SESSION,
    SURNAME,
    FIRST_NAME,
    PREFIX,
    PARTY,
    MEETING_DATE,
    CAPTURE_COUNT
};

static const struct element {
    const char *name;
    enum action action;
    enum block_kind kind;
    uint8_t level;
    enum capture capture;
} elements[] = {
    /* sorted by name */
    { "achternaam", SPACED, 0, 0, SURNAME },
    { "al", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "alinea", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "begrotingshoofdstuk", SPACED, 0, 0, DOSSIER_SUFFIX },
    { "bijschrift", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "citaat", TRANSPARENT, 0, 0, 0 },
    { "datum", DATED, 0, 0, 0 },
    { "datumtekst", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "dossier", BLOCK, BLOCK_HEADING, 1, 0 },
    { "dossiernr", SPACED, 0, 0, DOSSIER_NUMBER },
    { "dossierref", REFERENCE, 0, 0, 0 },
    { "entry", BLOCK, BLOCK_TABLE_CELL, 0, 0 },
    { "extref", REFERENCE, 0, 0, 0 },
    { "functie", SIGNED, BLOCK_SIGNATURE, 0, 0 },
    { "intref", EMPHASIS, 0, 0, 0 },
    { "item-titel", BLOCK, BLOCK_HEADING, 1, DOCUMENT_TITLE },
    { "kamerstukkop", BLOCK, BLOCK_FURNITURE, 0, 0 },
    { "kop", HEAD, BLOCK_HEADING, 2, 0 },
    { "li", ITEM, BLOCK_LIST_ITEM, 0, 0 },
    { "li.nr", LABEL, 0, 0, 0 },
    { "lijst", LIST, 0, 0, 0 },
    { "meta", META, 0, 0, 0 },
    { "naam", SIGNED, BLOCK_SIGNATURE, 0, 0 },
    { "nadruk", EMPHASIS, 0, 0, 0 },
    { "noot", NOTE, BLOCK_FOOTNOTE, 0, 0 },
    { "noot.al", BLOCK, BLOCK_FOOTNOTE, 0, 0 },
    { "noot.nr", LABEL, 0, 0, 0 },
    { "nr", HEAD, BLOCK_FURNITURE, 0, 0 },
    { "ondernummer", SPACED, 0, 0, DOCUMENT_NUMBER },
    { "politiek", TRANSPARENT, 0, 0, PARTY },
    { "raadnr", TRANSPARENT, 0, 0, DOSSIER_SUFFIX },
    { "spreker", SPEAKER, BLOCK_TURN, 0, 0 },
    { "stuknr", BLOCK, BLOCK_HEADING, 2, 0 },
    { "subtitel", SPACED, 0, 0, 0 },
    { "tekstregel", SPACED, 0, 0, SESSION },
    { "titel", HEAD, BLOCK_HEADING, 1, 0 },
    { "tussenkop", BLOCK, BLOCK_HEADING, 3, 0 },
    { "uitspraak", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "vergaderdatum", BLOCK, BLOCK_PARAGRAPH, 0, MEETING_DATE },
    { "vergadering-nummer", BLOCK, BLOCK_HEADING, 1, DOCUMENT_TITLE },
    { "vergadertijd", BLOCK, BLOCK_PARAGRAPH, 0, 0 },
    { "voornaam", SPACED, 0, 0, FIRST_NAME },
    { "voorvoegsel", SPACED, 0, 0, PREFIX },
    { "voorvoegsels", SPACED, 0, 0, PREFIX },
};
static const struct element transparent = { "", TRANSPARENT, 0, 0, 0 };

struct frame {
    const struct element *element;
    size_t from;
    const char *number;
    bool opened, marked, aside;
};
struct reader {
    struct builder *out;
    struct xml_path *path;
    struct frame *frames; /* XML_DEPTH_MAX of them, each made when its element begins */
    int depth;
    int lists, items, notes, in_stuk, in_dossier, in_speaker, in_signature;
    const char *captured[CAPTURE_COUNT];
    slice number_attribute;
    slice url; /* of the metadata: names the publication */
    date issued;
};

static const struct element *find_element(const char *name) {
    size_t low = 0, high = COUNT_OF(elements);
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, elements[middle].name);
        if (order == 0) return &elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return &transparent;
}

static void open_block(struct reader *self, struct frame *frame, enum block_kind kind, int level) {
    builder_open(self->out, kind, level, xml_path_text(self->path, self->out->memory));
    frame->opened = true;
}

static void read_meta(struct reader *self, const struct xml_attributes *attributes) {
    arena *memory = self->out->memory;
    slice name = xml_attribute(attributes, "name"), content = xml_attribute_text(attributes, "content", memory);
    publication_meta(self->out, name, xml_attribute(attributes, "scheme"), content);
    if (slice_equal(name, SLICE("DCTERMS.issued"))) date_parse(content, &self->issued);
    if (slice_equal(name, SLICE("OVERHEIDop.externMetadataRecord"))) self->url = content;
}

static void open_item(struct reader *self, struct frame *frame) {
    open_block(self, frame, BLOCK_LIST_ITEM, self->lists);
    self->items++;
}

static void start(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    struct builder *out = self->out;
    if (self->depth >= XML_DEPTH_MAX) return; /* xml_parse refuses deeper documents */
    xml_path_enter(self->path, name);
    const struct element *element = find_element(name);
    struct frame *frame = &self->frames[self->depth++];
    *frame = (struct frame){ .element = element };
    if (element == &transparent) {
        if (strcmp(name, "stuk") == 0) self->in_stuk++;
        if (strcmp(name, "ondertekening") == 0 || strcmp(name, "wet-sluiting") == 0) self->in_signature++;
        if (strcmp(name, "handelingen") == 0) record_know(out->record, out->memory, FIELD_GENRE, KNOWN_FROM_MARKUP, SLICE("minutes"));
    }
    switch (element->action) {
    case BLOCK:
        if (self->notes)
            builder_text(out, SLICE(" "));
        else if (self->items && element->kind == BLOCK_PARAGRAPH) {
            /* The first paragraph of a list item goes on after its label; later ones are items of their own at its level. */
            if (frame[-1].element->action == ITEM && frame[-1].marked) open_block(self, frame, BLOCK_LIST_ITEM, self->lists);
            if (frame[-1].element->action == ITEM) frame[-1].marked = true;
            builder_text(out, SLICE(" "));
        } else
            open_block(self, frame, element->kind, element->level);
        if (element->name[0] == 'd' && strcmp(element->name, "dossier") == 0) self->in_dossier++;
        break;
    case LIST:
        self->lists++;
        break;
    case ITEM:
        open_item(self, frame);
        break;
    case NOTE:
        if (self->notes++ == 0) {
            builder_aside_open(out);
            frame->aside = true;
        }
        open_block(self, frame, BLOCK_FOOTNOTE, 0);
        break;
    case HEAD:
        if (self->in_dossier || self->notes || (self->depth > 1 && frame[-1].element->action == HEAD))
            builder_text(out, SLICE(" "));
        else
            open_block(self, frame, element->kind, element->level);
        break;
    case SPEAKER:
        open_block(self, frame, BLOCK_TURN, 0);
        builder_mark_open(out, MARK_SPEAKER, NULL);
        frame->marked = true;
        self->in_speaker++;
        for (int i = SURNAME; i <= PARTY; i++) self->captured[i] = NULL;
        break;
    case SIGNED:
        if (self->in_signature && !self->in_speaker)
            open_block(self, frame, BLOCK_SIGNATURE, 0);
        else
            builder_text(out, SLICE(" "));
        break;
    case META:
        read_meta(self, attributes);
        break;
    case REFERENCE: {
        slice target = xml_attribute_text(attributes, "doc", out->memory);
        if (!target.size) {
            target = xml_attribute_text(attributes, "dossier", out->memory);
            if (target.size) target = slice_of(arena_format(out->memory, "dossier-%s", target.data));
        }
        if (target.size) builder_mark_open(out, MARK_REFERENCE, target.data), frame->marked = true;
        break;
    }
    case DATED: {
        slice day = xml_attribute(attributes, "isodatum");
        date parsed;
        if (!date_parse(day, &parsed)) break;
        builder_mark_open(out, MARK_DATE, arena_copy(out->memory, day));
        frame->marked = true;
        if (self->in_stuk && self->depth > 1 && strcmp(frame[-1].element->name, "datumtekst") == 0)
            record_know(out->record, out->memory, FIELD_DATE, KNOWN_FROM_MARKUP, day);
        break;
    }
    case EMPHASIS:
        builder_mark_open(out, MARK_EMPHASIS, NULL), frame->marked = true;
        break;
    case SPACED:
    case LABEL:
        builder_text(out, SLICE(" "));
        break;
    case TRANSPARENT:
    case HIDDEN:
        break;
    }
    if (element->capture == SESSION && !slice_equal(xml_attribute(attributes, "inhoud"), SLICE("vergaderjaar")))
        frame->element = &transparent;
    frame->from = builder_place(out);
}

static void capture(struct reader *self, enum capture what, slice words) {
    if (!words.size) return;
    if (what == DOSSIER_NUMBER && self->captured[DOSSIER_NUMBER]) return; /* of several dossiers the first one names the document */
    if (what == DOCUMENT_NUMBER && self->captured[DOCUMENT_NUMBER]) return;
    if ((what == DOSSIER_SUFFIX || what == DOCUMENT_TITLE) && self->captured[what]) return;
    self->captured[what] = arena_copy(self->out->memory, words);
}

/* Who speaks: members by the actors' own scheme, others as they are called. */
static void name_speaker(struct reader *self, slice words) {
    struct builder_stream *stream = self->out->at;
    if (!stream->open_mark_count) return;
    struct record_mark *mark = &stream->marks.at[stream->open_marks[stream->open_mark_count - 1]];
    while (words.size && (words.data[words.size - 1] == ':' || words.data[words.size - 1] == ' ')) words.size--;
    if (self->captured[SURNAME] && self->captured[PARTY])
        mark->value = arena_format(self->out->memory, "NL-TK:%s", self->captured[SURNAME]);
    else
        mark->value = arena_copy(self->out->memory, words);
}

static void end(void *context) {
    struct reader *self = context;
    struct builder *out = self->out;
    struct frame *frame = &self->frames[--self->depth];
    const struct element *element = frame->element;
    slice words = builder_written(out, frame->from);
    if (element->capture) capture(self, element->capture, words);
    switch (element->action) {
    case BLOCK:
        if (strcmp(element->name, "dossier") == 0) self->in_dossier--;
        break;
    case LIST:
        self->lists--;
        break;
    case ITEM:
        self->items--;
        break;
    case NOTE:
        self->notes--;
        break;
    case HEAD:
        if (!self->in_dossier && self->in_stuk && !self->captured[DOCUMENT_TITLE]) capture(self, DOCUMENT_TITLE, words);
        break;
    case SPEAKER:
        name_speaker(self, words);
        self->in_speaker--;
        break;
    case SIGNED:
        if (frame->opened && strcmp(element->name, "naam") == 0 && words.size)
            ARRAY_PUSH(out->memory, &out->record->signed_by) = arena_copy(out->memory, words);
        break;
    default:
        break;
    }
    const char *name = xml_path_name(self->path);
    if (strcmp(name, "stuk") == 0) self->in_stuk--;
    if (strcmp(name, "ondertekening") == 0 || strcmp(name, "wet-sluiting") == 0) self->in_signature--;
    if (frame->marked && element->action != ITEM) builder_mark_close(out);
    if (element->action == LABEL && self->depth && frame[-1].aside) frame[-1].number = arena_copy(out->memory, words);
    if (frame->aside) {
        builder_aside_close(out);
        if (frame->number && out->main.block) builder_footnote_mark(out, slice_of(frame->number));
    } else if (frame->opened)
        builder_close(out);
    xml_path_leave(self->path);
}

static void text(void *context, slice words) {
    struct reader *self = context;
    builder_text(self->out, words);
}

static void know_document(struct reader *self) {
    struct record *record = self->out->record;
    arena *memory = self->out->memory;
    const char *suffix = self->captured[DOSSIER_SUFFIX];
    if (self->captured[DOSSIER_NUMBER]) {
        char dossier[32];
        slice spelled = slice_of(arena_format(memory, "%s%s%s", self->captured[DOSSIER_NUMBER], suffix ? "-" : "", suffix ? suffix : ""));
        if (dossier_parse(spelled, dossier)) {
            record_know(record, memory, FIELD_DOSSIER, KNOWN_FROM_MARKUP, slice_of(dossier));
            if (self->captured[DOCUMENT_NUMBER])
                record_know(record, memory, FIELD_RECORD, KNOWN_FROM_MARKUP,
                            slice_of(arena_format(memory, "kst-%s-%s", dossier, self->captured[DOCUMENT_NUMBER])));
        }
    }
    const char *linked = link_target(memory, self->url);
    if (linked) record_know(record, memory, FIELD_RECORD, KNOWN_FROM_MARKUP, slice_of(linked));
    /* "h-tk-20172018-70-11": the sittings of a session year. */
    if (record->id && strncmp(record->id, "h-", 2) == 0 && strlen(record->id) > 13 && strspn(record->id + 5, "0123456789") == 8)
        record_know(record, memory, FIELD_SESSION, KNOWN_FROM_MARKUP,
                    slice_of(arena_format(memory, "%.4s-%.4s", record->id + 5, record->id + 9)));
    if (self->captured[DOCUMENT_TITLE])
        record_know(record, memory, FIELD_TITLE, KNOWN_FROM_MARKUP, slice_of(self->captured[DOCUMENT_TITLE]));
    if (self->captured[SESSION]) {
        slice session = slice_of(self->captured[SESSION]);
        while (session.size && (session.data[0] < '0' || session.data[0] > '9')) session.data++, session.size--;
        record_know(record, memory, FIELD_SESSION, KNOWN_FROM_MARKUP, session);
    }
    if (self->captured[MEETING_DATE]) {
        slice day = slice_of(self->captured[MEETING_DATE]);
        while (day.size && (day.data[0] < '0' || day.data[0] > '9')) day.data++, day.size--;
        date met;
        if (written_date_parse(day, &met) && record->known[FIELD_DATE] < KNOWN_FROM_MARKUP)
            record->date = met, record->known[FIELD_DATE] = KNOWN_FROM_MARKUP;
    }
    if (date_known(self->issued) && record->known[FIELD_DATE] < KNOWN_FROM_MARKUP)
        record->date = self->issued, record->known[FIELD_DATE] = KNOWN_FROM_MARKUP;
    record_know(record, memory, FIELD_LANG, KNOWN_FROM_MARKUP, SLICE("nl"));
}

bool op_xml_parse(struct builder *out, slice bytes, error *problem) {
    size_t repaired;
    bytes = encoding_repair(out->memory, bytes, &repaired);
    if (repaired)
        builder_repair(out, arena_format(out->memory, "%zu characters were UTF-8 encoded twice and have been put right", repaired));
    struct reader reader = { .out = out, .path = xml_path_new(out->memory) };
    reader.frames = array_room(out->memory, XML_DEPTH_MAX, sizeof *reader.frames);
    static const struct xml_handler handler = { start, end, text };
    if (!xml_parse(&handler, &reader, bytes, out->name, problem) || !builder_finish(out, problem)) return false;
    know_document(&reader);
    return true;
}
