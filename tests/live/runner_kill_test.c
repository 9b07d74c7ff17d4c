#include <gio/gio.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/server.h"

#define MIXED_STEPS 20
#define KILL_POINTS 54

/* Steps of every sort: rows, tables, indexes built and dropped concurrently, enum values, VACUUM;
 * each leaves a trace that would show if it had run twice or not at all. */
static char *mixed_upgrade(void)
{
    GString *sql = g_string_new("CREATE TABLE t (id int, step int);\n"
                                "CREATE TYPE mood AS ENUM ('ok');\n"
                                "INSERT INTO t SELECT g, 0 FROM generate_series(1, 1000) AS g;\n");

    for (int step = 2; step <= MIXED_STEPS; step++) {
        bool autocommit = step % 3 == 0;

        g_string_append_printf(sql, "\n-- gen: step%s\n", autocommit ? " autocommit" : "");
        if (autocommit)
            g_string_append_printf(sql,
                                   "CREATE INDEX CONCURRENTLY t_%d ON t (id, step);\n"
                                   "INSERT INTO t VALUES (-%d, %d);\n"
                                   "ALTER TYPE mood ADD VALUE 'm%d';\n"
                                   "CREATE INDEX CONCURRENTLY gone_%d ON t (id);\n"
                                   "DROP INDEX CONCURRENTLY gone_%d;\n"
                                   "VACUUM t;\n",
                                   step, step, step, step, step, step);
        else
            g_string_append_printf(sql,
                                   "INSERT INTO t VALUES (-%d, %d);\n"
                                   "SELECT pg_sleep(0.01);\n"
                                   "CREATE TABLE t_step_%d AS SELECT * FROM t;\n",
                                   step, step, step);
    }
    return g_string_free(sql, FALSE);
}

static Project *mixed_project(void)
{
    Project *project = project_new();
    g_autofree char *sql = mixed_upgrade();

    project_revision(project, "first", "", "CREATE TABLE before (x int);", "DROP TABLE before;");
    project_revision(project, "mixed", "first", sql, "");
    project_revision(project, "last", "mixed", "CREATE TABLE after (x int);", "DROP TABLE after;");
    return project;
}

/* All that the revisions leave behind, as one text. */
#define STATE_SQL                                                                             \
    "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("                                    \
    " SELECT format('%s %s', relname, relkind) AS line FROM pg_class"                         \
    " WHERE relnamespace = 'public'::regnamespace AND relname !~ '^gen_'"                     \
    " UNION ALL SELECT format('index %s %s', indexrelid::regclass, indisvalid) FROM pg_index" \
    " WHERE indrelid = 't'::regclass"                                                         \
    " UNION ALL SELECT 'row ' || step || ' ' || count(*) FROM t GROUP BY step"                \
    " UNION ALL SELECT 'label ' || enumlabel FROM pg_enum"                                    \
    " UNION ALL SELECT 'version ' || version_num FROM gen_version"                            \
    " UNION ALL SELECT 'log ' || revision || step || '/' || steps || ' ' || count(*)"         \
    " FROM gen_history WHERE finished_at IS NOT NULL AND error IS NULL"                       \
    " GROUP BY revision, step, steps) AS all_lines"

static char *undisturbed_state(gint64 *ret_microseconds)
{
    g_autoptr(Project) project = mixed_project();
    gint64 started = g_get_monotonic_time();
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);

    *ret_microseconds = g_get_monotonic_time() - started;
    return server_query(project->url, STATE_SQL);
}

static void kill_after(const Project *project, gulong microseconds)
{
    static const char *const upgrade[] = {"-q", "upgrade", NULL};
    g_autoptr(GSubprocess) process = program_start(&project->setting, upgrade);

    g_usleep(microseconds);
    g_subprocess_send_signal(process, SIGKILL);
    g_subprocess_wait(process, NULL, NULL);
}

/* Killed at many moments, spread over the whole run; then a plain upgrade gets to the same end. */
static void killed_anywhere(void **state)
{
    (void)state;
    gint64 whole;
    g_autofree char *expected = undisturbed_state(&whole);

    g_autoptr(Project) project = mixed_project();

    for (int i = 0; i < KILL_POINTS; i++) {
        server_empty_database(project->url);
        /* Two kills on the way, the second one after a resumption. */
        kill_after(project, (gulong)(whole * (i + 1) / (KILL_POINTS + 1)));
        if (i % 2)
            kill_after(project, (gulong)(whole * (i % 7 + 1) / 10));
        g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
        g_autofree char *got = server_query(project->url, STATE_SQL);
        if (strcmp(got, expected) != 0)
            fail_msg("kill point %d: expected\n%s\n--- got\n%s", i, expected, got);
    }
}

/* Stopped at every step boundary, by books that cannot be written. */
static void stopped_at_every_step(void **state)
{
    (void)state;
    gint64 whole;
    g_autofree char *expected = undisturbed_state(&whole);
    g_autoptr(Project) project = mixed_project();
    for (int step = 1; step <= MIXED_STEPS; step++) {
        g_autofree char *trap = g_strdup_printf(
            "ALTER TABLE gen_history ADD CONSTRAINT trap CHECK (revision <> 'mixed' OR step < %d"
            " OR finished_at IS NULL OR error IS NOT NULL) NOT VALID",
            step);
        if (step == 1) {
            g_autoptr(ProgramRun) first =
                program_expect(&project->setting, 0, "upgrade", "first", NULL);
        }
        server_execute(project->url, trap);
        g_autoptr(ProgramRun) run = program_expect(&project->setting, 5, "upgrade", NULL);
        assert_non_null(strstr(run->err, "violates check constraint"));
        server_execute(project->url, "ALTER TABLE gen_history DROP CONSTRAINT trap");
        g_autofree char *done =
            server_query(project->url, "SELECT count(*) FROM gen_history WHERE revision = 'mixed'"
                                       " AND finished_at IS NOT NULL AND error IS NULL");
        assert_int_equal(atoi(done), step - 1);
    }
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 0, "upgrade", NULL);
    g_autofree char *got = server_query(project->url, STATE_SQL);
    assert_string_equal(got, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(killed_anywhere),
        cmocka_unit_test(stopped_at_every_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
