#include "introspect/standin.h"

#include "introspect/array_text.h"
#include "introspect/quote.h"
#include "introspect/sql.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

typedef struct Standin {
    const Object *type;
    char *written; /* the type's qualified name, quoted where need be */
    char *name;    /* the stand-in's, in pg_temp */
    int position;  /* of the type's schema in the search path; 0: not in it */
    bool wanted;   /* the database does not have the type in this form */
    bool noted;
    bool created;
} Standin;

struct Standins {
    GPtrArray *all; /* Standin */
};

static void standin_free(gpointer data)
{
    Standin *standin = data;
    g_free(standin->written);
    g_free(standin->name);
    g_free(standin);
}

/* Each kind of type: what it is made of, as sql/standins.sql compares it, and the rest of the
 * statement that creates a stand-in after its name. Both are freed with g_free. */
static char *enum_definition(const Object *type);
static char *enum_clause(Standins *standins, const Object *type);
static char *domain_definition(const Object *type);
static char *domain_clause(Standins *standins, const Object *type);
static char *composite_definition(const Object *type);
static char *composite_clause(Standins *standins, const Object *type);
static char *range_definition(const Object *type);
static char *range_clause(Standins *standins, const Object *type);

static const struct TypeKind {
    Kind kind;
    const char *typtype; /* pg_type.typtype */
    const char *command;
    char *(*definition)(const Object *type);
    char *(*clause)(Standins *standins, const Object *type);
} type_kinds[] = {
    {KIND_ENUM, "e", "CREATE TYPE", enum_definition, enum_clause},
    {KIND_DOMAIN, "d", "CREATE DOMAIN", domain_definition, domain_clause},
    {KIND_COMPOSITE, "c", "CREATE TYPE", composite_definition, composite_clause},
    {KIND_RANGE, "r", "CREATE TYPE", range_definition, range_clause},
};

static const struct TypeKind *type_kind(const Object *object)
{
    for (gsize i = 0; i < G_N_ELEMENTS(type_kinds); i++)
        if (type_kinds[i].kind == object_kind(object))
            return &type_kinds[i];
    return NULL;
}

Standins *standins_new(const State *wanted)
{
    Standins *standins = g_new0(Standins, 1);
    standins->all = g_ptr_array_new_with_free_func(standin_free);
    for (guint i = 0; i < wanted->objects->len; i++) {
        const Object *object = g_ptr_array_index(wanted->objects, i);
        if (!type_kind(object))
            continue;
        Standin *standin = g_new0(Standin, 1);
        standin->type = object;
        g_ptr_array_add(standins->all, standin);
    }
    return standins;
}

void standins_free(Standins *standins)
{
    if (!standins)
        return;
    g_ptr_array_unref(standins->all);
    g_free(standins);
}

void standins_send(const Standins *standins, Pipeline *pipeline)
{
    GPtrArray *lists[4];
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        lists[i] = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < standins->all->len; i++) {
        const Standin *standin = g_ptr_array_index(standins->all, i);
        const Object *type = standin->type;
        g_ptr_array_add(lists[0], g_strdup(type_kind(type)->typtype));
        g_ptr_array_add(lists[1], g_strdup(type->schema));
        g_ptr_array_add(lists[2], g_strdup(type->name));
        g_ptr_array_add(lists[3], type_kind(type)->definition(type));
    }
    char *params[4];
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_ptr_array_add(lists[i], NULL);
        params[i] = array_text_format((const char *const *)lists[i]->pdata);
        g_ptr_array_unref(lists[i]);
    }
    pipeline_send(pipeline, sql_standins, 4, (const char *const *)params);
    for (gsize i = 0; i < G_N_ELEMENTS(params); i++)
        g_free(params[i]);
}

/* Whether another type of this name comes before it in the search path. */
static bool is_hidden(const Standins *standins, const Standin *standin)
{
    for (guint i = 0; i < standins->all->len; i++) {
        const Standin *other = g_ptr_array_index(standins->all, i);
        if (other != standin && other->type->name == standin->type->name && other->position > 0 &&
            other->position < standin->position)
            return true;
    }
    return false;
}

static Standin *find_qualified(const Standins *standins, const GArray *tokens, guint index);

/* Whether a type is made of one that is stood in for. */
static bool is_made_of_wanted(const Standins *standins, const Standin *standin)
{
    const Object *type = standin->type;
    g_autofree char *definition =
        object_kind(type) == KIND_ENUM ? NULL : type_kind(type)->definition(type);
    g_autoptr(GArray) tokens = definition ? sql_tokens(definition) : NULL;
    for (guint i = 0; tokens && i < tokens->len; i++)
        if (find_qualified(standins, tokens, i))
            return true;
    return false;
}

/* What is made of it is another type, too. */
static void want_dependents(Standins *standins)
{
    for (bool more = true; more;) {
        more = false;
        for (guint i = 0; i < standins->all->len; i++) {
            Standin *standin = g_ptr_array_index(standins->all, i);
            if (standin->wanted || !is_made_of_wanted(standins, standin))
                continue;
            standin->wanted = true;
            more = true;
        }
    }
}

void standins_read(Standins *standins, const PGresult *rows)
{
    for (guint i = 0; i < standins->all->len && (int)i < PQntuples(rows); i++) {
        Standin *standin = g_ptr_array_index(standins->all, i);
        standin->written = g_strdup(PQgetvalue(rows, (int)i, 0));
        standin->position = (int)g_ascii_strtoll(PQgetvalue(rows, (int)i, 1), NULL, 10);
        standin->wanted = *PQgetvalue(rows, (int)i, 2) != 't';
    }
    want_dependents(standins);
    for (guint i = 0; i < standins->all->len; i++) {
        Standin *standin = g_ptr_array_index(standins->all, i);
        bool found = standin->position > 0 && !is_hidden(standins, standin);
        standin->name =
            found ? g_strdup(standin->type->name) : g_strdup_printf("gen stand-in %u", i);
    }
}

static const SqlToken *token_at(const GArray *tokens, guint index)
{
    return index < tokens->len ? &g_array_index(tokens, SqlToken, index) : NULL;
}

static bool is_word(const SqlToken *token, const char *name)
{
    return token && token->name && token->kind != SQL_STRING && strcmp(token->name, name) == 0;
}

static bool is_sign(const SqlToken *token, const char *sign)
{
    return token && !token->name && token->length == strlen(sign) &&
           strncmp(token->start, sign, token->length) == 0;
}

/* The stand-in that a qualified name beginning at `index` is about, or NULL. */
static Standin *find_qualified(const Standins *standins, const GArray *tokens, guint index)
{
    if (!is_sign(token_at(tokens, index + 1), "."))
        return NULL;
    for (guint i = 0; i < standins->all->len; i++) {
        Standin *standin = g_ptr_array_index(standins->all, i);
        if (standin->wanted && is_word(token_at(tokens, index), standin->type->schema) &&
            is_word(token_at(tokens, index + 2), standin->type->name))
            return standin;
    }
    return NULL;
}

/* A SqlReplace: schema.type → pg_temp.stand-in. */
static char *name_standin(const GArray *tokens, guint index, void *data)
{
    const Standins *standins = data;
    Standin *standin = find_qualified(standins, tokens, index);
    if (standin) {
        standin->noted = true;
        return g_strdup("pg_temp");
    }
    standin = index >= 2 ? find_qualified(standins, tokens, index - 2) : NULL;
    if (standin)
        return quote_identifier(standin->name);
    for (guint i = 0; i < standins->all->len; i++) {
        standin = g_ptr_array_index(standins->all, i);
        if (standin->wanted && is_word(token_at(tokens, index), standin->name))
            standin->noted = true;
    }
    return NULL;
}

static bool any_wanted(const Standins *standins)
{
    for (guint i = 0; i < standins->all->len; i++)
        if (((const Standin *)g_ptr_array_index(standins->all, i))->wanted)
            return true;
    return false;
}

char *standins_rewrite(Standins *standins, const char *text)
{
    char *rewritten = any_wanted(standins) ? sql_replace(text, name_standin, standins) : NULL;
    return rewritten ? rewritten : g_strdup(text);
}

static char *enum_definition(const Object *type)
{
    const ItemList *values = &((const Enum *)type)->values;
    g_autoptr(GPtrArray) labels = g_ptr_array_new();
    for (guint i = 0; i < values->count; i++)
        g_ptr_array_add(labels, (gpointer)((const EnumValue *)values->items)[i].label);
    g_ptr_array_add(labels, NULL);
    return array_text_format((const char *const *)labels->pdata);
}

static char *enum_clause(Standins *standins, const Object *type)
{
    (void)standins;
    const ItemList *values = &((const Enum *)type)->values;
    GString *sql = g_string_new(" AS ENUM (");
    for (guint i = 0; i < values->count; i++) {
        g_autofree char *label = quote_text(((const EnumValue *)values->items)[i].label);
        g_string_append_printf(sql, "%s%s", i ? ", " : "", label);
    }
    g_string_append_c(sql, ')');
    return g_string_free(sql, FALSE);
}

static char *domain_definition(const Object *type)
{
    return g_strdup(((const Domain *)type)->type);
}

static char *domain_clause(Standins *standins, const Object *type)
{
    const Domain *domain = (const Domain *)type;
    g_autofree char *base = standins_rewrite(standins, domain->type);
    GString *sql = g_string_new(" AS ");
    g_string_append(sql, base);
    quote_collation(sql, domain->collation);
    return g_string_free(sql, FALSE);
}

static char *composite_definition(const Object *type)
{
    const ItemList *attributes = &((const Composite *)type)->attributes;
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < attributes->count; i++) {
        const Attribute *attribute = &((const Attribute *)attributes->items)[i];
        g_string_append_printf(text, "%s%s %s", i ? ", " : "", attribute->name, attribute->type);
    }
    return g_string_free(text, FALSE);
}

static char *composite_clause(Standins *standins, const Object *type)
{
    const ItemList *attributes = &((const Composite *)type)->attributes;
    GString *sql = g_string_new(" AS (");
    for (guint i = 0; i < attributes->count; i++) {
        const Attribute *attribute = &((const Attribute *)attributes->items)[i];
        g_autofree char *name = quote_identifier(attribute->name);
        g_autofree char *base = standins_rewrite(standins, attribute->type);
        g_string_append_printf(sql, "%s%s %s", i ? ", " : "", name, base);
        quote_collation(sql, attribute->collation);
    }
    g_string_append_c(sql, ')');
    return g_string_free(sql, FALSE);
}

static char *range_definition(const Object *type)
{
    return g_strdup(((const Range *)type)->subtype);
}

/* Without its functions: they are made for the real type. */
static char *range_clause(Standins *standins, const Object *type)
{
    g_autofree char *subtype = standins_rewrite(standins, ((const Range *)type)->subtype);
    return g_strdup_printf(" AS RANGE (SUBTYPE = %s)", subtype);
}

static char *create_statement(Standins *standins, const Standin *standin)
{
    const struct TypeKind *kind = type_kind(standin->type);
    g_autofree char *name = quote_identifier(standin->name);
    g_autofree char *clause = kind->clause(standins, standin->type);
    return g_strdup_printf("%s pg_temp.%s%s", kind->command, name, clause);
}

/* A type's statement notes the types that it is made of, which then come before it. */
static void add_created(Standins *standins, Standin *standin, GPtrArray *statements)
{
    standin->created = true;
    char *sql = create_statement(standins, standin);
    for (guint i = 0; i < standins->all->len; i++) {
        Standin *other = g_ptr_array_index(standins->all, i);
        if (other->noted && !other->created)
            add_created(standins, other, statements);
    }
    g_ptr_array_add(statements, sql);
}

GPtrArray *standins_create(Standins *standins)
{
    GPtrArray *statements = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < standins->all->len; i++)
        ((Standin *)g_ptr_array_index(standins->all, i))->created = false;
    for (guint i = 0; i < standins->all->len; i++) {
        Standin *standin = g_ptr_array_index(standins->all, i);
        if (standin->noted && !standin->created)
            add_created(standins, standin, statements);
    }
    return statements;
}

typedef struct Restore {
    const Standins *standins;
    bool is_type;
} Restore;

/* A SqlReplace: under an empty search path every type that is not PostgreSQL's own is printed
 * with its schema, but for temporary ones: what stands bare where a type is expected is one. */
static char *name_type(const GArray *tokens, guint index, void *data)
{
    const Restore *restore = data;
    bool expected = index == 0 ? restore->is_type : is_sign(token_at(tokens, index - 1), "::");
    if (!expected || is_sign(token_at(tokens, index + 1), "."))
        return NULL;
    for (guint i = 0; i < restore->standins->all->len; i++) {
        const Standin *standin = g_ptr_array_index(restore->standins->all, i);
        if (standin->noted && is_word(token_at(tokens, index), standin->name))
            return g_strdup(standin->written);
    }
    return NULL;
}

char *standins_restore(const Standins *standins, const char *answer, bool is_type)
{
    Restore restore = {standins, is_type};
    char *restored = any_wanted(standins) ? sql_replace(answer, name_type, &restore) : NULL;
    return restored ? restored : g_strdup(answer);
}
