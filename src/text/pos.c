/* Part of speech in context; pos.h says how. */
#include "text/pos.h"

#include "text/layout.h"

enum { SHAPE_CAPITAL_BIT = 1, SHAPE_UPPER_BIT = 2, SHAPE_FIRST_BIT = 4, SHAPE_DIGIT_BIT = 8 };
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
#define BIT(tag) (1u << (tag))
#define VERBS                                                                                                                              \
    (BIT(TAG_VERB_FINITE) | BIT(TAG_VERB_INFINITIVE) | BIT(TAG_VERB_PARTICIPLE) | BIT(TAG_VERB_PRESENT) | BIT(TAG_AUX_FINITE) |            \
     BIT(TAG_AUX_INFINITIVE) | BIT(TAG_AUX_PARTICIPLE))
#define BEFORE_RELATIVE (BIT(TAG_NOUN) | BIT(TAG_PROPN) | BIT(TAG_PRON) | BIT(TAG_PUNCT) | BIT(TAG_ADP) | BIT(TAG_ADV))
#define OPEN (BIT(TAG_NOUN) | BIT(TAG_ADJ) | BIT(TAG_VERB_FINITE) | BIT(TAG_VERB_INFINITIVE) | BIT(TAG_VERB_PARTICIPLE) | BIT(TAG_PROPN))

static enum pos_tag tag_of(uint8_t pos, uint16_t forms) {
    static const uint8_t tags[] = { TAG_NOUN, TAG_NOUN,  TAG_PROPN, 0,       0,        TAG_ADJ,  TAG_ADV,   TAG_PRON, TAG_DET,
                                    TAG_ADP,  TAG_CCONJ, TAG_SCONJ, TAG_NUM, TAG_PART, TAG_INTJ, TAG_PUNCT, TAG_SYM };
    bool aux = pos == POS_AUX;
    if (pos != POS_VERB && !aux) return (enum pos_tag)tags[pos <= POS_SYM ? pos : 0];
    if (forms & FORM_FINITE) return aux ? TAG_AUX_FINITE : TAG_VERB_FINITE;
    if (forms & FORM_INFINITIVE) return aux ? TAG_AUX_INFINITIVE : TAG_VERB_INFINITIVE;
    if (aux) return TAG_AUX_PARTICIPLE;
    return forms & FORM_PRESENT_PARTICIPLE ? TAG_VERB_PRESENT : TAG_VERB_PARTICIPLE;
}

static bool spoken(const struct lexicon_sense *sense, uint8_t lang) { return !lang || !sense->lang || sense->lang == lang; }

/* The tags of the word's senses in this language; of all of them if it has none there (tasked, in a Dutch letter). */
static uint32_t sense_tags(const struct lexicon_sense *senses, size_t count, uint8_t lang, uint8_t *likely) {
    uint32_t tags = 0, foreign = 0;
    *likely = TAG_COUNT;
    for (size_t i = 0; i < count; i++) {
        enum pos_tag tag = tag_of(senses[i].pos, senses[i].forms);
        if (!spoken(&senses[i], lang))
            foreign |= BIT(tag);
        else if (tags |= BIT(tag), *likely == TAG_COUNT)
            *likely = (uint8_t)tag;
    }
    return tags ? tags : foreign;
}

static uint32_t spelling_number(slice spelling) {
    uint32_t number = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < spelling.size; i++) number = (number ^ (uint8_t)spelling.data[i]) * 16777619u;
    return number;
}

static uint32_t last_letters(slice word) {
    uint32_t ending = 0;
    for (size_t i = word.size > 3 ? word.size - 3 : 0; i < word.size; i++) ending = ending << 8 | (uint8_t)(word.data[i] | 0x20);
    return ending;
}

/* What a word is in one language, whatever token has it. */
struct known_word_pos {
    uint32_t word;
    uint8_t lang, size /* of its spelling */;
    struct pos_view view;
    struct {
        uint32_t lemma;
        uint16_t forms, tag;
    } senses[4]; /* the first sense of each tag, for as many as there is room */
};
struct pos_memory {
    uint32_t mask;
    struct known_word_pos words[];
};

struct pos_memory *pos_memory_new(arena *memory, uint32_t tokens) {
    enum { SMALLEST = 64, LARGEST = 4096 };
    uint32_t size = SMALLEST;
    while (size < LARGEST && size < tokens / 2) size *= 2; /* a short record has few words */
    struct pos_memory *self = arena_alloc(memory, sizeof *self + size * sizeof self->words[0]);
    self->mask = size - 1;
    return self;
}

static void know_word(const struct text *self, uint32_t word, uint8_t lang, struct known_word_pos *out) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, word, &senses), kept = 0;
    slice spelling = lexicon_spelling(self->words, word);
    *out = (struct known_word_pos){ .word = word, .lang = lang, .size = (uint8_t)spelling.size };
    struct pos_view *view = &out->view;
    view->tags = sense_tags(senses, count, lang, &view->likely);
    if (lang == LANGUAGE_ENGLISH && view->tags & BIT(TAG_VERB_PRESENT)) view->tags |= BIT(TAG_NOUN); /* the funding of */
    view->opens = lexicon_word_mask(self->words, word) & LEXICON_BIT(CLASS_SUBORDINATOR);
    view->known = true;
    view->key = lexicon_word_key(self->words, word);
    view->word = spelling_number(spelling);
    view->ending = last_letters(spelling);
    for (int foreign = 0; foreign < 2; foreign++)
        for (size_t i = 0; i < count && kept < COUNT_OF(out->senses); i++) {
            enum pos_tag tag = tag_of(senses[i].pos, senses[i].forms);
            size_t same = 0;
            while (same < kept && out->senses[same].tag != tag) same++;
            if (same == kept && spoken(&senses[i], lang) != foreign) {
                out->senses[kept].lemma = senses[i].lemma;
                out->senses[kept].forms = senses[i].forms;
                out->senses[kept++].tag = (uint16_t)tag;
            }
        }
    for (; kept < COUNT_OF(out->senses); kept++) out->senses[kept].tag = TAG_COUNT;
}

static const struct known_word_pos *known_word_pos(struct pos_memory *memory, const struct text *self, uint32_t word, uint8_t lang) {
    struct known_word_pos *slot = &memory->words[(word * 0x9E3779B9u >> 8 ^ lang) & memory->mask];
    if (slot->word != word || slot->lang != lang) know_word(self, word, lang, slot);
    return slot;
}

/* A word that the lexicon does not have, or has as the last part of a compound. */
static void view_unknown(const struct text *self, const struct token *t, slice spelling, uint8_t lang, struct pos_view *view) {
    uint32_t nominal = view->tags & (BIT(TAG_NOUN) | BIT(TAG_ADJ) | BIT(TAG_VERB_PARTICIPLE));
    view->known = view->opens = false;
    view->key = view->word = 0;
    view->ending = last_letters(spelling);
    if (t->word && nominal) view->tags = nominal; /* a compound is what its last part is, and no finite verb */
    if (t->word) return;
    struct lexicon_sense guess = lexicon_guess(self->words, spelling, lang);
    view->tags = guess.pos ? BIT(tag_of(guess.pos, guess.forms)) : OPEN;
    if (guess.pos == POS_VERB || guess.pos == POS_ADJ) view->tags |= BIT(TAG_NOUN);
    view->likely = TAG_COUNT;
}

static struct pos_view view_token(struct pos_memory *memory, const struct text *self, const struct token *t, slice spelling, uint8_t lang,
                                  bool first) {
    struct pos_view view = { .likely = TAG_COUNT };
    const struct known_word_pos *known = t->word ? known_word_pos(memory, self, t->word, lang) : NULL;
    if (t->shape == SHAPE_PUNCT)
        view.tags = BIT(TAG_PUNCT), view.key = spelling.size ? (uint8_t)spelling.data[0] : 0;
    else if (t->shape == SHAPE_SYMBOL || t->shape == SHAPE_URL)
        view.tags = BIT(TAG_SYM);
    else if (t->shape == SHAPE_NUMBER)
        view.tags = BIT(TAG_NUM);
    else if (t->shape == SHAPE_ALNUM && !t->word)
        view.tags = BIT(TAG_NUM) | BIT(TAG_PROPN) | BIT(TAG_ADJ), view.shape = SHAPE_DIGIT_BIT;
    else {
        if (known) view = known->view;
        if (!known || known->size < spelling.size) view_unknown(self, t, spelling, lang, &view);
        if (t->flags & TOKEN_CAPITAL && (!known || !first)) view.tags |= BIT(TAG_PROPN);
    }
    view.shape |= (uint8_t)((t->flags & TOKEN_CAPITAL ? SHAPE_CAPITAL_BIT : 0) | (t->flags & TOKEN_UPPER ? SHAPE_UPPER_BIT : 0) |
                            (first ? SHAPE_FIRST_BIT : 0));
    if (!view.key) view.key = view.tags | 0x80000000u;
    return view;
}

void pos_views(struct pos_memory *memory, const struct text *self, uint32_t first, uint32_t last, uint8_t lang,
               struct pos_view views[POS_WINDOW]) {
    for (uint32_t i = first; i < last; i++)
        views[i - first] = view_token(memory, self, &self->tokens.at[i], token_text(self, i), lang, i == first);
    uint32_t ahead = 0;
    for (uint32_t i = last - first; i-- > 0;) {
        views[i].ahead = ahead;
        bool before_name = i + 1 < last - first && views[i + 1].tags & BIT(TAG_PROPN) && views[i + 1].shape & SHAPE_CAPITAL_BIT;
        if (before_name && views[i].tags & (BIT(TAG_ADP) | BIT(TAG_DET))) views[i].tags |= BIT(TAG_PROPN); /* Van der Berg, De Vries */
        if (views[i].tags & VERBS)
            ahead = views[i].key;
        else if (views[i].tags == BIT(TAG_PUNCT) || views[i].tags & BIT(TAG_SCONJ))
            ahead = 1;
    }
}

static uint32_t sign_hash(uint32_t kind, uint32_t a, uint32_t b, uint32_t c) {
    uint64_t h = ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 29 ^ ((uint64_t)c << 8 | kind)) * 0xBF58476D1CE4E5B9u;
    return (uint32_t)(h >> 32) | 1;
}

void pos_signs(const struct pos_view *views, uint32_t count, uint32_t at, const struct pos_state *state, uint32_t signs[SIGN_COUNT]) {
    static const struct pos_view edge = { .key = 2, .likely = TAG_COUNT };
    const struct pos_view *here = &views[at], *left = at ? here - 1 : &edge, *right = at + 1 < count ? here + 1 : &edge,
                          *right2 = at + 2 < count ? here + 2 : &edge;
    uint32_t tags = here->tags, clause = state->clause;
    const uint32_t particular[SIGN_COUNT - GENERAL_COUNT][2] = { { left->key, here->key }, { right->tags, here->key }, { here->word, 0 } };
    const uint32_t general[GENERAL_COUNT][2] = { { state->last, state->before_last },
                                                 { left->key, 0 },
                                                 { right->key, 0 },
                                                 { clause, state->auxiliary },
                                                 { state->verb, clause << 8 | state->last },
                                                 { here->ending, here->known },
                                                 { (uint32_t)here->shape << 16 | (uint32_t)left->shape << 8 | right->shape, here->known },
                                                 { here->word, 0 },
                                                 { here->likely, state->last },
                                                 { left->key, right->key },
                                                 { clause, here->ahead },
                                                 { left->key, state->before_last },
                                                 { right->tags, right2->tags },
                                                 { state->last, right->key },
                                                 { clause << 8 | state->last, right->tags } };
#pragma GCC unroll 3
    for (uint32_t i = 0; i < SIGN_COUNT - GENERAL_COUNT; i++)
        signs[GENERAL_COUNT + i] = sign_hash(i, particular[i][0], particular[i][1], tags);
#pragma GCC unroll 15
    for (uint32_t i = 0; i < GENERAL_COUNT; i++) signs[i] = sign_hash(32 + i, general[i][0], general[i][1], 0);
}

/* The clause: a subordinator opens one without its finite verb, punctuation may, a finite verb fills it. */
void pos_advance(struct pos_state *state, const struct pos_view *view, enum pos_tag tag) {
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
    else if (BIT(tag) & VERBS)
        clause &= (uint8_t)~CLAUSE_TE;
    if (BIT(tag) & VERBS) state->verb = (uint8_t)tag;
    state->clause = clause;
    state->before_last = state->last;
    state->last = (uint8_t)tag;
}

/* The votes of a sign's row; of the first row, which has none, if the sign has no row. Without branches: which signs have one is not
 * foreseeable, and a wrong guess costs more than the look-up. */
static inline const int8_t *general_votes(const struct pos_table *table, uint32_t sign) {
    const struct pos_wide_row *rows = (const void *)((const char *)table + table->general.rows_at);
    uint32_t place = pos_place(table, &table->general, sign);
    return rows[place & -(uint32_t)(rows[place].sign == sign)].votes;
}

static inline void particular_votes(const struct pos_table *table, uint32_t sign, int8_t votes[4]) {
    const struct pos_row *rows = (const void *)((const char *)table + table->particular.rows_at);
    uint32_t place = pos_place(table, &table->particular, sign);
    memcpy(votes, rows[place & -(uint32_t)(rows[place].sign == sign)].votes, 4);
}

static void table_votes(const void *weights, const uint32_t signs[SIGN_COUNT], uint32_t tags, int32_t votes[POS_CHOICES]) {
    const struct pos_table *table = weights;
    const int8_t *general[GENERAL_COUNT];
    int8_t particular[SIGN_COUNT - GENERAL_COUNT][POS_CHOICES];
    uint32_t fewer = tags & (tags - 1);
    fewer &= fewer - 1;
    fewer &= fewer - 1;
    bool many = fewer & (fewer - 1); /* more than four */
#pragma GCC unroll 15
    for (int i = 0; i < GENERAL_COUNT; i++) general[i] = general_votes(table, signs[i]);
#pragma GCC unroll 3
    for (int i = 0; i < SIGN_COUNT - GENERAL_COUNT; i++) {
        uint32_t sign = signs[GENERAL_COUNT + i];
        particular_votes(table, sign, particular[i]);
        if (many) particular_votes(table, pos_more(sign), particular[i] + 4);
    }
    int rank = 0;
    for (uint32_t left = tags; left && rank < POS_CHOICES; left &= left - 1, rank++) {
        int tag = __builtin_ctz(left);
        int32_t sum = 0;
#pragma GCC unroll 15
        for (int i = 0; i < GENERAL_COUNT; i++) sum += general[i][tag];
#pragma GCC unroll 3
        for (int i = 0; i < SIGN_COUNT - GENERAL_COUNT; i++) sum += particular[i][rank];
        votes[rank] = sum;
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

void pos_decode(const struct pos_view *views, uint32_t count, pos_voter *voter, const void *weights, uint8_t *chosen) {
    struct pos_state state = POS_STATE_START;
    uint32_t nearest = count;
    int32_t distance = INT32_MAX;
    uint8_t nearest_tag = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t tags = views[i].tags ? views[i].tags : BIT(TAG_NOUN);
        uint8_t tag = (uint8_t)__builtin_ctz(tags);
        if (tags & (tags - 1)) {
            uint32_t signs[SIGN_COUNT];
            int32_t votes[POS_CHOICES] = { 0 }, best = INT32_MIN;
            uint8_t list[POS_CHOICES];
            int choices = 0;
            pos_signs(views, count, i, &state, signs);
            voter(weights, signs, tags, votes);
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
        pos_advance(&state, &views[i], (enum pos_tag)tag);
    }
    if (distance < NEAR_ENOUGH) find_finite(views, count, chosen, nearest, nearest_tag);
}

/* The first sense that has the tag gives lemma and forms. */
static void settle(struct pos_memory *memory, const struct text *self, struct token *t, uint8_t lang, enum pos_tag tag) {
    static const uint8_t parts[] = { POS_NOUN,  POS_PROPN, POS_VERB, POS_VERB, POS_VERB, POS_VERB, POS_AUX,
                                     POS_AUX,   POS_AUX,   POS_ADJ,  POS_ADV,  POS_PRON, POS_DET,  POS_ADP,
                                     POS_CCONJ, POS_SCONJ, POS_NUM,  POS_PART, POS_INTJ, POS_SYM,  POS_PUNCT };
    static const uint16_t forms[] = { [TAG_VERB_FINITE] = FORM_FINITE,         [TAG_VERB_INFINITIVE] = FORM_INFINITIVE,
                                      [TAG_VERB_PARTICIPLE] = FORM_PARTICIPLE, [TAG_VERB_PRESENT] = FORM_PRESENT_PARTICIPLE,
                                      [TAG_AUX_FINITE] = FORM_FINITE,          [TAG_AUX_INFINITIVE] = FORM_INFINITIVE,
                                      [TAG_AUX_PARTICIPLE] = FORM_PARTICIPLE,  [TAG_PUNCT] = 0 };
    t->pos = parts[tag];
    t->forms = forms[tag];
    t->lemma = 0;
    if (!t->word) return;
    const struct known_word_pos *known = known_word_pos(memory, self, t->word, lang);
    for (size_t i = 0; i < COUNT_OF(known->senses); i++) {
        if (known->senses[i].tag != tag && !(tag == TAG_PROPN && known->senses[i].tag == TAG_NOUN)) continue;
        t->lemma = known->senses[i].lemma;
        if (known->senses[i].forms) t->forms = known->senses[i].forms;
        return;
    }
    const struct lexicon_sense *senses; /* a word of more tags than are remembered */
    size_t count = lexicon_senses(self->words, t->word, &senses);
    for (size_t i = 0; i < count; i++) {
        if (tag_of(senses[i].pos, senses[i].forms) != tag || (t->lemma && !spoken(&senses[i], lang))) continue;
        t->lemma = senses[i].lemma;
        if (senses[i].forms) t->forms = senses[i].forms;
        if (spoken(&senses[i], lang)) return;
    }
}

static void choose(struct pos_memory *memory, struct text *self, uint32_t first, uint32_t last, uint8_t lang) {
    struct pos_view views[POS_WINDOW];
    uint8_t tags[POS_WINDOW] = { 0 };
    pos_views(memory, self, first, last, lang, views);
    pos_decode(views, last - first, table_votes, lang == LANGUAGE_ENGLISH ? griffie_pos_english : griffie_pos_dutch, tags);
    for (uint32_t i = first; i < last; i++) settle(memory, self, &self->tokens.at[i], lang, (enum pos_tag)tags[i - first]);
}

void pos_choose(arena *memory, struct text *self) {
    struct pos_memory *known = pos_memory_new(memory, self->tokens.count);
    for (uint32_t i = 0; i < self->sentences.count; i++) {
        const struct sentence *sentence = &self->sentences.at[i];
        uint8_t lang = self->blocks.at[sentence->block].lang;
        for (uint32_t at = sentence->first; at < sentence->last; at += POS_WINDOW)
            choose(known, self, at, sentence->last - at > POS_WINDOW ? at + POS_WINDOW : sentence->last, lang);
    }
    pos_opening(self);
}
