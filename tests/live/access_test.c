/* Grants that no model states. */
#include <glib.h>

#include "tests/support/check.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define MODELS                      \
    "table: t\nfields: { a: %s }\n" \
    "---\nview: v\n"                \
    "definition: SELECT a FROM public.t\n"

#define GRANTS                                                                         \
    "SELECT e.grantee::regrole, e.privilege_type FROM pg_class, aclexplode(relacl) e " \
    "WHERE relname = 'v' AND e.grantee <> relowner"

static void write_models(const char *dir, const char *type)
{
    g_autofree char *models = g_strdup_printf(MODELS, type);
    scratch_write(dir, "models/models.yml", models);
}

/* A view that is made anew has what it had. */
static void test_grants_survive(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = scratch_dir();
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    server_execute(url, "CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t;"
                        "GRANT SELECT ON v TO pg_monitor");
    scratch_write(dir, "gen.yml", "models: models\n");
    write_models(dir, "bigint");
    program_free(program_expect(&setting, 0, "diff", "-m", "wider", "--apply", NULL));
    server_expect(url, GRANTS, "pg_monitor|SELECT");
    program_free(program_expect(&setting, 0, "downgrade", "base", "--allow", "all", NULL));
    server_expect(url, GRANTS, "pg_monitor|SELECT");
}

/* A grant on a column that goes cannot be kept; the way back has it again. */
static void test_grants_on_columns(void **state)
{
    static const char grants[] = "SELECT attname, attacl FROM pg_attribute WHERE attnum > 0 "
                                 "AND attrelid = 'v'::regclass ORDER BY attnum";
    static const char before[] = "a|{pg_monitor=r/postgres}\nb|{pg_monitor=w/postgres}\nc|";
    g_autofree char *url = server_create_database();
    g_autofree char *dir = scratch_dir();
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    server_execute(url, "CREATE TABLE t (a integer, b integer, c integer);"
                        "CREATE VIEW v AS SELECT a, b, c FROM t;"
                        "GRANT SELECT (a), UPDATE (b) ON v TO pg_monitor");
    server_expect(url, grants, before);
    scratch_write(dir, "gen.yml", "models: models\n");
    scratch_write(dir, "models/models.yml",
                  "table: t\nfields: { a: integer, b: integer, c: integer }\n"
                  "---\nview: v\ndefinition: SELECT a, c AS b_c FROM public.t\n");
    program_free(program_expect(&setting, 0, "diff", "-m", "fewer", "--apply", NULL));
    server_expect(url, grants, "a|{pg_monitor=r/postgres}\nb_c|");
    program_free(program_expect(&setting, 0, "downgrade", "base", "--allow", "all", NULL));
    server_expect(url, grants, before);
}

/* Default privileges that nobody declares do not add to grants that a model states. */
static void test_stated_grants_are_all(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = scratch_dir();
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    server_execute(url,
                   "ALTER DEFAULT PRIVILEGES GRANT INSERT ON TABLES TO pg_monitor;"
                   "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO postgres");
    scratch_write(dir, "gen.yml", "models: models\n");
    scratch_write(dir, "models/v.yml",
                  "table: v\ngrants: { pg_read_all_settings: select }\nfields: { a: integer }\n");
    program_free(program_expect(&setting, 0, "diff", "-m", "new", "--apply", NULL));
    server_expect(url, GRANTS, "pg_read_all_settings|SELECT");
    server_expect(url,
                  "SELECT has_table_privilege('postgres', 'v', 'INSERT'), "
                  "(SELECT count(*) FROM pg_class, aclexplode(relacl) e "
                  "WHERE relname = 'v' AND e.grantee = relowner) >= 7",
                  "t|t");
    program_free(program_expect(&setting, 0, "check", NULL));
}

/* What is looked after without being stated is what PostgreSQL gives a new object. */
static void test_managed_grants(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = scratch_dir();
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    server_execute(url, "CREATE TABLE v (a integer); GRANT INSERT ON v TO pg_monitor");
    scratch_write(dir, "gen.yml", "models: models\nmanage: [grants]\n");
    scratch_write(dir, "models/v.yml", "table: v\nfields: { a: integer }\n");
    program_free(program_expect(&setting, 0, "diff", "-m", "managed", "--apply", NULL));
    server_expect(url, GRANTS, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grants_survive),
        cmocka_unit_test(test_grants_on_columns),
        cmocka_unit_test(test_stated_grants_are_all),
        cmocka_unit_test(test_managed_grants),
    };

    return cmocka_run_group_tests_name("access", tests, NULL, NULL);
}
