/* The buffer's JSON strings: what is written eight bytes at a time is what a byte at a time would write, whatever stands where. */
#include "base/base.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* A JSON string by RFC 8259, section 7, the plain way. */
static void plain_json(buffer *out, slice text) {
    buffer_add_char(out, '"');
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        unsigned char c = (unsigned char)text.data[at];
        uint32_t character = utf8_next(text, &at);
        if (c == '"' || c == '\\')
            buffer_format(out, "\\%c", c);
        else if (c == '\n' || c == '\t' || c == '\r')
            buffer_add(out, c == '\n' ? SLICE("\\n") : c == '\t' ? SLICE("\\t") : SLICE("\\r"));
        else if (c < 0x20)
            buffer_format(out, "\\u%04x", c);
        else if (character == 0xFFFD && at - from == 1)
            buffer_add(out, SLICE("\xEF\xBF\xBD"));
        else
            buffer_add(out, (slice){ text.data + from, at - from });
    }
    buffer_add_char(out, '"');
}

static void json_strings_are_the_same_at_every_place(void **state) {
    (void)state;
    static const slice pieces[] = { { "\"", 1 },
                                    { "\\", 1 },
                                    { "\n", 1 },
                                    { "\0", 1 },
                                    { "\x1F", 1 },
                                    { "\x7F", 1 },
                                    { "\xC3\xA9", 2 },
                                    { "\xC3", 1 },
                                    { "\xFF", 1 },
                                    { "\xE2\x82\xAC", 3 },
                                    { "\xE2\x82", 2 },
                                    { "\xEF\xBF\xBD", 3 },
                                    { " ", 1 },
                                    { "!", 1 },
                                    { "\xF0\x9F\x98\x80", 4 },
                                    { "\xED\xA0\x80", 3 },
                                    { "]", 1 },
                                    { "#", 1 },
                                    { "", 0 } };
    enum { LONGEST = 20 };
    for (size_t first = 0; first < COUNT_OF(pieces); first++)
        for (size_t second = 0; second < COUNT_OF(pieces); second++)
            for (size_t place = 0; place <= LONGEST; place++) {
                buffer text = { 0 }, fast = { 0 }, plain = { 0 };
                for (size_t i = 0; i < place; i++) buffer_add_char(&text, 'a');
                buffer_add(&text, pieces[first]);
                for (size_t i = place; i < LONGEST; i += 3) buffer_add_char(&text, 'b');
                buffer_add(&text, pieces[second]);
                buffer_add_json(&fast, (slice){ text.data, text.size });
                plain_json(&plain, (slice){ text.data, text.size });
                assert_int_equal(fast.size, plain.size);
                assert_memory_equal(fast.data, plain.data, plain.size);
                buffer_free(&text);
                buffer_free(&fast);
                buffer_free(&plain);
            }
}

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(json_strings_are_the_same_at_every_place) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
