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
    const char *not_null_name;    /* PostgreSQL 18; NULL: not said */
    const char *not_null_comment; /* PostgreSQL 18 */
    const char *default_expr;
    QualifiedName collation;
} Domain;

/* One attribute of a composite type. */
typedef struct Attribute {
    const char *name;
    const char *type;
    QualifiedName collation; /* name NULL: the type's */
    const char *comment;
    const char *renamed_from; /* hint, or NULL */
} Attribute;

/* A composite type that is no table's.
 * https://www.postgresql.org/docs/current/rowtypes.html */
typedef struct Composite {
    Object object;
    ItemList attributes; /* Attribute, in order */
} Composite;

/* https://www.postgresql.org/docs/current/catalog-pg-range.html */
typedef struct Range {
    Object object;
    const char *subtype;
    QualifiedName opclass;      /* name NULL: the subtype's default one */
    QualifiedName collation;    /* name NULL: the subtype's */
    QualifiedName canonical;    /* function, or none */
    QualifiedName subtype_diff; /* function, or none */
    /* PostgreSQL 14 */
    QualifiedName multirange; /* name NULL: the name PostgreSQL makes of the range's */
    const char *multirange_comment;
} Range;

/* The name that PostgreSQL makes for the multirange type of a range type. Freed with g_free. */
char *range_multirange_name(const char *range);

/* The name that the multirange type of a range has: its own, or the one PostgreSQL makes. */
QualifiedName range_multirange(const Range *range);

#endif
