/* Errors as values. */
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>

bool(error_set)(error *self, enum error_code code, const char *source, int64_t byte, const char *format, ...) {
    if (!self) return false;
    *self = (error){ .code = code, .byte = byte };
    if (source) snprintf(self->source, sizeof self->source, "%s", source);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(self->message, sizeof self->message, format, arguments);
    va_end(arguments);
    return false;
}

const char *error_code_name(enum error_code code) {
    static const char *const names[] = { "none",        "usage", "io",       "encoding",  "format", "limit",
                                         "unsupported", "store", "conflict", "not-found", "damage" };
    return (size_t)code < COUNT_OF(names) ? names[code] : "unknown";
}
