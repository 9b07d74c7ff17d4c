/* How the values of a column get from its old type to its new one. */
#ifndef GEN_DIFF_CONVERT_H
#define GEN_DIFF_CONVERT_H

#include "diff/change.h"
#include "schema/kinds.h"
#include "schema/recast.h"

/* What a column's type is made of: domains are seen through. */
typedef struct BaseType {
    char *text;           /* freed with g_free */
    const Object *object; /* the enum, composite type, range or table that a state declares, a
                             multirange type's range; of arrays: of their elements; else NULL */
    const char *class;    /* pg_type.typtype of what is declared so, else NULL */
    bool array;
} BaseType;

BaseType base_type(const State *state, const char *type);

/* Adds the recasts, both ways, between the types of two matching columns, whose answers
 * convert_way needs. */
void convert_collect(const State *from, const Column *old, const State *to, const Column *new,
                     GPtrArray *recasts);

/* How `plan` converts the values of `old` (of plan->renamed) to those of `new` (of plan->to). */
RecastWay convert_way(const Plan *plan, const Column *old, const Column *new);

/* Whether values that differ can become one on that way. */
bool convert_loses_data(const Plan *plan, const Column *old, const Column *new);

/* What the models say how to convert: an expression, or NULL. `retyped`: the type is another one
 * even where its name is the same. */
const char *convert_using(const Column *old, const Column *new, bool retyped);

#endif
