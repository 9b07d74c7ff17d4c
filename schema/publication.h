/* Logical replication.
 * https://www.postgresql.org/docs/current/logical-replication.html */
#ifndef GEN_SCHEMA_PUBLICATION_H
#define GEN_SCHEMA_PUBLICATION_H

#include "schema/object.h"

typedef struct PublishedTable {
    QualifiedName table;
    NameList columns;  /* sorted by name; empty: all (PostgreSQL 15) */
    const char *where; /* or NULL (PostgreSQL 15) */
} PublishedTable;

/* https://www.postgresql.org/docs/current/catalog-pg-publication.html */
typedef struct Publication {
    Object object; /* outside of schemas */
    bool all_tables;
    ItemList tables;       /* PublishedTable, sorted by name */
    NameList schemas;      /* sorted (PostgreSQL 15) */
    NameList publish;      /* sorted; empty: all of insert, update, delete, truncate; or "none" */
    bool via_root;         /* changes of partitions are published as their root's */
    const char *generated; /* NULL: none; "stored" (PostgreSQL 18) */
} Publication;

/* What a subscription was given to connect with is kept without its password.
 * https://www.postgresql.org/docs/current/catalog-pg-subscription.html */
typedef struct Subscription {
    Object object; /* outside of schemas */
    const char *connection;
    NameList publications; /* sorted */
    bool enabled;
    const char *slot_name; /* NULL: the subscription's own name; "none": no slot */
    bool binary;
    const char *streaming;          /* NULL: off; "on", "parallel" */
    const char *synchronous_commit; /* NULL: off */
    bool two_phase;
    bool disable_on_error;
    const char *origin; /* NULL: any; "none" (PostgreSQL 16) */
    bool run_as_owner;
    const char *password_required; /* NULL: true */
    bool failover;                 /* PostgreSQL 17 */
} Subscription;

#endif
