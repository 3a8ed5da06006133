/* Speaker turns in minutes.
 *
 * "De heer De Hoop (GroenLinks-PvdA): Dank u wel." → the turn "De heer De Hoop (GroenLinks-PvdA):" and a paragraph. A turn is an
 * optional article, a title or role of the lexicon, a name of capital words and particles, a party in brackets, a colon. */
#include "text/layout.h"

static bool is_title(const struct layout *self, slice word) {
    uint32_t entry = word_find(self->words, word);
    int32_t value;
    return lexicon_word_class(self->words, entry, CLASS_TITLE, &value) || lexicon_word_class(self->words, entry, CLASS_ROLE, &value);
}

uint32_t turn_read(const struct layout *self, uint32_t start, uint32_t end) {
    enum { LONGEST = 110 };
    slice source = self->source;
    if (!starts_upper(source, start, end)) return 0;
    uint32_t limit = end - start > LONGEST ? start + LONGEST : end;
    const char *colon = memchr(source.data + start, ':', limit - start);
    if (!colon) return 0;
    uint32_t stop = (uint32_t)(colon - source.data), at = start, count = 0;
    bool title = false;
    while (at < stop) {
        while (at < stop && (byte_class(source.data[at]) == BYTE_SPACE || source.data[at] == '*')) at++;
        if (at == stop) break;
        if (source.data[at] == '(') {
            const char *close = memchr(source.data + at, ')', stop - at);
            if (!close) return 0;
            at = (uint32_t)(close - source.data) + 1;
            continue;
        }
        uint32_t from = at;
        while (at < stop && byte_class(source.data[at]) != BYTE_SPACE && source.data[at] != '*') at++;
        slice word = { source.data + from, at - from };
        if (memchr(word.data, ',', word.size) || memchr(word.data, ';', word.size)) return 0;
        if (!title && count < 2 && is_title(self, word)) {
            title = true;
        } else if (count == 0) {
            if (word.size > 3) return 0;                   /* De, The, Mr. */
        } else if (!title) {
            return 0;
        } else if (!starts_upper(source, from, at) && word.size > 4 && source.data[from] != '\'') {
            return 0;                                      /* a name holds no longer word in small letters: van, der, 't */
        }
        if (++count > 9) return 0;
    }
    return title ? stop + 1 : 0;
}
