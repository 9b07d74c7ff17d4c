/* A run as a script for psql: the same transactions, timeouts and books, and the same end state. */
#ifndef GEN_MIGRATIONS_SCRIPT_H
#define GEN_MIGRATIONS_SCRIPT_H

#include "migrations/run_plan.h"
#include "migrations/version_table.h"

typedef struct ScriptSettings {
    const Graph *graph;
    const VersionTable *table;
    const char *lock_timeout;      /* of steps that set none, or NULL */
    const char *statement_timeout; /* the same */
} ScriptSettings;

/* The script that runs `files` (RevisionFile, in the plan's order). It begins with a check that
 * stops it on a database that is not at the plan's rows, or on which a gen is at work. Freed with
 * g_free. */
char *script_of_plan(const ScriptSettings *settings, const RunPlan *plan, const GPtrArray *files);

#endif
