/* Finds quantities: money, percentages, measures, plain numbers, ordinals, and ranges of them.
 *
 * Worked example: "ruim 3 miljard meer dan de 11,8 miljard euro van 2019" → money 3e9 EUR MORE_THAN on "ruim 3 miljard" (the currency is
 * left out and taken from the amount beside it), money 11.8e9 EUR.
 * Around a number are read, in this order: what says how exact it is, a currency sign, the number with its multiplier, the unit, what a
 * percentage is of. A number in words starts a quantity only when it is more than an article ("een" is none, "één" is). */
#include "mention/quantity.h"
#include "mention/timex.h"

#include <stdlib.h>

enum { ELISION_TOKENS = 30, DIGITS_OF_YEAR = 4 };

struct quantity_finder {
    arena *memory;
    const struct text *text;
    enum language lang;
    const struct atom *atoms; /* of the window */
    uint32_t count;
    struct atom_window window;
    uint32_t read_at; /* atom of the number that was read last, and in which window; UINT32_MAX: none */
    bool read;
    struct number last_read;
};
struct unit {
    slice code;
    const char *sub;
    uint32_t last;
    double factor;
};

static bool atom_class(const struct quantity_finder *self, uint32_t at, enum lexicon_class class, int32_t *value) {
    return at < self->count && atom_has(self->text, &self->atoms[at], self->lang, class, value);
}

/* Whether a function word of the time grammar has a role. */
static bool has_role(const struct quantity_finder *self, uint32_t at, enum role role) {
    return at < self->count && self->atoms[at].roles >> role & 1;
}

/* The longest word or phrase at an atom that has a class. */
static bool phrase_class(const struct quantity_finder *self, uint32_t at, enum lexicon_class class, int32_t *value, uint32_t *last) {
    uint32_t node = 0;
    bool found = false;
    if (atom_class(self, at, class, value)) found = true, *last = at + 1;
    if (at >= self->count || !atom_may_begin_phrase(self->text, self->atoms, self->count, at)) return found;
    for (uint32_t next = at; next < self->count && self->atoms[next].word; next++) {
        node = lexicon_step(self->text->words, node, self->atoms[next].word);
        if (node == LEXICON_NO_PATH) break;
        uint32_t lemma = next > at ? lexicon_phrase(self->text->words, node) : 0;
        if (lemma && lexicon_lemma_class(self->text->words, lemma, class, value)) found = true, *last = next + 1;
    }
    return found;
}

static bool unit_of_currency(const struct quantity_finder *self, int32_t value, struct unit *out) {
    slice code = lexicon_string(self->text->words, value);
    out->sub = "money";
    out->factor = 1;
    const char *dash = memchr(code.data, '-', code.size); /* EUR-CENT, USD-MILLION */
    if (dash) out->factor = dash[1] == 'C' ? 0.01 : 1e6, code.size = (size_t)(dash - code.data);
    out->code = code;
    return true;
}

/* One capital letter. */
static bool is_capital(slice text) { return text.size == 1 && text.data[0] >= 'A' && text.data[0] <= 'Z'; }

/* The unit that follows a number. A unit of one letter or sign must stand close to it or be known to be no word. */
static bool unit_read(const struct quantity_finder *self, uint32_t at, struct unit *out) {
    int32_t value;
    *out = (struct unit){ .factor = 1 };
    if (at < self->count && self->atoms[at].sign == '-' && self->atoms[at].glued) at++; /* "2%-norm", "15-km" */
    bool of_next = at + 1 < self->count && !self->atoms[at].glued && self->atoms[at + 1].glued &&
                   self->atoms[at + 1].kind == ATOM_DIGITS; /* "1 $10 note" */
    if (!of_next && phrase_class(self, at, CLASS_CURRENCY, &value, &out->last)) return unit_of_currency(self, value, out);
    if (at < self->count && self->atoms[at].sign == '%') {
        out->code = SLICE("%"), out->sub = "percent", out->last = at + 1;
        return true;
    }
    if (!phrase_class(self, at, CLASS_UNIT, &value, &out->last)) return false;
    out->code = lexicon_string(self->text->words, value);
    /* "5G networks": the symbol of a unit keeps its case; but litre may be L (SI brochure, table 8) */
    slice symbol = self->atoms[at].text;
    if (is_capital(symbol) && symbol.data[0] != 'L' && out->code.size == 1 && out->code.data[0] == (symbol.data[0] | 0x20)) return false;
    out->sub = slice_equal(out->code, SLICE("%")) || slice_equal(out->code, SLICE("pp")) ? "percent" : "measure";
    if (slice_equal(out->code, SLICE("deg"))) { /* "20 ° C", "graden C" */
        const struct atom *next = out->last < self->count ? &self->atoms[out->last] : NULL;
        if (next && next->text.size == 1 && (next->text.data[0] == 'C' || next->text.data[0] == 'F')) {
            out->code = next->text.data[0] == 'C' ? SLICE("Cel") : SLICE("[degF]");
            out->last++;
        }
    }
    return true;
}

static const char *string_of(const struct quantity_finder *self, slice text) { return arena_copy(self->memory, text); }

/* "van het bbp", "of GDP": what a percentage is of, when a word for that is known. */
static bool base_read(const struct quantity_finder *self, uint32_t at, const char **base, uint32_t *last) {
    int32_t value;
    uint32_t end;
    for (uint32_t next = at; next < at + 3 && next < self->count; next++) {
        if (next > at && phrase_class(self, next, CLASS_QUANTITY_BASE, &value, &end)) {
            *base = string_of(self, lexicon_string(self->text->words, value));
            *last = end;
            return true;
        }
        if (!atom_class(self, next, CLASS_TIME_WORD, NULL)) return false;
    }
    return false;
}

/* The number at an atom; the same one is asked for as a fraction, as a whole and as both. */
static bool number_at(struct quantity_finder *self, uint32_t at, struct number *out) {
    if (self->read_at != at) {
        self->read = number_read(self->text, self->atoms, self->count, at, self->lang, &self->last_read);
        self->read_at = at;
    }
    if (self->read) *out = self->last_read;
    return self->read;
}

struct amount {
    double value;
    struct unit unit;
    struct number number;
    uint32_t first, last;
    bool currency_before;
};

/* "1 van de 3", "een op de twintig", "two out of five": a part of a whole. "2000 over 3" is one where nothing is counted behind it. */
static bool part_read(const struct quantity_finder *self, double part, uint32_t at, double *value, uint32_t *last) {
    int32_t how;
    struct number whole;
    if (!atom_class(self, at, CLASS_FRACTION_OF, &how)) return false;
    at++;
    if (how == 1 && !has_role(self, at, ROLE_THE) && !has_role(self, at, ROLE_OF)) return false;
    at += how == 1;
    if (at >= self->count || !number_read(self->text, self->atoms, self->count, at, self->lang, &whole) || !whole.whole || whole.ordinal ||
        whole.value < 2)
        return false;
    bool counted = whole.last < self->count && self->atoms[whole.last].kind == ATOM_WORD;
    if (how == 1 ? part >= whole.value : counted) return false;
    *value = part / whole.value;
    *last = whole.last;
    return true;
}

/* A fraction that starts at an atom: "3/4", "twee derde", "een vijfde", "half", "½". */
static bool fraction_read(struct quantity_finder *self, uint32_t at, double *value, uint32_t *last) {
    int32_t denominator;
    struct number number;
    if (at + 2 < self->count && self->atoms[at].kind == ATOM_DIGITS && self->atoms[at + 1].sign == '/' && self->atoms[at + 1].glued &&
        self->atoms[at + 2].kind == ATOM_DIGITS && self->atoms[at + 2].glued && self->atoms[at + 2].value > 0 &&
        (at + 3 >= self->count || !self->atoms[at + 3].glued ||
         !strchr("/.-:", self->atoms[at + 3].sign ? self->atoms[at + 3].sign : 'x'))) {
        if (self->atoms[at].value >= 1000 || self->atoms[at].value > self->atoms[at + 2].value * 9) return false;
        *value = (double)self->atoms[at].value / self->atoms[at + 2].value;
        *last = at + 3;
        return true;
    }
    if (at + 1 < self->count && has_role(self, at, ROLE_A) && atom_class(self, at + 1, CLASS_FRACTION, &denominator)) {
        *value = 1.0 / denominator;
        *last = at + 2;
        return true;
    }
    int32_t zeros; /* "een miljoenste", "a trillionth" */
    if (has_role(self, at, ROLE_A) && atom_class(self, at + 1, CLASS_MULTIPLIER, &zeros) && atom_class(self, at + 1, CLASS_ORDINAL, NULL)) {
        for (*value = 1, *last = at + 2; zeros > 0; zeros--) *value /= 10;
        return true;
    }
    if (has_role(self, at, ROLE_A) && part_read(self, 1, at + 1, value, last)) return true;
    if (!number_at(self, at, &number) || number.ordinal) return false;
    if (number.whole && part_read(self, number.value, number.last, value, last)) return true;
    if (!number.whole && number.words && number.value < 1) return *value = number.value, *last = number.last, true;
    uint32_t over = number.last < self->count && self->atoms[number.last].sign == '/' ? number.last + 1 : number.last;
    if (!number.words || number.value < 1 || number.value >= 100 || !atom_class(self, over, CLASS_FRACTION, &denominator) ||
        (denominator == 2 && number.value > 1))
        return false;
    *value = number.value / denominator;
    *last = over + 1;
    return true;
}

/* A number with a fraction after it: "1 4/5", "drie en een kwart", "one and a half"; "half" of a scale: "half a million". */
static bool mixed_read(struct quantity_finder *self, uint32_t at, struct number *number, double *value, uint32_t *last) {
    int32_t which, denominator;
    double fraction;
    if (fraction_read(self, at, value, last)) {
        number->whole = false, number->words = self->atoms[at].kind == ATOM_WORD, number->digits = 0;
        if (atom_class(self, *last, CLASS_NUMBER_TEXT, &which)) { /* "een half dozijn" */
            double set = strtod(lexicon_string(self->text->words, which).data, NULL);
            if (set >= 2) *value *= set, ++*last;
        }
        if (has_role(self, *last, ROLE_OF) && has_role(self, *last + 1, ROLE_A) && atom_class(self, *last + 2, CLASS_MULTIPLIER, &which)) {
            for (*last += 3; which > 0; which--) *value *= 10; /* "two thirds of a million" */
        }
        return true;
    }
    if (atom_class(self, at, CLASS_FRACTION, &denominator) && !atom_class(self, at, CLASS_ORDINAL, NULL)) {
        uint32_t next = at + 1;
        if (has_role(self, next, ROLE_A)) next++;
        if (next < self->count && (atom_class(self, next, CLASS_MULTIPLIER, NULL) || atom_class(self, next, CLASS_NUMBER_TEXT, NULL)) &&
            number_read(self->text, self->atoms, self->count, next, self->lang, number)) {
            *value = number->value / denominator;
            *last = number->last;
            return true;
        }
        if (phrase_class(self, at + 1, CLASS_UNIT, &which, last)) { /* "halve liter" */
            *number = (struct number){ .words = true };
            *value = 1.0 / denominator;
            *last = at + 1;
            return true;
        }
        return false;
    }
    if (!number_at(self, at, number)) return false;
    *value = number->value;
    *last = number->last;
    /* "zes miljoen en twee derde": the last word counts the fraction. */
    uint32_t top = number->last - 1;
    while (top > at + 1 && self->atoms[top].glued) top--; /* "fifty-four hundredths" */
    if (number->words && top > at && !number->ordinal && atom_class(self, number->last, CLASS_FRACTION, &denominator) && denominator > 2 &&
        fraction_read(self, top, &fraction, last)) {
        uint32_t end = atom_class(self, top - 1, CLASS_NUMBER_JOIN, NULL) ? top - 1 : top;
        struct number whole;
        if (number_read(self->text, self->atoms, end, at, self->lang, &whole) && whole.last == end && fraction < 1) {
            *value = whole.value + fraction;
            number->whole = false;
            return true;
        }
        *last = number->last;
    }
    uint32_t next = number->last;
    bool joined = atom_class(self, next, CLASS_NUMBER_JOIN, &which) && which == 1;
    if (joined) next++;
    if (!number->ordinal && number->whole && next < self->count && (!self->atoms[next].glued || self->atoms[next].kind == ATOM_WORD) &&
        (joined || self->atoms[next].kind == ATOM_DIGITS || self->atoms[at].kind == ATOM_WORD ||
         atom_class(self, next, CLASS_NUMBER_TEXT, &which)) &&
        fraction_read(self, next, &fraction, last) && fraction < 1) {
        *value += fraction;
        number->whole = false, number->digits = 0;
        if (atom_class(self, *last, CLASS_MULTIPLIER, &which) && self->atoms[*last].text.size > 2) { /* "2¾ billion" */
            while (which-- > 0) *value *= 10;
            number->scaled = true;
            ++*last;
        }
    } else
        *last = number->last;
    return true;
}

static void cents_read(const struct quantity_finder *self, struct amount *out);

static bool amount_read(struct quantity_finder *self, uint32_t at, struct amount *out) {
    int32_t value;
    bool minus = false;
    *out = (struct amount){ .first = at };
    if (phrase_class(self, at, CLASS_CURRENCY, &value, &out->last) && out->last < self->count) {
        unit_of_currency(self, value, &out->unit);
        out->currency_before = true;
        at = out->last;
        while (at < self->count && (self->atoms[at].sign == '-' || self->atoms[at].sign == '.' || self->atoms[at].sign == ':'))
            minus |= self->atoms[at].sign == '-' && at + 1 < self->count && self->atoms[at + 1].glued, at++;
        if (at < self->count && phrase_class(self, at, CLASS_CURRENCY, &value, &out->last) && self->atoms[at].kind == ATOM_WORD &&
            out->last == at + 1)
            at++; /* "USD $ 15" */
        if (at < self->count && self->atoms[at].kind != ATOM_DIGITS) return false;
    } else if (self->atoms[at].sign == '-' && at + 1 < self->count && self->atoms[at + 1].kind == ATOM_DIGITS &&
               self->atoms[at + 1].glued && !self->atoms[at].glued)
        minus = true, at++;
    else if (atom_class(self, at, CLASS_NUMBER_JOIN, &value) && value == 3) /* minus five, min vijf */
        minus = true, at++;
    if (at >= self->count || !mixed_read(self, at, &out->number, &out->value, &out->last)) return false;
    if (minus) out->value = -out->value;
    struct unit unit;
    /* "1,-" and "1,—": a Dutch way to write whole euros */
    if (out->currency_before && out->last + 1 < self->count && self->atoms[out->last].sign == ',' && self->atoms[out->last + 1].sign == '-')
        out->last += 2;
    if (!out->number.ordinal && !out->currency_before && unit_read(self, out->last, &unit)) {
        const struct atom *letters = &self->atoms[unit.last - 1];
        bool short_unit = unit.last == out->last + 1 && letters->text.size == 1 && letters->kind == ATOM_WORD;
        if (!short_unit || letters->glued || out->number.digits || !out->number.words) out->unit = unit, out->last = unit.last;
    }
    int32_t scale;
    if (out->unit.sub && strcmp(out->unit.sub, "money") == 0 && !out->number.scaled &&
        atom_class(self, out->last, CLASS_MULTIPLIER, &scale) && self->atoms[out->last].text.size > 2 &&
        !atom_class(self, out->last, CLASS_ORDINAL, NULL)) { /* "75 USD million" */
        while (scale-- > 0) out->value *= 10;
        out->last++;
    }
    if (out->unit.factor != 0 && out->unit.factor != 1) out->value *= out->unit.factor;
    cents_read(self, out);
    return true;
}

/* "15 dollar en 15 cent", "5 euro 50": the cents belong to the amount before them. */
static void cents_read(const struct quantity_finder *self, struct amount *out) {
    int32_t value;
    uint32_t at = out->last, end;
    struct number cents;
    struct unit unit;
    if (!out->unit.sub || strcmp(out->unit.sub, "money") != 0 || out->currency_before || out->unit.factor != 1 || !out->number.whole ||
        out->number.scaled)
        return;
    bool joined = atom_class(self, at, CLASS_NUMBER_JOIN, &value) && value == 1;
    if (joined) at++;
    if (at >= self->count || !number_read(self->text, self->atoms, self->count, at, self->lang, &cents) || !cents.whole || cents.ordinal ||
        cents.value >= 100)
        return;
    if (phrase_class(self, cents.last, CLASS_CURRENCY, &value, &end) && unit_of_currency(self, value, &unit) && unit.factor < 1) {
        out->value += cents.value / 100;
        out->last = end;
    } else if ((!joined || cents.last >= self->count || self->atoms[cents.last].sign == '.') &&
               (cents.digits == 2 || (cents.words && out->number.words)) &&
               (cents.last >= self->count || self->atoms[cents.last].kind == ATOM_SIGN)) {
        out->value += cents.value / 100;
        out->last = cents.last;
    }
}

/* 3rd, 15e */
static bool ordinal_end(const struct quantity_finder *self, uint32_t at) {
    return at < self->count && self->atoms[at].glued && has_role(self, at, ROLE_ORDINAL_END);
}

/* The end of what joins two ends of a range: "-", "tot", "tot en met", "and" after "between"; 0 if there is none. */
static uint32_t joint_end(const struct quantity_finder *self, uint32_t at, enum role role) {
    int32_t value;
    uint32_t last;
    if (phrase_class(self, at, CLASS_TIME_WORD, &value, &last) && last > at + 1 &&
        timex_roles(lexicon_string(self->text->words, value)) >> role & 1)
        return last;
    bool dash = at < self->count && self->atoms[at].sign && strchr("-~", self->atoms[at].sign) && role == ROLE_TO;
    return dash || has_role(self, at, role) ? at + 1 : 0;
}

static bool atom_breaks(const struct quantity_finder *self, uint32_t at) {
    if (at >= self->count || !self->atoms[at].glued) return false;
    return self->atoms[at].kind == ATOM_OPAQUE || (self->atoms[at].kind == ATOM_WORD && is_capital(self->atoms[at].text)); /* "5G" */
}

/* Numbers that only name something: article 5, nr. 372, 2020-2021, telephone numbers, versions, part of a code. */
static bool stands_alone(const struct quantity_finder *self, uint32_t first, uint32_t last) {
    if (first > 0) {
        const struct atom *left = &self->atoms[first - 1];
        if (self->atoms[first].glued &&
            (left->kind == ATOM_OPAQUE || left->kind == ATOM_DIGITS || left->sign == '/' || left->sign == '.' || left->sign == ':'))
            return false;
        if (self->atoms[first].glued && left->sign == '-' && first > 1 && left->glued) return false;
    }
    if (atom_breaks(self, last)) return false;
    if (last + 1 < self->count && self->atoms[last].glued &&
        (self->atoms[last].sign == '-' || self->atoms[last].sign == '/' || self->atoms[last].sign == ':') && self->atoms[last + 1].glued &&
        self->atoms[last + 1].kind != ATOM_SIGN)
        return false;
    return true;
}

/* "this one", "that one": no number, but a pronoun. */
static bool points(const struct quantity_finder *self, uint32_t token) {
    uint32_t word = token ? self->text->tokens.at[token - 1].word : 0;
    return word && lexicon_word_class(self->text->words, word, CLASS_ANAPHOR, NULL);
}

static void mention_fill(const struct quantity_finder *self, const struct amount *amount, uint32_t first, uint32_t last,
                         struct mention *out) {
    const struct atom *begin = &self->atoms[first], *end = &self->atoms[last - 1];
    *out = (struct mention){ .kind = MENTION_QUANTITY,
                             .first = begin->token,
                             .last = end->token + 1,
                             .span = { begin->start, end->end },
                             .sub = amount->unit.sub         ? amount->unit.sub
                                    : amount->number.ordinal ? "ordinal"
                                                             : "cardinal",
                             .value = number_format(self->memory, amount->value),
                             .unit = amount->unit.code.size ? string_of(self, amount->unit.code) : NULL };
}

/* "cut the time from 300 to 100 days": what falls from one amount to another is no range; its value is the amount it shall come to. What
 * rises ("from 1.5% to 2%") has both readings and stays a range. Years are no amounts. */
static bool falls_to(const struct quantity_finder *self, uint32_t start, const struct amount *amount, const struct amount *low) {
    return start > 0 && has_role(self, start - 1, ROLE_FROM) && low->value < amount->value && amount->number.digits && low->number.digits &&
           (amount->unit.sub ? slice_equal(amount->unit.code, low->unit.code) : low->unit.sub || low->number.digits != DIGITS_OF_YEAR);
}

/* Reads the quantity at an atom, with what stands before and after it. Returns the atom after it, 0 if there is none. */
static uint32_t quantity_read(struct quantity_finder *self, uint32_t at, struct mention *out) {
    int32_t mod = 0;
    uint32_t first = at, start = at, last, upper;
    bool between = has_role(self, at, ROLE_BETWEEN), from = has_role(self, at, ROLE_FROM);
    if (phrase_class(self, at, CLASS_APPROXIMATOR, &mod, &last))
        start = has_role(self, last, ROLE_THE) ? last + 1 : last;
    else if (between || from)
        start = at + 1;
    struct amount amount, high;
    *out = (struct mention){ 0 };
    if (start >= self->count || !amount_read(self, start, &amount)) return 0;
    if (!between && start == at + 1 && from) first = start;
    last = amount.last;
    if (!amount.unit.sub && amount.number.digits && ordinal_end(self, last)) amount.number.ordinal = true, last++;
    uint32_t joint = joint_end(self, last, between ? ROLE_AND : ROLE_TO);
    if (!joint && between) joint = joint_end(self, last, ROLE_TO);
    int32_t about;
    if (joint && between && phrase_class(self, joint, CLASS_APPROXIMATOR, &about, &upper)) joint = upper; /* "tussen 2 en ongeveer 7" */
    bool paired = joint && !amount.number.ordinal && joint < self->count && amount_read(self, joint, &high) && !high.number.ordinal;
    if (paired && self->atoms[last].kind != ATOM_SIGN && falls_to(self, start, &amount, &high)) {
        mention_fill(self, &high, start - 1, high.last, out);
        out->sub = "change", out->direction = "down", out->base = number_format(self->memory, amount.value);
        return high.last;
    }
    if (paired && high.value > amount.value && (!amount.unit.sub || !high.unit.sub || slice_equal(amount.unit.code, high.unit.code)) &&
        (!high.currency_before || amount.currency_before) &&
        (self->atoms[last].sign != '-' || self->atoms[last].glued == self->atoms[joint].glued)) {
        if (high.number.scaled && !amount.number.scaled && amount.value < 1000 && high.value >= 1000 &&
            amount.number.digits) { /* "3 tot 4 miljard" */
            double scale = 1000;
            while (scale <= high.value && high.value / scale >= 1000) scale *= 1000;
            if (scale <= high.value) amount.value *= scale;
        }
        if (high.unit.sub && !amount.unit.sub) amount.unit = high.unit;
        if (amount.unit.sub && !high.unit.sub) high.unit = amount.unit;
        bool dash = self->atoms[last].kind == ATOM_SIGN;
        if (between || amount.unit.sub || !dash) {
            mention_fill(self, &amount, between ? first : start, high.last, out);
            out->sub = "range";
            out->begin = number_format(self->memory, amount.value);
            out->stop = number_format(self->memory, high.value);
            out->value = arena_format(self->memory, "%s/%s", out->begin, out->stop);
            if (base_read(self, high.last, &out->base, &last))
                out->last = self->atoms[last - 1].token + 1, out->span.end = self->atoms[last - 1].end;
            else
                last = high.last;
            return last;
        }
    }
    if (between) first = start;
    if (!mod && has_role(self, last, ROLE_OR) && amount.number.ordinal == false) { /* "200 of meer" */
        bool more = has_role(self, last + 1, ROLE_MORE) || has_role(self, last + 1, ROLE_LATER),
             less = has_role(self, last + 1, ROLE_LESS) || has_role(self, last + 1, ROLE_EARLIER);
        if ((more || less) && !has_role(self, last + 2, ROLE_THAN))
            mod = more ? MOD_EQUAL_OR_MORE : MOD_EQUAL_OR_LESS, first = start, last += 2;
    }
    if (!amount.unit.sub && !amount.number.ordinal && !stands_alone(self, start, last)) return 0;
    if (!amount.unit.sub && amount.number.words && amount.value == 1 && points(self, self->atoms[start].token)) return 0;
    /* "28 676" is how Dutch records write the number of a dossier; amounts of that size have a point. */
    bool dossier = amount.number.grouped && self->lang == LANGUAGE_DUTCH && last == start + 2 && self->atoms[start].digits == 2 &&
                   self->atoms[start + 1].value % 1000 != 0;
    if (!amount.unit.sub && dossier) return last;
    /* Leading zeros are of codes, not of amounts. */
    if (!amount.unit.sub && amount.number.digits > 1 && self->atoms[start].text.data[0] == '0') return 0;
    mention_fill(self, &amount, mod ? first : start, last, out);
    out->mod = (uint8_t)mod;
    if (strcmp(out->sub, "percent") == 0) {
        if (base_read(self, last, &out->base, &last))
            out->last = self->atoms[last - 1].token + 1, out->span.end = self->atoms[last - 1].end;
        else if (last < self->count && self->atoms[last].sign == '-' && self->atoms[last].glued && last + 1 < self->count &&
                 self->atoms[last + 1].glued) {
            out->span.end = self->atoms[last + 1].end; /* "2%-norm" */
            out->last = self->atoms[last + 1].token + 1;
            last += 2;
        }
    }
    return last;
}

/* "5-12": a dash between, no minus before. */
static bool minus_glued(const struct quantity_finder *self, uint32_t at) {
    return self->atoms[at].glued || (at > 0 && self->atoms[at - 1].kind == ATOM_DIGITS);
}

static bool is_million(const char *value) {
    enum { DIGITS_OF_MILLION = 7 };
    return value && strlen(value) >= DIGITS_OF_MILLION && strtod(value, NULL) >= 1e6;
}

/* An amount without a currency beside one with: "11,8 miljard euro, ruim 3 miljard meer". */
void quantity_complete(struct mentions *out) {
    for (uint32_t i = 0; i < out->all.count; i++) {
        struct mention *m = &out->all.at[i];
        bool percent = strcmp(m->sub, "percent") == 0;
        if (i > 0 && strcmp(m->sub, "cardinal") == 0 && is_million(m->value)) {
            const struct mention *before = &out->all.at[i - 1];
            if (strcmp(before->sub, "money") == 0 && m->first - before->last < ELISION_TOKENS) m->sub = "money", m->unit = before->unit;
        }
        if (percent && !m->base && i > 0) {
            for (uint32_t j = i; j-- > 0 && !m->base && m->first - out->all.at[j].last < 2 * ELISION_TOKENS;) m->base = out->all.at[j].base;
        }
    }
}

void quantity_sentence(struct quantity_finder *self, struct atom_reader *atoms, const uint8_t *marks, struct mentions *out) {
    const struct sentence *sentence = atoms->sentence;
    const struct text_block *block = &self->text->blocks.at[sentence->block];
    self->lang = atoms->lang;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        if (!(marks[i - sentence->first] & MARK_QUANTITY) || (i >= block->label_first && i < block->label_last)) continue;
        uint32_t begin = i - sentence->first > QUANTITY_BEFORE ? i - QUANTITY_BEFORE : sentence->first;
        uint32_t end = sentence->last - begin > QUANTITY_ATOMS ? begin + QUANTITY_ATOMS : sentence->last;
        window_open(atoms, begin, end, QUANTITY_ATOMS, &self->window);
        self->atoms = self->window.at;
        self->count = self->window.count;
        self->read_at = UINT32_MAX;
        uint32_t at = 0;
        while (at < self->count && self->atoms[at].token < i) at++;
        if (begin < i && at > 0 &&
            (has_role(self, at - 1, ROLE_BETWEEN) ||
             (self->atoms[at - 1].sign == '-' && self->atoms[at].glued && !minus_glued(self, at - 1)) ||
             decimal_starts(self->atoms, self->count, at - 1, self->lang)))
            at--;
        struct mention found;
        uint32_t last = 0;
        for (uint32_t inner = at; inner < self->count && self->atoms[inner].token <= i && !last; inner++)
            if (self->atoms[inner].kind != ATOM_OPAQUE) last = quantity_read(self, inner, &found);
        window_close(&self->window);
        if (!last) continue;
        uint32_t read = found.value ? found.last - 1 : self->atoms[last - 1].token; /* without a value: read, but no amount */
        if (found.value) ARRAY_PUSH(self->memory, &out->all) = found;
        if (read > i) i = read;
    }
}

struct quantity_finder *quantity_finder_new(arena *memory, const struct text *text) {
    struct quantity_finder *self = arena_alloc(memory, sizeof *self);
    self->memory = memory;
    self->text = text;
    return self;
}
