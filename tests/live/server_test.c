/* The ground that live tests stand on: a server that answers and databases of one's own. */

#include <glib.h>

#include "tests/support/check.h"
#include "tests/support/server.h"

static void test_databases_are_separate(void **state)
{
    g_autofree char *one = server_create_database();
    g_autofree char *two = server_create_database();

    (void)state;
    server_execute(one, "CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, NULL)");
    server_expect(one, "SELECT * FROM t ORDER BY a", "1|x\n2|");
    server_expect(two, "SELECT count(*) FROM pg_class WHERE relname = 't'", "0");
}

static void test_version_is_supported(void **state)
{
    (void)state;
    assert_in_range(server_version(), 13, 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_databases_are_separate),
        cmocka_unit_test(test_version_is_supported),
    };

    return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
