/* Test 10, plan: third-person or agentless future, scheduled or open work, a deliverable that somebody is to produce. "De Raad zal dit
 * nader uitwerken." N2: a natural process or a forecast ("naar verwachting") is a report. */
#include "statement/kinds.h"

/* "The ministry will increase the budget": what grows by itself has no object, and somebody named does it. */
static bool acts_on(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (facts->lang != LANGUAGE_ENGLISH || !facts->subject_id || clause->passive || clause->head + 1 >= clause->last) return false;
    const struct token *t = token_at(facts->analysis, clause->head + 1);
    return t->pos == POS_DET || t->pos == POS_NOUN || t->pos == POS_PROPN || t->pos == POS_ADJ ||
           (t->pos == POS_PRON && token_is(facts->analysis, clause->head + 1, CLASS_POSSESSIVE));
}

/* The complement is a question: "hoe …", "welke …", "of …", which joins words too. */
static bool looks_into(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *inner = &self->clauses.at[facts->complement];
    return inner->type == CLAUSE_QUESTION ||
           (inner->opener != NO_TOKEN && word_is(self->words, token_at(self, inner->opener)->word, POS_BIT(POS_CCONJ)));
}

/* "Hierover wordt bij de Voorjaarsnota besloten": a present passive settles nothing yet. */
static bool settles_later(const struct facts *facts) {
    return facts->genre != GENRE_DECISIONS && facts->genre != GENRE_MOTION && cue_verb(facts, CLASS_CUE_DECIDE, NULL) != NO_TOKEN &&
           cue_word(facts, CLASS_CUE_HEREBY, NULL) == NO_TOKEN;
}

/* "Het ontwerp is voor de zomer gereed", "De brug kan in mei weer open". */
static bool ready(const struct facts *facts) {
    for (uint32_t i = facts->clause->finite + 1; i < facts->clause->last; i++)
        if (token_at(facts->analysis, i)->pos == POS_ADJ && token_is(facts->analysis, i, CLASS_CUE_EVENT)) return true;
    return false;
}

/* The subject is a meeting: "In oktober is er een informatieavond". */
static bool gathers(const struct facts *facts) {
    for (uint32_t i = facts->clause->subject_first; i < facts->clause->last && i < facts->clause->subject_last + 3; i++) {
        if (token_is(facts->analysis, i, CLASS_CUE_EVENT)) return true;
        if (i > facts->clause->subject_first && token_at(facts->analysis, i)->pos == POS_ADP) return false;
    }
    return false;
}

/* "De nieuwe post komt op een goed bereikbare plaats", in writing: where a thing will be. */
static bool comes_to_stand(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    uint32_t place = clause->finite + 1, at = 0;
    if (facts->lang != LANGUAGE_DUTCH || facts->spoken || !facts_present(facts) || facts->negated || clause->modal != MODAL_NONE ||
        clause->head != clause->finite || clause->idiom || clause->particle != NO_TOKEN || clause->type != CLAUSE_MAIN ||
        facts->subject_body || clause->subject_first + 1 >= clause->subject_last || clause->subject_last > clause->finite ||
        cue_verb(facts, CLASS_CUE_ARRIVE, NULL) == NO_TOKEN || place + 2 >= clause->last)
        return false;
    if (token_at(self, clause->subject_first)->pos != POS_DET || token_is(self, clause->subject_first, CLASS_INDEFINITE)) return false;
    return token_at(self, place)->pos == POS_ADP && token_is(self, place, CLASS_EVENT_MARK) && token_is(self, place, CLASS_PARTICLE) &&
           token_at(self, place + 1)->pos == POS_DET && !mention_next(self, MENTION_QUANTITY, place, clause->last, &at) &&
           !mention_next(self, MENTION_TIMEX, place, clause->last, &at);
}

/* A time of the calendar stands in the clause, not "zo snel mogelijk". */
static bool dated(const struct facts *facts) {
    uint32_t at = 0;
    for (const struct mention *m; (m = mention_next(facts->analysis, MENTION_TIMEX, facts->clause->first, facts->clause->last, &at));)
        if (m->value && !strstr(m->value, "_REF")) return true;
    return false;
}

/* "Als je dat zou doen, zou het veel kosten". */
static bool has_condition(const struct facts *facts) {
    uint32_t at = 0;
    return clause_inside(facts, CLAUSE_BIT(CLAUSE_CONDITION), &at) != NULL;
}

/* "… te staan": an infinitive with its mark ends the complement. */
static bool ends_in_infinitive(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t last = facts->clause->complement_last;
    while (last > facts->clause->complement_first && token_at(self, last - 1)->shape == SHAPE_PUNCT) last--;
    return last >= facts->clause->complement_first + 2 && token_is(self, last - 2, CLASS_INFINITIVE_MARK) &&
           self->owner[last - 2] == (uint32_t)(facts->clause - self->clauses.at); /* not "een plan om de haven te verdiepen" */
}

/* "De stemmingen zijn op dinsdag", "Dinsdag zijn": beside the verb stands a time, and not in the subject's name. */
static bool is_at_time(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    uint32_t at = 0;
    for (const struct mention *m; (m = mention_next(facts->analysis, MENTION_TIMEX, clause->first, clause->last, &at));)
        if (m->last == clause->finite || (m->first > clause->finite && m->first <= clause->finite + 2)) return true;
    return false;
}

/* "Over de moties stemmen we dinsdag", "De stemmingen zijn dinsdag": what the chair announces for a day. */
static bool announces_event(const struct facts *facts) {
    int32_t vote = 0;
    if (!facts->chair || facts->lang != LANGUAGE_DUTCH || facts->clause->question || facts->clause->past || facts->clause->perfect ||
        facts->negated || told_as_done(facts) || !dated(facts))
        return false;
    return (cue_verb(facts, CLASS_CUE_EVENT, &vote) != NO_TOKEN && vote == 2) ||
           (cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && facts->time_ahead && gathers(facts) && is_at_time(facts));
}

bool kind_plan(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (announces_event(facts)) return verdict_set(out, KIND_PLAN, "scheduled", facts->clause->head, 650);
    if (clause->question || clause->type == CLAUSE_CONDITION || clause->finite == NO_TOKEN || manages_talk(facts)) return false;
    int32_t effect = 0; /* 2: a verb of effect whatever its object ("will enable"); 1: without an object ("will rise") */
    bool forecast = cue_word(facts, CLASS_CUE_FORECAST, NULL) != NO_TOKEN ||
                    (cue_verb(facts, CLASS_CUE_FORECAST, &effect) != NO_TOKEN && (effect >= 2 || !acts_on(facts))) ||
                    (cue_verb(facts, CLASS_CUE_EFFECT, NULL) != NO_TOKEN && !facts->subject_body && facts->genre != GENRE_RESOLUTION);
    bool state = cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && !clause->passive;
    bool will = clause->modal == MODAL_WILL || (clause->modal == MODAL_GO && clause->head != clause->finite);
    int32_t strength = 0;
    uint32_t scheduled = cue_word(facts, CLASS_CUE_PLAN, &strength);
    if (scheduled == NO_TOKEN) scheduled = cue_verb(facts, CLASS_CUE_PLAN, &strength);
    if (scheduled != NO_TOKEN && strength >= 3 && !clause->past && !facts->negated)
        return verdict_set(out, KIND_PLAN, "scheduled", scheduled, 750);
    /* "Dat zou helpen", "Ik zou het graag willen": what would be is no plan unless a time is set for it ("zou met Prinsjesdag komen") */
    uint32_t at = 0;
    bool times = mention_next(facts->analysis, MENTION_TIMEX, clause->first, clause->last, &at) != NULL;
    bool hypothetical = will && clause->past && facts->lang == LANGUAGE_DUTCH && (has_condition(facts) || !times);
    /* "Oost-Europa zal moeten leveren": a need, unless a time is set */
    hypothetical |= will && !times && facts->lang == LANGUAGE_DUTCH && holds_modal(facts, MODAL_MUST);
    if (facts->chair && facts->lang == LANGUAGE_DUTCH && !will) return false; /* how the meeting goes on */
    if (will && !hypothetical && !forecast &&
        (!state || (facts->time_ahead && !(facts->spoken && facts->lang == LANGUAGE_DUTCH && !dated(facts)))) &&
        clause->head != clause->finite) {
        int32_t study = 0; /* "will consider the report": work, not a view */
        bool view = cue_verb(facts, CLASS_CUE_POSITION, NULL) != NO_TOKEN &&
                    !(facts->lang == LANGUAGE_ENGLISH && facts->subject_body && cue_verb(facts, CLASS_CUE_AID, NULL) != NO_TOKEN) &&
                    !(facts->lang == LANGUAGE_ENGLISH && cue_verb(facts, CLASS_CUE_OPEN_WORK, &study) != NO_TOKEN && study >= 3);
        if (!view && !facts->negated)
            return verdict_set(out, KIND_PLAN, facts->subject_id ? "assigned" : "deliverable", clause->finite, clause->past ? 600 : 780);
    }
    bool works = cue_verb(facts, CLASS_CUE_OPEN_WORK, &strength) != NO_TOKEN;
    if (clause->modal == MODAL_MUST && !clause->past) { /* "moeten nog worden uitgewerkt": open work (N3) */
        uint32_t yet = cue_word(facts, CLASS_CUE_YET, NULL);
        if (yet != NO_TOKEN && (clause->passive || (facts->lang == LANGUAGE_DUTCH && !facts->spoken && facts->person == PERSON_THIRD)))
            return verdict_set(out, KIND_PLAN, "open-work", yet, 750);
        if (facts->time_ahead && !forecast && facts->lang == LANGUAGE_DUTCH)
            return verdict_set(out, KIND_PLAN, "deliverable", clause->finite, 600); /* English "must" is a need (N3) */
    }
    if (clause->modal == MODAL_SHOULD && clause->passive && cue_verb(facts, CLASS_CUE_INFORM, &strength) != NO_TOKEN &&
        strength >= (facts->lang == LANGUAGE_ENGLISH ? 3 : 2))
        return verdict_set(out, KIND_PLAN, "deliverable", clause->finite, 600); /* "Progress should be reported to …" */
    if (clause->modal == MODAL_SHOULD && facts->time_ahead) return verdict_set(out, KIND_PLAN, "deliverable", clause->finite, 600);
    bool goes = clause->modal == MODAL_GO && clause->head == clause->finite && facts->lang == LANGUAGE_DUTCH; /* "gaat in consultatie" */
    /* "Inwoners kunnen tot 26 februari een zienswijze indienen": open until or from a day */
    if (clause->modal == MODAL_CAN && facts->lang == LANGUAGE_DUTCH && facts->time_ahead && !facts->spoken && !clause->past &&
        !facts->negated && !forecast && !state && (clause->head != clause->finite || ready(facts)) && facts->person == PERSON_THIRD &&
        cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN)
        return verdict_set(out, KIND_PLAN, "scheduled", clause->finite, 600);
    /* "Dat lijstje verwacht ik half april": what is to come in on a day */
    if (facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && facts->government && facts_present(facts) && !facts->negated &&
        facts->time_ahead && dated(facts) && facts->complement == UINT32_MAX && clause->complement_first == clause->complement_last &&
        clause->head == clause->finite && clause->modal == MODAL_NONE && cue_verb(facts, CLASS_CUE_FORECAST, NULL) != NO_TOKEN &&
        cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_PLAN, "scheduled", clause->head, 600);
    /* "De gegevens komen op een website te staan" */
    if (facts->lang == LANGUAGE_DUTCH && facts_present(facts) && !facts->negated && !forecast && clause->head == clause->finite &&
        cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN && clause->complement_first < clause->complement_last && !facts->by_author &&
        facts->complement == UINT32_MAX && ends_in_infinitive(facts))
        return verdict_set(out, KIND_PLAN, "deliverable", clause->head, 600);
    if (comes_to_stand(facts)) return verdict_set(out, KIND_PLAN, "deliverable", clause->head, 600);
    /* "In oktober is er een bijeenkomst": what there will be on a day */
    if (state && facts->lang == LANGUAGE_DUTCH && facts->time_ahead && facts_present(facts) && !facts->negated && !forecast &&
        clause->head == clause->finite && (gathers(facts) || ready(facts)))
        return verdict_set(out, KIND_PLAN, "scheduled", clause->head, 600);
    if (facts_present(facts) && (clause->modal == MODAL_NONE || goes) && !facts->negated && !forecast) {
        /* "The works start in May"; but "These include exports this year": an English present tense looks ahead only of work or an event */
        bool event = facts->lang != LANGUAGE_ENGLISH || clause->passive || works || scheduled != NO_TOKEN ||
                     (clause->idiom && cue_verb(facts, CLASS_CUE_AWAIT, NULL) == NO_TOKEN) ||
                     cue_verb(facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN;
        /* "Dat loopt door tot 2020", said in debate: only of work, an event or somebody who acts */
        if (facts->lang == LANGUAGE_DUTCH && facts->spoken)
            event = clause->passive || works || scheduled != NO_TOKEN || facts->subject_id || facts->government == false ||
                    cue_verb(facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN;
        /* "Het rapport is vorige week opgeleverd": done, though minutes are dated later */
        bool done = facts->lang == LANGUAGE_DUTCH && told_as_done(facts) && scheduled == NO_TOKEN;
        if (facts->time_ahead && !done && !state && event && cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN &&
            cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN)
            return verdict_set(out, KIND_PLAN, "scheduled", clause->head, 680);
        if (facts->lang == LANGUAGE_DUTCH && !facts->time_ahead && scheduled != clause->finite && finite_may_be(facts, CLASS_PERFECT))
            /* "is er achter gekomen", "is onlangs verschenen": done */
            scheduled = NO_TOKEN;
        /* "Hierover vindt nog overleg plaats", "Er wordt nog gewerkt aan": open work */
        if (facts->lang == LANGUAGE_DUTCH && !clause->perfect && cue_word(facts, CLASS_CUE_YET, NULL) != NO_TOKEN && !told_as_done(facts) &&
            ((works && clause->passive) || cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN))
            return verdict_set(out, KIND_PLAN, "open-work", clause->head, 600);
        /* "Daarna wordt het rapport opgesteld": the next step; "De uitkomsten worden geëvalueerd", of a letter's own subject */
        int32_t step = 0;
        if (facts->lang == LANGUAGE_DUTCH && clause->passive && !told_as_done(facts) && !facts->spoken &&
            (cue_word(facts, CLASS_CUE_YET, NULL) != NO_TOKEN || settles_later(facts)) &&
            (cue_verb(facts, CLASS_CUE_OPEN_WORK, &step) != NO_TOKEN || settles_later(facts)))
            return verdict_set(out, KIND_PLAN, "open-work", clause->head, 600);
        /* "Bezien wordt of de regels volstaan": a question that is being looked into */
        if (facts->lang == LANGUAGE_DUTCH && works && (clause->passive || (strength >= 3 && facts->subject_id && !facts->by_author)) &&
            !told_as_done(facts) && facts->complement != UINT32_MAX && looks_into(facts))
            return verdict_set(out, KIND_PLAN, "open-work", clause->head, 600);
        /* "De VN brengen dat op dit moment in kaart": somebody's work under way */
        int32_t firm = 0;
        if (facts->lang == LANGUAGE_DUTCH && !clause->perfect && !clause->passive && cue_word(facts, CLASS_CUE_YET, NULL) != NO_TOKEN &&
            facts->subject_id &&
            ((cue_verb(facts, CLASS_CUE_OPEN_WORK, &firm) != NO_TOKEN && firm >= 2) ||
             (facts->spoken && facts->person == PERSON_THIRD && cue_verb(facts, CLASS_CUE_INFORM, &firm) != NO_TOKEN && firm >= 2 &&
              cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN)))
            return verdict_set(out, KIND_PLAN, "open-work", clause->head, 600);
        /* "De politie werkt aan een plan", "Er wordt gewerkt aan regels": work under way */
        int32_t under_way = 0;
        if (facts->lang == LANGUAGE_DUTCH && !facts->by_author && clause->idiom_word != NO_TOKEN && !told_as_done(facts) &&
            !clause->perfect && token_at(facts->analysis, clause->idiom_word)->pos == POS_ADP &&
            (facts->person == PERSON_THIRD || clause->passive) && cue_verb(facts, CLASS_CUE_OPEN_WORK, &under_way) != NO_TOKEN &&
            under_way >= 2)
            return verdict_set(out, KIND_PLAN, "open-work", clause->head, 600);
        /* "We volgen de ontwikkelingen": who follows something plans nothing */
        if (facts->lang == LANGUAGE_DUTCH && scheduled == clause->head && !clause->passive && !clause->idiom &&
            (facts->person == PERSON_I || facts->person == PERSON_WE))
            scheduled = NO_TOKEN;
        if (scheduled != NO_TOKEN && strength >= 2) return verdict_set(out, KIND_PLAN, "scheduled", scheduled, 650);
        if (works && clause->passive && facts->time_ahead && !done) return verdict_set(out, KIND_PLAN, "open-work", clause->head, 650);
    }
    return false;
}
