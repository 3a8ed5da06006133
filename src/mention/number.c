/* Numbers in digits and in words, Dutch and English: "11,8 miljard", "4.500", "vijfentwintig", "two hundred and five", "eenentwintigste".
 *
 * Separators are read by the language of the text: Dutch groups with points and has a decimal comma, English the other way round; a
 * number that holds both shows by itself which is which ("1.234,5", "1,234.5").
 * Words add up the way they are said: what stands before honderd or thousand multiplies it, what follows is added; Dutch puts the unit
 * before the ten ("vijf-en-twintig"), English after it. Dutch writes the whole as one word, which is cut into known numerals from the
 * left, the longest first. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "mention/quantity.h"

enum { SEPARATORS_MAX = 8, PIECES_MAX = 24 };

static double power_of_ten(int32_t exponent) {
    double power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

static double remainder_of(double value, int divisor) { return value < 1e15 ? (double)((int64_t)value % divisor) : 0; }

/* ---- digits */
/* Digits with at most one point. A whole number below 2^53 divided by a power of ten below 10^22 is exact in both, so that their quotient
 * is what strtod gives. */
static double decimal_value(const char *text, size_t size) {
    enum { EXACT_DIGITS = 15 };
    int64_t whole = 0;
    int32_t decimals = 0;
    bool point = false;
    if (size > EXACT_DIGITS + 1) return strtod(text, NULL);
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '.') {
            point = true;
            continue;
        }
        whole = whole * 10 + (text[i] - '0');
        decimals += point;
    }
    return (double)whole / power_of_ten(decimals);
}

struct digit_groups {
    uint32_t at[SEPARATORS_MAX + 1];
    char separator[SEPARATORS_MAX];
    uint32_t count;
};

static struct digit_groups groups_read(const struct atom *atoms, uint32_t count, uint32_t at) {
    struct digit_groups groups = { .at = { at }, .count = 1 };
    while (groups.count <= SEPARATORS_MAX && at + 2 < count && (atoms[at + 1].sign == '.' || atoms[at + 1].sign == ',') &&
           atoms[at + 1].glued && atoms[at + 2].kind == ATOM_DIGITS && atoms[at + 2].glued) {
        groups.separator[groups.count - 1] = atoms[at + 1].sign;
        groups.at[groups.count++] = at += 2;
    }
    return groups;
}

/* "40 000", "1 234 567": groups of three digits with blanks between, the first of at most three. */
static uint32_t groups_of_blanks(const struct atom *atoms, uint32_t count, uint32_t at, char text[64], size_t *size) {
    uint32_t last = at + 1;
    if (atoms[at].digits > 3 || atoms[at].value == 0) return last;
    while (last < count && atoms[last].kind == ATOM_DIGITS && !atoms[last].glued && atoms[last].digits == 3 && *size + 4 < 64 &&
           atoms[last].start - atoms[last - 1].end <= 3) {
        memcpy(text + *size, atoms[last].text.data, 3);
        *size += 3;
        last++;
    }
    return last;
}

/* "12,34,567": as India groups, by two and the last by three. */
static bool groups_of_hundreds(const struct atom *atoms, const struct digit_groups *groups, uint32_t count) {
    if (count < 3 || atoms[groups->at[0]].digits > 2 || atoms[groups->at[count - 1]].digits != 3) return false;
    for (uint32_t i = 1; i + 1 < count; i++)
        if (atoms[groups->at[i]].digits != 2 || groups->separator[i] != groups->separator[0]) return false;
    return true;
}

/* How many of the groups are thousands, from the first on: "1.234.567" → all; "4.500" in Dutch → 2; "4.5" → 1. */
static uint32_t groups_of_thousands(const struct atom *atoms, const struct digit_groups *groups, char thousands) {
    uint32_t count = 1;
    if (atoms[groups->at[0]].digits > 3 || atoms[groups->at[0]].value == 0) return 1;
    while (count < groups->count && groups->separator[count - 1] == thousands && atoms[groups->at[count]].digits == 3) count++;
    uint32_t all = 1;
    while (all < groups->count && groups->separator[all - 1] == thousands) all++;
    return groups_of_hundreds(atoms, groups, all) ? all : count;
}

static bool digits_read(const struct atom *atoms, uint32_t count, uint32_t at, enum language lang, struct number *out) {
    struct digit_groups groups = groups_read(atoms, count, at);
    bool both = groups.count > 2 && groups.separator[0] != groups.separator[groups.count - 2];
    char thousands = both ? groups.separator[0] : lang == LANGUAGE_ENGLISH ? ',' : '.';
    char decimal = thousands == '.' ? ',' : '.';
    uint32_t grouped = groups_of_thousands(atoms, &groups, thousands);
    if (grouped == 1 && groups.count > 2 && !both) { /* "1,234,567" in Dutch text */
        grouped = groups_of_thousands(atoms, &groups, groups.separator[0]);
        if (grouped < 3) grouped = 1;
    }
    char text[64];
    size_t size = 0;
    for (uint32_t i = 0; i < grouped; i++) {
        slice part = atoms[groups.at[i]].text;
        if (size + part.size + 1 >= sizeof text) return false;
        memcpy(text + size, part.data, part.size);
        size += part.size;
    }
    *out = (struct number){
        .last = groups.at[grouped - 1] + 1, .digits = grouped == 1 ? atoms[at].digits : 0, .whole = true, .grouped = grouped > 1
    };
    if (groups.count == 1 && (out->last = groups_of_blanks(atoms, count, at, text, &size)) > at + 1) {
        out->digits = 0;
        out->grouped = true;
        uint32_t end = out->last;
        if (end + 1 < count && atoms[end].sign == decimal && atoms[end].glued && atoms[end + 1].kind == ATOM_DIGITS &&
            atoms[end + 1].glued && size + atoms[end + 1].text.size + 2 < sizeof text) {
            text[size++] = '.';
            memcpy(text + size, atoms[end + 1].text.data, atoms[end + 1].text.size);
            size += atoms[end + 1].text.size;
            out->last = end + 2;
            out->whole = false;
        }
    }
    bool lone = groups.count == 2 && grouped == 1; /* "4.5" in Dutch text, "5,00" in English: only one reading is left */
    bool cents = lone && slice_equal(atoms[groups.at[1]].text, SLICE("00"));
    if (grouped < groups.count && (groups.separator[grouped - 1] == decimal || (lone && groups.separator[0] == '.') || cents)) {
        slice part = atoms[groups.at[grouped]].text;
        if (size + part.size + 2 >= sizeof text) return false;
        text[size++] = '.';
        memcpy(text + size, part.data, part.size);
        size += part.size;
        out->last = groups.at[grouped] + 1;
        out->whole = false;
        out->digits = 0;
    }
    text[size] = '\0';
    out->value = decimal_value(text, size);
    return true;
}

/* ---- words */
enum piece_kind { PIECE_UNIT /* below 100 */, PIECE_SCALE /* hundred and up */, PIECE_AND };
struct piece {
    double value;
    enum piece_kind kind;
    bool ordinal;
};

static bool piece_of(const struct text *text, uint32_t word, enum language lang, struct piece *out) {
    int32_t value;
    *out = (struct piece){ 0 };
    if (!word) return false;
    if (word_class(text, word, lang, CLASS_MULTIPLIER, &value)) {
        out->kind = PIECE_SCALE;
        out->value = power_of_ten(value);
        out->ordinal = word_class(text, word, lang, CLASS_ORDINAL, NULL);
        return true;
    }
    if (word_class(text, word, lang, CLASS_NUMERAL, &value)) return out->value = value, true;
    if (word_class(text, word, lang, CLASS_ORDINAL, &value)) return out->value = value, out->ordinal = true;
    return false;
}

/* A number being added up. */
struct sum {
    double total, current;
    bool any, ordinal, scaled, tens_open;
};

static bool sum_scale(struct sum *self, double scale) {
    if (scale < 1000) {
        if (self->current >= 100 || (self->any && self->current == 0 && self->total == 0)) return false;
        self->current = (self->current > 0 ? self->current : 1) * scale;
    } else if (self->any && self->current == 0) { /* "2 honderd duizend" */
        if (self->total <= 0 || self->total >= scale) return false;
        self->total *= scale;
    } else {
        self->total += (self->current > 0 ? self->current : 1) * scale;
        self->current = 0;
    }
    self->scaled = true;
    self->tens_open = false;
    return true;
}

/* Adds a piece; false if it does not go on ("vijf zes", "twenty thirty"). `joined`: "en" or "and" stands before it. */
static bool sum_add(struct sum *self, struct piece piece, bool joined, enum language lang) {
    if (self->ordinal) return false;
    if (piece.kind == PIECE_SCALE) {
        if (!sum_scale(self, piece.value)) return false;
    } else {
        double below = remainder_of(self->current, 100);
        bool ten = piece.value >= 20 && remainder_of(piece.value, 10) == 0;
        if (self->any && (below > 0 || (self->current == 0 && self->total == 0))) {
            bool dutch = joined && below < 10 && below > 0 && ten;                                           /* vijf-en-twintig */
            bool english = lang != LANGUAGE_DUTCH && self->tens_open && piece.value < 10 && piece.value > 0; /* twenty-five */
            if (!dutch && !english) return false;
        }
        self->current += piece.value;
        self->tens_open = ten;
        self->scaled = false;
    }
    self->any = true;
    self->ordinal = piece.ordinal;
    return true;
}

/* Cuts a word into numerals: "driehonderdvijfenzestig" → drie honderd vijf en zestig. */
static uint32_t word_pieces(const struct text *text, slice word, enum language lang, struct piece *out) {
    char plain[96];
    size_t size = 0, count = 0;
    if (word.size >= sizeof plain || word.size < 6) return 0;
    for (size_t at = 0; at < word.size;) { /* drieëntwintig is read as drieentwintig */
        uint32_t character = unicode_lower(utf8_next(word, &at));
        if (character >= 0x300 && character < 0x370) continue;
        size += utf8_encode(character == 0xEB ? 'e' : character, plain + size);
    }
    for (size_t at = 0; at < size;) {
        size_t longest = size - at > 16 ? 16 : size - at, length;
        struct piece piece = { 0 };
        int32_t value;
        for (length = longest; length >= 2; length--) {
            uint32_t found = lexicon_find(text->words, (slice){ plain + at, length });
            if (!found) continue;
            if (piece_of(text, found, lang, &piece)) break;
            if (word_class(text, found, lang, CLASS_NUMERAL_PART, &value)) {
                piece.value = value;
                break;
            }
            if (at > 0 && word_class(text, found, lang, CLASS_NUMBER_JOIN, NULL)) {
                piece.kind = PIECE_AND;
                break;
            }
        }
        if (length < 2 || count == PIECES_MAX) return 0;
        out[count++] = piece;
        at += length;
    }
    return count > 1 && out[count - 1].kind != PIECE_AND ? (uint32_t)count : 0;
}

/* The pieces of one word, one if it is a numeral itself. A word that the vocabulary knows as something else has none. */
static uint32_t pieces_of(const struct text *text, uint32_t word, slice spelling, enum language lang, struct piece *out) {
    if (piece_of(text, word, lang, &out[0])) return 1;
    return word && !word_is(text->words, word, POS_BIT(POS_NUM)) ? 0 : word_pieces(text, spelling, lang, out);
}

/* Dutch writes "vijfentwintig" as one word; English "twenty five" as two. */
static bool sum_add_word(struct sum *self, const struct piece *pieces, uint32_t count, bool joined, enum language lang) {
    struct sum next = *self;
    if (count == 1 && pieces[0].ordinal && next.any && !next.scaled && lang == LANGUAGE_DUTCH)
        return false; /* "drie vijfde" is a fraction */
    for (uint32_t i = 0; i < count; i++) {
        if (pieces[i].kind == PIECE_AND) continue;
        if (!sum_add(&next, pieces[i], i > 0 ? pieces[i - 1].kind == PIECE_AND : joined, lang)) return false;
    }
    *self = next;
    return next.any;
}

bool number_of_word(const struct text *text, slice word, enum language lang, double *value, bool *ordinal) {
    struct piece pieces[PIECES_MAX];
    struct sum sum = { 0 };
    uint32_t count = pieces_of(text, lexicon_find(text->words, word), word, lang, pieces);
    if (!count || !sum_add_word(&sum, pieces, count, false, lang)) return false;
    *value = sum.total + sum.current;
    *ordinal = sum.ordinal;
    return true;
}

static bool is_join(const struct text *text, const struct atom *atom, enum language lang, int32_t which) {
    int32_t value;
    return atom->kind == ATOM_WORD && atom_has(text, atom, lang, CLASS_NUMBER_JOIN, &value) && value == which;
}

/* Whether a word may be a numeral or made of some. */
static bool atom_may_count(const struct atom *atom) {
    enum { SHORTEST = 6 };
    if (atom->classes & (LEXICON_BIT(CLASS_MULTIPLIER) | LEXICON_BIT(CLASS_NUMERAL) | LEXICON_BIT(CLASS_ORDINAL))) return true;
    return atom->text.size >= SHORTEST && (!atom->word || atom->classes & LEXICON_NUMERAL);
}

/* The number words from atom `at` on, added up as far as they go; `last` is the atom after them. */
static bool words_read(const struct text *text, const struct atom *atoms, uint32_t count, uint32_t at, enum language lang, struct sum *sum,
                       uint32_t *last) {
    struct piece pieces[PIECES_MAX];
    bool joined = false;
    for (uint32_t i = at; i < count; i++) {
        const struct atom *atom = &atoms[i];
        bool hyphen = atom->sign == '-' && atom->glued && i + 1 < count && atoms[i + 1].glued;
        if (i > at && (hyphen || (is_join(text, atom, lang, 1) && !joined))) {
            if (!hyphen && !sum->scaled && !(atom->glued && lang == LANGUAGE_DUTCH)) break; /* "drie en vier" are two numbers */
            joined |= !hyphen;
            continue;
        }
        if (atom->kind != ATOM_WORD || !atom_may_count(atom)) break;
        if (i == at && atom->text.size < 3 && atom_has(text, atom, lang, CLASS_MULTIPLIER, NULL)) break; /* a lone "k" or "b" */
        uint32_t found = pieces_of(text, atom->word, atom->text, lang, pieces);
        if (!found || !sum_add_word(sum, pieces, found, joined, lang)) break;
        *last = i + 1;
        joined = false;
        if (sum->ordinal) break;
    }
    return sum->any;
}

/* "two hundred point seventy-one", "drie komma vijf": digits said after the point. */
static void decimals_read(const struct text *text, const struct atom *atoms, uint32_t count, enum language lang, struct number *self) {
    uint32_t at = self->last;
    if (at + 1 >= count || !is_join(text, &atoms[at], lang, 2)) return;
    double scale = 1, decimals = 0;
    uint32_t digits = 0;
    for (at++; at < count && atoms[at].kind == ATOM_WORD && digits < 12;) {
        struct sum sum = { 0 };
        uint32_t last = at;
        if (!words_read(text, atoms, count, at, lang, &sum, &last) || sum.ordinal || sum.total > 0) break;
        double value = sum.current;
        for (double size = 10; size <= (value >= 1 ? value : 1) * 10 && digits < 12; size *= 10) {
            scale *= 10, digits++;
            if (size > value) break;
        }
        decimals = decimals + value / scale;
        self->last = at = last;
    }
    if (!digits) return;
    self->value += decimals;
    self->whole = false;
}

/* What scales a number after it: "11,8 miljard", "10k", "three dozen". */
static void scales_read(const struct text *text, const struct atom *atoms, uint32_t count, enum language lang, struct number *self) {
    int32_t value;
    for (uint32_t next = self->last; next < count && atoms[next].kind == ATOM_WORD; next++) {
        if (atom_has(text, &atoms[next], lang, CLASS_ORDINAL, NULL)) break;
        if (atom_has(text, &atoms[next], lang, CLASS_MULTIPLIER, &value)) {
            if (atoms[next].text.size < 2 && !atoms[next].glued && atom_has(text, &atoms[next], lang, CLASS_UNIT, NULL))
                break; /* "5 m" is a length, "5m" may be a number */
            if (self->words && value < 3) break;
            self->value *= power_of_ten(value);
        } else if (atom_has(text, &atoms[next], lang, CLASS_NUMBER_TEXT, &value)) {
            double set = strtod(lexicon_string(text->words, value).data, NULL);
            if (set < 2) break;
            self->value *= set;
        } else
            break;
        self->last = next + 1;
        self->scaled = true;
        self->digits = 0;
    }
}

/* The power of ten that a scaled number ends in: of 4300 a hundred. */
static double last_scale(double value) {
    double scale = 1;
    while (scale < 1e15 && remainder_of(value / scale, 10) == 0) scale *= 10;
    return scale;
}

/* "3 hundred and 21", "4 thousand 3 hundred". */
static void rest_read(const struct text *text, const struct atom *atoms, uint32_t count, enum language lang, struct number *self) {
    struct number rest;
    uint32_t at = self->last;
    if (!self->scaled || self->value < 100 || at >= count) return;
    bool joined = is_join(text, &atoms[at], lang, 1);
    if (joined) at++;
    if (at >= count || !number_read(text, atoms, count, at, lang, &rest) || !rest.whole || rest.ordinal || rest.value >= 1000) return;
    if (!joined && !rest.scaled) return;
    if (rest.value < 1 || rest.value >= last_scale(self->value)) return; /* "3 hundred and 2 hundred" are two */
    self->value += rest.value;
    self->last = rest.last;
}

bool decimal_starts(const struct atom *atoms, uint32_t count, uint32_t at, enum language lang) {
    return at + 1 < count && atoms[at].sign == (lang == LANGUAGE_ENGLISH ? '.' : ',') && !atoms[at].glued &&
           atoms[at + 1].kind == ATOM_DIGITS && atoms[at + 1].glued;
}

bool number_may_start(const struct atom *atom) {
    return atom->kind == ATOM_DIGITS ||
           (atom->kind == ATOM_WORD && (atom->classes & LEXICON_BIT(CLASS_NUMBER_TEXT) || atom_may_count(atom)));
}

bool number_read(const struct text *text, const struct atom *atoms, uint32_t count, uint32_t at, enum language lang, struct number *out) {
    struct sum sum = { 0 };
    int32_t value;
    if (decimal_starts(atoms, count, at, lang)) {
        if (!digits_read(atoms, at + 2, at + 1, lang, out)) return false;
        out->value /= power_of_ten(atoms[at + 1].digits);
        out->whole = false, out->digits = 0;
        scales_read(text, atoms, count, lang, out);
        return true;
    }
    if (atoms[at].kind == ATOM_DIGITS) {
        if (!digits_read(atoms, count, at, lang, out)) return false;
        notation_read(atoms, count, out);
        scales_read(text, atoms, count, lang, out);
        if (lang == LANGUAGE_ENGLISH) rest_read(text, atoms, count, lang, out);
        return true;
    }
    if (atoms[at].kind != ATOM_WORD) return false;
    if (atom_has(text, &atoms[at], lang, CLASS_NUMBER_TEXT, &value)) { /* anderhalf, ½ */
        *out = (struct number){ .value = strtod(lexicon_string(text->words, value).data, NULL), .last = at + 1, .words = true };
        scales_read(text, atoms, count, lang, out);
        return true;
    }
    uint32_t last = at;
    if (!words_read(text, atoms, count, at, lang, &sum, &last)) return false;
    *out = (struct number){
        .value = sum.total + sum.current, .last = last, .ordinal = sum.ordinal, .words = true, .whole = true, .scaled = sum.scaled
    };
    if (!sum.ordinal) decimals_read(text, atoms, count, lang, out), scales_read(text, atoms, count, lang, out);
    return true;
}

/* A number of at most 15 digits, six of them decimals: the shortest such decimal fraction that is the value is the only one. */
static bool format_short(double value, char *out) {
    enum { DECIMALS = 6, LARGEST = 1000000000 };
    double scale = 1;
    if (!(value > -LARGEST && value < LARGEST) || (value == 0 && signbit(value))) return false;
    uint32_t decimals = 0;
    int64_t whole = 0;
    for (; decimals <= DECIMALS; decimals++, scale *= 10) {
        whole = (int64_t)(value * scale + (value < 0 ? -0.5 : 0.5));
        if ((double)whole / scale == value) break;
    }
    if (decimals > DECIMALS || (decimals && value < 0.001 && value > -0.001)) return false;
    char digits[24];
    size_t size = 0, n = 0;
    for (int64_t left = whole < 0 ? -whole : whole; left || size <= decimals; left /= 10) digits[size++] = (char)('0' + left % 10);
    if (whole < 0) out[n++] = '-';
    while (size) {
        if (size == decimals) out[n++] = '.';
        out[n++] = digits[--size];
    }
    out[n] = '\0';
    return true;
}

const char *number_format(arena *memory, double value) {
    bool small = value < 1e18 && value > -1e18;
    char text[40];
    if (format_short(value, text)) return arena_copy(memory, slice_of(text));
    if (small && value == (double)(int64_t)value) return arena_format(memory, "%.0f", value);
    for (int digits = 6; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            return strchr(text, 'e') ? arena_format(memory, value < 1e-9 && value > -1e-9 ? "%.18f" : "%.10f", value)
                                     : arena_copy(memory, slice_of(text));
    }
    return arena_format(memory, "%.10g", value);
}

bool number_read_token(const struct text *text, uint32_t token) {
    double value;
    bool ordinal;
    slice word = token_text(text, token);
    size_t hyphen = 0;
    while (hyphen < word.size && word.data[hyphen] != '-') hyphen++;
    if (hyphen < word.size) word.size = hyphen; /* "twenty-five": the first part is enough */
    return number_of_word(text, word, LANGUAGE_UNKNOWN, &value, &ordinal);
}
