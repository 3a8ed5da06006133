/* The table of ordered tests and what they share. */
#include "statement/kinds.h"

#include "statement/clause_parts.h"

const struct kind_row kind_table[] = {
    { KIND_DISCHARGE, kind_discharge },
    { KIND_REFUSAL, kind_refusal },
    { KIND_REAFFIRMATION, kind_reaffirmation },
    { KIND_DECISION, kind_decision },
    { KIND_TASKING, kind_tasking },
    { KIND_REQUEST, kind_request },
    { KIND_COMMITMENT, kind_commitment },
    { KIND_INTENTION, kind_intention },
    { KIND_CONDITION, kind_condition },
    { KIND_PLAN, kind_plan },
    { KIND_POSITION, kind_position },
};
const size_t kind_table_size = COUNT_OF(kind_table);

bool verdict_set(struct verdict *out, enum kind kind, const char *sub, uint32_t cue, uint16_t confidence) {
    out->kind = kind;
    out->sub = sub;
    out->cue = cue;
    out->confidence = confidence;
    return true;
}

struct verdict kind_of(const struct facts *facts) {
    struct verdict verdict = { .cue = NO_TOKEN };
    if (facts->generic) { /* "Dat kun je alleen doen als …", "dan krijg je …": a view of how things go */
        if (kind_position(facts, &verdict)) return verdict;
        return (struct verdict){ .kind = KIND_REPORT, .cue = facts->clause->head, .confidence = 600 };
    }
    for (size_t i = 0; i < kind_table_size; i++)
        if (kind_table[i].test(facts, &verdict)) return verdict;
    return (struct verdict){ .kind = KIND_REPORT, .cue = facts->clause->head, .confidence = 600 };
}

uint32_t cue_verb_sure(const struct facts *facts, enum lexicon_class class, int32_t *strength) {
    const struct clause *clause = facts->clause;
    if (clause->head == NO_TOKEN) return NO_TOKEN;
    const struct analysis *self = facts->analysis;
    if (self->phrase[clause->head] && lexicon_lemma_class(self->words, self->phrase[clause->head], class, strength)) return clause->head;
    return clause_verb_class(self, clause, class, strength)
               ? (clause->idiom && lexicon_lemma_class(self->words, clause->idiom, class, NULL) ? clause->idiom_word : clause->head)
               : NO_TOKEN;
}

/* "de volgende vraag", "een afwijzend besluit": a Dutch present participle describes a noun and performs no act. */
static bool describes(const struct analysis *self, uint32_t token) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].lang == LANGUAGE_DUTCH && (senses[k].forms & FORM_PRESENT_PARTICIPLE)) return true;
    return false;
}

/* "uitsluitend" is an adverb as well, with a class of its own. */
static bool adverb_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_ADV && lexicon_lemma_class(self->words, senses[k].lemma, class, value)) return true;
    return false;
}

uint32_t cue_word_sure(const struct facts *facts, enum lexicon_class class, int32_t *strength) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    for (uint32_t i = clause->first; i < clause->last; i++) {
        if (!token_may_be(self, i, class)) continue;
        const struct token *t = token_at(self, i);
        if (self->owner[i] != own || self->aside[i] || (i == clause->head && (!(t->forms & FORM_PARTICIPLE) || clause->perfect)))
            continue; /* "is bereid"; "has prepared the material", "heeft de nota aangeboden" are none */
        if (facts->lang == LANGUAGE_DUTCH && describes(self, i) && self->phrase_size[i] < 2) { /* not "onvoldoende aanleiding" */
            if (adverb_class(self, i, class, strength)) return i;
            continue;
        }
        bool verb = t->pos == POS_VERB && (t->forms & (FORM_FINITE | FORM_INFINITIVE));
        /* "is het kabinet bereid de bijdrage": beside the clause's verb, what may be an adjective is one */
        if (verb && facts->lang == LANGUAGE_DUTCH && i != clause->finite && clause->finite != NO_TOKEN && (t->forms & FORM_FINITE) &&
            word_is(self->words, t->word, POS_BIT(POS_ADJ)) && lexicon_word_class(self->words, t->word, class, strength))
            return i;
        if (facts->lang == LANGUAGE_ENGLISH && t->pos == POS_VERB && (t->forms & FORM_PRESENT_PARTICIPLE) && i != clause->head)
            verb = true; /* "including by rejecting violations": no act of the clause's own */
        if (self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], class, strength)) return i;
        if (facts->lang == LANGUAGE_DUTCH && self->phrase_size[i] > 1 && lexicon_lemma_pos(self->words, self->phrase[i]) == POS_ADV) {
            i += self->phrase_size[i] - 1u; /* "afgezien daarvan": its words say nothing of their own */
            continue;
        }
        if (!verb && token_class(self, i, class, strength)) return i;
    }
    return NO_TOKEN;
}

bool finite_may_be(const struct facts *facts, enum lexicon_class class) {
    uint32_t finite = facts->clause->finite;
    return finite != NO_TOKEN && lexicon_word_class(facts->analysis->words, token_at(facts->analysis, finite)->word, class, NULL);
}

bool told_as_done(const struct facts *facts) { return facts->clause->head != facts->clause->finite && finite_may_be(facts, CLASS_PERFECT); }

bool holds_modal(const struct facts *facts, enum modal modal) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    int32_t found;
    for (uint32_t i = clause->first; i < clause->last; i++)
        if (i != clause->finite && self->owner[i] == (uint32_t)(clause - self->clauses.at) &&
            auxiliary_class(self, i, CLASS_MODAL, &found) && found == (int32_t)modal)
            return true;
    return false;
}

uint32_t infinitive_behind(const struct facts *facts) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    for (uint32_t i = clause->last; i-- > clause->finite + 1;)
        if (self->owner[i] == (uint32_t)(clause - self->clauses.at) && verbal(token_at(self, i)) &&
            (token_at(self, i)->forms & FORM_INFINITIVE))
            return i;
    return NO_TOKEN;
}

bool noun_follows(const struct facts *facts, uint32_t token) {
    return token + 1 < facts->clause->last && token_at(facts->analysis, token + 1)->pos == POS_NOUN;
}

const struct clause *clause_inside(const struct facts *facts, unsigned types, uint32_t *at) {
    const struct analysis *self = facts->analysis;
    int32_t own = (int32_t)(facts->clause - self->clauses.at);
    uint32_t next = *at ? *at : self->sentence_clause[facts->clause->sentence];
    for (; next < self->sentence_clause[facts->clause->sentence + 1]; next++) {
        const struct clause *inner = &self->clauses.at[next];
        if (inner->parent != own || !(types & CLAUSE_BIT(inner->type))) continue;
        *at = next + 1;
        return inner;
    }
    return NULL;
}

uint32_t goes_on_to(const struct facts *facts, enum lexicon_class class) {
    const struct analysis *self = facts->analysis;
    const struct clause *clause = facts->clause;
    int32_t strength = 0;
    if (facts->lang != LANGUAGE_ENGLISH || clause->head == NO_TOKEN || clause->head + 2 >= clause->last ||
        cue_verb(facts, CLASS_CUE_CONTINUE, NULL) == NO_TOKEN || !token_is(self, clause->head + 1, CLASS_INFINITIVE_MARK))
        return NO_TOKEN;
    uint32_t verb = clause->head + 2;
    if (token_class(self, verb, class, &strength) && strength >= 2) return verb;
    uint32_t joined =
        verb + 1 < clause->last ? lexicon_separable(self->words, token_at(self, verb)->lemma, token_at(self, verb + 1)->word) : 0;
    return joined && lexicon_lemma_class(self->words, joined, class, &strength) && strength >= 2 ? verb : NO_TOKEN;
}

bool granting(const struct facts *facts, int32_t what) {
    int32_t value = 0;
    return cue_verb(facts, CLASS_CUE_GRANT, &value) != NO_TOKEN && value == what;
}

bool manages_talk(const struct facts *facts) {
    if (!facts->spoken || facts->lang != LANGUAGE_DUTCH) return false;
    if (facts->promises_list) return false;
    bool first_person = facts->person == PERSON_I || facts->person == PERSON_WE;
    if (facts->chair && first_person) return true; /* who leads a meeting says how it goes on */
    /* "Ik wil even overleggen", "Daar kom ik straks op"; but "Ik zal het even nagaan" is work for later */
    int32_t strength = 0;
    bool works = cue_verb(facts, CLASS_CUE_OPEN_WORK, &strength) != NO_TOKEN && strength >= 2;
    /* "Wij zullen kijken of het kan": finding out whether */
    bool finds_out = works || ((facts->clause->modal == MODAL_WILL || facts->clause->modal == MODAL_GO) &&
                               facts->complement != UINT32_MAX && cue_verb(facts, CLASS_CUE_OPEN_WORK, NULL) != NO_TOKEN);
    bool at_once = first_person && !works && cue_word(facts, CLASS_CUE_AT_ONCE, NULL) != NO_TOKEN;
    bool whether = facts->complement != UINT32_MAX && facts->analysis->clauses.at[facts->complement].opener != NO_TOKEN &&
                   token_is(facts->analysis, facts->analysis->clauses.at[facts->complement].opener, CLASS_COORDINATOR);
    if (at_once && !whether && facts->chamber == NO_TOKEN) return true; /* "Ik ga even kijken welke vragen er nog zijn" */
    if (finds_out && first_person && facts->complement != UINT32_MAX) return false;
    if (!at_once && (facts->time_ahead || (facts->clause->passive && facts->clause->modal == MODAL_MUST) ||
                     cue_verb(facts, CLASS_CUE_TALK, NULL) == NO_TOKEN))
        return false;
    return clause_find(facts->analysis, facts->clause, CLASS_CUE_DELIVERABLE, NULL) == NO_TOKEN;
}

bool gives_money(const struct facts *facts) {
    enum { NEAR = 6 };
    const struct analysis *self = facts->analysis;
    uint32_t head = facts->clause->head, at = 0;
    if (head == NO_TOKEN || cue_verb(facts, CLASS_CUE_INFORM, NULL) == NO_TOKEN || cue_verb(facts, CLASS_CUE_DECIDE, NULL) == NO_TOKEN)
        return false;
    const struct mention *m = mention_next(self, MENTION_QUANTITY, head + 1, facts->clause->last, &at);
    return m && m->first <= head + NEAR && m->sub && strcmp(m->sub, "money") == 0;
}

bool agreed_to_do(const struct facts *facts) {
    if (facts->complement == UINT32_MAX || cue_verb(facts, CLASS_CUE_AGREE, NULL) == NO_TOKEN) return false;
    const struct analysis *self = facts->analysis;
    const struct clause *inner = &self->clauses.at[facts->complement];
    int32_t person;
    bool does = inner->modal == MODAL_WILL || (facts->lang == LANGUAGE_DUTCH && clause_verb_class(self, inner, CLASS_CUE_INFORM, NULL));
    return inner->subject_first < inner->subject_last && does && token_class(self, inner->subject_first, CLASS_PERSONAL, &person) &&
           person == PERSON_I;
}

/* "de motie-De Boer": the noun before the first hyphen is of an earlier act, and with `named` a name follows. */
static bool undertaking_before_hyphen(const struct analysis *self, uint32_t token, bool named, int32_t *value) {
    slice text = token_text(self->text, token);
    const char *hyphen = memchr(text.data, '-', text.size);
    if (!hyphen) return false;
    bool nominal = token_at(self, token)->pos == POS_NOUN || token_at(self, token)->pos == POS_PROPN;
    bool capital = hyphen + 1 < text.data + text.size && hyphen[1] >= 'A' && hyphen[1] <= 'Z';
    uint32_t word = named && !(nominal && capital) ? 0 : lexicon_find(self->words, (slice){ text.data, (size_t)(hyphen - text.data) });
    return word && lexicon_word_class(self->words, word, CLASS_CUE_UNDERTAKING, value);
}

bool proposes_to_do(const struct facts *facts) {
    if (facts->complement == UINT32_MAX || facts->lang != LANGUAGE_DUTCH || facts->person != PERSON_I || !facts_present(facts) ||
        facts->negated || cue_verb(facts, CLASS_CUE_ASK, NULL) == NO_TOKEN)
        return false;
    const struct analysis *self = facts->analysis;
    const struct clause *inner = &self->clauses.at[facts->complement];
    int32_t person;
    return inner->type == CLAUSE_COMPLEMENT && inner->subject_first < inner->subject_last &&
           token_class(self, inner->subject_first, CLASS_PERSONAL, &person) && person == PERSON_I &&
           !clause_verb_class(self, inner, CLASS_COPULA, NULL);
}

uint32_t undertaking(const struct facts *facts, int32_t *value) {
    const struct clause *clause = facts->clause;
    bool mixed = false; /* what holds a hyphen is */
    for (uint32_t i = clause->first; i < clause->last; i++) mixed |= token_at(facts->analysis, i)->mixed;
    for (uint32_t i = clause->first; i < clause->last && mixed; i++)
        if (token_at(facts->analysis, i)->mixed && undertaking_before_hyphen(facts->analysis, i, true, value)) return i;
    bool some = tokens_may_have(facts->analysis, clause->first, clause->last, CLASS_CUE_UNDERTAKING);
    for (uint32_t i = clause->first; i < clause->last && some; i++)
        if (token_may_be(facts->analysis, i, CLASS_CUE_UNDERTAKING) && token_at(facts->analysis, i)->pos != POS_VERB &&
            token_class(facts->analysis, i, CLASS_CUE_UNDERTAKING, value))
            return i;
        else if (i > clause->first && token_may_be(facts->analysis, i, CLASS_CUE_UNDERTAKING) &&
                 token_is(facts->analysis, i - 1, CLASS_POSSESSIVE) &&
                 lexicon_word_class(facts->analysis->words, token_at(facts->analysis, i)->word, CLASS_CUE_UNDERTAKING, value))
            return i; /* "our call on": whatever the context took it for */
    for (uint32_t i = clause->first; i < clause->last && mixed && facts->lang == LANGUAGE_DUTCH; i++)
        if (undertaking_before_hyphen(facts->analysis, i, false, value)) return i;
    return NO_TOKEN;
}
