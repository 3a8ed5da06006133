/* Programs for foreign bytes, their sockets and their time. */
#include "record/process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Copies above the places that the program knows, so that none is written over before it is copied. */
static bool spawn(struct process *self, const char *path, const char *task, int socket, int file) {
    int far_socket = fcntl(socket, F_DUPFD_CLOEXEC, 64), far_file = file >= 0 ? fcntl(file, F_DUPFD_CLOEXEC, 64) : -1;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    for (int i = 0; i < PROCESS_SOCKET; i++) posix_spawn_file_actions_addopen(&actions, i, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, far_socket, PROCESS_SOCKET);
    if (file >= 0) posix_spawn_file_actions_adddup2(&actions, far_file, PROCESS_FILE);
    posix_spawn_file_actions_addclosefrom_np(&actions, file >= 0 ? PROCESS_FILE + 1 : PROCESS_FILE);
    char *const words[] = { (char *)path, (char *)task, NULL };
    bool started =
        far_socket >= 0 && (file < 0 || far_file >= 0) && posix_spawn(&self->id, path, &actions, &attributes, words, environ) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (far_socket >= 0) close(far_socket);
    if (far_file >= 0) close(far_file);
    return started;
}

bool process_begin(struct process *self, const char *program, const char *task, int file, error *problem) {
    char path[PATH_MAX];
    int ends[2];
    self->id = 0;
    self->socket = -1;
    self->got = self->taken = 0;
    if (!program_find(program, path, sizeof path))
        return error_set(problem, ERROR_IO, NULL, -1, "%s, a part of griffie, is not there; GRIFFIE_LIBEXEC can say in which folder it is",
                         program);
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return error_set(problem, ERROR_IO, NULL, -1, "no socket for %s: %s", program, strerror(errno));
    self->socket = ends[0];
    bool started = spawn(self, path, task, ends[1], file);
    close(ends[1]);
    if (!started) {
        close(self->socket);
        self->id = 0;
        self->socket = -1;
        return error_set(problem, ERROR_IO, NULL, -1, "%s cannot be started", path);
    }
    /* A read that waits for a second comes back, to look at the time. */
    setsockopt(self->socket, SOL_SOCKET, SO_RCVTIMEO, &(struct timeval){ .tv_sec = 1 }, sizeof(struct timeval));
    process_time(self);
    return true;
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
        size_t ready = self->got - self->taken;
        if (ready) { /* most answers come whole with one read */
            if (ready > size) ready = size;
            memcpy(at, self->ahead + self->taken, ready);
            self->taken += ready, at += ready, size -= ready;
            continue;
        }
        bool small = size < sizeof self->ahead;
        ssize_t got = read(self->socket, small ? self->ahead : at, small ? sizeof self->ahead : size);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            if (used(self->id) - self->began > PROCESS_SECONDS_MAX) return *late = true, false;
            continue;
        }
        if (got <= 0) return false;
        if (small)
            self->got = (size_t)got, self->taken = 0;
        else
            at += got, size -= (size_t)got;
    }
    return true;
}

/* Writes parts one after the other, in as few calls as the kernel allows. Behind walls only writev is allowed; outside them a child that is
 * gone must not end this process. */
static bool write_parts(int socket, const slice *parts, int count, bool walled) {
    struct iovec left[4] = { 0 };
    struct msghdr message = { .msg_iov = left };
    for (int i = 0; i < count && i < (int)COUNT_OF(left); i++)
        if (parts[i].size) left[message.msg_iovlen++] = (struct iovec){ (void *)parts[i].data, parts[i].size };
    while (message.msg_iovlen) {
        ssize_t sent = walled ? writev(socket, message.msg_iov, (int)message.msg_iovlen) : sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        for (size_t size = (size_t)sent; size;) {
            size_t part = message.msg_iov->iov_len < size ? message.msg_iov->iov_len : size;
            message.msg_iov->iov_base = (char *)message.msg_iov->iov_base + part;
            message.msg_iov->iov_len -= part;
            size -= part;
            if (!message.msg_iov->iov_len) message.msg_iov++, message.msg_iovlen--;
        }
    }
    return true;
}

bool process_send(struct process *self, const slice *parts, int count) { return write_parts(self->socket, parts, count, false); }
bool process_give(const slice *parts, int count) { return write_parts(PROCESS_SOCKET, parts, count, true); }

bool process_take(void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        ssize_t got = read(PROCESS_SOCKET, at, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, size -= (size_t)got;
    }
    return true;
}
