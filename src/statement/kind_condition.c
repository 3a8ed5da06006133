/* Test 9, condition: the new information is a limit, requirement or criterion on another act: delete the limiter and nothing new remains.
 * "Deze activiteiten worden enkel opgezet op verzoek van partners." "Beide landen zullen op hun eigen merites beoordeeld worden." */
#include "statement/kinds.h"

/* The subject points back to something the record spoke of: "deze activiteiten", "beide landen", or is left out. */
static bool points_back(const struct facts *facts) {
    const struct clause *clause = facts->clause;
    if (clause->subject_first == clause->subject_last) return clause->ellipsis;
    const struct token *t = token_at(facts->analysis, clause->subject_first);
    return t->pos == POS_PRON || token_is(facts->analysis, clause->subject_first, CLASS_TIME_PRESENT) ||
           token_is(facts->analysis, clause->subject_first, CLASS_ANAPHOR);
}

/* "Afhankelijk van de uitkomst zal het kabinet het plan aanpassen", "mits de raad instemt": a limiter that governs words of its own stands
 * beside what will be done, which is new without it. Not so after a copula ("is afhankelijk van instemming"). */
static bool beside_the_act(const struct facts *facts, uint32_t cue) {
    const struct analysis *self = facts->analysis;
    bool dated = facts->lang == LANGUAGE_DUTCH && facts->future && facts->clause->modal == MODAL_NONE; /* "wordt in mei vastgesteld" */
    if ((facts->clause->modal != MODAL_WILL && !dated) || clause_verb_class(self, facts->clause, CLASS_COPULA, NULL)) return false;
    const struct token *last = token_at(self, cue + (self->phrase_size[cue] ? self->phrase_size[cue] : 1u) - 1);
    return last->pos == POS_ADP || last->pos == POS_SCONJ;
}

/* "Het gaat alleen om vragen", "Dat is slechts een deel": a limit on what is so, not on an act. */
static bool tells_what_is(const struct facts *facts) {
    return facts->lang == LANGUAGE_DUTCH && facts->clause->modal == MODAL_NONE && !facts->clause->passive &&
           (cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN || cue_verb(facts, CLASS_CUE_REPORT, NULL) != NO_TOKEN);
}

/* "De bezorgers zijn afhankelijk van PostNL": who needs somebody; but "is afhankelijk van instemming van de raad". */
static bool needs_somebody(const struct facts *facts, uint32_t cue) {
    const struct analysis *self = facts->analysis;
    uint32_t after = cue + (self->phrase_size[cue] ? self->phrase_size[cue] : 1u), at = 0;
    if (facts->lang != LANGUAGE_DUTCH || after >= facts->clause->last || token_at(self, after - 1)->pos != POS_ADP ||
        cue_verb(facts, CLASS_COPULA, NULL) == NO_TOKEN)
        return false;
    const struct mention *named = mention_next(self, MENTION_ACTOR, after, facts->clause->last, &at);
    if (token_at(self, after)->pos == POS_PROPN) return true;
    return named && (named->first == after || (named->first == after + 1 && token_at(self, after)->pos == POS_DET));
}

/* "alleen mogelijk als het gastland instemt": the limiter points to a clause that says when. */
static bool narrowed_by_clause(const struct facts *facts) {
    uint32_t at = 0;
    for (const struct clause *inner; (inner = clause_inside(facts, CLAUSE_BIT(CLAUSE_CONDITION), &at));)
        if (inner->first > facts->clause->finite) return true;
    return false;
}

/* "alleen na toestemming van de raad": so does one with a phrase right behind it that is a condition. */
static bool narrowed_by_phrase(const struct facts *facts, uint32_t cue) {
    const struct analysis *self = facts->analysis;
    uint32_t next = cue + 1;
    while (next < facts->clause->last && next < cue + 3 && !self->phrase[next]) next++;
    return next < facts->clause->last && next < cue + 3 && lexicon_lemma_class(self->words, self->phrase[next], CLASS_CUE_LIMIT, NULL);
}

/* The opener of a subordinate clause that limits this one; NO_TOKEN if there is none. */
static uint32_t limiting_clause(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    int32_t own = (int32_t)(facts->clause - self->clauses.at), strength;
    for (uint32_t i = facts->clause->finite + 1; i < facts->clause->last; i++)
        if (self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, &strength) && strength == 3 &&
            ((int32_t)self->owner[i] == own || self->clauses.at[self->owner[i]].parent == own))
            return i;
    /* "Alleen als alle staten instemmen kan het verdrag …": the limiter and its subordinator are one phrase in front */
    uint32_t i = facts->clause->first;
    if (self->phrase_size[i] > 1 && lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, &strength) && strength == 2 &&
        lexicon_lemma_class(self->words, self->phrase[i], CLASS_SUBORDINATOR, NULL))
        return i;
    return NO_TOKEN;
}

/* "will only be given to states that …", "will be given only to states": a limiter before the participle, or right before a preposition or
 * clause. */
static bool limits_verb(const struct facts *facts, uint32_t cue) {
    const struct clause *clause = facts->clause;
    const struct analysis *self = facts->analysis;
    if (facts->spoken || !clause->passive || facts->negated || clause->perfect || facts->lang != LANGUAGE_ENGLISH || cue < clause->finite)
        return false;
    uint32_t after = cue + (self->phrase[cue] ? self->phrase_size[cue] : 1u);
    return cue < clause->head ||
           (after < clause->last && (token_at(self, after)->pos == POS_ADP || token_at(self, after)->pos == POS_SCONJ));
}

bool kind_condition(const struct facts *facts, struct verdict *out) {
    const struct clause *clause = facts->clause;
    if (clause->question || clause->past) return false;
    if (facts->lang == LANGUAGE_DUTCH && clause->modal == MODAL_WANT && facts->person == PERSON_YOU) return false; /* "Wilt u slechts …" */
    int32_t strength = 0;
    if (facts->lang == LANGUAGE_ENGLISH && cue_verb(facts, CLASS_CUE_POSITION, &strength) != NO_TOKEN && strength >= 3)
        return false; /* "We welcome a gift that will pay for tests, subject to approval": what is welcomed is limited, not an act */
    strength = 0;
    uint32_t cue = cue_word(facts, CLASS_CUE_LIMIT, &strength);
    if (cue == NO_TOKEN || strength == 4) { /* "stelt als voorwaarde dat" */
        int32_t sets = 0;
        uint32_t verb = cue_verb(facts, CLASS_CUE_LIMIT, &sets);
        if (verb != NO_TOKEN) cue = verb, strength = sets;
    }
    if (cue != NO_TOKEN && cue > clause->first && token_is(facts->analysis, cue - 1, CLASS_NEGATION))
        return false; /* "is niet afhankelijk van de plaats": what is denied is the limit itself */
    if (cue != NO_TOKEN && (beside_the_act(facts, cue) || needs_somebody(facts, cue))) return false;
    if (cue != NO_TOKEN && facts->lang == LANGUAGE_DUTCH && strength == 2 &&
        (clause->perfect || (cue == clause->first && cue + 1 == clause->finite)))
        return false; /* "Ik heb alleen gezegd dat" tells; "Alleen is dat duur" means "but" */
    /* "Of er tekorten zijn, hangt af van de opgave": what depends is a fact, no act */
    if (cue != NO_TOKEN && cue == clause->head && facts->lang == LANGUAGE_DUTCH && clause->subject_first == clause->subject_last &&
        !clause->ellipsis)
        cue = NO_TOKEN;
    /* "Support will only be given to states that …": in writing, right beside the verb or its preposition */
    bool beside = strength == 2 && cue != NO_TOKEN && limits_verb(facts, cue);
    bool narrowed =
        strength == 2 && facts->lang == LANGUAGE_DUTCH && !facts->spoken && (narrowed_by_clause(facts) || narrowed_by_phrase(facts, cue));
    if (strength == 5)
        strength =
            narrowed_by_clause(facts) && !clause->perfect && !facts->spoken ? 3 : 0; /* "pas als", where "pas gisteren" limits nothing */
    bool again = strength == 2 && cue != NO_TOKEN && points_back(facts) && !tells_what_is(facts);
    if (cue != NO_TOKEN && strength && strength < 4 && (strength >= 3 || narrowed || beside || again))
        return verdict_set(out, KIND_CONDITION, "restriction", cue, 750);
    /* "Een voorwaarde is dat de kosten worden gedeeld", "Voorwaarde voor deelname is een plan" */
    if (cue != NO_TOKEN && strength == 4 && !facts->negated &&
        (clause->complement_first < clause->complement_last || cue <= clause->first + 1) && cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN)
        return verdict_set(out, KIND_CONDITION, "requirement", cue, 750);
    /* "Het akkoord geldt op voorwaarde dat alle staten het ratificeren": holding is nothing new, the limit is */
    cue = facts->lang == LANGUAGE_DUTCH && !facts->spoken && clause->finite != NO_TOKEN &&
                  (cue_verb(facts, CLASS_CUE_REPORT, NULL) != NO_TOKEN || cue_verb(facts, CLASS_COPULA, NULL) != NO_TOKEN ||
                   (clause->modal == MODAL_CAN && clause->head == clause->finite) ||
                   (cue_verb(facts, CLASS_CUE_EVENT, NULL) != NO_TOKEN && !facts->time_ahead))
              ? limiting_clause(facts)
              : NO_TOKEN;
    if (cue != NO_TOKEN && !facts->negated) return verdict_set(out, KIND_CONDITION, "restriction", cue, 750);
    /* "Als ik de motie zo mag lezen, laat ik het oordeel aan de Kamer": what is new is under which reading */
    uint32_t at = 0;
    bool appreciates = cue_verb(facts, CLASS_CUE_APPRECIATE, NULL) != NO_TOKEN;
    const struct clause *reading = appreciates ? clause_inside(facts, CLAUSE_BIT(CLAUSE_CONDITION), &at) : NULL;
    if (reading) return verdict_set(out, KIND_CONDITION, "restriction", reading->first, 600);
    if (clause->modal == MODAL_SHOULD && facts->lang == LANGUAGE_DUTCH && points_back(facts))
        return verdict_set(out, KIND_CONDITION, "requirement", clause->finite, 650);
    return false;
}
