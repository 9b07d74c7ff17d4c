/* Statements that many kinds spell the same, with the kind's word in SQL ("TYPE", "COLLATION").
 * `name` is what SQL calls the object: quote_object() where that is enough. */
#ifndef GEN_EMIT_PLAIN_H
#define GEN_EMIT_PLAIN_H

#include "emit/script.h"

/* ALTER word … RENAME TO, and SET SCHEMA where the schema is another one. `tail` follows the name
 * (" USING btree"), or is NULL. */
void plain_rename(Script *script, const char *word, const Object *from, const Object *to,
                  const char *tail);

/* DROP word name. */
void plain_drop(Script *script, const char *word, const Object *object);

/* "word name", for COMMENT ON. Freed with g_free. */
char *plain_target(const char *word, const Object *object);

/* "OPTIONS (a 'x', b 'y')" of "key=value" texts, or "" without any. Freed with g_free. */
char *plain_options(NameList options);

/* "OPTIONS (SET a 'x', ADD b 'y', DROP c)", or NULL where nothing differs. Freed with g_free. */
char *plain_options_change(NameList from, NameList to);

#endif
