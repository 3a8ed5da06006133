/* Word's lists: w:abstractNum says how each level is labelled ("%1." in decimals from 1), w:num which list that is. */
#include "record/numbering.h"
#include "record/xml.h"

#include <stdio.h>
#include <stdlib.h>

enum format { DECIMAL, LOWER_LETTER, UPPER_LETTER, LOWER_ROMAN, UPPER_ROMAN, BULLET, NONE };
static const struct {
    const char *name;
    enum format format;
} formats[] = {
    { "decimal", DECIMAL },
    { "lowerLetter", LOWER_LETTER },
    { "upperLetter", UPPER_LETTER },
    { "lowerRoman", LOWER_ROMAN },
    { "upperRoman", UPPER_ROMAN },
    { "bullet", BULLET },
    { "none", NONE },
    { "decimalZero", DECIMAL },
    { "ordinal", DECIMAL },
};

struct reader {
    struct numbering *out;
    arena *memory;
    struct numbering_list *list;
    int level, number, depth;
    const char *names[XML_DEPTH_MAX];
};

static int number_of(const struct xml_attributes *attributes, const char *name) {
    slice value = xml_attribute(attributes, name);
    char digits[12] = { 0 };
    memcpy(digits, value.data ? value.data : "", value.size < sizeof digits - 1 ? value.size : sizeof digits - 1);
    return atoi(digits);
}

static void start(void *context, const char *name, const struct xml_attributes *attributes) {
    struct reader *self = context;
    self->names[self->depth++] = name;
    if (strcmp(name, "abstractNum") == 0) {
        self->list = NULL;
        if (self->out->lists.count == NUMBERING_MAX) return;
        self->list = &ARRAY_PUSH(self->memory, &self->out->lists);
        *self->list = (struct numbering_list){ .id = number_of(attributes, "abstractNumId") };
        self->level = -1;
    } else if (strcmp(name, "lvl") == 0) {
        self->level = number_of(attributes, "ilvl");
        if (self->level < 0 || self->level >= NUMBERING_LEVELS) self->level = -1;
        if (self->list && self->level >= 0) self->list->levels[self->level] = (struct numbering_level){ .format = NONE, .start = 1 };
    } else if (strcmp(name, "num") == 0) {
        self->number = number_of(attributes, "numId");
        self->list = NULL;
    } else if (strcmp(name, "abstractNumId") == 0 && self->out->instance_count < NUMBERING_MAX) {
        int id = number_of(attributes, "val");
        for (uint32_t i = 0; i < self->out->lists.count; i++) {
            if (self->out->lists.at[i].id != id) continue;
            self->out->instances[self->out->instance_count].number = self->number;
            self->out->instances[self->out->instance_count++].list = (int)i;
            break;
        }
    } else if (self->list && self->level >= 0) {
        struct numbering_level *level = &self->list->levels[self->level];
        slice value = xml_attribute(attributes, "val");
        if (strcmp(name, "start") == 0)
            level->start = number_of(attributes, "val");
        else if (strcmp(name, "numFmt") == 0) {
            for (size_t i = 0; i < COUNT_OF(formats); i++)
                if (slice_equal(value, slice_of(formats[i].name))) level->format = formats[i].format;
        } else if (strcmp(name, "lvlText") == 0 && value.size < sizeof level->text)
            memcpy(level->text, value.data ? value.data : "", value.size), level->text[value.size] = 0;
    }
}
static void end(void *context) { ((struct reader *)context)->depth--; }
static void text(void *context, slice words) { (void)context, (void)words; }

bool numbering_read(struct numbering *self, arena *memory, slice bytes, const char *name, error *problem) {
    if (!bytes.size) return true;
    static const struct xml_handler handler = { start, end, text };
    struct reader reader = { .out = self, .memory = memory, .level = -1 };
    return xml_parse(&handler, &reader, bytes, name, problem);
}

static void write_roman(int number, bool upper, char out[32]) {
    static const struct {
        int value;
        const char *lower, *upper;
    } parts[] = {
        { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" },  { 400, "cd", "CD" }, { 100, "c", "C" },
        { 90, "xc", "XC" }, { 50, "l", "L" },    { 40, "xl", "XL" }, { 10, "x", "X" },    { 9, "ix", "IX" },
        { 5, "v", "V" },    { 4, "iv", "IV" },   { 1, "i", "I" },
    };
    size_t size = 0;
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        for (; number >= parts[i].value && size < 28; number -= parts[i].value) {
            const char *part = upper ? parts[i].upper : parts[i].lower;
            memcpy(out + size, part, strlen(part));
            size += strlen(part);
        }
    out[size] = 0;
}

static void write_number(enum format format, int number, char out[32]) {
    if ((format == LOWER_LETTER || format == UPPER_LETTER) && number > 0) {
        int times = (number - 1) / 26 + 1;
        if (times > 8) times = 8;
        memset(out, (format == LOWER_LETTER ? 'a' : 'A') + (number - 1) % 26, (size_t)times);
        out[times] = 0;
    } else if ((format == LOWER_ROMAN || format == UPPER_ROMAN) && number > 0 && number < 4000)
        write_roman(number, format == UPPER_ROMAN, out);
    else
        snprintf(out, 32, "%d", number);
}

void numbering_next(struct numbering *self, int number, int depth, char *out, size_t size) {
    *out = 0;
    struct numbering_list *list = NULL;
    for (int i = 0; i < self->instance_count && !list; i++)
        if (self->instances[i].number == number) list = &self->lists.at[self->instances[i].list];
    if (!list || depth < 0 || depth >= NUMBERING_LEVELS) return;
    const struct numbering_level *level = &list->levels[depth];
    list->counts[depth]++;
    for (int deeper = depth + 1; deeper < NUMBERING_LEVELS; deeper++) list->counts[deeper] = 0;
    if (level->format == BULLET) {
        snprintf(out, size, "•"); /* the fonts' own bullets are private characters */
        return;
    }
    if (level->format == NONE) return;
    size_t at = 0;
    for (const char *c = level->text; *c && at + 34 < size; c++) {
        if (*c != '%' || c[1] < '1' || c[1] > '9') {
            out[at++] = *c;
            continue;
        }
        int which = *++c - '1';
        char digits[32];
        int count = list->counts[which] ? list->counts[which] : 1;
        write_number(list->levels[which].format == NONE ? DECIMAL : list->levels[which].format, count - 1 + list->levels[which].start,
                     digits);
        size_t length = strlen(digits);
        memcpy(out + at, digits, length);
        at += length;
    }
    out[at] = 0;
}
