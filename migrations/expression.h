/* Revision expressions: what people write where a revision is meant.
 *
 *   1a2b3c…, 1a2b            an id, or its beginning where no other id begins so
 *   head, heads, base        the only head; all heads; before every revision
 *   current                  what the database is at
 *   label, label@head, …     the revision with a branch label; label@X: X on that branch
 *   X+2, X-1, +1, -1         relative; without X, to what the database is at
 *   A:B, A:, :B              a range
 *
 * Lists that come out are the caller's, freed with g_ptr_array_unref.
 */
#ifndef GEN_MIGRATIONS_EXPRESSION_H
#define GEN_MIGRATIONS_EXPRESSION_H

#include "migrations/graph.h"

/* What an expression is resolved against. */
typedef struct ExpressionScope {
    const Graph *graph;
    const GPtrArray *current; /* heads that the database is at; NULL when that is not known */
} ExpressionScope;

/* Whether the expression (or range) asks what the database is at. */
bool expression_needs_current(const char *text);

/* The revisions that `text` names: none for base, several for heads. NULL after a diagnostic
 * (DIAG_USAGE): nothing by that name, an ambiguous one (with the candidates), a relative step
 * that branches, goes past a head or past the base. */
GPtrArray *expression_resolve(const ExpressionScope *scope, const char *text,
                              Diagnostics *diagnostics);

/* The same where just one revision will do (no base, no several heads). */
Revision *expression_resolve_one(const ExpressionScope *scope, const char *text,
                                 Diagnostics *diagnostics);

/* Splits a range into its two sides, each NULL when left out. False when `text` has no colon. */
bool expression_split_range(const char *text, char **ret_from, char **ret_to);

/* The revisions from A to B, both included: those that B stands on and that are A or stand on A.
 * NULL after a diagnostic. */
GPtrArray *expression_range(const ExpressionScope *scope, const char *text,
                            Diagnostics *diagnostics);

/* Splits `label@rest`, and the `+2` or `-1` at the end: for commands that give relative steps a
 * meaning of their own. `*ret_branch` is NULL without one, `*ret_symbol` is "" for a purely
 * relative expression, `*ret_steps` 0 for none. The strings are the caller's. */
void expression_split(const ExpressionScope *scope, const char *text, char **ret_branch,
                      char **ret_symbol, int *ret_steps);

/* How a message writes the expression: `current-1` is `-1`. Points into `text`. */
const char *expression_short(const char *text);

/* The revision whose branch `name` (a label, an id or its beginning) means; NULL after a
 * diagnostic. */
Revision *expression_branch(const ExpressionScope *scope, const char *name,
                            Diagnostics *diagnostics);

#endif
