/* Acts and documents of the European Union, the United Nations and the climate conferences.
 *
 *   Verordening (EU) 2016/679, Richtlijn 2010/75/EU, Regulation (EC) No 1907/2006 → 32016R0679, 32010L0075, 32006R1907 (CELEX)
 *   COM(2021) 706 final                → COM(2021)706
 *   resolutions 661 (1990) and 687 (1991) → S/RES/661(1990), S/RES/687(1991)
 *   resolution 75/1                    → A/RES/75/1
 *   S/RES/707 (1991), A/75/123, FCCC/PA/CMA/2021/10/Add.1 → themselves
 *   decisions 9/CMA.1 and 1/CP.21      → 9/CMA.1, 1/CP.21
 */
#include "mention/reference.h"

#include <stdlib.h>

static const char eur_lex[] = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:";

/* "EU", "EG", "GBVB", "Euratom": who made the act. */
static bool community_eat(const struct line *line, uint32_t *at) { return eat_head(line, at, "community"); }

/* The CELEX number of an act: sector 3, year, letter of its kind, number (EUR-Lex, "How CELEX numbers are composed"). Since 2015 the year
 * stands first; before, regulations have it last ("No 1907/2006") and directives and decisions first ("95/46/EG"). */
uint32_t union_act_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at, p;
    slice head = line_opening(line, &at), a, b;
    const char *letter = memchr(head.data, ':', head.size);
    if (!letter) return token;
    bool marked = false, numbered = false;
    p = at;
    eat_blanks(line, &p);
    if (eat_char(line, &p, "(")) {
        do {
            eat_blanks(line, &p);
            if (!community_eat(line, &p)) return token;
            eat_blanks(line, &p);
        } while (eat_char(line, &p, ","));
        if (!eat_char(line, &p, ")")) return token;
        marked = true;
        eat_blanks(line, &p);
    } else if (community_eat(line, &p))
        eat_blanks(line, &p);
    if (eat_head(line, &p, "number")) {
        numbered = true;
        eat_blanks(line, &p);
    }
    if (!eat_digits(line, &p, 1, 4, &a)) return token;
    eat_blanks(line, &p);
    if (!eat_char(line, &p, "/")) return token;
    eat_blanks(line, &p);
    if (!eat_digits(line, &p, 1, 4, &b)) return token;
    at = p;
    eat_blanks(line, &p);
    if (eat_char(line, &p, "/")) {
        eat_blanks(line, &p);
        while (eat_head(line, &p, "community")) {
            marked = true;
            at = p;
            if (!eat_char(line, &p, "/")) break;
        }
    }
    int x = atoi(a.data), y = atoi(b.data);
    bool year_first = a.size == 4 && x > 1950 && x < 2100 && !(numbered && b.size == 4 && y > 1950 && y < 2015);
    if (!year_first && !marked && !numbered) return token;
    if (letter[1] == 'D' && !marked) return token; /* a decision of whom? */
    int year = year_first ? x : y, number = year_first ? y : x;
    if (!year_first && b.size != 4) {
        if (letter[1] == 'R' || a.size > 2) {
            if (b.size != 2) return token;
            year = 1900 + y;
        } /* nr. 1408/71 */
        else
            year = 1900 + x, number = y; /* 95/46/EG */
    }
    if (year < 1950 || year > 2100) return token;
    const char *celex = arena_format(self->memory, "3%04d%c%04d", year, letter[1], number);
    return reference_add(self, token, line_end(line, at), "union-act", "CELEX", celex, arena_format(self->memory, "%s%s", eur_lex, celex));
}

/* "COM(2021) 706 final": the head's own letters are the series. */
uint32_t union_document_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at, p;
    slice year, number;
    line_opening(line, &at);
    slice series = { line->at, at };
    eat_blanks(line, &at);
    if (!eat_char(line, &at, "(")) return token;
    eat_blanks(line, &at);
    if (!eat_digits(line, &at, 4, 4, &year)) return token;
    eat_blanks(line, &at);
    if (!eat_char(line, &at, ")")) return token;
    eat_blanks(line, &at);
    eat_head(line, &at, "number");
    eat_blanks(line, &at);
    if (!eat_digits(line, &at, 1, 5, &number)) return token;
    p = at;
    eat_blanks(line, &p);
    if (eat_head(line, &p, "final")) at = p;
    return reference_add(
        self, token, line_end(line, at), "union-document", "COM",
        arena_format(self->memory, "%.*s(%.4s)%.*s", (int)series.size, series.data, year.data, (int)number.size, number.data),
        arena_format(self->memory, "https://eur-lex.europa.eu/legal-content/EN/ALL/?uri=%.*s:%.4s:%.*s:FIN", (int)series.size, series.data,
                     year.data, (int)number.size, number.data));
}

/* One resolution's number: "687 (1991)" of the Security Council, "75/1" of the General Assembly, bare "1325" with three or four digits. */
static const char *resolution_number(struct reference_reader *self, uint32_t *at) {
    const struct line *line = &self->line;
    uint32_t p = *at, q;
    slice number, other;
    if (!eat_digits(line, &p, 1, 4, &number)) return NULL;
    q = p;
    eat_blanks(line, &q);
    if (eat_char(line, &q, "(")) {
        eat_blanks(line, &q);
        if (eat_digits(line, &q, 4, 4, &other)) {
            eat_blanks(line, &q);
            if (eat_char(line, &q, ")")) {
                *at = q;
                return arena_format(self->memory, "S/RES/%.*s(%.4s)", (int)number.size, number.data, other.data);
            }
        }
    }
    q = p;
    if (eat_char(line, &q, "/") && eat_digits(line, &q, 1, 3, &other)) {
        size_t letters = strspn(line->at + q, "ABC");
        if (char_is_word(line->at[q + letters])) letters = 0;
        q += (uint32_t)letters;
        *at = q;
        return arena_format(self->memory, "A/RES/%.*s/%.*s", (int)number.size, number.data, (int)(other.size + letters), other.data);
    }
    if (number.size < 3 || line->at[p] == '.' || line->at[p] == '/') return NULL;
    *at = p;
    return arena_format(self->memory, "S/RES/%.*s", (int)number.size, number.data);
}

uint32_t resolution_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at, last = token;
    line_opening(line, &at);
    eat_blanks(line, &at);
    eat_head(line, &at, "number");
    eat_blanks(line, &at);
    for (uint32_t first = token;;) {
        const char *value = resolution_number(self, &at);
        if (!value) return last;
        last = reference_add(self, first, line_end(line, at), "resolution", "UN", value,
                             arena_format(self->memory, "https://undocs.org/%s", value));
        uint32_t p = at;
        if (!eat_and(line, &p)) return last;
        uint32_t again = p; /* ", and 699 (1991)" */
        if (eat_and(line, &again)) p = again;
        if ((first = line_token(line, p)) == UINT32_MAX) return last;
        at = p;
    }
}

/* "9/CMA.1": number, slash, body, dot, session. */
static const char *decision_number(struct reference_reader *self, uint32_t *at) {
    const struct line *line = &self->line;
    const char *s = line->at;
    uint32_t p = *at;
    slice number;
    if (!eat_digits(line, &p, 1, 3, &number) || !eat_char(line, &p, "/")) return NULL;
    uint32_t body = p;
    while (char_is_upper(s[p])) p++;
    if (p - body < 2 || !eat_char(line, &p, ".")) return NULL;
    slice session;
    if (!eat_digits(line, &p, 1, 3, &session)) return NULL;
    char *value = arena_copy(self->memory, (slice){ s + *at, p - *at });
    *at = p;
    return value;
}

uint32_t decision_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at = 0, last = token;
    if (!char_is_digit(line->at[0])) line_opening(line, &at);
    eat_blanks(line, &at);
    for (uint32_t first = token;;) {
        const char *value = decision_number(self, &at);
        if (!value) return last;
        last = reference_add(self, first, line_end(line, at), "decision", "UNFCCC", value, NULL);
        uint32_t p = at;
        if (!eat_and(line, &p)) return last;
        uint32_t again = p;
        if (eat_and(line, &again)) p = again;
        if ((first = line_token(line, p)) == UINT32_MAX) return last;
        at = p;
    }
}

/* Symbols of documents of the United Nations: capitals, then parts between slashes, the last with a digit; "(1991)" may follow. */
uint32_t symbol_written(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    const char *s = line->at;
    uint32_t at = 0, parts = 0;
    bool digit = false;
    while (char_is_upper(s[at])) at++;
    if (at == 0 || s[at] != '/') return token;
    while (s[at] == '/') {
        uint32_t start = ++at;
        while (s[at] == ' ') start = ++at;
        while (char_is_word(s[at]) || (s[at] == '.' && char_is_word(s[at + 1]))) {
            digit |= char_is_digit(s[at]);
            at++;
        }
        if (at == start) return token;
        parts++;
    }
    if (!digit || parts > 6 || (parts == 1 && s[1] != '/')) return token;
    char *value = arena_alloc(self->memory, at + 16);
    size_t n = 0;
    for (uint32_t i = 0; i < at; i++)
        if (s[i] != ' ') value[n++] = s[i];
    uint32_t p = at;
    slice year;
    eat_blanks(line, &p);
    if (strncmp(value, "S/RES/", 6) == 0 && eat_char(line, &p, "(") && eat_digits(line, &p, 4, 4, &year) && eat_char(line, &p, ")")) {
        memcpy(value + n, "(", 1);
        memcpy(value + n + 1, year.data, 4);
        memcpy(value + n + 5, ")", 1);
        at = p;
    }
    return reference_add(self, token, line_end(line, at), "document", "UN", value,
                         arena_format(self->memory, "https://undocs.org/%s", value));
}
