#include "migrations/hazard.h"
#include "migrations/journal.h"
#include "migrations/revision.h"
#include "migrations/revision_parse.h"
#include "migrations/squash.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

#define HEAD "-- add phone\n--\n-- Revision: abc123def456\n-- Revises: 9f8e7d6c5b4a\n"

static RevisionFile *parse(const char *text, Diagnostics *diagnostics)
{
    return revision_parse("r.sql", text, diagnostics);
}

static RevisionFile *parse_well(const char *text)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    RevisionFile *file = parse(text, diagnostics);
    if (!file)
        fail_msg("%s", diagnostics_get(diagnostics, 0)->text);
    return file;
}

/* What gen writes comes back byte by byte. */
static void round_trip(void **state)
{
    (void)state;
    static const char text[] = "-- add phone_number to users\n"
                               "-- and a second line\n"
                               "--\n"
                               "-- Revision: abc123def456\n"
                               "-- Revises: 9f8e7d6c5b4a, 0123456789ab\n"
                               "-- Branch-Labels: accounts\n"
                               "-- Depends-On: aaaaaaaaaaaa\n"
                               "-- Replaces: bbbbbbbbbbbb\n"
                               "-- Created: 2026-01-01T03:25:00Z\n"
                               "-- Generator: gen 0.1.0 for PostgreSQL 15\n"
                               "-- Verified: upgrade and downgrade proved on PostgreSQL 15.20\n"
                               "--\n"
                               "-- Changes\n"
                               "--   + column users.phone_number varchar(20)\n"
                               "--   ~ enum role\n"
                               "\n"
                               "-- gen: upgrade\n"
                               "-- gen: step autocommit\n"
                               "-- users: ACCESS EXCLUSIVE\n"
                               "ALTER TABLE public.users ADD COLUMN phone_number varchar(20);\n"
                               "SELECT 1;\n"
                               "\n"
                               "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$\n"
                               "BEGIN\n"
                               "    -- gen: downgrade\n"
                               "    RETURN ';';\n"
                               "END $body$;\n"
                               "\n"
                               "-- gen: step\n"
                               "-- gen: timeout lock=5s statement=1h\n"
                               "UPDATE public.users SET phone_number = '';\n"
                               "\n"
                               "-- a thought of its own\n"
                               "--\n"
                               "SELECT 2 -- not lost\n"
                               ";\n"
                               "\n"
                               "-- gen: downgrade\n"
                               "-- DATA LOSS: users.phone_number is dropped with its values\n"
                               "ALTER TABLE public.users DROP COLUMN phone_number;\n";
    g_autoptr(RevisionFile) file = parse_well(text);
    g_autofree char *again = revision_file_text(file);
    assert_string_equal(again, text);
    assert_int_equal(file->upgrade.steps->len, 2);
    assert_int_equal(section_statements(&file->upgrade), 5);
    assert_int_equal(file->revises->len, 2);
    assert_string_equal(file->message, "add phone_number to users\nand a second line");
}

/* A file that was built in memory reads back to what it was. */
static void built_file(void **state)
{
    (void)state;
    g_autoptr(RevisionFile) file = revision_file_new();
    file->id = g_strdup("abc");
    file->message = g_strdup("has\n\nan empty line\r\nand Revision: none");
    Step *step = section_add_step(&file->upgrade, false);
    step_add_comment(step, "gen: upgrade");
    step_add_statement(step, "  SELECT 1 ;  ");
    step_add_statement(step, "SELECT 2 -- open");
    g_autofree char *text = revision_file_text(file);
    g_autoptr(RevisionFile) back = parse_well(text);
    g_autofree char *again = revision_file_text(back);
    assert_string_equal(again, text);
    assert_int_equal(section_statements(&back->upgrade), 2);
    assert_string_equal(back->message, "has\nan empty line\nand Revision: none");
}

static void splitting(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        guint statements;
    } cases[] = {
        {"SELECT 1; SELECT 2;", 2},
        {"SELECT ';'; SELECT $$;$$, $a$;$$;$a$", 2},
        {"/* ; /* nested ; */ ; */ SELECT 1;;;", 1},
        {"SELECT 1 /* ; */ -- ;\n, 2", 1},
        {"CREATE RULE r AS ON INSERT TO a DO ALSO (SELECT 1; SELECT 2); SELECT 3", 2},
        {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; "
         "END; SELECT 3;",
         2},
        {"CREATE PROCEDURE p() LANGUAGE sql\nBEGIN ATOMIC\nINSERT INTO a VALUES (1);\nEND", 1},
        {"MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE; SELECT 1", 2},
        {"SYNTAX OF THE FUTURE (1; 2); SELECT 1", 2},
        {"SELECT E'\\';'; SELECT U&'\\0061;'", 2},
        {"SELECT \"a;b\" FROM \"c\"\"d;\"", 1},
        {"future 1; SELECT 1; future 2", 3},
        {"", 0},
        {"-- nothing", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(HEAD "\n-- gen: upgrade\n", cases[i].sql, "\n", NULL);
        g_autoptr(RevisionFile) file = parse_well(text);
        if (section_statements(&file->upgrade) != cases[i].statements)
            fail_msg("%s: %u statements", cases[i].sql, section_statements(&file->upgrade));
    }
}

static void refusals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int line;
        const char *message;
    } cases[] = {
        {"SELECT 1;\n", 1, "not a revision file"},
        {"-- x\n--\n-- Revises: a\n", 1, "not a revision file"},
        {"-- x\n--\n-- Revision: a b\n", 3, "Revision: \"a b\" cannot be a name"},
        {"-- x\n--\n-- Revision: a\n-- Revise: b\n", 4, "unknown header"},
        {"-- x\n--\n-- Revision: a\n-- Revision: b\n", 4, "Revision stands here twice"},
        {HEAD "\nSELECT 1;\n", 6, "SQL before \"-- gen: upgrade\""},
        {HEAD "\n-- gen: upgrade\nSELECT 1;\n-- gen: upgrade\n", 8,
         "this section stands here twice"},
        {HEAD "\n-- gen: upgrade\nCOPY t FROM stdin;\n1\n\\.\n", 7, "COPY FROM STDIN cannot"},
        {HEAD "\n-- gen: upgrade\nSELECT 1;\n\\d t\n", 8, "a psql meta-command cannot"},
        {HEAD "\n-- gen: upgrade\nBEGIN;\nSELECT 1;\nCOMMIT;\n", 7, "a step is one transaction"},
        {HEAD "\n-- gen: upgrade\nSELECT 1;\nROLLBACK;\n", 8, "a step is one transaction"},
        {HEAD "\n-- gen: upgrade\nSELECT 'open;\n\n", 7, "unterminated quoted string"},
        {HEAD "\n-- gen: upgrade\nSELECT $x$ open;\n\n", 7, "unterminated dollar-quoted string"},
        {HEAD "\n-- gen: upgrade\n/* open\n", 7, "unterminated /* comment"},
        {HEAD "\n-- gen: upgraed\n", 6, "an unknown mark"},
        {HEAD "\n-- gen: step\n", 6, "a step outside"},
        {HEAD "\n-- gen: upgrade\n-- gen: step quickly\n", 7, "a step is"},
        {HEAD "\n-- gen: upgrade\n-- gen: timeout lock=soon\n", 7, "a timeout that cannot be read"},
        {HEAD "\n-- gen: upgrade\nSELECT '\xff';\n", 7, "not UTF-8 text"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(RevisionFile) file = parse(cases[i].text, diagnostics);
        if (file)
            fail_msg("case %zu is taken", i);
        const Diagnostic *d = diagnostics_get(diagnostics, 0);
        if (!g_str_has_prefix(d->text, cases[i].message) || d->place.line != cases[i].line)
            fail_msg("case %zu: %d: %s", i, d->place.line, d->text);
    }
}

static void allowed(void **state)
{
    (void)state;
    g_autoptr(RevisionFile) file =
        parse_well("\xEF\xBB\xBF" HEAD "\r\n-- gen: upgrade\r\nSAVEPOINT a;\r\nROLLBACK TO a;\r\n"
                   "ROLLBACK TO SAVEPOINT a;\r\nSELECT 'a\r\nb';\r\n");
    assert_int_equal(section_statements(&file->upgrade), 4);
    assert_false(file->downgrade.present);
}

/* Comments and lines between statements do not change what ran; statements do. */
static void checksums(void **state)
{
    (void)state;
    g_autoptr(RevisionFile) a = parse_well(HEAD "\n-- gen: upgrade\nSELECT 1;\nSELECT 2;\n");
    g_autoptr(RevisionFile) b =
        parse_well(HEAD "\r\n-- gen: upgrade\r\n\r\n-- why\r\nSELECT 1;  SELECT 2;\r\n");
    g_autoptr(RevisionFile) c = parse_well(HEAD "\n-- gen: upgrade\nSELECT 1;\nSELECT 3;\n");
    g_autoptr(RevisionFile) d =
        parse_well(HEAD "\n-- gen: upgrade\nSELECT 1;\n-- gen: step\nSELECT 2;\n");
    g_autofree char *sum_a = section_checksum(&a->upgrade, 1);
    g_autofree char *sum_b = section_checksum(&b->upgrade, 1);
    g_autofree char *sum_c = section_checksum(&c->upgrade, 1);
    g_autofree char *sum_d = section_checksum(&d->upgrade, 2);
    assert_string_equal(sum_a, sum_b);
    assert_string_not_equal(sum_a, sum_c);
    assert_string_not_equal(sum_a, sum_d);
}

static void slugs(void **state)
{
    (void)state;
    static const struct {
        const char *message;
        const char *slug;
    } cases[] = {
        {"Add phone_number to users", "add_phone_number_to_users"},
        {"  Größe: äöü & more!  ", "grosse_aou_more"},
        {"a very long message that does not fit into forty characters",
         "a_very_long_message_that_does_not_fit"},
        {"averyveryveryveryveryveryveryverylongwordthatdoesnotfit",
         "averyveryveryveryveryveryveryverylongwor"},
        {"../../etc/passwd", "etc_passwd"},
        {"two\nlines", "two"},
        {"!!!", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *slug = revision_slug(cases[i].message);
        assert_true(strlen(slug) <= 40);
        if (i != 1) /* how umlauts are written depends on the C library */
            assert_string_equal(slug, cases[i].slug);
    }
}

static void file_names(void **state)
{
    (void)state;
    static const struct {
        const char *file_template;
        const char *timezone;
        const char *name;
    } cases[] = {
        {NULL, NULL, "20260101_0325_abc_add_phone.sql"},
        {NULL, "Asia/Tokyo", "20260101_1225_abc_add_phone.sql"},
        {"%(rev)s_%(slug)s", NULL, "abc_add_phone.sql"},
        {"%(year)d_%(month).2d_%(day).2d_%(hour).2d%(minute).2d-%(rev)s_%(slug)s", NULL,
         "2026_01_01_0325-abc_add_phone.sql"},
    };
    g_autofree char *dir = scratch_dir();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(RevisionFile) file = revision_file_new();
        file->id = g_strdup("abc");
        file->message = g_strdup("add phone");
        file->created = g_strdup("2026-01-01T03:25:00Z");
        RevisionNaming naming = {cases[i].file_template, cases[i].timezone};
        assert_true(revision_write(file, dir, &naming, diagnostics));
        g_autofree char *name = g_path_get_basename(file->path);
        assert_string_equal(name, cases[i].name);
        /* Never over another one, and nothing left beside it. */
        assert_false(revision_write(file, dir, &naming, diagnostics));
    }
    g_auto(GStrv) left = scratch_list(dir);
    assert_int_equal(g_strv_length(left), G_N_ELEMENTS(cases));
}

static void templates(void **state)
{
    (void)state;
    static const char *const bad[] = {"%(year)s", "%(rev)s/%(slug)s", "%(rev)s_%(nobody)s"};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        assert_false(revision_check_template(bad[i], PLACE_NONE, diagnostics));
    }
    g_autoptr(Diagnostics) none = diagnostics_new();
    assert_true(revision_check_template(REVISION_FILE_TEMPLATE, PLACE_NONE, none));
}

static void ids(void **state)
{
    (void)state;
    g_autofree char *a = revision_new_id();
    g_autofree char *b = revision_new_id();
    assert_int_equal(strlen(a), 12);
    assert_int_equal(strspn(a, "0123456789abcdef"), 12);
    assert_string_not_equal(a, b);
}

static void hazards(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        const char *found; /* texts apart by "; " */
    } cases[] = {
        {"ALTER TABLE a ADD COLUMN b int;", ""},
        {"ALTER TABLE s.a DROP COLUMN b, DROP COLUMN c;",
         "column s.a.b is dropped; column s.a.c is dropped"},
        {"DROP TABLE a, s.b;", "table a is dropped; table s.b is dropped"},
        {"TRUNCATE a;", "table a is emptied"},
        {"DELETE FROM a;", "all rows of table a are deleted"},
        {"DELETE FROM a WHERE b;", ""},
        {"UPDATE a SET b = 1;", ""},
        {"DROP VIEW v CASCADE; DROP INDEX i; DROP MATERIALIZED VIEW m;", ""},
        {"DROP SCHEMA s;", ""},
        {"DROP SCHEMA s CASCADE;", "schema s is dropped with all that depends on it"},
        {"DROP TYPE t CASCADE;", "type t is dropped with all that depends on it"},
        {"CREATE TABLE a (b int); INSERT INTO a VALUES (1); DROP TABLE a;", ""},
        {"CREATE TEMP TABLE a AS SELECT 1; TRUNCATE a;", ""},
        {"-- DATA LOSS: a.b goes\nALTER TABLE a DROP COLUMN b;", "a.b goes"},
        {"DROP TABLE of the future IF (x);", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(HEAD "\n-- gen: upgrade\n", cases[i].sql, "\n", NULL);
        g_autoptr(RevisionFile) file = parse_well(text);
        g_autoptr(GPtrArray) found = hazards_of(&file->upgrade, "r.sql");
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint j = 0; j < found->len; j++)
            g_string_append_printf(got, "%s%s", j ? "; " : "",
                                   ((const Hazard *)g_ptr_array_index(found, j))->text);
        assert_string_equal(got->str, cases[i].found);
    }
}

static void allowing(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    guint allowed_bits = 0;
    assert_true(hazards_parse_allowed("data_loss", &allowed_bits, diagnostics));
    assert_int_equal(allowed_bits, 1);
    assert_true(hazards_parse_allowed(" all ", &allowed_bits, diagnostics));
    assert_true(hazards_parse_allowed(NULL, &allowed_bits, diagnostics));
    assert_int_equal(allowed_bits, 0);
    assert_false(hazards_parse_allowed("fire", &allowed_bits, diagnostics));
}

/* The graph's own errors name the files. */
static void broken_graphs(void **state)
{
    (void)state;
    static const struct {
        const char *files[3]; /* headers, name is its place */
        const char *text;
        const char *detail;
    } cases[] = {
        {{"-- Revision: a\n", "-- Revision: a\n", NULL},
         "revision a stands in two files",
         "the other one is"},
        {{"-- Revision: a\n-- Revises: z\n", NULL, NULL}, "Revises: there is no revision z", NULL},
        {{"-- Revision: a\n-- Depends-On: z\n", NULL, NULL},
         "Depends-On: there is no revision z",
         NULL},
        {{"-- Revision: a\n-- Revises: a\n", NULL, NULL}, "Revises: revision a names itself", NULL},
        {{"-- Revision: a\n-- Revises: b\n", "-- Revision: b\n-- Revises: a\n", NULL},
         "revisions that stand on each other in a circle",
         "1.sql"},
        {{"-- Revision: a\n", "-- Revision: b\n-- Revises: a\n-- Branch-Labels: a\n", NULL},
         "the branch label \"a\" is taken",
         "0.sql"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *dir = scratch_dir();
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        for (int j = 0; j < 3 && cases[i].files[j]; j++) {
            g_autofree char *name = g_strdup_printf("%d.sql", j);
            scratch_write(dir, name, cases[i].files[j]);
        }
        assert_null(graph_read(dir, diagnostics));
        const Diagnostic *d = diagnostics_get(diagnostics, 0);
        assert_string_equal(d->text, cases[i].text);
        assert_non_null(d->place.file);
        if (cases[i].detail)
            assert_non_null(strstr(d->detail, cases[i].detail));
    }
}

static void squashing(void **state)
{
    (void)state;
    g_autofree char *dir = scratch_dir();
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    scratch_write(dir, "1.sql",
                  "-- one\n--\n-- Revision: a\n\n-- gen: upgrade\nSELECT 'up a';\n\n"
                  "-- gen: downgrade\nSELECT 'down a';\n");
    scratch_write(dir, "2.sql",
                  "-- two\n--\n-- Revision: b\n-- Revises: a\n\n-- gen: upgrade\n"
                  "SELECT 'up b';\n\n-- gen: downgrade\nSELECT 'down b';\n");
    g_autoptr(Graph) graph = graph_read(dir, diagnostics);
    assert_non_null(graph);
    g_autoptr(RevisionFile) file = squash_revisions(graph->revisions, NULL, diagnostics);
    assert_non_null(file);
    assert_true(squash_write(file, graph->revisions, diagnostics));
    g_autofree char *text = scratch_read(dir, "2.sql");
    g_autofree char *expected = g_strdup_printf(
        "-- one; two\n--\n-- Revision: b\n-- Replaces: a\n-- Replaced-Checksum: %s\n"
        "\n-- gen: upgrade\nSELECT 'up a';\n\n-- gen: step\nSELECT 'up b';\n"
        "\n-- gen: downgrade\nSELECT 'down b';\n\n-- gen: step\nSELECT 'down a';\n",
        file->replaced_checksum);
    assert_string_equal(text, expected);
    g_auto(GStrv) left = scratch_list(dir);
    assert_int_equal(g_strv_length(left), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(round_trip),    cmocka_unit_test(built_file), cmocka_unit_test(splitting),
        cmocka_unit_test(refusals),      cmocka_unit_test(allowed),    cmocka_unit_test(checksums),
        cmocka_unit_test(slugs),         cmocka_unit_test(file_names), cmocka_unit_test(templates),
        cmocka_unit_test(ids),           cmocka_unit_test(hazards),    cmocka_unit_test(allowing),
        cmocka_unit_test(broken_graphs), cmocka_unit_test(squashing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
