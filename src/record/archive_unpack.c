/* Archives: libarchive streams names and bytes through a socket. Runs behind walls, in the program griffie-parse. */
#include "record/archive.h"
#include "record/parser.h"
#include "record/process.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

static bool send_piece(enum archive_what what, slice path, slice bytes) {
    struct archive_header header = { bytes.size, what, (uint32_t)path.size };
    return process_give((slice[]){ { (const char *)&header, sizeof header }, path, bytes }, 3);
}

static bool is_hidden(slice path) {
    for (size_t i = 0; i < path.size; i++)
        if ((i == 0 || path.data[i - 1] == '/') &&
            (path.data[i] == '.' || slice_starts((slice){ path.data + i, path.size - i }, SLICE("__MACOSX/"))))
            return true;
    return false;
}

/* Sends one member; false ends the archive. */
static bool send_member(struct archive *archive, slice path, uint64_t *left, buffer *bytes) {
    bytes->size = 0;
    for (;;) {
        buffer_reserve(bytes, 1 << 16);
        la_ssize_t got = archive_read_data(archive, bytes->data + bytes->size, bytes->capacity - bytes->size);
        if (got == 0) break;
        if (got < 0)
            return send_piece(ARCHIVE_REFUSAL, path,
                              slice_of(archive_error_string(archive) ? archive_error_string(archive) : "it cannot be unpacked"));
        bytes->size += (size_t)got;
        if (bytes->size > *left) {
            send_piece(ARCHIVE_LAST_REFUSAL, path, SLICE("the archive unpacks to far more than its size: the rest of it is not read"));
            return false;
        }
        if (bytes->size > GRIFFIE_TEXT_MAX)
            return send_piece(ARCHIVE_REFUSAL, path, SLICE("it is longer than griffie reads in one piece; split it"));
    }
    *left -= bytes->size;
    return send_piece(ARCHIVE_FILE, path, (slice){ bytes->data, bytes->size });
}

/* Sends what is in it, and how it ended. */
static void send_all(struct archive *archive, int file, uint64_t left, buffer *bytes) {
    if (archive_read_open_fd(archive, file, 1 << 16) != ARCHIVE_OK) {
        send_piece(ARCHIVE_LAST_REFUSAL, SLICE(""), slice_of(archive_error_string(archive)));
        return;
    }
    for (int count = 0;; count++) {
        struct archive_entry *entry;
        int status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN || count == ARCHIVE_MEMBERS_MAX) {
            send_piece(ARCHIVE_LAST_REFUSAL, SLICE(""),
                       status < ARCHIVE_WARN ? slice_of(archive_error_string(archive)) : SLICE("it holds more than a million files"));
            return;
        }
        bool bare = archive_format(archive) == ARCHIVE_FORMAT_RAW; /* its name would be "data" */
        slice path = bare ? SLICE("") : slice_of(archive_entry_pathname(entry));
        if (!path.data || archive_entry_filetype(entry) == AE_IFDIR || is_hidden(path)) continue;
        if (archive_entry_filetype(entry) != 0 && archive_entry_filetype(entry) != AE_IFREG) continue; /* links lead out of it */
        if (archive_entry_is_encrypted(entry)) {
            if (!send_piece(ARCHIVE_REFUSAL, path, SLICE("it is locked with a password"))) return;
        } else if (path.size > 4096 || !send_member(archive, path, &left, bytes))
            return;
    }
    send_piece(ARCHIVE_END, SLICE(""), SLICE(""));
}

void archive_unpack(int file) {
    struct stat about;
    uint64_t packed = fstat(file, &about) == 0 ? (uint64_t)about.st_size : 0;
    struct archive *archive = archive_read_new();
    archive_read_support_format_zip(archive);
    archive_read_support_format_tar(archive);
    archive_read_support_format_raw(archive); /* one compressed file that is no archive */
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_zstd(archive);
    buffer bytes = { 0 };
    send_all(archive, file, packed > UINT64_MAX / 1024 ? UINT64_MAX : packed * ARCHIVE_RATIO_MAX + ARCHIVE_FREE, &bytes);
    buffer_free(&bytes);
    archive_read_free(archive);
}
