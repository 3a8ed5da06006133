/* Progress on standard error, one line that is written over. */
#include "read/progress.h"

#include <stdio.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_begin(struct progress *self, bool wanted, size_t files) {
    *self = (struct progress){ .wanted = wanted && files != 1, .files = files };
    self->began = self->last = now();
}

void progress_step(struct progress *self, size_t begun, size_t bytes) {
    self->bytes += bytes;
    if (!self->wanted) return;
    double time = now(), passed = time - self->began;
    if (time - self->last < 0.2 || passed < 0.5 || !begun) return;
    self->last = time;
    double rate = (double)self->bytes / 1e6 / passed;
    if (self->files < begun)
        fprintf(stderr, "\r\033[K%zu, %.1f MB/s", begun, rate);
    else
        fprintf(stderr, "\r\033[K%zu/%zu, %.1f MB/s, %.0f s", begun, self->files, rate,
                passed * (double)(self->files - begun) / (double)begun);
    self->shown = true;
}

void progress_clear(struct progress *self) {
    if (!self->shown) return;
    fputs("\r\033[K", stderr);
    self->shown = false;
}
