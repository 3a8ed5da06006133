/* Part of speech in context: what is known of each token before the choice, and what the choice gives it; pos.h says how. */
#include "text/pos.h"

enum { SHAPE_CAPITAL_BIT = 1, SHAPE_UPPER_BIT = 2, SHAPE_FIRST_BIT = 4, SHAPE_DIGIT_BIT = 8 };
#define BIT POS_TAG_BIT
#define KEY_OF_TAGS 0x80000000u /* a key that is made of tags */
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

/* What a spelling is in one language: 64 bytes, which are read at once where they lie in one line of the cache. */
struct known_spelling {
    struct pos_view view; /* inside a sentence */
    struct known_sense {
        uint32_t lemma;
        uint16_t forms, tag;
    } senses[4]; /* of the word: the first sense of each tag, for as many as there is room */
};
/* In one language: the weights and what is known of spellings. */
struct pos_language {
    struct pos_weights weights;
    struct pos_view edge, number, address;
    const struct text *text; /* of the record */
    uint8_t lang;
    struct known_spelling *known; /* by number; with no tags yet what was not met */
    uint32_t count;
};
struct pos_memory {
    struct pos_language *languages[3];
};

static void view_rows(const struct pos_table *table, struct pos_view *view) {
    view->rows.left = pos_row_of(table, SIGN_LEFT, view->key, 0);
    view->rows.right = pos_row_of(table, SIGN_RIGHT, view->key, 0);
    view->rows.ending = pos_row_of(table, SIGN_ENDING, view->ending, view->known);
    view->rows.word = pos_row_of(table, SIGN_WORD, view->word, 0);
}

static struct pos_view view_constant(const struct pos_table *table, uint32_t tags, uint32_t key) {
    struct pos_view view = { .tags = tags, .key = key ? key : tags | KEY_OF_TAGS, .likely = TAG_COUNT };
    view_rows(table, &view);
    return view;
}

static struct pos_language *language_new(arena *memory, uint8_t lang) {
    struct pos_language *self = arena_alloc(memory, sizeof *self);
    const struct pos_table *table = self->weights.table = lang == LANGUAGE_ENGLISH ? &griffie_pos_english : &griffie_pos_dutch;
    self->lang = lang;
    self->edge = view_constant(table, 0, 2);
    self->number = view_constant(table, BIT(TAG_NUM), 0);
    self->address = view_constant(table, BIT(TAG_SYM), 0);
    return self;
}

static struct known_spelling *known_new(arena *memory, uint32_t count) {
    char *bytes = arena_alloc(memory, ((size_t)count + 1) * sizeof(struct known_spelling));
    return (void *)(bytes + (-(uintptr_t)bytes & (sizeof(struct known_spelling) - 1)));
}
_Static_assert(sizeof(struct known_spelling) == 64, "one line of the cache");

struct pos_language *pos_language_start(const struct text *text, struct spellings *spellings, uint8_t lang) {
    arena *memory = spellings->memory;
    if (!spellings->pos) spellings->pos = arena_alloc(memory, sizeof *spellings->pos);
    struct pos_language *self = spellings->pos->languages[lang];
    if (!self) self = spellings->pos->languages[lang] = language_new(memory, lang);
    self->text = text;
    if (self->count >= spellings->all.count) return self;
    uint32_t count = spellings->all.count + spellings->all.count / 2;
    struct known_spelling *larger = known_new(memory, count);
    if (self->count) memcpy(larger, self->known, self->count * sizeof *larger);
    self->known = larger;
    self->count = count;
    return self;
}

static void know_senses(const struct lexicon_sense *senses, size_t count, uint8_t lang, struct known_spelling *out) {
    size_t kept = 0;
    for (int foreign = 0; foreign < 2; foreign++)
        for (size_t i = 0; i < count && kept < COUNT_OF(out->senses); i++) {
            enum pos_tag tag = tag_of(senses[i].pos, senses[i].forms);
            size_t same = 0;
            while (same < kept && out->senses[same].tag != tag) same++;
            if (same == kept && spoken(&senses[i], lang) != foreign)
                out->senses[kept++] = (struct known_sense){ senses[i].lemma, senses[i].forms, (uint16_t)tag };
        }
    for (; kept < COUNT_OF(out->senses); kept++) out->senses[kept].tag = TAG_COUNT;
}

/* A word that the lexicon does not have, or has as the last part of a compound. */
static void view_unknown(const lexicon *words, uint32_t word, slice spelling, uint8_t lang, struct pos_view *view) {
    uint32_t nominal = view->tags & (BIT(TAG_NOUN) | BIT(TAG_ADJ) | BIT(TAG_VERB_PARTICIPLE));
    view->known = view->opens = false;
    view->key = view->word = 0;
    view->ending = last_letters(spelling);
    if (word && nominal) view->tags = nominal; /* a compound is what its last part is, and no finite verb */
    if (word) return;
    struct lexicon_sense guess = lexicon_guess(words, spelling, lang);
    view->tags = guess.pos ? BIT(tag_of(guess.pos, guess.forms)) : OPEN;
    if (guess.pos == POS_VERB || guess.pos == POS_ADJ) view->tags |= BIT(TAG_NOUN);
    view->likely = TAG_COUNT;
}

/* A word, abbreviation or word with digits. */
static void know_word(const lexicon *words, const struct spelling *spelling, uint8_t lang, struct known_spelling *out) {
    const struct lexicon_sense *senses;
    uint32_t word = spelling->word;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    slice text = { spelling->text, spelling->size }, entry = word ? lexicon_spelling(words, word) : (slice){ "", 0 };
    struct pos_view *view = &out->view;
    view->likely = TAG_COUNT;
    if (word) {
        view->tags = sense_tags(senses, count, lang, &view->likely);
        if (lang == LANGUAGE_ENGLISH && view->tags & BIT(TAG_VERB_PRESENT)) view->tags |= BIT(TAG_NOUN); /* the funding of */
        view->opens = lexicon_word_mask(words, word) & LEXICON_BIT(CLASS_SUBORDINATOR);
        view->known = true;
        view->key = lexicon_word_key(words, word);
        view->word = spelling_number(entry);
        view->ending = last_letters(entry);
    }
    if (entry.size < text.size) view_unknown(words, word, text, lang, view);
    if (spelling->case_flags & TOKEN_CAPITAL && !(view->tags & BIT(TAG_PROPN))) {
        view->tags |= BIT(TAG_PROPN);
        view->named = word != 0;
    }
}

static __attribute__((noinline)) void know(const struct text *self, const struct token *t, uint8_t lang, const struct pos_table *table,
                                           struct known_spelling *out) {
    const struct spelling *spelling = &self->spellings.at[t->spelling];
    const struct lexicon_sense *senses = NULL;
    out->view.likely = TAG_COUNT;
    if (t->shape == SHAPE_PUNCT)
        out->view.tags = BIT(TAG_PUNCT), out->view.key = (uint8_t)spelling->text[0];
    else if (t->shape == SHAPE_SYMBOL)
        out->view.tags = BIT(TAG_SYM);
    else if (t->shape == SHAPE_ALNUM && !t->word)
        out->view.tags = BIT(TAG_NUM) | BIT(TAG_PROPN) | BIT(TAG_ADJ), out->view.shape = SHAPE_DIGIT_BIT;
    else
        know_word(self->words, spelling, lang, out);
    if (!out->view.key) out->view.key = out->view.tags | KEY_OF_TAGS;
    view_rows(table, &out->view);
    size_t count = t->word ? lexicon_senses(self->words, t->word, &senses) : 0; /* apart: the order of arguments is not set */
    know_senses(senses, count, lang, out);
}

static inline const struct known_spelling *known_of(struct pos_language *self, const struct token *t) {
    struct known_spelling *known = &self->known[t->spelling];
    if (known->view.tags) return known;
    know(self->text, t, self->lang, self->weights.table, known);
    return known;
}

static inline void view_token(struct pos_language *language, const struct token *t, bool first, struct pos_view *out) {
    if (t->shape == SHAPE_NUMBER) {
        *out = language->number;
    } else if (t->shape == SHAPE_URL) {
        *out = language->address;
    } else {
        const struct known_spelling *known = known_of(language, t);
        *out = known->view;
        if (first && out->named) { /* the first word has a capital anyway */
            if (out->key == (out->tags | KEY_OF_TAGS)) out->key = (out->tags & ~BIT(TAG_PROPN)) | KEY_OF_TAGS;
            out->tags &= ~BIT(TAG_PROPN);
            view_rows(language->weights.table, out);
        }
    }
    out->shape |= (uint8_t)((t->flags & TOKEN_CAPITAL ? SHAPE_CAPITAL_BIT : 0) | (t->flags & TOKEN_UPPER ? SHAPE_UPPER_BIT : 0) |
                            (first ? SHAPE_FIRST_BIT : 0));
}

void pos_views(struct pos_language *language, uint32_t first, uint32_t last, struct pos_window *out) {
    struct pos_view *views = &out->views[1];
    uint32_t count = out->count = last - first, ahead = 0;
    for (uint32_t i = 0; i < count; i++) view_token(language, &language->text->tokens.at[first + i], i == 0, &views[i]);
    views[-1] = views[count] = views[count + 1] = language->edge;
    for (uint32_t i = count; i-- > 0;) {
        views[i].ahead = ahead;
        bool before_name = views[i + 1].tags & BIT(TAG_PROPN) && views[i + 1].shape & SHAPE_CAPITAL_BIT;
        if (before_name && views[i].tags & (BIT(TAG_ADP) | BIT(TAG_DET))) views[i].tags |= BIT(TAG_PROPN); /* Van der Berg, De Vries */
        if (views[i].tags & POS_VERB_TAGS)
            ahead = views[i].key;
        else if (views[i].tags == BIT(TAG_PUNCT) || views[i].tags & BIT(TAG_SCONJ))
            ahead = 1;
    }
}

/* The first sense that has the tag gives lemma and forms. */
static inline void settle(struct pos_language *language, struct token *t, enum pos_tag tag) {
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
    const struct known_spelling *known = known_of(language, t);
    for (size_t i = 0; i < COUNT_OF(known->senses); i++) {
        if (known->senses[i].tag != tag && !(tag == TAG_PROPN && known->senses[i].tag == TAG_NOUN)) continue;
        t->lemma = known->senses[i].lemma;
        if (known->senses[i].forms) t->forms = known->senses[i].forms;
        return;
    }
    const struct lexicon_sense *senses; /* a word of more tags than are remembered */
    size_t count = lexicon_senses(language->text->words, t->word, &senses);
    for (size_t i = 0; i < count; i++) {
        if (tag_of(senses[i].pos, senses[i].forms) != tag || (t->lemma && !spoken(&senses[i], language->lang))) continue;
        t->lemma = senses[i].lemma;
        if (senses[i].forms) t->forms = senses[i].forms;
        if (spoken(&senses[i], language->lang)) return;
    }
}

static void choose(struct pos_language *language, struct token *tokens, uint32_t first, uint32_t last) {
    struct pos_window window;
    uint8_t tags[POS_WINDOW];
    pos_views(language, first, last, &window);
    pos_decode(&window, pos_vote, &language->weights, tags);
    for (uint32_t i = first; i < last; i++) settle(language, &tokens[i], (enum pos_tag)tags[i - first]);
}

void pos_choose(struct text *self, struct spellings *spellings) {
    struct pos_language *languages[3] = { NULL };
    for (uint32_t i = 0; i < self->sentences.count; i++) {
        const struct sentence *sentence = &self->sentences.at[i];
        uint8_t lang = self->blocks.at[sentence->block].lang;
        if (!languages[lang]) languages[lang] = pos_language_start(self, spellings, lang);
        for (uint32_t at = sentence->first; at < sentence->last; at += POS_WINDOW)
            choose(languages[lang], self->tokens.at, at, sentence->last - at > POS_WINDOW ? at + POS_WINDOW : sentence->last);
    }
    pos_opening(self);
}
