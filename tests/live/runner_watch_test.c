#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define MODEL(fields) "table: users\nfields:\n  id: { type: bigint, primary: true }\n" fields

#define COLUMNS                                                                       \
    "SELECT coalesce(string_agg(attname, ',' ORDER BY attnum), '') FROM pg_attribute" \
    " WHERE attrelid = to_regclass('users') AND attnum > 0 AND NOT attisdropped"

/* Saves are applied as they come; one that is broken is reported and does no harm. */
static void saves_are_applied(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    static const char *const watch[] = {"watch", "--apply", "--settle", "100", NULL};
    g_autofree char *out = NULL;
    g_autofree char *err = NULL;
    scratch_write(project->dir, "gen.yml", "migrations: migrations\n");
    scratch_write(project->dir, "models/users.yml", MODEL(""));
    g_autoptr(GSubprocess) process = program_start(&project->setting, watch);
    server_await(project->url, COLUMNS, "id");
    scratch_write(project->dir, "models/users.yml", MODEL("  name: { type: text }\n"));
    server_await(project->url, COLUMNS, "id,name");
    scratch_write(project->dir, "models/users.yml", MODEL("  name: { type: text\n"));
    g_usleep(G_USEC_PER_SEC);
    scratch_write(project->dir, "models/sub/posts.yml",
                  "table: posts\nfields:\n  id: { type: bigint, primary: true }\n");
    scratch_write(project->dir, "models/users.yml",
                  MODEL("  name: { type: text }\n  age: { type: integer }\n"));
    server_await(project->url, COLUMNS, "id,name,age");
    server_await(project->url, "SELECT to_regclass('posts') IS NOT NULL", "t");
    g_subprocess_send_signal(process, SIGTERM);
    g_subprocess_communicate_utf8(process, NULL, NULL, &out, &err, NULL);
    assert_int_equal(g_subprocess_get_exit_status(process), 0);
    assert_non_null(strstr(err, "users.yml:"));
}

/* Without --apply each save shows the difference, and nothing is written. */
static void saves_are_shown(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    static const char *const watch[] = {"watch", "--settle=50", NULL};
    g_autofree char *folder = g_build_filename(project->dir, "migrations", NULL);
    int terminal;
    scratch_write(project->dir, "models/users.yml", MODEL(""));
    GSubprocess *process = program_start_on_terminal(&project->setting, watch, &terminal);
    g_autofree char *first = program_read_terminal(terminal, "DROP TABLE public.users;");
    assert_non_null(strstr(first, "CREATE TABLE public.users"));
    assert_null(strstr(first, "age"));
    scratch_write(project->dir, "models/users.yml", MODEL("  age: { type: integer }\n"));
    g_free(program_read_terminal(terminal, "age integer"));
    assert_int_equal(write(terminal, "\x03", 1), 1);
    g_free(program_read_terminal(terminal, NULL));
    g_subprocess_wait(process, NULL, NULL);
    assert_int_equal(g_subprocess_get_exit_status(process), 0);
    g_auto(GStrv) files = scratch_list(folder);
    assert_string_equal(files[0], ".keep");
    assert_null(files[1]);
    close(terminal);
    g_object_unref(process);
}

static void nothing_to_watch(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    g_autoptr(ProgramRun) run =
        program_expect(&project->setting, 2, "--models", "nowhere", "watch", NULL);
    assert_non_null(strstr(run->err, "the models folder cannot be watched"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saves_are_applied),
        cmocka_unit_test(saves_are_shown),
        cmocka_unit_test(nothing_to_watch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
