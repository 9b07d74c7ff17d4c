/* What a database holds and models cannot say. */
#include "introspect/introspect.h"
#include "tests/support/check.h"
#include "tests/support/server.h"

static void it_is_listed(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    server_execute(url, "CREATE EXTENSION citext; CREATE TYPE shell; CREATE TYPE pair; "
                        "CREATE FUNCTION pair_in(cstring) RETURNS pair IMMUTABLE STRICT "
                        "LANGUAGE internal AS 'point_in'; "
                        "CREATE FUNCTION pair_out(pair) RETURNS cstring IMMUTABLE STRICT "
                        "LANGUAGE internal AS 'point_out'; CREATE TYPE pair (INPUT = pair_in, "
                        "OUTPUT = pair_out, INTERNALLENGTH = 16, ELEMENT = float8, "
                        "ALIGNMENT = double); CREATE FOREIGN DATA WRAPPER w; "
                        "CREATE SERVER s FOREIGN DATA WRAPPER w; "
                        "CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS (user 'u', password 'p')");

    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    g_autoptr(State) state = introspect_database(connection, NULL, diagnostics);
    assert_non_null(state);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < state->unmanaged->len; i++) {
        const Unmanaged *u = &g_array_index(state->unmanaged, Unmanaged, i);
        g_string_append_printf(found, "%s %s; ", u->what, u->name);
    }
    g_autofree char *text = g_string_free(found, FALSE);
    assert_string_equal(text, "base type pair; "
                              "secret of a user mapping password of public ON s; "
                              "shell type shell; ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
