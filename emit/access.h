/* Owners and grants. */
#ifndef GEN_EMIT_ACCESS_H
#define GEN_EMIT_ACCESS_H

#include "emit/emit.h"

/* What a new object needs to have its owner and grants, where they are stated. */
void access_create(Script *script, const Object *object);

/* What leads from one owner, or one list of grants, to another; by CHANGED_OWNER and
 * CHANGED_GRANTS in the change's mask. */
void access_alter(Script *script, const Change *change);

#endif
