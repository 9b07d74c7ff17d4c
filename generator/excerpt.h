/* The part of two states that a proposal's changes touch, with all that it needs. */
#ifndef GEN_GENERATOR_EXCERPT_H
#define GEN_GENERATOR_EXCERPT_H

#include "generator/proposal.h"

/* Copies of both states, cut to the same objects: those of the changes, the tables that they
 * belong to, and what these depend on. The caller frees them with state_free. */
void excerpt_states(const Proposal *proposal, State **ret_from, State **ret_to);

/* Takes schema public out of `state` when `wanted` does not have it: every database has it. */
void excerpt_drop_implied(State *state, const State *wanted);

#endif
