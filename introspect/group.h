/* Groups: temporary objects that take several questions at once. Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_GROUP_H
#define GEN_INTROSPECT_GROUP_H

#include "introspect/question.h"
#include "introspect/standin.h"

typedef struct Group {
    GPtrArray *questions;  /* Question *, borrowed */
    char *relation;        /* name of the temporary relation */
    GHashTable *relations; /* those of all groups that are named like a table */
    GPtrArray *statements; /* char *: what creates it */
    char *problem;         /* what the server said of the first statement that failed */
    char sqlstate[6];
} Group;

void group_free(Group *group);

/* Groups of these questions, as few as can be (`single`: one for each), with their statements. */
GPtrArray *groups_from(const GPtrArray *questions, Standins *standins, bool single);

/* Where the answer to a question of a group stands in the result of sql/answers.sql, as
 * "what\x1frelation\x1fname". Freed with g_free. */
char *group_answer_key(const Group *group, const Question *question);

/* What introspection would print, from what the server printed for the temporary object; NULL if
 * that cannot be told. Freed with g_free. */
char *group_answer(const Group *group, const Question *question, const Standins *standins,
                   const char *printed);

#endif
