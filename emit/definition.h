/* Objects that SQL defines by a list of parameters: CREATE COLLATION x (LOCALE = 'de', …). */
#ifndef GEN_EMIT_DEFINITION_H
#define GEN_EMIT_DEFINITION_H

#include "emit/script.h"

/* A field and the parameter it becomes; the last row's key is NULL. */
typedef struct DefinitionRow {
    const char *key;
    const char *parameter;
} DefinitionRow;

/* "A = x, B = 'y'" of the fields that are not empty: references and types as they are, texts as
 * literals, flags as true. Freed with g_free. */
char *definition_list(const Object *object, const DefinitionRow *rows);

/* CREATE word name (…). */
void definition_create(Script *script, const char *word, const Object *object,
                       const DefinitionRow *rows);

#endif
