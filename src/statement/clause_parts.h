/* What the files of clauses share: clause.c (the pass), clause_open.c (where clauses open and end), clause_verbs.c and clause_english.c
 * (which words are their verbs), clause_fields.c (subject, verb, complement). */
#ifndef GRIFFIE_CLAUSE_PARTS_H
#define GRIFFIE_CLAUSE_PARTS_H

#include "statement/clause.h"

/* Words: whether a token is a verb of the clause, finite or not, may be finite in another reading, is part of a noun phrase, is a pronoun
 * that may be a subject. */
static inline bool verbal(const struct token *t) { return t->pos == POS_VERB || t->pos == POS_AUX; }
static inline bool is_nominal(const struct token *t) {
    const uint32_t nominal =
        1u << POS_NOUN | 1u << POS_PROPN | 1u << POS_NUM | 1u << POS_SYM | 1u << POS_ADJ | 1u << POS_DET | 1u << POS_PRON;
    return nominal >> t->pos & 1;
}
bool is_verb_there(const struct analysis *self, uint32_t token);
static inline bool is_verb(const struct analysis *self, uint32_t token) {
    return verbal(token_at(self, token)) && is_verb_there(self, token);
}
static inline bool is_finite(const struct analysis *self, uint32_t token) {
    return ((token_at(self, token)->forms & FORM_FINITE) || self->inverted[token]) && is_verb(self, token);
}
static inline bool is_nonfinite(const struct analysis *self, uint32_t token) {
    uint16_t forms = token_at(self, token)->forms;
    return !(forms & FORM_FINITE) && !self->inverted[token] && (forms & (FORM_INFINITIVE | FORM_PARTICIPLE)) && is_verb(self, token);
}
bool is_personal_there(const struct analysis *self, uint32_t token);
static inline bool is_personal(const struct analysis *self, uint32_t token) {
    return token_may_be(self, token, CLASS_PERSONAL) && is_personal_there(self, token);
}
bool may_be_finite(const struct analysis *self, uint32_t token);
bool may_have(const struct analysis *self, uint32_t token, uint16_t form);
bool may_be_bare(const struct analysis *self, uint32_t token); /* "stuur", "laat": a Dutch form without ending */
bool auxiliary_class(const struct analysis *self, uint32_t token, enum lexicon_class class, int32_t *value);
bool is_auxiliary(const struct analysis *self, uint32_t token, enum lexicon_class class);
bool verbs_between(const struct analysis *self, uint32_t from, uint32_t to);
bool same_form(const struct analysis *self, uint32_t a, uint32_t b);
bool finite_by_place(const struct analysis *self, uint32_t token, uint32_t from, uint32_t to);
uint32_t finite_rescue(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to);
uint32_t finite_before_pronoun(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to);
bool english_finite(const struct analysis *self, const struct clause *open, uint32_t token, uint32_t first);
bool english_performs(const struct analysis *self, uint32_t token);
bool english_performed(const struct analysis *self, const struct clause *main, uint32_t token, uint32_t first, uint32_t last);
bool english_joins(const struct analysis *self, const struct clause *open, bool subordinate, uint32_t token);
uint32_t english_rescue(const struct analysis *self, uint32_t clause, uint32_t from, uint32_t to);
bool english_was_no_verb(const struct analysis *self, uint32_t finite, uint32_t next);

/* Places: CLAUSE_MAIN when no clause opens there. */
enum clause_type opener_at(const struct analysis *self, uint32_t token, uint32_t first, uint32_t last, uint8_t lang);
uint32_t coordination_before(const struct analysis *self, uint32_t from, uint32_t verb);
bool at_clause_end(const struct analysis *self, uint32_t verb, uint32_t last);
bool ended_without_verb(const struct analysis *self, const struct clause *clause, uint32_t comma);
bool list_goes_on(const struct analysis *self, uint32_t comma, uint32_t last);
bool lists_subjects(const struct analysis *self, uint32_t comma, uint32_t last, bool far);

/* Fills the fields of a clause whose finite verb and span are known. */
void fields_find(struct analysis *self, uint32_t clause);

#endif
