/* Settings of the columns of materialized views. */
#ifndef GEN_EMIT_COLUMN_SETTINGS_H
#define GEN_EMIT_COLUMN_SETTINGS_H

#include "emit/emit.h"

/* ALTER MATERIALIZED VIEW … ALTER COLUMN for what differs between two lists of ColumnSetting.
 * https://www.postgresql.org/docs/current/sql-altermaterializedview.html */
void column_settings_change(Script *script, const Object *view, ItemList from, ItemList to,
                            const EmitOptions *options);

#endif
