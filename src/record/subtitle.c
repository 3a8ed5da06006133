/* WebVTT (W3C) and SubRip: transcripts of council meetings. The place of a block is its moment in the recording.
 *
 * Worked example: "00:01:02.000 --> 00:01:05.000\n<v Mevrouw De Wit>Ik zeg toe dat\n\n00:01:05.000 --> …\nu dat ontvangt." → a turn
 * "Mevrouw De Wit:" and one paragraph "Ik zeg toe dat u dat ontvangt." with place "time=00:01:02.000". Cues of one speaker run on
 * in one block until a pause of more than PAUSE_MS or a sentence's end after PARAGRAPH_BYTES. */
#include "record/format.h"

enum { PAUSE_MS = 4000, PARAGRAPH_BYTES = 600 };

struct reader {
    struct builder *out;
    slice text;
    size_t at, from; /* from: where the open paragraph's text began */
    char speaker[128];
    long last_end;
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

/* The cue's words without its tags (<i>, <c.yellow>, <00:01:02.000>). */
static void write_words(struct builder *out, slice line) {
    size_t plain = 0;
    for (size_t at = 0; at < line.size; at++) {
        if (line.data[at] != '<') continue;
        const char *end = memchr(line.data + at, '>', line.size - at);
        if (!end) break;
        builder_text(out, (slice){ line.data + plain, at - plain });
        at = (size_t)(end - line.data);
        plain = at + 1;
    }
    builder_text(out, (slice){ line.data + plain, line.size - plain });
    builder_text(out, SLICE(" "));
}

static void read_cue(struct reader *self, slice timing, long begin) {
    struct builder *out = self->out;
    size_t ignored;
    const char *arrow = memmem(timing.data, timing.size, "-->", 3);
    long end = time_parse(slice_trim((slice){ arrow + 3, timing.size - (size_t)(arrow + 3 - timing.data) }), &ignored);
    const char *place =
        arena_format(out->memory, "time=%02ld:%02ld:%02ld.%03ld", begin / 3600000, begin / 60000 % 60, begin / 1000 % 60, begin % 1000);
    bool first = true;
    while (self->at < self->text.size) {
        slice line = next_line(self);
        if (!line.size) break;
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
        slice so_far = builder_written(out, self->from);
        bool ended = so_far.size &&
                     (so_far.data[so_far.size - 1] == '.' || so_far.data[so_far.size - 1] == '?' || so_far.data[so_far.size - 1] == '!');
        bool pause = first && self->last_end >= 0 && begin - self->last_end > PAUSE_MS;
        if (!out->at->block || (ended && (pause || so_far.size > PARAGRAPH_BYTES))) {
            builder_open(out, BLOCK_PARAGRAPH, 0, place);
            self->from = builder_place(out);
        }
        write_words(out, line);
        first = false;
    }
    if (end >= 0) self->last_end = end;
}

bool subtitle_parse(struct builder *out, slice bytes, error *problem) {
    if (!plain_check(bytes, out->name, problem)) return false;
    struct reader reader = { .out = out, .text = bytes, .last_end = -1 };
    while (reader.at < bytes.size) {
        slice line = next_line(&reader);
        size_t read;
        long begin = memmem(line.data, line.size, "-->", 3) ? time_parse(line, &read) : -1;
        if (begin >= 0) read_cue(&reader, line, begin);

        /* headers, notes, styles and cue numbers are not spoken */
    }
    record_know(out->record, out->memory, FIELD_GENRE, KNOWN_ASSUMED, SLICE("minutes"));
    return builder_finish(out, problem);
}
