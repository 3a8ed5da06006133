/* Words: a token's spelling finds its entry in the lexicon, by its head if the whole is unknown.
 *
 * "regio’s" → regio's; "Iraq's" → Iraq; "trainings-" → trainings; "NAVO-ministers" → ministers. */
#include "text/layout.h"

/* Without what may vary: curly apostrophes straight, soft hyphens gone, and the accents that Dutch sets for stress: "mét", "zál". */
static size_t spell_plainly(slice spelling, char out[LONGEST_WORD]) {
    static const char *const stressed = "\xA1"
                                        "a\xA9"
                                        "e\xAD"
                                        "i\xB3"
                                        "o\xBA"
                                        "u"; /* second bytes of á é í ó ú */
    size_t size = 0;
    for (size_t i = 0; i < spelling.size; i++) {
        const char *accent = NULL;
        if (i + 2 < spelling.size && memcmp(spelling.data + i, "\xE2\x80\x99", 3) == 0)
            out[size++] = '\'', i += 2;
        else if (i + 1 < spelling.size && memcmp(spelling.data + i, "\xC2\xAD", 2) == 0)
            i++;
        else if (i + 1 < spelling.size && spelling.data[i] == '\xC3' && (accent = strchr(stressed, spelling.data[i + 1])))
            out[size++] = accent[1], i++;
        else
            out[size++] = spelling.data[i];
    }
    return size;
}

/* The word that a spelling which the lexicon has not ends in, or is a variant of. */
uint32_t word_inside(const lexicon *words, slice spelling) {
    uint32_t word;
    char plain[LONGEST_WORD];
    if (spelling.size == 0 || spelling.size >= LONGEST_WORD) return 0;
    slice s = { plain, spell_plainly(spelling, plain) };
    if (s.size != spelling.size && (word = lexicon_find(words, s))) return word;
    while (s.size > 1 && s.data[s.size - 1] == '-') s.size--;
    while (s.size > 1 && s.data[0] == '-') s.data++, s.size--;
    if (s.size > 3 && slice_ends(s, SLICE("'s"))) s.size -= 2;
    if ((word = lexicon_find(words, s))) return word;
    for (size_t at = s.size; at > 1; at--)
        if (s.data[at - 1] == '-') return lexicon_find(words, (slice){ s.data + at, s.size - at });
    return lexicon_compound_head(words, s);
}

uint32_t word_find(const lexicon *words, slice spelling) {
    uint32_t word = lexicon_find(words, spelling);
    return word ? word : word_inside(words, spelling);
}

bool word_is(const lexicon *words, uint32_t word, uint32_t pos_mask) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if (POS_BIT(senses[i].pos) & pos_mask) return true;
    return false;
}

enum language word_language(const lexicon *words, uint32_t word) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 1; i < count; i++)
        if (senses[i].lang != senses[0].lang) return LANGUAGE_UNKNOWN;
    return count ? senses[0].lang : LANGUAGE_UNKNOWN;
}

void classes_mark(arena *memory, struct text *self) {
    enum { LONGEST_PHRASE = 63 };
    uint32_t count = self->tokens.count;
    struct token *tokens = self->tokens.at;
    self->classes = array_room(memory, count + 1, sizeof *self->classes);
    self->classes[count] = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct spelling *spelling = &self->spellings.at[tokens[i].spelling];
        self->classes[i] = spelling->classes;
        uint32_t node = spelling->path, limit = count - i > LONGEST_PHRASE ? i + LONGEST_PHRASE : count;
        for (uint32_t j = i + 1; node != LEXICON_NO_PATH && j < limit && self->spellings.at[tokens[j].spelling].goes_on; j++) {
            node = lexicon_step(self->words, node, tokens[j].word);
            uint32_t lemma = node != LEXICON_NO_PATH ? lexicon_phrase(self->words, node) : 0;
            if (!lemma) continue;
            tokens[i].phrase = (uint8_t)((j - i + 1) & LONGEST_PHRASE);
            self->classes[i] |= lexicon_lemma_mask(self->words, lemma);
        }
    }
}
