/* The line that grammars of references read: the spelling of some tokens with single blanks, and how to walk it.
 *
 * "(Kamerstuk 27 925,\nnr. 783)" → "(Kamerstuk 27 925, nr. 783)"; a byte of the line leads back to its token. */
#include "mention/reference.h"

/* One piece of the source without white space. */
static bool plain_bytes(const struct token *t) {
    return !(t->flags & TOKEN_JOINED) && (t->shape == SHAPE_WORD || t->shape == SHAPE_NUMBER || t->shape == SHAPE_PUNCT);
}

void line_write(struct line *self, const struct text *text, uint32_t first, uint32_t limit) {
    self->text = text;
    self->first = first;
    self->count = 0;
    self->size = 0;
    for (uint32_t i = first; i < limit && self->count < LINE_TOKENS; i++) {
        slice word = token_text(text, i);
        if (self->size + word.size + 2 > LINE_BYTES) break;
        if (i > first && text->tokens.at[i].flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START)) self->at[self->size++] = ' ';
        self->starts[self->count++] = self->size;
        if (plain_bytes(&text->tokens.at[i]) && word.size <= LINE_STEP && text->tokens.at[i].start + LINE_STEP <= text->source.size) {
            memcpy(self->at + self->size, word.data, LINE_STEP); /* what is too much is written over */
            self->size += (uint32_t)word.size;
            continue;
        }
        /* White space inside a token (a URL or a word over two lines) is no part of its spelling. */
        for (size_t j = 0; j < word.size; j++)
            if (word.data[j] != ' ' && word.data[j] != '\n' && word.data[j] != '\r' && word.data[j] != '\t')
                self->at[self->size++] = word.data[j];
    }
    self->at[self->size] = '\0';
}

uint32_t line_end(const struct line *self, uint32_t at) {
    uint32_t token = 0;
    while (token < self->count && self->starts[token] < at) token++;
    return self->first + token;
}

uint32_t line_token(const struct line *self, uint32_t at) {
    for (uint32_t token = 0; token < self->count && self->starts[token] <= at; token++)
        if (self->starts[token] == at) return self->first + token;
    return UINT32_MAX;
}

/* U+00A0, the no-break space that typesetters put inside numbers. */
static bool no_break_space(const char *at) { return (unsigned char)at[0] == 0xC2 && (unsigned char)at[1] == 0xA0; }

void eat_blanks(const struct line *self, uint32_t *at) {
    for (;;) {
        if (self->at[*at] == ' ')
            ++*at;
        else if (no_break_space(self->at + *at))
            *at += 2;
        else
            return;
    }
}

bool eat_char(const struct line *self, uint32_t *at, const char *set) {
    char c = self->at[*at];
    if (!c || !strchr(set, c)) return false;
    ++*at;
    return true;
}

bool eat_dash(const struct line *self, uint32_t *at) {
    const char *s = self->at + *at;
    if (*s == '-') {
        ++*at;
        return true;
    }
    if ((unsigned char)s[0] == 0xE2 && (unsigned char)s[1] == 0x80 && (unsigned char)s[2] >= 0x90 && (unsigned char)s[2] <= 0x95) {
        *at += 3;
        return true;
    }
    return false;
}

bool eat_digits(const struct line *self, uint32_t *at, unsigned least, unsigned most, slice *out) {
    const char *s = self->at + *at;
    unsigned n = 0;
    while (char_is_digit(s[n])) n++;
    if (n < least || n > most) return false;
    *out = (slice){ s, n };
    *at += n;
    return true;
}

/* Letters with inner dots between letters ("m.b.t"), without the final dot. */
static slice letters_at(const struct line *self, uint32_t at) {
    const char *s = self->at + at;
    size_t n = 0;
    while (char_is_word(s[n]) && !char_is_digit(s[n]) && !no_break_space(s + n)) n++;
    return (slice){ s, n };
}

bool line_class(const struct line *self, uint32_t at, enum lexicon_class class, int32_t *value, uint32_t *end) {
    slice letters = letters_at(self, at);
    if (!letters.size) return false;
    uint32_t word = 0;
    size_t size = letters.size;
    if (letters.data[size] == '.') { /* the table may hold the abbreviation with its dot */
        word = lexicon_find(self->text->words, (slice){ letters.data, size + 1 });
        if (word && lexicon_word_class(self->text->words, word, class, value)) {
            *end = at + (uint32_t)size + 1;
            return true;
        }
    }
    word = lexicon_find(self->text->words, letters);
    if (!word || !lexicon_word_class(self->text->words, word, class, value)) return false;
    *end = at + (uint32_t)size;
    return true;
}

slice line_head(const struct line *self, uint32_t at, uint32_t *end) {
    int32_t value;
    if (!line_class(self, at, CLASS_REFERENCE_HEAD, &value, end)) return (slice){ "", 0 };
    return lexicon_string(self->text->words, value);
}

slice line_opening(const struct line *self, uint32_t *end) {
    uint32_t at = 0;
    while (char_is_digit(self->at[at])) at++;
    *end = at + (uint32_t)letters_at(self, at).size;
    return line_head(self, at, end);
}

bool eat_head(const struct line *self, uint32_t *at, const char *head) {
    uint32_t end = *at;
    slice found = line_head(self, *at, &end);
    if (!slice_equal(found, slice_of(head))) return false;
    *at = end;
    if (self->at[*at] == '.') ++*at;
    return true;
}

bool eat_and(const struct line *self, uint32_t *at) {
    uint32_t end = *at;
    eat_blanks(self, &end);
    if (!eat_char(self, &end, ",;&")) {
        int32_t value;
        if (!line_class(self, end, CLASS_COORDINATOR, &value, &end)) return false;
    }
    eat_blanks(self, &end);
    *at = end;
    return true;
}
