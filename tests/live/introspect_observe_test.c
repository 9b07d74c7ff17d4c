/* Locks, rewrites and scans as measured, against what PostgreSQL 15 is known to do. */
#include "introspect/observe.h"
#include "introspect/scratch.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/server.h"

static const struct {
    const char *sql;
    const char *expected; /* of each relation: name, lock, what happened */
} cases[] = {
    {"ALTER TABLE t ADD COLUMN x integer", "t ACCESS EXCLUSIVE"},
    {"ALTER TABLE t ADD COLUMN x timestamptz DEFAULT now()", "t ACCESS EXCLUSIVE"},
    {"ALTER TABLE t ADD COLUMN x double precision DEFAULT random()",
     "t ACCESS EXCLUSIVE rewritten scanned"},
    {"ALTER TABLE t ALTER COLUMN a TYPE bigint", "t ACCESS EXCLUSIVE rewritten scanned"},
    {"ALTER TABLE t ALTER COLUMN b TYPE text", "t ACCESS EXCLUSIVE"},
    {"ALTER TABLE t ALTER COLUMN a SET NOT NULL", "t ACCESS EXCLUSIVE scanned"},
    {"ALTER TABLE t ADD CHECK (a > 0)", "t ACCESS EXCLUSIVE scanned"},
    {"ALTER TABLE t ADD CHECK (a > 0) NOT VALID", "t ACCESS EXCLUSIVE"},
    {"ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id) NOT VALID",
     "t SHARE ROW EXCLUSIVE, u SHARE ROW EXCLUSIVE"},
    {"CREATE INDEX ON t (a)", "t SHARE scanned"},
    {"COMMENT ON TABLE t IS 'x'", "t SHARE UPDATE EXCLUSIVE"},
    {"CREATE TABLE n (a integer)", "n ACCESS EXCLUSIVE created"},
    {"DROP TABLE t", "t ACCESS EXCLUSIVE dropped"},
    {"ALTER TABLE t RENAME TO t2", "t ACCESS EXCLUSIVE"},
    {"CREATE TYPE e AS ENUM ('a')", ""},
    {"SELECT count(*) FROM t", "t ACCESS SHARE scanned"},
};

static char *describe(const GPtrArray *happened)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < happened->len; i++) {
        const Observed *o = g_ptr_array_index(happened, i);
        g_string_append_printf(text, "%s%s %s%s%s%s%s", i ? ", " : "", o->relation.name, o->lock,
                               o->created ? " created" : "", o->dropped ? " dropped" : "",
                               o->rewritten ? " rewritten" : "", o->scanned ? " scanned" : "");
    }
    return g_string_free(text, FALSE);
}

static void test_statements(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_non_null(connection);
    server_execute(
        url, "CREATE TABLE t (a integer, b varchar(9)); CREATE TABLE u (id integer PRIMARY KEY)");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_true(connection_run(connection, "BEGIN", diagnostics));
        g_autoptr(Observer) observer = observer_start(connection, diagnostics);
        assert_true(connection_run(connection, cases[i].sql, diagnostics));
        g_autoptr(GPtrArray) happened = observer_step(observer, diagnostics);
        assert_non_null(happened);
        g_autofree char *text = describe(happened);
        if (strcmp(text, cases[i].expected) != 0)
            fail_msg("%s: expected <%s>, got <%s>", cases[i].sql, cases[i].expected, text);
        assert_true(connection_run(connection, "ROLLBACK", diagnostics));
    }
}

/* A second statement shows what it adds. */
static void test_steps(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_true(connection_run(connection, "CREATE TABLE t (a integer)", diagnostics));
    assert_true(connection_run(connection, "BEGIN", diagnostics));
    g_autoptr(Observer) observer = observer_start(connection, diagnostics);
    assert_true(connection_run(connection, "CREATE INDEX ON t (a)", diagnostics));
    g_autoptr(GPtrArray) first = observer_step(observer, diagnostics);
    g_autofree char *one = describe(first);
    assert_string_equal(one, "t SHARE scanned");
    assert_true(connection_run(connection, "ALTER TABLE t ADD COLUMN b integer", diagnostics));
    g_autoptr(GPtrArray) second = observer_step(observer, diagnostics);
    g_autofree char *two = describe(second);
    assert_string_equal(two, "t ACCESS EXCLUSIVE");
    assert_true(connection_run(connection, "ALTER TABLE t ADD COLUMN c integer", diagnostics));
    g_autoptr(GPtrArray) third = observer_step(observer, diagnostics);
    assert_int_equal(third->len, 0);
}

/* Leftovers of makers that are gone are dropped, and only these. */
static void test_leftovers(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) server = connection_open(url, diagnostics);
    assert_true(connection_run(server, "CREATE DATABASE gen_scratch_999999_1_dead", diagnostics));
    assert_true(connection_run(server, "CREATE DATABASE gen_scratch_of_the_user", diagnostics));
    Connection *one = scratch_open(server, "a test", diagnostics);
    Connection *two = scratch_open(server, "a test", diagnostics);
    assert_non_null(one);
    assert_non_null(two);
    server_expect(
        url,
        "SELECT count(*) FROM pg_database WHERE datname ~ '^gen_scratch_\\d' AND datname ~ "
        "'_dead$'",
        "0");
    server_expect(url, "SELECT count(*) FROM pg_database WHERE datname ~ '^gen_scratch_\\d'", "2");
    assert_true(scratch_drop(server, one, diagnostics));
    assert_true(scratch_drop(server, two, diagnostics));
    server_expect(url, "SELECT count(*) FROM pg_database WHERE datname ~ '^gen_scratch_'", "1");
    assert_true(connection_run(server, "DROP DATABASE gen_scratch_of_the_user", diagnostics));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statements),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_leftovers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
