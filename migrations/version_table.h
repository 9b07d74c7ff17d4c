/* The two tables that gen keeps in a database: which revisions it is at, and what ran.
 *
 * The version table has Alembic's shape (one row per head, in version_num), so that
 * `version_table: alembic_version` adopts Alembic's own. The history table has a row per step.
 */
#ifndef GEN_MIGRATIONS_VERSION_TABLE_H
#define GEN_MIGRATIONS_VERSION_TABLE_H

#include "introspect/connection.h"
#include "migrations/graph.h"

typedef struct VersionTable {
    char *version;      /* "public.gen_version", quoted where needed */
    char *history;      /* "public.gen_history", the same */
    char *schema;       /* public, as it is */
    char *version_name; /* gen_version, as it is */
    char *history_name; /* gen_history, as it is */
} VersionTable;

/* `schema` and `name` NULL: public and gen_version. Another name gives its history table that
 * name and "_history". Freed with version_table_free. */
VersionTable *version_table_new(const char *schema, const char *name);
void version_table_free(VersionTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(VersionTable, version_table_free)

/* How far a run of a revision that did not come to its end has got. */
typedef struct PartialRun {
    bool downgrade;
    guint steps_done;      /* whole steps */
    guint steps;           /* of how many */
    bool in_step;          /* an autocommit step has begun and not ended */
    guint statements_done; /* in that step */
    char *checksum;        /* of the steps that are done, or NULL when there are none */
    char *error;           /* what stopped it, where gen could still say, or NULL */
} PartialRun;

typedef struct RevisionLog {
    char *checksum;      /* of the upgrade that was applied, or NULL when none is recorded */
    PartialRun *partial; /* or NULL */
} RevisionLog;

/* What a database says about itself. Freed with database_state_free. */
typedef struct DatabaseState {
    bool version_exists; /* the version table */
    bool history_exists;
    GPtrArray *versions; /* char *, its rows, sorted */
    GHashTable *logs;    /* revision id → RevisionLog */
} DatabaseState;

/* Reads both tables in one go; NULL after a diagnostic. */
DatabaseState *database_state_read(Connection *connection, const VersionTable *table,
                                   Diagnostics *diagnostics);
/* The state of a database that gen has never seen. */
DatabaseState *database_state_empty(void);
void database_state_free(DatabaseState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DatabaseState, database_state_free)

/* The revisions of `state->versions`. NULL after a diagnostic that names the rows that no file
 * here accounts for. The caller's. */
GPtrArray *database_state_heads(const DatabaseState *state, const Graph *graph,
                                Diagnostics *diagnostics);

/* The id of a revision with a run that did not come to its end, or NULL. */
const char *database_state_partial(const DatabaseState *state);

/* SQL that makes both tables where they are not there. Freed with g_free. */
char *version_table_create_sql(const VersionTable *table);

/* After a statement that makes them has failed on `connection`: adds what the server's message does
 * not say, what the tables are and what to do. Nothing when the failure was of another sort. */
void version_table_explain(const VersionTable *table, const Connection *connection,
                           Diagnostics *diagnostics);

/* SQL that changes the version rows: those of `remove` go, those of `add` come (lists of ids).
 * Ends in a semicolon where there is anything to do. Freed with g_free. */
char *version_table_change_sql(const VersionTable *table, const GPtrArray *remove,
                               const GPtrArray *add);

#endif
