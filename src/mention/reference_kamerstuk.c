/* Kamerstukken: papers of the Dutch parliament, cited by dossier and number.
 *
 *   Kamerstuk 28 676, nr. 367                  → kst-28676-367
 *   Kamerstukken II 2020/21, 35 925 X, nr. 12  → kst-35925-X-12      (X: chapter of the budget)
 *   Kamerstukken I 2021/22, 35 925, E          → kst-35925-E         (the Eerste Kamer letters its papers)
 *   21 501-20, nrs. 1234 en 1236               → kst-21501-20-1234, kst-21501-20-1236
 *   29453-472                                  → kst-29453-472
 *   de motie op stuk nr. 472 (29 453)          → kst-29453-472
 *
 * A dossier is five digits, parted after the second by blank, dot or hyphen or not at all; a suffix is a chapter in Roman numerals, a fund
 * in a letter, or two digits in the few dossiers that have series (21 501). What introduces a number is vocabulary; where nothing does,
 * only a head
 * ("Kamerstuk", "TK") lets a bare number count. */
#include "mention/reference.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOSSIER_SIZE = 24 };

bool eat_roman(const struct line *self, uint32_t *at, slice *out) {
    const char *s = self->at + *at;
    size_t n = strspn(s, "IVX");
    if (n == 0 || n > 5 || char_is_word(s[n])) return false;
    if (memcmp(s, "IIII", n < 4 ? n : 4) == 0 && n >= 4) return false;
    *out = (slice){ s, n };
    *at += (uint32_t)n;
    return true;
}

bool eat_session(const struct line *self, uint32_t *at, char out[9]) {
    uint32_t p = *at;
    slice from, to;
    if (!eat_digits(self, &p, 4, 4, &from) || (from.data[0] != '1' && from.data[0] != '2')) return false;
    uint32_t gap = p;
    eat_blanks(self, &gap);
    if (!eat_dash(self, &gap) && !eat_char(self, &gap, "/")) return false;
    eat_blanks(self, &gap);
    if (!eat_digits(self, &gap, 2, 4, &to) || to.size == 3) return false;
    int first = atoi(from.data), last = (first + 1) % (to.size == 2 ? 100 : 10000);
    if (atoi(to.data) != last) return false;
    if (out) snprintf(out, 9, "%04u%04u", (unsigned)first % 10000, (unsigned)(first + 1) % 10000);
    *at = gap;
    return true;
}

void eat_chamber(const struct line *self, uint32_t *at, bool *senate, char session[9]) {
    for (;;) {
        uint32_t p = *at, end;
        int32_t value;
        slice roman;
        eat_blanks(self, &p);
        while (eat_char(self, &p, ",.:(")) eat_blanks(self, &p);
        slice head = line_head(self, p, &end);
        if (slice_equal(head, SLICE("senate")))
            *senate = true, p = end;
        else if (slice_equal(head, SLICE("chamber")) || slice_equal(head, SLICE("session")) || slice_equal(head, SLICE("handelingen")))
            p = end;
        else if (line_class(self, p, CLASS_ORDINAL, &value, &end) && value <= 2) {
            p = end; /* Eerste, Tweede Kamer */
            eat_blanks(self, &p);
            if (!slice_equal(line_head(self, p, &end), SLICE("chamber"))) return;
            *senate = value == 1;
            p = end;
        } else if (eat_session(self, &p, session))
            ;
        else if (eat_roman(self, &p, &roman)) {
            if (roman.size > 2 || roman.data[0] != 'I') return;
            *senate = roman.size == 1;
            if (self->at[p] == '/') p += (uint32_t)(1 + strspn(self->at + p + 1, "I")); /* I/II */
        } else
            return;
        *at = p;
    }
}

/* "28 676", "28676", "31.700XII", "35 925-X", "21 501-20", "36 600-A", "27 484 (R1669)". */
static bool dossier_eat(const struct line *self, uint32_t *at, bool headed, char out[DOSSIER_SIZE]) {
    uint32_t p = *at;
    slice digits, rest;
    const char *s = self->at;
    if (p > 0 && (char_is_digit(s[p - 1]) || s[p - 1] == '.')) return false;
    if (eat_digits(self, &p, 5, 5, &digits))
        snprintf(out, DOSSIER_SIZE, "%.5s", digits.data);
    else if (eat_digits(self, &p, 2, 2, &digits)) {
        uint32_t gap = p;
        eat_blanks(self, &gap);
        if (gap == p && !eat_char(self, &gap, ".") && !eat_dash(self, &gap)) return false;
        p = gap;
        if (!eat_digits(self, &p, 3, 3, &rest)) return false;
        snprintf(out, DOSSIER_SIZE, "%.2s%.3s", digits.data, rest.data);
    } else if (headed && eat_digits(self, &p, 4, 4, &digits))
        snprintf(out, DOSSIER_SIZE, "%.4s", digits.data);
    else
        return false;
    if (s[p] == '.' && char_is_digit(s[p + 1])) return false; /* 12.345.678 */

    uint32_t q = p, end;
    slice suffix;
    eat_blanks(self, &q);
    bool hyphen = eat_dash(self, &q);
    if (!hyphen) eat_char(self, &q, ".");
    if (hyphen || s[p] == '.') eat_blanks(self, &q);
    if (eat_roman(self, &q, &suffix)) {
        snprintf(out + strlen(out), DOSSIER_SIZE - strlen(out), "-%.*s", (int)suffix.size, suffix.data);
        p = q;
    } else if (hyphen && eat_digits(self, &q, 2, 2, &suffix)) {
        /* Two digits are a series only where a number follows: "21 501-20, nr. 5"; "29453-72" is a number. */
        uint32_t next = q;
        eat_blanks(self, &next);
        bool comma = eat_char(self, &next, ",");
        eat_blanks(self, &next);
        slice head = line_head(self, next, &end);
        if (strncmp(out, "21501", 5) == 0 || slice_starts(head, SLICE("number")) || (headed && comma && char_is_digit(s[next]))) {
            snprintf(out + strlen(out), DOSSIER_SIZE - strlen(out), "-%.2s", suffix.data);
            p = q;
        }
    } else if (char_is_upper(s[q]) && !char_is_word(s[q + 1])) {
        /* A fund ("36 600-A, nr. 35", "36 410A"); a letter that nothing follows is a paper of the Eerste Kamer ("31 145 A"). */
        uint32_t next = q + 1;
        eat_blanks(self, &next);
        eat_char(self, &next, ",");
        eat_blanks(self, &next);
        if (slice_starts(line_head(self, next, &end), SLICE("number"))) {
            snprintf(out + strlen(out), DOSSIER_SIZE - strlen(out), "-%c", s[q]);
            p = q + 1;
        }
    }
    q = p;
    eat_blanks(self, &q);
    if (s[q] == '(' && s[q + 1] == 'R') { /* the number of the Kingdom's acts: (R1669), (R 1669) */
        uint32_t r = q + 2;
        eat_blanks(self, &r);
        slice kingdom;
        if (eat_digits(self, &r, 3, 5, &kingdom) && eat_char(self, &r, ")")) {
            snprintf(out + strlen(out), DOSSIER_SIZE - strlen(out), "-(R%.*s)", (int)kingdom.size, kingdom.data);
            p = r;
        }
    }
    *at = p;
    return true;
}

/* "367", "42e", "E", "AA", "C*"; bare: nothing introduces it, so that it must not be the beginning of something else. */
static bool number_eat(const struct line *self, uint32_t *at, bool letters, char out[12]) {
    uint32_t p = *at;
    slice digits;
    const char *s = self->at;
    if (char_is_digit(s[p])) {
        if (!eat_digits(self, &p, 1, 5, &digits)) return false;
        snprintf(out, 12, "%.*s", (int)digits.size, digits.data);
        if (char_is_lower(s[p]) && !char_is_word(s[p + 1])) {
            snprintf(out + digits.size, 12 - digits.size, "%c", s[p]);
            p++;
        } else if (char_is_word(s[p]))
            return false;
    } else {
        size_t n = 0;
        while (char_is_upper(s[p + n])) n++;
        if (!letters || n == 0 || n > 3 || char_is_word(s[p + n])) return false;
        snprintf(out, 12, "%.*s", (int)n, s + p);
        p += (uint32_t)n;
    }
    *at = p;
    return true;
}

/* ", nr. ", " stuk nr. ", ", letter ": whether a number is introduced, and whether several are. */
static bool introduction_eat(const struct line *self, uint32_t *at, bool *plural) {
    uint32_t p = *at, end;
    bool found = false;
    *plural = false;
    eat_blanks(self, &p);
    while (eat_char(self, &p, ",:;.")) eat_blanks(self, &p);
    for (;;) {
        slice head = line_head(self, p, &end);
        if (!slice_starts(head, SLICE("number"))) {
            if (self->at[p] == '#')
                end = p + 1;
            else
                break;
        }
        *plural |= slice_equal(head, SLICE("numbers"));
        found = true;
        p = end;
        if (self->at[p] == '.') p++;
        eat_blanks(self, &p);
        if (eat_char(self, &p, ":")) eat_blanks(self, &p);
    }
    if (found) *at = p;
    return found;
}

/* The dossier of the last paper of that number, NULL if none was named. */
static const char *numbered_dossier(const struct reference_reader *self, uint32_t number) {
    for (uint32_t at = self->numbered_last[number % NUMBERED_CHAINS]; at; at = self->numbered.at[at - 1].before)
        if (self->numbered.at[at - 1].number == number) return self->numbered.at[at - 1].dossier;
    return NULL;
}

static void numbered_add(struct reference_reader *self, uint32_t number, const char *dossier) {
    const char *known = numbered_dossier(self, number);
    if (known && strcmp(known, dossier) == 0) return;
    uint32_t *last = &self->numbered_last[number % NUMBERED_CHAINS];
    ARRAY_PUSH(self->memory, &self->numbered) = (struct numbered_paper){ number, *last, dossier };
    *last = self->numbered.count;
}

/* Takes back all but the first `count`. */
static void numbered_forget(struct reference_reader *self, uint32_t count) {
    while (self->numbered.count > count) {
        const struct numbered_paper *last = &self->numbered.at[--self->numbered.count];
        self->numbered_last[last->number % NUMBERED_CHAINS] = last->before;
    }
}

static uint32_t kamerstuk_add(struct reference_reader *self, uint32_t first, uint32_t last, const char *dossier, const char *number) {
    const char *value = number ? arena_format(self->memory, "kst-%s-%s", dossier, number) : arena_format(self->memory, "kst-%s", dossier);
    const char *url = number ? arena_format(self->memory, "https://zoek.officielebekendmakingen.nl/%s", value)
                             : arena_format(self->memory, "https://zoek.officielebekendmakingen.nl/dossier/%s", dossier);
    self->dossier = arena_copy(self->memory, slice_of(dossier));
    if (number && char_is_digit(number[0])) numbered_add(self, (uint32_t)atoi(number), self->dossier);
    return reference_add(self, first, last, number ? "kamerstuk" : "dossier", "kst", value, url);
}

/* Numbers of one dossier from *at on: the first, then those listed. Adds a mention for each; the first begins at token `first`. */
static uint32_t numbers_add(struct reference_reader *self, uint32_t first, uint32_t *at, const char *dossier, bool plural, bool letters) {
    const struct line *line = &self->line;
    char number[12], next[12], other[DOSSIER_SIZE];
    if (!number_eat(line, at, letters, number)) return first;
    uint32_t last = line_end(line, *at);
    kamerstuk_add(self, first, last, dossier, number);
    for (;;) {
        uint32_t p = *at, end;
        eat_blanks(line, &p);
        bool range = eat_dash(line, &p) || slice_equal(line_head(line, p, &end), SLICE("through"));
        if (range) {
            if (slice_equal(line_head(line, p, &end), SLICE("through"))) p = end;
            eat_blanks(line, &p);
            if (!plural || !number_eat(line, &p, letters, next)) break;
            struct mention *mention = &self->out->all.at[self->out->all.count - 1];
            mention->begin = mention->value; /* "nrs. 1–3": the value is the first, begin and stop say all */
            mention->stop = arena_format(self->memory, "kst-%s-%s", dossier, next);
            mention->last = line_end(line, p);
            mention->span = text_span(self->text, mention->first, mention->last);
            last = self->done = mention->last;
            *at = p;
            continue;
        }
        uint32_t start;
        bool more;
        if (!eat_and(line, &p)) break;
        start = p;
        if (dossier_eat(line, &start, false, other)) break; /* "nr. 47 en 36760, nr. 16": the next citation */
        bool introduced = introduction_eat(line, &p, &more);
        if (!plural && !introduced) break;
        start = line_token(line, p);
        if (start == UINT32_MAX || !number_eat(line, &p, letters, next)) break;
        kamerstuk_add(self, start, line_end(line, p), dossier, next);
        last = line_end(line, p);
        *at = p;
    }
    return last;
}

/* From a dossier at *at on: its number or numbers, and the citations that follow it after ";" or "en". */
static uint32_t citation_read(struct reference_reader *self, uint32_t first, uint32_t *at, bool headed) {
    const struct line *line = &self->line;
    uint32_t done = first;
    for (;;) {
        char dossier[DOSSIER_SIZE], number[12];
        bool plural, senate = false;
        uint32_t p = *at;
        if (!dossier_eat(line, &p, headed, dossier)) return done;
        uint32_t after_dossier = p;
        if (eat_char(line, &p, "/")) { /* "34 682/35 334, nr. 143": filed under two, published under the first */
            char second[DOSSIER_SIZE];
            if (dossier_eat(line, &p, false, second))
                after_dossier = p;
            else
                p = after_dossier;
        }
        bool introduced = introduction_eat(line, &p, &plural);
        if (!introduced && headed) {
            uint32_t q = p;
            eat_blanks(line, &q);
            bool comma = eat_char(line, &q, ",");
            eat_blanks(line, &q);
            uint32_t number_at = q;
            slice grouped;
            if (number_eat(line, &q, comma || senate, number)) {
                uint32_t next = q; /* not the beginning of another dossier or of a date */
                eat_blanks(line, &next);
                if (!(next > q && eat_digits(line, &next, 3, 4, &grouped))) introduced = true, p = number_at;
            }
        }
        if (!introduced) {
            uint32_t q = after_dossier; /* 29453-472 */
            if (eat_dash(line, &q) && char_is_digit(line->at[q]) && number_eat(line, &q, false, number) && line->at[q] != '-')
                return kamerstuk_add(self, first, line_end(line, q), dossier, number);
            if (!headed || strlen(dossier) < 5) return done;
            return kamerstuk_add(self, first, line_end(line, after_dossier), dossier, NULL);
        }
        uint32_t last = numbers_add(self, first, &p, dossier, plural, true);
        if (last == first) return done;
        done = last;
        /* ", p. 15-16; nr. 7": pages, then another number of the same dossier. */
        uint32_t q = p, r;
        slice page;
        eat_blanks(line, &q);
        eat_char(line, &q, ",");
        eat_blanks(line, &q);
        if (eat_head(line, &q, "page")) {
            do {
                while (eat_char(line, &q, " /") || eat_dash(line, &q))
                    ;
                r = q;
            } while (eat_digits(line, &q, 1, 5, &page) && (eat_and(line, &q), r != q));
            eat_blanks(line, &r);
            if (line->at[r] == ';') p = r;
        }
        q = p;
        if (!eat_and(line, &q)) return done;
        uint32_t start = line_token(line, q);
        if (start == UINT32_MAX) return done;
        r = q;
        if (line->at[p] == ';' && introduction_eat(line, &r, &plural)) {
            numbers_add(self, start, &r, dossier, plural, true);
            return self->done;
        }
        if (!headed) return done; /* the scan will come to it */
        *at = q;
        first = start;
    }
}

uint32_t kamerstuk_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at, end;
    slice head = line_opening(line, &end);
    if (!head.size) return token;
    at = end;
    bool senate = false;
    char session[9] = "";
    eat_chamber(line, &at, &senate, session);
    for (int i = 0; i < 2; i++) { /* "Kamerstuk nr. 28 676, nr. 3", "Kamerstuk dossier 28 676" */
        uint32_t p = at;
        eat_blanks(line, &p);
        slice next = line_head(line, p, &end);
        if (!slice_starts(next, SLICE("number")) && !slice_equal(next, SLICE("dossier"))) break;
        at = end;
        if (line->at[at] == '.') at++;
    }
    eat_blanks(line, &at);
    while (eat_char(line, &at, ",:.(")) eat_blanks(line, &at);
    if (slice_equal(head, SLICE("chamber")) || slice_equal(head, SLICE("senate"))) {
        if (!session[0] && !(token + 1 < self->block_last && self->text->tokens.at[token + 1].shape == SHAPE_NUMBER)) return token;
    }
    return citation_read(self, token, &at, true);
}

uint32_t kamerstuk_bare(struct reference_reader *self, uint32_t token) {
    uint32_t at = 0;
    return citation_read(self, token, &at, false);
}

/* "motie op stuk nr. 1137": what the number is of belongs to the reference. */
static uint32_t paper_start(const struct reference_reader *self, uint32_t token) {
    bool titled = token >= self->done + 2 && token >= self->block_first + 2 && token_may_be(self->text, token - 1, POS_ADP) &&
                  slice_equal(token_string(self->text, token - 2, CLASS_REFERENCE_HEAD), SLICE("motion"));
    return titled ? token - 2 : token;
}

uint32_t kamerstuk_numbered(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at = 0, end;
    bool plural;
    slice head = line_opening(line, &end);
    bool paper = slice_equal(head, SLICE("number-paper")); /* "stuk", "stukken": what the number is of */
    if (!introduction_eat(line, &at, &plural)) return token;
    char number[12], next[12], dossier[DOSSIER_SIZE];
    uint32_t number_token = line_token(line, at), p = at;
    if (dossier_eat(line, &p, false, dossier)) return token; /* "motie op stuk 36 800, nr. 47" */
    if (!char_is_digit(line->at[at]) || !number_eat(line, &at, false, number)) return token;
    p = at;
    eat_blanks(line, &p);
    if (eat_char(line, &p, "(")) {
        eat_blanks(line, &p);
        if (dossier_eat(line, &p, false, dossier)) {
            eat_blanks(line, &p);
            if (eat_char(line, &p, ")")) {
                return kamerstuk_add(self, paper ? paper_start(self, token) : token, line_end(line, p), dossier, number);
            }
        }
    }
    if (!paper || number_token == UINT32_MAX) return token;
    token = paper_start(self, token);
    /* "de motie op stuk nr. 1137": its dossier was named with it before, or is that of the record. */
    uint32_t first = token, last = token;
    for (;;) {
        const char *known = numbered_dossier(self, (uint32_t)atoi(number));
        if (!known) known = self->text->record->dossier;
        if (!known) known = self->dossier;
        last = line_end(line, at);
        if (known) {
            char compact[DOSSIER_SIZE];
            size_t n = 0;
            for (const char *c = known; *c && n + 1 < sizeof compact; c++)
                if (*c != ' ') compact[n++] = *c;
            compact[n] = '\0';
            reference_add(self, first, last, "kamerstuk", "kst", arena_format(self->memory, "kst-%s-%s", compact, number),
                          arena_format(self->memory, "https://zoek.officielebekendmakingen.nl/kst-%s-%s", compact, number));
        } else
            reference_add(self, first, last, "kamerstuk", "kst", NULL, NULL);
        p = at;
        if (!plural || !eat_and(line, &p) || (first = line_token(line, p)) == UINT32_MAX || !number_eat(line, &p, false, next)) return last;
        memcpy(number, next, sizeof number);
        at = p;
    }
}

/* "der" of "Van der Lee": a small particle between a capital and the name. */
static bool inside_name(const struct reference_reader *self, uint32_t token) {
    const struct token *tokens = self->text->tokens.at;
    uint32_t next = token;
    while (next < self->block_last && next < token + 3 && tokens[next].word && !(tokens[next].flags & TOKEN_CAPITAL) &&
           lexicon_word_class(self->text->words, tokens[next].word, CLASS_NAME_PARTICLE, NULL))
        next++;
    return next > token && next < self->block_last && tokens[next].flags & TOKEN_CAPITAL && tokens[next].shape == SHAPE_WORD;
}

/* "de motie-De Roon c.s. (28 676, nr. 12)", "motie van de leden Van Wieringen en Aslami (Kamerstuk 36 200 X, nr. 14)": a paper by its
 * movers, with its citation in brackets where that follows. */
uint32_t kamerstuk_titled(struct reference_reader *self, uint32_t token) {
    const struct token *tokens = self->text->tokens.at;
    const struct line *line = &self->line;
    uint32_t last = token + 1, names = 0;
    bool hyphen = memchr(line->at, '-', line->count > 1 ? line->starts[1] : line->size) != NULL;
    if (hyphen) names++;
    for (; last < self->block_last && last < token + 16; last++) {
        const struct token *t = &tokens[last];
        int32_t value;
        if (t->flags & TOKEN_CAPITAL && t->shape == SHAPE_WORD)
            names++;
        else if (names && inside_name(self, last))
            ; /* motie-Van der Lee */
        else if (t->word && lexicon_word_class(self->text->words, t->word, CLASS_REFERENCE_HEAD, &value) &&
                 slice_equal(lexicon_string(self->text->words, value), SLICE("mover")))
            ; /* van, lid, leden, c.s. */
        else if (!names && last > token + 1 && t->word && lexicon_word_class(self->text->words, t->word, CLASS_GENDER, NULL))
            ; /* van het lid, van de leden */
        else if (t->word && names && lexicon_word_class(self->text->words, t->word, CLASS_COORDINATOR, &value) && value == 1 &&
                 last + 1 < self->block_last && tokens[last + 1].flags & TOKEN_CAPITAL)
            ;
        else if (t->shape == SHAPE_SYMBOL || t->shape == SHAPE_PUNCT) {
            slice mark = token_text(self->text, last);
            if (!names || !(slice_equal(mark, SLICE("/")) || slice_equal(mark, SLICE("-")) || slice_equal(mark, SLICE("–")))) break;
        } else
            break;
    }
    if (!names) return token;
    while (last > token + 1 && tokens[last - 1].shape == SHAPE_WORD && !(tokens[last - 1].flags & TOKEN_CAPITAL)) last--; /* "… van" */
    if (last + 1 < self->block_last && slice_equal(token_text(self->text, last), SLICE("("))) {
        uint32_t inner = last + 1, count = self->out->all.count, numbered = self->numbered.count;
        line_write(&self->line, self->text, inner, self->block_last);
        uint32_t end = kamerstuk_cited(self, inner);
        if (end == inner) end = kamerstuk_bare(self, inner);
        if (end == inner) end = kamerstuk_numbered(self, inner);
        if (self->out->all.count == count + 1 && end < self->block_last && slice_equal(token_text(self->text, end), SLICE(")"))) {
            struct mention *mention = &self->out->all.at[count];
            mention->first = token;
            mention->last = end + 1;
            mention->span = text_span(self->text, token, end + 1);
            return end + 1;
        }
        self->out->all.count = count; /* several: each is found on its own */
        numbered_forget(self, numbered);
    }
    if (tokens[token].flags & TOKEN_UPPER) return token; /* "MOTIE VAN HET LID …": the record's own title */
    return reference_add(self, token, last, "motion", "", NULL, NULL);
}
