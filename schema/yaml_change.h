/* What becomes of the entries of a collection that stands in a file and is to say something else.
 * Shared by yaml_patch.c (entries in lines of their own) and yaml_flow.c (in braces). */
#ifndef GEN_SCHEMA_YAML_CHANGE_H
#define GEN_SCHEMA_YAML_CHANGE_H

#include "schema/yaml_write.h"

/* A part of a tree, or none (-1): an entry of a mapping, an item of a list. */
typedef struct YamlStep {
    enum { YAML_STEP_KEEP, YAML_STEP_CHANGE, YAML_STEP_DROP, YAML_STEP_ADD } what;
    guint entry; /* of the file; YAML_STEP_ADD: none, a part that is new here */
    int before;  /* what the old tree says there */
    int after;   /* what the new one does */
} YamlStep;

/* The way from `before` to `after` in the order of the file: what both have in common is kept, and
 * so is what the file has in a form of its own, which is said again when it is to say something
 * else. Array of YamlStep; NULL when there is none, because something goes that the file does not
 * have under its own key, or all would go. */
GArray *yaml_change_steps(const YamlNode *node, const YamlOut *before, const YamlOut *after);

/* The tree of a part; NULL for none. */
const YamlOut *yaml_change_part(const YamlOut *tree, int part);

/* Where a part of a file begins (a mapping: its key), and what it says. */
const YamlNode *yaml_change_begin(const YamlNode *node, guint entry);
const YamlNode *yaml_change_value(const YamlNode *node, guint entry);

#endif
