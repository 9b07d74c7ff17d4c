/* Default values: YAML literals in the form in which PostgreSQL prints the constant it makes of
 * them (get_const_expr in ruleutils.c), so that the server need not be asked about them. */
#include "schema/model_literal.h"
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

/* ---- what kind of literal a type takes ---- */

typedef enum LiteralKind {
    LITERAL_TEXT, /* anything */
    LITERAL_INTEGER,
    LITERAL_NUMBER,
    LITERAL_BOOLEAN,
    LITERAL_JSON,
    LITERAL_BIT,   /* a cast would change its length */
    LITERAL_OTHER, /* text that only the server can check */
} LiteralKind;

static const struct {
    const char *base;
    LiteralKind kind;
    const char *label; /* of the constant, where it is not the base */
} literal_types[] = {
    {"text", LITERAL_TEXT, NULL},          {"character varying", LITERAL_TEXT, NULL},
    {"character", LITERAL_TEXT, "bpchar"}, {"bpchar", LITERAL_TEXT, NULL},
    {"\"char\"", LITERAL_TEXT, NULL},      {"name", LITERAL_TEXT, NULL},
    {"xml", LITERAL_TEXT, NULL},           {"smallint", LITERAL_INTEGER, NULL},
    {"integer", LITERAL_INTEGER, NULL},    {"bigint", LITERAL_INTEGER, NULL},
    {"oid", LITERAL_INTEGER, NULL},        {"numeric", LITERAL_NUMBER, NULL},
    {"real", LITERAL_NUMBER, NULL},        {"double precision", LITERAL_NUMBER, NULL},
    {"boolean", LITERAL_BOOLEAN, NULL},    {"json", LITERAL_JSON, NULL},
    {"jsonb", LITERAL_JSON, NULL},         {"bit", LITERAL_BIT, NULL},
    {"bit varying", LITERAL_BIT, NULL},
};

/* What a literal is made for. */
typedef struct Target {
    LiteralKind kind;
    const char *label;  /* "character varying", "public.user_role": a type without arguments */
    const char *wanted; /* "integer", for messages */
    const Enum *labels; /* the enum, if it is one */
    bool array;
} Target;

static Target target_of_base(const char *base)
{
    Target target = {.kind = LITERAL_OTHER, .label = base, .wanted = base};
    for (size_t i = 0; i < G_N_ELEMENTS(literal_types); i++) {
        if (strcmp(literal_types[i].base, base) != 0)
            continue;
        target.kind = literal_types[i].kind;
        if (literal_types[i].label)
            target.label = literal_types[i].label;
    }
    return target;
}

/* The enum or the domain's base type must have been read by now. */
static Target target_of(ModelReader *r, const ResolvedType *type)
{
    Target target = {.kind = LITERAL_OTHER, .label = type->text, .wanted = type->text};
    if (type->base)
        target = target_of_base(type->base);
    target.array = type->array;
    if (type->array && !type->base)
        target.label = state_text_n(r->state, type->text, strlen(type->text) - 2);
    if (!type->declared)
        return target;
    if (object_kind(type->declared) == KIND_ENUM) {
        model_read_declaration(r, model_declaration(r, type->declared));
        target.labels = (const Enum *)type->declared;
    }
    /* A constant of a domain is one of the base type; that of an array of domains is not. */
    if (object_kind(type->declared) != KIND_DOMAIN || type->array)
        return target;
    const ResolvedType *base = model_domain_base(r, type->declared);
    return base && base->declared != type->declared ? target_of(r, base) : target;
}

/* ---- pieces of SQL ---- */

/* pg_get_expr does not write E'': standard_conforming_strings is on. */
static const char *labelled(ModelReader *r, const char *text, const char *label)
{
    g_autoptr(GString) out = g_string_new("'");
    for (; *text; text++) {
        if (*text == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '\'');
    if (label)
        g_string_append_printf(out, "::%s", label);
    return state_text(r->state, out->str);
}

/* ---- errors ---- */

/* now(), nextval('x'), CURRENT_DATE, 'x'::text: what people mean as SQL. */
static bool looks_like_sql(const char *text)
{
    static const char *const keywords[] = {"current_timestamp",
                                           "current_date",
                                           "current_time",
                                           "localtime",
                                           "localtimestamp",
                                           "current_user",
                                           "session_user",
                                           "current_role",
                                           "user",
                                           "current_catalog",
                                           "current_schema",
                                           "now",
                                           "today",
                                           "tomorrow",
                                           "yesterday",
                                           NULL};
    g_autofree char *folded = g_ascii_strdown(text, -1);
    if (g_strv_contains(keywords, folded))
        return true;
    const char *at = text;
    while (g_ascii_isalnum(*at) || *at == '_' || *at == '.')
        at++;
    if (at > text && !g_ascii_isdigit(*text) && *at == '(' && g_str_has_suffix(text, ")"))
        return true;
    return strstr(text, "::") || g_str_has_prefix(folded, "array[");
}

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
    const EnumValue *values = target->labels->values.items;
    for (guint i = 0; i < target->labels->values.count; i++)
        suggestion_try(&suggestion, values[i].label);
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "enum %s has no value \"%s\"",
                   target->labels->object.name, yaml_text(node));
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
    return NULL;
}

/* ---- scalars ---- */

/* Digits, with underscores taken out; NULL when it is no number of this form. */
static char *plain_number(const char *text, bool integer)
{
    g_autoptr(GString) out = g_string_new(NULL);
    if (*text == '-')
        g_string_append_c(out, '-');
    text += *text == '-' || *text == '+';
    guint digits = 0;
    guint points = 0;
    for (; *text; text++) {
        if (*text == '_' && digits)
            continue;
        points += *text == '.';
        digits += g_ascii_isdigit(*text) ? 1 : 0;
        if (!g_ascii_isdigit(*text) && (*text != '.' || integer || points > 1))
            return NULL;
        g_string_append_c(out, *text);
    }
    return digits ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

/* 010 is 10 to SQL but 8 to YAML 1.1. */
static bool is_octal(const char *digits)
{
    digits += *digits == '-';
    return digits[0] == '0' && g_ascii_isdigit(digits[1]);
}

static const char *number_label(const char *digits)
{
    if (strchr(digits, '.'))
        return "numeric";
    gint64 value = 0;
    if (g_ascii_string_to_signed(digits, 10, -G_MAXINT32 - G_GINT64_CONSTANT(1), G_MAXINT32, &value,
                                 NULL))
        return "integer";
    return g_ascii_string_to_signed(digits, 10, G_MININT64, G_MAXINT64, &value, NULL) ? "bigint"
                                                                                      : "numeric";
}

/* A number is read by SQL's rules before it becomes the column's type: -1 is an integer, 0.5 and
 * very large ones are numeric. */
static const char *number_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    static const char *const specials[] = {"NaN", "Infinity", "-Infinity", NULL};
    const char *text = yaml_text(node);
    g_autofree char *digits = plain_number(text, target->kind == LITERAL_INTEGER);
    if (!digits) {
        if (target->kind == LITERAL_NUMBER && g_strv_contains(specials, text))
            return labelled(r, text, target->label);
        if (target->kind == LITERAL_NUMBER && g_ascii_isdigit(text[*text == '-']) &&
            strspn(text, "0123456789+-eE.") == strlen(text))
            return state_text(r->state, text); /* 1e3: the server will say what that is */
        return error_literal(r, target, node);
    }
    if (is_octal(digits))
        return error_literal(r, target, node);
    const char *label = number_label(digits);
    bool bare = *digits != '-' && (strcmp(label, "integer") == 0 ||
                                   (strcmp(label, "numeric") == 0 && strchr(digits, '.')));
    if (!bare)
        return labelled(r, digits, label);
    if (*digits != '.')
        return state_text(r->state, digits);
    g_autofree char *full = g_strconcat("0", digits, NULL);
    return state_text(r->state, full);
}

static const char *boolean_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    static const char *const yes[] = {"t", "true", "y", "yes", "on", "1", NULL};
    static const char *const no[] = {"f", "false", "n", "no", "off", "0", NULL};
    g_autofree char *text = g_ascii_strdown(yaml_text(node), -1);
    if (g_strv_contains(yes, text))
        return "true";
    if (g_strv_contains(no, text))
        return "false";
    return error_literal(r, target, node);
}

static bool has_label(const Enum *type, const char *text)
{
    const EnumValue *values = type->values.items;
    for (guint i = 0; i < type->values.count; i++)
        if (strcmp(values[i].label, text) == 0)
            return true;
    return false;
}

static const char *scalar_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    const char *text = yaml_text(node);
    bool known = target->labels && has_label(target->labels, text);
    if (!known && target->kind != LITERAL_TEXT && looks_like_sql(text))
        return error_frozen(r, node);
    if (target->labels && !known)
        return error_label(r, target, node);
    switch (target->kind) {
    case LITERAL_INTEGER:
    case LITERAL_NUMBER:
        return number_literal(r, target, node);
    case LITERAL_BOOLEAN:
        return boolean_literal(r, target, node);
    case LITERAL_BIT:
        return labelled(r, text, NULL);
    default:
        return labelled(r, text, target->label);
    }
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
    if (target->kind == LITERAL_JSON && yaml_kind(item) == YAML_MAPPING) {
        g_autofree char *json = model_json(item, strcmp(target->label, "jsonb") == 0);
        append_element(out, json);
        return true;
    }
    if (yaml_kind(item) == YAML_MAPPING) {
        error_literal(r, target, item);
        return false;
    }
    const char *checked = target->kind == LITERAL_JSON ? "" : scalar_literal(r, target, item);
    if (!checked)
        return false;
    if (target->kind == LITERAL_BOOLEAN)
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
    g_autofree char *label = g_strconcat(target->label, "[]", NULL);
    const char *text = yaml_text(node);
    if (text) { /* '{a,b}', as SQL writes it */
        if (*text == '{' && g_str_has_suffix(text, "}"))
            return labelled(r, text, label);
        Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                                   "the default of an array must be a list");
        if (looks_like_sql(text))
            diag_set_hint(d, "SQL is written as { sql: \"%s\" }", text);
        else
            diag_set_hint(d, "write [%s]", text);
        return NULL;
    }
    g_autoptr(GString) out = g_string_new(NULL);
    if (yaml_kind(node) == YAML_MAPPING)
        return error_literal(r, target, node);
    return append_array(r, out, target, node) ? labelled(r, out->str, label) : NULL;
}

static const char *json_literal(ModelReader *r, const Target *target, const YamlNode *node)
{
    const char *text = yaml_text(node);
    if (text && looks_like_sql(text))
        return error_frozen(r, node);
    g_autofree char *json = text && !yaml_is_plain(node) && model_is_json(text)
                                ? g_strdup(text)
                                : model_json(node, strcmp(target->label, "jsonb") == 0);
    return labelled(r, json, target->label);
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
    if (target.array)
        return array_literal(r, &target, node);
    if (target.kind == LITERAL_JSON)
        return json_literal(r, &target, node);
    if (yaml_kind(node) != YAML_SCALAR)
        return error_literal(r, &target, node);
    return scalar_literal(r, &target, node);
}
