/* ZIP packages, unpacked in memory by libarchive. */
#include "record/package.h"

#include <archive.h>
#include <archive_entry.h>

enum { RATIO_MAX = 200, RATIO_FREE = 1 << 20 }; /* small files may well pack 1000 to 1 */

static bool read_member(arena *memory, struct archive *archive, size_t limit, slice *out) {
    size_t capacity = 1 << 16, size = 0;
    char *bytes = arena_alloc(memory, capacity);
    for (;;) {
        la_ssize_t got = archive_read_data(archive, bytes + size, capacity - size);
        if (got < 0) return false;
        if (got == 0) break;
        size += (size_t)got;
        if (size > limit) return false;
        if (size < capacity) continue;
        char *grown = arena_alloc(memory, capacity * 2);
        memcpy(grown, bytes, size);
        bytes = grown;
        capacity *= 2;
    }
    *out = (slice){ bytes, size };
    return true;
}

bool package_read(arena *memory, slice bytes, bool (*wanted)(slice name), const char *name, struct package *out, error *problem) {
    struct archive *archive = archive_read_new();
    archive_read_support_format_zip(archive);
    bool read = archive_read_open_memory(archive, bytes.data, bytes.size) == ARCHIVE_OK;
    if (!read) error_set(problem, ERROR_FORMAT, name, 0, "the package cannot be opened: %s", archive_error_string(archive));
    size_t left = bytes.size * RATIO_MAX + RATIO_FREE;
    if (left > GRIFFIE_TEXT_MAX) left = GRIFFIE_TEXT_MAX;
    struct archive_entry *entry;
    for (int count = 0, status; read; count++) {
        status = archive_read_next_header(archive, &entry);
        if (status == ARCHIVE_EOF) break;
        if (status < ARCHIVE_WARN)
            read = error_set(problem, ERROR_FORMAT, name, -1, "the package is broken: %s", archive_error_string(archive));
        else if (count == PACKAGE_MEMBERS_MAX)
            read = error_set(problem, ERROR_LIMIT, name, -1, "the package holds more than %d files", PACKAGE_MEMBERS_MAX);
        else {
            const char *path = archive_entry_pathname(entry);
            if (!path || !wanted(slice_of(path)) || utf8_invalid(slice_of(path)) != strlen(path)) continue; /* names become places */
            struct package_member member = { .name = arena_copy(memory, slice_of(path)) };
            if (!read_member(memory, archive, left, &member.bytes))
                read = error_set(problem, ERROR_LIMIT, name, -1, "%.60s in the package is broken or unpacks to too much", member.name);
            else
                left -= member.bytes.size, ARRAY_PUSH(memory, &out->members) = member;
        }
    }
    archive_read_free(archive);
    return read;
}

slice package_find(const struct package *self, const char *name) {
    for (uint32_t i = 0; i < self->members.count; i++)
        if (strcmp(self->members.at[i].name, name) == 0) return self->members.at[i].bytes;
    return (slice){ 0 };
}
