/* Outline: what pieces are by where they stand: headings, signatures, levels of list items.
 *
 * A short piece without a final stop, set apart from the paragraph after it, is a heading. Names alone after "De Minister van …," or
 * at the end of the record are signatures. Markers of one kind ("(a)", "(b)") are of one level. */
#include "text/layout.h"

static bool all_upper(slice source, uint32_t start, uint32_t end) {
    uint32_t upper = 0;
    for (uint32_t at = start; at < end; at++) {
        uint8_t class = byte_class(source.data[at]);
        if (class == BYTE_LOWER) return false;
        upper += class == BYTE_UPPER;
    }
    return upper > 2;
}

/* "**Towards a Renewed Partnership**": emphasis from end to end. */
static bool all_bold(slice source, uint32_t start, uint32_t end) {
    if (end - start < 6 || memcmp(source.data + start, "**", 2) != 0 || memcmp(source.data + end - 2, "**", 2) != 0) return false;
    for (uint32_t at = start + 2; at + 2 < end; at++)
        if (source.data[at] == '*' && source.data[at + 1] == '*') return false;
    return true;
}

static bool holds_label(const struct layout *self, const struct piece *piece) {
    return self->lines.at[piece->line].flags & LINE_LABEL && self->lines.at[piece->line].end >= piece->end;
}

static const struct piece *piece_after(const struct layout *self, uint32_t i) {
    while (++i < self->pieces.count)
        if (!self->pieces.at[i].lifted) return &self->pieces.at[i];
    return NULL;
}

/* Short, without a final stop, apart from what is before it. */
static bool is_short(const struct layout *self, const struct piece *piece) {
    if (piece->kind != BLOCK_PARAGRAPH || piece->end - piece->label_end > 60 || !piece->after_blank) return false;
    char last = last_sign(self->source, piece->label_end, piece->end);
    return !sign_is_terminal(last) && last != ',' && starts_upper(self->source, piece->label_end, piece->end);
}

static bool is_heading(const struct layout *self, uint32_t i) {
    slice source = self->source;
    const struct piece *piece = &self->pieces.at[i];
    if (piece->kind != BLOCK_PARAGRAPH && piece->kind != BLOCK_LIST_ITEM) return false;
    if (holds_label(self, piece)) return true;
    uint32_t start = piece->label_end, size = piece->end - start;
    if (size < 2 || size > 240) return false;
    if (all_bold(source, start, piece->end)) return source.data[piece->end - 3] != '.';
    char last = last_sign(source, start, piece->end);
    if (last == '.' && size <= 120 && piece->after_blank && memchr(source.data + start, ' ', size) && all_upper(source, start, piece->end))
        return true; /* MOTIE VAN HET LID X C.S. */
    if (size > 120 || sign_is_terminal(last) || last == ',' || last == '-') return false;
    if (all_upper(source, start, piece->end)) return true;
    if (piece->kind == BLOCK_LIST_ITEM) {
        char c = source.data[piece->start];
        if (!byte_is_digit(c) && byte_class(c) != BYTE_UPPER) return false;
    }
    if (!starts_upper(source, start, piece->end) && source.data[start] != '*' && !byte_is_digit(source.data[start])) return false;
    const struct piece *after = piece_after(self, i);
    if (!after || !piece->after_blank || !after->after_blank || after->kind == BLOCK_SIGNATURE) return false;
    if (after->kind == BLOCK_KEY || after->kind == BLOCK_TURN) return true;
    if (piece->kind == BLOCK_LIST_ITEM && after->kind == BLOCK_LIST_ITEM) return false;
    for (uint32_t k = 0; k < 2 && after && is_short(self, after); k++)
        after = piece_after(self, (uint32_t)(after - self->pieces.at)); /* headings under it */
    if (!after || !after->after_blank) return false;
    uint32_t next_size = after->end - after->label_end;
    if (next_size < 60 && next_size < 2 * size) return false;
    return size <= 90 || self->width == UINT32_MAX;
}

/* "6. Voorstel tot herbenoeming van een lid." over paragraphs that are no items: the numbered titles of an agenda. */
static bool is_agenda_title(const struct layout *self, uint32_t i) {
    const struct piece *piece = &self->pieces.at[i];
    if (piece->lifted || piece->kind != BLOCK_LIST_ITEM || !byte_is_digit(self->source.data[piece->start])) return false;
    uint32_t start = piece->label_end, size = piece->end - start;
    if (size > 200 || self->source.data[piece->end - 1] != '.' || memmem(self->source.data + start, size, ". ", 2)) return false;
    const struct piece *after = piece_after(self, i);
    return after && after->kind == BLOCK_PARAGRAPH && !after->after_blank && after->indent <= piece->indent + 1u;
}

static void find_agenda(struct layout *self) {
    enum { ENOUGH = 3 };
    uint32_t titles = 0;
    for (uint32_t i = 0; i < self->pieces.count; i++) titles += is_agenda_title(self, i);
    if (titles < ENOUGH) return;
    for (uint32_t i = 0; i < self->pieces.count; i++) {
        if (!is_agenda_title(self, i)) continue;
        self->pieces.at[i].kind = BLOCK_HEADING;
        self->pieces.at[i].level = 2;
    }
}

/* Capital words, initials and small particles, no more than six: "Van der Werf", "D.M. van Weel". */
static bool is_name(const struct layout *self, const struct piece *piece) {
    slice source = self->source;
    if (piece->lifted || piece->kind != BLOCK_PARAGRAPH || piece->end - piece->start > 60 ||
        !starts_upper(source, piece->start, piece->end))
        return false;
    uint32_t words = 0, last_capital = 0;
    for (uint32_t at = piece->start; at < piece->end;) {
        uint32_t from = at;
        while (at < piece->end && byte_class(source.data[at]) != BYTE_SPACE) {
            uint8_t class = byte_class(source.data[at]);
            if (class == BYTE_DIGIT || class == BYTE_SYMBOL || source.data[at] == ':' || source.data[at] == ',' || source.data[at] == '/' ||
                source.data[at] == '(')
                return false;
            at++;
        }
        words++;
        if (starts_upper(source, from, at))
            last_capital = words;
        else if (at - from > 4)
            return false;
        while (at < piece->end && byte_class(source.data[at]) == BYTE_SPACE) at++;
    }
    char last = source.data[piece->end - 1];
    return words <= 6 && last_capital == words && last != '.' && last != '?' && last != '!' && !all_upper(source, piece->start, piece->end);
}

static bool is_office(const struct layout *self, const struct piece *piece) {
    return !piece->lifted && piece->kind == BLOCK_PARAGRAPH && piece->end - piece->start < 120 &&
           self->source.data[piece->end - 1] == ',' && starts_upper(self->source, piece->start, piece->end) &&
           !memchr(self->source.data + piece->start, ':', piece->end - piece->start);
}

/* "De griffier van de commissie, Van Doornspijk" in one line. */
static bool is_signed(const struct layout *self, const struct piece *piece) {
    struct piece office = *piece, name = *piece;
    while (name.start < name.end && self->source.data[name.start] != ' ') name.start++;
    slice first = { self->source.data + piece->start, name.start - piece->start };
    name.start = piece->end;
    while (name.start > piece->start && self->source.data[name.start - 1] != ',') name.start--;
    office.end = name.start;
    while (name.start < name.end && byte_class(self->source.data[name.start]) == BYTE_SPACE) name.start++;
    return office.end > office.start && is_office(self, &office) && is_name(self, &name) &&
           word_is(self->words, spelling_entry(self->spellings, first), POS_BIT(POS_DET));
}

static void find_signatures(struct layout *self) {
    for (uint32_t i = self->pieces.count; i-- > 1;) { /* names that end the record */
        struct piece *piece = &self->pieces.at[i];
        if (piece->lifted) continue;
        if (!is_name(self, piece)) break;
        piece->kind = BLOCK_SIGNATURE;
    }
    struct piece *before = NULL;
    for (uint32_t i = 0; i < self->pieces.count; i++) { /* "De griffier van de commissie,\nVan Doornspijk" */
        struct piece *piece = &self->pieces.at[i];
        if (piece->lifted) continue;
        if (piece->after_blank && is_signed(self, piece)) piece->kind = BLOCK_SIGNATURE;
        if (before && (piece->kind == BLOCK_SIGNATURE || is_name(self, piece)) && is_office(self, before))
            before->kind = piece->kind = BLOCK_SIGNATURE;
        before = piece;
    }
}

/* The kind of marker, for levels: markers that look alike are of one level. */
static uint32_t marker_style(const struct layout *self, const struct piece *piece) {
    const char *s = self->source.data;
    const struct line *line = &self->lines.at[piece->line];
    uint32_t last = piece->label_end;
    while (last > piece->start && byte_class(s[last - 1]) == BYTE_SPACE) last--;
    uint8_t closing = last > piece->start ? (uint8_t)s[last - 1] : 0, opening = (uint8_t)s[piece->start];
    if (closing == ',' || byte_is_digit((char)closing)) closing = '.'; /* "4, Determines", "4 NOTING" */
    bool bracket = opening == '(' || opening == '[';
    if (line->marker == MARKER_BULLET) return 1u << 8 | closing;
    uint8_t first = (uint8_t)s[piece->start + bracket];
    uint32_t kind = byte_is_digit((char)first) ? 2 : byte_class((char)first) == BYTE_UPPER ? 3 : 4;
    if (line->marker == MARKER_ROMAN && !(last - piece->start <= 3u)) kind += 2;
    return kind << 9 | (uint32_t)bracket << 8 | closing;
}

static void find_levels(struct layout *self) {
    enum { DEEPEST = 8 };
    uint32_t styles[DEEPEST], depth = 0;
    for (uint32_t i = 0; i < self->pieces.count; i++) {
        struct piece *piece = &self->pieces.at[i];
        if (piece->lifted) continue;
        if (piece->kind != BLOCK_LIST_ITEM) {
            if (piece->kind != BLOCK_KEY) depth = 0;
            continue;
        }
        uint32_t style = marker_style(self, piece), level = 0;
        while (level < depth && styles[level] != style) level++;
        if (level == DEEPEST) level--;
        styles[level] = style;
        depth = level + 1;
        piece->level = (uint8_t)depth;
    }
}

/* 1 capitals throughout, 2 numbers (2.1: 3) or, before the first of those, words; after it words are under the numbers. */
static uint8_t heading_level(const struct layout *self, const struct piece *piece, bool numbered) {
    if (piece->level) return piece->level;
    if (holds_label(self, piece)) return 3;
    if (all_upper(self->source, piece->start, piece->end)) return 1;
    if (numbered && piece->label_end == piece->start) return 3;
    uint8_t dots = 0;
    for (uint32_t at = piece->start; at + 1 < piece->label_end; at++)
        dots += self->source.data[at] == '.' && byte_is_digit(self->source.data[at + 1]);
    return (uint8_t)(2 + dots);
}

void outline_find(struct layout *self, bool plain, bool headings) {
    bool numbered = false;
    if (plain) find_signatures(self), find_agenda(self);
    for (uint32_t i = 0; i < self->pieces.count; i++) {
        struct piece *piece = &self->pieces.at[i];
        if (headings && !piece->lifted && is_heading(self, i)) {
            piece->level = piece->kind == BLOCK_LIST_ITEM ? 0 : piece->level;
            piece->kind = BLOCK_HEADING;
        }
        if (piece->kind != BLOCK_HEADING) continue;
        piece->level = heading_level(self, piece, numbered);
        numbered |= piece->label_end > piece->start;
    }
    find_levels(self);
}
