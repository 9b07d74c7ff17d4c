/* The inside of planning, shared by the files of diff/ that do it. */
#ifndef GEN_DIFF_PLANNER_H
#define GEN_DIFF_PLANNER_H

#include "diff/change.h"
#include "diff/depend.h"
#include "diff/match.h"
#include "schema/default_names.h"
#include "schema/part.h"

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
    Parts *from_parts;
    Parts *to_parts;
    DefaultNames *names; /* of to; NULL until somebody asks */
    Destiny *destiny;    /* by index in from */
    bool unfold; /* constraints … of dropped tables are dropped by themselves, to break a loop */
    Plan *plan;
} Planner;

/* Fills the destinies: what differs, and what must be taken down and put back because of it. */
void planner_decide(Planner *planner);

/* Whether what differs between an object and its partner asks for a new object. */
bool planner_replaces(const Object *from, const Object *to);
void planner_spread(Planner *planner);

/* Takes an object down and puts it back, with what depends on it. */
void planner_rebuild(Planner *planner, const Object *object);

/* Whether an object of the old state is dropped, of the new one created. */
bool planner_goes(const Planner *planner, const Object *from);
bool planner_comes(const Planner *planner, const Object *to);

/* ---- parts.c: indexes and keys of partitions, and what they are attached to ---- */

/* Whether a table that stays leaves the one that it is a partition of, or joins one. */
bool planner_leaves(const Planner *planner, const Object *from);
bool planner_joins(const Planner *planner, const Object *to);
/* Takes down and puts back what cannot lose a part, and parts that lose what they are part of. */
void planner_spread_parts(Planner *planner);
/* What PostgreSQL makes (drops) a part with: what it is part of, or its table; else NULL. */
const Object *planner_part_create(Planner *planner, const Object *to);
const Object *planner_part_drop(const Planner *planner, const Object *from);
/* Whether PostgreSQL makes all parts of an index by itself just as they are wanted. */
bool planner_is_whole(Planner *planner, const Object *to);
/* Whether keys of partitions are part of a plain index: PostgreSQL lets nobody take them from it.
 */
bool planner_holds_keys(const Planner *planner, const Object *from);
/* Whether PostgreSQL could attach an index in the place of a part, when its table joins another. */
bool planner_is_rival(const Planner *planner, const Object *to);
/* Whether an index, or one that it is part of, is made without its parts: partitions that join
 * after that would get one, and it would not become valid by theirs. */
bool planner_waits_for_joining(Planner *planner, const Object *to);
/* What is left to be altered of an inherited constraint once the one above is altered. */
guint64 planner_part_mask(const Planner *planner, const Object *from, const Object *to,
                          guint64 mask);
/* The part as PostgreSQL makes it (its name may be PART_NUMBERED), in the old state's memory. */
Object *planner_usual_part(Planner *planner, const Object *to);

/* ---- companions.c: what comes or goes with another object, be it no child of it ---- */

/* The range that a function comes with; the range or column that a function or sequence goes with;
 * else NULL. */
const Object *planner_companion_create(const Planner *planner, const Object *to);
const Object *planner_companion_drop(const Planner *planner, const Object *from);
/* The function of a range that takes the range itself, or NULL: neither can be made, or dropped,
 * before the other. NULL for all other kinds. */
const Object *planner_canonical(const Dependencies *needs, const Object *range);

/* Turns destinies into changes (not yet in order). */
void planner_make_changes(Planner *planner);

/* The object with which this one comes (goes), without a change of its own; else NULL. */
const Object *planner_folded_create(Planner *planner, const Object *to);
const Object *planner_folded_drop(const Planner *planner, const Object *from);

/* Puts the changes in an order that runs. False with the members of a loop in *ret_loop
 * (GPtrArray of const Change *, freed by the caller). */
bool planner_order(Planner *planner, GPtrArray **ret_loop);

#endif
