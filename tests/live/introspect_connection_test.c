/* Connections: how they are written, what they say when they fail, and what they never say. */
#include "introspect/connection.h"

#include <string.h>

#include "tests/support/check.h"
#include "tests/support/server.h"

/* Everything that a diagnostic says, in one text. */
static char *all_text(const Diagnostics *diagnostics)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(diagnostics, i);
        const char *parts[] = {d->text, d->detail, d->hint, d->statement, d->source_line};
        for (size_t j = 0; j < G_N_ELEMENTS(parts); j++)
            g_string_append_printf(text, "%s\n", parts[j] ? parts[j] : "");
    }
    return g_string_free(text, FALSE);
}

static void test_refused(void **unused)
{
    (void)unused;
    static const struct {
        const char *url;
        bool readable;
    } cases[] = {
        {"postgresql://u:sekrit@/nowhere?host=/nonexistent", true},
        {"postgresql+asyncpg://u:sekrit@/nowhere?host=/nonexistent", true},
        {"postgresql://u:sekrit@[::1/db", false},
        {"postgresql://u:sek%zzrit@h/db", false},
        {"postgresql://u:sek rit@h/db?port", false},
        {"host=/nonexistent password=sekrit", true},
        {"host=/nonexistent password=sek rit sekrit", false},
        {"host=/nonexistent nonsense=sekrit password=sekrit", false},
        {"password='sekrit", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        assert_null(connection_open(cases[i].url, diagnostics));
        assert_int_equal(diagnostics_status(diagnostics),
                         cases[i].readable ? EXIT_STATUS_DATABASE : EXIT_STATUS_USAGE);
        g_autofree char *text = all_text(diagnostics);
        if (strstr(text, "sek") || strstr(text, "rit\n") || strstr(text, "zz"))
            fail_msg("%s: the message shows the password: %s", cases[i].url, text);
    }
}

static void test_drivers(void **unused)
{
    (void)unused;
    static const char *const schemes[] = {"postgresql", "postgres", "postgresql+asyncpg",
                                          "postgres+psycopg2"};
    g_autofree char *url = server_url("postgres");
    const char *rest = strstr(url, "://");
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autofree char *written = g_strconcat(schemes[i], rest, NULL);
        g_autoptr(Connection) connection = connection_open(written, diagnostics);
        assert_non_null(connection);
        assert_string_equal(connection_database(connection), "postgres");
        g_autoptr(Rows) rows = connection_query(
            connection,
            "SELECT current_setting('application_name'), current_setting('client_encoding')", 0,
            NULL, diagnostics);
        assert_string_equal(rows_value(rows, 0, 0), "gen");
        assert_string_equal(rows_value(rows, 0, 1), "UTF8");
    }
}

static void test_errors(void **unused)
{
    (void)unused;
    static const struct {
        const char *sql;
        const char *sqlstate;
        DiagCode code;
        int line;
        int column;
        const char *source;
    } cases[] = {
        {"SELECT 1/0", "22012", DIAG_STATEMENT, 0, 0, NULL},
        {"SELECT 1,\n  'ä' || nothing\nFROM x", "42P01", DIAG_STATEMENT, 3, 6, "FROM x"},
        {"SELECT\n\"ü\"", "42703", DIAG_STATEMENT, 2, 1, "\"ü\""},
        {"INSERT INTO pg_stat_activity SELECT", "55000", DIAG_STATEMENT, 0, 0, NULL},
        {"SELECT 1; SELECT nothing; SELECT 2", "42703", DIAG_STATEMENT, 1, 18,
         "SELECT 1; SELECT nothing; SELECT 2"},
    };
    g_autofree char *url = server_url("postgres");
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, ignored);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        assert_false(connection_run(connection, cases[i].sql, diagnostics));
        assert_int_equal(diagnostics_count(diagnostics), 1);
        const Diagnostic *d = diagnostics_get(diagnostics, 0);
        assert_string_equal(d->sqlstate, cases[i].sqlstate);
        assert_string_equal(connection_sqlstate(connection), cases[i].sqlstate);
        assert_string_equal(d->statement, cases[i].sql);
        assert_int_equal(d->code, cases[i].code);
        assert_int_equal(d->place.line, cases[i].line);
        assert_int_equal(d->place.column, cases[i].column);
        if (cases[i].source)
            assert_string_equal(d->source_line, cases[i].source);
    }
}

/* COPY from and to the client ends by itself, and the connection goes on. */
static void test_copy(void **unused)
{
    (void)unused;
    g_autofree char *url = server_create_database();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    assert_true(connection_run(connection, "CREATE TABLE t (a integer)", diagnostics));
    assert_true(connection_run(connection, "COPY t TO STDOUT", diagnostics));
    assert_false(connection_run(connection, "COPY t FROM STDIN", diagnostics));
    assert_string_equal(connection_sqlstate(connection), "57014");
    const char *params[] = {"5", NULL};
    g_autoptr(Rows) rows = connection_query(
        connection, "INSERT INTO t VALUES ($1), ($2) RETURNING a", 2, params, diagnostics);
    assert_int_equal(rows_count(rows), 2);
    assert_int_equal(rows_affected(rows), 2);
    assert_string_equal(rows_value(rows, 0, 0), "5");
    assert_null(rows_value(rows, 1, 0));
}

static void take_notice(void *data, const char *severity, const char *text)
{
    g_string_append_printf(data, "%s: %s;", severity, text);
}

static void test_notices(void **unused)
{
    (void)unused;
    g_autofree char *url = server_url("postgres");
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    GString *notices = g_string_new(NULL);
    connection_set_notice_handler(connection, take_notice, notices);
    assert_true(connection_run(
        connection, "DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$", diagnostics));
    assert_string_equal(notices->str, "NOTICE: one;WARNING: two;");
    g_string_free(notices, TRUE);
}

static gpointer cancel_soon(gpointer unused)
{
    g_usleep(100 * 1000);
    connection_cancel();
    return unused;
}

static void test_cancel(void **unused)
{
    (void)unused;
    g_autofree char *url = server_url("postgres");
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    connection_prepare_cancel(connection);
    GThread *thread = g_thread_new("cancel", cancel_soon, NULL);
    assert_false(connection_run(connection, "SELECT pg_sleep(60)", diagnostics));
    g_thread_join(thread);
    assert_string_equal(connection_sqlstate(connection), "57014");
    assert_true(connection_alive(connection));
}

/* A server that ends the session is a lost connection, not a statement's fault. */
static void test_lost(void **unused)
{
    (void)unused;
    g_autofree char *url = server_url("postgres");
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(Connection) connection = connection_open(url, diagnostics);
    g_autoptr(Connection) other = connection_open_database(connection, "template1", diagnostics);
    assert_string_equal(connection_database(other), "template1");
    assert_false(
        connection_run(connection, "SELECT pg_terminate_backend(pg_backend_pid())", diagnostics));
    assert_false(connection_alive(connection));
    assert_false(connection_run(connection, "SELECT 1", diagnostics));
    assert_int_equal(diagnostics_status(diagnostics), EXIT_STATUS_DATABASE);
    assert_true(connection_run(other, "SELECT 1", diagnostics));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused), cmocka_unit_test(test_drivers),
        cmocka_unit_test(test_errors),  cmocka_unit_test(test_copy),
        cmocka_unit_test(test_notices), cmocka_unit_test(test_cancel),
        cmocka_unit_test(test_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
