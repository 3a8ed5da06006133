/* Files and folders, read on several cores. */
#include "read/files.h"

#include "read/journal.h"
#include "read/progress.h"
#include "read/turns.h"
#include "record/collection.h"
#include "record/worker.h"

#include <errno.h>
#include <fts.h>
#include <glob.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }

bool file_list_add(arena *memory, struct file_list *self, const char *path, error *problem) {
    struct stat about;
    if (strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        FTS *walk = fts_open((char *[]){ (char *)path, NULL }, FTS_LOGICAL | FTS_NOCHDIR, by_name);
        if (!walk) return error_set(problem, ERROR_IO, path, -1, "the folder cannot be opened: %s", strerror(errno));
        for (FTSENT *entry; (entry = fts_read(walk));) {
            if (entry->fts_level > 0 && entry->fts_name[0] == '.')
                fts_set(walk, entry, FTS_SKIP);
            else if (entry->fts_info == FTS_F || entry->fts_info == FTS_DNR || entry->fts_info == FTS_NS)
                ARRAY_PUSH(memory, &self->paths) = arena_copy(memory, slice_of(entry->fts_path));
        }
        fts_close(walk);
        return true;
    }
    glob_t found;
    if (strcmp(path, "-") != 0 && strpbrk(path, "*?[") && stat(path, &about) != 0 && glob(path, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) ARRAY_PUSH(memory, &self->paths) = arena_copy(memory, slice_of(found.gl_pathv[i]));
        globfree(&found);
        return true;
    }
    ARRAY_PUSH(memory, &self->paths) = path;
    return true;
}

/* Line by line: of a list of a million files nothing but their paths is kept. */
bool file_list_add_listed(arena *memory, struct file_list *self, const char *path, error *problem) {
    FILE *list = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
    if (!list) return error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno));
    char *line = NULL;
    size_t room = 0;
    bool added = true;
    for (ssize_t got; added && (got = getline(&line, &room, list)) >= 0;) {
        while (got && (line[got - 1] == '\n' || line[got - 1] == '\r')) line[--got] = 0;
        if (got) added = file_list_add(memory, self, arena_copy(memory, (slice){ line, (size_t)got }), problem);
    }
    if (added && ferror(list)) added = error_set(problem, ERROR_IO, path, -1, "%s", strerror(errno));
    free(line);
    if (list != stdin) fclose(list);
    return added;
}

struct job {
    const struct files_reader *reader;
    struct collection *pieces;
    struct journal *journal;
    struct progress progress;
    atomic_size_t refused;
    atomic_bool stopped;
    struct turns turns;
};
enum outcome { READ, REFUSED, SKIPPED };

static enum outcome read_piece(struct job *job, arena *memory, const struct record_context *context, struct collection_piece *piece,
                               char hash[65], size_t *size, buffer *out, error *problem) {
    const struct files_reader *reader = job->reader;
    struct reading reading;
    if (piece->refused)
        *problem = piece->problem;
    else if (piece->member || collection_load(piece, memory, problem)) {
        slice bytes = piece->bytes;
        *size = bytes.size;
        if (job->journal) {
            record_hash(bytes, hash);
            if (journal_has(job->journal, hash, piece->name)) return SKIPPED;
        }
        if (reading_make(memory, bytes, piece->name, context, reader->words, &reading, problem)) {
            reader->render(reader->self, &reading, out);
            return READ;
        }
    }
    reader->refuse(reader->self, problem, out);
    return REFUSED;
}

static void *work(void *shared) {
    struct job *job = shared;
    const struct files_reader *reader = job->reader;
    arena *memory = arena_new();
    buffer out = { 0 };
    struct record_context context = *reader->context;
    context.worker = record_worker_new();
    for (struct collection_piece piece; !job->stopped && (arena_reset(memory), collection_next(job->pieces, memory, &piece));) {
        out.size = 0;
        error problem = { .byte = -1 };
        char hash[65] = "";
        size_t size = 0;
        enum outcome outcome = read_piece(job, memory, &context, &piece, hash, &size, &out, &problem);
        job->refused += outcome == REFUSED;
        turn_wait(&job->turns, piece.number);
        if (!job->stopped && outcome != SKIPPED) {
            progress_clear(&job->progress);
            if (!reader->show(reader->self, (slice){ out.data, out.size }, outcome == READ ? NULL : &problem))
                job->stopped = true;
            else if (job->journal && outcome == READ)
                journal_add(job->journal, hash, piece.name);
        }
        progress_step(&job->progress, collection_begun(job->pieces), size);
        turn_done(&job->turns);
    }
    record_worker_free(context.worker);
    buffer_free(&out);
    arena_free(memory);
    return NULL;
}

size_t files_read(const struct files_reader *reader, const struct file_list *files) {
    struct job job = { .reader = reader, .turns = TURNS_NEW };
    error problem = { .byte = -1 };
    if (reader->journal && !(job.journal = journal_open(reader->journal, &problem))) {
        reader->show(reader->self, SLICE(""), &problem);
        return 1;
    }
    job.pieces = collection_new(files->paths.at, files->paths.count);
    progress_begin(&job.progress, reader->progress, files->paths.count);
    threads_run(reader->threads ? reader->threads : cores_available(), work, &job);
    progress_clear(&job.progress);
    collection_free(job.pieces);
    journal_close(job.journal);
    return job.refused;
}
