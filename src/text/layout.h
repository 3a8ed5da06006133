/* What src/text shares among its own files: the lines of a record and the pieces (blocks to be) that they form. */
#ifndef GRIFFIE_TEXT_LAYOUT_H
#define GRIFFIE_TEXT_LAYOUT_H

#include "text/tally.h"
#include "text/text.h"

enum line_flag {
    LINE_BLANK = 1,
    LINE_LIFTED = 2 /* a footnote or page furniture that may stand inside a sentence */,
    LINE_PAGE_TOP = 4 /* a form feed stands before it */,
    LINE_FURNITURE = 8 /* why it is lifted */,
    LINE_KEY = 16 /* begins with "Besluit:" */,
    LINE_LABEL = 32 /* holds a label alone: "Vraag 3" */,
    LINE_FIRST = 64 /* of a block that the markup gives */
};

/* What a line begins with. */
enum marker {
    MARKER_NONE,
    MARKER_BULLET,
    MARKER_NUMBER /* 12. 3) 2.1 */,
    MARKER_LETTER /* a) (b) c. */,
    MARKER_ROMAN /* iv) (ii) IV. */,
    MARKER_HASH /* Markdown heading */,
    MARKER_QUOTE /* Markdown > */
};

struct line {
    uint32_t start, end; /* without white space at either end */
    uint16_t indent;     /* columns before start */
    uint8_t flags;
    uint8_t marker;
    uint32_t text_at; /* first byte after the marker; start if there is none */
    uint32_t columns; /* where it ends, in characters, its indent included */
};

static inline uint32_t count_characters(const char *at, uint32_t size) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < size; i++) count += (at[i] & 0xC0) != 0x80;
    return count;
}

static inline uint32_t first_word_columns(slice source, const struct line *line) {
    uint32_t at = line->start;
    while (at < line->end && source.data[at] != ' ' && source.data[at] != '\t') at++;
    return count_characters(source.data + line->start, at - line->start);
}

struct piece {
    uint32_t start, end; /* bytes; lines that are lifted do not belong to it */
    uint32_t line;       /* the line of start */
    uint32_t label_end;  /* the label is [start, label_end) */
    const char *place;
    int32_t page;
    uint16_t indent;
    uint8_t kind, level;
    bool lifted, after_blank, under_key /* the key before it covers it */;
};

/* spellings.c: what a worker found of spellings. It is kept from one record to the next (arena_kept), so that each is asked of the
 * vocabulary but once. */
struct spellings {
    arena *memory;
    const lexicon *words;
    char lexicon[80]; /* the hash of the lexicon that all this is from */
    ARRAY(struct spelling) all;
    struct spelling_slot {
        uint64_t head; /* its first eight bytes */
        uint32_t hash, number;
    } * slots;
    uint32_t mask;
    struct pos_memory *pos; /* pos.c */
};
struct spellings *spellings_of(arena *memory, const lexicon *words);
/* The number in self->all of a spelling, which is not empty. */
uint32_t spelling_find(struct spellings *self, slice text);
uint32_t spelling_find_in(struct spellings *self, slice source, uint32_t start, uint32_t end); /* the same, faster */
/* As lexicon_find and word_find, remembered; 0 for no spelling and for what is too long for a word. */
uint32_t spelling_entry(struct spellings *self, slice text);
uint32_t spelling_word(struct spellings *self, slice text);
/* The spelling is an abbreviation if a dot follows. */
bool spelling_abbreviates(struct spellings *self, slice text);
/* TOKEN_CAPITAL and TOKEN_UPPER of a spelling, which is not empty. */
uint8_t spelling_case(slice spelling);

enum { KEY_COUNT = 0x7F, KEY_IN_COLUMN = 0x80 /* it stands before wide blanks, in a column */ };
struct layout {
    slice source;
    const lexicon *words;
    struct spellings *spellings;
    ARRAY(struct line) lines;
    ARRAY(struct piece) pieces;
    uint32_t width;         /* columns of most lines that go on in the next; UINT32_MAX if the text is not wrapped */
    uint32_t narrow;        /* columns that nine in ten of those have */
    bool exact;             /* lines were filled as far as words would go, to fewer than `width` columns */
    struct tally keys;      /* how often each key begins a line; KEY_IN_COLUMN */
    uint64_t footnotes[16]; /* bit n: the record has a footnote n */
};

static inline bool layout_has_footnote(const struct layout *self, uint32_t number) {
    return number < 1024 && (self->footnotes[number / 64] >> number % 64 & 1);
}

/* lines.c: the lines of [start, end) are appended. */
void lines_read(arena *memory, struct layout *self, uint32_t start, uint32_t end);
/* lines.c: finds width and narrow. */
void lines_measure(struct layout *self);
uint8_t marker_read(slice source, uint32_t start, uint32_t end, uint32_t *text_at);

/* numbers.c: gives lines that begin with the number of their paragraph, but no dot, their marker. */
void numbers_find(struct layout *self);

/* labels.c: marks lines with LINE_KEY and LINE_LABEL. */
void labels_find(arena *memory, struct layout *self);
/* labels.c: the end of the key at `start`, 0 if there is none. */
uint32_t key_read(const struct layout *self, uint32_t start, uint32_t end);

/* join.c: does line b go on with what line a, the last of the piece, left open? */
bool lines_join(const struct layout *self, const struct piece *piece, const struct line *a, const struct line *b);
/* series.c: the label at the beginning of the line belongs to a series inside the sentence of the piece. */
bool series_goes_on(const struct layout *self, const struct piece *piece, const struct line *line);
/* join.c: the same over one blank line or, page_break, over lifted lines. */
bool lines_join_over(const struct layout *self, const struct line *a, const struct line *b, bool page_break);
/* join.c: the last character of [start, end) but for closing quotes, brackets and footnote marks. */
char last_sign(slice source, uint32_t start, uint32_t end);
bool sign_is_terminal(char c);
/* turn.c: if the bytes [start, end) begin with a speaker's name and a colon, the byte after the colon; else 0. */
uint32_t turn_read(const struct layout *self, uint32_t start, uint32_t end);

/* outline.c: signatures of plain text; headings, where the format does not tell them all; levels. */
void outline_find(struct layout *self, bool plain, bool headings);

/* blocks.c: section, speaker and parent of each block, of which the pieces are the layout's. */
void blocks_relate(struct text *self, const struct layout *layout);

/* layout.c: the pieces of the record, in reading order. */
void layout_read(arena *memory, const struct record *record, struct spellings *spellings, struct layout *out);

/* tokens.c: the tokens of one piece are appended to out->tokens. */
struct token_reader;
struct token_reader *token_reader_new(arena *memory, const struct layout *layout, struct text *out);
void tokens_read(struct token_reader *self, const struct piece *piece);
/* tokens.c: spells the tokens whose line-end hyphen waits for the whole record's words. */
void tokens_finish(struct token_reader *self);

enum { LONGEST_WORD = 96 /* nothing longer is looked up */ };
/* words.c: the word of the lexicon, or what a spelling that it has not ends in. */
uint32_t word_find(const lexicon *words, slice spelling);
uint32_t word_inside(const lexicon *words, slice spelling); /* that alone */
/* Sets the phrase and the classes of each token. */
void classes_mark(arena *memory, struct text *self);
/* The language whose word alone it is. */
enum language word_language(const lexicon *words, uint32_t word);
/* openers.c: the word and the next, after a comma or semicolon, open a clause of a preamble: "Recalling further". */
bool opens_preamble(const lexicon *words, slice word, slice next);
/* openers.c: the same for a motion, after the sign: "overwegende dat", "verzoekt". */
bool opens_motion_clause(const lexicon *words, slice word, slice next, char after);

/* sentences.c: cuts the tokens [first, last) of a block into sentences. */
void sentences_read(arena *memory, struct text *self, uint32_t block);

/* The character classes of bytes; above 0x7F the character decides. */
enum byte_class { BYTE_PUNCT, BYTE_SPACE, BYTE_LOWER, BYTE_UPPER, BYTE_DIGIT, BYTE_HIGH, BYTE_SYMBOL };
extern const uint8_t byte_classes[256];
static inline uint8_t byte_class(char c) { return byte_classes[(unsigned char)c]; }
static inline bool byte_is_letter(char c) { return byte_class(c) == BYTE_LOWER || byte_class(c) == BYTE_UPPER; }
static inline bool byte_is_digit(char c) { return byte_class(c) == BYTE_DIGIT; }
/* True if an upper-case letter starts at `at`. */
bool starts_upper(slice text, uint32_t at, uint32_t end);
bool starts_lower(slice text, uint32_t at, uint32_t end);

#endif
