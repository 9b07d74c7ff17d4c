/* What indexes have beside what they index, a constraint's indexes too.
 * https://www.postgresql.org/docs/current/sql-alterindex.html */
#ifndef GEN_EMIT_INDEX_SETTINGS_H
#define GEN_EMIT_INDEX_SETTINGS_H

#include "emit/emit.h"

/* Behind the statement that makes an index, or the constraint that has one: what cannot be said in
 * that. */
void index_settings_create(Script *script, const Object *object);

/* The settings among the fields that a change alters. */
void index_settings_alter(Script *script, const Change *change);

#endif
