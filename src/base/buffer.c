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

void buffer_add(buffer *self, slice text) {
    if (!text.size) return;
    buffer_reserve(self, text.size);
    memcpy(self->data + self->size, text.data, text.size);
    self->size += text.size;
}

void buffer_add_char(buffer *self, char c) {
    buffer_reserve(self, 1);
    self->data[self->size++] = c;
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

void buffer_add_json(buffer *self, slice text) {
    static const char hex[] = "0123456789abcdef";
    buffer_add_char(self, '"');
    size_t plain = 0, at = 0;
    while (at < text.size) {
        unsigned char c = (unsigned char)text.data[at];
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            at++;
            continue;
        }
        size_t from = at;
        uint32_t character = utf8_next(text, &at);
        if (c >= 0x80 && !(character == 0xFFFD && at - from == 1)) continue;
        buffer_add(self, (slice){ text.data + plain, from - plain });
        plain = at;
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
    buffer_add(self, (slice){ text.data + plain, text.size - plain });
    buffer_add_char(self, '"');
}
