/* Literals of default values: the text of a value, and the SQL that PostgreSQL prints for the
 * constant it makes of it (get_const_expr in ruleutils.c). */
#ifndef GEN_SCHEMA_LITERAL_H
#define GEN_SCHEMA_LITERAL_H

#include "schema/types.h"

typedef enum LiteralKind {
    LITERAL_TEXT, /* anything */
    LITERAL_INTEGER,
    LITERAL_NUMBER,
    LITERAL_BOOLEAN,
    LITERAL_JSON,
    LITERAL_BIT,   /* a cast would change its length */
    LITERAL_OTHER, /* text that only the server can check */
} LiteralKind;

/* What a literal is made for. */
typedef struct LiteralTarget {
    LiteralKind kind;
    const char *label;  /* "character varying", "public.user_role": the type without arguments */
    const Enum *labels; /* the enum, if it is one */
    bool array;
} LiteralTarget;

typedef enum LiteralProblem {
    LITERAL_GOOD,
    LITERAL_NO_VALUE, /* not a value of the type */
    LITERAL_NO_LABEL, /* not a value of the enum */
    LITERAL_SQL,      /* looks like a call or a keyword, which would be frozen in a literal */
} LiteralProblem;

/* For a type of PostgreSQL's own, without arguments and [] ("character varying"); `base` must
 * outlive the target. */
LiteralTarget literal_target(const char *base);

/* The SQL of a single value (an element, of arrays). NULL, and the problem, when it is none. Freed
 * with g_free. */
char *literal_sql(const LiteralTarget *target, const char *text, LiteralProblem *ret_problem);

/* 'text'::label, or 'text' when label is NULL. Freed with g_free. */
char *literal_labelled(const char *text, const char *label);

/* The text inside of 'text'::label when sql is just that; else NULL. Freed with g_free. */
char *literal_text(const char *sql, const char *label);

/* now(), CURRENT_DATE, 'x'::text: what people mean as SQL. */
bool literal_looks_like_sql(const char *text);

#endif
