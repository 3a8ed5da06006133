/* Conclusions become entries: what the ledger holds already is not entered again, what rules held and no longer hold is taken back,
 * and what a person decided is left alone. */
#include "follow/conclude.h"
#include "register/fields.h"
#include "register/merkle.h"

#include <stdio.h>

/* An entry that was made about this record before. */
struct known {
    int64_t seq;
    const char *act, *item, *by, *relation, *saw, *as;
    int64_t start, end;
    bool undone, undone_by_person, held /* concluded again */;
};
struct memory_of {
    ARRAY(struct known) all;
};

static bool person(const char *by) { return by && strncmp(by, "rule:", 5) != 0; }
static bool same(const char *a, const char *b) { return (!a && !b) || (a && b && strcmp(a, b) == 0); }

static const char *kept(struct follow *self, const char *text) { return text ? arena_copy(self->memory, slice_of(text)) : NULL; }

static bool known_load(struct follow *self, struct memory_of *out, error *problem) {
    struct entries entries;
    if (!register_entries(self->file, self->memory, &(struct ledger_filter){ .record = self->record }, &entries, problem)) return false;
    for (uint32_t i = 0; i < entries.all.count; i++) {
        const struct entry *entry = &entries.all.at[i];
        if (strncmp(entry->act, "item.", 5) != 0) continue;
        json_t *body = json_loads(entry->body, 0, NULL);
        ARRAY_PUSH(self->memory, &out->all) = (struct known){ entry->seq,
                                                              entry->act,
                                                              entry->item,
                                                              entry->by,
                                                              kept(self, field_text(body, "relation")),
                                                              kept(self, field_text(body, "saw")),
                                                              kept(self, field_text(body, "as")),
                                                              field_number(body, "start"),
                                                              field_number(body, "end"),
                                                              entry->undone,
                                                              entry->undone && person(entry->undone_by),
                                                              false };
        json_decref(body);
    }
    return true;
}

static void saw_of(const struct register_statement *s, char out[65]) { hash_hex(hash_of(slice_of(s->text)), out); }

/* --- Items that the record opened before --------------------------------------------------------------------------- */

/* Whether a person ever said something about an item. */
static bool touched(struct follow *self, const char *item, bool *out, error *problem) {
    struct entries entries;
    *out = false;
    if (!register_entries(self->file, self->memory, &(struct ledger_filter){ .item = item }, &entries, problem)) return false;
    for (uint32_t i = 0; i < entries.all.count; i++) *out |= person(entries.all.at[i].by);
    return true;
}

static bool take_back(struct follow *self, const struct known *known, error *problem) {
    json_t *body = json_object();
    field_set(body, "item", known->item);
    json_object_set_new(body, "target", json_integer(known->seq));
    field_set(body, "reason", "the record as it is read now no longer says so");
    return register_enter(self->file, "rule:reread@1", "undo", body, NULL, problem);
}

/* The statement of the new reading that an entry saw: the same span, else the same words, else what covers most of the place. */
static int32_t statement_of(struct follow *self, const struct known *known) {
    int32_t best = -1;
    int64_t most = 0;
    for (uint32_t i = 0; i < self->statements.all.count; i++) {
        const struct register_statement *s = &self->statements.all.at[i];
        bool opens = self->target[i].statement == (int32_t)i;
        if (!opens) continue;
        char saw[65];
        if (s->start == known->start && s->end == known->end) return (int32_t)i;
        saw_of(s, saw);
        int64_t from = s->start > known->start ? s->start : known->start, to = s->end < known->end ? s->end : known->end, share = to - from;
        if (same(saw, known->saw)) share = INT32_MAX;
        if (share * 2 < known->end - known->start || share <= most) continue;
        most = share, best = (int32_t)i;
    }
    return best;
}

static bool anchor_move(struct follow *self, const struct known *known, const struct register_statement *s, error *problem) {
    json_t *body = json_object();
    field_set(body, "item", known->item);
    field_set(body, "record", self->record);
    field_set(body, "field", "span");
    field_set(body, "statement", s->id);
    json_object_set_new(body, "start", json_integer(s->start));
    json_object_set_new(body, "end", json_integer(s->end));
    field_set(body, "reason", "the same statement in a new reading");
    return register_enter(self->file, "rule:reread@1", "item.set", body, NULL, problem);
}

/* Where its statement stands after the moves that were entered. */
static void anchor_now(const struct memory_of *known, struct known *opening) {
    for (uint32_t i = 0; i < known->all.count; i++) {
        const struct known *move = &known->all.at[i];
        if (strcmp(move->act, "item.set") == 0 && !move->undone && same(move->item, opening->item) && move->end > 0)
            opening->start = move->start, opening->end = move->end;
    }
}

/* Gives each statement that opened an item before its item; what no statement stands for any more is taken back unless a person has it. */
static bool openings_match(struct follow *self, struct memory_of *known, const char **items, error *problem) {
    for (uint32_t i = 0; i < known->all.count; i++) {
        struct known *opening = &known->all.at[i];
        if (strcmp(opening->act, "item.open") != 0) continue;
        anchor_now(known, opening);
        int32_t index = statement_of(self, opening);
        bool by_person = false;
        if (index >= 0 && items[index] == NULL) {
            const struct register_statement *s = &self->statements.all.at[index];
            /* A person said that this is no item: it stays so. */
            if (opening->undone && !opening->undone_by_person) continue;
            items[index] = opening->undone ? "" : opening->item;
            if (!opening->undone && (s->start != opening->start || s->end != opening->end) && !anchor_move(self, opening, s, problem))
                return false;
            continue;
        }
        if (opening->undone || person(opening->by)) continue;
        if (!touched(self, opening->item, &by_person, problem)) return false;
        if (!by_person && !take_back(self, opening, problem)) return false;
    }
    return true;
}

/* --- Entering ------------------------------------------------------------------------------------------------------ */

static void day_set(json_t *body, const char *field, date day) {
    char text[40];
    if (!date_known(day)) return;
    snprintf(text, sizeof text, "%04d-%02u-%02u", day.year, day.month, day.day);
    field_set(body, field, text);
}

/* The evidence: where the words stand and what they were. */
static json_t *evidence(struct follow *self, const struct conclusion *c) {
    const struct register_statement *s = &self->statements.all.at[c->statement];
    char saw[65];
    json_t *body = json_object();
    field_set(body, "record", self->record);
    field_set(body, "statement", s->id);
    field_set(body, "kind", s->kind);
    json_object_set_new(body, "start", json_integer(s->start));
    json_object_set_new(body, "end", json_integer(s->end));
    saw_of(s, saw);
    field_set(body, "saw", saw);
    field_set(body, "reason", c->reason);
    json_object_set_new(body, "confidence", json_integer(c->confidence));
    return body;
}

/* The day of the act: what the statement says of it, if that lies before the record, else the record's. */
static date act_day(const struct follow *self, const struct register_statement *s) {
    date from, to;
    if (s->act_time && timex_days(slice_of(s->act_time), &from, &to) && date_compare(to, self->date) <= 0) return to;
    return self->date;
}

static bool open_enter(struct follow *self, const struct conclusion *c, char item[16], int64_t *seq, error *problem) {
    const struct register_statement *s = &self->statements.all.at[c->statement];
    if (!register_number(self->file, self->date.year, item, problem)) return false;
    json_t *body = evidence(self, c);
    field_set(body, "item", item);
    day_set(body, "opened", act_day(self, s));
    /* What it saw, in case that a later reading no longer has the statement and a person wants to keep the item. */
    field_set(body, "text_norm", s->text_norm);
    field_set(body, "sub", s->sub);
    field_set(body, "issuer_id", s->issuer_id);
    field_set(body, "addressee_id", s->addressee_id);
    field_set(body, "actor_id", s->actor_id);
    return register_enter(self->file, c->rule, "item.open", body, seq, problem);
}

static bool tie_enter(struct follow *self, const struct conclusion *c, const char *item, const char *other, int64_t *seq, error *problem) {
    const struct register_statement *s = &self->statements.all.at[c->statement];
    json_t *body = evidence(self, c);
    field_set(body, "item", item);
    field_set(body, "relation", c->relation);
    day_set(body, "on", act_day(self, s));
    if (c->act == CONCLUDE_CLOSE) field_set(body, "as", c->as), field_set(body, "other", other);
    if (c->confidence < FOLLOW_THRESHOLD) json_object_set_new(body, "proposed", json_true());
    return register_enter(self->file, c->rule, c->act == CONCLUDE_CLOSE ? "item.close" : "item.link", body, seq, problem);
}

/* The same tie, entered before from the same words: still held, or undone by a person. */
static bool tie_known(struct follow *self, struct memory_of *known, const struct conclusion *c, const char *item) {
    const struct register_statement *s = &self->statements.all.at[c->statement];
    const char *act = c->act == CONCLUDE_CLOSE ? "item.close" : "item.link";
    char saw[65];
    bool found = false;
    saw_of(s, saw);
    for (uint32_t i = 0; i < known->all.count; i++) {
        struct known *k = &known->all.at[i];
        if (strcmp(k->act, act) != 0 || !same(k->item, item) || !same(k->saw, saw) || !same(k->relation, c->relation) ||
            !same(k->as, c->as))
            continue;
        if (k->undone && !k->undone_by_person) continue;
        k->held = found = true;
    }
    return found;
}

static bool count_entry(struct follow_result *out, const struct conclusion *c, int64_t seq) {
    if (!out->first_entry) out->first_entry = seq;
    out->last_entry = seq;
    if (c->act == CONCLUDE_OPEN)
        out->opened++;
    else if (c->confidence < FOLLOW_THRESHOLD)
        out->proposed++;
    else if (c->act == CONCLUDE_CLOSE)
        out->closed++;
    else
        out->linked++;
    return true;
}

bool conclusions_enter(struct follow *self, struct follow_result *out, error *problem) {
    struct memory_of known = { 0 };
    const char **items = arena_alloc(self->memory, (self->statements.all.count + 1) * sizeof *items);
    if (!known_load(self, &known, problem) || !openings_match(self, &known, items, problem)) return false;
    for (uint32_t i = 0; i < self->conclusions.count; i++) {
        const struct conclusion *c = &self->conclusions.at[i];
        char number[16];
        int64_t seq = 0;
        if (c->act != CONCLUDE_OPEN || items[c->statement]) continue;
        if (!open_enter(self, c, number, &seq, problem)) return false;
        items[c->statement] = arena_copy(self->memory, slice_of(number));
        count_entry(out, c, seq);
    }
    for (uint32_t i = 0; i < self->conclusions.count; i++) {
        const struct conclusion *c = &self->conclusions.at[i];
        int64_t seq = 0;
        if (c->act == CONCLUDE_OPEN) continue;
        const char *item = c->target.item ? c->target.item : items[c->target.statement];
        const char *other = c->other.statement >= 0 ? items[c->other.statement] : c->other.item;
        if (!item || !*item || tie_known(self, &known, c, item)) continue;
        if (!tie_enter(self, c, item, other && *other ? other : NULL, &seq, problem)) return false;
        count_entry(out, c, seq);
    }
    for (uint32_t i = 0; i < known.all.count; i++) {
        const struct known *k = &known.all.at[i];
        bool tie = strcmp(k->act, "item.link") == 0 || strcmp(k->act, "item.close") == 0;
        if (tie && !k->held && !k->undone && !person(k->by) && !take_back(self, k, problem)) return false;
    }
    return true;
}
