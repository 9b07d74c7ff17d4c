#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/golden.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

/* A server of its own, since it is going to crash. Returns the URL of its database postgres. */
static char *private_server(const char *dir)
{
    g_autofree char *script = golden_path("support/pg.sh");
    g_autoptr(GError) error = NULL;
    g_autofree char *out = NULL;
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, script, "start", dir, NULL);

    if (process == NULL || !g_subprocess_communicate_utf8(process, NULL, NULL, &out, NULL, &error))
        fail_msg("%s", error->message);
    g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
    return g_strdup_printf("postgresql:///postgres?host=%s&port=5432&user=postgres",
                           lines[0] + strlen("PGHOST="));
}

static void wait_for(const char *url, const char *sql)
{
    for (int i = 0; i < 200; i++) {
        g_autofree char *answer = server_query(url, sql);
        if (strcmp(answer, "t") == 0)
            return;
        g_usleep(G_USEC_PER_SEC / 20);
    }
    fail_msg("never came true: %s", sql);
}

#define SLEEPING                                                         \
    "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE state = 'active'" \
    " AND query ~ '^SELECT pg_sleep' AND pid <> pg_backend_pid())"

/* The server goes down as with `pg_ctl stop -m immediate`, and comes back: a backend that dies by
 * SIGKILL makes the postmaster end all of them at once and start over. */
static void server_goes_down(void **state)
{
    (void)state;
    g_autofree char *dir = scratch_dir();
    g_autofree char *url = private_server(dir);
    g_autoptr(Project) project = project_new();
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autofree char *err = NULL;

    project->setting.url = url;
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1",
                     "CREATE TABLE b (x int);\n-- gen: step autocommit\n"
                     "CREATE INDEX CONCURRENTLY b_x ON b (x);\nSELECT pg_sleep(1000);\n"
                     "INSERT INTO b VALUES (1);\n-- gen: step\nCREATE TABLE c (x int);",
                     "");
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);
    wait_for(url, SLEEPING);
    g_autofree char *pid =
        server_query(url, "SELECT pid FROM pg_stat_activity WHERE"
                          " query ~ '^SELECT pg_sleep' AND pid <> pg_backend_pid()");
    assert_int_equal(kill(atoi(pid), SIGKILL), 0);
    g_subprocess_communicate_utf8(process, NULL, NULL, NULL, &err, NULL);
    assert_int_equal(g_subprocess_get_exit_status(process), 4);
    assert_non_null(strstr(err, "1 of 2 revisions is done"));

    project->count = 1;
    project_revision(project, "r2", "r1",
                     "CREATE TABLE b (x int);\n-- gen: step autocommit\n"
                     "CREATE INDEX CONCURRENTLY b_x ON b (x);\nSELECT 1;\n"
                     "INSERT INTO b VALUES (1);\n-- gen: step\nCREATE TABLE c (x int);",
                     "");
    g_autoptr(ProgramRun) run =
        program_expect(&project->setting, 0, "upgrade", "--wait", "30", NULL);
    server_expect(url, "SELECT version_num FROM gen_version", "r2");
    server_expect(url, "SELECT count(*) FROM b", "1");
    server_expect(url, "SELECT to_regclass('c') IS NULL, to_regclass('b_x') IS NULL", "f|f");
    project->setting.url = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(server_goes_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
