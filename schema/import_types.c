/* Types and defaults as models write them. */
#include "schema/identifier.h"
#include "schema/import_objects.h"
#include "schema/literal.h"
#include "schema/model_literal.h"
#include "schema/type_name.h"

#include <string.h>

/* ---- types ---- */

/* Words of gen.yml may stand for something else than PostgreSQL's type of the name. */
static bool is_redefined(const ImportWriter *w, const char *word)
{
    return w->options && w->options->types && g_hash_table_contains(w->options->types, word);
}

static const Object *declared_type(const ImportWriter *w, const char *schema, const char *name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        const Object *found = kind_infos[kind]->flags & KIND_TYPE
                                  ? state_find(w->state, (Kind)kind, schema, name)
                                  : NULL;
        if (found)
            return found;
    }
    return NULL;
}

/* "public.user_role[]" as user_role[] in an object of the same schema, unless that would be
 * PostgreSQL's own type or a word of the language. */
static char *relative_type(const ImportWriter *w, const char *schema, const char *type)
{
    static const char *const words[] = {"string", "datetime", "float", "binary", NULL};
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) parsed = type_name_parse(type, &problem);
    if (!parsed || !parsed->schema || g_strcmp0(parsed->schema, schema) != 0 || parsed->arguments ||
        g_strv_contains(words, parsed->name) || is_redefined(w, parsed->name) ||
        !declared_type(w, parsed->schema, parsed->name))
        return g_strdup(type);
    g_autoptr(GString) bare = g_string_new(NULL);
    identifier_append(bare, parsed->name);
    g_autofree char *other_problem = NULL;
    g_autoptr(TypeName) again = type_name_parse(bare->str, &other_problem);
    if (!again || again->canonical)
        return g_strdup(type);
    if (parsed->array)
        g_string_append(bare, "[]");
    return g_string_free(g_steal_pointer(&bare), FALSE);
}

/* format_type's words for types that have shorter ones. */
static const struct {
    const char *printed;
    const char *written;
} short_types[] = {
    {"timestamp with time zone", "timestamptz"},
    {"timestamp without time zone", "timestamp"},
    {"time with time zone", "timetz"},
    {"time without time zone", "time"},
};

static char *short_type(const ImportWriter *w, const char *type)
{
    gsize base = strcspn(type, "[");
    for (size_t i = 0; i < G_N_ELEMENTS(short_types); i++)
        if (strlen(short_types[i].printed) == base &&
            strncmp(type, short_types[i].printed, base) == 0 &&
            !is_redefined(w, short_types[i].written))
            return g_strconcat(short_types[i].written, type + base, NULL);
    g_autofree char *word = g_strndup(type, strcspn(type, " (["));
    return is_redefined(w, word) ? g_strconcat("pg_catalog.", type, NULL) : g_strdup(type);
}

/* character varying(255) is string with max_length. */
static bool import_string(const ImportWriter *w, YamlOut *out, const char *type)
{
    const char *varying = "character varying";
    if (is_redefined(w, "string") || !g_str_has_prefix(type, varying) || strchr(type, '['))
        return false;
    const char *rest = type + strlen(varying);
    yaml_out_set(out, "type", yaml_out_plain("string"));
    if (*rest == '(') {
        g_autofree char *length = g_strndup(rest + 1, strlen(rest) - 2);
        yaml_out_set(out, "max_length", yaml_out_plain(length));
    }
    return true;
}

void import_type(const ImportWriter *w, YamlOut *out, const char *schema, const char *type)
{
    if (!import_string(w, out, type))
        import_type_as(w, out, "type", schema, type);
}

void import_type_as(const ImportWriter *w, YamlOut *out, const char *key, const char *schema,
                    const char *type)
{
    g_autofree char *relative = relative_type(w, schema, type);
    g_autofree char *text = strcmp(relative, type) == 0 && !strchr(type, '.')
                                ? short_type(w, type)
                                : g_steal_pointer(&relative);
    yaml_out_set(out, key, yaml_out_text(text));
}

/* ---- defaults ---- */

/* What a literal of the type is made for; domains are looked through. `ret_label` keeps memory. */
static LiteralTarget target_of(const ImportWriter *w, const char *type, char **ret_label)
{
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) parsed = type_name_parse(type, &problem);
    LiteralTarget none = {.kind = LITERAL_OTHER, .label = NULL};
    if (!parsed)
        return none;
    if (parsed->base) {
        *ret_label = g_strdup(parsed->base);
        LiteralTarget target = literal_target(*ret_label);
        target.array = parsed->array;
        return target;
    }
    const Object *declared = parsed->schema ? declared_type(w, parsed->schema, parsed->name) : NULL;
    if (declared && object_kind(declared) == KIND_DOMAIN && !parsed->array)
        return target_of(w, ((const Domain *)declared)->type, ret_label);
    gsize length = strlen(type);
    *ret_label = parsed->array ? g_strndup(type, length - 2) : g_strdup(type);
    LiteralTarget target = {.kind = LITERAL_OTHER, .label = *ret_label, .array = parsed->array};
    if (declared && object_kind(declared) == KIND_ENUM)
        target.labels = (const Enum *)declared;
    return target;
}

/* '{a,b}'::text[] is the text {a,b}; an empty one is []. */
static YamlOut *array_default(const LiteralTarget *target, const char *sql)
{
    g_autofree char *label = g_strconcat(target->label, "[]", NULL);
    g_autofree char *text = literal_text(sql, label);
    if (!text || *text != '{' || !g_str_has_suffix(text, "}"))
        return NULL;
    return strcmp(text, "{}") == 0 ? yaml_out_list() : yaml_out_text(text);
}

/* JSON in quotes is read as the text it is. */
static YamlOut *json_default(const LiteralTarget *target, const char *sql)
{
    g_autofree char *text = literal_text(sql, target->label);
    if (!text || !model_is_json(text))
        return NULL;
    if (strcmp(text, "{}") == 0)
        return yaml_out_mapping();
    return strcmp(text, "[]") == 0 ? yaml_out_list() : yaml_out_text(text);
}

/* The text of a constant as PostgreSQL prints it: 0, true, 'x'::label, '-1'::integer. */
static char *constant_text(const LiteralTarget *target, const char *sql)
{
    static const char *const labels[] = {"integer", "bigint", "numeric", NULL};
    char *text = literal_text(sql, target->kind == LITERAL_BIT ? NULL : target->label);
    if (target->kind != LITERAL_INTEGER && target->kind != LITERAL_NUMBER)
        return text ? text : g_strdup(sql);
    for (size_t i = 0; !text && labels[i]; i++)
        text = literal_text(sql, labels[i]);
    return text ? text : g_strdup(sql);
}

/* A value without quotes where the type reads it so. */
static YamlOut *scalar_default(const LiteralTarget *target, const char *sql)
{
    g_autofree char *text = constant_text(target, sql);
    LiteralProblem problem = LITERAL_GOOD;
    g_autofree char *again = literal_sql(target, text, &problem);
    if (g_strcmp0(again, sql) != 0)
        return NULL;
    bool plain = target->kind == LITERAL_INTEGER || target->kind == LITERAL_NUMBER ||
                 target->kind == LITERAL_BOOLEAN;
    return plain ? yaml_out_plain(text) : yaml_out_text(text);
}

void import_default(const ImportWriter *w, YamlOut *out, const char *key, const char *type,
                    const char *sql)
{
    g_autofree char *label = NULL;
    LiteralTarget target = target_of(w, type, &label);
    YamlOut *value = NULL;
    if (target.label && target.array)
        value = array_default(&target, sql);
    else if (target.label && target.kind == LITERAL_JSON)
        value = json_default(&target, sql);
    else if (target.label)
        value = scalar_default(&target, sql);
    if (!value) {
        value = yaml_out_mapping();
        yaml_out_set(value, "sql", yaml_out_text(sql));
    }
    yaml_out_set(out, key, value);
}

/* ---- serial ---- */

static const struct {
    const char *type;
    const char *word;
} serial_words[] = {
    {"integer", "serial"},
    {"bigint", "bigserial"},
    {"smallint", "smallserial"},
};

const char *import_serial_word(const Column *column)
{
    for (size_t i = 0; i < G_N_ELEMENTS(serial_words); i++)
        if (strcmp(serial_words[i].type, column->type) == 0)
            return serial_words[i].word;
    return NULL;
}

/* Whether a column and its sequence are all that `type: serial` makes. */
static bool is_serial(const Column *column, const Sequence *sequence)
{
    static const char *const allowed[] = {"type", "owned_by_table", "owned_by_column", "unlogged",
                                          NULL};
    const Object *object = &column->object;
    const char *type = sequence->type ? sequence->type : "bigint";
    const Table *table = (const Table *)object->parent;
    if (!column->default_expr || !column->not_null || column->identity || column->inherited ||
        strcmp(type, column->type) != 0 || sequence->unlogged != table->unlogged ||
        sequence->object.schema != object->schema || !import_has_only(&sequence->object, allowed) ||
        sequence->object.grants.count || !default_sequence_name_is(object, sequence->object.name))
        return false;
    g_autofree char *nextval = default_nextval(&sequence->object);
    return strcmp(nextval, column->default_expr) == 0;
}

void import_find_serials(ImportWriter *w)
{
    for (guint i = 0; i < w->state->objects->len; i++) {
        Object *object = g_ptr_array_index(w->state->objects, i);
        if (object_kind(object) != KIND_SEQUENCE)
            continue;
        Sequence *sequence = (Sequence *)object;
        QualifiedName owner = sequence->owned_by_table;
        const Object *table =
            owner.name ? state_find(w->state, KIND_TABLE, owner.schema, owner.name) : NULL;
        Object *column =
            table ? state_find_child(w->state, KIND_COLUMN, table, sequence->owned_by_column)
                  : NULL;
        if (!column || !import_serial_word((Column *)column) ||
            !is_serial((Column *)column, sequence))
            continue;
        g_hash_table_insert(w->serials, column, sequence);
        g_hash_table_add(w->owned, sequence);
    }
}
