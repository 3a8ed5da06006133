/* Slot due, where an event bounds the work and no calendar does (guideline, section 4: the anchor of a deadline is EVENT:x).
 *
 *   "op de Top in Madrid", "at its next session"                        a meeting named after a preposition of time
 *   "uiterlijk voor de behandeling van de begroting"                    what "at the latest" governs, EVENT:BEHANDELING-BEGROTING
 *   "binnen drie dagen na aanvraag"                                     a stretch reckoned from an event, EVENT:AANVRAAG+P3D */
#include "statement/unit.h"

bool token_time_role(const struct analysis *self, uint32_t token, enum time_role role) {
    int32_t value;
    return token_class(self, token, CLASS_TIME_WORD, &value) && time_word_has(self->mentions, self->text, value, role);
}

/* The words of an event without those that only join them: "de behandeling van de begroting" is BEHANDELING-BEGROTING. */
static const char *event_words(const struct analysis *self, uint32_t first, uint32_t last) {
    span words = text_span(self->text, first, last);
    char *out = arena_alloc(self->memory, words.end - words.start + (last - first) + 1);
    size_t size = 0;
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = token_at(self, i);
        if (t->pos == POS_DET || t->pos == POS_ADP || t->pos == POS_CCONJ || t->pos == POS_PRON || t->shape == SHAPE_PUNCT ||
            self->aside[i])
            continue;
        slice word = token_text(self->text, i);
        if (size) out[size++] = '-';
        for (size_t k = 0; k < word.size; k++)
            out[size++] = (char)(word.data[k] >= 'a' && word.data[k] <= 'z' ? word.data[k] - 32 : word.data[k]);
    }
    out[size] = '\0';
    return out;
}

/* The noun phrase at `first` with what "van" or "of" adds to it. */
static uint32_t event_end(const struct analysis *self, uint32_t first, uint32_t last) {
    uint32_t end = noun_phrase_end(self, first, last);
    /* "het aantreden van een minister": an infinitive with an article is a noun */
    if (end == first + 1 && token_at(self, first)->pos == POS_DET && end < last && token_at(self, end)->pos == POS_VERB) end++;
    while (end > first && end + 1 < last && token_time_role(self, end, TIME_ROLE_OF)) {
        uint32_t next = noun_phrase_end(self, end + 1, last);
        if (next <= end + 1) break;
        end = next;
    }
    return end;
}

void slot_reckoned(struct analysis *self, struct slot *slot, const struct mention *m, uint32_t last) {
    if (m->last + 1 >= last || !m->value || token_at(self, m->last)->pos != POS_ADP) return;
    bool unknown = strcmp(m->value, "XXXX-XX-XX") == 0; /* of a record without a date */
    bool stretch = m->value[0] == 'P' && (m->value[1] == 'T' || m->value[1] == 'X' || (m->value[1] >= '0' && m->value[1] <= '9'));
    if (!stretch && !unknown) return; /* "op 30 augustus aan de Kamer" */
    uint32_t end = event_end(self, m->last + 1, last);
    if (end <= m->last + 1) return;
    const char *event = event_words(self, m->last + 1, end);
    slot->last = end;
    slot->span = text_span(self->text, slot->first, end);
    slot->value = unknown ? arena_format(self->memory, "EVENT:%s", event) : arena_format(self->memory, "EVENT:%s+%s", event, m->value);
    slot->anchor = arena_format(self->memory, "EVENT-AFTER:%s", event);
}

/* Whether what stands at a token is said of the unit's own act, and not of something in a clause about it. */
static bool of_the_act(const struct analysis *self, const struct unit *unit, uint32_t token, bool act_past) {
    const struct clause *clause = unit->facts.clause, *owner = &self->clauses.at[self->owner[token]];
    if (owner != clause && owner->type != CLAUSE_COMPLEMENT && owner->type != CLAUSE_INFINITIVE && owner->type != CLAUSE_MAIN) return false;
    bool in_complement =
        owner->sentence != clause->sentence || (clause->complement_first < clause->complement_last && token >= clause->complement_first);
    return in_complement || !act_past;
}

/* What a bare preposition governs is an event only if a word says so: "tegen de vergadering". */
static bool names_event(const struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++)
        if (token_at(self, i)->pos == POS_NOUN && token_is(self, i, CLASS_CUE_EVENT)) return true;
    return false;
}

void slots_events(struct analysis *self, const struct unit *unit, uint32_t first, uint32_t last, bool act_past,
                  struct statement *statement) {
    uint32_t at = 0;
    if (act_past && unit->facts.clause->complement_first >= unit->facts.clause->complement_last) return;
    for (const struct mention *m; (m = mention_next(self, MENTION_REFERENCE, first, last, &at));) {
        if (!m->sub || strcmp(m->sub, "meeting") != 0 || self->aside[m->first] || m->first == first) continue;
        uint32_t before = m->first - 1;
        while (before > first && (token_at(self, before)->pos == POS_DET || token_at(self, before)->pos == POS_ADJ)) before--;
        if (token_at(self, before)->pos != POS_ADP || !(token_is(self, before, CLASS_TIME_MOD) || token_is(self, before, CLASS_EVENT_MARK)))
            continue;
        if (!of_the_act(self, unit, m->first, act_past)) continue;
        /* "adopted by the Conference", "commitments to the Summit", "zich inzetten voor een top" */
        if (!m->value && (!token_is(self, before, CLASS_EVENT_MARK) || token_is(self, before, CLASS_AGENT_MARK) ||
                          token_is(self, before, CLASS_INFINITIVE_MARK)))
            continue;
        const char *event = m->value ? arena_format(self->memory, "EVENT:%s", m->value) : NULL;
        statement->due = (struct slot){ before, m->last, text_span(self->text, before, m->last), event, event };
        return;
    }
    for (uint32_t i = first; i + 1 < last; i++) {
        if (self->aside[i] || !token_time_role(self, i, TIME_ROLE_BY) || token_is(self, i, CLASS_AGENT_MARK)) continue;
        uint32_t noun = i + (self->phrase_size[i] ? self->phrase_size[i] : 1u), timex = 0;
        if (noun < last && token_at(self, noun)->pos == POS_ADP) noun++;
        uint32_t end = noun < last ? event_end(self, noun, last) : noun;
        if (end <= noun || mention_next(self, MENTION_TIMEX, i, end + 1 < last ? end + 1 : last, &timex) ||
            !of_the_act(self, unit, i, act_past))
            continue;
        if (noun == i + 1 && token_at(self, i)->pos == POS_ADP && !names_event(self, noun, end)) continue; /* "maatregelen tegen racisme" */
        const char *words = event_words(self, noun, end);
        if (!*words) continue;
        const char *event = arena_format(self->memory, "EVENT:%s", words);
        statement->due = (struct slot){ i, end, text_span(self->text, i, end), event, event };
        return;
    }
}
