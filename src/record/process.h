/* Inside room `record`: child processes that foreign bytes are given to, and the socket to them. */
#ifndef GRIFFIE_RECORD_PROCESS_H
#define GRIFFIE_RECORD_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PROCESS_SECONDS_MAX = 120 /* of CPU time between two answers */, PROCESS_FILE = 4 };

struct process {
    pid_t id;
    int socket;
    double began;
};

/* Forks. In the child it returns its end of the socket (≥ 0): everything else is closed, but for `file`, which is descriptor
 * PROCESS_FILE there (-1: none). In the parent it returns -1; id is 0 or less if there is no child. */
int process_begin(struct process *self, int file);
/* Ends the child: kills it, or with `status` waits for what became of it. */
void process_end(struct process *self, int *status);
/* The child's time for its next answer begins now. */
void process_time(struct process *self);
/* Reads all of it from the child; false if the child is gone or, with *late, has used up its time. */
bool process_read(struct process *self, void *bytes, size_t size, bool *late);
/* Writes to the child. */
bool process_send(struct process *self, const void *bytes, size_t size);
/* For the child: plain reads and writes of the whole. */
bool process_take(int file, void *bytes, size_t size);
bool process_write(int file, const void *bytes, size_t size);

#endif
