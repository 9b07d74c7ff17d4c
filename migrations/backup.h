/* Backups through pg_dump, and back through pg_restore and psql. */
#ifndef GEN_MIGRATIONS_BACKUP_H
#define GEN_MIGRATIONS_BACKUP_H

#include "introspect/connection.h"

/* Dumps the database to a new file in `folder` (made where it is not there), in pg_dump's custom
 * format, and sets `*ret_path` (freed with g_free). The file is whole or not there: the name is
 * given when pg_dump has succeeded and the bytes are on disk. `label` becomes part of the name.
 * False after a diagnostic. */
bool backup_take(const Connection *connection, const char *folder, const char *label,
                 bool (*interrupted)(void *), void *data, char **ret_path,
                 Diagnostics *diagnostics);

/* Puts the database back to what `path` holds: everything in it is dropped, then restored, in one
 * transaction. False after a diagnostic; the database is then as it was. */
bool backup_restore(const Connection *connection, const char *path, bool (*interrupted)(void *),
                    void *data, Diagnostics *diagnostics);

/* SQL that drops all schemas of users with all that is in them, and makes an empty public. */
const char *backup_empty_sql(void);

#endif
