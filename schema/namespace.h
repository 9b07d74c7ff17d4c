/* Kinds that hold others: schemas and extensions. */
#ifndef GEN_SCHEMA_NAMESPACE_H
#define GEN_SCHEMA_NAMESPACE_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-namespace.html */
typedef struct Schema {
    Object object;
} Schema;

/* https://www.postgresql.org/docs/current/catalog-pg-extension.html */
typedef struct Extension {
    Object object;         /* outside of schemas; Object.schema is NULL */
    const char *in_schema; /* where its members live; NULL: not said by the model */
    const char *version;   /* NULL: not said by the model */
} Extension;

#endif
