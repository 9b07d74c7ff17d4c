/* How SQL spells PostgreSQL's own types. For type_name.c. */
#ifndef GEN_SCHEMA_TYPE_SPELLINGS_H
#define GEN_SCHEMA_TYPE_SPELLINGS_H

#include <stdbool.h>

/* What may stand in the parentheses after a type. */
typedef enum TypeArguments {
    NO_ARGUMENTS,
    ONE_LENGTH,     /* varchar(n) */
    ONE_OR_DEFAULT, /* char is char(1) */
    NUMERIC,        /* (precision) or (precision,scale) */
    FLOATING,       /* float(1..24) is real, float(25..53) double precision */
    PRECISION,      /* of seconds; stands after the first word */
    SERIAL,
} TypeArguments;

typedef struct TypeSpelling {
    const char *written;
    const char *printed; /* by format_type() */
    TypeArguments arguments;
} TypeSpelling;

/* The row of a spelling (in lower case, single spaces), or NULL: types that are printed in another
 * way than they are written, and types with arguments. */
const TypeSpelling *type_spelling(const char *words);

/* "day to second" of "interval day to second"; NULL when it is none. */
const char *type_interval_fields(const char *words);

/* Whether it is one of the types that are printed as they are written. */
bool type_is_other(const char *words);

#endif
