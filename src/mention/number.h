/* Atoms and numbers: what the grammars of times and of quantities read. Private to the room.
 *
 * A token may hold several things ("Q1", "15e", "23-sep-2020", "5pm"); an atom is one word, one run of digits or one sign.
 * Worked example: "23-sep-2020" → atoms 23 - sep - 2020; "tweehonderdduizend" → one atom, number 200000; "11,8 miljard" → atoms
 * 11 , 8 miljard, number 11.8e9. */
#ifndef GRIFFIE_NUMBER_H
#define GRIFFIE_NUMBER_H

#include "mention/mention.h"

enum atom_kind { ATOM_OPAQUE /* nothing a grammar reads on over */, ATOM_WORD, ATOM_DIGITS, ATOM_SIGN };
struct atom {
    slice text;
    uint32_t start, end; /* bytes of the record's text */
    uint32_t token;
    uint32_t word;    /* entry of the lexicon, 0 unknown */
    uint32_t value;   /* of digits, when there are at most nine */
    uint64_t classes; /* of its word, as lexicon_word_mask tells them */
    uint64_t roles;   /* what its word does in the grammar of times (timex.h), in the language of the sentence */
    uint8_t kind;
    uint8_t digits; /* how many */
    char sign;      /* ASCII: every dash is '-', every apostrophe '\'' */
    bool glued;     /* no blank before it */
};

/* The roles (timex.h) that words have, and that the values of TIME_WORD name: a record uses some dozens of either, again and again. */
enum { ROLE_WORDS = 256, ROLE_NAMES = 128 };
struct role_memory {
    struct {
        uint64_t key; /* word and language */
        uint64_t roles;
    } words[ROLE_WORDS];
    struct {
        int32_t value;
        uint64_t roles;
    } names[ROLE_NAMES];
};

/* One sentence: its tokens are taken apart once, for times and for quantities, and only those that may be of one. */
struct atom_reader {
    arena *memory;
    const struct text *text;
    struct role_memory *roles;
    const struct sentence *sentence;
    enum language lang;
    uint32_t from; /* the first token that was taken apart */
    ARRAY(struct atom) atoms;
    ARRAY(uint32_t) first; /* by token, counted from that one, and behind the last: its first atom */
};
enum { ATOM_WINDOW_MAX = 40 };
/* A stretch of atoms that a grammar reads by itself: nothing before it is seen. */
struct atom_window {
    struct atom *at;
    uint32_t count;
    bool glued; /* the first atom, outside the window */
    struct atom cut[ATOM_WINDOW_MAX];
};
/* Takes the tokens [first, last) of the sentence apart; all windows must lie in them. */
void atoms_of_sentence(struct atom_reader *self, const struct sentence *sentence, uint32_t first, uint32_t last);
/* The atoms of the tokens [first, last), at most `capacity` (a token that would be cut there is one opaque atom), and only one window at a
 * time: window_close must follow. */
void window_open(struct atom_reader *self, uint32_t first, uint32_t last, uint32_t capacity, struct atom_window *out);
static inline void window_close(struct atom_window *self) {
    if (self->count) self->at[0].glued = self->glued;
}

struct number {
    double value;
    uint32_t last;  /* atoms [at, last) */
    uint8_t digits; /* of a plain run of digits; 0 otherwise */
    bool ordinal;
    bool words;   /* no digit in it */
    bool whole;   /* written without a decimal part */
    bool scaled;  /* ends in a multiplier: "11,8 miljard", "vijf miljoen" */
    bool grouped; /* thousands are separated: 4.500 */
};
/* The longest number that starts at atom `at`; false if there is none. */
bool number_read(const struct text *text, const struct atom *atoms, uint32_t count, uint32_t at, enum language lang, struct number *out);
/* Whether a number may start at an atom: a quick no for most words. */
bool number_may_start(const struct atom *atom);
/* The value of one word: "vijfentwintig", "twenty", "derde". False if it is no number. */
bool number_of_word(const struct text *text, slice word, enum language lang, double *value, bool *ordinal);
/* A number as its shortest decimal text. */
const char *number_format(arena *memory, double value);

/* The value of a class among the senses of a word in a language. */
bool word_class(const struct text *text, uint32_t word, enum language lang, enum lexicon_class class, int32_t *value);
/* A class among the senses of an atom's word in a language. */
static inline bool atom_has(const struct text *text, const struct atom *atom, enum language lang, enum lexicon_class class,
                            int32_t *value) {
    return atom->classes & LEXICON_BIT(class) && word_class(text, atom->word, lang, class, value);
}
/* Whether an entry of several words may begin at an atom: most tokens say that none does. Of what is a part of a token, or stands before a
 * token of several parts, they cannot tell. */
static inline bool atom_may_begin_phrase(const struct text *text, const struct atom *atoms, uint32_t count, uint32_t at) {
    const struct token *t = &text->tokens.at[atoms[at].token];
    bool whole = atoms[at].end - atoms[at].start == t->end - t->start;
    return t->phrase || !whole || (at + 1 < count && text->tokens.at[atoms[at + 1].token].mixed);
}
/* Language of the block that a token stands in. */
enum language sentence_language(const struct text *text, const struct sentence *sentence);

#endif
