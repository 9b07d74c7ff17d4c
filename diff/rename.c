#include "diff/rename.h"

#include "schema/default_names.h"
#include "schema/field_identity.h"
#include "schema/identifier.h"
#include "schema/kinds.h"
#include "schema/part.h"
#include "schema/reference.h"
#include "schema/sqltext.h"

#include <string.h>

/* One rename, while it is carried through a state. */
typedef struct Renaming {
    State *state;
    const Object *object; /* under its new identity */
    const char *schema;   /* the old ones */
    const char *name;
    QualifiedName to;  /* the new ones, that texts are to say */
    const char *label; /* of an enum's value: old and new; else NULL */
    const char *new_label;
    bool in_table;    /* a column of the table whose objects are being looked at */
    const Object *in; /* the one that is being looked at */
} Renaming;

static char *quoted(const char *name)
{
    GString *out = g_string_new(NULL);
    identifier_append(out, name);
    return g_string_free(out, FALSE);
}

static const SqlToken *token_at(const GArray *tokens, guint index)
{
    return index < tokens->len ? &g_array_index(tokens, SqlToken, index) : NULL;
}

static bool is_mark(const SqlToken *token, const char *mark)
{
    return token && token->length == strlen(mark) &&
           strncmp(token->start, mark, token->length) == 0;
}

static bool is_word(const SqlToken *token, const char *word)
{
    return token && (token->kind == SQL_IDENTIFIER || token->kind == SQL_KEYWORD) &&
           strcmp(token->name, word) == 0;
}

/* 'schema.name'::regclass names a relation inside a string. */
static char *replace_regclass(const GArray *tokens, guint i, const Renaming *r)
{
    const SqlToken *token = token_at(tokens, i);
    if (!is_mark(token_at(tokens, i + 1), "::") || !is_word(token_at(tokens, i + 2), "regclass"))
        return NULL;
    g_autofree char *old_schema = quoted(r->schema);
    g_autofree char *old_name = quoted(r->name);
    g_autofree char *old = g_strdup_printf("%s.%s", old_schema, old_name);
    if (strcmp(token->name, old) != 0 && strcmp(token->name, old_name) != 0)
        return NULL;
    g_autofree char *new_schema = quoted(r->to.schema);
    g_autofree char *new_name = quoted(r->to.name);
    return g_strdup_printf("'%s.%s'", new_schema, new_name);
}

static char *replace_label(const GArray *tokens, guint i, const Renaming *r)
{
    const SqlToken *token = token_at(tokens, i);
    if (token->kind != SQL_STRING || strcmp(token->name, r->label) != 0 ||
        !is_mark(token_at(tokens, i + 1), "::"))
        return NULL;
    guint name = is_mark(token_at(tokens, i + 3), ".") ? i + 4 : i + 2;
    if (!is_word(token_at(tokens, name), r->object->name))
        return NULL;
    g_auto(GStrv) parts = g_strsplit(r->new_label, "'", -1);
    g_autofree char *doubled = g_strjoinv("''", parts);
    return g_strdup_printf("'%s'", doubled);
}

/* In deparsed SQL everything outside of pg_catalog is schema-qualified, but for columns. */
static char *replace_token(const GArray *tokens, guint i, void *data)
{
    const Renaming *r = data;
    const SqlToken *token = token_at(tokens, i);
    if (r->label)
        return replace_label(tokens, i, r);
    if (r->object->parent)
        return r->in_table && is_word(token, r->name) && !is_mark(token_at(tokens, i + 1), ".") &&
                       !is_mark(token_at(tokens, i + 1), "(")
                   ? quoted(r->to.name)
                   : NULL;
    if (token->kind == SQL_STRING)
        return replace_regclass(tokens, i, r);
    if (is_word(token, r->schema) && is_mark(token_at(tokens, i + 1), ".") &&
        is_word(token_at(tokens, i + 2), r->name))
        return quoted(r->to.schema);
    if (i >= 2 && is_word(token, r->name) && is_mark(token_at(tokens, i - 1), ".") &&
        is_word(token_at(tokens, i - 2), r->schema))
        return quoted(r->to.name);
    return NULL;
}

static void rename_in_text(const Renaming *r, const char **text)
{
    const char *sought = r->label ? r->label : r->name;
    bool named_in_text = r->label || r->object->parent || r->schema; /* else by fields alone */
    if (!*text || !named_in_text || !strstr(*text, sought))
        return;
    g_autofree char *renamed = sql_replace(*text, replace_token, (void *)r);
    if (strcmp(renamed, *text) != 0)
        *text = state_text(r->state, renamed);
}

static void rename_in_clauses(const Renaming *r, NameList *list)
{
    const char **clauses = state_alloc(r->state, list->count * sizeof *clauses);
    for (guint i = 0; i < list->count; i++) {
        clauses[i] = list->names[i];
        rename_in_text(r, &clauses[i]);
    }
    list->names = clauses;
}

static void rename_in_list(const Renaming *r, NameList *list)
{
    if (!name_list_contains(*list, r->name))
        return;
    const char **names = state_alloc(r->state, list->count * sizeof *names);
    for (guint i = 0; i < list->count; i++)
        names[i] = strcmp(list->names[i], r->name) == 0 ? r->to.name : list->names[i];
    list->names = names;
}

static void rename_in_fields(const Renaming *r, const Field *fields, void *base);

/* A name of what is in no schema: of a language, a server. */
static bool is_plain_name(const Renaming *r, const Field *field, const void *base)
{
    return !r->object->parent && !r->label && r->in && r->in == base &&
           reference_plain_kind(r->in, field) == object_kind(r->object);
}

static void rename_in_field(const Renaming *r, const Field *field, void *base)
{
    bool column = r->object->parent != NULL;
    switch (field->type) {
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_CLAUSE:
    case FIELD_TYPE:
        rename_in_text(r, &FIELD_STRING(base, field));
        break;
    case FIELD_CLAUSES:
        rename_in_clauses(r, &FIELD_LIST(base, field));
        break;
    case FIELD_OBJECT:
        if (!column && !r->label && reference_filter(field)(r->object) &&
            qualified_name_equal(FIELD_REFERENCE(base, field), (QualifiedName){r->schema, r->name}))
            FIELD_REFERENCE(base, field) = r->to;
        break;
    case FIELD_NAMES:
        if (column && r->in_table)
            rename_in_list(r, &FIELD_LIST(base, field));
        break;
    case FIELD_NAME:
        if (((column && r->in_table) || is_plain_name(r, field, base)) &&
            g_strcmp0(FIELD_STRING(base, field), r->name) == 0)
            FIELD_STRING(base, field) = r->to.name;
        break;
    case FIELD_ITEMS: {
        ItemList list = FIELD_ITEM_LIST(base, field);
        for (guint i = 0; i < list.count; i++)
            rename_in_fields(r, field->item->fields, (char *)list.items + i * field->item->size);
        break;
    }
    default:
        break;
    }
}

static void rename_in_fields(const Renaming *r, const Field *fields, void *base)
{
    for (const Field *f = fields; f->key; f++)
        rename_in_field(r, f, base);
}

/* Some are known by the types in their fields. */
static void refresh_identity(State *state, Object *object)
{
    g_autofree char *arguments = field_identity_arguments(object);
    g_autofree char *name = field_identity_name(object);
    if (arguments)
        state_set_arguments(state, object, arguments);
    if (name)
        state_take_identity(state, object, NULL, name);
}

static bool is_table(const Object *object, QualifiedName name)
{
    return qualified_name_equal(name, (QualifiedName){object->schema, object->name});
}

static void rename_in_grants(const Renaming *r, Object *table)
{
    Grant *grants = table->grants.items;
    for (guint i = 0; i < table->grants.count; i++)
        if (g_strcmp0(grants[i].column, r->name) == 0)
            grants[i].column = r->object->name;
    grants_sort(table->grants);
}

/* A column's name stands in what belongs to its table, and in what refers to that table. */
static void rename_column_in(Renaming *r, Object *object)
{
    const Object *table = r->object->parent;
    r->in_table = object->parent == table || object == table;
    if (object == table)
        rename_in_grants(r, object);
    if (object_kind(object) == KIND_FOREIGN_KEY) {
        ForeignKey *fk = (ForeignKey *)object;
        if (r->in_table)
            rename_in_list(r, &fk->columns), rename_in_list(r, &fk->on_delete_columns);
        if (is_table(table, fk->references))
            rename_in_list(r, &fk->referenced_columns);
        return;
    }
    if (object_kind(object) == KIND_SEQUENCE) {
        Sequence *sequence = (Sequence *)object;
        if (is_table(table, sequence->owned_by_table) &&
            g_strcmp0(sequence->owned_by_column, r->name) == 0)
            sequence->owned_by_column = r->object->name;
        return;
    }
    if (r->in_table)
        rename_in_fields(r, object->info->fields, object);
}

static void rename_everywhere(Renaming *r)
{
    for (guint i = 0; i < r->state->objects->len; i++) {
        Object *object = g_ptr_array_index(r->state->objects, i);
        if (r->object->parent && !r->label) {
            rename_column_in(r, object);
        } else {
            r->in = object;
            rename_in_fields(r, object->info->fields, object);
            refresh_identity(r->state, object);
        }
    }
}

/* The sequence of an identity column keeps its name when the column or its table gets another one,
 * and goes into another schema with them. */
static void keep_sequence(Object *column, const Object *old)
{
    QualifiedName *sequence = &((Column *)column)->identity_sequence;
    if (!((const Column *)column)->identity)
        return;
    if (!sequence->name) {
        g_autofree char *own = default_first_sequence_name(old);
        if (default_sequence_name_is(column, own))
            return;
        sequence->name = g_intern_string(own);
    }
    sequence->schema = column->schema;
}

static void keep_sequences(const Object *table, Object *old)
{
    guint position = 0;
    for (Object *child; (child = object_child(table, KIND_COLUMN, &position));) {
        Object before = *child;
        before.parent = old;
        keep_sequence(child, &before);
    }
}

/* The new identity of an object, into all that mentions it by the old one. */
static void carry(State *state, const Object *object, QualifiedName old)
{
    Renaming r = {.state = state,
                  .object = object,
                  .schema = old.schema,
                  .name = old.name,
                  .to = {object->schema, object->name}};
    rename_everywhere(&r);
    if (object_kind(object) != KIND_RANGE || ((const Range *)object)->multirange.name)
        return;
    /* The multirange type that has the name PostgreSQL makes follows the range. */
    Range before = *(const Range *)object;
    before.object.schema = old.schema;
    before.object.name = old.name;
    QualifiedName multirange = range_multirange(&before);
    r.schema = multirange.schema;
    r.name = multirange.name;
    r.to = range_multirange((const Range *)object);
    rename_everywhere(&r);
}

/* A schema's new name is that of all it holds; each of them is mentioned by it. */
static void rename_members(State *state, const char *old, const char *schema)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->parent || object->schema != old)
            continue;
        state_take_identity(state, object, schema, object->name);
        if (object_kind(object) == KIND_TABLE)
            keep_sequences(object, object);
        carry(state, object, (QualifiedName){old, object->name});
    }
}

/* Sequences that columns own go into another schema with their table. */
static void move_sequences(State *state, const Object *table, const char *old)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) != KIND_SEQUENCE || object->schema != old ||
            !is_table(table, ((const Sequence *)object)->owned_by_table))
            continue;
        state_take_identity(state, object, table->schema, object->name);
        carry(state, object, (QualifiedName){old, object->name});
    }
}

/* Statistics stay in the schema where they are. */
static void leave_statistics(const Object *table, const char *old)
{
    guint position = 0;
    for (Object *child; (child = object_child(table, KIND_STATISTICS, &position));) {
        const char **schema = &((Statistics *)child)->in_schema;
        const char *is = *schema ? *schema : old;
        *schema = is == table->schema ? NULL : is;
    }
}

Object *rename_apply(State *state, Object *object, const char *schema, const char *name)
{
    Object *old = state_alloc(state, object->info->size);
    memcpy(old, object, object->info->size);
    old->children = NULL;
    g_autoptr(GPtrArray) parts = parts_of(state, object);
    state_take_identity(state, object, schema, name);
    parts_follow(state, parts, object->name);
    if (object_kind(object) == KIND_SCHEMA) {
        rename_members(state, old->name, object->name);
    } else if (!object->parent || object_kind(object) == KIND_COLUMN) {
        carry(state, object, (QualifiedName){old->schema, old->name});
    }
    if (object_kind(object) == KIND_COLUMN)
        keep_sequence(object, old);
    if (object_kind(object) == KIND_TABLE)
        keep_sequences(object, old);
    if (object_kind(object) == KIND_TABLE && object->schema != old->schema) {
        move_sequences(state, object, old->schema);
        leave_statistics(object, old->schema);
    }
    return old;
}

void rename_label(State *state, Object *type, const char *label, const char *new_label)
{
    g_assert(label && new_label);
    Renaming r = {.state = state, .object = type, .label = label, .new_label = new_label};
    rename_everywhere(&r);
}
