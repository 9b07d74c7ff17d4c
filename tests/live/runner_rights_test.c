/* Databases in which gen may not do everything: a hot standby, roles without rights. */
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/own_server.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

static void expect_text(const char *text, const char *part)
{
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

/* What looks works as ever; what writes says why it cannot. */
static void a_standby(void **state)
{
    (void)state;
    OwnServer *server = own_server_start("-c wal_level=replica");
    g_autofree char *url = own_server_url(server, "postgres");
    g_autoptr(Project) p = project_new();
    p->setting.url = url;
    scratch_write(p->dir, "models/a.yml", "table: a\nfields: { x: integer }\n");
    project_revision(p, "r1", "", "CREATE TABLE a (x int);", "DROP TABLE a;");
    EXPECT(p, 0, "+ r1", "upgrade");
    project_revision(p, "r2", "r1", "CREATE TABLE b (x int);", "DROP TABLE b;");
    own_server_halt(server);
    own_server_make_standby(server);
    own_server_resume(server);

    EXPECT(p, 0, "r1 (current)", "current");
    EXPECT(p, 0, "pending    1 revision", "status");
    EXPECT(p, 0, "2 revision files are valid", "validate");
    EXPECT(p, 0, "nothing is out of step", "check", "--from", "database", "--to", "models");
    EXPECT(p, 1, "a standby: it can be read only", "doctor");
    EXPECT(p, 0, "CREATE TABLE b", "upgrade", "--dry-run");
    EXPECT(p, 4, "is read-only: its server is a standby", "upgrade");
    EXPECT(p, 4, "is read-only: its server is a standby", "downgrade", "base", "--allow", "all");
    EXPECT(p, 4, "is read-only: its server is a standby", "stamp", "r2");
    EXPECT(p, 4, "is read-only: its server is a standby", "db", "reset", "--yes");
    EXPECT(p, 0, "nothing to do", "upgrade", "r1");
    EXPECT(p, 0, "INSERT INTO", "upgrade", "--sql");
    if (server_has_dump())
        EXPECT(p, 0, "backups/", "db", "backup");
    server_expect(url, "SELECT version_num FROM gen_version", "r1");
    own_server_stop(server);
}

#define ROLE "gen_test_bystander"

static int drop_role(void **state)
{
    (void)state;
    g_autofree char *admin = server_url("postgres");
    server_execute(admin, "DROP ROLE IF EXISTS " ROLE);
    return 0;
}

/* Takes the first user of the URL away, and puts another in. */
static char *url_of_role(const char *url)
{
    g_auto(GStrv) parts = g_strsplit(url, "&user=", 2);
    return g_strconcat(parts[0], "&user=" ROLE, NULL);
}

static void no_right_to_make_tables(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    g_autofree char *limited = url_of_role(p->url);
    server_execute(p->url,
                   "CREATE ROLE " ROLE " LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    p->setting.url = limited;
    project_revision(p, "r1", "", "SELECT 1;", "");
    EXPECT(p, 0, "no version table yet", "status");
    EXPECT(p, 1, "versions    problem  public.gen_version is not there yet, and there is no right",
           "doctor");
    EXPECT(p, 4, "hint: GRANT CREATE ON SCHEMA public, or name another schema in gen.yml",
           "upgrade");
    EXPECT(p, 4, "kept in public.gen_version and public.gen_history", "stamp", "r1");
    scratch_write(p->dir, "gen.yml", "version_table_schema: Books\n");
    EXPECT(p, 5, "hint: CREATE SCHEMA \"Books\", or name another", "upgrade");
    server_execute(p->url, "CREATE SCHEMA \"Books\" AUTHORIZATION " ROLE);
    EXPECT(p, 0, "+ r1", "upgrade");
    server_expect(p->url, "SELECT version_num FROM \"Books\".gen_version", "r1");
    server_execute(p->url, "DROP OWNED BY " ROLE);
}

/* Tables that somebody else has made need no right to make them. */
static void tables_made_by_another(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    g_autofree char *url = g_strdup(p->url);
    g_autofree char *limited = url_of_role(p->url);
    project_revision(p, "r1", "", "SELECT 1;", "");
    EXPECT(p, 0, "+ r1", "upgrade");
    EXPECT(p, 0, "- r1", "downgrade", "base");
    server_execute(url,
                   "CREATE ROLE " ROLE " LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
                   "GRANT SELECT, INSERT, UPDATE, DELETE ON gen_version, gen_history TO " ROLE);
    p->setting.url = limited;
    EXPECT(p, 0, "is stamped r1", "stamp", "r1");
    EXPECT(p, 0, "is stamped base", "stamp", "base");
    EXPECT(p, 0, "+ r1", "upgrade");
    project_revision(p, "r2", "r1", "CREATE TABLE b (x int);", "");
    EXPECT(p, 5, "permission denied for schema public [statement 42501]", "upgrade");
    server_execute(url, "DROP OWNED BY " ROLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_standby),
        cmocka_unit_test_teardown(no_right_to_make_tables, drop_role),
        cmocka_unit_test_teardown(tables_made_by_another, drop_role),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
