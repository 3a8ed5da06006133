/* Hashes, canonical JSON and due values, against the vectors of their standards. */
#include "follow/follow.h"
#include "register/canonical.h"
#include "record/record.h"
#include "register/merkle.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* The hash of a record, by the processor's own instructions where there are any: FIPS 180-4's example, and every size of a last block. */
static void record_hash_is_sha_256(void **state) {
    (void)state;
    char hex[65], expected[65], bytes[400];
    record_hash(SLICE("abc"), hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 37 + 11);
    for (size_t size = 0; size <= sizeof bytes; size++) {
        unsigned char digest[crypto_hash_sha256_BYTES];
        record_hash((slice){ bytes, size }, hex);
        crypto_hash_sha256(digest, (const unsigned char *)bytes, size);
        sodium_bin2hex(expected, sizeof expected, digest, sizeof digest);
        assert_string_equal(hex, expected);
    }
}

/* The leaves and roots that implementations of RFC 6962 share (certificate-transparency's merkle tree tests). */
static void tree_has_the_roots_of_rfc_6962(void **state) {
    (void)state;
    static const slice leaves[] = { { "", 0 },
                                    { "\x00", 1 },
                                    { "\x10", 1 },
                                    { "\x20\x21", 2 },
                                    { "\x30\x31", 2 },
                                    { "\x40\x41\x42\x43", 4 },
                                    { "\x50\x51\x52\x53\x54\x55\x56\x57", 8 },
                                    { "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f", 16 } };
    static const char *const roots[] = {
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    };
    hash hashes[8];
    char hex[65];
    for (size_t i = 0; i < 8; i++) {
        hashes[i] = merkle_leaf(leaves[i]);
        hash_hex(merkle_root(hashes, i + 1), hex);
        assert_string_equal(hex, roots[i]);
    }
    hash_hex(merkle_root(hashes, 0), hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* The recursive definition of the RFC, as plainly as it stands there. */
static hash root_by_definition(const hash *leaves, size_t count) {
    if (count == 1) return leaves[0];
    size_t split = 1;
    while (split * 2 < count) split *= 2;
    return merkle_node(root_by_definition(leaves, split), root_by_definition(leaves + split, count - split));
}

static void tree_of_any_size_agrees_with_the_definition(void **state) {
    (void)state;
    hash leaves[130];
    for (size_t i = 0; i < COUNT_OF(leaves); i++) leaves[i] = merkle_leaf((slice){ (const char *)&i, sizeof i });
    for (size_t count = 1; count <= COUNT_OF(leaves); count++)
        assert_true(hash_equal(merkle_root(leaves, count), root_by_definition(leaves, count)));
}

static void hash_hex_goes_back_and_forth(void **state) {
    (void)state;
    hash value = hash_of(SLICE("abc")), back;
    char hex[65];
    hash_hex(value, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(hash_parse(hex, &back));
    assert_true(hash_equal(value, back));
    assert_false(hash_parse("ba78", &back));
    assert_false(hash_parse("zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", &back));
}

static void check_canonical(const char *in, const char *wanted) {
    buffer out = { 0 };
    json_t *value = json_loads(in, JSON_DECODE_ANY, NULL);
    assert_non_null(value);
    assert_true(canonical_json(value, &out));
    buffer_add_char(&out, 0);
    assert_string_equal(out.data, wanted);
    buffer_free(&out);
    json_decref(value);
}

static void canonical_json_is_that_of_rfc_8785(void **state) {
    (void)state;
    /* section 3.2.3: sorted by UTF-16 code units */
    check_canonical(
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\",\"1\":\"One\","
        "\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}",
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"\xC3\xB6\":\"Latin Small Letter O With Diaeresis\","
        "\"\xE2\x82\xAC\":\"Euro Sign\",\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet With "
        "Dagesh\"}");
    /* section 3.2.2.2: strings */
    check_canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    check_canonical("{ \"b\" : [ 1 , true , null , -9007199254740991 ] , \"a\" : { } }",
                    "{\"a\":{},\"b\":[1,true,null,-9007199254740991]}");
}

static void canonical_json_refuses_fractions(void **state) {
    (void)state;
    buffer out = { 0 };
    json_t *value = json_loads("{\"a\":0.5}", 0, NULL);
    assert_false(canonical_json(value, &out));
    json_decref(value);
    value = json_loads("[9007199254740993]", 0, NULL);
    assert_false(canonical_json(value, &out));
    json_decref(value);
    buffer_free(&out);
}

static void values_of_timex_stand_for_days(void **state) {
    (void)state;
    static const struct {
        const char *value;
        date from, to;
    } days[] = {
        { "2021-06-14", { 2021, 6, 14 }, { 2021, 6, 14 } },
        { "2021-06-14T15:00", { 2021, 6, 14 }, { 2021, 6, 14 } },
        { "2024-02", { 2024, 2, 1 }, { 2024, 2, 29 } },
        { "2021", { 2021, 1, 1 }, { 2021, 12, 31 } },
        { "2021-FA", { 2021, 9, 1 }, { 2021, 12, 20 } },
        { "2021-WI", { 2021, 12, 1 }, { 2022, 3, 19 } },
        { "2021-Q3", { 2021, 7, 1 }, { 2021, 9, 30 } },
        { "2021-H2", { 2021, 7, 1 }, { 2021, 12, 31 } },
        { "2021-W01", { 2021, 1, 4 }, { 2021, 1, 10 } },
        { "2021-W01-WE", { 2021, 1, 9 }, { 2021, 1, 10 } },
        { "2021-W01-3", { 2021, 1, 6 }, { 2021, 1, 6 } },
        { "203", { 2030, 1, 1 }, { 2039, 12, 31 } },
        { "2021-06-01/2021-07", { 2021, 6, 1 }, { 2021, 7, 31 } },
    };
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        date from, to;
        if (!timex_days(slice_of(days[i].value), &from, &to)) fail_msg("%s has no days", days[i].value);
        assert_int_equal(date_compare(from, days[i].from), 0);
        assert_int_equal(date_compare(to, days[i].to), 0);
    }
    static const char *const none[] = { "",           "PXM",      "P1Y",  "FUTURE_REF", "XXXX-XX-XX", "2021-13",
                                        "2021-02-30", "2021-W54", "0000", "soon",       "2021-",      "2022/2021" };
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        date from, to;
        if (timex_days(slice_of(none[i]), &from, &to)) fail_msg("%s has days", none[i]);
    }
}

static void due_of_an_event_names_it(void **state) {
    (void)state;
    struct due due = due_of("2022", "EVENT:NATO-SUMMIT-2022-MADRID", (date){ 2021, 6, 25 });
    assert_int_equal(due.kind, DUE_EVENT);
    assert_string_equal(due.event, "NATO-SUMMIT-2022-MADRID");
    assert_int_equal(due_of("XXXX-XX-XX", "EVENT-AFTER:X", (date){ 2021, 6, 25 }).kind, DUE_AFTER_EVENT);
    assert_int_equal(due_of(NULL, NULL, (date){ 2021, 6, 25 }).kind, DUE_NONE);
    assert_int_equal(due_of("FUTURE_REF", "VAGUE", (date){ 2021, 6, 25 }).kind, DUE_VAGUE);
    due = due_of("P6W", NULL, (date){ 2021, 6, 25 });
    assert_int_equal(due.kind, DUE_DATE);
    assert_int_equal(date_compare(due.to, (date){ 2021, 8, 6 }), 0);
}

/* A damaged note, or one by another key, proves nothing. */
static void checkpoint_is_signed_and_held_against_the_ledger(void **state) {
    (void)state;
    char folder[] = "/tmp/griffie-test-XXXXXX", path[64], key[80];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/t.griffie", folder);
    snprintf(key, sizeof key, "%s.key", path);
    error problem = { 0 };
    assert_true(register_create(path, "test one", &problem));
    assert_false(register_create(path, "again", &problem));
    assert_int_equal(problem.code, ERROR_CONFLICT);
    register_file *file = register_open(path, REGISTER_WRITE, &problem);
    assert_non_null(file);
    assert_true(decide_event(file, &(struct decide){ .by = "clerk" }, "X-2024", "2024-05-01", false, NULL, &problem));
    buffer note = { 0 };
    assert_true(register_checkpoint(file, &note, &problem));
    assert_true(slice_starts((slice){ note.data, note.size }, SLICE("griffie/test-one\n1\n")));
    assert_true(decide_event(file, &(struct decide){ .by = "clerk" }, "X-2024", "2024-05-02", false, NULL, &problem));
    assert_true(register_verify_since(file, (slice){ note.data, note.size }, NULL, &problem));
    for (size_t i = 0; i < note.size; i++) {
        note.data[i] ^= 1;
        if (register_verify_since(file, (slice){ note.data, note.size }, NULL, &problem))
            fail_msg("byte %zu of the note may be changed", i);
        note.data[i] ^= 1;
    }
    assert_false(register_verify_since(file, (slice){ note.data, note.size }, "griffie/test-one+00000000+AAAA", &problem));
    buffer_free(&note);
    register_close(file);
    unlink(path), unlink(key), rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(record_hash_is_sha_256),
        cmocka_unit_test(tree_has_the_roots_of_rfc_6962),
        cmocka_unit_test(tree_of_any_size_agrees_with_the_definition),
        cmocka_unit_test(hash_hex_goes_back_and_forth),
        cmocka_unit_test(canonical_json_is_that_of_rfc_8785),
        cmocka_unit_test(canonical_json_refuses_fractions),
        cmocka_unit_test(values_of_timex_stand_for_days),
        cmocka_unit_test(due_of_an_event_names_it),
        cmocka_unit_test(checkpoint_is_signed_and_held_against_the_ledger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
