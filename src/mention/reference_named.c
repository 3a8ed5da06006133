/* Named things: URLs, documents, programmes and meetings that have a name but no number.
 *
 *   het Strategisch Concept, the Comprehensive Cyber Defence Policy   → a capitalised name that holds a word for a document
 *   Defence Innovation Accelerator for the North Atlantic (DIANA)     → with the short form it defines; later "DIANA" alone
 *   NAVO-Top, de Top in Madrid in 2022, Commissiedebat over de NAVO-Top op 7 juni 2021 → a meeting with its place and date
 *
 * Names are recognised by their capitals and one word of the vocabulary (DOCUMENT_NOUN, MEETING_NOUN): a common noun in lower case ("het
 * rapport") is no name, and neither is a capital that only begins a sentence. */
#include "mention/reference.h"

static bool has_class(const struct text *text, uint32_t token, enum lexicon_class class, slice *value)
{
    int32_t number;
    uint32_t word = text->tokens.at[token].word;
    if (!word || !lexicon_word_class(text->words, word, class, &number)) return false;
    if (value) *value = lexicon_string(text->words, number);
    return true;
}

static bool is_mark(const struct text *text, uint32_t token, const char *mark)
{
    return slice_equal(token_text(text, token), slice_of(mark));
}

/* A URL may be broken at the end of a line after a slash or another joint: the rest is what follows up to the next blank. */
uint32_t url_written(struct reference_reader *self, uint32_t token)
{
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t last = token + 1;
    slice spelling = token_text(text, token);
    while (spelling.size && strchr(".,;:)>]", spelling.data[spelling.size - 1])) spelling.size--;
    char *value = arena_alloc(self->memory, spelling.size + 1024);
    size_t size = 0;
    for (size_t i = 0; i < spelling.size; i++) if ((unsigned char)spelling.data[i] > ' ') value[size++] = spelling.data[i];
    while (last < self->block_last && size && size < 900) {
        const struct token *t = &tokens[last];
        bool broken = t->flags & TOKEN_LINE_START;
        if (broken && !(strchr("/-_=?&.%", value[size - 1]) && !(t->flags & TOKEN_CAPITAL))) break;
        if (!broken && t->flags & TOKEN_SPACE_BEFORE) break;
        slice more = token_text(text, last);
        if (!broken && (more.size != 1 || !strchr("/-_=?&%#~+", more.data[0])) && !(last > token + 1)) break;
        bool closing = t->shape == SHAPE_PUNCT && strchr(".,;:)]>", more.data[0])
                       && (last + 1 >= self->block_last || tokens[last + 1].flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START));
        if (closing || more.size > 200) break;
        memcpy(value + size, more.data, more.size);
        size += more.size;
        last++;
    }
    value[size] = '\0';
    if (strncmp(value, "http", 4) != 0) value = arena_format(self->memory, "http://%s", value);
    return reference_add(self, token, last, "url", "url", value, value);
}

/* Whether the token's capital is that of a name: it does not begin its sentence, or the next word has one too. */
static bool is_name(const struct text *text, uint32_t token, uint32_t first, uint32_t limit)
{
    const struct token *t = &text->tokens.at[token];
    if (!(t->flags & TOKEN_CAPITAL) || t->shape == SHAPE_PUNCT) return false;
    if (token == first) return token + 1 < limit && text->tokens.at[token + 1].flags & TOKEN_CAPITAL;
    slice before = token_text(text, token - 1);
    return !(before.size == 1 && strchr(".?!:", before.data[0]));
}

/* Small words inside an English or Dutch name: "for the North Atlantic", "on the Non-Proliferation of". */
static bool is_small(const struct text *text, uint32_t token)
{
    uint8_t pos = text->tokens.at[token].pos;
    return !(text->tokens.at[token].flags & TOKEN_CAPITAL) && (pos == POS_ADP || pos == POS_DET || pos == POS_CCONJ);
}

/* "(DIANA)" after a name: the token after it, or `token`. */
static uint32_t short_form(const struct text *text, uint32_t token, uint32_t limit)
{
    if (token + 2 < limit && is_mark(text, token, "(") && text->tokens.at[token + 1].flags & TOKEN_UPPER && is_mark(text, token + 2, ")"))
        return token + 3;
    return token;
}

uint32_t document_named(struct reference_reader *self, uint32_t token)
{
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t limit = self->block_last, last = token, found = UINT32_MAX, capitals = 0;
    slice sub = { 0 }, kind;
    for (uint32_t i = token; i < limit && i < token + 12; i++) {
        const struct token *t = &tokens[i];
        if (t->shape == SHAPE_PUNCT || t->shape == SHAPE_SYMBOL) break;
        if (is_name(text, i, self->block_first, limit)) {
            capitals++;
            last = i + 1;
            if (has_class(text, i, CLASS_DOCUMENT_NOUN, &kind)) found = i, sub = kind;
            continue;
        }
        if (i == token || !is_small(text, i)) break;
        if (i + 1 < limit && !(tokens[i + 1].flags & TOKEN_CAPITAL) && !is_small(text, i + 1)) break;
    }
    if (found == UINT32_MAX) return token;
    /* What follows the document noun belongs to the name only through English "for the …" with a short form behind it. */
    uint32_t end = short_form(text, last, limit);
    if (end == last && last > found + 1) {
        bool small = false;
        for (uint32_t i = found + 1; i < last; i++) small |= is_small(text, i);
        if (small) last = found + 1;
        end = short_form(text, last, limit);
    }
    if (capitals == 1 && token == self->block_first) return token;
    return reference_add(self, token, end, arena_copy(self->memory, sub), "", NULL, NULL);
}

/* "van 14 juni 2021", "in Madrid", "op 7 juni", "in 2022": what dates and places a meeting, from `token` on. */
static uint32_t place_and_date(const struct text *text, uint32_t token, uint32_t limit)
{
    const struct token *tokens = text->tokens.at;
    int32_t value;
    for (uint32_t i = token; i < limit;) {
        if (!(tokens[i].pos == POS_ADP && !(tokens[i].flags & TOKEN_CAPITAL)) && !(tokens[i].flags & TOKEN_UPPER && tokens[i].pos == POS_ADP)) return token;
        uint32_t start = ++i;
        while (i < limit && tokens[i].pos == POS_DET) start = ++i;
        bool dated = false;
        while (i < limit && i < start + 5) {
            uint32_t word = tokens[i].word;
            if (tokens[i].shape == SHAPE_NUMBER && tokens[i].end - tokens[i].start <= 4) dated = true;
            else if (word && (lexicon_word_class(text->words, word, CLASS_MONTH, &value) || (dated && lexicon_word_class(text->words, word, CLASS_TIME_PAST, &value)))) dated = true;
            else break;
            i++;
        }
        if (!dated) {
            while (i < limit && tokens[i].flags & TOKEN_CAPITAL && tokens[i].shape == SHAPE_WORD) i++;
            if (i == start) return token;
        }
        token = i;
    }
    return token;
}

uint32_t meeting_named(struct reference_reader *self, uint32_t token)
{
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t first = token, limit = self->block_last;
    bool capital = tokens[token].flags & TOKEN_CAPITAL;
    if (token == self->block_first || (token && is_mark(text, token - 1, "."))) capital = token + 1 < limit && tokens[token + 1].flags & TOKEN_CAPITAL;
    while (first > self->block_first && first > self->done && first + 4 > token && tokens[first - 1].flags & TOKEN_CAPITAL
           && tokens[first - 1].shape == SHAPE_WORD && is_name(text, first - 1, self->block_first, limit)) first--;
    bool named = first < token || memchr(token_text(text, token).data, '-', token_text(text, token).size);
    if (!capital && !named) return token;
    uint32_t last = token + 1;
    while (last < limit && last < token + 8 && tokens[last].flags & TOKEN_CAPITAL && tokens[last].shape == SHAPE_WORD) {
        last++;                                                      /* Commissiedebat NAVO Ministeriële Defensie en Buitenlandse Zaken */
        int32_t value;
        if (last + 1 < limit && tokens[last].word && lexicon_word_class(text->words, tokens[last].word, CLASS_COORDINATOR, &value) && value == 1
            && tokens[last + 1].flags & TOKEN_CAPITAL && has_class(text, last + 1, CLASS_PORTFOLIO, NULL)) last++;
    }
    last = place_and_date(text, last, limit);
    return reference_add(self, first, last, "meeting", "", NULL, NULL);
}
