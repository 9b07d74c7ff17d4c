/* Foreign data: wrappers, servers, user mappings. Foreign tables are tables with a server.
 * https://www.postgresql.org/docs/current/ddl-foreign-data.html */
#ifndef GEN_SCHEMA_FOREIGN_H
#define GEN_SCHEMA_FOREIGN_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-foreign-data-wrapper.html */
typedef struct ForeignDataWrapper {
    Object object;           /* outside of schemas, as all of these */
    QualifiedName handler;   /* function, or none */
    QualifiedName validator; /* the same */
    NameList options;
} ForeignDataWrapper;

/* https://www.postgresql.org/docs/current/catalog-pg-foreign-server.html */
typedef struct Server {
    Object object;
    const char *wrapper;
    const char *type;
    const char *version;
    NameList options;
} Server;

/* A child of its server; its name is the role's, or "public" for everybody. Options that hold a
 * secret are never part of it.
 * https://www.postgresql.org/docs/current/catalog-pg-user-mapping.html */
typedef struct UserMapping {
    Object object;
    NameList options;
} UserMapping;

#endif
