/* Owners and grants. */
#ifndef GEN_EMIT_ACCESS_H
#define GEN_EMIT_ACCESS_H

#include "emit/emit.h"

/* What a new object needs to have its owner and grants: those that are stated, or those that the
 * object had whose place it takes. */
void access_create(Script *script, const Object *object, const EmitOptions *options);

/* What leads from one owner, or one list of grants, to another; by CHANGED_OWNER and
 * CHANGED_GRANTS in the change's mask. */
void access_alter(Script *script, const Change *change, const EmitOptions *options);

/* What takes all grants of default privileges back. */
void access_drop(Script *script, const Object *object);

/* "ALTER DEFAULT PRIVILEGES FOR ROLE r IN SCHEMA s". Freed with g_free. */
char *access_default_head(const Object *object);

/* "TABLES" and the like: what default privileges are on. Freed with g_free. */
char *access_default_word(const Object *object);

#endif
