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
    const char *rules;    /* PostgreSQL 16 */
    const char *encoding; /* NULL: the one that CREATE COLLATION gives it; else "any" or "UTF8",
                             which only copies of PostgreSQL's own collations have */
} Collation;

/* Which collation of pg_catalog has the same locale and encoding, where one has to be copied; NULL
 * where there is none. */
const char *collation_source(const Collation *collation);

/* https://www.postgresql.org/docs/current/catalog-pg-conversion.html */
typedef struct Conversion {
    Object object;
    const char *source;
    const char *target;
    QualifiedName function;
    bool is_default;
} Conversion;

#endif
