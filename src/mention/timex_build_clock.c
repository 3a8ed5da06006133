/* Builders of clock times, parts of the day, and both with a date. */
#include "mention/timex_build.h"

enum { PART_MORNING = 1, PART_AFTERNOON, PART_EVENING, PART_NIGHT };

static bool set_clock(struct node *out, int hour, int minute, int second) {
    if (hour < 0 || hour > 24 || minute > 59 || second > 59 || (hour == 24 && (minute > 0 || second > 0))) return false;
    out->kind = NODE_DATE;
    out->fields |= F_HOUR;
    out->hour = (int8_t)hour;
    if (minute >= 0) out->minute = (int8_t)minute, out->fields |= F_MINUTE;
    if (second >= 0) out->second = (int8_t)second, out->fields |= F_SECOND;
    if (hour <= 12) out->flags |= NODE_OPEN;
    return true;
}

/* Signs inside a clock time stand without blanks; "8.30" is a clock time only where something says so. */
BUILDER(build_clock) {
    int value[3] = { -1, -1, -1 };
    uint32_t numbers = 0;
    char last_sign = 0;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        const struct atom *atom = &context->atoms[part[i]->first];
        if (part[i]->kind == LEAF_NUMBER) {
            if (numbers == 3) return false;
            value[numbers++] = (int)part[i]->number;
            if (i > 0 && context->atoms[part[i]->first - 1].kind == ATOM_SIGN && !atom->glued) return false;
        } else if (atom->kind == ATOM_SIGN) {
            if (!atom->glued) return false;
            last_sign = atom->sign;
        } else if (part[i]->kind == NODE_DATE) {
            node_copy(out, part[i]);
            if (!(part[i]->fields & F_MINUTE)) return false;
            value[0] = part[i]->hour, numbers = 1;
            if (part[i]->fields & F_MINUTE) value[1] = part[i]->minute, numbers = 2;
        }
    }
    const struct atom *first = &context->atoms[part[0]->first];
    if (part[0]->first > 0 && first->glued &&
        (first[-1].kind == ATOM_DIGITS || first[-1].sign == '.' || first[-1].sign == ',' || first[-1].sign == ':' ||
         first[-1].kind == ATOM_OPAQUE))
        return false;
    if (!set_clock(out, value[0], value[1], value[2])) return false;
    out->flags &= (uint16_t) ~(NODE_LATENT | NODE_WORDY);
    if (part[0]->kind == LEAF_NUMBER && context->atoms[part[0]->first].text.size == 2 && first->text.data[0] == '0')
        out->flags &= (uint16_t)~NODE_OPEN;
    if (rule->arg && last_sign == '.') out->flags |= NODE_LATENT;
    if (rule->arg == 2) { /* "20 uur" lasts unless "om" or a day says that it is a clock time */
        out->flags |= NODE_SIGNED;
        if (part[0]->kind == LEAF_NUMBER) out->flags |= NODE_LATENT;
    }
    return true;
}

/* arg: minutes to add to the hour that is named; 0: the first part says them, "voor" takes them off.
 * "half acht" is 7:30 in Dutch, "half past seven" 7:30 in English; "kwart voor vijf" 4:45; "tien voor half negen" 8:20. */
BUILDER(build_clock_half) {
    int minutes = 0, hour = -1, sign = 1, given = 0;
    bool half = false;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        enum role slot = (enum role)rule->slots[i];
        if (slot == ROLE_HALF)
            half = true;
        else if (slot == ROLE_QUARTER)
            given = 15;
        else if (slot == ROLE_TO_HOUR)
            sign = -1;
        else if (slot == (enum role)N_MINUTES)
            given = (int)part[i]->number;
        else if (slot == (enum role)N_HOUR)
            hour = (int)part[i]->number;
        else if (slot == (enum role)T_CLOCK)
            hour = part[i]->hour, half |= part[i]->flags & NODE_WORDY;
    }
    if (hour < 0 || hour > 12) return false;
    minutes = hour * 60 + rule->arg + sign * given + (half && !rule->arg ? -30 : 0);
    if (half && rule->arg) minutes = hour * 60 + rule->arg;
    if (minutes < 0) minutes += 12 * 60;
    if (!set_clock(out, minutes / 60, minutes % 60, -1)) return false;
    out->flags |= NODE_OPEN;
    /* "two to four people": minutes before or after an hour need "at" or a part of the day beside them. */
    if (given && given != 15) out->flags |= NODE_LATENT | NODE_SIGNED;
    return true;
}

BUILDER(build_clock_four) {
    int value = (int)part[0]->number;
    if (!set_clock(out, value / 100, value % 100, -1)) return false;
    if (rule->arg == 2) {
        int shift = rule->slots[1] == ROLE_PM && out->hour < 12 ? 12 : 0;
        out->hour = (int8_t)(out->hour + shift);
        out->flags &= (uint16_t)~NODE_OPEN;
    }
    if (rule->arg == 0) out->flags |= NODE_LATENT;
    return true;
}

BUILDER(build_meridiem) {
    uint32_t last = 0;
    while (last + 1 < RULE_SLOTS && rule->slots[last + 1] != RULE_END) last++;
    if (part[0]->kind == LEAF_NUMBER) {
        if (!set_clock(out, (int)part[0]->number, -1, -1)) return false;
    } else {
        node_copy(out, part[0]);
        if (!(part[0]->flags & NODE_OPEN) && part[0]->hour < 13 && !(part[0]->flags & NODE_LATENT) && part[0]->hour == 0) return false;
    }
    const struct atom *letter = &context->atoms[part[last]->first];
    if (letter->text.size == 1 && !letter->glued && last == 1) return false;
    if (out->hour > 12 && !rule->arg) return false;
    if (rule->arg && out->hour < 12) out->hour = (int8_t)(out->hour + 12);
    if (!rule->arg && out->hour == 12) out->hour = 0;
    out->kind = NODE_DATE;
    out->flags &= (uint16_t) ~(NODE_OPEN | NODE_LATENT | NODE_WORDY);
    return true;
}

/* "2%", "1.1 °C", "3 miljard": the number counts something. */
static bool amount_follows(const struct timex_context *context, uint32_t at) {
    static const enum lexicon_class classes[] = { CLASS_CURRENCY, CLASS_UNIT, CLASS_MULTIPLIER };
    if (at >= context->atom_count) {
        uint32_t token = at > 0 ? context->atoms[at - 1].token + 1 : 0;
        if (token >= context->sentence->last) return false;
        slice next = token_text(context->text, token);
        if (next.size && next.data[0] == '%') return true;
        for (size_t i = 0; i < COUNT_OF(classes); i++)
            if (word_class(context->text, context->text->tokens.at[token].word, context->lang, classes[i], NULL)) return true;
        return false;
    }
    const struct atom *next = &context->atoms[at];
    if (next->sign == '%') return true;
    if ((next->sign == '.' || next->sign == ',') && next->glued && at + 1 < context->atom_count && next[1].glued &&
        next[1].kind == ATOM_DIGITS)
        return true;
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        if (next->text.size > 1 && word_class(context->text, next->word, context->lang, classes[i], NULL)) return true;
    return false;
}

BUILDER(build_hour) {
    uint32_t at = part[0]->first;
    if (at > 1 && context->atoms[at].glued && strchr(".,:", context->atoms[at - 1].sign ? context->atoms[at - 1].sign : 'x')) return false;
    if (amount_follows(context, part[0]->last)) return false;
    if (!set_clock(out, (int)part[0]->number, -1, -1)) return false;
    out->flags |= NODE_LATENT;
    return true;
}

static void fit_part(struct node *clock, int part_of_day) {
    if (!(clock->flags & NODE_OPEN) || clock->hour > 12) return;
    int hour = clock->hour;
    if (part_of_day == PART_AFTERNOON && hour < 12) hour += 12;
    if (part_of_day == PART_EVENING && hour < 12 && hour >= 4) hour += 12;
    if (part_of_day == PART_NIGHT && hour >= 7 && hour < 12) hour += 12;
    if (part_of_day == PART_NIGHT && hour == 12) hour = 0;
    if (part_of_day == PART_MORNING && hour == 12) hour = 12;
    clock->hour = (int8_t)hour;
    clock->flags &= (uint16_t)~NODE_OPEN;
}

/* A clock time or a stretch of clock times with the part of the day it is in. */
BUILDER(build_clock_part) {
    const struct node *clock = NULL, *when = NULL;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (part[i]->kind == NODE_RANGE || (part[i]->kind == NODE_DATE && part[i]->fields & F_HOUR))
            clock = part[i];
        else if (part[i]->kind == NODE_DATE && part[i]->fields & F_PART)
            when = part[i];
    }
    if (!clock || !when || when->mod) return false;
    if (clock->kind == NODE_DATE && clock->flags & NODE_LATENT && !(clock->flags & NODE_SIGNED) && when->fields == F_PART)
        return false; /* "one morning" */
    node_copy(out, clock);
    if (clock->kind == NODE_RANGE) {
        for (int side = 0; side < 2; side++) {
            uint16_t *child = side ? &out->right : &out->left;
            if (!*child) continue;
            struct node end = context->nodes[*child];
            fit_part(&end, when->part);
            struct node day = *when;
            day.fields &= ~(uint32_t)F_PART;
            if (day.fields && !node_join(&end, &day)) return false;
            end.flags &= (uint16_t)~NODE_LATENT;
            if (!(*child = node_keep(context, &end))) return false;
        }
    } else {
        fit_part(out, when->part);
        struct node day = *when;
        day.fields &= ~(uint32_t)F_PART;
        if (day.fields && !node_join(out, &day)) return false;
    }
    out->flags &= (uint16_t)~NODE_LATENT;
    return true;
}

/* A day with a clock time or a part of the day. */
BUILDER(build_moment) {
    const struct node *day = NULL, *time = NULL;
    for (uint32_t i = 0; i < RULE_SLOTS && rule->slots[i] != RULE_END; i++) {
        if (part[i]->kind != NODE_DATE) continue;
        if (part[i]->fields & (FIELDS_CLOCK | F_PART))
            time = part[i];
        else
            day = part[i];
    }
    if (!day || !time || !(day->fields & FIELDS_DAY)) return false;
    if (rule->slots[1] == S_COMMA && (time->flags & NODE_LATENT || part[2]->lead > 0))
        return false; /* "om 15.30, op 3 mei": two of a list */
    if (day->mod && day->mod != MOD_APPROX && day->mod < MOD_ON_OR_BEFORE) return false;
    node_copy(out, day);
    out->mod = 0;
    if (time->flags & NODE_LATENT && day->flags & NODE_LATENT && !rule->arg) return false;
    if (time->flags & NODE_LATENT && !(time->flags & NODE_SIGNED) && !rule->arg && (time->fields & FIELDS_CLOCK) == F_HOUR) return false;
    if (!node_join(out, time)) return false;
    out->mod = time->mod ? time->mod : day->mod;
    out->flags &= (uint16_t) ~(NODE_LATENT | NODE_SIGNED);
    if (time->flags & NODE_PREFIXED) out->flags |= NODE_PREFIXED;
    return true;
}

/* "deze avond", "afgelopen nacht": of the record's day, the day before or after. */
BUILDER(build_relative_part) {
    const struct node *relative = part[0], *when = part[1];
    if (!date_of_steps(context, 'D', relative->steps, out) || !node_join(out, when)) return false;
    out->kind = NODE_DATE;
    out->flags |= NODE_RELATIVE;
    return true;
}

BUILDER(build_part_of_day) {
    if (!context->atoms[part[1]->first].glued) return false;
    node_copy(out, part[2]);
    return true;
}
