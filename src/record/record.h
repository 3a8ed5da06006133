/* Room `record`: a file becomes one clean text with metadata and a map back to its source. Interprets no language.
 *
 * Worked example: kst-28676-468.xml → text "MOTIE VAN HET LID …\n\nVoorgesteld 10 oktober 2024\n\nDe Kamer,\n\n…",
 * blocks (each paragraph with its kind and its element path), marks (what the markup knows for certain: linked
 * references, dated dates, speakers), metadata (identifier, title, date, genre …), each with how it is known.
 *
 * Memory rule: everything a record points to lives in the arena that it was read into. */
#ifndef GRIFFIE_RECORD_H
#define GRIFFIE_RECORD_H

#include "base/base.h"

enum media {
    MEDIA_UNKNOWN,
    MEDIA_TEXT,
    MEDIA_MARKDOWN,
    MEDIA_HTML,
    MEDIA_OP_XML,
    MEDIA_VLOS_XML,
    MEDIA_PDF,
    MEDIA_DOCX,
    MEDIA_ODT,
    MEDIA_ODATA,
    MEDIA_WEBVTT,
    MEDIA_SRT
};
enum language { LANGUAGE_UNKNOWN, LANGUAGE_DUTCH, LANGUAGE_ENGLISH };
enum genre {
    GENRE_OTHER,
    GENRE_LETTER,
    GENRE_REPORT,
    GENRE_MOTION,
    GENRE_MINUTES,
    GENRE_AGENDA,
    GENRE_ANSWERS,
    GENRE_DECISIONS,
    GENRE_COMMUNIQUE,
    GENRE_RESOLUTION
};
/* How a piece of metadata is known; a higher one wins. */
enum known { KNOWN_NOT, KNOWN_ASSUMED, KNOWN_FROM_TEXT, KNOWN_FROM_MARKUP, KNOWN_FROM_CALLER };
enum record_field {
    FIELD_RECORD,
    FIELD_TITLE,
    FIELD_GENRE,
    FIELD_LANG,
    FIELD_DATE,
    FIELD_ISSUER,
    FIELD_ADDRESSEE,
    FIELD_DOSSIER,
    FIELD_SESSION,
    FIELD_COUNT
};

/* What the format says a stretch of text is. Plain text has none: src/text finds them. */
enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_LIST_ITEM,
    BLOCK_FOOTNOTE,
    BLOCK_TABLE_CELL,
    BLOCK_TURN /* a speaker's
name */
    ,
    BLOCK_FURNITURE /* running head, page number */,
    BLOCK_SIGNATURE,
    BLOCK_KEY /* of key: value */,
    BLOCK_QUOTE
};
struct record_block {
    span span;
    enum block_kind kind;
    uint8_t level;     /* of a heading or list item, from 1 */
    int32_t page;      /* from 1; 0 unknown */
    const char *place; /* "/kamerstuk/…/al[3]", "page=2 box=70,112,520,140"; NULL in plain text */
};
/* What the markup knows for certain about a stretch of text. */
enum mark_kind { MARK_REFERENCE, MARK_DATE, MARK_SPEAKER, MARK_EMPHASIS, MARK_FOOTNOTE_MARK };
struct record_mark {
    span span;
    enum mark_kind kind;
    const char *value;
};

struct record {
    slice source;            /* the bytes as received */
    slice text;              /* clean text, valid UTF-8; for plain text the same bytes as source */
    const char *source_name; /* path or URL; "-" for standard input */
    enum media media;
    char sha256[65]; /* of source, lower-case hexadecimal */

    const char *id;                                                   /* `kst-28676-372`, else from name and hash; never NULL once read */
    const char *title, *issuer_id, *addressee_id, *dossier, *session; /* NULL: unknown */
    ARRAY(const char *) signed_by;
    enum genre genre;
    enum language lang;
    date date;
    int32_t clock; /* seconds after midnight at which the record was made, when the caller knows; relative hours count from it */
    enum known known[FIELD_COUNT];

    ARRAY(struct record_block) blocks; /* in text order; they do not overlap */
    ARRAY(struct record_mark) marks;   /* in text order */
    ARRAY(const char *) repairs;       /* what was repaired or left out on the way, one sentence each */
};

/* What the caller knows and griffie need not guess; zero-initialise. */
struct record_context {
    const char *id, *issuer_id;
    enum language lang;
    enum genre genre;
    date date;
    int32_t clock;                /* seconds after midnight */
    enum media media;             /* MEDIA_TEXT: take the bytes as plain text whatever they look like; MEDIA_UNKNOWN: recognise them */
    struct record_worker *worker; /* who parses what is not plain text (record/worker.h); NULL: a process for this one file */
    bool ocr;                     /* scanned pages without text may be read by tesseract */
};

/* Reads one file, recognised by its content. `name` is for messages and the identifier. The bytes must outlive the record.
 * Errors: ERROR_ENCODING (not UTF-8, binary), ERROR_FORMAT (broken markup), ERROR_LIMIT, ERROR_UNSUPPORTED. */
bool record_read(arena *memory, slice bytes, const char *name, const struct record_context *context, struct record *out, error *problem);
/* The same with the file's bytes loaded into the arena; "-" reads standard input. */
bool record_load(arena *memory, const char *path, const struct record_context *context, struct record *out, error *problem);
/* Lets the context's worker begin with bytes that record_read will be asked for soon, of several in the same order. Returns what they are,
 * for the context of that call. */
enum media record_send_ahead(slice bytes, const char *name, const struct record_context *context);
/* A whole file's bytes in the arena ("-": standard input), and the SHA-256 of bytes in lower-case hexadecimal. */
bool record_load_bytes(arena *memory, const char *path, slice *out, error *problem);
bool record_load_file(arena *memory, int file, const char *path, slice *out,
                      error *problem); /* the same of an open file, which stays open */
void record_hash(slice bytes, char out[65]);
/* Sets a field unless it is known as well or better already: of two equal sources the first one counts. Genre, language and date are
 * given by their names ("motion", "nl", "2021-06-25"); a value that is none changes nothing. */
void record_know(struct record *self, arena *memory, enum record_field field, enum known how, slice value);

const char *media_name(enum media media); /* IANA media type */
const char *genre_name(enum genre genre);
bool genre_parse(slice name, enum genre *out);
const char *language_name(enum language lang); /* BCP 47: "nl", "en", "und" */
bool language_parse(slice name, enum language *out);
const char *known_name(enum known how);
const char *record_field_name(enum record_field field);

#endif
