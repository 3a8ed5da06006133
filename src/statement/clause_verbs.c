/* Which words are verbs of a clause, and which of them finite: what the part of speech says, set right where the clause knows better. */
#include "statement/clause_parts.h"

/* What an auxiliary is, whichever of its senses the context chose: "wil" is a modal as auxiliary and as main verb. */
bool auxiliary_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct token *t = token_at(self, token);
    return (t->pos == POS_VERB || t->pos == POS_AUX) && t->word && lexicon_word_class(self->words, t->word, class, value);
}
bool is_auxiliary(const struct analysis *self, uint32_t token, enum lexicon_class class) {
    return auxiliary_class(self, token, class, NULL);
}

bool verbal(const struct token *t) { return t->pos == POS_VERB || t->pos == POS_AUX; }
bool is_nominal(const struct token *t) {
    return t->pos == POS_NOUN || t->pos == POS_PROPN || t->pos == POS_NUM || t->pos == POS_SYM || t->pos == POS_ADJ || t->pos == POS_DET ||
           t->pos == POS_PRON;
}

/* A verb right after a determiner is none of the clause's: "het verlengen van", "de gemaakte afspraken". */
bool is_verb(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    if (!verbal(t)) return false;
    /* Dutch participles with an ending stand before a noun: "het daartoe bestemde fonds" */
    if (t->forms & FORM_PARTICIPLE && self->text->source.data[t->end - 1] == 'e' && i + 1 < self->text->tokens.count &&
        is_nominal(token_at(self, i + 1)))
        return false;
    if (i && i + 1 < self->text->tokens.count && !(t->forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) &&
        token_is(self, i - 1, CLASS_ANAPHOR) && verbal(token_at(self, i + 1)) && (token_at(self, i + 1)->forms & FORM_FINITE) &&
        (token_at(self, i - 1)->flags & TOKEN_CAPITAL))
        return false; /* "Dat voorstel is overgenomen" */
    return !(i && token_at(self, i - 1)->pos == POS_DET && (token_at(self, i)->flags & TOKEN_SPACE_BEFORE) &&
             !token_is(self, i - 1, CLASS_SUBORDINATOR));
}
bool is_finite(const struct analysis *self, uint32_t i) { return (token_at(self, i)->forms & FORM_FINITE) && is_verb(self, i); }
bool is_nonfinite(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    return !(t->forms & FORM_FINITE) && (t->forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) && is_verb(self, i);
}

/* Whether a nominative pronoun stands there: it is the subject wherever it stands. */
bool is_personal(const struct analysis *self, uint32_t token) {
    if (token + 1 < self->text->tokens.count) { /* "uw Kamer", "our leaders": a possessive */
        uint8_t next = token_at(self, token + 1)->pos;
        if (next == POS_NOUN || next == POS_PROPN || next == POS_ADJ) return false;
    }
    return token_at(self, token)->pos == POS_PRON && token_is(self, token, CLASS_PERSONAL);
}

bool may_be_finite(const struct analysis *self, uint32_t i) {
    const struct lexicon_sense *senses;
    if (!is_verb(self, i)) return false;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if ((senses[k].pos == POS_VERB || senses[k].pos == POS_AUX) && (senses[k].forms & FORM_FINITE) &&
            senses[k].lang != LANGUAGE_ENGLISH)
            return true;
    return false;
}

bool verbs_between(const struct analysis *self, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (is_verb(self, i)) return true;
    return false;
}

/* A verb that the context took for an infinitive or participle and that may be finite as well: plural present, or a past plural that looks
 * like the participle ("besloten"). Of a clause without a finite verb the first auxiliary among them is it, else the first. */
uint32_t finite_rescue(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
    uint32_t best = NO_TOKEN;
    for (uint32_t i = from; i < to; i++) {
        if (self->owner[i] != clause || self->aside[i] || !is_verb(self, i) || (i && token_is(self, i - 1, CLASS_INFINITIVE_MARK)))
            continue;
        if (!may_be_finite(self, i)) continue;
        bool auxiliary = is_auxiliary(self, i, CLASS_MODAL) || is_auxiliary(self, i, CLASS_PASSIVE) || is_auxiliary(self, i, CLASS_PERFECT);
        if (auxiliary) return i;
        if (best == NO_TOKEN) best = i;
    }
    return best;
}

/* "…, deel ik u mede dat": a word that may be a verb, right before a first or second person, is one. */
uint32_t finite_before_pronoun(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 1 < to; i++) {
        int32_t person;
        if (self->owner[i] != clause || self->aside[i] || token_at(self, i + 1)->pos != POS_PRON || !is_personal(self, i + 1)) continue;
        if (!token_class(self, i + 1, CLASS_PERSONAL, &person) || person == 4) continue;
        const struct lexicon_sense *senses;
        size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
        for (size_t k = 0; k < count; k++)
            if (senses[k].pos == POS_VERB && (senses[k].forms & FORM_FINITE) && senses[k].lang != LANGUAGE_ENGLISH) return i;
    }
    return NO_TOKEN;
}

bool may_have(const struct analysis *self, uint32_t i, uint16_t form) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && (senses[k].forms & form) && senses[k].lang != LANGUAGE_DUTCH) return true;
    return false;
}

/* English base forms look like infinitives and nouns: one that has no subject of its own right before it is finite only as the second half
 * of a coordination of finite verbs ("we commit to X and encourage Y"), not after a modal or "to" ("we will do X and increase Y"), not
 * after a comma ("plans that create jobs, invest in Y"). */
bool english_finite(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t first) {
    const struct token *t = token_at(self, i);
    if (t->pos == POS_AUX && !(t->forms & FORM_INFINITIVE)) return true;
    if (i == first) return true;
    uint32_t back = i - 1;
    while (back > first && token_at(self, back)->pos == POS_ADV) back--;
    const struct token *before = token_at(self, back);
    bool speech = token_is(self, i, CLASS_CUE_COMMIT) || token_is(self, i, CLASS_CUE_INTEND);
    if (before->shape == SHAPE_PUNCT) {
        if (!token_is_punct(self, back, ',')) return true;
        if (open->finite == NO_TOKEN && may_have(self, i, FORM_PARTICIPLE) && back > first && token_at(self, back - 1)->pos != POS_ADV)
            return false; /* "The session, held in May, adopted" */
        return (t->forms & (FORM_PAST | FORM_THIRD)) != 0 && !may_have(self, i, FORM_INFINITIVE);
    }
    if (before->pos == POS_AUX && !(t->forms & (FORM_THIRD | FORM_PAST))) return false; /* "we can each deploy" */
    if (before->pos != POS_CCONJ && !token_is(self, back, CLASS_COORDINATOR))
        return before->pos != POS_DET && before->pos != POS_ADP && before->pos != POS_PART && before->pos != POS_ADJ;
    if (open->finite == NO_TOKEN) return false;
    if (t->forms & (FORM_THIRD | FORM_PAST) && !may_have(self, i, FORM_INFINITIVE)) return true;
    if (speech) return true; /* "we met to renew our partnership, and commit to …" */
    const struct token *finite = token_at(self, open->finite);
    if (auxiliary_class(self, open->finite, CLASS_MODAL, NULL)) return false;
    bool third = (t->forms & FORM_THIRD) != 0, past = (t->forms & FORM_PAST) != 0;
    if (past) return true;
    if (third) return true;
    if (finite->forms & (FORM_THIRD | FORM_PAST) && finite->pos != POS_AUX) return false;
    /* after an infinitive only a verb of speech starts anew: "we commit to support X and encourage donors to …" */
    if (token_is(self, i, CLASS_CUE_ASK) || token_is(self, i, CLASS_CUE_ORDER)) return true;
    for (uint32_t k = open->finite + 1; k < back; k++)
        if (token_is(self, k, CLASS_INFINITIVE_MARK) && (verbal(token_at(self, k + 1)) || token_is_punct(self, k + 1, ':'))) return false;
    return true;
}

bool same_form(const struct analysis *self, uint32_t a, uint32_t b) {
    return a != NO_TOKEN && ((token_at(self, a)->forms ^ token_at(self, b)->forms) & (FORM_THIRD | FORM_PAST)) == 0 &&
           token_at(self, a)->pos == token_at(self, b)->pos;
}
