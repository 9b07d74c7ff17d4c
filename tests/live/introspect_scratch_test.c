/* Scratch databases: nobody else is in them, and they go whatever was made there. */
#include "introspect/scratch.h"
#include "tests/support/check.h"
#include "tests/support/server.h"

/* A subscription that runs, of a slot that would be another's: a worker would connect, and the
 * database could not be dropped. */
static void test_subscription(void **unused)
{
    (void)unused;
    g_autofree char *url = server_url("postgres");
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) server = connection_open(url, diagnostics);
    Connection *scratch = scratch_open(server, "a test", diagnostics);
    g_autofree char *name = g_strdup(connection_database(scratch));
    assert_true(connection_run(scratch,
                               "CREATE SUBSCRIPTION mirror CONNECTION 'host=nowhere dbname=x'"
                               " PUBLICATION p WITH (connect = false)",
                               diagnostics));
    assert_true(connection_run(scratch, "ALTER SUBSCRIPTION mirror ENABLE", diagnostics));
    g_autoptr(Diagnostics) refused = diagnostics_new();
    assert_null(connection_open_database(server, name, refused));
    assert_true(scratch_drop(server, scratch, diagnostics));
    g_autofree char *query =
        g_strdup_printf("SELECT count(*) FROM pg_database WHERE datname = '%s'", name);
    server_expect(url, query, "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_subscription),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
