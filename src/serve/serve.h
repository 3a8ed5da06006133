/* Room `serve`: the register over HTTP on this machine: the JSON API under /api/v1/ and the page at /. Reads only.
 *
 * Worked example: GET /api/v1/items?status=overdue&as_of=2022-01-01 → route `items` → account_items → one JSON document.
 * Holds no rule that the commands lack: every answer is what room `account` tells, and `griffie … --json` prints the same.
 *
 * A request goes through: server.c (connection, Host, method, headers) → route.c (which route, are its parameters well formed)
 * → api.c (asks `account`) or page.c (a file of the built page). problem.c words what goes wrong. */
#ifndef GRIFFIE_SERVE_H
#define GRIFFIE_SERVE_H

#include "base/base.h"

typedef struct server server;

struct serve_options {
    const char *register_path; /* must outlive the server, as everything here */
    const char *listen;        /* numeric address, IPv4 or IPv6; NULL: 127.0.0.1 */
    uint16_t port;             /* 0: any free one */
    const char *page;          /* folder of the built page; NULL: page_find looks for it */
    const char *const *hosts;  /* further names under which browsers may reach it, e.g. behind a proxy */
    size_t host_count;
    int level; /* hides what is labelled above it (label_level); -1: hides nothing */
};

/* Opens the port and answers in threads of its own until server_stop. NULL: *problem says why. */
server *server_start(const struct serve_options *options, error *problem);
void server_stop(server *self);
uint16_t server_port(const server *self);
/* Whether a built page was found; without one "/" says how to build it. */
bool server_has_page(const server *self);

/* Whether an address is reachable from this machine alone. */
bool address_is_loopback(const char *address);

#endif
