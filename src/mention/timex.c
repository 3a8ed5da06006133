/* Finds times: cuts each sentence into windows of words that may belong to a time, parses each (timex_chart.c), keeps the longest readings.
 *
 * Most tokens end here after one look at the mask of their word's classes. A window is a run of such words that holds at least one that
 * can carry a time by itself: a number, a month, "morgen", "jaarlijks", but not "van" or "de". */
#include "mention/timex.h"

enum { HEAD_TOKENS = 300, MEETING_BEFORE = 250 };
enum part_of_window { WINDOW_NOT, WINDOW_GLUE, WINDOW_ANCHOR };

static uint64_t class_bits(const enum lexicon_class *classes, size_t count) {
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++) bits |= (uint64_t)1 << (classes[i] & 63);
    return bits;
}

enum { CACHE_SIZE = 1024 };
struct word_kind {
    uint32_t word;
    uint8_t part;
    bool numeral; /* the vocabulary knows it as one: "vijfentwintig" */
};

struct finder {
    struct timex_context context;
    uint64_t anchors, glue; /* classes, as bits of lexicon_word_mask */
    uint16_t rules_of_slot[SLOT_COUNT + 1];
    struct rule_entry *rule_order;
    struct word_kind cache[CACHE_SIZE]; /* what the last words were: most words of a text come back */
    bool minutes;                       /* the day of the meeting is still sought */
};

static const enum lexicon_class anchor_classes[] = { CLASS_MONTH,     CLASS_WEEKDAY,     CLASS_SEASON,  CLASS_UNIT_CODE,
                                                     CLASS_DAY_NAMED, CLASS_DAY_PART,    CLASS_HOLIDAY, CLASS_TIME_VAGUE,
                                                     CLASS_FREQUENCY, CLASS_CLOCK_NAMED, CLASS_NUMERAL, CLASS_ORDINAL };
static const enum lexicon_class glue_classes[] = { CLASS_TIME_WORD,    CLASS_TIME_PAST,   CLASS_TIME_FUTURE,
                                                   CLASS_TIME_PRESENT, CLASS_TIME_MOD,    CLASS_APPROXIMATOR,
                                                   CLASS_MULTIPLIER,   CLASS_NUMBER_TEXT, CLASS_NUMBER_JOIN };

static bool has_class(const struct text *text, uint32_t word, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (lexicon_word_class(text->words, word, classes[i], NULL)) return true;
    return false;
}

static enum part_of_window word_read(const struct finder *self, uint32_t word) {
    uint64_t mask = lexicon_word_mask(self->context.text->words, word);
    if (!(mask & (self->anchors | self->glue))) return WINDOW_NOT;
    if (mask & self->anchors && has_class(self->context.text, word, anchor_classes, COUNT_OF(anchor_classes))) return WINDOW_ANCHOR;
    if (mask & self->glue && has_class(self->context.text, word, glue_classes, COUNT_OF(glue_classes))) return WINDOW_GLUE;
    return WINDOW_NOT;
}

static struct word_kind word_kind(struct finder *self, uint32_t word) {
    struct word_kind *kind = &self->cache[word % CACHE_SIZE];
    if (kind->word == word) return *kind;
    *kind = (struct word_kind){ word, (uint8_t)word_read(self, word), false };
    const struct lexicon_sense *senses;
    for (size_t i = word ? lexicon_senses(self->context.text->words, word, &senses) : 0; i-- > 0;)
        kind->numeral |= senses[i].pos == POS_NUM;
    return *kind;
}

static enum part_of_window word_part(struct finder *self, uint32_t word) { return (enum part_of_window)word_kind(self, word).part; }

static enum part_of_window token_part(struct finder *self, uint32_t index) {
    const struct text *text = self->context.text;
    const struct token *token = &text->tokens.at[index];
    if (token->flags & TOKEN_FOOTNOTE_MARK) return WINDOW_NOT;
    switch (token->shape) {
    case SHAPE_NUMBER:
        return WINDOW_ANCHOR;
    case SHAPE_ALNUM:
        return token->end - token->start < 24 ? WINDOW_ANCHOR : WINDOW_NOT;
    case SHAPE_WORD:
    case SHAPE_ABBREVIATION: {
        struct word_kind kind = word_kind(self, token->word);
        if (kind.part) return (enum part_of_window)kind.part;
        uint32_t size = token->flags & TOKEN_JOINED ? token->text_size : token->end - token->start;
        if (token->mixed && size < 24) return WINDOW_ANCHOR; /* "Q1", "mid-2023", "'s": letters with something else */
        bool numeral =
            kind.numeral || (!token->word && (!(token->flags & TOKEN_CAPITAL) || index == self->context.sentence->first)); /* no name */
        if (!numeral || size < 8) return WINDOW_NOT;
        double value;
        bool ordinal;
        return number_of_word(text, token_text(text, index), self->context.lang, &value, &ordinal) ? WINDOW_ANCHOR : WINDOW_NOT;
    }
    case SHAPE_PUNCT:
    case SHAPE_SYMBOL: {
        if (token->word && word_part(self, token->word)) return word_part(self, token->word);
        slice spelling = token_text(text, index);
        return spelling.size < 4 && !strchr(";!?\"[]{}", spelling.data[0]) ? WINDOW_GLUE : WINDOW_NOT;
    }
    default:
        return WINDOW_NOT;
    }
}

/* What stands right before or after a number says that it is no year: "nr. 2021", "2021 euro", "€ 2000", "2030%". */
static bool year_stands(const struct timex_context *self, const struct node *node) {
    const struct text *text = self->text;
    const struct atom *atom = &self->atoms[node->last - 1];
    uint32_t first = self->atoms[node->first].token, last = atom->token + 1;
    int year = node->year;
    if (atom->kind == ATOM_DIGITS && (year < 1600 || year >= 2200)) return false;
    static const enum lexicon_class before[] = { CLASS_REFERENCE_HEAD, CLASS_CURRENCY, CLASS_SECTION_LABEL };
    static const enum lexicon_class after[] = { CLASS_CURRENCY, CLASS_UNIT, CLASS_MULTIPLIER };
    if (first > self->sentence->first && text->tokens.at[first - 1].word &&
        has_class(text, text->tokens.at[first - 1].word, before, COUNT_OF(before)) &&
        !lexicon_word_class(text->words, text->tokens.at[first - 1].word, CLASS_TIME_WORD, NULL))
        return false;
    if (last < self->sentence->last && text->tokens.at[last].word && has_class(text, text->tokens.at[last].word, after, COUNT_OF(after)))
        return false;
    if (atom->kind != ATOM_DIGITS) { /* in words: only after a preposition of time */
        return node->first > 0 && node->lead == 0 && self->atoms[node->first - 1].kind == ATOM_WORD;
    }
    /* Part of a longer number: 2010-2015-86, 28 676, 2021/45, 0.2021 */
    uint32_t begin = node->first + node->lead, end = node->last;
    if (begin > 0) {
        const struct atom *left = &self->atoms[begin - 1];
        if (atom[0].glued && (left->kind == ATOM_DIGITS || left->kind == ATOM_OPAQUE || (left->sign && !strchr("('=<>~", left->sign))))
            return false;
        if (left->kind == ATOM_DIGITS && (self->atoms[begin].start == left->end + 1)) return false;
    }
    if (end < self->atom_count) {
        const struct atom *right = &self->atoms[end];
        bool more = end + 1 < self->atom_count && self->atoms[end + 1].glued && self->atoms[end + 1].kind == ATOM_DIGITS;
        if (right->glued &&
            (right->kind == ATOM_OPAQUE || right->sign == '%' || (more && right->sign && right->sign != '-' && right->sign != '~')))
            return false;
        if (right->glued && right->sign == '-' && more) return false;
        if (right->kind == ATOM_DIGITS && right->start == atom->end + 1 && right->digits == 3) return false;
    }
    return true;
}

/* Readings that only hold in the right surroundings. */
static bool node_allowed(const struct timex_context *self, const struct node *node) {
    if (node->kind == NODE_DATE && (node->fields == F_YEAR) && !(node->flags & NODE_RELATIVE) && node->last - node->first - node->lead == 1)
        return year_stands(self, node);
    return true;
}

/* Minutes are dated by their publication, but "volgende week" is said at the meeting: "… hebben op 14 oktober 2021 overleg gevoerd". The
 * first full date after "op" in their head, up to MEETING_BEFORE days before the record's date, is the day that times are reckoned from. */
static bool is_meeting_day(const struct timex_context *self, const struct mention *m) {
    if (!date_known(m->from) || date_compare(m->from, m->to) != 0 || m->first == 0 || m->first > HEAD_TOKENS || m->mod ||
        strlen(m->value) != 10)
        return false;
    int32_t days = date_to_days(self->text->record->date) - date_to_days(m->from);
    if (days < 0 || days > MEETING_BEFORE || self->text->tokens.at[m->last - 1].shape != SHAPE_NUMBER) return false;
    return word_roles(self->text, self->text->tokens.at[m->first - 1].word, self->lang) >> ROLE_ON & 1;
}

static void window_read(struct finder *self, uint32_t first, uint32_t last, struct mentions *out) {
    struct timex_context *context = &self->context;
    uint16_t chosen[WINDOW_MAX];
    context->atom_count = atoms_read(context->text, first, last, context->atoms, WINDOW_MAX);
    context->tense = TENSE_UNREAD;
    if (!context->atom_count) return;
    if (!context->nodes) {
        context->nodes = arena_alloc(context->memory, NODES_MAX * sizeof *context->nodes);
        context->ends = arena_alloc(context->memory, NODES_MAX * sizeof *context->ends);
    }
    timex_parse(context);
    uint32_t count = timex_choose(context, chosen, WINDOW_MAX);
    for (uint32_t i = 0; i < count; i++) {
        struct mention mention;
        if (!node_allowed(context, &context->nodes[chosen[i]]) || !timex_mention(context, chosen[i], &mention)) continue;
        ARRAY_PUSH(context->memory, &out->all) = mention;
        if (self->minutes && is_meeting_day(context, &mention)) context->today = mention.from, self->minutes = false;
    }
}

/* Rules by the slot that they end in. */
static void rules_index(struct finder *self, arena *memory) {
    uint16_t count[SLOT_COUNT + 1] = { 0 };
    self->rule_order = arena_alloc(memory, timex_rule_count * sizeof *self->rule_order);
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < timex_rule_count; i++) {
            uint32_t last = 0;
            while (last + 1 < RULE_SLOTS && timex_rules[i].slots[last + 1] != RULE_END) last++;
            uint32_t slot = timex_rules[i].slots[last];
            if (pass == 0)
                count[slot]++;
            else
                self->rule_order[self->rules_of_slot[slot] + --count[slot]] =
                    (struct rule_entry){ .rule = (uint16_t)i,
                                         .before = last ? timex_rules[i].slots[last - 1] : RULE_END,
                                         .length = (uint8_t)(last + 1),
                                         .lang = timex_rules[i].lang };
        }
        if (pass == 0)
            for (uint32_t slot = 0; slot < SLOT_COUNT; slot++)
                self->rules_of_slot[slot + 1] = (uint16_t)(self->rules_of_slot[slot] + count[slot]);
    }
    self->context.rules_of_slot = self->rules_of_slot;
    self->context.rule_order = self->rule_order;
}

/* A phrase of the time vocabulary that starts here: "zo spoedig mogelijk", "in aanloop naar". How many tokens it takes; the longest. */
static uint32_t phrase_part(struct finder *self, const struct sentence *sentence, uint32_t first, enum part_of_window *part) {
    const struct text *text = self->context.text;
    uint32_t node = 0, length = 0;
    if (!text->tokens.at[first].phrase) return 0;
    for (uint32_t i = first; i < sentence->last && text->tokens.at[i].word; i++) {
        node = lexicon_step(text->words, node, text->tokens.at[i].word);
        if (node == LEXICON_NO_PATH) break;
        uint32_t lemma = i > first ? lexicon_phrase(text->words, node) : 0;
        if (!lemma) continue;
        enum part_of_window found = WINDOW_NOT;
        for (size_t c = 0; c < COUNT_OF(anchor_classes); c++)
            if (lexicon_lemma_class(text->words, lemma, anchor_classes[c], NULL)) found = WINDOW_ANCHOR;
        for (size_t c = 0; c < COUNT_OF(glue_classes) && !found; c++)
            if (lexicon_lemma_class(text->words, lemma, glue_classes[c], NULL)) found = WINDOW_GLUE;
        if (found) *part = found, length = i + 1 - first;
    }
    return length;
}

static void sentence_read(struct finder *self, const struct sentence *sentence, struct mentions *out) {
    uint32_t first = sentence->first;
    bool anchored = false;
    uint32_t covered = 0;
    enum part_of_window inside = WINDOW_NOT;
    self->context.sentence = sentence;
    self->context.lang = sentence_language(self->context.text, sentence);
    for (uint32_t i = sentence->first; i <= sentence->last; i++) {
        enum part_of_window part = i < sentence->last ? token_part(self, i) : WINDOW_NOT, whole = WINDOW_NOT;
        if (i < sentence->last && i >= covered) {
            uint32_t length = phrase_part(self, sentence, i, &whole);
            if (length) covered = i + length, inside = whole;
        }
        if (i < covered && inside > part) part = inside;
        bool full = i - first >= WINDOW_MAX - 8;
        if (part && !full) {
            anchored |= part == WINDOW_ANCHOR;
            continue;
        }
        if (anchored) window_read(self, first, i, out);
        first = part ? i : i + 1;
        anchored = part == WINDOW_ANCHOR;
    }
}

void timex_find(arena *memory, const struct text *text, struct mentions *out) {
    struct finder *self = arena_alloc(memory, sizeof *self);
    uint32_t first = out->all.count;
    self->context.memory = memory;
    self->context.text = text;
    self->context.today = text->record->date;
    self->anchors = class_bits(anchor_classes, COUNT_OF(anchor_classes));
    self->glue = class_bits(glue_classes, COUNT_OF(glue_classes));
    self->minutes = text->record->genre == GENRE_MINUTES && date_known(text->record->date);
    rules_index(self, memory);
    for (uint32_t i = 0; i < text->sentences.count; i++) sentence_read(self, &text->sentences.at[i], out);
    timex_events_find(memory, text, out, first);
}
