/* References: one pass over the tokens of each block; a token's shape or its REFERENCE_HEAD says which grammar to ask.
 *
 * "… (Kamerstuk 28 676, nr. 367) en artikel 5 …" → "Kamerstuk" has REFERENCE_HEAD=kamerstuk → kamerstuk_cited reads on from there.
 * Most tokens are words without a class and cost two look-ups; a grammar writes out at most LINE_TOKENS tokens, so the whole is O(tokens).
 */
#include "mention/reference.h"

/* What a word's REFERENCE_HEAD leads to; the part after ":" belongs to the grammar. */
static const struct {
    slice head;
    reference_rule *rules[3];
} rules[] = {
    { { "kamerstuk", sizeof "kamerstuk" - 1 }, { kamerstuk_cited } },
    { { "chamber", sizeof "chamber" - 1 }, { kamerstuk_cited } },
    { { "senate", sizeof "senate" - 1 }, { kamerstuk_cited } },
    { { "dossier", sizeof "dossier" - 1 }, { kamerstuk_cited } },
    { { "number", sizeof "number" - 1 }, { kamerstuk_numbered } },
    { { "numbers", sizeof "numbers" - 1 }, { kamerstuk_numbered } },
    { { "number-paper", sizeof "number-paper" - 1 }, { kamerstuk_numbered } },
    { { "motion", sizeof "motion" - 1 }, { kamerstuk_titled } },
    { { "handelingen", sizeof "handelingen" - 1 }, { handelingen_cited, kamerstuk_cited } },
    { { "aanhangsel", sizeof "aanhangsel" - 1 }, { aanhangsel_cited } },
    { { "gazette", sizeof "gazette" - 1 }, { gazette_cited } },
    { { "ecli", sizeof "ecli" - 1 }, { ecli_written } },
    { { "ljn", sizeof "ljn" - 1 }, { ljn_cited } },
    { { "act", sizeof "act" - 1 }, { union_act_cited, decision_cited } },
    { { "union-document", sizeof "union-document" - 1 }, { union_document_cited } },
    { { "resolution", sizeof "resolution" - 1 }, { resolution_cited } },
    { { "article", sizeof "article" - 1 }, { article_cited } },
    { { "paragraph", sizeof "paragraph" - 1 }, { paragraph_cited } },
    { { "annex", sizeof "annex" - 1 }, { annex_cited } },
    { { "place-adjective", sizeof "place-adjective" - 1 }, { place_named } },
};

uint32_t reference_add(struct reference_reader *self, uint32_t first, uint32_t last, const char *sub, const char *scheme, const char *value,
                       const char *url) {
    if (last > self->block_last) last = self->block_last;
    span words = text_span(self->text, first, last);
    const struct token *end = &self->text->tokens.at[last - 1];
    if (end->shape == SHAPE_ABBREVIATION && end->end - end->start == 2) words.end--; /* "letter Y.": the full stop is the sentence's */
    ARRAY_PUSH(self->memory, &self->out->all) = (struct mention){ .first = first,
                                                                  .last = last,
                                                                  .span = words,
                                                                  .kind = MENTION_REFERENCE,
                                                                  .sub = sub,
                                                                  .scheme = scheme[0] ? scheme : NULL,
                                                                  .value = value,
                                                                  .url = url };
    self->done = last;
    return last;
}

static uint32_t head_try(struct reference_reader *self, uint32_t token, slice head) {
    const char *colon = memchr(head.data, ':', head.size);
    slice name = { head.data, colon ? (size_t)(colon - head.data) : head.size };
    for (size_t i = 0; i < COUNT_OF(rules); i++) {
        if (!slice_equal(name, rules[i].head)) continue;
        for (size_t j = 0; j < COUNT_OF(rules[i].rules) && rules[i].rules[j]; j++) {
            line_write(&self->line, self->text, token, self->block_last);
            uint32_t end = rules[i].rules[j](self, token);
            if (end != token) return end;
        }
        return token;
    }
    return token;
}

/* The REFERENCE_HEAD of a token: of its word, of the word behind a glued footnote number ("5Kamerstukken"), before a dot ("nr.3", "Stb.")
 * or before the first hyphen ("motie-De", "LJN-nummer"). */
static slice token_head(const struct text *text, uint32_t token) {
    const struct token *t = &text->tokens.at[token];
    int32_t value;
    if (t->shape == SHAPE_WORD && !t->mixed) return token_string(text, token, CLASS_REFERENCE_HEAD);
    slice spelling = token_text(text, token);
    const char *hyphen = t->shape == SHAPE_WORD && spelling.size > 3 ? memchr(spelling.data, '-', spelling.size) : NULL;
    if (!hyphen && token_class(text, token, CLASS_REFERENCE_HEAD, &value)) return lexicon_string(text->words, value);
    if (t->shape == SHAPE_ALNUM)
        while (spelling.size && char_is_digit(spelling.data[0])) spelling.data++, spelling.size--;
    else if (hyphen)
        spelling.size = (size_t)(hyphen - spelling.data);
    else if (t->shape == SHAPE_ABBREVIATION && spelling.size > 1) {
        const char *dot = memchr(spelling.data, '.', spelling.size);
        if (dot) spelling.size = (size_t)(dot - spelling.data);
    } else
        return (slice){ "", 0 };
    uint32_t word = spelling.size ? lexicon_find(text->words, spelling) : 0;
    if (!word || !lexicon_word_class(text->words, word, CLASS_REFERENCE_HEAD, &value)) return (slice){ "", 0 };
    return lexicon_string(text->words, value);
}

static uint32_t rule_try(struct reference_reader *self, uint32_t token, reference_rule *rule) {
    line_write(&self->line, self->text, token, self->block_last);
    return rule(self, token);
}

/* Digits that may begin a dossier: five, or two before three. */
static bool begins_dossier(const struct text *text, uint32_t token, uint32_t limit) {
    slice s = token_text(text, token);
    size_t n = 0;
    while (n < s.size && char_is_digit(s.data[n])) n++;
    if (n == 5) return true;
    if (n != 2) return false;
    return s.size > 2 ? s.data[2] == '.' || s.data[2] == '-' || (unsigned char)s.data[2] >= 0x80 : token + 1 < limit;
}

static uint32_t token_try(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    uint32_t end;
    slice head, spelling;
    int32_t value;
    if (t->flags & TOKEN_FOOTNOTE_MARK) {
        spelling = token_text(text, token);
        return reference_add(self, token, token + 1, "footnote-mark", "SELF",
                             arena_format(self->memory, "SELF:fn%.*s", (int)spelling.size, spelling.data), NULL);
    }
    switch (t->shape) {
    case SHAPE_URL:
        return rule_try(self, token, url_written);
    case SHAPE_NUMBER:
    case SHAPE_ALNUM:
        if (begins_dossier(text, token, self->block_last) && (end = rule_try(self, token, kamerstuk_bare)) != token) return end;
        if (t->end < text->source.size && text->source.data[t->end] == '/' && t->end - t->start <= 3 &&
            (end = rule_try(self, token, decision_cited)) != token)
            return end;
        if (t->shape == SHAPE_NUMBER) return token;
        if (t->end - t->start >= 9 && (end = rule_try(self, token, identifier_written)) != token) return end;
        head = token_head(text, token);
        return head.size ? head_try(self, token, head) : token;
    case SHAPE_WORD:
    case SHAPE_ABBREVIATION:
        break;
    default:
        return token;
    }
    head = token_head(text, token);
    if (head.size && (end = head_try(self, token, head)) != token) return end;
    if (t->end - t->start >= 6 && char_is_digit(text->source.data[t->end - 1]) &&
        (end = rule_try(self, token, identifier_written)) != token)
        return end;
    if (t->end - t->start <= 5 && t->flags & TOKEN_CAPITAL && t->end < text->source.size && text->source.data[t->end] == '/' &&
        (end = rule_try(self, token, symbol_written)) != token)
        return end;
    spelling = token_text(text, token);
    if (!(t->flags & TOKEN_CAPITAL)) {
        if (!t->word) return token;
        if (token_class(text, token, CLASS_DOCUMENT_NOUN, &value)) {
            end = document_of_meeting(self, token);
            return end != token ? end : document_dated(self, token);
        }
        return law_named(self, token);
    }
    static const enum lexicon_class bodies[] = { CLASS_ACTOR, CLASS_ACTOR_PERSON, CLASS_ACTOR_GROUP, CLASS_NONE };
    enum lexicon_class class;
    slice body;
    if (t->word && (end = phrase_find(text, token, self->block_last, bodies, false, &class, &body)) > token + 1) {
        bool document = false; /* "Conference of the Parties" is a body; an accelerator may be both */
        for (uint32_t i = token; i < end; i++) document |= token_class(text, i, CLASS_DOCUMENT_NOUN, &value);
        bool cited = end < self->block_last && text->tokens.at[end].shape == SHAPE_NUMBER; /* "Tweede Kamer 2008-2009, 31459, 22" */
        if (!document && !cited) return end;
    }
    if (char_is_digit(spelling.data[spelling.size - 1]) && (end = programme_named(self, token)) != token) return end;
    if (t->word) {
        if ((end = law_named(self, token)) != token) return end;
        if (token_class(text, token, CLASS_MEETING_NOUN, &value) && (end = meeting_named(self, token)) != token) return end;
    }
    /* A meeting a few words on goes first: "Boekarest Top", "NAVO Leaders Meeting". */
    for (uint32_t i = token + 1; i < self->block_last && i < token + 4 && text->tokens.at[i].flags & TOKEN_CAPITAL; i++)
        if (token_class(text, i, CLASS_MEETING_NOUN, &value)) return token;
    return document_named(self, token);
}

/* Most tokens: a sign, or a word in small letters that the vocabulary has, without a class that references begin with. */
static inline bool is_plain(const struct text *text, uint32_t token) {
    static const uint64_t any =
        CLASS_BIT(CLASS_REFERENCE_HEAD) | CLASS_BIT(CLASS_DOCUMENT_NOUN) | CLASS_BIT(CLASS_MEETING_NOUN) | CLASS_BIT(CLASS_LAW);
    const struct token *t = &text->tokens.at[token];
    if (t->flags & (TOKEN_FOOTNOTE_MARK | TOKEN_CAPITAL | TOKEN_JOINED)) return false;
    if (t->shape == SHAPE_PUNCT || t->shape == SHAPE_SYMBOL) return true;
    return t->shape == SHAPE_WORD && t->word && !token_concerns(text, token, any) &&
           !(t->mixed && memchr(text->source.data + t->start, '-', t->end - t->start));
}

void reference_find(arena *memory, const struct text *text, struct mentions *out) {
    struct reference_reader reader = { .memory = memory, .text = text, .out = out };
    for (uint32_t i = 0; i < text->blocks.count; i++) {
        const struct text_block *block = &text->blocks.at[i];
        reader.block = i;
        reader.law = NULL; /* a bare article is of the law that its own paragraph names */
        reader.block_first = block->first;
        reader.block_last = block->last;
        for (uint32_t token = block->first; token < block->last;) {
            if (is_plain(text, token)) {
                token++;
                continue;
            }
            uint32_t end = token_try(&reader, token);
            token = end > token ? end : token + 1;
        }
    }
}

int32_t footnote_of(const struct text *text, uint32_t token) {
    enum { BLOCKS_AHEAD = 200 };
    slice mark = token_text(text, token);
    uint32_t own = text_block_of(text, token);
    for (uint32_t i = own + 1; i < text->blocks.count && i <= own + BLOCKS_AHEAD; i++) {
        const struct text_block *block = &text->blocks.at[i];
        if (block->kind == BLOCK_FOOTNOTE && block->label_first < block->label_last &&
            slice_equal(token_text(text, block->label_first), mark))
            return (int32_t)i;
    }
    return -1;
}
