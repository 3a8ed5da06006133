/* The chart: leaves from atoms and vocabulary, then every rule bottom-up, then the choice of the longest readings. See timex.h. */
#include "mention/timex.h"

#include <limits.h>
#include <stdlib.h>

static void slot_add(struct node *node, int slot) { node->slots[slot / 64] |= (uint64_t)1 << (slot % 64); }
static bool slot_has(const struct node *node, int slot) { return node->slots[slot / 64] >> (slot % 64) & 1; }

bool node_glued(const struct timex_context *self, const struct node *node) { return self->atoms[node->first].glued; }

/* What a number may be. */
static void number_slots(struct node *self) {
    double v = self->number;
    bool whole = v >= 0 && v <= INT_MAX && v == (int)v;
    if (self->flags & NODE_LATENT) { /* an ordinal */
        slot_add(self, N_ORDINAL);
        if (v >= 1 && v <= 31) slot_add(self, N_ORDINAL_DAY);
        return;
    }
    slot_add(self, N_ANY);
    if (!whole) return;
    slot_add(self, N_WHOLE);
    bool digits = self->digits > 0, small = self->digits <= 2;
    if (v >= 1 && v <= 31 && small) slot_add(self, N_DAY);
    if (v >= 1 && v <= 12 && small && digits) slot_add(self, N_MONTH);
    if (v <= 24 && small) slot_add(self, N_HOUR);
    if (v < 60 && self->digits == 2) slot_add(self, N_MINUTE);
    if (v >= 1 && v < 60 && small) slot_add(self, N_MINUTES);
    if ((self->digits == 4 && v >= 1000 && v < 3000) || (!digits && v >= 1100 && v < 2100)) slot_add(self, N_YEAR);
    if (self->digits == 2) slot_add(self, N_YEAR_SHORT);
    if ((self->digits == 2 || self->digits == 4 || !digits) && v >= 20 && v < 2100 && (int)v % 10 == 0) slot_add(self, N_DECADE);
    if (self->digits == 4 && (int)v / 100 < 25 && (int)v % 100 < 60) slot_add(self, N_CLOCK4);
}

static void date_slots(struct node *self) {
    uint32_t f = self->fields, day = f & FIELDS_DAY, clock = f & (FIELDS_CLOCK | F_PART);
    bool calendar = !clock, latent = self->flags & NODE_LATENT, prefixed = self->flags & NODE_PREFIXED, bare = !prefixed && self->mod == 0;
    slot_add(self, T_WRAP);
    if (prefixed) {
        if (clock && !(f & ~(uint32_t)(FIELDS_CLOCK | F_PART))) slot_add(self, T_LIMIT);
        return;
    }
    slot_add(self, T_POINT);
    slot_add(self, T_ANY);
    if (calendar) slot_add(self, T_CALENDAR);
    if (calendar && !day) slot_add(self, T_STRETCH);
    if (calendar && day && !(f & F_WEEK && !(f & F_WEEKDAY))) slot_add(self, T_DAY);
    if (clock && f & ~(uint32_t)(FIELDS_CLOCK | F_PART) && !(f & FIELDS_CLOCK)) slot_add(self, T_MOMENT);
    if (clock && !(f & ~(uint32_t)(FIELDS_CLOCK))) slot_add(self, T_CLOCK);
    if (f == F_PART) slot_add(self, T_PART);
    if (!bare) {
        if (f == F_PART || self->mod == MOD_APPROX) slot_add(self, T_PART * (f == F_PART) + T_ANY * (f != F_PART));
        return;
    }
    if (f == F_MONTH) slot_add(self, T_MONTH);
    if (f == F_WEEKDAY) slot_add(self, T_WEEKDAY);
    if (f == F_SEASON) slot_add(self, T_SEASON);
    if (f == F_YEAR) slot_add(self, T_YEAR);
    if (f == F_HOLIDAY) slot_add(self, T_HOLIDAY);
    if (f == F_DAY) slot_add(self, T_ORDINAL_DAY);
    if (f & F_WEEK && !day) slot_add(self, T_WEEK);
    if ((f & (F_DAY | F_MONTH)) == (F_DAY | F_MONTH) && !(f & F_YEAR) && calendar) slot_add(self, T_DAY_MONTH);
    if (calendar && f & (F_MONTH | F_QUARTER | F_HALF | F_SEASON | F_HOLIDAY | F_WEEK) && !(f & (F_YEAR | F_DECADE | F_CENTURY)) &&
        (!latent || f & F_DAY || f == F_MONTH))
        slot_add(self, T_NO_YEAR);
}

void node_set_slots(struct node *self) {
    switch (self->kind) {
    case LEAF_NUMBER:
        number_slots(self);
        break;
    case LEAF_UNIT:
        slot_add(self, T_UNIT);
        if (self->flags & NODE_PLURAL) slot_add(self, T_UNIT_PLURAL);
        break;
    case LEAF_RELATIVE:
        slot_add(self, T_RELATIVE);
        slot_add(self, self->direction < 0 ? T_PAST : self->direction > 0 ? T_FUTURE : T_PRESENT);
        break;
    case LEAF_MOD:
        slot_add(self, T_MOD);
        break;
    case LEAF_APPROX:
        slot_add(self, T_APPROX);
        break;
    case NODE_DATE:
        date_slots(self);
        break;
    case NODE_DURATION:
        slot_add(self, T_DURATION);
        slot_add(self, T_WRAP);
        break;
    case NODE_RANGE:
        slot_add(self, self->fields & (FIELDS_CLOCK | F_PART) ? T_CLOCK_RANGE : T_RANGE);
        slot_add(self, T_WRAP);
        break;
    case NODE_SET:
        slot_add(self, T_SET);
        break;
    case NODE_VAGUE:
        slot_add(self, T_VAGUE);
        slot_add(self, T_WRAP);
        if (self->text && strcmp(self->text, "PRESENT_REF") == 0 && !(self->flags & NODE_PREFIXED)) slot_add(self, T_POINT);
        break;
    default:
        break;
    }
}

uint16_t node_keep(struct timex_context *self, const struct node *node) {
    if (self->node_count >= NODES_MAX) return 0;
    self->nodes[self->node_count] = *node;
    return (uint16_t)self->node_count++;
}

/* Whether the chart has a node of the same extent that says the same. */
static bool node_known(const struct timex_context *self, const struct node *node) {
    for (uint16_t at = self->end_first[node->last]; at; at = self->ends[at]) {
        const struct node *other = &self->nodes[at];
        if (other->first != node->first || other->kind != node->kind) continue;
        if (other->fields == node->fields && other->mod == node->mod && other->slots[0] == node->slots[0] &&
            other->slots[1] == node->slots[1] && other->year == node->year && other->month == node->month && other->day == node->day &&
            other->hour == node->hour && other->minute == node->minute && other->flags == node->flags &&
            other->direction == node->direction && other->number == node->number && other->amount[0] == node->amount[0] &&
            other->week == node->week && other->lead == node->lead && other->unit == node->unit) {
            if (node->kind == NODE_RANGE || node->left) {
                const struct node *l = &self->nodes[node->left], *o = &self->nodes[other->left];
                if (l->fields != o->fields || l->year != o->year || l->month != o->month || l->day != o->day || l->hour != o->hour)
                    continue;
                l = &self->nodes[node->right], o = &self->nodes[other->right];
                if (l->fields != o->fields || l->year != o->year || l->month != o->month || l->day != o->day || l->hour != o->hour)
                    continue;
            }
            return true;
        }
    }
    return false;
}

static void node_add(struct timex_context *self, struct node *node) {
    node_set_slots(node);
    if (self->node_count >= NODES_MAX || node_known(self, node)) return;
    uint16_t index = (uint16_t)self->node_count++;
    self->nodes[index] = *node;
    /* Appended at the list's end, so that a walk over it also meets what the walk itself adds. */
    uint16_t *link = &self->end_first[node->last];
    while (*link) link = &self->ends[*link];
    *link = index;
    self->ends[index] = 0;
    self->end_slots[node->last][0] |= node->slots[0];
    self->end_slots[node->last][1] |= node->slots[1];
}

/* ---- leaves */
struct entry {
    const struct timex_context *context;
    uint32_t word, lemma;
    uint64_t mask; /* of the word or lemma */
};

static bool entry_class(const struct entry *self, enum lexicon_class class, int32_t *value) {
    if (!(self->mask & LEXICON_BIT(class))) return false;
    if (self->lemma) return lexicon_lemma_class(self->context->text->words, self->lemma, class, value);
    return word_class(self->context->text, self->word, self->context->lang, class, value);
}

static bool entry_plural(const struct entry *self, enum lexicon_class class) {
    const struct lexicon_sense *senses;
    size_t count = self->word ? lexicon_senses(self->context->text->words, self->word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if ((!senses[i].lang || senses[i].lang == self->context->lang) &&
            lexicon_lemma_class(self->context->text->words, senses[i].lemma, class, NULL))
            return senses[i].forms & FORM_PLURAL;
    return false;
}

static void leaf_date(struct timex_context *self, struct node leaf, uint32_t field, int32_t value) {
    leaf.kind = NODE_DATE;
    leaf.fields = field;
    switch (field) {
    case F_MONTH:
        leaf.month = (int8_t)(value % 100), leaf.flags |= value > 100 ? NODE_LATENT : 0;
        break;
    case F_WEEKDAY:
        leaf.weekday = (int8_t)(value % 100), leaf.flags |= value > 100 ? NODE_LATENT : 0;
        break;
    case F_SEASON:
        leaf.season = (int8_t)value;
        break;
    case F_PART:
        leaf.part = (int8_t)value;
        break;
    case F_HOLIDAY:
        leaf.text = lexicon_string(self->text->words, value).data;
        break;
    case F_DECADE:
        leaf.decade = (int16_t)value;
        break;
    default:
        break;
    }
    node_add(self, &leaf);
}

/* All that the vocabulary says of a word or phrase over the atoms [first, last). */
static void leaves_of(struct timex_context *self, const struct entry *entry, uint32_t first, uint32_t last) {
    struct node leaf = { .first = (uint8_t)first, .last = (uint8_t)last };
    const lexicon *words = self->text->words;
    int32_t value, part;
    uint64_t roles = !entry->lemma                                 ? self->atoms[first].roles
                     : entry_class(entry, CLASS_TIME_WORD, &value) ? timex_roles(lexicon_string(words, value))
                                                                   : 0;
    bool some = false;
    if (entry_class(entry, CLASS_MONTH, &value)) leaf_date(self, leaf, F_MONTH, value);
    if (entry_class(entry, CLASS_WEEKDAY, &value)) {
        if (entry_class(entry, CLASS_DAY_PART, &part)) { /* dinsdagochtend */
            struct node day = leaf;
            day.kind = NODE_DATE, day.fields = F_WEEKDAY | F_PART, day.weekday = (int8_t)value, day.part = (int8_t)part;
            node_add(self, &day);
        } else if (entry_plural(entry, CLASS_WEEKDAY)) { /* dinsdagen, Tuesdays */
            struct node day = leaf, set = leaf;
            day.kind = NODE_DATE, day.fields = F_WEEKDAY, day.weekday = (int8_t)(value % 100);
            set.kind = NODE_SET, set.fields = F_WEEKDAY, set.left = node_keep(self, &day);
            node_add(self, &set);
        } else
            leaf_date(self, leaf, F_WEEKDAY, value);
    }
    if (entry_class(entry, CLASS_SEASON, &value)) leaf_date(self, leaf, F_SEASON, value);
    if (entry_class(entry, CLASS_HOLIDAY, &value)) leaf_date(self, leaf, F_HOLIDAY, value);
    if (entry_class(entry, CLASS_DAY_NAMED, &value)) {
        struct node day = leaf;
        if (date_of_steps(self, 'D', value, &day)) {
            day.kind = NODE_DATE, day.flags |= NODE_RELATIVE;
            if (entry_class(entry, CLASS_DAY_PART, &part)) day.part = (int8_t)part, day.fields |= F_PART;
            node_add(self, &day);
        }
    } else if (entry_class(entry, CLASS_DAY_PART, &value) && !entry_class(entry, CLASS_WEEKDAY, NULL) &&
               !entry_plural(entry, CLASS_UNIT_CODE))
        leaf_date(self, leaf, F_PART, value);
    if (entry_class(entry, CLASS_CLOCK_NAMED, &value)) {
        struct node clock = leaf;
        clock.kind = NODE_DATE, clock.fields = F_HOUR | (value % 60 ? F_MINUTE : 0), clock.hour = (int8_t)(value / 60),
        clock.minute = (int8_t)(value % 60);
        node_add(self, &clock);
    }
    if (entry_class(entry, CLASS_UNIT_CODE, &value)) {
        struct node unit = leaf;
        unit.kind = LEAF_UNIT, unit.unit = (uint8_t)value;
        if (entry_plural(entry, CLASS_UNIT_CODE)) unit.flags |= NODE_PLURAL, roles &= ~((uint64_t)1 << ROLE_OCLOCK);
        unit.slots[0] = roles, some = true;
        node_add(self, &unit);
    }
    for (int i = 0; i < 3; i++) {
        static const enum lexicon_class classes[] = { CLASS_TIME_PAST, CLASS_TIME_PRESENT, CLASS_TIME_FUTURE };
        if (!entry_class(entry, classes[i], &value)) continue;
        struct node relative = leaf;
        relative.kind = LEAF_RELATIVE, relative.direction = (int8_t)(i - 1), relative.steps = (int16_t)((i - 1) * value);
        if (roles >> ROLE_NEAR & 1) relative.flags |= NODE_VAGUE_BOUNDS;
        relative.slots[0] = roles, some = true;
        node_add(self, &relative);
    }
    if (entry_class(entry, CLASS_TIME_MOD, &value)) {
        struct node mod = leaf;
        mod.kind = LEAF_MOD, mod.mod = (uint8_t)value, mod.slots[0] = roles, some = true;
        node_add(self, &mod);
    }
    if (entry_class(entry, CLASS_APPROXIMATOR, &value)) {
        struct node approx = leaf;
        approx.kind = LEAF_APPROX, approx.mod = (uint8_t)value, approx.slots[0] = roles, some = true;
        node_add(self, &approx);
    }
    if (entry_class(entry, CLASS_TIME_VAGUE, &value)) {
        struct node vague = leaf;
        vague.kind = NODE_VAGUE, vague.text = lexicon_string(words, value).data;
        node_add(self, &vague);
    }
    if (entry_class(entry, CLASS_FREQUENCY, &value)) {
        struct node set = leaf;
        set.kind = NODE_SET, set.text = lexicon_string(words, value).data;
        node_add(self, &set);
    }
    if (roles && !some) {
        struct node word = leaf;
        word.kind = LEAF_WORD, word.slots[0] = roles;
        if (entry_class(entry, CLASS_TIME_COUNT, &value)) word.steps = (int16_t)value;
        node_add(self, &word);
    }
}

static void leaf_number(struct timex_context *self, uint32_t at, const struct number *number) {
    struct node leaf = {
        .kind = LEAF_NUMBER, .first = (uint8_t)at, .last = (uint8_t)number->last, .number = number->value, .digits = number->digits
    };
    if (number->ordinal) leaf.flags |= NODE_LATENT;
    if (number->words) leaf.flags |= NODE_WORDY;
    uint32_t last = leaf.last;
    /* 15e, 1st */
    if (!number->ordinal && number->digits && last < self->atom_count && self->atoms[last].kind == ATOM_WORD && self->atoms[last].glued) {
        if (self->atoms[last].roles >> ROLE_ORDINAL_END & 1) {
            struct node ordinal = leaf;
            ordinal.last++, ordinal.flags |= NODE_LATENT;
            node_add(self, &ordinal);
        }
    }
    node_add(self, &leaf);
    if (at > 0 && self->atoms[at - 1].sign == '\'' && number->digits == 2) { /* '98 */
        struct node year = leaf;
        year.first--, year.flags |= NODE_SIGNED;
        node_add(self, &year);
    }
}

/* "nineteen ninety-six", "tweeduizend twintig": a year said in two numbers. */
static void leaf_year_words(struct timex_context *self, uint32_t at, const struct number *century) {
    struct number rest;
    if (!century->words || century->ordinal || century->last >= self->atom_count) return;
    if (!number_read(self->text, self->atoms, self->atom_count, century->last, self->lang, &rest) || !rest.words || rest.ordinal ||
        rest.value >= 100 || rest.value < 1)
        return;
    double value = century->value >= 11 && century->value <= 20 && rest.value >= 10                     ? century->value * 100 + rest.value
                   : century->value >= 1000 && century->value <= 2000 && (int)century->value % 100 == 0 ? century->value + rest.value
                                                                                                        : 0;
    if (value < 1100 || value > 2100) return;
    struct number year = { .value = value, .last = rest.last, .words = true, .whole = true };
    leaf_number(self, at, &year);
}

static void leaf_sign(struct timex_context *self, uint32_t at) {
    static const struct {
        char sign;
        uint8_t slot;
    } signs[] = { { '-', S_DASH },  { '~', S_DASH },  { '/', S_SLASH },      { '.', S_DOT },
                  { ':', S_COLON }, { ',', S_COMMA }, { '\'', S_APOSTROPHE } };
    struct node leaf = { .kind = LEAF_WORD, .first = (uint8_t)at, .last = (uint8_t)(at + 1) };
    for (size_t i = 0; i < COUNT_OF(signs); i++)
        if (self->atoms[at].sign == signs[i].sign) slot_add(&leaf, signs[i].slot);
    if (leaf.slots[1]) node_add(self, &leaf);
}

/* Leaves that end at an atom are made before the rules are tried there; so they are collected by start and kept in order of end. */
static void leaves_make(struct timex_context *self) {
    const lexicon *words = self->text->words;
    for (uint32_t at = 0; at < self->atom_count; at++) {
        const struct atom *atom = &self->atoms[at];
        struct number number;
        if (atom->sign) leaf_sign(self, at);
        if (atom->kind == ATOM_WORD && atom->word) {
            struct entry entry = { self, atom->word, 0, lexicon_word_mask(words, atom->word) };
            leaves_of(self, &entry, at, at + 1);
        }
        if (atom->kind == ATOM_WORD && atom_may_begin_phrase(self->text, self->atoms, self->atom_count, at)) {
            uint32_t node = 0;
            for (uint32_t next = at; next < self->atom_count && self->atoms[next].kind != ATOM_OPAQUE; next++) {
                node = self->atoms[next].word ? lexicon_step(words, node, self->atoms[next].word) : LEXICON_NO_PATH;
                if (node == LEXICON_NO_PATH) break;
                uint32_t lemma = next > at ? lexicon_phrase(words, node) : 0;
                struct entry entry = { self, 0, lemma, lexicon_lemma_mask(words, lemma) };
                if (lemma) leaves_of(self, &entry, at, next + 1);
            }
        }
        if (number_may_start(atom) && number_read(self->text, self->atoms, self->atom_count, at, self->lang, &number)) {
            leaf_number(self, at, &number);
            leaf_year_words(self, at, &number);
            if (number.last > at + 1 && atom->kind == ATOM_DIGITS) { /* "15.00": also 15 */
                struct number plain = { .value = atom->value, .last = at + 1, .digits = atom->digits, .whole = true };
                leaf_number(self, at, &plain);
            } else if (number.last > at + 1 && number_read(self->text, self->atoms, at + 1, at, self->lang, &number))
                leaf_number(self, at, &number);
        }
    }
}

/* ---- rules */
struct match {
    const struct node *part[RULE_SLOTS];
};

static void rule_apply(struct timex_context *self, const struct rule *rule, uint32_t length, const struct match *match) {
    struct node out = { 0 };
    if (!rule->build(self, rule, match->part, &out)) return;
    out.first = match->part[0]->first, out.last = match->part[length - 1]->last;
    if (!out.lead && match->part[0]->kind >= NODE_DATE && !(out.flags & NODE_PREFIXED)) out.lead = match->part[0]->lead;
    memset(out.slots, 0, sizeof out.slots);
    node_add(self, &out);
}

/* Seeks parts for the slots [0, slot] that end at atom `end`. */
static void rule_match(struct timex_context *self, const struct rule *rule, uint32_t length, uint32_t slot, uint32_t end,
                       struct match *match) {
    for (uint16_t at = self->end_first[end]; at; at = self->ends[at]) {
        const struct node *node = &self->nodes[at];
        if (!slot_has(node, rule->slots[slot])) continue;
        match->part[slot] = node;
        if (slot == 0)
            rule_apply(self, rule, length, match);
        else if (node->first > 0)
            rule_match(self, rule, length, slot - 1, node->first, match);
    }
}

static void node_complete_rules(struct timex_context *self, uint16_t index) {
    const uint32_t first = self->nodes[index].first;
    const uint64_t *before = self->end_slots[first];
    for (int word = 0; word < 2; word++) {
        for (uint64_t bits = self->nodes[index].slots[word]; bits; bits &= bits - 1) {
            const struct rule_group *group = &self->rule_groups[word * 64 + __builtin_ctzll(bits)];
            if (!group->alone && !(group->before[0] & before[0] || group->before[1] & before[1])) continue;
            for (const struct rule_entry *entry = self->rule_order + group->first; entry < self->rule_order + group->last; entry++) {
                if (entry->before != RULE_END && !(before[entry->before / 64] >> (entry->before % 64) & 1)) continue;
                if (entry->lang && self->lang && entry->lang != self->lang) continue;
                const struct rule *rule = &timex_rules[entry->rule];
                struct match match;
                match.part[entry->length - 1] = &self->nodes[index];
                if (entry->length == 1)
                    rule_apply(self, rule, 1, &match);
                else
                    rule_match(self, rule, entry->length, entry->length - 2u, first, &match);
            }
        }
    }
}

void timex_parse(struct timex_context *self) {
    self->node_count = 1;
    memset(self->end_first, 0, sizeof self->end_first);
    memset(self->end_slots, 0, (self->atom_count + 1) * sizeof *self->end_slots);
    leaves_make(self);
    for (uint32_t end = 1; end <= self->atom_count; end++)
        for (uint16_t at = self->end_first[end]; at; at = self->ends[at]) node_complete_rules(self, at);
}

/* ---- choice */
static bool node_stands(const struct timex_context *self, const struct node *node) {
    (void)self;
    if (node->kind != NODE_DATE && node->kind != NODE_DURATION && node->kind != NODE_RANGE && node->kind != NODE_SET &&
        node->kind != NODE_VAGUE)
        return false;
    return !(node->flags & NODE_LATENT);
}

static int node_size(const struct node *node) { return node->last - node->first - node->lead; }

/* Longer is better; then what says more: a date before its parts, a day before a bare number of hours. */
static bool node_better(const struct node *a, const struct node *b) {
    int difference = node_size(a) - node_size(b);
    if (difference) return difference > 0;
    if ((a->last - a->first) != (b->last - b->first)) return a->last - a->first > b->last - b->first;
    if ((a->kind == NODE_DURATION) != (b->kind == NODE_DURATION)) return b->kind == NODE_DURATION;
    return a->score > b->score;
}

uint32_t timex_choose(struct timex_context *self, uint16_t *out, uint32_t capacity) {
    uint64_t taken = 0;
    uint32_t count = 0;
    while (count < capacity) {
        uint16_t best = 0;
        for (uint32_t end = 1; end <= self->atom_count; end++)
            for (uint16_t at = self->end_first[end]; at; at = self->ends[at]) {
                const struct node *node = &self->nodes[at];
                uint64_t mine = (((uint64_t)1 << (node->last - node->first - node->lead)) - 1) << (node->first + node->lead);
                if (mine & taken || !node_stands(self, node)) continue;
                if (!best || node_better(node, &self->nodes[best])) best = at;
            }
        if (!best) break;
        const struct node *node = &self->nodes[best];
        taken |= (((uint64_t)1 << (node->last - node->first - node->lead)) - 1) << (node->first + node->lead);
        uint32_t place = count++;
        while (place > 0 && self->nodes[out[place - 1]].first > node->first) out[place] = out[place - 1], place--;
        out[place] = best;
    }
    return count;
}
