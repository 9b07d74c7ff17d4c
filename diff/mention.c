#include "diff/mention.h"

#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

struct Mentions {
    const State *state;
    GHashTable *by_name; /* interned name → GArray of Name */
};

/* A name under which texts mention an object that is no child. */
typedef struct Name {
    const char *schema;
    Object *object;
} Name;

static void add_name(const Mentions *mentions, QualifiedName name, Object *object)
{
    GArray *list = g_hash_table_lookup(mentions->by_name, name.name);
    if (!list) {
        list = g_array_new(FALSE, FALSE, sizeof(Name));
        g_hash_table_insert(mentions->by_name, (gpointer)name.name, list);
    }
    Name entry = {name.schema, object};
    g_array_append_val(list, entry);
}

Mentions *mentions_new(const State *state)
{
    Mentions *mentions = g_new0(Mentions, 1);
    mentions->state = state;
    mentions->by_name = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->parent || !object->schema)
            continue;
        add_name(mentions, (QualifiedName){object->schema, object->name}, object);
        if (object_kind(object) == KIND_RANGE) /* its multirange type comes and goes with it */
            add_name(mentions, range_multirange((const Range *)object), object);
    }
    return mentions;
}

void mentions_free(Mentions *mentions)
{
    if (!mentions)
        return;
    g_hash_table_unref(mentions->by_name);
    g_free(mentions);
}

void mentions_of_name(const Mentions *mentions, QualifiedName name, MentionFound *found, void *data)
{
    const GArray *list =
        name.name ? g_hash_table_lookup(mentions->by_name, g_intern_string(name.name)) : NULL;
    const char *schema = g_intern_string(name.schema);
    for (guint i = 0; list && i < list->len; i++) {
        const Name *known = &g_array_index(list, Name, i);
        if (!schema || known->schema == schema)
            found(data, known->object, schema == NULL);
    }
}

/* One text being read. */
typedef struct Reading {
    const Mentions *mentions;
    const GArray *tokens;
    const Object *table;  /* whose columns need no qualification, or NULL */
    GPtrArray *relations; /* that the text mentions */
    bool call;            /* whether the name being read may be a routine's */
    MentionFound *found;
    void *data;
} Reading;

static const SqlToken *token_at(const Reading *r, guint index)
{
    return index < r->tokens->len ? &g_array_index(r->tokens, SqlToken, index) : NULL;
}

static bool is_mark(const SqlToken *token, char mark)
{
    return token && token->length == 1 && *token->start == mark;
}

static void note_rows(void *data, Object *object, bool soft)
{
    Reading *r = data;
    (void)soft;
    if (object->info->flags & KIND_RELATION)
        g_ptr_array_add(r->relations, object);
}

/* What a text mentions; the columns of the rows that a routine returns are used like a table's. */
static void note(void *data, Object *object, bool soft)
{
    Reading *r = data;
    if ((object->info->flags & KIND_ROUTINE) && !r->call)
        return;
    if (object_kind(object) == KIND_FUNCTION)
        mentions_in_text(r->mentions, object, ((const Routine *)object)->returns, true, note_rows,
                         r);
    if (object->info->flags & KIND_RELATION)
        g_ptr_array_add(r->relations, object);
    r->found(r->data, object, soft);
}

static void note_column(const Reading *r, const Object *table, const char *name, bool soft)
{
    Object *column = state_find_child(r->mentions->state, KIND_COLUMN, table, name);
    if (column)
        r->found(r->data, column, soft);
}

/* Names of objects: schema.name, or a name alone. */
static void read_name(Reading *r, guint i)
{
    const SqlToken *token = token_at(r, i);
    bool qualified = is_mark(token_at(r, i + 1), '.');
    const SqlToken *member = qualified ? token_at(r, i + 2) : NULL;
    r->call = is_mark(token_at(r, qualified ? i + 3 : i + 1), '(');
    if (member && member->name)
        mentions_of_name(
            r->mentions,
            (QualifiedName){g_intern_string(token->name), g_intern_string(member->name)}, note, r);
    if (member && member->kind == SQL_OTHER && !is_mark(member, '*')) { /* schema.operator */
        g_autofree char *operator= g_strndup(member->start, member->length);
        mentions_of_name(r->mentions,
                         (QualifiedName){g_intern_string(token->name), g_intern_string(operator)},
                         note, r);
    }
    bool is_member = i > 0 && is_mark(token_at(r, i - 1), '.');
    if (!is_member && token->kind == SQL_IDENTIFIER)
        mentions_of_name(r->mentions, (QualifiedName){NULL, g_intern_string(token->name)}, note, r);
}

/* 'schema.sequence' in a string. */
static void read_string(Reading *r, const SqlToken *token)
{
    g_autoptr(GArray) tokens = sql_tokens(token->name);
    if (!tokens || (tokens->len != 1 && tokens->len != 3))
        return;
    const SqlToken *first = &g_array_index(tokens, SqlToken, 0);
    const SqlToken *last = &g_array_index(tokens, SqlToken, tokens->len - 1);
    if (!first->name || !last->name)
        return;
    r->call = true;
    mentions_of_name(r->mentions,
                     (QualifiedName){tokens->len == 3 ? g_intern_string(first->name) : NULL,
                                     g_intern_string(last->name)},
                     note, r);
}

static void note_all_columns(const Reading *r, const Object *relation)
{
    guint position = 0;
    for (Object *c; (c = object_child(relation, KIND_COLUMN, &position));)
        r->found(r->data, c, false);
}

static void read_columns(const Reading *r, guint i)
{
    const SqlToken *token = token_at(r, i);
    bool star = is_mark(token, '*') && i > 0 &&
                (is_mark(token_at(r, i - 1), '.') || is_mark(token_at(r, i - 1), ',') ||
                 token_at(r, i - 1)->kind == SQL_KEYWORD);
    for (guint t = 0; t < r->relations->len; t++) {
        const Object *relation = g_ptr_array_index(r->relations, t);
        if (star)
            note_all_columns(r, relation);
        else if (token->name && token->kind != SQL_STRING)
            note_column(r, relation, token->name, false);
    }
    if (r->table && token->name && token->kind != SQL_STRING)
        note_column(r, r->table, token->name, false);
}

static bool is_word(const SqlToken *token, const char *word)
{
    return token && token->kind == SQL_KEYWORD && strcmp(token->name, word) == 0;
}

static bool names_all(const Reading *r, guint from, NameList columns)
{
    for (guint c = 0; c < columns.count; c++) {
        bool named = false;
        for (guint i = from; !named && i < r->tokens->len; i++)
            named = g_strcmp0(token_at(r, i)->name, columns.names[c]) == 0;
        if (!named)
            return false;
    }
    return true;
}

/* A query that groups by a primary key may show all other columns, and rests on the key for that.
 */
static void read_grouping(const Reading *r)
{
    guint by = 1;
    while (by < r->tokens->len &&
           !(is_word(token_at(r, by - 1), "group") && is_word(token_at(r, by), "by")))
        by++;
    for (guint t = 0; by < r->tokens->len && t < r->relations->len; t++) {
        guint position = 0;
        Object *key = object_child(g_ptr_array_index(r->relations, t), KIND_PRIMARY_KEY, &position);
        if (key && names_all(r, by, ((const KeyConstraint *)key)->columns))
            r->found(r->data, key, true);
    }
}

static void read_tokens(Reading *r)
{
    for (guint i = 0; i < r->tokens->len; i++) {
        const SqlToken *token = token_at(r, i);
        if (token->kind == SQL_STRING)
            read_string(r, token);
        else if (token->name)
            read_name(r, i);
    }
    for (guint i = 0; i < r->tokens->len; i++)
        read_columns(r, i);
    read_grouping(r);
}

void mentions_in_text(const Mentions *mentions, const Object *object, const char *text, bool type,
                      MentionFound *found, void *data)
{
    g_autoptr(GArray) tokens = text ? sql_tokens(text) : NULL;
    if (!tokens)
        return;
    g_autoptr(GPtrArray) relations = g_ptr_array_new();
    const Object *table = object->parent ? object->parent : object;
    Reading r = {.mentions = mentions,
                 .tokens = tokens,
                 .table = type ? NULL : table,
                 .relations = relations,
                 .found = found,
                 .data = data};
    read_tokens(&r);
}
