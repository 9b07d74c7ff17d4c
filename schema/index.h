/* Indexes that are not a constraint's.
 * https://www.postgresql.org/docs/current/sql-createindex.html */
#ifndef GEN_SCHEMA_INDEX_H
#define GEN_SCHEMA_INDEX_H

#include "schema/object.h"

/* One key column of an index or exclusion constraint: a column or an expression. */
typedef struct IndexElement {
    const char *field;      /* column, or NULL */
    const char *expression; /* or NULL */
    QualifiedName collation;
    QualifiedName opclass;
    QualifiedName usual_opclass; /* from a database, where opclass is empty: the one it has */
    NameList opclass_options;
    bool descending;
    const char *nulls;         /* NULL: default for the direction; "first", "last" */
    const char *with_operator; /* exclusion constraints: "=", "&&", "OPERATOR(public.=)" */
    const char *statistics;    /* target of an expression column, or NULL */
} IndexElement;

typedef struct Index {
    Object object;
    ItemList elements; /* IndexElement */
    bool unique;
    const char *method; /* NULL: btree */
    NameList include;
    bool nulls_not_distinct;
    const char *where;
    NameList options;
    const char *tablespace;
    bool clustered;
    bool invalid; /* the remains of a failed CREATE INDEX CONCURRENTLY; never in models */
    const char *attached_to; /* of a partition: the index or key above that it is part of */
    bool only;               /* of a partitioned table: see part.h */
} Index;

extern const ItemInfo index_element_info;

/* Whether two elements have the same operator class: where one names none it is the default one of
 * the column, which only a database tells. */
bool index_opclass_equal(const IndexElement *a, const IndexElement *b);

/* Whether two lists of elements differ in nothing that takes another index. */
bool index_elements_alike(ItemList a, ItemList b);

#endif
