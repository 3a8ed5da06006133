/* Does a line go on in the next? Wrapped paragraphs become one piece, whatever the width they were wrapped at.
 *
 * "…werd opgedragen nader uit te\nwerken hoe …" goes on. "te voeren.\nIn het besef dat …" does not: the first line ends a sentence
 * and would have had room for "In". Where layout says nothing, the words do: no paragraph ends with "tegen" or "de". */
#include "text/layout.h"

char last_sign(slice source, uint32_t start, uint32_t end) {
    uint32_t at = end;
    while (at > start) {
        char c = source.data[at - 1];
        if (c == '"' || c == '\'' || c == ')' || c == '*' || c == '_' || c == ']')
            at--;
        else if (at - start >= 3 &&
                 (memcmp(source.data + at - 3, "\xE2\x80\x9D", 3) == 0 || memcmp(source.data + at - 3, "\xE2\x80\x99", 3) == 0))
            at -= 3;
        else if (at - start >= 2 && memcmp(source.data + at - 2, "\xC2\xBB", 2) == 0)
            at -= 2;
        else
            break;
    }
    uint32_t digits = at;
    while (digits > start && at - digits < 3 && byte_is_digit(source.data[digits - 1])) digits--;
    if (digits < at && digits > start && source.data[digits - 1] == '.') at = digits;
    return at > start ? source.data[at - 1] : 0;
}

bool sign_is_terminal(char c) { return c == '.' || c == '?' || c == '!' || c == ':' || c == ';'; }

static uint32_t last_word(const struct layout *self, const struct line *line) {
    uint32_t at = line->end;
    while (at > line->start && (byte_is_letter(self->source.data[at - 1]) || byte_class(self->source.data[at - 1]) == BYTE_HIGH)) at--;
    return at == line->end || line->end - at > 16 ? 0 : spelling_word(self->spellings, (slice){ self->source.data + at, line->end - at });
}

/* The last word asks for more: "tegen", "de", "en". */
static bool ends_open(const struct layout *self, const struct line *line) {
    return word_is(self->words, last_word(self, line), POS_BIT(POS_ADP) | POS_BIT(POS_DET) | POS_BIT(POS_CCONJ));
}

/* The last word of the line is an abbreviation whose dot ends no sentence: "nr.". */
static bool ends_with_abbreviation(const struct layout *self, const struct line *line) {
    uint32_t at = line->end;
    while (at > line->start && byte_class(self->source.data[at - 1]) != BYTE_SPACE && line->end - at < 12) at--;
    while (at < line->end && !byte_is_letter(self->source.data[at])) at++;
    int32_t value;
    uint32_t word = at < line->end ? lexicon_find(self->words, (slice){ self->source.data + at, line->end - at }) : 0;
    return lexicon_word_class(self->words, word, CLASS_ABBREVIATION, &value) && value == 1;
}

static slice next_word(slice source, uint32_t *at, uint32_t end) {
    while (*at < end && byte_class(source.data[*at]) == BYTE_SPACE) ++*at;
    uint32_t from = *at;
    while (*at < end && byte_class(source.data[*at]) != BYTE_SPACE) ++*at;
    return (slice){ source.data + from, *at - from };
}

/* A name of several words goes on over the end of the line: "the Charter of the United\nNations". */
static bool ends_in_name(const struct layout *self, const struct line *a, const struct line *b) {
    uint32_t at = b->start, end = b->start;
    while (end < b->end && (byte_is_letter(self->source.data[end]) || byte_class(self->source.data[end]) == BYTE_HIGH)) end++;
    uint32_t first = last_word(self, a), second = spelling_word(self->spellings, (slice){ self->source.data + at, end - at });
    if (!first || !second) return false;
    uint32_t node = lexicon_step(self->words, 0, first);
    return node != LEXICON_NO_PATH && lexicon_step(self->words, node, second) != LEXICON_NO_PATH;
}

/* The line is a place and a day: "Port Aldous, 9 November 2023". */
static bool is_place_and_day(slice source, const struct line *line) {
    uint32_t comma = line->start, words = 0;
    for (; comma < line->end && source.data[comma] != ','; comma++) {
        bool begins = comma == line->start || source.data[comma - 1] == ' ';
        if (begins && (++words > 4 || !starts_upper(source, comma, line->end))) return false;
    }
    if (comma + 3 > line->end || source.data[comma + 1] != ' ' || !byte_is_digit(source.data[comma + 2])) return false;
    uint32_t year = line->end;
    while (year > comma && byte_is_digit(source.data[year - 1])) year--;
    return line->end - year == 4 && line->end - comma < 24;
}

/* The line begins with "en", "of", "alsook" and no verb after it: not "en gaat over tot de orde van de dag". */
static bool opens_with_coordinator(const struct layout *self, const struct line *line) {
    uint32_t at = line->start;
    slice word = next_word(self->source, &at, line->end), next = next_word(self->source, &at, line->end);
    return lexicon_word_class(self->words, spelling_entry(self->spellings, word), CLASS_COORDINATOR, NULL) &&
           !word_is(self->words, lexicon_find(self->words, next), POS_BIT(POS_VERB) | POS_BIT(POS_AUX));
}

/* Does the line open a clause of its own, after a comma or semicolon? */
static bool opens_clause(const struct layout *self, const struct line *line, char after) {
    uint32_t at = line->start;
    slice word = next_word(self->source, &at, line->end), next = next_word(self->source, &at, line->end);
    return opens_preamble(self->words, word, next) || opens_motion_clause(self->words, word, next, after);
}

/* An en or em dash. */
static bool is_dash(slice source, uint32_t at) {
    return at + 2 < source.size && source.data[at] == '\xE2' && source.data[at + 1] == '\x80' &&
           (source.data[at + 2] == '\x93' || source.data[at + 2] == '\x94');
}

/* The piece began with ** and the line ends with it: a heading in bold letters. */
static bool ends_bold(slice source, const struct piece *piece, const struct line *line) {
    return line->end - piece->start > 4 && memcmp(source.data + piece->start, "**", 2) == 0 &&
           memcmp(source.data + line->end - 2, "**", 2) == 0;
}

bool lines_join(const struct layout *self, const struct piece *piece, const struct line *a, const struct line *b) {
    slice source = self->source;
    char last = last_sign(source, a->start, a->end);
    uint32_t needed = a->columns + 1 + first_word_columns(source, b);
    bool wrapped = self->width != UINT32_MAX;
    bool room = !wrapped || needed < self->width, much_room = !wrapped || (self->exact ? room : needed < self->narrow);
    bool lower = starts_lower(source, b->start, b->end);
    if (ends_bold(source, piece, a)) return false;
    if (a->flags & LINE_LABEL || b->flags & (LINE_LABEL | LINE_KEY)) return false;
    if (b->marker == MARKER_HASH || b->marker == MARKER_QUOTE) return false;
    if (last == '.' && a->end - a->start > 2 && ends_with_abbreviation(self, a))
        return b->marker == MARKER_NONE || b->marker == MARKER_NUMBER || !room;
    if (b->marker != MARKER_NONE && b->indent < a->indent) return false;
    if (b->marker == MARKER_BULLET && is_dash(source, b->start)) {
        /* "– en het behouden van een voorsprong\n– is cruciaal": a dash inside a sentence, unless the items of the list begin so */
        bool sibling = piece->kind == BLOCK_LIST_ITEM && piece->end > piece->start + 2 && is_dash(source, piece->start);
        return !sign_is_terminal(last) && last != ',' && !much_room && (!sibling || !room);
    }
    if (b->marker == MARKER_BULLET) return lower && !sign_is_terminal(last) && last != ',' && !room;
    if (b->marker != MARKER_NONE)
        return (!room && !sign_is_terminal(last) && last != ',') || (!much_room && last != '.' && series_goes_on(self, piece, b));
    if (turn_read(self, b->start, b->end)) return false;
    if ((last == ',' || last == ';') && opens_clause(self, b, last)) return false;
    if (sign_is_terminal(last)) return !room || (lower && (!much_room || (last != ';' && last != ':')));
    if (is_place_and_day(source, b)) return false;
    if (last == ',' && lower && opens_with_coordinator(self, b)) return true;
    if (last == ',') return lower ? wrapped && a->columns * 5 > self->narrow * 3 : !much_room;
    if (last == '-' || lower || ends_open(self, a) || ends_in_name(self, a, b)) return true;
    if (!wrapped)
        return (byte_is_digit(source.data[b->start]) || source.data[b->start] == '(') && a->columns > 50; /* "29 February\n2024" */
    if (piece->kind == BLOCK_LIST_ITEM && b->indent > piece->indent) return true;
    return a->columns >= self->narrow || !much_room;
}

bool lines_join_over(const struct layout *self, const struct line *a, const struct line *b, bool page_break) {
    if (b->marker == MARKER_HASH || b->marker == MARKER_QUOTE || b->flags & (LINE_LABEL | LINE_KEY)) return false;
    char sign = last_sign(self->source, a->start, a->end);
    if (sign_is_terminal(sign) || a->flags & LINE_LABEL) return false;
    int32_t value;
    bool plain = b->marker == MARKER_NONE, lower = plain && starts_lower(self->source, b->start, b->end);
    bool open = sign != ',' && ends_open(self, a) &&
                (lower || !lexicon_word_class(self->words, last_word(self, a), CLASS_PARTICLE, &value)); /* not "stemt hij in" */
    if (!page_break) return open && plain;
    return open || sign == '-' || lower;
}
