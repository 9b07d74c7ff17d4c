/* What a person at a terminal sees and types. */
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

typedef struct {
    GSubprocess *process;
    int terminal;
} Session;

static Session open_session(const Project *project, const char *const *args)
{
    Session session;

    session.process = program_start_on_terminal(&project->setting, args, &session.terminal);
    return session;
}

static void type(const Session *session, const char *keys)
{
    assert_int_equal(write(session->terminal, keys, strlen(keys)), strlen(keys));
}

/* Reads to the end; fails on another exit status. The caller frees the text. */
static char *close_session(Session *session, int status)
{
    char *text = program_read_terminal(session->terminal, NULL);

    g_subprocess_wait(session->process, NULL, NULL);
    close(session->terminal);
    if (g_subprocess_get_exit_status(session->process) != status)
        fail_msg("exit status %d, expected %d\n%s", g_subprocess_get_exit_status(session->process),
                 status, text);
    g_clear_object(&session->process);
    return text;
}

static void expect_match(const char *text, const char *pattern)
{
    if (!g_regex_match_simple(pattern, text, 0, 0))
        fail_msg("no match of %s\n--- in\n%s", pattern, text);
}

/* Two rows to a page, so that the scan of an index build goes on from page to page. */
#define SLOW_TABLE                                                                 \
    "CREATE FUNCTION slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS"          \
    " 'BEGIN PERFORM pg_sleep(0.15); RETURN $1; END';"                             \
    "CREATE TABLE t (x int, pad text); ALTER TABLE t ALTER pad SET STORAGE PLAIN;" \
    "INSERT INTO t SELECT g, repeat('x', 3000) FROM generate_series(1, 20) AS g"

/* What runs, for how long, and how far PostgreSQL says an index build is. */
static void progress(void **state)
{
    (void)state;
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autoptr(Project) project = project_new();
    server_execute(project->url, SLOW_TABLE);
    project_revision(project, "r1", "", "SELECT 1;", "");
    project_revision(project, "r2", "r1",
                     "CREATE TABLE a (x int);\n-- gen: step\nCREATE INDEX t_x ON t\n (slow(x));",
                     "");
    Session session = open_session(project, upgrade);
    g_autofree char *text = close_session(&session, 0);
    expect_match(text, "\\+ r1 revision r1  \\(0\\.\\d{3} s\\)");
    expect_match(text, "\\r\\x1b\\[K\\[2/2\\] r2 step 2/2: CREATE INDEX t_x ON t  [12] s "
                       "\\(building index: scanning table, [1-9]0 %\\)");
    /* The line is gone before what stays is printed. */
    expect_match(text, "\\r\\x1b\\[K\\+ r2 revision r2  \\([2-9]\\.\\d{3} s\\)");
}

static void progress_of_a_wait(void **state)
{
    (void)state;
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autoptr(Project) project = project_new();
    g_autofree char *psql = server_program("psql");
    server_execute(project->url, "CREATE TABLE t (x int)");
    project_revision(project, "r1", "", "ALTER TABLE t ADD y int;", "");
    g_autoptr(GSubprocess) holder =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, psql, "-Xqd", project->url, "-c",
                         "BEGIN; LOCK TABLE t; SELECT pg_sleep(4)", NULL);
    server_await_statement(project->url, "LOCK TABLE t");
    Session session = open_session(project, upgrade);
    g_autofree char *text = close_session(&session, 0);
    expect_match(text,
                 "\\[1/1\\] r1: ALTER TABLE t ADD y int  \\d s \\(waits for Lock relation\\)");
    g_subprocess_wait(holder, NULL, NULL);
}

static void quiet_shows_no_line(void **state)
{
    (void)state;
    static const char *const upgrade[] = {"-q", "upgrade", NULL};
    g_autoptr(Project) project = project_new();
    project_revision(project, "r1", "", "SELECT pg_sleep(1.5);", "");
    Session session = open_session(project, upgrade);
    g_autofree char *text = close_session(&session, 0);
    assert_string_equal(text, "");
}

/* Ctrl-C cancels the statement; what was done stays, the rest is rolled back and told. */
static void interrupt_key(void **state)
{
    (void)state;
    static const char *const upgrade[] = {"upgrade", NULL};
    g_autoptr(Project) project = project_new();
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int); SELECT pg_sleep(60);", "");
    Session session = open_session(project, upgrade);
    server_await_statement(project->url, "pg_sleep");
    type(&session, "\x03");
    g_autofree char *text = close_session(&session, 130);
    expect_match(text, "canceling statement due to user request");
    expect_match(text, "1 of 2 revisions is done; the database is at r1");
    project_expect_versions(project, "r1");
    server_expect(project->url, "SELECT to_regclass('b') IS NULL", "t");
}

/* The key reaches gen and its children alike; each is told once, and ends in good order. */
static void interrupt_key_in_a_fleet(void **state)
{
    (void)state;
    static const char *const upgrade[] = {"upgrade", "--all", NULL};
    g_autoptr(Project) project = project_new();
    g_autofree char *second = server_create_database();
    g_autofree char *config =
        g_strdup_printf("databases:\n  one: '%s'\n  two: '%s'\n", project->url, second);
    scratch_write(project->dir, "gen.yml", config);
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "");
    project_revision(project, "r2", "r1", "SELECT pg_sleep(60);", "");
    project->setting.url = NULL;
    Session session = open_session(project, upgrade);
    server_await_statement(project->url, "pg_sleep");
    server_await_statement(second, "pg_sleep");
    type(&session, "\x03");
    g_autofree char *text = close_session(&session, 130);
    expect_match(text, "one: failed[^\\n]*\\n(?s:.*)1 of 2 revisions is done");
    expect_match(text, "two: failed[^\\n]*\\n(?s:.*)1 of 2 revisions is done");
    expect_match(text, "0 of 2 databases done; not done: one, two");
    server_expect(second, "SELECT count(*) FROM gen_history WHERE error = 'interrupted'", "1");
}

/* What cannot be undone is asked about. */
static void questions(void **state)
{
    (void)state;
    static const char *const reset[] = {"db", "reset", NULL};
    g_autoptr(Project) project = project_new();
    server_execute(project->url, "CREATE TABLE a (x int)");
    Session no = open_session(project, reset);
    g_free(program_read_terminal(no.terminal, "[y/N] "));
    type(&no, "n\n");
    g_autofree char *refused = close_session(&no, 2);
    expect_match(refused, "nothing was done");
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "f");
    Session yes = open_session(project, reset);
    g_autofree char *question = program_read_terminal(yes.terminal, "[y/N] ");
    expect_match(question, "drop everything in ");
    type(&yes, "y\n");
    g_autofree char *done = close_session(&yes, 0);
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "t");
}

/* A drop and an add: asked, it is a rename. */
static void a_rename_is_asked(void **state)
{
    (void)state;
    static const char *const diff[] = {"diff", "--interactive", "-m", "rename", NULL};
    static const char first[] = "table: users\nfields:\n  id: { type: bigint, primary: true }\n"
                                "  mail: { type: text }\n";
    static const char second[] = "table: users\nfields:\n  id: { type: bigint, primary: true }\n"
                                 "  email: { type: text }\n";
    g_autoptr(Project) project = project_new();
    scratch_write(project->dir, "models/users.yml", first);
    g_autoptr(ProgramRun) made =
        program_expect(&project->setting, 0, "diff", "-m", "first", "--apply", NULL);
    scratch_write(project->dir, "models/users.yml", second);
    Session session = open_session(project, diff);
    g_autofree char *question = program_read_terminal(session.terminal, "[y/N] ");
    expect_match(question, "Was column users.mail renamed to users.email\\?");
    type(&session, "y\n");
    g_autofree char *text = close_session(&session, 0);
    expect_match(text, "users.mail (→|->|renamed)");
    g_autoptr(ProgramRun) shown = program_expect(&project->setting, 0, "show", NULL);
    expect_match(shown->out, "RENAME COLUMN mail TO email");
}

static void colours(void **state)
{
    (void)state;
    static const char *const plain[] = {"upgrade", "nothing", NULL};
    static const char *const never[] = {"--color", "never", "upgrade", "nothing", NULL};
    static const char *const always[] = {"--color=always", "upgrade", "nothing", NULL};
    static const char *const no_color[] = {"NO_COLOR=1", NULL};
    g_autoptr(Project) project = project_new();
    Session coloured = open_session(project, plain);
    g_autofree char *first = close_session(&coloured, 2);
    expect_match(first, "\\x1b\\[[0-9;]*m");
    Session bare = open_session(project, never);
    g_autofree char *second = close_session(&bare, 2);
    assert_null(strchr(second, '\x1b'));
    project->setting.env = no_color;
    Session obedient = open_session(project, plain);
    g_autofree char *third = close_session(&obedient, 2);
    assert_null(strchr(third, '\x1b'));
    g_autoptr(ProgramRun) piped = program_runv(&project->setting, always);
    expect_match(piped->err, "\\x1b\\[[0-9;]*m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(progress),
        cmocka_unit_test(progress_of_a_wait),
        cmocka_unit_test(quiet_shows_no_line),
        cmocka_unit_test(interrupt_key),
        cmocka_unit_test(interrupt_key_in_a_fleet),
        cmocka_unit_test(questions),
        cmocka_unit_test(a_rename_is_asked),
        cmocka_unit_test(colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
