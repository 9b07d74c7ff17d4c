/* The inside of planning, shared by the files of diff/ that do it. */
#ifndef GEN_DIFF_PLANNER_H
#define GEN_DIFF_PLANNER_H

#include "diff/change.h"
#include "diff/depend.h"
#include "diff/match.h"

/* What becomes of an object of the old state. */
typedef enum Fate {
    FATE_KEEP,
    FATE_ALTER,
    FATE_REPLACE, /* dropped and created */
    FATE_RETIRE,  /* a type: its new form stands beside it until nothing uses the old one */
    FATE_GONE,
} Fate;

typedef struct Destiny {
    Fate fate;
    guint64 mask; /* fields that differ */
    bool rebuild; /* REPLACE only because of something it depends on */
    bool retyped; /* a column whose type is retired */
    bool release; /* a column that gives up its default (or identity) in a change of its own */
} Destiny;

typedef struct Planner {
    const Match *match;
    State *from; /* match->renamed */
    const State *to;
    Dependencies *from_needs;
    Dependencies *to_needs;
    Destiny *destiny; /* by index in from */
    bool unfold; /* constraints … of dropped tables are dropped by themselves, to break a loop */
    Plan *plan;
} Planner;

/* Fills the destinies: what differs, and what must be taken down and put back because of it. */
void planner_decide(Planner *planner);
void planner_spread(Planner *planner);

/* Turns destinies into changes (not yet in order). */
void planner_make_changes(Planner *planner);

/* The object with which this one comes (goes), without a change of its own; else NULL. */
const Object *planner_folded_create(const Planner *planner, const Object *to);
const Object *planner_folded_drop(const Planner *planner, const Object *from);

/* Puts the changes in an order that runs. False with the members of a loop in *ret_loop
 * (GPtrArray of const Change *, freed by the caller). */
bool planner_order(Planner *planner, GPtrArray **ret_loop);

#endif
