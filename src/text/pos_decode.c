/* The choice of parts of speech: the signs of a token, their votes, and the walk from left to right; pos.h says how. */
#include "text/pos.h"

enum {
    CLAUSE_FINITE = 1 /* has its finite verb */,
    CLAUSE_SUBORDINATE = 2,
    CLAUSE_AFTER_COMMA = 4,
    CLAUSE_TE = 8 /* "te" or "to" stands open */,
    CLAUSE_COORDINATED = 16,
    CLAUSE_SUBJECT = 32 /* has a noun that no preposition governs */,
    CLAUSE_GOVERNED = 64 /* a preposition waits for its noun */
};
enum {
    NEAR_ENOUGH = 60 /* votes that a missing finite verb may lack */,
    PARTICIPLE_NEARER = 400 /* as many more if it is taken for a participle */
};
#define BIT POS_TAG_BIT
#define BEFORE_RELATIVE (BIT(TAG_NOUN) | BIT(TAG_PROPN) | BIT(TAG_PRON) | BIT(TAG_PUNCT) | BIT(TAG_ADP) | BIT(TAG_ADV))
static inline uint32_t sign_hash(uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
    uint64_t h = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 29 ^ ((uint64_t)c << 8 | kind)) * 0xBF58476D1CE4E5B9u;
    return (uint32_t)(h >> 32) | 1;
}

static inline uint32_t general_hash(uint32_t sign, uint32_t a, uint32_t b) { return sign_hash(32 + sign, a, b, 0); }

static inline uint32_t shapes_of(const struct pos_view *here) {
    return (uint32_t)here->shape << 16 | (uint32_t)here[-1].shape << 8 | here[1].shape;
}

/* What the signs are made of. */
static inline void pos_pairs(const struct pos_view *here, const struct pos_state *state, uint32_t pairs[GENERAL_COUNT][2]) {
    const struct pos_view *left = here - 1, *right = here + 1;
    uint32_t clause = state->clause;
    const uint32_t made[GENERAL_COUNT][2] = {
        [SIGN_LAST_TWO] = { state->last, state->before_last },
        [SIGN_LEFT] = { left->key, 0 },
        [SIGN_RIGHT] = { right->key, 0 },
        [SIGN_CLAUSE] = { clause, state->auxiliary },
        [SIGN_VERB] = { state->verb, clause << 8 | state->last },
        [SIGN_ENDING] = { here->ending, here->known },
        [SIGN_SHAPES] = { shapes_of(here), here->known },
        [SIGN_WORD] = { here->word, 0 },
        [SIGN_LIKELY] = { here->likely, state->last },
        [SIGN_BETWEEN] = { left->key, right->key },
        [SIGN_AHEAD] = { clause, here->ahead },
        [SIGN_LEFT_BEFORE] = { left->key, state->before_last },
        [SIGN_RIGHT_TAGS] = { right->tags, right[1].tags },
        [SIGN_LAST_RIGHT] = { state->last, right->key },
        [SIGN_CLAUSE_RIGHT] = { clause << 8 | state->last, right->tags },
    };
    memcpy(pairs, made, sizeof made);
}

static inline void particular_signs(const struct pos_view *here, uint32_t signs[SIGN_COUNT - GENERAL_COUNT]) {
    signs[0] = sign_hash(0, here[-1].key, here->key, here->tags);
    signs[1] = sign_hash(1, here[1].tags, here->key, here->tags);
    signs[2] = sign_hash(2, here->word, 0, here->tags);
}

void pos_signs(const struct pos_view *here, const struct pos_state *state, uint32_t signs[SIGN_COUNT]) {
    uint32_t pairs[GENERAL_COUNT][2];
    pos_pairs(here, state, pairs);
    for (uint32_t i = 0; i < GENERAL_COUNT; i++) signs[i] = general_hash(i, pairs[i][0], pairs[i][1]);
    particular_signs(here, signs + GENERAL_COUNT);
}

/* The clause: a subordinator opens one without its finite verb, punctuation may, a finite verb fills it. */
static inline void advance(struct pos_state *state, const struct pos_view *view, enum pos_tag tag) {
    uint8_t clause = state->clause & (uint8_t) ~(CLAUSE_AFTER_COMMA | CLAUSE_COORDINATED);
    bool relative = view->opens && (tag == TAG_PRON || tag == TAG_ADV || tag == TAG_DET) && state->last < TAG_COUNT &&
                    BIT(state->last) & BEFORE_RELATIVE;
    if (tag == TAG_SCONJ || relative)
        clause = CLAUSE_SUBORDINATE, state->auxiliary = 0;
    else if (tag == TAG_PUNCT && view->key == ',')
        clause |= CLAUSE_AFTER_COMMA;
    else if (tag == TAG_PUNCT && (view->key == ';' || view->key == ':'))
        clause = 0, state->auxiliary = 0;
    else if (tag == TAG_CCONJ)
        clause |= CLAUSE_COORDINATED;
    if (tag == TAG_VERB_FINITE || tag == TAG_AUX_FINITE) clause |= CLAUSE_FINITE;
    if (tag == TAG_AUX_FINITE || tag == TAG_VERB_FINITE || tag == TAG_AUX_INFINITIVE) state->auxiliary = view->key;
    if (tag == TAG_ADP)
        clause |= CLAUSE_GOVERNED;
    else if (tag == TAG_NOUN || tag == TAG_PROPN || tag == TAG_PRON) {
        if (!(clause & CLAUSE_GOVERNED)) clause |= CLAUSE_SUBJECT;
        clause &= (uint8_t)~CLAUSE_GOVERNED;
    }
    if (tag == TAG_PART)
        clause |= CLAUSE_TE;
    else if (BIT(tag) & POS_VERB_TAGS)
        clause &= (uint8_t)~CLAUSE_TE;
    if (BIT(tag) & POS_VERB_TAGS) state->verb = (uint8_t)tag;
    state->clause = clause;
    state->before_last = state->last;
    state->last = (uint8_t)tag;
}

/* Without branches: which signs have a row is not foreseeable, and a wrong guess costs more than the look-up. */
static inline uint32_t row_of(const struct pos_table *table, uint32_t sign) {
    uint32_t factor = table->factors[sign >> 1 & (COUNT_OF(table->factors) - 1)];
    uint32_t row = table->places[sign * factor >> (32 - POS_GENERAL_BITS)];
    return row & -(uint32_t)(table->rows[row].sign == sign);
}

static inline const int8_t *particular_votes(const struct pos_table *table, uint32_t sign) {
    uint32_t factor = table->particular_factors[sign >> 1 & (COUNT_OF(table->particular_factors) - 1)];
    uint32_t row = table->particular_places[sign * factor >> (32 - POS_PARTICULAR_BITS)];
    return table->particular_rows[row & -(uint32_t)(table->particular_rows[row].sign == sign)].votes;
}

uint16_t pos_row_of(const struct pos_table *table, enum pos_sign sign, uint32_t a, uint32_t b) {
    return (uint16_t)row_of(table, general_hash(sign, a, b));
}

/* The row of a sign of few values: asked once, then known. */
static inline uint32_t row_known(const struct pos_table *table, uint16_t *known, enum pos_sign sign, uint32_t pairs[GENERAL_COUNT][2]) {
    if (!*known) *known = (uint16_t)(1 + pos_row_of(table, sign, pairs[sign][0], pairs[sign][1]));
    return *known - 1u;
}

static inline uint32_t shapes_index(const struct pos_view *here) {
    return (uint32_t)here->shape << 9 | (uint32_t)here[-1].shape << 5 | (uint32_t)here[1].shape << 1 | here->known;
}

static inline uint32_t row_hashed(const struct pos_table *table, enum pos_sign sign, uint32_t pairs[GENERAL_COUNT][2]) {
    return row_of(table, general_hash(sign, pairs[sign][0], pairs[sign][1]));
}

/* The rows of the general signs: those of one word alone are known with it. */
static inline void general_rows(struct pos_weights *weights, const struct pos_view *here, const struct pos_state *state,
                                uint32_t rows[GENERAL_COUNT]) {
    const struct pos_table *table = weights->table;
    uint32_t pairs[GENERAL_COUNT][2];
    pos_pairs(here, state, pairs);
    rows[SIGN_LAST_TWO] = row_known(table, &weights->last_two[state->last][state->before_last], SIGN_LAST_TWO, pairs);
    rows[SIGN_LEFT] = here[-1].rows.left;
    rows[SIGN_RIGHT] = here[1].rows.right;
    rows[SIGN_CLAUSE] = row_hashed(table, SIGN_CLAUSE, pairs);
    rows[SIGN_VERB] = row_hashed(table, SIGN_VERB, pairs);
    rows[SIGN_ENDING] = here->rows.ending;
    rows[SIGN_SHAPES] = row_known(table, &weights->shapes[shapes_index(here)], SIGN_SHAPES, pairs);
    rows[SIGN_WORD] = here->rows.word;
    rows[SIGN_LIKELY] = row_known(table, &weights->likely[here->likely][state->last], SIGN_LIKELY, pairs);
    rows[SIGN_BETWEEN] = row_hashed(table, SIGN_BETWEEN, pairs);
    rows[SIGN_AHEAD] = row_hashed(table, SIGN_AHEAD, pairs);
    rows[SIGN_LEFT_BEFORE] = row_hashed(table, SIGN_LEFT_BEFORE, pairs);
    rows[SIGN_RIGHT_TAGS] = row_hashed(table, SIGN_RIGHT_TAGS, pairs);
    rows[SIGN_LAST_RIGHT] = row_hashed(table, SIGN_LAST_RIGHT, pairs);
    rows[SIGN_CLAUSE_RIGHT] = row_hashed(table, SIGN_CLAUSE_RIGHT, pairs);
}

void pos_vote(void *weights, const struct pos_view *here, const struct pos_state *state, uint32_t tags, int32_t votes[POS_CHOICES]) {
    const struct pos_table *table = ((struct pos_weights *)weights)->table;
    const int8_t *particular[SIGN_COUNT - GENERAL_COUNT], *general[GENERAL_COUNT];
    uint32_t rows[GENERAL_COUNT], signs[SIGN_COUNT - GENERAL_COUNT];
    general_rows(weights, here, state, rows);
    particular_signs(here, signs);
#pragma GCC unroll 3
    for (int i = 0; i < SIGN_COUNT - GENERAL_COUNT; i++) particular[i] = particular_votes(table, signs[i]);
#pragma GCC unroll 15
    for (int i = 0; i < GENERAL_COUNT; i++) general[i] = table->rows[rows[i]].votes;
    int rank = 0;
    for (uint32_t left = tags; left && rank < POS_CHOICES; left &= left - 1, rank++) {
        if (rank == 4)
            for (int i = 0; i < SIGN_COUNT - GENERAL_COUNT; i++) particular[i] = particular_votes(table, pos_more(signs[i])) - 4;
        int tag = __builtin_ctz(left);
        /* What waits for the last choice is added last. */
        int32_t before = particular[0][rank] + particular[1][rank] + particular[2][rank] + general[SIGN_LEFT][tag] +
                         general[SIGN_RIGHT][tag] + general[SIGN_ENDING][tag] + general[SIGN_SHAPES][tag] + general[SIGN_WORD][tag] +
                         general[SIGN_BETWEEN][tag] + general[SIGN_RIGHT_TAGS][tag];
        int32_t chosen = general[SIGN_LAST_TWO][tag] + general[SIGN_LIKELY][tag] + general[SIGN_CLAUSE][tag] + general[SIGN_VERB][tag];
        int32_t around =
            general[SIGN_AHEAD][tag] + general[SIGN_LEFT_BEFORE][tag] + general[SIGN_LAST_RIGHT][tag] + general[SIGN_CLAUSE_RIGHT][tag];
        votes[rank] = before + (chosen + around);
    }
}

/* A sentence with a full stop has a finite verb: if none was chosen, the word that came nearest to it is one.
 * "De Top vroeg nadrukkelijk om afschrikking." — "vroeg" is an adjective in most places, but here it is all there is. */
static void find_finite(const struct pos_view *views, uint32_t count, uint8_t *tags, uint32_t nearest, uint8_t nearest_tag) {
    if (nearest == count || views[count - 1].tags != BIT(TAG_PUNCT) || views[count - 1].key == ':' || views[count - 1].key == ',') return;
    for (uint32_t i = 0; i < count; i++)
        if (tags[i] == TAG_VERB_FINITE || tags[i] == TAG_AUX_FINITE) return;
    tags[nearest] = nearest_tag;
}

void pos_advance(struct pos_state *state, const struct pos_view *view, enum pos_tag tag) { advance(state, view, tag); }

void pos_decode(const struct pos_window *window, pos_voter *voter, void *weights, uint8_t *chosen) {
    struct pos_state state = POS_STATE_START;
    uint32_t nearest = window->count;
    int32_t distance = INT32_MAX;
    uint8_t nearest_tag = 0;
    for (uint32_t i = 0; i < window->count; i++) {
        const struct pos_view *here = &window->views[1 + i];
        uint32_t tags = here->tags ? here->tags : BIT(TAG_NOUN);
        uint8_t tag = (uint8_t)__builtin_ctz(tags);
        if (tags & (tags - 1)) {
            int32_t votes[POS_CHOICES], best = INT32_MIN;
            uint8_t list[POS_CHOICES];
            int choices = 0;
            voter(weights, here, &state, tags, votes);
            for (uint32_t left = tags; left && choices < POS_CHOICES; left &= left - 1, choices++) {
                list[choices] = (uint8_t)__builtin_ctz(left);
                if (votes[choices] > best) best = votes[choices], tag = list[choices];
            }
            for (int choice = 0; choice < choices; choice++) {
                int32_t lacks = best - votes[choice] - (tag == TAG_VERB_PARTICIPLE ? PARTICIPLE_NEARER : 0);
                if ((list[choice] == TAG_VERB_FINITE || list[choice] == TAG_AUX_FINITE) && lacks < distance)
                    distance = lacks, nearest = i, nearest_tag = list[choice];
            }
        }
        chosen[i] = tag;
        advance(&state, here, (enum pos_tag)tag);
    }
    if (distance < NEAR_ENOUGH) find_finite(&window->views[1], window->count, chosen, nearest, nearest_tag);
}
