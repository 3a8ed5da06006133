/* Paths and the files of archives as one numbered sequence. */
#include "record/collection.h"

#include "record/archive.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct collection {
    const char *const *paths;
    size_t count;
    atomic_size_t begun;
    uint64_t pieces;
    struct archive_reader *archive; /* being read; NULL: none */
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
    archive_reader_free(self->archive);
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
        archive = size > 4 && archive_recognise((slice){ head, (size_t)size });
        if (archive && head[0] == 'P' && (size_t)about.st_size > sizeof head) {
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

static bool next(struct collection *self, arena *memory, struct collection_piece *out) {
    for (;;) {
        if (self->archive) {
            *out = (struct collection_piece){ .member = true };
            if (archive_reader_next(self->archive, memory, &out->name, &out->bytes, &out->refused, &out->problem)) return true;
            archive_reader_free(self->archive);
            self->archive = NULL;
        }
        if (self->begun == self->count) return false;
        const char *path = self->paths[self->begun++];
        *out = (struct collection_piece){ .name = path };
        self->archive = open_path(path, &out->file, &out->refused, &out->problem);
        if (!self->archive) return true;
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
