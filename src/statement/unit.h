/* What becomes a statement (guideline, section 2): main clauses, their coordinated parts, what is nested in them. */
#ifndef GRIFFIE_UNIT_H
#define GRIFFIE_UNIT_H

#include "statement/kinds.h"

/* A clause (or a part of one) that will be a statement. */
struct unit {
    uint32_t first, last; /* tokens */
    uint32_t clause;
    struct facts facts;
    struct verdict verdict;
    uint32_t part_first, part_last; /* the part of the complement that is this unit's own; empty: all of it */
};

/* Trims coordinators, punctuation and footnote marks off both ends (U1). */
void unit_trim(const struct analysis *self, uint32_t *first, uint32_t *last);
/* Adds a statement for the unit with its slots filled; returns its index. */
uint32_t unit_add(struct analysis *self, const struct unit *unit, struct statements *out);
/* The parts of a complement, "A te doen, B te doen en C te doen" (U4): fills at most `most` token ranges, returns their number. */
struct part {
    uint32_t first, last;
};
size_t complement_parts(const struct analysis *self, const struct clause *clause, struct part *parts, size_t most);
/* Statements nested in the unit (U5). */
void nested_find(struct analysis *self, const struct unit *unit, uint32_t parent, struct statements *out);

/* A lead whose items are still to come: "Demands that Iraq:", "verzoekt de regering:". */
struct lead {
    struct unit unit;
    int32_t block;
    bool waiting /* for its first item, with which it makes one statement */;
    uint32_t through; /* tokens before it are said: items that name things make one statement (U4) */
};
/* The sentence is the first of an item of the lead, or of what completes it, and no sentence of its own. */
bool lead_goes_on(const struct analysis *self, const struct lead *lead, uint32_t sentence);
/* Adds the statement of that sentence. */
void lead_item(struct analysis *self, struct lead *lead, uint32_t sentence, struct statements *out);
/* Items, or a phrase that completes it, follow the block. */
bool lead_has_items(const struct analysis *self, uint32_t block);

/* Slots, one file each. */
void slots_actors(struct analysis *self, const struct unit *unit, struct statement *statement);
void slots_times(struct analysis *self, const struct unit *unit, struct statement *statement);
/* A due that is no time but an event: a meeting named after a preposition, "uiterlijk voor de behandeling van …", within [first, last). */
void slots_events(struct analysis *self, const struct unit *unit, uint32_t first, uint32_t last, bool act_past,
                  struct statement *statement);
/* "binnen drie dagen na aanvraag": the slot with the event that the stretch is reckoned from, EVENT:AANVRAAG+P3D. */
void slot_reckoned(struct analysis *self, struct slot *slot, const struct mention *m, uint32_t last);
/* Whether a word has that role in the grammar of times. */
bool token_time_role(const struct analysis *self, uint32_t token, enum time_role role);
void slots_conditions(struct analysis *self, const struct unit *unit, struct statement *statement);
void slots_mentions(struct analysis *self, const struct unit *unit, struct statement *statement);
/* Takes out of statements what is only said by those nested in them; once all are found and sorted. */
void slots_settle(const struct analysis *self, struct statements *out);
/* Relations between the statements of the record, once all are found. */
void relations_find(struct analysis *self, struct statements *out);

/* What the tests answered for the clauses at a byte. */
void explain_byte(struct analysis *self, uint32_t byte, buffer *out);

/* Genres with a grammar of their own. Each reads the blocks that are its own and says so by returning true. */
/* The verb of asking that opens the sentence, the dictum of a motion; NO_TOKEN if it is none. */
uint32_t motion_dictum(const struct analysis *self, uint32_t sentence);
/* The sentence is the dictum of a motion in minutes; *house: whose motion, NULL if that is not known. */
bool motion_in_minutes(const struct analysis *self, uint32_t sentence, const char **house);
/* The units of a sentence, as a motion wants them; returns how many are left. */
uint32_t motion_units(const struct analysis *self, uint32_t sentence, struct unit *units, uint32_t count);
/* Whom the dictum asks: the first token of its name, which ends before *last; NO_TOKEN if the unit does not begin with a dictum. */
uint32_t motion_addressee(const struct analysis *self, const struct unit *unit, uint32_t *last);
/* The first block of a letter's body; 0 for what is no letter. */
uint32_t letter_body(const struct text *text);
bool decisions_block(struct analysis *self, uint32_t block, struct statements *out);
bool actions_block(struct analysis *self, uint32_t block, struct statements *out);

#endif
