/* Names of kinds and relations as readings show them. */
#include "statement/statement.h"

static const char *const kind_names[] = { "none",       "discharge", "refusal",   "reaffirmation", "decision", "tasking", "request",
                                          "commitment", "intention", "condition", "plan",          "position", "report" };
static const char *const relation_names[] = { "none",       "discharges", "supersedes", "amends",      "reaffirms", "conditions",
                                              "elaborates", "reports-on", "tasks",      "contradicts", "refuses" };

const char *kind_name(enum kind kind) { return (size_t)kind < COUNT_OF(kind_names) ? kind_names[kind] : "none"; }
const char *relation_name(enum relation type) { return (size_t)type < COUNT_OF(relation_names) ? relation_names[type] : "none"; }

bool kind_parse(slice name, enum kind *out) {
    for (size_t i = 1; i < COUNT_OF(kind_names); i++)
        if (slice_equal(name, slice_of(kind_names[i]))) {
            *out = (enum kind)i;
            return true;
        }
    return false;
}
