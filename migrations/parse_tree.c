#include "migrations/parse_tree.h"

#include "emit/quote.h"

#include <pg_query.h>

static void find_statement(ParseTree *tree)
{
    JsonArray *statements = tree_array(json_node_get_object(tree->root), "stmts");
    if (!statements || json_array_get_length(statements) == 0)
        return;
    JsonObject *statement = tree_object(json_array_get_object_element(statements, 0), "stmt");
    if (!statement)
        return;
    g_autoptr(GList) members = json_object_get_members(statement);
    tree->name = members ? members->data : NULL;
    tree->node = members ? tree_object(statement, members->data) : NULL;
}

ParseTree *parse_tree_new(const char *sql)
{
    PgQueryParseResult parsed = pg_query_parse(sql);
    ParseTree *tree = NULL;
    if (!parsed.error) {
        tree = g_new0(ParseTree, 1);
        tree->root = json_from_string(parsed.parse_tree, NULL);
        if (tree->root)
            find_statement(tree);
    }
    pg_query_free_parse_result(parsed);
    if (tree && tree->node)
        return tree;
    parse_tree_free(tree);
    return NULL;
}

void parse_tree_free(ParseTree *tree)
{
    if (!tree)
        return;
    g_clear_pointer(&tree->root, json_node_unref);
    g_free(tree);
}

const char *tree_string(JsonObject *object, const char *member)
{
    return json_object_get_string_member_with_default(object, member, "");
}

bool tree_flag(JsonObject *object, const char *member)
{
    return json_object_get_boolean_member_with_default(object, member, FALSE);
}

JsonObject *tree_object(JsonObject *object, const char *member)
{
    JsonNode *node = json_object_get_member(object, member);
    return node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

JsonArray *tree_array(JsonObject *object, const char *member)
{
    JsonNode *node = json_object_get_member(object, member);
    return node && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

JsonObject *tree_node(JsonNode *node, const char *name)
{
    return node && JSON_NODE_HOLDS_OBJECT(node) ? tree_object(json_node_get_object(node), name)
                                                : NULL;
}

static void append_part(GString *name, const char *part)
{
    g_autofree char *quoted = quote_name(part);
    g_string_append_printf(name, "%s%s", name->len ? "." : "", quoted);
}

char *tree_relation_name(JsonObject *range_var)
{
    GString *name = g_string_new(NULL);
    const char *schema = tree_string(range_var, "schemaname");
    if (*schema)
        append_part(name, schema);
    append_part(name, tree_string(range_var, "relname"));
    return g_string_free(name, FALSE);
}

char *tree_list_name(JsonNode *element)
{
    GString *name = g_string_new(NULL);
    JsonObject *list = tree_node(element, "List");
    JsonArray *parts = list ? tree_array(list, "items") : NULL;
    for (guint i = 0; parts && i < json_array_get_length(parts); i++) {
        JsonObject *part = tree_node(json_array_get_element(parts, i), "String");
        if (part)
            append_part(name, tree_string(part, "sval"));
    }
    return g_string_free(name, FALSE);
}
