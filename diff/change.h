/* A change is data: what an object was, what it is to be. The way back is the plan of the other
 * direction, never a text.
 *
 * In `from` everything carries the names it has when the change runs: renames come first, and the
 * objects of later changes already have the new names.
 */
#ifndef GEN_DIFF_CHANGE_H
#define GEN_DIFF_CHANGE_H

#include "schema/state.h"

typedef enum ChangeOp {
    CHANGE_OP_RENAME, /* `from` has the old name and schema, `to` the new; or those of attributes */
    CHANGE_OP_RETIRE, /* a type is renamed out of the way of its new form */
    CHANGE_OP_CREATE,
    CHANGE_OP_ALTER, /* `mask` tells which fields */
    CHANGE_OP_DROP,
    CHANGE_OP_DROP_RETIRED, /* … and goes when nothing uses it any more */
} ChangeOp;

typedef struct Change {
    ChangeOp op;
    const Object *from;       /* NULL for CREATE */
    const Object *to;         /* NULL for DROP */
    const Object *instead_of; /* CREATE: the old object whose place it takes, or NULL */
    const Object *canonical;  /* CREATE of a range: the function that is made within, or NULL */
    guint64 mask;             /* ALTER: the kind's fields that differ, and CHANGED_COMMENT */
    bool rebuild;             /* one half of taking an object down and putting it back unchanged */
    bool replaces;            /* one half of dropping an object and creating its new form */
    bool retyped;    /* ALTER of a column whose type has a new form, be it of the same name */
    bool completes;  /* ALTER that completes what the CREATE of `to` (or of its parent) began */
    bool by_parts;   /* CREATE of an index whose parts are made and attached one by one */
    bool cascades;   /* DROP of an index that keys of partitions are part of: they go with it */
    bool detaches;   /* DROP of a partition of a table that a foreign key still refers to */
    bool only;       /* DROP of a column that children keep */
    bool loses_data; /* rows or values are gone after it */
} Change;

/* The plan from one state to another. Owns its changes and the states it made; what the objects of
 * changes point to lives as long as the plan and the two states that were compared. */
typedef struct Plan {
    GPtrArray *changes; /* Change *, in the order in which they run */
    const State *from;  /* as compared */
    const State *to;
    const State *renamed;     /* `from` with the renames applied: what changes' `from` belong to */
    const GPtrArray *recasts; /* Recast *: the server's answers, or NULL */
    State *own_renamed;       /* what a plan of the way back owns besides, or NULL: that state */
    State *own_to;            /* … and the copy of `to` that it works on */
} Plan;

Plan *plan_new(const State *from, const State *to);
void plan_free(Plan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Plan, plan_free)

/* The object a change is about: `to`, or `from` where there is no `to`. */
const Object *change_object(const Change *change);

/* Whether the field at `key` is among those that an ALTER changes. */
bool change_has(const Change *change, const char *key);

/* Name that a retired type has meanwhile. Freed with g_free. */
char *retired_name(const Object *type);

#endif
