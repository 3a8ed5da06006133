/* Series inside a sentence: "we intend to: (i) end …;\n(ii) protect …": the second label stands at the beginning of a line only because
 * the sentence was wrapped there. It does so if the label before it, or the one after it, stands inside a line. */
#include "text/layout.h"

/* The label with the number `step` further, brackets included: "(ii)" → "(iii)"; size 0 if there is none. */
static uint32_t label_beside(slice label, int step, char out[12]) {
    static const char *const roman[] = { "",   "i",   "ii",   "iii", "iv", "v",   "vi",   "vii",   "viii", "ix", "x",
                                         "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",  "xx" };
    uint32_t size = 0;
    size_t at = 0, end = label.size;
    if (end && label.data[0] == '(') out[size++] = '(', at++;
    if (end < at + 2 || label.data[end - 1] != ')') return 0;
    end--;
    if (byte_is_digit(label.data[at])) {
        int number = 0;
        for (; at < end && byte_is_digit(label.data[at]) && number < 1000; at++) number = number * 10 + (label.data[at] - '0');
        number += step;
        if (number < 1 || at < end) return 0;
        if (number >= 100) out[size++] = (char)('0' + number / 100 % 10);
        if (number >= 10) out[size++] = (char)('0' + number / 10 % 10);
        out[size++] = (char)('0' + number % 10);
    } else if (end - at == 1 && !(label.data[at] == 'i' && step > 0)) {
        char letter = (char)(label.data[at] + step);
        if (!byte_is_letter(letter)) return 0;
        out[size++] = letter;
    } else {
        for (int number = 1; number < (int)COUNT_OF(roman) - 1; number++) {
            if (!slice_equal(slice_of(roman[number]), (slice){ label.data + at, end - at })) continue;
            for (const char *c = roman[number + step]; *c; c++) out[size++] = *c;
            break;
        }
        if (size == 0 || out[size - 1] == '(') return 0;
    }
    out[size++] = ')';
    return size;
}

/* Does the label stand inside a line of [start, end)? */
static bool stands_inside(slice source, uint32_t start, uint32_t end, const char *label, uint32_t size) {
    for (uint32_t at = start; at + size < end;) {
        const char *found = memmem(source.data + at, end - at, label, size);
        if (!found) return false;
        uint32_t from = (uint32_t)(found - source.data);
        at = from + size;
        uint32_t before = from;
        while (before > start && source.data[before - 1] == ' ') before--;
        if (from > before && before > start && source.data[before - 1] != '\n' && byte_class(source.data[at]) == BYTE_SPACE) return true;
    }
    return false;
}

bool series_goes_on(const struct layout *self, const struct piece *piece, const struct line *line) {
    enum { WINDOW = 3000 };
    slice source = self->source;
    uint32_t end = line->start;
    while (end < line->text_at && byte_class(source.data[end]) != BYTE_SPACE) end++;
    slice label = { source.data + line->start, end - line->start };
    char beside[12];
    uint32_t size = label.size <= 7 ? label_beside(label, -1, beside) : 0;
    uint32_t from = line->start - piece->start > WINDOW ? line->start - WINDOW : piece->start;
    if (size && stands_inside(source, from, line->start, beside, size)) return true;
    size = label.size <= 7 ? label_beside(label, 1, beside) : 0;
    uint32_t to = source.size - line->text_at > WINDOW / 8 ? line->text_at + WINDOW / 8 : (uint32_t)source.size;
    return size && stands_inside(source, line->text_at, to, beside, size);
}
