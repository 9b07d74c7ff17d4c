/* Row-level security policies of tables. */
#ifndef GEN_SCHEMA_POLICY_H
#define GEN_SCHEMA_POLICY_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-policy.html */
typedef struct Policy {
    Object object;
    const char *kind;    /* NULL: permissive; "restrictive" */
    const char *command; /* NULL: all; "select", "insert", "update", "delete" */
    NameList roles;      /* sorted; none: public */
    const char *using_expr;
    const char *check_expr;
} Policy;

#endif
