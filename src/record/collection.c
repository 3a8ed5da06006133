/* Files that were walked to, and the files of archives, in numbered lots. */
#include "record/collection.h"

#include "record/archive.h"
#include "record/walk.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NESTED_MAX = 4 /* an archive in an archive in … */, LOT_BYTES = 1 << 18 /* a lot ends where it has as many */ };

struct collection {
    struct walk *walk;
    atomic_size_t begun;
    uint64_t lots;
    struct archive_reader *archives[NESTED_MAX]; /* being read, each in the one before it */
    int depth;
    pthread_mutex_t lock;
};

struct collection *collection_new(const char *const *named, size_t count, const char *list) {
    struct collection *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->walk = walk_new(named, count, list);
    pthread_mutex_init(&self->lock, NULL);
    return self;
}

void collection_free(struct collection *self) {
    if (!self) return;
    while (self->depth) archive_reader_free(self->archives[--self->depth]);
    walk_free(self->walk);
    pthread_mutex_destroy(&self->lock);
    free(self);
}

/* Whether an open regular file is an archive: its first bytes say so, for a zip the names at its end (DOCX is one too). Small ones are
 * loaded on the way. */
static bool is_archive(struct collection_piece *piece, size_t size, arena *memory) {
    char head[512];
    bool small = size <= COLLECTION_SMALL;
    char *bytes = small ? array_room(memory, (uint32_t)size + 1, 1) : head;
    ssize_t got = pread(piece->file, bytes, small ? size : sizeof head, 0);
    if (got <= 0) return false;
    if (small) bytes[got] = 0;
    slice read = { bytes, (size_t)got };
    if (small && read.size == size) {
        piece->bytes = read;
        return archive_recognise(read);
    }
    if (read.data[0] != 'P') return archive_recognise(read);
    void *whole = mmap(NULL, size, PROT_READ, MAP_PRIVATE, piece->file, 0);
    bool archive = whole != MAP_FAILED && archive_recognise((slice){ whole, size });
    if (whole != MAP_FAILED) munmap(whole, size);
    return archive;
}

/* What was walked to as a piece; or, when it is an archive, its reader. */
static struct archive_reader *open_piece(const struct walked *found, arena *memory, struct collection_piece *piece) {
    *piece = (struct collection_piece){ .name = arena_copy(memory, slice_of(found->path)), .file = found->file, .refused = found->refused };
    if (piece->refused) piece->problem = found->problem;
    if (piece->file < 0 || !S_ISREG(found->about.st_mode)) return NULL;
    if (is_archive(piece, (size_t)found->about.st_size, memory)) {
        struct archive_reader *reader = archive_reader_new(piece->file, piece->name, &piece->problem);
        piece->file = -1;
        piece->refused = !reader;
        return reader;
    }
    piece->loaded = piece->bytes.size > 0;
    if (!piece->loaded) return NULL;
    close(piece->file);
    piece->file = -1;
    return NULL;
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
        *out = (struct collection_piece){ .loaded = true, .file = -1 };
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

/* The next piece; *size of its file. */
static bool next(struct collection *self, arena *memory, struct collection_piece *out, size_t *size) {
    for (;;) {
        if (next_member(self, memory, out)) return *size = out->bytes.size, true;
        struct walked found;
        if (!walk_next(self->walk, &found)) return false;
        self->begun++;
        *size = S_ISREG(found.about.st_mode) ? (size_t)found.about.st_size : LOT_BYTES;
        struct archive_reader *archive = open_piece(&found, memory, out);
        if (!archive) return true;
        self->archives[self->depth++] = archive;
    }
}

size_t collection_take(struct collection *self, arena *memory, struct collection_piece *out, size_t most, uint64_t *lot) {
    size_t count = 0, bytes = 0, size;
    pthread_mutex_lock(&self->lock);
    for (; count < most && bytes < LOT_BYTES && next(self, memory, &out[count], &size); count++) bytes += size;
    if (count) *lot = self->lots++;
    pthread_mutex_unlock(&self->lock);
    return count;
}

/* What is no regular file (a pipe) was opened without waiting; now it is waited for. The first opening is closed last, so that who writes
 * into the pipe never finds it without a reader. */
bool collection_load(struct collection_piece *self, arena *memory, error *problem) {
    struct stat about;
    bool regular = self->file >= 0 && fstat(self->file, &about) == 0 && S_ISREG(about.st_mode);
    bool loaded = regular ? record_load_file(memory, self->file, self->name, &self->bytes, problem)
                          : record_load_bytes(memory, self->name, &self->bytes, problem);
    collection_drop(self);
    return loaded;
}

void collection_drop(struct collection_piece *self) {
    if (self->file >= 0) close(self->file);
    self->file = -1;
}

size_t collection_begun(const struct collection *self) { return self->begun; }
