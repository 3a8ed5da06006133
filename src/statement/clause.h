/* Clauses by their fields: subject, finite verb, verb cluster, particle, negation, modality, voice and complements.
 *
 * Worked example: "Ook nodigden zij de SG ertoe uit jaarlijks een bijeenkomst te organiseren" → one main clause with finite
 * "nodigden", particle "uit", lemma "uitnodigen", past, subject "zij"; the words from "jaarlijks" on are its first complement.
 *
 * Both languages are read by one left-to-right pass with a stack of open clauses. A subordinator opens a clause, and the next
 * finite verb is that clause's own, since a Dutch subordinate clause keeps its verb for the end and an English one has its verb
 * before the main clause goes on. A finite verb that nobody waits for opens a coordinated clause at the last coordinator, comma
 * or semicolon. See Haeseryn e.a., Algemene Nederlandse Spraakkunst, ch. 21 (topological fields). */
#ifndef GRIFFIE_CLAUSE_H
#define GRIFFIE_CLAUSE_H

#include "statement/statement.h"

#define NO_TOKEN UINT32_MAX

/* Values as those of CLASS_SUBORDINATOR; a main clause is 0. */
enum clause_type {
    CLAUSE_MAIN,
    CLAUSE_COMPLEMENT,
    CLAUSE_CONDITION,
    CLAUSE_CAUSE,
    CLAUSE_PURPOSE,
    CLAUSE_RELATIVE,
    CLAUSE_TIME,
    CLAUSE_CONCESSION,
    CLAUSE_ACCOMPANIMENT,
    CLAUSE_INFINITIVE,
    CLAUSE_MANNER,
    CLAUSE_QUESTION
};
/* Values of CLASS_MODAL. */
enum modal { MODAL_NONE, MODAL_WILL, MODAL_WANT, MODAL_CAN, MODAL_MUST, MODAL_MAY, MODAL_SHOULD, MODAL_GO, MODAL_WOULD, MODAL_COULD };

struct clause {
    uint32_t first, last; /* tokens [first, last), with what is subordinate to it */
    uint32_t sentence;
    uint8_t type;  /* enum clause_type */
    uint8_t modal; /* enum modal of the finite verb */
    bool passive, perfect, past, question, verb_first /* the finite verb opens it */, ellipsis /* subject of an earlier conjunct */;
    int32_t parent;                            /* clause it is subordinate to, -1 main */
    int32_t conjunct;                          /* earlier clause it is coordinated with, -1 none */
    uint32_t opener;                           /* subordinator, else NO_TOKEN */
    uint32_t finite, head, particle, negation; /* tokens or NO_TOKEN; head: the verb that says what is done */
    uint32_t lemma;                            /* of head with its particle; 0 without verb */
    uint32_t idiom, idiom_word; /* lemma of head with a fixed word of the clause ("uitvoering geven") and that word; 0, NO_TOKEN */
    uint32_t subject_first, subject_last;       /* empty: none found */
    uint64_t bits;                              /* LEXICON_BIT of the classes that its own tokens may have */
    uint64_t verb_bits;                         /* classes that its verb may have, with its particle, fixed word or phrase */
    uint32_t complement_first, complement_last; /* what is decided, asked …: te-infinitives, that-clause; empty: none */
};

struct analysis {
    arena *memory;
    const struct text *text;
    const struct token *tokens; /* of the text */
    const struct mentions *mentions;
    const lexicon *words;
    ARRAY(struct clause) clauses; /* in order of their first token; a main clause before what is inside it */
    uint32_t *owner;              /* for each token the innermost clause it stands in */
    uint32_t *phrase;             /* for each token the lemma of the longest phrase that starts there, 0 none */
    uint8_t *phrase_size;         /* … and its tokens */
    const uint64_t *bits;         /* for each token the classes it may have: rules out, does not assert */
    bool *aside;                  /* between brackets */
    bool *inverted;               /* a verb before its subject pronoun: finite, though it looks like an infinitive */
    uint8_t *language;            /* of each token's sentence; 0 outside sentences */
    uint32_t *sentence_clause;    /* for each sentence its first clause; one more at the end */
};

/* The first token of a sentence, behind the label of its block. */
uint32_t sentence_start(const struct analysis *self, uint32_t sentence);

/* Finds the clauses of every sentence. */
void clauses_find(struct analysis *self);

static inline const struct token *token_at(const struct analysis *self, uint32_t token) { return &self->tokens[token]; }
static inline bool token_may_be(const struct analysis *self, uint32_t token, enum lexicon_class class) {
    return self->bits[token] & LEXICON_BIT(class);
}
static inline bool clause_may_have(const struct clause *clause, enum lexicon_class class) { return clause->bits & LEXICON_BIT(class); }
/* Whether one of the tokens [first, last) may have the class: a quick no for what is rare. */
static inline bool tokens_may_have(const struct analysis *self, uint32_t first, uint32_t last, enum lexicon_class class) {
    uint64_t bits = 0;
    for (uint32_t i = first; i < last; i++) bits |= self->bits[i];
    return bits & LEXICON_BIT(class);
}
/* The value of a class of the token's chosen lemma, of the phrase starting there, or of any sense of its word. */
bool token_class_sure(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value);
static inline bool token_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value) {
    return token_may_be(self, token, class) && token_class_sure(self, token, class, value);
}
static inline bool token_is(const struct analysis *self, uint32_t token, enum lexicon_class class) {
    return token_class(self, token, class, NULL);
}
static inline bool token_is_punct(const struct analysis *self, uint32_t token, char c) {
    const struct token *t = token_at(self, token);
    return t->shape == SHAPE_PUNCT && t->end - t->start == 1 && self->text->source.data[t->start] == c;
}
/* The first token of [first, last) that is the clause's own (not of one inside it) and has the class; NO_TOKEN if none. */
uint32_t clause_find_sure(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value);
static inline uint32_t clause_find(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    return clause_may_have(clause, class) ? clause_find_sure(self, clause, class, value) : NO_TOKEN;
}
static inline bool clause_verb_may_be(const struct clause *clause, enum lexicon_class class) {
    return clause->verb_bits & LEXICON_BIT(class);
}
/* The value of a class of the clause's verb; false if it has none. */
bool clause_verb_class_sure(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value);
static inline bool clause_verb_class(const struct analysis *self, const struct clause *clause, enum lexicon_class class, int32_t *value) {
    return clause_verb_may_be(clause, class) && clause_verb_class_sure(self, clause, class, value);
}
/* The clause that holds its subject: itself, or the conjunct that it shares one with ("besloot A en sprak over B"). */
const struct clause *clause_with_subject(const struct analysis *self, const struct clause *clause);
/* The noun phrase that starts at `token`: the token after its end. */
uint32_t noun_phrase_end(const struct analysis *self, uint32_t token, uint32_t last);
uint8_t token_language(const struct analysis *self, uint32_t sentence);

#endif
