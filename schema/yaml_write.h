/* YAML text, made from a tree: the layout of models (mappings in block style, short ones in one
 * line). Written with libyaml's emitter.
 *
 * Ownership: a YamlOut owns what is added to it; yaml_out_free frees all.
 */
#ifndef GEN_SCHEMA_YAML_WRITE_H
#define GEN_SCHEMA_YAML_WRITE_H

#include "schema/yaml.h"

typedef struct YamlOut YamlOut;

YamlOut *yaml_out_mapping(void);
YamlOut *yaml_out_list(void);
/* Text that is read back as this very text: quoted where it looks like something else; a block
 * scalar where it has several lines. */
YamlOut *yaml_out_text(const char *text);
/* true, false, a number: written as it is. */
YamlOut *yaml_out_plain(const char *text);
void yaml_out_free(YamlOut *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(YamlOut, yaml_out_free)

/* Adds to a mapping (a list); takes `value` over and returns it. */
YamlOut *yaml_out_set(YamlOut *mapping, const char *key, YamlOut *value);
YamlOut *yaml_out_add(YamlOut *list, YamlOut *value);
/* Takes the value of a mapping's entry out of it; the entry is gone then. */
YamlOut *yaml_out_take(YamlOut *mapping, guint entry);
guint yaml_out_count(const YamlOut *out);
bool yaml_out_is_text(const YamlOut *out);
bool yaml_out_is_mapping(const YamlOut *out);
const char *yaml_out_text_of(const YamlOut *text);
/* The key and the value of a mapping's entry; an item of a list. */
const char *yaml_out_key(const YamlOut *mapping, guint entry);
YamlOut *yaml_out_value(const YamlOut *mapping, guint entry);
const YamlOut *yaml_out_item(const YamlOut *list, guint index);
/* Where a file has what an item of a list says: for changing the file, see yaml_change.h. */
void yaml_out_set_place(YamlOut *item, int line, int column);
bool yaml_out_has_place(const YamlOut *item);
bool yaml_out_stands_at(const YamlOut *item, int line, int column);
/* The entry of a key, or -1. */
int yaml_out_find(const YamlOut *mapping, const char *key);
/* Whether two trees are the same text for text, entries in the same order. */
bool yaml_out_equal(const YamlOut *a, const YamlOut *b);

/* A mapping that is written as the value of its entry while it has only one. */
void yaml_out_shorten(YamlOut *mapping);

/* Always one entry a line; other mappings and lists are written in one line where they fit. */
void yaml_out_block(YamlOut *out);

/* Documents as text. Freed with g_free. */
char *yaml_out_print(YamlOut *const *documents, guint count);

/* One entry of a mapping, or one item of a list with its dash, as it stands at the left margin.
 * Freed with g_free. */
char *yaml_out_print_part(const YamlOut *collection, guint index);

/* A value as it stands behind its key or dash, without a line break; NULL when it takes several
 * lines. The second: in a collection in flow style. Freed with g_free. */
char *yaml_out_print_value(const YamlOut *value);
char *yaml_out_print_flow(const YamlOut *value);
/* One entry or item as it stands in a collection in flow style; NULL when a text in it has several
 * lines. Freed with g_free. */
char *yaml_out_print_flow_part(const YamlOut *collection, guint index);

#endif
