/* Kinds of data types. */
#ifndef GEN_SCHEMA_TYPES_H
#define GEN_SCHEMA_TYPES_H

#include "schema/object.h"

typedef struct EnumValue {
    const char *label;
    const char *renamed_from; /* hint, or NULL */
} EnumValue;

/* https://www.postgresql.org/docs/current/catalog-pg-enum.html */
typedef struct Enum {
    Object object;
    ItemList values; /* EnumValue, in sort order */
} Enum;

/* Its checks are children of kind CHECK.
 * https://www.postgresql.org/docs/current/sql-createdomain.html */
typedef struct Domain {
    Object object;
    const char *type;
    bool not_null;
    const char *default_expr;
    QualifiedName collation;
} Domain;

#endif
