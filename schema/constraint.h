/* Constraints of tables and domains.
 * https://www.postgresql.org/docs/current/catalog-pg-constraint.html */
#ifndef GEN_SCHEMA_CONSTRAINT_H
#define GEN_SCHEMA_CONSTRAINT_H

#include "schema/object.h"

/* Primary keys and unique constraints. */
typedef struct KeyConstraint {
    Object object;
    NameList columns;
    NameList include;
    bool nulls_not_distinct; /* unique only */
    bool without_overlaps;   /* PostgreSQL 18: the last column */
    const char *deferrable;  /* NULL: not; "initially immediate", "initially deferred" */
    NameList options;        /* storage parameters of its index */
    const char *tablespace;
    bool clustered; /* CLUSTER ON its index */
    const char *index_comment;
    const char *attached_to; /* of a partition: the key or index above that it is part of */
    bool only;               /* of a partitioned table: see part.h */
} KeyConstraint;

/* A check of a table or of a domain (its parent). */
typedef struct Check {
    Object object;
    const char *expression;
    bool no_inherit;
    bool not_valid;
    bool not_enforced; /* PostgreSQL 18 */
    bool inherited;    /* a parent's check that this table does not declare itself */
} Check;

typedef struct ForeignKey {
    Object object;
    NameList columns;
    QualifiedName references;
    NameList referenced_columns; /* never empty once a state is complete */
    const char *match;           /* NULL: simple; "full" */
    const char *on_update; /* NULL: no action; "restrict", "cascade", "set null", "set default" */
    const char *on_delete;
    NameList on_delete_columns; /* of SET NULL (a, b), PostgreSQL 15 */
    const char *deferrable;     /* as in KeyConstraint */
    bool not_valid;
    bool not_enforced;       /* PostgreSQL 18 */
    bool period;             /* PostgreSQL 18: PERIOD on the last column */
    const char *attached_to; /* of a partition: the foreign key above that it is part of */
} ForeignKey;

typedef struct Exclusion {
    Object object;
    ItemList elements;  /* IndexElement, each with its operator */
    const char *method; /* NULL: gist is not assumed; PostgreSQL's default btree */
    NameList include;
    const char *where;
    const char *deferrable;
    NameList options;
    const char *tablespace;
    bool clustered; /* as in KeyConstraint, all four */
    const char *index_comment;
    const char *attached_to;
    bool only;
} Exclusion;

/* Another constraint of the table that says the same by an index of its own as `constraint`: in one
 * CREATE TABLE, PostgreSQL makes one of the two. NULL if there is none. */
const Object *constraint_twin(const Object *constraint);

#endif
