/* Many statements in one round trip. Used inside introspect/ only.
 * https://www.postgresql.org/docs/current/libpq-pipeline-mode.html
 *
 * pipeline_begin, then any number of pipeline_send and pipeline_sync (at last a pipeline_sync), one
 * pipeline_next or pipeline_take for each statement sent, pipeline_end. After an error the server
 * passes over what follows, up to the next pipeline_sync.
 */
#ifndef GEN_INTROSPECT_PIPELINE_H
#define GEN_INTROSPECT_PIPELINE_H

#include "introspect/connection.h"

#include <libpq-fe.h>

typedef struct Pipeline Pipeline;

/* NULL with an error if the connection cannot. */
Pipeline *pipeline_begin(Connection *connection, Diagnostics *diagnostics);

/* Sends a statement; `sql` is kept by reference until pipeline_end, for messages. */
void pipeline_send(Pipeline *pipeline, const char *sql, int n_params, const char *const *params);

/* Ends what an error passes over. */
void pipeline_sync(Pipeline *pipeline);

/* The result of the next statement, freed with PQclear; NULL if it failed (the first failure is
 * reported) or was passed over. */
PGresult *pipeline_next(Pipeline *pipeline);

/* The same, but the caller judges: the result is never reported and may have any status; NULL only
 * if there is none (the link is lost, which is reported). */
PGresult *pipeline_take(Pipeline *pipeline);

/* Reports the error in what pipeline_take gave (NULL: that there was no result). */
void pipeline_report(Pipeline *pipeline, const PGresult *result);

/* Leaves pipeline mode and frees the pipeline; then runs `undo`, if it is not NULL. True if no
 * failure was reported. */
bool pipeline_end(Pipeline *pipeline, const char *undo);

#endif
