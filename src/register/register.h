/* Room `register`: records, readings, the ledger, and the views computed from them, in one SQLite file.
 *
 * Records are kept, readings are derived, judgements are entries of an append-only ledger, everything else is a view: item_refresh
 * computes an item from its entries and the statements they point to, and `rebuild` does nothing else than that for every item.
 * Decides nothing: which statement belongs to which item is concluded in room `follow`, status for a date as well.
 *
 * Memory rule: what a function returns lives in the arena it was given; strings are NULL when absent. The handle is for one thread:
 * open one for each. Many may read while one writes (WAL). */
#ifndef GRIFFIE_REGISTER_H
#define GRIFFIE_REGISTER_H

#include "base/base.h"

/* `register` is a word of C; this is one register, opened. */
typedef struct register_file register_file;
enum register_mode { REGISTER_READ, REGISTER_WRITE };

/* Makes an empty register. ERROR_CONFLICT if the file exists. */
bool register_create(const char *path, const char *name, error *problem);
register_file *register_open(const char *path, enum register_mode mode, error *problem);
void register_close(register_file *self);
/* Which register is meant: `given` (-r), else $GRIFFIE_REGISTER, else the only *.griffie of the current folder. */
bool register_find(const char *given, char *path, size_t size, error *problem);
const char *register_path(const register_file *self);
const char *register_name(const register_file *self);

/* Hides what is labelled above `level` from everything that is read through this handle, counts and search included.
 * Levels: 0 public, 1 internal, 2 confidential, 3 secret (label_level). A fresh handle sees everything. */
void register_limit(register_file *self, int level);
int label_level(const char *label); /* -1: no such label; NULL is public */

/* One transaction around several changes; everything that changes a register may be called without, too. They nest: each begin that
 * succeeded is ended by one commit or, if something inside or the commit itself failed, by one rollback, which takes back its own level. */
bool register_begin(register_file *self, error *problem);
bool register_commit(register_file *self, error *problem);
void register_rollback(register_file *self);

/* --- The ledger ---------------------------------------------------------------------------------------------------- */

/* What somebody (or a rule) enters: `body` is a JSON object with what goes with the act; seq, at, by, act, prev are added. */
struct entry {
    int64_t seq;
    const char *at, *by, *act, *item, *other, *record;
    const char *body; /* canonical JSON, whole */
    const char *leaf; /* leaf hash, hexadecimal */
    bool undone;
    const char *undone_by; /* who undid it */
};
struct entries {
    ARRAY(struct entry) all;
};
struct ledger_filter {
    const char *item, *record;
    int64_t from, to, limit;
    bool newest_first;
};
bool register_entries(register_file *self, arena *memory, const struct ledger_filter *filter, struct entries *out, error *problem);

/* Enters a judgement and brings the views of what it touches up to date. `body` (a jansson object, taken) holds what goes with the act:
 * `item`, `other` (an item, or "EVENT:…"), `record`, `target` and more; seq, at, by, act and prev are added. Whoever has begun a
 * transaction around it must roll that back if it fails; the same holds for register_add_reading. */
struct json_t;
bool register_enter(register_file *self, const char *by, const char *act, struct json_t *body, int64_t *seq, error *problem);
/* The next item number of a year: "2021-0017". */
bool register_number(register_file *self, int year, char item[16], error *problem);
/* Today in UTC, or the day of $SOURCE_DATE_EPOCH. */
date register_today(void);

/* One damage that `verify` found. */
struct damage {
    const char *what; /* "entry 12", "record kst-28676-372" … */
    const char *why;
};
struct damages {
    ARRAY(struct damage) all;
    int64_t entries, records;
    char root[65];
};
/* Recomputes every hash, the chain, the tree, every record's bytes and the views. False if the views could not be tried because somebody
 * else was writing; *out holds what was found until then. */
bool register_verify(register_file *self, arena *memory, struct damages *out, error *problem);
/* Signs the tree's head: a C2SP signed note. The key lies beside the register (PATH.key, made when missing, mode 0600). */
bool register_checkpoint(register_file *self, buffer *out, error *problem);
/* Whether the register still holds what a checkpoint signed; ERROR_DAMAGE if not. `key`: verifier key, NULL: the register's own. */
bool register_verify_since(register_file *self, slice checkpoint, const char *key, error *problem);
/* Recomputes all views. */
bool register_rebuild(register_file *self, error *problem);

/* --- Records and readings ------------------------------------------------------------------------------------------ */

/* A reading as JSON lines (MODEL: a reading), with the record's bytes and its clean text (empty: the same bytes).
 * `label`: who may see the record (label_level); NULL: anyone. What a reading opens is labelled as its record. */
struct register_reading {
    slice lines, bytes, text;
    const char *label;
};
enum added { ADDED_NEW, ADDED_SAME /* nothing changed */, ADDED_READ_AGAIN, ADDED_REPLACED };
struct register_added {
    enum added how;
    const char *record;
    int64_t entry;
    uint32_t statements;
};
/* Keeps a record and its reading; room follow then ties its statements (follow_add does both). ERROR_FORMAT names the line. */
bool register_add_reading(register_file *self, arena *memory, const struct register_reading *reading, const char *by,
                          struct register_added *out, error *problem);

struct register_record {
    const char *record, *sha256, *media, *title, *genre, *lang, *issuer_id, *addressee_id, *dossier, *session, *source, *label, *reader;
    date date;
    int64_t bytes, entry;
    uint32_t statements, items;
};
struct register_records {
    ARRAY(struct register_record) all;
};
struct record_filter {
    const char *record, *genre, *dossier, *issuer;
    uint32_t limit, offset;
};
bool register_records_find(register_file *self, arena *memory, const struct record_filter *filter, struct register_records *out,
                           error *problem);
/* The clean text that statements' offsets point into. ERROR_NOT_FOUND. */
bool register_text(register_file *self, arena *memory, const char *record, slice *out, error *problem);
/* The bytes as received. */
bool register_bytes(register_file *self, arena *memory, const char *record, slice *out, error *problem);

struct register_statement {
    const char *record, *id, *kind, *sub, *text, *text_norm, *section, *issuer_id, *addressee_id, *actor_id, *action;
    const char *due_text, *due_value, *due_anchor, *target_date, *recurrence, *recurrence_text, *condition, *classification, *act_time,
        *rule;
    const char *json; /* the whole line of the reading */
    const char *item; /* the item it opened, NULL if none */
    date record_date;
    uint32_t number, start, end, block, page;
    int32_t confidence; /* per mille */
    int8_t binding;     /* 1, 0, -1 unknown */
    bool negated;
};
struct register_statements {
    ARRAY(struct register_statement) all;
};
struct statement_filter {
    const char *record, *kind, *issuer, *id;
    bool tracked, linking;
    uint32_t start, end /* overlapping, when end > 0 */, limit, offset;
};
bool register_statements_find(register_file *self, arena *memory, const struct statement_filter *filter, struct register_statements *out,
                              error *problem);
/* Mentions of a record: the JSON lines of its reading. */
bool register_mentions(register_file *self, arena *memory, const char *record, buffer *out, error *problem);

struct search_hit {
    const char *record, *statement, *kind, *item, *title, *snippet /* hits between \x02 and \x03 */;
    uint32_t start, end;
    date date;
};
struct search_hits {
    ARRAY(struct search_hit) all;
};
/* Full text over statements and titles; words are stemmed, "phrases", OR, NOT and prefix* as in FTS5. */
bool register_search(register_file *self, arena *memory, const char *query, uint32_t limit, struct search_hits *out, error *problem);

/* --- Items --------------------------------------------------------------------------------------------------------- */

/* When something is due: the days [from, to] in which its last moment lies; year 0: unknown. */
enum due_kind { DUE_NONE, DUE_DATE, DUE_SEASON, DUE_EVENT, DUE_AFTER_EVENT, DUE_VAGUE };
struct due {
    enum due_kind kind;
    date from, to;
    const char *event; /* identifier without EVENT: */
};

/* The days of a TIMEX3 value ("2021-FA", "2022-06", "2021-W24", "2021-06-01/2021-07-15"); false if it has none ("PXM", "FUTURE_REF"). */
bool timex_days(slice value, date *from, date *to);
/* A statement's due moment from its value and anchor; "P6W" counts from the day of its record. Events keep their date in `event`. */
struct due due_of(const char *value, const char *anchor, date record_date);
/* The same with a TIMEX3 duration added ("P1Y", "P6M"); false if it is none. */
bool date_add_duration(date day, const char *duration, int times, date *out);

struct item_field {
    const char *field, *value, *record, *by;
    uint32_t start, end;
    int64_t entry;
};
struct item_link {
    const char *record, *statement, *kind, *relation, *by, *reason, *text;
    uint32_t start, end;
    int32_t confidence;
    bool proposed;
    int64_t entry;
    date on;
};
/* A closing or reopening: `as` is delivered, partly, refused, withdrawn, lapsed, superseded or open. */
struct item_closing {
    const char *as, *by, *reason, *record, *other;
    uint32_t start, end;
    int64_t entry;
    date on;
    int32_t confidence;
    bool proposed;
};
struct item_note {
    const char *text, *by, *at;
    int64_t entry;
};

struct item {
    const char *item, *kind, *sub, *title, *record, *statement, *text, *issuer_id, *actor_id, *addressee_id, *assigned, *label;
    const char *due_text, *due_value, *due_anchor, *target_date, *recurrence, *recurrence_text, *condition, *by, *merged_into;
    uint32_t start, end;
    struct due due; /* the first moment; that of an event as the event stands now */
    date opened;
    bool complete;   /* a decision complete by being made */
    bool gate_open;  /* its condition was entered as met */
    bool event_held; /* the event of `due` took place */
    bool conditional;
    int8_t binding;
    int32_t confidence;
    int64_t entry;
    ARRAY(struct item_closing) closings; /* in order of date; without proposals unless asked WITH_PROPOSALS */
    ARRAY(struct item_link) links;       /* WITH_LINKS */
    ARRAY(struct item_field) fields;     /* WITH_FIELDS */
    ARRAY(struct item_note) notes;       /* WITH_FIELDS */
};
struct items {
    ARRAY(struct item) all;
};
enum item_with { ITEM_WITH_NOTHING = 0, ITEM_WITH_LINKS = 1, ITEM_WITH_FIELDS = 2, ITEM_WITH_PROPOSALS = 4 };
struct item_filter {
    const char *item, *kind, *issuer, *addressee, *actor, *assigned, *record /* opened or linked there */, *opened_in, *label, *event;
    const char *text; /* full text, as in register_search */
    date opened_by;   /* items opened later are left out */
    date opened_on;   /* items opened on this day */
};
/* In order of number. */
bool register_items(register_file *self, arena *memory, const struct item_filter *filter, unsigned with, struct items *out, error *problem);

/* Items that a reference (kst-28676-367, TZ202106-012) may mean: those that the record opened, and those whose own words name it. */
bool register_items_named(register_file *self, arena *memory, const char *reference, struct items *out, error *problem);
/* Identifiers of the references inside a span of a record to what undertakings may come from: not of laws, treaties, meetings. */
bool register_references(register_file *self, arena *memory, const char *record, uint32_t start, uint32_t end, const char ***out,
                         uint32_t *count, error *problem);

struct similar {
    const char *item;
    int32_t likeness; /* per mille */
};
struct similars {
    ARRAY(struct similar) all;
};
/* Items of other records whose words are like these, the likest first: shared words weigh more the rarer they are in this register. */
bool register_similar(register_file *self, arena *memory, const char *text, const char *not_in, struct similars *out, error *problem);

struct event {
    const char *event, *name, *state /* known, expected, moved, held */, *record, *by;
    date from, to;
    int64_t entry;
    uint32_t items;
};
struct events {
    ARRAY(struct event) all;
};
bool register_events(register_file *self, arena *memory, const char *only, struct events *out, error *problem);

struct register_counts {
    int64_t records, statements, items, entries, proposals;
};
bool register_counts(register_file *self, struct register_counts *out, error *problem);

#endif
