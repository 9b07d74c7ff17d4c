/* Quoting for the statements that introspection itself makes. Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_QUOTE_H
#define GEN_INTROSPECT_QUOTE_H

#include "schema/object.h"

/* An identifier in quotes; a literal whatever standard_conforming_strings is. Freed with g_free. */
char *quote_identifier(const char *name);
char *quote_text(const char *text);

/* Appends " COLLATE …"; nothing if the name is NULL. */
void quote_collation(GString *sql, QualifiedName collation);

#endif
