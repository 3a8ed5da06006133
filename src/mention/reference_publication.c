/* Official publications and court decisions of the Netherlands other than Kamerstukken, and identifiers written out.
 *
 *   Handelingen II 2021/22, nr. 24, item 7          → h-tk-20212022-24-7
 *   Aanhangsel Handelingen II 2019/20, nr. 89       → ah-tk-20192020-89
 *   Stb. 2019, 123; Stcrt. 2020, nr. 12345; Trb. 2005, 310 → stb-2019-123, stcrt-2020-12345, trb-2005-310
 *   ECLI:NL:RVS:2019:1234; LJN AB1234               → ECLI:NL:RVS:2019:1234; LJN:AB1234
 *   TZ202106-123; 2024Z11859; kst-28676-372; 32016R0679 → themselves
 */
#include "mention/reference.h"

#include <ctype.h>
#include <stdio.h>

static const char publications[] = "https://zoek.officielebekendmakingen.nl/";

static uint32_t publication_add(struct reference_reader *self, uint32_t first, uint32_t at, const char *scheme, const char *value) {
    return reference_add(self, first, line_end(&self->line, at), "publication", scheme, value,
                         arena_format(self->memory, "%s%s", publications, value));
}

/* ", nr. 24", ", 24": a number, introduced or not. */
static bool numbered_eat(const struct line *line, uint32_t *at, slice *number) {
    uint32_t p = *at;
    eat_blanks(line, &p);
    while (eat_char(line, &p, ",:")) eat_blanks(line, &p);
    if (eat_head(line, &p, "number") || eat_head(line, &p, "numbers")) eat_blanks(line, &p);
    if (!eat_digits(line, &p, 1, 6, number)) return false;
    *at = p;
    return true;
}

uint32_t handelingen_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at = 0, end;
    bool senate = false;
    char session[9] = "";
    slice number, item;
    line_opening(line, &end);
    at = end;
    eat_chamber(line, &at, &senate, session);
    if (!session[0] || !numbered_eat(line, &at, &number)) return token;
    const char *chamber = senate ? "ek" : "tk";
    uint32_t p = at;
    eat_blanks(line, &p);
    if (eat_char(line, &p, ",")) eat_blanks(line, &p);
    if (eat_head(line, &p, "item")) {
        eat_blanks(line, &p);
        if (eat_digits(line, &p, 1, 3, &item))
            return publication_add(self, token, p, "h",
                                   arena_format(self->memory, "h-%s-%s-%.*s-%.*s", chamber, session, (int)number.size, number.data,
                                                (int)item.size, item.data));
    }
    return publication_add(self, token, at, "h",
                           arena_format(self->memory, "h-%s-%s-%.*s", chamber, session, (int)number.size, number.data));
}

uint32_t aanhangsel_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at = 0;
    bool senate = false;
    char session[9] = "";
    slice number;
    line_opening(line, &at);
    for (int i = 0; i < 3; i++) { /* "van de Handelingen": small words before the next head */
        uint32_t p = at, end;
        eat_blanks(line, &p);
        if (line_head(line, p, &end).size) break;
        if (!char_is_lower(line->at[p])) break;
        while (char_is_lower(line->at[p])) p++;
        at = p;
    }
    eat_chamber(line, &at, &senate, session);
    if (!session[0] || !numbered_eat(line, &at, &number)) return token;
    return publication_add(self, token, at, "ah",
                           arena_format(self->memory, "ah-%s-%s-%.*s", senate ? "ek" : "tk", session, (int)number.size, number.data));
}

/* The head's own word says which gazette: "gazette:stb". */
uint32_t gazette_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    uint32_t at;
    slice head = line_opening(line, &at), year, number;
    const char *gazette = memchr(head.data, ':', head.size);
    if (!gazette) return token;
    int size = (int)(head.size - (size_t)(gazette + 1 - head.data));
    if (line->at[at] == '.') at++;
    eat_blanks(line, &at);
    while (eat_char(line, &at, ",:(")) eat_blanks(line, &at);
    if (!eat_digits(line, &at, 4, 4, &year) || !numbered_eat(line, &at, &number)) return token;
    return publication_add(self, token, at, arena_copy(self->memory, (slice){ gazette + 1, (size_t)size }),
                           arena_format(self->memory, "%.*s-%.4s-%.*s", size, gazette + 1, year.data, (int)number.size, number.data));
}

/* ECLI: country, court, year, number parted by colons (Council conclusions 2011/C 127/01); the number may hold dots. */
uint32_t ecli_written(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    const char *s = line->at;
    uint32_t at = 4, part = 0, start = 0;
    if (s[at] != ':') return token;
    for (; part < 4; part++) {
        if (s[at] == ':') at++;
        while (part && s[at] == ' ') at++;
        start = at;
        while (char_is_digit(s[at]) || char_is_upper(s[at]) || char_is_lower(s[at]) ||
               (s[at] == '.' && part == 3 && char_is_word(s[at + 1])))
            at++;
        if (at == start || (part == 2 && at - start != 4) || (part < 3 && s[at] != ':')) return token;
    }
    char *value = arena_alloc(self->memory, at + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < at; i++)
        if (s[i] != ' ') value[n++] = s[i];
    memcpy(value, "ECLI", 4);
    const char *site =
        strncmp(value, "ECLI:NL:", 8) == 0 ? "https://uitspraken.rechtspraak.nl/details?id=" : "https://e-justice.europa.eu/ecli/";
    return reference_add(self, token, line_end(line, at), "judgment", "ECLI", value, arena_format(self->memory, "%s%s", site, value));
}

/* LJN AB1234, LJN-nummer AB2134, ELRO-nr AA 9162: the numbers of Dutch judgments before 2013, two letters and four digits. */
uint32_t ljn_cited(struct reference_reader *self, uint32_t token) {
    const struct line *line = &self->line;
    const char *s = line->at;
    uint32_t at;
    line_opening(line, &at);
    eat_dash(line, &at);
    if (s[at] == '.') at++;
    eat_blanks(line, &at);
    if (eat_head(line, &at, "number")) eat_blanks(line, &at);
    while (eat_char(line, &at, ":.,")) eat_blanks(line, &at);
    if (!isalpha((unsigned char)s[at]) || !isalpha((unsigned char)s[at + 1])) return token;
    char letters[3] = { (char)toupper((unsigned char)s[at]), (char)toupper((unsigned char)s[at + 1]), '\0' };
    slice digits;
    at += 2;
    eat_blanks(line, &at);
    if (!eat_digits(line, &at, 4, 4, &digits)) return token;
    return reference_add(self, token, line_end(line, at), "judgment", "LJN", arena_format(self->memory, "LJN:%s%.4s", letters, digits.data),
                         NULL);
}

/* Pattern of an identifier: A an upper-case letter, a a lower-case one, 9 a digit, + one or more of the character before it, * any number
 * of letters, digits, hyphens, dots and brackets; others stand for themselves. */
static bool pattern_matches(const char *pattern, const char *s, uint32_t *end) {
    uint32_t at = 0;
    for (; *pattern; pattern++) {
        char p = *pattern;
        if (p == '+') continue;
        if (p == '*') {
            while (char_is_word(s[at]) ||
                   ((s[at] == '-' || s[at] == '(' || s[at] == '.') && char_is_word(s[at + 1]) && !char_is_lower(s[at + 1])) ||
                   (s[at] == ')' && s[at + 1] == '-'))
                at++;
            continue;
        }
        uint32_t start = at;
        do {
            bool fits = p == '9' ? char_is_digit(s[at]) : p == 'A' ? char_is_upper(s[at]) : s[at] == p;
            if (!fits) break;
            at++;
        } while (pattern[1] == '+');
        if (at == start) return false;
    }
    if (char_is_word(s[at])) return false;
    *end = at;
    return true;
}

static const struct {
    const char *pattern, *sub, *scheme, *url;
} identifiers[] = {
    { "kst-9+-*", "kamerstuk", "kst", "https://zoek.officielebekendmakingen.nl/%s" },
    { "h-tk-99999999-9+-9+", "publication", "h", "https://zoek.officielebekendmakingen.nl/%s" },
    { "h-ek-99999999-9+-9+", "publication", "h", "https://zoek.officielebekendmakingen.nl/%s" },
    { "ah-tk-99999999-9+", "publication", "ah", "https://zoek.officielebekendmakingen.nl/%s" },
    { "ah-ek-99999999-9+", "publication", "ah", "https://zoek.officielebekendmakingen.nl/%s" },
    { "blg-9+", "publication", "blg", "https://zoek.officielebekendmakingen.nl/%s" },
    { "stb-9999-9+", "publication", "stb", "https://zoek.officielebekendmakingen.nl/%s" },
    { "stcrt-9999-9+", "publication", "stcrt", "https://zoek.officielebekendmakingen.nl/%s" },
    { "trb-9999-9+", "publication", "trb", "https://zoek.officielebekendmakingen.nl/%s" },
    { "BWBR9999999", "law", "BWB", "https://wetten.overheid.nl/%s" },
    { "BWBV9999999", "law", "BWB", "https://wetten.overheid.nl/%s" },
    { "TZ999999-9+", "undertaking", "TZ", NULL },                                 /* toezeggingen of the Tweede Kamer */
    { "T99999", "undertaking", "T", "https://www.eerstekamer.nl/toezegging/%s" }, /* of the Eerste Kamer */
    { "9999Z99999", "document", "TK", "https://www.tweedekamer.nl/zoeken?qry=%s" },
    { "9999D99999", "document", "TK", "https://www.tweedekamer.nl/zoeken?qry=%s" },
    { "9999A99999", "meeting", "TK", "https://www.tweedekamer.nl/zoeken?qry=%s" },
    { "39999R9999", "union-act", "CELEX", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:%s" },
    { "39999L9999", "union-act", "CELEX", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:%s" },
    { "39999D9999", "union-act", "CELEX", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:%s" },
    { "59999AA9999", "union-act", "CELEX", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:%s" },
    { "69999AA9999", "judgment", "CELEX", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:%s" },
};

/* The address of what an identifier names; NULL if it has none. */
static const char *identifier_address(arena *memory, const char *pattern, slice value) {
    if (!pattern) return NULL;
    size_t before = (size_t)(strstr(pattern, "%s") - pattern);
    return arena_format(memory, "%.*s%.*s", (int)before, pattern, (int)value.size, value.data);
}

bool identifier_tell(arena *memory, slice value, const char **sub, const char **scheme, const char **url) {
    const char *line = arena_copy(memory, value);
    for (size_t i = 0; i < COUNT_OF(identifiers); i++) {
        uint32_t end;
        if (!pattern_matches(identifiers[i].pattern, line, &end) || end != value.size) continue;
        *sub = identifiers[i].sub;
        *scheme = identifiers[i].scheme;
        *url = identifier_address(memory, identifiers[i].url, value);
        return true;
    }
    return false;
}

uint32_t identifier_written(struct reference_reader *self, uint32_t token) {
    for (size_t i = 0; i < COUNT_OF(identifiers); i++) {
        uint32_t end;
        if (self->line.at[0] != identifiers[i].pattern[0] && identifiers[i].pattern[0] != '9') continue;
        if (!pattern_matches(identifiers[i].pattern, self->line.at, &end)) continue;
        char *value = arena_copy(self->memory, (slice){ self->line.at, end });
        const char *url = identifier_address(self->memory, identifiers[i].url, slice_of(value));
        return reference_add(self, token, line_end(&self->line, end), identifiers[i].sub, identifiers[i].scheme, value, url);
    }
    return token;
}
