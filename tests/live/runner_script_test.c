#include <gio/gio.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

static Project *branched(void)
{
    Project *project = project_new();
    project_revision(project, "a1", "", "CREATE TABLE a (x int);\n-- it's a comment\nSELECT 1;",
                     "DROP TABLE a;");
    project_revision(project, "b1", "a1",
                     "-- gen: step autocommit\nCREATE INDEX CONCURRENTLY a_x ON a (x);\n"
                     "INSERT INTO a VALUES (1);\n-- gen: step\n-- gen: timeout lock=1s\n"
                     "INSERT INTO a VALUES (2); -- two",
                     "-- gen: step autocommit\nDROP INDEX CONCURRENTLY a_x;\n-- gen: step\n"
                     "DELETE FROM a WHERE x < 3;");
    project_revision(project, "c1", "a1", "SET search_path = pg_catalog;", "SELECT 1;");
    project_revision(project, "m1", "b1, c1", "CREATE VIEW v AS SELECT ';' AS x;", "DROP VIEW v;");
    return project;
}

/* Runs a script through psql as a user would; returns psql's exit status. */
static int psql(const Project *project, const char *script)
{
    g_autofree char *program = server_program("psql");
    g_autofree char *file = g_build_filename(project->dir, "script.sql", NULL);
    g_autoptr(GError) error = NULL;
    scratch_write(project->dir, "script.sql", script);
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                         &error, program, "-Xq", "-d", project->url, "-f", file, NULL);
    assert_non_null(process);
    g_subprocess_wait(process, NULL, NULL);
    return g_subprocess_get_exit_status(process);
}

/* Everything, gen's tables included, but for the times. */
#define STATE_SQL                                                                        \
    "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("                               \
    " SELECT format('%s %s', relname, relkind) AS line FROM pg_class"                    \
    " WHERE relnamespace = 'public'::regnamespace"                                       \
    " UNION ALL SELECT 'version ' || version_num FROM gen_version"                       \
    " UNION ALL SELECT format('%s %s %s/%s %s %s %s', revision, direction, step, steps," \
    " statements, checksum, finished_at IS NOT NULL) FROM gen_history) AS all_lines"

static void expect_same_end(const Project *online, const Project *scripted)
{
    g_autofree char *expected = server_query(online->url, STATE_SQL);
    g_autofree char *got = server_query(scripted->url, STATE_SQL);
    assert_string_equal(got, expected);
}

static void same_end_state(void **state)
{
    (void)state;
    g_autoptr(Project) online = branched();
    g_autoptr(Project) scripted = branched();
    g_autoptr(ProgramRun) up = program_expect(&online->setting, 0, "upgrade", NULL);
    g_autoptr(ProgramRun) up_script =
        program_expect(&scripted->setting, 0, "upgrade", "--sql", NULL);
    assert_int_equal(psql(scripted, up_script->out), 0);
    expect_same_end(online, scripted);
    server_expect(scripted->url, "SELECT string_agg(x::text, ',' ORDER BY x) FROM a", "1,2");

    /* It is for a database at the base, and this one is not there any more. */
    assert_int_equal(psql(scripted, up_script->out), 3);
    expect_same_end(online, scripted);

    g_autoptr(ProgramRun) down =
        program_expect(&online->setting, 0, "downgrade", "a1", "--allow", "all", NULL);
    g_autoptr(ProgramRun) down_script =
        program_expect(&scripted->setting, 0, "downgrade", "--sql", "m1:a1", NULL);
    assert_int_equal(psql(scripted, down_script->out), 0);
    expect_same_end(online, scripted);
}

/* FROM:TO asks no database. */
static void offline(void **state)
{
    (void)state;
    g_autoptr(Project) project = branched();
    g_autofree char *url = g_strdup(project->url);
    project->setting.url = "postgresql://localhost:1/none";
    g_autoptr(ProgramRun) all = program_expect(&project->setting, 0, "upgrade", "--sql", ":", NULL);
    g_autoptr(ProgramRun) part =
        program_expect(&project->setting, 0, "upgrade", "--sql", "a1:b1", NULL);
    assert_null(strstr(part->out, "CREATE TABLE a "));
    assert_non_null(strstr(part->out, "CREATE INDEX CONCURRENTLY a_x"));
    g_autoptr(ProgramRun) lacking =
        program_expect(&project->setting, 2, "downgrade", "--sql", ":a1", NULL);
    g_autoptr(ProgramRun) relative =
        program_expect(&project->setting, 2, "upgrade", "--sql", "-1:m1", NULL);
    project->setting.url = url;
    assert_int_equal(psql(project, part->out), 3);
    assert_int_equal(psql(project, all->out), 0);
    project_expect_versions(project, "m1");
}

/* While a gen is at work, a script does not begin. */
static void lock_is_respected(void **state)
{
    (void)state;
    g_autoptr(Project) project = branched();
    g_autoptr(ProgramRun) script = program_expect(&project->setting, 0, "upgrade", "--sql", NULL);
    project_revision(project, "slow", "m1", "SELECT pg_sleep(4);", "");
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    server_await_statement(project->url, "pg_sleep");
    assert_int_equal(psql(project, script->out), 3);
    g_subprocess_wait(process, NULL, NULL);
    assert_int_equal(g_subprocess_get_exit_status(process), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_end_state),
        cmocka_unit_test(offline),
        cmocka_unit_test(lock_is_respected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
