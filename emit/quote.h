/* The only way into SQL text for names and literals. */
#ifndef GEN_EMIT_QUOTE_H
#define GEN_EMIT_QUOTE_H

#include "schema/object.h"

/* An identifier, quoted where PostgreSQL's quote_ident would. Freed with g_free. */
char *quote_name(const char *name);

/* schema.name, each quoted where needed; without the schema when that is NULL. */
char *quote_qualified(QualifiedName name);

/* The name an object is referred to by in SQL: schema.name, or the bare name for kinds outside of
 * schemas; a child's own name. Routines with their argument types. */
char *quote_object(const Object *object);

/* "a, b, c" of names. */
char *quote_names(NameList names);

/* A string literal, standard_conforming_strings on; E'' only where a backslash asks for it. */
char *quote_literal(const char *text);

/* A body between dollar quotes whose tag does not occur in it: "$$…$$", "$body$…$body$". */
char *quote_dollar(const char *body);

#endif
