/* Times said by a meeting: "tijdens de Top in Madrid in 2022", "na afloop van de vergadering". (first form: none)  */
#include "mention/timex.h"

void timex_events_find(arena *memory, const struct text *text, struct mentions *out, uint32_t first_timex) {
    (void)memory, (void)text, (void)out, (void)first_timex;
}
