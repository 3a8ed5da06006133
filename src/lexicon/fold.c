/* Folding of case: "NAVO’s" → "navo's". */
#include "lexicon/table.h"

static bool fold_letters(slice word, struct folded *out) {
    out->changed = false;
    size_t size = 0;
    for (size_t at = 0; at < word.size;) {
        uint32_t letter = utf8_next(word, &at), lower = unicode_lower(letter);
        if (letter == 0x2019 || letter == 0x2018)
            lower = '\'';
        else if (letter == 0x2010 || letter == 0x2011)
            lower = '-';
        else if (lower != letter)
            out->changed = true;
        char bytes[4];
        size_t length = utf8_encode(lower, bytes);
        if (size + length > WORD_MAX) return false;
        memcpy(out->bytes + size, bytes, length);
        size += length;
    }
    memset(out->bytes + size, 0, 8);
    out->size = size;
    return true;
}

bool word_fold(slice word, struct folded *out) {
    if (word.size > WORD_MAX) return false;
    uint64_t changed = 0, high = 0;
    for (size_t at = 0; at < word.size; at += 8) {
        uint64_t eight = read_eight(word.data + at, word.size - at);
        high |= eight & 0x8080808080808080u;
        uint64_t lower = ascii_lower_eight(eight);
        changed |= lower ^ eight;
        memcpy(out->bytes + at, &lower, 8);
    }
    if (high) return fold_letters(word, out);
    out->size = word.size;
    out->changed = changed != 0;
    return true;
}

static uint32_t letter_next(slice text, size_t *at) {
    uint32_t letter = utf8_next(text, at);
    return letter == 0x2019 || letter == 0x2018 ? '\'' : letter == 0x2010 || letter == 0x2011 ? '-' : letter;
}

bool word_written_as(slice word, slice form) {
    bool same = true, capitals = true;
    size_t letters = 0, i = 0, j = 0;
    while (i < word.size && j < form.size) {
        uint32_t a = letter_next(word, &i), b = letter_next(form, &j);
        if (a != b) same = false;
        if (unicode_is_letter(a)) letters++;
        if (unicode_lower(a) == a && unicode_is_letter(a)) capitals = false;
    }
    return i == word.size && j == form.size && (same || (capitals && letters > 1));
}
