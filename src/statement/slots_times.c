/* Slots: due, target date, recurrence, act time (guideline, section 4). Only a time that modifies this predicate and bounds completion is
 * due; a date by which a state holds is a target; the time of the speech act is neither. */
#include "statement/unit.h"

#include <stdlib.h>

static void slot_time(struct analysis *self, struct slot *slot, const struct mention *m, uint32_t floor) {
    uint32_t first = m->first;
    if (first > floor && token_at(self, first - 1)->pos == POS_ADP) first--;
    *slot = (struct slot){ first, m->last, text_span(self->text, first, m->last), m->value ? m->value : m->event,
                           m->anchor ? m->anchor : m->event };
}

/* "te onderzoeken welke bedrijven geschikt zijn, en de Kamer vóór 1 mei te informeren": a time before an infinitive with "te", and no
 * finite verb between, is of the infinitive and not of the clause that came before. */
static bool of_infinitive(const struct analysis *self, uint32_t from, uint32_t last) {
    for (uint32_t i = from; i < last; i++) {
        const struct token *t = token_at(self, i);
        if (token_is(self, i, CLASS_INFINITIVE_MARK)) return true;
        if ((t->pos == POS_VERB || t->pos == POS_AUX) && (t->forms & FORM_FINITE)) return false;
    }
    return false;
}

/* "klimaatneutraal zijn in 2050", "de 2%-norm halen in 2024": the verb before or after it tells of a state. */
static bool tells_of_state(const struct analysis *self, const struct unit *unit, const struct mention *m) {
    const struct clause *owner = &self->clauses.at[self->owner[m->first]];
    if (owner->head != NO_TOKEN && !owner->passive &&
        (clause_verb_class(self, owner, CLASS_CUE_STATE, NULL) || clause_verb_class(self, owner, CLASS_COPULA, NULL)))
        return true;
    uint32_t at = 0;
    const struct mention *quantity = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at);
    for (; quantity; quantity = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at))
        if (quantity->sub && strcmp(quantity->sub, "percent") == 0) return true;
    date today = self->text->record->date;
    return date_known(today) && date_known(m->to) && m->to.year >= today.year + 15;
}

void slots_times(struct analysis *self, const struct unit *unit, struct statement *statement) {
    const struct clause *clause = unit->facts.clause;
    date today = self->text->record->date;
    enum kind kind = unit->verdict.kind;
    uint32_t first = unit->part_first < unit->part_last ? unit->part_first : unit->first;
    uint32_t last = unit->part_first < unit->part_last ? unit->part_last : unit->last, at = 0;
    bool due_vague = false;
    bool act_past = clause->past || clause->perfect || (clause->passive && !unit->facts.future);
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, first, last, &at));) {
        const struct clause *owner = &self->clauses.at[self->owner[m->first]];
        if (self->aside[m->first]) continue;
        bool foreign = owner->sentence != clause->sentence; /* an item under a lead */
        bool own = owner == clause || foreign;
        for (int32_t up = owner->parent; !own && up >= 0; up = self->clauses.at[up].parent) own = &self->clauses.at[up] == clause;
        if (!own) continue;
        if (owner != clause &&
            (owner->type == CLAUSE_RELATIVE || owner->type == CLAUSE_CAUSE || owner->type == CLAUSE_MANNER ||
             owner->type == CLAUSE_CONDITION || owner->type == CLAUSE_CONCESSION) &&
            !of_infinitive(self, m->last, last))
            continue;
        if (m->sub && strcmp(m->sub, "SET") == 0) {
            if (!statement->recurrence.value) {
                slot_time(self, &statement->recurrence, m, first);
                if (m->freq && !m->value) statement->recurrence.value = m->freq;
            }
            continue;
        }
        if (m->sub && strcmp(m->sub, "DURATION") == 0 && !m->vague && !date_known(m->from) &&
            !(m->first > first && token_is(self, m->first - 1, CLASS_TIME_MOD)))
            continue; /* "de komende maanden" bounds, "zes weken" does not */
        bool in_complement = foreign || (clause->complement_first < clause->complement_last && m->first >= clause->complement_first &&
                                         m->first < clause->complement_last);
        /* what is said in a meeting looks ahead from its day; the record of it is dated weeks later */
        date floor = unit->facts.spoken && date_known(today) ? date_add(today, 0, 0, -45) : today;
        /* "vóór eind 2025" counts back from the first day of what it names */
        if (m->mod == MOD_BEFORE && date_known(floor)) floor = date_add(floor, -1, 0, 0);
        bool past = date_known(today) && date_known(m->to) && date_compare(m->to, floor) < 0;
        if (date_known(today) && date_known(m->to) && (m->to.year < today.year - 60 || m->to.year > today.year + 100))
            continue;                                  /* a number that looks like a year */
        bool recalled = statement_recalled(statement); /* "toegezegd tijdens het debat van 7 juni": when it was promised */
        if (recalled && owner->type != CLAUSE_INFINITIVE && owner->type != CLAUSE_COMPLEMENT && !in_complement) {
            if (!statement->act_time && m->value) statement->act_time = m->value;
            continue;
        }
        bool present = m->value && strstr(m->value, "PRESENT_REF");
        if (act_past && !in_complement &&
            (kind == KIND_DECISION || kind == KIND_TASKING || kind == KIND_REQUEST || kind == KIND_REAFFIRMATION || past)) {
            if (!statement->act_time && m->value) statement->act_time = m->value;
            continue;
        }
        if (kind == KIND_DISCHARGE || kind == KIND_REPORT || kind == KIND_POSITION || kind == KIND_REAFFIRMATION || kind == KIND_CONDITION)
            continue;
        if (past && !act_past && !recalled) continue;
        if (present && kind != KIND_REQUEST && kind != KIND_TASKING) continue;
        if (kind != KIND_PLAN && tells_of_state(self, unit, m)) {
            if (!statement->target_date.value) slot_time(self, &statement->target_date, m, first);
        } else if (!statement->due.value || (due_vague && !m->vague)) { /* a date says more than "in the coming period" */
            slot_time(self, &statement->due, m, first);
            due_vague = m->vague;
        }
    }
    if (statement->due.value || !kind_tracked(kind) || (act_past && clause->complement_first >= clause->complement_last)) return;
    /* a meeting named after a preposition: "op de Top in Madrid", "at its next session" */
    at = 0;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, first, last, &at));) {
        if (!m->sub || strcmp(m->sub, "meeting") != 0 || self->aside[m->first] || m->first == first) continue;
        uint8_t inside = self->clauses.at[self->owner[m->first]].type;
        if (&self->clauses.at[self->owner[m->first]] != clause && inside != CLAUSE_COMPLEMENT && inside != CLAUSE_INFINITIVE &&
            inside != CLAUSE_MAIN)
            continue;
        uint32_t before = m->first - 1;
        while (before > first && (token_at(self, before)->pos == POS_DET || token_at(self, before)->pos == POS_ADJ)) before--;
        if (token_at(self, before)->pos != POS_ADP || !(token_is(self, before, CLASS_TIME_MOD) || token_is(self, before, CLASS_EVENT_MARK)))
            continue;
        bool in_complement = self->clauses.at[self->owner[m->first]].sentence != clause->sentence ||
                             (clause->complement_first < clause->complement_last && m->first >= clause->complement_first);
        if (act_past && !in_complement) continue;
        const char *event = m->value ? arena_format(self->memory, "EVENT:%s", m->value) : NULL;
        statement->due = (struct slot){ before, m->last, text_span(self->text, before, m->last), event, event };
        return;
    }
}
