/* What the server tells of a view besides the text that was asked. Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_ROW_TYPE_H
#define GEN_INTROSPECT_ROW_TYPE_H

#include "schema/state.h"

/* Gives a view the names and types of its columns, from one line for each (sql/answers.sql) or from
 * the same view in another state. Other objects are left alone. */
void row_type_read(State *state, Object *object, const char *lines);
void row_type_copy(State *state, Object *object, const Object *other);

#endif
