/* Names for new objects that nobody named.
 *
 * A model's unnamed constraint or index has the name that PostgreSQL gives it in an empty database.
 * Where objects of the database keep names of their own, that name may be taken.
 */
#ifndef GEN_DIFF_NEW_NAMES_H
#define GEN_DIFF_NEW_NAMES_H

#include "diff/match.h"

/* Leaves an object of the new state without a name until names are chosen. */
void new_names_take_away(const Match *match, Object *to);
bool new_names_lacks(const Object *to);

/* Gives every constraint and index of the new state that lacks a name, or has no partner, was not
 * named, and has the name of one with a partner, the next name that is free. */
void new_names_choose(Match *match);

#endif
