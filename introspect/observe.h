/* Observation: what a statement does to relations, measured and not guessed: which lock it takes,
 * whether it rewrites the table, whether it reads all of it.
 *
 * In a transaction on a scratch database: observer_start, then for each statement run it and call
 * observer_step. Locks stay until the transaction ends; where the lock of every single statement
 * matters, each is run in a transaction of its own, with observer_start after BEGIN.
 * Empty tables show the same as full ones: PostgreSQL decides to lock, rewrite and scan by the
 * statement, not by the rows.
 *
 * https://www.postgresql.org/docs/current/explicit-locking.html
 * https://www.postgresql.org/docs/current/monitoring-stats.html
 */
#ifndef GEN_INTROSPECT_OBSERVE_H
#define GEN_INTROSPECT_OBSERVE_H

#include "introspect/connection.h"
#include "schema/object.h"

typedef struct Observer Observer;

/* What one statement did to one relation (table, partition, view, materialised view). */
typedef struct Observed {
    QualifiedName relation; /* as it was named before the statement; interned */
    const char *lock;       /* the strongest held now: "ACCESS EXCLUSIVE", … */
    bool lock_is_new;       /* not held as strongly before the statement */
    bool created;
    bool dropped;
    bool rewritten; /* it has a new file */
    bool scanned;   /* read from beginning to end */
} Observed;

/* Takes the first picture. NULL with an error. `connection` must stay open. */
Observer *observer_start(Connection *connection, Diagnostics *diagnostics);
void observer_free(Observer *observer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Observer, observer_free)

/* What has happened since the last picture: Observed *, by schema and name, only of relations to
 * which something happened. Freed with g_ptr_array_unref. NULL with an error. */
GPtrArray *observer_step(Observer *observer, Diagnostics *diagnostics);

#endif
