/* Decision lists of committees: "Besluit: Aanmelden voor plenaire behandeling." What follows the label is the decision, an infinitive
 * phrase or a participle without a finite verb; each sentence of it is one. */
#include "statement/unit.h"

/* The block is the value of a key that names a decision, or starts with such a label itself. */
static bool is_decision(const struct analysis *self, const struct text_block *block, uint32_t *first) {
    *first = block->first;
    if (block->label_first < block->label_last) {
        for (uint32_t i = block->label_first; i < block->label_last; i++)
            if (token_is(self, i, CLASS_DECISION_LABEL)) {
                *first = block->label_last;
                return true;
            }
    }
    if (block->first < block->last && token_is(self, block->first, CLASS_DECISION_LABEL) && block->first + 1 < block->last && token_is_punct(self, block->first + 1, ':')) {
        *first = block->first + 2;
        return true;
    }
    if (block->parent >= 0) {
        uint32_t ignored;
        const struct text_block *lead = &self->text->blocks.at[block->parent];
        return lead->parent < 0 && is_decision(self, lead, &ignored);
    }
    return false;
}

bool decisions_block(struct analysis *self, uint32_t index, struct statements *out) {
    const struct text_block *block = &self->text->blocks.at[index];
    uint32_t start;
    if (!is_decision(self, block, &start)) return false;
    for (uint32_t s = block->first_sentence; s < block->last_sentence; s++) {
        const struct sentence *sentence = &self->text->sentences.at[s];
        uint32_t first = sentence->first < start ? start : sentence->first, last = sentence->last;
        unit_trim(self, &first, &last);
        if (first >= last || self->sentence_clause[s] == self->sentence_clause[s + 1]) continue;
        struct unit unit = { .first = first, .last = last, .clause = self->sentence_clause[s] };
        facts_find(self, unit.clause, &unit.facts);
        verdict_set(&unit.verdict, KIND_DECISION, "committee", block->label_first < block->label_last ? block->label_first : first, 850);
        unit_add(self, &unit, out);
    }
    return true;
}
