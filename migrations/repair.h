/* What is wrong with the version and history tables, and the SQL that puts it right. */
#ifndef GEN_MIGRATIONS_REPAIR_H
#define GEN_MIGRATIONS_REPAIR_H

#include "migrations/version_table.h"

/* What to do about a run that stopped half-way; going on with it is the runner's business. */
typedef enum PartialRemedy {
    PARTIAL_KEEP,   /* nothing: the next run takes it up again */
    PARTIAL_FORGET, /* its steps count as undone: somebody has undone them by hand */
    PARTIAL_FINISH, /* its last steps count as done: somebody has done them by hand */
} PartialRemedy;

typedef struct Finding {
    char *text; /* what is wrong */
    char *cure; /* what would be done about it, or what the user has to decide */
    char *sql;  /* or NULL when there is nothing that gen does by itself */
} Finding;

/* The findings, in a fixed order: unknown rows, rows that another row implies, a run that
 * stopped, files that were edited after they ran. Freed with g_ptr_array_unref; NULL after
 * diagnostics when a file cannot be read. */
GPtrArray *repair_findings(const Graph *graph, const DatabaseState *state,
                           const VersionTable *table, PartialRemedy remedy,
                           Diagnostics *diagnostics);

#endif
