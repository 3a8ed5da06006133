/* Units: trimming, the parts of a complement, and the statement made of a unit. */
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

size_t complement_parts(const struct analysis *self, const struct clause *clause, struct part *parts, size_t most) {
    if (clause->complement_first >= clause->complement_last || most < 2) return 0;
    uint32_t own = (uint32_t)(clause - self->clauses.at), first = clause->complement_first, last = clause->complement_last;
    bool english = token_language(self, clause->sentence) == LANGUAGE_ENGLISH;
    size_t count = 0;
    uint32_t verb = NO_TOKEN;
    for (uint32_t i = first; i < last; i++) {
        const struct clause *owner = &self->clauses.at[self->owner[i]];
        if (self->aside[i] || !(self->owner[i] == own || (owner->parent == (int32_t)own && owner->type == CLAUSE_INFINITIVE))) continue;
        const struct token *t = token_at(self, i);
        bool starts_part =
            token_is(self, i, CLASS_INFINITIVE_MARK) && i + 1 < last &&
            (token_at(self, i + 1)->pos == POS_VERB || token_at(self, i + 1)->pos == POS_AUX || token_at(self, i + 1)->pos == POS_ADV);
        if (english && !starts_part && verb != NO_TOKEN && t->pos == POS_VERB && (t->forms & FORM_INFINITIVE) &&
            !token_is(self, i - 1, CLASS_INFINITIVE_MARK)) {
            uint32_t back = i - 1; /* "to reform X, and cooperate with Y" */
            while (back > verb && token_at(self, back)->pos == POS_ADV) back--;
            starts_part = token_at(self, back)->pos == POS_CCONJ || token_is_punct(self, back, ',');
            for (uint32_t k = verb; k < i && starts_part; k++)
                starts_part = self->clauses.at[self->owner[k]].type != CLAUSE_RELATIVE; /* "plans that create jobs, invest in X" */
        }
        if (!starts_part) continue;
        if (verb != NO_TOKEN) {
            uint32_t boundary = part_boundary(self, verb + 1, i);
            if (boundary == NO_TOKEN) continue; /* an infinitive inside the part: "proberen te voorkomen" */
            if (count + 1 >= most) break;
            parts[count - 1].last = boundary;
            parts[count++] = (struct part){ boundary + 1, last };
        } else
            parts[count++] = (struct part){ first, last };
        verb = i;
    }
    for (size_t p = 0; p < count; p++) unit_trim(self, &parts[p].first, &parts[p].last);
    return count;
}

uint32_t unit_add(struct analysis *self, const struct unit *unit, struct statements *out) {
    struct statement statement = { .kind = (uint8_t)unit->verdict.kind,
                                   .sub = unit->verdict.sub,
                                   .first = unit->first,
                                   .last = unit->last,
                                   .span = text_span(self->text, unit->first, unit->last),
                                   .confidence = unit->verdict.confidence,
                                   .binding = -1 };
    const struct clause *clause = unit->facts.clause;
    statement.sentence = clause->sentence;
    statement.block = self->text->sentences.at[clause->sentence].block;
    if (unit->verdict.cue != NO_TOKEN) statement.cue.span = text_span(self->text, unit->verdict.cue, unit->verdict.cue + 1);
    statement.cue.rule = kind_name(unit->verdict.kind);
    statement.negated = unit->facts.negated;
    slots_actors(self, unit, &statement);
    slots_conditions(self, unit, &statement);
    slots_times(self, unit, &statement);
    slots_mentions(self, unit, &statement);
    ARRAY_PUSH(self->memory, &out->all) = statement;
    return out->all.count - 1;
}
