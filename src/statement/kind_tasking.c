/* Test 5, tasking: a verb of order with an addressee other than the issuer. "De Raad werd opgedragen opties te onderzoeken." */
#include "statement/kinds.h"

bool kind_tasking(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || clause->modal == MODAL_WILL || facts->negated) return false;
    int32_t light = 0, strength = 0;
    uint32_t cue = cue_verb(facts, CLASS_CUE_ORDER, &strength);
    if (cue != NO_TOKEN && strength < 2) cue = NO_TOKEN;
    if (cue == NO_TOKEN && clause->head != NO_TOKEN && token_is(facts->analysis, clause->head, CLASS_LIGHT_VERB))
        cue = cue_word(facts, CLASS_CUE_ORDER, NULL);
    if (facts->lang == LANGUAGE_ENGLISH && cue != NO_TOKEN && cue != clause->head && token_at(facts->analysis, cue)->pos != POS_NOUN)
        return false; /* "took note of other mandated events" */
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && cue != clause->head && token_at(facts->analysis, cue)->pos != POS_NOUN &&
        noun_follows(facts, cue))
        return false; /* "de door ons aangewezen instanties" */
    if (cue == NO_TOKEN) return false;
    /* "Efforts on this scale require monitoring": things order nobody */
    if (facts->lang == LANGUAGE_ENGLISH && facts->genre != GENRE_RESOLUTION && facts->person == PERSON_THIRD && !facts->subject_body &&
        !clause->passive && strength < 3)
        return false;
    /* "More capacity was commissioned": so are things bought */
    if (facts->lang == LANGUAGE_ENGLISH && clause->passive && !facts->subject_body && cue == clause->head &&
        clause->complement_first == clause->complement_last)
        return false;
    clause_verb_class(facts->analysis, clause, CLASS_LIGHT_VERB, &light);
    verdict_set(out, KIND_TASKING, NULL, cue, 900);
    out->subject_is_addressee = clause->passive || light == 2; /* "kreeg de opdracht" */
    return true;
}
