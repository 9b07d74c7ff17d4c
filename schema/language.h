/* What extends the server: languages, transforms, access methods. All outside of schemas. */
#ifndef GEN_SCHEMA_LANGUAGE_H
#define GEN_SCHEMA_LANGUAGE_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-language.html */
typedef struct Language {
    Object object;
    bool trusted;
    QualifiedName handler;
    QualifiedName inline_handler;
    QualifiedName validator;
} Language;

/* Its name is "type FOR language".
 * https://www.postgresql.org/docs/current/catalog-pg-transform.html */
typedef struct Transform {
    Object object;
    const char *type;
    const char *language;
    QualifiedName from_sql;
    QualifiedName to_sql;
} Transform;

/* https://www.postgresql.org/docs/current/catalog-pg-am.html */
typedef struct AccessMethod {
    Object object;
    const char *type; /* NULL: index; "table" */
    QualifiedName handler;
} AccessMethod;

#endif
