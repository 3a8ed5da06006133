/* What goes wrong, as JSON (RFC 9457, problem details). Private to room `serve`. */
#ifndef GRIFFIE_SERVE_PROBLEM_H
#define GRIFFIE_SERVE_PROBLEM_H

#include "base/base.h"

/* The HTTP status that goes with an error. */
unsigned problem_status(enum error_code code);
/* {"title":"Not Found","status":404,"detail":"…","code":"not-found"} appended to *out. */
void problem_write(unsigned status, const error *problem, buffer *out);

#endif
