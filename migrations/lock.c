#include "migrations/lock.h"

#define POLL_FIRST 0.02
#define POLL_LIMIT 0.25

struct RunnerLock {
    Connection *connection;
    gint64 key;
};

/* The lock's number stands for the version table's name; advisory locks are the database's own. */
gint64 runner_lock_key(const VersionTable *table)
{
    g_autofree char *name = g_strconcat("gen ", table->version, NULL);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, name, -1);
    sum[15] = '\0';
    return (gint64)g_ascii_strtoull(sum, NULL, 16);
}

static bool try_lock(Connection *connection, gint64 key, bool *ret_got, Diagnostics *diagnostics)
{
    g_autofree char *sql =
        g_strdup_printf("SELECT pg_catalog.pg_try_advisory_lock(%" G_GINT64_FORMAT ")", key);
    g_autoptr(Rows) rows = connection_query(connection, sql, 0, NULL, diagnostics);
    if (!rows)
        return false;
    *ret_got = *rows_value(rows, 0, 0) == 't';
    return true;
}

/* Who holds it, for people. Freed with g_free. */
static char *describe_holder(Connection *connection, gint64 key)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autofree char *sql = g_strdup_printf(
        "SELECT format('process %%s of %%s (%%s), since %%s', a.pid, a.usename,"
        " coalesce(a.client_addr::text, 'local'), to_char(a.backend_start, 'HH24:MI:SS'))"
        " FROM pg_catalog.pg_locks AS l JOIN pg_catalog.pg_stat_activity AS a USING (pid)"
        " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
        " AND l.database = (SELECT oid FROM pg_catalog.pg_database"
        " WHERE datname = current_database())"
        " AND (l.classid::bigint << 32 | l.objid::bigint) = %" G_GINT64_FORMAT,
        key);
    g_autoptr(Rows) rows = connection_query(connection, sql, 0, NULL, ignored);
    const char *text = rows && rows_count(rows) > 0 ? rows_value(rows, 0, 0) : NULL;
    return g_strdup(text ? text : "another session");
}

static void report_locked(Connection *connection, gint64 key, double wait, Diagnostics *diagnostics)
{
    g_autofree char *holder = describe_holder(connection, key);
    Diagnostic *d =
        diag_error(diagnostics, DIAG_LOCKED, PLACE_NONE, "another gen is at work on this database");
    diag_set_detail(d, "%s; waited %g s", holder, wait);
    diag_set_hint(d, "--lock-wait SECONDS waits longer");
}

RunnerLock *runner_lock_take(Connection *connection, const VersionTable *table, double wait,
                             bool (*interrupted)(void *), LockWaitNotice *notice, void *data,
                             Diagnostics *diagnostics)
{
    gint64 key = runner_lock_key(table);
    gint64 end = g_get_monotonic_time() + (gint64)(wait * G_USEC_PER_SEC);
    double pause = POLL_FIRST;
    /* Asked again and again instead of waited for: a session that waits inside the server keeps a
     * snapshot, and the runner's CREATE INDEX CONCURRENTLY would wait for it for ever. */
    for (;;) {
        bool got = false;
        if (!try_lock(connection, key, &got, diagnostics))
            return NULL;
        if (got)
            break;
        if (notice) {
            g_autofree char *holder = describe_holder(connection, key);
            notice(data, holder);
            notice = NULL;
        }
        if (g_get_monotonic_time() >= end || (interrupted && interrupted(data))) {
            report_locked(connection, key, wait, diagnostics);
            return NULL;
        }
        g_usleep((gulong)(pause * G_USEC_PER_SEC));
        pause = MIN(pause * 1.5, POLL_LIMIT);
    }
    RunnerLock *lock = g_new(RunnerLock, 1);
    lock->connection = connection;
    lock->key = key;
    return lock;
}

void runner_lock_release(RunnerLock *lock)
{
    if (!lock)
        return;
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autofree char *sql =
        g_strdup_printf("SELECT pg_catalog.pg_advisory_unlock(%" G_GINT64_FORMAT ")", lock->key);
    if (connection_alive(lock->connection))
        connection_run(lock->connection, sql, ignored);
    g_free(lock);
}
