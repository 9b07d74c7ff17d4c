/* Operators, what indexes make of them, and casts. */
#ifndef GEN_SCHEMA_OPERATOR_H
#define GEN_SCHEMA_OPERATOR_H

#include "schema/object.h"

/* Object.arguments: "left, right"; NONE for the side that a prefix operator does not have.
 * https://www.postgresql.org/docs/current/catalog-pg-operator.html */
typedef struct Operator {
    Object object;
    const char *left; /* NULL: none */
    const char *right;
    QualifiedName function;
    const char *commutator; /* "OPERATOR(public.===)", or NULL */
    const char *negator;
    QualifiedName restrict_function;
    QualifiedName join_function;
    bool hashes;
    bool merges;
} Operator;

/* Object.arguments: the index method. Members are what no class of the family brings.
 * https://www.postgresql.org/docs/current/catalog-pg-opfamily.html */
typedef struct OperatorFamily {
    Object object;
    const char *method;
    NameList members; /* "OPERATOR 1 public.<(integer, bigint)", "FUNCTION 1 (integer, …) f(…)" */
} OperatorFamily;

/* Object.arguments: the index method.
 * https://www.postgresql.org/docs/current/catalog-pg-opclass.html */
typedef struct OperatorClass {
    Object object;
    const char *method;
    const char *type;
    bool is_default;
    QualifiedName family;
    const char *storage;
    NameList members; /* as in OperatorFamily */
} OperatorClass;

/* Outside of schemas; its name is "source AS target".
 * https://www.postgresql.org/docs/current/catalog-pg-cast.html */
typedef struct Cast {
    Object object;
    const char *source;
    const char *target;
    QualifiedName function; /* none: binary coercible, or by text */
    const char *arguments;  /* of the function; NULL: the source type alone */
    bool inout;             /* by text */
    const char *context;    /* NULL: explicit; "assignment", "implicit" */
} Cast;

#endif
