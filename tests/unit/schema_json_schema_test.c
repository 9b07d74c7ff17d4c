/* The JSON Schema: complete, without dangling references, and the same each time. */
#include "schema/json_schema.h"
#include "schema/model_reader.h"
#include "tests/support/check.h"

#include <json-glib/json-glib.h>
#include <string.h>

static JsonObject *definitions_of(JsonParser *parser, const char *text)
{
    assert_true(json_parser_load_from_data(parser, text, -1, NULL));
    JsonObject *root = json_node_get_object(json_parser_get_root(parser));
    assert_string_equal(json_object_get_string_member(root, "$schema"),
                        "http://json-schema.org/draft-07/schema#");
    return json_object_get_object_member(root, "definitions");
}

static void every_field_has_a_property(void **unused)
{
    (void)unused;
    g_autofree char *text = json_schema_print();
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonObject *definitions = definitions_of(parser, text);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const KindInfo *info = kind_infos[kind];
        g_autofree char *key = g_strdelimit(g_strdup(info->word), " ", '_');
        JsonObject *definition = json_object_get_object_member(definitions, key);
        JsonObject *properties = json_object_get_object_member(definition, "properties");
        for (const Field *f = info->fields; f->key; f++)
            if (!model_field_is_hidden(info, f))
                assert_true(json_object_has_member(properties, f->key));
    }
}

static void references_have_definitions(void **unused)
{
    (void)unused;
    static const char path[] = "\"#/definitions/";
    g_autofree char *text = json_schema_print();
    g_autoptr(JsonParser) parser = json_parser_new();
    JsonObject *definitions = definitions_of(parser, text);
    for (const char *at = text; (at = strstr(at, path));) {
        at += strlen(path);
        g_autofree char *name = g_strndup(at, strcspn(at, "\""));
        if (!json_object_has_member(definitions, name))
            fail_msg("no definition of %s", name);
    }
}

static void the_text_is_the_same_each_time(void **unused)
{
    (void)unused;
    g_autofree char *one = json_schema_print();
    g_autofree char *two = json_schema_print();
    assert_string_equal(one, two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_has_a_property),
        cmocka_unit_test(references_have_definitions),
        cmocka_unit_test(the_text_is_the_same_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
