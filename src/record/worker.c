/* The parent of parsers (record/parser.h), who believes nothing of what they say. */
#include "record/worker.h"

#include "record/exchange.h"
#include "record/parser.h"
#include "record/process.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { AHEAD_MAX = 64 };

/* A parser, and what it was sent before anybody waits for the answers. */
struct child {
    struct process process;
    int files;
    buffer outgoing;              /* not yet sent */
    const char *ahead[AHEAD_MAX]; /* bytes whose answers are to come, in this order */
    int first, last;
    buffer answer;
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

static void child_free(struct child *self) {
    process_end(&self->process, NULL);
    buffer_free(&self->outgoing);
    buffer_free(&self->answer);
}

void record_worker_free(struct record_worker *self) {
    if (!self) return;
    child_free(&self->markup);
    child_free(&self->pdf);
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
static bool bury(struct child *self, const char *name, error *problem) {
    int status = 0;
    if (self->process.late) {
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

static struct child *child_for(struct record_worker *self, enum media media) { return media == MEDIA_PDF ? &self->pdf : &self->markup; }

/* A child that runs; a fresh one after many files. */
static bool child_ready(struct child *self, bool pdf, error *problem) {
    if (self->first < self->last && self->process.id > 0) return true;
    self->first = self->last = 0;
    self->outgoing.size = 0;
    if (self->process.id > 0 && self->files >= WORKER_FILES_MAX) process_end(&self->process, NULL);
    if (self->process.id > 0) return true;
    self->files = 0;
    return process_begin(&self->process, pdf ? PARSER_PROGRAM_PDF : PARSER_PROGRAM, PARSER_TASK_PARSE, -1, problem);
}

static bool child_flush(struct child *self) {
    bool sent = !self->outgoing.size || process_send(&self->process, &(slice){ self->outgoing.data, self->outgoing.size }, 1);
    self->outgoing.size = 0;
    return sent;
}

/* Small requests gather, a large one is not copied. */
static bool child_send(struct child *self, struct parser_request request, const char *name, slice bytes) {
    const slice parts[] = { { (const char *)&request, sizeof request }, { name, request.name_size }, bytes };
    self->files++;
    if (bytes.size >= PROCESS_LOT) return child_flush(self) && process_send(&self->process, parts, COUNT_OF(parts));
    for (size_t i = 0; i < COUNT_OF(parts); i++) buffer_add(&self->outgoing, parts[i]);
    return self->outgoing.size < PROCESS_LOT || child_flush(self);
}

/* The next answer; its content stays in `answer` until the next call. False when the child is gone, late or says too much. */
static bool child_receive(struct child *self, struct parser_answer *answer) {
    if (!child_flush(self) || !process_read(&self->process, answer, sizeof *answer)) return false;
    if (answer->size > 4 * GRIFFIE_TEXT_MAX) return true;
    process_forget(&self->answer);
    buffer_reserve(&self->answer, answer->size + 1);
    if (!process_read(&self->process, self->answer.data, answer->size)) return false;
    self->answer.size = answer->size;
    return true;
}

static struct parser_request request_for(const char *name, enum media media, slice bytes, int page) {
    return (struct parser_request){ bytes.size, (uint32_t)media, (uint32_t)strnlen(name, 4096), (uint32_t)page, 0 };
}

void record_worker_send(struct record_worker *self, enum media media, const char *name, slice bytes) {
    struct child *child = child_for(self, media);
    error ignored = { .byte = -1 };
    if (child->last == AHEAD_MAX || !child_ready(child, media == MEDIA_PDF, &ignored)) return;
    child->ahead[child->last++] = bytes.data;
    /* If the child is gone, whoever waits for the answer will find out. */
    (void)child_send(child, request_for(name, media, bytes, 0), name, bytes);
}

/* Takes the answer for these bytes if they were sent ahead. *guilty: the child failed on them. Where others were under way too it cannot
 * be said which of them it failed on: each is then asked for alone. */
static bool child_recall(struct child *self, slice bytes, struct parser_answer *answer, bool *guilty) {
    *guilty = false;
    if (self->first == self->last) return false;
    bool next = self->ahead[self->first] == bytes.data, alone = self->last - self->first == 1;
    self->first++;
    if (next && child_receive(self, answer)) return true;
    *guilty = next && alone;
    if (*guilty) return false;
    process_end(&self->process, NULL);
    self->first = self->last = 0;
    return false;
}

/* Sends a request, unless it was sent ahead, and receives its answer. False with *problem when there is none. */
static bool ask(struct record_worker *worker, struct parser_request request, const char *name, slice bytes, struct parser_answer *answer,
                slice *content, error *problem) {
    struct child *self = child_for(worker, (enum media)request.media);
    bool guilty;
    if (!child_recall(self, bytes, answer, &guilty)) {
        error wrong = { .byte = -1 };
        if (guilty) return bury(self, name, problem);
        if (!child_ready(self, request.media == MEDIA_PDF, &wrong))
            return error_set(problem, wrong.code, name, -1, "it cannot be parsed: %s", wrong.message);
        if (!child_send(self, request, name, bytes) || !child_receive(self, answer)) return bury(self, name, problem);
    }
    if (answer->size > 4 * GRIFFIE_TEXT_MAX) {
        process_end(&self->process, NULL);
        self->first = self->last = 0;
        return error_set(problem, ERROR_LIMIT, name, -1, "the file's text and markup are more than %zu MB", 4 * GRIFFIE_TEXT_MAX >> 20);
    }
    *content = (slice){ self->answer.data, self->answer.size };
    return true;
}

bool record_worker_parse(struct record_worker *self, arena *memory, struct record *record, slice bytes, error *problem) {
    const char *name = record->source_name;
    struct parser_answer answer;
    slice got;
    if (!ask(self, request_for(name, record->media, bytes, 0), name, bytes, &answer, &got, problem)) return false;
    return answer.parsed ? record_unpack(memory, got, record) || refuse_answer(name, problem) : accept_error(name, got, problem);
}

bool record_worker_render(struct record_worker *self, arena *memory, const char *name, slice bytes, int page, slice *image,
                          error *problem) {
    struct parser_answer answer;
    slice got;
    if (!ask(self, request_for(name, MEDIA_PDF, bytes, page), name, bytes, &answer, &got, problem)) return false;
    if (answer.parsed) *image = (slice){ arena_copy(memory, got), got.size };
    return answer.parsed || accept_error(name, got, problem);
}
