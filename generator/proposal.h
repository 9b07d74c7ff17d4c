/* A proposal: two states, the plans between them both ways, and their SQL.
 *
 * Ownership: a Proposal owns both states and everything made from them.
 */
#ifndef GEN_GENERATOR_PROPOSAL_H
#define GEN_GENERATOR_PROPOSAL_H

#include "diff/diff.h"
#include "emit/emit.h"
#include "emit/revision_file.h"
#include "introspect/connection.h"

typedef struct Proposal {
    State *from;
    State *to;
    Comparison *comparison;
    Plan *up;
    Plan *down;
    Script *up_script;
    Script *down_script;
} Proposal;

/* Compares the states, which become the proposal's, and plans both ways. What only a server can
 * compare is put to `judge`. NULL after diagnostics; the states are freed then too. */
Proposal *proposal_new(State *from, State *to, Connection *judge, const EmitOptions *options,
                       Diagnostics *diagnostics);
void proposal_free(Proposal *proposal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Proposal, proposal_free)

/* Whether the states are equal. */
bool proposal_is_empty(const Proposal *proposal);

/* The lines of the summary ("+ column users.phone character varying(20)"), as a GPtrArray of char *
 * that the caller frees with g_ptr_array_unref. */
GPtrArray *proposal_summary(const Proposal *proposal);

/* Writes the proposal's summary and both sections into a revision file. */
void proposal_fill(const Proposal *proposal, RevisionFile *file);

/* What an empty database holds: schema public, if `wanted` has it too. Freed with state_free. */
State *empty_database(const State *wanted);

/* The SQL that builds `state` in an empty database, as one section. NULL after diagnostics. Freed
 * with script_free; lives no longer than the state. */
Script *build_script(const State *state, const EmitOptions *options, Diagnostics *diagnostics);

/* Has the doubts that have no answer yet answered on a scratch database that has all of `to`; see
 * canonical_ask_scratch. False after diagnostics: there can be none. */
bool answer_on_scratch(Connection *judge, State *to, GPtrArray *doubts, const EmitOptions *options,
                       Diagnostics *diagnostics);

/* Turns the statements of a script into the steps of a section. */
void script_to_section(Script *script, Section *section);

#endif
