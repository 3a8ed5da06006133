/* A fuzzer for archives: what kind they are is recognised, and what comes out of the unpacker, archives in archives too, holds together: a
 * row of headers with their bytes, a last one, paths and sizes within their limits. */
#include "record/archive.h"
#include "record/parser.h"
#include "record/process.h"
#include "record/zip.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { DEPTH_MAX = 3, MEMBERS_MAX = 200 };

static void must(bool holds) {
    if (!holds) abort();
}

/* Where an unpacker has its socket stands a file in memory; nothing else may come to stand there. */
int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv;
    int answers = memfd_create("answers", 0);
    must(answers >= 0 && (answers == PROCESS_SOCKET || dup2(answers, PROCESS_SOCKET) == PROCESS_SOCKET));
    return 0;
}

/* What the unpacker says of the bytes, in the arena. */
static slice unpack(arena *memory, slice bytes) {
    int file = memfd_create("archive", 0);
    must(file >= 0 && write(file, bytes.data, bytes.size) == (ssize_t)bytes.size && lseek(file, 0, SEEK_SET) == 0);
    must(ftruncate(PROCESS_SOCKET, 0) == 0 && lseek(PROCESS_SOCKET, 0, SEEK_SET) == 0);
    archive_unpack(file);
    close(file);
    off_t size = lseek(PROCESS_SOCKET, 0, SEEK_CUR);
    char *said = array_room(memory, (uint32_t)size + 1, 1);
    must(size >= 0 && pread(PROCESS_SOCKET, said, (size_t)size, 0) == size);
    return (slice){ said, (size_t)size };
}

static void check(arena *memory, slice bytes, int depth) {
    zip_recognise(bytes);
    if (!archive_recognise(bytes) || depth == DEPTH_MAX) return;
    slice said = unpack(memory, bytes);
    bool ended = false;
    for (int members = 0; said.size; members++) {
        struct archive_header header;
        must(!ended && said.size >= sizeof header);
        memcpy(&header, said.data, sizeof header);
        said = (slice){ said.data + sizeof header, said.size - sizeof header };
        must(header.what <= ARCHIVE_LAST_REFUSAL && header.path_size <= 4096 && header.size <= GRIFFIE_TEXT_MAX);
        must(header.path_size + header.size <= said.size);
        slice content = { said.data + header.path_size, header.size };
        ended = header.what == ARCHIVE_END || header.what == ARCHIVE_LAST_REFUSAL;
        said = (slice){ content.data + content.size, said.size - header.path_size - content.size };
        if (header.what == ARCHIVE_FILE && members < MEMBERS_MAX) check(memory, content, depth + 1);
    }
    must(ended);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    arena *memory = arena_new();
    check(memory, (slice){ arena_copy(memory, (slice){ (const char *)data, size }), size }, 0);
    arena_free(memory);
    return 0;
}
