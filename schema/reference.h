/* What a reference from one object to another can mean: kinds of objects have names of their own,
 * so that an operator family and a class of it, say, can have the same one. */
#ifndef GEN_SCHEMA_REFERENCE_H
#define GEN_SCHEMA_REFERENCE_H

#include "schema/object.h"

/* Whether an object is one of those that are looked for. */
typedef bool ObjectFilter(const Object *object);

/* What the values of a field of type FIELD_OBJECT can be. */
ObjectFilter *reference_filter(const Field *field);
bool reference_is_to_function(const Field *field);

/* The kind of what a field of type FIELD_NAME names outside of schemas (a table its server), or
 * KIND_COUNT: it names no such thing. */
Kind reference_plain_kind(const Object *object, const Field *field);

#endif
