/* Reading a server beside the models: what takes longest begins as soon as the schemas are known
 * that it is about, in a thread of its own.
 */
#ifndef GEN_GENERATOR_READ_AHEAD_H
#define GEN_GENERATOR_READ_AHEAD_H

#include "generator/source.h"

/* Reads a state of the sources' server, cut to `schemas` (NULL: all). */
typedef State *ReadServer(const Sources *sources, const char *const *schemas,
                          Diagnostics *diagnostics);

typedef struct ReadAhead ReadAhead;

/* Begins to read; nobody else may use the sources' connection until read_ahead_end. `schemas` is
 * taken over. */
ReadAhead *read_ahead_begin(const Sources *sources, ReadServer *read, char **schemas);

/* Waits for the state and frees what there was for reading it. When it turned out that other
 * schemas are wanted, it is read anew. NULL after diagnostics. */
State *read_ahead_end(ReadAhead *ahead, const char *const *schemas, Diagnostics *diagnostics);

/* The same for a state that is not wanted any more. */
void read_ahead_drop(ReadAhead *ahead);

#endif
