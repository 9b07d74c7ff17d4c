/* Which object of one state is which of another.
 *
 * By identity first, then by the models' `renamed_from` hints, last by structure where the model
 * did not give a name. Renames are applied to a copy of the old state as they are found, so that
 * everything after them compares under the new names.
 */
#ifndef GEN_DIFF_MATCH_H
#define GEN_DIFF_MATCH_H

#include "schema/state.h"

typedef struct Rename {
    Object *old;  /* the object with its old identity (its parent is already renamed) */
    Object *from; /* the same object in `renamed`, with the new one */
    Object *to;
} Rename;

typedef struct Match {
    State *renamed; /* copy of the old state; owned */
    State *to;      /* the new state; names that nobody gave are taken over from the old */
    Object **partner_of_from; /* by index in `renamed`: the object of `to`, or NULL */
    Object **partner_of_to;   /* by index in `to`: the object of `renamed`, or NULL */
    GArray *renames;          /* Rename, in the order in which they run */
} Match;

Match *match_states(const State *from, State *to);
void match_free(Match *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Match, match_free)

/* Matches once more what has no partner and no given name, after the server's answers made texts
 * comparable. */
void match_again(Match *match);

/* Takes an object whose name nobody gave from its partner: it gets the name of a new one when
 * everything is matched again. */
void match_release(Match *match, Object *to);

/* Whether an object without a partner is no business of the models: a partition, or what is in one,
 * of a table whose model says nothing of its partitions. */
bool match_left_alone(const Match *match, const Object *from);

static inline Object *match_to(const Match *match, const Object *from)
{
    return match->partner_of_from[from->index];
}

static inline Object *match_from(const Match *match, const Object *to)
{
    return match->partner_of_to[to->index];
}

#endif
