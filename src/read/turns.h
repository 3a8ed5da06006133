/* Work done by several threads whose output keeps its order: each piece of work has a number, and is written when it is its turn.
 * No queue: at most one piece a thread is in memory. Private to this room. */
#ifndef GRIFFIE_TURNS_H
#define GRIFFIE_TURNS_H

#include "base/base.h"

#include <pthread.h>

struct turns {
    pthread_mutex_t lock;
    pthread_cond_t moved;
    uint64_t next;
};
#define TURNS_NEW                                                                                                                          \
    { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0 }

/* Waits until every piece before `number` is written; no other thread writes until turn_done. */
static inline void turn_wait(struct turns *self, uint64_t number) {
    pthread_mutex_lock(&self->lock);
    while (self->next != number) pthread_cond_wait(&self->moved, &self->lock);
    pthread_mutex_unlock(&self->lock);
}
static inline void turn_done(struct turns *self) {
    pthread_mutex_lock(&self->lock);
    self->next++;
    pthread_cond_broadcast(&self->moved);
    pthread_mutex_unlock(&self->lock);
}

/* Runs `work` in `threads` threads, this one among them, until all return. */
void threads_run(unsigned threads, void *(*work)(void *), void *shared);
/* Writes all of it; false with errno set if it cannot be. */
bool write_all(int descriptor, slice bytes);
/* Cores that this process may use. */
unsigned cores_available(void);

#endif
