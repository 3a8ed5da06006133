/* The grammar of times: nodes over atoms, built bottom-up by a table of rules. Private to the files timex*.c.
 *
 * Worked example, record of 2021-06-25: "vóór eind november a.s." → leaves BEFORE, MOD(END), MONTH 11, FUTURE → rule (MONTH FUTURE):
 * DATE month 11, direction +1 → rule (MOD DATE): mod END → rule (BEFORE DATE): mod ON_OR_BEFORE, last day of it → 2021-11-30.
 *
 * A window of atoms is read from left to right; each new node tries the rules whose last slot it fits, the other slots are sought
 * among the nodes that end where it starts. Windows hold at most WINDOW_MAX atoms and NODES_MAX nodes, so cost is linear in the text. */
#ifndef GRIFFIE_TIMEX_H
#define GRIFFIE_TIMEX_H

#include "mention/numeric.h"

enum { WINDOW_MAX = ATOM_WINDOW_MAX, NODES_MAX = 800, RULE_SLOTS = 6 };

/* What a function word does in the grammar: the value of TIME_WORD in data/lexicon is one or more of these names joined by "+". */
/* clang-format off */
#define TIMEX_ROLES(X) \
    X(THE) X(OF) X(ON) X(IN) X(AT) X(FROM) X(TO) X(BETWEEN) X(AND) X(OR) X(BEFORE) X(AFTER) X(SINCE) X(UNTIL) X(BY) \
    X(WITHIN) X(OVER) X(DURING) X(AGO) X(HENCE) X(EVERY) X(OTHER) X(TIMES) X(PER) X(WHOLE) X(FEW) X(OCLOCK) X(AM) X(PM) \
    X(QUARTER) X(HALF) X(PAST) X(TO_HOUR) X(LAST) X(QUARTERS) X(HALVES) X(WEEKS) X(DECADES) X(DECADE_END) X(ORDINAL_END) \
    X(SESSION) X(LATER) X(EARLIER) X(MORE) X(LESS) X(THAN) X(A) X(THAT) X(SAME) X(NEAR) X(AROUND) X(COURSE) X(PLUS) \
    X(FOR) X(SHARP) X(ONE_AND) X(WEEKEND) X(BEGINNING) X(YEARS_OLD) X(POST)
/* clang-format on */
enum role {
#define X(name) ROLE_##name,
    TIMEX_ROLES(X)
#undef X
        ROLE_COUNT,
    /* Slots beyond the roles: signs, leaves, and what has been built. */
    S_DASH = 64,
    S_SLASH,
    S_DOT,
    S_COLON,
    S_COMMA,
    S_APOSTROPHE,
    N_ANY,
    N_WHOLE,
    N_DAY,
    N_ORDINAL,
    N_ORDINAL_DAY,
    N_MONTH,
    N_HOUR,
    N_MINUTE,
    N_MINUTES,
    N_YEAR,
    N_YEAR_SHORT,
    N_DECADE,
    N_CLOCK4,
    T_UNIT,
    T_UNIT_PLURAL,
    T_PAST,
    T_FUTURE,
    T_PRESENT,
    T_RELATIVE,
    T_MOD,
    T_APPROX,
    T_FREQUENCY,
    T_MONTH,
    T_WEEKDAY,
    T_SEASON,
    T_YEAR,
    T_NO_YEAR,
    T_DAY_MONTH,
    T_DAY,
    T_STRETCH,
    T_CALENDAR,
    T_WEEK,
    T_PART,
    T_CLOCK,
    T_MOMENT,
    T_ANY,
    T_ORDINAL_DAY,
    T_DURATION,
    T_RANGE,
    T_CLOCK_RANGE,
    T_SET,
    T_VAGUE,
    T_HOLIDAY,
    T_POINT,
    T_LIMIT,
    T_WRAP,
    SLOT_COUNT
};
_Static_assert(ROLE_COUNT <= 64 && SLOT_COUNT <= 128, "slots are bits of two words");

enum node_kind {
    NODE_NONE,
    LEAF_WORD /* roles and signs */,
    LEAF_NUMBER,
    LEAF_UNIT,
    LEAF_RELATIVE,
    LEAF_MOD,
    LEAF_APPROX,
    NODE_DATE,
    NODE_DURATION,
    NODE_RANGE,
    NODE_SET,
    NODE_VAGUE
};
/* Parts of a date or moment that are known; the grain is the finest of them. */
enum field {
    F_CENTURY = 1,
    F_DECADE = 2,
    F_YEAR = 4,
    F_HALF = 8,
    F_QUARTER = 16,
    F_SEASON = 32,
    F_MONTH = 64,
    F_WEEK = 128,
    F_WEEKEND = 256,
    F_DAY = 512,
    F_WEEKDAY = 1024,
    F_HOLIDAY = 2048,
    F_PART = 4096,
    F_HOUR = 8192,
    F_MINUTE = 16384,
    F_SECOND = 32768,
    F_SESSION = 65536
};
enum { FIELDS_CLOCK = F_HOUR | F_MINUTE | F_SECOND, FIELDS_DAY = F_DAY | F_WEEKDAY | F_HOLIDAY };
enum node_flag {
    NODE_LATENT = 1 /* a part of something, no time by itself */,
    NODE_OPEN = 2 /* meridiem not said */,
    NODE_END_OF = 4 /* "einde van": its last day
is meant once a limit is put before it */
    ,
    NODE_PLURAL = 8,
    NODE_EXCLUSIVE = 16,
    NODE_RELATIVE = 32 /* reckoned from the record's date */,
    NODE_UNANCHORED = 64 /* the record's date is unknown */,
    NODE_APPROX = 128,
    NODE_VAGUE_BOUNDS = 256,
    NODE_REFERENCE = 512 /* same, that */,
    NODE_PREFIXED = 1024 /* a preposition has been taken */,
    NODE_ARTICLE = 2048,
    NODE_WORDY = 4096,
    NODE_SIGNED = 8192
};

struct node {
    uint64_t slots[2];
    uint32_t fields;
    uint16_t flags;
    uint16_t left, right;      /* of a range: nodes, 0 open */
    uint8_t kind, first, last; /* atoms [first, last) */
    uint8_t lead;              /* atoms at its start that are no part of the mention: articles, plain prepositions */
    uint8_t mod, unit /* letter of UNIT_CODE */, digits;
    int8_t direction; /* the words say past -1, future 1 */
    int8_t score;
    int16_t year, decade, century, steps;
    int8_t month, day, weekday, week, half, quarter, season, part, hour, minute, second;
    double amount[3]; /* of a duration, each with its unit; -1: not said how many */
    char units[4];
    double number;
    const char *text; /* name of a holiday or meeting, vague value, frequency */
};

struct timex_context {
    arena *memory;
    const struct text *text;
    date today; /* of the record; unknown: year 0 */
    enum language lang;
    const struct sentence *sentence;
    int8_t tense; /* of the sentence: -1 past, 1 future, 0 not known; TENSE_UNREAD */
    struct role_memory *roles;
    const struct atom *atoms; /* of the window */
    uint32_t atom_count;
    struct node *nodes; /* [0] unused */
    uint32_t node_count;
    uint16_t *ends; /* nodes by where they end: first of each list, then next */
    uint16_t end_first[WINDOW_MAX + 1];
    uint64_t end_slots[WINDOW_MAX + 1][2]; /* of all nodes that end there */
    const struct rule_group *rule_groups;  /* by slot */
    const struct rule_entry *rule_order;
};
enum { TENSE_UNREAD = 9 };

struct rule;
/* Makes a node of the parts that a rule matched; false if they do not go together. The caller sets atoms, slots and (unless set) lead. */
typedef bool (*node_builder)(struct timex_context *context, const struct rule *rule, const struct node *const *part, struct node *out);
struct rule {
    uint8_t slots[RULE_SLOTS]; /* enum role, RULE_END after the last */
    node_builder build;
    int arg;
    uint8_t lang; /* enum language; 0: both */
};
enum { RULE_END = 0xFF };
/* A rule in the index by last slot: what must end where the last part starts, RULE_END if that part is the whole rule. */
struct rule_entry {
    uint16_t rule;
    uint8_t before, length, lang;
};
/* The rules that end in a slot. */
struct rule_group {
    uint16_t first, last; /* in the context's rule_order */
    uint64_t before[2];   /* what their parts before the last may be */
    bool alone;           /* one of them has but one part */
};
extern const struct rule timex_rules[];
extern const uint32_t timex_rule_count;
/* Role bits of a TIME_WORD value. */
uint64_t timex_roles(slice names);
/* The roles of all the senses that a word has in a language. */
uint64_t word_roles(struct role_memory *memory, const struct text *text, uint32_t word, enum language lang);

/* timex_chart.c: fills the context's nodes from its atoms, and chooses which nodes to keep: indexes in text order. */
void timex_parse(struct timex_context *self);
uint32_t timex_choose(struct timex_context *self, uint16_t *out, uint32_t capacity);
void node_set_slots(struct node *self);
/* A node beside the chart, for the ends of a range; 0 if there is no room. */
uint16_t node_keep(struct timex_context *self, const struct node *node);
bool node_glued(const struct timex_context *self, const struct node *node); /* no blank before its first atom */

/* timex_calendar.c: what stretch of days a node is. */
struct stretch {
    date from, to;
    bool narrow; /* a day of the week */
};
/* Fills the year, month or week that the words leave out, by tense, direction and distance from the record's date. */
void date_complete(struct timex_context *self, struct node *node);
bool date_stretch(const struct node *node, struct stretch *out);
/* The node for `steps` units from the record's date: this week 0, next year 1. */
bool date_of_steps(struct timex_context *self, char unit, int steps, struct node *out);
/* A day, week … `amount` units from a day. */
date date_move(date from, char unit, double amount);
void node_set_day(struct node *self, date day);
int timex_tense(struct timex_context *self);
/* Holidays and periods with a rule, for a year: data/README of HOLIDAY. */
bool holiday_stretch(const char *rule, int year, struct stretch *out);
slice holiday_event(const char *rule);

/* timex_value.c: TIMEX3 strings. */
bool timex_mention(struct timex_context *self, uint32_t node, struct mention *out);
/* The first `size` characters of a day: 2021, 2021-06, 2021-06-14. */
enum { YEAR_SIZE = 4, MONTH_SIZE = 7, DAY_SIZE = 10 };
const char *day_text(arena *memory, int year, int month, int day, size_t size);
#endif
