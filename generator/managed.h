/* What of a database is gen's business: the schemas that gen.yml or the models name, without what
 * `include` and `exclude` leave out, and of owners and grants what somebody states.
 */
#ifndef GEN_GENERATOR_MANAGED_H
#define GEN_GENERATOR_MANAGED_H

#include "generator/config.h"
#include "schema/state.h"

/* Schemas that are managed: gen.yml's, or those that the other side, `declared`, names (NULL: none
 * does). In order, freed with g_strfreev. NULL: all. */
char **managed_schemas(const Config *config, const State *declared);

/* Adds the top-level objects (borrowed) that are none of gen's business, as gen.yml alone says.
 * False after a diagnostic on a pattern. */
bool managed_find_others(const Config *config, const State *state, GPtrArray *ret,
                         Diagnostics *diagnostics);

/* Takes those out of a state. False after a diagnostic on a pattern. */
bool managed_cut_configured(const Config *config, State *state, Diagnostics *diagnostics);

/* One of two states that are to be compared. */
typedef struct ManagedSide {
    State *state;
    bool from_server;
} ManagedSide;

/* Cuts both to what is managed. A first that is not from a server is what the second ought to be.
 * False after a diagnostic on a pattern. */
bool managed_cut(const Config *config, ManagedSide first, ManagedSide second,
                 Diagnostics *diagnostics);

/* Where gen.yml says that grants are managed: has models say what they mean where they say nothing
 * of them. */
void managed_complete_grants(const Config *config, State *models);

/* Owners and grants of a server count where the models, if there are any, state them, or gen.yml
 * says so; the others are taken out of `state`. */
void managed_forget_access(const Config *config, State *state, const State *declared);

#endif
