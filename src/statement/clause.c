/* Finding clauses: the pass with a stack of open clauses (see clause.h), then the fields of each. */
#include "statement/clause.h"

enum { DEEPEST = 24 };   /* open clauses in one sentence; deeper ones join the one above */

uint8_t token_language(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    uint8_t lang = self->text->blocks.at[s->block].lang;
    return lang ? lang : (uint8_t)self->text->record->lang;
}

bool token_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    if (!token_may_be(self, token, class)) return false;
    const struct token *t = token_at(self, token);
    if (self->phrase[token] && lexicon_lemma_class(self->words, self->phrase[token], class, value)) return true;
    if (t->lemma && lexicon_lemma_class(self->words, t->lemma, class, value)) return true;
    /* the tables list closed classes together; a word's own row gives what is its alone */
    bool participle = t->pos == POS_VERB && (t->forms & (FORM_PARTICIPLE | FORM_PRESENT_PARTICIPLE));   /* "bereid", "gepland" */
    if (t->lemma && !participle && (t->pos == POS_NOUN || t->pos == POS_VERB || t->pos == POS_PROPN)) return false;
    return t->word && lexicon_word_class(self->words, t->word, class, value);
}

static bool is_personal(const struct analysis *self, uint32_t token);

/* What an auxiliary is, whichever of its senses the context chose: "wil" is a modal as auxiliary and as main verb. */
static bool auxiliary_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct token *t = token_at(self, token);
    return (t->pos == POS_VERB || t->pos == POS_AUX) && t->word && lexicon_word_class(self->words, t->word, class, value);
}
static bool is_auxiliary(const struct analysis *self, uint32_t token, enum lexicon_class class) { return auxiliary_class(self, token, class, NULL); }

static bool verbal(const struct token *t) { return t->pos == POS_VERB || t->pos == POS_AUX; }
static bool is_nominal(const struct token *t) {
    return t->pos == POS_NOUN || t->pos == POS_PROPN || t->pos == POS_NUM || t->pos == POS_SYM || t->pos == POS_ADJ || t->pos == POS_DET || t->pos == POS_PRON;
}

/* A verb right after a determiner is none of the clause's: "het verlengen van", "de gemaakte afspraken". */
static bool is_verb(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    if (!verbal(t)) return false;
    /* Dutch participles with an ending stand before a noun: "het daartoe bestemde fonds" */
    if (t->forms & FORM_PARTICIPLE && self->text->source.data[t->end - 1] == 'e' && i + 1 < self->text->tokens.count && is_nominal(token_at(self, i + 1))) return false;
    if (i && i + 1 < self->text->tokens.count && !(t->forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) && token_is(self, i - 1, CLASS_ANAPHOR) && verbal(token_at(self, i + 1)) &&
        (token_at(self, i + 1)->forms & FORM_FINITE) && (token_at(self, i - 1)->flags & TOKEN_CAPITAL))
        return false;   /* "Dat voorstel is overgenomen" */
    return !(i && token_at(self, i - 1)->pos == POS_DET && (token_at(self, i)->flags & TOKEN_SPACE_BEFORE) && !token_is(self, i - 1, CLASS_SUBORDINATOR));
}
static bool is_finite(const struct analysis *self, uint32_t i) { return (token_at(self, i)->forms & FORM_FINITE) && is_verb(self, i); }
static bool is_nonfinite(const struct analysis *self, uint32_t i) {
    const struct token *t = token_at(self, i);
    return !(t->forms & FORM_FINITE) && (t->forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) && is_verb(self, i);
}

static void phrases_find(struct analysis *self) {
    uint32_t count = self->text->tokens.count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t node = 0, word = token_at(self, i)->word;
        self->bits[i] = word ? lexicon_word_mask(self->words, word) : 0;
        if (!word) continue;
        for (uint32_t j = i; j < count && j < i + 12; j++) {
            word = token_at(self, j)->word;
            if (!word || (node = lexicon_step(self->words, node, word)) == LEXICON_NO_PATH) break;
            uint32_t lemma = j > i ? lexicon_phrase(self->words, node) : 0;
            if (lemma) self->phrase[i] = lemma, self->phrase_size[i] = (uint8_t)(j - i + 1), self->bits[i] = UINT64_MAX;
        }
    }
}

/* Tokens that an aside may have; a bound, so that a page of opening brackets costs no square. */
enum { ASIDE_MAX = 200 };

/* Brackets hold asides: "(hierna: SG NAVO)". A bracket that never closes is none. */
static void asides_find(struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++) {
        if (!token_is_punct(self, i, '(') && !token_is_punct(self, i, '[')) continue;
        uint32_t depth = 0, j = i, end = last - i > ASIDE_MAX ? i + ASIDE_MAX : last;
        for (; j < end; j++) {
            if (token_is_punct(self, j, '(') || token_is_punct(self, j, '[')) depth++;
            else if ((token_is_punct(self, j, ')') || token_is_punct(self, j, ']')) && --depth == 0) break;
        }
        if (j == end || (i == first && j + 2 >= last)) continue;   /* unclosed, or the whole sentence */
        for (uint32_t k = i; k <= j; k++) self->aside[k] = true;
        i = j;
    }
}

static bool may_be_finite(const struct analysis *self, uint32_t i) {
    const struct lexicon_sense *senses;
    if (!is_verb(self, i)) return false;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if ((senses[k].pos == POS_VERB || senses[k].pos == POS_AUX) && (senses[k].forms & FORM_FINITE) && senses[k].lang != LANGUAGE_ENGLISH) return true;
    return false;
}

static bool verbs_between(const struct analysis *self, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (is_verb(self, i)) return true;
    return false;
}

/* A verb that the context took for an infinitive or participle and that may be finite as well: plural present, or a past plural that looks
 * like the participle ("besloten"). Of a clause without a finite verb the first auxiliary among them is it, else the first. */
static uint32_t finite_rescue(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
    uint32_t best = NO_TOKEN;
    for (uint32_t i = from; i < to; i++) {
        if (self->owner[i] != clause || self->aside[i] || !is_verb(self, i) || (i && token_is(self, i - 1, CLASS_INFINITIVE_MARK))) continue;
        if (!may_be_finite(self, i)) continue;
        bool auxiliary = is_auxiliary(self, i, CLASS_MODAL) || is_auxiliary(self, i, CLASS_PASSIVE) || is_auxiliary(self, i, CLASS_PERFECT);
        if (auxiliary) return i;
        if (best == NO_TOKEN) best = i;
    }
    return best;
}

/* "…, deel ik u mede dat": a word that may be a verb, right before a first or second person, is one. */
static uint32_t finite_before_pronoun(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to) {
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

/* The subordinator at a token, if it opens a clause there. */
static enum clause_type opener_at(const struct analysis *self, uint32_t i, uint32_t first, uint32_t last, uint8_t lang) {
    int32_t type;
    if (!token_class(self, i, CLASS_SUBORDINATOR, &type) || i + 1 >= last) return CLAUSE_MAIN;
    uint32_t after = i + (self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_SUBORDINATOR, NULL) ? self->phrase_size[i] : 1u);
    if (after > i + 1) return (enum clause_type)type;
    const struct token *t = token_at(self, i), *next = token_at(self, after < last ? after : i);
    const struct token *before = i > first ? token_at(self, i - 1) : NULL;
    bool opens = !before || before->shape == SHAPE_PUNCT || before->pos == POS_CCONJ;
    bool after_comma = before && token_is_punct(self, i - 1, ',');
    if (lang == LANGUAGE_DUTCH) {
        /* "als bijlage", "als gevolg van": a bare noun makes it a preposition. */
        if (type == CLAUSE_CONDITION && next->pos == POS_NOUN && !token_is_punct(self, after, ',')) {
            bool verb_follows = false;
            for (uint32_t j = after + 1; j < last && j < after + 6 && token_at(self, j)->shape != SHAPE_PUNCT; j++) verb_follows |= is_finite(self, j);
            if (!opens || !verb_follows) return CLAUSE_MAIN;
        }
        if (type == CLAUSE_CONDITION && after == i + 1) {   /* "als afgedaan beschouwen": no verb of its own, no clause */
            bool verb_follows = false;
            for (uint32_t j = after; j < last && !verb_follows && !token_is_punct(self, j, ';'); j++) verb_follows = is_finite(self, j);
            if (!verb_follows) return CLAUSE_MAIN;
        }
        /* "Die verzoekt de regering", "Dat voorstel is overgenomen": demonstratives open no clause. */
        if ((type == CLAUSE_RELATIVE || type == CLAUSE_COMPLEMENT || type == CLAUSE_QUESTION) && is_finite(self, after < last ? after : i)) {
            if (opens && !after_comma) return type == CLAUSE_QUESTION ? CLAUSE_MAIN : CLAUSE_MAIN;
            /* "…, dat is een NAVO-document" after a verb; "het model, dat moet leiden tot" after a noun */
            if (after_comma && !(i >= first + 2 && is_nominal(token_at(self, i - 2)))) return CLAUSE_MAIN;
        }
        if (t->pos == POS_DET && type != CLAUSE_INFINITIVE) return CLAUSE_MAIN;
        if ((type == CLAUSE_TIME || type == CLAUSE_CAUSE || type == CLAUSE_CONCESSION) && before && is_finite(self, i - 1)) return CLAUSE_MAIN;   /* "heeft toen toegezegd" */
        if (type == CLAUSE_RELATIVE && !before) return CLAUSE_MAIN;
        if (type == CLAUSE_COMPLEMENT && !before && (next->pos == POS_NOUN || next->pos == POS_ADJ)) return CLAUSE_MAIN;
        if (type == CLAUSE_INFINITIVE) {   /* "om" with a "te" ahead in the same stretch */
            for (uint32_t j = after; j < last && j < i + 60; j++)
                if (token_is(self, j, CLASS_INFINITIVE_MARK)) return CLAUSE_INFINITIVE;
            return CLAUSE_MAIN;
        }
        if (t->pos == POS_ADP && type != CLAUSE_CONDITION && type != CLAUSE_MANNER) return CLAUSE_MAIN;
        if (t->pos == POS_CCONJ && !(before && verbal(before))) return CLAUSE_MAIN;   /* "de aantallen of de locatie"; "vragen of er aandacht is" */
        /* "de NAVO als geheel", "een brief als bijlage": after a noun, without a subject to follow */
        if (type == CLAUSE_CONDITION && before && !opens && is_nominal(before) && next->pos != POS_PRON && next->pos != POS_DET && !token_is(self, after, CLASS_PRONOMINAL)) return CLAUSE_MAIN;
    } else {
        if (t->pos == POS_DET || t->pos == POS_ADP || t->pos == POS_CCONJ) return CLAUSE_MAIN;
        if (t->pos == POS_ADV && type != CLAUSE_QUESTION && type != CLAUSE_TIME) return CLAUSE_MAIN;
        if (!before && (type == CLAUSE_RELATIVE || type == CLAUSE_COMPLEMENT) && (is_finite(self, after < last ? after : i) || t->pos == POS_PRON)) return CLAUSE_MAIN;
        if (type == CLAUSE_INFINITIVE) return CLAUSE_MAIN;
        if (type != CLAUSE_RELATIVE && type != CLAUSE_COMPLEMENT) {   /* "as the G7, since our last meeting, we": only with a verb of its own */
            for (uint32_t j = after; j < last && j < i + 25 && !token_is_punct(self, j, ',') && !token_is_punct(self, j, ';'); j++)
                if (is_finite(self, j)) return type;
            return CLAUSE_MAIN;
        }
    }
    return (enum clause_type)type;
}

static struct clause *clause_add(struct analysis *self, uint32_t sentence, uint32_t first, enum clause_type type, int32_t parent) {
    ARRAY_PUSH(self->memory, &self->clauses) = (struct clause){
        .first = first, .last = first, .sentence = sentence, .type = (uint8_t)type, .parent = parent, .conjunct = -1,
        .opener = type == CLAUSE_MAIN ? NO_TOKEN : first, .finite = NO_TOKEN, .head = NO_TOKEN, .particle = NO_TOKEN,
        .negation = NO_TOKEN, .idiom_word = NO_TOKEN };
    return &self->clauses.at[self->clauses.count - 1];
}

/* Where a coordinated clause with the finite verb `verb` starts, looking back no further than `from`; NO_TOKEN if nothing separates it. */
static uint32_t coordination_before(const struct analysis *self, uint32_t from, uint32_t verb) {
    uint32_t comma = NO_TOKEN;
    for (uint32_t i = verb; i-- > from;) {
        if (self->aside[i]) continue;
        if (token_is_punct(self, i, ';') || token_is_punct(self, i, ':')) return i + 1;
        if (token_at(self, i)->pos == POS_CCONJ || token_is(self, i, CLASS_COORDINATOR)) {
            /* of several, the one after a comma: "…, en de minister en de staatssecretaris zullen" */
            for (uint32_t j = i; j-- > from && j + 8 > i;)
                if ((token_at(self, j)->pos == POS_CCONJ) && j > from && token_is_punct(self, j - 1, ',')) return j + 1;
            return i + 1;
        }
        if (comma == NO_TOKEN && token_is_punct(self, i, ',')) comma = i + 1;
    }
    return comma;
}

static bool at_clause_end(const struct analysis *self, uint32_t verb, uint32_t last) {
    uint32_t next = verb + 1;
    while (next < last && (is_verb(self, next) || token_is(self, next, CLASS_INFINITIVE_MARK))) next++;
    return next >= last || token_at(self, next)->shape == SHAPE_PUNCT;
}

/* "Zoals eerder aan uw Kamer toegezegd tijdens het debat, is …": a clause of manner may do with a participle; an infinitive clause with its
 * infinitive. */
static bool ended_without_verb(const struct analysis *self, const struct clause *clause, uint32_t comma) {
    if (clause->type != CLAUSE_MANNER && clause->type != CLAUSE_INFINITIVE) return false;
    uint16_t wanted = clause->type == CLAUSE_MANNER ? FORM_PARTICIPLE : FORM_INFINITIVE;
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->type == CLAUSE_INFINITIVE && token_at(self, clause->first)->lemma == 0) return false;
    for (uint32_t i = clause->first; i < comma; i++) {
        const struct token *t = token_at(self, i);
        if (self->owner[i] != own || !is_verb(self, i) || !(t->forms & wanted)) continue;
        if (clause->type == CLAUSE_MANNER) return true;
        /* "om A te doen, B te doen en C te doen": the list goes on while another infinitive comes before the next finite verb */
        for (uint32_t j = comma + 1; j < self->text->sentences.at[clause->sentence].last; j++) {
            if (is_finite(self, j) || may_be_finite(self, j)) return true;
            if (token_is(self, j, CLASS_INFINITIVE_MARK)) return false;
        }
        return true;
    }
    return false;
}

static bool may_have(const struct analysis *self, uint32_t i, uint16_t form) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && (senses[k].forms & form) && senses[k].lang != LANGUAGE_DUTCH) return true;
    return false;
}

/* A comma inside a list of nouns closes no clause: "a convention, agreement, or other instrument". */
static bool list_goes_on(const struct analysis *self, uint32_t comma, uint32_t last) {
    uint32_t nouns = 0;
    for (uint32_t i = comma + 1; i < last && i < comma + 24; i++) {
        const struct token *t = token_at(self, i);
        if (t->pos == POS_CCONJ) {
            uint32_t end = noun_phrase_end(self, i + 1, last);
            if (!nouns || end <= i + 1 || end >= last) return nouns && end > i + 1;
            return !is_verb(self, end) || !(token_at(self, end)->forms & FORM_FINITE);
        }
        if (token_is_punct(self, i, ',')) {
            if (!nouns) return token_at(self, i + 1 < last ? i + 1 : i)->pos == POS_CCONJ;
            nouns = 0;
            continue;
        }
        if (t->pos == POS_NOUN || t->pos == POS_PROPN) nouns++;
        else if (t->pos != POS_ADJ && t->pos != POS_DET && t->pos != POS_NUM && t->pos != POS_ADP) return false;
        if (i == comma + 1 && t->pos == POS_ADP) return false;
    }
    return false;
}

/* English base forms look like infinitives and nouns: one that has no subject of its own right before it is finite only as the second half of
 * a coordination of finite verbs ("we commit to X and encourage Y"), not after a modal or "to" ("we will do X and increase Y"), not after a
 * comma ("plans that create jobs, invest in Y"). */
static bool english_finite(const struct analysis *self, const struct clause *open, uint32_t i, uint32_t first) {
    const struct token *t = token_at(self, i);
    if (t->pos == POS_AUX && !(t->forms & FORM_INFINITIVE)) return true;
    if (i == first) return true;
    uint32_t back = i - 1;
    while (back > first && token_at(self, back)->pos == POS_ADV) back--;
    const struct token *before = token_at(self, back);
    bool speech = token_is(self, i, CLASS_CUE_COMMIT) || token_is(self, i, CLASS_CUE_INTEND);
    if (before->shape == SHAPE_PUNCT) {
        if (!token_is_punct(self, back, ',')) return true;
        if (open->finite == NO_TOKEN && may_have(self, i, FORM_PARTICIPLE) && back > first && token_at(self, back - 1)->pos != POS_ADV) return false;   /* "The session, held in May, adopted" */
        return (t->forms & (FORM_PAST | FORM_THIRD)) != 0 && !may_have(self, i, FORM_INFINITIVE);
    }
    if (before->pos == POS_AUX && !(t->forms & (FORM_THIRD | FORM_PAST))) return false;   /* "we can each deploy" */
    if (before->pos != POS_CCONJ && !token_is(self, back, CLASS_COORDINATOR)) return before->pos != POS_DET && before->pos != POS_ADP && before->pos != POS_PART && before->pos != POS_ADJ;
    if (open->finite == NO_TOKEN) return false;
    if (t->forms & (FORM_THIRD | FORM_PAST) && !may_have(self, i, FORM_INFINITIVE)) return true;
    if (speech) return true;   /* "we met to renew our partnership, and commit to …" */
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

static bool same_form(const struct analysis *self, uint32_t a, uint32_t b) {
    return a != NO_TOKEN && ((token_at(self, a)->forms ^ token_at(self, b)->forms) & (FORM_THIRD | FORM_PAST)) == 0 && token_at(self, a)->pos == token_at(self, b)->pos;
}

/* One sentence: clauses with their finite verbs and every token's owner. */
static void sentence_clauses(struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    uint8_t lang = token_language(self, sentence);
    uint32_t first = s->first, last = s->last;
    const struct text_block *block = &self->text->blocks.at[s->block];
    if (block->label_last > first && block->label_last < last && block->label_first <= first) first = block->label_last;
    asides_find(self, first, last);
    uint32_t base = self->clauses.count;
    clause_add(self, sentence, first, CLAUSE_MAIN, -1);
    int32_t stack[DEEPEST] = { (int32_t)base };
    uint32_t depth = 1, settled = first;   /* tokens before `settled` belong to clauses that have their verb */
    for (uint32_t i = s->first; i < first; i++) self->owner[i] = base;
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = token_at(self, i);
        struct clause *top = &self->clauses.at[stack[depth - 1]];
        if (self->aside[i]) {
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        if (t->shape == SHAPE_PUNCT && depth > 1 && token_is_punct(self, i, ',') && top->finite != NO_TOKEN && list_goes_on(self, i, last)) {
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        if (t->shape == SHAPE_PUNCT && depth > 1 && (token_is_punct(self, i, ',') || token_is_punct(self, i, ';') || token_is_punct(self, i, ':'))) {
            /* a comma after its verb closes a clause; an infinitive clause once its infinitive is there */
            struct clause *open = &self->clauses.at[stack[depth - 1]];
            if (lang == LANGUAGE_DUTCH && open->finite == NO_TOKEN && open->type != CLAUSE_INFINITIVE && open->type != CLAUSE_MANNER) {
                open->finite = finite_rescue(self, (uint32_t)stack[depth - 1], open->first, i);
                if (open->finite != NO_TOKEN) settled = i;
            }
            if (depth > 1 && open->finite == NO_TOKEN && i <= open->first + 6 && !verbs_between(self, open->first, i)) depth--;   /* "waaronder Nederland," */
            while (depth > 1 && (self->clauses.at[stack[depth - 1]].finite != NO_TOKEN || ended_without_verb(self, &self->clauses.at[stack[depth - 1]], i))) depth--;
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        enum clause_type type = opener_at(self, i, first, last, lang);
        if (type != CLAUSE_MAIN) {
            /* a conjunct of a clause of the same type: "dat A en dat B" */
            bool again = i > first && token_at(self, i - 1)->pos == POS_CCONJ;
            while (again && depth > 1 && self->clauses.at[stack[depth - 1]].finite != NO_TOKEN && self->clauses.at[stack[depth - 1]].type != type) depth--;
            int32_t conjunct = -1;
            if (again && depth > 1 && self->clauses.at[stack[depth - 1]].finite != NO_TOKEN) conjunct = stack[--depth];
            int32_t parent = stack[depth - 1];
            struct clause *opened = clause_add(self, sentence, i, type, parent);
            opened->conjunct = conjunct;
            if (depth < DEEPEST) stack[depth++] = (int32_t)(self->clauses.count - 1);
            self->owner[i] = self->clauses.count - 1;
            continue;
        }
        /* "We will do X and aim to do Y": a verb of intent that governs an infinitive is performed, not willed */
        bool performed = lang == LANGUAGE_ENGLISH && i > first && i + 1 < last && is_verb(self, i) && (t->forms & FORM_INFINITIVE) && token_at(self, i - 1)->pos == POS_CCONJ &&
                         token_is(self, i + 1, CLASS_INFINITIVE_MARK) && (token_is(self, i, CLASS_CUE_INTEND) || token_is(self, i, CLASS_CUE_COMMIT));
        if ((is_finite(self, i) || performed) && (lang != LANGUAGE_ENGLISH || english_finite(self, top, i, first))) {
            /* "the capability we can each deploy": a relative clause without its pronoun */
            if (lang == LANGUAGE_ENGLISH && top->finite != NO_TOKEN && i > first + 2) {
                uint32_t subject = i - 1;
                while (subject > first && (token_at(self, subject)->pos == POS_ADV || token_at(self, subject)->pos == POS_DET)) subject--;
                const struct token *noun = token_at(self, subject - 1);
                if (is_personal(self, subject) && (noun->pos == POS_NOUN || noun->pos == POS_PROPN) && token_is(self, subject, CLASS_PERSONAL) && depth < DEEPEST) {
                    struct clause *opened = clause_add(self, sentence, subject, CLAUSE_RELATIVE, stack[depth - 1]);
                    opened->opener = NO_TOKEN;
                    opened->finite = i;
                    int32_t added = (int32_t)(self->clauses.count - 1);
                    for (uint32_t j = subject; j <= i; j++) self->owner[j] = (uint32_t)added;
                    stack[depth++] = added;
                    settled = i + 1;
                    continue;
                }
            }
            /* "in a way that values people and promotes equality": the second third person goes on with the clause of the first */
            if (lang == LANGUAGE_ENGLISH && depth > 1 && i > first && token_at(self, i - 1)->pos == POS_CCONJ && top->finite != NO_TOKEN && !token_is_punct(self, i - 2, ',') &&
                !same_form(self, self->clauses.at[stack[0]].finite, i) && (token_at(self, top->finite)->forms & FORM_THIRD) == (t->forms & FORM_THIRD) && (token_at(self, top->finite)->forms & FORM_PAST) == (t->forms & FORM_PAST) &&
                top->type != CLAUSE_INFINITIVE) {
                self->owner[i] = (uint32_t)stack[depth - 1];
                continue;
            }
            if (top->type == CLAUSE_MANNER && top->finite == NO_TOKEN && depth > 1 && i > top->first + 1 && i <= top->first + 3 &&
                (token_at(self, i - 1)->pos == POS_ADJ || (token_at(self, i - 1)->forms & FORM_PARTICIPLE))) {   /* "Zoals bekend heeft uw Kamer …" */
                depth--;
                top = &self->clauses.at[stack[depth - 1]];
            }
            if (top->type == CLAUSE_INFINITIVE) {   /* an infinitive clause has no finite verb: it has ended */
                while (depth > 1 && self->clauses.at[stack[depth - 1]].type == CLAUSE_INFINITIVE) depth--;
                top = &self->clauses.at[stack[depth - 1]];
            }
            /* "In het besef dat X gevolgen kunnen hebben voor Y werd besloten": the clause had its verb in what looked like an infinitive */
            if (lang == LANGUAGE_DUTCH && depth > 1 && top->finite == NO_TOKEN && top->type != CLAUSE_MANNER) {
                uint32_t earlier = finite_rescue(self, (uint32_t)stack[depth - 1], top->first, i);
                if (earlier != NO_TOKEN && is_auxiliary(self, earlier, CLASS_MODAL) && i > earlier + 2 && !is_verb(self, i - 1)) {
                    top->finite = earlier;
                    while (depth > 1 && self->clauses.at[stack[depth - 1]].finite != NO_TOKEN) depth--;
                    top = &self->clauses.at[stack[depth - 1]];
                }
            }
            if (top->finite == NO_TOKEN) {
                top->finite = i;
                settled = i + 1;
            } else {
                /* somebody above may still wait: "De toezegging die is gedaan luidt" */
                uint32_t waiting = depth;
                while (waiting > 0 && self->clauses.at[stack[waiting - 1]].finite != NO_TOKEN) waiting--;
                uint32_t from = coordination_before(self, settled, i);
                bool touching = i > first && is_verb(self, i - 1) && self->owner[i - 1] == (uint32_t)stack[depth - 1];
                if (waiting && (from == NO_TOKEN || !touching)) {
                    depth = waiting;
                    self->clauses.at[stack[depth - 1]].finite = i;
                    settled = i + 1;
                } else if (from != NO_TOKEN) {
                    bool subordinate = depth > 1 && lang == LANGUAGE_DUTCH && from < i && at_clause_end(self, i, last) && from + 1 < i;
                    int32_t conjunct = subordinate ? stack[depth - 1] : stack[0];
                    uint8_t kind = subordinate ? self->clauses.at[conjunct].type : CLAUSE_MAIN;
                    int32_t parent = subordinate ? self->clauses.at[conjunct].parent : -1;
                    struct clause *opened = clause_add(self, sentence, from, kind, parent);
                    opened->conjunct = conjunct;
                    opened->opener = NO_TOKEN;
                    opened->finite = i;
                    opened->ellipsis = from == i;
                    int32_t added = (int32_t)(self->clauses.count - 1);
                    if (subordinate) stack[depth - 1] = added;
                    else stack[0] = added, depth = 1;
                    for (uint32_t j = from; j < i; j++)   /* words that were thought to belong to the clause before */
                        if (self->owner[j] == (uint32_t)conjunct || j >= settled) self->owner[j] = (uint32_t)added;
                    settled = i + 1;
                }
            }
        }
        self->owner[i] = (uint32_t)stack[depth - 1];
    }
    if (lang == LANGUAGE_DUTCH)
        for (uint32_t c = base; c < self->clauses.count; c++) {
            struct clause *open = &self->clauses.at[c];
            if (open->finite != NO_TOKEN || open->type == CLAUSE_INFINITIVE || open->type == CLAUSE_MANNER) continue;
            open->finite = finite_rescue(self, c, open->type == CLAUSE_MAIN ? open->first + 1 : open->first, last);
            if (open->finite == NO_TOKEN && open->type == CLAUSE_MAIN) open->finite = finite_before_pronoun(self, c, open->first, last);
        }
    /* Spans: from the first to the last token that it or what is inside it owns. */
    for (uint32_t c = base; c < self->clauses.count; c++) self->clauses.at[c].last = self->clauses.at[c].first;
    for (uint32_t i = first; i < last; i++) self->clauses.at[self->owner[i]].bits |= self->bits[i];
    for (uint32_t i = first; i < last; i++)
        for (int32_t c = (int32_t)self->owner[i], guard = 0; c >= (int32_t)base && guard < DEEPEST; c = self->clauses.at[c].parent, guard++) {
            struct clause *k = &self->clauses.at[c];
            if (i < k->first) k->first = i;
            if (i + 1 > k->last) k->last = i + 1;
        }
}

uint32_t noun_phrase_end(const struct analysis *self, uint32_t token, uint32_t last) {
    uint32_t i = token;
    bool noun = false;
    for (; i < last; i++) {
        const struct token *t = token_at(self, i);
        if (self->aside[i]) {
            if (!noun) break;
            continue;
        }
        if (t->pos == POS_PRON && i == token) return i + 1;
        if ((t->pos == POS_DET || t->pos == POS_PRON) && noun) break;
        if (!is_nominal(t) && t->pos != POS_ADV) break;
        if (t->pos == POS_ADV && noun) break;
        noun |= t->pos == POS_NOUN || t->pos == POS_PROPN;
    }
    return i;
}

/* Whether a nominative pronoun stands there: it is the subject wherever it stands. */
static bool is_personal(const struct analysis *self, uint32_t token) {
    if (token + 1 < self->text->tokens.count) {   /* "uw Kamer", "our leaders": a possessive */
        uint8_t next = token_at(self, token + 1)->pos;
        if (next == POS_NOUN || next == POS_PROPN || next == POS_ADJ) return false;
    }
    return token_at(self, token)->pos == POS_PRON && token_is(self, token, CLASS_PERSONAL);
}

static void set_subject(struct clause *clause, uint32_t first, uint32_t last) {
    clause->subject_first = first;
    clause->subject_last = last;
}

/* Where the subject that starts at `first` ends: an actor's whole name ("staatshoofden en regeringsleiders van de NAVO"), and before the verb
 * a list ("Finland, Zweden en Turkije"). */
static uint32_t subject_end(const struct analysis *self, uint32_t first, uint32_t end, uint32_t to) {
    int32_t mention = actor_mention_in(self->mentions, first, to);
    if (mention >= 0) {
        const struct mention *m = &self->mentions->all.at[mention];
        if (m->first <= first + 1 && m->last > end && m->last <= to) end = m->last;
    }
    while (end + 1 < to) {
        bool comma = token_is_punct(self, end, ',');
        if (!comma && token_at(self, end)->pos != POS_CCONJ) break;
        uint32_t next = noun_phrase_end(self, end + 1, to);
        if (next <= end + 1) break;
        bool more = next < to && (token_at(self, next)->pos == POS_CCONJ || token_is_punct(self, next, ','));
        if (comma && !more) break;
        end = next;
        if (!comma) break;
    }
    return end;
}

/* First noun phrase of the clause's own in [from, to) that no preposition governs. */
static bool subject_in(const struct analysis *self, struct clause *clause, uint32_t from, uint32_t to) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    for (uint32_t i = from; i < to; i++) {
        const struct token *t = token_at(self, i);
        if (self->owner[i] != own || self->aside[i]) continue;
        if (t->pos == POS_ADP || t->pos == POS_SCONJ) {   /* "tijdens de Top": its noun phrase is no subject */
            uint32_t end = noun_phrase_end(self, i + 1, to);
            i = end > i + 1 ? end - 1 : i;
            continue;
        }
        if (t->pos == POS_ADV || t->shape == SHAPE_PUNCT || t->pos == POS_CCONJ || token_is(self, i, CLASS_REFLEXIVE) || token_is(self, i, CLASS_PRONOMINAL)) continue;
        if (!is_nominal(t)) {
            if (is_verb(self, i)) return false;
            continue;
        }
        uint32_t end = noun_phrase_end(self, i, to);
        if (end <= i) continue;
        bool time = token_is(self, i, CLASS_TIME_UNIT);
        for (uint32_t k = i; k < end && !time; k++) time = token_is(self, k, CLASS_TIME_UNIT) || token_is(self, k, CLASS_MONTH) || token_is(self, k, CLASS_WEEKDAY);
        if (time && end < to) {
            i = end - 1;
            continue;
        }
        set_subject(clause, i, subject_end(self, i, end, to));
        return true;
    }
    return false;
}

static void subject_find(struct analysis *self, struct clause *clause, uint8_t lang) {
    if (clause->finite == NO_TOKEN || clause->type == CLAUSE_INFINITIVE) return;
    uint32_t start = clause->opener != NO_TOKEN ? clause->opener + 1 : clause->first;
    uint32_t last = clause->last, finite = clause->finite, own = (uint32_t)(clause - self->clauses.at);
    if (lang == LANGUAGE_ENGLISH) {
        if (clause->verb_first && clause->question) {
            (void)subject_in(self, clause, finite + 1, last);
            return;
        }
        /* the last noun phrase chain before the verb, after the introductory commas */
        uint32_t from = start;
        for (uint32_t i = start; i < finite; i++)
            if (self->owner[i] == own && token_is_punct(self, i, ',') && i + 1 < finite) {
                const struct token *next = token_at(self, i + 1);
                bool list = false;   /* "Finland, Sweden and Türkiye reached": a list is one subject */
                for (uint32_t j = i + 1; j < finite && !list; j++) list = token_at(self, j)->pos == POS_CCONJ;
                if (!list || next->pos == POS_PRON || next->pos == POS_DET) from = i + 1;
            }
        if (!subject_in(self, clause, from, finite) && from > start) (void)subject_in(self, clause, start, finite);
        if (span_empty((span){ clause->subject_first, clause->subject_last }) && clause->type == CLAUSE_RELATIVE) set_subject(clause, clause->opener, clause->opener + 1);
        return;
    }
    /* right after the verb a first or second person is the subject, whatever stands in front: "Dat doe ik" */
    for (uint32_t i = finite + 1; i < last && i <= finite + 2; i++) {
        int32_t person;
        if (start < finite && is_personal(self, start) && start + 1 == finite) break;   /* "Ik verwacht u het plan te sturen" */
        if (self->owner[i] == own && is_personal(self, i) && token_class(self, i, CLASS_PERSONAL, &person) && person != 4) {
            set_subject(clause, i, i + 1);
            return;
        }
    }
    for (uint32_t i = start; i < last && i <= finite + 4; i++)
        if (self->owner[i] == own && is_personal(self, i) && (i < finite || i <= finite + 3)) {
            /* "Bondgenoten werden het eens": after a noun phrase in front a third person is an object */
            if (i > finite && start < finite && is_nominal(token_at(self, start)) && token_at(self, start)->pos != POS_PRON && clause->type == CLAUSE_MAIN) break;
            set_subject(clause, i, i + 1);
            return;
        }
    if (clause->type != CLAUSE_MAIN) {
        if (clause->type == CLAUSE_RELATIVE && clause->opener != NO_TOKEN) {   /* "die … zullen worden genomen" or "die de SG had voorgelegd" */
            const struct token *next = token_at(self, start < last ? start : start - 1);
            if (next->pos == POS_DET || next->pos == POS_PROPN || is_personal(self, start)) {
                if (subject_in(self, clause, start, finite)) return;
            }
            set_subject(clause, clause->opener, clause->opener + 1);
            return;
        }
        (void)subject_in(self, clause, start, finite);
        return;
    }
    if (clause->ellipsis) return;   /* "en sprak de intentie uit": its subject is that of the conjunct before */
    /* Verb second: the front field is the subject if it is a noun phrase, else the first noun phrase after the verb is. */
    const struct token *front = token_at(self, start);
    if (start < finite && is_nominal(front) && self->owner[start] == own && !token_is(self, start, CLASS_TIME_UNIT)) {
        if (subject_in(self, clause, start, finite)) return;
    }
    (void)subject_in(self, clause, finite + 1, last);
}

/* The lemma of a token as a verb, whatever the context took it for. */
static uint32_t verb_lemma(const struct analysis *self, uint32_t token) {
    if (verbal(token_at(self, token))) return token_at(self, token)->lemma;
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && (senses[k].forms & FORM_FINITE)) return senses[k].lemma;
    return token_at(self, token)->lemma;
}

/* Particle of a separable verb: "stemden … in", "spoorden … aan". */
static void particle_find(struct analysis *self, struct clause *clause) {
    uint32_t own = (uint32_t)(clause - self->clauses.at), base = verb_lemma(self, clause->finite);
    for (uint32_t i = clause->finite + 1; i < clause->last; i++) {
        if (self->owner[i] != own || self->aside[i] || !token_is(self, i, CLASS_PARTICLE)) continue;
        uint32_t joined = lexicon_separable(self->words, base, token_at(self, i)->word);
        if (!joined) continue;
        const struct token *next = i + 1 < clause->last ? token_at(self, i + 1) : NULL;
        if (token_at(self, i - 1)->shape == SHAPE_PUNCT) continue;   /* "gaan verder met …, door … aan te houden" */
        int32_t strength = 0;
        bool phrase_follows = next && is_nominal(next) && self->owner[i + 1] == own;
        if (phrase_follows) {
            /* "aan zijn verantwoordelijkheid te nemen": a particle only where an infinitive follows and the verb asks for one */
            bool infinitive = false;
            for (uint32_t j = i + 1; j < clause->last && !infinitive; j++) infinitive = token_is(self, j, CLASS_INFINITIVE_MARK);
            bool takes = lexicon_lemma_class(self->words, joined, CLASS_CUE_ASK, &strength) || lexicon_lemma_class(self->words, joined, CLASS_CUE_ORDER, &strength) ||
                         lexicon_lemma_class(self->words, joined, CLASS_CUE_COMMIT, &strength);
            if (!infinitive || !takes || strength < 2) continue;
        }
        clause->particle = i;
        clause->lemma = joined;
        return;
    }
}

static void verb_find(struct analysis *self, struct clause *clause, uint8_t lang) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->type == CLAUSE_INFINITIVE || clause->finite == NO_TOKEN) {   /* the first infinitive or participle says it */
        for (uint32_t i = clause->first; i < clause->last; i++)
            if (self->owner[i] == own && !self->aside[i] && is_nonfinite(self, i)) {
                clause->head = i;
                clause->lemma = token_at(self, i)->lemma;
                if (token_at(self, i)->forms & FORM_INFINITIVE) break;
            }
        const struct token *opening = token_at(self, clause->first);
        if (clause->type == CLAUSE_MAIN && verbal(opening) && (opening->forms & (FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE))) {   /* "overwegende dat", "Recalling" */
            clause->head = clause->first;
            clause->lemma = opening->lemma;
        }
        return;
    }
    const struct token *finite = token_at(self, clause->finite);
    clause->head = clause->finite;
    clause->lemma = verb_lemma(self, clause->finite);
    clause->past = (finite->forms & FORM_PAST) != 0;
    int32_t modal = 0;
    bool has_modal = auxiliary_class(self, clause->finite, CLASS_MODAL, &modal);
    bool auxiliary = has_modal || (lang == LANGUAGE_DUTCH && token_is(self, clause->finite, CLASS_CUE_CONTINUE)) || is_auxiliary(self, clause->finite, CLASS_PASSIVE) || is_auxiliary(self, clause->finite, CLASS_PERFECT);
    if (auxiliary) {
        /* the chain of non-finite verbs of this clause: after the verb, and before it in a subordinate clause */
        uint32_t from = clause->type != CLAUSE_MAIN && lang == LANGUAGE_DUTCH ? clause->first : clause->finite + 1;
        for (uint32_t i = from; i < clause->last; i++) {
            if (self->owner[i] != own || self->aside[i] || i == clause->finite) continue;
            const struct token *t = token_at(self, i);
            if (token_is(self, i, CLASS_INFINITIVE_MARK)) {
                if (!(modal == MODAL_SHOULD && has_modal) || (clause->head != clause->finite)) break;   /* "dienen te hebben" */
                continue;
            }
            /* after the chain's first verb only more verbs belong to it, in English with adverbs between */
            if (clause->head != clause->finite && i > clause->finite && clause->head > clause->finite && i > clause->head + 1 &&
                !(lang == LANGUAGE_ENGLISH && token_at(self, i - 1)->pos == POS_ADV))
                break;
            if (lang == LANGUAGE_ENGLISH && (t->shape == SHAPE_PUNCT || t->pos == POS_NOUN) && clause->head != clause->finite) break;
            if (!is_nonfinite(self, i) && !(lang == LANGUAGE_ENGLISH && is_verb(self, i) && (t->forms & FORM_PRESENT_PARTICIPLE) && i < clause->finite + 4)) {
                if (clause->head != clause->finite && i > clause->head + 1 && i > clause->finite && clause->type == CLAUSE_MAIN) break;
                continue;
            }
            bool helper = is_auxiliary(self, i, CLASS_PASSIVE) || is_auxiliary(self, i, CLASS_PERFECT) || is_auxiliary(self, i, CLASS_MODAL);
            bool participle = (t->forms & FORM_PARTICIPLE) != 0;
            if (helper && clause->head != clause->finite && !is_auxiliary(self, clause->head, CLASS_PASSIVE) && !is_auxiliary(self, clause->head, CLASS_MODAL)) {
                if (is_auxiliary(self, i, CLASS_PASSIVE)) clause->passive = true;   /* "voorbereid worden" */
                continue;
            }
            if (participle) {
                bool perfect = is_auxiliary(self, clause->head, CLASS_PERFECT) && !is_auxiliary(self, clause->head, CLASS_PASSIVE);
                if (perfect || helper) clause->perfect = true;
                else clause->passive = true;
            }
            clause->head = i;
            clause->lemma = t->lemma;
        }
        if (clause->head == clause->finite && !has_modal) {
            /* copula */
        }
    }
    if (has_modal && (clause->head != clause->finite)) clause->modal = (uint8_t)modal;
    else if (has_modal) clause->modal = (uint8_t)modal;
    if (clause->head == clause->finite && lang == LANGUAGE_DUTCH) particle_find(self, clause);
    if (clause->particle != NO_TOKEN) clause->modal = MODAL_NONE;   /* "gaat … aan" */
}

/* A verb with a fixed word: "geeft … uitvoering", "van plan … is". The first that the clause holds. */
static void idiom_find(struct analysis *self, struct clause *clause) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->head == NO_TOKEN) return;
    uint32_t verb = token_at(self, clause->head)->lemma;
    for (uint32_t i = clause->first; i < clause->last && verb; i++) {
        const struct token *t = token_at(self, i);
        if (self->owner[i] != own || self->aside[i] || !t->word || i == clause->head) continue;
        if (t->pos == POS_ADP && i != clause->head + 1) continue;   /* "calls upon": a preposition only right after its verb */
        uint32_t joined = lexicon_separable(self->words, verb, t->word);
        if (!joined) continue;
        clause->idiom = joined;
        clause->idiom_word = i;
        return;
    }
}

static void complement_find(struct analysis *self, struct clause *clause) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    for (uint32_t c = own + 1; c < self->clauses.count && self->clauses.at[c].sentence == clause->sentence; c++) {
        const struct clause *inner = &self->clauses.at[c];
        if (inner->parent != (int32_t)own || clause->head == NO_TOKEN || inner->first < clause->finite) continue;
        if (inner->type == CLAUSE_COMPLEMENT || inner->type == CLAUSE_INFINITIVE || inner->type == CLAUSE_QUESTION) {
            clause->complement_first = inner->first;
            clause->complement_last = inner->last;
            break;
        }
    }
    uint32_t from = clause->particle != NO_TOKEN ? clause->particle : clause->head;
    if (from == NO_TOKEN) return;
    for (uint32_t i = from + 1; i < clause->last; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) && self->owner[i] == own && !self->aside[i]) {
            if (clause->complement_first && clause->complement_first < i) break;
            clause->complement_first = from + 1;
            clause->complement_last = clause->last;
            break;
        }
}

static void fields_find(struct analysis *self, uint32_t index) {
    struct clause *clause = &self->clauses.at[index];
    uint8_t lang = token_language(self, clause->sentence);
    const struct sentence *s = &self->text->sentences.at[clause->sentence];
    clause->question = s->last > s->first && token_is_punct(self, s->last - 1, '?');
    uint32_t opening = clause->first;
    while (opening < clause->last && (token_at(self, opening)->pos == POS_CCONJ || (clause->question && token_at(self, opening)->pos == POS_ADV && opening < clause->first + 3) || token_at(self, opening)->pos == POS_INTJ || token_at(self, opening)->shape == SHAPE_PUNCT)) opening++;
    clause->verb_first = clause->finite != NO_TOKEN && clause->finite == opening;
    verb_find(self, clause, lang);
    idiom_find(self, clause);
    subject_find(self, clause, lang);
    for (uint32_t i = clause->first; i < clause->last; i++) {
        if (self->phrase[i] && token_is(self, i, CLASS_NEGATION)) {   /* "niet alleen", "niet eerder dan" deny nothing */
            i += self->phrase_size[i] - 1;
            continue;
        }
        if (self->owner[i] == index && !self->aside[i] && token_is(self, i, CLASS_NEGATION)) {
            clause->negation = i;
            break;
        }
    }
    complement_find(self, clause);
    /* reported future: "was overeengekomen dat ik een plan zou sturen", "agreed that a group would draft" */
    if (clause->type == CLAUSE_COMPLEMENT && clause->parent >= 0) {
        const struct clause *matrix = &self->clauses.at[clause->parent];
        if ((matrix->past || matrix->perfect) && (clause->modal == MODAL_WOULD || (clause->modal == MODAL_WILL && clause->past))) {
            clause->modal = MODAL_WILL;
            clause->past = false;
        }
    }
}

/* "Blijkt de proef geslaagd, dan volgt opschaling": a clause with its verb first and another after a comma is a condition. */
static void verb_first_conditions(struct analysis *self, uint32_t from) {
    for (uint32_t c = from; c + 1 < self->clauses.count; c++) {
        struct clause *clause = &self->clauses.at[c];
        if (clause->type != CLAUSE_MAIN || clause->question || clause->finite != clause->first || token_language(self, clause->sentence) != LANGUAGE_DUTCH) continue;
        for (uint32_t d = c + 1; d < self->clauses.count; d++) {
            struct clause *main = &self->clauses.at[d];
            if (main->type != CLAUSE_MAIN || main->conjunct != (int32_t)c || main->first == 0 || !token_is_punct(self, main->first - 1, ',')) continue;
            clause->type = CLAUSE_CONDITION;
            clause->parent = (int32_t)d;
            main->conjunct = -1;
            main->first = clause->first;
            break;
        }
    }
}

void clauses_find(struct analysis *self) {
    uint32_t tokens = self->text->tokens.count, sentences = self->text->sentences.count;
    self->owner = arena_alloc(self->memory, (tokens + 1) * sizeof *self->owner);
    self->phrase = arena_alloc(self->memory, (tokens + 1) * sizeof *self->phrase);
    self->phrase_size = arena_alloc(self->memory, tokens + 1);
    self->bits = arena_alloc(self->memory, (tokens + 1) * sizeof *self->bits);
    self->aside = arena_alloc(self->memory, (tokens + 1) * sizeof *self->aside);
    self->sentence_clause = arena_alloc(self->memory, (sentences + 1) * sizeof *self->sentence_clause);
    phrases_find(self);
    for (uint32_t s = 0; s < sentences; s++) {
        uint32_t from = self->sentence_clause[s] = self->clauses.count;
        sentence_clauses(self, s);
        verb_first_conditions(self, from);
        for (uint32_t c = from; c < self->clauses.count; c++) fields_find(self, c);
    }
    self->sentence_clause[sentences] = self->clauses.count;
}

uint32_t clause_find(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (!clause_may_have(clause, class)) return NO_TOKEN;
    for (uint32_t i = clause->first; i < clause->last; i++)
        if (self->owner[i] == own && !self->aside[i] && token_class(self, i, class, value)) return i;
    return NO_TOKEN;
}

bool clause_verb_class(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    if (clause->head != NO_TOKEN && clause->head == clause->finite && class == CLASS_COPULA) return auxiliary_class(self, clause->head, class, value);
    if (clause->idiom) {   /* "plaatsvinden" is not "vinden" */
        if (lexicon_lemma_class(self->words, clause->idiom, class, value)) return true;
        if (class != CLASS_LIGHT_VERB && class != CLASS_COPULA) return false;
    }
    return clause->lemma && lexicon_lemma_class(self->words, clause->lemma, class, value);
}
