/* What opens a clause of its own in preambles, resolutions and motions, whose clauses are paragraphs that end in a comma or semicolon.
 *
 * "…in that regard,\nNoting decision 1/CP.26,": no verb is written with a capital after a comma but at the head of a clause. "…voor
 * veel Nederlanders;\noverwegende dat …;\nverzoekt de regering …": after a semicolon a Dutch participle with "dat", or a finite verb
 * without its subject, heads a clause of a motion. */
#include "text/layout.h"

static bool has_form(const lexicon *words, uint32_t word, uint16_t forms) {
    const struct lexicon_sense *senses;
    size_t count = word ? lexicon_senses(words, word, &senses) : 0;
    for (size_t i = 0; i < count; i++)
        if (senses[i].pos == POS_VERB && senses[i].forms & forms) return true;
    return false;
}

/* "dat": it may open a complement. */
static bool opens_complement(const lexicon *words, slice word) {
    int32_t value;
    uint32_t found = word.size ? lexicon_find(words, word) : 0;
    return word_is(words, found, POS_BIT(POS_SCONJ)) && lexicon_word_class(words, found, CLASS_SUBORDINATOR, &value);
}

bool opens_preamble(const lexicon *words, slice word, slice next) {
    if (!word.size || !next.size || !starts_upper(word, 0, (uint32_t)word.size)) return false;
    bool lower = !starts_upper(next, 0, (uint32_t)next.size);
    uint32_t found = lexicon_find(words, word);
    if (lower && word_is(words, found, POS_BIT(POS_ADV))) /* "Also acknowledging", "Deeply concerned" */
        return has_form(words, lexicon_find(words, next), FORM_PRESENT_PARTICIPLE | FORM_PARTICIPLE);
    if (word.size < 6 || !slice_ends(word, SLICE("ing"))) return false;
    return has_form(words, found, FORM_PRESENT_PARTICIPLE) && !word_is(words, found, POS_BIT(POS_PROPN)) &&
           (lower || !word_is(words, found, POS_BIT(POS_NOUN))); /* "Recalling Article 2", not "Meeting Room" */
}

bool opens_motion_clause(const lexicon *words, slice word, slice next, char after) {
    if (!word.size || byte_class(word.data[0]) != BYTE_LOWER) return false;
    bool participle = slice_ends(word, SLICE("ende"));
    if (!participle && after != ';') return false;
    uint32_t found = lexicon_find(words, word);
    if (participle && has_form(words, found, FORM_PRESENT_PARTICIPLE)) return opens_complement(words, next);
    return after == ';' && has_form(words, found, FORM_THIRD) &&
           !word_is(words, found, POS_BIT(POS_NOUN) | POS_BIT(POS_ADV) | POS_BIT(POS_ADP) | POS_BIT(POS_ADJ));
}
