/* The journal: lines sorted in memory, appended to on disk. */
#include "read/journal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct journal {
    FILE *file;
    char *bytes;
    const char **lines;
    size_t count;
};

static int compare_lines(const void *left, const void *right) { return strcmp(*(const char *const *)left, *(const char *const *)right); }

struct journal *journal_open(const char *path, error *problem) {
    FILE *file = fopen(path, "a+e");
    if (!file) return error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno)), NULL;
    struct journal *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->file = file;
    size_t capacity = 0, size = 0;
    rewind(file);
    for (size_t got;; size += got) {
        if (capacity - size < 65536) {
            capacity = capacity ? capacity * 2 : 1 << 17;
            self->bytes = realloc(self->bytes, capacity + 1);
            if (!self->bytes) abort();
        }
        if (!(got = fread(self->bytes + size, 1, capacity - size, file))) break;
    }
    self->bytes[size] = 0;
    size_t room = 0;
    for (char *line = self->bytes, *end; (end = strchr(line, '\n'));
         line = end + 1) { /* a last line without end was cut off: it does not count */
        *end = 0;
        if (self->count == room) {
            room = room ? room * 2 : 1024;
            self->lines = realloc(self->lines, room * sizeof *self->lines);
            if (!self->lines) abort();
        }
        self->lines[self->count++] = line;
    }
    if (self->count) qsort(self->lines, self->count, sizeof *self->lines, compare_lines);
    if (size && self->bytes[size - 1] != 0) fputc('\n', file);
    return self;
}

void journal_close(struct journal *self) {
    if (!self) return;
    fclose(self->file);
    free(self->lines);
    free(self->bytes);
    free(self);
}

bool journal_has(const struct journal *self, const char *hash, const char *name) {
    size_t low = 0, high = self->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *line = self->lines[middle];
        int order = strncmp(line, hash, 64);
        if (order == 0) order = strlen(line) > 66 ? strcmp(line + 66, name) : -1;
        if (order == 0) return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

void journal_add(struct journal *self, const char *hash, const char *name) {
    if (strchr(name, '\n')) return; /* it would be two lines; such a file is read again */
    fprintf(self->file, "%s  %s\n", hash, name);
    fflush(self->file);
}
