/* Options of upgrade, downgrade, diff and merge, and --all of each command that takes it. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

static void expect_text(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not there: %s\n--- in\n%s", part, text);
}

/* Runs gen, and fails unless it ends with `status`, and `part` is in what it printed. */
#define EXPECT(project, status, part, ...)                                  \
    do {                                                                    \
        g_autoptr(ProgramRun) run_ =                                        \
            program_expect(&(project)->setting, status, __VA_ARGS__, NULL); \
        g_autofree char *both_ = g_strconcat(run_->out, run_->err, NULL);   \
        expect_text(both_, part);                                           \
    } while (0)

/* Runs SQL in a session that stays in its transaction until it is let go. */
static GSubprocess *hold(const Project *project, const char *sql)
{
    g_autofree char *psql = server_program("psql");
    g_autofree char *all = g_strdup_printf("BEGIN; %s; SELECT pg_sleep(60)", sql);
    GSubprocess *process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                         NULL, psql, "-Xqd", project->url, "-c", all, NULL);

    assert_non_null(process);
    server_await_statement(project->url, "pg_sleep");
    return process;
}

static void let_go(const Project *project, GSubprocess *process)
{
    g_free(server_query(project->url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                      " WHERE datname = current_database() AND query ~ 'LOCK TABLE'"
                                      " AND pid <> pg_backend_pid()"));
    g_subprocess_wait(process, NULL, NULL);
    g_object_unref(process);
}

#define SLOW "SELECT pg_sleep(0.5);"

static void statement_timeouts(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    project_revision(p, "r1", "", SLOW, SLOW);
    project_revision(p, "r2", "r1",
                     "-- gen: timeout statement=5s\n" SLOW
                     "\n-- gen: step\n-- gen: timeout statement=50ms\nSELECT pg_sleep(3);",
                     "");
    EXPECT(p, 5, "canceling statement due to statement timeout [statement 57014]", "upgrade",
           "--statement-timeout", "50ms");
    project_expect_versions(p, "");
    EXPECT(p, 0, "+ r1", "upgrade", "r1", "--statement-timeout", "0");
    /* What the step says goes before what the option says. */
    EXPECT(p, 5, "of r2, 1 of 2 steps are done", "upgrade", "--statement-timeout", "50ms");
    EXPECT(p, 5, "of r2, 1 of 2 steps are done", "upgrade", "--statement-timeout", "1min");
    EXPECT(p, 0, "repaired", "repair", "--finish", "--yes");
    EXPECT(p, 0, "- r2", "downgrade", "-1");
    EXPECT(p, 5, "statement timeout", "downgrade", "base", "--statement-timeout", "50ms");
    scratch_write(p->dir, "gen.yml", "statement_timeout: 50ms\n");
    EXPECT(p, 5, "statement timeout", "downgrade", "base");
    EXPECT(p, 0, "- r1", "downgrade", "base", "--statement-timeout", "1min");
    EXPECT(p, 2, "--statement-timeout: a duration is expected", "upgrade", "--statement-timeout",
           "1 fortnight");
}

static void lock_timeouts(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    server_execute(p->url, "CREATE TABLE t (x int)");
    scratch_write(p->dir, "gen.yml", "lock_timeout: 1h\nlock_retries: 0\n");
    project_revision(p, "r1", "", "ALTER TABLE t ADD y int;", "ALTER TABLE t ALTER y TYPE text;");
    GSubprocess *first = hold(p, "LOCK TABLE t");
    EXPECT(p, 5, "lock timeout [statement 55P03]", "upgrade", "--lock-timeout", "100ms");
    let_go(p, first);
    EXPECT(p, 0, "+ r1", "upgrade");
    GSubprocess *second = hold(p, "LOCK TABLE t");
    EXPECT(p, 5, "lock timeout [statement 55P03]", "downgrade", "base", "--lock-timeout", "100ms");
    let_go(p, second);
    EXPECT(p, 0, "- r1", "downgrade", "base", "--lock-timeout", "5s");
}

/* Another gen is at work: to wait for it, or not to. */
static void waiting_for_another(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    static const char *const slow[] = {"upgrade", NULL};
    project_revision(p, "r1", "", "CREATE TABLE t (x int);", "DROP TABLE t;");
    EXPECT(p, 0, "+ r1", "upgrade");
    project_revision(p, "r2", "r1", "-- gen: timeout lock=2min\nALTER TABLE t ADD y int;", "");
    GSubprocess *holder = hold(p, "LOCK TABLE t");
    g_autoptr(GSubprocess) other = program_start(&p->setting, slow);
    server_await_statement(p->url, "^ALTER TABLE");
    EXPECT(p, 6, "another gen", "downgrade", "base", "--lock-wait", "0", "--allow", "all");
    EXPECT(p, 6, "another gen", "upgrade", "--lock-wait", "0.2s");
    scratch_write(p->dir, "gen.yml", "lock_wait: 0\n");
    EXPECT(p, 6, "another gen", "upgrade");
    EXPECT(p, 6, "another gen", "stamp", "r1");
    EXPECT(p, 6, "another gen", "repair", "--yes");
    EXPECT(p, 6, "another gen", "db", "reset", "--yes");
    EXPECT(p, 0, "r1", "current"); /* looking needs no lock */
    let_go(p, holder);
    EXPECT(p, 0, "- r2", "downgrade", "-1", "--lock-wait", "60");
    g_subprocess_wait(other, NULL, NULL);
    assert_int_equal(g_subprocess_get_exit_status(other), 0);
    project_expect_versions(p, "r1");
}

static void backup_before_a_downgrade(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = project_new();
    project_revision(p, "r1", "", "CREATE TABLE t (x int);", "DROP TABLE t;");
    EXPECT(p, 0, "+ r1", "upgrade");
    EXPECT(p, 0, "backup: backups/", "downgrade", "base", "--backup", "--allow", "all");
    g_autofree char *folder = g_build_filename(p->dir, "backups", NULL);
    g_auto(GStrv) files = scratch_list(folder);
    assert_int_equal(g_strv_length(files), 1);
    g_autofree char *path = g_build_filename("backups", files[0], NULL);
    EXPECT(p, 0, "restored", "db", "restore", path, "--yes");
    project_expect_versions(p, "r1");
    server_expect(p->url, "SELECT to_regclass('t') IS NULL", "f");
}

static void fake_program(const Project *p, const char *path, const char *version)
{
    g_autofree char *full = g_build_filename(p->dir, path, NULL);
    g_autofree char *text = g_strdup_printf("#!/bin/sh\n[ \"$1\" = --version ] &&"
                                            " echo 'pg_dump (PostgreSQL) %s' && exit\n"
                                            "echo 'out of cheese' >&2; exit 1\n",
                                            version);
    scratch_write(p->dir, path, text);
    assert_int_equal(g_chmod(full, 0755), 0);
}

/* GEN_PG_BINDIR goes first, but for programs that are older than the server; one that fails
 * stops the upgrade before it begins. */
static void programs_of_the_server(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = project_new();
    static const char *const env[] = {"GEN_PG_BINDIR=bin", NULL};
    p->setting.env = env;
    project_revision(p, "r1", "", "CREATE TABLE t (x int);", "DROP TABLE t;");
    fake_program(p, "bin/pg_dump", "99.1");
    EXPECT(p, 4, "pg_dump failed", "db", "backup");
    EXPECT(p, 4, "note: out of cheese", "upgrade", "--backup");
    server_expect(p->url, "SELECT to_regclass('t') IS NULL", "t");
    fake_program(p, "bin/pg_dump", "9.6.24");
    EXPECT(p, 0, "backups/", "db", "backup");
}

static void exclusions(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    project_revision(p, "r1", "", "CREATE TABLE t (x int);", "DROP TABLE t;");
    EXPECT(p, 2, "--sql and --dry-run exclude each other", "upgrade", "--sql", "--dry-run");
    EXPECT(p, 2, "--sql and --backup exclude each other", "downgrade", "--sql", "r1:base",
           "--backup");
    EXPECT(p, 2, "--sql and --wait exclude each other", "upgrade", "--sql", "--wait", "1");
    EXPECT(p, 2, "excludes --sql and --dry-run", "upgrade", "--auto", "--dry-run");
    EXPECT(p, 2, "a number of seconds", "upgrade", "--wait", "-5");
    EXPECT(p, 2, "--dry-run and --apply exclude each other", "diff", "--dry-run", "--apply");
    EXPECT(p, 2, "a range goes with --sql: base:r1", "upgrade", "base:r1");
    EXPECT(p, 2, "a range goes with --sql: r1:base", "downgrade", "r1:base");
    EXPECT(p, 0, "CREATE TABLE t", "show", "base:heads");
    EXPECT(p, 2, "--jobs goes with --all", "upgrade", "--jobs", "2");
    EXPECT(p, 2, "--jobs is a number from 1", "upgrade", "--all", "--jobs", "-1");
    EXPECT(p, 2, "exclude each other", "repair", "--forget", "--finish");
    server_expect(p->url, "SELECT count(*) FROM pg_class WHERE relname ~ '^gen_'", "0");
}

#define USERS(more) "table: users\nfields:\n  id: { type: bigint, primary: true }\n" more

static void options_of_diff(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, "models/users.yml", USERS(""));
    scratch_write(p->dir, "wanted/users.yml", USERS("  name: { type: text, index: true }\n"));
    EXPECT(p, 0, "users", "diff", "-m", "first", "--rev-id", "r1", "--apply");
    EXPECT(p, 0, "CREATE INDEX CONCURRENTLY", "diff", "--to", "wanted", "--online", "--dry-run");
    EXPECT(p, 0, "- table users", "diff", "--from", "models", "--to", "empty", "--dry-run");
    EXPECT(p, 0, "r2", "diff", "--to", "wanted", "--rev-id", "r2", "--apply");
    EXPECT(p, 2, "revision r1 is not a head", "diff", "--head", "r1", "--rev-id", "r3");
    EXPECT(p, 0, "r3", "diff", "--head", "r1", "--splice", "--rev-id", "r3");
    EXPECT(p, 0, "r1 -> r3 (head)", "heads");
}

static void merge_with_a_label(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    project_revision(p, "a", "", "", "");
    project_revision(p, "b", "", "", "");
    EXPECT(p, 0, "_m_", "merge", "heads", "--rev-id", "m", "--branch-label", "whole");
    EXPECT(p, 0, "a, b -> m (whole) (head) (merge), merge a, b", "heads");
    EXPECT(p, 0, "+ m merge a, b", "upgrade", "whole@head");
}

/* Each on two databases, one of which is not there. */
static void all_databases(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = project_new();
    g_autofree char *missing = server_url("gen_test_nobody");
    g_autofree char *config =
        g_strdup_printf("databases:\n  here: '%s'\n  gone: '%s'\n", p->url, missing);
    scratch_write(p->dir, "gen.yml", config);
    scratch_write(p->dir, "models/.keep", "");
    project_revision(p, "r1", "", "SELECT 1;", "");
    p->setting.url = NULL;
    EXPECT(p, 4, "here: + r1", "upgrade", "--all", "--jobs", "2");
    EXPECT(p, 4, "here: r1 (head) (current)", "current", "--all");
    EXPECT(p, 4, "nothing is out of step", "check", "--all");
    EXPECT(p, 4, "here: pending    nothing", "status", "--all");
    EXPECT(p, 4, "1 revision files are valid", "validate", "--all");
    EXPECT(p, 4, "nothing is wrong", "repair", "--all");
    EXPECT(p, 1, "here: versions    ok", "doctor", "--all");
    EXPECT(p, 4, "answers", "wait", "--timeout", "0.1", "--all");
    EXPECT(p, 4, "here: backups/", "db", "backup", "--all");
    EXPECT(p, 4, "is stamped base", "stamp", "base", "--all");
    EXPECT(p, 4, "is stamped r1", "stamp", "r1", "--all");
    EXPECT(p, 4, "here: - r1", "downgrade", "base", "--all");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statement_timeouts),     cmocka_unit_test(lock_timeouts),
        cmocka_unit_test(waiting_for_another),    cmocka_unit_test(backup_before_a_downgrade),
        cmocka_unit_test(programs_of_the_server), cmocka_unit_test(exclusions),
        cmocka_unit_test(options_of_diff),        cmocka_unit_test(merge_with_a_label),
        cmocka_unit_test(all_databases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
