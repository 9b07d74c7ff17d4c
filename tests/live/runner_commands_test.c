#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#include <glib/gstdio.h>
#include <string.h>

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

/* a ── b ── c and a ── d (label side), as tables of these names. */
static Project *branched(void)
{
    Project *project = project_new();
    project_revision(project, "a1", "", "CREATE TABLE a (x int);", "DROP TABLE a;");
    project_revision(project, "b1", "a1", "CREATE TABLE b (x int);", "DROP TABLE b;");
    project_revision(project, "c1", "b1", "CREATE TABLE c (x int);", "DROP TABLE c;");
    scratch_write(
        project->dir, "migrations/0004_d1.sql",
        "-- revision d1\n--\n-- Revision: d1\n-- Revises: a1\n-- Branch-Labels: side\n"
        "\n-- gen: upgrade\nCREATE TABLE d (x int);\n\n-- gen: downgrade\nDROP TABLE d;\n");
    return project;
}

static void up_and_down(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "+ b1 revision b1", "upgrade", "b1");
    project_expect_versions(p, "b1");
    EXPECT(p, 2, "the database is past a1", "upgrade", "a1");
    EXPECT(p, 0, "nothing to do", "upgrade", "b");
    EXPECT(p, 0, "+ c1", "upgrade", "+1");
    EXPECT(p, 0, "+ d1", "upgrade");
    project_expect_versions(p, "c1 d1");
    EXPECT(p, 0, "nothing to do", "upgrade", "heads");
    EXPECT(p, 2, "there are several heads", "upgrade", "head");
    EXPECT(p, 2, "error: -1 is ambiguous: the database is at several heads", "downgrade", "-1");
    EXPECT(p, 2, "by a label or an id: c1@-1\n", "downgrade", "--steps", "1");
    EXPECT(p, 2, "table d is dropped [hazard]", "downgrade", "side@base");
    EXPECT(p, 0, "- d1", "downgrade", "side@-1", "--allow", "data_loss");
    EXPECT(p, 0, "- c1", "downgrade", "--steps", "1", "--allow", "all");
    EXPECT(p, 2, "wants a revision to go back to", "downgrade");
    EXPECT(p, 2, "there is no hazard fire", "downgrade", "base", "--allow", "fire");
    EXPECT(p, 0, "- a1", "downgrade", "base", "--allow", "data_loss");
    project_expect_versions(p, "");
    server_expect(p->url, "SELECT to_regclass('a') IS NULL", "t");
}

static void dry_run_changes_nothing(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "CREATE TABLE b (x int);", "upgrade", "--dry-run");
    EXPECT(p, 0, "\"dry_run\" : true", "upgrade", "--dry-run", "--json");
    server_expect(p->url, "SELECT count(*) FROM pg_class WHERE relname ~ '^gen_'", "0");
}

static void listings(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "a1 -> d1 (side) (head), revision d1", "history");
    EXPECT(p, 0, "<base> -> a1 (branch point), revision a1", "history");
    EXPECT(p, 0, "b1 -> c1 (head)", "history", "-r", "b1:c1");
    EXPECT(p, 0, "Revises: b1", "-v", "history", "-r", "c1:");
    EXPECT(p, 0, "\"branches\"", "history", "--json");
    EXPECT(p, 0, "c1 (head)", "heads");
    EXPECT(p, 0, "    -> d1 (side) (head), revision d1", "branches");
    EXPECT(p, 0, "CREATE TABLE b", "show", "b1");
    EXPECT(p, 0, "\"upgrade\" : \"CREATE TABLE b (x int);\\n\"", "show", "b1", "--json");
    EXPECT(p, 2, "there is nothing to show", "show", "base");
    EXPECT(p, 0, "Branch-Labels: side", "show", "heads");
    EXPECT(p, 0, "\"versioned\" : false", "current", "--json");
    EXPECT(p, 1, "", "current", "--check-heads");
    EXPECT(p, 0, "+ c1", "upgrade", "c1");
    EXPECT(p, 0, "c1 (head) (current), revision c1", "current");
    EXPECT(p, 1, "c1", "current", "--check-heads");
    EXPECT(p, 0, "b1 -> c1 (head) (current)", "history", "-i");
    EXPECT(p, 0, "a1 -> b1", "history", "-r", "-1:current");
    EXPECT(p, 0, "a1 -> b1", "history", "-r-1:");
    EXPECT(p, 0, "+ d1", "upgrade");
    EXPECT(p, 0, "c1", "current", "--check-heads");
}

static void new_revisions(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 2, "there are several heads", "revision", "-m", "x");
    EXPECT(p, 2, "b1 is not a head", "revision", "-m", "x", "--head", "b1");
    EXPECT(p, 0, "_e1_spliced.sql", "revision", "-m", "spliced", "--head", "b1", "--splice",
           "--rev-id", "e1", "--branch-label", "extra", "--depends-on", "d1");
    EXPECT(p, 2, "a revision id d1 is taken", "revision", "-m", "x", "--head", "c1", "--rev-id",
           "d1");
    EXPECT(p, 2, "a branch label side is taken", "revision", "-m", "x", "--head", "c1",
           "--branch-label", "side");
    EXPECT(p, 2, "cannot be \"a b\"", "revision", "-m", "x", "--head", "c1", "--rev-id", "a b");
    EXPECT(p, 0, "b1 -> e1 (extra) (head)", "history");
    EXPECT(p, 0, "_m1_", "merge", "c1", "e1", "-m", "both", "--rev-id", "m1");
    EXPECT(p, 0, "c1, e1 -> m1", "history");
    EXPECT(p, 0, "+ m1", "upgrade", "m1");
    project_expect_versions(p, "d1 m1");
    EXPECT(p, 2, "there is nothing to merge", "merge", "m1");
    EXPECT(p, 0, "\"revision\" : \"f1\"", "revision", "-m", "x", "--head", "base", "--rev-id", "f1",
           "--json");
    EXPECT(p, 0, "<base> -> f1 (head)", "heads");
    EXPECT(p, 0, "g1", "revision", "-m", "x", "--head", "f1", "--rev-id", "g1", "--depends-on",
           "m1", "--depends-on", "a1, b1");
    EXPECT(p, 0, "Depends-On: m1, a1, b1", "show", "g1");
    EXPECT(p, 0, "c1, e1 -> m1 (extra) (effective head) (merge)", "heads");
    g_autoptr(ProgramRun) heads =
        program_expect(&p->setting, 0, "heads", "--resolve-dependencies", NULL);
    assert_null(strstr(heads->out, "m1"));
    expect_text(heads->out, "f1 -> g1 (head)");
}

static void editing(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    static const char *const good[] = {"EDITOR=sed -i s/x.int/y\\ int/", NULL};
    static const char *const bad[] = {"EDITOR=false", NULL};
    static const char *const breaks[] = {"EDITOR=sed -i s/CREATE/\\'CREATE/", NULL};
    p->setting.env = good;
    EXPECT(p, 0, "", "edit", "b1");
    g_autofree char *text = scratch_read(p->dir, "migrations/0002_b1.sql");
    expect_text(text, "b (y int)");
    p->setting.env = bad;
    EXPECT(p, 2, "the editor failed", "edit", "b1");
    EXPECT(p, 2, "the editor failed", "revision", "-m", "x", "--head", "c1", "--edit");
    p->setting.env = breaks;
    EXPECT(p, 2, "unterminated quoted string", "edit", "b1");
}

static void stamping(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "_m1_", "merge", "--rev-id", "m1");
    EXPECT(p, 0, "is stamped m1", "stamp", "head");
    project_expect_versions(p, "m1");
    EXPECT(p, 0, "is stamped c1", "stamp", "c1", "d1");
    project_expect_versions(p, "c1 d1");
    EXPECT(p, 0, "is stamped b1", "stamp", "b1");
    project_expect_versions(p, "b1 d1");
    EXPECT(p, 0, "\"stamped\"", "stamp", "m1", "--json");
    EXPECT(p, 0, "UPDATE public.gen_version", "stamp", "a1", "--sql");
    project_expect_versions(p, "m1");
    EXPECT(p, 0, "is stamped base", "stamp", "base");
    project_expect_versions(p, "");
    server_execute(p->url, "INSERT INTO gen_version VALUES ('gone')");
    EXPECT(p, 2, "a revision that has no file here: gone", "upgrade");
    EXPECT(p, 1, "problem  the database is at a revision that has no file here: gone", "doctor");
    EXPECT(p, 2, "a revision that has no file here: gone", "stamp", "a1");
    EXPECT(p, 0, "is stamped a1", "stamp", "a1", "--purge");
    project_expect_versions(p, "a1");
    EXPECT(p, 2, "an argument is missing", "stamp");
}

static void edited_file(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "+ c1", "upgrade", "c1");
    EXPECT(p, 0, "4 revision files are valid", "validate");
    EXPECT(p, 0, "nothing is wrong", "repair");
    p->count = 1;
    project_revision(p, "b1", "a1", "CREATE TABLE b (x int, y int);", "DROP TABLE b;");
    EXPECT(p, 1, "b1 was edited after it was applied", "upgrade");
    EXPECT(p, 1, "b1 was edited after it was applied", "validate");
    EXPECT(p, 0, "4 revision files are valid", "validate", "--offline");
    EXPECT(p, 0, "edited     migrations/0002_b1.sql", "status");
    EXPECT(p, 1, "take the file as it is", "repair");
    EXPECT(p, 1, "b1 was edited", "upgrade");
    EXPECT(p, 0, "repaired", "repair", "--yes");
    EXPECT(p, 0, "+ d1", "upgrade");
    EXPECT(p, 0, "\"findings\" : []", "repair", "--json");
}

static void validation(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    project_revision(p, "odd", "c1", "SELECT FROM WHERE;", "");
    EXPECT(p, 0, "not analysed: syntax error", "validate");
    scratch_write(p->dir, "migrations/0009_bad.sql",
                  "-- bad\n--\n-- Revision: bad\n\n-- gen: upgrade\nCOPY a FROM stdin;\n");
    EXPECT(p, 1, "0009_bad.sql:6: error: COPY FROM STDIN", "validate");
    EXPECT(p, 1, "\"valid\" : false", "validate", "--json");
    EXPECT(p, 2, "COPY FROM STDIN", "upgrade");
    server_expect(p->url, "SELECT to_regclass('a') IS NULL", "t");
}

static void status_page(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    project_revision(p, "e1", "c1", "DROP TABLE b;", "");
    EXPECT(p, 0, "no version table yet", "status");
    EXPECT(p, 0, "pending    5 revisions", "status");
    EXPECT(p, 0, "data_loss: table b is dropped", "status");
    EXPECT(p, 0, "\"pending\"", "status", "--json");
    EXPECT(p, 0, "versions    ok", "doctor");
    EXPECT(p, 0, "\"checks\"", "doctor", "--json");
}

static void squashing(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "+ b1", "upgrade", "b1");
    EXPECT(p, 2, "several revisions stand on it", "squash", "a1:c1");
    EXPECT(p, 2, "in the middle of the range", "squash", "b1:c1");
    EXPECT(p, 0, "+ c1", "upgrade", "c1");
    EXPECT(p, 0, "2 revisions are one now", "squash", "b1:c1", "-m", "both");
    EXPECT(p, 0, "c1 (head) (current), both", "current");
    EXPECT(p, 0, "revision files are valid", "validate");
    EXPECT(p, 0, "- c1 both", "downgrade", "a1", "--allow", "all");
    server_expect(p->url, "SELECT to_regclass('b') IS NULL", "t");
    EXPECT(p, 0, "+ c1 both", "upgrade");
    server_expect(p->url, "SELECT count(*) FROM pg_class WHERE relname IN ('a', 'b', 'c', 'd')",
                  "4");
}

static void usage_errors(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    EXPECT(p, 2, "did you mean upgrade?", "upgrad");
    EXPECT(p, 2, "Unknown option --frob", "upgrade", "--frob");
    EXPECT(p, 2, "too many arguments", "current", "x");
    EXPECT(p, 0, "Usage:", "help", "upgrade");
    EXPECT(p, 0, "Commands:", "--help");
    EXPECT(p, 0, "gen ", "--version");
    EXPECT(p, 2, "there is no database named nobody", "-d", "nobody", "current");
    EXPECT(p, 2, "--color is auto", "--color", "pink", "heads");
    EXPECT(p, 2, "a duration is expected", "upgrade", "--lock-timeout", "soon");
    EXPECT(p, 2, "a number of seconds", "upgrade", "--lock-wait", "long");
    EXPECT(p, 2, "cannot work in this folder", "-C", "nowhere", "heads");
    EXPECT(p, 2, "migrations folder cannot be read", "--migrations", "nowhere", "heads");
    EXPECT(p, 4, "cannot connect", "-d", "postgresql://nobody:secret@localhost:1/x", "current");
    g_autoptr(ProgramRun) run =
        program_run(&p->setting, "-d", "postgresql://nobody:secret@localhost:1/x", "current", NULL);
    assert_null(strstr(run->err, "secret"));
}

static void settings(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    scratch_write(p->dir, "gen.yml", "migratoins: x\nlock_timeout: soon\ntimezone: Mars/Base\n");
    EXPECT(p, 2, "gen.yml:1:1", "heads");
    EXPECT(p, 2, "gen.yml:2:15", "heads");
    EXPECT(p, 2, "did you mean", "heads");
    EXPECT(p, 2, "there is no such time zone", "heads");
    scratch_write(p->dir, "gen.yml",
                  "version_table: my_version\nversion_table_schema: meta\nfile_template: "
                  "'%(rev)s_%(slug)s'\n");
    server_execute(p->url, "CREATE SCHEMA meta");
    EXPECT(p, 0, "+ c1", "upgrade");
    server_expect(p->url, "SELECT count(*) FROM meta.my_version", "2");
    server_expect(p->url, "SELECT count(*) FROM meta.my_version_history", "4");
    EXPECT(p, 0, "migrations/z1_named.sql", "revision", "-m", "named", "--head", "c1", "--rev-id",
           "z1");
    static const char *const env[] = {"GEN_VERSION_TABLE=other", "GEN_VERSION_TABLE_SCHEMA=public",
                                      NULL};
    p->setting.env = env;
    EXPECT(p, 0, "\"versioned\" : false", "current", "--json");
}

/* --database, DATABASE_URL, .env, gen.yml: the first one that says something counts. */
static void where_the_url_comes_from(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    g_autofree char *bad = g_strdup("postgresql://localhost:1/x");
    g_autofree char *dotenv = g_strdup_printf("# a comment\nexport DATABASE_URL=\"%s\"\n", p->url);
    g_autofree char *config =
        g_strdup_printf("database: ${SHOP_URL}\ndatabases:\n  two: %s\n", bad);
    g_autofree char *variable = g_strdup_printf("SHOP_URL=%s", p->url);
    scratch_write(p->dir, "gen.yml", config);
    p->setting.url = NULL;
    const char *const env[] = {variable, NULL};
    p->setting.env = env;
    EXPECT(p, 0, "", "current");
    EXPECT(p, 4, "cannot connect", "current", "-d", "two");
    g_autofree char *bad_dotenv = g_strdup_printf("DATABASE_URL=%s # not this\n", bad);
    scratch_write(p->dir, ".env", bad_dotenv);
    EXPECT(p, 4, "cannot connect", "current");
    scratch_write(p->dir, ".env", dotenv);
    p->setting.env = NULL;
    EXPECT(p, 0, "", "current");
    p->setting.url = bad;
    EXPECT(p, 4, "cannot connect", "current");
    EXPECT(p, 0, "", "current", "-d", p->url);
}

static void hooks(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    scratch_write(p->dir, "gen.yml",
                  "hooks:\n"
                  "  after_revision: 'echo $GEN_HOOK $GEN_REVISION $(basename $GEN_FILE) >> log'\n"
                  "  before_upgrade: 'echo $GEN_HOOK $GEN_REVISIONS >> log'\n"
                  "  after_upgrade: ['echo $GEN_HOOK $GEN_DIRECTION >> log', 'echo said']\n"
                  "  before_downgrade: 'false'\n"
                  "  on_failure: 'echo $GEN_HOOK >> log'\n");
    EXPECT(p, 0, "said", "upgrade");
    EXPECT(p, 2, "the hook before_downgrade failed", "downgrade", "base", "--allow", "all");
    project_expect_versions(p, "c1 d1");
    EXPECT(p, 0, "z1", "revision", "-m", "z", "--head", "c1", "--rev-id", "z1");
    project_revision(p, "bad", "d1", "SELECT 1/0;", "");
    EXPECT(p, 5, "division by zero", "upgrade", "bad");
    scratch_write(p->dir, "gen.yml",
                  "hooks: { after_upgrade: 'echo $GEN_DATABASE_NAME >> names; false' }\n");
    EXPECT(p, 2, "gen.yml:1:25: error: the hook after_upgrade failed", "upgrade", "z1");
    g_autofree char *names = scratch_read(p->dir, "names");
    g_autofree char *name = server_query(p->url, "SELECT current_database() || E'\\n'");
    assert_string_equal(names, name);
    g_autofree char *log = scratch_read(p->dir, "log");
    expect_text(log, "before_upgrade a1 b1 c1 d1\nafter_upgrade upgrade\nafter_revision z1 ");
    expect_text(log, "before_upgrade bad\non_failure\n");
}

static void automatic(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = branched();
    static const char *const no[] = {"AUTO_MIGRATE=no", NULL};
    static const char *const odd[] = {"AUTO_MIGRATE=perhaps", NULL};
    static const char *const backup[] = {"BACKUP_BEFORE_MIGRATE=true", NULL};
    p->setting.env = no;
    EXPECT(p, 0, "nothing was done", "upgrade", "--auto");
    p->setting.env = odd;
    EXPECT(p, 2, "neither true nor false", "upgrade", "--auto");
    p->setting.env = backup;
    EXPECT(p, 0, "backup: backups/", "upgrade", "--auto");
    project_expect_versions(p, "c1 d1");
    EXPECT(p, 0, "nothing to do", "upgrade", "--auto");
    EXPECT(p, 4, "cannot connect", "upgrade", "--auto", "--wait", "0.5", "-d",
           "postgresql://localhost:1/x");
    EXPECT(p, 4, "cannot connect", "wait", "--timeout", "0.5", "-d", "postgresql://localhost:1/x");
    EXPECT(p, 0, "answers", "wait");
}

static void taken_over_from_alembic(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    server_execute(p->url, "CREATE TABLE a (x int); CREATE TABLE b (x int)");
    EXPECT(p, 2, "but not those that the revisions make", "upgrade", "--auto");
    server_execute(p->url, "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);"
                           "INSERT INTO alembic_version VALUES ('b1')");
    EXPECT(p, 0, "taken over from Alembic: b1", "upgrade", "--auto");
    project_expect_versions(p, "c1 d1");
    server_expect(p->url, "TABLE alembic_version", "b1");
}

static void taken_over_as_it_is(void **state)
{
    (void)state;
    g_autoptr(Project) p = branched();
    server_execute(p->url, "CREATE TABLE a (x int); CREATE TABLE b (x int);"
                           "CREATE TABLE c (x int); CREATE TABLE d (x int)");
    EXPECT(p, 0, "the database is what the revisions make", "upgrade", "--auto");
    project_expect_versions(p, "c1 d1");
}

static void backups(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = branched();
    EXPECT(p, 0, "+ c1", "upgrade", "c1");
    server_execute(p->url, "INSERT INTO c VALUES (1), (2)");
    EXPECT(p, 0, "backups/", "db", "backup");
    g_autofree char *folder = g_build_filename(p->dir, "backups", NULL);
    g_auto(GStrv) files = scratch_list(folder);
    assert_int_equal(g_strv_length(files), 1);
    g_autofree char *path = g_build_filename(folder, files[0], NULL);
    EXPECT(p, 0, "- c1", "downgrade", "a1", "--allow", "all");
    server_execute(p->url, "CREATE SCHEMA later CREATE TABLE t (x int)");
    EXPECT(p, 2, "nothing was done", "db", "restore", path);
    EXPECT(p, 0, "restored", "db", "restore", path, "--yes");
    project_expect_versions(p, "c1");
    server_expect(p->url, "SELECT count(*) FROM c", "2");
    server_expect(p->url, "SELECT to_regclass('later.t') IS NULL", "t");
    scratch_write(p->dir, "broken.dump", "PGDMP and nothing more");
    EXPECT(p, 4, "pg_restore failed", "db", "restore", "broken.dump", "--yes");
    EXPECT(p, 2, "there is no such backup", "db", "restore", "none.dump", "--yes");
    server_expect(p->url, "SELECT count(*) FROM c", "2");
    EXPECT(p, 2, "nothing was done", "db", "reset");
    EXPECT(p, 0, "is empty", "db", "reset", "--yes");
    server_expect(p->url, "SELECT to_regclass('c') IS NULL", "t");
    EXPECT(p, 2, "wants one of its actions", "db", "frobnicate");
}

static void backup_before_a_failure(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    g_autoptr(Project) p = branched();
    scratch_write(p->dir, "gen.yml", "backup: always\nbackups: safe\n");
    project_revision(p, "bad", "c1", "SELECT 1/0;", "");
    EXPECT(p, 5, "gen db restore safe/", "upgrade");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(up_and_down),
        cmocka_unit_test(dry_run_changes_nothing),
        cmocka_unit_test(listings),
        cmocka_unit_test(new_revisions),
        cmocka_unit_test(editing),
        cmocka_unit_test(stamping),
        cmocka_unit_test(edited_file),
        cmocka_unit_test(validation),
        cmocka_unit_test(status_page),
        cmocka_unit_test(squashing),
        cmocka_unit_test(usage_errors),
        cmocka_unit_test(settings),
        cmocka_unit_test(where_the_url_comes_from),
        cmocka_unit_test(hooks),
        cmocka_unit_test(automatic),
        cmocka_unit_test(taken_over_from_alembic),
        cmocka_unit_test(taken_over_as_it_is),
        cmocka_unit_test(backups),
        cmocka_unit_test(backup_before_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
