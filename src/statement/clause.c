/* Finding clauses: the pass with a stack of open clauses (see clause.h), then the fields of each. */
#include "statement/clause_parts.h"

enum { DEEPEST = 24 }; /* open clauses in one sentence; deeper ones join the one above */

uint8_t token_language(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    uint8_t lang = self->text->blocks.at[s->block].lang;
    return lang ? lang : (uint8_t)self->text->record->lang;
}

/* A class of any sense that the word has in the language of its sentence: "of" is a coordinator in Dutch alone. */
static bool word_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    uint8_t lang = self->language[token];
    bool adjective = token_at(self, token)->pos == POS_ADJ && lang == LANGUAGE_DUTCH; /* "een machtig man" machtigt niemand */
    for (size_t k = 0; k < count; k++) {
        if (adjective && senses[k].pos == POS_VERB && (senses[k].forms & FORM_FINITE) && !(senses[k].forms & FORM_PARTICIPLE)) continue;
        if ((!lang || !senses[k].lang || senses[k].lang == lang) && lexicon_lemma_class(self->words, senses[k].lemma, class, value))
            return true;
    }
    return false;
}

bool token_class_sure(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    const struct token *t = token_at(self, token);
    if (self->phrase[token] && lexicon_lemma_class(self->words, self->phrase[token], class, value)) return true;
    if (t->lemma && lexicon_lemma_class(self->words, t->lemma, class, value)) return true;
    /* the tables list closed classes together; a word's own row gives what is its alone */
    bool participle = t->pos == POS_VERB && (t->forms & (FORM_PARTICIPLE | FORM_PRESENT_PARTICIPLE)); /* "bereid", "gepland" */
    if (t->lemma && !participle && (t->pos == POS_NOUN || t->pos == POS_VERB || t->pos == POS_PROPN)) return false;
    return t->word && word_class(self, token, class, value);
}

static void phrases_find(struct analysis *self) {
    uint32_t count = self->text->tokens.count;
    for (uint32_t i = 0; i < count; i++) {
        if (!token_at(self, i)->phrase) continue;
        uint32_t node = 0;
        for (uint32_t j = i; j < count && j < i + 12; j++) {
            uint32_t word = token_at(self, j)->word;
            if (!word || (node = lexicon_step(self->words, node, word)) == LEXICON_NO_PATH) break;
            uint32_t lemma = j > i ? lexicon_phrase(self->words, node) : 0;
            if (lemma) self->phrase[i] = lemma, self->phrase_size[i] = (uint8_t)(j - i + 1);
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
            if (token_is_punct(self, j, '(') || token_is_punct(self, j, '['))
                depth++;
            else if ((token_is_punct(self, j, ')') || token_is_punct(self, j, ']')) && --depth == 0)
                break;
        }
        if (j == end || (i == first && j + 2 >= last)) continue; /* unclosed, or the whole sentence */
        for (uint32_t k = i; k <= j; k++) self->aside[k] = true;
        i = j;
    }
}

/* "Zoals toegezegd in het debat van 3 mei ben ik …": with its participle in front the clause has no finite verb; one before a pronoun is
 * the main clause's. */
static bool manner_told(const struct analysis *self, uint32_t opener, uint32_t finite) {
    return self->language[finite] == LANGUAGE_DUTCH && (token_at(self, opener + 1)->forms & FORM_PARTICIPLE) &&
           finite + 1 < self->text->tokens.count && is_personal(self, finite + 1);
}

/* "als nagekomen": at the end of its sentence or stretch. */
static bool completes_around(const struct analysis *self, uint32_t i, uint32_t last) {
    int32_t type;
    return token_class(self, i, CLASS_SUBORDINATOR, &type) && type == CLAUSE_CONDITION && i + 1 < last && is_verb(self, i - 1) &&
           (token_at(self, i + 1)->forms & FORM_PARTICIPLE) && (i + 2 == last || token_at(self, i + 2)->shape == SHAPE_PUNCT);
}

static struct clause *clause_add(struct analysis *self, uint32_t sentence, uint32_t first, enum clause_type type, int32_t parent) {
    ARRAY_PUSH(self->memory, &self->clauses) = (struct clause){ .first = first,
                                                                .last = first,
                                                                .sentence = sentence,
                                                                .type = (uint8_t)type,
                                                                .parent = parent,
                                                                .conjunct = -1,
                                                                .opener = type == CLAUSE_MAIN ? NO_TOKEN : first,
                                                                .finite = NO_TOKEN,
                                                                .head = NO_TOKEN,
                                                                .particle = NO_TOKEN,
                                                                .negation = NO_TOKEN,
                                                                .idiom_word = NO_TOKEN };
    return &self->clauses.at[self->clauses.count - 1];
}

/* The token completes the finite verb of the main clause, and is no preposition of what follows. */
static bool particle_of_main(const struct analysis *self, const struct clause *main, uint32_t i, uint32_t last) {
    if (main->finite == NO_TOKEN || !token_is(self, i, CLASS_PARTICLE)) return false;
    if (!verbal(token_at(self, main->finite)) ||
        !lexicon_separable(self->words, token_at(self, main->finite)->lemma, token_at(self, i)->word))
        return false;
    if (i + 1 == last || token_at(self, i + 1)->shape == SHAPE_PUNCT || token_at(self, i + 1)->pos == POS_CCONJ) return true;
    return token_at(self, i + 1)->pos == POS_ADP; /* "mee bij het uitwerken" */
}

/* A comma, a coordinator or a pronoun that may be a subject stands among the tokens. */
static bool parted(const struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++)
        if (token_at(self, i)->shape == SHAPE_PUNCT || token_at(self, i)->pos == POS_CCONJ || is_personal(self, i)) return true;
    return false;
}

/* The next comma behind a verb at the end of its clause is followed at once by a finite verb. */
static bool finite_after_comma(const struct analysis *self, uint32_t verb, uint32_t last) {
    uint32_t comma = verb + 1;
    while (comma < last && is_verb(self, comma)) comma++;
    return comma + 1 < last && token_is_punct(self, comma, ',') && is_finite(self, comma + 1);
}

/* "Dat gaan we doen, maar als u iets ziet, laat het weten": the adverbial clause between a coordinator and the comma before the verb stands
 * in front of the coordinated clause; -1 if there is none. */
static int32_t clause_before_comma(const struct analysis *self, uint32_t base, int32_t main, uint32_t verb) {
    if (verb < 2 || !token_is_punct(self, verb - 1, ',')) return -1;
    for (uint32_t c = self->clauses.count; c-- > base;) {
        const struct clause *clause = &self->clauses.at[c];
        if (clause->parent != main || clause->finite == NO_TOKEN || clause->first == 0 || clause->conjunct >= 0) continue;
        bool adverbial = clause->type == CLAUSE_CONDITION || clause->type == CLAUSE_TIME || clause->type == CLAUSE_CONCESSION ||
                         clause->type == CLAUSE_CAUSE;
        bool apart = token_at(self, clause->first - 1)->pos == POS_CCONJ || token_is_punct(self, clause->first - 1, ':') ||
                     token_is_punct(self, clause->first - 1, ';');
        return adverbial && apart ? (int32_t)c : -1;
    }
    return -1;
}

/* "…, dus wij zetten in op", "maar we willen er naar kijken": behind "we" at the start of a sentence or of a coordinated one. */
static bool opens_with_we(const struct analysis *self, uint32_t first, uint32_t verb) {
    int32_t person;
    if (verb == first || !is_personal(self, verb - 1) || !token_class(self, verb - 1, CLASS_PERSONAL, &person) || person != 2 ||
        token_is(self, verb - 1, CLASS_OBJECT_FORM))
        return false;
    uint32_t before = verb - 1;
    while (before > first && token_at(self, before - 1)->pos == POS_ADV && token_at(self, before - 1)->shape == SHAPE_WORD) before--;
    if (before == first) return true;
    const struct token *mark = token_at(self, before - 1);
    return mark->pos == POS_CCONJ || token_is_punct(self, before - 1, ',') || token_is_punct(self, before - 1, ':') ||
           token_is_punct(self, before - 1, ';');
}

/* "…, dan zullen we dat toepassen": a plural before "wij" or "we" is finite, whatever the context took it for. */
static void inverted_find(struct analysis *self, uint32_t first, uint32_t last) {
    int32_t person;
    for (uint32_t i = first; i + 1 < last; i++) {
        const struct token *t = token_at(self, i);
        if (!verbal(t) || (t->forms & FORM_FINITE) || !(t->forms & FORM_INFINITIVE) || !may_be_finite(self, i)) continue;
        if (i > first && (token_is(self, i - 1, CLASS_INFINITIVE_MARK) || verbal(token_at(self, i - 1)))) continue;
        self->inverted[i] = is_personal(self, i + 1) && token_class(self, i + 1, CLASS_PERSONAL, &person) && person == 2 &&
                            !token_is(self, i + 1, CLASS_OBJECT_FORM);
        self->inverted[i] |= opens_with_we(self, first, i);
    }
}

/* "indien daartoe aanleiding is": a limiter that has a finite verb of its own. */
static bool limits_by_verb(const struct analysis *self, uint32_t i) {
    if (!lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, NULL)) return false;
    for (uint32_t k = i + 1; k < i + self->phrase_size[i]; k++)
        if (is_finite(self, k)) return true;
    return false;
}

/* The phrase stands aside; of "denk ik" only between commas. */
static bool is_fixed_aside(const struct analysis *self, uint32_t i, uint32_t first, uint32_t last) {
    int32_t commas = 0;
    if (!lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_ASIDE, &commas)) return false;
    uint32_t after = i + self->phrase_size[i];
    return commas < 2 || (i > first && after < last && token_is_punct(self, i - 1, ',') && token_is_punct(self, after, ','));
}

/* "wat ons betreft": fixed words stand aside like brackets. */
static void fixed_asides_find(struct analysis *self, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i < last; i++)
        if (self->phrase[i] && (is_fixed_aside(self, i, first, last) || (self->language[i] == LANGUAGE_DUTCH && limits_by_verb(self, i))))
            for (uint32_t k = i; k < i + self->phrase_size[i] && k < last; k++) self->aside[k] = true;
}

uint32_t sentence_start(const struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    const struct text_block *block = &self->text->blocks.at[s->block];
    bool labelled = block->label_first <= s->first && s->first < block->label_last && block->label_last < s->last;
    return labelled ? block->label_last : s->first;
}

/* One sentence: clauses with their finite verbs and every token's owner. */
static void sentence_clauses(struct analysis *self, uint32_t sentence) {
    const struct sentence *s = &self->text->sentences.at[sentence];
    uint8_t lang = token_language(self, sentence);
    uint32_t first = sentence_start(self, sentence), last = s->last;
    asides_find(self, first, last);
    fixed_asides_find(self, first, last);
    if (lang == LANGUAGE_DUTCH) inverted_find(self, first, last);
    uint32_t base = self->clauses.count;
    clause_add(self, sentence, first, CLAUSE_MAIN, -1);
    int32_t stack[DEEPEST] = { (int32_t)base };
    uint32_t depth = 1, settled = first; /* tokens before `settled` belong to clauses that have their verb */
    uint32_t phrase_end = first;
    for (uint32_t i = s->first; i < first; i++) self->owner[i] = base;
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = token_at(self, i);
        struct clause *top = &self->clauses.at[stack[depth - 1]];
        if (self->aside[i]) {
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        /* "beschouwt de toezegging die toen is gedaan als nagekomen": the participle behind "als" is of the clause around the relative one
         */
        if (depth > 1 && lang == LANGUAGE_DUTCH && top->type == CLAUSE_RELATIVE && top->finite != NO_TOKEN && i > top->finite + 1 &&
            completes_around(self, i, last)) {
            depth--;
            top = &self->clauses.at[stack[depth - 1]];
        }
        if (t->shape == SHAPE_PUNCT && depth > 1 && token_is_punct(self, i, ',') && top->finite != NO_TOKEN &&
            list_goes_on(self, i, last)) {
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        if (t->shape == SHAPE_PUNCT && depth > 1 &&
            (token_is_punct(self, i, ',') || token_is_punct(self, i, ';') || token_is_punct(self, i, ':'))) {
            /* a comma after its verb closes a clause; an infinitive clause once its infinitive is there */
            struct clause *open = &self->clauses.at[stack[depth - 1]];
            if (lang == LANGUAGE_DUTCH && open->finite == NO_TOKEN && open->type != CLAUSE_INFINITIVE && open->type != CLAUSE_MANNER) {
                open->finite = finite_rescue(self, (uint32_t)stack[depth - 1], open->first, i);
                if (open->finite != NO_TOKEN) settled = i;
            }
            bool waits = lang == LANGUAGE_ENGLISH ? open->type != CLAUSE_RELATIVE /* "decides that, once X is done, Y shall follow" */
                                                  : open->finite == NO_TOKEN && token_is_punct(self, i, ',') &&
                                                        lists_subjects(self, i, last, open->type == CLAUSE_COMPLEMENT);
            /* "dat de taken, die bij hem liggen, worden verdeeld": behind its subject's relative clause comes its verb */
            int32_t relative = 0;
            waits |= lang == LANGUAGE_DUTCH && open->finite == NO_TOKEN && open->type != CLAUSE_RELATIVE && token_is_punct(self, i, ',') &&
                     is_nominal(token_at(self, i - 1)) && i + 1 < last && token_class(self, i + 1, CLASS_SUBORDINATOR, &relative) &&
                     relative == CLAUSE_RELATIVE;
            if (depth > 1 && open->finite == NO_TOKEN && !waits && i <= open->first + 6 && !verbs_between(self, open->first, i))
                depth--; /* "waaronder Nederland," */
            while (depth > 1 && (self->clauses.at[stack[depth - 1]].finite != NO_TOKEN ||
                                 ended_without_verb(self, &self->clauses.at[stack[depth - 1]], i)))
                depth--;
            self->owner[i] = (uint32_t)stack[depth - 1];
            continue;
        }
        /* "Ik neem de voorstellen die zij deden mee bij de uitwerking": a particle behind the verb of a subordinate clause is the main
         * clause's */
        if (lang == LANGUAGE_DUTCH && depth > 1 && top->type != CLAUSE_MAIN && top->finite != NO_TOKEN && i > top->finite &&
            particle_of_main(self, &self->clauses.at[stack[0]], i, last)) {
            self->owner[i] = (uint32_t)stack[0];
            depth = 1;
            continue;
        }
        /* "as soon as possible": what stands inside an entry of several words opens nothing */
        if (lang == LANGUAGE_ENGLISH && i >= phrase_end && self->phrase[i]) phrase_end = i + self->phrase_size[i];
        bool inside = i < phrase_end && !(self->phrase[i] && i + self->phrase_size[i] == phrase_end);
        bool opens = !inside && token_may_be(self, i, CLASS_SUBORDINATOR);
        enum clause_type type = opens ? opener_at(self, i, first, last, lang) : CLAUSE_MAIN;
        if (type != CLAUSE_MAIN) {
            /* a conjunct of a clause of the same type: "dat A en dat B" */
            bool again = i > first && token_at(self, i - 1)->pos == POS_CCONJ;
            while (again && depth > 1 && self->clauses.at[stack[depth - 1]].finite != NO_TOKEN &&
                   self->clauses.at[stack[depth - 1]].type != type)
                depth--;
            int32_t conjunct = -1;
            if (again && depth > 1 && self->clauses.at[stack[depth - 1]].finite != NO_TOKEN) conjunct = stack[--depth];
            int32_t parent = stack[depth - 1];
            /* "als A gebeurt, of wanneer B gebeurt": the comma closed the first */
            for (uint32_t c = self->clauses.count; again && conjunct < 0 && type == CLAUSE_CONDITION && c-- > base;)
                if (self->clauses.at[c].type == CLAUSE_CONDITION && self->clauses.at[c].parent == parent &&
                    self->clauses.at[c].finite != NO_TOKEN)
                    conjunct = (int32_t)c;
            struct clause *opened = clause_add(self, sentence, i, type, parent);
            opened->conjunct = conjunct;
            if (depth < DEEPEST) stack[depth++] = (int32_t)(self->clauses.count - 1);
            uint32_t size = self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_SUBORDINATOR, NULL)
                                ? self->phrase_size[i]
                                : 1u; /* "op voorwaarde dat" opens one clause, not two */
            for (uint32_t end = i + size < last ? i + size : last; i < end; i++) self->owner[i] = self->clauses.count - 1;
            i--;
            continue;
        }
        bool performed = lang == LANGUAGE_ENGLISH && verbal(t) && english_performed(self, &self->clauses.at[stack[0]], i, first, last);
        if ((is_finite(self, i) || performed) && (lang != LANGUAGE_ENGLISH || performed || english_finite(self, top, i, first))) {
            /* "the capability we can each deploy": a relative clause without its pronoun */
            bool named = top->type == CLAUSE_COMPLEMENT && top->opener != NO_TOKEN && top->opener + 2 < i &&
                         is_nominal(token_at(self, top->opener + 1)) && !token_is(self, top->opener + 1, CLASS_ANAPHOR) &&
                         !is_personal(self, top->opener + 1); /* "that the contract it signed is void" */
            if (lang == LANGUAGE_ENGLISH && (top->finite != NO_TOKEN || named) && i > first + 2) {
                uint32_t subject = i - 1;
                while (subject > first && (token_at(self, subject)->pos == POS_ADV || token_at(self, subject)->pos == POS_DET)) subject--;
                const struct token *noun = token_at(self, subject - 1);
                if (is_personal(self, subject) && (noun->pos == POS_NOUN || noun->pos == POS_PROPN) &&
                    !token_is(self, subject - 1, CLASS_REFERENCE_HEAD) /* "annex I will" */ && token_is(self, subject, CLASS_PERSONAL) &&
                    depth < DEEPEST) {
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
            /* "De regio uitnodigen doe ik niet": the infinitive in front was taken for the finite verb */
            if (lang == LANGUAGE_DUTCH && depth == 1 && top->finite != NO_TOKEN && top->finite + 12 > i && i > first + 1 &&
                token_is(self, i, CLASS_CUE_DO) && may_have(self, top->finite, FORM_INFINITIVE) && i + 1 < last &&
                is_personal(self, i + 1) && !parted(self, first, i)) {
                top->finite = i;
                settled = i + 1;
                self->owner[i] = (uint32_t)stack[0];
                continue;
            }
            if (lang == LANGUAGE_ENGLISH && top->finite != NO_TOKEN && english_was_no_verb(self, top->finite, i)) {
                top->finite = i;
                settled = i + 1;
                self->owner[i] = (uint32_t)stack[depth - 1];
                continue;
            }
            if (lang == LANGUAGE_ENGLISH && english_joins(self, top, depth > 1, i)) {
                if (i > first + 1 && top->finite == i - 2) top->finite = i; /* "are and will continue to be" */
                self->owner[i] = (uint32_t)stack[depth - 1];
                continue;
            }
            /* "in a way that values people and promotes equality": the second third person goes on with the clause of the first */
            if (lang == LANGUAGE_ENGLISH && depth > 1 && i > first && token_at(self, i - 1)->pos == POS_CCONJ && top->finite != NO_TOKEN &&
                !english_performs(self, i) && !token_is_punct(self, i - 2, ',') &&
                (top->type == CLAUSE_TIME || top->type == CLAUSE_CONDITION || !same_form(self, self->clauses.at[stack[0]].finite, i)) &&
                (token_at(self, top->finite)->forms & FORM_THIRD) == (t->forms & FORM_THIRD) &&
                (token_at(self, top->finite)->forms & FORM_PAST) == (t->forms & FORM_PAST) && top->type != CLAUSE_INFINITIVE) {
                self->owner[i] = (uint32_t)stack[depth - 1];
                continue;
            }
            if (top->type == CLAUSE_MANNER && top->finite == NO_TOKEN && depth > 1 && i > top->first + 1 &&
                (i <= top->first + 3 || manner_told(self, top->first, i)) &&
                (manner_told(self, top->first, i) || token_at(self, i - 1)->pos == POS_ADJ ||
                 (token_at(self, i - 1)->forms & FORM_PARTICIPLE))) { /* "Zoals bekend heeft uw Kamer …" */
                depth--;
                top = &self->clauses.at[stack[depth - 1]];
            }
            if (top->type == CLAUSE_INFINITIVE) { /* an infinitive clause has no finite verb: it has ended */
                while (depth > 1 && self->clauses.at[stack[depth - 1]].type == CLAUSE_INFINITIVE) depth--;
                top = &self->clauses.at[stack[depth - 1]];
            }
            /* "In het besef dat X gevolgen kunnen hebben voor Y werd besloten": the clause had its verb in what looked like an infinitive
             */
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
                /* "Als de motie ruimte laat en niets wil sturen, zou ik": a conjunct of the clause with its verb at the end, while the
                 * main clause's verb is still to come */
                bool goes_on = waiting && lang == LANGUAGE_DUTCH && depth > 1 && from != NO_TOKEN && from + 1 < i &&
                               token_at(self, from - 1)->pos == POS_CCONJ && at_clause_end(self, i, last) &&
                               finite_after_comma(self, i, last);
                if (waiting && !goes_on && (from == NO_TOKEN || !touching)) {
                    depth = waiting;
                    self->clauses.at[stack[depth - 1]].finite = i;
                    settled = i + 1;
                } else if (from != NO_TOKEN) {
                    int32_t fronted = lang == LANGUAGE_DUTCH && from == i ? clause_before_comma(self, base, stack[0], i) : -1;
                    if (fronted >= 0) from = self->clauses.at[fronted].first;
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
                    if (fronted >= 0) self->clauses.at[fronted].parent = added, opened->ellipsis = false;
                    if (subordinate)
                        stack[depth - 1] = added;
                    else
                        stack[0] = added, depth = 1;
                    for (uint32_t j = from; j < i; j++) /* words that were thought to belong to the clause before */
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
            if (open->finite == NO_TOKEN && open->type == CLAUSE_MAIN) {
                open->finite = finite_before_pronoun(self, c, open->first, last);
                for (uint32_t i = open->finite, from = i == NO_TOKEN ? c : self->owner[i]; i != NO_TOKEN && from != c && i < last; i++)
                    if (self->owner[i] == from) self->owner[i] = c;
            }
        }
    if (lang == LANGUAGE_ENGLISH && self->clauses.at[base].finite == NO_TOKEN)
        self->clauses.at[base].finite = english_rescue(self, base, self->clauses.at[base].first, last);
    /* Spans: from the first to the last token that it or what is inside it owns. */
    for (uint32_t c = base; c < self->clauses.count; c++) self->clauses.at[c].last = self->clauses.at[c].first;
    for (uint32_t i = first, next; i < last; i = next) { /* a run of tokens of one owner */
        uint64_t bits = self->bits[i];
        for (next = i + 1; next < last && self->owner[next] == self->owner[i]; next++) bits |= self->bits[next];
        self->clauses.at[self->owner[i]].bits |= bits;
        for (int32_t c = (int32_t)self->owner[i], guard = 0; c >= (int32_t)base && guard < DEEPEST;
             c = self->clauses.at[c].parent, guard++) {
            struct clause *k = &self->clauses.at[c];
            if (i < k->first) k->first = i;
            if (next > k->last) k->last = next;
        }
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
        if (t->pos == POS_PRON && i == token && !token_is(self, i, CLASS_POSSESSIVE)) return i + 1;
        if ((t->pos == POS_DET || t->pos == POS_PRON) && noun) break;
        if (t->pos == POS_PRON && i == token) continue; /* "our allies" */
        /* "een geclausuleerde toetreding", "medical, agricultural or industrial purposes" */
        bool attribute = !noun && verbal(t) && (t->forms & (FORM_PARTICIPLE | FORM_PRESENT_PARTICIPLE)) && i > token && i + 1 < last &&
                         is_nominal(token_at(self, i + 1));
        bool joins = !noun && i > token && i + 1 < last && (t->pos == POS_CCONJ || token_is_punct(self, i, ',')) &&
                     token_at(self, i - 1)->pos == POS_ADJ && token_at(self, i + 1)->pos == POS_ADJ;
        if (attribute || joins) continue;
        if (!is_nominal(t) && t->pos != POS_ADV) break;
        if (t->pos == POS_ADV && noun) break;
        noun |= t->pos == POS_NOUN || t->pos == POS_PROPN;
    }
    return i;
}

static bool colon_between(const struct analysis *self, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (token_is_punct(self, i, ':')) return true;
    return false;
}

/* "stuur": the stem, which no third person has. */
static bool bare_form(const struct analysis *self, uint32_t verb) {
    const struct token *t = token_at(self, verb);
    return verbal(t) && (t->forms & FORM_FIRST) && !(t->forms & FORM_THIRD);
}

/* "Blijkt de proef geslaagd, dan volgt opschaling": a clause with its verb first and another after a comma is a condition. */
static void verb_first_conditions(struct analysis *self, uint32_t from) {
    for (uint32_t c = from; c + 1 < self->clauses.count; c++) {
        struct clause *clause = &self->clauses.at[c];
        if (clause->type != CLAUSE_MAIN || token_language(self, clause->sentence) != LANGUAGE_DUTCH) continue;
        bool what = clause->finite != NO_TOKEN && clause->finite > clause->first + 1 &&
                    token_is(self, clause->first, CLASS_INTERROGATIVE) &&
                    at_clause_end(self, clause->finite, clause->last); /* "Wat daaruit komt, deel ik met u" */
        if (!what && (clause->question || clause->finite != clause->first)) continue;
        /* "verzoekt de regering te onderzoeken …, en …": what goes on with a sentence from another paragraph has its subject there */
        if (!what && !(token_at(self, clause->first)->flags & TOKEN_CAPITAL) && clause->first == sentence_start(self, clause->sentence))
            continue;
        for (uint32_t d = c + 1; d < self->clauses.count; d++) {
            struct clause *main = &self->clauses.at[d];
            if (main->type != CLAUSE_MAIN || main->conjunct != (int32_t)c || main->first == 0 ||
                !token_is_punct(self, main->first - 1, ',') || colon_between(self, clause->first, main->first))
                continue;
            /* "Stuur het op, zou ik zeggen": an order has no subject; "Blijkt het zo, dan" and "Lukt dat, dan" have one */
            if (clause->finite + 1 < self->text->tokens.count && bare_form(self, clause->finite) && main->finite != NO_TOKEN &&
                is_auxiliary(self, main->finite, CLASS_MODAL) && main->finite == main->first)
                continue;
            if (what && main->finite != main->first) break;
            clause->type = what ? CLAUSE_QUESTION : CLAUSE_CONDITION;
            clause->parent = (int32_t)d;
            main->conjunct = -1;
            main->first = clause->first;
            break;
        }
    }
}

void clauses_find(struct analysis *self) {
    enum { TOKENS_EACH = 10 };
    uint32_t tokens = self->text->tokens.count, sentences = self->text->sentences.count;
    ARRAY_RESERVE(self->memory, &self->clauses, tokens / TOKENS_EACH + 1);
    self->owner = arena_alloc(self->memory, (tokens + 1) * sizeof *self->owner);
    self->phrase = arena_alloc(self->memory, (tokens + 1) * sizeof *self->phrase);
    self->phrase_size = arena_alloc(self->memory, tokens + 1);
    self->bits = self->text->classes;
    self->aside = arena_alloc(self->memory, (tokens + 1) * sizeof *self->aside);
    self->inverted = arena_alloc(self->memory, (tokens + 1) * sizeof *self->inverted);
    self->sentence_clause = arena_alloc(self->memory, (sentences + 1) * sizeof *self->sentence_clause);
    self->language = arena_alloc(self->memory, tokens + 1);
    for (uint32_t s = 0; s < sentences; s++)
        memset(self->language + self->text->sentences.at[s].first, token_language(self, s),
               self->text->sentences.at[s].last - self->text->sentences.at[s].first);
    phrases_find(self);
    for (uint32_t s = 0; s < sentences; s++) {
        uint32_t from = self->sentence_clause[s] = self->clauses.count;
        sentence_clauses(self, s);
        verb_first_conditions(self, from);
        for (uint32_t c = from; c < self->clauses.count; c++) fields_find(self, c);
    }
    self->sentence_clause[sentences] = self->clauses.count;
}

uint32_t clause_find_sure(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    for (uint32_t i = clause->first; i < clause->last; i++)
        if (self->owner[i] == own && !self->aside[i] && token_class(self, i, class, value)) return i;
    return NO_TOKEN;
}

bool clause_verb_class_sure(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    if (clause->head != NO_TOKEN && clause->head == clause->finite && class == CLASS_COPULA)
        return auxiliary_class(self, clause->head, class, value);
    if (clause->idiom) { /* "plaatsvinden" is not "vinden" */
        if (lexicon_lemma_class(self->words, clause->idiom, class, value)) return true;
        if (class != CLASS_LIGHT_VERB && class != CLASS_COPULA) return false;
    }
    return clause->lemma && lexicon_lemma_class(self->words, clause->lemma, class, value);
}

const struct clause *clause_with_subject(const struct analysis *self, const struct clause *clause) {
    for (int hops = 0; hops < 8 && clause->subject_first == clause->subject_last && clause->conjunct >= 0; hops++)
        clause = &self->clauses.at[clause->conjunct];
    return clause;
}
