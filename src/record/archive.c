/* Archives: what comes from a program that unpacks behind walls (archive_unpack.c). */
#include "record/archive.h"

#include "record/parser.h"
#include "record/process.h"
#include "record/zip.h"

#include <stdlib.h>
#include <unistd.h>

struct archive_reader {
    struct process process;
    char *name; /* its own: an archive in an archive outlives the piece that it came as */
    bool ended;
};

bool archive_recognise(slice bytes) {
    static const slice magics[] = { { "\x1F\x8B\x08", 3 },
                                    { "BZh", 3 },
                                    { "\xFD"
                                      "7zXZ",
                                      5 },
                                    { "\x28\xB5\x2F\xFD", 4 } };
    for (size_t i = 0; i < COUNT_OF(magics); i++)
        if (slice_starts(bytes, magics[i])) return true;
    if (bytes.size > 262 && memcmp(bytes.data + 257, "ustar", 5) == 0) return true;
    return zip_recognise(bytes) == ZIP_ARCHIVE;
}

struct archive_reader *archive_reader_new(int file, const char *name, error *problem) {
    struct archive_reader *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->name = strdup(name);
    if (!self->name) abort();
    error wrong = { .byte = -1 };
    bool begun = process_begin(&self->process, PARSER_PROGRAM, PARSER_TASK_UNPACK, file, &wrong);
    close(file);
    if (begun) return self;
    error_set(problem, wrong.code, name, -1, "it cannot be unpacked: %s", wrong.message);
    free(self->name);
    free(self);
    return NULL;
}

void archive_reader_free(struct archive_reader *self) {
    if (!self) return;
    process_end(&self->process, NULL);
    free(self->name);
    free(self);
}

bool archive_reader_next(struct archive_reader *self, arena *memory, const char **path, slice *bytes, bool *refused, error *problem) {
    struct archive_header header;
    if (self->ended) return false;
    *refused = false;
    bool whole = process_read(&self->process, &header, sizeof header) && header.size <= GRIFFIE_TEXT_MAX && header.path_size <= 4096;
    if (whole && header.what == ARCHIVE_END) return self->ended = true, false;
    char *name = whole ? arena_alloc(memory, header.path_size + 1) : NULL, *content = whole ? arena_alloc(memory, header.size + 1) : NULL;
    whole = whole && process_read(&self->process, name, header.path_size) && process_read(&self->process, content, header.size);
    bool late = self->process.late;
    *path = name && *name ? arena_format(memory, "%s/%s", self->name, name) : self->name;
    if (!whole || !name || header.what != ARCHIVE_FILE) {
        self->ended = !whole || header.what == ARCHIVE_LAST_REFUSAL;
        *refused = true;
        slice why = whole  ? (slice){ content, utf8_invalid((slice){ content, header.size }) }
                    : late ? SLICE("unpacking took too long")
                           : SLICE("the unpacker failed; the archive is broken or hostile");
        error_set(problem, header.what == ARCHIVE_LAST_REFUSAL || late ? ERROR_LIMIT : ERROR_FORMAT, *path, -1, "%.*s",
                  (int)(why.size < 200 ? why.size : 200), why.data);
        return true;
    }
    for (char *c = name; *c; c++)
        if ((unsigned char)*c < 0x20) *c = '_';
    /* A compressed file that is no archive holds one file without a name: its own, without the ending ("brief.md.gz"). */
    slice own = slice_of(self->name);
    static const slice endings[] = { { ".gz", 3 }, { ".bz2", 4 }, { ".xz", 3 }, { ".zst", 4 } };
    for (size_t i = 0; !*name && i < COUNT_OF(endings); i++)
        if (slice_ends(own, endings[i])) own.size -= endings[i].size;
    *path = *name ? arena_format(memory, "%s/%s", self->name, name) : arena_copy(memory, own);
    *bytes = (slice){ content, header.size };
    return true;
}
