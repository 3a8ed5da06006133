/* What an arena keeps from one record to the next, and that it is forgotten when it has grown too large; text formatted into it. */
#include "base/base.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdio.h>
#include <cmocka.h>

static void what_is_kept_outlives_a_reset(void **state) {
    (void)state;
    arena *memory = arena_new();
    void **root;
    arena *kept = arena_kept(memory, &root);
    assert_null(*root);
    *root = arena_copy(kept, SLICE("spellings"));
    arena_alloc(memory, 100);
    arena_reset(memory);
    assert_int_equal(arena_used(memory), 0);
    assert_ptr_equal(arena_kept(memory, &root), kept);
    assert_string_equal(*root, "spellings");
    arena_free(memory);
}

static void too_much_is_forgotten_at_the_next_reset_only(void **state) {
    (void)state;
    arena *memory = arena_new();
    void **root;
    arena *first = arena_kept(memory, &root);
    *root = memset(arena_alloc(first, ARENA_KEPT_MAX + 1), 'x', ARENA_KEPT_MAX + 1);
    arena_kept(memory, &root);
    assert_non_null(*root);
    assert_memory_equal(*root, "xxx", 3);
    arena_reset(memory);
    arena *kept = arena_kept(memory, &root);
    assert_null(*root);
    assert_int_equal(arena_used(kept), 0);
    arena_free(memory);
}

/* Text of every length, also where a block of the arena ends, is whole and ends in NUL. */
static void formatted_text_is_whole_wherever_it_stands(void **state) {
    (void)state;
    enum { TIMES = 3000 };
    arena *memory = arena_new();
    const char *kept[TIMES];
    for (int i = 0; i < TIMES; i++) kept[i] = arena_format(memory, "%0*d|", i % 400 + 1, i);
    for (int i = 0; i < TIMES; i++) {
        char expected[512];
        snprintf(expected, sizeof expected, "%0*d|", i % 400 + 1, i);
        assert_string_equal(kept[i], expected);
    }
    arena_free(memory);
}

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(what_is_kept_outlives_a_reset),
                                        cmocka_unit_test(too_much_is_forgotten_at_the_next_reset_only),
                                        cmocka_unit_test(formatted_text_is_whole_wherever_it_stands) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
