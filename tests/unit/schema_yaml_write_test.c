/* Texts of several lines come back from what is written as they went in. */
#include "schema/yaml_write.h"
#include "tests/support/check.h"

#include <string.h>

/* A text as a value, in a list, in a mapping of a list and in a nested mapping. */
static YamlOut *document(const char *text)
{
    YamlOut *root = yaml_out_mapping();
    yaml_out_set(root, "value", yaml_out_text(text));
    YamlOut *list = yaml_out_set(root, "list", yaml_out_list());
    yaml_out_add(list, yaml_out_text(text));
    YamlOut *entry = yaml_out_add(list, yaml_out_mapping());
    yaml_out_set(entry, "first", yaml_out_text(text));
    yaml_out_set(entry, "second", yaml_out_text(text));
    YamlOut *nested = yaml_out_set(root, "nested", yaml_out_mapping());
    YamlOut *deeper = yaml_out_set(nested, "deeper", yaml_out_mapping());
    yaml_out_set(deeper, "value", yaml_out_text(text));
    yaml_out_set(root, "end", yaml_out_text("end"));
    return root;
}

static void expect_text(const YamlNode *node, const char *text)
{
    assert_non_null(node);
    assert_string_equal(yaml_text(node), text);
}

static void expect_document(const YamlNode *root, const char *text)
{
    assert_non_null(root);
    expect_text(yaml_get(root, "value"), text);
    const YamlNode *list = yaml_get(root, "list");
    expect_text(yaml_item(list, 0), text);
    expect_text(yaml_get(yaml_item(list, 1), "first"), text);
    expect_text(yaml_get(yaml_item(list, 1), "second"), text);
    expect_text(yaml_get(yaml_get(yaml_get(root, "nested"), "deeper"), "value"), text);
    expect_text(yaml_get(root, "end"), "end");
}

static void lines_come_back(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "a\nb",        "a\nb\n",     "a\nb\n\n",    "a\nb\n\n\n", "\na",       "\n\n  a\n b\n",
        "  a\nb",      "\ta\n\tb\n", "\n\ta",       "a \nb  \n",  "a\n  ",     "\n  \n a\n",
        "a\n \n\nb\t", "\n",         " \n ",        "a\r\nb",     "a\u2028\n", "- a\n# b\n--- c\n",
        "\ta",         "\uE000\na",  "a\uE000",     "\uE000",     "ä\n ö\n",   "a: b\n",
        "\n   a\n  ",  "a\n\n  \n",  "$$\nBEGIN\n", "%\n",        "|\n",       "...\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Diagnostics) diagnostics = diagnostics_new();
        g_autoptr(YamlOut) out = document(texts[i]);
        YamlOut *const documents[] = {out, out};
        g_autofree char *text = yaml_out_print(documents, 2);
        g_autoptr(YamlFile) file = yaml_file_parse("model.yml", text, strlen(text), diagnostics);
        assert_non_null(file);
        expect_document(yaml_file_root(file, 0), texts[i]);
        expect_document(yaml_file_root(file, 1), texts[i]);
    }
}

static void lines_are_readable(void **state)
{
    (void)state;
    g_autoptr(YamlOut) out = yaml_out_mapping();
    yaml_out_set(out, "body", yaml_out_text("\n  BEGIN \n\tEND;\n"));
    yaml_out_set(out, "plain", yaml_out_text("SELECT\n  1"));
    YamlOut *list = yaml_out_set(out, "list", yaml_out_list());
    yaml_out_add(list, yaml_out_text(" a\n\nb\n\n"));
    g_autofree char *text = yaml_out_print(&out, 1);
    assert_string_equal(text, "body: |2\n"
                              "\n"
                              "    BEGIN \n"
                              "  \tEND;\n"
                              "plain: |-\n"
                              "  SELECT\n"
                              "    1\n"
                              "list:\n"
                              "- |2+\n"
                              "   a\n"
                              "\n"
                              "  b\n"
                              "\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_back),
        cmocka_unit_test(lines_are_readable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
