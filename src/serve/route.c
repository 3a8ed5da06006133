/* The table of routes and the reading of their parameters.
 *
 * The table is what the server obeys; doc/openapi.json describes it for people and programs, and test/unit/test_serve.c holds the two
 * together: every route, parameter, type and choice of one is in the other.
 *
 * A parameter that a route does not take is refused: "?stauts=open" must not silently mean "everything". */
#include "serve/route.h"

#define BIT(parameter) (1u << (parameter))

static const char *const statuses[] = { "open",       "due",    "overdue", "partly",    "delivered",
                                        "superseded", "lapsed", "refused", "withdrawn", NULL };
static const char *const kinds[] = { "discharge", "refusal",   "reaffirmation", "decision", "tasking", "request", "commitment",
                                     "intention", "condition", "plan",          "position", "report",  NULL };
static const char *const sorts[] = { "number", "due", NULL };
static const char *const orders[] = { "oldest", "newest", NULL };

const struct parameter_form parameters[PARAMETER_COUNT] = {
    [AS_OF] = { "as_of", PARAMETER_DATE },
    [STATUS] = { "status", PARAMETER_LIST, .choices = statuses },
    [KIND] = { "kind", PARAMETER_CHOICE, .choices = kinds },
    [ISSUER] = { "issuer", PARAMETER_TEXT },
    [ADDRESSEE] = { "addressee", PARAMETER_TEXT },
    [ACTOR] = { "actor", PARAMETER_TEXT },
    [RECORD] = { "record", PARAMETER_TEXT },
    [ITEM] = { "item", PARAMETER_TEXT },
    [TEXT] = { "text", PARAMETER_TEXT },
    [DUE_FROM] = { "due_from", PARAMETER_DATE },
    [DUE_TO] = { "due_to", PARAMETER_DATE },
    [UNDATED] = { "undated", PARAMETER_BOOLEAN },
    [UNTIL] = { "until", PARAMETER_DATE },
    [SORT] = { "sort", PARAMETER_CHOICE, .choices = sorts },
    [LINKS] = { "links", PARAMETER_BOOLEAN },
    [MENTIONS] = { "mentions", PARAMETER_BOOLEAN },
    [GENRE] = { "genre", PARAMETER_TEXT },
    [DOSSIER] = { "dossier", PARAMETER_TEXT },
    [QUERY] = { "q", PARAMETER_TEXT },
    [FROM] = { "from", PARAMETER_NUMBER },
    [TO] = { "to", PARAMETER_NUMBER },
    [ORDER] = { "order", PARAMETER_CHOICE, .choices = orders },
    [LIMIT] = { "limit", PARAMETER_NUMBER, .most = 10000 },
    [OFFSET] = { "offset", PARAMETER_NUMBER, .most = 1u << 30 },
};

const struct route routes[] = {
    { "overview", api_overview, BIT(AS_OF) },
    { "items", api_items,
      BIT(AS_OF) | BIT(STATUS) | BIT(KIND) | BIT(ISSUER) | BIT(ADDRESSEE) | BIT(ACTOR) | BIT(RECORD) | BIT(TEXT) | BIT(DUE_FROM) |
          BIT(DUE_TO) | BIT(SORT) | BIT(LINKS) | BIT(LIMIT) | BIT(OFFSET) },
    { "items/{item}", api_item, BIT(AS_OF) },
    { "records", api_records, BIT(GENRE) | BIT(DOSSIER) | BIT(ISSUER) | BIT(LIMIT) | BIT(OFFSET) },
    { "records/{record}", api_record, BIT(AS_OF) | BIT(MENTIONS) },
    { "statements", api_statements, BIT(RECORD) | BIT(KIND) | BIT(ISSUER) | BIT(LIMIT) | BIT(OFFSET) },
    { "search", api_search, BIT(QUERY) | BIT(LIMIT), .needs = BIT(QUERY) },
    { "agenda", api_agenda, BIT(AS_OF) | BIT(UNTIL) | BIT(UNDATED) },
    { "review", api_review, 0 },
    { "ledger", api_ledger, BIT(ITEM) | BIT(RECORD) | BIT(FROM) | BIT(TO) | BIT(ORDER) | BIT(LIMIT) },
    { "actors", api_actors, 0 },
    { "openapi.json", api_description, 0 },
    { 0 },
};

const struct route *route_find(const char *path, const char **name) {
    *name = NULL;
    for (const struct route *route = routes; route->path; route++) {
        const char *brace = strchr(route->path, '{');
        if (!brace) {
            if (!strcmp(route->path, path)) return route;
            continue;
        }
        size_t fixed = (size_t)(brace - route->path);
        /* The name may hold slashes: a resolution of the Security Council is called S/RES/1325. */
        if (strncmp(route->path, path, fixed) != 0 || !path[fixed]) continue;
        *name = path + fixed;
        return route;
    }
    return NULL;
}

static bool word_is_choice(slice word, const char *const *choices) {
    for (; *choices; choices++)
        if (slice_equal(word, slice_of(*choices))) return true;
    return false;
}

static bool list_is_choices(slice list, const char *const *choices) {
    while (true) {
        const char *comma = memchr(list.data, ',', list.size);
        slice word = { list.data, comma ? (size_t)(comma - list.data) : list.size };
        if (!word_is_choice(word, choices)) return false;
        if (!comma) return true;
        list = (slice){ comma + 1, list.size - word.size - 1 };
    }
}

static bool number_parse(slice text, uint32_t most, int64_t *out) {
    if (!text.size || text.size > 15) return false;
    int64_t number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return false;
        number = number * 10 + (text.data[i] - '0');
    }
    if (most && number > most) return false;
    *out = number;
    return true;
}

static bool value_read(struct request *request, enum parameter which, slice value) {
    const struct parameter_form *parameter = &parameters[which];
    switch (parameter->type) {
    case PARAMETER_TEXT:
        return true;
    case PARAMETER_DATE:
        return date_parse(value, &request->dates[which]);
    case PARAMETER_NUMBER:
        return number_parse(value, parameter->most, &request->numbers[which]);
    case PARAMETER_BOOLEAN:
        request->flags[which] = slice_equal(value, SLICE("true"));
        return request->flags[which] || slice_equal(value, SLICE("false"));
    case PARAMETER_CHOICE:
        return word_is_choice(value, parameter->choices);
    case PARAMETER_LIST:
        return list_is_choices(value, parameter->choices);
    }
    return false;
}

static const char *type_wanted(const struct parameter_form *parameter) {
    static const char *const wanted[] = { [PARAMETER_TEXT] = "text",
                                          [PARAMETER_DATE] = "a date like 2021-06-25",
                                          [PARAMETER_NUMBER] = "a whole number that is not too large",
                                          [PARAMETER_BOOLEAN] = "true or false",
                                          [PARAMETER_CHOICE] = "one of the words that the description lists",
                                          [PARAMETER_LIST] = "words that the description lists, with commas between them" };
    return wanted[parameter->type];
}

bool request_set(struct request *request, slice name, slice value, error *problem) {
    for (unsigned which = 0; which < PARAMETER_COUNT; which++) {
        if (!(request->route->takes & BIT(which)) || !slice_equal(name, slice_of(parameters[which].name))) continue;
        if (request->values[which])
            return error_set(problem, ERROR_USAGE, NULL, -1, "parameter '%s' is given twice", parameters[which].name);
        if (!value.size) return true; /* an empty field of a form means: not asked */
        if (memchr(value.data, 0, value.size) || utf8_invalid(value) < value.size)
            return error_set(problem, ERROR_ENCODING, NULL, -1, "parameter '%s' is not UTF-8 text", parameters[which].name);
        if (!value_read(request, which, value))
            return error_set(problem, ERROR_USAGE, NULL, -1, "parameter '%s' must be %s", parameters[which].name,
                             type_wanted(&parameters[which]));
        request->values[which] = value.data;
        return true;
    }
    return error_set(problem, ERROR_USAGE, NULL, -1, "'%s' takes no parameter '%.*s'", request->route->path,
                     (int)(name.size < 40 ? name.size : 40), name.data);
}

bool request_complete(const struct request *request, error *problem) {
    for (unsigned which = 0; which < PARAMETER_COUNT; which++)
        if (request->route->needs & BIT(which) && !request->values[which])
            return error_set(problem, ERROR_USAGE, NULL, -1, "parameter '%s' is missing", parameters[which].name);
    return true;
}
