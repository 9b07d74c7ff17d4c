/* Default values of models: YAML literals made into SQL. */
#include "schema/model_literal.h"
#include "schema/literal.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

/* A target, and the type's name for messages. */
typedef struct Target {
    LiteralTarget literal;
    const char *wanted;
} Target;

/* The enum or the domain's base type are read now if they were not before. */
static Target target_of(ModelReader *r, const ResolvedType *type)
{
    Target target = {{.kind = LITERAL_OTHER, .label = type->text}, type->text};
    if (type->base)
        target = (Target){literal_target(type->base), type->base};
    target.literal.array = type->array;
    if (type->array && !type->base)
        target.literal.label = state_text_n(r->state, type->text, strlen(type->text) - 2);
    if (!type->declared)
        return target;
    if (object_kind(type->declared) == KIND_ENUM) {
        model_read_declaration(r, model_declaration(r, type->declared));
        target.literal.labels = (const Enum *)type->declared;
    }
    /* A constant of a domain is one of the base type; that of an array of domains is not. */
    if (object_kind(type->declared) != KIND_DOMAIN || type->array)
        return target;
    const ResolvedType *base = model_domain_base(r, type->declared);
    return base && base->declared != type->declared ? target_of(r, base) : target;
}

/* Text that g_free frees, as text of the state. */
static const char *kept(ModelReader *r, char *text)
{
    const char *copy = state_text(r->state, text);
    g_free(text);
    return copy;
}

/* ---- errors ---- */

static const char *error_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    const char *text = yaml_text(node);
    Diagnostic *d;
    if (!text) {
        d = yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE, "the default is no value of type %s",
                       target->wanted);
        diag_set_detail(d, "it is %s", yaml_kind(node) == YAML_MAPPING ? "a mapping" : "a list");
        if (yaml_kind(node) == YAML_MAPPING)
            diag_set_hint(d, "SQL is written as { sql: now() }");
        return NULL;
    }
    d = yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "\"%s\" is no value of type %s", text,
                   target->wanted);
    diag_set_hint(d, "SQL is written as { sql: %s }", text);
    return NULL;
}

static const char *error_frozen(ModelReader *r, const YamlNode *node)
{
    const char *text = yaml_text(node);
    bool flow = strpbrk(text, ",{}[]:") != NULL;
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE,
                               "\"%s\" looks like SQL, but stands for a literal", text);
    diag_set_hint(d, flow ? "write default: { sql: \"%s\" }" : "write default: { sql: %s }", text);
    return NULL;
}

static const char *error_label(ModelReader *r, const Target *target, const YamlNode *node)
{
    Suggestion suggestion = SUGGESTION_FOR(yaml_text(node));
    const EnumValue *values = target->literal.labels->values.items;
    for (guint i = 0; i < target->literal.labels->values.count; i++)
        suggestion_try(&suggestion, values[i].label);
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "enum %s has no value \"%s\"",
                   target->literal.labels->object.name, yaml_text(node));
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
    return NULL;
}

/* ---- scalars ---- */

static const char *scalar_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    LiteralProblem problem = LITERAL_GOOD;
    char *sql = literal_sql(&target->literal, yaml_text(node), &problem);
    if (sql)
        return kept(r, sql);
    if (problem == LITERAL_SQL)
        return error_frozen(r, node);
    return problem == LITERAL_NO_LABEL && target->literal.labels ? error_label(r, target, node)
                                                                 : error_literal(r, target, node);
}

/* ---- arrays ---- */

/* As array_out() quotes elements. */
static void append_element(GString *out, const char *text)
{
    bool quote =
        !*text || strpbrk(text, "{},\"\\ \t\n\r\v\f") || g_ascii_strcasecmp(text, "null") == 0;
    if (!quote) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

static bool append_array(ModelReader *r, GString *out, const Target *target, const YamlNode *node);

static bool append_array_item(ModelReader *r, GString *out, const Target *target,
                              const YamlNode *item)
{
    if (yaml_kind(item) == YAML_SEQUENCE)
        return append_array(r, out, target, item);
    if (yaml_is_null(item)) {
        g_string_append(out, "NULL");
        return true;
    }
    if (target->literal.kind == LITERAL_JSON && yaml_kind(item) == YAML_MAPPING) {
        g_autofree char *json = model_json(item, strcmp(target->literal.label, "jsonb") == 0);
        append_element(out, json);
        return true;
    }
    if (yaml_kind(item) == YAML_MAPPING) {
        error_literal(r, target, item);
        return false;
    }
    const char *checked =
        target->literal.kind == LITERAL_JSON ? "" : scalar_literal(r, target, item);
    if (!checked)
        return false;
    if (target->literal.kind == LITERAL_BOOLEAN)
        g_string_append_c(out, *checked); /* t, f */
    else
        append_element(out, yaml_text(item));
    return true;
}

static bool append_array(ModelReader *r, GString *out, const Target *target, const YamlNode *node)
{
    bool good = true;
    g_string_append_c(out, '{');
    for (guint i = 0; i < yaml_count(node); i++) {
        if (i)
            g_string_append_c(out, ',');
        good &= append_array_item(r, out, target, yaml_item(node, i));
    }
    g_string_append_c(out, '}');
    return good;
}

static const char *array_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    g_autofree char *label = g_strconcat(target->literal.label, "[]", NULL);
    const char *text = yaml_text(node);
    if (text) { /* '{a,b}', as SQL writes it */
        if (*text == '{' && g_str_has_suffix(text, "}"))
            return kept(r, literal_labelled(text, label));
        Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                                   "the default of an array must be a list");
        if (literal_looks_like_sql(text))
            diag_set_hint(d, "SQL is written as { sql: \"%s\" }", text);
        else
            diag_set_hint(d, "write [%s]", text);
        return NULL;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    if (yaml_kind(node) == YAML_MAPPING)
        return error_literal(r, target, node);
    return append_array(r, out, target, node) ? kept(r, literal_labelled(out->str, label)) : NULL;
}

static const char *json_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    const char *text = yaml_text(node);
    if (text && literal_looks_like_sql(text))
        return error_frozen(r, node);
    g_autofree char *json = text && !yaml_is_plain(node) && model_is_json(text)
                                ? g_strdup(text)
                                : model_json(node, strcmp(target->literal.label, "jsonb") == 0);
    return kept(r, literal_labelled(json, target->literal.label));
}

/* ---- defaults ---- */

static bool is_sql(const YamlNode *node)
{
    return yaml_kind(node) == YAML_MAPPING && yaml_count(node) == 1 && yaml_get(node, "sql");
}

const char *model_default(ModelReader *r, const ResolvedType *type, const YamlNode *node)
{
    if (yaml_is_null(node))
        return NULL;
    if (is_sql(node))
        return model_sql(r, "default", node);
    Target target = target_of(r, type);
    if (target.literal.array)
        return array_literal(r, &target, node);
    if (target.literal.kind == LITERAL_JSON)
        return json_literal(r, &target, node);
    if (yaml_kind(node) != YAML_SCALAR)
        return error_literal(r, &target, node);
    return scalar_literal(r, &target, node);
}
