/* Stand-ins: temporary types for enums, domains, composite types and ranges of the wanted state
 * that the database does not have, or has in another form. Used inside introspect/ only.
 *
 * A stand-in has the type's real name in pg_temp, so that an unqualified name finds it first, as it
 * would find the real one; it has a made-up name where the search path does not lead to the real
 * one. Texts are rewritten to name stand-ins where they name the real types, and answers back.
 */
#ifndef GEN_INTROSPECT_STANDIN_H
#define GEN_INTROSPECT_STANDIN_H

#include "introspect/pipeline.h"
#include "schema/state.h"

typedef struct Standins Standins;

/* All types of the state that may need one. */
Standins *standins_new(const State *wanted);
void standins_free(Standins *standins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Standins, standins_free)

/* Asks which of them the database has; then the result of it. */
void standins_send(const Standins *standins, Pipeline *pipeline);
void standins_read(Standins *standins, const PGresult *rows);

/* A text with stand-ins in place of the types; those that it may need are noted. Freed with
 * g_free. */
char *standins_rewrite(Standins *standins, const char *text);

/* The statements that create those that were noted, in order; freed with g_ptr_array_unref. */
GPtrArray *standins_create(Standins *standins);

/* An answer with the types in place of the stand-ins. `is_type`: the text is the name of a type,
 * not an expression. Freed with g_free. */
char *standins_restore(const Standins *standins, const char *answer, bool is_type);

#endif
