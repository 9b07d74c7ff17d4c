#include "introspect/attempt.h"

const char attempt_limits[] = "SELECT set_config('lock_timeout', '5s', true), "
                              "set_config('client_min_messages', 'error', true)";

const AttemptFrame *attempt_frame(const Connection *connection)
{
    static const AttemptFrame frames[] = {
        {"BEGIN READ WRITE", "ROLLBACK"},
        {"SAVEPOINT gen_attempt",
         "ROLLBACK TO SAVEPOINT gen_attempt; RELEASE SAVEPOINT gen_attempt"},
    };
    return &frames[PQtransactionStatus(connection_handle(connection)) != PQTRANS_IDLE];
}

char *attempt_refusal(const PGresult *result, char sqlstate[6])
{
    if (!result || PQresultStatus(result) != PGRES_FATAL_ERROR)
        return NULL;
    const char *text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    g_strlcpy(sqlstate, state ? state : "", 6);
    if (!text)
        return g_strchomp(g_strdup(PQresultErrorMessage(result)));
    return detail ? g_strdup_printf("%s (%s)", text, detail) : g_strdup(text);
}

void attempt_open(Pipeline *pipeline)
{
    pipeline_send(pipeline, "SAVEPOINT gen_ask", 0, NULL);
}

void attempt_send(Pipeline *pipeline, const GPtrArray *statements)
{
    for (guint i = 0; i < statements->len; i++)
        pipeline_send(pipeline, g_ptr_array_index(statements, i), 0, NULL);
    pipeline_send(pipeline, "RELEASE SAVEPOINT gen_ask", 0, NULL);
    attempt_open(pipeline);
    pipeline_sync(pipeline);
    pipeline_send(pipeline, "ROLLBACK TO SAVEPOINT gen_ask", 0, NULL);
}

char *attempt_take(Pipeline *pipeline, const GPtrArray *statements, char sqlstate[6])
{
    char *problem = NULL;
    for (guint i = 0; i < statements->len + 3; i++) {
        PGresult *result = pipeline_take(pipeline);
        if (!problem)
            problem = attempt_refusal(result, sqlstate);
        PQclear(result);
    }
    return problem;
}
