/* Numbers in the notation of tables and sciences: "1e10", "-127.32e13", "12,32e+14", "1.3x10^6", "2,5^-1".
 *
 * An exponent is glued to its number. "15e-16e eeuw" has none: what stands behind is an ordinal again. */
#include "mention/quantity.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { EXPONENT_DIGITS = 3 };

static double power(double base, int32_t exponent) {
    double value = 1;
    while (exponent-- > 0) value *= base;
    return value;
}

/* The mantissa times ten to the exponent, as exact as if it had been written so. */
static double scaled(double mantissa, int32_t exponent) {
    enum { DECIMAL_DIGITS = 15 };
    char text[64];
    snprintf(text, sizeof text, "%.*ge%d", DECIMAL_DIGITS, mantissa, (int)exponent);
    return strtod(text, NULL);
}

static bool is_letter(const struct atom *atom, char letter) { return atom->text.size == 1 && (atom->text.data[0] | 0x20) == letter; }

/* Digits with a sign before them, all glued, from `at` on: the atom behind them, `at` if there are none. */
static uint32_t exponent_read(const struct atom *atoms, uint32_t count, uint32_t at, int32_t *exponent) {
    bool minus = at < count && atoms[at].glued && atoms[at].sign == '-';
    uint32_t digits = at + (at < count && atoms[at].glued && (minus || atoms[at].sign == '+'));
    if (digits >= count || atoms[digits].kind != ATOM_DIGITS || !atoms[digits].glued || atoms[digits].digits > EXPONENT_DIGITS) return at;
    if (digits + 1 < count && atoms[digits + 1].glued && atoms[digits + 1].kind == ATOM_WORD) return at;
    *exponent = minus ? -(int32_t)atoms[digits].value : (int32_t)atoms[digits].value;
    return digits + 1;
}

void notation_read(const struct atom *atoms, uint32_t count, struct number *self) {
    uint32_t at = self->last, end;
    int32_t exponent = 0;
    if (at >= count || !atoms[at].glued) return;
    double value = self->value;
    bool ten = is_letter(&atoms[at], 'x') && at + 2 < count && atoms[at + 1].kind == ATOM_DIGITS && atoms[at + 1].value == 10 &&
               atoms[at + 2].sign == '^' && atoms[at + 2].glued;
    bool raised = atoms[at].sign == '^';
    if (!ten && !raised && !is_letter(&atoms[at], 'e')) return;
    at += ten ? 3 : 1;
    if ((end = exponent_read(atoms, count, at, &exponent)) == at) return;
    if (raised)
        value = exponent < 0 ? 1 / power(value, -exponent) : power(value, exponent);
    else
        value = scaled(value, exponent);
    if (!isfinite(value)) return;
    self->value = value;
    self->last = end;
    self->digits = 0;
    self->whole = false;
}
