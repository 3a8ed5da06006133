/* Tokens: one scan over the bytes of a piece, line by line.
 *
 * "de veilig-\nheidssituatie (nr. 372)1." → de | veiligheidssituatie (JOINED) | ( | nr. (ABBREVIATION) | 372 | ) | 1 (FOOTNOTE_MARK) | .
 * "trainings- en" and "en -doctrine" keep their hyphens. "veilig- heidssituatie", where lines were put together, is one word too. Whether
 * such a hyphen stays is decided when all tokens of the record are known (hyphen.c); the token spans both halves in any case. */
#include "text/tokens.h"

enum { MOST_REPAIRS = 20 /* told one by one */ };

/* Where the scan is: the part of one line that belongs to the piece. */
static bool line_part(const struct token_reader *self, const struct piece *piece, uint32_t line, uint32_t *from, uint32_t *to) {
    if (line >= self->layout->lines.count) return false;
    const struct line *l = &self->layout->lines.at[line];
    *from = l->start > piece->start ? l->start : piece->start;
    *to = l->end < piece->end ? l->end : piece->end;
    return true;
}

/* The next line of the piece that is not lifted; false at its end. */
static bool line_next(const struct token_reader *self, const struct piece *piece, uint32_t *line) {
    const struct layout *layout = self->layout;
    for (uint32_t i = *line + 1; i < layout->lines.count && layout->lines.at[i].start < piece->end; i++) {
        if (layout->lines.at[i].flags & LINE_BLANK) continue;
        if (layout->lines.at[i].flags & LINE_LIFTED && !piece->lifted) continue;
        *line = i;
        return true;
    }
    return false;
}

static uint32_t letters_end(slice source, uint32_t at, uint32_t end) {
    for (;;) {
        while (at < end && (byte_is_letter(source.data[at]) || byte_is_digit(source.data[at]))) at++;
        if (at >= end || byte_class(source.data[at]) != BYTE_HIGH) return at;
        size_t next = at;
        uint32_t c = utf8_next(source, &next);
        if (!unicode_is_letter(c) && c != 0xAD && c != 0x200D) return at;
        at = (uint32_t)next;
    }
}

static bool letter_at(slice source, uint32_t at, uint32_t end) {
    if (at >= end) return false;
    if (byte_class(source.data[at]) != BYTE_HIGH) return byte_is_letter(source.data[at]);
    size_t next = at;
    return unicode_is_letter(utf8_next(source, &next));
}

/* Size of an apostrophe or hyphen that may stand inside a word. */
static uint32_t apostrophe_size(slice source, uint32_t at, uint32_t end) {
    if (at < end && source.data[at] == '\'') return 1;
    return at + 2 < end && memcmp(source.data + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}
static uint32_t hyphen_size(slice source, uint32_t at, uint32_t end) {
    if (at < end && source.data[at] == '-') return 1;
    return at + 2 < end && (memcmp(source.data + at, "\xE2\x80\x90", 3) == 0 || memcmp(source.data + at, "\xE2\x80\x91", 3) == 0) ? 3 : 0;
}

static inline struct token *push(struct token_reader *self, uint32_t start, uint32_t end, uint8_t shape, uint8_t flags) {
    struct token *t = &ARRAY_PUSH(self->memory, &self->out->tokens);
    *t = (struct token){
        .start = start, .end = end, .block = self->out->blocks.count, .shape = shape, .flags = (uint8_t)(flags | self->pending)
    };
    self->pending = 0;
    return t;
}

static inline void spelling_set(struct token_reader *self, struct token *t, uint32_t number) {
    const struct spelling *spelling = &self->spellings->all.at[number];
    t->spelling = number;
    t->word = spelling->word;
    t->mixed = spelling->mixed;
    t->written = spelling->written;
}

void token_spell(struct token_reader *self, struct token *t, slice text) { spelling_set(self, t, spelling_find(self->spellings, text)); }

static void push_word(struct token_reader *self, uint32_t start, uint32_t end, uint8_t shape) {
    const char *source = self->layout->source.data;
    uint32_t number = spelling_find_in(self->spellings, self->layout->source, start, end);
    const struct spelling *spelling = &self->spellings->all.at[number];
    struct token *t = push(self, start, end, shape, spelling->case_flags);
    spelling_set(self, t, number);
    if (!spelling->cut) {
        self->languages[spelling->lang]++;
        return;
    }
    uint32_t cut = t->end = start + spelling->cut;
    if (self->out->repairs.count < MOST_REPAIRS)
        ARRAY_PUSH(self->memory, &self->out->repairs) = arena_format(
            self->memory, "a blank is missing in \"%.*s\" at byte %u: read as two words", (int)(end - start), source + start, start);
    token_spell(self, t, (slice){ source + start, cut - start });
    token_spell(self, push(self, cut, end, shape, TOKEN_MISSING_SPACE), (slice){ source + cut, end - cut });
}

/* The number at the end of a word that is a footnote's mark ("toekomen1"): where it begins, else `end`. */
static uint32_t mark_in_word(const struct token_reader *self, uint32_t start, uint32_t end) {
    slice source = self->layout->source;
    uint32_t at = end, number = 0, power = 1;
    while (at > start && end - at < 3 && byte_is_digit(source.data[at - 1]))
        number += power * (uint32_t)(source.data[--at] - '0'), power *= 10;
    if (at == end || at - start < 2 || byte_is_digit(source.data[at - 1]) || !layout_has_footnote(self->layout, number)) return end;
    if (byte_class(source.data[at - 1]) == BYTE_UPPER) return end; /* G7, CO2 */
    return at;
}

/* "c.s." "d.d." "U.S." "A.Th.B.": short parts, each with its dot; the end after the last dot, 0 if it is none. */
static uint32_t dotted_end(slice source, uint32_t start, uint32_t end) {
    uint32_t at = start, parts = 0;
    for (;;) {
        uint32_t from = at;
        while (at < end && at - from < 4 && byte_is_letter(source.data[at])) at++;
        if (at == from || at - from > 3 || at >= end || source.data[at] != '.') break;
        at++;
        parts++;
        if (!letter_at(source, at, end)) return parts >= 2 ? at : 0;
    }
    return 0;
}

static bool address_starts(slice source, uint32_t at, uint32_t end) {
    slice rest = { source.data + at, end - at };
    if (rest.size < 4 || (rest.data[1] != 't' && rest.data[1] != 'w')) return false;
    return slice_starts(rest, SLICE("http://")) || slice_starts(rest, SLICE("https://")) || slice_starts(rest, SLICE("www."));
}

/* The end of the characters that an address may hold. */
static uint32_t address_end(slice source, uint32_t at, uint32_t end) {
    uint32_t open = 0;
    for (; at < end; at++) {
        char c = source.data[at];
        if (byte_class(c) == BYTE_SPACE || c == '<' || c == '>' || c == '"' || c == '|' || c == ']' || (unsigned char)c == 0xE2) break;
        if (c == '(') open++;
        if (c == ')' && !open--) break;
    }
    return at;
}

/* Without the stops and commas that end the sentence and not the address. */
static uint32_t address_trim(slice source, uint32_t start, uint32_t at) {
    while (at > start && memchr(".,;:?!'", source.data[at - 1], 7)) at--;
    return at;
}

/* An address that ends its line goes on in the next if one of the two halves asks for it: "www.rijksoverheid.nl/\ndocumenten". */
static bool address_continues(slice source, uint32_t end, uint32_t from, uint32_t to) {
    if (from >= to || byte_class(source.data[from]) == BYTE_UPPER || byte_class(source.data[from]) == BYTE_HIGH) return false;
    uint32_t next_end = address_trim(source, from, address_end(source, from, to));
    if (next_end == from || (next_end < to && source.data[next_end] == ':')) return false; /* a key: "tags:" */
    if (memchr("/-_=?&%.", source.data[end - 1], 8)) return true;
    if (source.data[from] == '/' || source.data[from] == '?' || source.data[from] == '.') return true;
    for (uint32_t at = from; at + 1 < next_end; at++)
        if (source.data[at] == '/' || source.data[at] == '=' || source.data[at] == '%' || source.data[at] == '_') return true;
    return false;
}

/* A hyphen ends the line: does the word go on in the next line? Not before "en" ("trainings- en capaciteitsopbouw"). */
static bool continues(const struct token_reader *self, uint32_t from, uint32_t to) {
    slice source = self->layout->source;
    if (from >= to || !(letter_at(source, from, to) || byte_is_digit(source.data[from]))) return false;
    uint32_t end = letters_end(source, from, to);
    uint32_t word = spelling_word(self->spellings, (slice){ source.data + from, end - from });
    int32_t value;
    if (lexicon_word_class(self->layout->words, word, CLASS_COORDINATOR, &value)) return false;
    return !(end < to && source.data[end] == '/' && end - from == 2); /* en/of */
}

/* Whether the halves around a hyphen are one word: not before a word of grammar, unless the vocabulary has the whole ("follow-up",
 * "daar-van", "cybercapacitei-ten"). */
static bool halves_join(const struct token_reader *self, slice first, slice second) {
    const lexicon *words = self->layout->words;
    enum { GRAMMAR = POS_BIT(POS_AUX) | POS_BIT(POS_PRON) | POS_BIT(POS_DET) | POS_BIT(POS_ADP) | POS_BIT(POS_CCONJ) | POS_BIT(POS_SCONJ) };
    if (!word_is(words, spelling_word(self->spellings, second), GRAMMAR)) return true; /* "zowel binnen- als buitenland" */
    char whole[64];
    size_t size = first.size + second.size;
    if (size + 1 > sizeof whole) return false;
    memcpy(whole, first.data, first.size);
    memcpy(whole + first.size, second.data, second.size);
    if (lexicon_find(words, first) ? lexicon_find(words, (slice){ whole, size }) : word_find(words, (slice){ whole, size })) return true;
    whole[first.size] = '-';
    memcpy(whole + first.size + 1, second.data, second.size);
    return lexicon_find(words, (slice){ whole, size + 1 });
}

/* The end of the word at `at`, hyphens and apostrophes inside included. */
static uint32_t word_end(slice source, uint32_t at, uint32_t end) {
    for (;;) {
        at = letters_end(source, at, end);
        uint32_t size = hyphen_size(source, at, end);
        if (!size) size = apostrophe_size(source, at, end);
        if (!size && at < end && source.data[at] == '&' && at + 1 < end && byte_class(source.data[at + 1]) == BYTE_UPPER)
            size = 1; /* R&D */
        if (!size || at + size >= end ||
            !(letter_at(source, at + size, end) || (byte_is_digit(source.data[at + size]) && source.data[at] == '-')))
            return at;
        at += size;
    }
}

/* Past the small figures of a unit or formula: m², CO₂. Other raised figures are footnote marks. */
static uint32_t script_end(const struct token_reader *self, uint32_t start, uint32_t at, uint32_t end) {
    slice source = self->layout->source;
    int32_t value;
    if (at - start <= 2 && at + 1 < end && source.data[at] == '\xC2' && (source.data[at + 1] == '\xB2' || source.data[at + 1] == '\xB3') &&
        lexicon_word_class(self->layout->words, lexicon_find(self->layout->words, (slice){ source.data + start, at - start }), CLASS_UNIT,
                           &value))
        return at + 2;
    while (at + 2 < end && source.data[at] == '\xE2' && source.data[at + 1] == '\x82' && (unsigned char)source.data[at + 2] >= 0x80 &&
           (unsigned char)source.data[at + 2] <= 0x89)
        at += 3;
    return at;
}

/* The end of ASCII letters: eight at a time, for where a word ends is not foreseeable byte by byte. */
static inline uint32_t plain_letters_end(slice source, uint32_t at, uint32_t end) {
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    while (source.size - at >= 8) {
        uint64_t eight;
        memcpy(&eight, source.data + at, 8);
        uint64_t small = (eight | ones * 0x20) & ~high;
        uint64_t others = ~((small + ones * (0x80 - 'a')) & ~(small + ones * (0x80 - 'z' - 1)) & ~eight) & high;
        if (others) {
            at += (uint32_t)__builtin_ctzll(others) / 8;
            return at < end ? at : end;
        }
        at += 8;
        if (at >= end) return end;
    }
    while (at < end && byte_is_letter(source.data[at])) at++;
    return at;
}

/* The end of a word of ASCII letters alone, after which nothing can belong to it: most words. 0 if it may be more than that. */
static uint32_t plain_word_end(slice source, uint32_t at, uint32_t end) {
    at = plain_letters_end(source, at, end);
    if (at == end) return at;
    char c = source.data[at];
    if (byte_class(c) == BYTE_SPACE) return at;
    return byte_class(c) != BYTE_PUNCT || c == '.' || c == '-' || c == '\'' || c == '&' ? 0 : at;
}

/* Pushes the word whose first half [start, hyphen) is parted from its second by a hyphen and the end of the line, or by one blank where
 * lines were put together; false if what follows is another word. */
static bool word_goes_on(struct token_reader *self, const struct piece *piece, uint32_t start, uint32_t hyphen, uint32_t after,
                         uint32_t *line, uint32_t *end) {
    slice source = self->layout->source;
    uint32_t next = *line, from = after + 1, to = *end;
    if (after == *end) {
        if (!line_next(self, piece, &next) || !line_part(self, piece, next, &from, &to)) return false;
    } else if (source.data[after] != ' ')
        return false;
    if (hyphen - start < 2 || !continues(self, from, to)) return false;
    uint32_t second = word_end(source, from, to);
    if (second - start >= UINT16_MAX) return false;
    if (!halves_join(self, (slice){ source.data + start, hyphen - start }, (slice){ source.data + from, second - from })) return false;
    hyphen_add(self, start, hyphen, from, second);
    struct token *t =
        push(self, start, second, SHAPE_WORD, (uint8_t)(spelling_case((slice){ source.data + start, hyphen - start }) | TOKEN_JOINED));
    if (!(spelling_case((slice){ source.data + from, second - from }) & TOKEN_UPPER)) t->flags &= (uint8_t)~TOKEN_UPPER;
    *line = next;
    *end = to;
    return true;
}

/* Scans a word at `at`; returns the byte after it. May go on into the next line: then *line, *end move with it. */
static uint32_t scan_word(struct token_reader *self, const struct piece *piece, uint32_t at, uint32_t *line, uint32_t *end) {
    slice source = self->layout->source;
    uint32_t start = at, plain = plain_word_end(source, at, *end);
    if (plain > start) {
        push_word(self, start, plain, SHAPE_WORD);
        return plain;
    }
    if (hyphen_size(source, at, *end)) at += hyphen_size(source, at, *end);
    at = word_end(source, at, *end);
    if (at < *end && source.data[at] == '.') {
        uint32_t dotted = dotted_end(source, start, *end);
        if (dotted) {
            push_word(self, start, dotted, SHAPE_ABBREVIATION);
            return dotted;
        }
        bool spaced = at + 1 >= *end || !(letter_at(source, at + 1, *end));
        bool initial = at - start == 1 && byte_class(source.data[start]) == BYTE_UPPER;
        if ((spaced || initial) && (initial || spelling_abbreviates(self->spellings, (slice){ source.data + start, at - start }))) {
            push_word(self, start, at + 1, SHAPE_ABBREVIATION);
            return at + 1;
        }
    }
    at = script_end(self, start, at, *end);
    uint32_t hyphen = hyphen_size(source, at, *end);
    if (hyphen && word_goes_on(self, piece, start, at, at + hyphen, line, end))
        return self->out->tokens.at[self->out->tokens.count - 1].end;
    if (hyphen && at + hyphen == *end)
        at += hyphen;
    else if (hyphen && at - start > 1 &&
             (byte_class(source.data[at + hyphen]) == BYTE_SPACE || source.data[at + hyphen] == ',' || source.data[at + hyphen] == '/'))
        at += hyphen;
    uint32_t mark = mark_in_word(self, start, at);
    push_word(self, start, mark, SHAPE_WORD);
    if (mark < at) push(self, mark, at, SHAPE_NUMBER, TOKEN_FOOTNOTE_MARK);
    return at;
}

/* Scans an address; goes on in the next line like scan_word. */
static uint32_t scan_address(struct token_reader *self, const struct piece *piece, uint32_t at, uint32_t *line, uint32_t *end) {
    slice source = self->layout->source;
    uint32_t stop = address_end(source, at, *end), next = *line, from, to;
    if (stop == *end && line_next(self, piece, &next) && line_part(self, piece, next, &from, &to) &&
        address_continues(source, stop, from, to)) {
        uint32_t second = address_trim(source, from, address_end(source, from, to));
        if (second - at < UINT16_MAX) {
            address_add(self, at, stop, from, second);
            push(self, at, second, SHAPE_URL, TOKEN_JOINED);
            *line = next;
            *end = to;
            return second;
        }
    }
    stop = address_trim(source, at, stop);
    push(self, at, stop, SHAPE_URL, 0);
    return stop;
}

static uint32_t scan_number(struct token_reader *self, uint32_t at, uint32_t end) {
    slice source = self->layout->source;
    uint32_t start = at;
    for (;;) {
        while (at < end && byte_is_digit(source.data[at])) at++;
        if (at + 1 < end && (source.data[at] == '.' || source.data[at] == ',') && byte_is_digit(source.data[at + 1]))
            at++;
        else
            break;
    }
    if (letter_at(source, at, end)) {
        at = word_end(source, at, end);
        push_word(self, start, at, SHAPE_ALNUM);
        return at;
    }
    if (at + 1 < end && source.data[at] == '-' && letter_at(source, at + 1, end)) { /* 10-jarig, 5%-norm has its own tokens */
        at = word_end(source, at + 1, end);
        push_word(self, start, at, SHAPE_ALNUM);
        return at;
    }
    uint8_t flags = 0;
    const struct token *before = self->out->tokens.count ? &self->out->tokens.at[self->out->tokens.count - 1] : NULL;
    if (before && before->end == start && before->shape == SHAPE_PUNCT && at - start <= 3 &&
        (at == end || byte_class(source.data[at]) == BYTE_SPACE)) {
        uint32_t number = 0;
        for (uint32_t i = start; i < at; i++) number = number * 10 + (uint32_t)(source.data[i] - '0');
        char c = source.data[before->start];
        if (layout_has_footnote(self->layout, number) && (c == '.' || c == ',' || c == ')' || c == '"' || c == '\xC2' || c == '\xE2'))
            flags = TOKEN_FOOTNOTE_MARK;
    }
    push(self, start, at, SHAPE_NUMBER, flags);
    return at;
}

static bool is_superscript(uint32_t c) { return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079); }

static uint32_t scan_high(struct token_reader *self, uint32_t at, uint32_t end) {
    slice source = self->layout->source;
    size_t next = at;
    uint32_t c = utf8_next(source, &next);
    if (is_superscript(c)) {
        for (size_t more = next; more < end && is_superscript(utf8_next(source, &more));) next = more;
        push(self, at, (uint32_t)next, SHAPE_NUMBER, TOKEN_FOOTNOTE_MARK);
        return (uint32_t)next;
    }
    bool punct =
        (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || c == 0xA1 || c == 0xAB || c == 0xBB || c == 0xBF || c == 0xB7;
    token_spell(self, push(self, at, (uint32_t)next, punct ? SHAPE_PUNCT : SHAPE_SYMBOL, 0), (slice){ source.data + at, next - at });
    return (uint32_t)next;
}

/* "[1]" or "[^1]" after a word, of a footnote that the record has: its end; else 0. */
static uint32_t bracket_mark(const struct token_reader *self, uint32_t at, uint32_t end) {
    const char *s = self->layout->source.data;
    if (self->pending & TOKEN_SPACE_BEFORE) return 0;
    uint32_t from = at + 1 + (at + 1 < end && s[at + 1] == '^'), number = 0, stop = from;
    while (stop < end && stop - from < 3 && byte_is_digit(s[stop])) number = number * 10 + (uint32_t)(s[stop++] - '0');
    return stop > from && stop < end && s[stop] == ']' && layout_has_footnote(self->layout, number) ? stop + 1 : 0;
}

static bool is_blank_character(slice source, uint32_t at, uint32_t *next) {
    size_t after = at;
    uint32_t c = utf8_next(source, &after);
    *next = (uint32_t)after;
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0xAD ||
           c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The end of a run of * or _ that is Markdown's emphasis: it touches a word or sign on one side only. 0 if it is none. */
static uint32_t emphasis_end(slice source, uint32_t at, uint32_t start, uint32_t end) {
    uint32_t stop = at + 1;
    while (stop < end && source.data[stop] == source.data[at]) stop++;
    bool before = at > start && byte_class(source.data[at - 1]) != BYTE_SPACE,
         after = stop < end && byte_class(source.data[stop]) != BYTE_SPACE;
    bool letter_before = before && (byte_is_letter(source.data[at - 1]) || byte_is_digit(source.data[at - 1]));
    bool letter_after = after && (byte_is_letter(source.data[stop]) || byte_is_digit(source.data[stop]));
    return stop - at <= 3 && (before || after) && !(letter_before && letter_after) ? stop : 0;
}

void tokens_read(struct token_reader *self, const struct piece *piece) {
    slice source = self->layout->source;
    uint32_t line = piece->line, at, end;
    if (!line_part(self, piece, line, &at, &end)) return;
    uint32_t line_start = at;
    self->pending = TOKEN_LINE_START | TOKEN_SPACE_BEFORE;
    memset(self->languages, 0, sizeof self->languages);
    for (;;) {
        while (at < end) {
            char c = source.data[at];
            switch (byte_class(c)) {
            case BYTE_SPACE:
                at++;
                self->pending |= TOKEN_SPACE_BEFORE;
                break;
            case BYTE_LOWER:
            case BYTE_UPPER:
                at = (c == 'h' || c == 'w') && address_starts(source, at, end) ? scan_address(self, piece, at, &line, &end)
                                                                               : scan_word(self, piece, at, &line, &end);
                break;
            case BYTE_DIGIT:
                at = scan_number(self, at, end);
                break;
            case BYTE_HIGH: {
                uint32_t next;
                if (letter_at(source, at, end))
                    at = scan_word(self, piece, at, &line, &end);
                else if (is_blank_character(source, at, &next))
                    at = next, self->pending |= TOKEN_SPACE_BEFORE;
                else
                    at = scan_high(self, at, end);
                break;
            }
            default:
                if (c == '-' && self->pending & TOKEN_SPACE_BEFORE && letter_at(source, at + 1, end)) { /* en -doctrine */
                    at = scan_word(self, piece, at, &line, &end);
                    break;
                }
                if (c == '\'' && self->pending & TOKEN_SPACE_BEFORE && at + 1 < end &&
                    (source.data[at + 1] == 's' || source.data[at + 1] == 't' || source.data[at + 1] == 'n') &&
                    !letter_at(source, at + 2, end)) { /* 's avonds, 't, 'n */
                    push_word(self, at, at + 2, SHAPE_WORD);
                    at += 2;
                    break;
                }
                uint32_t stop;
                if (c == '[' && (stop = bracket_mark(self, at, end))) {
                    push(self, at, stop, SHAPE_NUMBER, TOKEN_FOOTNOTE_MARK);
                    at = stop;
                    break;
                }
                if ((c == '*' || c == '_') && (stop = emphasis_end(source, at, line_start, end))) {
                    at = stop;
                    break;
                }
                stop = at + 1;
                if (c == '.' || c == '_' || c == '-' || c == '*' || c == '=')
                    while (stop < end && source.data[stop] == c) stop++;
                struct token *t = push(self, at, stop, byte_class(c) == BYTE_SYMBOL ? SHAPE_SYMBOL : SHAPE_PUNCT, 0);
                token_spell(self, t, (slice){ source.data + at, 1 }); /* "..." is known by its first */
                t->mixed = false;
                t->written &= stop == at + 1;
                at = stop;
            }
        }
        uint32_t before = line;
        if (!line_next(self, piece, &line)) break;
        self->pending |= TOKEN_LINE_START | TOKEN_SPACE_BEFORE;
        for (uint32_t i = before + 1; i < line; i++)
            if (self->layout->lines.at[i].flags & LINE_LIFTED) self->pending |= TOKEN_GAP_BEFORE;
        line_part(self, piece, line, &at, &end);
        line_start = at;
    }
    self->pending = 0;
}

struct token_reader *token_reader_new(arena *memory, const struct layout *layout, struct text *out) {
    struct token_reader *self = arena_alloc(memory, sizeof *self);
    self->memory = memory;
    self->layout = layout;
    self->out = out;
    self->spellings = layout->spellings;
    out->tokens.capacity = (uint32_t)(layout->source.size / 5 + 64); /* mostly six bytes a token: one allocation for most records */
    out->tokens.at = array_room(memory, out->tokens.capacity, sizeof *out->tokens.at);
    return self;
}
