/* From a plan to SQL. */
#ifndef GEN_EMIT_EMIT_H
#define GEN_EMIT_EMIT_H

#include "diff/change.h"
#include "emit/script.h"

typedef struct EmitOptions {
    int server_version; /* 150020: syntax is chosen for it */
    bool online; /* CREATE INDEX CONCURRENTLY, NOT VALID and VALIDATE … in steps of their own */
    struct Emission *emission; /* set by emit_plan for the emitters */
} EmitOptions;

/* What differs by kind. Each is called with the objects of one change; `alter` only with fields
 * that the kind's table marks so. NULL where a kind has no such statement. */
typedef struct KindSql {
    void (*create)(Script *script, const Object *object, const EmitOptions *options);
    void (*alter)(Script *script, const Change *change, const EmitOptions *options);
    void (*rename)(Script *script, const Object *from, const Object *to);
    /* Behind `rename`: what takes a new name with the object, as the server's version has it. */
    void (*rename_along)(Script *script, const Object *from, const Object *to,
                         const EmitOptions *options);
    void (*drop)(Script *script, const Object *object, const EmitOptions *options);
    /* How its old form stands aside and goes; NULL: by another name, and by `drop`. */
    void (*retire)(Script *script, const Change *change, const EmitOptions *options);
    void (*drop_retired)(Script *script, const Change *change, const EmitOptions *options);
    /* What COMMENT ON takes before IS: "TABLE public.users". Freed with g_free. */
    char *(*comment_target)(const Object *object);
    /* Gives an object back the comment that it had from the beginning; NULL where it had none. */
    void (*uncomment)(Script *script, const Object *object);
    bool comments;       /* `create` writes COMMENT ON by itself */
    const char *content; /* what is lost when one is dropped: "rows", "values"; NULL: nothing */
} KindSql;

/* kind_sql_SYMBOL for every kind of kinds.def: one that is missing fails to link. */
#define KIND(symbol, word, plural, type, flags) extern const KindSql kind_sql_##symbol;
#include "schema/kinds.def"
#undef KIND

/* The SQL of a plan. Freed with script_free. */
Script *emit_plan(const Plan *plan, const EmitOptions *options);

/* One line for people per change, as the summary in a revision file and on the terminal has it:
 * "+ column users.phone character varying(20)", "~ …", "- …". Freed with g_free; NULL for changes
 * that go without saying (halves of a rebuild). */
char *emit_summary(const Change *change);

#endif
