/* Builders of dates: day, month and year together, relative ones, ordinals, begin and end, limits. See timex_rules.c for which rule uses
 * which. */
#include "mention/timex_build.h"

enum {
    FIELDS_CALENDAR = F_CENTURY | F_DECADE | F_YEAR | F_HALF | F_QUARTER | F_SEASON | F_MONTH | F_WEEK | F_WEEKEND | F_DAY | F_WEEKDAY |
                      F_HOLIDAY | F_SESSION
};

void node_copy(struct node *out, const struct node *node) {
    *out = *node;
    memset(out->slots, 0, sizeof out->slots);
    out->lead = 0;
    out->flags &= (uint16_t) ~(NODE_ARTICLE | NODE_PREFIXED);
}

bool node_follows_glued(const struct timex_context *context, const struct node *node) { return context->atoms[node->first].glued; }

bool node_join(struct node *out, const struct node *node) {
    uint32_t both = out->fields & node->fields;
    if (both & ~(uint32_t)F_WEEKDAY) return false;
    if (both && out->weekday != node->weekday) return false;
    uint32_t fields = node->fields;
    if (fields & F_CENTURY) out->century = node->century;
    if (fields & F_DECADE) out->decade = node->decade;
    if (fields & F_YEAR) out->year = node->year;
    if (fields & F_HALF) out->half = node->half;
    if (fields & F_QUARTER) out->quarter = node->quarter;
    if (fields & F_SEASON) out->season = node->season;
    if (fields & F_MONTH) out->month = node->month;
    if (fields & F_WEEK) out->week = node->week;
    if (fields & F_DAY) out->day = node->day;
    if (fields & F_WEEKDAY) out->weekday = node->weekday;
    if (fields & F_HOLIDAY) out->text = node->text;
    if (fields & F_PART) out->part = node->part;
    if (fields & F_HOUR) out->hour = node->hour;
    if (fields & F_MINUTE) out->minute = node->minute;
    if (fields & F_SECOND) out->second = node->second;
    out->fields |= fields;
    out->flags |= node->flags & (NODE_RELATIVE | NODE_UNANCHORED | NODE_APPROX | NODE_OPEN);
    if (node->direction) out->direction = node->direction;
    if (node->mod && !out->mod) out->mod = node->mod;
    out->steps = node->steps ? node->steps : out->steps;
    if ((out->fields & F_DAY) && (out->fields & F_MONTH)) out->fields &= ~(uint32_t)F_WEEKDAY;
    return true;
}

/* '98 is 1998, '21 is 2021: the century in which the year is at most thirty years ahead of the record (chrono, ISO 8601:1988 practice). */
static int year_of_two(const struct timex_context *context, int two) {
    int now = context->today.year ? context->today.year : 2000;
    int year = now - now % 100 + two;
    return year > now + 30 ? year - 100 : year <= now - 70 ? year + 100 : year;
}

static void join_number(const struct timex_context *context, enum role slot, const struct node *number, struct node *out) {
    switch ((int)slot) {
    case N_DAY:
    case N_ORDINAL_DAY:
        out->day = (int8_t)number->number;
        out->fields |= F_DAY;
        break;
    case N_MONTH:
        out->month = (int8_t)number->number;
        out->fields |= F_MONTH;
        break;
    case N_YEAR:
        out->year = (int16_t)number->number;
        out->fields |= F_YEAR;
        break;
    case N_YEAR_SHORT:
        out->year = (int16_t)year_of_two(context, (int)number->number);
        out->fields |= F_YEAR;
        break;
    default:
        break;
    }
}

/* 29 February exists in some year; 30 February is a slip, still meant as a date. */
static bool day_possible(const struct node *node) {
    if (!(node->fields & F_DAY) || !(node->fields & F_MONTH) || node->flags & NODE_UNANCHORED) return true;
    if (node->month < 1 || node->month > 12 || node->day < 1) return false;
    return node->day <= (node->month == 2 ? 30 : date_days_in_month(2000, node->month));
}

/* The 31 of "107.31", the 1 of "37.1": no number of its own. */
static bool starts_inside(const struct timex_context *context, const struct node *node) {
    uint32_t at = node->first;
    return node->kind == LEAF_NUMBER && at > 1 && context->atoms[at].glued &&
           (context->atoms[at - 1].sign == '.' || context->atoms[at - 1].sign == ',') && context->atoms[at - 1].glued &&
           context->atoms[at - 2].kind == ATOM_DIGITS;
}

BUILDER(build_join) {
    if (starts_inside(context, part[0])) return false;
    if (rule->slots[0] == T_YEAR && part[1]->kind == NODE_DATE && part[1]->flags & NODE_ARTICLE) return false; /* "… 2009 op 19 maart" */
    out->kind = NODE_DATE;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (part[i]->kind == LEAF_NUMBER) {
            if (rule->slots[i] == N_YEAR_SHORT && !(out->fields & F_DAY) && part[i]->number <= 31 && i > 0 &&
                !(part[i]->flags & NODE_SIGNED))
                return false;
            join_number(context, (enum role)rule->slots[i], part[i], out);
        } else if (part[i]->kind == NODE_DATE && !node_join(out, part[i]))
            return false;
    }
    if (out->fields & F_YEAR && out->fields & (F_DECADE | F_CENTURY)) return false;
    return day_possible(out);
}

BUILDER(build_year) {
    const struct node *number = part[0];
    out->kind = NODE_DATE;
    out->fields = F_YEAR;
    out->year = (int16_t)number->number;
    return true;
}

/* The signs between numbers must be the same and stand without blanks. */
BUILDER(build_numeric) {
    const struct node *number[3] = { 0 };
    char sign = 0;
    uint32_t numbers = 0;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (i > 0 && !context->atoms[part[i]->first].glued) return false;
        if (part[i]->kind == LEAF_WORD) {
            char here = context->atoms[part[i]->first].sign;
            if (here == '\'') continue;
            if (sign && here != sign) return false;
            sign = here;
        } else if (part[i]->kind == LEAF_NUMBER && part[i]->last - part[i]->first > 1)
            return false;
        else if (numbers < 3)
            number[numbers++] = part[i];
    }
    uint32_t own = part[0]->first;
    const struct atom *before = &context->atoms[own ? own - 1 : 0];
    if (own && context->atoms[part[0]->first].glued &&
        (before->kind == ATOM_DIGITS || before->kind == ATOM_OPAQUE || before->sign == '.' || before->sign == ',' ||
         (before->sign == '-' && part[0]->first > 1 && before->glued && before[-1].kind == ATOM_DIGITS)))
        return false;
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    uint32_t next = part[last]->last;
    if (next + 1 < context->atom_count && context->atoms[next].glued && context->atoms[next].kind == ATOM_SIGN &&
        context->atoms[next + 1].glued && context->atoms[next + 1].kind == ATOM_DIGITS && context->atoms[next].sign != '-' &&
        context->atoms[next].sign != ':')
        return false;
    if (next < context->atom_count && context->atoms[next].glued &&
        (context->atoms[next].kind == ATOM_DIGITS || context->atoms[next].kind == ATOM_OPAQUE))
        return false;
    static const int8_t place[][3] = {
        /* of day, month, year among the numbers; -1 none */
        [ORDER_DMY] = { 0, 1, 2 }, [ORDER_MDY] = { 1, 0, 2 }, [ORDER_YMD] = { 2, 1, 0 }, [ORDER_DM] = { 0, 1, -1 },
        [ORDER_MD] = { 1, 0, -1 }, [ORDER_MY] = { -1, 0, 1 }, [ORDER_YM] = { -1, 1, 0 }, [ORDER_DAY_NAMED_MONTH] = { 0, 1, -1 },
    };
    const int8_t *at = place[rule->arg];
    int value[3];
    for (int i = 0; i < 3; i++) {
        const struct node *n = at[i] >= 0 ? number[at[i]] : NULL;
        value[i] = !n ? 0 : n->kind == NODE_DATE ? (n->fields & F_YEAR ? n->year : n->month) : (int)n->number;
    }
    if (at[2] >= 0) {
        const struct node *year = number[at[2]];
        if (year->kind == LEAF_NUMBER && year->digits == 2)
            value[2] = year_of_two(context, value[2]);
        else if (year->kind == LEAF_NUMBER && year->digits != 4)
            return false;
        out->year = (int16_t)value[2];
        out->fields |= F_YEAR;
    }
    if (value[1] < 1 || value[1] > 12) return false;
    out->month = (int8_t)value[1];
    out->fields |= F_MONTH;
    if (at[0] >= 0) {
        if (value[0] < 1 || value[0] > 31) return false;
        out->day = (int8_t)value[0];
        out->fields |= F_DAY;
    }
    out->kind = NODE_DATE;
    bool named = false;
    for (uint32_t i = 0; i < numbers; i++) named |= number[i]->kind == NODE_DATE && (number[i]->fields & F_MONTH);
    /* "11/4" may be a fraction, "3.4" a number: a date only beside what says so. */
    bool fraction = value[0] < 10 && value[1] < 10;
    if (at[2] < 0 && !named && (sign != '/' || fraction)) out->flags |= NODE_LATENT;
    if (at[0] < 0 && sign == '.') out->flags |= NODE_LATENT;
    return day_possible(out);
}

BUILDER(build_wrap) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    const struct node *inner = part[last];
    if ((inner->flags & NODE_ARTICLE) || (inner->flags & NODE_PREFIXED)) return false;
    node_copy(out, inner);
    out->lead = (uint8_t)(inner->first - part[0]->first + inner->lead);
    out->flags |= (uint16_t)(NODE_ARTICLE | rule->arg);
    if (rule->slots[0] == ROLE_IN && inner->fields == F_MONTH) out->flags &= (uint16_t)~NODE_LATENT; /* in jan */
    if (rule->arg & NODE_SIGNED && (inner->kind != NODE_DATE || inner->fields & F_MINUTE || inner->flags & NODE_SIGNED))
        out->flags &= (uint16_t)~NODE_LATENT; /* om 6.45 */
    return true;
}

/* steps of "vorig", "dit", "next" */
BUILDER(build_relative_unit) {
    const struct node *relative = part[0]->kind == LEAF_RELATIVE ? part[0] : part[1],
                      *unit = part[0]->kind == LEAF_RELATIVE ? part[1] : part[0];
    char code = (char)unit->unit;
    if (code == 'P') {
        out->kind = NODE_VAGUE;
        out->text = relative->steps > 0 ? "FUTURE_REF" : relative->steps < 0 ? "PAST_REF" : "PRESENT_REF";
        return true;
    }
    if (unit->flags & NODE_PLURAL) return false;
    if (code == 'T' || !date_of_steps(context, code, relative->steps, out)) return false;
    out->kind = NODE_DATE;
    out->flags |= NODE_RELATIVE;
    out->direction = relative->direction;
    return true;
}

/* "de komende drie maanden": from the record's date on, three months; without a number PXM. */
BUILDER(build_relative_units) {
    const struct node *relative = NULL, *unit = NULL;
    double amount = rule->slots[1] == ROLE_THE ? 1 : -1;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (part[i]->kind == LEAF_RELATIVE)
            relative = part[i];
        else if (part[i]->kind == LEAF_UNIT)
            unit = part[i];
        else if (part[i]->kind == LEAF_NUMBER)
            amount = part[i]->number;
        else if (rule->slots[i] == ROLE_HALF)
            amount = 0.5;
    }
    if (!relative || !unit || unit->unit == 'P' || unit->unit == 'T') return false;
    if (relative->direction == 0) return false;
    if (amount < 0 && rule->arg == 0 && !(unit->flags & NODE_PLURAL)) return false;
    if (rule->slots[1] == ROLE_THE) out->lead = (uint8_t)(relative->first - part[0]->first);
    if (rule->slots[0] == N_ANY && !(unit->flags & NODE_PLURAL)) return false; /* "only 3 next week" */
    if (rule->slots[1] == ROLE_THE && unit->flags & NODE_PLURAL) amount = -1;
    out->kind = NODE_DURATION;
    node_add_amount(out, amount, (char)unit->unit);
    out->direction = relative->direction;
    out->flags |= NODE_RELATIVE;
    return true;
}

BUILDER(build_relative_named) {
    const struct node *relative = part[0]->kind == LEAF_RELATIVE ? part[0] : part[1],
                      *named = part[0]->kind == LEAF_RELATIVE ? part[1] : part[0];
    node_copy(out, named);
    if (named->flags & (NODE_RELATIVE | NODE_LATENT) && !(named->fields & F_DAY)) return false;
    if (named->fields & (F_YEAR | F_DECADE | F_CENTURY)) return false;
    out->direction = relative->direction;
    out->steps = relative->steps;
    if (relative->steps == 0) out->direction = 2;            /* this summer: the one of the record's year */
    if (relative->flags & NODE_VAGUE_BOUNDS) out->steps = 0; /* komende vrijdag: the nearest, not that of next week */
    out->flags &= (uint16_t)~NODE_LATENT;
    return true;
}

BUILDER(build_after_word) {
    node_copy(out, part[0]);
    out->direction = part[1]->direction;
    if (!out->direction) return false;
    out->steps = 0;
    out->flags &= (uint16_t)~NODE_LATENT;
    return true;
}

BUILDER(build_week_day) {
    const struct node *week = NULL, *day = NULL;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (part[i]->kind != NODE_DATE) continue;
        if (part[i]->fields & F_WEEK)
            week = part[i];
        else
            day = part[i];
    }
    if (!week || !day || !(week->fields & F_YEAR) || (week->fields & F_WEEKEND)) return false;
    node_set_day(out, date_from_iso_week(week->year, week->week, day->weekday));
    out->kind = NODE_DATE;
    out->flags |= week->flags & (NODE_RELATIVE | NODE_UNANCHORED);
    return true;
}

static bool unit_field(char unit, int number, struct node *out) {
    switch (unit) {
    case 'Q':
        if (number < 1 || number > 4) return false;
        out->quarter = (int8_t)number, out->fields = F_QUARTER;
        return true;
    case 'S':
    case 'L':
        if (number < 1 || number > 2) return false;
        out->half = (int8_t)number, out->fields = F_HALF;
        return true;
    case 'W':
        if (number < 1 || number > 53) return false;
        out->week = (int8_t)number, out->fields = F_WEEK;
        return true;
    case 'C':
        if (number < 1 || number > 30) return false;
        out->century = (int16_t)(number - 1), out->fields = F_CENTURY;
        return true;
    default:
        return false;
    }
}

BUILDER(build_ordinal_unit) {
    const struct node *ordinal = part[0], *unit = part[1];
    if (unit->unit == 'W' || unit->flags & NODE_PLURAL) return false;
    out->kind = NODE_DATE;
    int number = rule->slots[0] == ROLE_LAST ? (unit->unit == 'Q'                        ? 4
                                                : unit->unit == 'S' || unit->unit == 'L' ? 2
                                                                                         : 0)
                                             : (int)ordinal->number;
    return unit_field((char)unit->unit, number, out);
}

BUILDER(build_numbered_unit) {
    const struct node *unit = part[0], *number = part[1];
    if (number->digits > 2 || number->flags & NODE_WORDY || unit->flags & NODE_PLURAL) return false;
    if (unit->unit != 'Q' && unit->unit != 'S' && unit->unit != 'W') return false;
    out->kind = NODE_DATE;
    return unit_field((char)unit->unit, (int)number->number, out);
}

/* "derde dinsdag van september", "laatste week van 2016", "eerste helft van november", "15th day of next month" */
BUILDER(build_nth_in) {
    struct node whole = *part[rule->arg];
    const struct node *unit = part[1];
    bool last = rule->slots[0] == ROLE_LAST;
    int number = last ? 0 : (int)part[0]->number;
    struct stretch stretch;
    out->kind = NODE_DATE;
    if (unit->kind == LEAF_UNIT && (unit->unit == 'S' || unit->unit == 'L')) { /* half of a month, week or decade: no TIMEX3 of its own */
        if (number < 1 || number > 2) return false;
        node_copy(out, &whole);
        if (whole.fields == F_YEAR) return out->half = (int8_t)number, out->fields |= F_HALF, true;
        out->mod = number == 1 ? MOD_START : MOD_END;
        return true;
    }
    if (unit->kind == LEAF_UNIT && unit->unit == 'Q' && (whole.fields & (F_MONTH | F_WEEK | F_QUARTER | F_HALF))) return false;
    if (unit->kind == LEAF_UNIT && (unit->unit == 'Q')) {
        if (!(whole.fields & F_YEAR) || number > 4) return false;
        node_copy(out, &whole);
        out->quarter = (int8_t)(last ? 4 : number), out->fields |= F_QUARTER;
        return true;
    }
    date_complete(context, &whole);
    if (whole.flags & NODE_UNANCHORED || !date_stretch(&whole, &stretch)) return false;
    int32_t from = date_to_days(stretch.from), to = date_to_days(stretch.to);
    if (unit->kind == NODE_DATE) { /* a day of the week */
        if (!(unit->fields & F_WEEKDAY)) return false;
        int weekday = unit->weekday;
        int32_t day = last ? to - (date_weekday(stretch.to) - weekday + 7) % 7
                           : from + (weekday - date_weekday(stretch.from) + 7) % 7 + 7 * (number - 1);
        if (day < from || day > to) return false;
        node_set_day(out, date_from_days(day));
    } else if (unit->unit == 'D') {
        int32_t day = last ? to : from + number - 1;
        if (day > to) return false;
        node_set_day(out, date_from_days(day));
    } else if (unit->unit == 'W') { /* ISO 8601: a week belongs to where its Thursday is */
        int year, week;
        int32_t thursday =
            last ? to - (date_weekday(stretch.to) + 3) % 7 : from + (4 - date_weekday(stretch.from) + 7) % 7 + 7 * (number - 1);
        week = date_iso_week(date_from_days(thursday), &year);
        if (thursday < from || thursday > to) return false;
        out->year = (int16_t)year, out->week = (int8_t)week, out->fields = F_YEAR | F_WEEK;
    } else if (unit->unit == 'M') {
        date month = last ? stretch.to : date_add(stretch.from, 0, number - 1, 0);
        if (date_to_days(month) > to) return false;
        out->year = month.year, out->month = (int8_t)month.month, out->fields = F_YEAR | F_MONTH;
    } else if (unit->unit == 'Y') {
        date year = last ? stretch.to : date_add(stretch.from, number - 1, 0, 0);
        out->year = year.year, out->fields = F_YEAR;
    } else
        return false;
    return true;
}

BUILDER(build_nth_in_unit) {
    struct node whole = { .kind = NODE_DATE, .flags = NODE_RELATIVE };
    const struct node *parts[RULE_SLOTS] = { part[0], part[1], part[2], &whole };
    struct rule direct = { { rule->slots[0], rule->slots[1], ROLE_OF, T_STRETCH, RULE_END }, NULL, 3, 0 };
    if (part[4]->flags & NODE_PLURAL || !strchr("YMWQ", part[4]->unit) || !date_of_steps(context, (char)part[4]->unit, 0, &whole))
        return false;
    return build_nth_in(context, &direct, parts, out);
}

BUILDER(build_week_of) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    struct node day = *part[last];
    struct stretch stretch;
    if (part[0]->unit != 'W' || part[0]->flags & NODE_PLURAL) return false;
    date_complete(context, &day);
    if (!date_stretch(&day, &stretch)) return false;
    int year, week = date_iso_week(stretch.from, &year);
    out->kind = NODE_DATE;
    out->year = (int16_t)year, out->week = (int8_t)week, out->fields = F_YEAR | F_WEEK;
    return true;
}

/* "jaren negentig", "jaren 90", "1990s", "'90s": without a century the one in which it has begun already. */
BUILDER(build_decade) {
    const struct node *number = NULL;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++)
        if (part[i]->kind == LEAF_NUMBER) number = part[i];
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++)
        if (rule->slots[i] == ROLE_DECADE_END && !context->atoms[part[i]->first].glued && context->atoms[part[i]->first].text.size < 3)
            return false;
    if (!number || (int)number->number % 10) return false;
    int year = (int)number->number;
    int now = context->today.year ? context->today.year : 2000;
    if (year < 100) year = now - now % 100 + year, year -= year > now ? 100 : 0;
    out->kind = NODE_DATE;
    out->decade = (int16_t)(year / 10), out->fields = F_DECADE;
    return true;
}

BUILDER(build_mod) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    node_copy(out, part[last]);
    if (out->mod || (part[last]->flags & NODE_LATENT) || (part[last]->flags & NODE_APPROX && rule->arg)) return false;
    if (rule->arg && (part[last]->fields & ~(uint32_t)F_YEAR) != F_MONTH) return false; /* half november */
    if (last == 1 && (part[last]->flags & NODE_ARTICLE)) return false;                  /* "einde de maand" */
    if (last == 1 && part[last]->fields & F_DAY && part[last]->fields & F_MONTH && !(part[last]->fields & F_PART) &&
        part[0]->mod != MOD_MID)
        return false; /* "will end two months after …" */
    out->mod = rule->slots[0] == ROLE_HALF ? MOD_MID : part[0]->mod;
    if (last > 1 && out->mod == MOD_END) out->flags |= NODE_END_OF;
    if (context->atoms[part[0]->first].text.size < 3) return false;
    return true;
}

/* "de dag", "the week" as an ordinary noun is no time; after "einde van" it is the record's own. */
BUILDER(build_end_of_unit) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    if (part[last]->flags & NODE_PLURAL || part[last]->unit == 'P' || part[last]->unit == 'T' ||
        !date_of_steps(context, (char)part[last]->unit, 0, out))
        return false;
    out->kind = NODE_DATE;
    out->mod = part[0]->mod;
    out->flags |= NODE_RELATIVE | (out->mod == MOD_END ? NODE_END_OF : 0);
    return true;
}

BUILDER(build_this_unit) {
    const struct node *unit = part[1];
    if (unit->flags & NODE_PLURAL || !date_of_steps(context, (char)unit->unit, 0, out)) return false;
    out->kind = NODE_DATE;
    out->flags |= NODE_RELATIVE | NODE_LATENT;
    return true;
}

/* Dutch "voor" is also for: "het werk voor het komende kwartaal", "de begroting voor 2022". Before a stretch reckoned from now, a week, or
 * a bare year after a noun, it is that. */
static bool before_fits(const struct timex_context *context, const struct node *word, const struct node *inner) {
    if (context->lang != LANGUAGE_DUTCH || !(word->slots[0] >> ROLE_TO_HOUR & 1) || inner->kind != NODE_DATE) return true;
    if (inner->mod == MOD_END) return true;
    if (inner->fields & FIELDS_DAY || inner->fields & (FIELDS_CLOCK | F_PART)) return true;
    if (inner->flags & NODE_RELATIVE || inner->fields & F_WEEK) return false;
    uint32_t token = context->atoms[word->first].token;
    if (token <= context->sentence->first) return true;
    uint8_t pos = context->text->tokens.at[token - 1].pos;
    return !((inner->fields == F_YEAR || inner->fields & (F_HALF | F_QUARTER)) && (pos == POS_NOUN || pos == POS_PROPN));
}

BUILDER(build_limit) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    const struct node *inner = part[last];
    bool abbreviated = inner->fields == F_MONTH, hour = inner->fields & F_HOUR && inner->flags & NODE_SIGNED && rule->arg != MOD_BEFORE;
    if (inner->flags & NODE_LATENT && !abbreviated && !hour) return false;
    /* English "from 2014" tells where a range starts or whence something is: a limit only with a day. */
    if (rule->slots[0] == ROLE_SINCE && part[0]->slots[0] >> ROLE_FROM & 1 && context->lang == LANGUAGE_ENGLISH &&
        !(inner->fields & (FIELDS_DAY | FIELDS_CLOCK)))
        return false;
    if (rule->slots[0] == ROLE_BEFORE && !before_fits(context, part[0], inner)) return false;
    if (inner->flags & NODE_PREFIXED || (inner->kind == NODE_DATE && inner->mod >= MOD_BEFORE && inner->mod <= MOD_ON_OR_AFTER))
        return false;
    node_copy(out, inner);
    out->flags &= (uint16_t)~NODE_LATENT;
    if (part[0]->slots[0] >> ROLE_NEAR & 1 && !out->direction) out->direction = -1; /* sinds de zomer: the last one */
    enum timex_mod mod = (enum timex_mod)rule->arg;
    if (inner->mod == MOD_END && (mod == MOD_BEFORE || mod == MOD_ON_OR_BEFORE)) { /* by the end of June: by 30 June */
        struct stretch stretch;
        date_complete(context, out);
        if (!(out->flags & NODE_UNANCHORED) && date_stretch(out, &stretch)) {
            uint16_t flags = out->flags;
            if (out->fields & F_WEEK) stretch.to = date_from_days(date_to_days(stretch.to) - 2); /* a week of work ends on Friday */
            if (inner->flags & NODE_END_OF) node_set_day(out, stretch.to), mod = MOD_ON_OR_BEFORE;
            out->flags = flags;
        }
    } else if (inner->mod == MOD_START && (mod == MOD_AFTER || mod == MOD_BEFORE)) {
        struct stretch stretch;
        date_complete(context, out);
        if (!(out->flags & NODE_UNANCHORED) && date_stretch(out, &stretch)) node_set_day(out, stretch.from);
        if (mod == MOD_AFTER) mod = MOD_ON_OR_AFTER;
    }
    out->mod = (uint8_t)mod;
    out->flags |= NODE_PREFIXED;
    return true;
}

BUILDER(build_limit_after) {
    node_copy(out, part[0]);
    if (out->mod || part[0]->flags & (NODE_PREFIXED | NODE_LATENT)) return false;
    out->mod = (uint8_t)rule->arg;
    out->flags |= NODE_PREFIXED;
    return true;
}

BUILDER(build_approx) {
    const struct node *inner = rule->slots[1] == ROLE_THE ? part[2] : part[1];
    if (inner->flags & NODE_APPROX || inner->mod || part[0]->mod != MOD_APPROX) return false;
    if (inner->flags & NODE_LATENT && (!(inner->fields & FIELDS_CLOCK) || !(part[0]->slots[0] >> ROLE_AROUND & 1))) return false;
    node_copy(out, inner);
    out->mod = MOD_APPROX;
    out->flags |= NODE_APPROX;
    out->flags &= (uint16_t)~NODE_LATENT;
    return true;
}

/* Whether no noun follows: "op de 29e" is a day, "op de 29e bijeenkomst" a meeting. */
static bool ends_phrase(const struct timex_context *context, const struct node *node) {
    uint32_t token = context->atoms[node->last - 1].token + 1;
    if (token >= context->sentence->last) return true;
    const struct token *next = &context->text->tokens.at[token];
    return next->shape == SHAPE_PUNCT || next->pos == POS_VERB || next->pos == POS_AUX || next->pos == POS_ADP || next->pos == POS_CCONJ ||
           next->pos == POS_ADV;
}

BUILDER(build_day_number) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    const struct node *number = part[rule->arg];
    out->kind = NODE_DATE;
    out->day = (int8_t)number->number;
    out->fields = F_DAY;
    out->lead = (uint8_t)(number->first - part[0]->first);
    if (rule->arg < 2 || !ends_phrase(context, part[last])) out->flags |= NODE_LATENT;
    return true;
}

/* "vergaderjaar 2020–2021": from Prinsjesdag on (Reglement van Orde van de Tweede Kamer, article 1.1); other such years are named only. */
BUILDER(build_session) {
    const struct node *year = NULL, *next = NULL;
    for (uint32_t i = 1; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (rule->slots[i] == T_YEAR) {
            if (year)
                next = part[i];
            else
                year = part[i];
        }
        if (rule->slots[i] == N_YEAR_SHORT) next = part[i];
    }
    if (!year) return false;
    int second = !next ? year->year : next->kind == NODE_DATE ? next->year : year->year - year->year % 100 + (int)next->number;
    if (next && second != year->year + 1) return false;
    out->kind = NODE_DATE;
    out->year = year->year;
    out->fields = F_YEAR;
    if (!next) return out->flags |= NODE_SIGNED, true;
    out->fields |= F_SESSION;
    return true;
}

BUILDER(build_relative_session) {
    struct stretch prinsjesdag;
    if (!date_known(context->today) || !holiday_stretch("09-2#3", context->today.year, &prinsjesdag)) return false;
    out->kind = NODE_DATE;
    out->year = (int16_t)(context->today.year - (date_compare(context->today, prinsjesdag.from) < 0) + part[0]->steps);
    out->fields = F_YEAR | F_SESSION;
    out->flags |= NODE_RELATIVE;
    return true;
}
