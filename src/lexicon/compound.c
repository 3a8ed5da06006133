/* Words that no table has: heads of compounds, endings.
 *
 * "klimaatactieplan" → "actieplan" is unknown, "plan" is a noun and "klimaatactie" is long enough: head "plan".
 * "verwijderbaarheid" → ending "-heid": a noun. */
#include "lexicon/table.h"

enum { HEAD_MIN = 3, HEAD_SURE = 5 /* long enough to be one whatever stands before */, MODIFIER_MIN = 3, ENDING_MAX = 8 };

static bool heads_compounds(const lexicon *self, uint32_t word) {
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(self, word, &senses);
    for (size_t i = 0; i < count; i++)
        if (senses[i].pos == POS_NOUN || senses[i].pos == POS_ADJ) return true;
    return false;
}

/* The modifier is a word as it stands, or with a linking s, e, en or n: regering-s-besluit, boek-en-kast. */
static bool is_modifier(const lexicon *self, slice part) {
    static const char *const links[] = { "", "s", "e", "en", "n", "-" };
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        slice link = slice_of(links[i]);
        if (!slice_ends(part, link)) continue;
        slice stem = { part.data, part.size - link.size };
        if (stem.size >= MODIFIER_MIN && lexicon_find(self, stem)) return true;
    }
    return false;
}

uint32_t lexicon_compound_head(const lexicon *self, slice word) {
    if (word.size > WORD_MAX || word.size < HEAD_MIN + MODIFIER_MIN) return 0;
    for (size_t at = word.size - 1; at > 1; at--) /* a hyphen parts for certain: NAVO-bondgenoten, high-level */
        if (word.data[at] == '-') return lexicon_find(self, (slice){ word.data + at + 1, word.size - at - 1 });
    uint32_t likely = 0;
    for (size_t at = MODIFIER_MIN; at + HEAD_MIN <= word.size; at++) {
        if (((unsigned char)word.data[at] & 0xC0) == 0x80) continue;
        uint32_t head = lexicon_find(self, (slice){ word.data + at, word.size - at });
        if (!head || !heads_compounds(self, head)) continue;
        bool shortest = word.size - at == HEAD_MIN; /* Archiefwet, but not Jansen */
        if ((!shortest || at > MODIFIER_MIN) && is_modifier(self, (slice){ word.data, at })) return head;
        if (!likely && word.size - at >= HEAD_SURE) likely = head;
    }
    return likely;
}

struct lexicon_sense lexicon_guess(const lexicon *self, slice word, uint8_t lang) {
    char ending[ENDING_MAX + 2] = "-";
    for (size_t size = word.size > ENDING_MAX + 2 ? ENDING_MAX : word.size > 3 ? word.size - 2 : 0; size > 1; size--) {
        memcpy(ending + 1, word.data + word.size - size, size);
        if (((unsigned char)ending[1] & 0xC0) == 0x80) continue;
        const struct lexicon_sense *senses;
        size_t count = lexicon_senses(self, lexicon_find(self, (slice){ ending, size + 1 }), &senses);
        for (size_t i = 0; i < count; i++) {
            if (lang && senses[i].lang && senses[i].lang != lang) continue;
            struct lexicon_sense guess = senses[i];
            guess.lemma = 0;
            return guess;
        }
    }
    return (struct lexicon_sense){ 0 };
}
