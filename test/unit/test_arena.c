/* What an arena keeps from one record to the next, and that it is forgotten when it has grown too large. */
#include "base/base.h"

#include <stdarg.h>
#include <setjmp.h>
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

int main(void) {
    const struct CMUnitTest tests[] = { cmocka_unit_test(what_is_kept_outlives_a_reset),
                                        cmocka_unit_test(too_much_is_forgotten_at_the_next_reset_only) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
