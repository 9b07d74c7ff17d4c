/* Tables and columns. */
#ifndef GEN_SCHEMA_TABLE_H
#define GEN_SCHEMA_TABLE_H

#include "schema/object.h"
#include "schema/sequence.h"

/* A table that this one inherits from. */
typedef struct Parent {
    QualifiedName table;
} Parent;

/* Columns, constraints and indexes are its children.
 * https://www.postgresql.org/docs/current/sql-createtable.html */
typedef struct Table {
    Object object;
    bool unlogged;
    NameList options;          /* storage parameters, toast.* among them */
    const char *tablespace;    /* NULL: the database's */
    const char *access_method; /* NULL: heap */
    const char *partition_by;  /* "RANGE (created_at)", or NULL */
    QualifiedName partition_of;
    const char *values;                 /* partition bound: "FOR VALUES IN (1)" or "DEFAULT" */
    ItemList inherits;                  /* Parent */
    const char *replica_identity;       /* NULL: default; "full", "nothing", "index" */
    const char *replica_identity_index; /* name of the index, with "index" */
    const char *server;                 /* of a foreign table, else NULL */
    NameList fdw_options;               /* of a foreign table */
    const char *row_security; /* NULL: disabled; "enabled", "forced", "forced off" (FORCE alone) */
    bool partitions_open;     /* a model that says nothing of its partitions: they are left alone */
} Table;

/* https://www.postgresql.org/docs/current/catalog-pg-attribute.html */
typedef struct Column {
    Object object;
    const char *type; /* never NULL; canonical or as the model spells it until asked */
    bool not_null;    /* also set by the primary key */
    /* PostgreSQL 18, where NOT NULL is a constraint */
    const char *not_null_name; /* NULL: not said */
    bool not_null_no_inherit;
    bool not_null_not_valid;
    const char *not_null_comment;
    const char *default_expr;        /* or NULL */
    const char *generated;           /* expression, or NULL */
    bool generated_virtual;          /* PostgreSQL 18 */
    const char *identity;            /* NULL: none; "always", "by default" */
    QualifiedName identity_sequence; /* name NULL: PostgreSQL's own name */
    const char *identity_comment;    /* of that sequence */
    SequenceOptions sequence;        /* of the identity */
    QualifiedName collation;         /* name NULL: the type's */
    const char *storage;             /* NULL: the type's; "plain", "main", "external", "extended" */
    const char *compression;         /* NULL: default; "pglz", "lz4" */
    const char *statistics;          /* target, or NULL */
    NameList options;                /* n_distinct=… */
    NameList fdw_options;            /* of a foreign table's column */
    bool inherited;                  /* a parent's column that this table does not declare itself */
    const char *using_expr;          /* hint: how to convert when the type changes */
    const char *using_back;          /* hint: … and how to convert back */
    const char *backfill;            /* hint: expression for rows that exist already */
} Column;

/* Whether the columns of child tables are NOT NULL because this one is. */
static inline bool column_hands_down_not_null(const Column *column)
{
    return column->not_null && !column->not_null_no_inherit;
}

#endif
