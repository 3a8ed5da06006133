/* Until actors in context stand: weak versions that know only the record's metadata, so that the program links. */
#include "read/read.h"

#define PENDING __attribute__((weak))

PENDING const char *actor_of(arena *memory, const struct text *text, const struct mentions *mentions, uint32_t first, uint32_t last,
                             enum actor_use use) {
    return (void)memory, (void)text, (void)mentions, (void)first, (void)last, (void)use, NULL;
}
PENDING const char *actor_author(const struct text *text, const struct mentions *mentions, uint32_t token) {
    return (void)mentions, (void)token, text->record->issuer_id;
}
PENDING const char *actor_audience(const struct text *text, const struct mentions *mentions, uint32_t token) {
    return (void)mentions, (void)token, text->record->addressee_id;
}
PENDING int32_t actor_mention_in(const struct mentions *mentions, uint32_t first, uint32_t last) {
    return (void)mentions, (void)first, (void)last, -1;
}
