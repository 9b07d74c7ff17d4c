/* The server goes away under a run, and comes back. */
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/own_server.h"
#include "tests/support/project.h"
#include "tests/support/server.h"

/* A server of the test's own, since it is going to crash. */
static OwnServer *server;

static int start_server(void **state)
{
    (void)state;
    server = own_server_start("");
    return 0;
}

static int stop_server(void **state)
{
    (void)state;
    own_server_stop(server);
    return 0;
}

/* A project with a new database on that server. */
static Project *own_project(const char *database)
{
    Project *project = project_new();
    g_autofree char *admin = own_server_url(server, "postgres");
    g_autofree char *sql = g_strdup_printf("CREATE DATABASE %s", database);

    server_execute(admin, sql);
    g_free(project->url);
    project->url = own_server_url(server, database);
    project->setting.url = project->url;
    return project;
}

/* A step that is a transaction, one with statements that run alone, and one more; each can be
 * caught at work, by the names of what it runs. */
static Project *slow_project(const char *database)
{
    Project *project = own_project(database);

    project_revision(project, "r1", "",
                     "CREATE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"
                     " 'BEGIN PERFORM pg_sleep(0.1); RETURN $1; END';\n"
                     "CREATE TABLE a (x int); INSERT INTO a SELECT generate_series(1, 10);",
                     "");
    project_revision(project, "r2", "r1",
                     "CREATE TABLE b AS TABLE a;\nSELECT 'one', pg_sleep(1);\n"
                     "-- gen: step autocommit\nINSERT INTO b VALUES (11);\n"
                     "CREATE INDEX CONCURRENTLY b_x ON b (slow(x));\n"
                     "VACUUM b;\nSELECT 'two', pg_sleep(1);\nINSERT INTO b VALUES (12);\n"
                     "-- gen: step\nCREATE TABLE c AS SELECT slow(x) FROM a;",
                     "");
    project_revision(project, "r3", "r2", "SELECT 'three', pg_sleep(1); CREATE TABLE d (x int);",
                     "");
    return project;
}

#define STATE_SQL                                                                           \
    "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("                                  \
    " SELECT format('%s %s', relname, relkind) AS line FROM pg_class"                       \
    " WHERE relnamespace = 'public'::regnamespace"                                          \
    " UNION ALL SELECT format('%s valid %s', indexrelid::regclass, indisvalid) FROM"        \
    " pg_index WHERE indrelid = 'b'::regclass"                                              \
    " UNION ALL SELECT 'rows ' || string_agg(x::text, ',' ORDER BY x) FROM b"               \
    " UNION ALL SELECT 'version ' || version_num FROM gen_version"                          \
    " UNION ALL SELECT format('%s %s/%s %s %s', revision, step, steps, checksum, count(*))" \
    " FROM gen_history WHERE finished_at IS NOT NULL GROUP BY revision, step, steps,"       \
    " checksum) AS all_lines"

/* Stops the server for good while the run is at the statement; the run ends with the status and
 * the account of a lost connection, and so does one that finds no server. */
static void stop_at(const Project *project, const char *statement)
{
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autofree char *err = NULL;
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);

    server_await_statement(project->url, statement);
    own_server_halt(server);
    assert_true(g_subprocess_communicate_utf8(process, NULL, NULL, NULL, &err, NULL));
    if (g_subprocess_get_exit_status(process) != 4)
        fail_msg("at %s: exit status %d\n%s", statement, g_subprocess_get_exit_status(process),
                 err);
    if (!strstr(err, "steps are done for certain"))
        fail_msg("at %s:\n%s", statement, err);
    g_autoptr(ProgramRun) none = program_expect(&project->setting, 4, "upgrade", NULL);
    assert_non_null(strstr(none->err, "cannot connect"));
    own_server_resume(server);
}

/* pg_ctl stop -m immediate, in every kind of step; then a plain upgrade goes on to the end of an
 * undisturbed run. */
static void server_is_stopped(void **state)
{
    static const char *const moments[][3] = {
        {"one", "INDEX CONCURRENTLY"},
        {"INDEX CONCURRENTLY", "two"},
        {"CREATE TABLE c", "three"},
        {"INDEX CONCURRENTLY", "INDEX CONCURRENTLY", "CREATE TABLE c"},
    };
    (void)state;
    g_autoptr(Project) whole = slow_project("undisturbed");
    g_autoptr(ProgramRun) undisturbed = program_expect(&whole->setting, 0, "upgrade", NULL);
    g_autofree char *expected = server_query(whole->url, STATE_SQL);

    for (gsize i = 0; i < G_N_ELEMENTS(moments); i++) {
        g_autofree char *database = g_strdup_printf("stopped_%zu", i);
        g_autoptr(Project) project = slow_project(database);
        for (gsize j = 0; j < G_N_ELEMENTS(moments[i]) && moments[i][j]; j++)
            stop_at(project, moments[i][j]);
        g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
        server_expect(project->url, STATE_SQL, expected);
    }
}

/* A backend that dies by SIGKILL makes the postmaster end all of them at once and start over. */
static void a_backend_is_killed(void **state)
{
    static const char *const upgrade[] = {"upgrade", NULL};
    (void)state;
    g_autoptr(Project) project = slow_project("killed");
    g_autofree char *err = NULL;
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);

    server_await_statement(project->url, "two");
    g_autofree char *pid =
        server_query(project->url, "SELECT pid FROM pg_stat_activity WHERE state = 'active'"
                                   " AND query ~ 'two' AND pid <> pg_backend_pid()");
    assert_int_equal(kill(atoi(pid), SIGKILL), 0);
    g_subprocess_communicate_utf8(process, NULL, NULL, NULL, &err, NULL);
    assert_int_equal(g_subprocess_get_exit_status(process), 4);
    assert_non_null(strstr(err, "1 of 3 revisions is done"));
    g_autoptr(ProgramRun) run =
        program_expect(&project->setting, 0, "upgrade", "--wait", "30", NULL);
    server_expect(project->url, "SELECT version_num FROM gen_version", "r3");
    server_expect(project->url, "SELECT count(*) FROM b", "12");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(server_is_stopped),
        cmocka_unit_test(a_backend_is_killed),
    };
    return cmocka_run_group_tests(tests, start_server, stop_server);
}
