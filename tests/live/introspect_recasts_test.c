/* Which casts there are between two types, as a server says. */
#include "introspect/recasts.h"
#include "tests/support/check.h"
#include "tests/support/server.h"

typedef struct Case {
    RecastType from;
    RecastType to;
    bool answered;
    RecastWay way;
} Case;

#define PLAIN(text)      \
    {                    \
        text, text, NULL \
    }
#define ARRAY(element)              \
    {                               \
        element "[]", element, NULL \
    }

static const char there[] = "CREATE TYPE mood AS ENUM ('a');"
                            "CREATE TYPE face AS ENUM ('a');"
                            "CREATE FUNCTION to_face(integer) RETURNS face LANGUAGE sql"
                            " AS $$ SELECT 'a'::face $$;"
                            "CREATE CAST (integer AS face) WITH FUNCTION to_face(integer)";

static const Case cases[] = {
    {PLAIN("integer"), PLAIN("bigint"), true, RECAST_BY_ITSELF},
    {PLAIN("numeric"), PLAIN("integer"), true, RECAST_BY_ITSELF},
    {PLAIN("character varying(50)"), PLAIN("character varying(10)"), true, RECAST_BY_ITSELF},
    {PLAIN("date"), PLAIN("timestamp(3) with time zone"), true, RECAST_BY_ITSELF},
    {ARRAY("integer"), ARRAY("bigint"), true, RECAST_BY_ITSELF},
    {ARRAY("integer"), PLAIN("text"), true, RECAST_BY_ITSELF},
    {PLAIN("json"), PLAIN("jsonb"), true, RECAST_BY_ITSELF},
    {PLAIN("text"), PLAIN("integer"), true, RECAST_BY_CAST},
    {PLAIN("text"), ARRAY("integer"), true, RECAST_BY_CAST},
    {ARRAY("text"), ARRAY("integer"), true, RECAST_BY_CAST},
    {PLAIN("integer"), PLAIN("boolean"), true, RECAST_BY_CAST},
    {PLAIN("integer"), PLAIN("timestamp with time zone"), true, RECAST_NONE},
    {PLAIN("integer"), ARRAY("integer"), true, RECAST_NONE},
    {PLAIN("public.mood"), PLAIN("text"), true, RECAST_BY_ITSELF},
    {PLAIN("text"), {"public.mood", "public.mood", "e"}, true, RECAST_BY_CAST},
    {{"public.mood", "public.mood", "e"}, {"public.face", "public.face", "e"}, true, RECAST_NONE},
    {PLAIN("integer"), {"public.face", "public.face", "e"}, true, RECAST_BY_CAST},
    /* types that the server does not have, or has in another form */
    {PLAIN("text"), {"public.new[]", "public.new", "e"}, true, RECAST_BY_CAST},
    {{"public.new", "public.new", "c"}, PLAIN("text"), true, RECAST_BY_ITSELF},
    {{"public.mood", "public.mood", "r"}, {"public.new", "public.new", "r"}, true, RECAST_NONE},
    {PLAIN("nowhere.nothing"), PLAIN("text"), false, RECAST_UNKNOWN},
};

static GPtrArray *list(void)
{
    GPtrArray *recasts = recasts_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        recasts_add(recasts, &cases[i].from, &cases[i].to);
    return recasts;
}

static void expect_answers(const GPtrArray *recasts)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Recast *recast = recasts_find(recasts, &cases[i].from, &cases[i].to);
        if (recast->answered != cases[i].answered ||
            (recast->answered && recast->way != cases[i].way))
            fail_msg("%s to %s: %d", cases[i].from.text, cases[i].to.text, (int)recast->way);
    }
}

typedef struct Loss {
    RecastType from;
    RecastType to;
    bool loses;
} Loss;

static const Loss losses[] = {
    {PLAIN("numeric"), PLAIN("integer"), true},
    {PLAIN("numeric(40,8)"), PLAIN("numeric(30,5)"), true},
    {PLAIN("numeric(12,10)"), PLAIN("numeric(12,9)"), true},
    {PLAIN("numeric(10,2)"), PLAIN("numeric(8,2)"), false},
    {PLAIN("numeric(10,2)"), PLAIN("numeric(14,4)"), false},
    {PLAIN("numeric(10,2)"), PLAIN("double precision"), false},
    {PLAIN("bigint"), PLAIN("integer"), false},
    {PLAIN("bigint"), PLAIN("double precision"), true},
    {PLAIN("integer"), PLAIN("real"), true},
    {PLAIN("double precision"), PLAIN("real"), true},
    {PLAIN("double precision"), PLAIN("numeric"), false},
    {PLAIN("integer"), PLAIN("boolean"), true},
    {PLAIN("boolean"), PLAIN("integer"), false},
    {PLAIN("integer"), PLAIN("text"), false},
    {PLAIN("text"), PLAIN("integer"), false},
    {PLAIN("text"), PLAIN("name"), true},
    {PLAIN("text"), PLAIN("character varying(10)"), false},
    {PLAIN("timestamp with time zone"), PLAIN("date"), true},
    {PLAIN("timestamp with time zone"), PLAIN("timestamp without time zone"), false},
    {PLAIN("timestamp without time zone"), PLAIN("timestamp with time zone"), false},
    {PLAIN("timestamp without time zone"), PLAIN("time without time zone"), true},
    {PLAIN("timestamp(1) without time zone"), PLAIN("timestamp(0) without time zone"), true},
    {PLAIN("date"), PLAIN("timestamp without time zone"), false},
    {PLAIN("time with time zone"), PLAIN("time without time zone"), true},
    {PLAIN("interval"), PLAIN("interval(3)"), true},
    {PLAIN("interval"), PLAIN("time without time zone"), true},
    {PLAIN("inet"), PLAIN("cidr"), true},
    {PLAIN("cidr"), PLAIN("inet"), false},
    {PLAIN("json"), PLAIN("jsonb"), false},
    {PLAIN("box"), PLAIN("point"), true},
    {ARRAY("numeric"), ARRAY("integer"), true},
    {ARRAY("integer"), ARRAY("numeric"), false},
    {PLAIN("integer"),
     {"public.face", "public.face", "e"},
     false}, /* nobody's function is called */
};

/* What a cast drops without an error, and only that, is a loss. */
static void lost(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    server_execute(url, there);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GPtrArray) recasts = recasts_new();
    for (size_t i = 0; i < G_N_ELEMENTS(losses); i++)
        recasts_add(recasts, &losses[i].from, &losses[i].to);
    Connection *connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    assert_true(recasts_ask(connection, recasts, diagnostics));
    for (size_t i = 0; i < G_N_ELEMENTS(losses); i++) {
        const Recast *recast = recasts_find(recasts, &losses[i].from, &losses[i].to);
        if (recast->loses_data != losses[i].loses)
            fail_msg("%s to %s: %d", losses[i].from.text, losses[i].to.text,
                     (int)recast->loses_data);
    }
    connection_close(connection);
}

static void casts(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    server_execute(url, there);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GPtrArray) recasts = list();
    Connection *connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    assert_true(recasts_ask(connection, recasts, diagnostics));
    expect_answers(recasts);
    assert_true(recasts_are_open(recasts));
    connection_close(connection);
}

static void inside_a_transaction(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GPtrArray) recasts = list();
    Connection *connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    assert_true(connection_run(connection, "BEGIN", diagnostics));
    assert_true(connection_run(connection, there, diagnostics));
    assert_true(recasts_ask(connection, recasts, diagnostics));
    expect_answers(recasts);
    assert_true(connection_run(connection, "DROP TYPE mood", diagnostics));
    connection_close(connection);
}

/* Nothing is asked where the server takes no temporary tables. */
static void read_only(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GPtrArray) recasts = list();
    Connection *connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    assert_true(connection_run(connection, "BEGIN READ ONLY", diagnostics));
    assert_true(recasts_ask(connection, recasts, diagnostics));
    assert_true(recasts_are_open(recasts));
    assert_false(((const Recast *)g_ptr_array_index(recasts, 0))->answered);
    connection_close(connection);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(casts),
        cmocka_unit_test(lost),
        cmocka_unit_test(inside_a_transaction),
        cmocka_unit_test(read_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
