/* Builders of durations, stretches between two ends, distances from a day, and recurrence. */
#include "mention/timex_build.h"

static uint32_t rule_length(const struct rule *rule) {
    uint32_t length = 0;
    while (length < RULE_SLOTS && rule->slots[length] != RULE_END) length++;
    return length;
}

void node_add_amount(struct node *out, double amount, char unit) {
    size_t count = strlen(out->units);
    if (count == 3) return;
    /* "half", "quarter" of a year and the like are said as amounts of the unit TIMEX3 has. */
    if (unit == 'Q')
        amount = amount < 0 ? -1 : amount * 3, unit = 'M';
    else if (unit == 'S')
        amount = amount < 0 ? -1 : amount * 6, unit = 'M';
    else if (unit == 'E')
        amount = amount < 0 ? -1 : amount * 10, unit = 'Y';
    else if (unit == 'C')
        amount = amount < 0 ? -1 : amount * 100, unit = 'Y';
    else if (unit == 'F')
        amount = amount < 0 ? -1 : amount * 2, unit = 'W';
    else if (unit == 'K')
        amount = amount < 0 ? -1 : amount * 15, unit = 'm';
    else if (unit == 'N')
        unit = 'D';
    else if (unit == 'Y' && amount > 0 && amount < 1)
        amount *= 12, unit = 'M';
    out->amount[count] = amount;
    out->units[count] = unit;
}

BUILDER(build_duration) {
    double amount = -2, more = 0;
    const struct node *unit = NULL;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == LEAF_UNIT && rule->slots[i] == T_UNIT)
            unit = part[i];
        else if (part[i]->kind == LEAF_NUMBER) {
            amount = part[i]->number;
            if (part[i]->digits == 4 && amount >= 1900 && amount < 2100 && !(part[i]->flags & NODE_WORDY))
                return false; /* "2020 weken": more likely a year */
        } else if (rule->slots[i] == ROLE_HALF)
            more += 0.5;
        else if (rule->slots[i] == ROLE_QUARTER)
            more += 0.25;
        else if (rule->slots[i] == ROLE_FEW)
            amount = part[i]->steps ? part[i]->steps : -1;
        else if ((rule->slots[i] == ROLE_A || rule->slots[i] == ROLE_WHOLE) && amount < -1)
            amount = i + 1 < rule_length(rule) && rule->slots[i + 1] == ROLE_HALF ? 0 : 1;
    }
    if (!unit || unit->unit == 'P' || unit->unit == 'L') return false;
    if (unit->unit == 's' && rule->slots[0] == ROLE_A && context->lang == LANGUAGE_ENGLISH) return false; /* "a second round" */
    if (amount < -1) amount = more > 0 ? 0 : 1;
    if (amount >= 0) amount += more;
    if (amount > 100000) return false;
    bool plain = amount == 1 && more == 0 && unit->flags & NODE_PLURAL;
    if (plain && rule->slots[0] == ROLE_A) return false;
    const struct atom *letters = &context->atoms[unit->first];
    if (letters->text.size == 1 && !letters->glued && !strchr("uh", letters->text.data[0]))
        return false; /* "5 m" is a length; "3Y", "2h" are durations */
    if (letters->text.size == 1 && letters->text.data[0] == 'm') return false;
    out->kind = NODE_DURATION;
    node_add_amount(out, amount, (char)unit->unit);
    if (rule->slots[0] == ROLE_WHOLE) out->lead = 0;
    return true;
}

/* Larger unit first: "1 jaar en 6 maanden". */
BUILDER(build_duration_sum) {
    static const char order[] = "YMWDHms";
    const struct node *one = part[0], *two = part[rule_length(rule) - 1];
    if (one->mod || two->mod || one->direction || two->direction || one->left || two->left) return false;
    const char *a = strchr(order, one->units[strlen(one->units) - 1]), *b = strchr(order, two->units[0]);
    if (rule_length(rule) < 3 || rule->slots[1] == S_COMMA) { /* side by side only units that follow each other: "3 min 49 sec" */
        bool next = a && b && (b == a + 1 || (*a == 'M' && *b == 'D') || (*a == 'H' && *b == 's'));
        if (!next) return false;
    }
    if (!a || !b || a >= b || one->amount[0] < 0 || two->amount[0] < 0) return false;
    node_copy(out, one);
    for (size_t i = 0; two->units[i]; i++) node_add_amount(out, two->amount[i], two->units[i]);
    return true;
}

/* "een jaar en een kwart", "twee jaar en een half" */
BUILDER(build_duration_half) {
    node_copy(out, part[0]);
    if (strlen(out->units) != 1 || out->amount[0] < 0) return false;
    out->amount[0] += rule->arg / 100.0;
    return true;
}

BUILDER(build_duration_mod) {
    const struct node *inner = part[rule_length(rule) - 1];
    if (inner->mod) return false;
    node_copy(out, inner);
    out->mod = rule->arg ? (uint8_t)rule->arg : part[0]->mod;
    return true;
}

/* The largest unit decides how exact a distance is: "twee jaar geleden" is a year, "3 dagen geleden" a day. */
static bool node_away(date from, int32_t clock, const struct node *duration, int direction, struct node *out) {
    if (duration->amount[0] < 0) {
        out->kind = NODE_VAGUE;
        out->text = direction < 0 ? "PAST_REF" : "FUTURE_REF";
        return true;
    }
    out->kind = NODE_DATE;
    out->flags |= NODE_RELATIVE;
    if (!date_known(from)) {
        out->flags |= NODE_UNANCHORED;
        out->fields = F_DAY;
        return true;
    }
    date day = from;
    double seconds = 0;
    for (size_t i = 0; duration->units[i]; i++) {
        char unit = duration->units[i];
        if (strchr("Hms", unit))
            seconds += duration->amount[i] * (unit == 'H' ? 3600 : unit == 'm' ? 60 : 1);
        else
            day = date_move(day, unit, direction * duration->amount[i]);
    }
    if (day.year < 1 || day.year > 9999) return false;
    if (seconds > 0) {
        double all = clock + direction * seconds, days = all / 86400;
        int32_t shift = (int32_t)(days < 0 && days != (int32_t)days ? days - 1 : days);
        int rest = (int)(all - shift * 86400.0);
        node_set_day(out, date_from_days(date_to_days(day) + shift));
        out->fields |= F_HOUR | F_MINUTE | F_SECOND;
        out->hour = (int8_t)(rest / 3600), out->minute = (int8_t)(rest / 60 % 60), out->second = (int8_t)(rest % 60);
        return true;
    }
    node_set_day(out, day);
    return true;
}

BUILDER(build_away) {
    const struct node *duration = NULL;
    for (uint32_t i = 0; i < rule_length(rule); i++)
        if (part[i]->kind == NODE_DURATION) duration = part[i];
    if (!duration || duration->direction || duration->left) return false;
    if (!node_away(context->today, context->text->record->clock, duration, rule->arg, out)) return false;
    out->mod = duration->mod == MOD_MORE_THAN   ? (rule->arg < 0 ? MOD_BEFORE : MOD_AFTER)
               : duration->mod == MOD_LESS_THAN ? (rule->arg < 0 ? MOD_AFTER : MOD_BEFORE)
                                                : duration->mod;
    if (duration->units[0] == 'Y' && duration->amount[0] > 2 && !duration->units[1] && out->kind == NODE_DATE && out->fields & F_DAY)
        out->flags |= NODE_VAGUE_BOUNDS;
    return true;
}

BUILDER(build_away_from) {
    const struct node *duration = NULL, *anchor = NULL;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == NODE_DURATION) duration = part[i];
        if (part[i]->kind == NODE_DATE) anchor = part[i];
    }
    if (!duration || !anchor || duration->direction || duration->left || anchor->mod || anchor->flags & NODE_LATENT) return false;
    struct node day = *anchor;
    struct stretch stretch;
    date_complete(context, &day);
    if (day.flags & NODE_UNANCHORED || !date_stretch(&day, &stretch)) return false;
    if (!node_away(stretch.from, 0, duration, rule->arg, out)) return false;
    if (duration->mod == MOD_MORE_THAN) out->mod = rule->arg < 0 ? MOD_BEFORE : MOD_AFTER;
    if (duration->mod == MOD_LESS_THAN) out->mod = rule->arg < 0 ? MOD_AFTER : MOD_BEFORE;
    return true;
}

/* "binnen zes weken": by the day six weeks from now; with "na 1 mei" from there. */
BUILDER(build_within) {
    const struct node *duration = NULL, *anchor = NULL;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == NODE_DURATION) duration = part[i];
        if (part[i]->kind == NODE_DATE) anchor = part[i];
    }
    if (!duration || duration->left || duration->direction < 0) return false;
    date from = context->today;
    if (anchor) {
        struct node day = *anchor;
        struct stretch stretch;
        date_complete(context, &day);
        if (anchor->mod || day.flags & NODE_UNANCHORED || !date_stretch(&day, &stretch)) return false;
        from = stretch.from;
    }
    if (!node_away(from, anchor ? 0 : context->text->record->clock, duration, 1, out) || out->kind != NODE_DATE) return false;
    out->mod = MOD_ON_OR_BEFORE;
    out->flags |= NODE_PREFIXED;
    if (!(out->flags & NODE_UNANCHORED)) {
        struct node start = { .kind = NODE_DATE };
        node_set_day(&start, from);
        if (out->fields & F_HOUR) {
            int32_t clock = anchor ? 0 : context->text->record->clock;
            start.fields |= F_HOUR | F_MINUTE | F_SECOND;
            start.hour = (int8_t)(clock / 3600), start.minute = (int8_t)(clock / 60 % 60), start.second = (int8_t)(clock % 60);
        }
        out->left = node_keep(context, &start);
        if (!anchor) memcpy(out->units, duration->units, sizeof out->units), memcpy(out->amount, duration->amount, sizeof out->amount);
    }
    return true;
}

/* ---- between two ends */
/* What one end leaves out it has from the other: "4 tot 22 april", "mei tot oktober 2020", "12 januari tot 15 februari 2016". */
static bool ends_share(struct node *left, struct node *right) {
    uint32_t calendar = F_YEAR | F_MONTH;
    if (left->fields & F_DAY && !(left->fields & F_MONTH) && right->fields & F_MONTH) {
        left->month = right->month, left->fields |= F_MONTH;
        if (right->day < left->day && right->fields & F_DAY) left->month = (int8_t)(left->month == 1 ? 12 : left->month - 1);
    }
    if (right->fields & F_DAY && !(right->fields & F_MONTH) && left->fields & F_MONTH) right->month = left->month, right->fields |= F_MONTH;
    if (!(left->fields & F_YEAR) && right->fields & F_YEAR && left->fields & (calendar | F_SEASON | F_QUARTER | F_HALF) &&
        !(right->flags & NODE_RELATIVE)) {
        left->year = right->year, left->fields |= F_YEAR;
        bool after = left->fields & F_MONTH && right->fields & F_MONTH &&
                     (left->month > right->month || (left->month == right->month && left->day > right->day));
        if (after) left->year--;
    } else if (!(right->fields & F_YEAR) && left->fields & F_YEAR && right->fields & (calendar | F_SEASON | F_QUARTER | F_HALF) &&
               !(left->flags & NODE_RELATIVE)) {
        right->year = left->year, right->fields |= F_YEAR;
        bool before = left->fields & F_MONTH && right->fields & F_MONTH &&
                      (right->month < left->month || (left->month == right->month && right->fields & F_DAY && right->day < left->day));
        if (before) right->year++;
    }
    uint32_t days = F_YEAR | F_MONTH | F_DAY | F_WEEKDAY | F_HOLIDAY;
    if (right->fields & FIELDS_CLOCK && left->fields & FIELDS_CLOCK) {
        if (right->fields & days && !(left->fields & days)) {
            struct node day = *right;
            day.fields &= days;
            day.mod = 0;
            if (!node_join(left, &day)) return false;
        } else if (left->fields & days && !(right->fields & days)) {
            struct node day = *left;
            day.fields &= days;
            day.mod = 0;
            if (!node_join(right, &day)) return false;
        }
        bool open_left = left->flags & NODE_OPEN, open_right = right->flags & NODE_OPEN;
        if (open_left && !open_right && right->hour > 12 && (left->hour + 12) * 60 + left->minute < right->hour * 60 + right->minute &&
            left->hour < 12)
            left->hour = (int8_t)(left->hour + 12);
        if (!open_left && open_right && right->hour < 12 && right->hour <= left->hour && right->hour + 12 > left->hour)
            right->hour = (int8_t)(right->hour + 12);
        if (open_left && open_right && right->hour < left->hour && right->hour < 12) right->hour = (int8_t)(right->hour + 12);
    }
    return true;
}

static bool end_of(const struct node *part, int slot, struct node *out) {
    if (part->kind == LEAF_NUMBER) {
        *out = (struct node){ .kind = NODE_DATE, .first = part->first, .last = part->last };
        if (slot == N_DAY || slot == N_ORDINAL_DAY)
            out->day = (int8_t)part->number, out->fields = F_DAY;
        else if (slot == N_YEAR)
            out->year = (int16_t)part->number, out->fields = F_YEAR;
        else
            return false;
        return true;
    }
    if (part->kind != NODE_DATE && !(part->kind == NODE_VAGUE && part->text && strcmp(part->text, "PRESENT_REF") == 0)) return false;
    *out = *part;
    return true;
}

/* Finer than a month or not at all alike: "2014 tot mei 2018" goes, "14 juni tot acht uur" does not. */
static bool ends_fit(const struct node *left, const struct node *right) {
    bool clock_left = left->fields & (FIELDS_CLOCK | F_PART), clock_right = right->fields & (FIELDS_CLOCK | F_PART);
    if (left->kind != right->kind) return true;
    if (clock_left != clock_right) return false;
    if ((left->fields == F_WEEKDAY) != (right->fields == F_WEEKDAY) && !(left->fields & F_DAY) && !(right->fields & F_DAY)) return false;
    return true;
}

BUILDER(build_range) {
    struct node left, right;
    uint32_t found = 0, length = rule_length(rule);
    bool framed = rule->arg;
    for (uint32_t i = 0; i < length; i++) {
        if (part[i]->kind == LEAF_WORD) {
            const struct atom *atom = &context->atoms[part[i]->first];
            if (rule->slots[i] == S_DASH && i > 0 && i + 1 < length && part[i]->last < context->atom_count &&
                atom->glued != context->atoms[part[i]->last].glued)
                return false;
            continue;
        }
        if (!end_of(part[i], rule->slots[i], found ? &right : &left)) return false;
        found++;
    }
    if (found != 2 || !ends_fit(&left, &right)) return false;
    if (left.flags & NODE_SIGNED && left.fields == F_YEAR && right.fields == F_YEAR) return false; /* vergaderjaar 2020–2021 */
    bool now[2] = { false, false };
    for (int side = 0; side < 2; side++) {
        struct node *end = side ? &right : &left;
        if (end->flags & NODE_PREFIXED || (end->mod >= MOD_BEFORE && end->mod <= MOD_ON_OR_AFTER)) return false;
        if (end->kind == NODE_VAGUE) {
            *end = (struct node){ .kind = NODE_DATE, .flags = NODE_RELATIVE };
            if (!date_known(context->today)) return false;
            node_set_day(end, context->today);
        }
        now[side] = end->flags & NODE_RELATIVE && end->year == context->today.year && end->month == context->today.month &&
                    end->day == context->today.day;
    }
    bool latent = left.flags & NODE_LATENT && right.flags & NODE_LATENT;
    if (right.fields == F_YEAR && !(left.fields & F_YEAR)) return false; /* 01-aug-2019 is a day */
    if (now[1] && !(left.fields & F_YEAR)) left.direction = -1;          /* van maart tot heden */
    if (now[0] && !(right.fields & F_YEAR)) right.direction = 1;
    if (left.fields == F_YEAR && right.fields == F_YEAR && right.year <= left.year) return false;
    if (left.fields == F_DAY && right.fields == F_DAY) latent = true;
    if (!ends_share(&left, &right)) return false;
    left.flags &= (uint16_t)~NODE_LATENT, right.flags &= (uint16_t)~NODE_LATENT;
    out->kind = NODE_RANGE;
    out->fields = right.fields;
    bool bare = left.fields == F_DAY || right.fields == F_DAY || left.fields == F_HOUR || right.fields == F_HOUR;
    if (latent && !(framed && !bare)) out->flags |= NODE_LATENT;
    out->left = node_keep(context, &left), out->right = node_keep(context, &right);
    return out->left && out->right;
}

/* A day before or after a stretch of clock times, a month before or after a stretch of day numbers. */
BUILDER(build_range_moment) {
    const struct node *range = NULL, *day = NULL;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == NODE_RANGE)
            range = part[i];
        else if (part[i]->kind == NODE_DATE)
            day = part[i];
    }
    if (!range || !day || day->mod) return false;
    bool clocks = context->nodes[range->right].fields & FIELDS_CLOCK;
    if (clocks && !(day->fields & FIELDS_DAY)) return false;
    if (!clocks && !(day->fields & F_MONTH && !(day->fields & FIELDS_DAY))) return false;
    if (!clocks && context->nodes[range->right].fields != F_DAY) return false;
    node_copy(out, range);
    for (int side = 0; side < 2; side++) {
        uint16_t *child = side ? &out->right : &out->left;
        struct node end = context->nodes[*child];
        if (!node_join(&end, day)) return false;
        if (!(*child = node_keep(context, &end))) return false;
    }
    out->flags &= (uint16_t)~NODE_LATENT;
    return true;
}

BUILDER(build_range_year) {
    const struct node *range = part[0], *year = part[rule_length(rule) - 1];
    struct node left = context->nodes[range->left], right = context->nodes[range->right];
    if (left.fields & F_YEAR || right.fields & F_YEAR || !(right.fields & (F_MONTH | F_QUARTER | F_SEASON)) || year->fields != F_YEAR)
        return false;
    node_copy(out, range);
    if (!node_join(&right, year) || !ends_share(&left, &right)) return false;
    if (!(left.fields & F_YEAR)) {
        left.year = right.year, left.fields |= F_YEAR;
    }
    out->left = node_keep(context, &left), out->right = node_keep(context, &right);
    return out->left && out->right;
}

/* ---- recurrence */
BUILDER(build_set) {
    const struct node *unit = NULL, *when = NULL;
    double amount = 1;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == LEAF_NUMBER)
            amount = part[i]->number;
        else if (rule->slots[i] == ROLE_OTHER)
            amount = 2;
        else if (rule->slots[i] == ROLE_HALF)
            amount = 0.5;
        else if (rule->slots[i] == ROLE_FEW)
            amount = -1;
        else if (part[i]->kind == LEAF_UNIT)
            unit = part[i];
        else if (part[i]->kind == NODE_DATE)
            when = part[i];
        else if (part[i]->kind == NODE_DURATION) {
            node_copy(out, part[i]);
            out->kind = NODE_SET;
            return part[i]->amount[0] > 0 && !part[i]->direction && !part[i]->left;
        }
    }
    out->kind = NODE_SET;
    if (unit) {
        if (unit->unit == 'P' || unit->unit == 'T') return false;
        if (amount == 0.5 && unit->unit == 'Y')
            node_add_amount(out, 6, 'M');
        else
            node_add_amount(out, amount, (char)unit->unit);
        return true;
    }
    if (!when || when->flags & NODE_RELATIVE || when->fields & F_YEAR) return false;
    struct node kept = *when;
    out->fields = when->fields;
    out->left = node_keep(context, &kept);
    return out->left != 0;
}

/* "twee keer per jaar", "once a week": how often in which unit. */
BUILDER(build_set_times) {
    const struct node *unit = NULL;
    double times = 1;
    for (uint32_t i = 0; i < rule_length(rule); i++) {
        if (part[i]->kind == LEAF_NUMBER)
            times = part[i]->number;
        else if (part[i]->kind == LEAF_UNIT)
            unit = part[i];
        else if (rule->slots[i] == ROLE_TIMES && part[i]->steps > 1)
            times = part[i]->steps;
    }
    if (!unit || unit->flags & NODE_PLURAL || unit->unit == 'P' || unit->unit == 'T') return false;
    out->kind = NODE_SET;
    node_add_amount(out, 1, (char)unit->unit);
    out->number = times;
    return true;
}

/* "later deze week", "eerder dit jaar": from tomorrow to its end, from its beginning to the record's day. */
BUILDER(build_later) {
    const struct node *inner = part[1];
    struct stretch stretch;
    if (inner->flags & (NODE_UNANCHORED | NODE_PREFIXED) || inner->mod || !date_stretch(inner, &stretch)) return false;
    if (date_compare(context->today, stretch.from) < 0 || date_compare(context->today, stretch.to) > 0) return false;
    struct node left = { .kind = NODE_DATE }, right = { .kind = NODE_DATE };
    node_set_day(&left, rule->arg > 0 ? date_from_days(date_to_days(context->today) + 1) : stretch.from);
    node_set_day(&right, rule->arg > 0 ? stretch.to : context->today);
    if (date_compare(stretch.to, context->today) <= 0 && rule->arg > 0) return false;
    out->kind = NODE_RANGE;
    out->fields = right.fields;
    out->left = node_keep(context, &left), out->right = node_keep(context, &right);
    return out->left && out->right;
}

/* "de eerste zes maanden van 2024", "the last four months of 2021": so many units at either end of a stretch. */
BUILDER(build_first_units) {
    struct node whole = *part[rule_length(rule) - 1];
    struct stretch stretch;
    const struct node *number = part[1], *unit = part[2];
    bool last = rule->slots[0] == ROLE_LAST;
    if ((!last && part[0]->number != 1) || !strchr("DWMY", unit->unit) || number->number < 1 || number->number > 400) return false;
    date_complete(context, &whole);
    if (whole.flags & NODE_UNANCHORED || whole.mod || !date_stretch(&whole, &stretch)) return false;
    struct node left = { .kind = NODE_DATE }, right = { .kind = NODE_DATE };
    date next = date_from_days(date_to_days(stretch.to) + 1);
    node_set_day(&left, last ? date_move(next, (char)unit->unit, -number->number) : stretch.from);
    node_set_day(&right, last ? stretch.to : date_from_days(date_to_days(date_move(stretch.from, (char)unit->unit, number->number)) - 1));
    out->kind = NODE_RANGE;
    out->fields = right.fields;
    out->left = node_keep(context, &left), out->right = node_keep(context, &right);
    return out->left && out->right;
}
