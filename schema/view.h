/* Views and materialized views. Their triggers, rules and indexes are their children. */
#ifndef GEN_SCHEMA_VIEW_H
#define GEN_SCHEMA_VIEW_H

#include "schema/object.h"

/* The default of a column, for rows inserted through the view. */
typedef struct ViewDefault {
    const char *column;
    const char *default_expr;
} ViewDefault;

/* https://www.postgresql.org/docs/current/sql-createview.html */
typedef struct View {
    Object object;
    NameList columns;         /* hint: names of the columns; else the query's own */
    const char *definition;   /* the query, without a semicolon */
    NameList options;         /* security_barrier=true, check_option=local … */
    ItemList column_defaults; /* ViewDefault */
    NameList column_comments; /* "column=text" */
    NameList row_type; /* "name type" of every column, where a server told; never in models */
} View;

/* How the values of a column are kept; what is NULL or empty is PostgreSQL's default. */
typedef struct ColumnSetting {
    const char *column;
    const char *statistics;
    const char *storage;
    const char *compression;
    NameList options;
} ColumnSetting;

/* https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
typedef struct MaterializedView {
    Object object;
    NameList columns; /* hint, as in View */
    const char *definition;
    NameList options;          /* storage parameters, toast.* among them */
    const char *tablespace;    /* NULL: the database's */
    const char *access_method; /* NULL: heap */
    NameList column_comments;  /* as in View */
    ItemList column_settings;  /* ColumnSetting, sorted by column */
    bool with_no_data;         /* hint: created without running its query */
} MaterializedView;

#endif
