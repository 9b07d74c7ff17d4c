/* Extended statistics. */
#ifndef GEN_SCHEMA_STATISTICS_H
#define GEN_SCHEMA_STATISTICS_H

#include "schema/object.h"

typedef struct StatisticsExpression {
    const char *expression;
} StatisticsExpression;

/* A child of its table.
 * https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html */
typedef struct Statistics {
    Object object;
    const char *in_schema; /* NULL: its table's */
    NameList kinds;        /* sorted; empty: all (of one expression alone there is but one kind) */
    NameList columns;      /* sorted by name: their order means nothing */
    ItemList expressions;  /* StatisticsExpression; PostgreSQL 14 */
    const char *target;    /* NULL: that of its columns */
} Statistics;

#endif
