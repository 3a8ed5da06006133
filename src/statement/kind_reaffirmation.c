/* Test 3, reaffirmation: a commitment, policy, decision or treaty article is confirmed again. The test is lexical: "herbevestigen",
 * "reaffirm", "nogmaals committeren"; plain "bevestigen" only with a noun object that is such a thing, never with a dat-clause (N4, N14).
 */
#include "statement/kinds.h"

/* "Our commitment remains to restrict trade", "Our support stands": what was undertaken goes on (as in "remain committed", example 48). The
 * noun heads the subject. */
static bool commitment_stands(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    const struct analysis *self = facts->analysis;
    int32_t what = 0;
    if (clause->head == NO_TOKEN || clause->head != clause->finite || !facts_present(facts) ||
        !(token_is(self, clause->finite, CLASS_CUE_STANDS) || cue_verb(facts, CLASS_CUE_STANDS, NULL) != NO_TOKEN))
        return false;
    if (facts->lang == LANGUAGE_DUTCH) { /* "De ambitie dat … staat nog steeds overeind" */
        for (uint32_t i = clause->first; i < clause->finite; i++)
            if (self->owner[i] == (uint32_t)(clause - self->clauses.at) && token_is(self, i, CLASS_CUE_UNDERTAKING)) return true;
        return false;
    }
    if (clause->subject_first == clause->subject_last || !token_is(self, clause->subject_first, CLASS_POSSESSIVE)) return false;
    for (uint32_t i = clause->subject_first; i < clause->subject_last; i++)
        if (token_at(self, i)->pos == POS_NOUN) return token_class(self, i, CLASS_CUE_UNDERTAKING, &what) && what == 1;
    return false;
}

bool kind_reaffirmation(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || facts->negated) return false;
    int32_t strength = 0;
    uint32_t cue = cue_verb(facts, CLASS_CUE_REAFFIRM, &strength);
    if (cue == NO_TOKEN) cue = cue_word(facts, CLASS_CUE_REAFFIRM, &strength);
    if (cue == NO_TOKEN && (cue = goes_on_to(facts, CLASS_CUE_REAFFIRM)) != NO_TOKEN) strength = 2;
    if (cue != NO_TOKEN && strength < 2 && !(clause->finite != NO_TOKEN && token_is(facts->analysis, clause->finite, CLASS_CUE_CONTINUE)))
        cue = NO_TOKEN; /* "blijft gecommitteerd" */
    if (cue != NO_TOKEN && !(clause->modal == MODAL_WILL && cue == clause->head && facts->lang == LANGUAGE_DUTCH))
        return verdict_set(out, KIND_REAFFIRMATION, "policy", cue, 900);
    int32_t anew = 0;
    uint32_t again = cue_word(facts, CLASS_CUE_AGAIN, &anew);
    uint32_t confirms = cue_verb(facts, CLASS_CUE_CONFIRM, NULL), commits = cue_verb(facts, CLASS_CUE_COMMIT, NULL);
    if (again != NO_TOKEN &&
        (confirms != NO_TOKEN || (commits != NO_TOKEN && (anew >= 3 || facts->lang != LANGUAGE_DUTCH)))) /* "onverminderd" goes on */
        return verdict_set(out, KIND_REAFFIRMATION, "pledge", again, 850);
    if (confirms != NO_TOKEN && facts->complement == UINT32_MAX && undertaking(facts, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_REAFFIRMATION, "pledge", confirms, 750);
    if (again != NO_TOKEN && clause->finite != NO_TOKEN && token_is(facts->analysis, clause->finite, CLASS_CUE_CONTINUE) &&
        facts_present(facts) && !facts->by_author)
        return verdict_set(out, KIND_REAFFIRMATION, "policy", again, 650); /* "Deze doelen blijven onverkort gelden" */
    if (again != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && facts_present(facts) && cue_verb(facts, CLASS_CUE_STANDS, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_REAFFIRMATION, "policy", again, 650); /* "houdt onverkort vast aan dat stelsel" */
    if (commitment_stands(facts)) return verdict_set(out, KIND_REAFFIRMATION, "pledge", clause->head, 700);
    uint32_t repeats = cue_verb(facts, CLASS_CUE_REITERATE, NULL);
    if (repeats != NO_TOKEN && facts->complement == UINT32_MAX) {
        int32_t what = 0;
        uint32_t noun = undertaking(facts, &what);
        if (noun != NO_TOKEN && what != 2 && what != 4 && what != 6) return verdict_set(out, KIND_REAFFIRMATION, "policy", repeats, 800);
    }
    return false;
}
