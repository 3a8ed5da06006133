/* References: what a record points to. */
#include "mention/mention.h"

void reference_find(arena *memory, const struct text *text, struct mentions *out)
{
    (void)memory, (void)text, (void)out;
}
