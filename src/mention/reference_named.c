/* Named things: URLs, documents, programmes and meetings that have a name but no number.
 *
 *   het Strategisch Concept, the Comprehensive Cyber Defence Policy   → a capitalised name that holds a word for a document
 *   Defence Innovation Accelerator for the North Atlantic (DIANA)     → with the short form it defines; later "DIANA" alone
 *   NAVO-Top, de Top in Madrid in 2022, Commissiedebat over de NAVO-Top op 7 juni 2021 → a meeting with its place and date
 *
 * Names are recognised by their capitals and one word of the vocabulary (DOCUMENT_NOUN, MEETING_NOUN): a common noun in lower case ("het
 * rapport") is no name, and neither is a capital that only begins a sentence. */
#include "mention/reference.h"

/* A URL may be broken at the end of a line after a slash or another joint: the rest is what follows up to the next blank. */
uint32_t url_written(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t last = token + 1;
    slice spelling = token_text(text, token);
    while (spelling.size && strchr(".,;:)>]", spelling.data[spelling.size - 1])) spelling.size--;
    char *value = arena_alloc(self->memory, spelling.size + 1024);
    size_t size = 0;
    for (size_t i = 0; i < spelling.size; i++)
        if ((unsigned char)spelling.data[i] > ' ') value[size++] = spelling.data[i];
    while (last < self->block_last && size && size < 900) {
        const struct token *t = &tokens[last];
        bool broken = t->flags & TOKEN_LINE_START;
        if (broken && !(strchr("/-_=?&.%", value[size - 1]) && !(t->flags & TOKEN_CAPITAL))) break;
        if (!broken && t->flags & TOKEN_SPACE_BEFORE) break;
        slice more = token_text(text, last);
        if (!broken && (more.size != 1 || !strchr("/-_=?&%#~+", more.data[0])) && !(last > token + 1)) break;
        bool closing = t->shape == SHAPE_PUNCT && strchr(".,;:)]>", more.data[0]) &&
                       (last + 1 >= self->block_last || tokens[last + 1].flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START));
        if (closing || more.size > 200) break;
        memcpy(value + size, more.data, more.size);
        size += more.size;
        last++;
    }
    value[size] = '\0';
    if (strncmp(value, "http", 4) != 0) value = arena_format(self->memory, "http://%s", value);
    return reference_add(self, token, last, "url", "url", value, value);
}

static bool is_capital(const struct text *text, uint32_t token) {
    return text->tokens.at[token].flags & TOKEN_CAPITAL && text->tokens.at[token].shape <= SHAPE_ALNUM;
}

/* Whether the token's capital is that of a name. One that begins a sentence says nothing: there the next word must have a capital too, and
 * the word itself be no noun ("Herziening Strategisch Concept") or function word. */
static bool is_name(const struct text *text, uint32_t token, uint32_t first, uint32_t limit) {
    if (!is_capital(text, token)) return false;
    bool begins = token == first;
    if (!begins) {
        slice before = token_text(text, token - 1);
        begins = before.size == 1 && strchr(".?!:", before.data[0]);
    }
    if (!begins) return true;
    if (token + 1 >= limit || !is_capital(text, token + 1) || token_may_be(text, token, POS_DET) || token_may_be(text, token, POS_ADP))
        return false;
    return text->tokens.at[token].flags & TOKEN_UPPER || !token_may_be(text, token, POS_NOUN);
}

/* A preposition or conjunction inside a name, with its article: "for the", "of", "on the"; the token after it, or `token`. */
static uint32_t small_words(const struct text *text, uint32_t token, uint32_t limit) {
    if (token >= limit || is_capital(text, token) || !(token_may_be(text, token, POS_ADP) || token_may_be(text, token, POS_CCONJ)))
        return token;
    uint32_t end = token + 1;
    if (end < limit && !is_capital(text, end) && token_may_be(text, end, POS_DET)) end++;
    return end < limit && is_capital(text, end) ? end : token;
}

/* "(DIANA)" after a name: the token after it, or `token`. */
static uint32_t short_form(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    if (token + 2 < self->block_last && token_is(text, token, "(") && text->tokens.at[token + 1].flags & TOKEN_UPPER &&
        token_is(text, token + 2, ")"))
        return token + 3;
    return token;
}

static uint32_t place_and_date(const struct text *text, uint32_t token, uint32_t limit);

/* A block in capitals throughout: a heading whose words are no names. */
static bool is_shouted(const struct reference_reader *self, uint32_t token) {
    const struct token *tokens = self->text->tokens.at;
    uint32_t upper = 0, words = 0;
    for (uint32_t i = token > self->block_first + 2 ? token - 2 : self->block_first; i < self->block_last && i < token + 4; i++)
        if (tokens[i].shape == SHAPE_WORD) words++, upper += (tokens[i].flags & TOKEN_UPPER) != 0;
    return words > 2 && upper == words;
}

static const char *short_form_sub(const struct reference_reader *self, slice form) {
    for (uint32_t i = 0; i < self->short_forms.count; i++)
        if (slice_equal(self->short_forms.at[i].form, form)) return self->short_forms.at[i].sub;
    return NULL;
}

/* Whether one of the `count` tokens from `token` on is a word for a document; asked from front to back. */
static bool document_within(struct reference_reader *self, uint32_t token, uint32_t count) {
    const struct text *text = self->text;
    if (self->next_document < token) self->next_document = token;
    while (self->next_document < text->tokens.count && !(text->classes[self->next_document] & CLASS_BIT(CLASS_DOCUMENT_NOUN)))
        self->next_document++;
    return self->next_document < token + count;
}

enum { NAME_TOKENS = 14 };
uint32_t document_named(struct reference_reader *self, uint32_t token) {
    static const enum lexicon_class documents[] = { CLASS_DOCUMENT_NOUN, CLASS_NONE };
    const struct text *text = self->text;
    uint32_t limit = self->block_last, found = UINT32_MAX, last, suffix;
    slice kind = { 0 }, sub = { 0 };
    enum lexicon_class class;
    const struct token *t = &text->tokens.at[token];
    if (!is_capital(text, token)) return token;
    /* One that has a word for a document among its own; DIANA is told by "(DIANA)", a phrase by the vocabulary. */
    if (!(t->flags & TOKEN_UPPER) && !t->phrase && !document_within(self, token, NAME_TOKENS)) return token;
    if (is_shouted(self, token)) return token;
    if (t->flags & TOKEN_UPPER) { /* DIANA, once "(DIANA)" has said what it is */
        const char *stands_for = short_form_sub(self, token_text(text, token));
        if (stands_for) return reference_add(self, token, token + 1, stands_for, "", NULL, NULL);
    }
    last = phrase_find(text, token, limit, documents, false, &class, &kind);
    if (last > token + 1 && is_capital(text, last - 1))
        return reference_add(self, token, last, arena_copy(self->memory, kind), "", NULL, NULL);
    token_entry(text, token, &suffix);
    if (suffix || !is_name(text, token, self->block_first, limit)) return token; /* "NATO's Strategic Concept" begins after the owner */
    last = token;
    bool small = false;
    for (uint32_t i = token; i < limit && i < token + NAME_TOKENS;) {
        static const enum lexicon_class laws[] = { CLASS_LAW, CLASS_NONE };
        if (i > token && phrase_find(text, i, limit, laws, false, &class, &kind) > i + 1) break; /* "Parties to the | Paris Agreement" */
        if (is_capital(text, i) && (i > token || is_name(text, i, self->block_first, limit))) {
            token_entry(text, i, &suffix);
            if (suffix || token_class(text, i, CLASS_MONTH, NULL)) break;
            last = ++i;
            slice noun = token_string(text, i - 1, CLASS_DOCUMENT_NOUN);
            if (noun.size && !small) found = i - 1, sub = noun;
            continue;
        }
        uint32_t next = small_words(text, i, limit);
        if (next == i) break;
        /* Small words join only English names, and those behind the document's noun only with a short form (below). */
        if (text->blocks.at[self->block].lang != LANGUAGE_ENGLISH && found == UINT32_MAX) break;
        small = found != UINT32_MAX;
        i = next;
    }
    if (found == UINT32_MAX) return token;
    uint32_t end = short_form(self, last);
    if (small && end == last) last = found + 1, end = short_form(self, last);
    if (end > last && !short_form_sub(self, token_text(text, end - 2)))
        ARRAY_PUSH(self->memory, &self->short_forms) =
            (typeof(*self->short_forms.at)){ token_text(text, end - 2), arena_copy(self->memory, sub) };
    uint32_t first = token;
    /* "2014 Defence Investment Pledge", "the UN 2030 Agenda" */
    if (first > self->block_first + 1 && text->tokens.at[first - 1].shape == SHAPE_NUMBER &&
        text->tokens.at[first - 1].end - text->tokens.at[first - 1].start == 4 && first - 1 >= self->done) {
        bool owned = first > self->block_first + 2 && first - 2 >= self->done && text->tokens.at[first - 2].flags & TOKEN_UPPER &&
                     token_may_be(text, first - 3, POS_DET);
        if (owned || token_may_be(text, first - 2, POS_DET)) first -= 1 + owned;
    }
    /* "het huidige Strategisch Concept" */
    if (first > self->block_first && first - 1 >= self->done && !is_capital(text, first - 1) &&
        token_class(text, first - 1, CLASS_TIME_PRESENT, NULL) && token_may_be(text, first - 1, POS_ADJ))
        first--;
    if (end == last && last == token + 1) end = place_and_date(text, last, limit);
    return reference_add(self, first, end, arena_copy(self->memory, sub), "", NULL, NULL);
}

/* A document that a meeting's name tells from others: "de conclusies van de Boekarest Top in 2008". */
uint32_t document_of_meeting(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    uint32_t at = token + 1, limit = self->block_last;
    if (at + 1 >= limit || is_capital(text, token) || !token_may_be(text, at, POS_ADP) || is_capital(text, at)) return token;
    at++;
    if (token_may_be(text, at, POS_DET)) at++;
    for (uint32_t i = at; i < limit && i < at + 4 && is_capital(text, i); i++) {
        if (!token_class(text, i, CLASS_MEETING_NOUN, NULL)) continue;
        uint32_t count = self->out->all.count, done = self->done, end;
        self->done = at;
        end = meeting_named(self, i);
        self->done = done;
        if (end == i) return token;
        self->out->all.count = count;
        return reference_add(self, token, end, arena_copy(self->memory, token_string(text, token, CLASS_DOCUMENT_NOUN)), "", NULL, NULL);
    }
    return token;
}

static bool is_year(slice word) {
    if (word.size != 4 || (memcmp(word.data, "19", 2) != 0 && memcmp(word.data, "20", 2) != 0)) return false;
    return char_is_digit(word.data[2]) && char_is_digit(word.data[3]);
}

/* A document that its day or year tells from others: "brief van 5 juli 2024", "letter of 11 April 1991"; "begroting voor 2025",
 * "jaarverslag over 2023", where only a year is no day by which something is done. */
uint32_t document_dated(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    uint32_t at = token + 1;
    if (at < self->block_last && is_year(token_text(text, at))) /* "jaarverslag 2023", "huisvestingsvisie 2040" */
        return reference_add(self, token, at + 1, arena_copy(self->memory, token_string(text, token, CLASS_DOCUMENT_NOUN)), "", NULL, NULL);
    if (at + 1 >= self->block_last || text->tokens.at[at + 1].shape != SHAPE_NUMBER) return token;
    slice roles = token_string(text, at, CLASS_TIME_WORD);
    bool year = text->tokens.at[at + 1].end - text->tokens.at[at + 1].start == 4;
    bool about = year && (slice_starts(roles, SLICE("OVER")) || slice_equal(roles, SLICE("BEFORE+TO_HOUR")) /* voor, not vóór */);
    if (!about && !slice_starts(roles, SLICE("OF"))) return token;
    uint32_t end = place_and_date(text, at, self->block_last);
    if (end == at) return token;
    return reference_add(self, token, end, arena_copy(self->memory, token_string(text, token, CLASS_DOCUMENT_NOUN)), "", NULL, NULL);
}

/* "onderstaand", "bovenstaande passage": a place in the record itself, with the noun that it tells from others. */
uint32_t place_named(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    slice spelling = token_text(text, token);
    bool inflected = spelling.data[spelling.size - 1] == 'e';
    if (inflected && !(token + 1 < self->block_last && token_may_be(text, token + 1, POS_NOUN))) return token;
    return reference_add(self, token, token + 1 + inflected, "internal", "SELF", NULL, NULL);
}

/* "NAVO2030", "Horizon2020": a name with its year. */
uint32_t programme_named(struct reference_reader *self, uint32_t token) {
    slice spelling = token_text(self->text, token);
    size_t letters = 0, digits = 0;
    while (letters < spelling.size && !char_is_digit(spelling.data[letters])) letters++;
    while (letters + digits < spelling.size && char_is_digit(spelling.data[letters + digits])) digits++;
    if (letters < 4 || digits != 4 || (letters + digits < spelling.size && spelling.data[letters + digits] != '-')) return token;
    return reference_add(self, token, token + 1, "programme", "", NULL, NULL);
}

/* "van 14 juni 2021", "in Madrid", "op 7 juni", "in 2022": what dates and places a meeting, from `token` on. */
static uint32_t place_and_date(const struct text *text, uint32_t token, uint32_t limit) {
    const struct token *tokens = text->tokens.at;
    int32_t value;
    for (uint32_t i = token; i < limit;) {
        bool shouted = tokens[i].flags & TOKEN_UPPER;
        if (!token_may_be(text, i, POS_ADP) || (tokens[i].flags & TOKEN_CAPITAL && !shouted)) return token;
        uint32_t start = ++i;
        bool dated = false, article = false;
        while (i < limit && token_may_be(text, i, POS_DET)) start = ++i, article = true;
        while (i < limit && i < start + 5) {
            if (tokens[i].shape == SHAPE_NUMBER && tokens[i].end - tokens[i].start <= 4 && !token_is(text, i, ".")) {
                /* a year, or a day before its month */
                bool year = tokens[i].end - tokens[i].start == 4;
                if (!year && !(i + 1 < limit && token_class(text, i + 1, CLASS_MONTH, &value))) break;
                dated = true;
            } else if (dated && token_class(text, i, CLASS_MONTH, &value))
                ; /* after its day; "in december 2019" says when, it names nothing */
            else if (dated && token_class(text, i, CLASS_TIME_PAST, &value) && tokens[i].shape == SHAPE_ABBREVIATION)
                dated = true;
            else
                break;
            i++;
        }
        if (!dated) {
            bool meeting = false;
            while (i < limit && is_capital(text, i) && tokens[i].shape == SHAPE_WORD)
                meeting |= token_class(text, i++, CLASS_MEETING_NOUN, NULL);
            if (i == start || (article && !meeting)) return token; /* "in Madrid", "over de NAVO-Top"; not "tot een Reflection Process" */
        }
        token = i;
    }
    return token;
}

uint32_t meeting_named(struct reference_reader *self, uint32_t token) {
    const struct text *text = self->text;
    const struct token *tokens = text->tokens.at;
    uint32_t first = token, limit = self->block_last;
    bool capital = is_capital(text, token) && is_name(text, token, self->block_first, limit);
    /* "NATO Leaders' Meeting": a quotation mark right behind a word is its possessive. */
    if (first > self->block_first + 1 && first - 1 > self->done && tokens[first - 1].shape == SHAPE_PUNCT &&
        !(tokens[first - 1].flags & TOKEN_SPACE_BEFORE) && tokens[first].flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START) &&
        is_capital(text, first - 2) && (token_is(text, first - 1, "'") || token_is(text, first - 1, "’") || token_is(text, first - 1, "»")))
        first -= 2;
    while (first > self->block_first && first > self->done && first + 4 > token && is_capital(text, first - 1) &&
           tokens[first - 1].shape == SHAPE_WORD && !token_may_be(text, first - 1, POS_DET) && !token_may_be(text, first - 1, POS_ADP) &&
           (is_name(text, first - 1, self->block_first, limit) || tokens[first - 1].flags & TOKEN_UPPER))
        first--;
    slice spelling = token_text(text, token);
    if (!capital && first == token && !memchr(spelling.data, '-', spelling.size)) return token;
    uint32_t last = token + 1;
    bool shouted = is_shouted(self, token);
    while (!shouted && last < limit && last < token + 8 && is_capital(text, last) && tokens[last].shape == SHAPE_WORD) {
        last++; /* Commissiedebat NAVO Ministeriële Defensie en Buitenlandse Zaken */
        if (last + 1 < limit && token_class(text, last - 1, CLASS_PORTFOLIO, NULL) && token_class(text, last, CLASS_COORDINATOR, NULL) &&
            is_capital(text, last + 1))
            last++;
    }
    last = place_and_date(text, last, limit);
    return reference_add(self, first, last, "meeting", "", NULL, NULL);
}
