/* The answers of the API: each asks room `account` for one document. */
#include "serve/embedded.h"
#include "serve/route.h"

/* Rows in an answer when the caller does not say how many: a page of a list, not a whole register by accident. */
enum { DEFAULT_LIMIT = 200 };

static date as_of(const struct request *request) { return request->values[AS_OF] ? request->dates[AS_OF] : request->today; }
static uint32_t limit(const struct request *request) { return request->values[LIMIT] ? (uint32_t)request->numbers[LIMIT] : DEFAULT_LIMIT; }
static uint32_t offset(const struct request *request) { return (uint32_t)request->numbers[OFFSET]; }

/* due_from and due_to belong to what is asked; the query's own bounds stand just outside. */
static date day_beside(date day, int days) { return date_known(day) ? date_add(day, 0, 0, days) : day; }

/* "open,due" → bits; the words are known to be statuses. */
static unsigned statuses_of(const char *list) {
    unsigned bits = 0;
    while (list && *list) {
        size_t size = strcspn(list, ",");
        enum status status;
        if (status_parse((slice){ list, size }, &status)) bits |= 1u << status;
        list += size + (list[size] == ',');
    }
    return bits;
}

bool api_overview(const struct request *request, buffer *out, error *problem) {
    return account_overview(request->register_file, as_of(request), out, problem);
}

bool api_items(const struct request *request, buffer *out, error *problem) {
    const char *sort = request->values[SORT];
    struct account_query query = {
        .filter = { .kind = request->values[KIND],
                    .issuer = request->values[ISSUER],
                    .addressee = request->values[ADDRESSEE],
                    .actor = request->values[ACTOR],
                    .record = request->values[RECORD],
                    .text = request->values[TEXT] },
        .as_of = as_of(request),
        .statuses = statuses_of(request->values[STATUS]),
        .due_after = day_beside(request->dates[DUE_FROM], -1),
        .due_before = day_beside(request->dates[DUE_TO], 1),
        .links = request->flags[LINKS],
        .sort = sort && !strcmp(sort, "due") ? SORT_DUE : SORT_NUMBER,
        .limit = limit(request),
        .offset = offset(request),
    };
    return account_items(request->register_file, &query, ACCOUNT_DOCUMENT, out, problem);
}

bool api_item(const struct request *request, buffer *out, error *problem) {
    return account_item(request->register_file, request->name, as_of(request), out, problem);
}

bool api_records(const struct request *request, buffer *out, error *problem) {
    struct record_filter filter = { .genre = request->values[GENRE],
                                    .dossier = request->values[DOSSIER],
                                    .issuer = request->values[ISSUER],
                                    .limit = (uint32_t)request->numbers[LIMIT],
                                    .offset = offset(request) };
    return account_records(request->register_file, &filter, ACCOUNT_DOCUMENT, out, problem);
}

bool api_record(const struct request *request, buffer *out, error *problem) {
    return account_record(request->register_file, request->name, as_of(request), request->flags[MENTIONS], out, problem);
}

bool api_statements(const struct request *request, buffer *out, error *problem) {
    struct statement_filter filter = { .record = request->values[RECORD],
                                       .kind = request->values[KIND],
                                       .issuer = request->values[ISSUER],
                                       .limit = limit(request),
                                       .offset = offset(request) };
    return account_statements(request->register_file, &filter, ACCOUNT_DOCUMENT, out, problem);
}

bool api_search(const struct request *request, buffer *out, error *problem) {
    return account_search(request->register_file, request->values[QUERY], limit(request), ACCOUNT_DOCUMENT, out, problem);
}

bool api_agenda(const struct request *request, buffer *out, error *problem) {
    return account_agenda(request->register_file, as_of(request), request->dates[UNTIL], request->flags[UNDATED], ACCOUNT_DOCUMENT, out,
                          problem);
}

bool api_review(const struct request *request, buffer *out, error *problem) {
    return account_review(request->register_file, ACCOUNT_DOCUMENT, out, problem);
}

bool api_ledger(const struct request *request, buffer *out, error *problem) {
    const char *order = request->values[ORDER];
    struct ledger_filter filter = { .item = request->values[ITEM],
                                    .record = request->values[RECORD],
                                    .from = request->numbers[FROM],
                                    .to = request->numbers[TO],
                                    .limit = limit(request),
                                    .newest_first = order && !strcmp(order, "newest") };
    return account_ledger(request->register_file, &filter, ACCOUNT_DOCUMENT, out, problem);
}

bool api_actors(const struct request *request, buffer *out, error *problem) {
    (void)request;
    (void)problem;
    buffer_add(out, (slice){ (const char *)actor_names_json, actor_names_json_size });
    return true;
}

bool api_description(const struct request *request, buffer *out, error *problem) {
    (void)request;
    (void)problem;
    buffer_add(out, (slice){ (const char *)api_description_json, api_description_json_size });
    return true;
}
