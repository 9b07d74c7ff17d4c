/* What each object of a state depends on.
 *
 * Structure says most of it (parents, types, referenced tables, columns of constraints); what SQL
 * texts mention is found token by token, so that it does not depend on which server's syntax a
 * parser knows. A mention may be a coincidence of names: it is "soft", and gives way in a loop.
 */
#ifndef GEN_DIFF_DEPEND_H
#define GEN_DIFF_DEPEND_H

#include "schema/state.h"

typedef struct Dependency {
    Object *on;
    const Field *via; /* the field that makes it; NULL for the parent and the schema */
    bool soft;
    bool loose; /* of a routine's source text: used when it runs, not needed to stand */
} Dependency;

typedef struct Dependencies {
    const State *state;
    GArray **of;            /* by object index: Dependency; NULL without any */
    GPtrArray **dependents; /* by object index: Object *, the other way round */
} Dependencies;

Dependencies *dependencies_new(const State *state);

/* The dependencies of `state`, told of the objects of `renamed`, a copy of it in which some have
 * other names: texts may still have the old ones. */
Dependencies *dependencies_renamed(const State *state, const State *renamed);

void dependencies_free(Dependencies *dependencies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Dependencies, dependencies_free)

/* How `object` depends on `on` to stand (the first such row), or NULL. */
const Dependency *dependency_find(const Dependencies *dependencies, const Object *object,
                                  const Object *on);

#endif
