#include "emit/script.h"

#include "emit/quote.h"

#include <string.h>

typedef enum Open { OPEN_NOTHING, OPEN_ALTER, OPEN_CREATE } Open;

/* The statement at `index` must be committed before a later one that contains `text`. */
typedef struct Commit {
    guint index;
    char *text;
} Commit;

struct Script {
    GPtrArray *statements; /* Statement * */
    Statement *next;       /* what is known of the statement added next */
    Open open;
    Statement *building; /* the statement under construction */
    GPtrArray *parts;    /* char *: its clauses or elements */
    char *head;          /* of CREATE TABLE */
    char *tail;
    bool bare;
    GPtrArray *fills; /* char *: see the header */
    GPtrArray *then;  /* char * */
    GPtrArray *after; /* char * */
    GPtrArray *last;  /* Statement * */
    GArray *commits;  /* Commit */
    Place origin;     /* of statements that are begun; the file is interned */
};

static Statement *statement_new(void)
{
    Statement *statement = g_new0(Statement, 1);
    statement->notes = g_ptr_array_new_with_free_func(g_free);
    return statement;
}

static void statement_free(gpointer data)
{
    Statement *statement = data;
    if (!statement)
        return;
    g_free(statement->sql);
    g_ptr_array_unref(statement->notes);
    g_free(statement);
}

static void commit_clear(gpointer data)
{
    g_free(((Commit *)data)->text);
}

Script *script_new(void)
{
    Script *script = g_new0(Script, 1);
    script->statements = g_ptr_array_new_with_free_func(statement_free);
    script->next = statement_new();
    script->parts = g_ptr_array_new_with_free_func(g_free);
    script->fills = g_ptr_array_new_with_free_func(g_free);
    script->then = g_ptr_array_new_with_free_func(g_free);
    script->after = g_ptr_array_new_with_free_func(g_free);
    script->last = g_ptr_array_new_with_free_func(statement_free);
    script->commits = g_array_new(FALSE, TRUE, sizeof(Commit));
    g_array_set_clear_func(script->commits, commit_clear);
    return script;
}

void script_free(Script *script)
{
    if (!script)
        return;
    g_ptr_array_unref(script->statements);
    statement_free(script->next);
    statement_free(script->building);
    g_ptr_array_unref(script->parts);
    g_free(script->head);
    g_free(script->tail);
    g_ptr_array_unref(script->fills);
    g_ptr_array_unref(script->then);
    g_ptr_array_unref(script->after);
    g_ptr_array_unref(script->last);
    g_array_unref(script->commits);
    g_free(script);
}

/* The same table in two states is the same table. */
static bool same_table(const Object *a, const Object *b)
{
    return a && b && a->name == b->name && a->schema == b->schema &&
           object_kind(a) == object_kind(b);
}

/* Steps of one kind follow each other only where somebody asked for it. */
static void push(Script *script, Statement *statement)
{
    guint count = script->statements->len;
    const Statement *before = count ? g_ptr_array_index(script->statements, count - 1) : NULL;
    statement->starts_step =
        before && (statement->starts_step || before->autocommit != statement->autocommit);
    g_ptr_array_add(script->statements, statement);
}

static void push_text(Script *script, const Object *table, char *sql)
{
    Statement *statement = statement_new();
    statement->sql = sql;
    statement->table = table;
    statement->origin = script->origin;
    push(script, statement);
}

static Statement *take_next(Script *script)
{
    Statement *statement = script->next;
    statement->origin = script->origin;
    script->next = statement_new();
    return statement;
}

static char *joined(const GPtrArray *parts)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < parts->len; i++)
        g_string_append_printf(out, "%s\n    %s", i ? "," : "", (char *)parts->pdata[i]);
    return g_string_free(out, FALSE);
}

static char *alter_text(const Script *script)
{
    g_autofree char *name = quote_object(script->building->table);
    if (script->parts->len == 1)
        return g_strdup_printf("ALTER TABLE %s %s", name, (char *)script->parts->pdata[0]);
    g_autofree char *clauses = joined(script->parts);
    return g_strdup_printf("ALTER TABLE %s%s", name, clauses);
}

static char *create_text(const Script *script)
{
    const char *space = *script->tail ? " " : "";
    if (!script->parts->len)
        return g_strconcat(script->head, script->bare ? "" : " ()", space, script->tail, NULL);
    g_autofree char *elements = joined(script->parts);
    return g_strconcat(script->head, " (", elements, "\n)", space, script->tail, NULL);
}

/* Moves all elements of one array, which owns them, to another. */
static void move_all(GPtrArray *from, GPtrArray *to, GDestroyNotify free_element)
{
    g_ptr_array_set_free_func(from, NULL);
    for (guint i = 0; i < from->len; i++)
        g_ptr_array_add(to, g_ptr_array_index(from, i));
    g_ptr_array_set_size(from, 0);
    g_ptr_array_set_free_func(from, free_element);
}

static void push_texts(Script *script, GPtrArray *texts, const Object *table)
{
    for (guint i = 0; i < texts->len; i++)
        push_text(script, table, g_strdup(g_ptr_array_index(texts, i)));
    g_ptr_array_set_size(texts, 0);
}

/* Closes one statement; the clauses that wait for it become the next one under construction. */
static void advance(Script *script)
{
    const Object *table = script->building->table;
    script->building->sql = script->open == OPEN_ALTER ? alter_text(script) : create_text(script);
    push(script, g_steal_pointer(&script->building));
    g_ptr_array_set_size(script->parts, 0);
    script->open = OPEN_NOTHING;
    push_texts(script, script->fills, table);
    if (script->then->len) {
        script->open = OPEN_ALTER;
        script->building = statement_new();
        script->building->table = table;
        move_all(script->then, script->parts, g_free);
    } else {
        push_texts(script, script->after, NULL);
    }
}

void script_close(Script *script)
{
    while (script->open != OPEN_NOTHING)
        advance(script);
}

void script_set_origin(Script *script, Place origin)
{
    script->origin = (Place){g_intern_string(origin.file), origin.line, origin.column};
}

void script_add(Script *script, const char *format, ...)
{
    va_list args;
    script_close(script);
    Statement *statement = take_next(script);
    va_start(args, format);
    statement->sql = g_strdup_vprintf(format, args);
    va_end(args);
    push(script, statement);
}

void script_about(Script *script, const Object *table)
{
    script->next->table = table;
}

/* Whether the next clause must not join the statement under construction. */
static bool apart(const Script *script, const Object *table)
{
    const Statement *next = script->next;
    return script->open == OPEN_NOTHING || !same_table(script->building->table, table) ||
           next->starts_step || next->autocommit;
}

/* What was noted for the next statement goes to the one under construction. */
static void take_notes(Script *script)
{
    Statement *next = take_next(script);
    script->building->loses_data |= next->loses_data;
    move_all(next->notes, script->building->notes, g_free);
    statement_free(next);
}

static void begin(Script *script, Open what, const Object *table)
{
    script_close(script);
    script->open = what;
    script->building = take_next(script);
    script->building->table = table;
}

static void add_clause(Script *script, const Object *table, char *clause)
{
    if (apart(script, table))
        script_close(script);
    while (script->open == OPEN_CREATE || (script->open == OPEN_ALTER && script->fills->len))
        advance(script);
    if (script->open == OPEN_ALTER)
        take_notes(script);
    else
        begin(script, OPEN_ALTER, table);
    g_ptr_array_add(script->parts, clause);
}

void script_clause(Script *script, const Object *table, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_clause(script, table, g_strdup_vprintf(format, args));
    va_end(args);
}

void script_add_column(Script *script, const Object *table, const char *definition)
{
    char *clause = g_strconcat("ADD COLUMN ", definition, NULL);
    if (script->open == OPEN_ALTER && script->fills->len && !apart(script, table)) {
        take_notes(script);
        g_ptr_array_add(script->parts, clause);
        return;
    }
    add_clause(script, table, clause);
}

void script_constraint(Script *script, const Object *table, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    if (script->open == OPEN_CREATE && !apart(script, table)) {
        take_notes(script);
        g_ptr_array_add(script->parts, g_steal_pointer(&text));
        return;
    }
    add_clause(script, table, g_strconcat("ADD ", text, NULL));
}

void script_create_table(Script *script, const Object *table, const char *head, const char *tail,
                         bool bare)
{
    begin(script, OPEN_CREATE, table);
    g_free(script->head);
    g_free(script->tail);
    script->head = g_strdup(head);
    script->tail = g_strdup(tail);
    script->bare = bare;
}

void script_element(Script *script, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_ptr_array_add(script->parts, g_strdup_vprintf(format, args));
    va_end(args);
}

void script_fill(Script *script, const Object *table, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    if (apart(script, table)) {
        script_close(script);
        script_about(script, table);
        script_add(script, "%s", text);
        return;
    }
    g_ptr_array_add(script->fills, g_steal_pointer(&text));
}

void script_then(Script *script, const Object *table, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *clause = g_strdup_vprintf(format, args);
    va_end(args);
    if (!apart(script, table) && (script->open == OPEN_CREATE || script->fills->len))
        g_ptr_array_add(script->then, clause);
    else
        add_clause(script, table, clause);
}

void script_after(Script *script, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    if (script->open != OPEN_NOTHING)
        g_ptr_array_add(script->after, text);
    else
        push_text(script, NULL, text);
}

void script_last(Script *script, const Object *table, const char *format, ...)
{
    va_list args;
    Statement *statement = statement_new();
    va_start(args, format);
    statement->sql = g_strdup_vprintf(format, args);
    va_end(args);
    statement->table = table;
    statement->origin = script->origin;
    statement->starts_step = true;
    g_ptr_array_add(script->last, statement);
}

void script_note(Script *script, bool loses_data, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *note = g_strdup_vprintf(format, args);
    va_end(args);
    g_ptr_array_add(script->next->notes, g_strdelimit(note, "\r\n", ' '));
    script->next->loses_data |= loses_data;
}

void script_step(Script *script)
{
    script->next->starts_step = true;
}

void script_local(Script *script, const char *setting)
{
    script->next->local = setting;
}

void script_autocommit(Script *script)
{
    script->next->autocommit = true;
}

void script_commit_before(Script *script, const char *text)
{
    script_close(script);
    if (!script->statements->len)
        return;
    Commit commit = {script->statements->len - 1, g_strdup(text)};
    g_array_append_val(script->commits, commit);
}

static bool is_commit(const Script *script, guint index)
{
    for (guint i = 0; i < script->commits->len; i++)
        if (g_array_index(script->commits, Commit, i).index == index)
            return true;
    return false;
}

/* Ends a step after the statement (and those like it that follow at once) if a later one needs
 * it. */
static void separate(Script *script, const Commit *commit)
{
    guint end = commit->index + 1;
    while (end < script->statements->len && is_commit(script, end))
        end++;
    for (guint i = end; i < script->statements->len; i++) {
        const Statement *user = g_ptr_array_index(script->statements, i);
        if (is_commit(script, i) || !strstr(user->sql, commit->text))
            continue;
        ((Statement *)g_ptr_array_index(script->statements, end))->starts_step = true;
        return;
    }
}

static void insert_setting(Script *script, guint index, Statement *user)
{
    Statement *statement = statement_new();
    statement->sql = g_strdup_printf("SET LOCAL %s", user->local);
    statement->starts_step = user->starts_step;
    user->starts_step = false;
    g_ptr_array_insert(script->statements, (int)index, statement);
}

/* One setting at most is in use in a step. */
static void insert_settings(Script *script)
{
    const char *set = NULL;
    for (guint i = 0; i < script->statements->len; i++) {
        Statement *statement = g_ptr_array_index(script->statements, i);
        if (statement->starts_step)
            set = NULL;
        if (statement->local && statement->local != set) {
            set = statement->local;
            insert_setting(script, i++, statement);
        }
        statement->local = NULL;
    }
}

const GPtrArray *script_statements(Script *script)
{
    script_close(script);
    g_ptr_array_set_free_func(script->last, NULL);
    for (guint i = 0; i < script->last->len; i++)
        push(script, g_ptr_array_index(script->last, i));
    g_ptr_array_set_size(script->last, 0);
    g_ptr_array_set_free_func(script->last, statement_free);
    for (guint i = 0; i < script->commits->len; i++)
        separate(script, &g_array_index(script->commits, Commit, i));
    g_array_set_size(script->commits, 0);
    insert_settings(script);
    return script->statements;
}
