/* Words: a token's spelling finds its entry in the lexicon, by its head if the whole is unknown.
 *
 * "regio’s" → regio's; "Iraq's" → Iraq; "trainings-" → trainings; "NAVO-ministers" → ministers. */
#include "text/layout.h"

enum { LONGEST_WORD = 96 };

static size_t unfold_quotes(slice spelling, char out[LONGEST_WORD]) {
    size_t size = 0;
    for (size_t i = 0; i < spelling.size; i++) {
        if (i + 2 < spelling.size && memcmp(spelling.data + i, "\xE2\x80\x99", 3) == 0) out[size++] = '\'', i += 2;
        else out[size++] = spelling.data[i];
    }
    return size;
}

uint32_t word_find(const lexicon *words, slice spelling) {
    if (spelling.size == 0 || spelling.size >= LONGEST_WORD) return 0;
    uint32_t word = lexicon_find(words, spelling);
    if (word) return word;
    char plain[LONGEST_WORD];
    slice s = { plain, unfold_quotes(spelling, plain) };
    if (s.size != spelling.size && (word = lexicon_find(words, s))) return word;
    while (s.size > 1 && s.data[s.size - 1] == '-') s.size--;
    while (s.size > 1 && s.data[0] == '-') s.data++, s.size--;
    if (s.size > 3 && slice_ends(s, SLICE("'s"))) s.size -= 2;
    if ((word = lexicon_find(words, s))) return word;
    for (size_t at = s.size; at > 1; at--)
        if (s.data[at - 1] == '-') return lexicon_find(words, (slice){ s.data + at, s.size - at });
    return lexicon_compound_head(words, s);
}

bool word_is(const lexicon *words, uint32_t word, uint32_t pos_mask) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if (POS_BIT(senses[i].pos) & pos_mask) return true;
    return false;
}
