/* Inside room `record`: what the formats share. A format is one function that walks its own markup and tells the builder
 * what it meets; the builder writes clean text, blocks and marks.
 *
 * Worked example: <al>De  Kamer\n <b>verzoekt</b></al> →
 *   builder_open(b, BLOCK_PARAGRAPH, 0, "/al[1]"); builder_text(b, "De  Kamer\n "); builder_mark_open(b, MARK_EMPHASIS, NULL);
 *   builder_text(b, "verzoekt"); builder_mark_close(b); builder_close(b);
 * writes "De Kamer verzoekt": white space inside a block is one blank, blocks stand apart by an empty line, a block without
 * words leaves no trace. */
#ifndef GRIFFIE_RECORD_FORMAT_H
#define GRIFFIE_RECORD_FORMAT_H

#include "record/record.h"

enum { BUILDER_MARKS_MAX = 32 };

/* Where text is being written: the record's own text, or what is set aside (a footnote inside a sentence) until its block ends. */
struct builder_stream {
    char *text;
    size_t size, capacity;
    ARRAY(struct record_block) blocks;
    ARRAY(struct record_mark) marks;
    uint32_t block;  /* index + 1 of the open block, 0: none */
    bool blank;      /* white space waits for the next word */
    bool soft_blank; /* … and comes from indented markup: it vanishes before ")" and after "(" */
    bool broken;     /* a line break waits for the next word */
    uint32_t open_marks[BUILDER_MARKS_MAX], open_mark_count, lost_marks;
};
struct builder {
    arena *memory;
    struct record *record;
    const char *name; /* of the file, for messages */
    struct builder_stream main, aside, *at;
    int32_t page; /* of the blocks that are opened */
    bool failed;  /* text would pass GRIFFIE_TEXT_MAX */
};

void builder_init(struct builder *self, arena *memory, struct record *record, const char *name, size_t expected_size);
/* Opens a block (closing the one before); `place` must live in the arena. */
void builder_open(struct builder *self, enum block_kind kind, int level, const char *place);
void builder_close(struct builder *self);
/* Text of the open block; opens a paragraph when none is open and the text holds more than white space. */
void builder_text(struct builder *self, slice text);
/* A forced line break: the block goes on behind it, or is parted there. */
void builder_break(struct builder *self);
/* A line break that stays in the text: after a hyphen at a line's end, so that the text room can tell whether it belongs to the word. */
void builder_newline(struct builder *self);
/* A mark from here to the matching builder_mark_close; marks nest. */
void builder_mark_open(struct builder *self, enum mark_kind kind, const char *value);
void builder_mark_close(struct builder *self);
/* The number of a footnote as it stands in a sentence, in superscript figures so that it never runs into a word or number. */
void builder_footnote_mark(struct builder *self, slice number);
/* What comes until builder_aside_close stands after the block that is open now: footnotes. Does not nest. */
void builder_aside_open(struct builder *self);
void builder_aside_close(struct builder *self);
/* Bytes written so far where text is being written now; the text between two such places with builder_written. */
size_t builder_place(const struct builder *self);
slice builder_written(const struct builder *self, size_t from);
/* Ends the text: hands it to the record, sorts marks, drops empty ones. False and *problem when the text is too long. */
bool builder_finish(struct builder *self, error *problem);
/* Says in record.repairs what was repaired or left out. */
void builder_repair(struct builder *self, const char *sentence);

/* The formats. Each fills text, blocks, marks and what metadata its markup holds. */
typedef bool record_format(struct builder *out, slice bytes, error *problem);
record_format op_xml_parse, vlos_xml_parse, html_parse, markdown_parse, docx_parse, odt_parse, odata_parse, subtitle_parse, pdf_parse;

/* A metadata field of an official publication (<meta name= scheme= content=>), as its XML and its web pages have it. */
void publication_meta(struct builder *out, slice name, slice scheme, slice content);
/* A metadata field of a web page or a YAML head: who is named as author is the issuer, if the name is known. */
void author_meta(struct builder *out, slice key, slice name);
/* The identifier of the publication that a link leads to ("https://zoek.officielebekendmakingen.nl/kst-28676-372.html" →
 * "kst-28676-372"), NULL if it leads elsewhere. */
const char *link_target(arena *memory, slice url);
/* True if the text has the form of an official publication's identifier. */
bool is_publication_id(slice text);

/* Runs a format in this process: what parsers do behind their walls (and fuzzers without them). `record` has media and source_name. */
bool record_parse(record_format *format, arena *memory, struct record *record, slice bytes, error *problem);

/* Recognises a format by content; MEDIA_UNKNOWN for what griffie cannot read. *what is a word for the message. */
enum media media_recognise(slice bytes, const char **what);

/* Plain text: nothing but valid UTF-8 without NUL. */
bool plain_check(slice bytes, const char *name, error *problem);
/* UTF-8 that was read as Windows-1252 or ISO-8859-1 and written as UTF-8 again ("KrÃ¶ger") is put right. Returns the bytes
 * themselves when nothing is wrong; *repaired counts the characters. */
slice encoding_repair(arena *memory, slice bytes, size_t *repaired);

/* Metadata from the head and the tail of the clean text, for what the format did not say. */
void head_read(arena *memory, struct record *record);
/* Metadata from running heads and feet (a line each), which are no part of the text. */
void head_read_running(arena *memory, struct record *record, slice lines);
/* The genre that a title's words name (data/record/head.tsv); GENRE_OTHER if none. */
enum genre head_genre(slice title);
/* The actor whom an author's name names ("Ministerie van Defensie" → NL-MIN-DEF); NULL if none that is known. */
const char *head_author(slice name);
/* Identifier parts: "28 676", "21 501-02", "35 925 X" → "28676", "21501-02", "35925-X" in `out` (≥ 32 bytes); size of what was
 * read from the start of text, 0 if no dossier number stands there. */
size_t dossier_parse(slice text, char out[32]);
/* A written date at the start of text ("25 juni 2021", "June 25, 2021", "2021-06-25", "25-06-2021"); bytes read, 0 if none. */
size_t written_date_parse(slice text, date *out);

#endif
