/* Threads, and output in order. */
#include "read/turns.h"

#include <errno.h>
#include <sched.h>
#include <unistd.h>

void threads_run(unsigned threads, void *(*work)(void *), void *shared) {
    pthread_t others[256];
    unsigned started = 0;
    if (threads > COUNT_OF(others)) threads = COUNT_OF(others);
    while (started + 1 < threads && pthread_create(&others[started], NULL, work, shared) == 0) started++;
    work(shared);
    for (unsigned i = 0; i < started; i++) pthread_join(others[i], NULL);
}

bool write_all(int descriptor, slice bytes) {
    while (bytes.size) {
        ssize_t written = write(descriptor, bytes.data, bytes.size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.data += written;
        bytes.size -= (size_t)written;
    }
    return true;
}

unsigned cores_available(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? (unsigned)count : 1;
}
