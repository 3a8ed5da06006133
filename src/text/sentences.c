/* Sentences: where a block's tokens are cut.
 *
 * "Zie nr. 372. Zo besloten zij." → "Zie nr. 372." | "Zo besloten zij." A sentence ends after a full stop, question mark or
 * exclamation mark with what closes it (quotes, brackets, footnote marks), when a capital, a digit or an opening quote follows
 * after white space. A dot of an abbreviation, an initial, an ordinal or a decimal number ends none. */
#include "text/layout.h"

enum sign { SIGN_OTHER, SIGN_STOP, SIGN_ASK /* ? ! */, SIGN_ELLIPSIS, SIGN_CLOSE, SIGN_QUOTE /* opens and closes */, SIGN_OPEN };

static enum sign sign_of(const struct text *self, uint32_t token) {
    const struct token *t = &self->tokens.at[token];
    if (t->flags & TOKEN_FOOTNOTE_MARK) return SIGN_CLOSE;
    if (t->shape != SHAPE_PUNCT) return SIGN_OTHER;
    const char *s = self->source.data + t->start;
    switch (*s) {
    case '.':
        return t->end - t->start == 1 ? SIGN_STOP : SIGN_ELLIPSIS;
    case '?':
    case '!':
        return SIGN_ASK;
    case ')':
    case ']':
        return SIGN_CLOSE;
    case '(':
    case '[':
        return SIGN_OPEN;
    case '"':
    case '\'':
    case '*':
        return SIGN_QUOTE;
    case '\xC2':
        return s[1] == '\xBB' ? SIGN_CLOSE : s[1] == '\xAB' ? SIGN_OPEN : SIGN_OTHER;
    case '\xE2':
        if (s[1] != '\x80') return SIGN_OTHER;
        switch ((unsigned char)s[2]) {
        case 0xA6:
            return SIGN_ELLIPSIS;
        case 0x98:
        case 0x9C:
        case 0x9E:
            return SIGN_OPEN;
        case 0x99:
        case 0x9D:
            return SIGN_CLOSE;
        }
    }
    return SIGN_OTHER;
}

/* Two tokens of one sign without a blank between: ,, and ''. */
static bool is_double(const struct text *self, uint32_t token, uint32_t last, char sign) {
    return token + 1 < last && self->source.data[self->tokens.at[token].start] == sign &&
           self->source.data[self->tokens.at[token + 1].start] == sign && self->tokens.at[token].end == self->tokens.at[token + 1].start &&
           self->tokens.at[token].shape == SHAPE_PUNCT;
}

/* May the token that follows a stop begin a sentence? */
static bool may_begin(const struct text *self, uint32_t token, uint32_t last) {
    while (token < last) {
        enum sign sign = sign_of(self, token);
        if (sign != SIGN_OPEN && sign != SIGN_QUOTE) break;
        token++;
    }
    if (token == last) return false;
    const struct token *t = &self->tokens.at[token];
    if (t->shape == SHAPE_NUMBER || t->shape == SHAPE_ALNUM || t->shape == SHAPE_SYMBOL || t->shape == SHAPE_URL) return true;
    if (t->shape == SHAPE_PUNCT) {
        if (is_double(self, token, last, ',')) return true;
        char c = self->source.data[t->start];
        return c == '\xE2' || c == '-' || sign_of(self, token) == SIGN_ELLIPSIS;
    }
    if (t->flags & TOKEN_CAPITAL) return true;
    char c = self->source.data[t->start];
    return (c == '\'' || c == '\xE2') && token + 1 < last && self->tokens.at[token + 1].flags & TOKEN_CAPITAL; /* 's Avonds */
}

/* A capital word that is no name: "De", "In", "Dit". */
static bool is_function_word(const struct text *self, uint32_t token) {
    return word_is(self->words, self->tokens.at[token].word,
                   POS_BIT(POS_DET) | POS_BIT(POS_PRON) | POS_BIT(POS_ADP) | POS_BIT(POS_CCONJ) | POS_BIT(POS_SCONJ) | POS_BIT(POS_ADV) |
                       POS_BIT(POS_AUX));
}

static bool ends_after_abbreviation(const struct text *self, uint32_t token, uint32_t next, uint32_t last) {
    uint32_t opening = next;
    while (opening + 1 < last && (sign_of(self, opening) == SIGN_QUOTE || sign_of(self, opening) == SIGN_OPEN) &&
           self->source.data[self->tokens.at[opening].start] != '(')
        opening++;
    const struct token *t = &self->tokens.at[token];
    int32_t value = 0;
    uint32_t size = t->end - t->start;
    if (size == 2) { /* an initial; but "as set out in Annex B. We" */
        uint32_t before = token ? self->tokens.at[token - 1].word : 0;
        bool labels = before && (lexicon_word_class(self->words, before, CLASS_SECTION_LABEL, NULL) ||
                                 lexicon_word_class(self->words, before, CLASS_REFERENCE_HEAD, NULL));
        return labels && self->tokens.at[opening].flags & TOKEN_CAPITAL && is_function_word(self, next);
    }
    if (!lexicon_word_class(self->words, t->word, CLASS_ABBREVIATION, &value)) {
        uint32_t word = lexicon_find(self->words, (slice){ self->source.data + t->start, size - 1 });
        if (!lexicon_word_class(self->words, word, CLASS_ABBREVIATION, &value)) value = 2;
    }
    return value == 2 && self->tokens.at[opening].flags & TOKEN_CAPITAL && (opening > next || is_function_word(self, next));
}

/* A comma or semicolon before a clause of its own: "…; overwegende dat", "…, Recalling further" in a sentence that began so too. */
static bool ends_clause(const struct text *self, uint32_t first, uint32_t token, uint32_t last) {
    const struct token *t = &self->tokens.at[token];
    if (t->shape != SHAPE_PUNCT || token + 2 >= last || token < first + 2) return false;
    char c = self->source.data[t->start];
    if (c != ',' && c != ';') return false;
    slice word = token_text(self, token + 1), next = token_text(self, token + 2);
    if (self->tokens.at[token + 1].flags & TOKEN_CAPITAL)
        return opens_preamble(self->words, word, next) && opens_preamble(self->words, token_text(self, first), token_text(self, first + 1));
    return opens_motion_clause(self->words, word, next, c);
}

/* The end of the sentence that the token ends, 0 if it ends none. */
static uint32_t end_after(const struct text *self, uint32_t first, uint32_t token, uint32_t last, bool quoted) {
    const struct token *t = &self->tokens.at[token];
    bool abbreviation = t->shape == SHAPE_ABBREVIATION;
    enum sign sign = abbreviation ? SIGN_STOP : sign_of(self, token);
    if (sign != SIGN_STOP && sign != SIGN_ASK && sign != SIGN_ELLIPSIS) return 0;
    uint32_t next = token + 1;
    while (next < last) {
        enum sign after = sign_of(self, next);
        bool blank = self->tokens.at[next].flags & TOKEN_SPACE_BEFORE;
        if (after == SIGN_QUOTE && blank && is_double(self, next, last, '\'')) blank = false, next++;
        bool closes = after == SIGN_CLOSE || after == SIGN_ASK || (after == SIGN_QUOTE && (!blank || quoted));
        if (!closes) break;
        if (after == SIGN_QUOTE) quoted = false;
        next++;
    }
    if (next >= last) return last;
    const struct token *n = &self->tokens.at[next];
    if (!(n->flags & TOKEN_SPACE_BEFORE)) {
        /* "…een einde.Het kabinet": the blank is missing */
        const struct token *before = token > first ? t - 1 : t;
        bool missing = !abbreviation && next == token + 1 && before->shape == SHAPE_WORD && before->end - before->start > 2 &&
                       before->word && (n->flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL && n->word && n->end - n->start > 1;
        return missing ? next : 0;
    }
    if (!may_begin(self, next, last)) return 0;
    if (abbreviation && !ends_after_abbreviation(self, token, next, last)) return 0;
    if (sign == SIGN_STOP && !abbreviation && token == first + 1 && self->tokens.at[first].shape == SHAPE_NUMBER)
        return 0; /* "12." is a label */
    if (token == first) return 0;
    return next;
}

/* No sentence is longer, in tokens. Clauses are looked for inside a sentence, at a cost that may grow with the square of its length;
 * the longest sentences of communiqués have some 400. What is longer is a table, a list of names or no language at all, and is cut
 * after a comma or semicolon of its second half where it has one, so that no word is lost. */
enum { SENTENCE_LIMIT = 2000 };

static uint32_t limit_end(const struct text *self, uint32_t first) {
    uint32_t end = first + SENTENCE_LIMIT;
    for (uint32_t token = end; token > end - SENTENCE_LIMIT / 2; token--) {
        const struct token *t = &self->tokens.at[token - 1];
        char c = self->source.data[t->start];
        if (t->shape == SHAPE_PUNCT && (c == ',' || c == ';')) return token;
    }
    return end;
}

static void push(arena *memory, struct text *self, uint32_t first, uint32_t last, uint32_t block) {
    while (first + SENTENCE_LIMIT < last) {
        uint32_t end = limit_end(self, first);
        ARRAY_PUSH(memory, &self->sentences) = (struct sentence){ first, end, block };
        first = end;
    }
    if (first < last) ARRAY_PUSH(memory, &self->sentences) = (struct sentence){ first, last, block };
}

void sentences_read(arena *memory, struct text *self, uint32_t index) {
    struct text_block *block = &self->blocks.at[index];
    block->first_sentence = self->sentences.count;
    uint32_t first = block->label_last > block->first && block->label_last < block->last ? block->label_last : block->first;
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TURN || block->kind == BLOCK_FURNITURE) {
        push(memory, self, first, block->last, index);
        block->last_sentence = self->sentences.count;
        return;
    }
    bool quoted = false; /* inside "…" */
    for (uint32_t token = first; token < block->last; token++) {
        if (self->tokens.at[token].shape == SHAPE_PUNCT && self->source.data[self->tokens.at[token].start] == '"') quoted = !quoted;
        uint32_t end = ends_clause(self, first, token, block->last) ? token + 1 : end_after(self, first, token, block->last, quoted);
        if (!end) continue;
        for (uint32_t closing = token + 1; closing < end; closing++)
            if (self->tokens.at[closing].shape == SHAPE_PUNCT && self->source.data[self->tokens.at[closing].start] == '"') quoted = !quoted;
        push(memory, self, first, end, index);
        first = end;
        token = end - 1;
    }
    push(memory, self, first, block->last, index);
    block->last_sentence = self->sentences.count;
}
