/* Which words are verbs of a clause, and which of them finite: what the part of speech says, set right where the clause knows better. */
#include "statement/clause_parts.h"
#include "statement/kinds.h"

/* What an auxiliary is, whichever of its senses the context chose: "wil" is a modal as auxiliary and as main verb. */
bool auxiliary_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct token *t = token_at(self, token);
    return token_may_be(self, token, class) && verbal(t) && t->word && lexicon_word_class(self->words, t->word, class, value);
}
bool is_auxiliary(const struct analysis *self, uint32_t token, enum lexicon_class class) {
    return auxiliary_class(self, token, class, NULL);
}

/* "Dan afspraken maken", "de komende maanden": a plural that may be a noun is one before a bare infinitive, which only auxiliaries govern,
 * and behind an adjective if it is a unit of time. */
static bool is_plural_noun(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i), *next = i + 1 < self->text->tokens.count ? token_at(self, i + 1) : NULL;
    if (t->pos != POS_VERB || !(t->forms & FORM_FINITE) || self->language[i] != LANGUAGE_DUTCH ||
        !word_is(self->words, t->word, POS_BIT(POS_NOUN)) || token_is(self, i, CLASS_MODAL) || token_is(self, i, CLASS_CAUSATIVE))
        return false;
    if (i && (token_at(self, i - 1)->pos == POS_ADJ || (token_at(self, i - 1)->forms & FORM_PRESENT_PARTICIPLE)) &&
        lexicon_word_class(self->words, t->word, CLASS_TIME_UNIT, NULL))
        return true;
    return next && next->pos == POS_VERB && (t->forms & FORM_PLURAL) && may_have(self, i + 1, FORM_INFINITIVE) &&
           !(next->forms & (FORM_PARTICIPLE | FORM_PAST)) && !(i && token_at(self, i - 1)->pos == POS_PRON);
}

/* "Coast Guard", "Open RAN": what is written with a capital behind a name, or in capitals among small letters, belongs to the name. */
static bool is_name_part(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i), *before = i ? token_at(self, i - 1) : NULL;
    if (!(t->flags & TOKEN_CAPITAL) || t->pos != POS_VERB || !before || !(t->flags & TOKEN_SPACE_BEFORE)) return false;
    return (before->flags & TOKEN_CAPITAL) && before->shape == SHAPE_WORD && (before->pos == POS_PROPN || before->pos == POS_NOUN) &&
           i + 1 < self->text->tokens.count && !(token_at(self, i + 1)->flags & TOKEN_CAPITAL);
}

/* A verb right after a determiner or a possessive is none of the clause's: "het verlengen van", "de gemaakte afspraken", "our shared
 * values". */
bool is_verb_there(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    if (self->language[i] == LANGUAGE_ENGLISH && is_name_part(self, i)) return false;
    /* "heeft ons gevraagd": "ons" before a participle is an object */
    bool object = i && self->language[i] == LANGUAGE_DUTCH && token_is(self, i - 1, CLASS_OBJECT_FORM) && (t->forms & FORM_PARTICIPLE) &&
                  self->text->source.data[t->end - 1] != 'e';
    /* "de motie van ons is aangenomen": behind a preposition "ons" is no possessive of a verb */
    object |= i > 1 && self->language[i] == LANGUAGE_DUTCH && t->pos == POS_AUX && (t->forms & FORM_FINITE) &&
              token_is(self, i - 1, CLASS_OBJECT_FORM) && token_at(self, i - 2)->pos == POS_ADP;
    if (i && !object && token_at(self, i - 1)->pos == POS_PRON && token_is(self, i - 1, CLASS_POSSESSIVE)) return false;
    /* Dutch participles with an ending stand before a noun: "het daartoe bestemde fonds" */
    if (t->forms & FORM_PARTICIPLE && self->text->source.data[t->end - 1] == 'e' && i + 1 < self->text->tokens.count &&
        is_nominal(token_at(self, i + 1)))
        return false;
    if (i && i + 1 < self->text->tokens.count && !(t->forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) &&
        token_is(self, i - 1, CLASS_ANAPHOR) && verbal(token_at(self, i + 1)) && (token_at(self, i + 1)->forms & FORM_FINITE) &&
        (token_at(self, i - 1)->flags & TOKEN_CAPITAL))
        return false; /* "Dat voorstel is overgenomen" */
    /* "want het wordt meegenomen": what is finite and nothing else is no noun */
    if (self->language[i] == LANGUAGE_DUTCH && (t->forms & FORM_FINITE) && t->pos == POS_AUX && !may_have(self, i, FORM_INFINITIVE) &&
        !may_have(self, i, FORM_PARTICIPLE))
        return true;
    if (is_plural_noun(self, i)) return false;
    return !(i && token_at(self, i - 1)->pos == POS_DET && (token_at(self, i)->flags & TOKEN_SPACE_BEFORE) &&
             !token_is(self, i - 1, CLASS_SUBORDINATOR));
}
/* Whether a nominative pronoun stands there: it is the subject wherever it stands. */
bool is_personal_there(const struct analysis *self, uint32_t token) {
    int32_t person;
    /* "dat doe ik gewoon": Dutch "ik" and "wij" are no possessives whatever follows */
    bool nominative = self->language[token] == LANGUAGE_DUTCH && token_class(self, token, CLASS_PERSONAL, &person) && person <= PERSON_WE &&
                      !token_is(self, token, CLASS_POSSESSIVE) && !token_is(self, token, CLASS_OBJECT_FORM);
    if (!nominative && token + 1 < self->text->tokens.count) { /* "uw Kamer", "our leaders": a possessive */
        uint8_t next = token_at(self, token + 1)->pos;
        if (next == POS_NOUN || next == POS_PROPN || next == POS_ADJ) return false;
    }
    return token_at(self, token)->pos == POS_PRON && token_is(self, token, CLASS_PERSONAL);
}

/* Whether the word may be such a form of a verb in the language of its sentence. */
bool may_have(const struct analysis *self, uint32_t i, uint16_t form) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && (senses[k].forms & form) && (!senses[k].lang || senses[k].lang == self->language[i])) return true;
    return false;
}

/* A finite form, in a sense of the word that is not English, which is none of the forms `but` as well. */
static bool has_finite(const struct analysis *self, uint32_t i, uint16_t but) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if ((senses[k].pos == POS_VERB || senses[k].pos == POS_AUX) && (senses[k].forms & FORM_FINITE) && !(senses[k].forms & but) &&
            senses[k].lang != LANGUAGE_ENGLISH)
            return true;
    return false;
}

bool may_be_finite(const struct analysis *self, uint32_t i) { return is_verb(self, i) && has_finite(self, i, 0); }

/* "als de commissie daar prijs op stelt", "als ik mij beperk tot de marine": at the end of a subordinate clause, or before the preposition
 * of what was put behind it, stands its finite verb, also where the context took the word for a noun. A noun would have a determiner,
 * adjective or preposition before it. */
bool finite_by_place(const struct analysis *self, uint32_t i, uint32_t from, uint32_t to) {
    if (i <= from || token_at(self, i)->shape != SHAPE_WORD || token_at(self, i)->flags & TOKEN_CAPITAL) return false;
    const struct token *before = token_at(self, i - 1), *next = i + 1 < to ? token_at(self, i + 1) : NULL;
    if (next && next->shape != SHAPE_PUNCT && next->pos != POS_ADP) return false;
    bool behind = next && next->pos == POS_ADP;
    if (before->pos == POS_DET || before->pos == POS_ADJ || before->pos == POS_NUM || before->shape == SHAPE_PUNCT) return false;
    if (behind ? before->pos != POS_PRON : before->pos == POS_ADP && !token_is(self, i - 1, CLASS_PARTICLE)) return false;
    return has_finite(self, i, FORM_INFINITIVE | FORM_PARTICIPLE);
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
        if (i > from + 1 && is_verb(self, i - 1) && token_is(self, i - 2, CLASS_INFINITIVE_MARK)) continue; /* "uit te laten voeren" */
        if (best == NO_TOKEN) best = i;
    }
    if (best != NO_TOKEN || self->clauses.at[clause].opener == NO_TOKEN) return best;
    for (uint32_t i = to; i-- > from;)
        if (self->owner[i] == clause && !self->aside[i] && finite_by_place(self, i, from, to)) return i;
    return NO_TOKEN;
}

/* "…, deel ik u mede dat": a word that may be a verb, right before a first or second person, is one. */
uint32_t finite_before_pronoun(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i + 1 < to; i++) {
        int32_t person;
        const struct clause *owner = &self->clauses.at[self->owner[i]];
        /* "Aan het verzoek om X te doen geven wij geen gehoor": behind the infinitive the clause around goes on */
        bool behind = owner->type == CLAUSE_INFINITIVE && owner->parent == (int32_t)clause && i > owner->first + 1 && is_verb(self, i) &&
                      is_verb(self, i - 1);
        if (!(self->owner[i] == clause || behind) || self->aside[i] || token_at(self, i + 1)->pos != POS_PRON || !is_personal(self, i + 1))
            continue;
        if (!token_class(self, i + 1, CLASS_PERSONAL, &person) || person == 4) continue;
        const struct lexicon_sense *senses;
        size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
        for (size_t k = 0; k < count; k++)
            if (senses[k].pos == POS_VERB && (senses[k].forms & FORM_FINITE) && senses[k].lang != LANGUAGE_ENGLISH) return i;
    }
    /* "Deze staat gepland": a pronoun and its verb, which look like a determiner and its noun, where nothing else is finite */
    const struct token *verb = from + 1 < to ? token_at(self, from + 1) : NULL;
    if (verb && self->language[from] == LANGUAGE_DUTCH && token_is(self, from, CLASS_ANAPHOR) && verbal(verb) &&
        (verb->forms & FORM_FINITE) && self->owner[from + 1] == clause)
        return from + 1;
    return NO_TOKEN;
}

bool same_form(const struct analysis *self, uint32_t a, uint32_t b) {
    return a != NO_TOKEN && ((token_at(self, a)->forms ^ token_at(self, b)->forms) & (FORM_THIRD | FORM_PAST)) == 0 &&
           token_at(self, a)->pos == token_at(self, b)->pos;
}

/* "stuur", "laat": a form of the verb without ending. */
bool may_be_bare(const struct analysis *self, uint32_t verb) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, verb)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && senses[k].lang == LANGUAGE_DUTCH && (senses[k].forms & (FORM_FIRST | FORM_IMPERATIVE)))
            return true;
    return false;
}
