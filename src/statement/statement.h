/* Room `statement`: clauses, the twelve kinds by the guideline's ordered tests, slots, relations inside the record.
 *
 * Memory lives in the arena given. */
#ifndef GRIFFIE_STATEMENT_H
#define GRIFFIE_STATEMENT_H

#include "mention/mention.h"

/* In the order of the tests (guideline, section 3). */
enum kind {
    KIND_NONE,
    KIND_DISCHARGE,
    KIND_REFUSAL,
    KIND_REAFFIRMATION,
    KIND_DECISION,
    KIND_TASKING,
    KIND_REQUEST,
    KIND_COMMITMENT,
    KIND_INTENTION,
    KIND_CONDITION,
    KIND_PLAN,
    KIND_POSITION,
    KIND_REPORT
};
enum relation {
    RELATION_NONE,
    RELATION_DISCHARGES,
    RELATION_SUPERSEDES,
    RELATION_AMENDS,
    RELATION_REAFFIRMS,
    RELATION_CONDITIONS,
    RELATION_ELABORATES,
    RELATION_REPORTS_ON,
    RELATION_TASKS,
    RELATION_CONTRADICTS,
    RELATION_REFUSES
};

/* Words of the record that fill a slot: tokens [first, last); empty when only the value is known. */
struct slot {
    uint32_t first, last;
    span span;
    const char *value;
    const char *anchor;
};
/* A reference that a statement rests on, as it is said there: the mention, and the noun phrase that it is in or behind ("mijn brief van
 * 19 september (Kamerstuk 33 763, nr. 151)"). */
struct citation {
    uint32_t mention;
    uint32_t first, last; /* tokens */
    span span;
};
struct statement_relation {
    enum relation type;
    int32_t statement;  /* index, -1 if outside */
    const char *target; /* "EXT:kst-28676-367" */
};

struct statement {
    uint8_t kind;   /* enum kind */
    int8_t binding; /* 1 yes, 0 no, -1 not applicable */
    bool negated;
    uint16_t confidence;  /* per mille */
    const char *sub;      /* NULL or "recalled", "inform", "endorse" … */
    uint32_t first, last; /* tokens [first, last) */
    span span;
    uint32_t block, sentence;
    struct slot issuer, addressee, actor; /* value: identifier */
    const char *speaker_id;
    struct slot beneficiary, due, target_date, recurrence, condition;
    const char *action; /* normalised infinitive phrase */
    ARRAY(struct slot) items;
    ARRAY(uint32_t) quantities; /* indexes of mentions */
    ARRAY(struct citation) references;
    struct slot classification;
    const char *act_time;
    ARRAY(struct statement_relation) relations;
    struct {
        span span;
        const char *rule;
    } cue; /* rule: name of the test that fired */
};
/* An earlier undertaking that the record tells of (U5c), not one made here. */
static inline bool statement_recalled(const struct statement *self) { return self->sub && strcmp(self->sub, "recalled") == 0; }
struct statements {
    ARRAY(struct statement) all; /* by start, longest first: nested ones follow what contains them */
};

void statements_find(arena *memory, const struct text *text, const struct mentions *mentions, struct statements *out);

/* Which tests were asked of the clause at a byte and what each answered, as lines for people, appended to *out. */
void statement_explain(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t byte, buffer *out);

const char *kind_name(enum kind kind);
bool kind_parse(slice name, enum kind *out);
const char *relation_name(enum relation type);
static inline bool kind_tracked(enum kind kind) { return kind >= KIND_DECISION && kind <= KIND_PLAN && kind != KIND_CONDITION; }
static inline bool kind_linking(enum kind kind) { return kind >= KIND_DISCHARGE && kind <= KIND_PLAN && !kind_tracked(kind); }

#endif
