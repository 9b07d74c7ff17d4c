#include "introspect/pipeline.h"

#include "introspect/server_error.h"

struct Pipeline {
    Connection *connection;
    Diagnostics *diagnostics;
    GPtrArray *statements; /* const char *, borrowed */
    guint sent; /* how many of them the server has been given */
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
    pipeline->statements = g_ptr_array_new();
    return pipeline;
}

void pipeline_send(Pipeline *pipeline, const char *sql, int n_params, const char *const *params)
{
    g_ptr_array_add(pipeline->statements, (gpointer)sql);
    if (pipeline->failed)
        return;
    if (PQsendQueryParams(handle_of(pipeline), sql, n_params, NULL, params, NULL, NULL, 0))
        pipeline->sent++;
    else
        report(pipeline, NULL, sql);
}

void pipeline_sync(Pipeline *pipeline)
{
    if (!PQpipelineSync(handle_of(pipeline)))
        report(pipeline, NULL, NULL);
}

/* Whether the link is gone, so that no more results will come. */
static bool is_lost(const Pipeline *pipeline)
{
    return PQstatus(handle_of(pipeline)) == CONNECTION_BAD;
}

PGresult *pipeline_next(Pipeline *pipeline)
{
    if (pipeline->next >= pipeline->sent)
        return NULL;
    const char *sql = g_ptr_array_index(pipeline->statements, pipeline->next++);
    if (is_lost(pipeline)) {
        report(pipeline, NULL, sql);
        return NULL;
    }
    PGresult *kept = NULL;
    PGresult *result;
    while ((result = PQgetResult(handle_of(pipeline)))) {
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
            PQclear(kept);
            kept = result;
            continue;
        }
        if (status != PGRES_PIPELINE_ABORTED)
            report(pipeline, result, sql);
        PQclear(result);
        if (is_lost(pipeline))
            break;
    }
    return kept;
}

/* Takes what is left, up to the synchronisation point. */
static void drain(Pipeline *pipeline)
{
    while (pipeline->next < pipeline->sent && !is_lost(pipeline))
        PQclear(pipeline_next(pipeline));
    bool synced = false;
    while (!synced && !is_lost(pipeline)) {
        PGresult *result = PQgetResult(handle_of(pipeline));
        if (!result)
            break;
        synced = PQresultStatus(result) == PGRES_PIPELINE_SYNC;
        PQclear(result);
    }
}

bool pipeline_end(Pipeline *pipeline, const char *undo)
{
    drain(pipeline);
    if (!PQexitPipelineMode(handle_of(pipeline)))
        report(pipeline, NULL, NULL);
    bool done = !pipeline->failed;
    if (undo && !is_lost(pipeline))
        PQclear(PQexec(handle_of(pipeline), undo));
    g_ptr_array_unref(pipeline->statements);
    g_free(pipeline);
    return done;
}
