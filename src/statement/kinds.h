/* The ordered tests for kinds (guideline, section 3): one file each, kind_NAME.c, asked in the order of the table in kinds.c. */
#ifndef GRIFFIE_KINDS_H
#define GRIFFIE_KINDS_H

#include "statement/clause.h"

/* Persons, as values of CLASS_PERSONAL; PERSON_NONE: no subject. */
enum person { PERSON_NONE, PERSON_I, PERSON_WE, PERSON_YOU, PERSON_THIRD };

/* What the tests ask of a clause, established once. */
struct facts {
    const struct analysis *analysis;
    const struct clause *clause;
    uint8_t lang, genre;
    enum person person;     /* of the subject */
    const char *subject_id; /* actor that the subject stands for, NULL unknown */
    bool subject_body;      /* it is somebody: an actor, or a body without an identifier */
    const char *author_id;  /* who says these words */
    bool spoken;            /* in a speaker's turn */
    bool chair;             /* … of who leads the meeting */
    bool government;        /* the author is a government or a member of one */
    bool by_author;         /* the subject is the author: first person, or the author's own name */
    bool generic;           /* the subject is nobody in particular: "je", "men" */
    bool negated;
    bool future;         /* will, gaan, or a present tense with a time to come */
    bool time_ahead;     /* a time after the record's date stands in the clause */
    uint32_t chamber;    /* token: the parliament or the person addressed, NO_TOKEN none */
    uint32_t complement; /* clause that is the complement, UINT32_MAX none */
    bool promises_list;  /* stands in the closing list of promises */
};

/* A test's answer. */
struct verdict {
    enum kind kind;
    const char *sub;           /* NULL if there is nothing finer to say */
    uint32_t cue;              /* token, NO_TOKEN none */
    uint16_t confidence;       /* per mille */
    bool subject_is_addressee; /* "kreeg de opdracht", "werd opgedragen": the subject must act */
    bool from_complement;      /* reported speech: the complement says what */
};

void facts_find(struct analysis *self, uint32_t clause, struct facts *out);

/* The member of the government who spoke last before the sentence in minutes, else first after it: who made the promises of a closing list,
 * and whom a member asks. NULL if none speaks. */
const char *government_near(const struct analysis *self, uint32_t sentence);

typedef bool kind_test(const struct facts *facts, struct verdict *out);
kind_test kind_discharge, kind_refusal, kind_reaffirmation, kind_decision, kind_tasking, kind_request, kind_commitment, kind_intention,
    kind_condition, kind_plan, kind_position;

struct kind_row {
    enum kind kind;
    kind_test *test;
};
/* The tests in their order; report is what remains. */
extern const struct kind_row kind_table[];
extern const size_t kind_table_size;

/* Asks the tests in order; the first yes wins. */
struct verdict kind_of(const struct facts *facts);

/* A cue of the clause: its verb with the class, else a noun, adjective or phrase of its own that has it. Gives the token and the class's
 * value. */
uint32_t cue_verb_sure(const struct facts *facts, enum lexicon_class class, int32_t *strength);
uint32_t cue_word_sure(const struct facts *facts, enum lexicon_class class, int32_t *strength);
static inline uint32_t cue_verb(const struct facts *facts, enum lexicon_class class, int32_t *strength) {
    return clause_verb_may_be(facts->clause, class) ? cue_verb_sure(facts, class, strength) : NO_TOKEN;
}
static inline uint32_t cue_word(const struct facts *facts, enum lexicon_class class, int32_t *strength) {
    return clause_may_have(facts->clause, class) ? cue_word_sure(facts, class, strength) : NO_TOKEN;
}
/* A noun of an earlier act ("toezegging", "motie", "verzoek") in the clause or what is inside it; its value is that of CUE_UNDERTAKING. */
uint32_t undertaking(const struct facts *facts, int32_t *value);
/* "announced $1.2 billion in new assistance": telling of money that is decided on gives it. */
bool gives_money(const struct facts *facts);
/* "was ik overeengekomen dat ik een plan zou sturen": agreeing that oneself will do it. */
bool agreed_to_do(const struct facts *facts);
/* "Ik stel voor dat ik daar schriftelijk op terugkom": proposing an act of one's own is promising it. */
bool proposes_to_do(const struct facts *facts);
/* "Ik wil nog een opmerking maken", "Dan gaan we luisteren naar": in a meeting, what the speaker does with the talk itself. It binds nobody
 * unless it is to come at a time or in a letter. */
bool manages_talk(const struct facts *facts);
/* The finite verb has the class, in any sense of its word. */
bool finite_may_be(const struct facts *facts, enum lexicon_class class);
/* Its finite verb may be an auxiliary of the perfect, though it may be one of the passive too: "is gekomen", "is aangeboden". */
bool told_as_done(const struct facts *facts);
/* A modal stands in the clause's chain of verbs, behind the finite one: "zal moeten leveren". */
bool holds_modal(const struct facts *facts, enum modal modal);
/* The last infinitive behind the finite verb: "Laat de minister daar iets aan doen"; NO_TOKEN if there is none. */
uint32_t infinitive_behind(const struct facts *facts);
/* A noun right behind the token, which may then only describe it: "een besloten briefing". */
bool noun_follows(const struct facts *facts, uint32_t token);
/* Clauses of some types (CLAUSE_BIT) that hang on this one, in their order: calls for the next after *at (start with 0). */
#define CLAUSE_BIT(type) (1u << (type))
const struct clause *clause_inside(const struct facts *facts, unsigned types, uint32_t *at);
/* English "continue to call on", "continue to reaffirm": the verb that is gone on with if it is of the class, else NO_TOKEN. */
uint32_t goes_on_to(const struct facts *facts, enum lexicon_class class);
/* Its verb says that something can be done (1), or is given to somebody (2). */
bool granting(const struct facts *facts, int32_t what);
bool verdict_set(struct verdict *out, enum kind kind, const char *sub, uint32_t cue, uint16_t confidence);
/* The clause is no past or perfect one. */
static inline bool facts_present(const struct facts *facts) { return !facts->clause->past && !facts->clause->perfect; }
/* Mentions that lie within tokens [first, last): calls for the next one after *at (start with 0). */
const struct mention *mention_next_of(const struct analysis *self, enum mention_kind kind, uint32_t first, uint32_t last, uint32_t *at);
static inline const struct mention *mention_next(const struct analysis *self, enum mention_kind kind, uint32_t first, uint32_t last,
                                                 uint32_t *at) {
    uint32_t count = self->text->tokens.count;
    if (first < count && self->mentions->from[first] < self->mentions->from[last < count ? last : count])
        return mention_next_of(self, kind, first, last, at);
    *at = self->mentions->all.count; /* none of any kind */
    return NULL;
}

#endif
