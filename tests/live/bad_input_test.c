/* What people and systems do to gen: each a clear error with its exit status, and nothing written
 * by halves. */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/support/catalogue.h"
#include "tests/support/check.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define GOOD_MODEL "table: t\nfields:\n  id: { type: integer, primary: true, check: id > 0 }\n"
#define REVISION   "migrations/20260101_0000_aaaaaaaaaaaa_x.sql"
#define REVISION_TEXT                                                                       \
    "-- x\n--\n-- Revision: aaaaaaaaaaaa\n\n-- gen: upgrade\nCREATE TABLE x (a integer);\n" \
    "\n-- gen: downgrade\nDROP TABLE x;\n"

/* A project with one model and no revisions; the caller frees the path. */
static char *project(const char *model)
{
    char *dir = scratch_dir();
    g_autofree char *migrations = g_build_filename(dir, "migrations", NULL);

    scratch_write(dir, "gen.yml", "models: models\n");
    scratch_write(dir, "models/model.yml", model);
    g_mkdir(migrations, 0755);
    return dir;
}

static void expect_text(const char *text, const char *wanted)
{
    if (strstr(text, wanted) == NULL)
        fail_msg("expected <%s>, got <%s>", wanted, text);
}

static void expect_files(const char *dir, const char *path, const char *expected)
{
    g_autofree char *full = g_build_filename(dir, path, NULL);
    g_auto(GStrv) files = scratch_list(full);
    g_autofree char *names = g_strjoinv(" ", files);

    assert_string_equal(names, expected);
}

/* ---- models ---- */

/* Runs gen diff on bytes as the one model: exit status 3, the text in the message, no revision. */
static void refuse_bytes(const char *url, const char *bytes, gsize length, const char *wanted)
{
    g_autofree char *dir = project("");
    g_autofree char *file = g_build_filename(dir, "models/model.yml", NULL);
    g_autoptr(ProgramRun) run = NULL;

    assert_true(g_file_set_contents(file, bytes, (gssize)length, NULL));
    run = program_expect(&(ProgramSetting){.dir = dir, .url = url}, 3, "diff", "-m", "x", NULL);
    expect_text(run->err, wanted);
    expect_text(run->err, "models/model.yml:");
    assert_string_equal(run->out, "");
    expect_files(dir, "migrations", "");
}

static void test_malformed_models(void **state)
{
    static const struct {
        const char *bytes;
        gsize length;
        const char *wanted;
    } cases[] = {
#define TEXT(text) text, sizeof(text) - 1
        {TEXT("table: t\nfields: {\n"), "[model-syntax]"},
        {TEXT("table: t\n\tfields: {}\n"), "tab"},
        {TEXT("table: t\nfields: { a: *nobody }\n"), "[model-syntax]"},
        {TEXT("table: \"t\nfields: {}\n"), "[model-syntax]"},
        {TEXT("\x7f"
              "ELF\0\1\2\3"),
         "not a text file"},
        {TEXT("\xff\xfet\0a\0"), "not a text file"},
        {TEXT("table: t\xff\xff\nfields: {}\n"), "[model-syntax]"},
        {TEXT("table: \"a\\0b\"\nfields: {}\n"), "NUL"},
        {TEXT("table: t\nfields: { a: intger }\n"), "did you mean \"integer\"?"},
        {TEXT("table: t\nfields: { a: { type: geo.pointt } }\nfeilds: {}\n"), "feilds"},
#undef TEXT
    };
    g_autofree char *url = server_create_database();

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        refuse_bytes(url, cases[i].bytes, cases[i].length, cases[i].wanted);
}

/* Nine lists of nine aliases each: 10^9 values if they were written out. */
/* SQL that only the server can read is shown with the place in the model that asks for it. */
static void test_sql_in_models(void **state)
{
    (void)state;
    static const struct {
        const char *model;
        const char *wanted;
    } cases[] = {
        {"# a\ntable: t\nfields: { a: { type: int, check: a > } }\n",
         "models/model.yml:2:8: error: syntax error at or near \")\" [statement 42601]\n"
         "models/model.yml:2:8: statement: CONSTRAINT t_a_check CHECK (a >)\n"},
        {"table: t\nfields: { a: int }\n---\nview: v\ndefinition: SELECT b FROM t\n",
         "models/model.yml:4:7: error: column \"b\" does not exist"},
        {"table: t\nfields: { a: int }\ntriggers:\n  r: { events: insert, function: none }\n",
         "models/model.yml:4:6: error: function none() does not exist"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *url = server_create_database();
        g_autofree char *dir = project(cases[i].model);
        g_autoptr(ProgramRun) run =
            program_expect(&(ProgramSetting){.dir = dir, .url = url}, 5, "diff", "-m", "x", NULL);
        expect_text(run->err, cases[i].wanted);
    }
}

static void test_alias_bomb(void **state)
{
    g_autofree char *url = server_create_database();
    g_autoptr(GString) bomb = g_string_new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");

    (void)state;
    for (int i = 1; i < 10; i++) {
        g_string_append_printf(bomb, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            g_string_append_printf(bomb, "%s*a%d", j > 0 ? ", " : "", i - 1);
        g_string_append(bomb, "]\n");
    }
    refuse_bytes(url, bomb->str, bomb->len, "[model-limit]");
}

static void test_deep_nesting(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *brackets = g_strnfill(100000, '[');

    (void)state;
    refuse_bytes(url, brackets, 100000, "[model-limit]");
}

/* Less memory than the file is long; the address sanitizer's shadow alone takes more. */
static void limit_memory(void)
{
#ifndef __SANITIZE_ADDRESS__
    struct rlimit small;
    assert_int_equal(getrlimit(RLIMIT_DATA, &small), 0);
    small.rlim_cur = 64 * 1024 * 1024;
    setrlimit(RLIMIT_DATA, &small);
#endif
}

static void test_hundred_megabytes(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = project("");
    g_autofree char *file = g_build_filename(dir, "models/model.yml", NULL);
    g_autoptr(ProgramRun) run = NULL;
    struct rlimit before;

    (void)state;
    assert_int_equal(truncate(file, 100 * 1024 * 1024), 0);
    assert_int_equal(getrlimit(RLIMIT_DATA, &before), 0);
    limit_memory();
    run = program_run(&(ProgramSetting){.dir = dir, .url = url}, "diff", "-m", "x", NULL);
    setrlimit(RLIMIT_DATA, &before);
    assert_int_equal(run->status, 3);
    expect_text(run->err, "[model-limit]");
    expect_files(dir, "migrations", "");
}

/* ---- names ---- */

/* Names that PostgreSQL can have do all the way and back; the others are refused. */
static void test_names(void **state)
{
    static const char *const good[] = {"it's",
                                       "\\\"quoted\\\"",
                                       "two\\nlines",
                                       "-- gen: upgrade\\nDROP TABLE keep; --",
                                       "select",
                                       "a;b",
                                       "$$",
                                       "ünïcödé ☃",
                                       "table\\rreturn"};
    g_autofree char *long_name = g_strnfill(64, 'x');
    g_autofree char *too_long = g_strdup_printf("table: %s\nfields: {}\n", long_name);
    g_autofree char *url = server_create_database();
    g_autofree char *dir = project("");
    g_autoptr(GString) models = g_string_new("table: keep\nfields: { id: integer }\n");
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        g_string_append_printf(models,
                               "---\ntable: \"%s\"\ncomment: \"%s\"\nfields: { \"%s\": { type: "
                               "text, primary: true } }\n",
                               good[i], good[i], good[i]);
    scratch_write(dir, "models/model.yml", models->str);
    server_execute(url, "CREATE TABLE keep (id integer)");
    g_autofree char *before = catalogue_read(url);
    program_free(program_expect(&setting, 0, "diff", "-m", "names", NULL));
    program_free(program_expect(&setting, 0, "upgrade", NULL));
    server_expect(url,
                  "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND "
                  "relnamespace = 'public'::regnamespace AND relname !~ '^gen_'",
                  "10");
    program_free(program_expect(&setting, 0, "check", NULL));
    program_free(program_expect(&setting, 0, "downgrade", "base", "--allow", "all", NULL));
    g_autofree char *after = catalogue_read(url);
    assert_string_equal(after, before);
    refuse_bytes(url, too_long, strlen(too_long), "[model-name]");
}

/* ---- databases ---- */

static void refuse_database(const char *url, int status, const char *wanted)
{
    g_autofree char *dir = project(GOOD_MODEL);
    const ProgramSetting setting = {.dir = dir, .url = url};
    g_autoptr(ProgramRun) run = program_expect(&setting, status, "diff", "-m", "x", NULL);

    expect_text(run->err, wanted);
    assert_string_equal(run->out, "");
    expect_files(dir, "migrations", "");
}

static void test_unreachable(void **state)
{
    g_autofree char *missing = server_url("gen_no_such_database");

    (void)state;
    refuse_database("postgresql:///x?host=/nonexistent", 4, "cannot connect");
    refuse_database("postgresql://127.0.0.1:1/x", 4, "cannot connect");
    refuse_database("postgresql://nobody@host.invalid/x?connect_timeout=5", 4, "cannot connect");
    refuse_database(missing, 4, "does not exist");
    refuse_database("postgresql://[::1/x", 2, "cannot be read");
}

/* The URL of the same database for another role. */
static char *url_of_role(const char *url, const char *role, const char *password)
{
    g_auto(GStrv) parts = g_strsplit(url, "&user=", 2);

    return g_strdup_printf("%s&user=%s%s%s", parts[0], role, password != NULL ? "&password=" : "",
                           password != NULL ? password : "");
}

static char *hba; /* pg_hba.conf as it was */

static void write_hba(const char *first_line)
{
    g_autofree char *admin = server_url("postgres");
    g_autofree char *sql = g_strdup_printf(
        "DO $do$ BEGIN EXECUTE format('COPY (SELECT unnest(string_to_array(%%L, E''\\n''))) TO "
        "%%L',"
        " $hba$%s%s$hba$, current_setting('hba_file')); PERFORM pg_reload_conf(); END $do$",
        first_line, hba);

    server_execute(admin, sql);
}

static int restore_hba(void **state)
{
    g_autofree char *admin = server_url("postgres");

    (void)state;
    if (hba != NULL)
        write_hba("");
    g_clear_pointer(&hba, g_free);
    server_execute(admin, "DROP ROLE IF EXISTS gen_test_secret");
    return 0;
}

static void test_wrong_password(void **state)
{
    g_autofree char *admin = server_url("postgres");
    g_autofree char *wrong = url_of_role(admin, "gen_test_secret", "hunter2");
    g_autofree char *right = url_of_role(admin, "gen_test_secret", "correct");
    g_autofree char *dir = project(GOOD_MODEL);
    g_autoptr(ProgramRun) run = NULL;

    (void)state;
    server_execute(admin, "CREATE ROLE gen_test_secret LOGIN PASSWORD 'correct'");
    hba = server_query(admin, "SELECT pg_read_file(current_setting('hba_file'))");
    write_hba("local all gen_test_secret scram-sha-256\n");
    /* A reload reaches new sessions in its time. */
    for (int i = 0; i < 100; i++) {
        program_free(run);
        run = program_run(&(ProgramSetting){.dir = dir, .url = wrong}, "diff", "-m", "x", NULL);
        if (strstr(run->err, "password authentication failed") != NULL)
            break;
        g_usleep(50000);
    }
    assert_int_equal(run->status, 4);
    expect_text(run->err, "password authentication failed");
    assert_null(strstr(run->err, "hunter2"));
    expect_files(dir, "migrations", "");
    program_free(program_expect(&(ProgramSetting){.dir = dir, .url = right}, 0, "current", NULL));
}

static int drop_limited(void **state)
{
    g_autofree char *admin = server_url("postgres");

    (void)state;
    server_execute(admin, "DROP ROLE IF EXISTS gen_test_limited");
    return 0;
}

/* A role that may read, and nothing else. */
static void test_missing_rights(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *limited = url_of_role(url, "gen_test_limited", NULL);
    g_autofree char *dir = project(GOOD_MODEL);
    const ProgramSetting setting = {.dir = dir, .url = limited};

    (void)state;
    server_execute(url, "CREATE ROLE gen_test_limited LOGIN;"
                        "CREATE TABLE t (id integer PRIMARY KEY CHECK (id > 1));"
                        "DO $$ BEGIN EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC; GRANT "
                        "CONNECT ON DATABASE %1$I TO PUBLIC', current_database()); END $$;"
                        "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    g_autofree char *before = catalogue_read(url);
    g_autoptr(ProgramRun) diff = program_expect(&setting, 4, "diff", "-m", "x", NULL);
    expect_text(diff->err, "[permission");
    expect_text(diff->err, "hint:");
    expect_files(dir, "migrations", "");
    scratch_write(dir, REVISION, REVISION_TEXT);
    g_autoptr(ProgramRun) upgrade = program_expect(&setting, 4, "upgrade", NULL);
    expect_text(upgrade->err, "permission denied");
    g_autofree char *after = catalogue_read(url);
    assert_string_equal(after, before);
    server_expect(url, "SELECT count(*) FROM pg_class WHERE relname ~ '^gen_'", "0");
    server_execute(url, "DROP OWNED BY gen_test_limited");
}

/* As on a standby: nothing can be written, and nothing needs to be for a comparison. */
static void test_read_only(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *fixed =
        g_strconcat(url, "&options=-c%20default_transaction_read_only%3Don", NULL);
    g_autofree char *dir = project(GOOD_MODEL);
    const ProgramSetting setting = {.dir = dir, .url = fixed};

    (void)state;
    server_execute(url, "CREATE TABLE t (id integer PRIMARY KEY CHECK ((id) > 0))");
    program_free(
        program_expect(&setting, 0, "check", "--from", "database", "--to", "models", NULL));
    scratch_write(dir, REVISION, REVISION_TEXT);
    g_autoptr(ProgramRun) run = program_expect(&setting, 4, "upgrade", NULL);
    expect_text(run->err, "read-only");
    server_expect(url, "SELECT count(*) FROM pg_class WHERE relname ~ '^gen_|^x$'", "0");
}

/* ---- files ---- */

static void test_no_migrations_folder(void **state)
{
    g_autofree char *url = server_create_database();
    g_autofree char *dir = project(GOOD_MODEL);
    g_autofree char *migrations = g_build_filename(dir, "migrations", NULL);
    const ProgramSetting setting = {.dir = dir, .url = url};

    (void)state;
    g_rmdir(migrations);
    scratch_write(dir, "migrations", "a file\n");
    g_autoptr(ProgramRun) file = program_expect(&setting, 2, "diff", "-m", "x", NULL);
    expect_text(file->err, "migrations");
    g_autofree char *text = scratch_read(dir, "migrations");
    assert_string_equal(text, "a file\n");
    g_autoptr(ProgramRun) proc =
        program_expect(&setting, 2, "--migrations", "/proc/gen", "diff", "-m", "x", NULL);
    expect_text(proc->err, "/proc/gen");
}

/* Runs gen where files can grow to `limit` bytes, and no further: as on a full disk, a write fails.
 */
static ProgramRun *run_on_full_disk(const ProgramSetting *setting, rlim_t limit,
                                    const char *const *args)
{
    struct rlimit before, small;
    ProgramRun *run;

    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = limit;
    signal(SIGXFSZ, SIG_IGN); /* inherited: the write fails then instead */
    setrlimit(RLIMIT_FSIZE, &small);
    run = program_runv(setting, args);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_DFL);
    return run;
}

static void test_full_disk(void **state)
{
    static const char *const diff[] = {"diff", "-m", "x", NULL};
    static const char *const import[] = {"--models", "imported", "import", NULL};
    g_autofree char *url = server_create_database();
    g_autofree char *dir = project(GOOD_MODEL);
    const ProgramSetting setting = {.dir = dir, .url = url};
    g_autofree char *imported = g_build_filename(dir, "imported", NULL);

    (void)state;
    g_autoptr(ProgramRun) diffed = run_on_full_disk(&setting, 100, diff);
    assert_int_equal(diffed->status, 2);
    expect_text(diffed->err, "error:");
    expect_files(dir, "migrations", "");
    server_execute(url,
                   "CREATE TABLE a_table_with_a_long_name (a_column_with_a_long_name integer)");
    g_mkdir(imported, 0755);
    g_autoptr(ProgramRun) written = run_on_full_disk(&setting, 20, import);
    assert_int_equal(written->status, 2);
    expect_text(written->err, "error:");
    expect_files(dir, "imported", "");
    program_free(program_expect(&setting, 0, "diff", "-m", "x", "--from", "empty", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_malformed_models),
        cmocka_unit_test(test_sql_in_models),
        cmocka_unit_test(test_alias_bomb),
        cmocka_unit_test(test_deep_nesting),
        cmocka_unit_test(test_hundred_megabytes),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_unreachable),
        cmocka_unit_test_teardown(test_wrong_password, restore_hba),
        cmocka_unit_test_teardown(test_missing_rights, drop_limited),
        cmocka_unit_test(test_read_only),
        cmocka_unit_test(test_no_migrations_folder),
        cmocka_unit_test(test_full_disk),
    };

    return cmocka_run_group_tests_name("bad input", tests, NULL, NULL);
}
