/* TIMEX3 of a node: value, mod, begin, stop, freq; first and last day. 2021-06-14, 2021-W24, 2021-FA, 2022-Q1, 2024-H1, 199X, T15:00, P6M.
 *
 * A stretch between two ends has an ISO 8601 interval as value and its ends as begin and stop. What cannot be reckoned because the
 * record's date is unknown keeps XXXX in its value and says so in `anchor`: DCT, the record's date, with the distance from it. */
#include "mention/timex.h"

static const char *const part_codes[] = { "", "TMO", "TAF", "TEV", "TNI", "TMI", "TDT" };

static const char *clock_value(arena *memory, const struct node *node) {
    if (node->fields & F_SECOND) return arena_format(memory, "T%02d:%02d:%02d", node->hour, node->minute, node->second);
    if (node->fields & F_MINUTE) return arena_format(memory, "T%02d:%02d", node->hour, node->minute);
    if (node->fields & F_HOUR) return arena_format(memory, "T%02d", node->hour);
    return node->fields & F_PART && node->part < (int)COUNT_OF(part_codes) ? part_codes[(int)node->part] : "";
}

const char *day_text(arena *memory, int year, int month, int day, size_t size) {
    if ((unsigned)year > 9999 || (unsigned)month > 99 || (unsigned)day > 99)
        return arena_format(memory, size == 4 ? "%04d" : size == 7 ? "%04d-%02d" : "%04d-%02d-%02d", year, month, day);
    const char text[] = { (char)('0' + year / 1000),
                          (char)('0' + year / 100 % 10),
                          (char)('0' + year / 10 % 10),
                          (char)('0' + year % 10),
                          '-',
                          (char)('0' + month / 10),
                          (char)('0' + month % 10),
                          '-',
                          (char)('0' + day / 10),
                          (char)('0' + day % 10) };
    return arena_copy(memory, (slice){ text, size });
}

static const char *date_text(arena *memory, date day) { return day_text(memory, day.year, day.month, day.day, DAY_SIZE); }

static const char *year_text(arena *memory, const struct node *node) {
    return node->fields & F_YEAR ? day_text(memory, node->year, 0, 0, YEAR_SIZE) : "XXXX";
}

static const char *day_value(arena *memory, const struct node *node) {
    uint32_t f = node->fields;
    if (f & F_CENTURY) return arena_format(memory, "%02dXX", node->century);
    if (f & F_DECADE) return arena_format(memory, "%03dX", node->decade);
    if (f & F_SESSION) return arena_format(memory, "%04d/%04d", node->year, node->year + 1);
    if (f & F_HOLIDAY) {
        struct stretch stretch;
        slice event = holiday_event(node->text);
        bool period = strstr(node->text, "..") != NULL;
        if (period && event.size) return arena_format(memory, "EVENT:%.*s-%s", (int)event.size, event.data, year_text(memory, node));
        if (f & F_YEAR && holiday_stretch(node->text, node->year, &stretch))
            return day_text(memory, stretch.from.year, stretch.from.month, stretch.from.day, period ? MONTH_SIZE : DAY_SIZE);
        return "XXXX-XX-XX";
    }
    if (f & F_WEEK) return arena_format(memory, f & F_WEEKEND ? "%s-W%02d-WE" : "%s-W%02d", year_text(memory, node), node->week);
    if (f & F_MONTH && f & F_DAY)
        return f & F_YEAR ? day_text(memory, node->year, node->month, node->day, DAY_SIZE)
                          : arena_format(memory, "XXXX-%02d-%02d", node->month, node->day);
    if (f & F_WEEKDAY && !(f & F_DAY)) return arena_format(memory, "XXXX-WXX-%d", node->weekday);
    if (f & F_DAY) return arena_format(memory, "XXXX-XX-%02d", node->day);
    if (f & F_MONTH)
        return f & F_YEAR ? day_text(memory, node->year, node->month, 0, MONTH_SIZE) : arena_format(memory, "XXXX-%02d", node->month);
    if (f & F_SEASON)
        return arena_format(memory, "%s-%s", year_text(memory, node), (const char *[]){ "XX", "SP", "SU", "FA", "WI" }[(int)node->season]);
    if (f & F_QUARTER) return arena_format(memory, "%s-Q%d", year_text(memory, node), node->quarter);
    if (f & F_HALF) return arena_format(memory, "%s-H%d", year_text(memory, node), node->half);
    if (f & F_YEAR) return year_text(memory, node);
    return "";
}

/* A node whose place in the calendar depends on the unknown date of the record. */
static const char *unanchored_value(arena *memory, const struct node *node) {
    uint32_t f = node->fields;
    if (f & F_WEEK) return f & F_WEEKEND ? "XXXX-WXX-WE" : "XXXX-WXX";
    if (node->month || node->season || node->quarter || node->half || f & (F_HOLIDAY | F_WEEKDAY)) return day_value(memory, node);
    if (f & F_DAY) return "XXXX-XX-XX";
    if (f & F_MONTH) return "XXXX-XX";
    if (f & F_QUARTER) return "XXXX-QX";
    if (f & F_HALF) return "XXXX-HX";
    return "XXXX";
}

static const char *date_value(arena *memory, const struct node *node) {
    const char *day = node->flags & NODE_UNANCHORED ? unanchored_value(memory, node) : day_value(memory, node);
    const char *clock = clock_value(memory, node);
    return *clock ? arena_format(memory, "%s%s", day, clock) : day;
}

static const char *duration_value(arena *memory, const struct node *node) {
    buffer text = { 0 };
    bool time = false;
    buffer_add_char(&text, 'P');
    for (size_t i = 0; node->units[i]; i++) {
        char unit = node->units[i];
        bool clock = strchr("Hms", unit) != NULL;
        if (clock && !time) buffer_add_char(&text, 'T'), time = true;
        if (node->amount[i] < 0)
            buffer_add_char(&text, 'X');
        else
            buffer_format(&text, "%s", number_format(memory, node->amount[i]));
        if (unit == 'Z')
            buffer_add(&text, SLICE("WE"));
        else if (unit == 'B')
            buffer_add(&text, SLICE("D"));
        else
            buffer_add_char(&text, unit == 'm' ? 'M' : unit == 's' ? 'S' : unit);
    }
    const char *value = arena_copy(memory, (slice){ text.data, text.size });
    buffer_free(&text);
    return value;
}

static bool is_clock(const struct node *node) { return node->fields & (FIELDS_CLOCK | F_PART); }

static void set_bounds(const struct node *node, struct mention *out) {
    struct stretch stretch;
    if (node->flags & NODE_UNANCHORED || !date_stretch(node, &stretch)) return;
    out->from = stretch.from, out->to = stretch.to;
}

/* Whether "na", "after", "of" goes on behind a term: it does not run from the record's date. */
static bool from_event(const struct timex_context *self, const struct node *node) {
    uint32_t token = self->atoms[node->last - 1].token + 1;
    if (!node->units[0] || node->right || token >= self->sentence->last) return false;
    uint64_t roles = word_roles(self->roles, self->text, self->text->tokens.at[token].word, self->lang);
    return (roles >> ROLE_AFTER | roles >> ROLE_SINCE | roles >> ROLE_OF) & 1;
}

static void mention_date(struct timex_context *self, struct node *node, struct mention *out) {
    arena *memory = self->memory;
    date_complete(self, node);
    out->sub = is_clock(node) ? "TIME" : "DATE";
    out->mod = node->mod;
    out->value = date_value(memory, node);
    if (node->flags & NODE_UNANCHORED) out->anchor = node->steps ? arena_format(memory, "DCT%+d%c", node->steps, node->unit) : "DCT";
    set_bounds(node, out);
    if (node->fields & F_HOLIDAY && node->text) {
        slice event = holiday_event(node->text);
        if (event.size && node->fields & F_YEAR) out->event = arena_format(memory, "%.*s-%04d", (int)event.size, event.data, node->year);
    }
    if (node->fields & F_SESSION && date_known(out->from)) {
        out->begin = date_text(memory, out->from);
        out->stop = date_text(memory, out->to);
    }
    if (node->left && from_event(self, node)) { /* binnen een maand na vaststelling: from a day not known */
        out->sub = "DURATION";
        out->value = duration_value(memory, node);
        out->anchor = "EVENT";
        out->from = out->to = (date){ 0 };
        return;
    }
    if (node->left) { /* binnen zes weken: from the record's date on */
        struct node start = self->nodes[node->left];
        out->begin = date_value(memory, &start);
        out->stop = out->value;
        struct stretch stretch;
        if (date_stretch(&start, &stretch)) out->from = stretch.from;
        out->sub = is_clock(node) ? "TIME" : "DATE";
    }
    switch (node->mod) { /* open stretches: what is before a day ends the day before */
    case MOD_BEFORE:
        if (date_known(out->from)) out->to = date_from_days(date_to_days(out->from) - 1), out->from = (date){ 0 };
        break;
    case MOD_ON_OR_BEFORE:
        if (!node->left) out->from = (date){ 0 };
        break;
    case MOD_AFTER:
        if (date_known(out->to)) out->from = date_from_days(date_to_days(out->to) + 1), out->to = (date){ 0 };
        break;
    case MOD_ON_OR_AFTER:
        out->to = (date){ 0 };
        break;
    default:
        break;
    }
}

static const char *today_value(struct timex_context *self) {
    if (!date_known(self->today)) return NULL;
    return date_text(self->memory, self->today);
}

/* "de komende drie maanden" lies against the record's date; a plain duration lies nowhere. */
static void mention_duration(struct timex_context *self, const struct node *node, struct mention *out) {
    out->sub = "DURATION";
    out->value = duration_value(self->memory, node);
    out->mod = node->mod;
    if (!node->direction) return;
    out->vague = node->amount[0] < 0;
    if (node->direction > 0)
        out->begin = today_value(self);
    else
        out->stop = today_value(self);
    if (!date_known(self->today)) {
        out->anchor = "DCT";
        return;
    }
    if (node->amount[0] < 0 || strchr("Hms", node->units[0])) return;
    bool days = strcmp(node->units, "D") == 0; /* the next three days begin tomorrow, the last three end yesterday */
    date start = days ? date_from_days(date_to_days(self->today) + node->direction) : self->today, end = self->today;
    const char *near = date_text(self->memory, start);
    for (size_t i = 0; node->units[i]; i++) end = date_move(end, node->units[i], node->direction * node->amount[i]);
    const char *value = date_text(self->memory, end);
    if (node->direction > 0)
        out->begin = near, out->stop = value, out->from = start, out->to = end;
    else
        out->begin = value, out->stop = near, out->from = end, out->to = start;
}

static void mention_range(struct timex_context *self, const struct node *node, struct mention *out) {
    struct node left = self->nodes[node->left], right = self->nodes[node->right];
    struct mention ends[2] = { 0 };
    if (!(left.fields & F_YEAR) && right.fields == left.fields && right.fields & (F_MONTH | F_WEEKDAY | F_SEASON | F_QUARTER | F_HALF)) {
        date_complete(self, &left); /* mei tot maart: the right end follows the left one */
        struct stretch from, to;
        date_complete(self, &right);
        if (date_stretch(&left, &from) && date_stretch(&right, &to) && date_compare(to.from, from.from) < 0) {
            if (right.fields & F_WEEK || self->nodes[node->right].fields & F_WEEKDAY)
                node_set_day(&right, date_from_days(date_to_days(to.from) + 7));
            else
                right.year++;
        } else if (date_stretch(&left, &from) && date_stretch(&right, &to) && date_to_days(to.from) - date_to_days(from.from) > 366)
            right.year--;
    }
    mention_date(self, &left, &ends[0]);
    if (!(self->nodes[node->right].fields & F_YEAR) && left.fields & F_YEAR && right.fields & F_YEAR) {
        struct stretch from, to;
        if (date_stretch(&left, &from) && date_stretch(&right, &to) && date_compare(to.to, from.from) < 0) right.year++;
    }
    mention_date(self, &right, &ends[1]);
    out->sub = is_clock(&right) ? "TIME" : "DATE";
    out->begin = ends[0].value, out->stop = ends[1].value;
    struct stretch stretch;
    if (left.mod == MOD_END && date_stretch(&left, &stretch)) ends[0].from = stretch.to;
    if (left.mod == MOD_MID && date_stretch(&left, &stretch))
        ends[0].from = date_from_days((date_to_days(stretch.from) + date_to_days(stretch.to)) / 2);
    if (right.mod == MOD_MID && date_stretch(&right, &stretch))
        ends[1].to = date_from_days((date_to_days(stretch.from) + date_to_days(stretch.to)) / 2);
    out->value = arena_format(self->memory, "%s/%s", out->begin, out->stop);
    out->from = ends[0].from, out->to = ends[1].to;
    if (ends[0].anchor) out->anchor = ends[0].anchor;
    if (ends[1].anchor) out->anchor = ends[1].anchor;
}

static void mention_set(struct timex_context *self, const struct node *node, struct mention *out) {
    out->sub = "SET";
    if (node->text)
        out->value = node->text;
    else if (node->units[0]) {
        out->value = duration_value(self->memory, node);
        if (node->number > 1) out->freq = arena_format(self->memory, "%sX", number_format(self->memory, node->number));
    } else if (node->left) {
        struct node inner = self->nodes[node->left];
        out->value = date_value(self->memory, &inner);
    }
}

bool timex_mention(struct timex_context *self, uint32_t index, struct mention *out) {
    struct node node = self->nodes[index];
    const struct atom *first = &self->atoms[node.first + node.lead], *last = &self->atoms[node.last - 1];
    *out = (struct mention){ .kind = MENTION_TIMEX, .first = first->token, .last = last->token + 1, .span = { first->start, last->end } };
    switch (node.kind) {
    case NODE_DATE:
        mention_date(self, &node, out);
        break;
    case NODE_DURATION:
        mention_duration(self, &node, out);
        break;
    case NODE_RANGE:
        mention_range(self, &node, out);
        break;
    case NODE_SET:
        mention_set(self, &node, out);
        break;
    default:
        out->sub = "DATE";
        out->value = node.text;
        out->vague = true;
        break;
    }
    return out->value && *out->value;
}
