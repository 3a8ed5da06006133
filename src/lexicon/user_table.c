/* Reads the user's tables (data/README.md, "Your own words"): the columns form, plural, inflected, lemma, pos, lang, forms, classes; a
 * table without `form` gives classes to lemmas, and "-CLASS" takes one away.
 *
 *     form	lemma	pos	lang	classes
 *     Samenwerkingsraad Noord	Samenwerkingsraad Noord	PROPN	nl	ACTOR=SRN */
#include "lexicon/overlay_build.h"

#include <stdio.h>
#include <stdlib.h>

enum column { FORM, PLURAL, INFLECTED, LEMMA, POS, LANG, FORMS, CLASSES, SOURCE, NOTE, COLUMN_COUNT };
static const char *const column_names[] = { "form", "plural", "inflected", "lemma", "pos", "lang", "forms", "classes", "source", "note" };
static const struct {
    const char *name;
    uint16_t flag;
} form_names[] = { { "FINITE", FORM_FINITE },
                   { "PAST", FORM_PAST },
                   { "PLURAL", FORM_PLURAL },
                   { "INFINITIVE", FORM_INFINITIVE },
                   { "PARTICIPLE", FORM_PARTICIPLE },
                   { "PRESENT_PARTICIPLE", FORM_PRESENT_PARTICIPLE },
                   { "TE", FORM_TE },
                   { "IMPERATIVE", FORM_IMPERATIVE },
                   { "FIRST", FORM_FIRST },
                   { "THIRD", FORM_THIRD } };
/* classes.def says of a class in words whether its value is a string. */
static bool class_is_text(int class) {
    static const char *const meanings[CLASS_COUNT] = {
#define X(name, meaning) [CLASS_##name] = meaning,
#include "lexicon/classes.def"
#undef X
    };
    return strstr(meanings[class], "string") != NULL;
}

struct user_table {
    struct overlay *overlay;
    const char *path;
    size_t line;
    int columns[COLUMN_COUNT + 16]; /* what each cell is; -1 after the last */
    int column_count;
    error *problem;
};

static bool refuse(struct user_table *self, const char *cause, slice word) {
    return error_set(self->problem, ERROR_FORMAT, self->path, -1, "line %zu: %s \"%.*s\" (data/README.md has the columns)", self->line,
                     cause, (int)(word.size > 80 ? 80 : word.size), word.data);
}

/* The part of *rest before the separator; *rest goes on after it. False when nothing is left. */
static bool next_part(slice *rest, char separator, slice *part) {
    if (!rest->data) return false;
    const char *end = memchr(rest->data, separator, rest->size);
    *part = (slice){ rest->data, end ? (size_t)(end - rest->data) : rest->size };
    *rest = end ? (slice){ end + 1, rest->size - part->size - 1 } : (slice){ NULL, 0 };
    return true;
}

static bool read_header(struct user_table *self, slice line) {
    slice cell;
    while (next_part(&line, '\t', &cell)) {
        if (self->column_count == (int)COUNT_OF(self->columns)) return refuse(self, "too many columns at", cell);
        int column = 0;
        while (column < COLUMN_COUNT && !slice_equal(slice_trim(cell), slice_of(column_names[column]))) column++;
        if (column == COLUMN_COUNT) return refuse(self, "unknown column", cell);
        self->columns[self->column_count++] = column;
    }
    return true;
}

static bool read_classes(struct user_table *self, uint32_t lemma, slice cell) {
    slice item;
    while (next_part(&cell, ' ', &item)) {
        if (!item.size) continue;
        bool taken = item.data[0] == '-';
        slice name = taken ? (slice){ item.data + 1, item.size - 1 } : item, value = { NULL, 0 };
        next_part(&name, '=', &value);
        slice text = name;
        name = value;
        int class = 1;
        while (class < CLASS_COUNT && !slice_equal(name, slice_of(lexicon_class_name((enum lexicon_class) class)))) class ++;
        if (class == CLASS_COUNT) return refuse(self, "unknown class", name);
        struct overlay_value given = { 1, taken };
        if (class_is_text(class))
            given.value = taken ? 0 : overlay_add_string(self->overlay, text);
        else if (text.size) {
            char digits[16] = "", *end = digits;
            if (text.size < sizeof digits) memcpy(digits, text.data, text.size);
            long long number = strtoll(digits, &end, 10);
            if (*end || end == digits || number != (int32_t)number) return refuse(self, "not a number:", item);
            given.value = (int32_t)number;
        }
        overlay_add_class(self->overlay, lemma, (enum lexicon_class) class, given);
    }
    return true;
}

static bool read_pos(struct user_table *self, slice cell, slice form, enum pos *out) {
    size_t at = 0;
    uint32_t first = form.size ? utf8_next(form, &at) : 0;
    *out = unicode_is_upper(first) ? POS_PROPN : POS_NOUN;
    if (!cell.size) return true;
    for (enum pos pos = POS_NOUN; pos <= POS_SYM; pos++) {
        if (!slice_equal(cell, slice_of(pos_name(pos)))) continue;
        *out = pos;
        return true;
    }
    return refuse(self, "unknown part of speech", cell);
}

static bool read_forms(struct user_table *self, slice cell, uint16_t *out) {
    slice item;
    *out = 0;
    while (next_part(&cell, ' ', &item)) {
        if (!item.size) continue;
        size_t at = 0;
        while (at < COUNT_OF(form_names) && !slice_equal(item, slice_of(form_names[at].name))) at++;
        if (at == COUNT_OF(form_names)) return refuse(self, "unknown form", item);
        *out |= form_names[at].flag;
    }
    return true;
}

/* One spelling, a word or a phrase. */
static bool add_form(struct user_table *self, slice form, struct lexicon_sense sense) {
    enum { PHRASE_MAX = 16 };
    slice parts[PHRASE_MAX], part, rest = slice_trim(form);
    size_t count = 0;
    while (next_part(&rest, ' ', &part)) {
        if (!part.size) continue;
        bool comma = part.size > 1 && part.data[part.size - 1] == ',';
        if (count + 1 + comma > PHRASE_MAX) return refuse(self, "more than 16 words in", form);
        parts[count++] = comma ? (slice){ part.data, part.size - 1 } : part;
        if (comma) parts[count++] = SLICE(",");
    }
    if (!count) return refuse(self, "an empty form in", form);
    bool added =
        count == 1 ? overlay_add_word(self->overlay, parts[0], sense) : overlay_add_phrase(self->overlay, parts, count, sense.lemma);
    return added || refuse(self, "longer than 64 bytes:", form);
}

static bool read_row(struct user_table *self, slice line) {
    slice cells[COLUMN_COUNT] = { { NULL, 0 } }, cell, alternative;
    for (int i = 0; next_part(&line, '\t', &cell); i++) {
        if (i == self->column_count) return refuse(self, "more cells than columns at", cell);
        cells[self->columns[i]] = slice_trim(cell);
    }
    slice first = cells[FORM], rest = cells[FORM];
    if (rest.size) next_part(&rest, '|', &first);
    slice spelling = cells[LEMMA].size ? cells[LEMMA] : slice_trim(first);
    if (!spelling.size) return refuse(self, "neither form nor lemma in", (slice){ "", 0 });
    enum pos pos;
    struct lexicon_sense sense = { 0 };
    if (!read_pos(self, cells[POS], spelling, &pos) || !read_forms(self, cells[FORMS], &sense.forms)) return false;
    if (cells[LANG].size && !slice_equal(cells[LANG], SLICE("nl")) && !slice_equal(cells[LANG], SLICE("en")))
        return refuse(self, "unknown language", cells[LANG]);
    sense.lang = cells[LANG].size == 0 ? 0 : cells[LANG].data[0] == 'n' ? 1 : 2;
    sense.pos = (uint8_t)pos;
    sense.lemma = overlay_add_lemma(self->overlay, spelling, pos, sense.lang);
    static const struct {
        enum column column;
        uint16_t more;
    } spellings[] = { { FORM, 0 }, { PLURAL, FORM_PLURAL }, { INFLECTED, 0 } };
    for (size_t i = 0; i < COUNT_OF(spellings); i++) {
        struct lexicon_sense written = sense;
        written.forms |= spellings[i].more;
        for (rest = cells[spellings[i].column]; rest.size && next_part(&rest, '|', &alternative);)
            if (!add_form(self, alternative, written)) return false;
    }
    return read_classes(self, sense.lemma, cells[CLASSES]);
}

static bool read_table(struct user_table *self, slice bytes) {
    slice line;
    if (utf8_invalid(bytes) < bytes.size)
        return error_set(self->problem, ERROR_ENCODING, self->path, (int64_t)utf8_invalid(bytes), "is not UTF-8: save the table as UTF-8");
    overlay_add_hash(self->overlay, bytes);
    while (next_part(&bytes, '\n', &line)) {
        self->line++;
        if (line.size && line.data[line.size - 1] == '\r') line.size--;
        if (!slice_trim(line).size || line.data[0] == '#') continue;
        if (!(self->column_count ? read_row(self, line) : read_header(self, line))) return false;
    }
    return true;
}

static bool load_table(struct overlay *overlay, const char *path, error *problem) {
    enum { TABLE_MAX = 64 << 20 };
    FILE *file = fopen(path, "rb");
    if (!file) return error_set(problem, ERROR_IO, path, -1, "cannot be opened: check the path after --lexicon");
    buffer bytes = { 0 };
    size_t got = 1;
    while (got && bytes.size <= TABLE_MAX) {
        buffer_reserve(&bytes, 1 << 16);
        got = fread(bytes.data + bytes.size, 1, 1 << 16, file);
        bytes.size += got;
    }
    struct user_table table = { .overlay = overlay, .path = path, .problem = problem };
    bool good = ferror(file)             ? error_set(problem, ERROR_IO, path, -1, "cannot be read")
                : bytes.size > TABLE_MAX ? error_set(problem, ERROR_LIMIT, path, -1, "is larger than 64 MB: split the table")
                                         : read_table(&table, (slice){ bytes.data, bytes.size });
    fclose(file);
    buffer_free(&bytes);
    return good;
}

lexicon *lexicon_open(const char *const *paths, size_t count, error *problem) {
    lexicon *self = malloc(sizeof *self);
    if (!self) {
        error_set(problem, ERROR_LIMIT, NULL, -1, "no memory for a lexicon");
        return NULL;
    }
    *self = (lexicon){ lexicon_builtin()->table, overlay_new(lexicon_builtin()->table) };
    for (size_t i = 0; i < count; i++) {
        if (load_table(self->overlay, paths[i], problem)) continue;
        lexicon_close(self);
        return NULL;
    }
    if (!count) overlay_add_hash(self->overlay, (slice){ "", 0 });
    return self;
}
