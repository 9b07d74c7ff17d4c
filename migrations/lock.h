/* One runner at a time: a session advisory lock in the database. */
#ifndef GEN_MIGRATIONS_LOCK_H
#define GEN_MIGRATIONS_LOCK_H

#include "introspect/connection.h"
#include "migrations/version_table.h"

typedef struct RunnerLock RunnerLock;

/* Told once when somebody else holds the lock and waiting begins; `holder` describes the session.
 */
typedef void LockWaitNotice(void *data, const char *holder);

/* Takes the lock of the project whose version table this is, waiting up to `wait` seconds. NULL
 * after a diagnostic: DIAG_LOCKED with who holds it, when time is up or `interrupted` says so.
 * https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS */
RunnerLock *runner_lock_take(Connection *connection, const VersionTable *table, double wait,
                             bool (*interrupted)(void *), LockWaitNotice *notice, void *data,
                             Diagnostics *diagnostics);

/* The number of the lock: the version table's, in the database that the session is in. */
gint64 runner_lock_key(const VersionTable *table);

/* Gives the lock back (as the end of the session would) and frees it. */
void runner_lock_release(RunnerLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RunnerLock, runner_lock_release)

#endif
