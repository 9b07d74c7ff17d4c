/* Parts of reading defaults. For model_literal.c and model_json.c. */
#ifndef GEN_SCHEMA_MODEL_LITERAL_H
#define GEN_SCHEMA_MODEL_LITERAL_H

#include "schema/yaml.h"

/* YAML as JSON, spaced as PostgreSQL prints jsonb; `sorted`: keys too in the order of jsonb
 * (shorter ones first). Freed with g_free. */
char *model_json(const YamlNode *node, bool sorted);

/* Whether text is JSON. */
bool model_is_json(const char *text);

#endif
