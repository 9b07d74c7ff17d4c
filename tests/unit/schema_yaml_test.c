/* YAML trees: values, places, and all that is refused. */
#include "schema/yaml.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

#include <glib/gstdio.h>

static YamlFile *parse(const char *text, Diagnostics *diagnostics)
{
    return yaml_file_parse("model.yml", text, strlen(text), diagnostics);
}

static void values_have_kinds_and_places(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("a: text\nb: [1, true, ~]\nc:\n  d: 'null'\n", diagnostics);
    assert_non_null(file);
    const YamlNode *root = yaml_file_root(file, 0);
    assert_int_equal(yaml_kind(root), YAML_MAPPING);
    assert_int_equal(yaml_count(root), 3);
    assert_string_equal(yaml_text(yaml_get(root, "a")), "text");
    const YamlNode *list = yaml_get(root, "b");
    gint64 number = 0;
    bool truth = false;
    assert_true(yaml_get_int(yaml_item(list, 0), &number) && number == 1);
    assert_true(yaml_get_bool(yaml_item(list, 1), &truth) && truth);
    assert_true(yaml_is_null(yaml_item(list, 2)));
    assert_null(yaml_text(yaml_item(list, 2)));
    const YamlNode *quoted = yaml_get(yaml_get(root, "c"), "d");
    assert_string_equal(yaml_text(quoted), "null");
    assert_false(yaml_is_plain(quoted));
    Place place = yaml_place(quoted);
    assert_string_equal(place.file, "model.yml");
    assert_int_equal(place.line, 4);
    assert_int_equal(place.column, 6);
    assert_null(yaml_get(root, "e"));
}

static void columns_count_characters(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("{ ä: ö, b: c }", diagnostics);
    Place place = yaml_place(yaml_get(yaml_file_root(file, 0), "b"));
    assert_int_equal(place.column, 12);
}

static void documents_may_be_empty(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("---\na: 1\n---\n---\nb: 2\n", diagnostics);
    assert_int_equal(yaml_file_documents(file), 3);
    assert_null(yaml_file_root(file, 1));
    g_autoptr(YamlFile) nothing = parse("# only a comment\n", diagnostics);
    assert_int_equal(yaml_file_documents(nothing), 0);
}

static void merge_keys_do_not_overwrite(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse(
        "a: &a { x: 1, y: 2 }\nb: &b { y: 3, z: 4 }\nc: { <<: [*a, *b], x: 5 }\n", diagnostics);
    const YamlNode *merged = yaml_get(yaml_file_root(file, 0), "c");
    assert_int_equal(yaml_count(merged), 3);
    assert_string_equal(yaml_text(yaml_get(merged, "x")), "5");
    assert_string_equal(yaml_text(yaml_get(merged, "y")), "2");
    assert_string_equal(yaml_text(yaml_get(merged, "z")), "4");
}

static void large_mappings_are_searched_by_hash(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 1000; i++)
        g_string_append_printf(text, "key_%d: %d\n", i, i);
    g_autoptr(YamlFile) file = parse(text->str, diagnostics);
    const YamlNode *root = yaml_file_root(file, 0);
    assert_string_equal(yaml_text(yaml_get(root, "key_777")), "777");
    assert_null(yaml_get(root, "key_1000"));
}

static void commas_in_parentheses_do_not_end_a_value(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file =
        parse("{ type: numeric(12, 2), required: true, odd: f(x, y: 1 }", diagnostics);
    const YamlNode *root = yaml_file_root(file, 0);
    assert_string_equal(yaml_text(yaml_get(root, "type")), "numeric(12, 2)");
    assert_string_equal(yaml_text(yaml_get(root, "required")), "true");
    assert_string_equal(yaml_text(yaml_get(root, "odd")), "f(x");
    assert_int_equal(yaml_count(root), 4);
}

static const struct {
    const char *text;
    const char *expected;
} refused[] = {
    {"a: [1, 2\nb: 3\n",
     "2:2 model-syntax: did not find expected ',' or ']' (while parsing a flow sequence that "
     "begins in line 1) -- a bracket or brace before this has no end\n"},
    {"a:\n  b: c\n   d: e\n",
     "3:5 model-syntax: mapping values are not allowed in this context -- what stands in one "
     "mapping, or one list, begins in the same column\n"},
    {"a:\n  b: c\n  - d\n", "3:3 model-syntax: did not find expected key (while parsing a block "
                            "mapping that begins in line 2) -- what stands in one mapping, or "
                            "one list, begins in the same column\n"},
    {"a:\n\t- b\n",
     "2:1 model-syntax: found character that cannot start any token (while scanning for the next "
     "token that begins in line 2) -- YAML is indented with spaces, not with tabs\n"},
    {"a: b: c\n", "1:5 model-syntax: mapping values are not allowed in this context -- text that "
                  "has a colon followed by a space in it must be quoted\n"},
    {"a: \x07\n", "1:4 model-syntax: control characters are not allowed (the character is U+0007) "
                  "-- in double quotes it can be written as \\xNN\n"},
    {"ä: \xff\n", "1:4 model-syntax: byte 0xFF is not valid UTF-8 -- save the file as UTF-8\n"},
    {"a: \"\\0\"\n", "1:4 model-syntax: text cannot hold a NUL character\n"},
    {"a: &a [ *a ]\n", "1:9 model-syntax: an alias within what it stands for (the alias is *a)\n"},
    {"a: *b\n", "1:4 model-syntax: there is no anchor of this name before it (the alias is *b)\n"},
    {"a: !thing 1\n", "1:4 model-syntax: tags have no meaning in models (the tag is !thing)\n"},
    {"? [a]\n: 1\n", "1:3 model-type: a key must be a word -- text that begins with a brace or "
                     "bracket must be quoted\n"},
    {"null: 1\n", "1:1 model-type: a key must be a word -- YAML reads this as null; a name must "
                  "be quoted here\n"},
    {"a: { <<: 1 }\n", "1:10 model-type: a merge key takes a mapping or a list of mappings\n"},
};

static void what_is_refused_is_told_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(YamlFile) file = parse(refused[i].text, diagnostics);
        assert_null(file);
        g_autofree char *lines = diagnostic_lines(diagnostics);
        assert_string_equal(lines, refused[i].expected);
    }
}

static void binary_content_is_refused(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    assert_null(yaml_file_parse("a.yml", "a\0b", 3, diagnostics));
    assert_string_equal(diagnostics_get(diagnostics, 0)->text, "this is not a text file");
}

static void alias_bombs_are_refused(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GString) text = g_string_new("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++)
        g_string_append_printf(text, "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i,
                               i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    assert_null(parse(text->str, diagnostics));
    assert_int_equal(diagnostics_get(diagnostics, 0)->code, DIAG_MODEL_LIMIT);
}

static void deep_nesting_is_refused(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autofree char *text = g_strnfill(100000, '[');
    assert_null(parse(text, diagnostics));
    assert_int_equal(diagnostics_get(diagnostics, 0)->code, DIAG_MODEL_LIMIT);
}

static void the_first_of_two_keys_counts(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("a: 1\nb: 2\na: 3\nc: 4\n", diagnostics);
    const YamlNode *root = yaml_file_root(file, 0);
    assert_int_equal(yaml_count(root), 3);
    assert_string_equal(yaml_text(yaml_get(root, "a")), "1");
    assert_string_equal(yaml_text(yaml_get(root, "c")), "4");
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines,
                        "3:1 model-duplicate: the key \"a\" stands here twice (the first one "
                        "is in line 1)\n");
}

static void byte_order_marks_take_no_column(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("\xEF\xBB\xBF"
                                     "a: 1\nb: 2\n",
                                     diagnostics);
    assert_non_null(file);
    assert_string_equal(yaml_text(yaml_get(yaml_file_root(file, 0), "b")), "2");
    assert_int_equal(yaml_place(yaml_get(yaml_file_root(file, 0), "a")).column, 4);
}

static void many_duplicates_take_no_time(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 200000; i++)
        g_string_append(text, "a: 1\n");
    g_autoptr(YamlFile) file = parse(text->str, diagnostics);
    assert_int_equal(yaml_count(yaml_file_root(file, 0)), 1);
    assert_int_equal(diagnostics_count(diagnostics), 20);
}

static void huge_and_odd_files_are_refused(void **state)
{
    (void)state;
    g_autofree char *directory = g_dir_make_tmp("yaml-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(directory, "huge.yml", NULL);
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    FILE *huge = fopen(path, "w");
    assert_non_null(huge);
    assert_int_equal(fseek(huge, 100 * 1024 * 1024, SEEK_SET), 0);
    fputc('a', huge);
    fclose(huge);
    assert_null(yaml_file_read(path, diagnostics));
    assert_null(yaml_file_read(directory, diagnostics));
    g_unlink(path);
    assert_null(yaml_file_read(path, diagnostics));
    g_rmdir(directory);
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines,
                        "0:0 model-limit: the file is larger than 16 MB -- split it into several "
                        "files\n"
                        "0:0 file: this is not a regular file\n"
                        "0:0 file: cannot read the file: No such file or directory\n");
}

static void errors_show_their_line(void **state)
{
    (void)state;
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("a: 1\r\nb: ü2\r\nc: 3\r\n", diagnostics);
    yaml_error(yaml_get(yaml_file_root(file, 0), "b"), diagnostics, DIAG_MODEL_VALUE, "odd");
    assert_string_equal(diagnostics_get(diagnostics, 0)->source_line, "b: ü2");
}

static void unknown_keys_are_told_with_the_nearest(void **state)
{
    (void)state;
    static const char *const known[] = {"required", "default", NULL};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(YamlFile) file = parse("requierd: 1\ndefault: 2\nxyz: 3\n", diagnostics);
    assert_false(yaml_check_keys(yaml_file_root(file, 0), known, diagnostics));
    g_autofree char *lines = diagnostic_lines(diagnostics);
    assert_string_equal(lines, "1:1 model-unknown-key: unknown key \"requierd\" -- did you mean "
                               "\"required\"?\n"
                               "3:1 model-unknown-key: unknown key \"xyz\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_have_kinds_and_places),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(documents_may_be_empty),
        cmocka_unit_test(merge_keys_do_not_overwrite),
        cmocka_unit_test(large_mappings_are_searched_by_hash),
        cmocka_unit_test(commas_in_parentheses_do_not_end_a_value),
        cmocka_unit_test(what_is_refused_is_told_with_its_place),
        cmocka_unit_test(binary_content_is_refused),
        cmocka_unit_test(alias_bombs_are_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(the_first_of_two_keys_counts),
        cmocka_unit_test(byte_order_marks_take_no_column),
        cmocka_unit_test(many_duplicates_take_no_time),
        cmocka_unit_test(huge_and_odd_files_are_refused),
        cmocka_unit_test(errors_show_their_line),
        cmocka_unit_test(unknown_keys_are_told_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
