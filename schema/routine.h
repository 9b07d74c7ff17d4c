/* Functions, procedures and aggregates. Object.arguments is their identity beside the name: the
 * types of the input arguments as format_type() prints them ("integer, text"), "" without any.
 * https://www.postgresql.org/docs/current/catalog-pg-proc.html */
#ifndef GEN_SCHEMA_ROUTINE_H
#define GEN_SCHEMA_ROUTINE_H

#include "schema/object.h"

typedef struct Argument {
    const char *name; /* or NULL */
    const char *type;
    const char *mode; /* NULL: in; "out", "inout", "variadic", "table" (a column of the result) */
    const char *default_expr;
} Argument;

/* A function; procedures have no result and use the members that they can have. */
typedef struct Routine {
    Object object;
    ItemList arguments;  /* Argument */
    const char *returns; /* NULL: what the out and table arguments say; procedures */
    bool returns_set;
    const char *language;    /* NULL: sql */
    const char *body;        /* as it stands in the catalogue; of C functions: the symbol */
    const char *object_file; /* of C functions */
    const char *sql_body;    /* "BEGIN ATOMIC … END" or "RETURN …" (PostgreSQL 14) */
    bool window;
    const char *volatility; /* NULL: volatile; "stable", "immutable" */
    bool strict;
    bool security_definer;
    bool leakproof;
    const char *parallel; /* NULL: unsafe; "restricted", "safe" */
    const char *cost;     /* NULL: the language's default */
    const char *rows;     /* NULL: the default */
    QualifiedName support;
    NameList settings;   /* "name=value" */
    NameList transforms; /* data types */
} Routine;

/* https://www.postgresql.org/docs/current/catalog-pg-aggregate.html */
typedef struct Aggregate {
    Object object;
    ItemList arguments;           /* Argument: in or variadic */
    const char *aggregate_kind;   /* NULL: normal; "ordered set", "hypothetical" */
    const char *direct_arguments; /* how many stand before ORDER BY, of the latter two */
    QualifiedName state_function;
    const char *state_type;
    const char *state_size;
    QualifiedName final_function;
    bool final_extra;
    const char *final_modify; /* NULL: the kind's default; "read only", "shareable", "read write" */
    QualifiedName combine_function;
    QualifiedName serial_function;
    QualifiedName deserial_function;
    const char *initial;
    QualifiedName moving_state_function;
    QualifiedName moving_inverse_function;
    const char *moving_state_type;
    const char *moving_state_size;
    QualifiedName moving_final_function;
    bool moving_final_extra;
    const char *moving_final_modify;
    const char *moving_initial;
    const char *sort_operator; /* "OPERATOR(public.<)" or "<" */
    const char *parallel;      /* as in Routine */
} Aggregate;

extern const ItemInfo argument_info;

/* Whether callers give the argument (in, inout, variadic). */
bool argument_is_input(const Argument *argument);

/* "integer, text": what Object.arguments is for these (Argument). Freed with g_free. */
char *routine_identity(ItemList arguments);

/* The type that out arguments make: the only one's, or record. NULL without any. */
const char *routine_result_type(ItemList arguments);

#endif
