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
    uint32_t word;  /* entry of the lexicon, 0 unknown */
    uint32_t value; /* of digits, when there are at most nine */
    uint8_t kind;
    uint8_t digits; /* how many */
    char sign;      /* ASCII: every dash is '-', every apostrophe '\'' */
    bool glued;     /* no blank before it */
};

/* Splits the tokens [first, last) into atoms, at most `capacity`; returns how many. */
uint32_t atoms_read(const struct text *text, uint32_t first, uint32_t last, struct atom *out, uint32_t capacity);

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
/* The value of one word: "vijfentwintig", "twenty", "derde". False if it is no number. */
bool number_of_word(const struct text *text, slice word, enum language lang, double *value, bool *ordinal);
/* A number as its shortest decimal text. */
const char *number_format(arena *memory, double value);

/* The value of a class among the senses of a word in a language. */
bool word_class(const struct text *text, uint32_t word, enum language lang, enum lexicon_class class, int32_t *value);
/* Language of the block that a token stands in. */
enum language sentence_language(const struct text *text, const struct sentence *sentence);

#endif
