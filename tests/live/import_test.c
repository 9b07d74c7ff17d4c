/* gen import over models that people wrote: what the database says the same stays as it is. */
#include "tests/support/check.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#include <string.h>

#define SHOP "models/shop.yml"

/* In ways of its own throughout: sections for what import puts into fields and the other way round,
 * texts that the server says in another way, lists of several objects, shorthands. */
static const char shop[] =
    "# Of the shop.\n"
    "enums:\n"
    "  role: [admin, client]   # who\n"
    "  # of orders\n"
    "  state: { values: [open, paid], comment: Where it stands }\n"
    "sequences:\n"
    "  - invoices\n"
    "  # of the queue\n"
    "  - { name: tickets, start: 1000 }\n"
    "extensions: [citext]\n"
    "---\n"
    "# People\n"
    "name: User\n"
    "table: users\n"
    "fields:\n"
    "  # the key\n"
    "  id:      bigserial\n"
    "  email:   { type: citext, required: true }   # to sign in\n"
    "  role:    { type: role, default: client }\n"
    "\n"
    "  # money\n"
    "  balance: { type: \"numeric(12,2)\", default: 0, check: balance >= 0 }\n"
    "primary_key: [id]\n"
    "\n"
    "unique:\n"
    "  # one each\n"
    "  - [email]\n"
    "timestamps: true\n"
    "---\n"
    "# Days\n"
    "table: days\n"
    "partition_by: { range: [day] }\n"
    "fields: { day: date, n: int }   # small\n"
    "partitions:\n"
    "  # the first\n"
    "  d1: { values: \"FROM ('2020-01-01') TO ('2020-01-02')\" }\n"
    "  d2: { values: \"FROM ('2020-01-02') TO ('2020-01-03')\" }   # 2\n"
    "---\n"
    "table: open\n"
    "partition_by: { range: [day] }\n"
    "fields: { day: date }\n";

static Project *with_shop(void)
{
    Project *project = project_new();
    scratch_write(project->dir, SHOP, shop);
    program_free(program_expect(&project->setting, 0, "diff", "--apply", NULL));
    return project;
}

static void expect_in_step(const Project *project)
{
    program_free(program_expect(&project->setting, 0, "check", "--from", "database", "--to",
                                "models", NULL));
    g_autoptr(ProgramRun) again = program_expect(&project->setting, 0, "import", "--json", NULL);
    assert_non_null(strstr(again->out, "\"written\" : 0"));
}

/* The text with each `from` of (from, to, from, to, …, NULL), which has to be in it, replaced. */
static char *with_changes(const char *text, const char *const *changes)
{
    GString *changed = g_string_new(text);
    for (; *changes; changes += 2)
        if (g_string_replace(changed, changes[0], changes[1], 1) != 1)
            fail_msg("not there: %s", changes[0]);
    return g_string_free(changed, FALSE);
}

static void expect_import(const Project *project, const char *const *changes)
{
    g_autofree char *before = scratch_read(project->dir, SHOP);
    g_autofree char *expected = with_changes(before, changes);
    program_free(program_expect(&project->setting, 0, "import", NULL));
    g_autofree char *got = scratch_read(project->dir, SHOP);
    assert_string_equal(got, expected);
    expect_in_step(project);
}

static void nothing_new_changes_nothing(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    static const char *const none[] = {NULL};
    expect_import(p, none);
}

static void only_what_is_new_is_written(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    server_execute(p->url, "ALTER TYPE role ADD VALUE 'guest'; ALTER SEQUENCE tickets CACHE 5;"
                           "DROP SEQUENCE invoices;"
                           "ALTER TABLE users ALTER email TYPE text, ADD nick text UNIQUE;"
                           "ALTER TABLE users ADD CHECK (balance < 10);"
                           "COMMENT ON COLUMN users.balance IS 'money';"
                           "DROP TABLE d1; COMMENT ON TABLE d2 IS 'second'");
    static const char *const changes[] = {
        "  role: [admin, client]   # who\n",
        "  role: [admin, client, guest]   # who\n",
        "  - invoices\n",
        "",
        "  - { name: tickets, start: 1000 }\n",
        "  - { name: tickets, start: 1000, cache: 5 }\n",
        "  email:   { type: citext, required: true }   # to sign in\n",
        "  email:   { type: text, required: true }   # to sign in\n",
        "  balance: { type: \"numeric(12,2)\", default: 0, check: balance >= 0 }\n",
        "  balance: { type: \"numeric(12,2)\", default: 0, check: balance >= 0, comment: money }\n"
        "  nick: text\n",
        "  - [email]\n",
        "  - [email]\n"
        "  - [nick]\n"
        "checks:\n"
        "  users_balance_check1: (balance < (10)::numeric)\n",
        "  # the first\n"
        "  d1: { values: \"FROM ('2020-01-01') TO ('2020-01-02')\" }\n"
        "  d2: { values: \"FROM ('2020-01-02') TO ('2020-01-03')\" }   # 2\n",
        "  d2: { values: \"FROM ('2020-01-02') TO ('2020-01-03')\", comment: second }   # 2\n",
        NULL};
    expect_import(p, changes);
}

static void a_shorthand_is_overridden(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    server_execute(p->url, "ALTER TABLE users ALTER created_at DROP NOT NULL");
    static const char *const changes[] = {
        "check: balance >= 0 }\n",
        "check: balance >= 0 }\n"
        "  created_at: {type: timestamptz, default: {sql: now()}}\n",
        NULL};
    expect_import(p, changes);
}

/* What a shorthand says is gone: that document is written anew, and no other. */
static void what_cannot_be_changed_alone_is_written_anew(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    server_execute(p->url, "ALTER TABLE users DROP created_at");
    program_free(program_expect(&p->setting, 0, "import", NULL));
    g_autofree char *got = scratch_read(p->dir, SHOP);
    const char *kept = strstr(shop, "---\n# Days");
    assert_non_null(strstr(got, kept));
    assert_true(g_str_has_prefix(got, "# Of the shop.\nenums:\n  role: [admin, client]   # who\n"));
    assert_non_null(strstr(got, "---\n# People\nname: User\ntable: users\n"));
    assert_non_null(strstr(got, "  updated_at: {type: timestamptz, required: true, "
                                "default: {sql: now()}}\n"));
    expect_in_step(p);
}

static void what_models_lose_is_told(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    scratch_write(p->dir, "models/more.yml", "table: mine\nfields: { id: int }\n");
    g_autoptr(ProgramRun) run = program_expect(&p->setting, 0, "import", NULL);
    assert_non_null(strstr(run->err, "models/more.yml:1:8: warning: table mine is not in the "
                                     "database, and in the models no more"));
    expect_in_step(p);
}

static void open_partitions_stay_open(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    server_execute(p->url, "CREATE TABLE o1 PARTITION OF open DEFAULT");
    static const char *const none[] = {NULL};
    expect_import(p, none);
}

static void what_is_not_managed_stays_out(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    scratch_write(p->dir, "gen.yml",
                  "models: models\nmigrations: migrations\nschemas: [public]\n"
                  "exclude: ['table:public\\.audit_.*']\n");
    scratch_write(p->dir, "models/more.yml", "table: audit_x # kept\nfields: { id: int }\n");
    server_execute(p->url, "CREATE TABLE audit_1 (); CREATE SCHEMA o; CREATE TABLE o.t ()");
    static const char *const none[] = {NULL};
    expect_import(p, none);
    g_autofree char *more = scratch_read(p->dir, "models/more.yml");
    assert_string_equal(more, "table: audit_x # kept\nfields: { id: int }\n");
    g_autofree char *folder = g_build_filename(p->dir, "models", NULL);
    g_auto(GStrv) files = scratch_list(folder);
    assert_int_equal(g_strv_length(files), 2);
}

/* Also in a document in which nothing managed is left, or that is written anew. */
static void what_is_not_managed_stays_beside_what_is(void **state)
{
    (void)state;
    g_autoptr(Project) p = with_shop();
    scratch_write(p->dir, "gen.yml",
                  "models: models\nmigrations: migrations\nexclude: ['.*:public\\.audit_.*']\n");
    scratch_write(p->dir, "models/gone.yml",
                  "enums:\n  gone: [a]\n  audit_a: [b]\n---\ntable: audit_t\n"
                  "fields: { id: int, n: int } # kept\n");
    scratch_write(p->dir, "models/anew.yml",
                  "timestamps: true\ntable: anew\nfields: { id: int }\n---\n"
                  "functions:\n  audit_f: { returns: int, language: sql, body: SELECT 1 }\n");
    server_execute(p->url, "CREATE TABLE anew (id int, created_at timestamptz)");
    program_free(program_expect(&p->setting, 0, "import", NULL));
    g_autofree char *gone = scratch_read(p->dir, "models/gone.yml");
    assert_null(strstr(gone, "gone"));
    assert_non_null(strstr(gone, "audit_a: [b]"));
    assert_non_null(strstr(gone, "table: audit_t\nfields: { id: int, n: int } # kept\n"));
    g_autofree char *anew = scratch_read(p->dir, "models/anew.yml");
    assert_null(strstr(anew, "timestamps"));
    assert_non_null(strstr(anew, "audit_f: { returns: int, language: sql, body: SELECT 1 }"));
    expect_in_step(p);
}

/* Servers before 18 take the name of a NOT NULL constraint and forget it. */
static void what_the_server_forgets_stays(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    static const char start[] = "table: t\nfields:\n"
                                "  a: { type: integer, required: { name: a_there } }   # kept\n";
    scratch_write(p->dir, "models/t.yml", start);
    server_execute(p->url, "CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, b text)");
    program_free(program_expect(&p->setting, 0, "import", NULL));
    g_autofree char *now = scratch_read(p->dir, "models/t.yml");
    g_autofree char *expected = g_strconcat(start, "  b: text\n", NULL);
    assert_string_equal(now, expected);
}

/* What models say for the next change is none of the database's business. */
static void hints_stay(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, SHOP,
                  "table: t\n"
                  "renamed_from: s   # then\n"
                  "fields:\n"
                  "  a: { type: int, required: true, backfill: 0, renamed_from: b }   # a\n"
                  "  c: { type: text, using: { upgrade: lower(c), downgrade: upper(c) } }\n"
                  "---\n"
                  "enum: e\n"
                  "values:\n"
                  "  - x\n"
                  "  - { value: y, renamed_from: z }   # was z\n");
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "COMMENT ON COLUMN t.a IS 'A'; ALTER TABLE t ADD d int;"
                           "ALTER TYPE e ADD VALUE 'w'");
    static const char *const changes[] = {", renamed_from: b }   # a\n",
                                          ", comment: A, renamed_from: b }   # a\n",
                                          "downgrade: upper(c) } }\n",
                                          "downgrade: upper(c) } }\n  d: integer\n",
                                          "  # was z\n",
                                          "  # was z\n  - w\n",
                                          NULL};
    expect_import(p, changes);
}

/* Of a list in an order of its own, some of which a relation says. */
static void lists_keep_their_order(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, SHOP,
                  "table: t\n"
                  "fields:\n"
                  "  id: { type: int, primary: true }\n"
                  "  c: text\n"
                  "  b: text\n"
                  "  a: text\n"
                  "relations:\n"
                  "  - { type: many_to_one, target: t, name: up }\n"
                  "indexes:\n"
                  "  # first\n"
                  "  - [c]   # c\n"
                  "  - [b]\n"
                  "  - { fields: [ { expression: lower( a ) } ], where: a<>'' }   # a\n"
                  "checks:\n"
                  "  z: a <> 'z'   # z\n"
                  "  y: a <> 'y'\n"
                  "statistics:\n"
                  "  s: { fields: [c, a] }   # both\n");
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "DROP INDEX t_b_idx; CREATE INDEX ON t (id, a);"
                           "ALTER TABLE t ADD CHECK (b <> 'x');"
                           "COMMENT ON STATISTICS s IS 'S'");
    static const char *const changes[] = {"  - [b]\n",
                                          "",
                                          "  # a\n",
                                          "  # a\n  - [id, a]\n",
                                          "  y: a <> 'y'\n",
                                          "  y: a <> 'y'\n  t_b_check: (b <> 'x'::text)\n",
                                          "[c, a] }",
                                          "[c, a], comment: S }",
                                          NULL};
    expect_import(p, changes);
}

/* Files of other systems: their line breaks, and a byte order mark. */
static void line_breaks_and_marks_stay(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, SHOP,
                  "\xEF\xBB\xBFtable: t   # t\r\nfields:\r\n  a: int\r\n---\r\n"
                  "enum: e\r\nvalues: [x]");
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "ALTER TABLE t ADD b int; ALTER TYPE e ADD VALUE 'w'");
    static const char *const changes[] = {"  a: int\r\n", "  a: int\r\n  b: integer\r\n", "[x]",
                                          "[x, w]", NULL};
    expect_import(p, changes);
}

/* What says one thing in a way of its own is written anew, and others of the file are not. */
static void one_document_is_written_anew_alone(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, SHOP,
                  "name: T\ntable: ts\nfields: { id: { type: int, primary: true } }\n"
                  "soft_delete: true\n---\n"
                  "table: us # us\nfields:\n  a: { type: int } # a\n"
                  "relations: [ { type: many_to_one, target: T } ] # r\n");
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "ALTER TABLE ts DROP deleted_at; ALTER TABLE us ADD b int");
    static const char *const changes[] = {
        "fields: { id: { type: int, primary: true } }\nsoft_delete: true\n",
        "fields:\n  id: {type: integer, primary: true}\n", "# a\n", "# a\n  b: integer\n", NULL};
    expect_import(p, changes);
}

/* It has none in a database where public was dropped and made again. */
static void a_public_without_comment_is_said_so(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, "models/t.yml", "table: t\nfields: { a: int }\n");
    server_execute(p->url, "CREATE TABLE t (a int); COMMENT ON SCHEMA public IS NULL");
    program_free(
        program_expect(&p->setting, 0, "check", "--from", "database", "--to", "models", NULL));
    program_free(program_expect(&p->setting, 0, "import", NULL));
    g_autofree char *schemas = scratch_read(p->dir, "models/schemas.yml");
    assert_string_equal(schemas, "schema: public\ncomment: ''\n");
    expect_in_step(p);
    scratch_write(p->dir, "models/schemas.yml", "schema: public\n");
    g_autoptr(ProgramRun) run =
        program_expect(&p->setting, 1, "check", "--from", "database", "--to", "models", NULL);
    assert_non_null(strstr(run->out, "schema public: PostgreSQL's own comment"));
}

/* Without `manage`, too: what a model states of grants, owners and default privileges is compared,
 * so it is imported. What it leaves open stays open. */
static void what_models_state_of_access_stays(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    static const char start[] = "table: t   # ours\n"
                                "owner: postgres\n"
                                "grants: { public: [select] }   # everybody\n"
                                "fields:\n"
                                "  a: int\n"
                                "---\n"
                                "table: u\n"
                                "fields:\n"
                                "  a: int\n"
                                "---\n"
                                "default_privileges: postgres\n"
                                "on: sequences\n"
                                "grants: { public: [usage] }\n";
    scratch_write(p->dir, SHOP, start);
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "ALTER TABLE t ADD b text; ALTER TABLE u ADD b text;"
                           "GRANT INSERT ON u TO PUBLIC");
    static const char *const added[] = {"  a: int\n---\ntable: u\nfields:\n  a: int\n",
                                        "  a: int\n  b: text\n---\n"
                                        "table: u\nfields:\n  a: int\n  b: text\n",
                                        NULL};
    expect_import(p, added);
    server_execute(p->url, "GRANT INSERT ON t TO PUBLIC");
    static const char *const granted[] = {"grants: { public: [select] }   # everybody\n",
                                          "grants: { public: [insert, select] }   # everybody\n",
                                          NULL};
    expect_import(p, granted);
}

/* Nor does a view change because a table that it reads does. */
static void a_view_stays_when_its_table_changes(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, SHOP,
                  "table: t\n"
                  "fields:\n"
                  "  a: int\n"
                  "---\n"
                  "view: v\n"
                  "definition: |\n"
                  "  SELECT a   -- the first\n"
                  "  FROM t\n");
    program_free(program_expect(&p->setting, 0, "diff", "--apply", NULL));
    server_execute(p->url, "ALTER TABLE t ADD b text");
    static const char *const changes[] = {"  a: int\n", "  a: int\n  b: text\n", NULL};
    expect_import(p, changes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_new_changes_nothing),
        cmocka_unit_test(only_what_is_new_is_written),
        cmocka_unit_test(a_shorthand_is_overridden),
        cmocka_unit_test(what_cannot_be_changed_alone_is_written_anew),
        cmocka_unit_test(what_models_lose_is_told),
        cmocka_unit_test(open_partitions_stay_open),
        cmocka_unit_test(what_is_not_managed_stays_out),
        cmocka_unit_test(what_is_not_managed_stays_beside_what_is),
        cmocka_unit_test(what_the_server_forgets_stays),
        cmocka_unit_test(what_models_state_of_access_stays),
        cmocka_unit_test(a_view_stays_when_its_table_changes),
        cmocka_unit_test(hints_stay),
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(line_breaks_and_marks_stay),
        cmocka_unit_test(one_document_is_written_anew_alone),
        cmocka_unit_test(a_public_without_comment_is_said_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
