/* Comparing two objects that match. */
#ifndef GEN_DIFF_COMPARE_H
#define GEN_DIFF_COMPARE_H

#include "diff/match.h"

/* The fields that differ, as object_difference, with SQL texts compared token by token and without
 * what the model leaves open (the version of an extension, say). */
guint64 compare_objects(const Object *from, const Object *to);

/* Whether a struct's field is equal in both, SQL texts token by token. */
bool compare_field(const Field *field, const void *from, const void *to);

/* Gives `to` the texts of `from` where they are the same token by token. They stay in the memory of
 * `from`. */
void compare_take_texts(const Object *from, Object *to);

/* Adds a doubt for every SQL text of `to` that differs from its counterpart in `from`. */
void compare_collect_doubts(const Object *from, Object *to, GPtrArray *doubts);

/* Whether values of a field type are SQL that only a server can compare. */
bool field_is_sql(FieldType type);

#endif
