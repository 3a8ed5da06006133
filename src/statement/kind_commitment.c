/* Test 7, commitment: the issuer binds itself: (a) a commissive verb; (b) first person + will; (c) "gaan verder met", "blijven" +
 * infinitive; (d) in letters and minutes an act of the government towards the Chamber, any voice, present or future. */
#include "statement/kinds.h"

/* "continue to work with": the infinitive right after the verb is an act, no view and no state. */
static bool continues_to_act(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t mark = facts->clause->head + 1, verb = mark + 1;
    if (verb >= facts->clause->last || !token_is(self, mark, CLASS_INFINITIVE_MARK)) return false;
    while (verb < facts->clause->last && token_at(self, verb)->pos == POS_ADV) verb++;
    if (verb >= facts->clause->last || token_at(self, verb)->pos != POS_VERB) return false;
    bool states = token_is(self, verb, CLASS_COPULA) || token_is(self, verb, CLASS_CUE_FORECAST);
    bool views = token_is(self, verb, CLASS_CUE_POSITION) && !token_is(self, verb, CLASS_CUE_AID);
    return !states && !views;
}

/* The clause holds nothing but a time with its preposition and adverbs. */
static bool names_time_alone(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    uint32_t at = 0, next = clause->first;
    for (const struct mention *m; (m = mention_next(self, MENTION_TIMEX, clause->first, clause->last, &at)); next = m->last)
        for (; next < m->first; next++) {
            uint8_t pos = token_at(self, next)->pos;
            if (pos != POS_ADP && pos != POS_ADV && pos != POS_INTJ && token_at(self, next)->shape != SHAPE_PUNCT) return false;
        }
    while (next < clause->last && token_at(self, next)->shape == SHAPE_PUNCT) next++;
    return next == clause->last;
}

/* The clause names a sum of money or a number of things. */
static bool names_amount(const struct facts *facts) {
    uint32_t at = 0, own = (uint32_t)(facts->clause - facts->analysis->clauses.at);
    for (const struct mention *m; (m = mention_next(facts->analysis, MENTION_QUANTITY, facts->clause->first, facts->clause->last, &at));)
        if (facts->analysis->owner[m->first] == own && m->sub && strcmp(m->sub, "ordinal") != 0) return true;
    return false;
}

/* The verb says what one thinks; "steunen" is also what one does. */
static bool views(const struct facts *facts) {
    int32_t strength = 0;
    return cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN ||
           (cue_verb(facts, CLASS_CUE_POSITION, &strength) != NO_TOKEN && (strength >= 2 || facts->lang != LANGUAGE_DUTCH));
}

/* "in het verslag", "in de brief": what will be handed over holds it. */
static uint32_t in_deliverable(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t noun = clause_find(self, facts->clause, CLASS_CUE_DELIVERABLE, NULL);
    for (uint32_t i = noun; i != NO_TOKEN && i-- > facts->clause->first && i + 5 > noun;)
        if (token_at(self, i)->pos == POS_ADP)
            return token_is(self, i, CLASS_EVENT_MARK) && i != facts->clause->particle && !token_is(self, i - 1, CLASS_PARTICLE) ? noun
                                                                                                                                 : NO_TOKEN;
    return NO_TOKEN;
}

/* "Nederland zal moeten leveren": what will be needed. */
static bool must_do(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    uint32_t at = 0;
    return facts->lang == LANGUAGE_DUTCH && clause->modal == MODAL_WILL &&
           !mention_next(facts->analysis, MENTION_TIMEX, clause->first, clause->last, &at) && holds_modal(facts, MODAL_MUST);
}

/* A clause of time or condition that begins before the token hangs on it: "zolang", "totdat", "als". */
static bool waits(const struct facts *facts, uint32_t before) {
    uint32_t at = 0;
    for (const struct clause *inner; (inner = clause_inside(facts, CLAUSE_BIT(CLAUSE_TIME) | CLAUSE_BIT(CLAUSE_CONDITION), &at));)
        if (inner->first < before) return true;
    return false;
}

/* The subject stands behind the verb: something else, or a clause, opens the sentence. */
static bool subject_behind(const struct facts *facts) {
    return facts->clause->subject_first < facts->clause->subject_last && facts->clause->subject_first > facts->clause->finite;
}

/* Behind the copula stands a time alone, before it "het" or "dat". */
static bool predicate_is_time(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    uint32_t at = 0;
    if (clause->subject_first + 1 != clause->subject_last || token_at(self, clause->subject_first)->pos == POS_NOUN) return false;
    const struct mention *when = mention_next(self, MENTION_TIMEX, clause->finite, clause->last, &at);
    if (!when) return false;
    for (uint32_t i = clause->finite + 1; i < clause->last; i++) {
        const struct token *t = token_at(self, i);
        if (i >= when->first && i < when->last) continue;
        if (i == clause->subject_first || t->pos == POS_ADP || t->pos == POS_ADV || t->shape == SHAPE_PUNCT) continue;
        return false;
    }
    return true;
}

/* "dat plan", "de brief": what is to be handed over and was spoken of, as the subject. */
static bool definite_deliverable(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    int32_t what;
    if (clause->subject_first >= clause->subject_last || token_is(facts->analysis, clause->subject_first, CLASS_INDEFINITE)) return false;
    for (uint32_t i = clause->subject_first; i < clause->subject_last; i++)
        if (token_is(facts->analysis, i, CLASS_CUE_DELIVERABLE) ||
            (token_class(facts->analysis, i, CLASS_CUE_UNDERTAKING, &what) && what == 5)) /* "dat plan" */
            return true;
    return false;
}

bool kind_commitment(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || manages_talk(facts)) return false;
    if (facts->lang == LANGUAGE_DUTCH && clause->type == CLAUSE_MAIN && facts->spoken && clause->finite > clause->first + 1 &&
        clause->finite != NO_TOKEN && token_is(facts->analysis, clause->first, CLASS_INTERROGATIVE) && clause->head + 1 >= clause->last)
        return false; /* "Wat ik nu ga doen …" */
    int32_t strength = 0;
    bool first_person = facts->person == PERSON_I || facts->person == PERSON_WE;
    bool would = clause->modal == MODAL_WANT || clause->modal == MODAL_CAN || clause->modal == MODAL_MAY || clause->modal == MODAL_MUST ||
                 clause->modal == MODAL_COULD;
    uint32_t cue = cue_verb(facts, CLASS_CUE_COMMIT, &strength);
    /* "undertake to share data"; but "undertook a revision" */
    if (cue != NO_TOKEN && strength == 4 && (clause->complement_first == clause->complement_last || facts->complement != UINT32_MAX))
        cue = NO_TOKEN, strength = 0;
    /* "Dat kan ik toezeggen", "Ik wil u graag beloven dat": who says that he can or will promise does so */
    bool performed = would && strength >= 2 && first_person && facts->lang == LANGUAGE_DUTCH && clause->modal != MODAL_MUST;
    /* "Er is een aantal toezeggingen gedaan": that there are promises promises nothing (N13) */
    if (facts->lang == LANGUAGE_DUTCH && clause->passive && cue != NO_TOKEN && cue != clause->head && facts->complement == UINT32_MAX &&
        clause->complement_first == clause->complement_last)
        return false;
    if (cue != NO_TOKEN && strength >= 2 && !facts->negated && (!would || performed))
        return verdict_set(out, KIND_COMMITMENT, "pledge", cue, 880);
    if (cue == NO_TOKEN && clause->head != NO_TOKEN && token_is(facts->analysis, clause->head, CLASS_LIGHT_VERB) && !facts->negated &&
        !would) {
        cue = cue_word(facts, CLASS_CUE_COMMIT, &strength);
        bool noun = facts->lang != LANGUAGE_ENGLISH || (cue != NO_TOKEN && token_at(facts->analysis, cue)->pos == POS_NOUN) ||
                    (cue != NO_TOKEN && clause->finite != NO_TOKEN && cue <= clause->finite + 3); /* "is firmly committed" */
        if (cue != NO_TOKEN && strength >= 2 && noun) return verdict_set(out, KIND_COMMITMENT, "pledge", cue, 800);
    }
    if (facts->lang == LANGUAGE_ENGLISH && gives_money(facts) && !facts->negated && !would && !clause->passive)
        return verdict_set(out, KIND_COMMITMENT, "pledge", clause->head, 700); /* "announced $1.2 billion in aid" */
    /* "The banks accepted, provided that …": who accepts without naming what accepts what was asked of it */
    if (cue != NO_TOKEN && cue == clause->head && strength == 1 && facts->lang == LANGUAGE_ENGLISH && !facts->negated && !clause->passive &&
        (clause->past || clause->finite == NO_TOKEN) &&
        (cue + 1 == clause->last || token_at(facts->analysis, cue + 1)->shape == SHAPE_PUNCT) &&
        cue_verb(facts, CLASS_CUE_DECIDE, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_COMMITMENT, "accept", cue, 700);
    if (agreed_to_do(facts) || proposes_to_do(facts)) return verdict_set(out, KIND_COMMITMENT, "pledge", clause->head, 750);
    /* "Voor het einde van volgende week.": asked when, a minister who names but a time promises it */
    if (facts->spoken && facts->government && facts->lang == LANGUAGE_DUTCH && clause->finite == NO_TOKEN && clause->head == NO_TOKEN &&
        facts->time_ahead && names_time_alone(facts))
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->first, 600);
    /* "Dat moet lukken": the answer to who asked whether it can be done */
    if (facts->spoken && facts->government && facts->lang == LANGUAGE_DUTCH && granting(facts, 1) && !facts->negated &&
        facts_present(facts) && clause->modal != MODAL_CAN && clause->modal != MODAL_COULD &&
        clause->subject_first + 1 == clause->subject_last && token_is(facts->analysis, clause->subject_first, CLASS_ANAPHOR))
        return verdict_set(out, KIND_COMMITMENT, "agree", clause->head, 600);
    bool state = cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && !clause->passive;
    if (facts->promises_list && clause->type == CLAUSE_MAIN && clause->finite != NO_TOKEN && facts_present(facts) && !state)
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->finite, 850);
    bool will = clause->modal == MODAL_WILL || (clause->modal == MODAL_GO && clause->head != clause->finite);
    bool epistemic = cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_POSITION, NULL) != NO_TOKEN;
    epistemic = epistemic && cue_verb(facts, CLASS_CUE_AID, NULL) == NO_TOKEN; /* "Ik zal ervoor pleiten" */
    will = will && !(facts->spoken && epistemic && !facts->time_ahead) && !must_do(facts);
    if (first_person && will && clause->head != clause->finite && !clause->past)
        return verdict_set(out, KIND_COMMITMENT, "will", clause->finite, facts->spoken && facts->person == PERSON_WE ? 650 : 850);
    if (facts->by_author && will && !clause->past && (facts->government || facts->genre == GENRE_COMMUNIQUE) && !facts->negated)
        return verdict_set(out, KIND_COMMITMENT, "will", clause->finite, 750);
    /* "Nederland levert vijftig voertuigen", "Het kabinet trekt 20 miljoen euro uit": an amount of one's own means given in the present
     * tense */
    uint32_t gives = cue_verb(facts, CLASS_CUE_GIVE, NULL);
    if (gives != NO_TOKEN && facts->government && facts->by_author && facts_present(facts) && !facts->negated && !would &&
        !clause->passive && !facts->spoken && names_amount(facts))
        return verdict_set(out, KIND_COMMITMENT, "pledge", gives, 700);
    /* (c) "De bondgenoten gaan verder met …"; "Het kabinet blijft zich inzetten" */
    if (clause->finite != NO_TOKEN && facts_present(facts) && !facts->negated) {
        uint32_t goes_on = cue_verb(facts, CLASS_CUE_CONTINUE, &strength);
        if (goes_on != NO_TOKEN && strength >= 2 && facts->subject_id) return verdict_set(out, KIND_COMMITMENT, "continue", goes_on, 800);
        if (token_is(facts->analysis, clause->finite, CLASS_CUE_CONTINUE) && clause->head != clause->finite &&
            (facts->by_author || facts->subject_id) && !clause->passive &&
            (!views(facts) || cue_verb(facts, CLASS_CUE_AID, NULL) != NO_TOKEN))
            return verdict_set(out, KIND_COMMITMENT, "continue", clause->finite, 750);
        /* "We continue to support our partners"; "we continue to believe" is a view, "we remain concerned" a state */
        if (facts->lang == LANGUAGE_ENGLISH && goes_on != NO_TOKEN && clause->head == clause->finite && !clause->passive &&
            (facts->by_author || facts->subject_id) && continues_to_act(facts))
            return verdict_set(out, KIND_COMMITMENT, "continue", clause->finite, 700);
    }
    /* (d) towards the Chamber */
    uint32_t informs = cue_verb(facts, CLASS_CUE_INFORM, &strength);
    /* "De Kamer kan een voorstel tegemoetzien": what the Chamber can await somebody sends */
    bool receives = clause->modal == MODAL_CAN && strength >= 3 && facts->chamber != NO_TOKEN && facts->chamber >= clause->subject_first &&
                    facts->chamber < clause->subject_last && !clause->passive;
    /* "Het plan is op 4 april aan uw Kamer gezonden": told as done */
    bool done = facts->lang == LANGUAGE_DUTCH && clause->passive && !facts->time_ahead && finite_may_be(facts, CLASS_PERFECT);
    /* "De Commissie zal uw Kamer informeren": what others will tell the Chamber is no promise of the author */
    bool other = facts->lang == LANGUAGE_DUTCH && facts->government && facts->subject_id && !facts->by_author && !clause->passive &&
                 !(facts->chamber >= clause->subject_first && facts->chamber < clause->subject_last);
    if (informs != NO_TOKEN && facts_present(facts) && !done && !other && !facts->negated && (!would || receives) &&
        facts->chamber != NO_TOKEN &&
        (facts->government || facts->genre == GENRE_LETTER || facts->genre == GENRE_REPORT || facts->genre == GENRE_ANSWERS))
        return verdict_set(out, KIND_COMMITMENT, "inform", informs, 850);
    /* "Zolang dat er niet is, zet ik geen stappen": an act that one will not do until something happens (N8) */
    int32_t work = 0;
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && facts_present(facts) &&
        facts->negated && !would && clause->head == clause->finite && cue_verb(facts, CLASS_CUE_OPEN_WORK, &work) != NO_TOKEN &&
        work >= 2 && waits(facts, NO_TOKEN))
        return verdict_set(out, KIND_COMMITMENT, "abstain", clause->negation, 600);
    /* "Als dat blijkt, stoppen we direct": promised for a case */
    if (facts->government && facts->lang == LANGUAGE_DUTCH && (facts->person == PERSON_I || facts->person == PERSON_WE) &&
        facts_present(facts) && !facts->negated && clause->modal == MODAL_NONE && clause->head == clause->finite && !state && !epistemic &&
        !clause->verb_first && waits(facts, clause->finite) && clause->finite > clause->first && subject_behind(facts) &&
        cue_verb(facts, CLASS_CUE_TALK, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_INTEND, NULL) == NO_TOKEN && !granting(facts, 2) &&
        cue_verb(facts, CLASS_CUE_ASK, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_APPRECIATE, NULL) == NO_TOKEN &&
        cue_verb(facts, CLASS_CUE_REPORT, NULL) == NO_TOKEN)
        return verdict_set(out, KIND_COMMITMENT, "act", clause->head, 600);
    /* "Laat ik dat meenemen": a minister offers what was asked */
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && facts_present(facts) &&
        !facts->negated && clause->verb_first && token_is(facts->analysis, clause->finite, CLASS_CAUSATIVE)) {
        uint32_t act = infinitive_behind(facts);
        if (act != NO_TOKEN && (token_is(facts->analysis, act, CLASS_CUE_OPEN_WORK) || token_is(facts->analysis, act, CLASS_CUE_INFORM)) &&
            clause_find(facts->analysis, clause, CLASS_REFLEXIVE, NULL) == NO_TOKEN)
            return verdict_set(out, KIND_COMMITMENT, "act", clause->finite, 600);
    }
    /* "Dat kan ik binnen een maand op papier hebben" */
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && clause->modal == MODAL_CAN &&
        clause->head != clause->finite && facts_present(facts) && !facts->negated && facts->time_ahead && !epistemic && !state)
        return verdict_set(out, KIND_COMMITMENT, "act", clause->head, 600);
    /* "U hoort hier in oktober meer over" */
    if (facts->government && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_YOU && facts->time_ahead && facts_present(facts) &&
        !facts->negated && !would && granting(facts, 2))
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->head, 700);
    /* "De heer Pals krijgt van mij een overzicht", "U heeft het voor Prinsjesdag" */
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts_present(facts) && !facts->negated && !would &&
        granting(facts, 2) && !facts->by_author &&
        (facts->person == PERSON_YOU || (facts->subject_id && strncmp(facts->subject_id, "NL-TK", 5) == 0)) &&
        (facts->time_ahead || clause_find(facts->analysis, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN))
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->head, 700);
    /* "Het wordt oktober": asked when */
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts_present(facts) && !facts->negated &&
        facts->time_ahead && clause->head == clause->finite && state && predicate_is_time(facts))
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->finite, 600);
    /* "Dat plan komt er": it was asked for */
    if (facts->government && facts->spoken && facts->lang == LANGUAGE_DUTCH && facts_present(facts) && !facts->negated && clause->idiom &&
        !would && cue_verb(facts, CLASS_CUE_PLAN, NULL) != NO_TOKEN && definite_deliverable(facts))
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->head, 650);
    /* "Dat komt in de brief": what was asked for will stand there */
    if (facts->government && facts->lang == LANGUAGE_DUTCH && facts->spoken && facts_present(facts) && !facts->negated && !would &&
        clause->subject_first + 1 == clause->subject_last && token_is(facts->analysis, clause->subject_first, CLASS_ANAPHOR) &&
        (cue_verb(facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN || clause->idiom) &&
        in_deliverable(facts) != NO_TOKEN)
        return verdict_set(out, KIND_COMMITMENT, "inform", clause->head, 700);
    /* "In het verslag koppel ik terug hoe …", "Dat zoek ik uit", "Begin 2023 teken ik een overeenkomst" */
    if (facts->government && facts->by_author && facts_present(facts) && !facts->negated && !would && !clause->passive &&
        clause->head != NO_TOKEN) {
        if (cue_verb(facts, CLASS_CUE_INTEND, &strength) != NO_TOKEN &&
            (strength >= 2 || (clause->complement_first < clause->complement_last && facts->complement == UINT32_MAX)))
            return false; /* "Ik streef ernaar uw Kamer dit najaar te informeren", "Ik hoop te berichten": an intention (test 8) */
        bool works = cue_verb(facts, CLASS_CUE_OPEN_WORK, &strength) != NO_TOKEN && strength >= 2;
        /* "Hieronder ga ik in op de vragen": what a letter itself does, not what is to come */
        bool here = informs != NO_TOKEN && !facts->spoken && !facts->time_ahead && facts->lang == LANGUAGE_DUTCH &&
                    ((strength == 1 && in_deliverable(facts) == NO_TOKEN) || cue_word(facts, CLASS_CUE_HEREBY, NULL) != NO_TOKEN);
        /* "Ik doe het in drie blokjes": said of nothing that was named before */
        here |= facts->spoken && facts->lang == LANGUAGE_DUTCH && token_is(facts->analysis, clause->head, CLASS_CUE_DO) && !clause->idiom &&
                !facts->time_ahead && clause_find(facts->analysis, clause, CLASS_ANAPHOR, NULL) == NO_TOKEN &&
                clause_find(facts->analysis, clause, CLASS_PRONOMINAL, NULL) == NO_TOKEN && in_deliverable(facts) == NO_TOKEN;
        if (informs != NO_TOKEN && !here &&
            (facts->person == PERSON_I || facts->time_ahead || (facts->person == PERSON_WE && !facts->spoken)))
            return verdict_set(out, KIND_COMMITMENT, "inform", informs, 750);
        bool we = facts->person == PERSON_WE && clause_find(facts->analysis, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN;
        if (facts->spoken && (facts->person == PERSON_I || we) && !clause->verb_first && !clause->ellipsis && clause->modal == MODAL_NONE &&
            token_is(facts->analysis, clause->head, CLASS_CUE_DO) &&
            (clause_find(facts->analysis, clause, CLASS_ANAPHOR, NULL) != NO_TOKEN || facts->time_ahead)) /* not "Ik doe het in blokjes" */
            return verdict_set(out, KIND_COMMITMENT, "act", clause->head, 600);                           /* "Dat doe ik in het verslag" */
        if (works && (facts->person == PERSON_I || !facts->spoken)) return verdict_set(out, KIND_COMMITMENT, "act", clause->head, 650);
        if (facts->time_ahead && !epistemic && !state && (facts->person == PERSON_I || facts->spoken || facts->person == PERSON_WE))
            return verdict_set(out, KIND_COMMITMENT, "act", clause->head, 700);
    }
    return false;
}
