/* Slots: due, target date, recurrence, act time (guideline, section 4). Only a time that modifies this predicate and bounds completion is
 * due; a date by which a state holds is a target; the time of the speech act is neither. */
#include "statement/clause_parts.h"
#include "statement/unit.h"

#include <stdlib.h>

/* "over the next year" in June 2021: a stretch that begins now is done with when it ends, so that its end is the value; by the month where
 * it is counted in months or years. */
static const char *time_value(const struct analysis *self, const struct mention *m) {
    if (!m->value) return m->event;
    date today = self->text->record->date;
    size_t size = strlen(m->value);
    bool counted = m->value[0] == 'P' && size > 2 && m->value[1] != 'T' && strspn(m->value + 1, "0123456789") == size - 2;
    if (!counted || m->anchor || !m->sub || strcmp(m->sub, "DURATION") != 0 || !date_known(today)) return m->value;
    int amount = atoi(m->value + 1);
    if (amount < 1 || amount > 100) return m->value;
    char unit = m->value[size - 1];
    date end = date_add(today, unit == 'Y' ? amount : 0, unit == 'M' ? amount : 0, unit == 'W' ? 7 * amount : unit == 'D' ? amount : 0);
    return unit == 'Y' || unit == 'M' ? arena_format(self->memory, "%04d-%02d", end.year, end.month)
                                      : arena_format(self->memory, "%04d-%02d-%02d", end.year, end.month, end.day);
}

static bool is_noun(const struct token *token) { return token->pos == POS_NOUN || token->pos == POS_PROPN; }

/* "today's", "next year's": whose it is follows. */
static bool has_genitive(const struct analysis *self, const struct mention *m) {
    slice last = token_text(self->text, m->last - 1);
    return last.size > 2 && last.data[last.size - 1] == 's' &&
           (last.data[last.size - 2] == '\'' || (last.size > 4 && memcmp(last.data + last.size - 4, "’", 3) == 0));
}

static void slot_time(struct analysis *self, struct slot *slot, const struct mention *m, uint32_t floor) {
    enum { LONGEST_PREPOSITION = 4 };
    uint32_t first = m->first, words = 0;
    for (uint32_t back = 2; back <= LONGEST_PREPOSITION && first >= floor + back; back++) /* "in de loop van volgend jaar" */
        if (self->phrase[first - back] && self->phrase_size[first - back] == back &&
            lexicon_lemma_pos(self->words, self->phrase[first - back]) == POS_ADP)
            words = back;
    first -= words;
    if (!words && first > floor && token_at(self, first - 1)->pos == POS_ADP && token_at(self, first)->pos != POS_ADP) first--;
    *slot = (struct slot){ first, m->last, text_span(self->text, first, m->last), time_value(self, m), m->anchor ? m->anchor : m->event };
}

static bool is_ahead(const struct analysis *self, const struct mention *m) {
    date today = self->text->record->date;
    return (date_known(today) && date_known(m->to) && date_compare(m->to, today) > 0) || (m->value && strstr(m->value, "FUTURE_REF"));
}

/* A name or a title of something else holds the time: "the 2030 Agenda", "Commissiedebat over de NAVO-Top op 7 juni", "Una May Gordon". A
 * meeting to come is named and said to be then at once: "will host our Summit in 2024". */
static bool inside_name(const struct analysis *self, const struct mention *time) {
    enum { LONGEST_NAME = 24 };
    for (int kind = 0; kind < 2; kind++) {
        uint32_t at = 0, from = time->first > LONGEST_NAME ? time->first - LONGEST_NAME : 0;
        for (const struct mention *m;
             (m = mention_next(self, kind ? MENTION_ACTOR : MENTION_REFERENCE, from, time->last + LONGEST_NAME, &at)) &&
             m->first <= time->first;)
            if (m->last >= time->last && m->last - m->first > time->last - time->first &&
                !(kind == 0 && strcmp(m->sub, "meeting") == 0 && is_ahead(self, time)))
                return true;
    }
    return false;
}

/* "in de toekomst", "op termijn", "for the future": some day. No work is due then, unlike "op korte termijn" or "de komende periode". */
static bool is_some_day(const struct analysis *self, const struct mention *m) {
    if (!m->value || strcmp(m->value, "FUTURE_REF") != 0 || token_at(self, m->last - 1)->pos != POS_NOUN) return false;
    if (token_is(self, m->last - 1, CLASS_TIME_UNIT)) return false;
    for (uint32_t i = m->first; i + 1 < m->last; i++)
        if (token_at(self, i)->pos != POS_DET && token_at(self, i)->pos != POS_ADP) return false;
    return true;
}

/* A frequency is an adverbial ("jaarlijks berichten") or stands with what recurs ("an annual report"); in a name it tells nothing
 * ("dagelijks bestuur", "the Biennial Assessment"), nor in a phrase that only goes with the act ("in their annual reports", "of annual
 * growth"). */
static bool recurs(const struct analysis *self, const struct mention *m, uint32_t first, uint32_t last) {
    if (m->last != m->first + 1 || token_at(self, m->first)->pos != POS_ADJ || m->last >= last || !is_noun(token_at(self, m->last)))
        return true;
    if (token_at(self, m->first)->flags & TOKEN_CAPITAL && token_at(self, m->last)->flags & TOKEN_CAPITAL) return false;
    if (inside_name(self, m)) return false;
    uint32_t before = m->first;
    while (before > first && (token_at(self, before - 1)->pos == POS_DET || token_at(self, before - 1)->pos == POS_ADJ ||
                              token_is(self, before - 1, CLASS_POSSESSIVE)))
        before--;
    return before == first || token_at(self, before - 1)->pos != POS_ADP;
}

/* Whether a time stands as an adverbial of its clause. One that belongs to a noun does not: "de deadline van 1 april" (an attribute behind
 * it), "jaarverslag 2008", "werkprogramma 2009" (a bare year behind a noun is part of its name), "today's summit", "the 8 June debate" (in
 * front of it), "met een mooi voorjaar" (the noun for a season with an article of its own, no time at all), "de toekomst van de landbouw".
 */
static bool is_adverbial(const struct analysis *self, const struct mention *m, uint32_t first, uint32_t last) {
    for (uint32_t i = m->first; i < m->last; i++) /* "in de afgelopen tien jaar" */
        if (m->sub && strcmp(m->sub, "DURATION") == 0 && token_is(self, i, CLASS_TIME_PAST)) return false;
    if (m->sub && strcmp(m->sub, "SET") == 0) return recurs(self, m, first, last);
    if (m->event) return true;
    if (inside_name(self, m)) return false;
    const struct token *own = token_at(self, m->last - 1);
    bool one = m->last == m->first + 1, year = own->shape == SHAPE_NUMBER && token_at(self, m->first)->shape == SHAPE_NUMBER;
    if (is_some_day(self, m)) return false;
    if (m->first <= first) return true;
    const struct token *before = token_at(self, m->first - 1);
    uint32_t noun = m->first - 1; /* "van 1 april", "of the 2nd" */
    if (noun > first && token_at(self, noun)->pos == POS_DET && token_time_role(self, noun - 1, TIME_ROLE_OF)) noun--;
    bool attribute = token_time_role(self, noun, TIME_ROLE_OF) && noun > first && is_noun(token_at(self, noun - 1));
    for (uint32_t back = 1; attribute && back <= 4 && back <= noun; back++) /* "in de loop van 2023": a preposition of several words */
        attribute = !(self->phrase[noun - back] && self->phrase_size[noun - back] > back);
    if (attribute) return false;
    bool meeting = before->pos == POS_PROPN && m->first > first + 1 && token_is(self, m->first - 2, CLASS_EVENT_MARK); /* "by UNGA 2022" */
    if (year && is_noun(before) && !meeting && !token_is(self, m->first - 1, CLASS_MONTH)) return false; /* "the biennium 2022–2023" */
    bool noun_follows = m->last < last && is_noun(token_at(self, m->last)) && self->language[m->first] == LANGUAGE_ENGLISH;
    if (noun_follows && (before->pos == POS_DET || has_genitive(self, m) || token_is(self, m->first - 1, CLASS_POSSESSIVE))) return false;
    if (noun_follows && one && before->pos == POS_PROPN && token_at(self, m->last)->pos == POS_PROPN) return false; /* "Una May Gordon" */
    if (one && own->pos == POS_NOUN && token_is(self, m->first, CLASS_SEASON)) {
        uint32_t at = m->first - 1;
        while (at > first && token_at(self, at)->pos == POS_ADJ) at--;
        if (token_time_role(self, at, TIME_ROLE_A) || token_at(self, m->first - 1)->pos == POS_VERB) return false;
    }
    return true;
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

/* The infinitive with "te" or "to" in the clause's complement that a time stands with: in Dutch it follows, in English it comes before. */
static uint32_t infinitive_of(const struct analysis *self, const struct clause *clause, const struct mention *m) {
    if (m->first < clause->complement_first || m->first >= clause->complement_last) return NO_TOKEN;
    uint32_t last = clause->complement_last;
    if (self->language[m->first] == LANGUAGE_ENGLISH) {
        for (uint32_t i = m->first; i-- > clause->complement_first;)
            if (token_is(self, i, CLASS_INFINITIVE_MARK) && verbal(token_at(self, i + 1))) return i + 1;
        return NO_TOKEN;
    }
    for (uint32_t i = m->last; i + 1 < last; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) && verbal(token_at(self, i + 1))) return i + 1;
    return NO_TOKEN;
}

/* "vanaf 2023 groeien": from a year on, longer than an act takes. */
static bool from_a_year(const struct mention *m) {
    return m->mod == MOD_ON_OR_AFTER && m->value && strlen(m->value) == 4 && m->last == m->first + 2;
}

/* "klimaatneutraal zijn in 2050", "de 2%-norm halen in 2024": the verb before or after it tells of a state. */
static bool tells_of_state(const struct analysis *self, const struct unit *unit, const struct mention *m) {
    const struct clause *owner = &self->clauses.at[self->owner[m->first]];
    if (from_a_year(m) && !owner->passive) return true;
    uint32_t infinitive = infinitive_of(self, owner, m);
    if (infinitive != NO_TOKEN) {
        bool passive = infinitive + 1 < unit->last && token_at(self, infinitive + 1)->pos == POS_VERB; /* "to be adopted by 2024" */
        if (!passive && (token_is(self, infinitive, CLASS_CUE_STATE) || token_is(self, infinitive, CLASS_COPULA))) return true;
    } else if (owner->head != NO_TOKEN && !owner->passive &&
               (clause_verb_class(self, owner, CLASS_CUE_STATE, NULL) || clause_verb_class(self, owner, CLASS_COPULA, NULL)))
        return true;
    uint32_t at =
        0; /* "ten minste 45% minder uitstoot in 2030"; not "zich tijdens de top verzetten tegen de 5%-norm", "binnen een jaar invoeren" */
    bool year = m->value && strlen(m->value) == 4 && !m->event;
    for (const struct mention *quantity; year && (quantity = mention_next(self, MENTION_QUANTITY, unit->first, unit->last, &at));)
        if (quantity->sub && strcmp(quantity->sub, "percent") == 0 && self->owner[quantity->first] == self->owner[m->first]) return true;
    date today = self->text->record->date;
    return date_known(today) && date_known(m->to) && m->to.year >= today.year + 15;
}

/* "Recognising that this will take until 2030, we will act": a complement in front of the verb is of what was recognised. */
static bool stands_before(const struct clause *clause, const struct clause *owner) {
    return owner->type == CLAUSE_COMPLEMENT && clause->finite != NO_TOKEN && owner != clause && owner->last <= clause->finite;
}

/* "Het fonds moet in 2023 operationeel zijn", "vanaf 2026 moeten dat er dertig zijn", "will be operational": a plan for a state, not for
 * an act; "de volgende bijeenkomst zal in mei zijn" is an event. */
static bool plans_state(const struct analysis *self, const struct clause *clause) {
    if (clause->modal == MODAL_NONE || clause->head == clause->finite || clause->passive ||
        !clause_verb_class(self, clause, CLASS_COPULA, NULL))
        return false;
    const struct token *before = token_at(self, clause->head - 1);
    const struct token *after = clause->head + 1 < clause->last ? token_at(self, clause->head + 1) : before;
    return before->pos == POS_ADJ || before->pos == POS_NUM || after->pos == POS_ADJ;
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
        if (self->aside[m->first] || !is_adverbial(self, m, first, last)) continue;
        bool foreign = owner->sentence != clause->sentence; /* an item under a lead */
        bool own = owner == clause || foreign;
        for (int32_t up = owner->parent; !own && up >= 0; up = self->clauses.at[up].parent) own = &self->clauses.at[up] == clause;
        /* "verzoekt de regering te onderzoeken welke regels gelden en de Kamer vóór 1 mei te informeren": the unit goes on in another
         * clause */
        if (!own && owner->type == CLAUSE_MAIN && owner->first > clause->first && !(m->first < clause->last))
            own = owner->first < unit->last &&
                  (of_infinitive(self, m->last, last) || /* "dat de groep, zoals ingesteld, haar werk vóór 15 maart afrondt" */
                   (unit->facts.lang == LANGUAGE_DUTCH && owner->finite != NO_TOKEN && owner->finite > m->last &&
                    owner->finite > owner->first + 2 && at_clause_end(self, owner->finite, owner->last)));
        if (!own || stands_before(clause, owner)) continue;
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
        bool reckoned = m->mod == MOD_ON_OR_BEFORE && m->anchor && !date_known(m->to); /* "binnen drie dagen na aanvraag" */
        if (m->sub && strcmp(m->sub, "DURATION") == 0 && !m->vague && !date_known(m->from) && !reckoned &&
            !(m->first > first && token_is(self, m->first - 1, CLASS_TIME_MOD)))
            continue; /* "de komende maanden" and "binnen zes weken na ontvangst" bound, "zes weken" does not */
        bool in_complement = foreign || (clause->complement_first < clause->complement_last && m->first >= clause->complement_first &&
                                         m->first < clause->complement_last);
        /* "besloten in oktober een centrum op te richten": a day gone by, right behind the verb, is the verb's own */
        if (in_complement && !foreign && act_past && !m->mod && clause->finite != NO_TOKEN && m->first <= clause->finite + 2 &&
            date_known(today) && date_known(m->to) && date_compare(m->to, today) < 0)
            in_complement = false;
        /* what is said in a meeting looks ahead from its day; the record of it is dated weeks later */
        date floor = unit->facts.spoken && date_known(today) ? date_add(today, 0, 0, -45) : today;
        /* "vóór eind 2025" counts back from the first day of what it names */
        if (m->mod == MOD_BEFORE && date_known(floor)) floor = date_add(floor, -1, 0, 0);
        bool past = date_known(today) && date_known(m->to) &&
                    (date_compare(m->to, floor) < 0 ||
                     (date_compare(m->to, today) < 0 && date_known(m->from) && date_compare(m->from, floor) < 0 && m->mod != MOD_BEFORE));
        if (date_known(today) && date_known(m->to) && (m->to.year < today.year - 60 || m->to.year > today.year + 100))
            continue;                                  /* a number that looks like a year */
        bool recalled = statement_recalled(statement); /* "toegezegd tijdens het debat van 7 juni": when it was promised */
        if (recalled && owner->type != CLAUSE_INFINITIVE && owner->type != CLAUSE_COMPLEMENT && !in_complement) {
            if (!statement->act_time && m->value) statement->act_time = m->value;
            continue;
        }
        bool present = m->value && strstr(m->value, "PRESENT_REF");
        /* "Today we launch an initiative": the day on which it is done by saying so */
        if (kind == KIND_DECISION && clause->modal == MODAL_NONE && !in_complement && date_known(today) && date_known(m->from) &&
            date_compare(m->from, today) == 0 && date_compare(m->to, today) == 0) {
            statement->act_time = m->value;
            continue;
        }
        /* what was decided, ordered or asked in the past and lies ahead is the content's: "is gevraagd het in 2030 te vullen" */
        if (act_past && !in_complement && !is_ahead(self, m) &&
            (kind == KIND_DECISION || kind == KIND_TASKING || kind == KIND_REQUEST || kind == KIND_REAFFIRMATION || past)) {
            if (!statement->act_time && m->value) statement->act_time = m->value;
            continue;
        }
        if (kind == KIND_DISCHARGE || kind == KIND_REPORT || kind == KIND_POSITION || kind == KIND_REAFFIRMATION || kind == KIND_CONDITION)
            continue;
        if (past && !act_past && !recalled) continue;
        if (present && ((kind != KIND_REQUEST && kind != KIND_TASKING) || clause->question)) continue;
        if (kind != KIND_PLAN ? !reckoned && tells_of_state(self, unit, m) : (plans_state(self, clause) || from_a_year(m))) {
            if (!statement->target_date.value) slot_time(self, &statement->target_date, m, first);
        } else if (!statement->due.value || (due_vague && !m->vague)) { /* a date says more than "in the coming period" */
            slot_time(self, &statement->due, m, first);
            if (reckoned) slot_reckoned(self, &statement->due, m, last);
            due_vague = m->vague;
        }
    }
    if (!statement->due.value && kind_tracked(kind) && !statement_recalled(statement))
        slots_events(self, unit, first, last, act_past, statement);
}
