/* griffie: reads records of governments and finds what they decide, ask, promise, plan, refuse and settle.
 *
 * The library's public door. Link with `pkg-config --cflags --libs griffie`. A whole program:
 *
 *     griffie_error problem;
 *     griffie_reader *reader = griffie_reader_new(NULL, 0, &problem);
 *     griffie_reading *reading = griffie_read(reader, text, size, "letter.txt", &(griffie_context){ .lang = "nl" }, &problem);
 *     for (size_t i = 0; i < griffie_statement_count(reading); i++) {
 *         const griffie_statement *s = griffie_statement_at(reading, i);
 *         printf("%s at %zu: due %s\n", s->kind, s->start, s->due.value ? s->due.value : "never");
 *     }
 *     griffie_reading_free(reading);
 *     griffie_reader_free(reader);
 *
 * Strings are UTF-8. Offsets are bytes of the record's text, half-open [start, end); for plain text that is the file itself.
 * What a reading points to lives until griffie_reading_free. A reader is constant: threads may share it; each thread makes its
 * own readings. Nothing here keeps state between records. Structs are handed out by pointer and only ever grow at the end. */
#ifndef GRIFFIE_H
#define GRIFFIE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GRIFFIE_API __attribute__((visibility("default")))

/* "0.1.0"; static. */
GRIFFIE_API const char *griffie_version(void);

/* What went wrong, where, and what to do about it. */
typedef struct griffie_error {
    const char *code;  /* "encoding", "format", "limit", "unsupported", "io", "usage"; static */
    char message[240]; /* one line */
    char source[240];  /* file, or the name given; empty if none */
    int64_t byte;      /* place in the source, -1 if unknown */
    int32_t page;      /* 0 if unknown */
} griffie_error;

/* ---- the vocabulary ---- */

typedef struct griffie_reader griffie_reader;

/* The built-in vocabulary plus `count` tables in the format of data/lexicon. NULL and *problem if a table cannot be read;
 * `problem` may be NULL. Free with griffie_reader_free. */
GRIFFIE_API griffie_reader *griffie_reader_new(const char *const *tables, size_t count, griffie_error *problem);
GRIFFIE_API void griffie_reader_free(griffie_reader *self); /* NULL is fine; after the last reading made with it */

/* ---- reading ---- */

typedef struct griffie_reading griffie_reading;

/* What the caller knows of the record and griffie need not guess; NULL: not known. */
typedef struct griffie_context {
    const char *record;    /* its identifier: "kst-28676-372" */
    const char *lang;      /* "nl", "en" */
    const char *genre;     /* "letter", "report", "motion", "minutes", "agenda", "answers", "decisions", "communique", "resolution" */
    const char *date;      /* "2021-06-25"; relative times are counted from it */
    const char *issuer_id; /* "NL-GOV" */
} griffie_context;

/* Reads one record of any format that griffie knows, recognised by its content. The bytes are copied. `name` (may be NULL) is for
 * messages and identifiers, `context` may be NULL. NULL and *problem if the record cannot be read. Cost: proportional to size. */
GRIFFIE_API griffie_reading *griffie_read(const griffie_reader *reader, const char *bytes, size_t size, const char *name,
                                          const griffie_context *context, griffie_error *problem);
/* The same from a file. */
GRIFFIE_API griffie_reading *griffie_read_file(const griffie_reader *reader, const char *path, const griffie_context *context,
                                               griffie_error *problem);
GRIFFIE_API void griffie_reading_free(griffie_reading *self); /* NULL is fine */

/* The record's clean text, to which all offsets refer; not terminated. */
GRIFFIE_API const char *griffie_text(const griffie_reading *self, size_t *size);
/* Its identifier, its date ("2021-06-25"; NULL if unknown), its language ("nl", "en", "und"), its genre. */
GRIFFIE_API const char *griffie_record(const griffie_reading *self);
GRIFFIE_API const char *griffie_date(const griffie_reading *self);
GRIFFIE_API const char *griffie_lang(const griffie_reading *self);
GRIFFIE_API const char *griffie_genre(const griffie_reading *self);

enum { GRIFFIE_SENTENCES = 1, GRIFFIE_TOKENS = 2 };
/* The reading as JSON lines (doc/reading.schema.json), terminated by NUL; *size (may be NULL) without it. `with`: 0 or the flags above. */
GRIFFIE_API const char *griffie_json(griffie_reading *self, unsigned with, size_t *size);

/* ---- statements ---- */

/* Words that fill a slot and what they mean. start == end: no words, the value is inferred. value NULL: words without a known value. */
typedef struct griffie_slot {
    size_t start, end;
    const char *value, *anchor;
} griffie_slot;

typedef struct griffie_statement {
    const char *kind; /* decision tasking request commitment plan intention reaffirmation condition discharge refusal position report */
    const char *sub;  /* "recalled" …; NULL */
    size_t start, end;
    griffie_slot issuer, addressee, actor;     /* value: identifier of the actor */
    griffie_slot due, target_date, recurrence; /* value: ISO 8601 or TIMEX3; anchor: EVENT:…, SEASON, VAGUE */
    griffie_slot condition;
    const char *rule;  /* name of the test that fired */
    double confidence; /* 0 to 1 */
    int negated;
} griffie_statement;

/* In text order; a nested statement follows the one that contains it. */
GRIFFIE_API size_t griffie_statement_count(const griffie_reading *self);
/* NULL past the end. */
GRIFFIE_API const griffie_statement *griffie_statement_at(const griffie_reading *self, size_t index);

/* ---- mentions ---- */

typedef struct griffie_mention {
    const char *kind; /* timex quantity reference actor */
    const char *sub;  /* DATE, money, kamerstuk, person …; NULL */
    size_t start, end;
    const char *value;    /* canonical; NULL if unknown */
    const char *mod;      /* TIMEX3 modifier; NULL */
    const char *unit;     /* of a quantity; NULL */
    const char *actor_id; /* of an actor; NULL */
    const char *url;      /* of a reference; NULL */
} griffie_mention;

GRIFFIE_API size_t griffie_mention_count(const griffie_reading *self);
GRIFFIE_API const griffie_mention *griffie_mention_at(const griffie_reading *self, size_t index);

#ifdef __cplusplus
}
#endif
#endif
