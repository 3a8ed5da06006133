/* Writing JSON objects fast: keys are literals, numbers need no printf. Private to this room. */
#ifndef GRIFFIE_WRITE_H
#define GRIFFIE_WRITE_H

#include "base/base.h"

/* ,"key": after a property, "key": after an opening brace. */
static inline void write_key(buffer *out, slice key) {
    char *at = buffer_room(out, key.size + sizeof ",\"\":"), *start = at;
    if (out->size && at[-1] != '{') *at++ = ',';
    *at++ = '"';
    memcpy(at, key.data, key.size);
    at += key.size;
    *at++ = '"';
    *at++ = ':';
    out->size += (size_t)(at - start);
}
/* With zeros in front to at least `least` digits. */
static inline void write_padded(buffer *out, uint64_t number, size_t least) {
    char digits[20];
    size_t at = sizeof digits;
    do digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) || sizeof digits - at < least);
    buffer_add(out, (slice){ digits + at, sizeof digits - at });
}
static inline void write_integer(buffer *out, uint64_t number) { write_padded(out, number, 1); }
static inline void write_number(buffer *out, slice key, uint64_t number) {
    write_key(out, key);
    write_integer(out, number);
}
static inline void write_string(buffer *out, slice key, slice text) {
    write_key(out, key);
    buffer_add_json(out, text);
}
/* A C string; left out when NULL or empty. */
static inline void write_text(buffer *out, slice key, const char *text) {
    if (text && *text) write_string(out, key, slice_of(text));
}
static inline void write_boolean(buffer *out, slice key, bool yes) {
    write_key(out, key);
    buffer_add(out, yes ? SLICE("true") : SLICE("false"));
}
static inline void write_items(buffer *out, const char *const *texts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (i) buffer_add_char(out, ',');
        buffer_add_json(out, slice_of(texts[i]));
    }
}
static inline void write_texts(buffer *out, slice key, const char *const *texts, uint32_t count) {
    if (!count) return;
    write_key(out, key);
    buffer_add_char(out, '[');
    write_items(out, texts, count);
    buffer_add_char(out, ']');
}
/* Whether the text may stand in JSON as a number (RFC 8259, section 6; no exponent: griffie writes none). */
static inline bool is_json_number(slice text) {
    size_t at = text.size && text.data[0] == '-', from = at;
    while (at < text.size && text.data[at] >= '0' && text.data[at] <= '9') at++;
    if (at == from || (text.data[from] == '0' && at > from + 1)) return false;
    if (at == text.size) return true;
    if (text.data[at++] != '.' || at == text.size) return false;
    while (at < text.size && text.data[at] >= '0' && text.data[at] <= '9') at++;
    return at == text.size;
}

#endif
