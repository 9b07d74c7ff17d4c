/* Questions: doubts in the form in which a server can be asked. Used inside introspect/ only.
 *
 * A new form is a word in QuestionForm, rows in `forms` (question.c: which texts take it) and
 * `form_rows` (group.c: what is created), and a part of sql/answers.sql (what is read back). */
#ifndef GEN_INTROSPECT_QUESTION_H
#define GEN_INTROSPECT_QUESTION_H

#include "schema/doubt.h"

/* Where a text is put to be judged. */
typedef enum QuestionForm {
    QUESTION_TYPE,       /* the type of a column */
    QUESTION_DEFAULT,    /* the default of a column */
    QUESTION_GENERATED,  /* the expression of a generated column */
    QUESTION_CONDITION,  /* a check of a table */
    QUESTION_EXPRESSION, /* a value over the columns of a table */
    QUESTION_DOMAIN,     /* a check of a domain */
    QUESTION_PARTITION,  /* a partition key */
    QUESTION_BOUND,      /* the bound of a partition */
    QUESTION_USING,      /* the condition of a policy: may have subqueries, unlike a check */
    QUESTION_WHEN,       /* the condition of a trigger: over OLD and NEW */
    QUESTION_QUERY,      /* a view */
} QuestionForm;

typedef struct Question {
    QuestionForm form;
    guint number;
    GPtrArray *doubts;    /* Doubt *, borrowed: all that ask the same */
    const Object *object; /* of the first of them */
    const char *text;     /* borrowed */
    const Object *table;  /* whose columns the text is about, or NULL */
    GPtrArray *columns;   /* Column *: those of them that it mentions */
    bool names_table;     /* whether the text says the table's own name */
    char *answer;
    char *problem;
    char *row_type; /* of a view: its columns, one on a line; else NULL */
    char sqlstate[6];
} Question;

void question_free(Question *question);

/* A list (Question *) for the doubts without an answer. A doubt that cannot be asked gets its
 * problem. Doubts about the same text with the same columns or type are one question. */
GPtrArray *questions_from(const State *wanted, GPtrArray *doubts);

/* Writes answers (into the state's memory) and problems into the doubts. */
void questions_settle(State *wanted, const GPtrArray *questions);

/* All columns of a table, with what it inherits, in order. Freed with g_ptr_array_unref. */
GPtrArray *question_table_columns(const State *wanted, const Object *table);

/* The table at the top of the partitions that this one is in, or the table itself. */
const Object *question_partition_root(const State *wanted, const Object *table);

#endif
