#ifndef GEN_TESTS_MODEL_TREE_H
#define GEN_TESTS_MODEL_TREE_H

/*
 * Models as trees that tests make up, change and cut down, and write as YAML.
 *
 *     models
 *       enum NAME      values: "a b c"; renamed: "old=new"
 *       table NAME     comment, unlogged, renamed_from
 *         field NAME   type, default, required, check (%s is the field), identity …
 *         unique, index, check   fields: "a b"; name, where, expression (%s are the fields) …
 *
 * Values of attributes are YAML, as they stand in a model file.
 */
#include <glib.h>
#include <stdbool.h>

typedef struct ModelNode ModelNode;

struct ModelNode {
    const char *kind; /* a literal */
    char *name;       /* or NULL */
    GHashTable *attributes;
    GPtrArray *children; /* ModelNode *, owned */
};

ModelNode *model_node_new(const char *kind, const char *name);
ModelNode *model_node_copy(const ModelNode *node);
void model_node_free(ModelNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ModelNode, model_node_free)

/* Adds a child, which becomes the node's, and returns it. */
ModelNode *model_node_add(ModelNode *node, ModelNode *child);

/* The child of that kind and name, or NULL. */
ModelNode *model_node_find(const ModelNode *node, const char *kind, const char *name);

/* The value of an attribute, or NULL; and setting it, with NULL for taking it away. */
const char *model_node_get(const ModelNode *node, const char *attribute);
void model_node_set(ModelNode *node, const char *attribute, const char *value);

/* An identifier as SQL writes it, quoted; the caller frees it. */
char *model_sql_name(const char *name);

/* Takes away what mentions something that is not there: references to tables, fields of enums that
 * are gone, keys and indexes of fields that are gone, tables without fields. */
void model_tree_repair(ModelNode *models);

/* The models as a YAML file; the caller frees it. */
char *model_tree_yaml(const ModelNode *models);

#endif
