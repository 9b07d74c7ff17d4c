#include "introspect/canonical.h"

#include "introspect/attempt.h"
#include "introspect/group.h"
#include "introspect/introspect.h"
#include "introspect/pipeline.h"
#include "introspect/question.h"
#include "introspect/row_type.h"
#include "introspect/scratch.h"
#include "introspect/settings.h"
#include "introspect/sql.h"
#include "introspect/standin.h"

#include <string.h>

/* Each group holds a lock or two until its batch is rolled back, and a server with standard
 * settings has some thousands for all. */
#define GROUPS_PER_BATCH 300

static void set_problem(Question *question, const char *problem, const char *sqlstate)
{
    g_free(question->problem);
    question->problem = g_strdup(problem);
    g_strlcpy(question->sqlstate, sqlstate, sizeof question->sqlstate);
}

/* Answers by "what\x1frelation\x1fname". */
static GHashTable *index_answers(const PGresult *rows)
{
    GHashTable *answers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int row = 0; rows && row < PQntuples(rows); row++)
        g_hash_table_insert(answers,
                            g_strjoin("\x1f", PQgetvalue(rows, row, 0), PQgetvalue(rows, row, 1),
                                      PQgetvalue(rows, row, 2), NULL),
                            PQgetvalue(rows, row, 3));
    return answers;
}

static void answer_group(const Group *group, const Standins *standins, GHashTable *answers)
{
    for (guint i = 0; i < group->questions->len; i++) {
        Question *question = g_ptr_array_index(group->questions, i);
        if (group->problem) {
            set_problem(question, group->problem, group->sqlstate);
            continue;
        }
        g_autofree char *key = group_answer_key(group, question);
        const char *printed = g_hash_table_lookup(answers, key);
        if (question->form == QUESTION_QUERY) {
            g_autofree char *columns = g_strjoin("\x1f", "row type", group->relation, "", NULL);
            question->row_type = g_strdup(g_hash_table_lookup(answers, columns));
        }
        question->answer = printed ? group_answer(group, question, standins, printed) : NULL;
        if (!question->answer)
            set_problem(question, "the form it has in a temporary object is not the final one",
                        "0A000");
    }
}

static void send_batch(Pipeline *pipeline, const GPtrArray *groups, guint first, guint end,
                       const GPtrArray *standins)
{
    pipeline_send(pipeline, "SAVEPOINT gen_batch", 0, NULL);
    attempt_open(pipeline);
    attempt_send(pipeline, standins);
    for (guint i = first; i < end; i++)
        attempt_send(pipeline, ((const Group *)g_ptr_array_index(groups, i))->statements);
    pipeline_send(pipeline, settings_for_reading, 0, NULL);
    pipeline_send(pipeline, sql_answers, 0, NULL);
    pipeline_sync(pipeline);
    pipeline_send(pipeline, "ROLLBACK TO SAVEPOINT gen_batch", 0, NULL);
    pipeline_sync(pipeline);
}

/* Asks groups [first, end) and takes everything back. */
static bool ask_batch(Connection *connection, GPtrArray *groups, guint first, guint end,
                      Standins *standins, Diagnostics *diagnostics)
{
    char ignored[6];
    g_autoptr(GPtrArray) types = standins_create(standins);
    Pipeline *pipeline = pipeline_begin(connection, diagnostics);
    if (!pipeline)
        return false;
    send_batch(pipeline, groups, first, end, types);
    PQclear(pipeline_next(pipeline));
    PQclear(pipeline_next(pipeline));
    g_free(attempt_take(pipeline, types, ignored));
    for (guint i = first; i < end; i++) {
        Group *group = g_ptr_array_index(groups, i);
        group->problem = attempt_take(pipeline, group->statements, group->sqlstate);
    }
    PQclear(pipeline_next(pipeline));
    PGresult *rows = pipeline_next(pipeline);
    g_autoptr(GHashTable) answers = index_answers(rows);
    for (guint i = first; i < end; i++)
        answer_group(g_ptr_array_index(groups, i), standins, answers);
    PQclear(rows);
    PQclear(pipeline_next(pipeline));
    return pipeline_end(pipeline, NULL);
}

static bool ask_groups(Connection *connection, GPtrArray *groups, Standins *standins,
                       Diagnostics *diagnostics)
{
    bool done = true;
    for (guint first = 0; first < groups->len && done; first += GROUPS_PER_BATCH)
        done = ask_batch(connection, groups, first, MIN(first + GROUPS_PER_BATCH, groups->len),
                         standins, diagnostics);
    return done;
}

/* The questions that failed together with others, so that perhaps another one was to blame. */
static GPtrArray *to_ask_alone(const GPtrArray *groups)
{
    GPtrArray *again = g_ptr_array_new();
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = g_ptr_array_index(groups, i);
        if (group->problem && group->questions->len > 1)
            for (guint j = 0; j < group->questions->len; j++)
                g_ptr_array_add(again, g_ptr_array_index(group->questions, j));
    }
    return again;
}

static bool ask_questions(Connection *connection, const GPtrArray *questions, Standins *standins,
                          Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) groups = groups_from(questions, standins, false);
    if (!ask_groups(connection, groups, standins, diagnostics))
        return false;
    g_autoptr(GPtrArray) again = to_ask_alone(groups);
    g_autoptr(GPtrArray) alone = groups_from(again, standins, true);
    return ask_groups(connection, alone, standins, diagnostics);
}

/* Begins, and learns which types need a stand-in. The server's refusal to begin (a hot standby) is
 * every question's problem. False if there is nothing to go on with. Writes whether it began. */
static bool begin_asking(Connection *connection, const char *begin, const GPtrArray *questions,
                         Standins *standins, bool *ret_began, Diagnostics *diagnostics)
{
    char sqlstate[6] = "";
    Pipeline *pipeline = pipeline_begin(connection, diagnostics);
    if (!pipeline)
        return false;
    pipeline_send(pipeline, begin, 0, NULL);
    pipeline_send(pipeline, attempt_limits, 0, NULL);
    standins_send(standins, pipeline);
    pipeline_sync(pipeline);
    PGresult *began = pipeline_take(pipeline);
    g_autofree char *problem = attempt_refusal(began, sqlstate);
    *ret_began = began && !problem;
    PQclear(began);
    for (guint i = 0; problem && i < questions->len; i++)
        set_problem(g_ptr_array_index(questions, i), problem, sqlstate);
    PQclear(pipeline_next(pipeline));
    PGresult *types = pipeline_next(pipeline);
    if (types)
        standins_read(standins, types);
    PQclear(types);
    return pipeline_end(pipeline, NULL) && *ret_began;
}

bool canonical_ask(Connection *connection, State *wanted, GPtrArray *doubts,
                   Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) questions = questions_from(wanted, doubts);
    if (questions->len == 0)
        return true;
    guint before = diagnostics_count(diagnostics);
    const AttemptFrame *frame = attempt_frame(connection);
    g_autoptr(Standins) standins = standins_new(wanted);
    bool began = false;
    if (begin_asking(connection, frame->begin, questions, standins, &began, diagnostics))
        ask_questions(connection, questions, standins, diagnostics);
    if (began && connection_alive(connection))
        connection_run(connection, frame->end, diagnostics);
    questions_settle(wanted, questions);
    return diagnostics_count(diagnostics) == before;
}

/* The value that a doubt is about in another state; NULL if it is not there. */
static const char *value_in(const State *state, const Doubt *doubt)
{
    const Object *object = state_find_same(state, doubt->object);
    const void *base = object;
    if (object && doubt->items) {
        const ItemList *list = &FIELD_ITEM_LIST(object, doubt->items);
        base = doubt->item < list->count
                   ? (const char *)list->items + doubt->item * doubt->items->item->size
                   : NULL;
    }
    if (!base)
        return NULL;
    if (doubt->field->type != FIELD_CLAUSES)
        return FIELD_STRING(base, doubt->field);
    NameList clauses = FIELD_LIST(base, doubt->field);
    return doubt->item < clauses.count ? clauses.names[doubt->item] : NULL;
}

bool canonical_ask_scratch(Connection *server, const char *build_sql, State *wanted,
                           GPtrArray *doubts, Diagnostics *diagnostics)
{
    Connection *scratch = scratch_open(server, "canonical forms", diagnostics);
    if (!scratch)
        return false;
    State *built = connection_run(scratch, build_sql, diagnostics)
                       ? introspect_database(scratch, NULL, diagnostics)
                       : NULL;
    for (guint i = 0; built && i < doubts->len; i++) {
        Doubt *doubt = g_ptr_array_index(doubts, i);
        if (doubt->answer)
            continue;
        doubt->answer = state_text(wanted, value_in(built, doubt));
        row_type_copy(wanted, doubt->object, state_find_same(built, doubt->object));
        if (doubt->answer)
            g_clear_pointer(&doubt->problem, g_free);
    }
    bool done = built != NULL;
    state_free(built);
    return scratch_drop(server, scratch, diagnostics) && done;
}
