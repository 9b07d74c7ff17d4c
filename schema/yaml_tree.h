/* What a YamlFile is made of: shared by yaml.c (reading the tree) and yaml_parse.c (making it). */
#ifndef GEN_SCHEMA_YAML_TREE_H
#define GEN_SCHEMA_YAML_TREE_H

#include "schema/arena.h"
#include "schema/yaml.h"

#define YAML_BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct YamlNode {
    const YamlFile *file;
    const char *text;             /* scalars */
    const YamlNode *const *items; /* of a sequence; keys and values in turn of a mapping */
    const guint *index;           /* of large mappings: entry + 1 by hash of the key, or 0 */
    guint index_mask;
    guint count;  /* items, or entries */
    guint weight; /* nodes below it and itself, aliases counted in full; 0: open */
    int line;
    int column;
    /* The bytes of the file that it takes, with its anchor: block collections to the end of their
     * last entry. Those of the alias where it is one; lines and columns are the anchor's then. */
    guint begin;
    guint end;
    const YamlNode *anchor; /* what an alias stands for, or NULL */
    YamlKind kind;
    bool plain;
    bool flow; /* a collection in { } or [ ] */
};

struct YamlFile {
    const char *name; /* interned, so that places outlive the file */
    char *text;
    gsize length;
    gsize first; /* of `text`: 0, or what follows a byte order mark */
    struct Arena *arena;
    GPtrArray *roots; /* YamlNode *, NULL for an empty document */
};

/* Turns file->text into file->roots. False after diagnostics. */
bool yaml_parse(YamlFile *file, Diagnostics *diagnostics);

/* Bytes of the line break at `at`, or 0. */
gsize yaml_line_break(const char *at, const char *end);

/* Adds an error at a line and column of the file, with the source line. */
Diagnostic *yaml_error_at(const YamlFile *file, Diagnostics *diagnostics, DiagCode code, int line,
                          int column, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* Makes the index of a mapping that has its items (of a repeated key: the first). Mappings of few
 * entries need none. */
void yaml_index(struct Arena *arena, YamlNode *mapping);
/* The first entry of a key, or -1. */
int yaml_find(const YamlNode *mapping, const char *key);

#endif
