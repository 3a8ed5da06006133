/* The fields of a clause: subject, verb with its particle or fixed word, voice, tense, modality, negation, complement. */
#include "statement/clause_parts.h"
#include "statement/kinds.h"

static void set_subject(struct clause *clause, uint32_t first, uint32_t last) {
    clause->subject_first = first;
    clause->subject_last = last;
}

/* Where the subject that starts at `first` ends: an actor's whole name ("staatshoofden en regeringsleiders van de NAVO"), and before the
 * verb a list ("Finland, Zweden en Turkije"). */
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
        if (t->pos == POS_ADP || t->pos == POS_SCONJ) { /* "tijdens de Top": its noun phrase is no subject */
            uint32_t end = noun_phrase_end(self, i + 1, to);
            i = end > i + 1 ? end - 1 : i;
            continue;
        }
        if (t->pos == POS_ADV || t->shape == SHAPE_PUNCT || t->pos == POS_CCONJ || token_is(self, i, CLASS_REFLEXIVE) ||
            token_is(self, i, CLASS_PRONOMINAL))
            continue;
        if (!is_nominal(t)) {
            if (is_verb(self, i)) return false;
            continue;
        }
        uint32_t end = noun_phrase_end(self, i, to);
        if (end <= i) continue;
        uint32_t at = 0;
        const struct mention *when = mention_next(self, MENTION_TIMEX, i, to, &at);
        if (when && when->first == i && when->last < to && token_language(self, clause->sentence) == LANGUAGE_ENGLISH) {
            i = when->last - 1; /* "Today the two governments announce" */
            continue;
        }
        bool time = token_is(self, i, CLASS_TIME_UNIT);
        for (uint32_t k = i; k < end && !time; k++)
            time = token_is(self, k, CLASS_TIME_UNIT) || token_is(self, k, CLASS_MONTH) || token_is(self, k, CLASS_WEEKDAY);
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
        uint32_t before = finite; /* "Through the dialogue we will": a pronoun right before the verb is the subject */
        while (before > start && token_at(self, before - 1)->pos == POS_ADV) before--;
        if (before > start && is_personal(self, before - 1) && self->owner[before - 1] == own) {
            set_subject(clause, before - 1, before);
            return;
        }
        /* "We, the ministers of both states, agree" */
        if (finite > start + 2 && is_personal(self, start) && token_is_punct(self, start + 1, ',')) {
            set_subject(clause, start, start + 1);
            return;
        }
        /* the last noun phrase chain before the verb, after the introductory commas */
        uint32_t from = start;
        for (uint32_t i = start; i < finite; i++)
            if (self->owner[i] == own && token_is_punct(self, i, ',') && i + 1 < finite) {
                const struct token *next = token_at(self, i + 1);
                bool list = false; /* "Finland, Sweden and Türkiye reached": a list is one subject */
                for (uint32_t j = i + 1; j < finite && !list; j++) list = token_at(self, j)->pos == POS_CCONJ;
                if (!list || next->pos == POS_PRON || next->pos == POS_DET) from = i + 1;
            }
        if (!subject_in(self, clause, from, finite) && from > start) (void)subject_in(self, clause, start, finite);
        if (span_empty((span){ clause->subject_first, clause->subject_last }) && clause->type == CLAUSE_RELATIVE)
            set_subject(clause, clause->opener, clause->opener + 1);
        return;
    }
    /* right after the verb a first or second person is the subject, whatever stands in front: "Dat doe ik" */
    for (uint32_t i = finite + 1; i < last && i <= finite + 2; i++) {
        int32_t person;
        if (start < finite && is_personal(self, start) && start + 1 == finite) break; /* "Ik verwacht u het plan te sturen" */
        if (self->owner[i] == own && is_personal(self, i) && token_class(self, i, CLASS_PERSONAL, &person) && person != 4 &&
            !token_is(self, i, CLASS_OBJECT_FORM)) { /* "Dat doet me pijn" */
            set_subject(clause, i, i + 1);
            return;
        }
    }
    for (uint32_t i = start; i < last && i <= finite + 4; i++)
        if (self->owner[i] == own && is_personal(self, i) && (i < finite || i <= finite + 3) && !token_is(self, i, CLASS_OBJECT_FORM)) {
            /* "Bondgenoten werden het eens": after a noun phrase in front a third person is an object */
            if (i > finite && start < finite && is_nominal(token_at(self, start)) && token_at(self, start)->pos != POS_PRON &&
                clause->type == CLAUSE_MAIN)
                break;
            set_subject(clause, i, i + 1);
            return;
        }
    if (clause->type != CLAUSE_MAIN) {
        if (clause->type == CLAUSE_RELATIVE &&
            clause->opener != NO_TOKEN) { /* "die … zullen worden genomen" or "die de SG had voorgelegd" */
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
    if (clause->ellipsis) return; /* "en sprak de intentie uit": its subject is that of the conjunct before */
    /* Verb second: the front field is the subject if it is a noun phrase, else the first noun phrase after the verb is. */
    const struct token *front = token_at(self, start);
    uint32_t at = 0; /* "Vorig jaar beloofde de minister" */
    const struct mention *when = start < finite && is_nominal(front) ? mention_next(self, MENTION_TIMEX, start, finite, &at) : NULL;
    if (when && when->first == start && when->last == finite && front->pos != POS_PRON && subject_in(self, clause, finite + 1, last))
        return;
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

/* What verb and fixed word are together; 0 none. "laten weten" is of the verb or of the auxiliary, whichever the context took it for. */
static uint32_t joined_with(const struct analysis *self, uint32_t token, uint32_t word) {
    const struct lexicon_sense *senses;
    uint32_t joined = lexicon_separable(self->words, token_at(self, token)->lemma, word);
    if (joined || !token_is(self, token, CLASS_CAUSATIVE)) return joined;
    size_t count = lexicon_senses(self->words, token_at(self, token)->word, &senses);
    for (size_t k = 0; k < count && !joined; k++) joined = lexicon_separable(self->words, senses[k].lemma, word);
    return joined;
}

/* "gaat over boeren uitzonderen": a preposition right behind the verb makes it one of telling, and the infinitive is what is told of. */
static bool tells_of(const struct analysis *self, uint32_t verb, uint32_t infinitive) {
    uint32_t after = verb + 1;
    while (after < infinitive && (token_at(self, after)->pos == POS_ADV || token_at(self, after)->pos == POS_PRON))
        after++;                                                                                               /* "gaat het over" */
    if (after >= infinitive || token_at(self, after)->pos != POS_ADP || after + 1 == infinitive) return false; /* "daar over praten" */
    if (!(token_at(self, verb)->forms & FORM_THIRD)) return false; /* "Ik ga over deze zaak niets zeggen" */
    uint32_t joined = lexicon_separable(self->words, token_at(self, verb)->lemma, token_at(self, after)->word);
    return joined && lexicon_lemma_class(self->words, joined, CLASS_CUE_REPORT, NULL);
}

/* Particle of a separable verb: "stemden … in", "spoorden … aan". */
static void particle_find(struct analysis *self, struct clause *clause) {
    uint32_t own = (uint32_t)(clause - self->clauses.at), base = verb_lemma(self, clause->finite);
    uint32_t after = clause->finite + 1; /* "beveelt aan de regels te …": what follows looks like an infinitive clause from "aan" on */
    if (!clause_may_have(clause, CLASS_PARTICLE) && !(after < clause->last && token_may_be(self, after, CLASS_PARTICLE))) return;
    for (uint32_t i = after; i < clause->last; i++) {
        bool beside = i == after && self->clauses.at[self->owner[i]].parent == (int32_t)own;
        if ((self->owner[i] != own && !beside) || self->aside[i] || !token_is(self, i, CLASS_PARTICLE)) continue;
        uint32_t joined = lexicon_separable(self->words, base, token_at(self, i)->word);
        if (!joined) continue;
        const struct token *next = i + 1 < clause->last ? token_at(self, i + 1) : NULL;
        uint32_t beside_it = next ? lexicon_separable(self->words, base, next->word) : 0;
        bool aims = lexicon_lemma_class(self->words, joined, CLASS_CUE_INTEND, NULL) &&
                    !(beside_it && lexicon_lemma_class(self->words, beside_it, CLASS_CUE_ASK, NULL)); /* "zetten in op die plannen" */
        /* "dringen er bij hem op aan dat"; but "roept ons op om te", "wint advies in bij de Raad" */
        if (next && !aims && token_is(self, i + 1, CLASS_PARTICLE) && !token_is(self, i + 1, CLASS_SUBORDINATOR) && beside_it &&
            !(i + 3 < clause->last && token_is(self, i + 2, CLASS_GENDER) &&
              token_at(self, i + 3)->pos == POS_NOUN) && /* "aan dat stelsel" */
            (i + 2 >= clause->last || !is_nominal(token_at(self, i + 2)) || self->owner[i + 2] != own))
            continue;
        /* "drong er bij hen op aan de regels te wijzigen": of two the one that makes a verb of asking */
        if (beside_it && token_is(self, i + 1, CLASS_PARTICLE) && !lexicon_lemma_class(self->words, joined, CLASS_CUE_ASK, NULL) &&
            lexicon_lemma_class(self->words, beside_it, CLASS_CUE_ASK, NULL))
            continue;
        /* "Wij vragen u de brief aan te nemen": the infinitive's, if it has such a one, unless it stands right behind the verb */
        if (i > after && i + 2 < self->text->tokens.count && token_is(self, i + 1, CLASS_INFINITIVE_MARK) &&
            verbal(token_at(self, i + 2)) && lexicon_separable(self->words, token_at(self, i + 2)->lemma, token_at(self, i)->word))
            continue;
        /* "gaan verder met …, door … aan te houden", "centraal staan en in dit plan" */
        if (token_at(self, i - 1)->shape == SHAPE_PUNCT || token_at(self, i - 1)->pos == POS_CCONJ) continue;
        if (next && next->pos == POS_VERB && !(next->forms & FORM_FINITE) && (next->forms & FORM_INFINITIVE) &&
            token_is(self, clause->finite, CLASS_CAUSATIVE))
            continue; /* "Laat hem daar een voorstel voor doen": of "daar" */
        int32_t strength = 0;
        bool participle = next && next->pos == POS_VERB && (next->forms & (FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE)) &&
                          i + 2 < clause->last && is_nominal(token_at(self, i + 2)); /* "staat in veranderende omstandigheden" */
        bool phrase_follows = next && (is_nominal(next) || participle) && self->owner[i + 1] == own;
        if (next && self->owner[i + 1] != own && token_at(self, i - 1)->pos == POS_NOUN && token_is(self, i + 1, CLASS_INTERROGATIVE))
            continue; /* "vraagt om openheid over wat er ligt" */
        if (phrase_follows) {
            /* "aan zijn verantwoordelijkheid te nemen": a particle only where an infinitive follows and the verb asks for one */
            bool infinitive = false;
            for (uint32_t j = i + 1; j < clause->last && !infinitive; j++) infinitive = token_is(self, j, CLASS_INFINITIVE_MARK);
            bool takes = lexicon_lemma_class(self->words, joined, CLASS_CUE_ASK, &strength) ||
                         lexicon_lemma_class(self->words, joined, CLASS_CUE_ORDER, &strength) ||
                         lexicon_lemma_class(self->words, joined, CLASS_CUE_AGREE, &strength) ||
                         (i == after && lexicon_lemma_class(self->words, joined, CLASS_CUE_OFFER, &strength)) ||
                         lexicon_lemma_class(self->words, joined, CLASS_CUE_COMMIT, &strength);
            if (!takes && lexicon_lemma_class(self->words, joined, CLASS_CUE_SAY, NULL)) takes = true, strength = 2; /* "gaf aan" */
            if (!infinitive || !takes || (strength < 2 && i != clause->finite + 1)) continue; /* "stelde voor de regels te wijzigen" */
        }
        clause->particle = i;
        clause->lemma = joined;
        return;
    }
}

/* "other mandated events": an English participle between an adjective or determiner and a noun. */
static bool is_attributive(const struct analysis *self, uint32_t i, uint32_t last) {
    uint8_t before = token_at(self, i - 1)->pos;
    return (token_at(self, i)->forms & FORM_PARTICIPLE) && (before == POS_ADJ || before == POS_DET) && i + 1 < last &&
           token_at(self, i + 1)->pos == POS_NOUN;
}

/* "Member states are encouraged to apply": an adjective after "be" that asks is a passive, but of ourselves ("we are encouraged by"). */
static void asked_find(const struct analysis *self, struct clause *clause) {
    uint32_t at = clause->finite + 1;
    int32_t person;
    while (at < clause->last && token_at(self, at)->pos == POS_ADV) at++;
    if (at + 1 >= clause->last || token_at(self, at)->pos != POS_ADJ || !may_have(self, at, FORM_PARTICIPLE)) return;
    if (!is_auxiliary(self, clause->finite, CLASS_PASSIVE) || !token_is(self, at + 1, CLASS_INFINITIVE_MARK)) return;
    if (clause->finite > clause->first && token_class(self, clause->finite - 1, CLASS_PERSONAL, &person) && person <= 2) return;
    uint32_t lemma = verb_lemma(self, at);
    /* "It was decided to extend", "It was agreed to": nobody in particular did; "They were determined to" is a state of mind */
    bool settles =
        token_at(self, clause->finite)->pos == POS_AUX && clause->finite > clause->first &&
        token_is(self, clause->finite - 1, CLASS_ANAPHOR) && token_at(self, clause->finite - 1)->pos == POS_PRON &&
        (lexicon_lemma_class(self->words, lemma, CLASS_CUE_DECIDE, NULL) || lexicon_lemma_class(self->words, lemma, CLASS_CUE_AGREE, NULL));
    if (!settles && !lexicon_lemma_class(self->words, lemma, CLASS_CUE_ASK, NULL)) return;
    clause->head = at;
    clause->lemma = lemma;
    clause->passive = true;
}

/* The verb whose infinitive the word may be, whatever the context took it for; 0 none. */
static uint32_t infinitive_lemma(const struct analysis *self, uint32_t i) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self->words, token_at(self, i)->word, &senses);
    for (size_t k = 0; k < count; k++)
        if (senses[k].pos == POS_VERB && senses[k].lang == LANGUAGE_DUTCH && (senses[k].forms & FORM_INFINITIVE)) return senses[k].lemma;
    return 0;
}

/* "Talks are due to resume", "The review is to be completed": with "to", "be" looks ahead; of an act ("Our aim is to help") only with what
 * says so. Gives MODAL_WILL if it does, MODAL_NONE if not. */
static int32_t to_come_find(const struct analysis *self, struct clause *clause) {
    uint32_t at = clause->finite + 1;
    if (!is_auxiliary(self, clause->finite, CLASS_PASSIVE) || (token_at(self, clause->finite)->forms & FORM_PAST)) return MODAL_NONE;
    while (at < clause->last && token_at(self, at)->pos == POS_ADV) at++;
    bool ahead = at < clause->last && token_is(self, at, CLASS_CUE_AHEAD);
    if (ahead) at++;
    if (at + 1 >= clause->last || !token_is(self, at, CLASS_INFINITIVE_MARK)) return MODAL_NONE;
    uint32_t verb = at + 1;
    bool passive = verb + 1 < clause->last && is_auxiliary(self, verb, CLASS_PASSIVE) && may_have(self, verb + 1, FORM_PARTICIPLE);
    if (passive) verb++;
    if ((!passive && !ahead) || !is_verb(self, verb)) return MODAL_NONE;
    clause->passive = passive;
    clause->head = verb;
    clause->lemma = verb_lemma(self, verb);
    return MODAL_WILL;
}

/* "wil de minister scherp vragen": before a plural noun an adjective has its ending, unless it never has one ("eigen", "extra"). */
static bool uninflected(const struct analysis *self, uint32_t i) {
    slice word = token_text(self->text, i);
    return token_at(self, i)->pos == POS_ADJ && word.size > 3 && !memchr("enars", word.data[word.size - 1], 5);
}

static void verb_find(struct analysis *self, struct clause *clause, uint8_t lang) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->type == CLAUSE_INFINITIVE || clause->finite == NO_TOKEN) { /* the first infinitive or participle says it */
        for (uint32_t i = clause->first; i < clause->last; i++)
            if (self->owner[i] == own && !self->aside[i] && is_nonfinite(self, i) &&
                !(lang == LANGUAGE_ENGLISH && i > clause->first && is_attributive(self, i, clause->last))) {
                clause->head = i;
                clause->lemma = token_at(self, i)->lemma;
                if (token_at(self, i)->forms & FORM_INFINITIVE) break;
            }
        uint32_t opens = clause->first; /* "Further reaffirming" */
        while (lang == LANGUAGE_ENGLISH && opens + 1 < clause->last &&
               (token_at(self, opens)->pos == POS_ADV || token_at(self, opens)->shape == SHAPE_PUNCT))
            opens++;
        const struct token *opening = token_at(self, opens);
        /* "Adopted unanimously"; but "Determined to act", "Concerned by" are states of mind */
        if (clause->type == CLAUSE_MAIN && lang == LANGUAGE_ENGLISH && opening->pos == POS_ADJ && clause->head == NO_TOKEN &&
            may_have(self, opens, FORM_PARTICIPLE) && !token_is(self, opens, CLASS_CUE_INTEND) &&
            !token_is(self, opens, CLASS_CUE_POSITION)) {
            clause->head = opens;
            clause->lemma = verb_lemma(self, opens);
        }
        if (clause->type == CLAUSE_MAIN && verbal(opening) &&
            ((opening->forms & (FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE)) ||
             (lang == LANGUAGE_ENGLISH && may_have(self, opens, FORM_PARTICIPLE)))) { /* "overwegende dat", "Recalling", "Adopted" */
            clause->head = opens;
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
    bool causes = lang == LANGUAGE_DUTCH && token_is(self, clause->finite, CLASS_CAUSATIVE) &&
                  clause->finite != clause->first; /* "Ik laat onderzoeken", not "Laten we …" */
    bool auxiliary = has_modal || causes || (lang == LANGUAGE_DUTCH && token_is(self, clause->finite, CLASS_CUE_CONTINUE)) ||
                     is_auxiliary(self, clause->finite, CLASS_PASSIVE) || is_auxiliary(self, clause->finite, CLASS_PERFECT);
    if (auxiliary) {
        /* the chain of non-finite verbs of this clause: after the verb, and before it in a subordinate clause */
        uint32_t from = clause->type != CLAUSE_MAIN && lang == LANGUAGE_DUTCH ? clause->first : clause->finite + 1;
        for (uint32_t i = from; i < clause->last; i++) {
            if (self->owner[i] != own || self->aside[i] || i == clause->finite) continue;
            const struct token *t = token_at(self, i);
            if (token_is(self, i, CLASS_INFINITIVE_MARK)) {
                if (lang == LANGUAGE_DUTCH && self->phrase_size[i] > 1) { /* "heeft te kennen gegeven" */
                    i += self->phrase_size[i] - 1u;
                    continue;
                }
                if (!(modal == MODAL_SHOULD && has_modal) || (clause->head != clause->finite)) break; /* "dienen te hebben" */
                continue;
            }
            /* after the chain's first verb only more verbs belong to it, in English with adverbs between */
            if (clause->head != clause->finite && i > clause->finite && clause->head > clause->finite && i > clause->head + 1 &&
                !(lang == LANGUAGE_ENGLISH && token_at(self, i - 1)->pos == POS_ADV))
                break;
            if (lang == LANGUAGE_ENGLISH && (t->shape == SHAPE_PUNCT || t->pos == POS_NOUN) && clause->head != clause->finite) break;
            /* "have so far indicated": after an auxiliary what looks like a past tense is a participle; "under direct command" is no verb
             */
            bool taken = lang == LANGUAGE_ENGLISH && !has_modal && is_verb(self, i) && (t->forms & FORM_PAST) &&
                         may_have(self, i, FORM_PARTICIPLE) && verbal(token_at(self, clause->head)) && clause->head == clause->finite;
            if (lang == LANGUAGE_ENGLISH && token_at(self, i - 1)->pos == POS_ADP && (t->forms & FORM_INFINITIVE)) break;
            /* "zou willen vragen": right behind an infinitive of the chain another one, whatever it looks like */
            if (lang == LANGUAGE_DUTCH && has_modal && i == clause->head + 1 && i > clause->finite && clause->head != clause->finite &&
                !is_nonfinite(self, i) && is_auxiliary(self, clause->head, CLASS_MODAL) && infinitive_lemma(self, i)) {
                clause->head = i;
                clause->lemma = infinitive_lemma(self, i);
                continue;
            }
            if (!is_nonfinite(self, i) && !taken &&
                !(lang == LANGUAGE_ENGLISH && is_verb(self, i) && (t->forms & FORM_PRESENT_PARTICIPLE) && i < clause->finite + 4)) {
                if (clause->head != clause->finite && i > clause->head + 1 && i > clause->finite && clause->type == CLAUSE_MAIN) break;
                continue;
            }
            bool helper =
                is_auxiliary(self, i, CLASS_PASSIVE) || is_auxiliary(self, i, CLASS_PERFECT) || is_auxiliary(self, i, CLASS_MODAL);
            bool participle = (t->forms & FORM_PARTICIPLE) != 0 || taken;
            /* "gaat gepaard met": "gaan" is an auxiliary of infinitives only */
            if ((modal == MODAL_GO || causes) && participle && clause->head == clause->finite && lang == LANGUAGE_DUTCH) continue;
            if (modal == MODAL_GO && lang == LANGUAGE_DUTCH && clause->head == clause->finite && tells_of(self, clause->finite, i)) break;
            if (token_is(self, clause->head, CLASS_CAUSATIVE) && joined_with(self, clause->head, t->word))
                break; /* "laten weten" is one verb */
            if (helper && clause->head != clause->finite && !is_auxiliary(self, clause->head, CLASS_PASSIVE) &&
                !is_auxiliary(self, clause->head, CLASS_MODAL)) {
                if (is_auxiliary(self, i, CLASS_PASSIVE)) clause->passive = true; /* "voorbereid worden" */
                continue;
            }
            if (participle) {
                bool perfect = is_auxiliary(self, clause->head, CLASS_PERFECT) && !is_auxiliary(self, clause->head, CLASS_PASSIVE);
                if (perfect || helper)
                    clause->perfect = true;
                else
                    clause->passive = true;
            }
            clause->head = i;
            clause->lemma = t->lemma;
        }
    }
    if (lang == LANGUAGE_ENGLISH && clause->head == clause->finite) asked_find(self, clause);
    if (lang == LANGUAGE_ENGLISH && !has_modal) modal = to_come_find(self, clause), has_modal = modal == MODAL_WILL;
    /* "Ik zal dat niet herhalen": after a modal the last verb of the clause that may be an infinitive is one, though it looks finite */
    bool goes_on = lang == LANGUAGE_DUTCH && token_is(self, clause->finite, CLASS_CUE_CONTINUE); /* "blijft Oekraïne steunen" */
    bool goes = has_modal && modal == MODAL_GO; /* "Toch gaan we dat niet doen": at its very end only */
    if ((has_modal || goes_on || causes) && lang == LANGUAGE_DUTCH && clause->head == clause->finite && clause->type == CLAUSE_MAIN)
        for (uint32_t i = clause->last; i-- > clause->finite + 1;)
            if ((!goes || ((i + 1 == clause->last || token_at(self, i + 1)->shape == SHAPE_PUNCT) && !is_nominal(token_at(self, i - 1)))) &&
                self->owner[i] == own && !self->aside[i] && is_verb(self, i) && may_have(self, i, FORM_INFINITIVE) &&
                !token_is(self, i - 1, CLASS_INFINITIVE_MARK)) {
                clause->head = i;
                clause->lemma = verb_lemma(self, i);
                break;
            }
    /* "will champion openness": the word right after an English modal is its verb if it may be one */
    if (has_modal && lang == LANGUAGE_ENGLISH && clause->head == clause->finite) {
        uint32_t i = clause->finite + 1;
        while (i < clause->last && (token_at(self, i)->pos == POS_ADV || token_is(self, i, CLASS_NEGATION))) i++;
        if (i < clause->last && self->owner[i] == own && may_have(self, i, FORM_INFINITIVE)) {
            clause->head = i;
            clause->lemma = verb_lemma(self, i);
        }
    }
    /* "will be coordinated by the Board": before its agent what was taken for an adjective is a participle */
    if (auxiliary && lang == LANGUAGE_ENGLISH && is_auxiliary(self, clause->head, CLASS_PASSIVE)) {
        uint32_t i = clause->head + 1;
        while (i < clause->last && token_at(self, i)->pos == POS_ADV) i++;
        if (i + 1 < clause->last && self->owner[i] == own && token_at(self, i)->pos == POS_ADJ && may_have(self, i, FORM_PARTICIPLE) &&
            token_is(self, i + 1, CLASS_AGENT_MARK)) {
            clause->head = i;
            clause->lemma = verb_lemma(self, i);
            clause->passive = true;
        }
    }
    /* "worden in januari hervat": nor is it finite after an auxiliary of the passive or perfect, if it may be a participle */
    if (auxiliary && !has_modal && !causes && lang == LANGUAGE_DUTCH && clause->head == clause->finite && clause->type == CLAUSE_MAIN &&
        clause->last > clause->finite + 1) {
        uint32_t i = clause->last - 1;
        while (i > clause->finite && (token_at(self, i)->shape == SHAPE_PUNCT || self->owner[i] != own)) i--;
        if (!is_verb(self, i) || !may_have(self, i, FORM_PARTICIPLE)) /* "heb de dienst verzocht deze mensen een brief te sturen" */
            for (uint32_t k = clause->finite + 1; k < i; k++)
                if (self->owner[k] == own && !self->aside[k] && is_verb(self, k) && may_have(self, k, FORM_PARTICIPLE)) i = k;
        bool passive = is_auxiliary(self, clause->finite, CLASS_PASSIVE);
        bool becomes = passive && !is_auxiliary(self, clause->finite, CLASS_PERFECT); /* "wordt in mei voorzien" */
        if (i > clause->finite && (is_verb(self, i) || becomes) && may_have(self, i, FORM_PARTICIPLE)) {
            clause->passive = passive, clause->perfect = !passive;
            clause->head = i;
            clause->lemma = verb_lemma(self, i);
        }
    }
    /* "heb ik laten uitvoeren": the infinitive stands for the participle */
    if (lang == LANGUAGE_DUTCH && !has_modal && clause->head != clause->finite && clause->finite != NO_TOKEN &&
        (token_at(self, clause->head)->forms & FORM_INFINITIVE) && is_auxiliary(self, clause->finite, CLASS_PERFECT) &&
        !is_auxiliary(self, clause->finite, CLASS_PASSIVE))
        clause->perfect = true;
    /* "De variant wil ik wegen": without another verb a bare noun that may be an infinitive is one */
    if (has_modal && lang == LANGUAGE_DUTCH && clause->head == clause->finite && clause->type == CLAUSE_MAIN && modal != MODAL_GO)
        for (uint32_t i = clause->finite + 1; i < clause->last; i++) {
            uint8_t before = token_at(self, i - 1)->pos;
            bool ends = i + 1 == clause->last || token_at(self, i + 1)->shape == SHAPE_PUNCT; /* "zal zo nodig ingrijpen" */
            bool apart = before == POS_ADV || (ends && before == POS_ADJ && modal == MODAL_WILL) || uninflected(self, i - 1);
            if (self->owner[i] != own || self->aside[i] || token_at(self, i)->pos != POS_NOUN || !apart ||
                (token_at(self, i)->flags & TOKEN_CAPITAL))
                continue;
            uint32_t lemma = infinitive_lemma(self, i);
            if (!lemma) continue;
            clause->head = i;
            clause->lemma = lemma;
            break;
        }
    if (has_modal) clause->modal = (uint8_t)modal;
    if (clause->head == clause->finite && lang == LANGUAGE_DUTCH) particle_find(self, clause);
    if (clause->particle != NO_TOKEN) clause->modal = MODAL_NONE; /* "gaat … aan" */
}

/* What verb and word are together is an entry of two words: "werken aan", not "aanwerken". */
static bool is_fixed(const struct analysis *self, uint32_t joined) {
    slice lemma = lexicon_lemma(self->words, joined);
    return joined && memchr(lemma.data, ' ', lemma.size);
}

/* A verb with a fixed word: "geeft … uitvoering", "van plan … is". The first that the clause holds, but what is done with a promise goes
 * before making one. */
static void idiom_find(struct analysis *self, struct clause *clause) {
    uint32_t own = (uint32_t)(clause - self->clauses.at);
    if (clause->head == NO_TOKEN) return;
    uint32_t verb = token_at(self, clause->head)->lemma;
    /* "laat ik u die weten": the infinitive is the fixed word */
    uint32_t told = clause->finite != NO_TOKEN && clause->head != clause->finite && token_is(self, clause->finite, CLASS_CAUSATIVE)
                        ? lexicon_separable(self->words, token_at(self, clause->finite)->lemma, token_at(self, clause->head)->word)
                        : 0;
    if (told) {
        clause->idiom = told;
        clause->idiom_word = clause->head;
        return;
    }
    /* "kom ik met deze brief tegemoet" comes with no letter, but "daar zie ik geen aanleiding toe" sees to nothing */
    bool particle_tells = clause->particle != NO_TOKEN && lexicon_lemma_mask(self->words, clause->lemma);
    for (uint32_t i = clause->first; i < clause->last && verb; i++) {
        const struct token *t = token_at(self, i);
        if (!self->text->spellings.at[t->spelling].in_pair || self->owner[i] != own || self->aside[i] || !t->word || i == clause->head)
            continue;
        /* "zijn gericht op" is not "zijn opgericht": only a finite Dutch verb stands apart from its particle */
        if (t->pos == POS_ADP && clause->particle != NO_TOKEN && i != clause->particle) continue; /* "kom op schrift terug" */
        bool fixed = t->pos == POS_ADP && self->language[i] == LANGUAGE_DUTCH && clause->finite != NO_TOKEN && i > clause->finite &&
                     is_fixed(self, lexicon_separable(self->words, verb, t->word)); /* "werkt met hen aan" */
        if (t->pos == POS_ADP && clause->head != clause->finite && clause->finite != NO_TOKEN && self->language[i] == LANGUAGE_DUTCH &&
            !fixed)
            continue;
        if (t->pos == POS_ADP && i != clause->head + 1 && !fixed) continue; /* "calls upon": a preposition only right after its verb */
        /* "remained at 20 per cent of committed finance": before a noun it is the noun's */
        if (self->language[i] == LANGUAGE_ENGLISH && verbal(t) && (t->forms & FORM_PARTICIPLE) && i > clause->head + 1 &&
            i + 1 < clause->last && (token_at(self, i + 1)->pos == POS_NOUN || token_at(self, i + 1)->pos == POS_ADJ))
            continue;
        uint32_t joined = particle_tells && i != clause->particle ? 0 : joined_with(self, clause->head, t->word);
        if (!joined && clause->particle != NO_TOKEN) joined = lexicon_separable(self->words, clause->lemma, t->word); /* "sloot zich aan" */
        if (!joined) continue;
        /* "ging over het energieakkoord" is no "akkoord gaan": a compound is the object of a verb that takes one */
        if (!t->written && self->language[i] == LANGUAGE_DUTCH &&
            (token_is(self, clause->head, CLASS_MODAL) || token_is(self, clause->head, CLASS_COPULA)))
            continue;
        if (i == clause->first && clause->finite != NO_TOKEN && clause->finite == i + 1 && t->pos == POS_ADV && !clause->passive &&
            clause->type == CLAUSE_MAIN && !lexicon_lemma_class(self->words, joined, CLASS_CUE_ASK, NULL) &&
            !lexicon_lemma_class(self->words, joined, CLASS_CUE_PLAN, NULL) &&
            !lexicon_lemma_class(self->words, joined, CLASS_CUE_OPEN_WORK, NULL))
            continue; /* "Verder gaat de politie": it joins the sentence to the one before; but "Graag ontvangen de leden", "Er komt" */
        /* "stond in het teken van" is not "instaan": a preposition before its noun is no particle, only part of a fixed expression */
        if (t->pos == POS_ADP && i != clause->particle && self->language[i] == LANGUAGE_DUTCH && i + 1 < clause->last &&
            is_nominal(token_at(self, i + 1)) && self->owner[i + 1] == own && !is_fixed(self, joined))
            continue;
        /* "gaan om tafel" is more than "gaan om" */
        if (t->pos == POS_ADP && i + 1 < clause->last && token_at(self, i + 1)->pos == POS_NOUN &&
            joined_with(self, clause->head, token_at(self, i + 1)->word))
            continue;
        clause->idiom = joined;
        clause->idiom_word = i;
        if (clause->head == clause->finite && clause->modal == MODAL_GO) clause->modal = MODAL_NONE; /* "gaan … van start" */
        /* "deed de toezegging gestand"; "Dat plan komt er": the noun in front is the subject, and tells nothing */
        bool front = self->language[i] == LANGUAGE_DUTCH && clause->finite != NO_TOKEN && i < clause->finite && t->pos == POS_NOUN;
        if (!front && !lexicon_lemma_class(self->words, joined, CLASS_CUE_COMMIT, NULL)) return;
    }
}

/* What the tests ask of the verb, class after class, mostly ends here. */
static void verb_bits_find(const struct analysis *self, struct clause *clause) {
    uint32_t phrase = clause->head != NO_TOKEN ? self->phrase[clause->head] : 0;
    clause->verb_bits = (clause->lemma ? lexicon_lemma_mask(self->words, clause->lemma) : 0) |
                        (clause->idiom ? lexicon_lemma_mask(self->words, clause->idiom) : 0) |
                        (phrase ? lexicon_lemma_mask(self->words, phrase) : 0) | LEXICON_BIT(CLASS_COPULA);
}

/* "te absoluut geformuleerd": Dutch "te" before an adjective says too much of it. */
static bool marks_infinitive(const struct analysis *self, uint32_t mark) {
    return self->language[mark] != LANGUAGE_DUTCH || verbal(token_at(self, mark + 1)) || may_have(self, mark + 1, FORM_INFINITIVE);
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
    if (from == NO_TOKEN || !clause_may_have(clause, CLASS_INFINITIVE_MARK)) return;
    for (uint32_t i = from + 1; i < clause->last; i++)
        if (token_is(self, i, CLASS_INFINITIVE_MARK) && self->owner[i] == own && !self->aside[i] && marks_infinitive(self, i)) {
            if (clause->complement_first && clause->complement_first < i) break;
            clause->complement_first = from + 1;
            clause->complement_last = clause->last;
            break;
        }
}

void fields_find(struct analysis *self, uint32_t index) {
    struct clause *clause = &self->clauses.at[index];
    uint8_t lang = token_language(self, clause->sentence);
    const struct sentence *s = &self->text->sentences.at[clause->sentence];
    clause->question = s->last > s->first && token_is_punct(self, s->last - 1, '?');
    /* "Welke stappen worden genomen" in a list of questions: it opens as a question does, and no mark of the end stands after it */
    if (lang == LANGUAGE_DUTCH && !clause->question && s->last > s->first && token_at(self, s->last - 1)->shape != SHAPE_PUNCT)
        clause->question = token_is(self, clause->first, CLASS_INTERROGATIVE) &&
                           clause->first == self->clauses.at[self->sentence_clause[clause->sentence]].first;
    uint32_t opening = clause->first;
    while (opening < clause->last && (token_at(self, opening)->pos == POS_CCONJ ||
                                      (clause->question && token_at(self, opening)->pos == POS_ADV && opening < clause->first + 3 &&
                                       !token_is(self, opening, CLASS_INTERROGATIVE)) ||
                                      token_at(self, opening)->pos == POS_INTJ || token_at(self, opening)->shape == SHAPE_PUNCT))
        opening++;
    clause->verb_first = clause->finite != NO_TOKEN && clause->finite == opening;
    /* "…, en kan er een toelichting komen?": a question has its subject behind the verb, and none of the clause before */
    if (lang == LANGUAGE_DUTCH && clause->question && clause->ellipsis && clause->verb_first && opening + 1 < clause->last &&
        !verbal(token_at(self, opening + 1)) && token_at(self, opening + 1)->pos != POS_ADP)
        clause->ellipsis = false;
    verb_find(self, clause, lang);
    idiom_find(self, clause);
    verb_bits_find(self, clause);
    subject_find(self, clause, lang);
    if (lang == LANGUAGE_ENGLISH && clause->type == CLAUSE_MAIN && clause->conjunct >= 0 && clause->finite != NO_TOKEN &&
        clause->subject_first == clause->subject_last)
        clause->ellipsis = true; /* "and, to this end, will open an office" */
    for (uint32_t i = clause->first; i < clause->last && clause_may_have(clause, CLASS_NEGATION); i++) {
        /* "We call on them to act, and not to wait": after an infinitive's mark the infinitive is denied */
        if (lang == LANGUAGE_ENGLISH && clause->head != NO_TOKEN && i > clause->head && self->owner[i] == index &&
            (token_is(self, i, CLASS_INFINITIVE_MARK) || (i + 1 < clause->last && token_is(self, i + 1, CLASS_INFINITIVE_MARK))))
            break;
        if (self->phrase[i] && token_is(self, i, CLASS_NEGATION)) { /* "niet alleen", "niet eerder dan" deny nothing */
            i += self->phrase_size[i] - 1;
            continue;
        }
        if (self->owner[i] == index && !self->aside[i] && token_is(self, i, CLASS_NEGATION)) {
            clause->negation = i;
            break;
        }
    }
    complement_find(self, clause);
    /* "– Is het college bereid een plan te maken;": an item of a list with its verb first and a subject asks, whatever ends it */
    const struct text_block *block = &self->text->blocks.at[s->block];
    if (lang == LANGUAGE_DUTCH && clause->verb_first && clause->type == CLAUSE_MAIN && block->kind == BLOCK_LIST_ITEM &&
        self->text->record->genre != GENRE_MOTION && clause->subject_first < clause->subject_last &&
        clause->subject_first == clause->finite + 1)
        clause->question = true;
    /* reported future: "was overeengekomen dat ik een plan zou sturen", "agreed that a group would draft" */
    if (clause->type == CLAUSE_COMPLEMENT && clause->parent >= 0) {
        const struct clause *matrix = &self->clauses.at[clause->parent];
        bool done =
            lang == LANGUAGE_DUTCH && matrix->passive && matrix->finite != NO_TOKEN && is_auxiliary(self, matrix->finite, CLASS_PERFECT);
        if ((matrix->past || matrix->perfect || done) && (clause->modal == MODAL_WOULD || (clause->modal == MODAL_WILL && clause->past))) {
            clause->modal = MODAL_WILL;
            clause->past = false;
        }
    }
}
