/* Walks the sentences once for times and quantities: marks the tokens that either may begin with or hold, and calls their grammars only
 * where there are such marks. See numeric.h.
 *
 * Most tokens are told by the bits of their word's classes alone. What takes longer (two classes share a bit; is it a numeral?) is kept by
 * word, as most words of a text come back. */
#include "mention/numeric.h"
#include "mention/quantity.h"
#include "mention/timex.h"
#include "mention/words.h"

enum { KNOWN_WORDS = 512, NUMERAL_SHORTEST = 6, NUMERAL_IN_TIME_SHORTEST = 8, LONGEST_MIXED = 23 };

#define BITS2(a, b) (CLASS_BIT(CLASS_##a) | CLASS_BIT(CLASS_##b))
#define BITS4(a, b, c, d) (BITS2(a, b) | BITS2(c, d))
static const enum lexicon_class anchor_classes[] = { CLASS_MONTH,     CLASS_WEEKDAY,     CLASS_SEASON,  CLASS_UNIT_CODE,
                                                     CLASS_DAY_NAMED, CLASS_DAY_PART,    CLASS_HOLIDAY, CLASS_TIME_VAGUE,
                                                     CLASS_FREQUENCY, CLASS_CLOCK_NAMED, CLASS_NUMERAL, CLASS_ORDINAL };
static const uint64_t anchor_bits = BITS4(MONTH, WEEKDAY, SEASON, UNIT_CODE) | BITS4(DAY_NAMED, DAY_PART, HOLIDAY, TIME_VAGUE) |
                                    BITS4(FREQUENCY, CLOCK_NAMED, NUMERAL, ORDINAL);
static const enum lexicon_class glue_classes[] = { CLASS_TIME_WORD,    CLASS_TIME_PAST,   CLASS_TIME_FUTURE,
                                                   CLASS_TIME_PRESENT, CLASS_TIME_MOD,    CLASS_APPROXIMATOR,
                                                   CLASS_MULTIPLIER,   CLASS_NUMBER_TEXT, CLASS_NUMBER_JOIN };
static const uint64_t glue_bits = BITS4(TIME_WORD, TIME_PAST, TIME_FUTURE, TIME_PRESENT) |
                                  BITS4(TIME_MOD, APPROXIMATOR, MULTIPLIER, NUMBER_TEXT) | CLASS_BIT(CLASS_NUMBER_JOIN);
static const enum lexicon_class start_classes[] = { CLASS_NUMERAL,      CLASS_ORDINAL,    CLASS_NUMBER_TEXT, CLASS_CURRENCY,
                                                    CLASS_APPROXIMATOR, CLASS_MULTIPLIER, CLASS_FRACTION };
static const uint64_t start_bits = BITS4(NUMERAL, ORDINAL, NUMBER_TEXT, CURRENCY) | BITS4(APPROXIMATOR, MULTIPLIER, FRACTION, NUMBER_JOIN);
static const enum lexicon_class phrase_classes[] = { CLASS_APPROXIMATOR, CLASS_CURRENCY };

struct known_word {
    uint32_t word;
    uint8_t mark;
    bool article;
};
struct walk {
    const struct text *text;
    const struct sentence *sentence;
    enum language lang;
    struct role_memory roles;
    struct known_word known[KNOWN_WORDS];
    ARRAY(uint8_t) marks; /* by token of the sentence */
};

static bool has_class(const struct lexicon_classes *has, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (has->bits[classes[i] / 64] & CLASS_BIT(classes[i])) return true;
    return false;
}

static bool lemma_has(const struct text *text, uint32_t lemma, uint64_t bits, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bits & CLASS_BIT(classes[i]) && lexicon_lemma_class(text->words, lemma, classes[i], NULL)) return true;
    return false;
}

/* What the classes of a word say, of which the bits are given. */
static const struct known_word *word_known(struct walk *self, uint32_t word, uint64_t bits) {
    struct known_word *known = &self->known[word % KNOWN_WORDS];
    const struct text *text = self->text;
    int32_t join;
    if (known->word == word) return known;
    const struct lexicon_classes has = lexicon_word_classes(text->words, word);
    *known = (struct known_word){ .word = word };
    known->mark = has_class(&has, anchor_classes, COUNT_OF(anchor_classes)) ? MARK_ANCHOR
                  : has_class(&has, glue_classes, COUNT_OF(glue_classes))   ? MARK_GLUE
                                                                            : 0;
    if (has_class(&has, start_classes, COUNT_OF(start_classes)) ||
        (bits & CLASS_BIT(CLASS_NUMBER_JOIN) && lexicon_word_class(text->words, word, CLASS_NUMBER_JOIN, &join) && join == 3))
        known->mark |= MARK_QUANTITY;
    known->article = bits & CLASS_BIT(CLASS_TIME_WORD) && word_roles(&self->roles, text, word, LANGUAGE_UNKNOWN) >> ROLE_A & 1;
    return known;
}

/* "zo spoedig mogelijk", "meer dan", "US $": what an entry of several words that begins at a token is. */
struct phrase {
    uint32_t last; /* token behind the longest one that belongs to times */
    uint8_t time;
    bool starts; /* one says how exact a quantity is, or in what currency */
};

static struct phrase times_phrase(const struct walk *self, uint32_t first) {
    const struct text *text = self->text;
    struct phrase out = { .last = first };
    uint32_t node = 0;
    for (uint32_t i = first; i < self->sentence->last && text->tokens.at[i].word; i++) {
        node = lexicon_step(text->words, node, text->tokens.at[i].word);
        if (node == LEXICON_NO_PATH) break;
        uint32_t lemma = i > first ? lexicon_phrase(text->words, node) : 0;
        uint64_t bits = lemma ? lexicon_lemma_mask(text->words, lemma) : 0;
        uint8_t time = lemma_has(text, lemma, bits & anchor_bits, anchor_classes, COUNT_OF(anchor_classes)) ? MARK_ANCHOR
                       : lemma_has(text, lemma, bits & glue_bits, glue_classes, COUNT_OF(glue_classes))     ? MARK_GLUE
                                                                                                            : 0;
        if (time) out.time = time, out.last = i + 1;
        out.starts |= lemma_has(text, lemma, bits, phrase_classes, COUNT_OF(phrase_classes));
    }
    return out;
}

/* A word or abbreviation; `starts`: it begins a phrase before a quantity. */
static uint8_t word_mark(struct walk *self, uint32_t token, bool starts) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    uint64_t bits = text->classes[token];
    struct known_word known = { 0 };
    if (bits & (anchor_bits | glue_bits | start_bits)) known = *word_known(self, t->word, bits);
    uint8_t time = known.mark & (MARK_ANCHOR | MARK_GLUE);
    slice spelling = token_text(text, token);
    if (!time && t->mixed && spelling.size <= LONGEST_MIXED) time = MARK_ANCHOR; /* "Q1", "mid-2023", "'s" */
    if (known.mark & MARK_QUANTITY || (starts && t->word)) return time | MARK_QUANTITY;
    if (known.article && token + 1 < self->sentence->last && text->tokens.at[token + 1].word) /* "een derde" */
        return token_class(text, token + 1, CLASS_FRACTION, NULL) || token_class(text, token + 1, CLASS_FRACTION_OF, NULL) ||
                       (token_class(text, token + 1, CLASS_MULTIPLIER, NULL) && token_class(text, token + 1, CLASS_ORDINAL, NULL))
                   ? time | MARK_QUANTITY
                   : time;
    if (!t->word && t->flags & TOKEN_UPPER && spelling.size > 3 && spelling.data[spelling.size - 1] >= '0' &&
        spelling.data[spelling.size - 1] <= '9')
        return time | MARK_QUANTITY; /* EUR100 */
    /* Numbers that no table has, said in one word: "vijfentwintig"; names are none. */
    if (spelling.size < NUMERAL_SHORTEST || (!t->word && t->flags & TOKEN_CAPITAL && token > self->sentence->first)) return time;
    double value;
    bool ordinal, numeral = !t->written || (bits & LEXICON_NUMERAL && word_is(text->words, t->word, POS_BIT(POS_NUM))),
                  hyphen = t->word && t->mixed && memchr(spelling.data, '-', spelling.size);
    if (!time && numeral && spelling.size >= NUMERAL_IN_TIME_SHORTEST && number_of_word(text, spelling, self->lang, &value, &ordinal))
        time = MARK_ANCHOR;
    return (numeral || hyphen) && number_read_token(text, token) ? time | MARK_QUANTITY : time;
}

static bool breaks_window(char sign) {
    switch (sign) {
    case ';':
    case '!':
    case '?':
    case '"':
    case '[':
    case ']':
    case '{':
    case '}':
    case '\0':
        return true;
    default:
        return false;
    }
}

static uint8_t token_mark(struct walk *self, uint32_t token, bool starts) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    uint8_t mark = 0;
    switch (t->shape) {
    case SHAPE_NUMBER:
        mark = MARK_ANCHOR | MARK_QUANTITY;
        break;
    case SHAPE_ALNUM:
        mark = t->end - t->start <= LONGEST_MIXED ? MARK_ANCHOR | MARK_QUANTITY : MARK_QUANTITY;
        break;
    case SHAPE_WORD:
    case SHAPE_ABBREVIATION:
        mark = word_mark(self, token, starts);
        return t->flags & TOKEN_FOOTNOTE_MARK ? mark & MARK_QUANTITY : mark;
    case SHAPE_PUNCT:
    case SHAPE_SYMBOL: {
        uint64_t bits = text->classes[token];
        slice spelling = token_text(text, token);
        if (bits & (anchor_bits | glue_bits)) mark = word_known(self, t->word, bits)->mark & (MARK_ANCHOR | MARK_GLUE);
        if (!mark && spelling.size < 4 && !breaks_window(spelling.data[0])) mark = MARK_GLUE;
        if (t->flags & TOKEN_FOOTNOTE_MARK) mark = 0;
        return t->shape == SHAPE_SYMBOL ? mark | MARK_QUANTITY : mark;
    }
    default:
        break;
    }
    return t->flags & TOKEN_FOOTNOTE_MARK ? 0 : mark;
}

/* Most tokens: a word that the vocabulary has, without any of the classes, that is no numeral. */
static inline bool is_plain(const struct text *text, uint32_t token) {
    const struct token *t = &text->tokens.at[token];
    return t->shape == SHAPE_WORD && t->word && !t->mixed &&
           !(text->classes[token] & (anchor_bits | glue_bits | start_bits | LEXICON_NUMERAL));
}

/* Marks the tokens of the sentence; returns all marks together. */
static uint8_t sentence_mark(struct walk *self, arena *memory) {
    const struct sentence *sentence = self->sentence;
    uint8_t all = 0;
    struct phrase inside = { 0 };
    while (self->marks.capacity < sentence->last - sentence->first)
        self->marks.at = array_grow(memory, self->marks.at, &self->marks.capacity, sizeof *self->marks.at);
    uint8_t *marks = self->marks.at;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        uint8_t mark = 0;
        if (!is_plain(self->text, i)) {
            struct phrase phrase = { 0 };
            if (self->text->tokens.at[i].phrase) phrase = times_phrase(self, i);
            mark = token_mark(self, i, phrase.starts);
            if (i >= inside.last && phrase.time) inside = phrase;
        }
        if (i < inside.last && inside.time > (mark & (MARK_ANCHOR | MARK_GLUE))) mark = (mark & MARK_QUANTITY) | inside.time;
        *marks++ = mark;
        all |= mark;
    }
    return all;
}

void numeric_find(arena *memory, const struct text *text, struct mentions *times, struct mentions *quantities) {
    struct walk *self = arena_alloc(memory, sizeof *self);
    struct timex_finder *timex = timex_finder_new(memory, text, &self->roles);
    struct quantity_finder *quantity = quantity_finder_new(memory, text);
    struct atom_reader atoms = { .memory = memory, .text = text, .roles = &self->roles };
    self->text = text;
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        self->sentence = &text->sentences.at[i];
        self->lang = sentence_language(text, self->sentence);
        uint8_t marks = sentence_mark(self, memory);
        if (!(marks & (MARK_ANCHOR | MARK_QUANTITY))) continue;
        atoms_of_sentence(&atoms, self->sentence);
        if (marks & MARK_ANCHOR) timex_sentence(timex, &atoms, self->marks.at, times);
        if (marks & MARK_QUANTITY) quantity_sentence(quantity, &atoms, self->marks.at, quantities);
    }
    timex_events_find(memory, text, &self->roles, times);
    quantity_complete(quantities);
}
