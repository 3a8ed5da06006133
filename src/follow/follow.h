/* Room `follow`: which item a statement belongs to, the life cycle, due moments, and what persons decide.
 *
 * Worked example: a letter says "Hiermee is voldaan aan de toezegging … (Kamerstuk 28 676, nr. 367)". Its recalled promise opens item
 * 2021-0004 (or joins the item that kst-28676-367 opened); the discharge closes it: entry `item.close` as delivered, by
 * `rule:discharge-recalled@1`, with its reason and confidence. Below FOLLOW_THRESHOLD the entry is only a proposal.
 * A person always wins: nothing here changes what a person entered, and what a person undid is not concluded again. */
#ifndef GRIFFIE_FOLLOW_H
#define GRIFFIE_FOLLOW_H

#include "register/register.h"

/* Conclusions below this confidence (per mille) are proposals. */
#define FOLLOW_THRESHOLD 700

struct follow_result {
    struct register_added added;
    uint32_t opened, linked, closed, proposed;
    int64_t first_entry, last_entry;
};
/* register_add_reading, then ties each statement of the record. Adding the same again changes nothing. */
bool follow_add(register_file *file, arena *memory, const struct register_reading *reading, const char *by, struct follow_result *out,
                error *problem);

/* --- The life of an item ------------------------------------------------------------------------------------------- */

enum status {
    STATUS_OPEN,
    STATUS_DUE,
    STATUS_OVERDUE,
    STATUS_PARTLY,
    STATUS_DELIVERED,
    STATUS_SUPERSEDED,
    STATUS_LAPSED,
    STATUS_REFUSED,
    STATUS_WITHDRAWN,
    STATUS_COUNT
};
enum life_why {
    WHY_OPENED,
    WHY_NEAR,
    WHY_EVENT,
    WHY_PASSED,
    WHY_COMPLETE,
    WHY_CLOSED,
    WHY_REOPENED,
    WHY_EVENT_HELD,
    WHY_NEXT_MOMENT,
    WHY_WAITING,
    WHY_STALE
};
struct life {
    enum status status;
    date since; /* day on which it came to this status */
    enum life_why why;
    const struct item_closing *closing; /* WHY_CLOSED, WHY_REOPENED; into the item */
    bool waiting, stale;
    struct due due;           /* the moment that counts: of a recurring item the first unsettled one */
    uint32_t moment, settled; /* recurring: its number from 1; how many were delivered */
};
/* The status for a day. Pure: depends on nothing but its arguments. The item must have been opened by then. */
struct life life_at(const struct item *item, date as_of);
const char *status_name(enum status status);
bool status_parse(slice name, enum status *out);
static inline bool status_closed(enum status status) { return status >= STATUS_DELIVERED; }
static inline bool status_settled(enum status status) { return status >= STATUS_DELIVERED; }
/* The day a list sorts by: the end of the due moment; year 9999 if there is none. */
date due_sort_day(struct due due);

/* --- What persons decide: each makes one entry and gives its number ------------------------------------------------ */

struct decide {
    const char *by, *reason;
    date on; /* year 0: today */
};
/* Opens an item by hand from words of a record (a statement of the reading that overlaps gives the fields). */
bool decide_open(register_file *file, const struct decide *who, const char *record, uint32_t start, uint32_t end, const char *kind,
                 char item[16], int64_t *entry, error *problem);
/* `as`: delivered, partly, refused, withdrawn, lapsed, superseded. Evidence (record, start, end) and `other` (superseding item) may be
 * NULL/0. */
bool decide_close(register_file *file, const struct decide *who, const char *item, const char *as, const char *record, uint32_t start,
                  uint32_t end, const char *other, int64_t *entry, error *problem);
bool decide_reopen(register_file *file, const struct decide *who, const char *item, int64_t *entry, error *problem);
bool decide_link(register_file *file, const struct decide *who, const char *item, const char *relation, const char *record, uint32_t start,
                 uint32_t end, int64_t *entry, error *problem);
/* `due`: a TIMEX3 value (2022-06-29, 2022-FA, 2022) or EVENT:identifier; "none" takes it away. */
bool decide_due(register_file *file, const struct decide *who, const char *item, const char *due, int64_t *entry, error *problem);
/* Fields that a person may set: title, kind, issuer_id, addressee_id, actor_id, assigned, condition, condition_met, target_date,
 * recurrence, label. */
bool decide_set(register_file *file, const struct decide *who, const char *item, const char *field, const char *value, int64_t *entry,
                error *problem);
bool decide_note(register_file *file, const struct decide *who, const char *item, const char *text, int64_t *entry, error *problem);
bool decide_accept(register_file *file, const struct decide *who, int64_t proposal, int64_t *entry, error *problem);
bool decide_reject(register_file *file, const struct decide *who, int64_t proposal, int64_t *entry, error *problem);
bool decide_undo(register_file *file, const struct decide *who, int64_t undone, int64_t *entry, error *problem);
bool decide_merge(register_file *file, const struct decide *who, const char *item, const char *into, int64_t *entry, error *problem);
/* An event's date (or "2022-06"), or that it took place (`held`). */
bool decide_event(register_file *file, const struct decide *who, const char *event, const char *value, bool held, int64_t *entry,
                  error *problem);

#endif
