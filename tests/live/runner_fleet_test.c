#include <gio/gio.h>
#include <signal.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define DATABASES 50

/* Of fifty databases one has a table in the way, one does not exist and one is ahead; the others
 * are upgraded all the same. */
static void fifty_databases(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    g_autoptr(GString) config = g_string_new("databases:\n");
    g_autoptr(GPtrArray) urls = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < DATABASES; i++) {
        g_ptr_array_add(urls, i == 7 ? server_url("gen_test_nobody") : server_create_database());
        g_string_append_printf(config, "  db%02d: '%s'\n", i, (char *)urls->pdata[i]);
    }
    scratch_write(project->dir, "gen.yml", config->str);
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "DROP TABLE a;");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int);", "DROP TABLE b;");
    server_execute(urls->pdata[3], "CREATE TABLE b (y int)");
    server_execute(urls->pdata[20], "CREATE TABLE gen_version (version_num text PRIMARY KEY);"
                                    "INSERT INTO gen_version VALUES ('r9')");
    project->setting.url = NULL;

    g_autoptr(ProgramRun) run =
        program_expect(&project->setting, 5, "upgrade", "--all", "--jobs", "4", NULL);
    assert_non_null(strstr(run->err, "47 of 50 databases done; not done: db03, db07, db20"));
    assert_non_null(strstr(run->err, "db07: failed"));
    assert_non_null(strstr(run->out, "db00: + r2 revision r2"));
    for (int i = 0; i < DATABASES; i++)
        if (i != 7 && i != 20)
            server_expect(urls->pdata[i], "SELECT version_num FROM gen_version",
                          i == 3 ? "r1" : "r2");

    g_autoptr(ProgramRun) json =
        program_expect(&project->setting, 4, "current", "--all", "--json", NULL);
    assert_non_null(strstr(json->out, "\"name\" : \"db49\""));
    assert_non_null(strstr(json->out, "\"status\" : 4"));
}

static void usage(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    g_autoptr(ProgramRun) none = program_expect(&project->setting, 2, "upgrade", "--all", NULL);
    assert_non_null(strstr(none->err, "gen.yml has no databases"));
    g_autofree char *config =
        g_strdup_printf("databases:\n  one: '%s'\n  two: '%s'\n", project->url, project->url);
    scratch_write(project->dir, "gen.yml", config);
    g_autoptr(ProgramRun) both =
        program_expect(&project->setting, 2, "upgrade", "--all", "-d", "one", NULL);
    g_autoptr(ProgramRun) other = program_expect(&project->setting, 2, "heads", "--all", NULL);
    assert_non_null(strstr(other->err, "gen heads does not take --all"));
    project->setting.url = NULL;
    g_autoptr(ProgramRun) several = program_expect(&project->setting, 2, "current", NULL);
    assert_non_null(strstr(several->err, "name one with -d (one, two)"));
    g_autoptr(ProgramRun) chosen =
        program_expect(&project->setting, 0, "current", "-d", "two", NULL);
}

/* A signal ends all of them in good order. */
static void interrupted(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    g_autofree char *second = server_create_database();
    g_autofree char *config =
        g_strdup_printf("databases:\n  one: '%s'\n  two: '%s'\n", project->url, second);
    static const char *const upgrade[] = {"upgrade", "--all", NULL};
    scratch_write(project->dir, "gen.yml", config);
    project_revision(project, "r1", "", "CREATE TABLE a (x int); SELECT pg_sleep(60);", "");
    project->setting.url = NULL;
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    server_await_statement(project->url, "pg_sleep");
    server_await_statement(second, "pg_sleep");
    gint64 started = g_get_monotonic_time();
    g_subprocess_send_signal(process, SIGTERM);
    g_subprocess_wait(process, NULL, NULL);
    assert_true(g_get_monotonic_time() - started < 10 * G_USEC_PER_SEC);
    assert_int_equal(g_subprocess_get_exit_status(process), 143);
    server_expect(second, "SELECT to_regclass('a') IS NULL", "t");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fifty_databases),
        cmocka_unit_test(usage),
        cmocka_unit_test(interrupted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
