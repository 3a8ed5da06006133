/* What the grammars of references share; private to the room.
 *
 * Identifiers are written in characters, not in words: "31.700XII, 6", "29453-472", "C(2021) 706". A grammar therefore reads a *line*: the
 * spelling of the next tokens of the block with single blanks, whatever line breaks, hyphens and lifted text stand between them in the
 * source. Names stay data: a word in a line is asked for its REFERENCE_HEAD ("nr." → "number"), never compared with a word in C. */
#ifndef GRIFFIE_MENTION_REFERENCE_H
#define GRIFFIE_MENTION_REFERENCE_H

#include "mention/words.h"

enum { LINE_TOKENS = 56, LINE_BYTES = 480, LINE_STEP = 16 };

struct line {
    const struct text *text;
    uint32_t first, count; /* tokens [first, first + count) are written out */
    uint16_t size;
    uint16_t starts[LINE_TOKENS];    /* where each of them begins in `at` */
    char at[LINE_BYTES + LINE_STEP]; /* ends in NUL */
};

/* Writes out the tokens from `first`, up to token `limit` or what fits. */
void line_write(struct line *self, const struct text *text, uint32_t first, uint32_t limit);
/* The first token that ends at or after byte `at` of the line, plus one: tokens [first, that) cover the line up to `at`. */
uint32_t line_end(const struct line *self, uint32_t at);
/* The token that begins at byte `at` of the line; UINT32_MAX if none does. */
uint32_t line_token(const struct line *self, uint32_t at);

/* All eat_ functions move *at past what they name and return true, or leave it. */
void eat_blanks(const struct line *self, uint32_t *at);
bool eat_char(const struct line *self, uint32_t *at, const char *set);
/* A hyphen or dash of any length. */
bool eat_dash(const struct line *self, uint32_t *at);
/* Between `least` and `most` digits with no digit after them. */
bool eat_digits(const struct line *self, uint32_t *at, unsigned least, unsigned most, slice *out);
/* A word of letters (with inner dots, and a final one) whose REFERENCE_HEAD is `head`. */
bool eat_head(const struct line *self, uint32_t *at, const char *head);
/* The REFERENCE_HEAD of the word of letters at byte `at`, and where the word ends; an empty slice if it has none. */
slice line_head(const struct line *self, uint32_t at, uint32_t *end);
/* The REFERENCE_HEAD that the line begins with, behind a footnote's number glued to it ("5Kamerstukken"), and where what it introduces
 * begins. */
slice line_opening(const struct line *self, uint32_t *end);
/* "en", "and", "&", "," between things listed. */
bool eat_and(const struct line *self, uint32_t *at);
/* A class of the word of letters at byte `at`. */
bool line_class(const struct line *self, uint32_t at, enum lexicon_class class, int32_t *value, uint32_t *end);

static inline bool char_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool char_is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool char_is_lower(char c) { return c >= 'a' && c <= 'z'; }
/* Letters beyond ASCII count; the lead bytes of dashes, quotes, « and no-break spaces (U+0080–U+00BF, U+2000–U+2FFF) do not. */
static inline bool char_is_word(char c) {
    unsigned char byte = (unsigned char)c;
    return char_is_digit(c) || char_is_upper(c) || char_is_lower(c) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

/* One pass over a record. */
enum { NUMBERED_CHAINS = 256 };
struct numbered_paper {
    uint32_t number, before; /* as in numbered_last */
    const char *dossier;
};

struct reference_reader {
    arena *memory;
    const struct text *text;
    struct mentions *out;
    uint32_t block, block_first, block_last; /* the block that is read, and its tokens */
    uint32_t done;                           /* tokens before this one belong to a reference already */
    uint32_t next_document;                  /* no word for a document stands before it and behind what has been read */
    struct line line;
    const char *dossier;                     /* the last one that was named: "28676", "35925-X"; NULL at first */
    ARRAY(struct numbered_paper) numbered;   /* "motie op stuk nr. 1137" said later without its dossier */
    uint32_t numbered_last[NUMBERED_CHAINS]; /* 1 + the last of those whose numbers are the same modulo NUMBERED_CHAINS */
    ARRAY(struct {
        slice form;
        const char *sub;
    })
    short_forms;     /* "(DIANA)": what a name in brackets stands for from there on */
    const char *law; /* the last law or treaty that was named */
};

/* Adds a reference on tokens [first, last) and returns last. */
uint32_t reference_add(struct reference_reader *self, uint32_t first, uint32_t last, const char *sub, const char *scheme, const char *value,
                       const char *url);

/* A rule reads a reference that begins at `token` and returns the token after it, or `token` if there is none. */
typedef uint32_t reference_rule(struct reference_reader *self, uint32_t token);

/* reference_kamerstuk.c */
reference_rule kamerstuk_cited, kamerstuk_bare, kamerstuk_numbered, kamerstuk_titled;
/* reference_publication.c */
reference_rule handelingen_cited, aanhangsel_cited, gazette_cited, identifier_written, ecli_written, ljn_cited;
/* What an identifier that stands alone names ("kst-28676-372"); false if it is none that is known. */
bool identifier_tell(arena *memory, slice value, const char **sub, const char **scheme, const char **url);
/* reference_world.c */
reference_rule union_act_cited, union_document_cited, resolution_cited, decision_cited, symbol_written;
/* reference_law.c */
reference_rule article_cited, law_named, paragraph_cited, annex_cited;
/* reference_named.c */
reference_rule url_written, document_named, document_of_meeting, document_dated, place_named, programme_named, meeting_named;

/* Roman numeral of a budget chapter (I to XXV) at *at. */
bool eat_roman(const struct line *self, uint32_t *at, slice *out);
/* "2020/21", "2020-2021", "1999/00" → "20202021"; false if it is no session year. */
bool eat_session(const struct line *self, uint32_t *at, char out[9]);
/* Chamber, session and commas between a head and what it introduces; *senate is set for the Eerste Kamer. */
void eat_chamber(const struct line *self, uint32_t *at, bool *senate, char session[9]);

#endif
