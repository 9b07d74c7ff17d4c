/* Types that a database has and models do not declare: gen diff says where they stand. */
#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#include <string.h>

static Project *with_types(void)
{
    Project *project = project_new();
    scratch_write(project->dir, "gen.yml",
                  "models: models\nmigrations: migrations\nschemas: [public]\n");
    server_execute(project->url,
                   "CREATE SCHEMA other; CREATE TYPE other.mood AS ENUM ('a');"
                   "CREATE TYPE pair;"
                   "CREATE FUNCTION pair_in(cstring) RETURNS pair IMMUTABLE STRICT "
                   "LANGUAGE internal AS 'point_in';"
                   "CREATE FUNCTION pair_out(pair) RETURNS cstring IMMUTABLE STRICT "
                   "LANGUAGE internal AS 'point_out';"
                   "CREATE TYPE pair (INPUT = pair_in, OUTPUT = pair_out, INTERNALLENGTH = 16,"
                   " ELEMENT = float8, ALIGNMENT = double)");
    return project;
}

static void expect_message(const Project *project, const char *model, const char *wanted)
{
    scratch_write(project->dir, "models/t.yml", model);
    g_autoptr(ProgramRun) run = program_expect(&project->setting, 5, "diff", "-m", "x", NULL);
    if (!strstr(run->err, wanted))
        fail_msg("expected <%s>, got <%s>", wanted, run->err);
    scratch_write(project->dir, "models/t.yml", "");
}

static void of_a_new_column(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_types();
    expect_message(p, "table: t\nfields:\n  a: { type: other.mood }\n",
                   "models/t.yml:3:3: error: column t.a has the type other.mood, which the models "
                   "do not declare");
    expect_message(p, "table: t\nfields:\n  a: { type: public.pair }\n",
                   "models/t.yml:3:3: error: column t.a has the type public.pair, which the models "
                   "do not declare");
    expect_message(
        p, "composite: c\nattributes: [ { name: a, type: other.gone } ]\n",
        "models/t.yml:1:12: error: composite c has the type other.gone, which the models "
        "do not declare");
}

static void of_a_column_that_is_there(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_types();
    server_execute(p->url, "CREATE TABLE t (a pair, b other.mood[])");
    expect_message(
        p,
        "table: t\nfields:\n  a: { type: public.pair }\n"
        "  b: { type: \"other.mood[]\" }\n  c: { type: integer }\n",
        "models/t.yml:4:3: error: column t.b has the type other.mood[], which the models "
        "do not declare");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_new_column),
        cmocka_unit_test(of_a_column_that_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
