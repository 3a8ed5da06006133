/* The worker: a child process behind walls that parses one file after the other, and its parent who believes nothing. */
#include "record/worker.h"

#include "record/exchange.h"
#include "record/format.h"
#include "record/pdf.h"
#include "record/process.h"
#include "record/walls.h"

#include <libxml/parser.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct record_worker {
    struct process process;
    int files;
};
struct request {
    uint64_t size;
    uint32_t media, name_size, page /* 0: parse; else: render it */;
    uint32_t unused; /* fills the last place, so that no padding goes through the socket */
};
struct answer {
    uint64_t size;
    uint32_t parsed;
};

struct record_worker *record_worker_new(void) {
    struct record_worker *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->process.socket = -1;
    return self;
}

void record_worker_free(struct record_worker *self) {
    if (!self) return;
    process_end(&self->process, NULL);
    free(self);
}

/* The child's whole life. */
static _Noreturn void serve(int file) {
    xmlInitParser();
    bool walled = walls_raise();
    arena *memory = arena_new();
    struct request asked;
    while (process_take(file, &asked, sizeof asked) && asked.size <= GRIFFIE_TEXT_MAX && asked.name_size <= 4096) {
        arena_reset(memory);
        char *name = arena_alloc(memory, asked.name_size + 1), *bytes = arena_alloc(memory, asked.size + 1);
        if (!process_take(file, name, asked.name_size) || !process_take(file, bytes, asked.size)) break;
        struct record record = { .source_name = name, .media = (enum media)asked.media };
        error problem = { .byte = -1 };
        struct answer answer = { 0 };
        buffer out = { 0 };
        if (!walled)
            error_set(&problem, ERROR_UNSUPPORTED, name, -1,
                      "this system cannot lock a parser in (seccomp); only plain text and Markdown can be read");
        else if (asked.page) {
            slice image;
            if (pdf_render(memory, (slice){ bytes, asked.size }, name, (int)asked.page, &image, &problem))
                buffer_add(&out, image), answer.parsed = 1;
        } else if (record_parse(memory, &record, (slice){ bytes, asked.size }, &problem)) {
            record_pack(&record, &out);
            answer.parsed = 1;
        }
        if (!answer.parsed) buffer_add(&out, (slice){ (const char *)&problem, sizeof problem });
        answer.size = out.size;
        if (!process_write(file, &answer, sizeof answer) || !process_write(file, out.data, out.size)) break;
        buffer_free(&out);
    }
    _exit(0);
}

static bool refuse_answer(const char *name, error *problem) {
    return error_set(problem, ERROR_FORMAT, name, -1, "the parser's answer does not hold together; the file may be hostile");
}

/* The child's error, which is checked as well. */
static bool accept_error(const char *name, slice bytes, error *problem) {
    error found;
    if (bytes.size != sizeof found) return refuse_answer(name, problem);
    memcpy(&found, bytes.data, sizeof found);
    found.message[sizeof found.message - 1] = 0;
    size_t size = strlen(found.message), whole = utf8_invalid((slice){ found.message, size });
    found.message[whole] = 0;
    if (found.code <= ERROR_NONE || found.code > ERROR_DAMAGE) found.code = ERROR_FORMAT;
    error_set(problem, found.code, name, found.byte, "%s", found.message);
    if (problem) problem->page = found.page;
    return false;
}

/* The child is gone or too slow: its file is refused, the next one gets a new child. */
static bool bury(struct record_worker *self, bool late, const char *name, error *problem) {
    int status = 0;
    if (late) {
        process_end(&self->process, NULL);
        return error_set(problem, ERROR_LIMIT, name, -1, "the parser took more than %d seconds; the file is broken or hostile",
                         PROCESS_SECONDS_MAX);
    }
    process_end(&self->process, &status);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)
        return error_set(problem, ERROR_LIMIT, name, -1, "the parser ran out of its %zu GB of memory; the file is broken or hostile",
                         WORKER_MEMORY_MAX >> 30);
    return error_set(problem, ERROR_FORMAT, name, -1, "the parser failed on this file (%s); it is broken or hostile",
                     WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it ended");
}

/* Sends a request and receives its answer in *content (to be freed). False with *problem when there is none. */
static bool ask(struct record_worker *self, struct request request, const char *name, slice bytes, struct answer *answer, char **content,
                error *problem) {
    struct process *process = &self->process;
    if (process->id > 0 && self->files >= WORKER_FILES_MAX) process_end(process, NULL);
    if (process->id <= 0) {
        int file = process_begin(process, -1);
        if (file >= 0) serve(file);
        if (process->id <= 0) return error_set(problem, ERROR_IO, name, -1, "no process for a parser");
        self->files = 0;
    }
    self->files++;
    bool late = false;
    process_time(process);
    if (!process_send(process, &request, sizeof request) || !process_send(process, name, request.name_size) ||
        !process_send(process, bytes.data, bytes.size) || !process_read(process, answer, sizeof *answer, &late))
        return bury(self, late, name, problem);
    if (answer->size > 4 * GRIFFIE_TEXT_MAX) {
        process_end(process, NULL);
        return error_set(problem, ERROR_LIMIT, name, -1, "the file's text and markup are more than %zu MB", 4 * GRIFFIE_TEXT_MAX >> 20);
    }
    *content = malloc(answer->size + 1);
    if (!*content) abort();
    if (process_read(process, *content, answer->size, &late)) return true;
    free(*content);
    return bury(self, late, name, problem);
}

bool record_worker_parse(struct record_worker *self, arena *memory, struct record *record, slice bytes, error *problem) {
    const char *name = record->source_name;
    struct request request = { bytes.size, (uint32_t)record->media, (uint32_t)strnlen(name, 4096), 0, 0 };
    struct answer answer;
    char *content = NULL;
    if (!ask(self, request, name, bytes, &answer, &content, problem)) return false;
    slice got = { content, answer.size };
    bool parsed = answer.parsed ? record_unpack(memory, got, record) || refuse_answer(name, problem) : accept_error(name, got, problem);
    free(content);
    return parsed;
}

bool record_worker_render(struct record_worker *self, arena *memory, const char *name, slice bytes, int page, slice *image,
                          error *problem) {
    struct request request = { bytes.size, MEDIA_PDF, (uint32_t)strnlen(name, 4096), (uint32_t)page, 0 };
    struct answer answer;
    char *content = NULL;
    if (!ask(self, request, name, bytes, &answer, &content, problem)) return false;
    slice got = { content, answer.size };
    if (answer.parsed) *image = (slice){ arena_copy(memory, got), got.size };
    bool rendered = answer.parsed || accept_error(name, got, problem);
    free(content);
    return rendered;
}
