/* Names for new objects that nobody named.
 *
 * A model's unnamed constraint or index has the name that PostgreSQL gives it in an empty database.
 * Where objects of the database keep names of their own, that name may be taken.
 */
#ifndef GEN_DIFF_NEW_NAMES_H
#define GEN_DIFF_NEW_NAMES_H

#include "diff/match.h"

/* Gives every unnamed constraint and index of the new state that has no partner, and whose name one
 * with a partner has, the next name that is free. */
void new_names_choose(Match *match);

#endif
