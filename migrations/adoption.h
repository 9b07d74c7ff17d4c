/* Databases that others have looked after until now. */
#ifndef GEN_MIGRATIONS_ADOPTION_H
#define GEN_MIGRATIONS_ADOPTION_H

#include "migrations/version_table.h"

/* Alembic's own table: left alone, never part of a schema that gen compares. */
#define ADOPTION_ALEMBIC_TABLE "alembic_version"

typedef struct Adoption {
    bool fresh;       /* there is no table of a user in the database */
    GPtrArray *heads; /* revisions that Alembic's table names, the caller's; NULL: no such table */
} Adoption;

/* Looks at a database without gen's tables. False after a diagnostic: Alembic is at a revision
 * that has no file here. */
bool adoption_look(Connection *connection, const VersionTable *table, const Graph *graph,
                   Adoption *ret, Diagnostics *diagnostics);

/* The ids in Alembic's table (char *, sorted), wherever in the search path it is; the caller's.
 * `*ret` is NULL when there is no such table. False after a diagnostic. */
bool adoption_alembic_heads(Connection *connection, GPtrArray **ret, Diagnostics *diagnostics);

#endif
