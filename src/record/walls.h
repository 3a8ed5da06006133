/* Inside room `record`: what a process gives up before it parses foreign bytes. */
#ifndef GRIFFIE_RECORD_WALLS_H
#define GRIFFIE_RECORD_WALLS_H

#include <stdbool.h>

/* From here on this process can read and write what is open, use memory up to WORKER_MEMORY_MAX, compute and exit; it cannot
 * open files, reach the network, start programs or touch other processes. False if the kernel has no such walls: then it must
 * not parse. */
bool walls_raise(void);

#endif
