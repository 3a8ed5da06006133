/* Where clauses open and end: subordinators, coordination, commas. */
#include "statement/clause_parts.h"

/* A noun in the plural, by its form or its -s ("relations", that dictionaries give as a word of its own). */
static bool is_plural(const struct analysis *self, uint32_t noun) {
    slice word = token_text(self->text, noun);
    return (token_at(self, noun)->forms & FORM_PLURAL) ||
           (word.size > 3 && word.data[word.size - 1] == 's' && word.data[word.size - 2] != 's' && word.data[word.size - 2] != 'u');
}

/* A finite verb before the next mark of punctuation. */
static bool verb_between(const struct analysis *self, uint32_t from, uint32_t last) {
    for (uint32_t i = from; i < last && token_at(self, i)->shape != SHAPE_PUNCT; i++)
        if (is_finite(self, i)) return true;
    return false;
}

/* A finite verb before the next comma and one after it. */
static bool two_verbs_ahead(const struct analysis *self, uint32_t from, uint32_t last) {
    uint32_t comma = from;
    bool verb = false;
    while (comma < last && !token_is_punct(self, comma, ',')) verb |= is_finite(self, comma++);
    for (uint32_t j = comma; verb && j < last; j++)
        if (is_finite(self, j)) return true;
    return false;
}

/* "Als de raad dat wil": a noun with "de" has no relative "dat" after it, so that "dat" is an object. The noun stands right before. */
static bool disagrees(const struct analysis *self, uint32_t relative, uint32_t first) {
    int32_t gender, other;
    if (relative == first || !token_class(self, relative, CLASS_GENDER, &gender)) return false;
    for (uint32_t i = relative; i-- > first;) {
        const struct token *t = token_at(self, i);
        if (t->pos == POS_DET) return token_class(self, i, CLASS_GENDER, &other) && gender == 2 && other == 1;
        if (t->pos != POS_NOUN && t->pos != POS_ADJ && t->pos != POS_NUM && t->pos != POS_PROPN) return false;
    }
    return false;
}

/* "Dan bezie ik of aanpassing nodig is": after a verb of asking or finding out, with a finite verb of its own at the end of the stretch, or
 * anywhere behind a pronoun ("weet niet of hij wil toezeggen dat") and behind a verb that asks ("vraag of het kabinet bereid is dat"). */
static bool asks_whether(const struct analysis *self, uint32_t i, uint32_t first, uint32_t last) {
    bool placed = token_at(self, i + 1)->pos == POS_ADP;
    uint32_t inquires = NO_TOKEN; /* a finite verb, and no subordinator since */
    if (token_at(self, i - 1)->pos == POS_ADP || token_is_punct(self, i - 1, '/')) return false; /* "voor of tijdens de top", "en/of" */
    for (uint32_t j = i; j-- > first && token_at(self, j)->shape != SHAPE_PUNCT && inquires == NO_TOKEN;) {
        if (token_at(self, j)->pos == POS_SCONJ || (placed && token_at(self, j)->pos == POS_ADP)) return false; /* "in mei of in juni" */
        if (is_finite(self, j)) inquires = j;
    }
    if (inquires == NO_TOKEN) return false;
    bool asks = token_is(self, inquires, CLASS_CUE_ASK), subject = is_personal(self, i + 1);
    for (uint32_t j = i + 2; j < last && token_at(self, j)->shape != SHAPE_PUNCT; j++) {
        if (token_at(self, j)->pos == POS_SCONJ) asks = subject = false; /* "vraagt om steun of geld dat nodig is" */
        if (!is_finite(self, j)) continue;
        if (asks || (subject && (j > i + 2 || (j + 1 < last && is_nonfinite(self, j + 1))))) return true;
        return at_clause_end(self, j, last) || (j + 1 < last && token_at(self, j + 1)->pos == POS_CCONJ);
    }
    return false;
}

/* Between the token and the finite verb before it there are only pronouns; before a relative at least one. */
static bool behind_verb(const struct analysis *self, uint32_t i, uint32_t first) {
    uint32_t j = i;
    while (j > first && token_at(self, j - 1)->pos == POS_PRON && token_is(self, j - 1, CLASS_PERSONAL)) j--;
    return j > first && (is_finite(self, j - 1) || may_be_finite(self, j - 1));
}

/* The token is the particle of the finite verb before it: "kwamen | overeen". */
static bool completes_verb(const struct analysis *self, uint32_t i, uint32_t first) {
    if (!token_is(self, i, CLASS_PARTICLE)) return false;
    for (uint32_t j = i; j-- > first && token_at(self, j)->shape != SHAPE_PUNCT;)
        if (is_finite(self, j)) return lexicon_separable(self->words, token_at(self, j)->lemma, token_at(self, i)->word) != 0;
    return false;
}

/* A finite verb in what follows; `sure`: which is no infinitive as well; `perfect`: before the next coordinator. */
static bool verb_ahead(const struct analysis *self, uint32_t from, uint32_t last, bool sure, bool perfect) {
    for (uint32_t j = from; j < last && !(perfect && (token_at(self, j)->pos == POS_CCONJ || token_at(self, j)->shape == SHAPE_PUNCT)); j++)
        if ((!sure || !may_have(self, j, FORM_INFINITIVE)) &&
            (is_finite(self, j) || may_be_finite(self, j) || finite_by_place(self, j, from, last)))
            return true;
    return false;
}

/* A word that is finite and no infinitive as well comes before the next punctuation mark. */
static bool verb_before_mark(const struct analysis *self, uint32_t from, uint32_t last) {
    for (uint32_t j = from; j < last && token_at(self, j)->shape != SHAPE_PUNCT; j++)
        if (!may_have(self, j, FORM_INFINITIVE) && (is_finite(self, j) || may_be_finite(self, j))) return true;
    return false;
}

/* The subordinator at a token, if it opens a clause there. */
enum clause_type opener_at(const struct analysis *self, uint32_t i, uint32_t first, uint32_t last, uint8_t lang) {
    int32_t type;
    if (i + 1 >= last) return CLAUSE_MAIN;
    /* "As Russia seeks": a capital at the start makes no name of it */
    bool capital =
        i == first && lang == LANGUAGE_ENGLISH && token_at(self, i)->pos == POS_PROPN && token_is(self, i + 1, CLASS_SUBORDINATOR) == 0;
    if (!token_class(self, i, CLASS_SUBORDINATOR, &type) &&
        !(capital && lexicon_word_class(self->words, token_at(self, i)->word, CLASS_SUBORDINATOR, &type) && type == CLAUSE_CAUSE))
        return CLAUSE_MAIN;
    uint32_t after =
        i + (self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_SUBORDINATOR, NULL) ? self->phrase_size[i] : 1u);
    if (after > i + 1) return (enum clause_type)type;
    if (self->phrase[i] && lexicon_lemma_class(self->words, self->phrase[i], CLASS_CUE_LIMIT, NULL))
        return CLAUSE_MAIN; /* "indien nodig": a limiter of its own */
    const struct token *t = token_at(self, i), *next = token_at(self, after < last ? after : i);
    bool begins = i == first; /* nothing stands before it; `before` is then the token itself */
    const struct token *before = token_at(self, begins ? i : i - 1);
    bool opens = begins || before->shape == SHAPE_PUNCT || before->pos == POS_CCONJ;
    bool after_comma = !begins && token_is_punct(self, i - 1, ',');
    if (lang == LANGUAGE_DUTCH) {
        /* "als bijlage", "als gevolg van": a bare noun makes it a preposition. */
        if (type == CLAUSE_CONDITION && next->pos == POS_NOUN && !token_is_punct(self, after, ',')) {
            bool verb_follows = false;
            for (uint32_t j = after + 1; j < last && j < after + 6 && token_at(self, j)->shape != SHAPE_PUNCT; j++)
                verb_follows |= is_finite(self, j);
            if (!opens || !verb_follows) return CLAUSE_MAIN;
        }
        /* "kan als afgedaan worden beschouwd", "als bedoeld in": a clause does not begin with its participle */
        if (type == CLAUSE_CONDITION && (next->forms & FORM_PARTICIPLE) && next->pos == POS_VERB) return CLAUSE_MAIN;
        if (type == CLAUSE_CONDITION && after == i + 1) { /* "als afgedaan beschouwen": no verb of its own, no clause */
            bool verb_follows = false;
            for (uint32_t j = after; j < last && !verb_follows && !token_is_punct(self, j, ';'); j++)
                verb_follows = is_finite(self, j) || finite_by_place(self, j, after, last);
            if (!verb_follows) return CLAUSE_MAIN;
        }
        /* "Die verzoekt de regering", "Dat voorstel is overgenomen": demonstratives open no clause. */
        if ((type == CLAUSE_RELATIVE || type == CLAUSE_COMPLEMENT || type == CLAUSE_QUESTION) &&
            is_finite(self, after < last ? after : i)) {
            if (opens && !after_comma) return CLAUSE_MAIN;
            if (after_comma && after + 1 < last && is_personal(self, after + 1)) return CLAUSE_MAIN; /* "…, dat ga ik niet redden" */
            /* "…, dat is een NAVO-document" after a verb; "het model, dat moet leiden tot" after a noun */
            if (after_comma && !(i >= first + 2 && is_nominal(token_at(self, i - 2)) && token_at(self, i - 2)->pos != POS_ADJ))
                return CLAUSE_MAIN; /* "Zeker, dat neem ik mee" */
        }
        if ((type == CLAUSE_COMPLEMENT || type == CLAUSE_RELATIVE) && !begins) {
            /* "Ik zal dat meenemen", "Dan kan ik dat toezeggen": but for "willen" a modal has no clause for its object. "omdat dat niet
             * kan": of two subordinators in a row the second is a pronoun. */
            int32_t modal;
            uint32_t verb = is_personal(self, i - 1) && i >= first + 2 ? i - 2 : i - 1;
            if (is_finite(self, verb) && auxiliary_class(self, verb, CLASS_MODAL, &modal) && modal != MODAL_WANT) return CLAUSE_MAIN;
            if (is_finite(self, verb) && token_is(self, verb, CLASS_CAUSATIVE)) return CLAUSE_MAIN; /* "Ik laat dat onderzoeken" */
            if (before->pos == POS_SCONJ && token_is(self, i - 1, CLASS_SUBORDINATOR)) return CLAUSE_MAIN;
        }
        /* "De ambitie dat in 2025 alles af is": no determiner stands before a preposition, a determiner or a pronoun */
        bool alone = (type == CLAUSE_COMPLEMENT || type == CLAUSE_RELATIVE) && !begins &&
                     (next->pos == POS_ADP || next->pos == POS_DET || next->pos == POS_PRON ||
                      (next->pos == POS_NOUN && (next->forms & FORM_PLURAL))); /* "dat bondgenoten": "dat" is singular */
        bool said = (type == CLAUSE_COMPLEMENT || type == CLAUSE_RELATIVE) && !begins && completes_verb(self, i - 1, first) &&
                    verb_ahead(self, after, last, false, false);
        if (said) return CLAUSE_COMPLEMENT; /* "kwamen overeen dat bondgenoten …" */
        bool which = t->pos == POS_DET && (type == CLAUSE_QUESTION || type == CLAUSE_RELATIVE) && !begins && !after_comma &&
                     token_is(self, i, CLASS_INTERROGATIVE) && verb_between(self, first, i) && verb_ahead(self, after, last, false, false);
        if (which) return CLAUSE_QUESTION; /* "onderzoekt samen met X welke maatregelen helpen" */
        if (t->pos == POS_DET && type != CLAUSE_INFINITIVE && !alone) return CLAUSE_MAIN;
        if (t->pos == POS_PRON && !begins && next->pos == POS_ADJ && token_is(self, i, CLASS_INTERROGATIVE) &&
            !verb_ahead(self, after, last, true, false))
            return CLAUSE_MAIN; /* "wat intensiever willen beantwoorden" */
        /* "Lukt dat voor het reces?", "laat ik u die weten": behind the finite verb and its pronouns an object, unless a verb follows */
        if ((type == CLAUSE_COMPLEMENT || type == CLAUSE_RELATIVE) && behind_verb(self, i, first) &&
            !verb_ahead(self, after, last, before->pos == POS_PRON, is_auxiliary(self, i - 1, CLASS_PERFECT)))
            return CLAUSE_MAIN;
        if ((type == CLAUSE_TIME || type == CLAUSE_CAUSE || type == CLAUSE_CONCESSION) && !begins && is_finite(self, i - 1))
            return CLAUSE_MAIN; /* "heeft toen toegezegd" */
        if (type == CLAUSE_TIME && !begins && !opens && after == i + 1 && !verb_ahead(self, after, last, false, false))
            return CLAUSE_MAIN; /* "hebben u toen toegezegd" */
        if (type == CLAUSE_RELATIVE && i >= first + 2 && is_personal(self, i - 1) && token_at(self, i - 2)->pos == POS_SCONJ)
            return CLAUSE_MAIN; /* "Stel dat ik die in juni stuur" */
        if (type == CLAUSE_TIME && begins && is_finite(self, after < last ? after : i)) return CLAUSE_MAIN; /* "Toen is ons beloofd" */
        /* "De ambitie dat in 2025 alles af is": the clause says what is undertaken, and is no relative */
        if (type == CLAUSE_RELATIVE && alone && i > first && before->pos == POS_NOUN && token_is(self, i - 1, CLASS_CUE_UNDERTAKING) &&
            disagrees(self, i, first))
            return CLAUSE_COMPLEMENT;
        /* "Ik wil dat de minister …": right behind a finite verb no relative, which needs a noun */
        int32_t neuter = 0;
        if (type == CLAUSE_RELATIVE && !begins && token_class(self, i, CLASS_GENDER, &neuter) && neuter == 2 && is_finite(self, i - 1) &&
            verb_before_mark(self, after, last))
            return CLAUSE_COMPLEMENT;
        if (type == CLAUSE_RELATIVE && (begins || disagrees(self, i, first))) return CLAUSE_MAIN;
        if (type == CLAUSE_RELATIVE && !alone && verbal(before) && !is_finite(self, i - 1) && next->pos == POS_NOUN &&
            token_is(self, i, CLASS_GENDER))
            return CLAUSE_MAIN; /* "wil vragen die brief te lezen" */
        if (type == CLAUSE_COMPLEMENT && begins && (next->pos == POS_NOUN || next->pos == POS_ADJ)) return CLAUSE_MAIN;
        if (type == CLAUSE_INFINITIVE) { /* "om" with a "te" ahead in the same stretch */
            for (uint32_t j = after; j < last && j < i + 60; j++)
                if (token_is(self, j, CLASS_INFINITIVE_MARK)) return CLAUSE_INFINITIVE;
            return CLAUSE_MAIN;
        }
        if (t->pos == POS_ADP && type != CLAUSE_CONDITION && type != CLAUSE_MANNER) return CLAUSE_MAIN;
        if (t->pos == POS_CCONJ && !(!begins && verbal(before)) && !asks_whether(self, i, first, last))
            return CLAUSE_MAIN; /* "de aantallen of de locatie"; "vragen of er aandacht is" */
        /* "de NAVO als geheel", "een brief als bijlage": after a noun, without a subject to follow */
        if (type == CLAUSE_CONDITION && !begins && !opens && is_nominal(before) && next->pos != POS_PRON && next->pos != POS_DET &&
            !token_is(self, after, CLASS_PRONOMINAL) &&
            !(next->pos != POS_NOUN && next->pos != POS_ADJ && !(next->forms & FORM_PRESENT_PARTICIPLE) && verb_between(self, first, i) &&
              verb_between(self, after, last)))
            return CLAUSE_MAIN; /* but "is aan de orde als aan de eisen is voldaan": a verb before it and one behind */
    } else {
        if (type == CLAUSE_RELATIVE && t->pos == POS_PRON && !begins && token_is(self, i, CLASS_CUE_THAT)) {
            uint32_t verb = i - 1; /* "Affirming also that in order to", "which states that the office is" */
            while (verb > first && token_at(self, verb)->pos == POS_ADV) verb--;
            bool says = is_verb(self, verb) &&
                        ((token_at(self, verb)->forms & FORM_FINITE) || token_is(self, verb, CLASS_CUE_SAY) || verb == first);
            if (says && !is_finite(self, after)) return CLAUSE_COMPLEMENT;
        }
        /* "Affirming that in order to": a verb before it and no noun after it, so that it is no determiner */
        if (type == CLAUSE_COMPLEMENT && t->pos == POS_DET && !begins && before->pos == POS_VERB && next->pos == POS_ADP)
            return CLAUSE_COMPLEMENT;
        /* "As the conflict seeks to spread, we act": at the start, with a verb of its own before the comma and another after it */
        if (type == CLAUSE_CAUSE && (t->pos == POS_ADP || t->pos == POS_PROPN) && begins)
            return two_verbs_ahead(self, i, last) ? CLAUSE_CAUSE : CLAUSE_MAIN;
        /* "is provided through public funds" is a participle, ", provided that" a condition; "that relations remain": a singular determiner
         * before a plural is a conjunction */
        if (t->pos == POS_VERB && !begins && (next->pos == POS_ADP || before->pos == POS_AUX)) return CLAUSE_MAIN;
        if (t->pos == POS_DET && !begins && next->pos == POS_NOUN && is_plural(self, after) && token_is(self, i, CLASS_CUE_THAT))
            return CLAUSE_COMPLEMENT;
        if (type == CLAUSE_RELATIVE && t->pos == POS_DET && i > first + 1 && before->pos == POS_ADP && token_is_punct(self, i - 2, ','))
            return CLAUSE_RELATIVE; /* "the network, for which money had been promised" */
        /* "such immunities as are needed": after a noun and before its finite verb "as" is a relative */
        if (type == CLAUSE_CAUSE && !begins && is_nominal(before) && next->pos == POS_AUX && is_finite(self, after)) return CLAUSE_RELATIVE;
        if (t->pos == POS_DET || t->pos == POS_ADP || t->pos == POS_CCONJ) return CLAUSE_MAIN;
        if (type == CLAUSE_ACCOMPANIMENT) return CLAUSE_MAIN; /* English "with" has a participle at most */
        if (type != CLAUSE_COMPLEMENT && next->pos == POS_VERB && (next->forms & FORM_PRESENT_PARTICIPLE))
            return CLAUSE_MAIN; /* "when visiting", "by supporting" */
        /* "a region where no state dominates", "that, once the names are known, …" */
        bool place = type == CLAUSE_RELATIVE && !begins && is_nominal(before) && token_is(self, i, CLASS_CUE_PLACE);
        bool apart = type == CLAUSE_CONDITION; /* "when the parties agree" */
        if (t->pos == POS_ADV && type != CLAUSE_QUESTION && type != CLAUSE_TIME && !place && !apart) return CLAUSE_MAIN;
        if (!!begins && (type == CLAUSE_RELATIVE || type == CLAUSE_COMPLEMENT) &&
            (is_finite(self, after < last ? after : i) || t->pos == POS_PRON))
            return CLAUSE_MAIN;
        if (type == CLAUSE_INFINITIVE) return CLAUSE_MAIN;
        if ((type != CLAUSE_RELATIVE || place) &&
            type != CLAUSE_COMPLEMENT) {     /* "as the G7, since our last meeting, we": only with a verb of its own */
            bool nouns = true, list = false; /* "when towns, villages and their schools are ready": so far only a list of nouns */
            for (uint32_t j = after; j < last && j < i + 25 && !token_is_punct(self, j, ';'); j++) {
                if (is_finite(self, j)) return type;
                bool comma = token_is_punct(self, j, ',');
                if ((comma || list) && !nouns) break;
                list |= comma;
                nouns = nouns && (comma || is_nominal(token_at(self, j)) || token_at(self, j)->pos == POS_CCONJ);
            }
            return CLAUSE_MAIN;
        }
    }
    return (enum clause_type)type;
}

/* Where a coordinated clause with the finite verb `verb` starts, looking back no further than `from`; NO_TOKEN if nothing separates it. */
uint32_t coordination_before(const struct analysis *self, uint32_t from, uint32_t verb) {
    uint32_t comma = NO_TOKEN, subject = verb;
    while (subject > from + 1 && token_at(self, subject - 1)->pos == POS_ADV) subject--;
    if (subject > from + 1 && is_personal(self, subject - 1) && token_is_punct(self, subject - 2, ',')) {
        /* "…, the rule of law and respect for human rights, we commit": the comma before the subject parts, not the coordinator of a list
         * before it; but "…, and at that meeting, we will" */
        uint32_t coordinator = subject - 2;
        while (coordinator > from && token_at(self, coordinator)->pos != POS_CCONJ && !token_is_punct(self, coordinator, ';') &&
               !token_is_punct(self, coordinator, ':'))
            coordinator--;
        if (coordinator > from && token_at(self, coordinator)->pos == POS_CCONJ && is_nominal(token_at(self, coordinator + 1)) &&
            !token_is_punct(self, coordinator - 1, ','))
            return subject - 1;
    }
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

bool at_clause_end(const struct analysis *self, uint32_t verb, uint32_t last) {
    uint32_t next = verb + 1;
    while (next < last && (is_verb(self, next) || token_is(self, next, CLASS_INFINITIVE_MARK))) next++;
    return next >= last || token_at(self, next)->shape == SHAPE_PUNCT;
}

/* "Zoals eerder aan uw Kamer toegezegd tijdens het debat, is …": a clause of manner may do with a participle; an infinitive clause with its
 * infinitive. */
bool ended_without_verb(const struct analysis *self, const struct clause *clause, uint32_t comma) {
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

/* A comma inside a list of nouns closes no clause: "a convention, agreement, or other instrument". */
bool list_goes_on(const struct analysis *self, uint32_t comma, uint32_t last) {
    uint32_t nouns = 0;
    for (uint32_t i = comma + 1; i < last && i < comma + 24; i++) {
        const struct token *t = token_at(self, i);
        if (t->pos == POS_CCONJ) {
            uint32_t end = noun_phrase_end(self, i + 1, last);
            /* the last comma of an English list: ", or other text by May"; not ", and the head of the office will" */
            if (i == comma + 1 && end > i + 1 && self->language[i] == LANGUAGE_ENGLISH) {
                while (end < last && token_at(self, end)->pos == POS_ADP && noun_phrase_end(self, end + 1, last) > end + 1)
                    end = noun_phrase_end(self, end + 1, last);
                return is_nominal(token_at(self, comma - 1)) && end < last && !is_verb(self, end);
            }
            if (!nouns || end <= i + 1 || end >= last) return nouns && end > i + 1;
            return !is_verb(self, end) || !(token_at(self, end)->forms & FORM_FINITE);
        }
        if (token_is_punct(self, i, ',')) {
            if (!nouns) return token_at(self, i + 1 < last ? i + 1 : i)->pos == POS_CCONJ;
            if (i + 1 < last && token_at(self, i + 1)->pos == POS_CCONJ) continue; /* "agreement, or other instrument" */
            nouns = 0;
            continue;
        }
        if (t->pos == POS_NOUN || t->pos == POS_PROPN)
            nouns++;
        else if (t->pos != POS_ADJ && t->pos != POS_DET && t->pos != POS_NUM && t->pos != POS_ADP)
            return false;
        if (i == comma + 1 && t->pos == POS_ADP) return false;
    }
    return false;
}

/* "waarbij het belang van de Kamer, burgers en marktwerking centraal staan": the comma is one of a list of subjects before the verb at the
 * end of the clause. */
bool lists_subjects(const struct analysis *self, uint32_t comma, uint32_t last, bool far) {
    enum { FARTHEST = 36, NEAR = 4 };
    uint32_t joined = NO_TOKEN;
    for (uint32_t i = comma + 1; i < last && i < comma + FARTHEST; i++) {
        const struct token *t = token_at(self, i);
        if (joined != NO_TOKEN && may_be_finite(self, i)) return i > joined + 1 && at_clause_end(self, i, last);
        if (joined == NO_TOKEN && t->pos == POS_CCONJ && i > comma + 1) {
            joined = i;
            continue;
        }
        if (joined != NO_TOKEN && !far && i > joined + NEAR) return false;
        bool nominal = is_nominal(t) || t->pos == POS_ADV || (token_is_punct(self, i, ',') && joined == NO_TOKEN);
        /* behind its subjects a clause may hold more before its verb */
        bool within = far && joined != NO_TOKEN && i > joined + 1 && t->shape != SHAPE_PUNCT && t->pos != POS_SCONJ && t->pos != POS_CCONJ;
        if (!nominal && !within) return false;
    }
    return false;
}
