/* Part of speech in context. pos_choose is the room's own; the rest is shared by pos.c and pos_decode.c, and by tools/pos_train.c, which
 * must see the very same signs.
 *
 * Worked example: "Zo besloten Bondgenoten het Concept te herzien" — "besloten" may be finite (past plural), participle or adjective;
 * no finite verb was seen yet and none can follow before the full stop, so the signs vote for finite: VERB, FINITE PAST PLURAL,
 * lemma "besluiten".
 *
 * Each word has a few *tags* that the lexicon allows: a part of speech, for verbs with its form. Where there is more than one, *signs* (the
 * word, its neighbours, the tags already chosen, the state of the clause) are looked up in a table of weights and the tag with most
 * votes wins: one pass from left to right, no going back. The weights are made by tools/pos_train.c (data/README.md, "Weights"). */
#ifndef GRIFFIE_TEXT_POS_H
#define GRIFFIE_TEXT_POS_H

#include "text/layout.h"

/* Fills pos, lemma and forms of every token of a sentence. Cost: O(tokens). */
void pos_choose(struct text *self, struct spellings *spellings);
/* Verbs that open the paragraphs of resolutions; called last by pos_choose. */
void pos_opening(struct text *self);

enum pos_tag {
    TAG_NOUN,
    TAG_PROPN,
    TAG_VERB_FINITE,
    TAG_VERB_INFINITIVE,
    TAG_VERB_PARTICIPLE,
    TAG_VERB_PRESENT,
    TAG_AUX_FINITE,
    TAG_AUX_INFINITIVE,
    TAG_AUX_PARTICIPLE,
    TAG_ADJ,
    TAG_ADV,
    TAG_PRON,
    TAG_DET,
    TAG_ADP,
    TAG_CCONJ,
    TAG_SCONJ,
    TAG_NUM,
    TAG_PART,
    TAG_INTJ,
    TAG_SYM,
    TAG_PUNCT,
    TAG_COUNT
};
/* The general signs; see pos_pairs in pos_decode.c for what each is made of. */
enum pos_sign {
    SIGN_LAST_TWO,
    SIGN_LEFT,
    SIGN_RIGHT,
    SIGN_CLAUSE,
    SIGN_VERB,
    SIGN_ENDING,
    SIGN_SHAPES,
    SIGN_WORD,
    SIGN_LIKELY,
    SIGN_BETWEEN,
    SIGN_AHEAD,
    SIGN_LEFT_BEFORE,
    SIGN_RIGHT_TAGS,
    SIGN_LAST_RIGHT,
    SIGN_CLAUSE_RIGHT,
    GENERAL_COUNT
};
#define POS_TAG_BIT(tag) (1u << (tag))
#define POS_VERB_TAGS                                                                                                                      \
    (POS_TAG_BIT(TAG_VERB_FINITE) | POS_TAG_BIT(TAG_VERB_INFINITIVE) | POS_TAG_BIT(TAG_VERB_PARTICIPLE) | POS_TAG_BIT(TAG_VERB_PRESENT) |  \
     POS_TAG_BIT(TAG_AUX_FINITE) | POS_TAG_BIT(TAG_AUX_INFINITIVE) | POS_TAG_BIT(TAG_AUX_PARTICIPLE))
enum {
    SIGN_COUNT = GENERAL_COUNT + 3,
    POS_WINDOW = 512 /* tokens looked at together; a longer sentence is cut */,
    POS_CHOICES = 8 /* tags that are chosen from */
};

/* What is known of a token before any choice. */
struct pos_view {
    uint32_t tags;   /* bit 1 << tag: the lexicon allows it */
    uint32_t key;    /* of the word if it is of a closed class, else made of its tags */
    uint32_t ahead;  /* key of the next word that may be a verb, before the clause can end; 0 none */
    uint32_t ending; /* its last letters */
    uint32_t word;   /* its spelling in small letters, as a number; 0 if it has but one tag */
    uint8_t likely;  /* the tag of its first sense */
    uint8_t shape;   /* capital, all capitals, first of the sentence */
    bool known : 1;  /* the word itself, not only its last part */
    bool named : 1;  /* by its capital it may be a name, and by nothing else */
    bool opens;      /* may open a subordinate clause */
    struct {
        uint16_t left, right, ending, word; /* the rows of those signs that it makes alone: SIGN_LEFT of its right neighbour … */
    } rows;
};
struct pos_window {
    uint32_t count;
    struct pos_view views[1 + POS_WINDOW + 2]; /* of token i: [1 + i]; before the first stands the edge, and twice after the last */
};
/* Where the clause stands: what was chosen so far. */
struct pos_state {
    uint8_t last, before_last, verb /* the last verb's tag */, clause;
    uint32_t auxiliary;
};
#define POS_STATE_START ((struct pos_state){ TAG_COUNT, TAG_COUNT, TAG_COUNT, 0, 0 })

/* What is known of the spellings of a text in one language. */
struct pos_language;
struct pos_language *pos_language_start(const struct text *text, struct spellings *spellings, uint8_t lang);
/* The views of the tokens [first, last), at most POS_WINDOW. */
void pos_views(struct pos_language *language, uint32_t first, uint32_t last, struct pos_window *out);

/* pos_decode.c: all signs of a view of a window. */
void pos_signs(const struct pos_view *here, const struct pos_state *state, uint32_t signs[SIGN_COUNT]);
void pos_advance(struct pos_state *state, const struct pos_view *view, enum pos_tag tag);

/* The votes of the signs for each of the tags, in their order; tags beyond POS_CHOICES get none. */
typedef void pos_voter(void *weights, const struct pos_view *here, const struct pos_state *state, uint32_t tags,
                       int32_t votes[POS_CHOICES]);
/* Chooses the tags of a window from left to right. */
void pos_decode(const struct pos_window *window, pos_voter *voter, void *weights, uint8_t *chosen);

/* The weights of one language, as tools/pos_compile.py writes them (which has the same numbers). The place of a sign tells the only row
 * that may be its own: a perfect hash, where the group of a sign has a factor by which the signs of the group fall on different free
 * places. Rows stand densely, those first that have most votes: what is asked often lies together. A general sign (the first GENERAL_COUNT)
 * has votes for every tag. A particular one is of one set of tags and has votes for the first four of them in order; those for the next
 * four stand in the row of pos_more(sign). */
enum { POS_GENERAL_BITS = 14, POS_PARTICULAR_BITS = 13, POS_GROUP_BITS = 2 /* fewer for the groups */, POS_PARTICULAR_ROWS = 4096 };
struct pos_row {
    uint32_t sign; /* 0 in the first, which stands for all that have none */
    int8_t votes[28];
};
struct pos_particular {
    uint32_t sign;
    int8_t votes[4];
};
struct pos_table {
    uint32_t factors[1 << (POS_GENERAL_BITS - POS_GROUP_BITS)], particular_factors[1 << (POS_PARTICULAR_BITS - POS_GROUP_BITS)];
    uint16_t places[1 << POS_GENERAL_BITS], particular_places[1 << POS_PARTICULAR_BITS];
    struct pos_particular particular_rows[POS_PARTICULAR_ROWS];
    struct pos_row rows[];
};
static inline uint32_t pos_more(uint32_t sign) { return sign ^ 0x9E3779B8u; }
extern const struct pos_table griffie_pos_dutch, griffie_pos_english;

/* The weights of one language in use, with the rows found of signs that have few values. */
struct pos_weights {
    const struct pos_table *table;
    uint16_t last_two[TAG_COUNT + 1][TAG_COUNT + 1], likely[TAG_COUNT + 1][TAG_COUNT + 1], shapes[1 << 13]; /* row + 1; 0 not yet asked */
};
/* The row of a general sign that is made of `a` and `b`; 0, a row without votes, if it has none. */
uint16_t pos_row_of(const struct pos_table *table, enum pos_sign sign, uint32_t a, uint32_t b);
pos_voter pos_vote; /* by a struct pos_weights */

#endif
