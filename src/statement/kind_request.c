/* Test 6, request: a verb of asking of any strength with an addressee other than the issuer (N1), the dictum of a motion (N10), and in
 * minutes what a member asks of a minister: "Wil de minister daarvoor pleiten?", "Ik zou graag zien dat …". */
#include "statement/clause_parts.h"
#include "statement/kinds.h"

/* "Zou het niet goed zijn om", whatever the chain of verbs was taken for. */
static bool holds_copula(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN) return true;
    for (uint32_t i = clause->finite + 1; i < clause->last; i++)
        if (facts->analysis->owner[i] == (uint32_t)(clause - facts->analysis->clauses.at) &&
            (verbal(token_at(facts->analysis, i)) || /* "zijn", which may be a possessive, without a noun behind it */
             (i >= clause->finite + 2 && (i + 1 == clause->last || !is_nominal(token_at(facts->analysis, i + 1))) &&
              lexicon_word_class(facts->analysis->words, token_at(facts->analysis, i)->word, CLASS_COPULA, NULL))))
            return lexicon_word_class(facts->analysis->words, token_at(facts->analysis, i)->word, CLASS_COPULA, NULL);
    return false;
}

/* "Kan de minister zeggen wanneer …?" asks for information, not for an act. */
static bool asks_to_act(const struct facts *facts) {
    int32_t strength = 0;
    bool views = cue_verb(facts, CLASS_CUE_POSITION, &strength) != NO_TOKEN && strength >= 2;
    if (facts->lang == LANGUAGE_DUTCH &&
        (cue_verb(facts, CLASS_CUE_CONFIRM, NULL) != NO_TOKEN ||
         (facts->complement != UINT32_MAX && cue_verb(facts, CLASS_CUE_REFUSE, NULL) != NO_TOKEN) || /* "Kunt u bevestigen dat …" */
         (holds_copula(facts) && !facts->clause->passive)))
        return false; /* "Zou dat niet de inzet moeten zijn?" */
    /* "Wil zij de Kamer laten weten wat de uitkomst is?" asks to tell, not what */
    bool tells = facts->lang == LANGUAGE_DUTCH && facts->chamber != NO_TOKEN && cue_verb(facts, CLASS_CUE_INFORM, &strength) != NO_TOKEN;
    return (cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN || tells) && !views && facts->clause->head != NO_TOKEN;
}

/* "Ik zou u willen vragen om te wachten": the conditional of the first person asks, where "ik zal vragen" says that one will. */
static bool asks_politely(const struct facts *facts) {
    return facts->lang == LANGUAGE_DUTCH && facts->clause->past && (facts->person == PERSON_I || facts->person == PERSON_WE);
}

/* The subject is a minister or another office. */
static bool holds_office(const struct facts *facts) {
    for (uint32_t i = facts->clause->subject_first; i < facts->clause->subject_last; i++)
        if (token_is(facts->analysis, i, CLASS_ROLE)) return true;
    return facts->subject_id != NULL || (facts->clause->subject_first + 1 == facts->clause->subject_last && !holds_copula(facts) &&
                                         token_is(facts->analysis, facts->clause->subject_first, CLASS_PERSONAL));
}

/* The subject's noun of asking: "Het verzoek", "Mijn vraag aan de minister"; NO_TOKEN if it has none. */
static uint32_t asking_subject(const struct facts *facts) {
    int32_t what;
    for (uint32_t i = facts->clause->subject_first; i < facts->clause->subject_last; i++)
        if (token_class(facts->analysis, i, CLASS_CUE_UNDERTAKING, &what) && what == 2 && token_at(facts->analysis, i)->pos == POS_NOUN)
            return i;
    return NO_TOKEN;
}

/* "Als dat niet kan, kan de minister dan toezeggen …?": only clauses stand before the verb. */
static bool opens_with_verb(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    if (facts->lang != LANGUAGE_DUTCH || clause->finite == NO_TOKEN || clause->subject_first <= clause->finite) return false;
    for (uint32_t i = clause->first; i < clause->finite; i++)
        if (self->owner[i] == (uint32_t)(clause - self->clauses.at) && !self->aside[i] && token_at(self, i)->shape != SHAPE_PUNCT &&
            token_at(self, i)->pos != POS_CCONJ)
            return false;
    return true;
}

/* "Ik wil een reactie", "Ik zou graag een reactie willen": no other verb. */
static bool wants_thing(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    int32_t modal;
    if (clause->modal == MODAL_WANT) return clause->head == clause->finite;
    return clause->modal == MODAL_WILL && clause->past && clause->head != NO_TOKEN && clause->head != clause->finite &&
           auxiliary_class(facts->analysis, clause->head, CLASS_MODAL, &modal) && modal == MODAL_WANT;
}

/* "een uitleg over hoe": the clause hangs on a noun, by its preposition. */
static bool is_of_noun(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t first = self->clauses.at[facts->complement].first;
    return first > facts->clause->finite + 2 && token_at(self, first - 1)->pos == POS_ADP && token_at(self, first - 2)->pos == POS_NOUN;
}

/* "gevraagd te onderzoeken of": the question is the infinitive's. */
static bool infinitive_before(const struct facts *facts, uint32_t end) {
    for (uint32_t i = facts->clause->head; i < end; i++)
        if (token_is(facts->analysis, i, CLASS_INFINITIVE_MARK)) return true;
    return false;
}

/* A condition says what a minister or "you" would do. */
static bool hopes_for_act(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    uint32_t at = 0;
    const struct clause *hoped = clause_inside(facts, CLAUSE_BIT(CLAUSE_CONDITION), &at);
    if (!hoped || hoped->first < facts->clause->finite || hoped->subject_first >= hoped->subject_last ||
        clause_verb_class(self, hoped, CLASS_COPULA, NULL))
        return false;
    int32_t person;
    for (uint32_t i = hoped->subject_first; i < hoped->subject_last; i++)
        if (token_is(self, i, CLASS_ROLE) || (token_class(self, i, CLASS_PERSONAL, &person) && person == PERSON_YOU)) return true;
    return false;
}

/* The clause is a question that no act answers: it opens with "hoe", "welke", or with "of" and neither asks whether somebody can, wants or
 * is ready to act nor names an act. */
static bool asks_to_be_told(const struct analysis *self, const struct clause *asked) {
    if (asked->opener == NO_TOKEN) return false;
    if (token_is(self, asked->opener, CLASS_INTERROGATIVE) || clause_find(self, asked, CLASS_CUE_POSITION, NULL) != NO_TOKEN) return true;
    if (!token_is(self, asked->opener, CLASS_COORDINATOR)) return false;
    if (asked->finite != NO_TOKEN && asked->head != asked->finite && is_auxiliary(self, asked->finite, CLASS_PERFECT) &&
        (token_at(self, asked->head)->forms & FORM_PARTICIPLE))
        return true; /* "of daar rekening mee is gehouden": what was done */
    int32_t modal;
    for (uint32_t i = asked->first; i < asked->last; i++)
        if ((asked->finite == NO_TOKEN || self->owner[i] == (uint32_t)(asked - self->clauses.at)) &&
            auxiliary_class(self, i, CLASS_MODAL, &modal) && modal != MODAL_MUST)
            return false;
    return clause_find(self, asked, CLASS_CUE_OFFER, NULL) == NO_TOKEN && !clause_verb_class(self, asked, CLASS_CUE_OPEN_WORK, NULL) &&
           !clause_verb_class(self, asked, CLASS_CUE_INFORM, NULL) && !clause_verb_class(self, asked, CLASS_CUE_COMMIT, NULL);
}

/* An imperative of a member in debate: the verb first in its bare form, no subject, and an act towards the asker or work to do. */
static bool commands(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    if (!facts->spoken || facts->chair || facts->lang != LANGUAGE_DUTCH || !clause->verb_first || clause->type != CLAUSE_MAIN ||
        clause->subject_first < clause->subject_last || clause->ellipsis || !facts_present(facts) || clause->modal != MODAL_NONE)
        return false;
    if (!(token_at(self, clause->finite)->forms & (FORM_FIRST | FORM_IMPERATIVE)) && !may_be_bare(self, clause->finite)) return false;
    int32_t strength = 0;
    return (cue_verb(facts, CLASS_CUE_INFORM, &strength) != NO_TOKEN || cue_verb(facts, CLASS_CUE_OPEN_WORK, &strength) != NO_TOKEN ||
            cue_verb(facts, CLASS_CUE_DO, &strength) != NO_TOKEN) &&
           cue_verb(facts, CLASS_CUE_TALK, NULL) == NO_TOKEN;
}

/* "Beantwoording vragen over het rapport", "Uitstel beantwoording vragen": a title, in which a plural that may be a noun follows a singular
 * without a determiner. */
static bool names_questions(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    if (facts->lang != LANGUAGE_DUTCH || clause->finite == NO_TOKEN || clause->head != clause->finite || clause->finite == clause->first)
        return false;
    const struct token *verb = token_at(self, clause->finite), *before = token_at(self, clause->finite - 1);
    if (!(verb->forms & FORM_PLURAL) || !word_is(self->words, verb->word, POS_BIT(POS_NOUN))) return false;
    for (uint32_t i = clause->first; i < clause->finite; i++)
        if (token_at(self, i)->pos != POS_NOUN || actor_mention_in(self->mentions, i, i + 1) >= 0) return false;
    return !(before->forms & FORM_PLURAL);
}

bool kind_request(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    const struct analysis *self = facts->analysis;
    int32_t strength = 0;
    bool first_person = facts->person == PERSON_I || facts->person == PERSON_WE;
    if (facts->chair && facts->lang == LANGUAGE_DUTCH) return false; /* who leads the meeting asks for its course */
    if (!clause->question) {
        if (proposes_to_do(facts)) return false;
        uint32_t cue = cue_verb(facts, CLASS_CUE_ASK, &strength);
        if (cue != NO_TOKEN && names_questions(facts)) return false;
        /* "De heer X vroeg hoe het zat met de cijfers": what was asked for is told, and it is an answer, no act */
        if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && strength < 2 && facts->complement != UINT32_MAX &&
            self->clauses.at[facts->complement].opener != NO_TOKEN && facts->government && !facts->by_author &&
            !infinitive_before(facts, self->clauses.at[facts->complement].first) &&
            (self->clauses.at[facts->complement].type == CLAUSE_QUESTION ||
             token_is(self, self->clauses.at[facts->complement].opener, CLASS_INTERROGATIVE) ||
             token_is(self, self->clauses.at[facts->complement].opener, CLASS_COORDINATOR)))
            cue = NO_TOKEN;
        /* "Ik wil de minister vragen hoe hij dat ziet", "… of hij die opvatting deelt": a member asks to be told, not for an act */
        if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government && strength < 3 &&
            facts->complement != UINT32_MAX && !infinitive_before(facts, self->clauses.at[facts->complement].first) && !is_of_noun(facts) &&
            asks_to_be_told(self, &self->clauses.at[facts->complement]))
            cue = NO_TOKEN;
        /* "We are encouraged by the results": a state of mind; "We are asked to" is none */
        if (cue == clause->head && cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && clause->passive && first_person &&
            (cue + 1 >= clause->last || !token_is(self, cue + 1, CLASS_INFINITIVE_MARK)))
            cue = NO_TOKEN;
        /* "This encourages investment": a thing asks nobody */
        if (cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && facts_present(facts) && !clause->passive && !facts->subject_id &&
            clause->subject_first < clause->subject_last && token_at(self, clause->subject_first)->pos == POS_PRON &&
            token_is(self, clause->subject_first, CLASS_ANAPHOR) && !token_is(self, clause->subject_first, CLASS_PERSONAL))
            cue = NO_TOKEN;
        if (cue != NO_TOKEN && !(clause->modal == MODAL_WILL && facts->by_author && !asks_politely(facts)) && clause->modal != MODAL_MUST &&
            clause->modal != MODAL_CAN && !(clause->modal == MODAL_MAY && facts->lang == LANGUAGE_ENGLISH)) {
            bool object = clause->complement_first < clause->complement_last || clause_find(self, clause, CLASS_ACTOR, NULL) != NO_TOKEN;
            if (facts->lang == LANGUAGE_DUTCH)
                object |= clause_find(self, clause, CLASS_ASKED_MARK, NULL) != NO_TOKEN || /* "vroeg om steun" */
                          (!facts->spoken && clause_find(self, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN);
            if (strength >= 2 || object) {
                verdict_set(out, KIND_REQUEST, "request", cue, strength >= 2 ? 900 : 700);
                out->subject_is_addressee = clause->passive;
                return true;
            }
        }
        /* "We continue to call on the parties to": asked once more */
        cue = facts->negated ? NO_TOKEN : goes_on_to(facts, CLASS_CUE_ASK);
        if (cue != NO_TOKEN) return verdict_set(out, KIND_REQUEST, "request", cue, 750);
        /* "Graag een reactie": without a verb */
        if (facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH && clause->finite == NO_TOKEN &&
            clause->head == NO_TOKEN && cue_word(facts, CLASS_CUE_WISH, NULL) != NO_TOKEN &&
            clause_find(self, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN)
            return verdict_set(out, KIND_REQUEST, "wish", clause->first, 600);
        /* "Zet u die optie niet aan de kant" */
        if (facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH && clause->verb_first && clause->type == CLAUSE_MAIN &&
            facts->person == PERSON_YOU && facts_present(facts) && clause->modal == MODAL_NONE &&
            clause->subject_first == clause->finite + 1 && cue_verb(facts, CLASS_CUE_TALK, NULL) == NO_TOKEN &&
            cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN &&
            cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN && !granting(facts, 2))
            return verdict_set(out, KIND_REQUEST, "imperative", clause->finite, 600);
        /* "Stuur het gewoon op", "Laat het ons weten": an order to who is to answer */
        if (commands(facts)) return verdict_set(out, KIND_REQUEST, "imperative", clause->finite, 600);
        /* "Het verzoek is om ook bewoners te betrekken": what is asked for is told of by a noun */
        if (facts->lang == LANGUAGE_DUTCH && cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && !clause->passive && facts_present(facts) &&
            clause->complement_first < clause->complement_last && facts->complement == UINT32_MAX && !facts->negated &&
            asking_subject(facts) != NO_TOKEN)
            return verdict_set(out, KIND_REQUEST, "told", asking_subject(facts), 700);
        /* "Mijn vraag aan de minister is of hij een lijst kan geven" */
        if (facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government && facts->complement != UINT32_MAX && !facts->negated &&
            cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN && asking_subject(facts) != NO_TOKEN) {
            const struct clause *asked = &self->clauses.at[facts->complement];
            bool may = asked->modal == MODAL_CAN || asked->modal == MODAL_WANT || asked->modal == MODAL_WILL || asked->modal == MODAL_GO;
            bool yields = clause_verb_class(self, asked, CLASS_CUE_SAY, NULL) || clause_verb_class(self, asked, CLASS_CUE_POSITION, NULL) ||
                          clause_verb_class(self, asked, CLASS_COPULA, NULL);
            if (may && !yields) return verdict_set(out, KIND_REQUEST, "told", asking_subject(facts), 650);
        }
        /* "Laat de minister daar een voorstel voor doen" */
        if (facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government && clause->verb_first &&
            clause->subject_first < clause->subject_last && !first_person && token_is(self, clause->finite, CLASS_CAUSATIVE) &&
            facts_present(facts) && infinitive_behind(facts) != NO_TOKEN && !token_is(self, infinitive_behind(facts), CLASS_COPULA) &&
            holds_office(facts))
            return verdict_set(out, KIND_REQUEST, "imperative", clause->finite, 600);
        /* "looks forward to the Commission's proposal" asks for it; "to our next meeting", "to working with partners" asks nobody (N12) */
        cue = cue_verb(facts, CLASS_CUE_AWAIT, NULL);
        if (cue != NO_TOKEN && !facts->negated) {
            uint32_t end = noun_phrase_end(self, cue + 2, clause->last);
            for (uint32_t i = cue + 2; i < clause->last && i < end; i++)
                if (token_at(self, i)->pos == POS_NOUN && token_is(self, i, CLASS_CUE_DELIVERABLE) && !clause->past)
                    return verdict_set(out, KIND_REQUEST, "await", cue, 650);
        }
        /* "We repeat our call for", "reiterates its request to": the kind of what is repeated (N14) */
        int32_t what = 0;
        if (cue_verb(facts, CLASS_CUE_REITERATE, NULL) != NO_TOKEN && facts->complement == UINT32_MAX && !facts->negated) {
            uint32_t noun = undertaking(facts, &what);
            if (noun != NO_TOKEN && what == 2) return verdict_set(out, KIND_REQUEST, "repeated", noun, 800);
        }
        /* "Ik wil ook een reactie op het rapport", "… een uitleg over hoe": a member wants what another is to give */
        if (first_person && !facts->government && facts->lang == LANGUAGE_DUTCH && wants_thing(facts) && !facts->negated &&
            (facts->complement == UINT32_MAX || is_of_noun(facts))) {
            int32_t promise = 0;
            cue = clause_find(self, clause, CLASS_CUE_DELIVERABLE, NULL);
            if (cue == NO_TOKEN) cue = clause_find(self, clause, CLASS_CUE_UNDERTAKING, &promise);
            if (cue != NO_TOKEN && promise > 1) cue = NO_TOKEN; /* "Ik zou graag een toezegging willen" */
            if (cue != NO_TOKEN && cue > clause->finite) return verdict_set(out, KIND_REQUEST, "wish", cue, 700);
        }
        /* "Ik hoop dat de minister daarop wil aandringen" */
        if (first_person && facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH && facts->complement != UINT32_MAX &&
            facts_present(facts) && !facts->negated && cue_verb(facts, CLASS_CUE_INTEND, NULL) != NO_TOKEN) {
            const struct clause *hoped = &self->clauses.at[facts->complement];
            int32_t value;
            bool asked = actor_mention_in(self->mentions, hoped->subject_first, hoped->subject_last) >= 0; /* a minister or "u" */
            for (uint32_t i = hoped->subject_first; i < hoped->subject_last; i++)
                asked |= token_is(self, i, CLASS_ROLE) || (token_class(self, i, CLASS_PERSONAL, &value) && value == PERSON_YOU);
            if (asked && (hoped->modal == MODAL_WANT || hoped->modal == MODAL_WILL || hoped->modal == MODAL_GO))
                return verdict_set(out, KIND_REQUEST, "wish", clause->head, 600);
        }
        /* "Ik zou dat graag samen willen zien", "Ik zou het voor het besluit willen hebben" */
        if (first_person && facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH && facts->complement == UINT32_MAX &&
            !facts->negated && granting(facts, 2) && clause->head != clause->finite &&
            (clause->modal == MODAL_WANT || (clause->modal == MODAL_WILL && clause->past)) &&
            (cue_word(facts, CLASS_CUE_WISH, NULL) != NO_TOKEN || facts->time_ahead ||
             clause_find(self, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN ||
             clause_find(self, clause, CLASS_CUE_UNDERTAKING, NULL) != NO_TOKEN))
            return verdict_set(out, KIND_REQUEST, "wish", clause->head, 600);
        /* "Ik zou het fijn vinden als de minister daarop ingaat", "Het zou mooi zijn als u dat doet" */
        if (facts->lang == LANGUAGE_DUTCH && facts->spoken && !facts->government && clause->modal == MODAL_WILL && clause->past &&
            !facts->negated && (first_person ? cue_verb(facts, CLASS_CUE_POSITION, NULL) != NO_TOKEN : holds_copula(facts)) &&
            hopes_for_act(facts))
            return verdict_set(out, KIND_REQUEST, "wish", clause->finite, 600);
        /* "Laten we dat ook meenemen" */
        if (facts->person == PERSON_WE && facts->spoken && !facts->government && facts->lang == LANGUAGE_DUTCH && clause->verb_first &&
            clause->type == CLAUSE_MAIN && token_is(self, clause->finite, CLASS_CAUSATIVE) && facts_present(facts) &&
            infinitive_behind(facts) != NO_TOKEN && token_is(self, infinitive_behind(facts), CLASS_CUE_OPEN_WORK))
            return verdict_set(out, KIND_REQUEST, "imperative", clause->finite, 600);
        /* wishes: "Ik zou graag zien dat de minister …" */
        if (first_person && facts->spoken && !facts->government && facts->complement != UINT32_MAX &&
            (clause->modal == MODAL_WANT || (clause->modal == MODAL_WILL && clause->past) ||
             cue_word(facts, CLASS_CUE_WISH, NULL) != NO_TOKEN)) {
            const struct clause *wish = &self->clauses.at[facts->complement];
            bool knows = facts->lang == LANGUAGE_DUTCH && clause->modal == MODAL_WANT && wish->opener != NO_TOKEN &&
                         token_is(self, wish->opener, CLASS_INTERROGATIVE); /* "Wij willen weten hoe": for no act */
            if (!knows && !clause_verb_class(self, wish, CLASS_COPULA, NULL))
                return verdict_set(out, KIND_REQUEST, "wish", clause->head, 650);
        }
        return false;
    }
    /* "Mogen wij dan alvast de samenvatting hebben?", "Krijgen we dat voor de zomer?" */
    if (facts->spoken && !facts->government && clause->verb_first && first_person && facts->lang == LANGUAGE_DUTCH &&
        (clause->modal == MODAL_MAY || clause->modal == MODAL_CAN || (clause->modal == MODAL_NONE && facts->person == PERSON_WE)) &&
        granting(facts, 2) && !clause->past && !clause->perfect &&
        (clause->modal != MODAL_NONE || facts->time_ahead || clause_find(self, clause, CLASS_CUE_DELIVERABLE, NULL) != NO_TOKEN))
        return verdict_set(out, KIND_REQUEST, "ask", clause->finite, 650);
    /* "Zegt de minister toe dat zij een verslag stuurt?" */
    int32_t promise = 0;
    if (facts->spoken && !facts->government && clause->verb_first && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_THIRD &&
        facts_present(facts) && cue_verb(facts, CLASS_CUE_COMMIT, &promise) != NO_TOKEN && promise >= 2)
        return verdict_set(out, KIND_REQUEST, "ask", clause->finite, 750);
    /* "Lukt dat voor het reces?" */
    if (facts->spoken && !facts->government && clause->verb_first && facts->lang == LANGUAGE_DUTCH && facts->time_ahead &&
        granting(facts, 1))
        return verdict_set(out, KIND_REQUEST, "ask", clause->finite, 650);
    /* "Kunt u de Kamer informeren, en de vragen voor het debat beantwoorden?": a conjunct with the infinitive alone */
    const struct clause *first = clause->conjunct >= 0 ? &self->clauses.at[clause->conjunct] : NULL;
    if (facts->lang == LANGUAGE_DUTCH && first && first->verb_first && first->question && !clause->verb_first && clause->head != NO_TOKEN &&
        clause->head == clause->finite && clause->modal == MODAL_NONE && !first_person && may_have(self, clause->head, FORM_INFINITIVE) &&
        (first->modal == MODAL_CAN || first->modal == MODAL_WANT || first->modal == MODAL_WILL) &&
        (!facts->government || facts->genre == GENRE_ANSWERS) && asks_to_act(facts))
        return verdict_set(out, KIND_REQUEST, "ask", clause->head, 650);
    /* "Kan de rol van het bedrijf daarin worden meegenomen?" */
    if (facts->spoken && !facts->government && clause->verb_first && facts->lang == LANGUAGE_DUTCH && clause->passive &&
        clause->modal == MODAL_CAN && facts_present(facts) &&
        (cue_verb(facts, CLASS_CUE_OPEN_WORK, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_INFORM, NULL) != NO_TOKEN ||
         cue_verb(facts, CLASS_CUE_DISCHARGE, NULL) != NO_TOKEN))
        return verdict_set(out, KIND_REQUEST, "ask", clause->finite, 650);
    /* questions that ask for an act: modal or "bereid", subject the minister, the government or "u" */
    bool council = facts->lang == LANGUAGE_DUTCH && facts->author_id && strncmp(facts->author_id, "COLLEGE", 7) == 0;
    if (facts->genre != GENRE_MINUTES && facts->genre != GENRE_ANSWERS && !council) return false;
    /* who answers repeats the question: "2. Is het college bereid …?" */
    bool repeated = facts->lang == LANGUAGE_DUTCH && !facts->spoken && (council || facts->genre == GENRE_ANSWERS);
    if (!(clause->verb_first || opens_with_verb(facts)) || first_person || (facts->government && !repeated)) return false;
    /* "Zou het helpen als ik dat toevoeg?" asks what it would do */
    if (facts->lang == LANGUAGE_DUTCH && cue_verb(facts, CLASS_CUE_AID, NULL) != NO_TOKEN && !facts->subject_id &&
        facts->person == PERSON_THIRD)
        return false;
    bool modal = clause->modal == MODAL_CAN || clause->modal == MODAL_WANT || clause->modal == MODAL_GO || clause->modal == MODAL_WOULD ||
                 clause->modal == MODAL_COULD || clause->modal == MODAL_WILL;
    uint32_t ready = cue_word(facts, CLASS_CUE_OFFER, NULL);
    int32_t willing = 0; /* "Bent u voornemens de cijfers te delen?" */
    if (ready == NO_TOKEN && facts->lang == LANGUAGE_DUTCH) ready = cue_word(facts, CLASS_CUE_INTEND, &willing);
    if (willing && willing < 3) ready = NO_TOKEN;
    if (ready != NO_TOKEN && clause->complement_first < clause->complement_last) return verdict_set(out, KIND_REQUEST, "ask", ready, 780);
    /* "Kan dat?" asks whether; "Kan het half november?" asks for a time */
    if (modal && facts->lang == LANGUAGE_DUTCH && clause->head == clause->finite && clause->modal == MODAL_CAN && !facts->time_ahead)
        return false;
    if (modal && asks_to_act(facts)) return verdict_set(out, KIND_REQUEST, "ask", clause->finite, 700);
    return false;
}
