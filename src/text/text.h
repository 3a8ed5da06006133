/* Room `text`: a record's text becomes blocks, sentences and tokens that later rooms can trust. Knows no verb.
 *
 * Worked example: "…de sterk veranderende veilig-\nheidssituatie. Zo besloten" → tokens … "veiligheidssituatie" (one token whose
 * span holds the break) "." | "Zo" "besloten"; two sentences. Wrapped and unwrapped text give the same tokens.
 *
 * Tokens stand in reading order: what interrupts a sentence (a footnote, a page number) is lifted out into a block of its own,
 * so that the sentence's tokens are consecutive; `gap_before` marks the token after such a place.
 *
 * Memory rule: everything lives in the arena given. Cost: O(bytes). */
#ifndef GRIFFIE_TEXT_H
#define GRIFFIE_TEXT_H

#include "lexicon/lexicon.h"
#include "record/record.h"

enum shape {
    SHAPE_WORD /* letters, inner hyphens and apostrophes, digits after the first letter */,
    SHAPE_NUMBER /* digits with inner . and , */,
    SHAPE_ALNUM /* digits then letters: 15e, 2024Z11859 */,
    SHAPE_ABBREVIATION /* c.s. d.d. o.a. and nr. jl. with their final dot */,
    SHAPE_PUNCT,
    SHAPE_SYMBOL /* € $ % § ° */,
    SHAPE_URL
};
enum token_flag {
    TOKEN_CAPITAL = 1 /* first letter upper case */,
    TOKEN_UPPER = 2 /* two or more letters, all upper case */,
    TOKEN_SPACE_BEFORE = 4,
    TOKEN_LINE_START = 8,
    TOKEN_JOINED = 16 /* a line-end hyphen was resolved inside */,
    TOKEN_GAP_BEFORE = 32 /* lifted text stands between the previous token and this one */,
    TOKEN_FOOTNOTE_MARK = 64,
    TOKEN_MISSING_SPACE = 128 /* cut from a word that lacked its blank */
};

enum { DOT_UNKNOWN, DOT_OF_SENTENCE, DOT_OF_ABBREVIATION };
/* A spelling, with what depends on it alone. Other rooms may key by its number what they find of it. */
struct spelling {
    const char *text;
    uint64_t classes; /* of the word, as in text.classes */
    uint32_t size;
    uint32_t word;      /* as in struct token */
    uint32_t path;      /* where the lexicon's entries of several words go on that begin with the word; LEXICON_NO_PATH if none does */
    uint8_t case_flags; /* TOKEN_CAPITAL, TOKEN_UPPER */
    uint8_t lang;       /* enum language, of a word of one language only */
    uint8_t cut;        /* a blank is missing after so many bytes */
    uint8_t mixed : 1, written : 1; /* as in struct token */
    uint8_t goes_on : 1;            /* entries of several words have the word in a later place */
    uint8_t in_pair : 1;            /* lexicon_in_pair; spelling 0 may be any */
    uint8_t dotted : 2;             /* what a dot after it is, once that was asked */
};
struct token {
    uint32_t start, end; /* bytes of the record's text */
    uint32_t word;       /* entry of the lexicon, 0 unknown; for unknown compounds the entry of the head (last part) */
    uint32_t spelling;   /* in text.spellings: its spelling ("..." has that of "."); 0 for numbers and addresses */
    uint32_t block;
    uint32_t lemma; /* of the chosen sense; 0 unknown */
    uint16_t forms; /* of the chosen sense */
    uint8_t shape, flags, pos /* chosen in context */;
    uint8_t phrase : 6 /* tokens of the longest entry of several words that begins here; 0 none */;
    uint8_t mixed : 1 /* a word that holds more than letters: "Q1", "mid-2023", "'s" */;
    uint8_t written : 1 /* the lexicon has the word as it is written, not only its last part */;
};
struct sentence {
    uint32_t first, last; /* tokens [first, last); the label of a block is in no sentence */
    uint32_t block;
};
struct text_block {
    uint32_t first, last; /* tokens [first, last); empty for lifted text that holds none */
    uint32_t first_sentence, last_sentence;
    span span;
    uint8_t kind; /* enum block_kind */
    uint8_t level;
    uint8_t lang;                     /* enum language */
    bool lead;                        /* introduces the list items that follow: ends in ":" or "…:" */
    uint32_t label_first, label_last; /* tokens of its number or letter ("12.", "a)", "Vraag 3"), inside [first, last) */
    int32_t parent;  /* list item, or what goes on in small letters: the block of its lead; value: the BLOCK_KEY before it; -1 none */
    int32_t section; /* the heading it stands under (block), -1 none */
    int32_t speaker; /* minutes: the BLOCK_TURN it belongs to, -1 none */
    int32_t page;
    const char *place; /* as in record_block */
};
struct text {
    const struct record *record;
    const lexicon *words;
    slice source; /* record->text */
    ARRAY(struct token) tokens;
    struct {
        const struct spelling *at;
        uint32_t count;
    } spellings; /* of all records that the worker read; [0] is of what has none */
    /* Of each token: the classes that its word or an entry of several words that begins here has, as lexicon_word_mask tells them: a bit
     * that is not set is a sure no. */
    uint64_t *classes;
    ARRAY(struct sentence) sentences;
    ARRAY(struct text_block) blocks; /* in reading order */
    ARRAY(const char *) repairs;
};

bool text_read(arena *memory, const struct record *record, const lexicon *words, struct text *out, error *problem);

/* Whether a sense of the word has one of the parts of speech: POS_BIT(POS_NUM) | …; a word that is not known has none. */
#define POS_BIT(pos) (1u << (pos))
bool word_is(const lexicon *words, uint32_t word, uint32_t pos_mask);
/* The token's spelling, line-end hyphen resolved; case as written. */
static inline slice token_text(const struct text *self, uint32_t token) {
    const struct token *t = &self->tokens.at[token];
    return t->flags & TOKEN_JOINED ? (slice){ self->spellings.at[t->spelling].text, self->spellings.at[t->spelling].size }
                                   : (slice){ self->source.data + t->start, t->end - t->start };
}
/* Span of the tokens [first, last). */
static inline span text_span(const struct text *self, uint32_t first, uint32_t last) {
    return first < last ? (span){ self->tokens.at[first].start, self->tokens.at[last - 1].end } : (span){ 0, 0 };
}
/* The words of a span as `text_norm` shows them: runs of white space made one blank, line-end hyphens resolved, gaps cut. */
slice text_normal(arena *memory, const struct text *self, uint32_t first, uint32_t last);
/* The byte ranges inside the tokens [first, last) that do not belong to them. */
size_t text_gaps(arena *memory, const struct text *self, uint32_t first, uint32_t last, span **out);
/* The block that holds a token, the last one behind the last token. */
static inline uint32_t text_block_of(const struct text *self, uint32_t token) {
    return token < self->tokens.count ? self->tokens.at[token].block : self->blocks.count - (self->blocks.count > 0);
}

#endif
