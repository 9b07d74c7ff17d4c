/* Saying where a database is without running anything. */
#ifndef GEN_MIGRATIONS_STAMP_H
#define GEN_MIGRATIONS_STAMP_H

#include "migrations/journal.h"

/* What a stamp changes. Freed with stamp_free. */
typedef struct Stamp {
    GPtrArray *remove;    /* char *: version rows that go */
    GPtrArray *add;       /* char *: version rows that come */
    GPtrArray *revisions; /* Revision: the stamped ones, for the history */
    GPtrArray *forget;    /* char *: revisions whose unfinished run is over by this */
    bool make_tables;     /* they are not there yet */
} Stamp;

void stamp_free(Stamp *stamp);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Stamp, stamp_free)

/* The rows of `targets` (those that no other of them stands on) take the place of all rows that
 * stand on them or that they stand on; rows of other branches stay. No targets: no rows. With
 * `purge`, all rows go, known to the graph or not. Never NULL. */
Stamp *stamp_new(const Graph *graph, const DatabaseState *state, const GPtrArray *targets,
                 bool purge);

/* The SQL of it, one transaction; makes the tables where they are not there. NULL after
 * diagnostics when a stamped file cannot be read. Freed with g_free. */
char *stamp_sql(const Stamp *stamp, const VersionTable *table, Diagnostics *diagnostics);

/* Runs it. False after diagnostics. */
bool stamp_run(const Stamp *stamp, const VersionTable *table, Connection *connection,
               Diagnostics *diagnostics);

#endif
