/* What follow concludes about one record, before anything is entered. Private to room `follow`.
 *
 * Rules (rules.c) only look and conclude; enter.c compares with what the ledger holds and enters what is new. */
#ifndef GRIFFIE_CONCLUDE_H
#define GRIFFIE_CONCLUDE_H

#include "follow/follow.h"

#include <jansson.h>

/* An item: one that a statement of this record opens (index), or one that is in the register already. */
struct target {
    int32_t statement;
    const char *item;
};
#define TARGET_NONE ((struct target){ -1, NULL })
static inline bool target_found(struct target t) { return t.statement >= 0 || t.item; }
static inline bool target_equal(struct target a, struct target b) {
    return a.statement == b.statement && (a.item == b.item || (a.item && b.item && strcmp(a.item, b.item) == 0));
}

enum conclusion_act { CONCLUDE_OPEN, CONCLUDE_LINK, CONCLUDE_CLOSE };
struct conclusion {
    enum conclusion_act act;
    uint32_t statement;        /* the evidence: index */
    struct target target;      /* link, close */
    const char *relation, *as; /* as: close */
    const char *other_relation;
    struct target other; /* close as superseded: by which item */
    const char *rule, *reason;
    int32_t confidence;
};

struct follow {
    register_file *file;
    arena *memory;
    const char *record, *genre;
    date date;                             /* of the record, or today */
    struct register_statements statements; /* in source order */
    struct target *target;                 /* for each: the item it opened or joined; none for context */
    json_t **json;                         /* for each: its line */
    ARRAY(struct conclusion) conclusions;
};

void conclude(struct follow *self, struct conclusion conclusion);

/* The rules, in the order in which they are asked. */
bool rule_open(struct follow *self, error *problem);
bool rule_relations(struct follow *self, error *problem);
bool rule_discharges(struct follow *self, error *problem);
bool rule_refusals(struct follow *self, error *problem);
bool rule_reaffirmations(struct follow *self, error *problem);
bool rule_reports(struct follow *self, error *problem);
bool rule_likeness(struct follow *self, error *problem);
/* Of several ends that one record gives an item the decisive one stays. */
void conclusions_settle(struct follow *self);

/* Enters what is new and takes back what rules concluded from an earlier reading and no longer hold. */
bool conclusions_enter(struct follow *self, struct follow_result *out, error *problem);

/* Items that a reference names, or that "EXT:…" means; with their number. */
bool items_meant(struct follow *self, const char *reference, struct items *out, error *problem);
/* The one among them that the words fit; its share of shared words per mille. NULL if there is none. */
const struct item *item_fitting(struct follow *self, const struct items *items, const struct register_statement *statement, int32_t *share);

#endif
