#include "generator/locked.h"

#include "generator/messages.h"
#include "generator/signals.h"

#include <string.h>

static void on_wait(void *data, const char *holder)
{
    messages_say(data, "another gen is at work (%s); waiting", holder);
}

RunnerLock *context_lock(Context *context, double wait)
{
    Connection *connection = context_connection(context);
    if (!connection)
        return NULL;
    return runner_lock_take(connection, context_table(context),
                            wait >= 0 ? wait : context->config->lock_wait, signals_interrupted,
                            on_wait, context, context->diagnostics);
}

bool context_writable(Context *context)
{
    g_autoptr(Rows) rows = connection_query(
        context->connection,
        "SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'standby'"
        " WHEN pg_catalog.current_setting('transaction_read_only')::boolean THEN 'setting'"
        " ELSE '' END",
        0, NULL, context->diagnostics);
    const char *reason = rows ? rows_value(rows, 0, 0) : NULL;
    if (!reason || !*reason)
        return reason != NULL;
    bool standby = strcmp(reason, "standby") == 0;
    Diagnostic *d = diag_error(context->diagnostics, DIAG_PERMISSION, PLACE_NONE,
                               standby ? "%s is read-only: its server is a standby"
                                       : "%s is read-only: default_transaction_read_only is on",
                               connection_describe(context->connection));
    diag_set_hint(d, standby
                         ? "connect to the primary server"
                         : "ALTER DATABASE or ALTER ROLE … RESET default_transaction_read_only");
    return false;
}
