/* `read --stream`: records as JSON lines in, readings as JSON lines out, in order, on several cores.
 *
 * {"record":"a","text":"De Kamer besluit …","date":"2021-06-25","lang":"nl"} → record, mention, statement … end of "a".
 *
 * A thread takes the whole lines that are there (so that whoever writes one line gets its reading at once), reads them, waits
 * for its turn and writes. A line that is no record becomes one `error` line. Memory: one lot of lines and its readings a thread. */
#include "read/read.h"

#include "read/turns.h"

#include <errno.h>
#include <jansson.h>
#include <stdatomic.h>
#include <unistd.h>

#define LOT ((size_t)256 << 10) /* bytes asked of the input at once; a lot is at most this much and one line */

struct stream {
    int input, output;
    const lexicon *words;
    pthread_mutex_t lock; /* of everything from here to `turns` */
    buffer rest;          /* read, but not yet a whole line */
    uint64_t lots, lines;
    bool ended;
    struct turns turns;
    atomic_size_t refused;
    atomic_bool stopped;
    error *problem;
};

/* Appends what can be read now; false at the end or at an error. */
static bool fill(struct stream *self) {
    buffer_reserve(&self->rest, LOT);
    for (;;) {
        ssize_t got = read(self->input, self->rest.data + self->rest.size, LOT);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) error_set(self->problem, ERROR_IO, "-", -1, "the input cannot be read: %s", strerror(errno));
        if (got <= 0) return false;
        self->rest.size += (size_t)got;
        return true;
    }
}

/* Moves whole lines to *lot. False at the end of the input. */
static bool take_lines(struct stream *self, buffer *lot, uint64_t *number, uint64_t *first_line) {
    lot->size = 0;
    size_t searched = 0;
    while (!self->ended) {
        const char *end = self->rest.size > searched ? memrchr(self->rest.data + searched, '\n', self->rest.size - searched) : NULL;
        if (end) {
            size_t size = (size_t)(end - self->rest.data) + 1;
            buffer_add(lot, (slice){ self->rest.data, size });
            memmove(self->rest.data, self->rest.data + size, self->rest.size - size);
            self->rest.size -= size;
            break;
        }
        searched = self->rest.size;
        if (self->rest.size > GRIFFIE_TEXT_MAX) { /* keep one byte more than is allowed: enough to be refused */
            self->rest.size = searched = GRIFFIE_TEXT_MAX + 1;
            if (self->rest.capacity - self->rest.size < LOT) buffer_reserve(&self->rest, LOT);
        }
        if (!fill(self)) {
            self->ended = true;
            buffer_add(lot, (slice){ self->rest.data, self->rest.size });
            self->rest.size = 0;
        }
    }
    if (!lot->size) return false;
    *number = self->lots++;
    *first_line = self->lines;
    for (size_t at = 0; at < lot->size; self->lines++) {
        const char *end = memchr(lot->data + at, '\n', lot->size - at);
        at = end ? (size_t)(end - lot->data) + 1 : lot->size;
    }
    return true;
}

static const char *text_member(const json_t *line, const char *name) { return json_string_value(json_object_get(line, name)); }

/* What the line says of its record. */
static bool context_of(const json_t *line, const char *source, struct record_context *context, unsigned *with, error *problem) {
    const char *value;
    *context =
        (struct record_context){ .id = text_member(line, "record"), .issuer_id = text_member(line, "issuer_id"), .media = MEDIA_TEXT };
    if ((value = text_member(line, "date")) && *value && !date_parse((slice){ value, strnlen(value, 10) }, &context->date))
        return error_set(problem, ERROR_FORMAT, source, -1, "\"date\" is not YYYY-MM-DD: %.40s", value);
    int hour, minute, second = 0;
    if (value && sscanf(value, "%*10cT%2d:%2d:%2d", &hour, &minute, &second) >= 2)
        context->clock = (hour * 60 + minute) * 60 + second; /* ISO 8601, with the time of day */
    if ((value = text_member(line, "lang")) && *value && !language_parse(slice_of(value), &context->lang))
        return error_set(problem, ERROR_UNSUPPORTED, source, -1, "\"lang\" is %.40s; griffie reads nl and en", value);
    if ((value = text_member(line, "genre")) && *value && !genre_parse(slice_of(value), &context->genre))
        return error_set(problem, ERROR_FORMAT, source, -1, "\"genre\" is unknown: %.40s", value);
    size_t i;
    const json_t *wish;
    *with = WITH_NOTHING;
    json_array_foreach(json_object_get(line, "with"), i, wish) {
        value = json_string_value(wish);
        if (value && !strcmp(value, "sentences"))
            *with |= WITH_SENTENCES;
        else if (value && !strcmp(value, "tokens"))
            *with |= WITH_TOKENS;
        else
            return error_set(problem, ERROR_FORMAT, source, -1, "\"with\" takes \"sentences\" and \"tokens\"");
    }
    return true;
}

static bool read_line(const struct stream *self, arena *memory, slice bytes, const char *source, buffer *out, error *problem) {
    if (bytes.size > GRIFFIE_TEXT_MAX)
        return error_set(problem, ERROR_LIMIT, source, -1, "the line is longer than %zu bytes", GRIFFIE_TEXT_MAX);
    json_error_t wrong;
    json_t *line = json_loadb(bytes.data, bytes.size, JSON_ALLOW_NUL, &wrong);
    if (!line) return error_set(problem, ERROR_FORMAT, source, wrong.position, "no JSON: %s", wrong.text);
    const json_t *text = json_object_get(line, "text");
    struct record_context context;
    struct reading reading;
    unsigned with = WITH_NOTHING;
    const char *name = text_member(line, "record");
    if (!name || !*name) name = source;
    bool good = false;
    if (!json_is_object(line))
        error_set(problem, ERROR_FORMAT, source, 0, "the line is no JSON object");
    else if (!json_is_string(text))
        error_set(problem, ERROR_FORMAT, name, -1, "the line has no \"text\"");
    else if (context_of(line, name, &context, &with, problem))
        good = reading_make(memory, (slice){ json_string_value(text), json_string_length(text) }, name, &context, self->words, &reading,
                            problem);
    if (good) reading_json(&reading, with, out);
    json_decref(line);
    return good;
}

static void read_lot(struct stream *self, arena *memory, const buffer *lot, uint64_t line, buffer *out) {
    for (size_t at = 0, end; at < lot->size; at = end + 1, line++) {
        const char *stop = memchr(lot->data + at, '\n', lot->size - at);
        end = stop ? (size_t)(stop - lot->data) : lot->size;
        slice bytes = slice_trim((slice){ lot->data + at, end - at });
        if (!bytes.size) continue;
        char source[32];
        snprintf(source, sizeof source, "line %llu", (unsigned long long)line + 1);
        error problem = { 0 };
        arena_reset(memory);
        if (read_line(self, memory, bytes, source, out, &problem)) continue;
        self->refused++;
        reading_error_json(&problem, out);
    }
}

static void *work(void *shared) {
    struct stream *self = shared;
    arena *memory = arena_new();
    buffer lot = { 0 }, out = { 0 };
    for (;;) {
        uint64_t number = 0, line = 0;
        pthread_mutex_lock(&self->lock);
        bool more = !self->stopped && take_lines(self, &lot, &number, &line);
        pthread_mutex_unlock(&self->lock);
        if (!more) break;
        out.size = 0;
        read_lot(self, memory, &lot, line, &out);
        turn_wait(&self->turns, number);
        if (!self->stopped && !write_all(self->output, (slice){ out.data, out.size })) {
            self->stopped = true;
            error_set(self->problem, ERROR_IO, "-", -1, "the output cannot be written: %s", strerror(errno));
        }
        turn_done(&self->turns);
    }
    buffer_free(&lot);
    buffer_free(&out);
    arena_free(memory);
    return NULL;
}

size_t read_stream(int input, int output, const lexicon *words, unsigned threads, error *problem) {
    struct stream self = {
        .input = input, .output = output, .words = words, .lock = PTHREAD_MUTEX_INITIALIZER, .turns = TURNS_NEW, .problem = problem
    };
    if (problem) *problem = (error){ .byte = -1 };
    threads_run(threads ? threads : cores_available(), work, &self);
    buffer_free(&self.rest);
    return self.refused;
}
