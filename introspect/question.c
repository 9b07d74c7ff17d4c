#include "introspect/question.h"

#include "introspect/row_type.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

#define DEPTH_LIMIT 64 /* of inheritance: a loop in models is not followed for ever */

/* Which text is asked in which form. Other texts that are types are asked as such; the rest
 * cannot be asked. */
static const struct {
    const char *kind;  /* KindInfo.word */
    const char *items; /* the list that the field is in, or NULL */
    const char *key;
    QuestionForm form;
} forms[] = {
    {"column", NULL, "default", QUESTION_DEFAULT},
    {"column", NULL, "generated", QUESTION_GENERATED},
    {"domain", NULL, "default", QUESTION_DEFAULT},
    {"check", NULL, "expression", QUESTION_CONDITION},
    {"index", NULL, "where", QUESTION_CONDITION},
    {"index", "fields", "expression", QUESTION_EXPRESSION},
    {"exclusion constraint", NULL, "where", QUESTION_CONDITION},
    {"exclusion constraint", "elements", "expression", QUESTION_EXPRESSION},
    {"statistics", "expressions", "expression", QUESTION_EXPRESSION},
    {"table", NULL, "partition_by", QUESTION_PARTITION},
    {"table", NULL, "values", QUESTION_BOUND},
    {"view", NULL, "definition", QUESTION_QUERY},
    {"materialized view", NULL, "definition", QUESTION_QUERY},
    {"policy", NULL, "using", QUESTION_USING},
    {"policy", NULL, "check", QUESTION_USING},
    {"trigger", NULL, "when", QUESTION_WHEN},
};

static bool form_of(const Doubt *doubt, QuestionForm *form)
{
    const Object *parent = doubt->object->parent;
    const char *items = doubt->items ? doubt->items->key : NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (strcmp(forms[i].kind, doubt->object->info->word) != 0 ||
            strcmp(forms[i].key, doubt->field->key) != 0 || g_strcmp0(forms[i].items, items) != 0)
            continue;
        bool of_domain = parent && object_kind(parent) == KIND_DOMAIN;
        *form = of_domain ? QUESTION_DOMAIN : forms[i].form;
        return true;
    }
    *form = QUESTION_TYPE;
    return doubt->field->type == FIELD_TYPE;
}

void question_free(Question *question)
{
    g_ptr_array_unref(question->doubts);
    if (question->columns)
        g_ptr_array_unref(question->columns);
    g_free(question->answer);
    g_free(question->problem);
    g_free(question->row_type);
    g_free(question);
}

static void collect_columns(const State *wanted, const Object *table, GPtrArray *columns,
                            GHashTable *names, guint depth)
{
    const Table *t = (const Table *)table;
    if (depth > DEPTH_LIMIT)
        return;
    const Object *parent =
        t->partition_of.name
            ? state_find(wanted, KIND_TABLE, t->partition_of.schema, t->partition_of.name)
            : NULL;
    if (parent)
        collect_columns(wanted, parent, columns, names, depth + 1);
    for (guint i = 0; i < t->inherits.count; i++) {
        const QualifiedName *name = &((const Parent *)t->inherits.items)[i].table;
        parent = state_find(wanted, KIND_TABLE, name->schema, name->name);
        if (parent)
            collect_columns(wanted, parent, columns, names, depth + 1);
    }
    Object *column;
    for (guint i = 0; (column = object_child(table, KIND_COLUMN, &i));)
        if (g_hash_table_add(names, (gpointer)column->name))
            g_ptr_array_add(columns, column);
}

GPtrArray *question_table_columns(const State *wanted, const Object *table)
{
    GPtrArray *columns = g_ptr_array_new();
    g_autoptr(GHashTable) names = g_hash_table_new(NULL, NULL);
    collect_columns(wanted, table, columns, names, 0);
    return columns;
}

const Object *question_partition_root(const State *wanted, const Object *table)
{
    for (guint depth = 0; depth < DEPTH_LIMIT; depth++) {
        const Table *t = (const Table *)table;
        const Object *parent =
            t->partition_of.name
                ? state_find(wanted, KIND_TABLE, t->partition_of.schema, t->partition_of.name)
                : NULL;
        if (!parent)
            break;
        table = parent;
    }
    return table;
}

/* The table whose columns a text is about. */
static const Object *table_of(const State *wanted, const Question *question)
{
    const Object *object = question->object;
    switch (question->form) {
    case QUESTION_GENERATED:
    case QUESTION_CONDITION:
    case QUESTION_EXPRESSION:
    case QUESTION_USING:
    case QUESTION_WHEN:
        return object_kind(object->parent) == KIND_TABLE ? object->parent : NULL;
    case QUESTION_PARTITION:
        return object;
    case QUESTION_BOUND: {
        const QualifiedName *of = &((const Table *)object)->partition_of;
        return of->name ? state_find(wanted, KIND_TABLE, of->schema, of->name) : NULL;
    }
    default:
        return NULL;
    }
}

static bool mentions(const GHashTable *words, const char *name)
{
    return !words || g_hash_table_contains((GHashTable *)words, name);
}

/* The identifiers in a text, as they are after folding; NULL if it cannot be scanned. */
static GHashTable *words_in(const char *text, GArray **tokens)
{
    *tokens = sql_tokens(text);
    if (!*tokens)
        return NULL;
    GHashTable *words = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < (*tokens)->len; i++) {
        const SqlToken *token = &g_array_index(*tokens, SqlToken, i);
        if (token->name && token->kind != SQL_STRING)
            g_hash_table_add(words, token->name);
    }
    return words;
}

/* Which columns of its table a question mentions; all of them where it names the whole row. */
static void find_columns(const State *wanted, Question *question)
{
    GArray *tokens;
    const char *text = question->text;
    if (question->form == QUESTION_BOUND)
        text = ((const Table *)question->table)->partition_by;
    if (!text)
        return;
    GHashTable *words = words_in(text, &tokens);
    g_autoptr(GPtrArray) all = question_table_columns(wanted, question->table);
    /* In a subquery PostgreSQL names the table of a column; OLD and NEW are whole rows. */
    question->names_table = question->form == QUESTION_USING || question->form == QUESTION_WHEN ||
                            mentions(words, question->table->name);
    question->columns = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        Object *column = g_ptr_array_index(all, i);
        if (column == question->object || question->names_table || mentions(words, column->name))
            g_ptr_array_add(question->columns, column);
    }
    if (words)
        g_hash_table_unref(words);
    if (tokens)
        g_array_unref(tokens);
}

static void add_type(GString *key, const Object *object)
{
    const Field *type = kind_field(object->info, "type");
    const Field *collation = kind_field(object->info, "collation");
    QualifiedName none = {NULL, NULL};
    QualifiedName name = collation ? FIELD_REFERENCE(object, collation) : none;
    g_string_append_printf(key, "\x1f%s\x1f%s\x1f%s", FIELD_STRING(object, type),
                           name.schema ? name.schema : "", name.name ? name.name : "");
}

/* Equal for questions that have the same answer. */
static char *key_of(const Question *question)
{
    GString *key = g_string_new(question->text);
    g_string_append_printf(key, "\x1f%d", question->form);
    if (question->form == QUESTION_DEFAULT)
        add_type(key, question->object);
    if (question->form == QUESTION_GENERATED)
        g_string_append_printf(key, "\x1f%s", question->object->name);
    if (question->form == QUESTION_DOMAIN)
        add_type(key, question->object->parent);
    if (question->form == QUESTION_BOUND || question->form == QUESTION_QUERY ||
        question->names_table)
        g_string_append_printf(key, "\x1f%p", (const void *)question->object);
    for (guint i = 0; question->columns && i < question->columns->len; i++) {
        const Object *column = g_ptr_array_index(question->columns, i);
        g_string_append_printf(key, "\x1f%s", column->name);
        add_type(key, column);
    }
    return g_string_free(key, FALSE);
}

static Question *question_new(const State *wanted, Doubt *doubt, QuestionForm form)
{
    Question *question = g_new0(Question, 1);
    question->form = form;
    question->doubts = g_ptr_array_new();
    question->object = doubt->object;
    question->text = doubt_text(doubt);
    question->table = table_of(wanted, question);
    if (question->table)
        find_columns(wanted, question);
    g_ptr_array_add(question->doubts, doubt);
    return question;
}

static bool needs_table(QuestionForm form)
{
    return form == QUESTION_GENERATED || form == QUESTION_CONDITION ||
           form == QUESTION_EXPRESSION || form == QUESTION_PARTITION || form == QUESTION_BOUND ||
           form == QUESTION_USING || form == QUESTION_WHEN;
}

static void refuse(Doubt *doubt, const char *why)
{
    g_free(doubt->problem);
    doubt->problem = g_strdup(why);
    g_strlcpy(doubt->sqlstate, "0A000", sizeof doubt->sqlstate);
}

GPtrArray *questions_from(const State *wanted, GPtrArray *doubts)
{
    GPtrArray *questions = g_ptr_array_new_with_free_func((GDestroyNotify)question_free);
    g_autoptr(GHashTable) by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < doubts->len; i++) {
        Doubt *doubt = g_ptr_array_index(doubts, i);
        QuestionForm form;
        if (doubt->answer || !doubt_text(doubt))
            continue;
        if (doubt->moving) {
            refuse(doubt, "what it reads changes too");
            continue;
        }
        if (!form_of(doubt, &form)) {
            refuse(doubt, "no temporary object can take this text");
            continue;
        }
        Question *question = question_new(wanted, doubt, form);
        if (needs_table(form) && !question->columns) {
            refuse(doubt, "the table that it is about is not in the models");
            question_free(question);
            continue;
        }
        char *key = key_of(question);
        Question *same = g_hash_table_lookup(by_key, key);
        if (same) {
            g_ptr_array_add(same->doubts, doubt);
            question_free(question);
            g_free(key);
            continue;
        }
        question->number = questions->len;
        g_ptr_array_add(questions, question);
        g_hash_table_insert(by_key, key, question);
    }
    return questions;
}

void questions_settle(State *wanted, const GPtrArray *questions)
{
    for (guint i = 0; i < questions->len; i++) {
        const Question *question = g_ptr_array_index(questions, i);
        const char *answer = state_text(wanted, question->answer);
        for (guint j = 0; j < question->doubts->len; j++) {
            Doubt *doubt = g_ptr_array_index(question->doubts, j);
            g_clear_pointer(&doubt->problem, g_free);
            doubt->answer = answer;
            row_type_read(wanted, doubt->object, question->row_type);
            if (!answer)
                doubt->problem = g_strdup(question->problem ? question->problem : "no answer");
            g_strlcpy(doubt->sqlstate, question->sqlstate, sizeof doubt->sqlstate);
        }
    }
}
