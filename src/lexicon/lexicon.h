/* Room `lexicon`: what words are. Tables of data/lexicon compiled into one constant table; no word stands in C.
 *
 * Worked example: the token "toegezegd" → entry → one sense {lemma "toezeggen", VERB, PARTICIPLE}; lemma "toezeggen" →
 * classes {COMMIT}. "juni" → sense {lemma "juni", NOUN}, classes {MONTH value 6}. "Noord-Atlantische Raad" is a phrase
 * of two words → lemma with class ACTOR and string value "NATO-NAC".
 *
 * A word's *senses* say which lemma, part of speech and form it may be; a lemma's *classes* say what grammars may do with
 * it. The compiled table is shared by threads and never freed; a lexicon opened with extra tables owns those alone. */
#ifndef GRIFFIE_LEXICON_H
#define GRIFFIE_LEXICON_H

#include "base/base.h"

/* Universal Dependencies' parts of speech. */
enum pos {
    POS_NONE,
    POS_NOUN,
    POS_PROPN,
    POS_VERB,
    POS_AUX,
    POS_ADJ,
    POS_ADV,
    POS_PRON,
    POS_DET,
    POS_ADP,
    POS_CCONJ,
    POS_SCONJ,
    POS_NUM,
    POS_PART,
    POS_INTJ,
    POS_PUNCT,
    POS_SYM
};
/* Forms of verbs; FINITE goes with PAST, PLURAL. */
enum form {
    FORM_FINITE = 1,
    FORM_PAST = 2,
    FORM_PLURAL = 4,
    FORM_INFINITIVE = 8,
    FORM_PARTICIPLE = 16 /* past */,
    FORM_PRESENT_PARTICIPLE = 32 /* also
English -ing */
    ,
    FORM_TE = 64 /* "af te ronden" written together does not occur; zu-like forms */,
    FORM_IMPERATIVE = 128,
    FORM_FIRST = 256,
    FORM_THIRD = 512
};

/* Classes are named in classes.def: X(NAME, "what it is; what its value means") or FREQUENT(…). The number of a class, modulo 64, is its
 * bit in a mask: one of its own if it is frequent, else one that it has together with every LEXICON_SHARED_BITS-th after it. */
enum lexicon_frequent {
    FREQUENT_NONE,
#define X(name, meaning)
#define FREQUENT(name, meaning) FREQUENT_##name,
#include "lexicon/classes.def"
#undef X
    FREQUENT_COUNT
};
enum lexicon_shared {
#define X(name, meaning) SHARED_##name,
#define FREQUENT(name, meaning)
#include "lexicon/classes.def"
#undef X
    SHARED_COUNT
};
enum { LEXICON_SHARED_BITS = 64 - FREQUENT_COUNT };
enum lexicon_class {
    CLASS_NONE,
#define X(name, meaning)                                                                                                                   \
    CLASS_##name = FREQUENT_COUNT + (int)SHARED_##name % LEXICON_SHARED_BITS + 64 * ((int)SHARED_##name / LEXICON_SHARED_BITS),
#define FREQUENT(name, meaning) CLASS_##name = (int)FREQUENT_##name,
#include "lexicon/classes.def"
#undef X
    CLASS_COUNT = 64 * ((int)SHARED_COUNT / LEXICON_SHARED_BITS + 1) /* above all; not every number is a class */
};

typedef struct lexicon lexicon;
struct lexicon_sense {
    uint32_t lemma;
    uint16_t forms;
    uint8_t pos;
    uint8_t lang; /* enum language; 0 both */
};

/* The built-in vocabulary. */
const lexicon *lexicon_builtin(void);
/* The built-in vocabulary plus tables in the format of data/lexicon (data/README.md). NULL and *problem (file, line, cause) if one is
 * malformed. Free with lexicon_close. */
lexicon *lexicon_open(const char *const *paths, size_t count, error *problem);
void lexicon_close(lexicon *self);
/* SHA-256 over the tables, lower-case hexadecimal: part of the reader's version. */
const char *lexicon_hash(const lexicon *self);

/* The word's entry, 0 if unknown. Case is folded; capital words of the tables (NAR, VS) match only when written so. `word` is
 * one token without line breaks. */
uint32_t lexicon_find(const lexicon *self, slice word);
size_t lexicon_senses(const lexicon *self, uint32_t word, const struct lexicon_sense **out);
/* The spelling of an entry as it is compared: lower case unless the entry has capitals. */
slice lexicon_spelling(const lexicon *self, uint32_t word);
/* A number for a word of a closed class (pronouns, prepositions, auxiliaries …) that stays the same from one vocabulary to the next; 0
 * for others. */
uint32_t lexicon_word_key(const lexicon *self, uint32_t word);
slice lexicon_lemma(const lexicon *self, uint32_t lemma);
enum pos lexicon_lemma_pos(const lexicon *self, uint32_t lemma);
/* The lemma's own number for a spelling that C must name in a test or a tool; 0 if there is none. */
uint32_t lexicon_lemma_find(const lexicon *self, slice lemma);
/* A lemma is a spelling with part of speech and language: "request" the verb and "request" the noun are two. */
uint32_t lexicon_lemma_find_pos(const lexicon *self, slice lemma, enum pos pos);
/* The value of a class of the word (any sense) or lemma; false if it has none. */
bool lexicon_word_class(const lexicon *self, uint32_t word, enum lexicon_class class, int32_t *value);
bool lexicon_lemma_class(const lexicon *self, uint32_t lemma, enum lexicon_class class, int32_t *value);
/* Bits LEXICON_BIT(class) of all classes of the word: a quick "no" in hot loops; a set bit must be asked again, as classes may share one.
 */
uint64_t lexicon_word_mask(const lexicon *self, uint32_t word);
uint64_t lexicon_lemma_mask(const lexicon *self, uint32_t lemma); /* the same of a lemma */
#define LEXICON_NUMERAL ((uint64_t)1)                             /* a bit of the mask: the word may be a numeral by its part of speech */
#define LEXICON_BIT(class_) ((uint64_t)1 << ((class_)&63))
/* For classes whose value is a string (ACTOR: its identifier). */
slice lexicon_string(const lexicon *self, int32_t value);
/* For separable verbs: the lemma of particle + verb ("toe" + "zeggen" → "toezeggen"), 0 if there is none. Fixed expressions of a verb with
 * a noun or adjective are asked in the same way: "opdracht" + "geven" → "opdracht geven", "note" + "take" → "take note". */
uint32_t lexicon_separable(const lexicon *self, uint32_t verb_lemma, uint32_t particle_word);
/* Whether any verb has the word for its particle or fixed word. */
bool lexicon_in_pair(const lexicon *self, uint32_t word);

/* Multi-word entries as a trie over words: start at 0, step with each token's word, ask for the lemma that ends there (0: none).
 * LEXICON_NO_PATH when no entry goes on with this word. */
#define LEXICON_NO_PATH UINT32_MAX
uint32_t lexicon_step(const lexicon *self, uint32_t node, uint32_t word);
/* False if no entry of several words has the word in a later place than the first. */
bool lexicon_goes_on(const lexicon *self, uint32_t word);
uint32_t lexicon_phrase(const lexicon *self, uint32_t node);

/* An unknown compound's head: the longest known noun or adjective that it ends in, with at least three letters before it:
 * "klimaatactieplan" → "actieplan" or "plan"; 0 if there is none. */
uint32_t lexicon_compound_head(const lexicon *self, slice word);
/* What an unknown word's ending says of it ("-heid" noun, "-lijk" adjective): a sense with lemma 0; POS_NONE if nothing. */
struct lexicon_sense lexicon_guess(const lexicon *self, slice word, uint8_t lang);

const char *lexicon_class_name(enum lexicon_class class);
const char *pos_name(enum pos pos);

#endif
