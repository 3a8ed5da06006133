/* The worker: a child process behind walls, a socket, and who watches it. */
#include "record/worker.h"

#include "record/exchange.h"
#include "record/format.h"
#include "record/walls.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct record_worker { pid_t process; int socket; int files; };
struct request { uint64_t size; uint32_t media, name_size; };
struct answer { uint64_t size; uint32_t parsed; };

struct record_worker *record_worker_new(void) {
    struct record_worker *self = calloc(1, sizeof *self);
    if (!self) abort();
    self->socket = -1;
    return self;
}

static void stop(struct record_worker *self, int *status) {
    if (self->socket >= 0) close(self->socket);
    self->socket = -1;
    if (self->process <= 0) return;
    int ended = 0;
    if (!status) kill(self->process, SIGKILL);
    while (waitpid(self->process, &ended, 0) < 0 && errno == EINTR) {}
    if (status) *status = ended;
    self->process = 0;
}

void record_worker_free(struct record_worker *self) {
    if (!self) return;
    stop(self, NULL);
    free(self);
}

static bool read_all(int file, void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        ssize_t got = read(file, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, size -= (size_t)got;
    }
    return true;
}

static bool write_all(int file, const void *bytes, size_t size) {
    for (const char *at = bytes; size;) {
        ssize_t put = write(file, at, size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        at += put, size -= (size_t)put;
    }
    return true;
}

/* The child's whole life. */
static _Noreturn void serve(int file) {
    int nothing = open("/dev/null", O_RDWR);
    for (int i = 0; i < 3; i++)
        if (nothing >= 0) dup2(nothing, i);
    if (file != 3) {
        dup2(file, 3);
        file = 3;
    }
    close_range(4, ~0U, 0);
    signal(SIGPIPE, SIG_DFL);
    xmlInitParser();
    bool walled = walls_raise();
    arena *memory = arena_new();
    struct request asked;
    while (read_all(file, &asked, sizeof asked) && asked.size <= GRIFFIE_TEXT_MAX && asked.name_size <= 4096) {
        arena_reset(memory);
        char *name = arena_alloc(memory, asked.name_size + 1), *bytes = arena_alloc(memory, asked.size + 1);
        if (!read_all(file, name, asked.name_size) || !read_all(file, bytes, asked.size)) break;
        struct record record = { .source_name = name, .media = (enum media)asked.media };
        error problem = { .byte = -1 };
        struct answer answer = { 0 };
        buffer out = { 0 };
        if (!walled) error_set(&problem, ERROR_UNSUPPORTED, name, -1, "this system cannot lock a parser in (seccomp); only plain text and Markdown can be read");
        else if (record_parse(memory, &record, (slice){ bytes, asked.size }, &problem)) {
            record_pack(&record, &out);
            answer.parsed = 1;
        }
        if (!answer.parsed) buffer_add(&out, (slice){ (const char *)&problem, sizeof problem });
        answer.size = out.size;
        if (!write_all(file, &answer, sizeof answer) || !write_all(file, out.data, out.size)) break;
        buffer_free(&out);
    }
    _exit(0);
}

static bool begin(struct record_worker *self, error *problem, const char *name) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return error_set(problem, ERROR_IO, name, -1, "no socket for a parser: %s", strerror(errno));
    self->process = fork();
    if (self->process == 0) serve(ends[1]);
    close(ends[1]);
    self->socket = ends[0];
    self->files = 0;
    if (self->process > 0) return true;
    stop(self, NULL);
    return error_set(problem, ERROR_IO, name, -1, "no process for a parser: %s", strerror(errno));
}

/* CPU seconds that the process has used. */
static double used(pid_t process) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Waits until there is something to read; false when the process has used up its time. */
static bool wait_answer(struct record_worker *self, double began) {
    for (;;) {
        struct pollfd file = { .fd = self->socket, .events = POLLIN };
        int ready = poll(&file, 1, 1000);
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
        if (used(self->process) - began > WORKER_SECONDS_MAX) return false;
    }
}

static bool receive(struct record_worker *self, double began, void *bytes, size_t size, bool *late) {
    for (char *at = bytes; size;) {
        if (!wait_answer(self, began)) return *late = true, false;
        ssize_t got = read(self->socket, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, size -= (size_t)got;
    }
    return true;
}

static bool send_all(int file, const void *bytes, size_t size) {
    for (const char *at = bytes; size;) {
        ssize_t put = send(file, at, size, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        at += put, size -= (size_t)put;
    }
    return true;
}

static bool accept_answer(arena *memory, struct record *record, const struct answer *answer, slice bytes, error *problem) {
    if (answer->parsed) {
        if (record_unpack(memory, bytes, record)) return true;
        return error_set(problem, ERROR_FORMAT, record->source_name, -1, "the parser's answer does not hold together; the file may be hostile");
    }
    error found;
    if (bytes.size != sizeof found) return error_set(problem, ERROR_FORMAT, record->source_name, -1, "the parser's answer does not hold together; the file may be hostile");
    memcpy(&found, bytes.data, sizeof found);
    found.message[sizeof found.message - 1] = 0;
    size_t size = strlen(found.message), whole = utf8_invalid((slice){ found.message, size });
    found.message[whole] = 0;
    if (found.code <= ERROR_NONE || found.code > ERROR_DAMAGE) found.code = ERROR_FORMAT;
    error_set(problem, found.code, record->source_name, found.byte, "%s", found.message);
    if (problem) problem->page = found.page;
    return false;
}

bool record_worker_parse(struct record_worker *self, arena *memory, struct record *record, slice bytes, error *problem) {
    const char *name = record->source_name;
    if (self->process > 0 && self->files >= WORKER_FILES_MAX) stop(self, NULL);
    if (self->process <= 0 && !begin(self, problem, name)) return false;
    self->files++;
    struct request request = { bytes.size, (uint32_t)record->media, (uint32_t)strnlen(name, 4096) };
    struct answer answer;
    double began = used(self->process);
    bool late = false;
    bool answered = send_all(self->socket, &request, sizeof request) && send_all(self->socket, name, request.name_size) && send_all(self->socket, bytes.data, bytes.size)
        && receive(self, began, &answer, sizeof answer, &late);
    if (answered && answer.size > 4 * GRIFFIE_TEXT_MAX) {
        stop(self, NULL);
        return error_set(problem, ERROR_LIMIT, name, -1, "the file's text and markup are more than %zu MB", 4 * GRIFFIE_TEXT_MAX >> 20);
    }
    char *answer_bytes = answered ? malloc(answer.size + 1) : NULL;
    answered = answer_bytes && receive(self, began, answer_bytes, answer.size, &late);
    bool parsed = answered && accept_answer(memory, record, &answer, (slice){ answer_bytes, answer.size }, problem);
    free(answer_bytes);
    if (answered) return parsed;
    int status = 0;
    if (late) {
        stop(self, NULL);
        return error_set(problem, ERROR_LIMIT, name, -1, "the parser took more than %d seconds; the file is broken or hostile", WORKER_SECONDS_MAX);
    }
    stop(self, &status);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT)
        return error_set(problem, ERROR_LIMIT, name, -1, "the parser ran out of its %zu GB of memory; the file is broken or hostile", WORKER_MEMORY_MAX >> 30);
    return error_set(problem, ERROR_FORMAT, name, -1, "the parser failed on this file (%s); it is broken or hostile",
                     WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "it ended");
}
