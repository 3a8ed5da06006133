/* Slices: comparing and trimming. */
#include "base/base.h"

static char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

bool slice_equal_nocase(slice a, slice b) {
    if (a.size != b.size) return false;
    for (size_t i = 0; i < a.size; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i])) return false;
    return true;
}

bool slice_starts(slice text, slice prefix) { return text.size >= prefix.size && memcmp(text.data, prefix.data, prefix.size) == 0; }

bool slice_ends(slice text, slice suffix) {
    return text.size >= suffix.size && memcmp(text.data + text.size - suffix.size, suffix.data, suffix.size) == 0;
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

slice slice_trim(slice text) {
    while (text.size && is_space(text.data[0])) text.data++, text.size--;
    while (text.size && is_space(text.data[text.size - 1])) text.size--;
    return text;
}
