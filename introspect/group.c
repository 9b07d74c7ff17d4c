#include "introspect/group.h"

#include "introspect/quote.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

/* A column for partitioned tables to be partitioned by: they have no storage, and so no TOAST
 * table, and cost a third of a plain one. The space keeps it off every name in use. */
#define KEY_COLUMN "gen partition key"

#define COLUMNS_PER_GROUP 100

void group_free(Group *group)
{
    g_ptr_array_unref(group->questions);
    g_ptr_array_unref(group->statements);
    g_free(group->relation);
    if (group->relations)
        g_hash_table_unref(group->relations);
    g_free(group->problem);
    g_free(group);
}

static Group *group_new(GPtrArray *groups)
{
    Group *group = g_new0(Group, 1);
    group->questions = g_ptr_array_new();
    group->statements = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(groups, group);
    return group;
}

/* Appends `"name" type COLLATE …` of a column, or of what has the same fields. */
static void add_column(GString *sql, Standins *standins, const char *name, const Object *object)
{
    const Field *collation = kind_field(object->info, "collation");
    const char *text = FIELD_STRING(object, kind_field(object->info, "type"));
    g_autofree char *quoted = quote_identifier(name);
    g_autofree char *type = standins_rewrite(standins, text);
    g_string_append_printf(sql, "%s %s", quoted, type);
    if (collation)
        quote_collation(sql, FIELD_REFERENCE(object, collation));
}

static void begin_table(GString *sql, const char *relation)
{
    g_autofree char *quoted = quote_identifier(relation);
    g_string_append_printf(sql, "CREATE TEMPORARY TABLE %s (", quoted);
}

static char *end_table(GString *sql)
{
    g_string_append(sql, ", \"" KEY_COLUMN "\" integer) PARTITION BY LIST (\"" KEY_COLUMN "\")");
    return g_string_free(sql, FALSE);
}

/* Types and defaults: one column each. */
static void build_columns(Group *group, Standins *standins)
{
    GString *sql = g_string_new(NULL);
    begin_table(sql, group->relation);
    for (guint i = 0; i < group->questions->len; i++) {
        const Question *question = g_ptr_array_index(group->questions, i);
        g_autofree char *name = g_strdup_printf("q%u", question->number);
        g_autofree char *text = standins_rewrite(standins, question->text);
        g_string_append(sql, i ? ", " : "");
        if (question->form == QUESTION_TYPE) {
            g_string_append_printf(sql, "%s %s", name, text);
        } else {
            add_column(sql, standins, name, question->object);
            g_string_append_printf(sql, " DEFAULT (\n%s\n)", text);
        }
    }
    g_ptr_array_add(group->statements, end_table(sql));
}

static void add_generated(GString *sql, Standins *standins, const Question *question)
{
    const Column *column = (const Column *)question->object;
    g_autofree char *text = standins_rewrite(standins, question->text);
    g_string_append_printf(sql, " GENERATED ALWAYS AS (\n%s\n) %s", text,
                           column->generated_virtual ? "VIRTUAL" : "STORED");
}

static const Question *generation_of(const Group *group, const Object *column)
{
    for (guint i = 0; i < group->questions->len; i++) {
        const Question *question = g_ptr_array_index(group->questions, i);
        if (question->form == QUESTION_GENERATED && question->object == column)
            return question;
    }
    return NULL;
}

/* The columns that any of a group's questions mentions. */
static void add_columns(GString *sql, Standins *standins, const Group *group)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < group->questions->len; i++) {
        const Question *question = g_ptr_array_index(group->questions, i);
        for (guint j = 0; j < question->columns->len; j++) {
            const Object *column = g_ptr_array_index(question->columns, j);
            if (!g_hash_table_add(seen, (gpointer)column))
                continue;
            g_string_append(sql, g_hash_table_size(seen) > 1 ? ", " : "");
            add_column(sql, standins, column->name, column);
            const Question *generated = generation_of(group, column);
            if (generated)
                add_generated(sql, standins, generated);
        }
    }
    if (g_hash_table_size(seen) == 0)
        g_string_append(sql, "\"gen no column\" integer");
}

/* What is about the columns of one table: checks, also where the text is a predicate, and where it
 * is any value, which a check takes as "… IS NOT NULL". */
static void build_table(Group *group, Standins *standins)
{
    GString *sql = g_string_new(NULL);
    begin_table(sql, group->relation);
    add_columns(sql, standins, group);
    for (guint i = 0; i < group->questions->len; i++) {
        const Question *question = g_ptr_array_index(group->questions, i);
        if (question->form == QUESTION_GENERATED)
            continue;
        g_autofree char *text = standins_rewrite(standins, question->text);
        bool value = question->form == QUESTION_EXPRESSION;
        g_string_append_printf(sql, ", CONSTRAINT q%u CHECK (%s\n%s\n%s)", question->number,
                               value ? "(" : "", text, value ? ") IS NOT NULL" : "");
    }
    g_ptr_array_add(group->statements, end_table(sql));
}

static void build_domain(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    const Object *domain = question->object->parent;
    g_autofree char *name = quote_identifier(group->relation);
    g_autofree char *type = standins_rewrite(standins, ((const Domain *)domain)->type);
    g_autofree char *text = standins_rewrite(standins, question->text);
    GString *sql = g_string_new(NULL);
    g_string_append_printf(sql, "CREATE DOMAIN pg_temp.%s AS %s", name, type);
    quote_collation(sql, ((const Domain *)domain)->collation);
    g_string_append_printf(sql, " CONSTRAINT q%u CHECK (\n%s\n)", question->number, text);
    g_ptr_array_add(group->statements, g_string_free(sql, FALSE));
}

static char *partitioned_table(const Group *group, Standins *standins, const char *key)
{
    GString *sql = g_string_new(NULL);
    begin_table(sql, group->relation);
    add_columns(sql, standins, group);
    g_autofree char *text = standins_rewrite(standins, key);
    g_string_append_printf(sql, ") PARTITION BY %s", text);
    return g_string_free(sql, FALSE);
}

static void build_partition_key(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    g_ptr_array_add(group->statements, partitioned_table(group, standins, question->text));
}

static void build_bound(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    const Table *parent = (const Table *)question->table;
    g_autofree char *of = quote_identifier(group->relation);
    g_autofree char *text = standins_rewrite(standins, question->text);
    g_ptr_array_add(group->statements, partitioned_table(group, standins, parent->partition_by));
    g_ptr_array_add(group->statements,
                    g_strdup_printf("CREATE TEMPORARY TABLE q%u PARTITION OF %s %s",
                                    question->number, of, text));
}

static void add_whole_table(Group *group, Standins *standins)
{
    GString *sql = g_string_new(NULL);
    begin_table(sql, group->relation);
    add_columns(sql, standins, group);
    g_ptr_array_add(group->statements, end_table(sql));
}

static void build_policy(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    g_autofree char *relation = quote_identifier(group->relation);
    g_autofree char *text = standins_rewrite(standins, question->text);
    add_whole_table(group, standins);
    g_ptr_array_add(group->statements,
                    g_strdup_printf("CREATE POLICY q%u ON pg_temp.%s USING (\n%s\n)",
                                    question->number, relation, text));
}

/* After an update there are both OLD and NEW. The function is any that a trigger can have. */
static void build_trigger(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    g_autofree char *relation = quote_identifier(group->relation);
    g_autofree char *text = standins_rewrite(standins, question->text);
    add_whole_table(group, standins);
    g_ptr_array_add(group->statements,
                    g_strdup_printf("CREATE TRIGGER q%u AFTER UPDATE ON pg_temp.%s FOR EACH ROW "
                                    "WHEN (\n%s\n) EXECUTE FUNCTION "
                                    "pg_catalog.suppress_redundant_updates_trigger()",
                                    question->number, relation, text));
}

/* " (a, b)" where the model names the columns of a view, else "". */
static char *column_names(const Object *object)
{
    const Field *field = kind_field(object->info, "columns");
    NameList columns = field ? FIELD_LIST(object, field) : (NameList){0, NULL};
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < columns.count; i++) {
        g_autofree char *name = quote_identifier(columns.names[i]);
        g_string_append_printf(list, "%s%s", i ? ", " : " (", name);
    }
    if (columns.count)
        g_string_append_c(list, ')');
    return g_string_free(list, FALSE);
}

static void build_query(Group *group, Standins *standins)
{
    const Question *question = g_ptr_array_index(group->questions, 0);
    g_autofree char *text = standins_rewrite(standins, question->text);
    g_autofree char *name = quote_identifier(group->relation);
    g_autofree char *query = g_strchomp(g_strdup(text));
    gsize length = strlen(query);
    if (length > 0 && query[length - 1] == ';')
        query[length - 1] = '\0';
    g_autofree char *columns = column_names(question->object);
    g_ptr_array_add(group->statements,
                    g_strdup_printf("CREATE TEMPORARY VIEW %s%s AS\n%s", name, columns, query));
}

/* How each form is asked. `together`: what questions share a group by; see group_for. */
static const struct {
    enum { TOGETHER_NONE, TOGETHER_ALL, TOGETHER_TABLE } together;
    void (*build)(Group *group, Standins *standins);
    const char *what;
} form_rows[] = {
    [QUESTION_TYPE] = {TOGETHER_ALL, build_columns, "type"},
    [QUESTION_DEFAULT] = {TOGETHER_ALL, build_columns, "default"},
    [QUESTION_GENERATED] = {TOGETHER_TABLE, build_table, "generated"},
    [QUESTION_CONDITION] = {TOGETHER_TABLE, build_table, "check"},
    [QUESTION_EXPRESSION] = {TOGETHER_TABLE, build_table, "check"},
    [QUESTION_DOMAIN] = {TOGETHER_NONE, build_domain, "check"},
    [QUESTION_PARTITION] = {TOGETHER_NONE, build_partition_key, "partition key"},
    [QUESTION_BOUND] = {TOGETHER_NONE, build_bound, "bound"},
    [QUESTION_USING] = {TOGETHER_NONE, build_policy, "policy"},
    [QUESTION_WHEN] = {TOGETHER_NONE, build_trigger, "trigger"},
    [QUESTION_QUERY] = {TOGETHER_NONE, build_query, "query"},
};

static Group *group_for(GPtrArray *groups, GHashTable *open, const Question *question, bool single)
{
    const void *key = question->table;
    if (single || form_rows[question->form].together == TOGETHER_NONE)
        return group_new(groups);
    if (form_rows[question->form].together == TOGETHER_ALL)
        key = "";
    Group *group = g_hash_table_lookup(open, key);
    if (!group || group->questions->len >= COLUMNS_PER_GROUP) {
        group = group_new(groups);
        g_hash_table_insert(open, (gpointer)key, group);
    }
    return group;
}

/* A text that names its table needs one of that name, which only one group can have. */
static void name_relation(Group *group, guint number, GHashTable *taken)
{
    for (guint i = 0; i < group->questions->len && !group->relation; i++) {
        const Question *question = g_ptr_array_index(group->questions, i);
        if (question->names_table && g_hash_table_add(taken, (gpointer)question->table->name))
            group->relation = g_strdup(question->table->name);
    }
    if (!group->relation)
        group->relation = g_strdup_printf("gen_%u", number);
}

/* Queries come first: they are to find the tables that are there, not temporary ones. */
static void add_questions(GPtrArray *groups, GHashTable *open, const GPtrArray *questions,
                          bool queries, bool single)
{
    for (guint i = 0; i < questions->len; i++) {
        Question *question = g_ptr_array_index(questions, i);
        if ((question->form == QUESTION_QUERY) == queries)
            g_ptr_array_add(group_for(groups, open, question, single)->questions, question);
    }
}

GPtrArray *groups_from(const GPtrArray *questions, Standins *standins, bool single)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func((GDestroyNotify)group_free);
    g_autoptr(GHashTable) open = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    add_questions(groups, open, questions, true, single);
    add_questions(groups, open, questions, false, single);
    for (guint i = 0; i < groups->len; i++) {
        Group *group = g_ptr_array_index(groups, i);
        group->relations = g_hash_table_ref(taken);
        const Question *first = g_ptr_array_index(group->questions, 0);
        name_relation(group, i, taken);
        form_rows[first->form].build(group, standins);
    }
    return groups;
}

char *group_answer_key(const Group *group, const Question *question)
{
    g_autofree char *number = g_strdup_printf("q%u", question->number);
    const char *what = form_rows[question->form].what;
    switch (question->form) {
    case QUESTION_GENERATED:
        return g_strjoin("\x1f", what, group->relation, question->object->name, NULL);
    case QUESTION_DOMAIN:
        return g_strjoin("\x1f", what, "", number, NULL);
    case QUESTION_BOUND:
        return g_strjoin("\x1f", what, number, "", NULL);
    case QUESTION_PARTITION:
    case QUESTION_QUERY:
        return g_strjoin("\x1f", what, group->relation, "", NULL);
    default:
        return g_strjoin("\x1f", what, group->relation, number, NULL);
    }
}

/* "(x IS NOT NULL)" → "x". Rows are asked with IS DISTINCT FROM. */
static char *unwrap_value(const char *printed)
{
    static const char *const endings[] = {" IS NOT NULL)", " IS DISTINCT FROM NULL)"};
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (*printed == '(' && g_str_has_suffix(printed, endings[i]))
            return g_strndup(printed + 1, strlen(printed) - 1 - strlen(endings[i]));
    return NULL;
}

static bool is_sign(const SqlToken *token, const char *sign)
{
    return !token->name && token->length == strlen(sign) &&
           strncmp(token->start, sign, token->length) == 0;
}

/* Whether a word is the name of a temporary relation where that is a type or, in a subquery, a
 * relation: there the final text has it with its schema. */
static bool names_relation(const Group *group, const GArray *tokens, guint index)
{
    static const char *const before[] = {"from", "join"};
    const SqlToken *token = &g_array_index(tokens, SqlToken, index);
    if (index == 0 || (strcmp(token->name, group->relation) != 0 &&
                       !g_hash_table_contains(group->relations, token->name)))
        return false;
    const SqlToken *last = token - 1;
    for (gsize i = 0; i < G_N_ELEMENTS(before); i++)
        if (last->name && last->kind == SQL_KEYWORD && strcmp(last->name, before[i]) == 0)
            return true;
    /* "t.a" is a column. */
    bool qualifies = index + 1 < tokens->len && is_sign(token + 1, ".");
    return is_sign(last, "::") || (is_sign(last, ",") && !qualifies);
}

/* Whether a text shows that it is about a temporary object. */
static bool leaks(const Group *group, const char *text)
{
    g_autoptr(GArray) tokens = sql_tokens(text);
    if (!tokens)
        return true;
    for (guint i = 0; i < tokens->len; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        if (!token->name || token->kind == SQL_STRING)
            continue;
        if (g_str_has_prefix(token->name, "pg_temp") ||
            g_str_has_prefix(token->name, "gen stand-in") || names_relation(group, tokens, i))
            return true;
    }
    return false;
}

char *group_answer(const Group *group, const Question *question, const Standins *standins,
                   const char *printed)
{
    g_autofree char *value =
        question->form == QUESTION_EXPRESSION ? unwrap_value(printed) : g_strdup(printed);
    if (!value)
        return NULL;
    char *answer = standins_restore(standins, value, question->form == QUESTION_TYPE);
    if (leaks(group, answer))
        g_clear_pointer(&answer, g_free);
    return answer;
}
