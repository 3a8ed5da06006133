/* Inside room `record`: the programs that foreign bytes are given to, and the socket to them. */
#ifndef GRIFFIE_RECORD_PROCESS_H
#define GRIFFIE_RECORD_PROCESS_H

#include "base/base.h"

#include <sys/types.h>

/* In the program: the socket to who started it, and the file that was handed over. */
enum { PROCESS_SOCKET = 3, PROCESS_FILE = 4 };
enum {
    PROCESS_SECONDS_MAX = 120 /* of CPU time that it may let wait */,
    PROCESS_LOT = 1 << 16 /* bytes that go through the socket at once */
};

struct process {
    pid_t id;
    int socket;
    bool late;    /* it used up its time */
    buffer got;   /* what came from it */
    size_t taken; /* of `got` */
};

/* Starts griffie's own program of that name (program_find) with one argument; it has the socket, `file` (-1: none) and nothing else open.
 */
bool process_begin(struct process *self, const char *program, const char *task, int file, error *problem);
/* Ends it: kills it, or with `status` waits for what became of it. */
void process_end(struct process *self, int *status);
/* Reads all of it from the program; false if the program is gone or has used up its time. */
bool process_read(struct process *self, void *bytes, size_t size);
/* Writes parts one after the other to the program, and takes in what comes from it meanwhile: neither side waits for the other. False as
 * above. */
bool process_send(struct process *self, const slice *parts, int count);

/* Empties a buffer of what was sent or received; one large file is no reason to keep so much memory. */
void process_forget(buffer *self);

/* For the program: what has come through the socket, and what is to go back when nothing more is there to do. */
struct process_exchange {
    buffer answers;
    size_t got, taken;
    char ahead[PROCESS_LOT];
};
/* Reads the whole; gives the answers before it waits. */
bool process_take(struct process_exchange *self, void *bytes, size_t size);
/* Writes parts at once. */
bool process_give(const slice *parts, int count);

#endif
