/* Filters: patterns over kind:schema.name. */
#include "schema/filter.h"
#include "schema/state.h"
#include "tests/support/check.h"

static const struct {
    const char *include;
    const char *exclude;
    bool table;
    bool extension;
} cases[] = {
    {NULL, NULL, true, true},
    {NULL, "table:public\\.legacy_.*", false, true},
    {NULL, "table:public\\.legacy", true, true}, /* the whole of it */
    {"table:.*", NULL, true, false},
    {"extension:.*", NULL, false, true},
    {".*", "(table|view):public\\..*", false, true},
};

static void patterns_choose_objects_and_children_follow(void **unused)
{
    (void)unused;
    g_autoptr(State) state = state_new("test");
    Object *table = state_add(state, KIND_TABLE, NULL, "public", "legacy_users", NULL);
    Object *column = state_add(state, KIND_COLUMN, table, NULL, "id", NULL);
    Object *extension = state_add(state, KIND_EXTENSION, NULL, NULL, "pg_trgm", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        const char *include[] = {cases[i].include, NULL};
        const char *exclude[] = {cases[i].exclude, NULL};
        g_autoptr(Filter) filter = filter_new(include, exclude, PLACE_NONE, diagnostics);
        assert_non_null(filter);
        assert_int_equal(filter_keeps(filter, table), cases[i].table);
        assert_int_equal(filter_keeps(filter, column), cases[i].table);
        assert_int_equal(filter_keeps(filter, extension), cases[i].extension);
    }
    assert_true(filter_keeps(NULL, table));
}

static void broken_patterns_are_told(void **unused)
{
    (void)unused;
    const char *include[] = {"table:(", "[", NULL};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    assert_null(filter_new(include, NULL, (Place){"gen.yml", 3, 1}, diagnostics));
    assert_int_equal(diagnostics_count(diagnostics), 2);
    assert_string_equal(diagnostics_get(diagnostics, 0)->text,
                        "\"table:(\" is no pattern: missing closing parenthesis");
    assert_int_equal(diagnostics_get(diagnostics, 0)->place.line, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_choose_objects_and_children_follow),
        cmocka_unit_test(broken_patterns_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
