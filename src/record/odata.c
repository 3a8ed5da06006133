/* Pages of the Tweede Kamer's open data (OData JSON): documents, cases, decisions, promises, meetings.
 *
 * Worked example: [{"Nummer": "TZ202107-012", "Tekst": "De minister zegt toe …", "Status": "Openstaand"}, …] → heading "TZ202107-012",
 * then "Tekst" as a paragraph and "Status: Openstaand" as key and value; place "/value[1]/Tekst". Numbers that serve machines
 * (Id, Sid…, Gewijzigd…) are left out and counted. */
#include "record/format.h"

#include <jansson.h>

struct reader {
    struct builder *out;
    size_t left_out;
};

static bool starts(const char *text, const char *prefix) { return strncmp(text, prefix, strlen(prefix)) == 0; }

/* Fields whose text somebody wrote; the others are values. */
static bool is_prose(const char *key) {
    static const char *const names[] = { "Tekst", "Onderwerp",   "Titel",        "BesluitTekst",       "Opmerking",
                                         "Noot",  "Citeertitel", "Omschrijving", "Kabinetsappreciatie" };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(key, names[i]) == 0) return true;
    return false;
}

static bool is_machinery(const char *key) {
    return strcmp(key, "Id") == 0 || starts(key, "Sid") || starts(key, "Api") || starts(key, "@") || strstr(key, "_Id") ||
           strcmp(key, "GewijzigdOp") == 0 || starts(key, "Content") || strcmp(key, "Verwijderd") == 0;
}

/* Notes hold HTML: its tags are cut, <br> and <p> part lines. */
static void write_prose(struct builder *out, slice words) {
    size_t plain = 0;
    for (size_t at = 0; at < words.size; at++) {
        if (words.data[at] != '<') continue;
        const char *end = memchr(words.data + at, '>', words.size - at);
        if (!end) break;
        builder_text(out, (slice){ words.data + plain, at - plain });
        slice tag = { words.data + at + 1, (size_t)(end - words.data) - at - 1 };
        if (slice_starts(tag, SLICE("br")) || slice_starts(tag, SLICE("p")) || slice_starts(tag, SLICE("li"))) builder_break(out);
        at = (size_t)(end - words.data);
        plain = at + 1;
    }
    builder_text(out, (slice){ words.data + plain, words.size - plain });
}

static void write_entity(struct reader *self, const json_t *entity, size_t number) {
    struct builder *out = self->out;
    static const char *const titles[] = { "Nummer", "DocumentNummer", "BesluitSoort", "Titel" };
    const char *title = NULL, *soort = json_string_value(json_object_get(entity, "Soort")), *key;
    for (size_t i = 0; !title && i < COUNT_OF(titles); i++) title = json_string_value(json_object_get(entity, titles[i]));
    builder_open(out, BLOCK_HEADING, 1, arena_format(out->memory, "/value[%zu]", number));
    if (soort) builder_text(out, slice_of(soort)), builder_text(out, SLICE(" "));
    builder_text(out, slice_of(title ? title : arena_format(out->memory, "%zu", number)));
    json_t *value;
    json_object_foreach((json_t *)entity, key, value) {
        char *place = arena_format(out->memory, "/value[%zu]/%.80s", number, key);
        place[utf8_invalid(slice_of(place))] = 0; /* the cut may go through a letter */
        if (is_machinery(key)) {
            self->left_out++;
            continue;
        }
        if (json_is_string(value) && is_prose(key)) {
            builder_open(out, BLOCK_PARAGRAPH, 0, place);
            write_prose(out, slice_of(json_string_value(value)));
        } else if (json_is_string(value) || json_is_integer(value)) {
            if (soort && strcmp(key, "Soort") == 0) continue;
            builder_open(out, BLOCK_KEY, 0, place);
            builder_text(out, slice_of(key));
            builder_text(out, SLICE(": "));
            if (json_is_string(value)) {
                slice text = slice_of(json_string_value(value));
                if (text.size > 18 && text.data[4] == '-' && text.data[10] == 'T' && memcmp(text.data + 11, "00:00", 5) == 0)
                    text.size = 10; /* a day, not a moment */
                builder_text(out, text);
            } else
                builder_text(out, slice_of(arena_format(out->memory, "%lld", (long long)json_integer_value(value))));
        }
    }
    builder_close(out);
}

bool odata_parse(struct builder *out, slice bytes, error *problem) {
    json_error_t found;
    json_t *page = json_loadb(bytes.data, bytes.size, 0, &found);
    if (!page) return error_set(problem, ERROR_FORMAT, out->name, found.position, "broken JSON in line %d: %.120s", found.line, found.text);
    const json_t *values = json_is_object(page) && json_is_array(json_object_get(page, "value")) ? json_object_get(page, "value") : page;
    struct reader reader = { .out = out };
    size_t count = json_is_array(values) ? json_array_size(values) : 1;
    for (size_t i = 0; i < count; i++) {
        const json_t *entity = json_is_array(values) ? json_array_get(values, i) : values;
        if (json_is_object(entity)) write_entity(&reader, entity, i + 1);
    }
    if (count == 1) { /* one document: its fields are the record's */
        const json_t *entity = json_is_array(values) ? json_array_get(values, 0) : values;
        static const struct {
            const char *key;
            enum record_field field;
        } fields[] = { { "Onderwerp", FIELD_TITLE },
                       { "Titel", FIELD_TITLE },
                       { "Vergaderjaar", FIELD_SESSION },
                       { "DocumentNummer", FIELD_RECORD },
                       { "Nummer", FIELD_RECORD } };
        for (size_t i = 0; i < COUNT_OF(fields); i++)
            record_know(out->record, out->memory, fields[i].field, KNOWN_FROM_MARKUP,
                        slice_of(json_string_value(json_object_get(entity, fields[i].key))));
        slice day = slice_of(json_string_value(json_object_get(entity, "Datum")));
        if (day.size >= 10) record_know(out->record, out->memory, FIELD_DATE, KNOWN_FROM_MARKUP, (slice){ day.data, 10 });
        const char *soort = json_string_value(json_object_get(entity, "Soort"));
        if (soort && head_genre(slice_of(soort)))
            record_know(out->record, out->memory, FIELD_GENRE, KNOWN_FROM_MARKUP, slice_of(genre_name(head_genre(slice_of(soort)))));
    }
    /* A page of many is no document of its own: nothing in it is the page's date or genre. */
    if (count != 1) record_know(out->record, out->memory, FIELD_GENRE, KNOWN_FROM_MARKUP, SLICE("other"));
    json_decref(page);
    record_know(out->record, out->memory, FIELD_LANG, KNOWN_FROM_MARKUP, SLICE("nl"));
    if (reader.left_out) builder_repair(out, arena_format(out->memory, "%zu fields that serve machines were left out", reader.left_out));
    return builder_finish(out, problem);
}
