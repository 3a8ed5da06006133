/* The parent of parsers (record/parser.h), who believes nothing of what they say. */
#include "record/worker.h"

#include "record/exchange.h"
#include "record/parser.h"
#include "record/process.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct child {
    struct process process;
    int files;
};
struct record_worker {
    struct child markup, pdf;
};

struct record_worker *record_worker_new(void) {
    struct record_worker *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->markup.process.socket = self->pdf.process.socket = -1;
    return self;
}

void record_worker_free(struct record_worker *self) {
    if (!self) return;
    process_end(&self->markup.process, NULL);
    process_end(&self->pdf.process, NULL);
    free(self);
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
static bool bury(struct child *self, bool late, const char *name, error *problem) {
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
static bool ask(struct record_worker *worker, struct parser_request request, const char *name, slice bytes, struct parser_answer *answer,
                char **content, error *problem) {
    bool pdf = request.media == MEDIA_PDF, late = false;
    struct child *self = pdf ? &worker->pdf : &worker->markup;
    struct process *process = &self->process;
    if (process->id > 0 && self->files >= WORKER_FILES_MAX) process_end(process, NULL);
    if (process->id <= 0) {
        error wrong = { .byte = -1 };
        if (!process_begin(process, pdf ? PARSER_PROGRAM_PDF : PARSER_PROGRAM, PARSER_TASK_PARSE, -1, &wrong))
            return error_set(problem, wrong.code, name, -1, "it cannot be parsed: %s", wrong.message);
        self->files = 0;
    }
    self->files++;
    process_time(process);
    if (!process_send(process, (slice[]){ { (const char *)&request, sizeof request }, { name, request.name_size }, bytes }, 3) ||
        !process_read(process, answer, sizeof *answer, &late))
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
    struct parser_request request = { bytes.size, (uint32_t)record->media, (uint32_t)strnlen(name, 4096), 0, 0 };
    struct parser_answer answer;
    char *content = NULL;
    if (!ask(self, request, name, bytes, &answer, &content, problem)) return false;
    slice got = { content, answer.size };
    bool parsed = answer.parsed ? record_unpack(memory, got, record) || refuse_answer(name, problem) : accept_error(name, got, problem);
    free(content);
    return parsed;
}

bool record_worker_render(struct record_worker *self, arena *memory, const char *name, slice bytes, int page, slice *image,
                          error *problem) {
    struct parser_request request = { bytes.size, MEDIA_PDF, (uint32_t)strnlen(name, 4096), (uint32_t)page, 0 };
    struct parser_answer answer;
    char *content = NULL;
    if (!ask(self, request, name, bytes, &answer, &content, problem)) return false;
    slice got = { content, answer.size };
    if (answer.parsed) *image = (slice){ arena_copy(memory, got), got.size };
    bool rendered = answer.parsed || accept_error(name, got, problem);
    free(content);
    return rendered;
}
