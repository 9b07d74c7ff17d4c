/* Changing YAML texts: only what says something else is written anew. */
#include "schema/yaml_patch.h"
#include "tests/support/check.h"

static YamlFile *parse(const char *text)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    return yaml_file_parse("model.yml", text, strlen(text), diagnostics);
}

static YamlOut *tree(const YamlNode *node)
{
    if (yaml_kind(node) == YAML_SCALAR)
        return yaml_is_plain(node) ? yaml_out_plain(yaml_text(node))
                                   : yaml_out_text(yaml_text(node));
    bool mapping = yaml_kind(node) == YAML_MAPPING;
    YamlOut *out = mapping ? yaml_out_mapping() : yaml_out_list();
    for (guint i = 0; i < yaml_count(node); i++) {
        if (mapping)
            yaml_out_set(out, yaml_text(yaml_key(node, i)), tree(yaml_value(node, i)));
        else
            yaml_out_add(out, tree(yaml_item(node, i)));
    }
    return out;
}

/* Changes a document of `text` from `before` to `after`. */
static char *patch_document(const char *text, guint document, const char *before, const char *after)
{
    g_autoptr(YamlFile) file = parse(text);
    g_autoptr(YamlFile) before_file = parse(before);
    g_autoptr(YamlFile) after_file = parse(after);
    assert_true(file && before_file && after_file);
    g_autoptr(YamlText) lines = yaml_text_new(file);
    g_autoptr(YamlOut) before_tree = tree(yaml_file_root(before_file, 0));
    g_autoptr(YamlOut) after_tree = tree(yaml_file_root(after_file, 0));
    return yaml_text_patch(lines, document, before_tree, after_tree);
}

static void expect_patch(const char *text, const char *before, const char *after,
                         const char *expected)
{
    g_autofree char *got = patch_document(text, 0, before, after);
    assert_non_null(got);
    assert_string_equal(got, expected);
}

static void expect_no_patch(const char *text, const char *before, const char *after)
{
    g_autofree char *got = patch_document(text, 0, before, after);
    assert_null(got);
}

static void what_both_say_stays(void **state)
{
    (void)state;
    const char *text = "# top\na:   1   # one\n\n# above b\nb: {x: 1,\n  y: 2}\nown: yes\n# end\n";
    expect_patch(text, "{a: 1, b: 2}", "{a: 1, b: 2}", text);
    expect_patch(text, "{a: 1, other: 5}", "{a: 1, other: 5}", text);
}

static void an_entry_is_changed_in_its_place(void **state)
{
    (void)state;
    expect_patch("# top\na:   1   # one\n\n# above b\nb: 2\n", "{a: 1, b: 2}", "{a: 3, b: 2}",
                 "# top\na:   3   # one\n\n# above b\nb: 2\n");
    expect_patch("a: 1\nb: {x: 1,\n  y: 2}  # b\nc: 3\n", "{a: 1, b: 2}", "{a: 1, b: 4}",
                 "a: 1\nb: 4  # b\nc: 3\n");
    expect_patch("a: ' # none'   # one\n", "{a: 1}", "{a: 2}", "a: 2   # one\n");
    expect_patch("a: \" # none\"\n", "{a: 1}", "{a: 2}", "a: 2\n");
    expect_patch("a: |\n  text\n  # of a\nb: 2\n", "{a: 1, b: 2}", "{a: 1, b: 3}",
                 "a: |\n  text\n  # of a\nb: 3\n");
    /* in a text of several lines the comment would be part of it, and each line counts */
    expect_patch("l:\n  a: x   # one\n  b: 2\n", "{l: {a: x, b: 2}}",
                 "{l: {a: \"\\n x \\n\\n\\n\", b: 2}}",
                 "l:\n  # one\n  a: |2+\n\n     x \n\n\n  b: 2\n");
    expect_patch("a: x\nb: 2\n", "{a: x, b: 2}", "{a: \"x\\n  \", b: 2}",
                 "a: |-\n  x\n    \nb: 2\n");
}

static void entries_come_and_go(void **state)
{
    (void)state;
    expect_patch("# of a\na: 1\n# of b\nb: 2\n\n# of c\nc: 3\n", "{a: 1, b: 2, c: 3}",
                 "{a: 1, c: 3}", "# of a\na: 1\n# of c\nc: 3\n");
    expect_patch("a: 1\n\n# of c\nc: 3\n", "{a: 1, c: 3}", "{a: 1, b: 2, c: 3, d: 4}",
                 "a: 1\nb: 2\n\n# of c\nc: 3\nd: 4\n");
    expect_patch("c: 3", "{c: 3}", "{b: [1, 2], c: 3}", "c: 3\nb: [1, 2]\n");
}

static void nested_entries_are_changed_alone(void **state)
{
    (void)state;
    expect_patch("fields:\n  # first\n  a: x\n\n  # second\n  b: y   # y\nlast: 1\n",
                 "{fields: {a: x, b: y}, last: 1}", "{fields: {a: x, b: z, c: w}, last: 1}",
                 "fields:\n  # first\n  a: x\n\n  # second\n  b: z   # y\n  c: w\nlast: 1\n");
    expect_patch("fields: { a: x, b: y }\nlast: 1\n", "{fields: {a: x, b: y}}",
                 "{fields: {a: x, b: z}}", "fields: { a: x, b: z }\nlast: 1\n");
}

static void items_of_lists_come_and_go(void **state)
{
    (void)state;
    const char *text = "l:\n# one\n- a\n# two\n- {x: 1,\n   y: 2}\n# three\n- c\n";
    expect_patch(text, "{l: [a, b, c]}", "{l: [a, c]}", "l:\n# one\n- a\n# three\n- c\n");
    expect_patch(text, "{l: [a, b, c]}", "{l: [z, b, d, c, e]}",
                 "l:\n- z\n# two\n- {x: 1,\n   y: 2}\n- d\n# three\n- c\n- e\n");
    expect_patch("l:\n# one\n- {k: 1, x: 1} # 1\n# two\n- {k: 2, x: 2} # 2\n",
                 "{l: [{k: 1, x: 1}, {k: 2, x: 2}]}", "{l: [{k: 2, x: 3}]}",
                 "l:\n# two\n- {k: 2, x: 3} # 2\n");
    expect_patch("l:\n  - a\n", "{l: [a]}", "{l: [b]}", "l:\n  - b\n");
    expect_patch(text, "{l: [a, b]}", "{l: [b]}", "l: [b]\n"); /* not one item for each */
}

static void line_breaks_are_kept(void **state)
{
    (void)state;
    expect_patch("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}", "{a: 1, b: 3, c: 4}",
                 "a: 1\r\nb: 3\r\nc: 4\r\n");
}

static void what_is_said_elsewhere_is_said_again(void **state)
{
    (void)state;
    expect_patch("own: 1\n", "{a: 1}", "{a: 2}", "own: 1\na: 2\n");
}

static void what_is_said_elsewhere_cannot_go(void **state)
{
    (void)state;
    expect_no_patch("own: 1\n", "{a: 1}", "{b: 2}");
    expect_no_patch("x: &x { a: 1 }\n<<: *x\n", "{a: 1}", "{a: 2}");
    expect_no_patch("? a\n: 1\n", "{a: 1}", "{a: 2}");
    expect_no_patch("- a\n", "{a: 1}", "{a: 2}");
    expect_no_patch("a: 1\n", "{a: 1}", "{}");
}

static void keys_and_what_stands_around_values_stay(void **state)
{
    (void)state;
    expect_patch("\"a b\" :   'x'   # c\n", "{a b: x}", "{a b: y}", "\"a b\" :   y   # c\n");
    expect_patch("a: \"x\n  y\"   # c\nb: 1\n", "{a: x y, b: 1}", "{a: z, b: 1}",
                 "a: z   # c\nb: 1\n");
    expect_patch("a: |\n  x\n  y\n\n# of b\nb: 1\n", "{a: \"x\\ny\\n\", b: 1}", "{a: z, b: 1}",
                 "a: z\n\n# of b\nb: 1\n");
}

static void comments_behind_stay(void **state)
{
    (void)state;
    expect_patch("f:\n  a: 1\n  b: 2\n  # behind\n\ng: 1\n", "{f: {a: 1, b: 2}, g: 1}",
                 "{f: {a: 1, b: 3}, g: 1}", "f:\n  a: 1\n  b: 3\n  # behind\n\ng: 1\n");
    expect_patch("f:\n  a: 1\n  b: 2\n  # behind\ng: 1\n", "{f: {a: 1, b: 2}, g: 1}",
                 "{f: {a: 1}, g: 1}", "f:\n  a: 1\n  # behind\ng: 1\n");
    expect_patch("a: 1\nb: |\n  x\n# behind\n...\n", "{a: 1, b: \"x\\n\"}", "{a: 1}",
                 "a: 1\n# behind\n...\n");
}

static void entries_in_braces_are_changed_alone(void **state)
{
    (void)state;
    const char *text = "f: { a: { x: 1, y: 'q' },  b: p(1, 2), c: [1,2] }   # f\n";
    const char *before = "{f: {a: {x: 1, y: q}, b: 'p(1, 2)', c: [1, 2]}}";
    expect_patch(text, before, "{f: {a: {x: 2, y: q}, b: 'p(1, 2)', c: [1, 2]}}",
                 "f: { a: { x: 2, y: 'q' },  b: p(1, 2), c: [1,2] }   # f\n");
    expect_patch(text, before, "{f: {a: {y: q, z: 3}, b: 'p(1, 2)', c: [1, 2, 3]}}",
                 "f: { a: { y: 'q', z: 3 },  b: p(1, 2), c: [1,2, 3] }   # f\n");
    expect_patch(text, before, "{f: {a: {x: 1, y: q}, b: 'r, s'}}",
                 "f: { a: { x: 1, y: 'q' },  b: \"r, s\" }   # f\n");
    expect_patch(text, before, "{f: {c: [2], d: 'n'}}", "f: { c: [2], d: 'n' }   # f\n");
    expect_patch("l: [b, a]\n", "{l: [a, b]}", "{l: [a, b, c]}", "l: [b, a, c]\n");
    expect_patch("l: [b, a]\n", "{l: [a, b]}", "{l: [b]}", "l: [b]\n");
    expect_patch("{ a: 1, b: 2 }\n", "{a: 1, b: 2}", "{a: 3, b: 2}", "{ a: 3, b: 2 }\n");
    expect_patch("--- {\n\"a\": 1,\n\"b\": 2 }\n# end\n", "{a: 1}", "{a: 3}",
                 "--- {\n\"a\": 3,\n\"b\": 2 }\n# end\n");
}

static void comments_in_braces_stay_with_their_entries(void **state)
{
    (void)state;
    const char *text = "f: { a: 1,   # one, first\n     b: 2,   # two\n     c: 3   # three\n   }\n";
    const char *before = "{f: {a: 1, b: 2, c: 3}}";
    expect_patch(text, before, "{f: {a: 1, b: 4, c: 3}}",
                 "f: { a: 1,   # one, first\n     b: 4,   # two\n     c: 3   # three\n   }\n");
    expect_patch(text, before, "{f: {a: 1, c: 3}}",
                 "f: { a: 1,   # one, first\n     c: 3   # three\n   }\n");
    expect_patch(text, before, "{f: {b: 2, c: 3}}",
                 "f: { b: 2,   # two\n     c: 3   # three\n   }\n");
    g_autofree char *last = patch_document(text, 0, before, "{f: {a: 1, b: 2}}");
    g_autoptr(YamlFile) read = parse(last);
    assert_non_null(read);
    assert_true(g_str_has_prefix(last, "f: { a: 1,   # one, first\n     b: 2   # two\n"));
}

static void mappings_behind_dashes_are_changed_alone(void **state)
{
    (void)state;
    const char *text = "l:\n  # one\n  -  k: 1\n     # x\n     x: 1   # x1\n  - k: 2\n    x: 2\n";
    expect_patch(
        text, "{l: [{k: 1, x: 1}, {k: 2, x: 2}]}", "{l: [{k: 1, x: 5}, {k: 2, x: 2, z: 3}]}",
        "l:\n  # one\n  -  k: 1\n     # x\n     x: 5   # x1\n  - k: 2\n    x: 2\n    z: 3\n");
    expect_patch(text, "{l: [{k: 1, x: 1}, {k: 2, x: 2}]}", "{l: [{k: 2, x: 2}]}",
                 "l:\n  - k: 2\n    x: 2\n");
    expect_patch("l:\n  - k: 1\n    x: 1\n", "{l: [{k: 1, x: 1}]}", "{l: [{k: 1}]}",
                 "l:\n  - k: 1\n");
}

/* What stood for the text of an anchor says it itself when that changes. */
static void aliases_say_what_their_anchor_said(void **state)
{
    (void)state;
    expect_patch(
        "a: &x { t: 1, c: 2 }   # a\nb: *x   # b\nc: { <<: *x, r: 3 }   # c\nd: 4\n",
        "{a: {t: 1, c: 2}, b: {t: 1, c: 2}, c: {t: 1, c: 2, r: 3}, d: 4}",
        "{a: {t: 9, c: 2}, b: {t: 1, c: 2}, c: {t: 1, c: 2, r: 3}, d: 4}",
        "a: {t: 9, c: 2}   # a\nb: {t: 1, c: 2}   # b\nc: {t: 1, c: 2, r: 3}   # c\nd: 4\n");
    expect_patch("a: &x { t: 1 }\nb: *x\nc: 1\n", "{a: {t: 1}, b: {t: 1}, c: 1}",
                 "{a: {t: 1}, b: {t: 2}, c: 2}", "a: &x { t: 1 }\nb: {t: 2}\nc: 2\n");
}

static void a_byte_order_mark_is_no_part_of_the_first_line(void **state)
{
    (void)state;
    expect_patch("\xEF\xBB\xBF\xC3\xA9: 1   # one\nb: 2\n", "{é: 1, b: 2}", "{é: 3, b: 2}",
                 "\xC3\xA9: 3   # one\nb: 2\n");
    g_autoptr(YamlFile) file = parse("\xEF\xBB\xBF"
                                     "a: 1\n");
    g_autoptr(YamlText) lines = yaml_text_new(file);
    assert_string_equal(yaml_text_mark(lines), "\xEF\xBB\xBF");
}

static void documents_have_their_lines(void **state)
{
    (void)state;
    const char *text = "# top\na: 1\n---\n---\n# second\nb: 2\n--- # third\nc: 3\n";
    g_autoptr(YamlFile) file = parse(text);
    g_autoptr(YamlText) lines = yaml_text_new(file);
    static const char *const expected[] = {"# top\na: 1\n---\n", NULL, "---\n# second\nb: 2\n",
                                           "--- # third\nc: 3\n"};
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *document = yaml_text_document(lines, i);
        assert_string_equal(document, expected[i] ? expected[i] : "");
    }
    g_autofree char *head = yaml_text_head(lines, 2);
    assert_string_equal(head, "---\n# second\n");
    assert_true(yaml_text_has_line(lines, 2, 6));
    assert_false(yaml_text_has_line(lines, 2, 7));
    g_autofree char *patched = patch_document(text, 3, "{c: 3}", "{c: 4}");
    assert_string_equal(patched, "--- # third\nc: 4\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_both_say_stays),
        cmocka_unit_test(an_entry_is_changed_in_its_place),
        cmocka_unit_test(entries_come_and_go),
        cmocka_unit_test(nested_entries_are_changed_alone),
        cmocka_unit_test(items_of_lists_come_and_go),
        cmocka_unit_test(line_breaks_are_kept),
        cmocka_unit_test(what_is_said_elsewhere_is_said_again),
        cmocka_unit_test(what_is_said_elsewhere_cannot_go),
        cmocka_unit_test(keys_and_what_stands_around_values_stay),
        cmocka_unit_test(comments_behind_stay),
        cmocka_unit_test(entries_in_braces_are_changed_alone),
        cmocka_unit_test(comments_in_braces_stay_with_their_entries),
        cmocka_unit_test(mappings_behind_dashes_are_changed_alone),
        cmocka_unit_test(aliases_say_what_their_anchor_said),
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_line),
        cmocka_unit_test(documents_have_their_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
