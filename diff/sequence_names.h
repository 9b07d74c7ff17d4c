/* Names of the sequences of identity columns. The state of a server leaves out those that are
 * PostgreSQL's own, and a model those that it leaves open. */
#ifndef GEN_DIFF_SEQUENCE_NAMES_H
#define GEN_DIFF_SEQUENCE_NAMES_H

#include "diff/match.h"

/* `from` is a server's: where `to` gives a name, PostgreSQL's own is said in the renamed state. */
void sequence_names_say(const Match *match, const State *from);

/* The same for an object of the old state as the goal of the way back; `to`: what has become of it,
 * or NULL. */
void sequence_name_say_back(const State *from, Object *back, Object *to);

/* `start` is the match's new state where the way back begins: what it leaves open has the name that
 * the way there left. */
void sequence_names_keep(const Match *match, State *start);

#endif
