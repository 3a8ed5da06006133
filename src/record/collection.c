/* Paths and the files of archives as one numbered sequence. */
#include "record/collection.h"

#include "record/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NESTED_MAX = 4 }; /* an archive in an archive in … */

struct collection {
    const char *const *paths;
    size_t count;
    atomic_size_t begun;
    uint64_t pieces;
    struct archive_reader *archives[NESTED_MAX]; /* being read, each in the one before it */
    int depth;
    pthread_mutex_t lock;
};

struct collection *collection_new(const char *const *paths, size_t count) {
    struct collection *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->paths = paths;
    self->count = count;
    pthread_mutex_init(&self->lock, NULL);
    return self;
}

void collection_free(struct collection *self) {
    if (!self) return;
    while (self->depth) archive_reader_free(self->archives[--self->depth]);
    pthread_mutex_destroy(&self->lock);
    free(self);
}

/* Opens a path, and unpacks it if it is an archive: its content says so, which for a zip means a look at all names in it. What is no
 * archive stays open in *file (-1: whoever loads it will say why not). */
static struct archive_reader *open_path(const char *path, int *file, bool *refused, error *problem) {
    *file = -1;
    if (strcmp(path, "-") == 0) return NULL;
    *file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    struct stat about;
    char head[512];
    if (*file < 0 || fstat(*file, &about) != 0) return NULL;
    bool archive = false;
    if (S_ISREG(about.st_mode)) {
        ssize_t size = pread(*file, head, sizeof head, 0);
        bool whole = (size_t)about.st_size <= sizeof head; /* what kind of zip it is stands at its end */
        archive = size > 4 && ((head[0] == 'P' && !whole) || archive_recognise((slice){ head, (size_t)size }));
        if (archive && head[0] == 'P' && !whole) {
            void *bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, *file, 0);
            archive = bytes != MAP_FAILED && archive_recognise((slice){ bytes, (size_t)about.st_size });
            if (bytes != MAP_FAILED) munmap(bytes, (size_t)about.st_size);
        }
    } else {
        close(*file); /* a pipe must be waited for: it is opened anew without O_NONBLOCK */
        *file = -1;
    }
    if (!archive) return NULL;
    struct archive_reader *reader = archive_reader_new(*file, path, problem);
    *file = -1;
    *refused = !reader;
    return reader;
}

/* A member that is an archive itself, from memory. */
static struct archive_reader *open_member(const char *name, slice bytes, error *problem) {
    int file = memfd_create("archive", MFD_CLOEXEC);
    if (file < 0) return error_set(problem, ERROR_IO, name, -1, "%s", strerror(errno)), NULL;
    for (slice rest = bytes; rest.size;) {
        ssize_t put = write(file, rest.data, rest.size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) {
            error_set(problem, ERROR_IO, name, -1, "%s", strerror(errno));
            close(file);
            return NULL;
        }
        rest = (slice){ rest.data + put, rest.size - (size_t)put };
    }
    lseek(file, 0, SEEK_SET);
    return archive_reader_new(file, name, problem);
}

/* The next member of the archives that are open. False when none is left. */
static bool next_member(struct collection *self, arena *memory, struct collection_piece *out) {
    while (self->depth) {
        struct archive_reader *archive = self->archives[self->depth - 1];
        *out = (struct collection_piece){ .member = true, .file = -1 };
        if (!archive_reader_next(archive, memory, &out->name, &out->bytes, &out->refused, &out->problem)) {
            archive_reader_free(archive);
            self->depth--;
        } else if (out->refused || !archive_recognise(out->bytes))
            return true;
        else if (self->depth == NESTED_MAX)
            return out->refused = true,
                   error_set(&out->problem, ERROR_LIMIT, out->name, -1, "archives in archives are read %d deep", NESTED_MAX), true;
        else if (!(self->archives[self->depth] = open_member(out->name, out->bytes, &out->problem)))
            return out->refused = true;
        else
            self->depth++;
    }
    return false;
}

static bool next(struct collection *self, arena *memory, struct collection_piece *out) {
    for (;;) {
        if (next_member(self, memory, out)) return true;
        if (self->begun == self->count) return false;
        const char *path = self->paths[self->begun++];
        *out = (struct collection_piece){ .name = path };
        struct archive_reader *archive = open_path(path, &out->file, &out->refused, &out->problem);
        if (!archive) return true;
        self->archives[self->depth++] = archive;
    }
}

bool collection_next(struct collection *self, arena *memory, struct collection_piece *out) {
    pthread_mutex_lock(&self->lock);
    bool more = next(self, memory, out);
    if (more) out->number = self->pieces++;
    pthread_mutex_unlock(&self->lock);
    return more;
}

bool collection_load(struct collection_piece *self, arena *memory, error *problem) {
    if (self->file < 0) return record_load_bytes(memory, self->name, &self->bytes, problem);
    bool loaded = record_load_file(memory, self->file, self->name, &self->bytes, problem);
    close(self->file);
    self->file = -1;
    return loaded;
}

size_t collection_begun(const struct collection *self) { return self->begun; }
