/* Test 4, decision: a competent body settles something: decides, approves, adopts, endorses, establishes, agrees to do or that somebody
 * must. "Zij kwamen overeen dat bondgenoten middelen beschikbaar moeten stellen" is one; "waren het eens dat dialoog belangrijk is" is a
 * position: the complement decides. */
#include "statement/kinds.h"

/* Agreeing that something is important, needed or true settles nothing. */
static bool complement_settles(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    if (facts->complement == UINT32_MAX) return true;
    const struct clause *inner = &self->clauses.at[facts->complement];
    if (inner->modal == MODAL_MUST || inner->modal == MODAL_WILL || inner->modal == MODAL_SHOULD || inner->modal == MODAL_WOULD ||
        inner->modal == MODAL_GO)
        return true;
    if (inner->modal == MODAL_CAN && inner->passive) return true;
    if (clause_find(self, inner, CLASS_CUE_EVALUATION, NULL) != NO_TOKEN || clause_verb_class(self, inner, CLASS_CUE_POSITION, NULL))
        return false;
    if (clause_verb_class(self, inner, CLASS_COPULA, NULL) && !inner->passive) return false;
    return true;
}

/* What is settled follows the verb: a noun phrase, an infinitive or a clause; adverbs may stand between. */
static bool takes_object(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t next = facts->clause->head + 1;
    while (next < facts->clause->last && (token_at(self, next)->pos == POS_ADV || self->aside[next])) next++;
    if (next >= facts->clause->last) return false;
    const struct token *t = token_at(self, next);
    return t->shape != SHAPE_PUNCT && t->pos != POS_ADP && t->pos != POS_CCONJ &&
           (t->pos != POS_SCONJ || token_is(self, next, CLASS_CUE_THAT));
}

/* "We are pleased to announce the new partnership": the act is done by saying how one feels about it. */
static uint32_t done_gladly(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    uint32_t adjective = clause->finite + 1, verb = clause->finite + 3;
    int32_t strength;
    if (facts->lang != LANGUAGE_ENGLISH || clause->finite == NO_TOKEN || verb >= clause->last || !facts_present(facts)) return NO_TOKEN;
    if (facts->person != PERSON_I && facts->person != PERSON_WE) return NO_TOKEN;
    if (!token_is(self, clause->finite, CLASS_COPULA) || !token_class(self, adjective, CLASS_CUE_POSITION, &strength) || strength != 2)
        return NO_TOKEN;
    if (!token_is(self, adjective + 1, CLASS_INFINITIVE_MARK) || facts->negated) return NO_TOKEN;
    return token_class(self, verb, CLASS_CUE_DECIDE, &strength) && strength >= 2 ? verb : NO_TOKEN;
}

/* The subject is a motion, a request or a proposal. */
static bool about_request(const struct facts *facts) {
    int32_t what;
    uint32_t named = undertaking(facts, &what);
    return named != NO_TOKEN && what == 2 && named < facts->clause->head;
}

bool kind_decision(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (facts->chair && !facts->promises_list && (facts->person == PERSON_I || facts->person == PERSON_WE)) return false;
    if (clause->question || clause->modal == MODAL_WILL || clause->modal == MODAL_MUST || clause->modal == MODAL_CAN ||
        clause->modal == MODAL_MAY || clause->modal == MODAL_SHOULD || clause->modal == MODAL_WANT || clause->modal == MODAL_COULD ||
        clause->modal == MODAL_GO)
        return false;
    if (clause->finite == NO_TOKEN && facts->lang == LANGUAGE_DUTCH)
        return false; /* "Vastgesteld 9 oktober 2024" heads a record; lists of decisions have their own grammar */
    int32_t strength = 0;
    uint32_t cue = cue_verb(facts, CLASS_CUE_DECIDE, &strength);
    /* "Agendapunt 9 wordt afgevoerd", "Het amendement wordt verworpen": what a list of decisions says in the passive is settled */
    if (cue == NO_TOKEN && facts->genre == GENRE_DECISIONS && facts->lang == LANGUAGE_DUTCH && clause->passive && facts_present(facts) &&
        clause->modal == MODAL_NONE && !facts->negated && !facts->time_ahead && !told_as_done(facts) &&
        clause->subject_first < clause->subject_last && cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN &&
        cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_ASK, NULL) == NO_TOKEN)
        return verdict_set(out, KIND_DECISION, "committee", clause->head, 650);
    uint32_t gladly = done_gladly(facts);
    if (gladly != NO_TOKEN) return verdict_set(out, KIND_DECISION, "announce", gladly, 700);
    if (facts->lang == LANGUAGE_ENGLISH && clause->passive && (facts->person == PERSON_I || facts->person == PERSON_WE))
        return false; /* "we are determined", "resolved": a state of mind */
    /* "The U.S. announces its intent to invest": what is announced is no decision yet */
    int32_t what = 0;
    if (cue == clause->head && cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH) {
        uint32_t aim = undertaking(facts, &what);
        if (aim != NO_TOKEN && what == 5 && aim > cue && aim <= cue + 3 && token_is(facts->analysis, aim, CLASS_CUE_PLEDGE)) return false;
    }
    /* "This creates no obligations": an English present tense of somebody unnamed tells a fact, but in resolutions */
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && facts->genre != GENRE_RESOLUTION && facts->person == PERSON_THIRD &&
        facts_present(facts) && !clause->passive && !facts->subject_id)
        return false;
    if (cue != NO_TOKEN && facts->complement != UINT32_MAX && cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN)
        cue = NO_TOKEN; /* "announced that": the complement says what */
    if (cue == clause->head && cue != NO_TOKEN && strength == 2 && facts->lang == LANGUAGE_ENGLISH && !clause->passive &&
        !takes_object(facts))
        cue = NO_TOKEN; /* "The session concluded on Friday" */
    if (cue != NO_TOKEN && facts->negated && (strength < 3 || facts->lang == LANGUAGE_ENGLISH))
        cue = NO_TOKEN; /* "creates no obligations", "No agreement was reached"; but "decided not to", "besloot niet" (N8) */
    /* "Een bedrag is niet vastgesteld": that nothing was settled settles nothing; but "De raad besloot niet deel te nemen" */
    if (cue != NO_TOKEN && facts->negated && clause->passive && facts->lang == LANGUAGE_DUTCH) cue = NO_TOKEN;
    /* in debate, telling what was done or what somebody always decides settles nothing */
    bool of_motion =
        facts->lang == LANGUAGE_DUTCH && clause->passive && told_as_done(facts) && about_request(facts); /* "De motie is overgenomen" */
    if (cue != NO_TOKEN && facts->spoken && !of_motion && (strength < 3 || !(clause->past || clause->perfect || clause->passive)))
        cue = NO_TOKEN;
    /* "Dat advies neem ik over": to take up is to promise; "De raad stelt in april de nota vast": still to come */
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && facts_present(facts) && !clause->passive && facts->genre != GENRE_DECISIONS &&
        ((facts->person == PERSON_I && strength < 3) || (facts->time_ahead && clause->head == clause->finite)))
        cue = NO_TOKEN;
    /* "Over de financiering wordt bij de Voorjaarsnota besloten": settled later, but in lists of decisions */
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && clause->passive && facts_present(facts) && !facts->spoken &&
        facts->genre != GENRE_DECISIONS && facts->genre != GENRE_RESOLUTION && facts->genre != GENRE_MOTION && clause->finite != NO_TOKEN &&
        !finite_may_be(facts, CLASS_PERFECT) && cue_word(facts, CLASS_CUE_HEREBY, NULL) == NO_TOKEN)
        cue = NO_TOKEN;
    /* weaker verbs settle something only as the past act of a named body: "De bondgenoten ondertekenden de verklaring" */
    bool listed =
        facts->genre == GENRE_DECISIONS && facts->lang == LANGUAGE_DUTCH && clause->passive; /* "Het voorstel wordt aangehouden" */
    if (cue != NO_TOKEN && strength < 2 && !listed &&
        !((facts->lang == LANGUAGE_DUTCH ? facts->subject_body : facts->subject_id != NULL) && (clause->past || clause->perfect) &&
          !clause->passive))
        cue = NO_TOKEN;
    if (cue == clause->head && cue != NO_TOKEN && strength == 2 && facts->lang == LANGUAGE_ENGLISH && gives_money(facts))
        cue = NO_TOKEN; /* "announced $1.2 billion in aid" promises it */
    if (cue != NO_TOKEN && (facts->person != PERSON_I || facts->genre == GENRE_LETTER ||
                            (facts->government && strength >= 3 && !facts_present(facts) && facts->complement == UINT32_MAX))) {
        if (facts->complement != UINT32_MAX && !complement_settles(facts)) return false;
        /* approving is complete by being done; deciding to do something is not */
        bool made = cue_verb(facts, CLASS_CUE_ENDORSE, NULL) != NO_TOKEN && clause->complement_first == clause->complement_last;
        return verdict_set(out, KIND_DECISION, made ? "endorse" : "agree-course", cue, made ? 900 : strength >= 2 ? 800 : 650);
    }
    cue = cue_verb(facts, CLASS_CUE_AGREE, &strength);
    if (cue == NO_TOKEN && (clause->head == NO_TOKEN || token_is(facts->analysis, clause->head, CLASS_LIGHT_VERB))) {
        cue = cue_word(facts, CLASS_CUE_AGREE, &strength);
        if (cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && token_at(facts->analysis, cue)->pos != POS_NOUN &&
            noun_follows(facts, cue))
            cue = NO_TOKEN; /* "on mutually agreed terms" */
        if (cue == NO_TOKEN) {
            cue = cue_word(facts, CLASS_CUE_DECIDE, &strength); /* "hechtten hun goedkeuring aan", "bereikten een akkoord over" */
            if (cue == clause->head) cue = NO_TOKEN;            /* asked above */
            if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && token_at(facts->analysis, cue)->pos != POS_NOUN &&
                noun_follows(facts, cue))
                cue = NO_TOKEN; /* "een besloten briefing" */
            if (cue != NO_TOKEN && (strength < 2 || (facts->lang == LANGUAGE_ENGLISH && token_at(facts->analysis, cue)->pos != POS_NOUN)))
                cue = NO_TOKEN; /* "we are resolved to": a state of mind */
        }
    }
    if (cue == NO_TOKEN || facts->negated) return false;
    if (agreed_to_do(facts)) return false; /* a commitment */
    if (!complement_settles(facts)) return false;
    if (facts->complement == UINT32_MAX && clause->complement_first == clause->complement_last &&
        cue_word(facts, CLASS_CUE_EVALUATION, NULL) != NO_TOKEN)
        return false;
    return verdict_set(out, KIND_DECISION, "agree", cue, 830);
}
