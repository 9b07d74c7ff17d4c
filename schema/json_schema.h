/* JSON Schema of the model language, for editors. https://json-schema.org/draft-07 */
#ifndef GEN_SCHEMA_JSON_SCHEMA_H
#define GEN_SCHEMA_JSON_SCHEMA_H

/* The schema of one document of a model file, made from the kinds' field tables; always the same
 * text. Freed with g_free. */
char *json_schema_print(void);

#endif
