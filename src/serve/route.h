/* The routes of the API: which there are, what they take, and a request made ready for them. Private to room `serve`. */
#ifndef GRIFFIE_SERVE_ROUTE_H
#define GRIFFIE_SERVE_ROUTE_H

#include "account/account.h"

enum parameter {
    AS_OF,
    STATUS,
    KIND,
    ISSUER,
    ADDRESSEE,
    ACTOR,
    RECORD,
    ITEM,
    TEXT,
    DUE_FROM,
    DUE_TO,
    UNDATED,
    UNTIL,
    SORT,
    LINKS,
    MENTIONS,
    GENRE,
    DOSSIER,
    QUERY,
    FROM,
    TO,
    ORDER,
    LIMIT,
    OFFSET,
    PARAMETER_COUNT
};
/* As in OpenAPI: text is any string, a list is comma separated words out of the choices. */
enum parameter_type { PARAMETER_TEXT, PARAMETER_DATE, PARAMETER_NUMBER, PARAMETER_BOOLEAN, PARAMETER_CHOICE, PARAMETER_LIST };
struct parameter_form {
    const char *name;
    enum parameter_type type;
    uint32_t most; /* of a number; 0: no bound */
    const char *const *choices;
};
extern const struct parameter_form parameters[PARAMETER_COUNT];

struct request;
struct route {
    const char *path; /* below /api/v1/; ends in "{name}" when it takes one */
    bool (*answer)(const struct request *request, buffer *out, error *problem);
    uint32_t takes; /* bits 1 << enum parameter */
    uint32_t needs; /* those of them that must be there */
};
extern const struct route routes[]; /* ended by a path of NULL */

/* A request whose parameters are known to be well formed. */
struct request {
    const struct route *route;
    const char *name;                    /* what stands for {name}; NULL if the route takes none */
    const char *values[PARAMETER_COUNT]; /* as given; NULL when absent */
    date dates[PARAMETER_COUNT];
    int64_t numbers[PARAMETER_COUNT];
    bool flags[PARAMETER_COUNT];
    register_file *register_file;
    date today;
};

/* The route of a path below /api/v1/ ("items/2021-0004"); *name points into path. NULL: none. */
const struct route *route_find(const char *path, const char **name);
/* Puts one parameter of the query into the request. ERROR_USAGE: the route takes none of that name, it was given twice, or its value is
 * malformed. */
bool request_set(struct request *request, slice name, slice value, error *problem);
/* Whether all that the route needs is there. */
bool request_complete(const struct request *request, error *problem);

/* The answers, one a route (api.c). Each writes one JSON document. */
bool api_overview(const struct request *request, buffer *out, error *problem);
bool api_items(const struct request *request, buffer *out, error *problem);
bool api_item(const struct request *request, buffer *out, error *problem);
bool api_records(const struct request *request, buffer *out, error *problem);
bool api_record(const struct request *request, buffer *out, error *problem);
bool api_statements(const struct request *request, buffer *out, error *problem);
bool api_search(const struct request *request, buffer *out, error *problem);
bool api_agenda(const struct request *request, buffer *out, error *problem);
bool api_review(const struct request *request, buffer *out, error *problem);
bool api_ledger(const struct request *request, buffer *out, error *problem);
bool api_actors(const struct request *request, buffer *out, error *problem);
bool api_description(const struct request *request, buffer *out, error *problem);

#endif
