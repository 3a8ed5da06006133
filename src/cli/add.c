/* griffie add: records into the register, read here or elsewhere. */
#include "cli/context.h"
#include "cli/registry.h"
#include "read/files.h"
#include "record/walk.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <time.h>

struct add_options {
    struct register_options file;
    struct context_options context;
    struct option_list readings;
    const char *by, *label;
    int threads;
};
static const struct command_option options[] = {
    REGISTER_OPTIONS(struct add_options, file),
    CONTEXT_OPTIONS(struct add_options, context),
    { "reading", 0, OPTION_LIST, offsetof(struct add_options, readings), "FILE",
      "readings made elsewhere (JSON lines); the records are looked for where they say, or given as FILE",
      "lezingen die elders gemaakt zijn (JSON-regels); de stukken worden gezocht waar ze zeggen, of als FILE gegeven" },
    { "threads", 'j', OPTION_NUMBER, offsetof(struct add_options, threads), "N", "how many cores to use (default: all)",
      "hoeveel kernen te gebruiken (standaard: alle)" },
    { "label", 0, OPTION_TEXT, offsetof(struct add_options, label), "LABEL",
      "who may see them: public (default), internal, confidential, secret",
      "wie ze mag zien: public (vanzelf), internal, confidential, secret" },
    BY_OPTION(struct add_options, by),
};

struct adding {
    const struct add_options *asked;
    register_file *file;
    const char *by;
    struct timespec began;
    uint32_t in_batch;
    int code;
};

/* How long a transaction may last: so that the disk is not waited for at each record, and others get their turn to write. */
enum { BATCH = 500, BATCH_MILLISECONDS = 400 };

static bool batch_full(const struct adding *self) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return self->in_batch >= BATCH ||
           (now.tv_sec - self->began.tv_sec) * 1000 + (now.tv_nsec - self->began.tv_nsec) / 1000000 >= BATCH_MILLISECONDS;
}

static void tell(const struct adding *self, const struct follow_result *result) {
    const struct register_added *added = &result->added;
    static const struct {
        const char *en, *nl, *name;
    } how[] = {
        [ADDED_NEW] = { "added", "toegevoegd", "new" },
        [ADDED_SAME] = { "nothing new", "niets nieuws", "same" },
        [ADDED_READ_AGAIN] = { "read again", "opnieuw gelezen", "read-again" },
        [ADDED_REPLACED] = { "new version", "nieuwe versie", "replaced" },
    };
    if (self->asked->file.json) {
        buffer line = { 0 };
        buffer_add(&line, SLICE("{\"record\":"));
        buffer_add_json(&line, slice_of(added->record));
        buffer_format(&line,
                      ",\"how\":\"%s\",\"statements\":%u,\"opened\":%u,\"linked\":%u,\"closed\":%u,\"proposed\":%u,\"first_entry\":%lld,"
                      "\"last_entry\":%lld}\n",
                      how[added->how].name, added->statements, result->opened, result->linked, result->closed, result->proposed,
                      (long long)result->first_entry, (long long)result->last_entry);
        fwrite(line.data, 1, line.size, stdout);
        buffer_free(&line);
        return;
    }
    printf("%s: %s", added->record, MESSAGE(how[added->how].en, how[added->how].nl));
    if (added->how != ADDED_SAME)
        printf(MESSAGE(", %u statements, %u items opened, %u linked, %u closed, %u proposed",
                       ", %u uitspraken, %u zaken geopend, %u verbonden, %u gesloten, %u voorgesteld"),
               added->statements, result->opened, result->linked, result->closed, result->proposed);
    if (result->last_entry)
        printf(MESSAGE(" (entries %lld to %lld)", " (boekingen %lld tot %lld)"), (long long)result->first_entry,
               (long long)result->last_entry);
    putchar('\n');
}

static bool batch_end(struct adding *self, error *problem) {
    self->in_batch = 0;
    if (register_commit(self->file, problem)) return true;
    register_rollback(self->file);
    return false;
}

/* False: the register could not be written, so that going on has no sense. */
static bool reading_add(struct adding *self, const struct register_reading *reading, const char *source) {
    error problem = { .byte = -1 };
    struct follow_result result;
    arena *memory = arena_new();
    bool good = self->in_batch > 0 || register_begin(self->file, &problem);
    if (self->in_batch == 0) clock_gettime(CLOCK_MONOTONIC, &self->began);
    if (good) {
        self->in_batch++;
        good = follow_add(self->file, memory, reading, self->by, &result, &problem);
    }
    if (good) tell(self, &result);
    if (good && batch_full(self)) good = batch_end(self, &problem);
    arena_free(memory);
    if (good) return true;
    if (!problem.source[0] && source) snprintf(problem.source, sizeof problem.source, "%s", source);
    int code = registry_failed(&problem);
    bool store = problem.code == ERROR_STORE || problem.code == ERROR_IO || problem.code == ERROR_DAMAGE;
    self->code = store ? code : EXIT_PARTLY;
    return !store;
}

/* --- Read here ------------------------------------------------------------------------------------------------------ */

/* What a reading thread hands to the one that writes: sizes, then the three texts. */
struct parcel {
    uint64_t lines, bytes, text;
};

static void render(void *self, const struct reading *reading, buffer *out) {
    (void)self;
    const struct record *record = &reading->record;
    bool same = slice_equal(record->text, record->source);
    struct parcel parcel = { 0, record->source.size, same ? 0 : record->text.size };
    size_t start = out->size;
    buffer_add(out, (slice){ (const char *)&parcel, sizeof parcel });
    reading_json(reading, WITH_NOTHING, out);
    parcel.lines = out->size - start - sizeof parcel;
    memcpy(out->data + start, &parcel, sizeof parcel);
    buffer_add(out, record->source);
    if (!same) buffer_add(out, record->text);
}

static void refuse(void *self, const error *problem, buffer *out) { (void)self, (void)problem, (void)out; }

static bool show(void *shared, slice out, const error *problem) {
    struct adding *self = shared;
    if (problem) {
        self->code = complain_error(EXIT_PARTLY, problem);
        return true;
    }
    struct parcel parcel;
    memcpy(&parcel, out.data, sizeof parcel);
    const char *at = out.data + sizeof parcel;
    return reading_add(self,
                       &(struct register_reading){ { at, parcel.lines },
                                                   { at + parcel.lines, parcel.bytes },
                                                   { at + parcel.lines + parcel.bytes, parcel.text },
                                                   self->asked->label },
                       NULL);
}

static int files_add(struct adding *self, int argc, char **argv) {
    struct record_context context;
    if (!context_make(&self->asked->context, &context)) return EXIT_USAGE;
    const lexicon *words = vocabulary_open(&self->asked->context);
    if (!words) return EXIT_USAGE;
    struct file_list files = { (const char *const *)argv + 1, (size_t)argc - 1, NULL };
    if (context.id && files.count && walk_count(files.named, files.count, NULL) > 1) {
        self->code = complain(EXIT_USAGE, MESSAGE("--record names one record; give one file", "--record noemt één stuk; geef één bestand"));
    } else {
        struct files_reader reader = { &context, words, (unsigned)self->asked->threads, render, refuse, show, self };
        files_read(&reader, &files);
    }
    vocabulary_close(words);
    return self->code;
}

/* --- Read elsewhere ------------------------------------------------------------------------------------------------- */

static bool file_load(arena *memory, const char *path, slice *out, error *problem) {
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!file) return error_set(problem, ERROR_FORMAT, path, -1, "cannot be read: %s", strerror(errno));
    buffer all = { 0 };
    char part[65536];
    size_t size;
    while ((size = fread(part, 1, sizeof part, file)) > 0) buffer_add(&all, (slice){ part, size });
    bool bad = ferror(file);
    if (file != stdin) fclose(file);
    *out = (slice){ arena_copy(memory, (slice){ all.data, all.size }), all.size };
    buffer_free(&all);
    return !bad || error_set(problem, ERROR_FORMAT, path, -1, "cannot be read");
}

/* The record of a reading: its bytes, and its clean text where that is another. */
static bool record_find(arena *memory, slice lines, const char *given, struct register_reading *out, error *problem) {
    json_t *head = json_loadb(lines.data, lines.size, JSON_DISABLE_EOF_CHECK, NULL);
    const char *source = json_string_value(json_object_get(head, "source"));
    char path[4096];
    snprintf(path, sizeof path, "%s", given ? given : source ? source : "");
    json_decref(head);
    if (!*path) return error_set(problem, ERROR_FORMAT, NULL, -1, "the reading does not say where its record lies: give the file as well");
    struct record record;
    if (!record_load(memory, path, NULL, &record, problem)) return false;
    *out = (struct register_reading){ lines, record.source, slice_equal(record.text, record.source) ? (slice){ 0 } : record.text };
    return true;
}

/* Readings stand one after the other; each begins with its `record` line. Properties may stand in any order, so the line is parsed. */
static bool starts_record(slice line) {
    if (!memmem(line.data, line.size, "\"record\"", 8)) return false;
    json_t *json = json_loadb(line.data, line.size, 0, NULL);
    const char *type = json_string_value(json_object_get(json, "type"));
    bool starts = type && strcmp(type, "record") == 0;
    json_decref(json);
    return starts;
}

static bool readings_add(struct adding *self, const char *path, const char *given) {
    arena *memory = arena_new();
    error problem = { .byte = -1 };
    slice all, rest;
    bool going = true;
    if (!file_load(memory, path, &all, &problem)) {
        self->code = complain_error(EXIT_PARTLY, &problem);
        arena_free(memory);
        return true;
    }
    const char *from = all.data;
    for (rest = all; going && (rest.size || from < all.data + all.size);) {
        const char *newline = rest.size ? memchr(rest.data, '\n', rest.size) : NULL;
        size_t size = newline ? (size_t)(newline - rest.data) + 1 : rest.size;
        slice line = { rest.data, size };
        bool boundary = !rest.size || (rest.data > from && starts_record(line));
        if (boundary) {
            slice lines = { from, (size_t)(rest.data - from) };
            struct register_reading reading = { 0 };
            arena *record_memory = arena_new();
            problem = (error){ .byte = -1 };
            bool found = record_find(record_memory, lines, given, &reading, &problem);
            if (!found) self->code = complain_error(EXIT_PARTLY, &problem);
            reading.label = self->asked->label;
            if (found) going = reading_add(self, &reading, path);
            arena_free(record_memory);
            from = rest.data;
            if (!rest.size) break;
        }
        rest = (slice){ rest.data + size, rest.size - size };
    }
    arena_free(memory);
    return going;
}

int command_add(int argc, char **argv) {
    struct add_options asked = { 0 };
    int code;
    if (!options_read(&argc, argv, options, COUNT_OF(options), &asked, &code)) return code;
    if (argc < 2 && !asked.readings.count)
        return complain(EXIT_USAGE, MESSAGE("which file? (- for standard input)", "welk bestand? (- voor standaardinvoer)"));
    if (asked.readings.count && argc > 2)
        return complain(EXIT_USAGE, MESSAGE("with --reading give one record at most", "geef bij --reading hoogstens één stuk"));
    if (label_level(asked.label) < 0)
        return complain(EXIT_USAGE, MESSAGE("there is no label '%.40s'", "er is geen rubricering '%.40s'"), asked.label);
    register_file *file = registry_open(&asked.file, REGISTER_WRITE, &code);
    if (!file) return code;
    struct adding self = { .asked = &asked, .file = file, .by = registry_by(asked.by), .code = EXIT_DONE };
    if (asked.readings.count) {
        bool going = true;
        for (size_t i = 0; going && i < asked.readings.count; i++)
            going = readings_add(&self, asked.readings.at[i], argc == 2 ? argv[1] : NULL);
    } else {
        files_add(&self, argc, argv);
    }
    error problem = { .byte = -1 };
    if (self.in_batch && !batch_end(&self, &problem)) self.code = registry_failed(&problem);
    register_close(file);
    return self.code;
}
