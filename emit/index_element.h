/* The columns and expressions of indexes and exclusion constraints. */
#ifndef GEN_EMIT_INDEX_ELEMENT_H
#define GEN_EMIT_INDEX_ELEMENT_H

#include "emit/script.h"
#include "schema/index.h"

/* "room WITH =, lower(name) COLLATE "C" text_ops DESC NULLS LAST". Freed with g_free.
 * https://www.postgresql.org/docs/current/sql-createindex.html */
char *index_element_list(ItemList elements);

/* ALTER INDEX … ALTER COLUMN n SET STATISTICS for each element whose target is another one than in
 * `from` (which may have no elements). */
void index_element_statistics(Script *script, const Object *index, ItemList from, ItemList to);

#endif
