/* What the files that write models (import_*.c) share. Not for others. */
#ifndef GEN_SCHEMA_IMPORT_OBJECTS_H
#define GEN_SCHEMA_IMPORT_OBJECTS_H

#include "schema/default_names.h"
#include "schema/import_writer.h"
#include "schema/kinds.h"
#include "schema/yaml_write.h"

typedef struct ImportWriter {
    const State *state;
    const ModelOptions *options;
    const State *style; /* models that the text is to look like, or NULL */
    const char *schema; /* the default one, interned */
    DefaultNames *names;
    GHashTable *serials;     /* Column * → its Sequence *, where the type can say it all */
    GHashTable *owned;       /* the sequences among the values of serials */
    GHashTable *partitioned; /* Object *: the tables that have partitions */
    GHashTable *routines;    /* "schema.name" of all functions, whatever their arguments */
} ImportWriter;

/* ---- import_writer.c ---- */

/* Documents of these objects. Freed with g_free. */
char *import_print(const ImportWriter *w, const GPtrArray *objects);

/* ---- import_objects.c ---- */

/* The document of a top-level object. */
YamlOut *import_document(const ImportWriter *w, const Object *object);
/* Adds all fields that are not empty, but those that models do not spell and those in `done`
 * (NULL-terminated, or NULL); then the keys of all objects. */
void import_fields(const ImportWriter *w, YamlOut *out, const Object *object,
                   const char *const *done);
/* Roles and what each may do, and what the owner may not. */
void import_grants(YamlOut *out, const Object *object);
void import_field(const ImportWriter *w, YamlOut *out, const Object *object, const void *base,
                  const Field *field);
/* Whether all fields but those of `keys`, and the comment, are empty. */
bool import_has_only(const Object *object, const char *const *keys);
/* Children of kinds that have nothing but their fields. */
void import_children(const ImportWriter *w, YamlOut *out, const Object *parent);
YamlOut *import_names(NameList names);
/* "table.column" as an object of `schema` refers to it. Freed with g_free. */
char *import_reference(const char *schema, QualifiedName table, const char *column);

/* ---- import_types.c ---- */

/* Adds type (and max_length). */
void import_type(const ImportWriter *w, YamlOut *out, const char *schema, const char *type);
/* The same under any key, and never as string with max_length. */
void import_type_as(const ImportWriter *w, YamlOut *out, const char *key, const char *schema,
                    const char *type);
/* Adds a value of the type, a default say, as a literal or as { sql: … }. */
void import_default(const ImportWriter *w, YamlOut *out, const char *key, const char *type,
                    const char *sql);
/* Finds the sequences that serial types stand for. */
void import_find_serials(ImportWriter *w);
/* "serial" and the like. */
const char *import_serial_word(const Column *column);

/* ---- import_table.c ---- */

void import_table(const ImportWriter *w, YamlOut *out, const Object *object);

/* ---- import_columns.c ---- */

/* The constraints and indexes that can stand in a field. */
typedef struct Inline {
    bool primary;
    const KeyConstraint *unique;
    const Index *index;
    const Check *check;
    const ForeignKey *reference;
} Inline;

/* Inline * by column name (interned), owned by the table; and the children of `table` that it
 * covers are in `ret_covered`. */
GHashTable *import_inlines(const ImportWriter *w, const Object *table, GHashTable *ret_covered);
/* `required`, where the column is NOT NULL and that matters, or its constraint has more to say. */
void import_required(YamlOut *out, const Column *column, bool matters);

YamlOut *import_column(const ImportWriter *w, const Column *column, const Inline *inlined);

/* ---- import_constraints.c ---- */

/* The name that has to be written, or NULL where it is the one it would get. */
const char *import_name(const ImportWriter *w, const Object *object);
/* Adds the sections for all children that are not in `covered`. */
void import_constraints(const ImportWriter *w, YamlOut *out, const Object *table,
                        GHashTable *covered);
void import_checks(const ImportWriter *w, YamlOut *out, const Object *parent, GHashTable *covered);

/* ---- import_layout.c ---- */

/* A way from models to others that keeps what is the same. */
typedef struct ImportLayout {
    const ImportWriter *before; /* of the state that the files declare */
    const ImportWriter *after;
    ModelsSame *same;
    ModelsKept *kept;
} ImportLayout;

/* The text of a model file that has declared `standing` and is to declare `objects` of the new
 * state, those in it and new ones. NULL when nothing of it is to be kept. Freed with g_free. */
char *import_keep_layout(const ImportLayout *layout, const char *path, const GPtrArray *standing,
                         GPtrArray *objects);

/* ---- import_parts.c ---- */

/* Whether an index or key of a partition is just what the table above hands down. */
bool import_part_is_implied(const ImportWriter *w, const Object *part);
/* What it has of its own, and what it is attached to; `named`: its name in any case. */
YamlOut *import_part(const ImportWriter *w, const Object *part, bool named);

/* ---- import_paths.c ---- */

/* Where an object is written when it is in no file yet, below the directory: paths by Object *, all
 * different on file systems that do not tell upper from lower case, too. */
GHashTable *import_paths(const State *state);

#endif
