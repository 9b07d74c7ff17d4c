/* The identity of objects that are known by their fields: routines and operators by the types that
 * they take, casts and transforms by what they are for. */
#ifndef GEN_SCHEMA_FIELD_IDENTITY_H
#define GEN_SCHEMA_FIELD_IDENTITY_H

#include "schema/object.h"

/* What Object.arguments is by the fields; NULL for kinds whose fields do not say it. Freed with
 * g_free. */
char *field_identity_arguments(const Object *object);

/* What Object.name is by the fields, likewise. */
char *field_identity_name(const Object *object);

#endif
