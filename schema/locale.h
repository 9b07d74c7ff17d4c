/* Collations and conversions between encodings. */
#ifndef GEN_SCHEMA_LOCALE_H
#define GEN_SCHEMA_LOCALE_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-collation.html */
typedef struct Collation {
    Object object;
    const char *provider; /* NULL: libc; "icu", "builtin" */
    const char *locale;
    const char *lc_collate; /* where it is not `locale` */
    const char *lc_ctype;
    bool nondeterministic;
    const char *rules; /* PostgreSQL 16 */
} Collation;

/* https://www.postgresql.org/docs/current/catalog-pg-conversion.html */
typedef struct Conversion {
    Object object;
    const char *source;
    const char *target;
    QualifiedName function;
    bool is_default;
} Conversion;

#endif
