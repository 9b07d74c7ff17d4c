/* Names of data types: SQL's many spellings brought to the one that format_type() prints.
 * https://www.postgresql.org/docs/current/datatype.html */
#ifndef GEN_SCHEMA_TYPE_NAME_H
#define GEN_SCHEMA_TYPE_NAME_H

#include <glib.h>
#include <stdbool.h>

typedef struct TypeName {
    char *canonical; /* of types in pg_catalog: what format_type() prints, arrays too; else NULL */
    char *base;      /* the same without arguments and []: "character varying"; else NULL */
    bool serial;     /* serial and its like; canonical is then the integer type */
    bool array;
    /* of types that are not PostgreSQL's own */
    char *schema;    /* as written, or NULL */
    char *name;      /* as written, without quotes */
    bool quoted;     /* whether it was written in quotes, so that its case counts */
    char *arguments; /* "(Point,4326)", or NULL */
} TypeName;

/* Reads a type as SQL spells it. NULL when it is no type; ret_problem then says why (freed with
 * g_free). The result is freed with type_name_free. */
TypeName *type_name_parse(const char *text, char **ret_problem);
void type_name_free(TypeName *type);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TypeName, type_name_free)

/* The type of PostgreSQL's own that is written most like `word`, or NULL. */
const char *type_name_suggest(const char *word);

/* What the storage of a column is when nothing is said: "plain", "main", "extended"; `canonical` is
 * a type of PostgreSQL's own as type_name_parse gives it. */
const char *type_name_storage(const char *canonical);

#endif
