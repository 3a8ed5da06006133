/* Laws and treaties with their articles, and places in the record itself.
 *
 *   artikel 68 van de Grondwet                      → jci1.3:c:BWBR0001840&artikel=68
 *   art. 14g, derde lid, Sr                         → jci1.3:c:BWBR0001854&artikel=14g&lid=3
 *   artikel 5 van het Noord-Atlantisch Verdrag      → treaty:NATO-TREATY:art5
 *   Article 9, paragraph 4, of the Paris Agreement  → treaty:PARIS:art9.4
 *   Artikel 5 (in a record about NATO)              → treaty:NATO-TREATY:art5
 *   paragraph 12 of resolution 687 (1991)           → S/RES/687(1991)#para12
 *   paragraph 12 above, de bijlage bij deze brief   → SELF:para12, SELF:annex
 *
 * Which laws there are is vocabulary: class LAW, a BWB number or "treaty:NAME". */
#include "mention/reference.h"

#include <stdlib.h>

/* The law that is named at `token`, the longest; *end is the token after it. */
static slice law_at(const struct text *text, uint32_t token, uint32_t limit, uint32_t *end) {
    static const enum lexicon_class laws[] = { CLASS_LAW, CLASS_NONE };
    enum lexicon_class class;
    slice value = { "", 0 };
    *end = phrase_find(text, token, limit, laws, false, &class, &value);
    return value;
}

/* Whether the block speaks of an actor whose identifier begins with `prefix` within 80 tokens before `token`. */
static bool speaks_of(const struct text *text, uint32_t first, uint32_t token, slice prefix) {
    int32_t value;
    for (uint32_t i = token, n = 0; i-- > first && n < 80; n++) {
        uint32_t word = text->tokens.at[i].word;
        if (word &&
            (lexicon_word_class(text->words, word, CLASS_ACTOR, &value) ||
             lexicon_word_class(text->words, word, CLASS_ACTOR_GROUP, &value)) &&
            slice_starts(lexicon_string(text->words, value), prefix))
            return true;
    }
    return false;
}

/* Articles and prepositions between an article and its law: "van de", "of the", "uit het", "in". */
static bool is_link(const struct text *text, uint32_t token) {
    return !(text->tokens.at[token].flags & TOKEN_CAPITAL) && (token_may_be(text, token, POS_ADP) || token_may_be(text, token, POS_DET));
}

static const char *article_value(struct reference_reader *self, slice law, slice number, int paragraph, const char **url) {
    if (slice_starts(law, SLICE("treaty:"))) {
        *url = NULL;
        return paragraph ? arena_format(self->memory, "%.*s:art%.*s.%d", (int)law.size, law.data, (int)number.size, number.data, paragraph)
                         : arena_format(self->memory, "%.*s:art%.*s", (int)law.size, law.data, (int)number.size, number.data);
    }
    if (!slice_starts(law, SLICE("BWB"))) {
        *url = NULL;
        return arena_format(self->memory, "%.*s:art%.*s", (int)law.size, law.data, (int)number.size, number.data);
    }
    const char *value =
        paragraph ? arena_format(self->memory, "jci1.3:c:%.*s&artikel=%.*s&lid=%d", (int)law.size, law.data, (int)number.size, number.data,
                                 paragraph)
                  : arena_format(self->memory, "jci1.3:c:%.*s&artikel=%.*s", (int)law.size, law.data, (int)number.size, number.data);
    *url = arena_format(self->memory, "https://wetten.overheid.nl/%s", value);
    return value;
}

/* "6:162", "14g", "3.1a", "17": an article's number. */
static bool article_number(const struct line *line, uint32_t *at, slice *out) {
    const char *s = line->at;
    uint32_t p = *at;
    if (!char_is_digit(s[p])) return false;
    while (char_is_digit(s[p]) || ((s[p] == ':' || s[p] == '.') && char_is_digit(s[p + 1]))) p++;
    if (p - *at > 9) return false;
    uint32_t letters = p;
    while (char_is_lower(s[letters])) letters++;
    if (letters - p <= 2 && !char_is_word(s[letters])) p = letters;
    if (char_is_word(s[p])) return false;
    *out = (slice){ s + *at, p - *at };
    *at = p;
    return true;
}

/* "lid" is a paragraph and also who moves a motion. */
static bool paragraph_word(const struct line *line, uint32_t *at) { return eat_head(line, at, "paragraph") || eat_head(line, at, "mover"); }

/* ", derde lid", " lid 3", ", paragraph 4,", ", onder b": parts of an article; the paragraph's number if there is one. */
static int parts_eat(const struct line *line, uint32_t *at) {
    int paragraph = 0;
    for (int i = 0; i < 4; i++) {
        uint32_t p = *at, end;
        int32_t ordinal;
        slice number;
        eat_blanks(line, &p);
        if (eat_char(line, &p, ",")) eat_blanks(line, &p);
        if (line_class(line, p, CLASS_ORDINAL, &ordinal, &end)) {
            p = end;
            eat_blanks(line, &p);
            if (!paragraph_word(line, &p)) return paragraph;
            paragraph = ordinal;
        } else if (paragraph_word(line, &p)) {
            eat_blanks(line, &p);
            if (!eat_digits(line, &p, 1, 3, &number)) return paragraph;
            paragraph = atoi(number.data);
        } else if (eat_char(line, &p, "(") && eat_digits(line, &p, 1, 2, &number) && eat_char(line, &p, ")"))
            paragraph = atoi(number.data);
        else if (eat_head(line, &p, "point")) {
            eat_blanks(line, &p);
            while (char_is_word(line->at[p])) p++;
        } else
            return paragraph;
        *at = p;
    }
    return paragraph;
}

uint32_t article_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at;
    slice number, another = { 0 };
    line_opening(line, &at);
    if (line->at[at] == '.') at++;
    eat_blanks(line, &at);
    if (!article_number(line, &at, &number)) return token;
    int paragraph = parts_eat(line, &at);
    uint32_t alone = line_end(line, at), second = UINT32_MAX, p = at;
    if (eat_and(line, &p) && (second = line_token(line, p)) != UINT32_MAX && article_number(line, &p, &another)) {
        parts_eat(line, &p);
        at = p;
    } else
        second = UINT32_MAX;
    uint32_t last = line_end(line, at), next = last, end = last;
    if (next < self->block_last && slice_equal(token_text(self->text, next), SLICE(","))) next++;
    slice law = { 0 };
    for (int skipped = 0; skipped < 3 && next < self->block_last; skipped++, next++) {
        law = law_at(self->text, next, self->block_last, &end);
        if (law.size || !is_link(self->text, next)) break;
    }
    const char *url = NULL, *value;
    if (!law.size) {
        /* A bare "Artikel 5" where NATO is spoken of is that of its treaty: it has 14, of which 3 to 6 and 10 are spoken of. */
        end = alone;
        second = UINT32_MAX;
        if (atoi(number.data) <= 14 && number.size <= 2 && speaks_of(self->text, self->block_first, token, SLICE("NATO")))
            law = SLICE("treaty:NATO-TREATY");
        else if (self->law)
            law = slice_of(self->law);
        if (!law.size) return reference_add(self, token, end, "article", "", NULL, NULL);
    } else
        self->law = arena_copy(self->memory, law);
    value = article_value(self, law, number, paragraph, &url);
    const char *sub = slice_starts(law, SLICE("treaty:")) ? "treaty-article" : "law-article";
    const char *scheme = slice_starts(law, SLICE("treaty:")) ? "treaty" : slice_starts(law, SLICE("BWB")) ? "JCI" : "";
    if (second != UINT32_MAX && second < end) { /* "artikelen 3 en 5 van …": each on its own number */
        uint32_t first_end = second;
        while (first_end > token + 1 && !char_is_word(token_text(self->text, first_end - 1).data[0])) first_end--;
        if (first_end > token + 1 && self->text->tokens.at[first_end - 1].shape == SHAPE_WORD) first_end--;
        reference_add(self, token, first_end, sub, scheme, value, url);
        value = article_value(self, law, another, 0, &url);
        return reference_add(self, second, end, sub, scheme, value, url);
    }
    return reference_add(self, token, end, sub, scheme, value, url);
}

uint32_t law_named(struct reference_reader *self, uint32_t token) {
    uint32_t end = token;
    slice law = law_at(self->text, token, self->block_last, &end);
    if (!law.size) return token;
    self->law = arena_copy(self->memory, law);
    bool treaty = slice_starts(law, SLICE("treaty:"));
    return reference_add(self, token, end, treaty ? "treaty" : "law",
                         treaty                            ? "treaty"
                         : slice_starts(law, SLICE("BWB")) ? "BWB"
                                                           : "",
                         self->law,
                         slice_starts(law, SLICE("BWB")) ? arena_format(self->memory, "https://wetten.overheid.nl/%s", self->law) : NULL);
}

uint32_t paragraph_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at, end;
    slice number, other;
    line_opening(line, &at);
    eat_blanks(line, &at);
    if (!article_number(line, &at, &number)) return token;
    for (uint32_t p = at; eat_and(line, &p) || (eat_blanks(line, &p), eat_dash(line, &p));) {
        eat_blanks(line, &p);
        if (!article_number(line, &p, &other)) break;
        at = p;
    }
    uint32_t p = at, last = line_end(line, at);
    const char *within = "SELF";
    for (int i = 0; i < 3; i++) { /* "of", "of the", "van de" */
        eat_blanks(line, &p);
        slice head = line_head(line, p, &end);
        if (slice_equal(head, SLICE("place"))) { /* above, below, hierboven */
            return reference_add(self, token, line_end(line, end), "internal", "SELF",
                                 arena_format(self->memory, "SELF:para%.*s", (int)number.size, number.data), NULL);
        }
        if (slice_equal(head, SLICE("resolution"))) {
            uint32_t inner = line_token(line, p), count = self->out->all.count;
            if (inner == UINT32_MAX) break;
            struct line outer = *line;
            line_write(&self->line, self->text, inner, self->block_last);
            end = resolution_cited(self, inner);
            if (self->out->all.count > count) {
                struct mention *mention = &self->out->all.at[count];
                mention->first = token;
                mention->span = text_span(self->text, token, mention->last);
                mention->value =
                    arena_format(self->memory, "%s#para%.*s", mention->value, (int)number.size, outer.at + (number.data - line->at));
                return end;
            }
            self->line = outer;
            break;
        }
        uint32_t word = p;
        while (char_is_lower(line->at[word])) word++;
        if (word == p || line->at[word] != ' ' || word - p > 5) break;
        p = word;
    }
    return reference_add(self, token, last, "internal", "SELF",
                         arena_format(self->memory, "%s:para%.*s", within, (int)number.size, number.data), NULL);
}

/* "bijlage bij deze brief", "annex I", "bijlage 2": of the record itself when it says so or has a number. */
uint32_t annex_cited(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    uint32_t last = token + 1, p, at, end;
    slice number;
    line_opening(&self->line, &at);
    p = at;
    eat_blanks(&self->line, &p);
    if (eat_digits(&self->line, &p, 1, 2, &number) || eat_roman(&self->line, &p, &number))
        return reference_add(self, token, line_end(&self->line, p), "annex", "SELF",
                             arena_format(self->memory, "SELF:annex%.*s", (int)number.size, number.data), NULL);
    int32_t value;
    /* "bij deze brief", "to the present decision": a preposition, a word for this, a word for a document. */
    for (int i = 0; i < 4 && last < self->block_last; i++, last++) {
        uint32_t word = text->tokens.at[last].word;
        if (word && i && lexicon_word_class(text->words, word, CLASS_DOCUMENT_NOUN, &value)) {
            bool present = false;
            for (end = token + 1; end < last; end++)
                present |=
                    text->tokens.at[end].word && (lexicon_word_class(text->words, text->tokens.at[end].word, CLASS_TIME_PRESENT, &value) ||
                                                  lexicon_word_class(text->words, text->tokens.at[end].word, CLASS_ANAPHOR, &value));
            if (!present) break;
            return reference_add(self, token, last + 1, "annex", "SELF", "SELF:annex", NULL);
        }
        if (text->tokens.at[last].shape == SHAPE_PUNCT) break;
    }
    return token;
}
