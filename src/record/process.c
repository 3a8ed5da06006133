/* Programs for foreign bytes, their sockets and their time. */
#include "record/process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
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
    self->late = false;
    self->got.size = self->taken = 0;
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
    return true;
}

void process_end(struct process *self, int *status) {
    if (self->socket >= 0) close(self->socket);
    self->socket = -1;
    buffer_free(&self->got);
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

/* A second has passed in which nothing came: true once the program has used up its time since *began (negative: not yet noted). */
static bool too_late(struct process *self, double *began) {
    double now = used(self->id);
    if (*began < 0) *began = now;
    return self->late = now - *began > PROCESS_SECONDS_MAX;
}

/* Appends what comes to `got`. */
static ssize_t receive(struct process *self, int flags) {
    if (self->taken == self->got.size) self->got.size = self->taken = 0;
    buffer_reserve(&self->got, PROCESS_LOT);
    ssize_t got = recv(self->socket, self->got.data + self->got.size, PROCESS_LOT, flags);
    if (got > 0) self->got.size += (size_t)got;
    return got;
}

/* Takes what has come already, at most *size bytes: most requests and answers come several at a time. */
static bool take_ready(slice come, size_t *taken, char **at, size_t *size) {
    size_t ready = come.size - *taken;
    if (!ready) return false;
    if (ready > *size) ready = *size;
    memcpy(*at, come.data + *taken, ready);
    *taken += ready, *at += ready, *size -= ready;
    return true;
}

bool process_read(struct process *self, void *bytes, size_t size) {
    double began = -1;
    for (char *at = bytes; size;) {
        if (take_ready((slice){ self->got.data, self->got.size }, &self->taken, &at, &size)) continue;
        bool small = size < PROCESS_LOT;
        ssize_t got = small ? receive(self, 0) : recv(self->socket, at, size, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            if (too_late(self, &began)) return false;
            continue;
        }
        if (got <= 0) return false;
        if (!small) at += got, size -= (size_t)got;
    }
    return true;
}

/* The program does not take more now: it may be waiting itself until its answers are taken. False if it is gone or late. */
static bool wait_to_send(struct process *self, double *began) {
    struct pollfd door = { .fd = self->socket, .events = POLLIN | POLLOUT };
    int ready = poll(&door, 1, 1000);
    if (ready < 0) return errno == EINTR;
    if (ready == 0) return !too_late(self, began);
    if (!(door.revents & POLLIN)) return (door.revents & POLLOUT) != 0;
    if (self->got.size - self->taken > GRIFFIE_TEXT_MAX) return false; /* no honest answer to what it was sent */
    ssize_t got = receive(self, MSG_DONTWAIT);
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

/* What is left to write, and its next part gone. */
struct rest {
    struct iovec parts[4];
    int first, count;
};
static struct rest rest_of(const slice *parts, int count) {
    struct rest rest = { 0 };
    for (int i = 0; i < count && i < (int)COUNT_OF(rest.parts); i++)
        if (parts[i].size) rest.parts[rest.count++] = (struct iovec){ (void *)parts[i].data, parts[i].size };
    return rest;
}
static void rest_sent(struct rest *self, size_t size) {
    while (size) {
        struct iovec *part = &self->parts[self->first];
        size_t gone = part->iov_len < size ? part->iov_len : size;
        part->iov_base = (char *)part->iov_base + gone;
        part->iov_len -= gone;
        size -= gone;
        if (!part->iov_len) self->first++, self->count--;
    }
}

/* A program that is gone must not end this process: no SIGPIPE. */
bool process_send(struct process *self, const slice *parts, int count) {
    struct rest rest = rest_of(parts, count);
    double began = -1;
    while (rest.count) {
        struct msghdr message = { .msg_iov = rest.parts + rest.first, .msg_iovlen = (size_t)rest.count };
        ssize_t sent = sendmsg(self->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            rest_sent(&rest, (size_t)sent);
        else if (sent == 0 || (errno != EINTR && errno != EAGAIN) || (errno == EAGAIN && !wait_to_send(self, &began)))
            return false;
    }
    return true;
}

/* Behind walls only plain reads and writes are allowed. */
bool process_give(const slice *parts, int count) {
    struct rest rest = rest_of(parts, count);
    while (rest.count) {
        ssize_t sent = writev(PROCESS_SOCKET, rest.parts + rest.first, rest.count);
        if (sent > 0)
            rest_sent(&rest, (size_t)sent);
        else if (sent == 0 || errno != EINTR)
            return false;
    }
    return true;
}

void process_forget(buffer *self) {
    enum { KEPT = 16 << 20 };
    self->size = 0;
    if (self->capacity > KEPT) buffer_free(self);
}

bool process_take(struct process_exchange *self, void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        if (take_ready((slice){ self->ahead, self->got }, &self->taken, &at, &size)) continue;
        if (self->answers.size && !process_give(&(slice){ self->answers.data, self->answers.size }, 1)) return false;
        self->answers.size = 0;
        bool small = size < sizeof self->ahead;
        ssize_t got = read(PROCESS_SOCKET, small ? self->ahead : at, small ? sizeof self->ahead : size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        if (small)
            self->got = (size_t)got, self->taken = 0;
        else
            at += got, size -= (size_t)got;
    }
    return true;
}
