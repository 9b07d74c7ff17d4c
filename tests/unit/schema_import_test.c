/* Writing models: what is read back is the same, and files that say so are not touched. */
#include "schema/import_writer.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

#include <glib/gstdio.h>

static State *read_text(const char *text)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    State *state = models_read_text("model.yml", text, strlen(text), NULL, diagnostics);
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines, "");
    return state;
}

static State *read_directory(const char *directory)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    State *state = models_read(directory, NULL, diagnostics);
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines, "");
    return state;
}

static ModelWriteResult write_models(const State *state, const char *directory)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    ModelWriteResult result = {0, 0, 0};
    assert_true(models_write(state, directory, NULL, &result, diagnostics));
    return result;
}

static void remove_tree(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        remove_tree(below);
    }
    if (dir)
        g_dir_close(dir);
    g_remove(path);
}

static char *contents(const char *directory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static const char *const models[] = {
    "table: t\ncomment: \"two\\nlines\"\nfields:\n"
    "  id: { type: bigserial, primary: true }\n  b: { type: string, max_length: 3, unique: true }\n"
    "  c: { type: int, default: -1, check: c > 0, index: true, references: t.id, "
    "on_delete: set null }\n"
    "  d: { type: timestamptz, default: { sql: now() }, required: true }\n"
    "  e: { type: 'text[]', default: [a, 'b c'] }\n  f: { type: jsonb, default: { a: [1] } }\n"
    "  g: { type: text, default: 'null' }\n  h: { type: text, default: '' }\n"
    "  i: { type: int, identity: { start: 5, cycle: true } }\n"
    "  j: { type: text, generated: \"b || ': ' || g\", comment: '# not a comment' }\n"
    "  k: { type: boolean, default: false }\n  l: { type: text, default: 'yes' }\n"
    "  m: { type: bit(3), default: '101' }\n  n: { type: float, default: 1e3 }\n"
    "checks: { long: \"c > 0\\n  AND c < 10\" }\n"
    "unique: [[b, c], { name: named, fields: [b], nulls_not_distinct: true }]\n"
    "indexes:\n  - [b, { expression: lower(b) }]\n"
    "  - { fields: [{ field: c, order: desc, nulls: last }], where: c > 0, with: { fillfactor: 70 }"
    " }\n",
    /* names that look like something else */
    "table: 'yes'\nfields:\n  'null': { type: int, primary: true }\n  '1': int\n  'a.b': int\n"
    "  'a\"b': int\n  ' lead': int\n  'tab\\t': int\n  'ünï': int\n  '<<': int\n  'a: b': int\n"
    "  \"new\\nline\": int\n"
    "foreign_keys: [{ fields: ['a.b'], references: '\"yes\".\"null\"' }]\n"
    "indexes: [['a\"b', ' lead'], ['a: b']]\nunique: [['1', 'null']]\n",
    /* file names that clash or are odd */
    "table: Users\nfields: {}\n---\ntable: users\nfields: {}\n---\ntable: enums\nfields: {}\n---\n"
    "table: ../../etc\nfields: {}\n---\ntable: a/b\nfields: {}\n---\ntable: .hidden\nfields: {}\n",
    /* types of the same name in two schemas, and one that is called like PostgreSQL's own */
    "enums:\n  - { name: role, values: [a, 'true', '', x] }\n"
    "  - { name: role, schema: app, values: [b] }\n"
    "  - { name: text, schema: app, values: [c] }\n---\n"
    "table: t\nschema: app\nfields: { a: { type: role, default: b }, b: public.role, "
    "c: { type: app.text, default: c }, d: text, e: { type: 'role[]', default: [b] } }\n",
    "domain: d\ntype: string\nmax_length: 9\ndefault: x\nchecks: { k: VALUE <> '' }\n---\n"
    "domain: e\ntype: d\nnot_null: true\n---\n"
    "table: t\nfields: { a: { type: d, default: 'x y' }, b: { type: 'd[]', default: [] } }\n",
    "sequence: s\nstart: 5\nowned_by: t.a\n---\nsequence: t_b_seq\ncomment: mine\n---\n"
    "table: t\nunlogged: true\nfields: { a: int, b: serial }\n"
    "replica_identity: { index: i }\nindexes: { i: { fields: [a], unique: true } }\n",
    /* an index that not all partitions have, on two levels */
    "table: t\nfields: { a: int }\nindexes: [{ fields: [a], only: true }]\npartition_by: "
    "{ range: a }\n---\ntable: t1\npartition_of: t\nvalues: FROM (0) TO (1)\n"
    "indexes: [{ attached_to: t_a_idx }]\n---\ntable: t2\npartition_of: t\n"
    "values: FROM (1) TO (2)\nindexes: [{ attached_to: t_a_idx, only: true }]\n"
    "partition_by: { range: a }\n---\ntable: t21\npartition_of: t2\nvalues: FROM (1) TO (2)\n",
    "extension: pg_trgm\nschema: ext\nversion: '1.6'\n---\nschema: empty\n---\nschema: said\n"
    "comment: so\n---\ntable: t\nschema: said\nfields: { a: { type: ext.thing }, "
    "b: { type: \"public.geometry(Point,4326)\" } }\n"
    "indexes: [{ fields: [{ field: a, opclass: said.ops, collation: C }], method: gin }]\n",
    "name: A\nfields: { id: { type: int, primary: true } }\n"
    "relations: [{ type: many_to_many, target: B }, { type: many_to_one, target: B }]\n---\n"
    "name: B\nfields: { id: { type: int, primary: true }, x: int }\ntimestamps: true\n",
};

static gint compare_lines(gconstpointer a, gconstpointer b)
{
    bool x = g_str_has_prefix(*(const char *const *)a, "column ");
    bool y = g_str_has_prefix(*(const char *const *)b, "column ");
    if (x || y)
        return (int)y - (int)x; /* columns stay in order */
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The order of constraints and indexes means nothing. */
static char *sorted_lines(const State *state)
{
    g_autofree char *text = state_lines(state);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (char **line = lines; *line; line++)
        g_ptr_array_add(sorted, *line);
    g_ptr_array_sort(sorted, compare_lines);
    g_ptr_array_add(sorted, NULL);
    return g_strjoinv("\n", (char **)sorted->pdata);
}

static void models_read_back_to_the_same_state(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(models); i++) {
        g_autofree char *directory = g_dir_make_tmp("import-XXXXXX", NULL);
        g_autoptr(State) wanted = read_text(models[i]);
        write_models(wanted, directory);
        g_autoptr(State) read = read_directory(directory);
        g_autofree char *expected = sorted_lines(wanted);
        g_autofree char *actual = sorted_lines(read);
        assert_string_equal(actual, expected);
        ModelWriteResult again = write_models(read, directory);
        assert_int_equal(again.written, 0);
        assert_int_equal(again.removed, 0);
        remove_tree(directory);
    }
}

static void layout_is_that_of_the_documentation(void **unused)
{
    (void)unused;
    g_autofree char *directory = g_dir_make_tmp("import-XXXXXX", NULL);
    g_autoptr(State) state = read_text(
        "enum: role\nvalues: [admin, client]\n---\n"
        "table: users\nfields: { id: { type: uuid, primary: true, default: { sql: "
        "gen_random_uuid() } }, email: { type: string, max_length: 255, required: true, unique: "
        "true }, role: { type: role, default: client }, boss: { type: uuid, references: users.id, "
        "on_delete: set null, index: true }, price: { type: numeric(12,2), default: 0, check: "
        "price >= 0 } }\nindexes: [[role, email]]\nchecks: { ok: \"price > 0\\nOR price < -1\" "
        "}\n");
    write_models(state, directory);
    g_autofree char *table = contents(directory, "public/users.yml");
    assert_string_equal(
        table, "table: users\n"
               "fields:\n"
               "  id: {type: uuid, primary: true, default: {sql: gen_random_uuid()}}\n"
               "  email: {type: string, max_length: 255, required: true, unique: true}\n"
               "  role: {type: role, default: client}\n"
               "  boss: {type: uuid, references: users.id, on_delete: set null, index: true}\n"
               "  price: {type: \"numeric(12,2)\", default: 0, check: price >= 0}\n"
               "checks:\n"
               "  ok: |-\n"
               "    price > 0\n"
               "    OR price < -1\n"
               "indexes:\n"
               "- [role, email]\n");
    g_autofree char *enums = contents(directory, "public/enums.yml");
    assert_string_equal(enums, "enum: role\nvalues: [admin, client]\n");
    remove_tree(directory);
}

static void put(const char *directory, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void files_in_which_nothing_changes_are_kept(void **unused)
{
    (void)unused;
    g_autofree char *directory = g_dir_make_tmp("import-XXXXXX", NULL);
    const char *mine = "# mine\ntable: a\nfields:\n  x: int   # said\n";
    put(directory, "mine.yml", mine);
    put(directory, "two.yml", "# lost\ntable: b\nfields: { x: int }\n---\ntable: c\nfields: {}\n");
    put(directory, "gone.yml", "table: gone\nfields: {}\n");
    g_autoptr(State) state = read_text("table: a\nfields: { x: int }\n---\n"
                                       "table: b\nfields: { x: text }\n---\n"
                                       "table: new\nfields: {}\n");
    ModelWriteResult result = write_models(state, directory);
    assert_int_equal(result.kept, 1);
    assert_int_equal(result.written, 2);
    assert_int_equal(result.removed, 1);
    g_autofree char *kept = contents(directory, "mine.yml");
    assert_string_equal(kept, mine);
    g_autofree char *changed = contents(directory, "two.yml");
    assert_string_equal(changed, "table: b\nfields:\n  x: text\n");
    g_autofree char *fresh = contents(directory, "public/new.yml");
    assert_string_equal(fresh, "table: new\nfields: {}\n");
    remove_tree(directory);
}

static void names_are_left_out_where_they_come_back(void **unused)
{
    (void)unused;
    g_autoptr(State) state = read_text(
        "table: t\nfields: { a: int, b: int }\nprimary_key: { name: t_pkey, fields: [a] }\n"
        "unique: { t_a_b_key: [a, b], t_b_key1: [b] }\nchecks: { t_a_check: a > 0, t_check: a > b "
        "}\n"
        "indexes: { t_b_idx: [b], other: [a] }\n");
    g_autoptr(GPtrArray) objects = g_ptr_array_new();
    g_ptr_array_add(objects, state_find(state, KIND_TABLE, "public", "t"));
    g_autofree char *text = models_print(state, objects, NULL);
    assert_string_equal(text, "table: t\n"
                              "fields:\n"
                              "  a: {type: integer, primary: true, check: a > 0}\n"
                              "  b: {type: integer, index: true}\n"
                              "unique:\n"
                              "- [a, b]\n"
                              "- {name: t_b_key1, fields: [b]}\n"
                              "checks:\n"
                              "- a > b\n"
                              "indexes:\n"
                              "- {name: other, fields: [a]}\n");
}

static void a_directory_that_cannot_be_written_is_told(void **unused)
{
    (void)unused;
    g_autofree char *directory = g_dir_make_tmp("import-XXXXXX", NULL);
    put(directory, "public", "a file in the way");
    g_autoptr(State) state = read_text("table: t\nfields: {}\n");
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    assert_false(models_write(state, directory, NULL, NULL, diagnostics));
    assert_int_equal(diagnostics_get(diagnostics, 0)->code, DIAG_FILE);
    remove_tree(directory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(models_read_back_to_the_same_state),
        cmocka_unit_test(layout_is_that_of_the_documentation),
        cmocka_unit_test(files_in_which_nothing_changes_are_kept),
        cmocka_unit_test(names_are_left_out_where_they_come_back),
        cmocka_unit_test(a_directory_that_cannot_be_written_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
