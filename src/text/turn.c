/* Speaker turns in minutes.
 *
 * "De heer De Hoop (GroenLinks-PvdA): Dank u wel." → the turn "De heer De Hoop (GroenLinks-PvdA):" and a paragraph. A turn is an
 * article, a title or role, a name of capital words and small particles, a party or state in brackets, a colon. "De minister zegt toe:"
 * is none: names hold no verbs. */
#include "text/layout.h"

enum { LONGEST = 110, MOST_WORDS = 10 };

static bool is_title(const struct layout *self, slice word) {
    if (word.size && word.data[word.size - 1] == '.') word.size--;
    uint32_t entry = spelling_word(self->spellings, word);
    int32_t value;
    return lexicon_word_class(self->words, entry, CLASS_TITLE, &value) || lexicon_word_class(self->words, entry, CLASS_ROLE, &value);
}

/* A small word that names hold: van, der, de, 't, el. */
static bool is_particle(const struct layout *self, slice word) {
    if (word.data[0] == '\'' || (unsigned char)word.data[0] >= 0x80) return true;
    if (word.size > 4) return false;
    uint32_t entry = spelling_entry(self->spellings, word);
    return !entry || word_is(self->words, entry, POS_BIT(POS_ADP) | POS_BIT(POS_DET));
}

static bool is_blank(char c) { return byte_class(c) == BYTE_SPACE || c == '*'; }

uint32_t turn_read(const struct layout *self, uint32_t start, uint32_t end) {
    slice source = self->source;
    if (start >= end || !starts_upper(source, start, end)) return 0;
    const char *colon = memchr(source.data + start, ':', end - start > LONGEST ? LONGEST : end - start);
    if (!colon) return 0;
    uint32_t stop = (uint32_t)(colon - source.data), at = start, words = 0;
    bool title = false, capital = false /* the last word is one, or the title */, brackets = false;
    while (at < stop) {
        while (at < stop && is_blank(source.data[at])) at++;
        if (at == stop) break;
        if (source.data[at] == '(') {
            const char *close = memchr(source.data + at, ')', stop - at);
            if (!close || !words || !is_blank(source.data[at - 1])) return 0; /* not "Volgcommissie(s):" */
            uint32_t inside = at + 1, next = inside;
            at = (uint32_t)(close - source.data) + 1;
            while (next + 1 < at && !is_blank(source.data[next])) next++;
            /* "Option I (paras 6-9):": in the brackets behind a name stands a party, a state or a role */
            if (!title && !starts_upper(source, inside, next) && !byte_is_digit(source.data[inside]) &&
                !is_title(self, (slice){ source.data + inside, next - inside }))
                return 0;
            brackets = true;
            continue;
        }
        uint32_t from = at;
        while (at < stop && !is_blank(source.data[at]) && source.data[at] != '(') at++;
        slice word = { source.data + from, at - from };
        if (brackets || memchr(word.data, ',', word.size) || memchr(word.data, ';', word.size) || byte_is_digit(word.data[0])) return 0;
        bool upper = starts_upper(source, from, at);
        if (!title && words < 2 && is_title(self, word))
            title = capital = true;
        else if (words == 0 && word.size <= 3)
            capital = false; /* De, The, Het */
        else if (!upper && !(title && is_particle(self, word)))
            return 0;
        else
            capital = upper;
        if (++words > MOST_WORDS) return 0;
    }
    uint32_t after = stop + 1;
    while (after < end && is_blank(source.data[after])) after++;
    if (!capital || words == 0) return 0;
    if (!title) return brackets && after == end && words <= 5 ? stop + 1 : 0; /* "El Yamani (GroenLinks):" alone in its line */
    char last = after < end ? last_sign(source, after, end) : '.';
    bool speech = last == '.' || last == '?' || last == '!' || end - after > 50; /* not "Voorzitter: Terwindt" */
    return words > 1 || after == end || speech ? stop + 1 : 0;
}
