/* Words for what goes wrong. The detail is the error's own message; the name of a file on this machine stays here. */
#include "serve/problem.h"

#include <microhttpd.h>

unsigned problem_status(enum error_code code) {
    switch (code) {
    case ERROR_USAGE:
    case ERROR_ENCODING:
    case ERROR_FORMAT:
    case ERROR_LIMIT:
    case ERROR_UNSUPPORTED:
        return MHD_HTTP_BAD_REQUEST;
    case ERROR_NOT_FOUND:
        return MHD_HTTP_NOT_FOUND;
    case ERROR_CONFLICT:
    case ERROR_STORE:
    case ERROR_IO:
        return MHD_HTTP_SERVICE_UNAVAILABLE;
    default:
        return MHD_HTTP_INTERNAL_SERVER_ERROR;
    }
}

void problem_write(unsigned status, const error *problem, buffer *out) {
    const char *title = MHD_get_reason_phrase_for(status);
    buffer_add(out, SLICE("{\"type\":\"about:blank\",\"title\":"));
    buffer_add_json(out, slice_of(title ? title : "Unknown"));
    buffer_format(out, ",\"status\":%u,\"detail\":", status);
    buffer_add_json(out, slice_of(problem->message));
    buffer_add(out, SLICE(",\"code\":"));
    buffer_add_json(out, slice_of(error_code_name(problem->code)));
    buffer_add(out, SLICE("}\n"));
}
