/* Actors: who a record speaks of. */
#include "mention/mention.h"

void actor_find(arena *memory, const struct text *text, struct mentions *out)
{
    (void)memory, (void)text, (void)out;
}
