/* Inside room `fetch`: GET with patience. */
#ifndef GRIFFIE_FETCH_HTTP_H
#define GRIFFIE_FETCH_HTTP_H

#include "base/base.h"

enum { HTTP_ATTEMPTS = 4, HTTP_SECONDS_MAX = 60, HTTP_WAIT_MAX = 120 };

struct http;
struct http *http_new(int pause_ms, error *problem);
void http_free(struct http *self);
/* The body of a page in *out. ERROR_NOT_FOUND for 404 and 410, ERROR_IO with the server's answer otherwise. */
bool http_get(struct http *self, const char *url, buffer *out, error *problem);

#endif
