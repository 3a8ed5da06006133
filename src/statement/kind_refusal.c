/* Test 2, refusal: an act asked for or expected will not or cannot be done or shared, or is ruled out. "Ik zie geen aanleiding de
 * strategie aan te passen." "Het beleid kan niet gedeeld worden." */
#include "statement/clause_parts.h"
#include "statement/kinds.h"

/* "Het kan niet zo zijn dat": a copula in the clause, whatever its chain of verbs was taken for. */
static bool holds_state(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (facts->lang != LANGUAGE_DUTCH) return false;
    for (uint32_t i = clause->finite + 1; i < clause->last; i++)
        if (facts->analysis->owner[i] == (uint32_t)(clause - facts->analysis->clauses.at) && token_is(facts->analysis, i, CLASS_COPULA))
            return true;
    return cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN;
}

/* "Uitstellen | kan niet": an infinitive right before the finite verb, as what the clause is about. */
static bool infinitive_in_front(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (clause->finite == NO_TOKEN || clause->finite == clause->first) return false;
    uint32_t before = clause->finite - 1;
    const struct token *t = token_at(facts->analysis, before);
    return (t->pos == POS_VERB || t->pos == POS_NOUN) && may_have(facts->analysis, before, FORM_INFINITIVE);
}

bool kind_refusal(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || clause->type == CLAUSE_CONDITION) return false;
    if (facts->genre == GENRE_DECISIONS && facts->lang == LANGUAGE_DUTCH && clause->passive)
        return false; /* "Het amendement wordt verworpen" */
    int32_t strength = 0;
    uint32_t cue = cue_verb(facts, CLASS_CUE_REFUSE, &strength);
    int32_t alone = 0; /* "zie onvoldoende aanleiding", which says more than "zie aanleiding" */
    uint32_t word = cue == NO_TOKEN || strength < 3 || strength == 4 ? cue_word(facts, CLASS_CUE_REFUSE, &alone) : NO_TOKEN;
    if (word != NO_TOKEN && (cue == NO_TOKEN || alone == 3)) cue = word, strength = alone;
    /* "We reject the use of force" is a view, "exports declined" a fact: English verbs of refusal refuse what was asked, or to do something
     */
    if (cue != NO_TOKEN && cue == clause->head && facts->lang == LANGUAGE_ENGLISH && undertaking(facts, NULL) == NO_TOKEN &&
        clause->complement_first == clause->complement_last &&
        (cue_verb(facts, CLASS_CUE_POSITION, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_REPORT, NULL) != NO_TOKEN))
        return false;
    if (cue != NO_TOKEN && strength == 3 && !facts->negated) return verdict_set(out, KIND_REFUSAL, "decline", cue, 800);
    /* "The secretariat is unable to provide the figures": what it cannot give or promise now */
    if (cue != NO_TOKEN && cue != clause->head && strength == 1 && facts->lang == LANGUAGE_ENGLISH && !facts->negated &&
        facts_present(facts) && clause->modal == MODAL_NONE && token_at(facts->analysis, cue)->pos == POS_ADJ && facts->subject_body)
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 700);
    /* "Hongarije blokkeerde het besluit": a weaker verb, of something that was asked or proposed */
    if (cue != NO_TOKEN && cue == clause->head && strength == 1 && facts->lang == LANGUAGE_DUTCH && !facts->negated && facts->subject_id &&
        !clause->passive && clause->modal == MODAL_NONE && undertaking(facts, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 650);
    if (!facts->negated) return false;
    /* "dat onrust geeft en niet past bij een overheid": what one thinks of it, unless the asked-for act is its subject in a government's
     * words */
    if (cue != NO_TOKEN && cue == clause->head && facts->lang == LANGUAGE_DUTCH && !facts->government && !facts->subject_id &&
        strength == 2)
        cue = NO_TOKEN;
    bool happened = facts->lang == LANGUAGE_DUTCH && cue == clause->head && granting(facts, 1) &&
                    (clause->past || clause->perfect || clause->head != clause->finite) && clause->modal == MODAL_NONE;
    /* "heeft nog niet ingestemd": what is still open is not refused */
    bool open = facts->lang == LANGUAGE_DUTCH && cue_word(facts, CLASS_CUE_YET, NULL) != NO_TOKEN;
    if (cue != NO_TOKEN && strength == 2 && !happened && !open)     /* "Het is niet gelukt" tells */
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 850); /* "geen aanleiding", "niet aan de orde" */
    /* "Ik heb niet de behoefte om die discussie over te doen" */
    if (cue != NO_TOKEN && cue == clause->idiom_word && strength == 1 && facts->lang == LANGUAGE_DUTCH && facts->spoken &&
        facts->government && facts->person == PERSON_I && facts_present(facts) && clause->complement_first < clause->complement_last)
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 600);
    /* "Aan dat verzoek geven wij geen gehoor": what was asked is not carried out */
    int32_t asked = 0, carried = 0;
    if (facts->lang == LANGUAGE_DUTCH && (facts_present(facts) || (clause->perfect && !clause->passive && !facts->spoken)) &&
        undertaking(facts, &asked) != NO_TOKEN && asked == 2 && cue_verb(facts, CLASS_CUE_DISCHARGE, &carried) != NO_TOKEN &&
        (facts->by_author || carried >= 2))
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 800);
    /* "The proposal was not adopted", "De motie is niet aangenomen" */
    uint32_t endorses = clause->passive && clause->modal == MODAL_NONE && !open ? cue_verb(facts, CLASS_CUE_ENDORSE, NULL) : NO_TOKEN;
    if (endorses != NO_TOKEN && (clause->past || (facts->lang == LANGUAGE_DUTCH && !facts->future)))
        return verdict_set(out, KIND_REFUSAL, "decline", endorses, 700);
    /* "Met een afzwakking gaat het kabinet niet akkoord" */
    if (facts->lang == LANGUAGE_DUTCH && !facts->spoken && !clause->passive && clause->modal == MODAL_NONE && facts_present(facts) &&
        !open && (facts->subject_body || facts->by_author) && cue_verb(facts, CLASS_CUE_ENDORSE, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 750);
    /* "Hungary will not deploy forces": what another will not do (N8) */
    if (clause->modal == MODAL_WILL && !clause->past && !clause->passive && facts->subject_id && !facts->spoken &&
        facts->person == PERSON_THIRD && cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN &&
        cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN && clause->head != clause->finite)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 600);
    bool first_person =
        facts->person == PERSON_I || facts->person == PERSON_WE || (facts->by_author && facts->government && !facts->spoken);
    bool informs = cue_verb(facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN;
    bool promises = cue_verb(facts, CLASS_CUE_COMMIT, NULL) != NO_TOKEN;
    uint32_t secret = cue_word(facts, CLASS_CUE_CLASSIFIED, NULL);
    if (clause->modal == MODAL_CAN && !clause->past) {
        /* "Dat kunnen andere landen ook niet garanderen": in talk only of oneself, or of nobody named */
        bool others = facts->lang == LANGUAGE_DUTCH && facts->spoken && !clause->passive && !facts->by_author && !first_person;
        if ((informs || promises) && !others)
            return verdict_set(out, KIND_REFUSAL, secret != NO_TOKEN ? "classified" : "decline", clause->negation, 880);
        if (first_person && !(facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government) && clause->head != clause->finite &&
            cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN)
            return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 750);
        if (facts->spoken && facts->government && facts->person == PERSON_THIRD && clause->head == clause->finite &&
            facts->complement == UINT32_MAX && !holds_state(facts))
            return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 650); /* "Dat kan niet" */
    }
    /* "Uitstellen kan niet", "Verlengen is niet mogelijk": the act in front */
    if (facts->lang == LANGUAGE_DUTCH && facts->government && !facts->spoken && facts_present(facts) && clause->type == CLAUSE_MAIN &&
        clause->head == clause->finite && infinitive_in_front(facts) &&
        (clause->modal == MODAL_CAN || (clause->modal == MODAL_NONE && cue != NO_TOKEN && strength == 5)))
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 650);
    /* "Daarvoor is geen ruimte": nothing to base on what was asked; in talk it is an argument */
    if (cue != NO_TOKEN && strength == 4 && facts_present(facts) &&
        (!facts->spoken || (facts->government && facts->complement == UINT32_MAX && clause->complement_first == clause->complement_last)) &&
        clause->modal == MODAL_NONE)
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 700);
    /* "Daarvan kan geen sprake zijn" */
    if (clause->modal == MODAL_CAN && !clause->past && cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && !facts->spoken &&
        strength == 1 && cue == clause->idiom_word)
        return verdict_set(out, KIND_REFUSAL, "decline", cue, 700);
    /* "niet voornemens", "not in a position to", "niet bereid" */
    uint32_t intends = cue_word(facts, CLASS_CUE_INTEND, &strength);
    if (facts->lang == LANGUAGE_DUTCH && strength < 2) intends = NO_TOKEN; /* "is niet gepland": not yet */
    if (intends == NO_TOKEN) intends = cue_word(facts, CLASS_CUE_OFFER, NULL);
    if (intends == NO_TOKEN && facts->by_author) {
        intends = cue_verb(facts, CLASS_CUE_INTEND, &strength);
        if (facts->lang == LANGUAGE_DUTCH && facts->spoken && strength < 2) intends = NO_TOKEN; /* "Ik hoop van niet" */
    }
    if (intends != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && clause->negation != NO_TOKEN && clause->negation > intends)
        intends = NO_TOKEN; /* "must be ready before, not after, the next storm" */
    if (intends != NO_TOKEN && !clause->past) return verdict_set(out, KIND_REFUSAL, "decline", intends, 820);
    /* "Het is niet de bedoeling van het kabinet" */
    int32_t what = 0;
    uint32_t aim = cue_word(facts, CLASS_CUE_UNDERTAKING, &what);
    if (facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH) aim = NO_TOKEN; /* a member's own */
    if (aim != NO_TOKEN && what == 5 && cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && !clause->past && aim > clause->finite)
        return verdict_set(out, KIND_REFUSAL, "decline", aim, 700);
    /* "Ik acht het niet nodig om de regels aan te passen": the government on what it was asked to do */
    bool opinion = facts->person == PERSON_I || (facts->by_author && !facts->spoken);
    if (facts->lang == LANGUAGE_DUTCH && facts->government && opinion && facts_present(facts) &&
        (clause->complement_first < clause->complement_last || !facts->spoken) && facts->complement == UINT32_MAX &&
        cue_verb(facts, CLASS_CUE_POSITION, &strength) != NO_TOKEN && cue_word(facts, CLASS_CUE_EVALUATION, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 650);
    /* "Dat gaan we niet doen", "We will not": N8 */
    /* "Dat zou ik nooit doen", but for "Ik zou dat niet willen" */
    bool hypothetical = facts->lang == LANGUAGE_DUTCH && clause->past && clause->modal == MODAL_WILL && !holds_modal(facts, MODAL_WANT);
    /* "Ik wil daar niet in treden", "Dat wil ik nu niet toezeggen" */
    if (facts->lang == LANGUAGE_DUTCH && facts->spoken && facts->government && facts->person == PERSON_I && clause->modal == MODAL_WANT &&
        clause->head != clause->finite && facts_present(facts) && cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN &&
        token_at(facts->analysis, clause->negation)->pos == POS_ADV)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 600);
    if (first_person && facts->future && clause->head != clause->finite && (clause->modal == MODAL_WILL || clause->modal == MODAL_GO) &&
        !manages_talk(facts) && !hypothetical)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 700);
    /* "Dat gaat niet lukken", "Half november gaat niet" */
    bool own = facts->lang == LANGUAGE_DUTCH && facts->government && facts->person == PERSON_I; /* "Tegenstemmen ga ik niet" */
    if (clause->modal == MODAL_GO && !clause->past && (facts->person == PERSON_THIRD || own) && clause->head == clause->finite &&
        facts->spoken && !clause->idiom)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 650);
    /* "Persoonsgegevens worden niet openbaar gemaakt" */
    int32_t gives = 0;
    if (facts->lang == LANGUAGE_DUTCH && facts->government && !facts->spoken && clause->passive && facts_present(facts) &&
        clause->modal == MODAL_NONE && clause->finite != NO_TOKEN && !finite_may_be(facts, CLASS_PERFECT) &&
        cue_word(facts, CLASS_CUE_YET, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_INFORM, &gives) != NO_TOKEN && gives >= 2)
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 600);
    /* spoken: "Een getal noem ik nu niet" */
    if (facts->government && (facts->person == PERSON_I || (facts->person == PERSON_WE && !facts->spoken)) && facts_present(facts) &&
        clause->modal == MODAL_NONE && facts->complement == UINT32_MAX && facts->lang == LANGUAGE_DUTCH &&
        (informs || promises || cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN))
        return verdict_set(out, KIND_REFUSAL, "decline", clause->negation, 650);
    return false;
}
