/* The commands of the main job: init, import, diff, check, sql, verify, schema. */
#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#include <string.h>

static const char users[] = "table: users\n"
                            "fields:\n"
                            "  id: { type: bigint, primary: true, identity: always }\n"
                            "  email: { type: text, required: true }\n";

static const char users_with_phone[] = "table: users\n"
                                       "fields:\n"
                                       "  id: { type: bigint, primary: true, identity: always }\n"
                                       "  email: { type: text, required: true }\n"
                                       "  phone: { type: text }\n";

static void expect_text(const char *text, const char *part)
{
    assert_non_null(text);
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

static Project *with_models(const char *models)
{
    Project *project = project_new();
    scratch_write(project->dir, "models/users.yml", models);
    return project;
}

static guint revisions(const Project *project)
{
    g_autofree char *folder = g_build_filename(project->dir, "migrations", NULL);
    g_auto(GStrv) files = scratch_list(folder);
    guint count = 0;
    for (guint i = 0; files[i]; i++)
        if (g_str_has_suffix(files[i], ".sql"))
            count++;
    return count;
}

static void a_change_up_and_down(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    EXPECT(p, 0, "+ table users", "diff", "-m", "first");
    EXPECT(p, 1, "is not applied", "check");
    EXPECT(p, 2, "does not have all revisions (0 of 1)", "diff");
    EXPECT(p, 0, "first", "upgrade");
    EXPECT(p, 0, "no changes", "diff");
    assert_int_equal(revisions(p), 1);
    EXPECT(p, 0, "nothing is out of step", "check");
    scratch_write(p->dir, "models/users.yml", users_with_phone);
    EXPECT(p, 1, "+ column users.phone", "check");
    EXPECT(p, 0, "+ column users.phone text", "diff", "-m", "phone", "--apply");
    server_expect(
        p->url, "SELECT count(*) FROM information_schema.columns WHERE column_name = 'phone'", "1");
    EXPECT(p, 0, "proved both ways", "verify");
    EXPECT(p, 2, "users.phone", "downgrade", "-1");
    EXPECT(p, 0, "phone", "downgrade", "-1", "--allow", "data_loss");
    server_expect(
        p->url, "SELECT count(*) FROM information_schema.columns WHERE column_name = 'phone'", "0");
}

static void a_dry_run_writes_nothing(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    EXPECT(p, 0, "CREATE TABLE public.users", "diff", "--dry-run");
    EXPECT(p, 0, "\"changed\" : true", "diff", "--dry-run", "--json");
    EXPECT(p, 0, "CREATE TABLE public.users", "sql");
    assert_int_equal(revisions(p), 0);
}

static void what_is_written_is_proved(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    EXPECT(p, 0, "-- Verified: upgrade and downgrade proved", "diff", "--dry-run");
    EXPECT(p, 0, "-- DATA LOSS: table users is dropped with its rows", "diff", "--dry-run",
           "--no-verify");
    g_autoptr(ProgramRun) run =
        program_expect(&p->setting, 0, "diff", "--dry-run", "--no-verify", NULL);
    assert_null(strstr(run->out, "Verified"));
    EXPECT(p, 0, "aaaaaaaaaaaa", "diff", "-m", "first", "--apply", "--rev-id", "aaaaaaaaaaaa");
    scratch_write(p->dir, "models/users.yml", users_with_phone);
    EXPECT(p, 0, "-- users: ACCESS EXCLUSIVE, no rewrite, no scan (measured)", "diff", "--dry-run");
}

static void a_fault_in_sql_is_told_with_its_place(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models("table: users\n"
                                       "fields:\n"
                                       "  id: { type: integer, check: \"id >> 'x'::nothing\" }\n");
    EXPECT(p, 5, "type \"nothing\" does not exist", "diff");
    assert_int_equal(revisions(p), 0);
}

/* What failed leaves no folder behind. */
static void a_folder_comes_with_the_first_revision(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models("table: users\nfields: { id: { type: nothing } }\n");
    g_autofree char *folder = g_build_filename(p->dir, "fresh", NULL);
    EXPECT(p, 3, "nothing", "--migrations", "fresh", "diff");
    assert_false(g_file_test(folder, G_FILE_TEST_EXISTS));
    scratch_write(p->dir, "models/users.yml", users);
    EXPECT(p, 0, "fresh/", "--migrations", "fresh", "diff");
}

static void states_from_anywhere(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    scratch_write(p->dir, "other/users.yml", users_with_phone);
    EXPECT(p, 1, "+ column users.phone", "check", "--from", "models", "--to", "other");
    EXPECT(p, 1, "- column users.phone", "check", "--from", "other", "--to", "models");
    EXPECT(p, 1, "+ table users", "check", "--from", "empty", "--to", "models");
    EXPECT(p, 0, "first", "diff", "-m", "first");
    EXPECT(p, 0, "", "check", "--from", "migrations", "--to", "models");
    EXPECT(p, 1, "+ table users", "check", "--from", "database", "--to", "migrations");
    EXPECT(p, 1, "- table users", "check", "--from", "models", "--to", p->url);
    EXPECT(p, 2, "there is no state", "check", "--from", "nowhere", "--to", "models");
    EXPECT(p, 2, "--from and --to go together", "check", "--from", "models");
}

static void formats_of_check(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    const char *const expected[][2] = {
        {"text", "+ table users"},
        {"json", "\"in_step\" : false"},
        {"github", "::error file=models/users.yml,line=1,col=8,title=gen drift::+ table users"},
        {"gitlab", "\"fingerprint\""},
        {"sarif", "\"ruleId\" : \"drift\""},
        {"junit", "<failure message=\"+ table users\"/>"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        EXPECT(p, 1, expected[i][1], "check", "--from", "database", "--to", "models", "--format",
               expected[i][0]);
    EXPECT(p, 1, "\"findings\"", "check", "--from", "database", "--to", "models", "--json");
    EXPECT(p, 2, "there is no format", "check", "--format", "xml");
}

static void import_reads_back(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    server_execute(p->url, "CREATE TYPE mood AS ENUM ('good', 'bad');"
                           "CREATE TABLE people (id serial PRIMARY KEY, m mood DEFAULT 'good',"
                           " price numeric CHECK (price > 0));"
                           "CREATE INDEX ON people ((id * 2)) WHERE price > 1");
    EXPECT(p, 0, "files written", "import");
    EXPECT(p, 0, "nothing is out of step", "check", "--from", "database", "--to", "models");
    EXPECT(p, 0, "0 files written", "import");
    g_autofree char *model = scratch_read(p->dir, "models/public/people.yml");
    g_autofree char *kept = g_strconcat("# kept\n", model, NULL);
    scratch_write(p->dir, "models/public/people.yml", kept);
    EXPECT(p, 0, "\"written\" : 0", "import", "--json");
}

static void a_database_is_adopted(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    server_execute(p->url, "CREATE TABLE old (id int PRIMARY KEY, name text)");
    EXPECT(p, 0, "is the baseline", "init");
    assert_int_equal(revisions(p), 1);
    EXPECT(p, 0, "nothing is out of step", "check");
    EXPECT(p, 0, "no changes", "diff");
    EXPECT(p, 0, "proved both ways", "verify");
}

static void a_likely_rename_is_told(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_models(users);
    EXPECT(p, 0, "first", "diff", "-m", "first", "--apply");
    scratch_write(p->dir, "models/users.yml",
                  "table: users\nfields:\n"
                  "  id: { type: bigint, primary: true, identity: always }\n"
                  "  mail: { type: text, required: true }\n");
    EXPECT(p, 0, "renamed_from: email", "diff", "--dry-run");
}

static void the_schema_of_models(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    EXPECT(p, 0, "http://json-schema.org/draft-07/schema#", "schema");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_up_and_down),
        cmocka_unit_test(a_dry_run_writes_nothing),
        cmocka_unit_test(what_is_written_is_proved),
        cmocka_unit_test(a_fault_in_sql_is_told_with_its_place),
        cmocka_unit_test(a_folder_comes_with_the_first_revision),
        cmocka_unit_test(states_from_anywhere),
        cmocka_unit_test(formats_of_check),
        cmocka_unit_test(import_reads_back),
        cmocka_unit_test(a_database_is_adopted),
        cmocka_unit_test(a_likely_rename_is_told),
        cmocka_unit_test(the_schema_of_models),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
