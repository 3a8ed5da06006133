/* Test 8, intention: will, aim, readiness or offer without binding oneself, still current at the record's date (N9: the purpose of a
 * finished process is a report). "Het kabinet streeft ernaar …", "De NAVO is van plan om …", "stand ready to". */
#include "statement/kinds.h"

/* "de voorgenomen sluiting": a participle before its noun tells which closure is meant, and not what the clause says. */
static bool attributive(const struct facts *facts, uint32_t cue) {
    const struct token *t = token_at(facts->analysis, cue);
    uint32_t before = cue;
    while (before > facts->clause->first && token_at(facts->analysis, before - 1)->pos == POS_ADV) before--;
    if (facts->lang == LANGUAGE_DUTCH && before > facts->clause->first && before - 1 == facts->clause->finite)
        return false; /* "is voornemens bussen te kopen": the predicate */
    if (facts->lang == LANGUAGE_DUTCH && cue + 1 < facts->clause->last && token_at(facts->analysis, cue + 1)->pos == POS_DET)
        return false; /* "is het kabinet bereid | de bijdrage te verlengen" */
    return (t->pos == POS_ADJ || t->pos == POS_VERB) && noun_follows(facts, cue);
}

/* "ready to act", "resolved and determined to help": an English adjective of will says what is willed; "a report prepared by experts" wills
 * nothing. */
static bool governs_infinitive(const struct facts *facts, uint32_t cue) {
    const struct analysis *self = facts->analysis;
    if (facts->lang != LANGUAGE_ENGLISH || token_at(self, cue)->pos == POS_NOUN) return true;
    uint32_t head = facts->clause->head;
    bool state = facts->clause->finite == NO_TOKEN || head == cue || cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN ||
                 cue_verb(facts, CLASS_LIGHT_VERB, NULL) != NO_TOKEN || token_is(self, head, CLASS_CUE_STANDS);
    if (!state) return false; /* "met in May determined to act", "paid tribute to those still striving" */
    for (uint32_t i = cue + 1; i < facts->clause->last && i < cue + 6 && token_at(self, i)->pos != POS_NOUN; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) || token_at(self, i)->pos == POS_SCONJ) return true;
    return false;
}

static bool plans_to(const struct facts *facts) {
    uint32_t next = facts->clause->head + 1;
    while (next < facts->clause->last && token_at(facts->analysis, next)->pos == POS_ADV) next++;
    return next < facts->clause->last && token_is(facts->analysis, next, CLASS_INFINITIVE_MARK);
}

/* "Ik verwacht de cijfers binnenkort te krijgen": what one is given is no act of one's own. */
static bool gets(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (facts->lang != LANGUAGE_DUTCH) return false;
    for (uint32_t i = clause->complement_first; i + 1 < clause->complement_last; i++)
        if (token_is(facts->analysis, i, CLASS_INFINITIVE_MARK)) {
            int32_t gets = 0;
            return token_class(facts->analysis, i + 1, CLASS_CUE_GRANT, &gets) && gets == 2;
        }
    for (uint32_t i = clause->complement_first; i < clause->complement_last; i++)
        if (token_at(facts->analysis, i)->pos == POS_SCONJ && !token_is(facts->analysis, i, CLASS_INFINITIVE_MARK)) return true;
    return false;
}

/* The infinitive of the complement is work or an act towards a House: "voor te leggen", "te zullen onderzoeken". */
static bool acts_next(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    for (uint32_t i = facts->clause->complement_last; i-- > facts->clause->complement_first + 1;)
        if (token_is(self, i - 1, CLASS_INFINITIVE_MARK)) {
            if (token_is(self, i, CLASS_CUE_OPEN_WORK) || token_is(self, i, CLASS_CUE_INFORM)) return true;
            uint32_t joined = i >= 2 && token_at(self, i - 2)->word
                                  ? lexicon_separable(self->words, token_at(self, i)->lemma, token_at(self, i - 2)->word)
                                  : 0;
            return joined && (lexicon_lemma_class(self->words, joined, CLASS_CUE_OPEN_WORK, NULL) ||
                              lexicon_lemma_class(self->words, joined, CLASS_CUE_INFORM, NULL));
        }
    return false;
}

bool kind_intention(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || clause->type == CLAUSE_CONDITION || facts->negated || manages_talk(facts)) return false;
    int32_t strength = 0;
    uint32_t cue = cue_verb(facts, CLASS_CUE_INTEND, &strength);
    if (cue == NO_TOKEN) {
        cue = cue_verb(facts, CLASS_CUE_OFFER, &strength);
        /* "De toezegging staat nog open": only who can act offers */
        if (facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_THIRD &&
            (!clause->idiom || token_at(facts->analysis, clause->idiom_word)->pos != POS_NOUN) && !facts->subject_id && !facts->by_author)
            cue = NO_TOKEN;
    }
    bool reported = clause->past || clause->perfect;
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && clause->modal == MODAL_WILL &&
        cue_verb(facts, CLASS_CUE_OFFER, NULL) != NO_TOKEN)
        return false; /* "will offer courses": work to come */
    /* "The ministry plans to …"; "plan" without an infinitive, or of nobody named, may be the noun; to announce an intention later is a
     * plan */
    bool told = cue != NO_TOKEN && cue != clause->head;
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_ENGLISH && strength == 2 && !told &&
        cue_verb(facts, CLASS_CUE_OFFER, NULL) == NO_TOKEN &&
        !(plans_to(facts) && (facts->subject_id || facts->person == PERSON_I || facts->person == PERSON_WE)))
        cue = NO_TOKEN;
    if (told && facts->lang == LANGUAGE_ENGLISH && clause->modal == MODAL_WILL && !facts->by_author) return false;
    if (cue != NO_TOKEN && strength == 1 && facts->by_author &&
        (facts->lang == LANGUAGE_DUTCH || facts->person == PERSON_I || facts->person == PERSON_WE) && !reported &&
        clause->complement_first < clause->complement_last && facts->complement == UINT32_MAX && !gets(facts))
        return verdict_set(out, KIND_INTENTION, "intent", cue, 650); /* "Ik verwacht u het plan te kunnen aanbieden" */
    /* "Nederland zet in op een stapsgewijze aanpak": what it aims at follows its particle */
    if (cue != NO_TOKEN && strength == 4) {
        uint32_t after = clause->particle != NO_TOKEN && clause->particle > clause->head ? clause->particle + 1 : clause->head + 1;
        bool aims = after < clause->last && token_at(facts->analysis, after)->pos == POS_ADP && !clause->passive &&
                    (facts->subject_id || facts->by_author);
        if (aims && !reported) return verdict_set(out, KIND_INTENTION, "intent", cue, 650);
        strength = 1;
    }
    /* "Both sides hope to finish the text" */
    if (cue != NO_TOKEN && cue == clause->head && strength == 1 && facts->lang == LANGUAGE_ENGLISH && !reported && facts->subject_body &&
        clause->modal == MODAL_NONE && !clause->passive && plans_to(facts))
        return verdict_set(out, KIND_INTENTION, "intent", cue, 650);
    /* "Anders overweeg ik een motie", of a member; "Dat kan ik nagaan", of a minister: readiness */
    bool conditional = clause->modal == MODAL_WILL && clause->past;
    if (facts->spoken && facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && (facts_present(facts) || conditional)) {
        int32_t what = 0, works = 0;
        if (!facts->government && cue != NO_TOKEN && strength == 1 && clause->head == clause->finite &&
            (clause_find(facts->analysis, clause, CLASS_CUE_EVENT, NULL) != NO_TOKEN ||
             (undertaking(facts, &what) != NO_TOKEN && what == 2)))
            return verdict_set(out, KIND_INTENTION, "intent", cue, 600);
        bool acts =
            (cue_verb(facts, CLASS_CUE_OPEN_WORK, &works) != NO_TOKEN && works >= 2) ||
            (cue_verb(facts, CLASS_CUE_INFORM, &works) != NO_TOKEN && works >= 2 && cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN);
        if (facts->government && clause->modal == MODAL_CAN && clause->head != clause->finite && acts)
            return verdict_set(out, KIND_INTENTION, "offer", clause->head, 600);
        /* "Dat zou ik kunnen onderzoeken", "Ik zou de regio de ruimte willen geven" */
        bool would = facts->government && conditional && clause->head != NO_TOKEN &&
                     token_at(facts->analysis, clause->head)->pos == POS_VERB && !token_is(facts->analysis, clause->head, CLASS_MODAL) &&
                     !token_is(facts->analysis, clause->head, CLASS_CUE_DO) && cue_verb(facts, CLASS_CUE_TALK, NULL) == NO_TOKEN;
        if (would && ((holds_modal(facts, MODAL_CAN) && acts) ||
                      (holds_modal(facts, MODAL_WANT) && cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN && !granting(facts, 2) &&
                       cue_verb(facts, CLASS_CUE_SAY, NULL) == NO_TOKEN && cue_verb(facts, CLASS_CUE_POSITION, NULL) == NO_TOKEN &&
                       cue_verb(facts, CLASS_CUE_ASK, NULL) == NO_TOKEN)))
            return verdict_set(out, KIND_INTENTION, "offer", clause->head, 600);
    }
    /* "Die nota heb ik aangeboden": handed over; an offer that was made says what was offered to be done */
    if (cue != NO_TOKEN && reported && facts->lang == LANGUAGE_DUTCH && clause->complement_first == clause->complement_last &&
        cue_verb(facts, CLASS_CUE_INTEND, NULL) == NO_TOKEN)
        cue = NO_TOKEN;
    /* "Daarom heeft het kabinet zich ingezet voor openheid": what was striven for is told; "Daar moet zij zich voor inzetten" is a need */
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && strength == 2 && cue == clause->idiom_word &&
        ((reported && clause->complement_first == clause->complement_last) || clause->modal == MODAL_MUST))
        cue = NO_TOKEN;
    if (cue != NO_TOKEN && strength >= 2 &&
        !(reported && facts->subject_id == NULL && !told &&
          cue_verb(facts, CLASS_CUE_OFFER, NULL) == NO_TOKEN)) /* who offers is somebody */
        return verdict_set(out, KIND_INTENTION, "intent", cue, 820);
    /* "Erdogan gaf aan het protocol voor te leggen": who says that he is to do it means to */
    if (facts->lang == LANGUAGE_DUTCH && facts->subject_id && !facts->spoken && facts->complement == UINT32_MAX &&
        clause->complement_first < clause->complement_last && clause->modal == MODAL_NONE &&
        cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN && cue_verb(facts, CLASS_CUE_ASK, NULL) == NO_TOKEN &&
        (acts_next(facts) || cue_word(facts, CLASS_CUE_WISH, NULL) != NO_TOKEN)) { /* "gaf aan graag in gesprek te gaan" */
        out->from_complement = true;
        return verdict_set(out, KIND_INTENTION, "intent", clause->head, 600);
    }
    cue = cue_word(facts, CLASS_CUE_INTEND, &strength);
    /* "Wijziging van de Havenwet met het oog op de veiligheid": a title */
    bool titled = facts->lang == LANGUAGE_DUTCH && clause->complement_first == clause->complement_last && cue != NO_TOKEN &&
                  cue > clause->first && token_at(facts->analysis, clause->first)->pos == POS_NOUN;
    if (cue != NO_TOKEN && clause->finite == NO_TOKEN && !titled && token_at(facts->analysis, cue)->pos != POS_VERB)
        return verdict_set(out, KIND_INTENTION, "aim", cue, 750); /* "Dit met als doel om …" (U6) */
    if (cue == NO_TOKEN || strength < 2) cue = cue_word(facts, CLASS_CUE_OFFER, &strength);
    if (cue != NO_TOKEN && strength >= 2 && !attributive(facts, cue) && governs_infinitive(facts, cue)) {
        bool finished =
            clause->past && clause->finite != NO_TOKEN && cue_verb(facts, CLASS_LIGHT_VERB, NULL) != NO_TOKEN && facts->subject_id == NULL;
        if (!finished) return verdict_set(out, KIND_INTENTION, "intent", cue, 780);
    }
    /* "Dat is de bedoeling", "Our priority is to …": an aim as subject or predicate of a copula */
    int32_t what = 0;
    uint32_t aim = cue_word(facts, CLASS_CUE_UNDERTAKING, &what);
    if (aim != NO_TOKEN && (what == 5 || what == 6) && clause->finite != NO_TOKEN &&
        (finite_may_be(facts, CLASS_COPULA) ||
         (facts->lang == LANGUAGE_DUTCH && token_is(facts->analysis, clause->finite, CLASS_CUE_CONTINUE))) && /* "Het doel blijft" */
        !clause->passive &&
        !reported) {
        bool ours = aim > 0 &&
                    (token_is(facts->analysis, aim - 1, CLASS_PERSONAL) || (aim > 1 && token_is(facts->analysis, aim - 2, CLASS_PERSONAL)));
        bool predicate = clause->finite != NO_TOKEN && aim > clause->finite && aim <= clause->finite + 4 &&
                         token_at(facts->analysis, aim - 1)->pos == POS_DET &&
                         token_at(facts->analysis, aim - 2)->pos != POS_ADP; /* "is positief over dit plan" */
        /* "De inzet is om …", "Het streven is erop gericht dat …": the aim in front and what it is behind the verb (N9) */
        bool aimed =
            (facts->lang == LANGUAGE_DUTCH || (!facts->spoken && clause->head == clause->finite && clause->head + 1 < clause->last &&
                                               token_is(facts->analysis, clause->head + 1, CLASS_INFINITIVE_MARK))) &&
            aim < clause->finite && aim >= clause->subject_first && aim < clause->first + 4 &&
            clause->complement_first < clause->complement_last;
        if (aimed || (what == 5 && (ours || predicate))) return verdict_set(out, KIND_INTENTION, "aim", aim, 720);
    }
    if (clause->modal == MODAL_WANT && !clause->past) {
        bool talk =
            facts->spoken && (cue_verb(facts, CLASS_CUE_SAY, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_ASK, NULL) != NO_TOKEN ||
                              cue_verb(facts, CLASS_CUE_POSITION, NULL) != NO_TOKEN);
        /* "Hierbij wil ik benadrukken dat": who wants to stress does so */
        int32_t stance = 0;
        talk |= facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_I && cue_verb(facts, CLASS_CUE_POSITION, &stance) != NO_TOKEN &&
                stance >= 3;
        /* "Ik wil te snel", "Ik wil eerlijk zijn": in talk, a wish for no act and no thing */
        bool act = clause->head != clause->finite && cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN;
        talk |= facts->spoken && facts->person == PERSON_I && !act && facts->complement == UINT32_MAX;
        talk |= facts->spoken && facts->lang == LANGUAGE_DUTCH && (facts->person == PERSON_I || facts->person == PERSON_WE) &&
                granting(facts, 2);                                                     /* "Ik wil dat onderzoek wel hebben" */
        if (facts->lang == LANGUAGE_DUTCH && facts->person == PERSON_YOU) return false; /* "Wilt u één zaak in uw brief behandelen" */
        if (!talk && (facts->by_author || facts->subject_id))
            return verdict_set(out, KIND_INTENTION, "intent", clause->finite, facts->spoken ? 600 : 780);
    }
    /* reported: "stelde … te willen blijven steunen" */
    uint32_t says = cue_verb(facts, CLASS_CUE_SAY, NULL);
    if (says != NO_TOKEN && (facts->subject_id || (facts->lang == LANGUAGE_DUTCH && facts->subject_body)))
        for (uint32_t i = clause->complement_first; i < clause->complement_last; i++) {
            int32_t modal;
            if (token_at(facts->analysis, i)->pos != POS_NOUN && token_class(facts->analysis, i, CLASS_MODAL, &modal) &&
                (modal == MODAL_WANT || (modal == MODAL_WILL && facts->lang == LANGUAGE_DUTCH && !facts->spoken)) &&
                (token_at(facts->analysis, i)->forms & FORM_INFINITIVE)) {
                out->from_complement = true;
                if (modal == MODAL_WILL) return verdict_set(out, KIND_COMMITMENT, "will", i, 700); /* "liet weten te zullen komen" */
                return verdict_set(out, KIND_INTENTION, "intent", i, 780);
            }
        }
    return false;
}
