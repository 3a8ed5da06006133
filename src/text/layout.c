/* Layout: lines become pieces (paragraphs, headings, list items, turns, footnotes, page furniture).
 *
 * "…te voeren.\nIn het besef dat …" → two pieces: the first line would have had room for "In", so its break was meant.
 * "…zij zegden toe elkaar\n\n1 Raadpleegbaar via www.tweedekamer.nl\n te zullen consulteren" → one paragraph and one lifted footnote.
 *
 * What the markup says (record->blocks) is taken as it is; plain text is judged by its lines. */
#include "text/layout.h"
#include "text/lift.h"

struct layout_reader {
    arena *memory;
    struct layout *out;
    const struct record *record;
    struct piece last;   /* the last piece pushed that is not lifted */
    uint16_t key_indent; /* of the last key */
};

static struct piece piece_of_line(const struct layout *self, uint32_t index) {
    const struct line *line = &self->lines.at[index];
    struct piece piece = { .start = line->start, .end = line->end, .line = index, .label_end = line->start, .indent = line->indent };
    switch (line->marker) {
    case MARKER_HASH:
        piece.kind = BLOCK_HEADING;
        for (uint32_t at = line->start; self->source.data[at] == '#'; at++) piece.level++;
        piece.label_end = line->text_at;
        break;
    case MARKER_QUOTE:
        piece.kind = BLOCK_QUOTE, piece.label_end = line->text_at;
        break;
    case MARKER_NONE:
        break;
    default:
        piece.kind = BLOCK_LIST_ITEM, piece.level = 1, piece.label_end = line->text_at;
    }
    return piece;
}

static uint32_t skip_blanks(slice source, uint32_t at, uint32_t end) {
    while (at < end && byte_class(source.data[at]) == BYTE_SPACE) at++;
    return at;
}

/* A key covers what stands on its line, what follows without a blank line, and what is indented deeper. */
static bool is_under_key(const struct layout_reader *self, const struct piece *piece) {
    const struct piece *before = &self->last;
    if (piece->kind != BLOCK_PARAGRAPH) return false;
    if (before->kind == BLOCK_KEY) return true;
    return before->under_key && (!piece->after_blank || piece->indent > self->key_indent);
}

static void push(struct layout_reader *self, struct piece piece) {
    if (piece.start >= piece.end) return;
    if (!piece.lifted) {
        piece.under_key = is_under_key(self, &piece);
        if (piece.kind == BLOCK_KEY) self->key_indent = piece.indent;
    }
    ARRAY_PUSH(self->memory, &self->out->pieces) = piece;
    if (!piece.lifted) self->last = piece;
}

/* The speaker or the keys at the beginning of a piece become pieces of their own; the piece begins after them. */
static void cut_beginning(struct layout_reader *self, struct piece *piece) {
    struct layout *out = self->out;
    const struct line *line = &out->lines.at[piece->line];
    uint32_t first_end = line->end < piece->end ? line->end : piece->end, cut;
    if ((cut = turn_read(out, piece->start, first_end))) {
        struct piece turn = *piece;
        turn.kind = BLOCK_TURN;
        turn.end = cut;
        push(self, turn);
        piece->start = piece->label_end = skip_blanks(out->source, cut, piece->end);
        return;
    }
    while (line->flags & LINE_KEY && (cut = key_read(out, piece->label_end, first_end))) {
        struct piece key = *piece;
        key.kind = BLOCK_KEY;
        key.end = cut;
        push(self, key);
        piece->kind = BLOCK_PARAGRAPH;
        piece->level = 0;
        piece->start = piece->label_end = skip_blanks(out->source, cut, piece->end);
    }
}

/* The lifted lines of [first, last) as pieces. */
static void push_lifted(struct layout_reader *self, uint32_t first, uint32_t last) {
    struct layout *out = self->out;
    for (uint32_t i = first; i < last; i++) {
        if (!(out->lines.at[i].flags & LINE_LIFTED)) continue;
        struct piece lifted = lift_piece(out, i);
        push(self, lifted);
        while (i + 1 < last && out->lines.at[i + 1].end <= lifted.end) i++;
    }
}

/* The last line of the paragraph that begins at line i. */
static uint32_t paragraph_end(const struct layout *out, const struct piece *piece, uint32_t i) {
    uint32_t last = i, count = out->lines.count;
    if (piece->kind == BLOCK_HEADING) return last;
    for (uint32_t b = i + 1; b < count; b++) {
        uint32_t blanks = 0;
        bool lifted = false;
        for (; b < count && out->lines.at[b].flags & (LINE_BLANK | LINE_LIFTED); b++)
            if (out->lines.at[b].flags & LINE_LIFTED)
                lifted = true;
            else
                blanks++;
        if (b == count) break;
        const struct line *a = &out->lines.at[last], *line = &out->lines.at[b];
        bool page_break = lifted || line->flags & LINE_PAGE_TOP;
        if (blanks > 1 && !page_break) break;
        if (blanks || page_break ? !lines_join_over(out, a, line, page_break) : !lines_join(out, piece, a, line)) break;
        last = b;
    }
    return last;
}

static void read_plain(struct layout_reader *self) {
    struct layout *out = self->out;
    furniture_find(self->memory, out);
    footnotes_find(out);
    numbers_find(out);
    labels_find(self->memory, out);
    bool after_blank = true;
    for (uint32_t i = 0; i < out->lines.count; i++) {
        if (out->lines.at[i].flags & (LINE_BLANK | LINE_LIFTED)) {
            after_blank = true;
            if (out->lines.at[i].flags & LINE_BLANK) continue;
            uint32_t last = i;
            while (last < out->lines.count && out->lines.at[last].flags & LINE_LIFTED) last++;
            push_lifted(self, i, last);
            i = last - 1;
            continue;
        }
        struct piece piece = piece_of_line(out, i);
        piece.after_blank = after_blank;
        uint32_t last = paragraph_end(out, &piece, i);
        piece.end = out->lines.at[last].end;
        cut_beginning(self, &piece);
        push(self, piece);
        push_lifted(self, i, last);
        after_blank = false;
        i = last;
    }
}

static bool is_lifted(const struct record_block *block) { return block->kind == BLOCK_FOOTNOTE || block->kind == BLOCK_FURNITURE; }

/* The lines of the record's blocks: those of block i are [first[i], first[i + 1]). */
static uint32_t *read_block_lines(struct layout_reader *self) {
    struct layout *out = self->out;
    uint32_t count = self->record->blocks.count, *first = arena_alloc(self->memory, (count + 1) * sizeof *first);
    for (uint32_t i = 0; i < count; i++) {
        const struct record_block *block = &self->record->blocks.at[i];
        lines_read(self->memory, out, block->span.start, block->span.end);
        while (out->lines.count > first[i] && out->lines.at[out->lines.count - 1].flags & LINE_BLANK) out->lines.count--;
        first[i + 1] = out->lines.count;
        for (uint32_t l = first[i]; l < out->lines.count; l++)
            out->lines.at[l].flags |= (uint8_t)((l == first[i] ? LINE_FIRST : 0) | (is_lifted(block) ? LINE_LIFTED : 0));
    }
    return first;
}

static struct piece piece_of_block(struct layout_reader *self, const struct record_block *block, uint32_t first, uint32_t last) {
    struct layout *out = self->out;
    while (out->lines.at[first].flags & LINE_BLANK) first++;
    struct piece piece = piece_of_line(out, first);
    uint8_t kind = block->kind;
    if (kind == BLOCK_PARAGRAPH && piece.kind == BLOCK_LIST_ITEM) kind = BLOCK_LIST_ITEM;
    if (kind != BLOCK_LIST_ITEM && kind != BLOCK_HEADING) piece.label_end = piece.start;
    if ((kind == BLOCK_KEY || kind == BLOCK_HEADING) &&
        turn_read(out, piece.start, out->lines.at[last - 1].end) == out->lines.at[last - 1].end)
        kind = BLOCK_TURN;
    piece.kind = kind;
    if (block->level) piece.level = block->level;
    piece.end = out->lines.at[last - 1].end;
    piece.place = block->place;
    piece.page = block->page;
    piece.after_blank = true;
    piece.lifted = is_lifted(block);
    if (kind == BLOCK_FOOTNOTE) footnote_note(out, &piece);
    return piece;
}

/* The last block of the paragraph that begins with block i: a page or column may end in the middle of it. */
static uint32_t paragraph_last(const struct layout_reader *self, const uint32_t *first, uint32_t i) {
    const struct record *record = self->record;
    uint32_t last = i;
    for (uint32_t b = i + 1; b < record->blocks.count; b++) {
        if (is_lifted(&record->blocks.at[b]) || first[b] == first[b + 1]) continue;
        if (record->blocks.at[b].kind != BLOCK_PARAGRAPH) break;
        const struct line *a = &self->out->lines.at[first[last + 1] - 1], *line = &self->out->lines.at[first[b]];
        bool page_break = record->media == MEDIA_PDF && a->end - self->out->lines.at[first[last]].start > 60;
        if (!lines_join_over(self->out, a, line, page_break) || turn_read(self->out, line->start, line->end)) break;
        last = b;
    }
    return last;
}

static void read_markup(struct layout_reader *self) {
    const struct record *record = self->record;
    uint32_t *first = read_block_lines(self);
    numbers_find(self->out);
    labels_find(self->memory, self->out);
    for (uint32_t i = 0; i < record->blocks.count; i++) {
        if (first[i] == first[i + 1]) continue;
        struct piece piece = piece_of_block(self, &record->blocks.at[i], first[i], first[i + 1]);
        uint32_t last = i;
        if (piece.kind == BLOCK_PARAGRAPH || piece.kind == BLOCK_LIST_ITEM) {
            last = paragraph_last(self, first, i);
            piece.end = self->out->lines.at[first[last + 1] - 1].end;
            cut_beginning(self, &piece);
        }
        push(self, piece);
        for (; i < last; i++) /* what was lifted out of the paragraph */
            if (is_lifted(&record->blocks.at[i + 1]) && first[i + 1] < first[i + 2])
                push(self, piece_of_block(self, &record->blocks.at[i + 1], first[i + 1], first[i + 2]));
    }
}

void layout_read(arena *memory, const struct record *record, struct spellings *spellings, struct layout *out) {
    *out = (struct layout){ .source = record->text, .words = spellings->words, .spellings = spellings, .width = UINT32_MAX };
    struct layout_reader self = { .memory = memory, .out = out, .record = record };
    bool plain = record->blocks.count == 0;
    if (plain) {
        lines_read(memory, out, 0, (uint32_t)record->text.size);
        lines_measure(out);
        read_plain(&self);
    } else {
        read_markup(&self);
    }
    bool own_headings = record->media == MEDIA_OP_XML || record->media == MEDIA_VLOS_XML || record->media == MEDIA_ODATA;
    outline_find(out, plain, !own_headings);
}
