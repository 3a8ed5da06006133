/* Slot: condition, the exact limiter ("als …", "mits …", "waar mogelijk", "op verzoek van …"), and recurrence on condition. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

/* "niet in te stemmen voordat de raad is gehoord": what may not be done before a time may be done on a condition. */
static bool denied_before(const struct analysis *self, uint32_t first, uint32_t time) {
    for (uint32_t i = first; i < time; i++)
        if (token_is(self, i, CLASS_NEGATION)) return true;
    return false;
}

void slots_conditions(struct analysis *self, const struct unit *unit, struct statement *statement) {
    if (unit->verdict.kind == KIND_REPORT || unit->verdict.kind == KIND_POSITION || unit->verdict.kind == KIND_REAFFIRMATION) return;
    uint32_t first = unit->part_first < unit->part_last ? unit->part_first : unit->first;
    uint32_t last = unit->part_first < unit->part_last ? unit->part_last : unit->last;
    for (uint32_t c = self->sentence_clause[unit->facts.clause->sentence]; c < self->sentence_clause[unit->facts.clause->sentence + 1];
         c++) {
        const struct clause *inner = &self->clauses.at[c];
        bool told = inner->past && unit->facts.lang == LANGUAGE_ENGLISH; /* "when we met in May" */
        bool limits =
            (inner->type == CLAUSE_CONDITION && !told) || (inner->type == CLAUSE_TIME && denied_before(self, first, inner->first));
        if (!limits || inner->first < first || inner->first >= last || inner == unit->facts.clause || inner->finite == NO_TOKEN) continue;
        uint32_t from = inner->first, to = inner->last < last ? inner->last : last;
        if (from > first && self->phrase_size[from - 1] > 1 &&
            lexicon_lemma_class(self->words, self->phrase[from - 1], CLASS_CUE_LIMIT, NULL))
            from--;                                                                                /* "for | as long as is necessary" */
        for (uint32_t d = c + 1; d < self->sentence_clause[unit->facts.clause->sentence + 1]; d++) /* "als A, of wanneer B" */
            if (self->clauses.at[d].conjunct == (int32_t)c && self->clauses.at[d].type == CLAUSE_CONDITION &&
                self->clauses.at[d].first < last)
                to = self->clauses.at[d].last < last ? self->clauses.at[d].last : last;
        unit_trim(self, &from, &to);
        if (from >= to) continue;
        statement->condition = (struct slot){ from, to, text_span(self->text, from, to), NULL, NULL };
        return;
    }
    if (!tokens_may_have(self, first, last, CLASS_CUE_LIMIT)) return;
    for (uint32_t i = first; i < last; i++) {
        int32_t strength;
        bool opens_aside = i > first && self->aside[i] && token_is_punct(self, i - 1, '('); /* "(conditional on data)" */
        bool fixed = self->phrase[i] &&
                     lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, NULL); /* "indien daartoe aanleiding is" */
        if ((self->aside[i] && !opens_aside && !fixed) || !token_class(self, i, CLASS_CUE_LIMIT, &strength) || strength == 4) continue;
        if (strength == 5 && !(i + 1 < last && token_is(self, i + 1, CLASS_SUBORDINATOR))) continue; /* "pas op de plaats" */
        if (self->phrase_size[i] == 0 && strength < 3) continue; /* "alleen" limits, but says no condition */
        /* the limiter goes on to the next comma or the clause's end: "op verzoek van partners", "waar mogelijk" */
        uint32_t size =
            self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, NULL) ? self->phrase_size[i] : 1;
        uint32_t to = i + size, at = 0;
        const struct mention *time = mention_next(self, MENTION_TIMEX, to, last, &at);
        if (time && time->first <= to + 2) continue; /* "niet eerder dan in 2023" is a time */
        bool whole = size > 1 && token_at(self, to - 1)->pos == POS_ADJ && token_at(self, i)->pos != POS_ADP; /* "waar nodig" */
        if (to < last && !whole &&
            (token_at(self, to - 1)->pos == POS_ADP || token_at(self, to - 1)->pos == POS_ADJ /* "bij de eventuele sluiting" */ ||
             strength >= 3)) { /* "op verzoek van partners", "afhankelijk van instemming van de raad" */
            uint32_t noun = noun_phrase_end(self, to, last);
            bool governed = noun > to && is_nominal(token_at(self, noun - 1)); /* not "waar mogelijk ook in" */
            if (governed) to = noun;
            while (governed && to + 1 < last && token_at(self, to)->pos == POS_ADP) {
                uint32_t next = noun_phrase_end(self, to + 1, last);
                if (next <= to + 1) break;
                to = next;
            }
        } else if (size == 1)
            while (to < last && token_at(self, to)->shape != SHAPE_PUNCT && token_at(self, to)->pos != POS_CCONJ &&
                   token_at(self, to)->pos != POS_VERB)
                to++;
        if (to == i + size && unit->verdict.kind == KIND_CONDITION)
            continue; /* "op hun eigen merites", "integraal onderdeel": the statement itself, and no words that limit it */
        statement->condition = (struct slot){ i, to, text_span(self->text, i, to), NULL, NULL };
        return;
    }
}
