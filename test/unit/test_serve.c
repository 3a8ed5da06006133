/* The routes: what they match, which parameters they take, and that doc/openapi.json describes exactly them. */
#include "serve/embedded.h"
#include "serve/problem.h"
#include "serve/route.h"
#include "serve/serve.h"

#include <jansson.h>
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>

static const struct route *find(const char *path, const char *name) {
    const char *found;
    const struct route *route = route_find(path, &found);
    if (name)
        assert_string_equal(found, name);
    else
        assert_null(found);
    return route;
}

static void a_path_finds_its_route(void **state) {
    (void)state;
    assert_string_equal(find("items", NULL)->path, "items");
    assert_string_equal(find("items/2021-0004", "2021-0004")->path, "items/{item}");
    assert_string_equal(find("records/S/RES/1325", "S/RES/1325")->path, "records/{record}");
    assert_null(find("", NULL));
    assert_null(find("items/", NULL));
    assert_null(find("itemsx", NULL));
    assert_null(find("ITEMS", NULL));
    assert_null(find("overview/x", NULL));
}

/* Sets one parameter of a route; returns the error's code, ERROR_NONE if it was taken. */
static enum error_code set(struct request *request, const char *path, const char *name, slice value) {
    error problem = { 0 };
    const char *ignored;
    if (!request->route) request->route = route_find(path, &ignored);
    return request_set(request, slice_of(name), value, &problem) ? ERROR_NONE : problem.code;
}
#define SET(path, name, value) set(&(struct request){ 0 }, path, name, SLICE(value))

static void well_formed_parameters_are_taken(void **state) {
    (void)state;
    struct request request = { 0 };
    assert_int_equal(set(&request, "items", "as_of", SLICE("2021-07-01")), ERROR_NONE);
    assert_int_equal(request.dates[AS_OF].month, 7);
    assert_int_equal(set(&request, "items", "status", SLICE("open,overdue")), ERROR_NONE);
    assert_int_equal(set(&request, "items", "limit", SLICE("0")), ERROR_NONE);
    assert_int_equal(set(&request, "items", "links", SLICE("true")), ERROR_NONE);
    assert_true(request.flags[LINKS]);
    assert_int_equal(set(&request, "items", "text", SLICE("coördinatie")), ERROR_NONE);
}

static void an_empty_parameter_means_not_asked(void **state) {
    (void)state;
    struct request request = { 0 };
    assert_int_equal(set(&request, "items", "status", SLICE("")), ERROR_NONE);
    assert_null(request.values[STATUS]);
}

static void malformed_parameters_are_refused(void **state) {
    (void)state;
    assert_int_equal(SET("items", "stauts", "open"), ERROR_USAGE);
    assert_int_equal(SET("items", "status", "open,gone"), ERROR_USAGE);
    assert_int_equal(SET("items", "status", "open,"), ERROR_USAGE);
    assert_int_equal(SET("items", "as_of", "2021-02-30"), ERROR_USAGE);
    assert_int_equal(SET("items", "as_of", "tomorrow"), ERROR_USAGE);
    assert_int_equal(SET("items", "limit", "-1"), ERROR_USAGE);
    assert_int_equal(SET("items", "limit", "10001"), ERROR_USAGE);
    assert_int_equal(SET("items", "limit", "99999999999999999999"), ERROR_USAGE);
    assert_int_equal(SET("items", "links", "yes"), ERROR_USAGE);
    assert_int_equal(SET("items", "kind", "promise"), ERROR_USAGE);
    assert_int_equal(SET("items", "q", "x"), ERROR_USAGE);
    assert_int_equal(SET("items", "text", "\xff"), ERROR_ENCODING);
    assert_int_equal(SET("items", "text", "a\0b"), ERROR_ENCODING);
}

static void a_parameter_given_twice_is_refused(void **state) {
    (void)state;
    struct request request = { 0 };
    assert_int_equal(set(&request, "items", "kind", SLICE("plan")), ERROR_NONE);
    assert_int_equal(set(&request, "items", "kind", SLICE("request")), ERROR_USAGE);
}

static void what_a_route_needs_must_be_there(void **state) {
    (void)state;
    error problem = { 0 };
    const char *ignored;
    struct request request = { .route = route_find("search", &ignored) };
    assert_false(request_complete(&request, &problem));
    assert_non_null(strstr(problem.message, "'q'"));
    assert_int_equal(set(&request, "search", "q", SLICE("meldpunt")), ERROR_NONE);
    assert_true(request_complete(&request, &problem));
}

static void a_problem_is_json_with_its_cause(void **state) {
    (void)state;
    error problem;
    error_set(&problem, ERROR_NOT_FOUND, NULL, -1, "no item \"%s\"", "x");
    buffer out = { 0 };
    problem_write(problem_status(problem.code), &problem, &out);
    json_t *read = json_loadb(out.data, out.size, 0, NULL);
    assert_int_equal(json_integer_value(json_object_get(read, "status")), 404);
    assert_string_equal(json_string_value(json_object_get(read, "title")), "Not Found");
    assert_string_equal(json_string_value(json_object_get(read, "detail")), "no item \"x\"");
    assert_string_equal(json_string_value(json_object_get(read, "code")), "not-found");
    json_decref(read);
    buffer_free(&out);
}

static void only_loopback_is_loopback(void **state) {
    (void)state;
    assert_true(address_is_loopback("127.0.0.1"));
    assert_true(address_is_loopback("127.8.9.1"));
    assert_true(address_is_loopback("::1"));
    assert_false(address_is_loopback("0.0.0.0"));
    assert_false(address_is_loopback("::"));
    assert_false(address_is_loopback("192.168.1.4"));
    assert_false(address_is_loopback("localhost"));
}

/* --- doc/openapi.json and the table say the same --- */

/* The schema itself, or what its $ref names ("#/components/schemas/Kind"). */
static const json_t *schema_of(const json_t *description, const json_t *schema) {
    const char *reference = json_string_value(json_object_get(schema, "$ref"));
    if (!reference) return schema;
    return json_object_get(json_object_get(json_object_get(description, "components"), "schemas"), strrchr(reference, '/') + 1);
}

static void assert_choices(const json_t *schema, const char *const *choices, const char *name) {
    const json_t *listed = json_object_get(schema, "enum");
    size_t count = 0;
    for (; choices[count]; count++) {
        bool found = false;
        for (size_t i = 0; i < json_array_size(listed); i++) found |= !strcmp(json_string_value(json_array_get(listed, i)), choices[count]);
        if (!found) fail_msg("'%s' of parameter '%s' is not described", choices[count], name);
    }
    assert_int_equal(json_array_size(listed), count);
}

static void assert_described(const json_t *description, const json_t *described, enum parameter which) {
    const struct parameter_form *form = &parameters[which];
    static const char *const types[] = { [PARAMETER_TEXT] = "string",     [PARAMETER_DATE] = "string",   [PARAMETER_NUMBER] = "integer",
                                         [PARAMETER_BOOLEAN] = "boolean", [PARAMETER_CHOICE] = "string", [PARAMETER_LIST] = "array" };
    const json_t *schema = schema_of(description, json_object_get(described, "schema"));
    assert_string_equal(json_string_value(json_object_get(schema, "type")), types[form->type]);
    if (form->type == PARAMETER_DATE) assert_string_equal(json_string_value(json_object_get(schema, "format")), "date");
    if (form->most) assert_int_equal(json_integer_value(json_object_get(schema, "maximum")), form->most);
    if (form->choices)
        assert_choices(form->type == PARAMETER_LIST ? schema_of(description, json_object_get(schema, "items")) : schema, form->choices,
                       form->name);
}

static void the_description_has_every_route_and_no_other(void **state) {
    (void)state;
    json_t *description = json_loadb((const char *)api_description_json, api_description_json_size, 0, NULL);
    const json_t *paths = json_object_get(description, "paths");
    size_t count = 0;
    for (const struct route *route = routes; route->path; route++, count++) {
        char path[64];
        snprintf(path, sizeof path, "/%s", route->path);
        const json_t *get = json_object_get(json_object_get(paths, path), "get");
        if (!get) fail_msg("route '%s' is not described", path);
        uint32_t found = 0;
        const json_t *listed = json_object_get(get, "parameters");
        for (size_t i = 0; i < json_array_size(listed); i++) {
            const json_t *described = json_array_get(listed, i);
            if (strcmp(json_string_value(json_object_get(described, "in")), "query")) continue;
            const char *name = json_string_value(json_object_get(described, "name"));
            unsigned which = 0;
            while (which < PARAMETER_COUNT && strcmp(parameters[which].name, name)) which++;
            if (which == PARAMETER_COUNT) fail_msg("'%s' of '%s' is described, but there is no such parameter", name, path);
            found |= 1u << which;
            assert_described(description, described, which);
            assert_int_equal(json_is_true(json_object_get(described, "required")), (route->needs >> which) & 1);
        }
        if (found != route->takes) fail_msg("'%s' takes parameters %x, described are %x", path, route->takes, found);
    }
    assert_int_equal(json_object_size(paths), count);
    json_decref(description);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_finds_its_route),
        cmocka_unit_test(well_formed_parameters_are_taken),
        cmocka_unit_test(an_empty_parameter_means_not_asked),
        cmocka_unit_test(malformed_parameters_are_refused),
        cmocka_unit_test(a_parameter_given_twice_is_refused),
        cmocka_unit_test(what_a_route_needs_must_be_there),
        cmocka_unit_test(a_problem_is_json_with_its_cause),
        cmocka_unit_test(only_loopback_is_loopback),
        cmocka_unit_test(the_description_has_every_route_and_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
