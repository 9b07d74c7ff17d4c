/* Columns that a table has from its parents change with them: PostgreSQL carries ADD, DROP and most
 * of ALTER COLUMN from a table to its partitions and children. */
#ifndef GEN_DIFF_LINEAGE_H
#define GEN_DIFF_LINEAGE_H

#include "diff/planner.h"

/* The parent's column whose change reaches this one, because the tables are parent and child in
 * both states; NULL where there is none. */
const Object *lineage_of_from(const Planner *planner, const Object *column);
const Object *lineage_of_to(const Planner *planner, const Object *column);

/* Has columns altered that would otherwise take over what their parent's gets. */
void lineage_spread(Planner *planner);

/* Whether a column that goes is kept by a child: then it is dropped from its own table alone. */
bool lineage_drops_only(const Planner *planner, const Object *column);

/* Whether a column needs one above that so goes: it can be altered or dropped by itself after that.
 */
bool lineage_stays_below(const Planner *planner, const Dependency *need);

/* The fields of `mask` that are left to be altered in the column itself once its parent's column
 * is altered, and those that must be set anew because that went too far. */
guint64 lineage_own_mask(const Planner *planner, const Object *from, const Object *to,
                         guint64 mask);

#endif
