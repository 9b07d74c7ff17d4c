/* One statement's parse tree, from PostgreSQL's own parser (of PostgreSQL 15, by libpg_query).
 * Node and member names are those of PostgreSQL's src/include/nodes/parsenodes.h.
 */
#ifndef GEN_MIGRATIONS_PARSE_TREE_H
#define GEN_MIGRATIONS_PARSE_TREE_H

#include <json-glib/json-glib.h>
#include <stdbool.h>

typedef struct ParseTree {
    JsonNode *root;
    const char *name; /* "DropStmt" */
    JsonObject *node; /* its members */
} ParseTree;

/* Parses the first statement of `sql`. NULL when the parser does not know it. */
ParseTree *parse_tree_new(const char *sql);
void parse_tree_free(ParseTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ParseTree, parse_tree_free)

/* Members, with a default where they are left out: "", false, NULL. */
const char *tree_string(JsonObject *object, const char *member);
bool tree_flag(JsonObject *object, const char *member);
JsonObject *tree_object(JsonObject *object, const char *member);
JsonArray *tree_array(JsonObject *object, const char *member);

/* The only member of an object such as {"String": {…}}, when it has this name, else NULL. */
JsonObject *tree_node(JsonNode *node, const char *name);

/* "schema.name" of a RangeVar, and of a list of String nodes (an element of DropStmt's objects),
 * each part quoted as to_regclass() takes it. Freed with g_free. */
char *tree_relation_name(JsonObject *range_var);
char *tree_list_name(JsonNode *element);

#endif
