/* WebVTT (W3C) and SubRip: transcripts of council meetings. The place of a block is its moment in the recording.
 *
 * Worked example: "00:01:02.000 --> 00:01:05.000\n<v Mevrouw De Wit>Ik zeg toe dat\n\n00:01:05.000 --> …\nu dat ontvangt." → a turn
 * "Mevrouw De Wit:" and one paragraph "Ik zeg toe dat u dat ontvangt." with place "time=00:01:02.000". Cues of one speaker run on
 * in one block until a cue ends with a sentence, so that each block's moment is that of its words. Sounds ("[applaus]") are not spoken. */
#include "record/entity.h"
#include "record/format.h"

#include <stdlib.h>

struct reader {
    struct builder *out;
    slice text;
    size_t at, from; /* from: where the open paragraph's text began */
    char speaker[128];
    size_t sounds; /* cues that were left out */
};

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static slice next_line(struct reader *self) {
    const char *end = memchr(self->text.data + self->at, '\n', self->text.size - self->at);
    size_t size = end ? (size_t)(end - self->text.data) - self->at : self->text.size - self->at;
    slice line = { self->text.data + self->at, size };
    self->at += size + (end ? 1 : 0);
    return slice_trim(line);
}

/* "01:02:03.450", "02:03,450" at the start of a line: milliseconds; -1 if it is none. */
static long time_parse(slice text, size_t *read) {
    long parts[3] = { 0 }, milliseconds = 0;
    size_t at = 0;
    int count = 0;
    for (; count < 3 && at < text.size && is_digit(text.data[at]); count++) {
        for (int digits = 0; at < text.size && is_digit(text.data[at]) && digits < 4; at++, digits++)
            parts[count] = parts[count] * 10 + (text.data[at] - '0');
        if (at >= text.size || text.data[at] != ':') {
            count++;
            break;
        }
        at++;
    }
    if (count < 2 || at + 4 > text.size || (text.data[at] != '.' && text.data[at] != ',')) return -1;
    for (at++; at < text.size && is_digit(text.data[at]) && milliseconds < 100; at++)
        milliseconds = milliseconds * 10 + (text.data[at] - '0');
    *read = at;
    return ((count == 3 ? parts[0] * 3600 + parts[1] * 60 + parts[2] : parts[0] * 60 + parts[1]) * 1000) + milliseconds;
}

/* "<v Name>": whose voice it is; ">> Name:" and "NAME:" are how live captions say it. */
static slice take_speaker(slice *line) {
    slice name = { 0 };
    if (slice_starts(*line, SLICE("<v"))) {
        const char *end = memchr(line->data, '>', line->size), *blank = memchr(line->data, ' ', line->size);
        if (!end || !blank || blank > end) return name;
        name = (slice){ blank + 1, (size_t)(end - blank) - 1 };
        *line = (slice){ end + 1, line->size - (size_t)(end + 1 - line->data) };
        return name;
    }
    bool arrows = slice_starts(*line, SLICE(">>"));
    if (arrows) *line = slice_trim((slice){ line->data + 2, line->size - 2 });
    const char *colon = memchr(line->data, ':', line->size < 60 ? line->size : 60);
    bool upper = colon && colon - line->data >= 3;
    for (const char *c = line->data; colon && c < colon; c++) upper &= !(*c >= 'a' && *c <= 'z') && !is_digit(*c);
    if (!colon || (!arrows && !upper)) return name;
    name = (slice){ line->data, (size_t)(colon - line->data) };
    *line = slice_trim((slice){ colon + 1, line->size - name.size - 1 });
    return name;
}

static int compare_entity(const void *name, const void *entity) { return strcmp(name, ((const struct entity *)entity)->name); }

/* Words with the characters that WebVTT writes as entities (&amp; &lt; &gt; &nbsp; &lrm; &rlm;). */
static void write_plain(struct builder *out, slice words) {
    for (const char *from; words.size && (from = memchr(words.data, '&', words.size));) {
        size_t before = (size_t)(from - words.data), left = words.size - before;
        const char *end = memchr(from, ';', left < 12 ? left : 12);
        char name[12] = "";
        if (end) memcpy(name, from + 1, (size_t)(end - from) - 1);
        const struct entity *entity = end ? bsearch(name, entity_table, entity_count, sizeof *entity_table, compare_entity) : NULL;
        char character[4];
        builder_text(out, (slice){ words.data, before });
        if (!entity)
            builder_text(out, SLICE("&"));
        else if (entity->character == 0xA0)
            builder_text(out, SLICE(" "));
        else if (entity->character != 0x200E && entity->character != 0x200F) /* marks of direction have no width */
            builder_text(out, (slice){ character, utf8_encode(entity->character, character) });
        size_t past = before + (entity ? (size_t)(end - from) + 1 : 1);
        words = (slice){ words.data + past, words.size - past };
    }
    builder_text(out, words);
}

/* The cue's words without its tags (<i>, <c.yellow>, <00:01:02.000>). */
static void write_words(struct builder *out, slice line) {
    size_t plain = 0;
    for (size_t at = 0; at < line.size; at++) {
        if (line.data[at] != '<') continue;
        const char *end = memchr(line.data + at, '>', line.size - at);
        if (!end) break;
        write_plain(out, (slice){ line.data + plain, at - plain });
        at = (size_t)(end - line.data);
        plain = at + 1;
    }
    write_plain(out, (slice){ line.data + plain, line.size - plain });
    builder_text(out, SLICE(" "));
}

/* "[applaus]", "♪ …": what is heard but not said. */
static bool is_sound(slice line) {
    return (line.size > 1 && line.data[0] == '[' && memchr(line.data, ']', line.size) == line.data + line.size - 1) ||
           slice_starts(line, SLICE("\xE2\x99\xAA"));
}

static bool ends_sentence(slice text) {
    return text.size && (text.data[text.size - 1] == '.' || text.data[text.size - 1] == '?' || text.data[text.size - 1] == '!');
}

static void read_cue(struct reader *self, long begin) {
    struct builder *out = self->out;
    const char *place =
        arena_format(out->memory, "time=%02ld:%02ld:%02ld.%03ld", begin / 3600000, begin / 60000 % 60, begin / 1000 % 60, begin % 1000);
    bool first = true;
    while (self->at < self->text.size) {
        slice line = next_line(self);
        if (!line.size) break;
        if (is_sound(line)) {
            self->sounds++;
            continue;
        }
        bool dash = slice_starts(line, SLICE("- ")); /* somebody else speaks */
        if (dash) line = slice_trim((slice){ line.data + 2, line.size - 2 });
        slice name = take_speaker(&line);
        if (name.size && name.size < sizeof self->speaker && !slice_equal(name, slice_of(self->speaker))) {
            memcpy(self->speaker, name.data, name.size);
            self->speaker[name.size] = 0;
            builder_open(out, BLOCK_TURN, 0, place);
            builder_mark_open(out, MARK_SPEAKER, arena_copy(out->memory, name));
            builder_text(out, name);
            builder_mark_close(out);
            builder_text(out, SLICE(":"));
            builder_close(out);
        }
        if (!out->at->block || dash || (first && ends_sentence(builder_written(out, self->from)))) {
            builder_open(out, BLOCK_PARAGRAPH, 0, place);
            self->from = builder_place(out);
        }
        write_words(out, line);
        first = false;
    }
}

/* "WEBVTT - Raadsvergadering Zuiddorp, 3 oktober 2024": what the recording is. */
static void know_header(struct builder *out, slice line) {
    if (!slice_starts(line, SLICE("WEBVTT"))) return;
    line = slice_trim((slice){ line.data + 6, line.size - 6 });
    while (line.size && (line.data[0] == '-' || line.data[0] == ' ')) line.data++, line.size--;
    if (!line.size) return;
    record_know(out->record, out->memory, FIELD_TITLE, KNOWN_FROM_MARKUP, line);
    date day;
    for (size_t at = 0; at < line.size && out->record->known[FIELD_DATE] < KNOWN_FROM_MARKUP; at++) {
        if ((at && line.data[at - 1] != ' ') || !written_date_parse((slice){ line.data + at, line.size - at }, &day)) continue;
        out->record->date = day;
        out->record->known[FIELD_DATE] = KNOWN_FROM_MARKUP;
    }
}

bool subtitle_parse(struct builder *out, slice bytes, error *problem) {
    if (!plain_check(bytes, out->name, problem)) return false;
    struct reader reader = { .out = out, .text = bytes };
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF"))) reader.at = 3;
    know_header(out, next_line(&reader));
    reader.at = 0;
    while (reader.at < bytes.size) { /* headers, notes, styles and cue numbers are not spoken */
        slice line = next_line(&reader);
        size_t read;
        long begin = memmem(line.data, line.size, "-->", 3) ? time_parse(line, &read) : -1;
        if (begin >= 0) read_cue(&reader, begin);
    }
    if (reader.sounds)
        builder_repair(out, arena_format(out->memory, "%zu lines of sounds that are not spoken were left out", reader.sounds));
    record_know(out->record, out->memory, FIELD_GENRE, KNOWN_ASSUMED, SLICE("minutes"));
    return builder_finish(out, problem);
}
