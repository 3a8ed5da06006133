/* The life of an item: its status on a day, from its due moment and what was entered about its end (MODEL: an item's life).
 *
 * Worked example: opened 2021-06-25, due 2021-FA (to 2021-12-20). On 2021-07-01 open; from 2021-11-20 due; from 2021-12-21 overdue;
 * closed as delivered on 2022-02-03: delivered from that day on, still overdue if one asks about January. */
#include "follow/follow.h"

enum { DUE_SOON_DAYS = 30, STALE_YEARS = 1, MOMENTS_MAX = 2400 };

static const struct {
    const char *name;
    enum status status;
} names[] = {
    { "open", STATUS_OPEN },           { "due", STATUS_DUE },
    { "overdue", STATUS_OVERDUE },     { "partly", STATUS_PARTLY },
    { "delivered", STATUS_DELIVERED }, { "superseded", STATUS_SUPERSEDED },
    { "lapsed", STATUS_LAPSED },       { "refused", STATUS_REFUSED },
    { "withdrawn", STATUS_WITHDRAWN },
};

const char *status_name(enum status status) {
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (names[i].status == status) return names[i].name;
    return "open";
}

bool status_parse(slice name, enum status *out) {
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!slice_equal(slice_of(names[i].name), name)) continue;
        *out = names[i].status;
        return true;
    }
    return false;
}

date due_sort_day(struct due due) { return date_known(due.to) ? due.to : (date){ 9999, 12, 31 }; }

static bool by_then(date day, date as_of) { return date_compare(day, as_of) <= 0; }
static date later(date a, date b) { return date_compare(a, b) > 0 ? a : b; }

static bool recurs(const struct item *item) {
    date ignored;
    return item->recurrence && date_known(item->due.to) && date_add_duration(item->due.to, item->recurrence, 1, &ignored);
}

/* The number-th due moment (from 1) of what recurs: the first one, moved by so many periods. */
static struct due moment_of(const struct item *item, uint32_t number) {
    struct due due = item->due;
    if (number <= 1) return due;
    if (date_known(due.from)) date_add_duration(due.from, item->recurrence, (int)number - 1, &due.from);
    date_add_duration(due.to, item->recurrence, (int)number - 1, &due.to);
    return due;
}

/* A delivery belongs to the nearest moment that nothing came for yet: a report of July is that of June, one of May too. The moment that
 * counts from then on is the one after it: what was missed earlier stays missed and does not keep the item overdue for ever. */
static void moment_settle(const struct item *item, date on, struct life *life) {
    uint32_t number = life->moment;
    while (number < MOMENTS_MAX && date_compare(moment_of(item, number).to, on) < 0) number++;
    if (number > life->moment) {
        int32_t late = date_to_days(on) - date_to_days(moment_of(item, number - 1).to),
                early = date_to_days(moment_of(item, number).to) - date_to_days(on);
        if (late <= early) number--;
    }
    life->settled++;
    life->moment = number + 1;
    life->since = on, life->why = WHY_NEXT_MOMENT;
}

/* What was entered about the end, in order of date; what recurs goes on after a delivery. */
static void closings_apply(const struct item *item, date as_of, bool recurring, struct life *life) {
    for (uint32_t i = 0; i < item->closings.count; i++) {
        const struct item_closing *closing = &item->closings.at[i];
        enum status as = STATUS_OPEN;
        if (closing->proposed || !by_then(closing->on, as_of) || !status_parse(slice_of(closing->as), &as)) continue;
        bool delivery = as == STATUS_DELIVERED || as == STATUS_PARTLY;
        if (recurring && delivery) {
            moment_settle(item, closing->on, life);
            life->status = STATUS_OPEN;
        } else {
            life->status = as, life->since = closing->on;
            life->why = as == STATUS_OPEN ? WHY_REOPENED : WHY_CLOSED;
        }
        life->closing = closing;
    }
}

static date evidence_last(const struct item *item, date as_of) {
    date last = item->opened;
    for (uint32_t i = 0; i < item->links.count; i++)
        if (!item->links.at[i].proposed && date_known(item->links.at[i].on) && by_then(item->links.at[i].on, as_of))
            last = later(last, item->links.at[i].on);
    for (uint32_t i = 0; i < item->closings.count; i++)
        if (by_then(item->closings.at[i].on, as_of)) last = later(last, item->closings.at[i].on);
    return last;
}

/* --- The rows of the table, asked in order for what is not closed: the first that holds gives the status --------- */

static bool row_complete(const struct item *item, date as_of, struct life *life) {
    (void)as_of;
    if (!item->complete || life->why == WHY_REOPENED) return false;
    life->status = STATUS_DELIVERED, life->since = item->opened, life->why = WHY_COMPLETE;
    return true;
}

static bool row_waiting(const struct item *item, date as_of, struct life *life) {
    (void)as_of;
    if (!item->conditional || item->gate_open) return false;
    life->waiting = true, life->why = WHY_WAITING;
    return true;
}

static bool row_lapsed(const struct item *item, date as_of, struct life *life) {
    if (life->due.kind != DUE_EVENT || !item->event_held || !date_known(life->due.to) || !by_then(life->due.to, as_of)) return false;
    life->status = STATUS_LAPSED, life->since = life->due.to, life->why = WHY_EVENT_HELD;
    return true;
}

static bool row_overdue(const struct item *item, date as_of, struct life *life) {
    if (!date_known(life->due.to) || by_then(as_of, life->due.to)) return false;
    life->status = STATUS_OVERDUE, life->since = later(date_add(life->due.to, 0, 0, 1), item->opened), life->why = WHY_PASSED;
    return true;
}

static bool row_event(const struct item *item, date as_of, struct life *life) {
    /* Under way: its days are known, not only the year in which it is to be. */
    bool days =
        life->due.kind == DUE_EVENT && date_known(life->due.from) && date_to_days(life->due.to) - date_to_days(life->due.from) <= 31;
    if (!days || !by_then(life->due.from, as_of)) return false;
    life->status = STATUS_DUE, life->since = later(life->due.from, item->opened), life->why = WHY_EVENT;
    return true;
}

static bool row_due(const struct item *item, date as_of, struct life *life) {
    if (!date_known(life->due.to)) return false;
    date soon = date_add(life->due.to, 0, 0, -DUE_SOON_DAYS);
    if (!by_then(soon, as_of)) return false;
    life->status = STATUS_DUE, life->since = later(soon, item->opened), life->why = WHY_NEAR;
    return true;
}

static bool row_stale(const struct item *item, date as_of, struct life *life) {
    if (life->due.kind != DUE_VAGUE && life->due.kind != DUE_AFTER_EVENT) return false;
    date stale = date_add(evidence_last(item, as_of), STALE_YEARS, 0, 0);
    if (!by_then(stale, as_of)) return false;
    life->stale = true, life->why = WHY_STALE;
    return true;
}

static bool (*const rows[])(const struct item *, date, struct life *) = { row_complete, row_waiting, row_lapsed, row_overdue,
                                                                          row_event,    row_due,     row_stale };

struct life life_at(const struct item *item, date as_of) {
    struct life life = { .status = STATUS_OPEN, .since = item->opened, .why = WHY_OPENED, .due = item->due, .moment = 1 };
    bool recurring = recurs(item);
    closings_apply(item, as_of, recurring, &life);
    if (recurring) life.due = moment_of(item, life.moment);
    /* Part of it delivered is what there is to say, until the rest comes. */
    if (life.status == STATUS_OPEN)
        for (size_t i = 0; i < COUNT_OF(rows) && !rows[i](item, as_of, &life); i++) {}
    return life;
}
