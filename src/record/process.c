/* Child processes, their sockets and their time. */
#include "record/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int process_begin(struct process *self, int file) {
    int ends[2];
    self->id = 0;
    self->socket = -1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
    self->id = fork();
    if (self->id != 0) {
        close(ends[1]);
        self->socket = ends[0];
        process_time(self);
        if (self->id < 0) process_end(self, NULL);
        return -1;
    }
    /* The two that stay move out of the way first, then to their places. */
    int out = fcntl(ends[1], F_DUPFD, 64), kept = file >= 0 ? fcntl(file, F_DUPFD, 64) : -1, nothing = open("/dev/null", O_RDWR);
    for (int i = 0; i < 3; i++)
        if (nothing >= 0) dup2(nothing, i);
    dup2(out, 3);
    if (kept >= 0) dup2(kept, PROCESS_FILE);
    close_range(kept >= 0 ? PROCESS_FILE + 1 : PROCESS_FILE, ~0U, 0);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_IGN); /* who started it decides when it ends */
    return 3;
}

void process_end(struct process *self, int *status) {
    if (self->socket >= 0) close(self->socket);
    self->socket = -1;
    if (self->id <= 0) return;
    int ended = 0;
    if (!status) kill(self->id, SIGKILL);
    while (waitpid(self->id, &ended, 0) < 0 && errno == EINTR) {}
    if (status) *status = ended;
    self->id = 0;
}

/* CPU seconds that the process has used. */
static double used(pid_t id) {
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(id, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void process_time(struct process *self) { self->began = used(self->id); }

bool process_read(struct process *self, void *bytes, size_t size, bool *late) {
    for (char *at = bytes; size;) {
        struct pollfd file = { .fd = self->socket, .events = POLLIN };
        int ready = poll(&file, 1, 1000);
        if (ready == 0 || (ready < 0 && errno == EINTR)) {
            if (used(self->id) - self->began > PROCESS_SECONDS_MAX) return *late = true, false;
            continue;
        }
        ssize_t got = read(self->socket, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, size -= (size_t)got;
    }
    return true;
}

bool process_send(struct process *self, const void *bytes, size_t size) {
    for (const char *at = bytes; size;) {
        ssize_t put = send(self->socket, at, size, MSG_NOSIGNAL);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        at += put, size -= (size_t)put;
    }
    return true;
}

bool process_take(int file, void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        ssize_t got = read(file, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, size -= (size_t)got;
    }
    return true;
}

bool process_write(int file, const void *bytes, size_t size) {
    for (const char *at = bytes; size;) {
        ssize_t put = write(file, at, size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        at += put, size -= (size_t)put;
    }
    return true;
}
