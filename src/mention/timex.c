/* Finds times: cuts each sentence into windows of words that may belong to a time, parses each (timex_chart.c), keeps the longest readings.
 *
 * A window is a run of marked tokens (numeric.h) that holds at least one that can carry a time by itself: a number, a month, "morgen",
 * "jaarlijks", but not "van" or "de". */
#include "mention/timex.h"

enum { HEAD_TOKENS = 300, MEETING_BEFORE = 250, WINDOW_TOKENS = WINDOW_MAX - 8 };
struct timex_finder {
    struct timex_context context;
    struct rule_group rules[SLOT_COUNT];
    struct atom_window window;
    bool minutes; /* the day of the meeting is still sought */
};

static bool has_class(const struct text *text, uint32_t word, const enum lexicon_class *classes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (lexicon_word_class(text->words, word, classes[i], NULL)) return true;
    return false;
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
    return word_roles(self->roles, self->text, self->text->tokens.at[m->first - 1].word, self->lang) >> ROLE_ON & 1;
}

/* Rules by the slot that they end in. */
static void rules_index(struct timex_finder *self, arena *memory) {
    struct rule_entry *entries = arena_alloc(memory, timex_rule_count * sizeof *entries);
    struct rule_entry *order = arena_alloc(memory, timex_rule_count * sizeof *order);
    uint16_t count[SLOT_COUNT] = { 0 }, first = 0;
    for (uint32_t i = 0; i < timex_rule_count; i++) {
        const uint8_t *slots = timex_rules[i].slots;
        uint8_t length = 1;
        while (length < RULE_SLOTS && slots[length] != RULE_END) length++;
        entries[i] = (struct rule_entry){
            .rule = (uint16_t)i, .before = length > 1 ? slots[length - 2] : RULE_END, .length = length, .lang = timex_rules[i].lang
        };
        count[slots[length - 1]]++;
    }
    for (uint32_t slot = 0; slot < SLOT_COUNT; slot++) {
        self->rules[slot].first = first;
        self->rules[slot].last = first = (uint16_t)(first + count[slot]);
    }
    for (uint32_t i = 0; i < timex_rule_count; i++) { /* from the back of each group */
        const struct rule_entry *entry = &entries[i];
        uint8_t slot = timex_rules[i].slots[entry->length - 1];
        struct rule_group *group = &self->rules[slot];
        order[group->first + --count[slot]] = *entry;
        if (entry->length == 1)
            group->alone = true;
        else
            group->before[entry->before / 64] |= (uint64_t)1 << (entry->before % 64);
    }
    self->context.rule_groups = self->rules;
    self->context.rule_order = order;
}

static void window_read(struct timex_finder *self, struct atom_reader *atoms, uint32_t first, uint32_t last, struct mentions *out) {
    struct timex_context *context = &self->context;
    uint16_t chosen[WINDOW_MAX];
    window_open(atoms, first, last, WINDOW_MAX, &self->window);
    context->atoms = self->window.at;
    context->atom_count = self->window.count;
    context->tense = TENSE_UNREAD;
    if (!context->nodes) {
        context->nodes = array_room(context->memory, NODES_MAX, sizeof *context->nodes);
        context->nodes[0] = (struct node){ 0 }; /* the open side of a range; the others are written before they are read */
        context->ends = array_room(context->memory, NODES_MAX, sizeof *context->ends);
        rules_index(self, context->memory);
    }
    timex_parse(context);
    uint32_t count = timex_choose(context, chosen, WINDOW_MAX);
    for (uint32_t i = 0; i < count; i++) {
        struct mention mention;
        if (!node_allowed(context, &context->nodes[chosen[i]]) || !timex_mention(context, chosen[i], &mention)) continue;
        ARRAY_PUSH(context->memory, &out->all) = mention;
        if (self->minutes && is_meeting_day(context, &mention)) context->today = mention.from, self->minutes = false;
    }
    window_close(&self->window);
}

/* "372", "28 676", "(1, 3 and" cut at its words: a plain number, or several with a comma or blank between, is no time unless it may be a
 * year; nor is one number word. */
static bool only_counts(const struct text *text, uint32_t first, uint32_t last) {
    static const uint64_t numbers = LEXICON_BIT(CLASS_NUMERAL) | LEXICON_BIT(CLASS_ORDINAL) | LEXICON_NUMERAL;
    const struct token *t = &text->tokens.at[first];
    if (last == first + 1 && t->shape == SHAPE_WORD && t->written && !t->mixed) return !(text->classes[first] & ~numbers);
    for (uint32_t i = first; i < last; i++) {
        slice spelling = token_text(text, i);
        if (text->tokens.at[i].shape == SHAPE_PUNCT) {
            if (spelling.size != 1 || !strchr(",()", spelling.data[0])) return false;
            continue;
        }
        if (text->tokens.at[i].shape != SHAPE_NUMBER || spelling.size == YEAR_SIZE) return false;
        for (size_t at = 0; at < spelling.size; at++)
            if (spelling.data[at] < '0' || spelling.data[at] > '9') return false;
    }
    return true;
}

/* Anchors are rare among the words that may stand beside them: each is sought, then the window around it. */
void timex_sentence(struct timex_finder *self, struct atom_reader *atoms, const uint8_t *marks, struct mentions *out) {
    const struct sentence *sentence = self->context.sentence = atoms->sentence;
    const uint8_t marked = MARK_ANCHOR | MARK_GLUE;
    uint32_t count = sentence->last - sentence->first, end = 0;
    self->context.lang = atoms->lang;
    for (uint32_t anchor = 0; anchor < count; anchor++) {
        if (!(marks[anchor] & MARK_ANCHOR)) continue;
        uint32_t first = anchor;
        while (first > end && marks[first - 1] & marked) first--;
        first = anchor - (anchor - first) % WINDOW_TOKENS; /* a longer run is cut into windows */
        end = anchor + 1;
        while (end < count && end - first < WINDOW_TOKENS && marks[end] & marked) end++;
        if (!only_counts(self->context.text, sentence->first + first, sentence->first + end))
            window_read(self, atoms, sentence->first + first, sentence->first + end, out);
        anchor = end - 1;
    }
}

struct timex_finder *timex_finder_new(arena *memory, const struct text *text, struct role_memory *roles) {
    struct timex_finder *self = arena_alloc(memory, sizeof *self);
    self->context.memory = memory;
    self->context.text = text;
    self->context.roles = roles;
    self->context.today = text->record->date;
    self->minutes = text->record->genre == GENRE_MINUTES && date_known(text->record->date);
    return self;
}
