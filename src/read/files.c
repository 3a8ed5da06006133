/* Files and folders, read on several cores.
 *
 * A thread takes a lot of files, lets its parser begin with all of them, reads one after the other as they come from there, and shows them
 * together when it is the lot's turn. Lots are small at first, so that the first output comes at once. */
#include "read/files.h"

#include "read/journal.h"
#include "read/progress.h"
#include "read/turns.h"
#include "record/collection.h"
#include "record/walk.h"
#include "record/worker.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { LOT_MAX = 32 };

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
struct result {
    enum outcome outcome;
    size_t size; /* of its bytes */
    size_t end;  /* of what it has in the lot's output */
    enum media media;
    char hash[65];
};
/* A thread's lot: pieces, what became of them, and the memory of both and of the one that is being read. */
struct lot {
    struct collection_piece pieces[LOT_MAX];
    struct result results[LOT_MAX];
    size_t count;
    uint64_t number;
    arena *memory, *reading;
    buffer out;
};

static bool is_known(const struct job *job, const struct collection_piece *piece, struct result *result) {
    if (!job->journal) return false;
    record_hash(piece->bytes, result->hash);
    return journal_has(job->journal, result->hash, piece->name);
}

/* Takes a lot and lets the parser begin with it. */
static bool lot_take(struct job *job, struct lot *self, size_t most, const struct record_context *context) {
    arena_reset(self->memory);
    self->count = collection_take(job->pieces, self->memory, self->pieces, most, &self->number);
    self->out.size = 0;
    for (size_t i = 0; i < self->count; i++) {
        struct collection_piece *piece = &self->pieces[i];
        struct result *result = &self->results[i];
        *result = (struct result){ .outcome = REFUSED, .size = piece->bytes.size };
        if (piece->refused || !piece->loaded) continue;
        if (is_known(job, piece, result))
            result->outcome = SKIPPED;
        else
            result->media = record_send_ahead(piece->bytes, piece->name, context);
    }
    return self->count > 0;
}

static enum outcome read_piece(struct job *job, struct lot *lot, size_t i, const struct record_context *given) {
    const struct files_reader *reader = job->reader;
    struct collection_piece *piece = &lot->pieces[i];
    struct result *result = &lot->results[i];
    struct reading reading;
    if (result->outcome == SKIPPED) return SKIPPED;
    arena_reset(lot->reading);
    bool had = !piece->refused && (piece->loaded || collection_load(piece, lot->reading, &piece->problem));
    if (had && !piece->loaded) {
        result->size = piece->bytes.size;
        if (is_known(job, piece, result)) return SKIPPED;
    }
    struct record_context context = *given;
    if (result->media) context.media = result->media;
    if (had && reading_make(lot->reading, piece->bytes, piece->name, &context, reader->words, &reading, &piece->problem)) {
        reader->render(reader->self, &reading, &lot->out);
        return READ;
    }
    reader->refuse(reader->self, &piece->problem, &lot->out);
    job->refused++;
    return REFUSED;
}

/* Shows a lot; what the journal says is read has been shown before. */
static bool lot_show(struct job *job, const struct lot *self) {
    const struct files_reader *reader = job->reader;
    progress_clear(&job->progress);
    size_t from = 0;
    for (size_t i = 0; i < self->count; i++) {
        const struct result *result = &self->results[i];
        const error *problem = result->outcome == REFUSED ? &self->pieces[i].problem : NULL;
        bool last = i + 1 == self->count, more = reader->together && !problem && !last && self->results[i + 1].outcome != REFUSED;
        if (more || (result->outcome == SKIPPED && result->end == from)) continue;
        if (!reader->show(reader->self, (slice){ self->out.data + from, result->end - from }, problem)) return false;
        from = result->end;
    }
    for (size_t i = 0; job->journal && i < self->count; i++)
        if (self->results[i].outcome == READ) journal_add(job->journal, self->results[i].hash, self->pieces[i].name);
    return true;
}

static void *work(void *shared) {
    struct job *job = shared;
    struct record_context context = *job->reader->context;
    context.worker = record_worker_new();
    struct lot *lot = calloc(1, sizeof *lot);
    if (!lot) abort();
    lot->memory = arena_new();
    lot->reading = arena_new();
    for (size_t most = 1; !job->stopped && lot_take(job, lot, most, &context); most = most < LOT_MAX ? most * 2 : LOT_MAX) {
        size_t size = 0;
        for (size_t i = 0; i < lot->count; i++) {
            if (!job->stopped) lot->results[i].outcome = read_piece(job, lot, i, &context);
            collection_drop(&lot->pieces[i]);
            lot->results[i].end = lot->out.size;
            size += lot->results[i].size;
        }
        turn_wait(&job->turns, lot->number);
        if (!job->stopped && !lot_show(job, lot)) job->stopped = true;
        progress_step(&job->progress, collection_begun(job->pieces), size);
        turn_done(&job->turns);
    }
    record_worker_free(context.worker);
    buffer_free(&lot->out);
    arena_free(lot->reading);
    arena_free(lot->memory);
    free(lot);
    return NULL;
}

size_t files_read(const struct files_reader *reader, const struct file_list *files) {
    struct job job = { .reader = reader, .turns = TURNS_NEW };
    error problem = { .byte = -1 };
    if (reader->journal && !(job.journal = journal_open(reader->journal, &problem))) {
        reader->show(reader->self, SLICE(""), &problem);
        return 1;
    }
    job.pieces = collection_new(files->named, files->count, files->list);
    progress_begin(&job.progress, reader->progress, reader->progress ? walk_count(files->named, files->count, files->list) : 0);
    threads_run(reader->threads ? reader->threads : cores_available(), work, &job);
    progress_clear(&job.progress);
    collection_free(job.pieces);
    journal_close(job.journal);
    return job.refused;
}
