/* What tables have from others: partitions from the table they are part of, children from the
 * tables they inherit from.
 *
 * A state holds inherited columns too, as children of the table that has them, with
 * Column.inherited set where the table does not declare the column itself.
 * https://www.postgresql.org/docs/current/ddl-inherit.html
 */
#ifndef GEN_SCHEMA_INHERITANCE_H
#define GEN_SCHEMA_INHERITANCE_H

#include "schema/state.h"
#include "schema/table.h"

/* The tables that `table` has its columns from, in order:
 * for (i = 0; (p = inheritance_parent(state, table, &i)); ). Those that the state does not have are
 * passed over. */
Object *inheritance_parent(const State *state, const Object *table, guint *position);

/* Whether `parent` is one of those tables. */
bool is_child_of(const State *state, const Object *table, const Object *parent);

/* The column of a parent that `column` stands for, or NULL: the first parent's that has one of the
 * name. */
Object *inherited_column(const State *state, const Object *column);

/* Whether `table` is a partition of `ancestor` at any depth. */
bool is_partition_within(const State *state, const Object *table, const Object *ancestor);

#endif
