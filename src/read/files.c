/* Files and folders, read on several cores. */
#include "read/files.h"

#include "read/turns.h"
#include "record/worker.h"

#include <errno.h>
#include <fts.h>
#include <stdatomic.h>
#include <sys/stat.h>

static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }

bool file_list_add(arena *memory, struct file_list *self, const char *path, error *problem) {
    struct stat about;
    if (strcmp(path, "-") != 0 && stat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        FTS *walk = fts_open((char *[]){ (char *)path, NULL }, FTS_LOGICAL | FTS_NOCHDIR, by_name);
        if (!walk) return error_set(problem, ERROR_IO, path, -1, "the folder cannot be opened: %s", strerror(errno));
        for (FTSENT *entry; (entry = fts_read(walk));) {
            if (entry->fts_level > 0 && entry->fts_name[0] == '.') fts_set(walk, entry, FTS_SKIP);
            else if (entry->fts_info == FTS_F || entry->fts_info == FTS_DNR || entry->fts_info == FTS_NS)
                ARRAY_PUSH(memory, &self->paths) = arena_copy(memory, slice_of(entry->fts_path));
        }
        fts_close(walk);
        return true;
    }
    ARRAY_PUSH(memory, &self->paths) = path;
    return true;
}

struct job {
    const struct files_reader *reader;
    const struct file_list *files;
    atomic_uint_fast64_t next;
    atomic_size_t refused;
    atomic_bool stopped;
    struct turns turns;
};

static void *work(void *shared) {
    struct job *job = shared;
    const struct files_reader *reader = job->reader;
    arena *memory = arena_new();
    buffer out = { 0 };
    struct record_context context = *reader->context;
    context.worker = record_worker_new();
    for (;;) {
        uint64_t number = job->next++;
        if (number >= job->files->paths.count) break;
        arena_reset(memory);
        out.size = 0;
        struct reading reading;
        error problem = { .byte = -1 };
        bool good = !job->stopped && reading_load(memory, job->files->paths.at[number], &context, reader->words, &reading, &problem);
        if (good) reader->render(reader->self, &reading, &out);
        else if (!job->stopped) {
            job->refused++;
            reader->refuse(reader->self, &problem, &out);
        }
        turn_wait(&job->turns, number);
        if (!job->stopped && !reader->show(reader->self, (slice){ out.data, out.size }, good ? NULL : &problem)) job->stopped = true;
        turn_done(&job->turns);
    }
    record_worker_free(context.worker);
    buffer_free(&out);
    arena_free(memory);
    return NULL;
}

size_t files_read(const struct files_reader *reader, const struct file_list *files) {
    struct job job = { .reader = reader, .files = files, .turns = TURNS_NEW };
    unsigned threads = reader->threads ? reader->threads : cores_available();
    if (threads > files->paths.count) threads = files->paths.count;
    threads_run(threads, work, &job);
    return job.refused;
}
