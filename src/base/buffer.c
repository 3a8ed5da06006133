/* The buffer: bytes being written, JSON strings among them. */
#include "base/base.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buffer_free(buffer *self) {
    free(self->data);
    *self = (buffer){ 0 };
}

void buffer_reserve(buffer *self, size_t more) {
    if (more <= self->capacity - self->size) return;
    size_t capacity = self->capacity ? self->capacity : 256;
    while (capacity - self->size < more) capacity *= 2;
    char *grown = realloc(self->data, capacity);
    if (!grown) {
        fputs("griffie: out of memory\n", stderr);
        abort();
    }
    self->data = grown;
    self->capacity = capacity;
}

void buffer_format(buffer *self, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size > 0) {
        buffer_reserve(self, (size_t)size + 1);
        vsnprintf(self->data + self->size, (size_t)size + 1, format, again);
        self->size += (size_t)size;
    }
    va_end(again);
}

/* Whether one of eight bytes cannot stand in a JSON string as it is, or is not ASCII. */
static bool is_special(uint64_t eight) {
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80;
    uint64_t quote = eight ^ (ones * '"'), backslash = eight ^ (ones * '\\');
    return ((eight - ones * 0x20) | (quote - ones) | (backslash - ones) | eight) & high;
}

/* The first byte from `at` on that cannot stand as it is. */
static size_t plain_end(slice text, size_t at) {
    for (;;) {
        for (uint64_t eight; at + 8 <= text.size; at += 8) {
            memcpy(&eight, text.data + at, 8);
            if (is_special(eight)) break;
        }
        for (size_t stop = text.size - at < 8 ? text.size : at + 8; at < stop; at++) {
            unsigned char c = (unsigned char)text.data[at];
            if (c < 0x20 || c == '"' || c == '\\') return at;
            if (c < 0x80) continue;
            size_t next = at;
            if (utf8_next(text, &next) == 0xFFFD && next - at == 1) return at;
            at = next - 1;
        }
        if (at >= text.size) return text.size;
    }
}

void buffer_add_json(buffer *self, slice text) {
    static const char hex[] = "0123456789abcdef";
    buffer_reserve(self, text.size + 2);
    buffer_add_char(self, '"');
    for (size_t at = 0; at < text.size; at++) {
        size_t end = plain_end(text, at);
        buffer_add(self, (slice){ text.data + at, end - at });
        if (end == text.size) break;
        at = end;
        unsigned char c = (unsigned char)text.data[at];
        if (c >= 0x80)
            buffer_add(self, SLICE("\xEF\xBF\xBD"));
        else if (c == '"' || c == '\\')
            buffer_add(self, (slice){ (char[]){ '\\', (char)c }, 2 });
        else if (c == '\n')
            buffer_add(self, SLICE("\\n"));
        else if (c == '\t')
            buffer_add(self, SLICE("\\t"));
        else if (c == '\r')
            buffer_add(self, SLICE("\\r"));
        else
            buffer_add(self, (slice){ (char[]){ '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] }, 6 });
    }
    buffer_add_char(self, '"');
}
