/* Days: what stretch a node is, which year or week is meant when the words leave it out, steps from the record's date, holidays.
 *
 * A date without its year is the one that fits best: `jl.` and `a.s.` decide, then the tense of the nearest verb, then nearness, where
 * the past counts double: records speak mostly of what is still to come. Worked example, record of 2021-11-12: "op 1 maart" → 2022-03-01
 * (109 days ahead against twice 256 days back); "op 1 maart heeft …" → 2021-03-01. */
#include <ctype.h>
#include <stdlib.h>

#include "mention/timex.h"

/* ---- holidays and recesses: [NAME@]rule[..rule], a rule being MM-DD, MM-W#N (Nth weekday W, -1 the last), MM-DD^W and MM-DDvW (the
 * weekday on or after, on or before), E+N (days from Easter). */
static bool rule_day(const char **at, int year, date *out) {
    char *end;
    if (**at == 'E') {
        long days = strtol(*at + 1, &end, 10);
        *at = end;
        *out = date_from_days(date_to_days(date_easter(year)) + (int32_t)days);
        return true;
    }
    long month = strtol(*at, &end, 10);
    if (*end != '-' || month < 1 || month > 12) return false;
    long day = strtol(end + 1, &end, 10);
    if (*end == '#') {
        long number = strtol(end + 1, &end, 10);
        int32_t first = date_to_days((date){ (int16_t)year, (uint8_t)month, 1 }), last = first + date_days_in_month(year, (int)month) - 1;
        int32_t found = number > 0 ? first + (int32_t)(day - date_weekday(date_from_days(first)) + 7) % 7 + 7 * (int32_t)(number - 1)
                                   : last - (int32_t)(date_weekday(date_from_days(last)) - day + 7) % 7;
        *out = date_from_days(found);
    } else {
        *out = (date){ (int16_t)year, (uint8_t)month, (uint8_t)day };
        int32_t days = date_to_days(*out);
        if (*end == '^' || *end == 'v') {
            bool after = *end == '^';
            long weekday = strtol(end + 1, &end, 10);
            int now = date_weekday(*out);
            *out = date_from_days(after ? days + (int32_t)(weekday - now + 7) % 7 : days - (int32_t)(now - weekday + 7) % 7);
        }
    }
    *at = end;
    return true;
}

bool holiday_stretch(const char *rule, int year, struct stretch *out) {
    const char *at = strchr(rule, '@') ? strchr(rule, '@') + 1 : rule;
    *out = (struct stretch){ 0 };
    if (!*at || !rule_day(&at, year, &out->from)) return false;
    out->to = out->from;
    out->narrow = false;
    if (strncmp(at, "..", 2) == 0) {
        at += 2;
        if (!rule_day(&at, year, &out->to)) return false;
        if (date_compare(out->to, out->from) < 0) {
            const char *again = strstr(rule, "..") + 2;
            rule_day(&again, year + 1, &out->to);
        }
    }
    return true;
}

slice holiday_event(const char *rule) {
    const char *end = strchr(rule, '@');
    return end ? (slice){ rule, (size_t)(end - rule) } : (slice){ 0 };
}

/* ---- stretches */
static struct stretch months_from(int year, int month, int count) {
    date from = { (int16_t)year, (uint8_t)month, 1 };
    return (struct stretch){ from, date_add(date_add(from, 0, count, 0), 0, 0, -1), false };
}

bool date_stretch(const struct node *node, struct stretch *out) {
    uint32_t f = node->fields;
    *out = (struct stretch){ 0 };
    if (f & F_CENTURY)
        return *out = (struct stretch){ { (int16_t)(node->century > 0 ? node->century * 100 : 1), 1, 1 },
                                        { (int16_t)(node->century * 100 + 99), 12, 31 },
                                        false },
               true;
    if (f & F_DECADE)
        return *out = (struct stretch){ { (int16_t)(node->decade * 10), 1, 1 }, { (int16_t)(node->decade * 10 + 9), 12, 31 }, false }, true;
    if (!(f & F_YEAR) || node->year < 1) return false;
    if (f & F_SESSION) {
        struct stretch next;
        if (!holiday_stretch("09-2#3", node->year, out) || !holiday_stretch("09-2#3", node->year + 1, &next)) return false;
        out->to = date_from_days(date_to_days(next.from) - 1);
        return true;
    }
    if (f & F_HOLIDAY) return holiday_stretch(node->text, node->year, out);
    if (f & F_WEEK) {
        date monday = date_from_iso_week(node->year, node->week, 1);
        int32_t days = date_to_days(monday);
        *out = (struct stretch){ date_from_days(days + (f & F_WEEKEND ? 5 : 0)), date_from_days(days + 6), false };
        return true;
    }
    if (f & F_DAY && f & F_MONTH) {
        int day = node->day, last = date_days_in_month(node->year, node->month);
        out->from = out->to = (date){ node->year, (uint8_t)node->month, (uint8_t)(day > last ? last : day) };
        out->narrow = false;
        return true;
    }
    if (f & (F_DAY | F_WEEKDAY)) return false;
    if (f & F_MONTH) return *out = months_from(node->year, node->month, 1), true;
    if (f & F_SEASON) return *out = months_from(node->year, node->season * 3, 3), true;
    if (f & F_QUARTER) return *out = months_from(node->year, node->quarter * 3 - 2, 3), true;
    if (f & F_HALF) return *out = months_from(node->year, node->half * 6 - 5, 6), true;
    *out = months_from(node->year, 1, 12);
    return true;
}

void node_set_day(struct node *self, date day) {
    self->fields = (self->fields & (FIELDS_CLOCK | F_PART)) | F_YEAR | F_MONTH | F_DAY;
    self->year = day.year, self->month = (int8_t)day.month, self->day = (int8_t)day.day;
}

date date_move(date from, char unit, double amount) {
    int whole = (int)amount;
    double rest = amount - whole;
    switch (unit) {
    case 'Y':
        return date_add(from, whole, (int)(rest * 12), 0);
    case 'M':
        return date_add(from, 0, whole, (int)(rest * 30));
    case 'W':
    case 'Z':
        return date_add(from, 0, 0, (int)(amount * 7));
    case 'B': { /* working days */
        int32_t days = date_to_days(from);
        for (int left = whole < 0 ? -whole : whole; left > 0;) {
            days += whole < 0 ? -1 : 1;
            if (date_weekday(date_from_days(days)) <= 5) left--;
        }
        return date_from_days(days);
    }
    default:
        return date_add(from, 0, 0, whole);
    }
}

bool date_of_steps(struct timex_context *self, char unit, int steps, struct node *out) {
    date now = self->today;
    static const struct {
        char unit;
        uint32_t fields;
    } fields[] = {
        { 'D', F_YEAR | F_MONTH | F_DAY },
        { 'B', F_YEAR | F_MONTH | F_DAY },
        { 'W', F_YEAR | F_WEEK },
        { 'Z', F_YEAR | F_WEEK | F_WEEKEND },
        { 'M', F_YEAR | F_MONTH },
        { 'Q', F_YEAR | F_QUARTER },
        { 'S', F_YEAR | F_HALF },
        { 'Y', F_YEAR },
        { 'E', F_DECADE },
        { 'C', F_CENTURY },
    };
    out->fields = 0;
    for (size_t i = 0; i < COUNT_OF(fields); i++)
        if (fields[i].unit == unit) out->fields = fields[i].fields;
    if (!out->fields) return false;
    if (!date_known(now)) {
        out->flags |= NODE_UNANCHORED;
        out->steps = (int16_t)steps;
        out->unit = (uint8_t)unit;
        return true;
    }
    int year;
    int index;
    switch (unit) {
    case 'D':
    case 'B':
        node_set_day(out, date_move(now, unit, steps));
        break;
    case 'W':
    case 'Z':
        out->week = (int8_t)date_iso_week(date_from_days(date_to_days(now) + 7 * steps), &year);
        out->year = (int16_t)year;
        break;
    case 'M':
        now = date_add((date){ now.year, now.month, 1 }, 0, steps, 0);
        out->year = now.year, out->month = (int8_t)now.month;
        break;
    case 'Q':
        index = now.year * 4 + (now.month - 1) / 3 + steps;
        out->year = (int16_t)(index / 4), out->quarter = (int8_t)(index % 4 + 1);
        break;
    case 'S':
        index = now.year * 2 + (now.month - 1) / 6 + steps;
        out->year = (int16_t)(index / 2), out->half = (int8_t)(index % 2 + 1);
        break;
    case 'Y':
        out->year = (int16_t)(now.year + steps);
        break;
    case 'E':
        out->decade = (int16_t)(now.year / 10 + steps);
        break;
    default:
        out->century = (int16_t)(now.year / 100 + steps);
        break;
    }
    return true;
}

/* ---- tense */
/* Of the finite verb that stands nearest to the window, in the window's sentence: "zal" future, "vond" past, "heeft … besloten" past. */
int timex_tense(struct timex_context *self) {
    if (self->tense != TENSE_UNREAD) return self->tense;
    const struct text *text = self->text;
    uint32_t here = self->atoms[0].token, there = self->atoms[self->atom_count - 1].token, nearest = UINT32_MAX;
    bool participle = false, perfect = false;
    int tense = 0;
    for (uint32_t i = self->sentence->first; i < self->sentence->last; i++) {
        const struct token *token = &text->tokens.at[i];
        if (token->pos != POS_VERB && token->pos != POS_AUX) continue;
        if (token->forms & FORM_PARTICIPLE && !(token->forms & FORM_FINITE)) participle = true;
        int32_t modal = 0;
        if (!(token->forms & FORM_FINITE) && !lexicon_lemma_class(text->words, token->lemma, CLASS_MODAL, NULL)) continue;
        uint32_t distance = i < here ? here - i : i > there ? i - there : 0;
        if (distance >= nearest) continue;
        nearest = distance;
        bool is_modal = lexicon_lemma_class(text->words, token->lemma, CLASS_MODAL, &modal);
        perfect = !is_modal && lexicon_lemma_class(text->words, token->lemma, CLASS_PERFECT, NULL) && !(token->forms & FORM_PAST);
        tense = is_modal && modal == 1 ? 1 : token->forms & FORM_PAST && !is_modal ? -1 : 0;
    }
    if (perfect && participle) tense = -1;
    return self->tense = (int8_t)tense;
}

/* ---- what the words leave out */
static double candidate_cost(struct timex_context *self, const struct stretch *stretch, int direction, bool limit) {
    int32_t now = date_to_days(self->today), from = date_to_days(stretch->from), to = date_to_days(stretch->to);
    double distance = now < from ? from - now : now > to ? now - to : 0;
    bool past = now > to, ahead = now < from, narrow = stretch->narrow;
    if (direction < 0) return (from > now ? 1e6 : 0) + distance;
    if (direction == 1) return (to <= now ? 1e6 : 0) + distance;
    int tense = limit ? 0 : timex_tense(self); /* "kreeg opdracht om voor de winter …": what is narrated lies ahead */
    if (tense < 0) return distance * (ahead ? 5 : 1);
    if (tense > 0) return distance * (past ? 8 : 1);
    return distance * (past ? narrow ? 6 : 3 : 1);
}

static bool is_limit(const struct node *node) { return node->mod == MOD_BEFORE || node->mod == MOD_ON_OR_BEFORE; }

/* "de brief van 3 juni", "the letter of 3 June", "d.d. 3 juni": a day by which something is called is more often past. */
static bool names_something(const struct timex_context *self, const struct node *node) {
    uint32_t token = self->atoms[node->first + node->lead].token;
    if (!(node->fields & F_DAY) || token <= self->sentence->first) return false;
    const struct token *before = &self->text->tokens.at[token - 1];
    return word_roles(self->roles, self->text, before->word, self->lang) >> ROLE_OF & 1 || before->shape == SHAPE_ABBREVIATION;
}

static void complete_year(struct timex_context *self, struct node *node) {
    bool limit = is_limit(node), named = names_something(self, node);
    int year = self->today.year, best = year, direction = node->direction;
    double lowest = 1e18;
    if (direction == 2) { /* this summer, dit zomerreces */
        node->year = (int16_t)year, node->fields |= F_YEAR;
        return;
    }
    for (int try = year - 1; try <= year + 1; try++) {
        struct node filled = *node;
        struct stretch stretch;
        filled.fields |= F_YEAR, filled.year = (int16_t)try;
        if (node->fields & F_DAY && node->month == 2 && node->day == 29 && date_days_in_month(try, 2) < 29) continue;
        if (!date_stretch(&filled, &stretch)) continue;
        double cost = candidate_cost(self, &stretch, direction == 1 || direction == -1 ? direction : 0, limit);
        if (named && date_compare(stretch.from, self->today) > 0) cost *= 6;
        if (cost < lowest) lowest = cost, best = try;
    }
    if (lowest > 1e17)
        for (int away = 0; away < 8; away++) /* 29 February: the nearest leap year */
            for (int side = -1; side <= 1; side += 2)
                if (lowest > 1e17 && date_days_in_month(year + side * away, 2) == 29) best = year + side * away, lowest = 0;
    node->year = (int16_t)best, node->fields |= F_YEAR;
}

static void complete_weekday(struct timex_context *self, struct node *node) {
    bool limit = is_limit(node);
    int32_t now = date_to_days(self->today), monday = now - date_weekday(self->today) + 1, best = now;
    double lowest = 1e18;
    uint32_t rest = node->fields & (FIELDS_CLOCK | F_PART);
    if (node->direction == 2 || node->steps)
        best = monday + node->weekday - 1 + 7 * node->steps;
    else
        for (int32_t day = monday - 7 + node->weekday - 1; day <= monday + 20; day += 7) {
            struct stretch stretch = { date_from_days(day), date_from_days(day), true };
            double cost = candidate_cost(self, &stretch, node->direction, limit);
            if (day == now) cost = node->direction ? 1e7 : 8; /* today would be called so */
            if (cost < lowest) lowest = cost, best = day;
        }
    node_set_day(node, date_from_days(best));
    node->fields |= rest;
}

static void complete_day(struct timex_context *self, struct node *node) {
    bool limit = is_limit(node);
    double lowest = 1e18;
    date best = self->today;
    uint32_t rest = node->fields & (FIELDS_CLOCK | F_PART);
    for (int month = -6; month <= 6; month++) {
        date first = date_add((date){ self->today.year, self->today.month, 1 }, 0, month, 0);
        if (node->day > date_days_in_month(first.year, first.month)) continue;
        date day = { first.year, first.month, (uint8_t)node->day };
        if (node->fields & F_WEEKDAY && date_weekday(day) != node->weekday) continue;
        struct stretch stretch = { day, day, false };
        double cost = candidate_cost(self, &stretch, node->direction, limit);
        if (cost < lowest) lowest = cost, best = day;
    }
    node_set_day(node, best);
    node->fields |= rest;
}

void date_complete(struct timex_context *self, struct node *node) {
    uint32_t f = node->fields;
    if (f & (F_YEAR | F_DECADE | F_CENTURY) || node->flags & NODE_UNANCHORED) return;
    uint32_t needs = f & (F_MONTH | F_DAY | F_WEEKDAY | F_SEASON | F_QUARTER | F_HALF | F_HOLIDAY | F_WEEK);
    if (!needs) return;
    if (!date_known(self->today)) {
        node->flags |= NODE_UNANCHORED;
        return;
    }
    if (f & (F_MONTH | F_SEASON | F_QUARTER | F_HALF | F_HOLIDAY | F_WEEK))
        complete_year(self, node);
    else if (f & F_DAY)
        complete_day(self, node);
    else
        complete_weekday(self, node);
}
