/* The HTTP side: a port, threads, and what every request must pass before a route sees it.
 *
 * In order: Host (an unknown one is refused, so that a web site whose name is pointed at this machine cannot read the register:
 * DNS rebinding), method (GET and HEAD alone: nothing is changed over HTTP), route, parameters. Every answer carries headers that
 * keep the browser to this page: no scripts but our own, no frames, no guessing of types, no other origin.
 *
 * Each request opens the register anew: a handle is for one thread, opening costs far less than the queries, and a register that was
 * replaced on disk is seen at once. */
#include "serve/serve.h"
#include "serve/page.h"
#include "serve/problem.h"
#include "serve/route.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 4, CONNECTIONS_MOST = 200, SECONDS_IDLE = 30, MEMORY_PER_CONNECTION = 64 << 10 };

struct server {
    struct serve_options options;
    struct MHD_Daemon *daemon;
    arena *memory;
    struct page page;
    uint16_t port;
};

static const struct {
    const char *name, *value;
} headers[] = {
    { "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
      "base-uri 'none'; form-action 'self'; frame-ancestors 'none'" },
    { "X-Content-Type-Options", "nosniff" },
    { "X-Frame-Options", "DENY" },
    { "Referrer-Policy", "same-origin" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()" },
};
static const char no_page[] =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>griffie</title><h1>griffie</h1>"
    "<p>The page has not been built here; <a href=\"/api/v1/openapi.json\">the API</a> works. How to build the page: ui/README.md.</p>"
    "<p lang=\"nl\">De pagina is hier niet gebouwd; de API werkt. Hoe u de pagina bouwt: ui/README.md.</p></html>\n";

/* The HTTP library takes pointers without const; what it does not own it only reads. */
static void *writable(const char *data) {
    union {
        const char *given;
        void *taken;
    } pointer = { data };
    return pointer.taken;
}

/* Sends bytes that outlive the request, or (owned) a buffer that the answer takes over. */
static enum MHD_Result response_send(struct MHD_Connection *connection, unsigned status, const char *media, slice bytes, bool owned,
                                     const char *caching) {
    struct MHD_Response *response =
        MHD_create_response_from_buffer(bytes.size, writable(bytes.data), owned ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (!response) {
        if (owned) free(writable(bytes.data));
        return MHD_NO;
    }
    for (size_t i = 0; i < COUNT_OF(headers); i++) MHD_add_response_header(response, headers[i].name, headers[i].value);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, media);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, caching);
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED) MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result send_problem(struct MHD_Connection *connection, unsigned status, const error *problem) {
    buffer body = { 0 };
    problem_write(status, problem, &body);
    return response_send(connection, status, "application/problem+json", (slice){ body.data, body.size }, true, "no-store");
}

static enum MHD_Result refuse(struct MHD_Connection *connection, unsigned status, enum error_code code, const char *message) {
    error problem;
    error_set(&problem, code, NULL, -1, "%s", message);
    return send_problem(connection, status, &problem);
}

/* --- Host ---------------------------------------------------------------------------------------------------------- */

/* "localhost:8642" → "localhost", "[::1]:8642" → "::1". */
static slice host_name(const char *host) {
    if (*host == '[') return (slice){ host + 1, strcspn(host + 1, "]") };
    return (slice){ host, strcspn(host, ":") };
}

static bool host_allowed(const server *self, const char *host) {
    slice name = host_name(host);
    static const char *const own[] = { "localhost", "127.0.0.1", "::1" };
    for (size_t i = 0; i < COUNT_OF(own); i++)
        if (slice_equal_nocase(name, slice_of(own[i]))) return true;
    if (slice_equal_nocase(name, slice_of(self->options.listen))) return true;
    for (size_t i = 0; i < self->options.host_count; i++)
        if (slice_equal_nocase(name, slice_of(self->options.hosts[i]))) return true;
    return false;
}

/* --- The API ------------------------------------------------------------------------------------------------------- */

struct parameters_read {
    struct request *request;
    error *problem;
    bool fine;
};

static enum MHD_Result parameter_read(void *context, enum MHD_ValueKind kind, const char *name, size_t name_size, const char *value,
                                      size_t value_size) {
    struct parameters_read *state = context;
    (void)kind;
    state->fine =
        request_set(state->request, (slice){ name, name_size }, (slice){ value ? value : "", value ? value_size : 0 }, state->problem);
    return state->fine ? MHD_YES : MHD_NO;
}

static date today(void) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return (date){ (int16_t)(local.tm_year + 1900), (uint8_t)(local.tm_mon + 1), (uint8_t)local.tm_mday };
}

static bool api_answer(const server *self, struct MHD_Connection *connection, const char *path, buffer *out, error *problem) {
    struct request request = { .today = today() };
    request.route = route_find(path, &request.name);
    if (!request.route)
        return error_set(problem, ERROR_NOT_FOUND, NULL, -1, "the API has no such address; /api/v1/openapi.json lists them");
    struct parameters_read state = { &request, problem, true };
    MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, parameter_read, &state);
    if (!state.fine || !request_complete(&request, problem)) return false;
    if (utf8_invalid(slice_of(path)) < strlen(path)) return error_set(problem, ERROR_ENCODING, NULL, -1, "the address is not UTF-8");
    request.register_file = register_open(self->options.register_path, REGISTER_READ, problem);
    if (!request.register_file) return false;
    if (self->options.level >= 0) register_limit(request.register_file, self->options.level);
    bool fine = request.route->answer(&request, out, problem);
    register_close(request.register_file);
    return fine;
}

static enum MHD_Result api_send(const server *self, struct MHD_Connection *connection, const char *path) {
    buffer body = { 0 };
    error problem = { 0 };
    if (api_answer(self, connection, path, &body, &problem))
        return response_send(connection, MHD_HTTP_OK, "application/json", (slice){ body.data, body.size }, true, "no-store");
    buffer_free(&body);
    if (problem_status(problem.code) >= MHD_HTTP_INTERNAL_SERVER_ERROR) {
        /* What lies where on this machine is for whoever runs the server, not for whoever asks. */
        fprintf(stderr, "griffie: %s%s%s\n", problem.source, *problem.source ? ": " : "", problem.message);
        snprintf(problem.message, sizeof problem.message, "the register cannot be read now; the server has said why on its standard error");
    }
    return send_problem(connection, problem_status(problem.code), &problem);
}

static enum MHD_Result page_send(const server *self, struct MHD_Connection *connection, const char *path) {
    if (!self->page.index) {
        if (!strcmp(path, "/"))
            return response_send(connection, MHD_HTTP_OK, "text/html; charset=utf-8", SLICE(no_page), false, "no-store");
        return refuse(connection, MHD_HTTP_NOT_FOUND, ERROR_NOT_FOUND, "the page has not been built; ui/README.md says how");
    }
    const struct page_file *file = page_file_at(&self->page, path);
    if (file)
        return response_send(connection, MHD_HTTP_OK, file->media, file->bytes, false,
                             file->lasting ? "max-age=31536000, immutable" : "no-cache");
    return response_send(connection, MHD_HTTP_NOT_FOUND, self->page.index->media, self->page.index->bytes, false, "no-cache");
}

static enum MHD_Result answer(void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                              const char *upload, size_t *upload_size, void **state) {
    static const char prefix[] = "/api/v1/";
    const server *self = context;
    (void)version;
    (void)upload;
    if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0) {
        if (*state) { /* refused already; what it still sends is read and dropped */
            *upload_size = 0;
            return MHD_YES;
        }
        *state = connection;
        return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED, ERROR_UNSUPPORTED,
                      "only GET: the register is changed by commands, not over HTTP");
    }
    if (!*state) { /* headers are there; the request itself comes with the next call */
        *state = connection;
        return MHD_YES;
    }
    if (*upload_size) {
        *upload_size = 0;
        return MHD_YES;
    }
    const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
    if (!host) return refuse(connection, MHD_HTTP_BAD_REQUEST, ERROR_USAGE, "the request names no host");
    if (!host_allowed(self, host))
        return refuse(connection, MHD_HTTP_MISDIRECTED_REQUEST, ERROR_USAGE,
                      "this is not the host that was asked for; --host NAME allows a name");
    if (!strncmp(url, prefix, sizeof prefix - 1)) return api_send(self, connection, url + sizeof prefix - 1);
    if (!strncmp(url, "/api", 4) && (!url[4] || url[4] == '/'))
        return refuse(connection, MHD_HTTP_NOT_FOUND, ERROR_NOT_FOUND, "the API stands under /api/v1/; /api/v1/openapi.json describes it");
    return page_send(self, connection, url);
}

/* --- Start and stop ------------------------------------------------------------------------------------------------ */

bool address_is_loopback(const char *address) {
    struct in_addr four;
    struct in6_addr six;
    if (inet_pton(AF_INET, address, &four) == 1) return ntohl(four.s_addr) >> 24 == 127;
    return inet_pton(AF_INET6, address, &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

/* A socket that listens there; -1 and *problem if not. */
static int socket_listen(const char *address, uint16_t port, error *problem) {
    struct sockaddr_in four = { .sin_family = AF_INET, .sin_port = htons(port) };
    struct sockaddr_in6 six = { .sin6_family = AF_INET6, .sin6_port = htons(port) };
    bool is_six = inet_pton(AF_INET6, address, &six.sin6_addr) == 1;
    if (!is_six && inet_pton(AF_INET, address, &four.sin_addr) != 1) {
        error_set(problem, ERROR_USAGE, NULL, -1, "'%s' is not a numeric address such as 127.0.0.1 or ::1", address);
        return -1;
    }
    int made = socket(is_six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int yes = 1;
    if (made >= 0) setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const struct sockaddr *to = is_six ? (const struct sockaddr *)&six : (const struct sockaddr *)&four;
    if (made < 0 || bind(made, to, is_six ? sizeof six : sizeof four) || listen(made, 64)) {
        error_set(problem, ERROR_IO, NULL, -1, "cannot listen on %s port %u: %s%s", address, port, strerror(errno),
                  errno == EADDRINUSE ? "; --port N takes another" : "");
        if (made >= 0) close(made);
        return -1;
    }
    return made;
}

static uint16_t socket_port(int made) {
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } address = { 0 };
    socklen_t size = sizeof address;
    if (getsockname(made, &address.any, &size) != 0) return 0;
    return ntohs(address.any.sa_family == AF_INET6 ? address.six.sin6_port : address.four.sin_port);
}

server *server_start(const struct serve_options *options, error *problem) {
    server *self = calloc(1, sizeof *self);
    if (!self) abort();
    *self = (server){ .options = *options, .memory = arena_new() };
    if (!self->options.listen) self->options.listen = "127.0.0.1";
    register_file *file = register_open(options->register_path, REGISTER_READ, problem);
    if (!file) goto fail;
    register_close(file);
    const char *folder = page_find(self->memory, options->page);
    if (folder && !page_load(self->memory, folder, &self->page, problem)) goto fail;
    int made = socket_listen(self->options.listen, options->port, problem);
    if (made < 0) goto fail;
    self->port = socket_port(made);
    self->daemon = MHD_start_daemon(MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, answer, self, MHD_OPTION_LISTEN_SOCKET,
                                    made, MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS, MHD_OPTION_CONNECTION_LIMIT,
                                    (unsigned)CONNECTIONS_MOST, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SECONDS_IDLE,
                                    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)MEMORY_PER_CONNECTION, MHD_OPTION_END);
    if (!self->daemon) {
        close(made);
        error_set(problem, ERROR_IO, NULL, -1, "cannot start the server: %s", strerror(errno));
        goto fail;
    }
    return self;
fail:
    server_stop(self);
    return NULL;
}

void server_stop(server *self) {
    if (!self) return;
    if (self->daemon) MHD_stop_daemon(self->daemon);
    arena_free(self->memory);
    free(self);
}

uint16_t server_port(const server *self) { return self->port; }
bool server_has_page(const server *self) { return self->page.index != NULL; }
