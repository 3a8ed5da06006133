/* What persons decide. Each decision is one entry; what it is about must exist, and its words must be ones that the register knows. */
#include "follow/follow.h"
#include "register/fields.h"
#include "register/merkle.h"

#include <stdio.h>

static json_t *body_new(const struct decide *who, const char *item) {
    json_t *body = json_object();
    field_set(body, "item", item);
    field_set(body, "reason", who->reason);
    return body;
}

static void on_set(json_t *body, const struct decide *who) {
    date day = date_known(who->on) ? who->on : register_today();
    char text[40];
    snprintf(text, sizeof text, "%04d-%02u-%02u", day.year, day.month, day.day);
    field_set(body, "on", text);
}

static bool who_check(const struct decide *who, error *problem) {
    if (!who->by || !*who->by) return error_set(problem, ERROR_USAGE, NULL, -1, "who decides? give --by NAME");
    return strncmp(who->by, "rule:", 5) != 0 || error_set(problem, ERROR_USAGE, NULL, -1, "a person decides, not a rule: give --by NAME");
}

static bool item_check(register_file *file, arena *memory, const char *item, struct item *out, error *problem) {
    struct items found;
    if (!item || !*item) return error_set(problem, ERROR_USAGE, NULL, -1, "which item?");
    if (!register_items(file, memory, &(struct item_filter){ .item = item }, ITEM_WITH_LINKS, &found, problem)) return false;
    if (!found.all.count) return error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no item %s in this register", item);
    *out = found.all.at[0];
    return true;
}

static bool enter(register_file *file, const struct decide *who, const char *act, const char *item, json_t *body, int64_t *entry,
                  error *problem) {
    arena *memory = arena_new();
    struct item found;
    bool good = who_check(who, problem) && (!item || item_check(file, memory, item, &found, problem));
    arena_free(memory);
    if (!good) {
        json_decref(body);
        return false;
    }
    return register_enter(file, who->by, act, body, entry, problem);
}

/* The statement that a span means: the one that overlaps it most, or any span of the record by itself. */
static bool evidence_set(register_file *file, json_t *body, const char *record, uint32_t start, uint32_t end, error *problem) {
    arena *memory = arena_new();
    struct register_records records;
    struct register_statements statements = { 0 };
    slice text;
    bool good = register_records_find(file, memory, &(struct record_filter){ .record = record }, &records, problem);
    if (good && !records.all.count) good = error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no record %s in this register", record);
    if (good && end == 0) goto done; /* the record as a whole */
    good = good && register_text(file, memory, record, &text, problem);
    if (good && (start >= end || end > text.size))
        good =
            error_set(problem, ERROR_USAGE, NULL, -1, "bytes %u to %u do not lie in record %s (%zu bytes)", start, end, record, text.size);
    good = good && register_statements_find(file, memory, &(struct statement_filter){ .record = record, .start = start, .end = end },
                                            &statements, problem);
    const struct register_statement *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; good && i < statements.all.count; i++) {
        const struct register_statement *s = &statements.all.at[i];
        uint32_t from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;
        uint32_t share = (to - from) * 2 >= s->end - s->start ? to - from : 0;
        if (share > most) most = share, best = s;
    }
    if (best) {
        start = best->start, end = best->end;
        field_set(body, "statement", best->id);
        field_set(body, "kind", best->kind);
    }
    if (good) {
        char seen[65];
        hash_hex(hash_of((slice){ text.data + start, end - start }), seen);
        field_set(body, "saw", seen);
        json_object_set_new(body, "start", json_integer(start));
        json_object_set_new(body, "end", json_integer(end));
    }
done:
    if (good) field_set(body, "record", record);
    arena_free(memory);
    return good;
}

static bool word_in(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; word && i < count; i++)
        if (strcmp(words[i], word) == 0) return true;
    return false;
}

bool decide_open(register_file *file, const struct decide *who, const char *record, uint32_t start, uint32_t end, const char *kind,
                 char item[16], int64_t *entry, error *problem) {
    static const char *const tracked[] = { "decision", "tasking", "request", "commitment", "plan", "intention" };
    json_t *body = body_new(who, NULL);
    if (!who_check(who, problem) || !evidence_set(file, body, record, start, end, problem)) goto fail;
    if (end == 0) {
        error_set(problem, ERROR_USAGE, NULL, -1, "which words? give RECORD:START-END");
        goto fail;
    }
    const char *found = field_text(body, "kind");
    if (!kind && word_in(found, tracked, COUNT_OF(tracked))) kind = found;
    if (!kind || !word_in(kind, tracked, COUNT_OF(tracked))) {
        error_set(problem, ERROR_USAGE, NULL, -1,
                  "%s is no kind that is tracked: give --kind decision, tasking, request, commitment, plan or intention",
                  kind ? kind : "this");
        goto fail;
    }
    arena *memory = arena_new();
    struct register_records records;
    slice text;
    if (!register_begin(file, problem)) {
        arena_free(memory);
        goto fail;
    }
    bool good = register_records_find(file, memory, &(struct record_filter){ .record = record }, &records, problem) &&
                register_text(file, memory, record, &text, problem);
    date opened = good && date_known(records.all.at[0].date) ? records.all.at[0].date : register_today();
    if (date_known(who->on)) opened = who->on;
    good = good && register_number(file, opened.year, item, problem);
    if (good) {
        char day[40];
        snprintf(day, sizeof day, "%04d-%02u-%02u", opened.year, opened.month, opened.day);
        bool other_kind = found && strcmp(found, kind) != 0;
        json_int_t from = field_number(body, "start"), to = field_number(body, "end");
        field_set(body, "item", item);
        field_set(body, "opened", day);
        field_set(body, "kind", kind);
        field_set(body, "text", arena_copy(memory, (slice){ text.data + from, (size_t)(to - from) }));
        good = register_enter(file, who->by, "item.open", body, entry, problem);
        body = NULL;
        /* The statement's kind is the reader's word, the person's is another: it must outlive the next reading. */
        if (good && other_kind) good = decide_set(file, who, item, "kind", kind, NULL, problem);
    }
    arena_free(memory);
    if (good && register_commit(file, problem)) return true;
    register_rollback(file);
fail:
    json_decref(body);
    return false;
}

bool decide_close(register_file *file, const struct decide *who, const char *item, const char *as, const char *record, uint32_t start,
                  uint32_t end, const char *other, int64_t *entry, error *problem) {
    static const struct {
        const char *as, *relation;
    } ends[] = { { "delivered", "discharges" }, { "partly", "discharges" }, { "refused", "refuses" },
                 { "withdrawn", "refuses" },    { "lapsed", "reports-on" }, { "superseded", "supersedes" } };
    json_t *body = body_new(who, item);
    const char *relation = NULL;
    for (size_t i = 0; as && i < COUNT_OF(ends); i++)
        if (strcmp(ends[i].as, as) == 0) relation = ends[i].relation;
    if (!relation) {
        error_set(problem, ERROR_USAGE, NULL, -1, "%s is no way to close: delivered, partly, refused, withdrawn, lapsed or superseded",
                  as ? as : "nothing");
        goto fail;
    }
    arena *memory = arena_new();
    struct item replacing;
    bool good = !other || item_check(file, memory, other, &replacing, problem);
    if (good && other && strcmp(other, item) == 0) good = error_set(problem, ERROR_USAGE, NULL, -1, "an item cannot replace itself");
    arena_free(memory);
    if (!good || (record && !evidence_set(file, body, record, start, end, problem))) goto fail;
    field_set(body, "as", as);
    field_set(body, "other", other);
    on_set(body, who);
    if (record) field_set(body, "relation", relation);
    return enter(file, who, "item.close", item, body, entry, problem);
fail:
    json_decref(body);
    return false;
}

bool decide_reopen(register_file *file, const struct decide *who, const char *item, int64_t *entry, error *problem) {
    json_t *body = body_new(who, item);
    on_set(body, who);
    return enter(file, who, "item.reopen", item, body, entry, problem);
}

bool decide_link(register_file *file, const struct decide *who, const char *item, const char *relation, const char *record, uint32_t start,
                 uint32_t end, int64_t *entry, error *problem) {
    static const char *const relations[] = { "reaffirms",  "amends",     "supersedes",  "elaborates", "tasks",
                                             "discharges", "reports-on", "contradicts", "conditions", "refuses" };
    json_t *body = body_new(who, item);
    if (!word_in(relation, relations, COUNT_OF(relations))) {
        error_set(
            problem, ERROR_USAGE, NULL, -1,
            "%s is no relation: reaffirms, amends, supersedes, elaborates, tasks, discharges, reports-on, contradicts, conditions, refuses",
            relation ? relation : "nothing");
        json_decref(body);
        return false;
    }
    if (!evidence_set(file, body, record, start, end, problem)) {
        json_decref(body);
        return false;
    }
    field_set(body, "relation", relation);
    on_set(body, who);
    return enter(file, who, "item.link", item, body, entry, problem);
}

bool decide_due(register_file *file, const struct decide *who, const char *item, const char *due, int64_t *entry, error *problem) {
    date from, to;
    bool none = due && strcmp(due, "none") == 0;
    slice value = slice_of(due);
    bool event =
        (slice_starts(value, SLICE("EVENT:")) && value.size > 6) || (slice_starts(value, SLICE("EVENT-AFTER:")) && value.size > 12);
    if (!none && !event && !timex_days(value, &from, &to))
        return error_set(problem, ERROR_USAGE, NULL, -1,
                         "%s is no due moment: a day (2022-06-29), month, season (2022-FA), quarter, year, EVENT:NAME or none",
                         due ? due : "nothing");
    json_t *body = body_new(who, item);
    field_set(body, "field", "due");
    if (!none) field_set(body, "value", due);
    if (!event) return enter(file, who, "item.set", item, body, entry, problem);
    /* The event appears among the events from this moment on. */
    const char *name = due + (slice_starts(value, SLICE("EVENT:")) ? 6 : 12);
    char other[200];
    snprintf(other, sizeof other, "EVENT:%s", name);
    field_set(body, "other", other);
    return enter(file, who, "item.set", item, body, entry, problem);
}

bool decide_set(register_file *file, const struct decide *who, const char *item, const char *field, const char *value, int64_t *entry,
                error *problem) {
    static const char *const fields[] = { "title",    "kind",      "issuer_id",     "addressee_id", "actor_id",
                                          "assigned", "condition", "condition_met", "target_date",  "recurrence" };
    json_t *body = body_new(who, item);
    if (field && strcmp(field, "label") == 0) {
        if (value && *value && label_level(value) < 0) {
            json_decref(body);
            return error_set(problem, ERROR_USAGE, NULL, -1, "%s is no label: public, internal, confidential or secret", value);
        }
        field_set(body, "label", value && *value ? value : "public");
        return enter(file, who, "item.label", item, body, entry, problem);
    }
    if (!word_in(field, fields, COUNT_OF(fields))) {
        json_decref(body);
        return error_set(problem, ERROR_USAGE, NULL, -1, "%s is no field that can be set", field ? field : "nothing");
    }
    field_set(body, "field", field);
    field_set(body, "value", value);
    return enter(file, who, "item.set", item, body, entry, problem);
}

bool decide_note(register_file *file, const struct decide *who, const char *item, const char *text, int64_t *entry, error *problem) {
    if (!text || !*text) return error_set(problem, ERROR_USAGE, NULL, -1, "an empty note says nothing");
    json_t *body = body_new(who, item);
    json_t *words = json_string(text);
    if (!words) {
        json_decref(body);
        return error_set(problem, ERROR_ENCODING, NULL, -1, "the note is not UTF-8");
    }
    json_object_set_new(body, "text", words);
    return enter(file, who, "item.note", item, body, entry, problem);
}

bool decide_merge(register_file *file, const struct decide *who, const char *item, const char *into, int64_t *entry, error *problem) {
    arena *memory = arena_new();
    struct item target = { 0 };
    bool good = item_check(file, memory, into, &target, problem);
    if (good && (strcmp(item, into) == 0 || target.merged_into))
        good = error_set(problem, ERROR_CONFLICT, NULL, -1, "item %s cannot be merged into %s", item, into);
    arena_free(memory);
    if (!good) return false;
    json_t *body = body_new(who, item);
    field_set(body, "other", into);
    return enter(file, who, "item.merge", item, body, entry, problem);
}

bool decide_event(register_file *file, const struct decide *who, const char *event, const char *value, bool held, int64_t *entry,
                  error *problem) {
    date from, to;
    char other[200];
    if (!event || !*event) return error_set(problem, ERROR_USAGE, NULL, -1, "which event?");
    if (value && *value && !timex_days(slice_of(value), &from, &to))
        return error_set(problem, ERROR_USAGE, NULL, -1,
                         "%s is no date of an event: a day (2022-06-29), days (2022-06-28/2022-06-30), month or year", value);
    if (!held && (!value || !*value)) return error_set(problem, ERROR_USAGE, NULL, -1, "give the event's date, or that it was held");
    json_t *body = body_new(who, NULL);
    snprintf(other, sizeof other, "EVENT:%s", event);
    field_set(body, "other", other);
    field_set(body, "value", value);
    if (held) json_object_set_new(body, "held", json_true());
    return enter(file, who, "event.set", NULL, body, entry, problem);
}

/* --- Entries about entries ----------------------------------------------------------------------------------------- */

static bool target_load(register_file *file, arena *memory, int64_t seq, struct entry *out, error *problem) {
    struct entries found;
    if (seq <= 0) return error_set(problem, ERROR_USAGE, NULL, -1, "which entry?");
    if (!register_entries(file, memory, &(struct ledger_filter){ .from = seq, .to = seq }, &found, problem)) return false;
    if (!found.all.count) return error_set(problem, ERROR_NOT_FOUND, NULL, -1, "there is no entry %lld in this register", (long long)seq);
    *out = found.all.at[0];
    return true;
}

static bool about_entry(register_file *file, const struct decide *who, const char *act, const struct entry *target, int64_t *entry,
                        error *problem) {
    json_t *body = body_new(who, target->item);
    field_set(body, "other", target->other);
    json_object_set_new(body, "target", json_integer(target->seq));
    return enter(file, who, act, NULL, body, entry, problem);
}

/* Whether an entry is a proposal that nobody has decided on yet. */
static bool proposal_check(register_file *file, arena *memory, const struct entry *target, error *problem) {
    json_t *body = json_loads(target->body, 0, NULL);
    bool proposal = json_is_true(json_object_get(body, "proposed")) && !target->undone;
    json_decref(body);
    if (!proposal) return error_set(problem, ERROR_CONFLICT, NULL, -1, "entry %lld is no proposal", (long long)target->seq);
    struct entries about;
    if (!register_entries(file, memory, &(struct ledger_filter){ .item = target->item, .from = target->seq }, &about, problem))
        return false;
    for (uint32_t i = 0; i < about.all.count; i++) {
        json_t *later_body = json_loads(about.all.at[i].body, 0, NULL);
        bool decided = !about.all.at[i].undone && strncmp(about.all.at[i].act, "proposal.", 9) == 0 &&
                       field_number(later_body, "target") == target->seq;
        json_decref(later_body);
        if (decided)
            return error_set(problem, ERROR_CONFLICT, NULL, -1, "proposal %lld was decided on by entry %lld; undo that first",
                             (long long)target->seq, (long long)about.all.at[i].seq);
    }
    return true;
}

static bool proposal_decide(register_file *file, const struct decide *who, const char *act, int64_t proposal, int64_t *entry,
                            error *problem) {
    arena *memory = arena_new();
    struct entry target;
    bool good = who_check(who, problem) && target_load(file, memory, proposal, &target, problem) &&
                proposal_check(file, memory, &target, problem) && about_entry(file, who, act, &target, entry, problem);
    arena_free(memory);
    return good;
}

bool decide_accept(register_file *file, const struct decide *who, int64_t proposal, int64_t *entry, error *problem) {
    return proposal_decide(file, who, "proposal.accept", proposal, entry, problem);
}

bool decide_reject(register_file *file, const struct decide *who, int64_t proposal, int64_t *entry, error *problem) {
    return proposal_decide(file, who, "proposal.reject", proposal, entry, problem);
}

bool decide_undo(register_file *file, const struct decide *who, int64_t undone, int64_t *entry, error *problem) {
    arena *memory = arena_new();
    struct entry target;
    bool good = who_check(who, problem) && target_load(file, memory, undone, &target, problem);
    if (good && target.undone) good = error_set(problem, ERROR_CONFLICT, NULL, -1, "entry %lld was undone already", (long long)undone);
    if (good && strncmp(target.act, "record.", 7) == 0)
        good = error_set(problem, ERROR_CONFLICT, NULL, -1, "a record that was received stays: entry %lld cannot be undone",
                         (long long)undone);
    good = good && about_entry(file, who, "undo", &target, entry, problem);
    arena_free(memory);
    return good;
}
