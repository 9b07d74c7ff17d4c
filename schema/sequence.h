/* Sequences, and the sequence options that identity columns have too. */
#ifndef GEN_SCHEMA_SEQUENCE_H
#define GEN_SCHEMA_SEQUENCE_H

#include "schema/object.h"

/* Each NULL (false) where PostgreSQL's default for the data type and direction stands.
 * https://www.postgresql.org/docs/current/sql-createsequence.html */
typedef struct SequenceOptions {
    const char *start;
    const char *increment;
    const char *minvalue;
    const char *maxvalue;
    const char *cache;
    bool cycle;
} SequenceOptions;

/* https://www.postgresql.org/docs/current/catalog-pg-sequence.html */
typedef struct Sequence {
    Object object;
    const char *type; /* NULL: bigint; else "integer", "smallint" */
    SequenceOptions options;
    bool unlogged;
    QualifiedName owned_by_table; /* name NULL: owned by nobody */
    const char *owned_by_column;
} Sequence;

#endif
