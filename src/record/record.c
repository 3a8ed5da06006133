/* Reading one file: recognise it, let its format fill text and blocks, then complete the metadata from the text's head. */
#include "record/format.h"
#include "record/ocr.h"
#include "record/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

void record_know(struct record *self, arena *memory, enum record_field field, enum known how, slice value) {
    if ((size_t)field >= FIELD_COUNT || how <= self->known[field]) return;
    value = slice_trim((slice){ value.data, utf8_invalid(value) });
    const char **texts[FIELD_COUNT] = { [FIELD_RECORD] = &self->id,        [FIELD_TITLE] = &self->title,
                                        [FIELD_ISSUER] = &self->issuer_id, [FIELD_ADDRESSEE] = &self->addressee_id,
                                        [FIELD_DOSSIER] = &self->dossier,  [FIELD_SESSION] = &self->session };
    bool known = false;
    if (texts[field]) {
        if ((known = value.size > 0)) *texts[field] = arena_copy(memory, value);
    } else if (field == FIELD_GENRE)
        known = genre_parse(value, &self->genre);
    else if (field == FIELD_LANG)
        known = language_parse(value, &self->lang);
    else if (field == FIELD_DATE)
        known = date_parse(value, &self->date);
    if (known) self->known[field] = how;
}

static void know_context(struct record *out, const struct record_context *context) {
    if (!context) return;
    if (context->id) out->id = context->id, out->known[FIELD_RECORD] = KNOWN_FROM_CALLER;
    if (context->issuer_id) out->issuer_id = context->issuer_id, out->known[FIELD_ISSUER] = KNOWN_FROM_CALLER;
    if (context->lang) out->lang = context->lang, out->known[FIELD_LANG] = KNOWN_FROM_CALLER;
    if (context->genre) out->genre = context->genre, out->known[FIELD_GENRE] = KNOWN_FROM_CALLER;
    if (date_known(context->date)) out->date = context->date, out->clock = context->clock, out->known[FIELD_DATE] = KNOWN_FROM_CALLER;
}

/* "corpus/kst-28676-372.xml" → "kst-28676-372". */
static slice name_stem(const char *name) {
    const char *base = strrchr(name, '/');
    slice stem = slice_of(base ? base + 1 : name);
    for (size_t i = stem.size; i-- > 1;)
        if (stem.data[i] == '.') return (slice){ stem.data, i };
    return stem;
}

static void know_id_from_name(struct record *out, arena *memory, const char *name) {
    slice stem = name_stem(name);
    if (is_publication_id(stem)) return record_know(out, memory, FIELD_RECORD, KNOWN_ASSUMED, stem);
    if (!stem.size || slice_equal(stem, SLICE("-"))) stem = SLICE("record");
    record_know(out, memory, FIELD_RECORD, KNOWN_ASSUMED,
                slice_of(arena_format(memory, "%.*s-%.8s", (int)stem.size, stem.data, out->sha256)));
}

/* True when the name says Markdown: without a YAML head its content looks like any text. */
static bool named_markdown(const char *name) {
    return slice_ends(slice_of(name), SLICE(".md")) || slice_ends(slice_of(name), SLICE(".markdown"));
}

bool record_parse(record_format *format, arena *memory, struct record *record, slice bytes, error *problem) {
    struct builder builder;
    builder_init(&builder, memory, record, record->source_name, bytes.size);
    return format(&builder, bytes, problem);
}

static bool parse_in_worker(arena *memory, struct record *record, slice bytes, const struct record_context *context, error *problem) {
    struct record_worker *worker = context && context->worker ? context->worker : record_worker_new();
    error found = { .byte = -1 };
    bool parsed = record_worker_parse(worker, memory, record, bytes, &found);
    if (!parsed && context && context->ocr && record->media == MEDIA_PDF && found.code == ERROR_UNSUPPORTED)
        parsed = ocr_read(worker, memory, record, bytes, &found);
    if (!parsed && problem) *problem = found;
    if (!context || context->worker != worker) record_worker_free(worker);
    return parsed;
}

static enum media media_of(slice bytes, const char *name, const struct record_context *context, const char **what) {
    *what = "text";
    if (context && context->media) return context->media;
    enum media media = media_recognise(bytes, what);
    return media == MEDIA_TEXT && named_markdown(name) ? MEDIA_MARKDOWN : media;
}

enum media record_send_ahead(slice bytes, const char *name, const struct record_context *context) {
    const char *what;
    enum media media = context->worker && bytes.size <= GRIFFIE_TEXT_MAX ? media_of(bytes, name, context, &what) : MEDIA_UNKNOWN;
    if (media > MEDIA_MARKDOWN) record_worker_send(context->worker, media, name, bytes);
    return media;
}

bool record_read(arena *memory, slice bytes, const char *name, const struct record_context *context, struct record *out, error *problem) {
    if (bytes.size > GRIFFIE_TEXT_MAX)
        return error_set(problem, ERROR_LIMIT, name, -1, "the file is longer than %zu MB; split it", GRIFFIE_TEXT_MAX >> 20);
    struct record record = { .source = bytes, .source_name = arena_copy(memory, slice_of(name)) };
    const char *what;
    record.media = media_of(bytes, name, context, &what);
    if (record.media == MEDIA_UNKNOWN) return error_set(problem, ERROR_UNSUPPORTED, name, 0, "this is %s", what);
    record_hash(bytes, record.sha256);
    know_context(&record, context);
    if (record.media == MEDIA_TEXT) {
        if (!plain_check(bytes, name, problem)) return false;
        record.text = bytes;
    } else {
        /* Markdown is read by our own few lines over checked text; everything else goes behind walls. */
        bool parsed = record.media == MEDIA_MARKDOWN ? record_parse(markdown_parse, memory, &record, bytes, problem)
                                                     : parse_in_worker(memory, &record, bytes, context, problem);
        if (!parsed) return false;
        if (!record.text.size) return error_set(problem, ERROR_FORMAT, name, -1, "there is no text in it");
    }
    know_id_from_name(&record, memory, name);
    head_read(memory, &record);
    *out = record;
    return true;
}

/* Regular files in one piece. */
bool record_load_file(arena *memory, int file, const char *path, slice *out, error *problem) {
    struct stat status;
    if (fstat(file, &status) != 0) return error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno));
    if (S_ISDIR(status.st_mode)) return error_set(problem, ERROR_IO, path, -1, "this is a folder, not a file");
    size_t capacity = S_ISREG(status.st_mode) && status.st_size > 0 ? (size_t)status.st_size + 1 : 1 << 16, size = 0;
    if (capacity > GRIFFIE_TEXT_MAX + 1)
        return error_set(problem, ERROR_LIMIT, path, -1, "the file is longer than %zu MB; split it", GRIFFIE_TEXT_MAX >> 20);
    char *bytes = arena_alloc(memory, capacity);
    for (;;) {
        ssize_t got = read(file, bytes + size, capacity - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return error_set(problem, ERROR_IO, path, (int64_t)size, "%s", strerror(errno));
        size += (size_t)got;
        if (got == 0 || (S_ISREG(status.st_mode) && size == (size_t)status.st_size)) break;
        if (size > GRIFFIE_TEXT_MAX)
            return error_set(problem, ERROR_LIMIT, path, -1, "the input is longer than %zu MB; split it", GRIFFIE_TEXT_MAX >> 20);
        if (size == capacity) {
            char *grown = arena_alloc(memory, capacity * 2);
            memcpy(grown, bytes, size);
            bytes = grown;
            capacity *= 2;
        }
    }
    *out = (slice){ bytes, size };
    return true;
}

bool record_load_bytes(arena *memory, const char *path, slice *out, error *problem) {
    bool standard_input = strcmp(path, "-") == 0;
    int file = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0) return error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno));
    bool read = record_load_file(memory, file, path, out, problem);
    if (!standard_input) close(file);
    return read;
}

bool record_load(arena *memory, const char *path, const struct record_context *context, struct record *out, error *problem) {
    slice bytes;
    return record_load_bytes(memory, path, &bytes, problem) && record_read(memory, bytes, path, context, out, problem);
}
