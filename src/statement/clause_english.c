/* English: which words that look finite are so.
 *
 * An English base form looks like an infinitive and often like a noun ("support", "supply", "respect"), a past form like a participle.
 * What stands before the word decides: "plans that create jobs, invest in research and support trade" has one finite verb of its clause,
 * "we welcome the report and encourage donors to give" has two. See Huddleston & Pullum, The Cambridge Grammar of the English Language,
 * ch. 3 (inflection) and ch. 15 (coordination). */
#include "statement/clause_parts.h"

static bool may_be_noun(const struct analysis *self, uint32_t i) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_NOUN && senses[k].lang != LANGUAGE_DUTCH) return true;
    return false;
}

/* A verb by which a record acts: "commit", "aim", "encourage", "task", "reaffirm". Such verbs head clauses of their own where others go on
 * with a list of infinitives. */
bool english_performs(const struct analysis *self, uint32_t i) {
    static const enum lexicon_class classes[] = { CLASS_CUE_COMMIT, CLASS_CUE_INTEND, CLASS_CUE_ASK, CLASS_CUE_ORDER, CLASS_CUE_REAFFIRM };
    int32_t strength;
    for (size_t c = 0; c < COUNT_OF(classes); c++)
        if (token_class(self, i, classes[c], &strength) && strength >= 2) return true;
    uint32_t lemma = token_at(self, i)->lemma, next = i + 1 < self->text->tokens.count ? token_at(self, i + 1)->word : 0;
    uint32_t joined = next ? lexicon_separable(self->words, lemma, next) : 0; /* "call on" */
    return joined && (lexicon_lemma_class(self->words, joined, CLASS_CUE_ASK, NULL) ||
                      lexicon_lemma_class(self->words, joined, CLASS_CUE_REAFFIRM, NULL)); /* "remains committed" */
}

/* Infinitives are listed between the finite verb and `before`: "intend to: (i) end …; (ii) protect …", "will end …". */
static bool lists_infinitives(const struct analysis *self, uint32_t finite, uint32_t before) {
    if (finite == NO_TOKEN) return false;
    if (auxiliary_class(self, finite, CLASS_MODAL, NULL)) return true;
    for (uint32_t k = finite + 1; k < before; k++)
        if (token_is(self, k, CLASS_INFINITIVE_MARK) && (verbal(token_at(self, k + 1)) || token_is_punct(self, k + 1, ':'))) return true;
    return false;
}

/* What parts the finite verb's clause from a noun phrase that ends before `verb`: NO_TOKEN nothing, else the nearest coordinator, comma or
 * semicolon. */
static uint32_t separator_before(const struct analysis *self, uint32_t finite, uint32_t verb) {
    for (uint32_t k = verb; k-- > finite + 1;)
        if (!self->aside[k] && (token_at(self, k)->pos == POS_CCONJ || token_is_punct(self, k, ',') || token_is_punct(self, k, ';') ||
                                token_is_punct(self, k, ':')))
            return k;
    return NO_TOKEN;
}

/* The comma at `mark` closes what an earlier one opened between subject and verb: "The session, held in May, adopted". */
static bool closes_insertion(const struct analysis *self, const struct clause *open, uint32_t mark) {
    uint32_t own = (uint32_t)(open - self->clauses.at);
    for (uint32_t k = open->first; k < mark; k++)
        if (token_is_punct(self, k, ',') && (self->owner[k] == own || self->clauses.at[self->owner[k]].parent == (int32_t)own)) return true;
    return false;
}

/* After a punctuation mark at `mark`. A semicolon may part clauses or a list of infinitives; after a comma a base form is finite only when
 * it performs an act beside others that do: "We welcome the plan, commit to carry it out, and call on donors to help". */
static bool finite_after_mark(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t mark, uint32_t first) {
    const struct token *t = token_at(self, i);
    bool base = !(t->forms & (FORM_PAST | FORM_THIRD)) && may_have(self, i, FORM_INFINITIVE);
    if (!token_is_punct(self, mark, ',')) return !(base && lists_infinitives(self, open->finite, mark) && !english_performs(self, i));
    if (open->finite == NO_TOKEN && may_have(self, i, FORM_PARTICIPLE) && mark > first && token_at(self, mark - 1)->pos != POS_ADV &&
        !closes_insertion(self, open, mark))
        return false; /* "The session, held in May, adopted" */
    if (base && open->finite == NO_TOKEN && i + 1 < self->text->tokens.count && token_is(self, i + 1, CLASS_INFINITIVE_MARK) &&
        english_performs(self, i))
        return true; /* "the coast guards of A, B, and C, plan to" */
    /* "to consider, in May, matters relating to": a plural with what tells of it */
    if ((t->forms & FORM_THIRD) && may_be_noun(self, i) && !english_performs(self, i) && i + 1 < self->text->tokens.count &&
        (token_at(self, i + 1)->forms & (FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE)))
        return false;
    if (base && open->type == CLAUSE_MAIN && open->finite != NO_TOKEN && english_performs(self, i))
        return !(token_at(self, open->finite)->forms & (FORM_PAST | FORM_THIRD)) && !lists_infinitives(self, open->finite, mark);
    if (base && open->finite != NO_TOKEN && t->lemma == token_at(self, open->finite)->lemma)
        return true; /* "We continue to A, continue to B" */
    /* "the parties, referred to in paragraph 2,": after a clause that has its verb, a form that may be a participle and governs no object
     */
    if (open->finite != NO_TOKEN && (t->forms & FORM_PAST) && may_have(self, i, FORM_PARTICIPLE) && i + 1 < self->text->tokens.count &&
        (token_at(self, i + 1)->pos == POS_ADP || token_is(self, i + 1, CLASS_INFINITIVE_MARK)))
        return false;
    return (t->forms & (FORM_PAST | FORM_THIRD)) != 0 && !may_have(self, i, FORM_INFINITIVE);
}

/* The clause's subject is "we" or "I": a third person after a coordinator goes on with another clause ("We are committed to ensuring the
 * work is aligned and continues"). */
static bool speaks_of_us(const struct analysis *self, const struct clause *open) {
    int32_t person;
    for (uint32_t k = open->finite; k-- > open->first && open->finite - k < 4;)
        if (is_personal(self, k) && token_class(self, k, CLASS_PERSONAL, &person)) return person <= 2;
    return false;
}

/* "We will check goods produced and sold in other countries": beside a verb that is no past tense, a form that may be a participle, after
 * its noun and before a preposition, a coordinator or the end. */
static bool is_reduced_relative(const struct analysis *self, const struct clause *open, uint32_t i) {
    /* "Reaffirming the values enshrined in": a paragraph that opens with a participle has no verb before its subject */
    if (open->finite == NO_TOKEN && !(token_at(self, open->first)->forms & FORM_PRESENT_PARTICIPLE)) return false;
    if (open->finite != NO_TOKEN && (token_at(self, open->finite)->forms & FORM_PAST) &&
        separator_before(self, open->finite, i) != NO_TOKEN)
        return false;
    if (!(token_at(self, i)->forms & FORM_PAST) || !may_have(self, i, FORM_PARTICIPLE) || i + 1 >= self->text->tokens.count) return false;
    const struct token *before = token_at(self, i - 1), *next = token_at(self, i + 1);
    return (before->pos == POS_NOUN || before->pos == POS_PROPN) &&
           (next->pos == POS_ADP || next->pos == POS_CCONJ || next->shape == SHAPE_PUNCT || token_is(self, i + 1, CLASS_INFINITIVE_MARK));
}

/* "the actions and steps necessary", "bodies and programmes under the treaty": beside a noun, a plural that looks like a third person and
 * has nothing to govern. */
static bool is_plural_noun(const struct analysis *self, uint32_t i, uint32_t coordinator) {
    if (!coordinator || token_at(self, coordinator - 1)->pos != POS_NOUN || !may_be_noun(self, i) || english_performs(self, i))
        return false;
    if (token_is(self, i, CLASS_CUE_POSITION) || token_is(self, i, CLASS_CUE_DECIDE) || i + 1 >= self->text->tokens.count) return false;
    uint32_t word = token_at(self, i + 1)->word;
    if (word && lexicon_separable(self->words, token_at(self, i)->lemma, word)) return false; /* "looks forward" */
    const struct token *next = token_at(self, i + 1);
    return next->pos == POS_ADP || next->pos == POS_ADJ || next->pos == POS_VERB || next->shape == SHAPE_PUNCT || next->pos == POS_CCONJ ||
           token_is(self, i + 1, CLASS_INFINITIVE_MARK); /* "ways and means to assist" */
}

/* "We call on all to stop, and condemn the attacks": what one thinks of, after the comma of a new clause. */
static bool views_anew(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t coordinator) {
    int32_t strength = 0;
    if (!coordinator || !token_is_punct(self, coordinator - 1, ',') || open->finite == NO_TOKEN || !speaks_of_us(self, open)) return false;
    if (auxiliary_class(self, open->finite, CLASS_MODAL, NULL) || token_at(self, i)->forms & (FORM_THIRD | FORM_PAST)) return false;
    return (token_class(self, i, CLASS_CUE_POSITION, &strength) && strength >= 3 && !token_is(self, i, CLASS_CUE_AID)) ||
           token_is(self, i, CLASS_CUE_REITERATE);
}

/* A base form that has no subject of its own right before it is finite only as the second half of a coordination of finite verbs ("we
 * commit to X and encourage Y"), not after a modal or "to" ("we will do X and increase Y"). */
static bool finite_after_coordinator(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t coordinator) {
    const struct token *t = token_at(self, i);
    if (open->finite == NO_TOKEN) return false;
    /* "ores dug or washed abroad": as the one before the coordinator, so the one after */
    const struct token *conjunct = token_at(self, coordinator ? coordinator - 1 : 0);
    if (coordinator && coordinator - 1 != open->finite && conjunct->pos == POS_VERB && (conjunct->forms & (FORM_PAST | FORM_PARTICIPLE)) &&
        (t->forms & FORM_PAST) && may_have(self, i, FORM_PARTICIPLE))
        return false;
    if ((t->forms & FORM_THIRD) && !(t->forms & FORM_PAST) && (speaks_of_us(self, open) || is_plural_noun(self, i, coordinator)))
        return false;
    if (t->forms & (FORM_THIRD | FORM_PAST) && !may_have(self, i, FORM_INFINITIVE)) return true;
    if (token_is(self, i, CLASS_CUE_COMMIT) || token_is(self, i, CLASS_CUE_INTEND))
        return true; /* "we met to renew our partnership, and commit to …" */
    if (views_anew(self, open, i, coordinator)) return true;
    if (auxiliary_class(self, open->finite, CLASS_MODAL, NULL)) return false;
    if (t->forms & (FORM_THIRD | FORM_PAST)) return true;
    const struct token *finite = token_at(self, open->finite);
    if (finite->forms & (FORM_THIRD | FORM_PAST) && finite->pos != POS_AUX) return false;
    /* after an infinitive only a verb of speech starts anew: "we commit to support X and encourage donors to …" */
    return english_performs(self, i) || !lists_infinitives(self, open->finite, coordinator);
}

/* After a coordinator a verb that performs an act is done, not willed, whatever the context took it for: "We will do X and aim to do Y",
 * "We commit to action and encourage donors to give". Of asking only beside a verb that is performed itself: "We will meet the parties and
 * urge them to stop" wills both. */
bool english_performed(const struct analysis *self, const struct clause *main, uint32_t i, uint32_t first, uint32_t last) {
    /* "We, the heads of both ports, met in May": what looks like a participle, after an insertion behind a pronoun */
    if (main->finite == NO_TOKEN && i > first + 2 && token_at(self, i)->pos == POS_VERB && token_is_punct(self, i - 1, ',') &&
        token_is_punct(self, main->first + 1, ',') && main->first + 1 < i - 1 && is_personal(self, main->first) &&
        may_have(self, i, FORM_PAST))
        return true;
    /* "The partners intend to": what was taken for a verb was its subject */
    if (i > first && i + 1 < last && main->finite == i - 1 && may_be_noun(self, i - 1) && token_is(self, i + 1, CLASS_INFINITIVE_MARK) &&
        is_verb(self, i) && english_performs(self, i))
        return true;
    if (i == first || i + 1 >= last || token_at(self, i - 1)->pos != POS_CCONJ || main->finite == NO_TOKEN) return false;
    if (!(token_at(self, i)->forms & FORM_INFINITIVE) || !is_verb(self, i)) return false;
    if (views_anew(self, main, i, i - 1)) return true;
    if (token_is(self, i + 1, CLASS_INFINITIVE_MARK)) return token_is(self, i, CLASS_CUE_INTEND) || token_is(self, i, CLASS_CUE_COMMIT);
    if (auxiliary_class(self, main->finite, CLASS_MODAL, NULL) || !english_performs(self, i)) return false;
    for (uint32_t k = i + 1; k < last && k < i + 12; k++)
        if (token_is(self, k, CLASS_INFINITIVE_MARK)) return true;
    const struct token *next = token_at(self, i + 1); /* "We invite Ruritania to join and urge its swift accession" */
    return english_performs(self, main->finite) && (next->pos == POS_DET || next->pos == POS_PRON || next->pos == POS_PROPN);
}

bool english_finite(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t first) {
    const struct token *t = token_at(self, i);
    if (t->pos == POS_AUX && !(t->forms & FORM_INFINITIVE)) return true;
    /* "United as open societies, we commit": a past tense needs a subject, a participle none */
    if (i == first && may_be_noun(self, i) && (t->forms & FORM_THIRD) && i + 1 < self->text->tokens.count &&
        token_at(self, i + 1)->pos == POS_VERB && (token_at(self, i + 1)->forms & FORM_INFINITIVE))
        return false; /* "Grants continue to be": its subject */
    if (i == first) return !((t->forms & FORM_PAST) && may_have(self, i, FORM_PARTICIPLE));
    uint32_t back = i - 1;
    while (back > first && (token_at(self, back)->pos == POS_ADV || self->aside[back])) back--;
    const struct token *before = token_at(self, back);
    if (before->shape == SHAPE_PUNCT) return finite_after_mark(self, open, i, back, first);
    if (before->pos == POS_AUX && !(t->forms & (FORM_THIRD | FORM_PAST))) return false;              /* "we can each deploy" */
    if (is_auxiliary(self, back, CLASS_PERFECT) && may_have(self, i, FORM_PARTICIPLE)) return false; /* "having considered" */
    if (before->pos == POS_AUX && may_have(self, i, FORM_PARTICIPLE)) return false;                  /* "five have so far indicated" */
    if (before->pos == POS_VERB && (before->forms & FORM_INFINITIVE) && may_be_noun(self, i)) return false; /* "to make doses available" */
    if (before->pos == POS_VERB && back + 1 == i && back > first && token_is(self, back - 1, CLASS_INFINITIVE_MARK) &&
        !(t->forms & (FORM_THIRD | FORM_PAST)))
        return false; /* "to better understand", "to help build" */
    if (before->pos == POS_CCONJ || token_is(self, back, CLASS_COORDINATOR)) return finite_after_coordinator(self, open, i, back);
    if (before->pos == POS_DET || before->pos == POS_ADP || before->pos == POS_PART || before->pos == POS_ADJ) return false;
    if (before->pos == POS_PRON && token_is(self, back, CLASS_POSSESSIVE)) return false; /* "its widely recognized borders" */
    /* "the draft alert protocol": a singular noun takes no base form */
    if (before->pos == POS_NOUN && !(before->forms & FORM_PLURAL) && !(t->forms & (FORM_THIRD | FORM_PAST)) && may_be_noun(self, i) &&
        i + 1 < self->text->tokens.count && token_at(self, i + 1)->pos == POS_NOUN)
        return false;
    if (is_reduced_relative(self, open, i)) return false;
    /* "technology and services supply chains": beside a clause that has its verb, a noun and a word that may be a noun are a compound,
     * unless a comma or semicolon sets a clause apart */
    if (open->finite != NO_TOKEN && (before->pos == POS_NOUN || before->pos == POS_PROPN) && !(t->forms & (FORM_THIRD | FORM_PAST)) &&
        may_be_noun(self, i)) {
        uint32_t separator = separator_before(self, open->finite, i);
        if (separator == NO_TOKEN) return false;
        if (token_at(self, separator)->pos == POS_CCONJ && !token_is_punct(self, separator - 1, ',')) return false;
    }
    return true;
}

/* A finite verb that opens no main clause of its own beside one that has its verb: a second auxiliary ("we are and will be open"); what a
 * participle after a comma governs ("…, ensuring towns are ready"); in a subordinate clause a conjunct with another subject, no comma
 * before it ("a region where nobody rules and nobody is ruled"). */
bool english_joins(const struct analysis *self, const struct clause *open, bool subordinate, uint32_t i) {
    if (open->finite == NO_TOKEN || open->finite + 1 >= i) return false;
    if (open->finite + 2 == i && token_at(self, i - 1)->pos == POS_CCONJ && token_at(self, open->finite)->pos == POS_AUX &&
        token_at(self, i)->pos == POS_AUX)
        return true;
    uint32_t separator = separator_before(self, open->finite, i);
    if (separator == NO_TOKEN || separator + 2 >= i) return false;
    const struct token *after = token_at(self, separator + 1);
    if (token_is_punct(self, separator, ','))
        return after->pos == POS_VERB && (after->forms & FORM_PRESENT_PARTICIPLE) && !token_is(self, separator + 1, CLASS_CUE_NAMING) &&
               !is_personal(self, i - 1);
    if (!subordinate || token_at(self, separator)->pos != POS_CCONJ || token_is_punct(self, separator - 1, ',')) return false;
    if (open->type != CLAUSE_RELATIVE || auxiliary_class(self, i, CLASS_MODAL, NULL)) return false;
    for (uint32_t k = separator + 1; k < i; k++)
        if (is_personal(self, k)) return false;
    return is_nominal(after);
}

/* "the two ministers intend to open": of a main clause without a finite verb, what the context took for an infinitive though a noun stands
 * right before it; "The project aims to link", what it took for a noun. */
uint32_t english_rescue(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
    for (uint32_t i = from + 1; i + 1 < to; i++) {
        const struct token *before = token_at(self, i - 1);
        const struct token *t = token_at(self, i);
        bool noun = before->pos == POS_NOUN || before->pos == POS_PROPN || (before->pos == POS_ADJ && may_be_noun(self, i - 1));
        if (self->owner[i] != clause || self->aside[i] || !noun) continue;
        bool base = is_verb(self, i) && (t->forms & FORM_INFINITIVE), plural = t->pos == POS_NOUN && may_have(self, i, FORM_THIRD);
        if ((base || plural) && token_is(self, i + 1, CLASS_INFINITIVE_MARK) && english_performs(self, i)) return i;
    }
    /* "The board, having seen the report, recommended a text", "The banks accepted, provided that …": a past tense that looks like a
     * participle has its subject or the end of an insertion before it, and an object, a clause or nothing after it */
    for (uint32_t i = from + 1; i + 1 < to; i++) {
        const struct token *t = token_at(self, i), *before = token_at(self, i - 1), *next = token_at(self, i + 1);
        if (self->owner[i] != clause || self->aside[i] || t->pos != POS_VERB || !(t->forms & FORM_PARTICIPLE) ||
            !may_have(self, i, FORM_PAST))
            continue;
        bool object = next->pos == POS_DET || next->pos == POS_PROPN || next->pos == POS_SCONJ || next->pos == POS_PRON ||
                      token_is(self, i + 1, CLASS_INFINITIVE_MARK);
        bool inserted = token_is_punct(self, i - 1, ',') && closes_insertion(self, &self->clauses.at[clause], i - 1);
        if (object && (inserted || before->pos == POS_NOUN || before->pos == POS_PROPN)) return i;
        if (verbal(t)) break;
    }
    return NO_TOKEN;
}

/* "the harm associated with climate change was raised", "the work programme will start": of two finite verbs that nothing parts, the first
 * was a participle or a noun. */
bool english_was_no_verb(const struct analysis *self, uint32_t finite, uint32_t next) {
    const struct token *t = token_at(self, finite);
    bool participle = (t->forms & FORM_PAST) && may_have(self, finite, FORM_PARTICIPLE);
    bool noun = !(t->forms & FORM_PAST) && may_be_noun(self, finite);
    if (t->pos != POS_VERB || !(participle || noun)) return false;
    const struct token *n = token_at(self, next);
    if (n->pos != POS_AUX && (n->forms & FORM_PAST) && may_have(self, next, FORM_PARTICIPLE))
        return false; /* the second may be the participle */
    if (noun && next == finite + 1 && english_performs(self, next)) return true;
    /* "endorsed a plan to ensure our towns will be ready": the second verb is what the infinitive is about */
    for (uint32_t i = finite + 1; i + 2 < next; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) && token_is(self, i + 1, CLASS_CUE_COMMIT)) return false;
    if (finite == 0 || (token_at(self, finite - 1)->pos != POS_NOUN && token_at(self, finite - 1)->pos != POS_PROPN)) return false;
    return separator_before(self, finite, next) == NO_TOKEN;
}
