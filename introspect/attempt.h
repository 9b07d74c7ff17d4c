/* Statements that the server may refuse, inside a transaction in which nothing lasts. Used inside
 * introspect/ only.
 *
 * The transaction begins and ends with an AttemptFrame. Between attempt_open and its end, each
 * group of statements stands or falls as one: if one of them fails, only its group is undone. */
#ifndef GEN_INTROSPECT_ATTEMPT_H
#define GEN_INTROSPECT_ATTEMPT_H

#include "introspect/pipeline.h"

typedef struct AttemptFrame {
    const char *begin;
    const char *end;
} AttemptFrame;

/* A transaction of its own, or a savepoint in that of the caller. */
const AttemptFrame *attempt_frame(const Connection *connection);

/* Settings under which attempts wait for no lock for long, and say nothing but errors. */
extern const char attempt_limits[];

/* To be sent before the first group. */
void attempt_open(Pipeline *pipeline);

/* Sends a group (char *), which must stay as it is until pipeline_end. */
void attempt_send(Pipeline *pipeline, const GPtrArray *statements);

/* Takes the results of a group. NULL if all of it was done; else the server's refusal in one line,
 * freed with g_free, and its SQLSTATE. */
char *attempt_take(Pipeline *pipeline, const GPtrArray *statements, char sqlstate[6]);

/* The server's refusal in one line, freed with g_free, and its SQLSTATE; NULL if it did not refuse.
 */
char *attempt_refusal(const PGresult *result, char sqlstate[6]);

#endif
