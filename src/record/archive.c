/* Archives: libarchive in a child process behind walls streams names and bytes through a socket. */
#include "record/archive.h"

#include "record/process.h"
#include "record/walls.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <unistd.h>

struct archive_reader {
    struct process process;
    const char *name;
    bool ended;
};
enum what { THE_END, A_FILE, A_REFUSAL, LAST_REFUSAL };
struct header {
    uint64_t size;
    uint32_t what, path_size;
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
    if (!slice_starts(bytes, SLICE("PK\3\4")) && !slice_starts(bytes, SLICE("PK\5\6"))) return false;
    static const slice documents[] = { { "mimetypeapplication/vnd.oasis.opendocument", 42 }, { "word/document.xml", 17 } };
    for (size_t i = 0; i < COUNT_OF(documents); i++)
        if (memmem(bytes.data, bytes.size, documents[i].data, documents[i].size)) return false;
    return true;
}

static bool send_piece(int file, enum what what, slice path, slice bytes) {
    struct header header = { bytes.size, what, (uint32_t)path.size };
    return process_write(file, &header, sizeof header) && process_write(file, path.data, path.size) &&
           process_write(file, bytes.data, bytes.size);
}

static bool is_hidden(slice path) {
    for (size_t i = 0; i < path.size; i++)
        if ((i == 0 || path.data[i - 1] == '/') &&
            (path.data[i] == '.' || slice_starts((slice){ path.data + i, path.size - i }, SLICE("__MACOSX/"))))
            return true;
    return false;
}

/* Sends one member; false ends the archive. */
static bool send_member(struct archive *archive, int out, slice path, uint64_t *left, buffer *bytes) {
    bytes->size = 0;
    for (;;) {
        buffer_reserve(bytes, 1 << 16);
        la_ssize_t got = archive_read_data(archive, bytes->data + bytes->size, bytes->capacity - bytes->size);
        if (got == 0) break;
        if (got < 0)
            return send_piece(out, A_REFUSAL, path,
                              slice_of(archive_error_string(archive) ? archive_error_string(archive) : "it cannot be unpacked"));
        bytes->size += (size_t)got;
        if (bytes->size > *left) {
            send_piece(out, LAST_REFUSAL, path, SLICE("the archive unpacks to far more than its size: the rest of it is not read"));
            return false;
        }
        if (bytes->size > GRIFFIE_TEXT_MAX)
            return send_piece(out, A_REFUSAL, path, SLICE("it is longer than griffie reads in one piece; split it"));
    }
    *left -= bytes->size;
    return send_piece(out, A_FILE, path, (slice){ bytes->data, bytes->size });
}

static void unpack(int file, int out, uint64_t packed) {
    struct archive *archive = archive_read_new();
    archive_read_support_format_zip(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_raw(archive); /* one compressed file that is no archive */
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
    uint64_t left = packed > UINT64_MAX / 1024 ? UINT64_MAX : packed * ARCHIVE_RATIO_MAX + ARCHIVE_FREE;
    buffer bytes = { 0 };
    if (archive_read_open_fd(archive, file, 1 << 16) != ARCHIVE_OK) {
        send_piece(out, LAST_REFUSAL, SLICE(""), slice_of(archive_error_string(archive)));
        return;
    }
    for (int count = 0;; count++) {
        struct archive_entry *entry;
        int status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN || count == ARCHIVE_MEMBERS_MAX) {
            send_piece(out, LAST_REFUSAL, SLICE(""),
                       status < ARCHIVE_WARN ? slice_of(archive_error_string(archive)) : SLICE("it holds more than a million files"));
            return;
        }
        slice path = slice_of(archive_entry_pathname(entry));
        if (!path.data || archive_entry_filetype(entry) == AE_IFDIR || is_hidden(path)) continue;
        if (archive_entry_filetype(entry) != 0 && archive_entry_filetype(entry) != AE_IFREG) continue; /* links lead out of it */
        if (archive_entry_is_encrypted(entry)) {
            if (!send_piece(out, A_REFUSAL, path, SLICE("it is locked with a password"))) return;
        } else if (path.size > 4096 || !send_member(archive, out, path, &left, &bytes))
            return;
    }
    send_piece(out, THE_END, SLICE(""), SLICE(""));
}

struct archive_reader *archive_reader_new(int file, uint64_t size, const char *name, error *problem) {
    struct archive_reader *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->name = name;
    self->process.socket = -1;
    int out = process_begin(&self->process, file);
    if (out >= 0) { /* in the child: `file` is descriptor 4 there */
        if (walls_raise())
            unpack(PROCESS_FILE, out, size);
        else
            send_piece(out, LAST_REFUSAL, SLICE(""), SLICE("this system cannot lock an unpacker in (seccomp)"));
        _exit(0);
    }
    close(file);
    if (self->process.id > 0) return self;
    error_set(problem, ERROR_IO, name, -1, "no process to unpack it with");
    free(self);
    return NULL;
}

void archive_reader_free(struct archive_reader *self) {
    if (!self) return;
    process_end(&self->process, NULL);
    free(self);
}

bool archive_reader_next(struct archive_reader *self, arena *memory, const char **path, slice *bytes, bool *refused, error *problem) {
    struct header header;
    if (self->ended) return false;
    *refused = false;
    bool late = false,
         whole = process_read(&self->process, &header, sizeof header, &late) && header.size <= GRIFFIE_TEXT_MAX && header.path_size <= 4096;
    if (whole && header.what == THE_END) return self->ended = true, false;
    char *name = whole ? arena_alloc(memory, header.path_size + 1) : NULL, *content = whole ? arena_alloc(memory, header.size + 1) : NULL;
    whole =
        whole && process_read(&self->process, name, header.path_size, &late) && process_read(&self->process, content, header.size, &late);
    *path = name && *name ? arena_format(memory, "%s/%s", self->name, name) : self->name;
    if (!whole || !name || header.what != A_FILE) {
        self->ended = !whole || header.what == LAST_REFUSAL;
        *refused = true;
        slice why = whole  ? (slice){ content, utf8_invalid((slice){ content, header.size }) }
                    : late ? SLICE("unpacking took too long")
                           : SLICE("the unpacker failed; the archive is broken or hostile");
        error_set(problem, header.what == LAST_REFUSAL || late ? ERROR_LIMIT : ERROR_FORMAT, *path, -1, "%.*s",
                  (int)(why.size < 200 ? why.size : 200), why.data);
        return true;
    }
    for (char *c = name; *c; c++)
        if ((unsigned char)*c < 0x20) *c = '_';
    *path = arena_format(memory, "%s/%s", self->name, name);
    *bytes = (slice){ content, header.size };
    return true;
}
