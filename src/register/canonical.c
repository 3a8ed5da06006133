/* Canonical JSON (RFC 8785) of values without fractions. */
#include "register/canonical.h"

#include <stdlib.h>

/* Section 3.2.2.2: the two-letter escapes where there is one, \u00xx in lower case for other control characters, all else as it is. */
static void string_add(slice text, buffer *out) {
    buffer_add_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        switch (c) {
        case '"':
            buffer_add(out, SLICE("\\\""));
            break;
        case '\\':
            buffer_add(out, SLICE("\\\\"));
            break;
        case '\b':
            buffer_add(out, SLICE("\\b"));
            break;
        case '\f':
            buffer_add(out, SLICE("\\f"));
            break;
        case '\n':
            buffer_add(out, SLICE("\\n"));
            break;
        case '\r':
            buffer_add(out, SLICE("\\r"));
            break;
        case '\t':
            buffer_add(out, SLICE("\\t"));
            break;
        default:
            if (c < 0x20)
                buffer_format(out, "\\u%04x", c);
            else
                buffer_add_char(out, (char)c);
        }
    }
    buffer_add_char(out, '"');
}

/* Section 3.2.3 sorts by UTF-16 code units. Bytes of UTF-8 sort the same except that U+E000…U+FFFF (EE, EF) come before what lies
 * beyond U+FFFF (F0…) in UTF-8 and after it in UTF-16. */
static int key_weight(unsigned char c) { return c >= 0xF0 ? c - 2 : c >= 0xEE ? c + 8 : c; }
static int key_compare(const void *a, const void *b) {
    const unsigned char *left = *(const unsigned char *const *)a, *right = *(const unsigned char *const *)b;
    while (*left && *left == *right) left++, right++;
    return key_weight(*left) - key_weight(*right);
}

static bool object_add(const json_t *value, buffer *out) {
    size_t count = json_object_size(value), i = 0;
    const char **keys = calloc(count + 1, sizeof *keys), *key;
    if (!keys) abort();
    json_t *member;
    json_object_foreach((json_t *)value, key, member) keys[i++] = key;
    qsort(keys, count, sizeof *keys, key_compare);
    buffer_add_char(out, '{');
    bool good = true;
    for (i = 0; good && i < count; i++) {
        if (i) buffer_add_char(out, ',');
        string_add(slice_of(keys[i]), out);
        buffer_add_char(out, ':');
        good = canonical_json(json_object_get(value, keys[i]), out);
    }
    buffer_add_char(out, '}');
    free(keys);
    return good;
}

bool canonical_json(const json_t *value, buffer *out) {
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return object_add(value, out);
    case JSON_ARRAY:
        buffer_add_char(out, '[');
        for (size_t i = 0; i < json_array_size(value); i++) {
            if (i) buffer_add_char(out, ',');
            if (!canonical_json(json_array_get(value, i), out)) return false;
        }
        buffer_add_char(out, ']');
        return true;
    case JSON_STRING:
        string_add((slice){ json_string_value(value), json_string_length(value) }, out);
        return true;
    case JSON_INTEGER: {
        json_int_t number = json_integer_value(value);
        if (number > ((json_int_t)1 << 53) || number < -((json_int_t)1 << 53)) return false;
        buffer_format(out, "%" JSON_INTEGER_FORMAT, number);
        return true;
    }
    case JSON_TRUE:
        buffer_add(out, SLICE("true"));
        return true;
    case JSON_FALSE:
        buffer_add(out, SLICE("false"));
        return true;
    case JSON_NULL:
        buffer_add(out, SLICE("null"));
        return true;
    case JSON_REAL:
    default:
        return false;
    }
}
