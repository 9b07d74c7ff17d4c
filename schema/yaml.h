/* YAML files as trees of nodes: the only user of libyaml.
 *
 * Ownership: a YamlFile owns its nodes, their text and their places; nodes are
 * valid until yaml_file_free. Syntax errors, binary content, alias bombs and
 * files over the size limit are diagnostics with file, line, column and the
 * source line; the file is then NULL. So are duplicate keys, but the file can be
 * read on, with the first of them. Aliases and merge keys
 * (<<) are resolved. YAML 1.1, https://yaml.org/spec/1.1/
 */
#ifndef GEN_SCHEMA_YAML_H
#define GEN_SCHEMA_YAML_H

#include "schema/diagnostics.h"

typedef struct YamlFile YamlFile;
typedef struct YamlNode YamlNode;

typedef enum YamlKind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING } YamlKind;

/* Reads a file, or `length` bytes of text that came from `name`. NULL after a diagnostic. */
YamlFile *yaml_file_read(const char *path, Diagnostics *diagnostics);
YamlFile *yaml_file_parse(const char *name, const char *text, gsize length,
                          Diagnostics *diagnostics);
void yaml_file_free(YamlFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(YamlFile, yaml_file_free)

/* The documents of a file. An empty document's root is NULL. */
guint yaml_file_documents(const YamlFile *file);
const YamlNode *yaml_file_root(const YamlFile *file, guint document);

YamlKind yaml_kind(const YamlNode *node);
Place yaml_place(const YamlNode *node);

/* Text of a scalar; NULL for a sequence, a mapping and a plain null (null, ~, nothing). */
const char *yaml_text(const YamlNode *node);
/* Whether a scalar is written without quotes (so that `true`, `1`, `null` are not strings). */
bool yaml_is_plain(const YamlNode *node);
bool yaml_is_null(const YamlNode *node);
/* A YAML 1.1 boolean (true, false, yes, no, on, off) or integer; false when the node is none. */
bool yaml_get_bool(const YamlNode *node, bool *ret);
bool yaml_get_int(const YamlNode *node, gint64 *ret);

/* Entries of a sequence, or of a mapping in written order; 0 for a scalar. */
guint yaml_count(const YamlNode *node);
const YamlNode *yaml_item(const YamlNode *sequence, guint index);
const YamlNode *yaml_key(const YamlNode *mapping, guint index);
const YamlNode *yaml_value(const YamlNode *mapping, guint index);
/* The value of a key, or NULL. */
const YamlNode *yaml_get(const YamlNode *mapping, const char *key);

/* Adds an error at the node, with its source line; the result takes detail and hint. */
Diagnostic *yaml_error(const YamlNode *node, Diagnostics *diagnostics, DiagCode code,
                       const char *format, ...) G_GNUC_PRINTF(4, 5);

/* Reports every key of `mapping` that `known` (NULL-terminated) does not list, each with
 * "did you mean" where one is close. False when there was one. */
bool yaml_check_keys(const YamlNode *mapping, const char *const *known, Diagnostics *diagnostics);

#endif
