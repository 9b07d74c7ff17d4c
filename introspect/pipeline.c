#include "introspect/pipeline.h"

#include "introspect/server_error.h"

struct Pipeline {
    Connection *connection;
    Diagnostics *diagnostics;
    GPtrArray *sent; /* const char *, borrowed: statements, and NULL for a synchronisation point */
    guint next;
    bool failed;
};

static PGconn *handle_of(const Pipeline *pipeline)
{
    return connection_handle(pipeline->connection);
}

static void report(Pipeline *pipeline, const PGresult *result, const char *sql)
{
    char sqlstate[6];
    if (!pipeline->failed)
        server_error_report(handle_of(pipeline), result, sql, sqlstate, pipeline->diagnostics);
    pipeline->failed = true;
}

Pipeline *pipeline_begin(Connection *connection, Diagnostics *diagnostics)
{
    char sqlstate[6];
    PGconn *handle = connection_handle(connection);
    if (PQtransactionStatus(handle) == PQTRANS_ACTIVE || !PQenterPipelineMode(handle)) {
        server_error_report(handle, NULL, NULL, sqlstate, diagnostics);
        return NULL;
    }
    Pipeline *pipeline = g_new0(Pipeline, 1);
    pipeline->connection = connection;
    pipeline->diagnostics = diagnostics;
    pipeline->sent = g_ptr_array_new();
    return pipeline;
}

void pipeline_send(Pipeline *pipeline, const char *sql, int n_params, const char *const *params)
{
    if (pipeline->failed)
        return;
    if (PQsendQueryParams(handle_of(pipeline), sql, n_params, NULL, params, NULL, NULL, 0))
        g_ptr_array_add(pipeline->sent, (gpointer)sql);
    else
        report(pipeline, NULL, sql);
}

void pipeline_sync(Pipeline *pipeline)
{
    if (PQpipelineSync(handle_of(pipeline)))
        g_ptr_array_add(pipeline->sent, NULL);
    else
        report(pipeline, NULL, NULL);
}

/* Whether the link is gone, so that no more results will come. */
static bool is_lost(const Pipeline *pipeline)
{
    return PQstatus(handle_of(pipeline)) == CONNECTION_BAD;
}

/* Passes over the synchronisation points that stand next; false when nothing follows them. */
static bool skip_syncs(Pipeline *pipeline)
{
    while (pipeline->next < pipeline->sent->len && !is_lost(pipeline)) {
        if (g_ptr_array_index(pipeline->sent, pipeline->next))
            return true;
        PQclear(PQgetResult(handle_of(pipeline)));
        pipeline->next++;
    }
    return false;
}

PGresult *pipeline_take(Pipeline *pipeline)
{
    if (!skip_syncs(pipeline)) {
        if (is_lost(pipeline))
            report(pipeline, NULL, NULL);
        return NULL;
    }
    pipeline->next++;
    PGresult *kept = NULL;
    PGresult *result;
    while ((result = PQgetResult(handle_of(pipeline)))) {
        PQclear(kept);
        kept = result;
        if (is_lost(pipeline))
            break;
    }
    return kept;
}

void pipeline_report(Pipeline *pipeline, const PGresult *result)
{
    bool passed_over = result && PQresultStatus(result) == PGRES_PIPELINE_ABORTED;
    if (!passed_over)
        report(pipeline, result, g_ptr_array_index(pipeline->sent, pipeline->next - 1));
}

PGresult *pipeline_next(Pipeline *pipeline)
{
    PGresult *result = pipeline_take(pipeline);
    if (!result)
        return NULL;
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return result;
    pipeline_report(pipeline, result);
    PQclear(result);
    return NULL;
}

bool pipeline_end(Pipeline *pipeline, const char *undo)
{
    while (skip_syncs(pipeline))
        PQclear(pipeline_next(pipeline));
    if (!PQexitPipelineMode(handle_of(pipeline)))
        report(pipeline, NULL, NULL);
    bool done = !pipeline->failed;
    if (undo && !is_lost(pipeline))
        PQclear(PQexec(handle_of(pipeline), undo));
    g_ptr_array_unref(pipeline->sent);
    g_free(pipeline);
    return done;
}
