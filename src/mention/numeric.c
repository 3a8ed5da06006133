/* Walks the sentences once for times and quantities: marks the tokens that either may begin with or hold, and calls their grammars only
 * where there are such marks. See numeric.h.
 *
 * Most tokens are marked by their spelling alone, whatever stands around them: that is found once and kept by spelling, as most words of a
 * text come back. */
#include "mention/numeric.h"
#include "mention/quantity.h"
#include "mention/timex.h"
#include "mention/words.h"

enum { NUMERAL_SHORTEST = 6, NUMERAL_IN_TIME_SHORTEST = 8, LONGEST_MIXED = 23, LONGEST_SIGN = 3 };
enum { MARKS_TIME = MARK_ANCHOR | MARK_GLUE, MARKS_ALL = MARKS_TIME | MARK_QUANTITY };

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

/* What is kept of a spelling besides its marks. */
enum told {
    TOLD = 8,              /* it was asked */
    TOLD_IN_PART = 16,     /* one of the following holds */
    TOLD_ARTICLE = 32,     /* it makes a fraction of what follows: "een derde" */
    TOLD_UNLESS_FIRST = 64 /* at the beginning of a sentence its capital says nothing */
};
struct walk {
    const struct text *text;
    const struct sentence *sentence;
    enum language lang;
    struct role_memory roles;
    uint8_t *told[LANGUAGE_ENGLISH + 1]; /* by language of the sentence, once there is one, and by spelling */
    ARRAY(uint8_t) marks;                /* by token of the sentence */
    ARRAY(uint32_t) meetings;            /* sentences that may name one */
};

static bool word_has(const struct text *text, uint32_t word, uint64_t bits, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bits & CLASS_BIT(classes[i]) && lexicon_word_class(text->words, word, classes[i], NULL)) return true;
    return false;
}

static bool lemma_has(const struct text *text, uint32_t lemma, uint64_t bits, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (bits & CLASS_BIT(classes[i]) && lexicon_lemma_class(text->words, lemma, classes[i], NULL)) return true;
    return false;
}

/* What the classes of a word say. */
static uint8_t class_mark(const struct text *text, uint32_t word) {
    const uint64_t bits = lexicon_word_mask(text->words, word);
    int32_t join;
    uint8_t mark = word_has(text, word, bits, anchor_classes, COUNT_OF(anchor_classes)) ? MARK_ANCHOR
                   : word_has(text, word, bits, glue_classes, COUNT_OF(glue_classes))   ? MARK_GLUE
                                                                                        : 0;
    if (word_has(text, word, bits, start_classes, COUNT_OF(start_classes)) ||
        (lexicon_word_class(text->words, word, CLASS_NUMBER_JOIN, &join) && join == 3))
        mark |= MARK_QUANTITY;
    return mark;
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

/* "mid-2023", "twenty-five", "pre-May" may hold a time, and so may what begins or ends in a sign ("'s", "Wet-"); "follow-up", "i.v.m." and
 * "Under-Secretary" hold none. */
static bool mixed_may_hold_time(struct walk *self, slice spelling) {
    const struct text *text = self->text;
    double value;
    bool ordinal;
    for (size_t at = 0, next = 0; at < spelling.size; at = next) {
        uint32_t character = utf8_next(spelling, &next);
        if (character >= '0' && character <= '9') return true;
        if (!unicode_is_letter(character)) {
            if (character != '-' && character != '.') return true;
            if (at == 0 || (next == spelling.size && character == '-')) return true;
            continue;
        }
        for (size_t after = next; after < spelling.size; next = after)
            if (!unicode_is_letter(utf8_next(spelling, &after))) break;
        slice part = { spelling.data + at, next - at };
        uint32_t word = lexicon_find(text->words, part);
        if (word ? class_mark(text, word) & MARKS_TIME : number_of_word(text, part, self->lang, &value, &ordinal)) return true;
    }
    return false;
}

/* A word or abbreviation by its spelling. */
static uint8_t word_tell(struct walk *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    static const uint64_t concerned = anchor_bits | glue_bits | start_bits | LEXICON_NUMERAL;
    if (t->word && !t->mixed && !(text->classes[token] & concerned)) return 0; /* most */
    slice spelling = token_text(text, token);
    uint8_t classes = t->word ? class_mark(text, t->word) : 0, time = classes & MARKS_TIME;
    if (!time && t->mixed && spelling.size <= LONGEST_MIXED && mixed_may_hold_time(self, spelling)) time = MARK_ANCHOR;
    if (classes & MARK_QUANTITY) return time | MARK_QUANTITY;
    if (word_roles(&self->roles, text, t->word, LANGUAGE_UNKNOWN) >> ROLE_A & 1) return time | TOLD_IN_PART | TOLD_ARTICLE;
    if (!t->word && t->flags & TOKEN_UPPER && spelling.size > 3 && spelling.data[spelling.size - 1] >= '0' &&
        spelling.data[spelling.size - 1] <= '9')
        return time | MARK_QUANTITY; /* EUR100 */
    /* Numbers that no table has, said in one word: "vijfentwintig"; names are none. */
    if (spelling.size < NUMERAL_SHORTEST) return time;
    if (!t->word && t->flags & TOKEN_CAPITAL && token > self->sentence->first) return time | TOLD_IN_PART | TOLD_UNLESS_FIRST;
    double value;
    bool ordinal, numeral = !t->written || word_is(text->words, t->word, POS_BIT(POS_NUM)),
                  hyphen = t->word && t->mixed && memchr(spelling.data, '-', spelling.size);
    if (!time && numeral && spelling.size >= NUMERAL_IN_TIME_SHORTEST && number_of_word(text, spelling, self->lang, &value, &ordinal))
        time = MARK_ANCHOR;
    return (numeral || hyphen) && number_read_token(text, token) ? time | MARK_QUANTITY : time;
}

/* "een derde", "a third", "een miljoenste" */
static bool is_fraction_of(const struct walk *self, uint32_t token) {
    const struct text *text = self->text;
    if (token + 1 >= self->sentence->last || !text->tokens.at[token + 1].word) return false;
    return token_class(text, token + 1, CLASS_FRACTION, NULL) || token_class(text, token + 1, CLASS_FRACTION_OF, NULL) ||
           (token_class(text, token + 1, CLASS_MULTIPLIER, NULL) && token_class(text, token + 1, CLASS_ORDINAL, NULL));
}

static uint8_t word_mark(struct walk *self, uint32_t token) {
    const struct token *t = &self->text->tokens.at[token];
    uint8_t *kept = &self->told[self->lang][t->spelling], told = *kept;
    if (!told || told & TOLD_UNLESS_FIRST || t->flags & TOKEN_JOINED) {
        told = word_tell(self, token) | TOLD;
        bool inside = t->word || !(t->flags & TOKEN_CAPITAL) || token > self->sentence->first;
        if (!(t->flags & TOKEN_JOINED) && inside) *kept = told;
    }
    uint8_t mark = told & MARKS_ALL;
    return told & TOLD_ARTICLE && is_fraction_of(self, token) ? mark | MARK_QUANTITY : mark;
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

/* A sign; a long row of dots or dashes stands in no time. */
static uint8_t sign_mark(const struct walk *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    uint8_t *kept = &self->told[self->lang][t->spelling], told = *kept;
    if (!told || t->end - t->start > LONGEST_SIGN) {
        slice spelling = token_text(text, token);
        told = TOLD | (t->word ? class_mark(text, t->word) & MARKS_TIME : 0);
        if (told == TOLD && spelling.size <= LONGEST_SIGN && !breaks_window(spelling.data[0])) told |= MARK_GLUE;
        if (t->shape == SHAPE_SYMBOL) told |= MARK_QUANTITY;
        if (memchr("._-*=", spelling.data[0], 5)) told |= TOLD_IN_PART; /* its token may be a row of it */
        if (spelling.size <= LONGEST_SIGN) *kept = told;
    }
    return told & MARKS_ALL;
}

static uint8_t token_mark(struct walk *self, uint32_t token) {
    const struct token *t = &self->text->tokens.at[token];
    uint8_t mark;
    switch (t->shape) {
    case SHAPE_NUMBER:
        mark = MARK_ANCHOR | MARK_QUANTITY;
        break;
    case SHAPE_ALNUM:
        mark = t->end - t->start <= LONGEST_MIXED ? MARK_ANCHOR | MARK_QUANTITY : MARK_QUANTITY;
        break;
    case SHAPE_WORD:
    case SHAPE_ABBREVIATION:
        mark = word_mark(self, token);
        return t->flags & TOKEN_FOOTNOTE_MARK ? mark & MARK_QUANTITY : mark;
    case SHAPE_PUNCT:
    case SHAPE_SYMBOL:
        mark = sign_mark(self, token);
        return t->flags & TOKEN_FOOTNOTE_MARK ? mark & MARK_QUANTITY : mark;
    default:
        return 0;
    }
    return t->flags & TOKEN_FOOTNOTE_MARK ? 0 : mark;
}

/* Marks the tokens of the sentence; returns all marks together. */
static uint8_t sentence_mark(struct walk *self, arena *memory) {
    const struct sentence *sentence = self->sentence;
    const uint8_t *all_told = self->told[self->lang];
    uint8_t all = 0;
    uint64_t classes = 0;
    struct phrase inside = { 0 };
    while (self->marks.capacity < sentence->last - sentence->first)
        self->marks.at = array_grow(memory, self->marks.at, &self->marks.capacity, sizeof *self->marks.at);
    uint8_t *marks = self->marks.at;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const struct token *t = &self->text->tokens.at[i];
        uint8_t told = all_told[t->spelling], mark;
        classes |= self->text->classes[i];
        if ((told & (TOLD | TOLD_IN_PART)) == TOLD && !t->phrase && !(t->flags & (TOKEN_FOOTNOTE_MARK | TOKEN_JOINED))) /* most */
            mark = told & MARKS_ALL;
        else {
            mark = token_mark(self, i);
            if (t->phrase) {
                struct phrase phrase = times_phrase(self, i);
                if (phrase.starts && t->word && (t->shape == SHAPE_WORD || t->shape == SHAPE_ABBREVIATION)) mark |= MARK_QUANTITY;
                if (i >= inside.last && phrase.time) inside = phrase;
            }
        }
        if (i < inside.last && inside.time > (mark & MARKS_TIME)) mark = (mark & MARK_QUANTITY) | inside.time;
        *marks++ = mark;
        all |= mark;
    }
    if (classes & CLASS_BIT(CLASS_MEETING_NOUN)) ARRAY_PUSH(memory, &self->meetings) = (uint32_t)(sentence - self->text->sentences.at);
    return all;
}

/* The tokens that a grammar may look at: the windows of marked tokens around each start, and as far as a quantity reaches. */
static void tokens_marked(const struct walk *self, uint32_t *first, uint32_t *last) {
    const struct sentence *sentence = self->sentence;
    const uint8_t *marks = self->marks.at, starts = MARK_ANCHOR | MARK_QUANTITY;
    uint32_t count = sentence->last - sentence->first, from = 0, to = count, reach;
    while (!(marks[from] & starts)) from++;
    from = from > QUANTITY_BEFORE ? from - QUANTITY_BEFORE : 0;
    while (from && marks[from - 1] & MARKS_TIME) from--;
    while (!(marks[to - 1] & starts)) to--;
    reach = to + QUANTITY_ATOMS;
    while (to < count && marks[to] & MARKS_TIME) to++;
    if (to < reach) to = reach < count ? reach : count;
    *first = sentence->first + from;
    *last = sentence->first + to;
}

void numeric_find(arena *memory, const struct text *text, struct mentions *times, struct mentions *quantities) {
    struct walk *self = arena_alloc(memory, sizeof *self);
    struct timex_finder *timex = timex_finder_new(memory, text, &self->roles);
    struct quantity_finder *quantity = quantity_finder_new(memory, text);
    struct atom_reader atoms = { .memory = memory, .text = text, .roles = &self->roles };
    self->text = text;
    times->roles = &self->roles;
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        self->sentence = &text->sentences.at[i];
        self->lang = sentence_language(text, self->sentence);
        if (!self->told[self->lang]) self->told[self->lang] = arena_alloc(memory, text->spellings.count);
        uint8_t marks = sentence_mark(self, memory);
        if (!(marks & (MARK_ANCHOR | MARK_QUANTITY))) continue;
        uint32_t first, last;
        tokens_marked(self, &first, &last);
        atoms_of_sentence(&atoms, self->sentence, first, last);
        if (marks & MARK_ANCHOR) timex_sentence(timex, &atoms, self->marks.at, times);
        if (marks & MARK_QUANTITY) quantity_sentence(quantity, &atoms, self->marks.at, quantities);
    }
    timex_events_find(memory, text, &self->roles, self->meetings.at, self->meetings.count, times);
    quantity_complete(quantities);
}
