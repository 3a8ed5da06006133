/* Tokens become atoms: words, runs of digits, signs. "15e" → 15 e; "Q1" → Q 1; "jan-feb" → jan - feb; "2024Z11859" stays whole.
 *
 * A word is only taken apart where the vocabulary knows its letters: a code like "A1B2" or a name like "NAVO2030" is opaque, so
 * that no number inside it is taken for a year. */
#include "mention/timex.h"

bool word_class(const struct text *text, uint32_t word, enum language lang, enum lexicon_class class, int32_t *value) {
    if (!word || !(lexicon_word_mask(text->words, word) & LEXICON_BIT(class))) return false;
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(text->words, word, &senses);
    for (size_t i = 0; i < count; i++)
        if ((!senses[i].lang || !lang || senses[i].lang == lang) && lexicon_lemma_class(text->words, senses[i].lemma, class, value))
            return true;
    return false;
}

static uint64_t roles_named(struct role_memory *memory, const struct text *text, int32_t value) {
    if (value <= 0) return 0;
    typeof(*memory->names) *slot = &memory->names[(uint32_t)value * 0x9E3779B1u >> 25];
    if (slot->value != value) slot->value = value, slot->roles = timex_roles(lexicon_string(text->words, value));
    return slot->roles;
}

bool time_word_has(const struct mentions *self, const struct text *text, int32_t value, enum time_role role) {
    static const uint8_t roles[] = { [TIME_ROLE_OF] = ROLE_OF, [TIME_ROLE_BY] = ROLE_BY, [TIME_ROLE_A] = ROLE_A };
    return roles_named(self->roles, text, value) >> roles[role] & 1;
}

uint64_t word_roles(struct role_memory *memory, const struct text *text, uint32_t word, enum language lang) {
    if (!word || !(lexicon_word_mask(text->words, word) & LEXICON_BIT(CLASS_TIME_WORD))) return 0;
    uint64_t roles = 0, key = (uint64_t)word << 2 | lang;
    typeof(*memory->words) *known = &memory->words[(uint32_t)key * 0x9E3779B1u >> 24];
    if (known->key == key) return known->roles;
    const struct lexicon_sense *senses;
    size_t count = lexicon_senses(text->words, word, &senses);
    int32_t value;
    for (size_t i = 0; i < count; i++)
        if ((!senses[i].lang || !lang || senses[i].lang == lang) &&
            lexicon_lemma_class(text->words, senses[i].lemma, CLASS_TIME_WORD, &value))
            roles |= roles_named(memory, text, value);
    known->key = key;
    return known->roles = roles;
}

enum language sentence_language(const struct text *text, const struct sentence *sentence) {
    enum language lang = (enum language)text->blocks.at[sentence->block].lang;
    return lang ? lang : text->record->lang;
}

/* Signs that are written in several ways, as one ASCII character; 0: the character is no sign of the grammars. */
static char sign_of(uint32_t character) {
    switch (character) {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xB4:
        return '\'';
    case '~':
    case 0x223C:
        return '~';
    case '/':
    case 0x2044:
        return '/';
    case '.':
    case ',':
    case ':':
    case '(':
    case ')':
    case '%':
    case '+':
    case '<':
    case '>':
    case '=':
    case '#':
    case '*':
    case '^':
        return (char)character;
    case 0x2264:
        return '<';
    case 0x2265:
        return '>';
    default:
        return 0;
    }
}

enum letter { LETTER_SIGN, LETTER_DIGIT, LETTER_LETTER };
static enum letter letter_of(uint32_t character) {
    if (character >= '0' && character <= '9') return LETTER_DIGIT;
    bool combining = character >= 0x300 && character < 0x370; /* tweeëntwintig, written with e and a diaeresis */
    return combining || unicode_is_letter(character) ? LETTER_LETTER : LETTER_SIGN;
}

/* Classes that make the letters beside digits worth reading: units, months, ordinal endings and the like. */
static bool letters_known(const struct text *text, uint32_t word, uint64_t bits) {
    static const enum lexicon_class classes[] = { CLASS_TIME_WORD,    CLASS_UNIT_CODE,  CLASS_MONTH,    CLASS_UNIT,      CLASS_CURRENCY,
                                                  CLASS_MULTIPLIER,   CLASS_NUMERAL,    CLASS_WEEKDAY,  CLASS_FREQUENCY, CLASS_HOLIDAY,
                                                  CLASS_APPROXIMATOR, CLASS_TIME_VAGUE, CLASS_TIME_MOD, CLASS_DAY_NAMED, CLASS_ORDINAL };
    for (size_t i = 0; i < COUNT_OF(classes); i++)
        if (bits & LEXICON_BIT(classes[i]) && lexicon_word_class(text->words, word, classes[i], NULL)) return true;
    return false;
}

static void atom_set_word(const struct atom_reader *self, struct atom *atom, uint32_t word, uint64_t classes) {
    atom->word = word;
    atom->classes = classes;
    if (classes & LEXICON_BIT(CLASS_TIME_WORD)) atom->roles = word_roles(self->roles, self->text, word, self->lang);
}

static void atom_find_word(const struct atom_reader *self, struct atom *atom) {
    const struct token *t = &self->text->tokens.at[atom->token];
    bool whole = atom->text.size == token_text(self->text, atom->token).size;
    if (whole && (t->shape == SHAPE_WORD || t->shape == SHAPE_ABBREVIATION)) {
        if (t->written) atom_set_word(self, atom, t->word, self->text->classes[atom->token]);
        return;
    }
    uint32_t word = lexicon_find(self->text->words, atom->text);
    if (word) atom_set_word(self, atom, word, lexicon_word_mask(self->text->words, word));
}

static struct atom atom_make(const struct atom_reader *self, uint32_t token, slice part, uint32_t start, uint8_t kind) {
    struct atom atom = { .text = part, .start = start, .end = start + (uint32_t)part.size, .token = token, .kind = kind };
    if (kind == ATOM_WORD) atom_find_word(self, &atom);
    if (kind == ATOM_DIGITS) {
        atom.digits = part.size > 250 ? 250 : (uint8_t)part.size;
        if (part.size <= 9)
            for (size_t i = 0; i < part.size; i++) atom.value = atom.value * 10 + (uint32_t)(part.data[i] - '0');
    }
    return atom;
}

static uint32_t atom_opaque(const struct text *text, uint32_t token, struct atom *out) {
    const struct token *t = &text->tokens.at[token];
    *out = (struct atom){ .text = token_text(text, token), .start = t->start, .end = t->end, .token = token, .kind = ATOM_OPAQUE };
    return 1;
}

/* "1e10", "1.3x10": an e or x between digits, or an e that a sign follows. */
static bool is_notation(slice spelling, size_t from, size_t to) {
    if (to - from != 1 || from == 0 || letter_of((unsigned char)spelling.data[from - 1]) != LETTER_DIGIT) return false;
    char letter = (char)(spelling.data[from] | 0x20);
    bool digits = to < spelling.size && letter_of((unsigned char)spelling.data[to]) == LETTER_DIGIT;
    return (letter == 'x' && digits) || (letter == 'e' && (digits || to == spelling.size));
}

/* A token of several parts; at most `capacity` atoms. Letters beside digits must be known. */
static uint32_t token_split(const struct atom_reader *self, uint32_t token, struct atom *out, uint32_t capacity) {
    const struct text *text = self->text;
    slice spelling = token_text(text, token);
    uint32_t start = text->tokens.at[token].start, count = 0;
    for (size_t at = 0; at < spelling.size;) {
        size_t from = at;
        uint32_t character = utf8_next(spelling, &at);
        enum letter kind = letter_of(character);
        while (kind != LETTER_SIGN && at < spelling.size) {
            size_t next = at;
            if (letter_of(utf8_next(spelling, &next)) != kind) break;
            at = next;
        }
        slice part = { spelling.data + from, at - from };
        bool beside_digits = (from > 0 && letter_of((unsigned char)spelling.data[from - 1]) == LETTER_DIGIT) ||
                             (at < spelling.size && letter_of((unsigned char)spelling.data[at]) == LETTER_DIGIT);
        if (count == capacity) return atom_opaque(text, token, out);
        struct atom *atom = &out[count++];
        *atom = atom_make(self, token, part, start + (uint32_t)from,
                          kind == LETTER_DIGIT    ? ATOM_DIGITS
                          : kind == LETTER_LETTER ? ATOM_WORD
                                                  : ATOM_SIGN);
        atom->glued = from > 0;
        if (kind == LETTER_SIGN) {
            atom->sign = sign_of(character);
            if (atom->sign == '/') atom->word = lexicon_find(text->words, part); /* a sign may stand in a phrase: t/m */
            if (!atom->sign) atom_find_word(self, atom), atom->kind = atom->word ? ATOM_WORD : ATOM_OPAQUE;
        }
        if (kind == LETTER_LETTER && beside_digits && !letters_known(text, atom->word, atom->classes) && !is_notation(spelling, from, at))
            return atom_opaque(text, token, out);
    }
    return count;
}

static bool only_digits(slice spelling) {
    for (size_t i = 0; i < spelling.size; i++)
        if (letter_of((unsigned char)spelling.data[i]) != LETTER_DIGIT) return false;
    return true;
}

static uint32_t word_atom(const struct atom_reader *self, uint32_t token, slice spelling, uint32_t word, struct atom *out) {
    const struct token *t = &self->text->tokens.at[token];
    *out = (struct atom){ .text = spelling, .start = t->start, .end = t->end, .token = token, .kind = ATOM_WORD };
    if (word) atom_set_word(self, out, word, self->text->classes[token]);
    return 1;
}

static uint32_t token_atoms(const struct atom_reader *self, uint32_t token, struct atom *out, uint32_t capacity) {
    const struct text *text = self->text;
    const struct token *t = &text->tokens.at[token];
    slice spelling = token_text(text, token);
    if (t->shape == SHAPE_URL || (t->flags & TOKEN_FOOTNOTE_MARK) || !spelling.size) return atom_opaque(text, token, out);
    if (t->shape == SHAPE_NUMBER && only_digits(spelling)) {
        *out = atom_make(self, token, spelling, t->start, ATOM_DIGITS);
        return 1;
    }
    if (spelling.size == 1 && t->shape == SHAPE_PUNCT) {
        char sign = sign_of((unsigned char)spelling.data[0]);
        if (sign) {
            *out = atom_make(self, token, spelling, t->start, ATOM_SIGN);
            out->sign = sign;
            out->word = t->word; /* a sign may stand in a phrase: t / m */
            return 1;
        }
    }
    if (t->shape != SHAPE_WORD && t->shape != SHAPE_ABBREVIATION) return token_split(self, token, out, capacity);
    uint32_t word = t->written ? t->word : 0;
    bool parts = t->mixed && memchr(spelling.data, '-', spelling.size) &&
                 !(word && letters_known(text, word, text->classes[token])); /* twenty-five, jan-feb */
    if (!(t->flags & TOKEN_JOINED) && (!word || parts)) return token_split(self, token, out, capacity);
    return word_atom(self, token, spelling, word, out);
}

static bool blank_before(const struct token *t) { return t->flags & (TOKEN_SPACE_BEFORE | TOKEN_LINE_START | TOKEN_GAP_BEFORE); }

/* The atoms of one token at most `capacity`; whether a blank stands before it. */
static uint32_t token_read(const struct atom_reader *self, uint32_t token, bool first, struct atom *out, uint32_t capacity) {
    uint32_t made = token_atoms(self, token, out, capacity);
    out->glued = !first && !blank_before(&self->text->tokens.at[token]);
    return made;
}

void atoms_of_sentence(struct atom_reader *self, const struct sentence *sentence, uint32_t first, uint32_t last) {
    self->sentence = sentence;
    self->lang = sentence_language(self->text, sentence);
    self->from = first;
    self->atoms.count = self->first.count = 0;
    for (uint32_t token = first; token < last; token++) {
        ARRAY_PUSH(self->memory, &self->first) = self->atoms.count;
        while (self->atoms.capacity - self->atoms.count < ATOM_WINDOW_MAX) /* room for the largest token */
            self->atoms.at = array_grow(self->memory, self->atoms.at, &self->atoms.capacity, sizeof *self->atoms.at);
        struct atom *out = self->atoms.at + self->atoms.count;
        const struct token *t = &self->text->tokens.at[token];
        if (t->shape == SHAPE_WORD && t->written && !t->mixed && !(t->flags & (TOKEN_JOINED | TOKEN_FOOTNOTE_MARK))) /* most */
            self->atoms.count += word_atom(self, token, token_text(self->text, token), t->word, out);
        else
            self->atoms.count += token_atoms(self, token, out, ATOM_WINDOW_MAX);
        out->glued = token != sentence->first && !blank_before(t);
    }
    ARRAY_PUSH(self->memory, &self->first) = self->atoms.count;
}

void window_open(struct atom_reader *self, uint32_t first, uint32_t last, uint32_t capacity, struct atom_window *out) {
    const uint32_t *at = self->first.at, base = self->from, begin = at[first - base];
    out->at = self->atoms.at + begin;
    out->count = at[last - base] - begin;
    if (out->count > capacity) {
        out->count = capacity;
        uint32_t cut = self->atoms.at[begin + capacity].token;
        if (at[cut - base] != begin + capacity) { /* it would cut a token */
            out->at = out->cut;
            out->count = 0;
            for (uint32_t token = first; token < last && out->count < capacity; token++)
                out->count += token_read(self, token, token == first, out->cut + out->count, capacity - out->count);
        }
    }
    if (!out->count) return;
    out->glued = out->at[0].glued;
    out->at[0].glued = false;
}
