/* Functions, aggregates, views, triggers and policies in models. */
#include "schema/models.h"
#include "schema/setting.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

static State *read_model(const char *text, char **ret_problems)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    State *state = models_read_text("model.yml", text, strlen(text), NULL, diagnostics);
    *ret_problems = diagnostic_lines(diagnostics);
    return state;
}

/* The identity of the only function of a document. */
static void check_identity(const char *arguments, const char *identity)
{
    g_autofree char *problems = NULL;
    g_autofree char *text = g_strdup_printf(
        "function: f\nreturns: void\nbody: ''\narguments: %s\n---\nenum: mood\nvalues: [a]\n",
        arguments);
    g_autoptr(State) state = read_model(text, &problems);
    assert_string_equal(problems, "");
    assert_non_null(state_find_routine(state, KIND_FUNCTION, "public", "f", identity));
}

static void arguments_are_read_as_sql_writes_them(void **unused)
{
    (void)unused;
    check_identity("''", "");
    check_identity("integer", "integer");
    check_identity("'a int, b varchar(20)'", "integer, character varying");
    check_identity("'double precision, x double precision'", "double precision, double precision");
    check_identity("'IN a mood, OUT b int, INOUT c text'", "public.mood, text");
    check_identity("'a mood[], VARIADIC b numeric(10,2)[]'", "public.mood[], numeric[]");
    check_identity("\"a timestamp(3) with time zone DEFAULT now(), b int = f(1, 2)\"",
                   "timestamp with time zone, integer");
    check_identity("[{name: a, type: anyelement}, 'b any']", "anyelement, \"any\"");
}

static const struct {
    const char *model;
    const char *lines;
} results[] = {
    {"function: f\nreturns: setof int\nlanguage: sql\ncost: 100\nbody: SELECT 1\n",
     "function f(): returns=integer returns_set=true body=SELECT 1\n"},
    {"function: f\nreturns: TABLE(a int, b text)\nbody: x\n",
     "function f(): arguments={name: a, type: integer, mode: table}"
     "{name: b, type: text, mode: table} body=x\n"},
    {"view: v\ndefinition: SELECT 1;\noptions: { security_barrier: true }\n",
     "view v: definition=SELECT 1 options=[security_barrier=true]\n"},
    {"function: f\nreturns: void\nbody: ''\nsettings: { search_path: 'public,\"A b\"' }\n",
     "function f(): returns=void settings=[search_path=public, \"A b\"] body=\n"},
};

static void results_are_read(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(results); i++) {
        g_autofree char *problems = NULL;
        g_autoptr(State) state = read_model(results[i].model, &problems);
        assert_string_equal(problems, "");
        g_autofree char *lines = state_lines(state);
        assert_string_equal(lines, results[i].lines);
    }
}

static const struct {
    const char *model;
    const char *problem;
} mistakes[] = {
    {"function: f\nbody: x\n", "does not say what it returns"},
    {"function: f\nreturns: void\n", "has no body"},
    {"function: f\nreturns: void\nbody: a\nsql_body: RETURN 1\n", "not both"},
    {"function: f\nreturns: int\nbody: a\n---\nfunction: f\nreturns: text\nbody: b\n",
     "declared twice"},
    {"function: f\nreturns: nothing\nbody: a\n", "there is no type \"nothing\""},
    {"view: v\n", "has no definition"},
    {"aggregate: a\narguments: int\nstate_type: int\n", "needs a state_function"},
    {"table: t\nfields: { a: int }\ntriggers: { x: { events: insert } }\n", "has no function"},
    {"table: t\nfields: { a: int }\npartition_by: { list: a }\n---\ntable: t1\npartition_of: "
     "t\nvalues: DEFAULT\ntriggers: { x: { state: always } }\n",
     "no table above has a trigger"},
    {"table: t\nfields: { a: int }\ntriggers: { x: { events: upsert, function: f } }\n",
     "\"upsert\" is no event"},
    {"table: t\nfields: { a: int }\ntriggers: { x: { events: update, update_of: b, function: f } "
     "}\n",
     "has no field \"b\""},
    {"event_trigger: e\n", "has no function"},
};

static void mistakes_are_told(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autofree char *problems = NULL;
        g_autoptr(State) state = read_model(mistakes[i].model, &problems);
        assert_null(state);
        if (!strstr(problems, mistakes[i].problem))
            fail_msg("\"%s\" is not in: %s", mistakes[i].problem, problems);
    }
}

static void check_setting(const char *written, const char *kept)
{
    g_autofree char *normal = setting_normal(written);
    assert_string_equal(normal, kept);
}

static void settings_are_as_postgresql_keeps_them(void **unused)
{
    (void)unused;
    check_setting("search_path=a,b", "search_path=a, b");
    check_setting("search_path=\"$user\" , \"x\"\"y\"", "search_path=\"$user\", \"x\"\"y\"");
    check_setting("search_path=", "search_path=\"\"");
    check_setting("search_path=\"\"", "search_path=\"\"");
    check_setting("search_path=\"open", "search_path=\"open");
    check_setting("work_mem=4MB", "work_mem=4MB");
    check_setting("DateStyle=ISO, DMY", "DateStyle=ISO, DMY");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_are_read_as_sql_writes_them),
        cmocka_unit_test(results_are_read),
        cmocka_unit_test(mistakes_are_told),
        cmocka_unit_test(settings_are_as_postgresql_keeps_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
