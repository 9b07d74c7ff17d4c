/* What a rename does to everything that mentions the renamed object. */
#ifndef GEN_DIFF_RENAME_H
#define GEN_DIFF_RENAME_H

#include "schema/state.h"

/* Gives `object` of `state` the schema and name (children keep their parent's schema), and brings
 * every reference to it in the state after it, in name lists and in SQL texts, as PostgreSQL does
 * when the object is renamed. Returns the object as it was before, in the state's memory. */
Object *rename_apply(State *state, Object *object, const char *schema, const char *name);

/* Renames a label of an enum in the same manner. */
void rename_label(State *state, Object *type, const char *label, const char *new_label);

#endif
