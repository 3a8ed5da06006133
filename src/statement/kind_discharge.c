/* Test 1, discharge: an earlier promise, request, motion, tasking or decision, named or marked in the text, is carried out, answered,
 * finished or closed. "Hiermee beschouw ik de motie als afgedaan." */
#include "statement/kinds.h"

/* The participle of promising or asking before a noun: "het toegezegde overzicht". */
static uint32_t marked_noun(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t own = (uint32_t)(facts->clause - self->clauses.at);
    for (uint32_t i = facts->clause->first; i + 1 < facts->clause->last; i++)
        if (self->owner[i] == own && i != facts->clause->head && token_at(self, i + 1)->pos == POS_NOUN &&
            (token_at(self, i)->pos == POS_ADJ || (token_at(self, i)->forms & FORM_PARTICIPLE)) &&
            (token_is(self, i, CLASS_CUE_COMMIT) || token_is(self, i, CLASS_CUE_ASK)))
            return i;
    return NO_TOKEN;
}

/* "onze antwoorden", "een reactie": what is given to who asked. */
static bool replies(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    const struct analysis *self = facts->analysis;
    int32_t value;
    for (uint32_t i = clause->first; i < clause->last; i++) {
        if (token_class(self, i, CLASS_CUE_DELIVERABLE, &value) && value == 2) return true;
        /* behind "onze" it may pass for an infinitive */
        bool determined = i > clause->first && (token_at(self, i - 1)->pos == POS_DET || token_at(self, i - 1)->pos == POS_PRON);
        if (determined && lexicon_word_class(self->words, token_at(self, i)->word, CLASS_CUE_DELIVERABLE, &value) && value == 2)
            return true;
    }
    return false;
}

/* "Met deze raadsbrief", "in dit memo": the record itself, by what it is. */
static bool with_this_paper(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    if (facts->lang != LANGUAGE_DUTCH) return false;
    for (uint32_t i = facts->clause->first; i + 2 < facts->clause->last; i++)
        if (token_at(self, i)->pos == POS_ADP && token_is(self, i + 1, CLASS_ANAPHOR) && token_at(self, i + 1)->pos == POS_DET &&
            token_is(self, i + 2, CLASS_CUE_DELIVERABLE))
            return true;
    return false;
}

/* "hierbij", "zoals aangegeven in de bijlage": this record does it, also where a clause of manner says so. */
static bool does_it_here(const struct facts *facts) {
    uint32_t at = 0;
    for (const struct clause *manner; (manner = clause_inside(facts, CLAUSE_BIT(CLAUSE_MANNER), &at));)
        if (clause_find(facts->analysis, manner, CLASS_CUE_HEREBY, NULL) != NO_TOKEN) return true;
    return cue_word(facts, CLASS_CUE_HEREBY, NULL) != NO_TOKEN;
}

bool kind_discharge(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    const struct analysis *self = facts->analysis;
    if (facts->negated || clause->question || clause->modal == MODAL_MUST || clause->modal == MODAL_WANT || clause->modal == MODAL_SHOULD)
        return false;
    int32_t strength = 0, earlier = 0;
    uint32_t named = undertaking(facts, &earlier);
    if (facts->promises_list) return false; /* what is still to be done */
    /* "voldoen aan een norm en hebben een plan": a plan, or what was not spoken of before, is no undertaking that one meets */
    if (facts->lang == LANGUAGE_DUTCH && named != NO_TOKEN &&
        (earlier == 5 || (named > clause->first && token_is(self, named - 1, CLASS_INDEFINITE))))
        named = NO_TOKEN;
    uint32_t cue = cue_verb(facts, CLASS_CUE_DISCHARGE, &strength);
    if (cue == NO_TOKEN || strength < 2) {
        uint32_t word = cue_word(facts, CLASS_CUE_DISCHARGE, &strength);
        if (word != NO_TOKEN) cue = word;
    }
    /* "Urges the board to finish, as mandated, its work": what is asked or settled now is not carried out yet */
    if (cue != NO_TOKEN && cue != clause->head && facts->lang == LANGUAGE_ENGLISH && facts_present(facts) &&
        (cue_verb(facts, CLASS_CUE_ASK, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_ORDER, NULL) != NO_TOKEN ||
         cue_verb(facts, CLASS_CUE_DECIDE, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_INTEND, NULL) != NO_TOKEN ||
         cue_verb(facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN))
        return false;
    bool here = (clause_find(self, clause, CLASS_CUE_HEREBY, NULL) != NO_TOKEN || with_this_paper(facts)) && !facts->time_ahead &&
                clause->modal == MODAL_NONE;
    if (cue != NO_TOKEN && cue != clause->head && facts->future && !here && facts->lang == LANGUAGE_DUTCH)
        cue = NO_TOKEN; /* "Zoals toegezegd informeer ik u voor de zomer": still to come */
    if (cue != NO_TOKEN && clause->modal != MODAL_WILL && (strength >= 3 || (strength == 2 && named != NO_TOKEN)))
        return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", cue, named != NO_TOKEN ? 850 : 750);
    /* "Conform de motie-De Wit is het plan aangepast": done as was asked or promised */
    if (facts->lang == LANGUAGE_DUTCH && named != NO_TOKEN && (earlier == 1 || earlier == 2) && !facts->future &&
        clause->modal == MODAL_NONE)
        for (uint32_t i = clause->first; i < named; i++)
            if (i + 3 > named && token_at(self, i)->pos == POS_ADP && token_is(self, i, CLASS_CUE_DISCHARGE) &&
                (clause->perfect || clause->passive || clause->past))
                return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", i, 750);
    /* "Zoals toegezegd, is uitgezocht …": a marked promise and a finished act */
    uint32_t at = 0;
    if (clause->perfect || (clause->passive && !facts->future) || clause->past || here)
        for (const struct clause *manner; (manner = clause_inside(facts, CLAUSE_BIT(CLAUSE_MANNER), &at));)
            if (clause_verb_class(self, manner, CLASS_CUE_COMMIT, NULL) || clause_verb_class(self, manner, CLASS_CUE_ASK, NULL))
                return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", manner->head, 900);
    /* "Bijgaand treft u het toegezegde overzicht aan": what was promised or asked for is handed over */
    if (facts->lang == LANGUAGE_DUTCH && facts->government && !facts->spoken && !clause->past && !facts->future &&
        clause->modal == MODAL_NONE && (facts->chamber != NO_TOKEN || clause->perfect || clause->passive)) {
        cue = marked_noun(facts);
        if (cue != NO_TOKEN) return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", cue, 750);
    }
    /* "Die motie hebben wij uitgevoerd": the perfect of an act on something undertaken before, as its object */
    if (facts->lang == LANGUAGE_DUTCH && named != NO_TOKEN && clause->perfect && !clause->past && earlier >= 1 && earlier <= 4 &&
        cue_verb(facts, CLASS_CUE_DISCHARGE, &strength) != NO_TOKEN && self->owner[named] == (uint32_t)(clause - self->clauses.at) &&
        named > clause->first && token_at(self, named - 1)->pos == POS_DET)
        return verdict_set(out, KIND_DISCHARGE, "complete", clause->head, 750);
    /* "Hierbij stuur ik u de antwoorden op de vragen van het lid X": what was asked is handed over */
    int32_t gives = 0;
    if (facts->lang == LANGUAGE_DUTCH && facts->government && !facts->spoken && facts_present(facts) && earlier == 2 &&
        cue_word(facts, CLASS_CUE_HEREBY, NULL) != NO_TOKEN && cue_verb(facts, CLASS_CUE_INFORM, &gives) != NO_TOKEN && replies(facts))
        return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", clause->head, 750);
    /* "Hieronder treft u onze antwoorden aan" */
    if (facts->lang == LANGUAGE_DUTCH && facts->government && !facts->spoken && facts_present(facts) && facts->person == PERSON_YOU &&
        cue_word(facts, CLASS_CUE_HEREBY, NULL) != NO_TOKEN && replies(facts))
        return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", clause->head, 650);
    /* "Met deze raadsbrief handelen wij de toezegging af" */
    if (here && named != NO_TOKEN && facts->by_author && cue_verb(facts, CLASS_CUE_DISCHARGE, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_DISCHARGE, "fulfil-promise", clause->head, 750);
    /* "Het onderzoek is afgerond": only of something that was undertaken before: a promise's noun, or one pointed back to */
    cue = cue_verb(facts, CLASS_CUE_DISCHARGE, &strength);
    /* "De vragen worden beantwoord": not yet, unless this record does it */
    bool going_on = facts->lang == LANGUAGE_DUTCH && clause->passive && !clause->past && !clause->perfect && clause->finite != NO_TOKEN &&
                    !finite_may_be(facts, CLASS_PERFECT) && !does_it_here(facts);
    if (cue != NO_TOKEN && !going_on && (clause->perfect || clause->passive || cue != clause->head) && !facts->future &&
        clause->modal == MODAL_NONE) {
        bool back = false;
        if (clause->subject_first < clause->subject_last) {
            const struct token *subject = token_at(self, clause->subject_first);
            back = subject->pos != POS_NOUN && token_is(self, clause->subject_first, CLASS_ANAPHOR);
            for (uint32_t i = clause->subject_first; i < clause->subject_last; i++) back |= token_is(self, i, CLASS_CUE_UNDERTAKING);
        }
        back |= facts->lang == LANGUAGE_DUTCH && named != NO_TOKEN && named >= clause->subject_first &&
                (named < clause->subject_last || (named <= clause->subject_last + 2 && clause->subject_last > clause->subject_first &&
                                                  token_at(self, clause->subject_last)->pos == POS_ADP)); /* "een deel van de motie" */
        uint32_t inside = 0; /* "The review that we commissioned has been completed" */
        for (const struct clause *inner; !back && clause->perfect && (inner = clause_inside(facts, CLAUSE_BIT(CLAUSE_RELATIVE), &inside));)
            back = inner->first >= clause->subject_first && inner->first < cue && inner->finite != NO_TOKEN &&
                   (clause_verb_class(self, inner, CLASS_CUE_ORDER, NULL) || clause_verb_class(self, inner, CLASS_CUE_ASK, NULL) ||
                    clause_verb_class(self, inner, CLASS_CUE_COMMIT, NULL));
        if (back) return verdict_set(out, KIND_DISCHARGE, "complete", cue, 750);
    }
    return false;
}
