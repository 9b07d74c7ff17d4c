/* Proving a revision: what it says is run, both ways, on a scratch database. */
#ifndef GEN_GENERATOR_PROOF_H
#define GEN_GENERATOR_PROOF_H

#include "generator/proposal.h"

/* Builds the old state on a scratch database beside `server` (only what the changes touch and what
 * that needs), runs the upgrade and compares with the new state, runs the downgrade and compares
 * with the old one. On success sets file->verified. False after diagnostics: DIAG_PROOF with what
 * differs, DIAG_STATEMENT with the statement that failed. *ret_possible is false when there can
 * be no scratch database (rights, a standby); that is said as a warning, and nothing is proved. */
bool proof_run(const Proposal *proposal, RevisionFile *file, Connection *server, bool *ret_possible,
               Diagnostics *diagnostics);

#endif
