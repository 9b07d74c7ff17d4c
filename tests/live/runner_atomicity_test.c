#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

static void ten_at_once(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    GSubprocess *runs[10];
    static const char *const patient[] = {"upgrade", "--auto", NULL};
    static const char *const hasty[] = {"upgrade", "--lock-wait", "0", NULL};
    int refused = 0;

    for (int i = 1; i <= 5; i++) {
        char id[2][16];
        g_snprintf(id[0], sizeof id[0], "r%d", i - 1);
        g_snprintf(id[1], sizeof id[1], "r%d", i);
        g_autofree char *sql =
            g_strdup_printf("CREATE TABLE t%d (x int); SELECT pg_sleep(0.2);", i);
        project_revision(project, id[1], i > 1 ? id[0] : "", sql, "");
    }
    for (int i = 0; i < 10; i++)
        runs[i] = program_start(&project->setting, i % 2 ? patient : hasty);
    for (int i = 0; i < 10; i++) {
        g_subprocess_wait(runs[i], NULL, NULL);
        int status = g_subprocess_get_exit_status(runs[i]);
        refused += status == 6;
        assert_true(status == 0 || (status == 6 && i % 2 == 0));
        g_object_unref(runs[i]);
    }
    assert_true(refused >= 1);
    project_expect_versions(project, "r5");
    server_expect(project->url, "SELECT count(*), count(DISTINCT revision) FROM gen_history",
                  "5|5");
}

/* What a statement left in its session is gone with the step. */
static void sessions_are_left_clean(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();

    server_execute(project->url, "CREATE SCHEMA other");
    project_revision(project, "r1", "", "SET search_path = other; CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int);", "");
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
    server_expect(project->url, "SELECT to_regclass('other.a'), to_regclass('public.b')",
                  "other.a|b");
}

static void failing_step(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();

    project_revision(
        project, "r1", "",
        "CREATE TABLE a (x int);\n-- gen: step\nCREATE TABLE b (x int);\nSELECT\n  1/0;", "");
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 5, "upgrade", NULL);
    assert_non_null(strstr(run->err, "migrations/0001_r1.sql:9: error: division by zero "
                                     "[statement 22012]"));
    assert_non_null(strstr(run->err, "of r1, 1 of 2 steps are done"));
    server_expect(project->url, "SELECT to_regclass('a') IS NULL, to_regclass('b') IS NULL", "f|t");
    server_expect(project->url, "SELECT step, error FROM gen_history WHERE error IS NOT NULL",
                  "2|division by zero");
    g_autoptr(ProgramRun) other = program_expect(&project->setting, 2, "downgrade", "base", NULL);
    assert_non_null(strstr(other->err, "has stopped after 1 of 2 steps"));
    g_autoptr(ProgramRun) current = program_expect(&project->setting, 0, "current", NULL);
    assert_non_null(strstr(current->err, "has stopped after 1 of 2 steps"));

    /* The step that did not run may be mended; the one that did may not. */
    project->count = 0;
    project_revision(project, "r1", "", "CREATE TABLE x (x int);\n-- gen: step\nSELECT 1;", "");
    g_autoptr(ProgramRun) edited = program_expect(&project->setting, 1, "upgrade", NULL);
    assert_non_null(strstr(edited->err, "were edited since"));
    project->count = 0;
    project_revision(project, "r1", "",
                     "CREATE TABLE a (x int);\n-- gen: step\nCREATE TABLE b (x int);", "");
    g_autoptr(ProgramRun) mended = program_expect(&project->setting, 0, "upgrade", NULL);
    project_expect_versions(project, "r1");
    server_expect(project->url, "SELECT to_regclass('b') IS NULL", "f");
}

static void repairs(void **state)
{
    (void)state;
    const char *const upgrade = "CREATE TABLE a (x int);\n-- gen: step\nSELECT 1/0;";
    g_autoptr(Project) project = project_new();

    project_revision(project, "r1", "", upgrade, "");
    g_autoptr(ProgramRun) failed = program_expect(&project->setting, 5, "upgrade", NULL);
    g_autoptr(ProgramRun) shown = program_expect(&project->setting, 1, "repair", "--yes", NULL);
    assert_non_null(strstr(shown->out, "you decide"));
    server_execute(project->url, "DROP TABLE a");
    g_autoptr(ProgramRun) forgot =
        program_expect(&project->setting, 0, "repair", "--forget", "--yes", NULL);
    g_autoptr(ProgramRun) again = program_expect(&project->setting, 5, "upgrade", NULL);
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "f");
    g_autoptr(ProgramRun) finished =
        program_expect(&project->setting, 0, "repair", "--finish", "--yes", NULL);
    project_expect_versions(project, "r1");
    g_autoptr(ProgramRun) nothing = program_expect(&project->setting, 0, "upgrade", NULL);
    server_execute(project->url, "INSERT INTO gen_version VALUES ('r0')");
    g_autoptr(ProgramRun) unknown = program_expect(&project->setting, 1, "repair", NULL);
    assert_non_null(strstr(unknown->out, "the database is at r0, which has no file here"));
}

/* An autocommit step that failed in the middle leaves an invalid index, which is taken away. */
static void invalid_index(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();

    server_execute(project->url, "CREATE TABLE t (x int); INSERT INTO t VALUES (1), (1)");
    project_revision(project, "r1", "",
                     "-- gen: step autocommit\nINSERT INTO t VALUES (2);\n"
                     "CREATE UNIQUE INDEX CONCURRENTLY t_x ON t (x);\nINSERT INTO t VALUES (3);",
                     "");
    g_autoptr(ProgramRun) failed = program_expect(&project->setting, 5, "upgrade", NULL);
    server_expect(project->url, "SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass",
                  "f");
    server_execute(project->url, "DELETE FROM t WHERE ctid = (SELECT min(ctid) FROM t)");
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
    server_expect(project->url, "SELECT indisvalid FROM pg_index WHERE indrelid = 't'::regclass",
                  "t");
    server_expect(project->url, "SELECT string_agg(x::text, ',' ORDER BY x) FROM t", "1,2,3");

    project_revision(project, "r2", "r1",
                     "-- gen: step autocommit\nCREATE INDEX CONCURRENTLY ON t (x);", "");
    g_autoptr(ProgramRun) nameless = program_expect(&project->setting, 2, "upgrade", NULL);
    assert_non_null(strstr(nameless->err, "without a name"));
}

/* Another session holds the table: the step is tried again and fails, or gets it in the end. */
static void table_lock(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *psql = server_program("psql");

    server_execute(project->url, "CREATE TABLE t (x int)");
    scratch_write(project->dir, "gen.yml", "lock_timeout: 100ms\nlock_retries: 1\n");
    project_revision(project, "r1", "", "ALTER TABLE t ADD y int;", "");
    g_autoptr(GSubprocess) holder =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, psql, "-Xqd", project->url, "-c",
                         "BEGIN; LOCK TABLE t; SELECT 'held'; SELECT pg_sleep(6)", NULL);
    g_usleep(G_USEC_PER_SEC / 2);
    gint64 started = g_get_monotonic_time();
    g_autoptr(ProgramRun) failed = program_expect(&project->setting, 5, "upgrade", NULL);
    assert_true(g_get_monotonic_time() - started < 4 * G_USEC_PER_SEC);
    assert_non_null(strstr(failed->err, "lock timeout"));
    assert_non_null(strstr(failed->err, "attempt 1 failed"));
    project_expect_versions(project, "");
    scratch_write(project->dir, "gen.yml", "lock_timeout: 200ms\nlock_retries: 4\n");
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
    project_expect_versions(project, "r1");
    g_subprocess_wait(holder, NULL, NULL);
}

static void interrupted_by(int signal, int status)
{
    g_autoptr(Project) project = project_new();
    static const char *const upgrade[] = {"upgrade", NULL};

    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int); SELECT pg_sleep(60);", "");
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    server_await_statement(project->url, "pg_sleep");
    gint64 started = g_get_monotonic_time();
    g_subprocess_send_signal(process, signal);
    g_subprocess_wait(process, NULL, NULL);
    assert_true(g_get_monotonic_time() - started < 5 * G_USEC_PER_SEC);
    assert_int_equal(g_subprocess_get_exit_status(process), status);
    project_expect_versions(project, "r1");
    server_expect(project->url, "SELECT to_regclass('b') IS NULL", "t");
    server_expect(project->url,
                  "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                  " WHERE locktype = 'advisory' AND datname = current_database()",
                  "0");
}

static void signals(void **state)
{
    (void)state;
    interrupted_by(SIGINT, 130);
    interrupted_by(SIGTERM, 143);
    interrupted_by(SIGHUP, 129);
}

static void terminate(const Project *project, const char *config, const char *sign)
{
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autofree char *file = g_build_filename(project->dir, sign, NULL);

    scratch_write(project->dir, "gen.yml", config);
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    for (int i = 0; i < 200 && !g_file_test(file, G_FILE_TEST_EXISTS); i++)
        g_usleep(G_USEC_PER_SEC / 20);
    gint64 started = g_get_monotonic_time();
    g_subprocess_send_signal(process, SIGTERM);
    g_subprocess_wait(process, NULL, NULL);
    assert_true(g_get_monotonic_time() - started < 10 * G_USEC_PER_SEC);
    assert_int_equal(g_subprocess_get_exit_status(process), 143);
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "t");
}

/* A signal ends a hook with all that it has started; one that comes where no statement runs ends
 * the run all the same, and the hook that tells of it is left to do so. */
static void signals_around_hooks(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();

    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    terminate(project, "hooks:\n  before_upgrade: 'touch began; sleep 60; true'\n", "began");
    terminate(project,
              "hooks:\n  before_upgrade: 'trap \"\" TERM; touch again; sleep 1'\n"
              "  on_failure: 'sleep 0.3; touch told'\n",
              "again");
    g_autofree char *told = scratch_read(project->dir, "told");
}

/* A gen that is gone does not leave its statement running, nor its lock. */
static void killed_in_a_statement(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    static const char *const upgrade[] = {"upgrade", NULL};

    project_revision(project, "r1", "", "CREATE TABLE a (x int); SELECT pg_sleep(30);", "");
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    server_await_statement(project->url, "pg_sleep");
    g_subprocess_send_signal(process, SIGKILL);
    g_subprocess_wait(process, NULL, NULL);
    project->count = 0;
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
    project_expect_versions(project, "r1");
}

static void connection_lost(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autofree char *err = NULL;

    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int); SELECT pg_sleep(60);", "");
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    server_await_statement(project->url, "pg_sleep");
    server_execute(project->url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                 " WHERE query ~ 'pg_sleep' AND pid <> pg_backend_pid()");
    g_subprocess_communicate_utf8(process, NULL, NULL, NULL, &err, NULL);
    assert_int_not_equal(g_subprocess_get_exit_status(process), 0);
    assert_non_null(strstr(err, "1 of 2 revisions is done"));
    project_expect_versions(project, "r1");
}

/* A full disk, as a file system of a few pages; needs the right to mount one. */
static void disk_full(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) project = project_new();
    g_autofree char *folder = g_build_filename(project->dir, "migrations", NULL);
    g_autofree char *backups = g_build_filename(project->dir, "backups", NULL);
    g_autofree char *mount = g_strdup_printf("mount -t tmpfs -o size=16k tmpfs %s", folder);
    g_autofree char *unmount = g_strdup_printf("umount %s", folder);
    g_autofree char *mount2 = g_strdup_printf("mount -t tmpfs -o size=16k tmpfs %s", backups);
    g_autofree char *unmount2 = g_strdup_printf("umount %s", backups);

    g_mkdir(backups, 0700);
    if (geteuid() != 0 || system(mount) != 0)
        skip();
    g_autofree char *long_message = g_strnfill(100000, 'x');
    g_autoptr(ProgramRun) full =
        program_run(&project->setting, "revision", "-m", long_message, NULL);
    g_auto(GStrv) left = scratch_list(folder);
    int unmounted = system(unmount);
    assert_int_equal(unmounted, 0);
    assert_int_equal(full->status, 2);
    assert_non_null(strstr(full->err, "No space left on device"));
    assert_int_equal(g_strv_length(left), 0);

    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    server_execute(project->url, "CREATE TABLE big AS SELECT md5(g::text) FROM"
                                 " generate_series(1, 20000) AS g");
    assert_int_equal(system(mount2), 0);
    g_autoptr(ProgramRun) dump = program_run(&project->setting, "upgrade", "--backup", NULL);
    g_auto(GStrv) dumps = scratch_list(backups);
    assert_int_equal(system(unmount2), 0);
    assert_int_equal(dump->status, 4);
    assert_int_equal(g_strv_length(dumps), 0);
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "t");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_at_once),
        cmocka_unit_test(sessions_are_left_clean),
        cmocka_unit_test(failing_step),
        cmocka_unit_test(repairs),
        cmocka_unit_test(invalid_index),
        cmocka_unit_test(table_lock),
        cmocka_unit_test(signals),
        cmocka_unit_test(signals_around_hooks),
        cmocka_unit_test(killed_in_a_statement),
        cmocka_unit_test(connection_lost),
        cmocka_unit_test(disk_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
