#include <string.h>

#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define TABLES                                                        \
    "CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);" \
    "CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint REFERENCES users (id))"

/* Takes a database over with `gen init`; returns the text of the baseline. */
static char *take_over(Project *project)
{
    g_autoptr(ProgramRun) init = program_expect(&project->setting, 0, "init", NULL);
    g_autofree char *folder = g_build_filename(project->dir, "migrations", NULL);
    g_auto(GStrv) files = scratch_list(folder);
    char *text = NULL;
    for (char **file = files; *file; file++)
        if (g_str_has_suffix(*file, ".sql"))
            text = scratch_read(folder, *file);
    assert_non_null(text);
    g_autoptr(ProgramRun) check =
        program_expect(&project->setting, 0, "check", "--from", "database", "--to", "models", NULL);
    g_autoptr(ProgramRun) upgrade = program_expect(&project->setting, 0, "upgrade", NULL);
    assert_non_null(strstr(upgrade->err, "nothing to do"));
    return text;
}

/* The baseline builds the same in an empty database. */
static void build_anew(const Project *project)
{
    Project other = *project;
    g_autofree char *url = server_create_database();
    other.setting.url = url;
    g_autoptr(ProgramRun) upgrade = program_expect(&other.setting, 0, "upgrade", NULL);
    g_autoptr(ProgramRun) check =
        program_expect(&other.setting, 0, "check", "--from", "database", "--to", "models", NULL);
}

static void without_alembic(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    server_execute(project->url, TABLES);
    g_autofree char *baseline = take_over(project);
    assert_non_null(strstr(baseline, "-- baseline\n"));
    build_anew(project);
}

static void with_alembic(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    server_execute(project->url, TABLES);
    server_execute(project->url, "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                                 " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));"
                                 "INSERT INTO alembic_version VALUES ('27c6a30d7c24'),"
                                 " ('ae1027a6acf0')");
    g_autofree char *baseline = take_over(project);
    assert_non_null(strstr(baseline, "-- taken over from Alembic at 27c6a30d7c24, ae1027a6acf0\n"));
    assert_null(strstr(baseline, "alembic_version"));
    server_expect(project->url, "TABLE alembic_version", "27c6a30d7c24\nae1027a6acf0");
    build_anew(project);
}

/* Alembic's own table as gen's. */
static void the_same_table(void **state)
{
    (void)state;
    g_autoptr(Project) project = project_new();
    server_execute(project->url, "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                                 " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));"
                                 "INSERT INTO alembic_version VALUES ('r1')");
    scratch_write(project->dir, "gen.yml", "version_table: alembic_version\n");
    project_revision(project, "r1", "", "CREATE TABLE a (x int);", "DROP TABLE a;");
    project_revision(project, "r2", "r1", "CREATE TABLE b (x int);", "DROP TABLE b;");
    g_autoptr(ProgramRun) upgrade = program_expect(&project->setting, 0, "upgrade", NULL);
    server_expect(project->url, "TABLE alembic_version", "r2");
    server_expect(project->url, "SELECT to_regclass('a') IS NULL", "t");
    server_expect(project->url, "SELECT revision FROM alembic_version_history", "r2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_alembic),
        cmocka_unit_test(with_alembic),
        cmocka_unit_test(the_same_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
