/* Inside room `record`: the programs that foreign bytes are given to, and the socket to them. */
#ifndef GRIFFIE_RECORD_PROCESS_H
#define GRIFFIE_RECORD_PROCESS_H

#include "base/base.h"

#include <sys/types.h>

/* In the program: the socket to who started it, and the file that was handed over. */
enum { PROCESS_SOCKET = 3, PROCESS_FILE = 4 };
enum { PROCESS_SECONDS_MAX = 120 /* of CPU time between two answers */ };

struct process {
    pid_t id;
    int socket;
    double began;
    size_t got, taken; /* of `ahead`: bytes that came, bytes that were read */
    char ahead[1 << 14];
};

/* Starts griffie's own program of that name (program_find) with one argument; it has the socket, `file` (-1: none) and nothing else open.
 */
bool process_begin(struct process *self, const char *program, const char *task, int file, error *problem);
/* Ends it: kills it, or with `status` waits for what became of it. */
void process_end(struct process *self, int *status);
/* Its time for its next answer begins now. */
void process_time(struct process *self);
/* Reads all of it from the program; false if the program is gone or, with *late, has used up its time. */
bool process_read(struct process *self, void *bytes, size_t size, bool *late);
/* Writes parts one after the other to the program. */
bool process_send(struct process *self, const slice *parts, int count);

/* For the program: plain reads of the whole, writes of parts. */
bool process_take(void *bytes, size_t size);
bool process_give(const slice *parts, int count);

#endif
