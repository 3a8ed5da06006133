/* Part of speech in context. pos_choose is the room's own; the rest is for tools/pos_train.c, which must see the very same signs.
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

#include "text/text.h"

/* Fills pos, lemma and forms of every token of a sentence. Cost: O(tokens). */
void pos_choose(arena *memory, struct text *self);
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
enum {
    GENERAL_COUNT = 15,
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
    bool known;      /* the word itself, not only its last part */
    bool opens;      /* may open a subordinate clause */
};
/* Where the clause stands: what was chosen so far. */
struct pos_state {
    uint8_t last, before_last, verb /* the last verb's tag */, clause;
    uint32_t auxiliary;
};
#define POS_STATE_START ((struct pos_state){ TAG_COUNT, TAG_COUNT, TAG_COUNT, 0, 0 })

/* What was found of words, by word: most tokens of a record are words that it has had before. */
struct pos_memory;
struct pos_memory *pos_memory_new(arena *memory, uint32_t tokens);

void pos_views(struct pos_memory *memory, const struct text *self, uint32_t first, uint32_t last, uint8_t lang,
               struct pos_view views[POS_WINDOW]);
/* The signs of token `at` of the window. */
void pos_signs(const struct pos_view *views, uint32_t count, uint32_t at, const struct pos_state *state, uint32_t signs[SIGN_COUNT]);
void pos_advance(struct pos_state *state, const struct pos_view *view, enum pos_tag tag);

/* Adds the votes of the signs for each of the tags, in their order; tags beyond POS_CHOICES get none. */
typedef void pos_voter(const void *weights, const uint32_t signs[SIGN_COUNT], uint32_t tags, int32_t votes[POS_CHOICES]);
/* Chooses the tags of a window from left to right. */
void pos_decode(const struct pos_view *views, uint32_t count, pos_voter *voter, const void *weights, uint8_t *chosen);

/* The weights of one language: rows by sign, each at a place of its own (a perfect hash: the group of a sign has a factor by which the
 * signs of the group fall on different free places). A general sign (the first GENERAL_COUNT) has votes for every tag. A particular one is
 * of one set of tags and has votes for the first four of them in order; those for the next four stand at pos_more(sign). */
struct pos_row {
    uint32_t sign;
    int8_t votes[4];
};
struct pos_wide_row {
    uint32_t sign;
    int8_t votes[28];
};
static inline uint32_t pos_more(uint32_t sign) { return sign ^ 0x9E3779B8u; }
struct pos_table {
    struct pos_places {
        uint32_t groups_mask, factors_at, rows_shift, rows_at; /* offsets from the table's start */
    } general, particular;
};
/* The place of a sign's row, if it has one. */
static inline uint32_t pos_place(const struct pos_table *table, const struct pos_places *places, uint32_t sign) {
    const uint32_t *factors = (const void *)((const char *)table + places->factors_at);
    return sign * factors[sign >> 1 & places->groups_mask] >> places->rows_shift;
}
extern const char griffie_pos_dutch[], griffie_pos_english[]; /* each begins with a struct pos_table */

#endif
