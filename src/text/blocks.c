/* Relations: how blocks belong together: the heading over them, the speaker, the lead of a list, the key of a value.
 *
 * "3. Demands that Iraq:" | "(a) Provide …" | "(b) Allow …": the second and third have the first as parent. "Besluit:" | "Aanmelden voor
 * …": the value has its key as parent. One pass; each block looks back at the last one of the kind it needs. */
#include "text/layout.h"

enum { DEEPEST = 8 };

/* Does the block end in a way that announces a list? */
static bool announces(const struct text *self, const struct text_block *block) {
    if (block->last == block->first) return false;
    const struct token *last = &self->tokens.at[block->last - 1];
    if (last->shape != SHAPE_PUNCT) return true;
    char c = self->source.data[last->start];
    return c != '.' && c != '?' && c != '!' && c != ';' && c != ',';
}

/* "De raad besluit bij acclamatie:" | "de heer X te herbenoemen": what goes on in small letters belongs to its lead. */
static bool begins_small(const struct text *self, const struct text_block *block) {
    return block->first < block->last && self->tokens.at[block->first].shape == SHAPE_WORD &&
           !(self->tokens.at[block->first].flags & TOKEN_CAPITAL);
}

/* A paragraph or item that asks for the items under it without a colon: "De Raad besluit" | "– te …". */
static void find_silent_leads(struct text *self) {
    for (uint32_t i = 0; i + 1 < self->blocks.count; i++) {
        struct text_block *block = &self->blocks.at[i];
        const struct text_block *next = &self->blocks.at[i + 1];
        if (block->lead || next->kind != BLOCK_LIST_ITEM || !announces(self, block)) continue;
        if (block->kind == BLOCK_PARAGRAPH || (block->kind == BLOCK_LIST_ITEM && next->level > block->level)) block->lead = true;
    }
}

/* The number that the block's label begins with, 0 if it has none. */
static uint32_t number_of(const struct text *self, const struct text_block *block) {
    uint32_t number = 0;
    if (block->label_first >= block->label_last) return 0;
    const struct token *label = &self->tokens.at[block->label_first];
    for (uint32_t at = label->start; at < label->end && byte_is_digit(self->source.data[at]) && number < 10000; at++)
        number = number * 10 + (uint32_t)(self->source.data[at] - '0');
    return number;
}

/* "De raad besluit:" | "1. …" | "2. …" | "8. Voorstel …": numbers that do not go on from the lead's last item (0: none yet) are those of
 * what the lead itself stands in. One may be missing. */
static bool goes_on_from(uint32_t last, uint32_t number) { return number <= 1 || (number > last && number <= last + (last ? 2 : 1)); }

void blocks_relate(struct text *self, const struct layout *layout) {
    uint32_t number = 0; /* of the last item of base */
    int32_t section[7] = { -1, -1, -1, -1, -1, -1, -1 }, now = -1, speaker = -1, key = -1, base = -1;
    int32_t items[DEEPEST + 1];
    for (int l = 0; l <= DEEPEST; l++) items[l] = -1;
    find_silent_leads(self);
    for (uint32_t i = 0; i < self->blocks.count; i++) {
        struct text_block *block = &self->blocks.at[i];
        int32_t here = (int32_t)i;
        if (block->kind == BLOCK_FOOTNOTE || block->kind == BLOCK_FURNITURE) {
            block->section = now;
            continue;
        }
        if (block->kind == BLOCK_HEADING) {
            int level = block->level < 1 ? 1 : block->level > 6 ? 6 : block->level;
            for (int l = 0; l < level; l++) block->section = section[l] >= 0 ? section[l] : block->section;
            for (int l = level; l < 7; l++) section[l] = -1;
            now = section[level] = here;
            base = key = -1;
            continue;
        }
        block->section = now;
        if (block->kind == BLOCK_TURN) speaker = here;
        block->speaker = speaker;
        switch (block->kind) {
        case BLOCK_TURN:
            base = key = -1;
            break;
        case BLOCK_KEY:
            key = here;
            base = -1;
            break;
        case BLOCK_LIST_ITEM: {
            int level = block->level < 1 ? 1 : block->level > DEEPEST ? DEEPEST : block->level;
            if (level == 1 && base >= 0) {
                uint32_t next = number_of(self, block);
                if (!goes_on_from(number, next)) base = -1;
                number = next;
            }
            block->parent = level == 1 ? base : items[level - 1] >= 0 && self->blocks.at[items[level - 1]].lead ? items[level - 1] : -1;
            if (block->parent < 0) block->parent = key;
            items[level] = here;
            /* "- We intend to do the following:" | "- …": in a list that has lost its levels */
            if (level == 1 && block->lead && i + 1 < self->blocks.count && self->blocks.at[i + 1].kind == BLOCK_LIST_ITEM &&
                self->blocks.at[i + 1].level <= 1)
                base = here, number = 0;
            for (int l = level + 1; l <= DEEPEST; l++) items[l] = -1;
            break;
        }
        default:
            if (!layout->pieces.at[i].under_key) key = -1;
            block->parent = key >= 0 ? key : base >= 0 && begins_small(self, block) ? base : -1;
            if (block->parent < 0 || block->parent != base || block->lead) base = block->lead ? here : -1, number = 0;
        }
    }
}
