/* What a span of tokens says, as readers want to see it, and which bytes inside it belong to something else. */
#include "text/text.h"

slice text_normal(arena *memory, const struct text *self, uint32_t first, uint32_t last) {
    size_t size = 0;
    for (uint32_t i = first; i < last; i++) size += token_text(self, i).size + 1;
    char *out = arena_alloc(memory, size + 1);
    size_t at = 0;
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = &self->tokens.at[i];
        if (t->flags & TOKEN_FOOTNOTE_MARK) continue;
        bool blank = t->flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START);
        if (at && (blank || (t->flags & TOKEN_MISSING_SPACE && i > first && self->tokens.at[i - 1].end == t->start))) out[at++] = ' ';
        slice spelling = token_text(self, i);
        memcpy(out + at, spelling.data, spelling.size);
        at += spelling.size;
    }
    return (slice){ out, at };
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

size_t text_gaps(arena *memory, const struct text *self, uint32_t first, uint32_t last, span **out) {
    ARRAY(span) gaps = { 0 };
    for (uint32_t i = first; i < last; i++) {
        const struct token *t = &self->tokens.at[i];
        if (i > first && t->flags & TOKEN_GAP_BEFORE && self->tokens.at[i - 1].end < t->start)
            ARRAY_PUSH(memory, &gaps) = (span){ self->tokens.at[i - 1].end, t->start };
        else if (t->flags & TOKEN_FOOTNOTE_MARK && i > first)
            ARRAY_PUSH(memory, &gaps) = (span){ t->start, t->end };
        if (!(t->flags & TOKEN_JOINED)) continue;
        for (uint32_t b = text_block_of(self, i) + 1; b < self->blocks.count;
             b++) { /* a word over a page break: what was lifted out of it */
            const struct text_block *block = &self->blocks.at[b];
            if (block->kind != BLOCK_FOOTNOTE && block->kind != BLOCK_FURNITURE) break;
            if (block->span.start <= t->start || block->span.end >= t->end) continue;
            span gap = block->span;
            while (is_blank(self->source.data[gap.start - 1])) gap.start--;
            while (is_blank(self->source.data[gap.end])) gap.end++;
            ARRAY_PUSH(memory, &gaps) = gap;
        }
    }
    *out = gaps.at;
    return gaps.count;
}
