/* Text search: how documents become words.
 * https://www.postgresql.org/docs/current/textsearch-configuration.html */
#ifndef GEN_SCHEMA_TEXT_SEARCH_H
#define GEN_SCHEMA_TEXT_SEARCH_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-ts-parser.html */
typedef struct TextSearchParser {
    Object object;
    QualifiedName start;
    QualifiedName gettoken;
    QualifiedName end;
    QualifiedName lextypes;
    QualifiedName headline;
} TextSearchParser;

/* https://www.postgresql.org/docs/current/catalog-pg-ts-template.html */
typedef struct TextSearchTemplate {
    Object object;
    QualifiedName init;
    QualifiedName lexize;
} TextSearchTemplate;

/* https://www.postgresql.org/docs/current/catalog-pg-ts-dict.html */
typedef struct TextSearchDictionary {
    Object object;
    QualifiedName template;
    const char *options; /* as SQL: "stopwords = 'english'", or NULL */
} TextSearchDictionary;

typedef struct TokenMapping {
    const char *token;
    const char *dictionaries; /* "public.d, simple": names as SQL, in order */
} TokenMapping;

/* https://www.postgresql.org/docs/current/catalog-pg-ts-config.html */
typedef struct TextSearchConfiguration {
    Object object;
    QualifiedName parser;
    ItemList mappings; /* TokenMapping, sorted by token */
} TextSearchConfiguration;

#endif
