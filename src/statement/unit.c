/* Units: trimming, the parts of a complement, and the statement made of a unit. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

static bool is_edge(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    if (t->flags & TOKEN_FOOTNOTE_MARK) return true;
    if (t->shape != SHAPE_PUNCT) return false;
    char c = self->text->source.data[t->start];
    return c != '(' && c != ')' && c != '[' && c != ']';
}

void unit_trim(const struct analysis *self, uint32_t *first, uint32_t *last) {
    while (*first < *last && (is_edge(self, *first) || token_at(self, *first)->pos == POS_CCONJ ||
                              (token_is(self, *first, CLASS_COORDINATOR) && token_at(self, *first)->pos != POS_ADV)))
        ++*first;
    while (*first < *last && (is_edge(self, *last - 1) || token_at(self, *last - 1)->pos == POS_CCONJ)) --*last;
    /* a closing quotation mark whose opening one is inside belongs to the unit */
    if (*last < self->text->tokens.count && *first < *last) {
        const struct token *t = token_at(self, *last);
        slice mark = { self->text->source.data + t->start, t->end - t->start };
        if (slice_equal(mark, SLICE("»")) || slice_equal(mark, SLICE("”")))
            for (uint32_t i = *first; i < *last; i++) {
                const struct token *o = token_at(self, i);
                slice open = { self->text->source.data + o->start, o->end - o->start };
                if (slice_equal(open, SLICE("«")) || slice_equal(open, SLICE("“"))) {
                    ++*last;
                    break;
                }
            }
    }
}

/* A coordinator or comma between two infinitives: the first after which something starts that an infinitive may govern. */
static uint32_t part_boundary(const struct analysis *self, uint32_t from, uint32_t next) {
    uint32_t fallback = NO_TOKEN;
    for (uint32_t i = from; i < next; i++) {
        if (self->aside[i]) continue;
        bool comma = token_is_punct(self, i, ',') || token_is_punct(self, i, ';');
        if (!comma && token_at(self, i)->pos != POS_CCONJ) continue;
        uint32_t after = i + 1;
        if (comma && after < next && token_at(self, after)->pos == POS_CCONJ) after++;
        const struct token *t = token_at(self, after < next ? after : next);
        if (after >= next || t->pos == POS_DET || t->pos == POS_PRON || t->pos == POS_ADV || t->pos == POS_ADP || t->pos == POS_SCONJ ||
            token_is(self, after, CLASS_INFINITIVE_MARK) || token_is(self, after, CLASS_REFLEXIVE))
            return i;
        fallback = i;
    }
    return fallback;
}

/* The coordinator or comma right before an English infinitive, adverbs and an insertion aside: "…, and, by 2030, to double". */
static uint32_t english_boundary(const struct analysis *self, uint32_t from, uint32_t verb) {
    uint32_t at = verb - 1;
    while (at > from && (token_at(self, at)->pos == POS_ADV || self->aside[at])) at--;
    if (token_at(self, at)->pos == POS_CCONJ) return at;
    if (!token_is_punct(self, at, ',') && !token_is_punct(self, at, ';')) return NO_TOKEN;
    for (uint32_t i = at; i-- > from && i + 10 > at;)
        if (token_is_punct(self, i, ',') && i > from && token_at(self, i - 1)->pos == POS_CCONJ) return i - 1;
    return at;
}

/* The part that begins at `first` is the last of a list: a coordinator stands before it, or it is a participle that has its own time. */
static bool coordinated(const struct analysis *self, uint32_t first) {
    return token_at(self, first - 1)->pos == POS_CCONJ || token_at(self, first)->pos == POS_CCONJ || token_is_punct(self, first - 1, ';') ||
           (token_at(self, first)->forms & FORM_PRESENT_PARTICIPLE);
}

/* "We commit to net zero by 2050, halving our emissions by 2030, and …": a participle after a comma that has a time of its own says what
 * else is undertaken, by when (U4); without one it says how. */
static bool dated_participle(const struct analysis *self, uint32_t i, uint32_t last) {
    if (!i || token_at(self, i)->pos != POS_VERB || !(token_at(self, i)->forms & FORM_PRESENT_PARTICIPLE) ||
        token_is(self, i, CLASS_CUE_NAMING)) /* "including" */
        return false;
    if (!token_is_punct(self, i - 1, ',') && !(token_at(self, i - 1)->pos == POS_CCONJ && token_is_punct(self, i - 2, ','))) return false;
    uint32_t end = i + 1, at = 0;
    while (end < last && !token_is_punct(self, end, ',') && !token_is_punct(self, end, ';')) end++;
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, i, end, &at));)
        if (m->last == end && m->sub && strcmp(m->sub, "DATE") == 0 && (date_known(m->from) || date_known(m->to))) return true;
    return false;
}

size_t complement_parts(const struct analysis *self, const struct clause *clause, struct part *parts, size_t most) {
    if (clause->complement_first >= clause->complement_last || most < 2) return 0;
    uint32_t own = (uint32_t)(clause - self->clauses.at), first = clause->complement_first, last = clause->complement_last;
    bool english = token_language(self, clause->sentence) == LANGUAGE_ENGLISH;
    size_t count = 0;
    uint32_t verb = NO_TOKEN, infinitive = NO_TOKEN; /* of the part, and the nearest */
    for (uint32_t i = first; i < last; i++) {
        const struct clause *owner = &self->clauses.at[self->owner[i]];
        if (self->aside[i] || !(self->owner[i] == own || (owner->parent == (int32_t)own && owner->type == CLAUSE_INFINITIVE))) continue;
        const struct token *t = token_at(self, i);
        bool starts_part =
            token_is(self, i, CLASS_INFINITIVE_MARK) && i + 1 < last &&
            (token_at(self, i + 1)->pos == POS_VERB || token_at(self, i + 1)->pos == POS_AUX || token_at(self, i + 1)->pos == POS_ADV);
        bool base = t->pos == POS_VERB && may_have(self, i, FORM_INFINITIVE) && !(t->forms & (FORM_PAST | FORM_THIRD));
        if (english && !starts_part && verb != NO_TOKEN && base && !token_is(self, i - 1, CLASS_INFINITIVE_MARK) &&
            infinitive == verb /* "in the process to draft and carry out plans": the nearest goes on */ &&
            verb + 3 < i /* "to conserve or protect our seas": one object */) {
            uint32_t back = i - 1; /* "to reform X, and cooperate with Y" */
            while (back > verb && token_at(self, back)->pos == POS_ADV) back--;
            starts_part = token_at(self, back)->pos == POS_CCONJ || token_is_punct(self, back, ',');
            for (uint32_t k = verb; k < i && starts_part; k++)
                starts_part = self->clauses.at[self->owner[k]].type != CLAUSE_RELATIVE; /* "plans that create jobs, invest in X" */
        }
        if (english && !starts_part && verb != NO_TOKEN) starts_part = dated_participle(self, i, last);
        if (!starts_part) continue;
        infinitive = i;
        if (verb != NO_TOKEN) {
            uint32_t boundary = english ? english_boundary(self, verb + 1, i) : part_boundary(self, verb + 1, i);
            if (boundary == NO_TOKEN) continue; /* an infinitive inside the part: "proberen te voorkomen" */
            if (count + 1 >= most) break;
            parts[count - 1].last = boundary;
            parts[count++] = (struct part){ boundary + 1, last };
        } else {
            int32_t what; /* "announce their intention to A and to B": the list is the noun's */
            if (english && i > first && token_at(self, i - 1)->pos == POS_NOUN && token_class(self, i - 1, CLASS_CUE_UNDERTAKING, &what))
                return 0;
            parts[count++] = (struct part){ first, last };
        }
        verb = i;
    }
    /* "to hold a meeting, to take place in May": an English list has a coordinator before its last part */
    while (english && count > 1 && !coordinated(self, parts[count - 1].first)) parts[--count - 1].last = last;
    for (size_t p = 0; p < count; p++) unit_trim(self, &parts[p].first, &parts[p].last);
    return count;
}

uint32_t unit_add(struct analysis *self, const struct unit *unit, struct statements *out) {
    const struct clause *clause = unit->facts.clause;
    ARRAY_PUSH(self->memory, &out->all) = (struct statement){ .kind = (uint8_t)unit->verdict.kind,
                                                              .sub = unit->verdict.sub,
                                                              .first = unit->first,
                                                              .last = unit->last,
                                                              .span = text_span(self->text, unit->first, unit->last),
                                                              .confidence = unit->verdict.confidence,
                                                              .binding = -1,
                                                              .sentence = clause->sentence,
                                                              .block = self->text->sentences.at[clause->sentence].block,
                                                              .negated = unit->facts.negated,
                                                              .cue.rule = kind_name(unit->verdict.kind) };
    struct statement *statement = &out->all.at[out->all.count - 1];
    if (unit->verdict.cue != NO_TOKEN) statement->cue.span = text_span(self->text, unit->verdict.cue, unit->verdict.cue + 1);
    slots_actors(self, unit, statement);
    slots_conditions(self, unit, statement);
    slots_times(self, unit, statement);
    slots_mentions(self, unit, statement);
    return out->all.count - 1;
}
