/* Statements about what is attached to a table or view and named with it: triggers, rules,
 * policies ("DROP TRIGGER name ON table"). */
#ifndef GEN_EMIT_ATTACHED_H
#define GEN_EMIT_ATTACHED_H

#include "emit/script.h"

void attached_rename(Script *script, const char *word, const Object *from, const Object *to);
void attached_drop(Script *script, const char *word, const Object *object);

/* "word name ON table", for COMMENT ON. Freed with g_free. */
char *attached_target(const char *word, const Object *object);

/* "ENABLE", "DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS": what ALTER takes for a state. */
const char *attached_state_words(const char *state);

/* ALTER TABLE … ENABLE word name */
void attached_set_state(Script *script, const Object *object, const char *word, const char *state);

#endif
