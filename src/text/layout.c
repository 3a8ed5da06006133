/* Layout: lines become pieces (paragraphs, headings, list items, turns, footnotes, page furniture).
 *
 * "…te voeren.\nIn het besef dat …" → two pieces: the first line would have had room for "In", so its break was meant.
 * "…zij zegden toe elkaar\n\n1 Raadpleegbaar via www.tweedekamer.nl\n te zullen consulteren" → one paragraph and one lifted footnote.
 *
 * What the markup says (record->blocks) is taken as it is; plain text is judged by its lines. */
#include "text/layout.h"
#include "text/lift.h"
#include "text/turn.h"

struct layout_reader {
    arena *memory;
    struct layout *out;
    const struct record *record;
    uint32_t previous;       /* the last line that was read, UINT32_MAX at first */
    bool blank_before;
};

static uint32_t first_word_size(slice source, const struct line *line) {
    uint32_t at = line->start;
    while (at < line->end && byte_class(source.data[at]) != BYTE_SPACE) at++;
    return at - line->start;
}

/* The last character but for closing quotes, brackets and footnote marks. */
static char last_sign(slice source, const struct line *line) {
    uint32_t at = line->end;
    while (at > line->start) {
        char c = source.data[at - 1];
        if (c == '"' || c == '\'' || c == ')' || c == '*' || c == '_' || c == ']') at--;
        else if (at - line->start >= 3 && (memcmp(source.data + at - 3, "\xE2\x80\x9D", 3) == 0 || memcmp(source.data + at - 3, "\xE2\x80\x99", 3) == 0)) at -= 3;
        else if (at - line->start >= 2 && memcmp(source.data + at - 2, "\xC2\xBB", 2) == 0) at -= 2;
        else break;
    }
    uint32_t digits = at;
    while (digits > line->start && at - digits < 3 && byte_is_digit(source.data[digits - 1])) digits--;
    if (digits < at && digits > line->start && source.data[digits - 1] == '.') at = digits;
    return at > line->start ? source.data[at - 1] : 0;
}

static bool is_terminal(char c) { return c == '.' || c == '?' || c == '!' || c == ':' || c == ';'; }

/* True if the last word of the line asks for more: "tegen", "de", "en". */
static bool ends_open(const struct layout *self, const struct line *line) {
    uint32_t at = line->end;
    while (at > line->start && (byte_is_letter(self->source.data[at - 1]) || byte_class(self->source.data[at - 1]) == BYTE_HIGH)) at--;
    if (at == line->end || line->end - at > 16) return false;
    uint32_t word = word_find(self->words, (slice){ self->source.data + at, line->end - at });
    return word_is(self->words, word, POS_BIT(POS_ADP) | POS_BIT(POS_DET) | POS_BIT(POS_CCONJ));
}

/* Does line b go on with what line a began? They follow each other without a blank line (or with lifted lines between). The text
 * was broken on purpose where the first word of b would have had room on a, and a could be an end. */
static bool lines_join(const struct layout *self, const struct piece *piece, const struct line *a, const struct line *b) {
    slice source = self->source;
    char last = last_sign(source, a);
    uint32_t needed = line_columns(a) + 1 + first_word_size(source, b);
    bool wrapped = self->width != UINT32_MAX;
    bool room = !wrapped || needed < self->width, much_room = !wrapped || needed < self->narrow;
    bool lower = starts_lower(source, b->start, b->end);
    if (a->flags & LINE_LABEL || b->flags & (LINE_LABEL | LINE_KEY)) return false;
    if (b->marker == MARKER_HASH || b->marker == MARKER_QUOTE) return false;
    if (b->marker == MARKER_BULLET) return lower && !is_terminal(last) && last != ',' && !room;
    if (b->marker != MARKER_NONE) return !room && !is_terminal(last) && last != ',';
    if (turn_read(self, b->start, b->end)) return false;
    if (is_terminal(last)) return !room || (lower && last != ';' && last != ':') || (lower && !much_room);
    if (last == ',') return lower ? wrapped && line_columns(a) * 5 > self->narrow * 3 : !much_room;
    if (last == '-' || lower || ends_open(self, a)) return true;
    if (!wrapped) return false;
    if (piece->kind == BLOCK_LIST_ITEM && b->indent > piece->indent) return true;
    return line_columns(a) >= self->narrow || !much_room;
}

static struct piece piece_of_line(const struct layout *self, uint32_t index) {
    const struct line *line = &self->lines.at[index];
    struct piece piece = { .start = line->start, .end = line->end, .line = index, .label_end = line->start, .indent = line->indent };
    switch (line->marker) {
    case MARKER_HASH:
        piece.kind = BLOCK_HEADING;
        for (uint32_t at = line->start; self->source.data[at] == '#'; at++) piece.level++;
        piece.label_end = line->text_at;
        break;
    case MARKER_QUOTE: piece.kind = BLOCK_QUOTE, piece.label_end = line->text_at; break;
    case MARKER_NONE: break;
    default: piece.kind = BLOCK_LIST_ITEM, piece.level = 1, piece.label_end = line->text_at;
    }
    return piece;
}

static bool all_upper(slice source, uint32_t start, uint32_t end) {
    uint32_t upper = 0;
    for (uint32_t at = start; at < end; at++) {
        uint8_t class = byte_class(source.data[at]);
        if (class == BYTE_LOWER) return false;
        upper += class == BYTE_UPPER;
    }
    return upper > 2;
}

/* A short piece without a final stop, set apart from the paragraph that follows, is a heading. */
static void find_headings(struct layout *self) {
    for (uint32_t i = 0; i < self->pieces.count; i++) {
        struct piece *piece = &self->pieces.at[i];
        if (piece->lifted || (piece->kind != BLOCK_PARAGRAPH && piece->kind != BLOCK_LIST_ITEM)) continue;
        uint32_t start = piece->label_end, size = piece->end - start;
        if (size < 2 || size > 120) continue;
        const struct line last_line = { .start = start, .end = piece->end };
        char last = last_sign(self->source, &last_line);
        if (is_terminal(last) || last == ',') continue;
        if (all_upper(self->source, start, piece->end)) {
            piece->kind = BLOCK_HEADING;
            continue;
        }
        if (piece->kind == BLOCK_LIST_ITEM) {
            const char *s = self->source.data + piece->start;
            if (!byte_is_digit(*s) && byte_class(*s) != BYTE_UPPER && !(s[0] == '*' && s[1] == '*')) continue;
        }
        if (!starts_upper(self->source, start, piece->end) && self->source.data[start] != '*' && !byte_is_digit(self->source.data[start])) continue;
        uint32_t next = i + 1;
        while (next < self->pieces.count && self->pieces.at[next].lifted) next++;
        if (next == self->pieces.count) continue;
        const struct piece *after = &self->pieces.at[next];
        if (!piece->after_blank || !after->after_blank) continue;
        if (after->end - after->label_end < 60 && after->end - after->label_end < 2 * size) continue;
        if (size > 90 && self->width != UINT32_MAX) continue;
        piece->kind = BLOCK_HEADING;
    }
    for (uint32_t i = 0; i < self->pieces.count; i++)
        if (self->pieces.at[i].kind == BLOCK_HEADING && !self->pieces.at[i].level) self->pieces.at[i].level = 1;
}

/* The part of a piece before `:` that names a speaker becomes a piece of its own. */
static uint32_t cut_turn(struct layout_reader *self, struct piece *piece) {
    uint32_t colon = turn_read(self->out, piece->start, piece->end);
    if (!colon) return 0;
    struct piece turn = *piece;
    turn.kind = BLOCK_TURN;
    turn.end = colon;
    ARRAY_PUSH(self->memory, &self->out->pieces) = turn;
    while (colon < piece->end && byte_class(self->out->source.data[colon]) == BYTE_SPACE) colon++;
    piece->start = piece->label_end = colon;
    return colon;
}

static void push(struct layout_reader *self, struct piece piece, bool lifted_from, uint32_t first_lifted, uint32_t after_lifted) {
    if (piece.kind == BLOCK_PARAGRAPH) cut_turn(self, &piece);
    if (piece.start < piece.end) ARRAY_PUSH(self->memory, &self->out->pieces) = piece;
    if (!lifted_from) return;
    struct layout *out = self->out;
    for (uint32_t i = first_lifted; i < after_lifted; i++) {
        if (!(out->lines.at[i].flags & LINE_LIFTED)) continue;
        struct piece lifted = lift_piece(out, i);
        ARRAY_PUSH(self->memory, &out->pieces) = lifted;
        while (out->lines.at[i].end < lifted.end) i++;
    }
}

static void read_plain(struct layout_reader *self) {
    struct layout *out = self->out;
    furniture_find(self->memory, out);
    footnotes_find(out);
    uint32_t i = 0, count = out->lines.count;
    bool after_blank = true;
    while (i < count) {
        if (out->lines.at[i].flags & LINE_BLANK) {
            after_blank = true;
            i++;
            continue;
        }
        if (out->lines.at[i].flags & LINE_LIFTED) {
            struct piece lifted = lift_piece(out, i);
            ARRAY_PUSH(self->memory, &out->pieces) = lifted;
            while (i < count && out->lines.at[i].start < lifted.end) i++;
            continue;
        }
        struct piece piece = piece_of_line(out, i);
        piece.after_blank = after_blank;
        uint32_t last = i, next = i + 1;
        bool lifted_inside = false;
        while (next < count && piece.kind != BLOCK_HEADING) {
            uint32_t blanks = 0;
            bool lifted = false;
            uint32_t b = next;
            for (; b < count && out->lines.at[b].flags & (LINE_BLANK | LINE_LIFTED); b++)
                if (out->lines.at[b].flags & LINE_LIFTED) lifted = true; else blanks++;
            if (b == count) break;
            const struct line *a = &out->lines.at[last], *line = &out->lines.at[b];
            bool page_break = lifted || line->flags & LINE_PAGE_TOP;
            if (blanks || page_break) {
                char sign = last_sign(out->source, a);
                if (is_terminal(sign) || line->marker == MARKER_HASH || line->marker == MARKER_QUOTE) break;
                bool open = sign != ',' && ends_open(out, a);
                bool lower = starts_lower(out->source, line->start, line->end) && line->marker == MARKER_NONE;
                if (page_break ? !lower && !open && sign != '-' : !(blanks == 1 && open && line->marker == MARKER_NONE)) break;
            } else if (!lines_join(out, &piece, a, line)) break;
            lifted_inside |= lifted;
            last = b;
            next = b + 1;
        }
        piece.end = out->lines.at[last].end;
        push(self, piece, lifted_inside, i, last);
        after_blank = false;
        i = last + 1;
    }
    find_headings(out);
}

static void read_markup(struct layout_reader *self) {
    struct layout *out = self->out;
    for (uint32_t i = 0; i < self->record->blocks.count; i++) {
        const struct record_block *block = &self->record->blocks.at[i];
        uint32_t first = out->lines.count;
        lines_read(self->memory, out, block->span.start, block->span.end);
        uint32_t last = out->lines.count;
        while (first < last && out->lines.at[first].flags & LINE_BLANK) first++;
        while (first < last && out->lines.at[last - 1].flags & LINE_BLANK) last--;
        if (first == last) continue;
        struct piece piece = piece_of_line(out, first);
        uint8_t kind = block->kind;
        if (kind == BLOCK_PARAGRAPH && piece.kind != BLOCK_HEADING && piece.kind != BLOCK_QUOTE) kind = piece.kind;
        if (kind == BLOCK_QUOTE || (kind == BLOCK_HEADING && out->lines.at[first].marker == MARKER_BULLET)) piece.label_end = piece.start;
        piece.kind = kind;
        piece.level = block->level ? block->level : piece.level;
        piece.end = out->lines.at[last - 1].end;
        piece.place = block->place;
        piece.page = block->page;
        piece.after_blank = true;
        piece.lifted = kind == BLOCK_FOOTNOTE || kind == BLOCK_FURNITURE;
        if (kind == BLOCK_FOOTNOTE) footnote_note(out, &piece);
        push(self, piece, false, 0, 0);
    }
}

void layout_read(arena *memory, const struct record *record, const lexicon *words, struct layout *out) {
    *out = (struct layout){ .source = record->text, .words = words, .width = UINT32_MAX };
    struct layout_reader self = { memory, out, record, UINT32_MAX, false };
    if (record->blocks.count) {
        read_markup(&self);
        return;
    }
    lines_read(memory, out, 0, (uint32_t)record->text.size);
    lines_measure(out);
    read_plain(&self);
}
