#include "schema/literal.h"

#include <string.h>

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

LiteralTarget literal_target(const char *base)
{
    LiteralTarget target = {.kind = LITERAL_OTHER, .label = base};
    for (size_t i = 0; i < G_N_ELEMENTS(literal_types); i++) {
        if (strcmp(literal_types[i].base, base) != 0)
            continue;
        target.kind = literal_types[i].kind;
        if (literal_types[i].label)
            target.label = literal_types[i].label;
    }
    return target;
}

/* pg_get_expr does not write E'': standard_conforming_strings is on. */
char *literal_labelled(const char *text, const char *label)
{
    GString *out = g_string_new("'");
    for (; *text; text++) {
        if (*text == '\'')
            g_string_append_c(out, '\'');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '\'');
    if (label)
        g_string_append_printf(out, "::%s", label);
    return g_string_free(out, FALSE);
}

char *literal_text(const char *sql, const char *label)
{
    if (*sql != '\'')
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    for (sql++; *sql; sql++) {
        if (*sql == '\'' && *++sql != '\'')
            break;
        g_string_append_c(out, *sql);
    }
    bool whole = label ? g_str_has_prefix(sql, "::") && strcmp(sql + 2, label) == 0 : !*sql;
    return whole ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

bool literal_looks_like_sql(const char *text)
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

/* ---- numbers ---- */

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
static char *number_sql(const LiteralTarget *target, const char *text)
{
    static const char *const specials[] = {"NaN", "Infinity", "-Infinity", NULL};
    g_autofree char *digits = plain_number(text, target->kind == LITERAL_INTEGER);
    if (!digits) {
        if (target->kind != LITERAL_NUMBER)
            return NULL;
        if (g_strv_contains(specials, text))
            return literal_labelled(text, target->label);
        bool scientific =
            g_ascii_isdigit(text[*text == '-']) && strspn(text, "0123456789+-eE.") == strlen(text);
        return scientific ? g_strdup(text) : NULL; /* the server will say what that is */
    }
    if (is_octal(digits))
        return NULL;
    const char *label = number_label(digits);
    bool bare = *digits != '-' && (strcmp(label, "integer") == 0 ||
                                   (strcmp(label, "numeric") == 0 && strchr(digits, '.')));
    if (!bare)
        return literal_labelled(digits, label);
    return *digits == '.' ? g_strconcat("0", digits, NULL) : g_steal_pointer(&digits);
}

/* ---- all ---- */

static char *boolean_sql(const char *text)
{
    static const char *const yes[] = {"t", "true", "y", "yes", "on", "1", NULL};
    static const char *const no[] = {"f", "false", "n", "no", "off", "0", NULL};
    g_autofree char *folded = g_ascii_strdown(text, -1);
    if (g_strv_contains(yes, folded))
        return g_strdup("true");
    return g_strv_contains(no, folded) ? g_strdup("false") : NULL;
}

static bool has_label(const Enum *type, const char *text)
{
    const EnumValue *values = type->values.items;
    for (guint i = 0; i < type->values.count; i++)
        if (strcmp(values[i].label, text) == 0)
            return true;
    return false;
}

static char *value_sql(const LiteralTarget *target, const char *text)
{
    switch (target->kind) {
    case LITERAL_INTEGER:
    case LITERAL_NUMBER:
        return number_sql(target, text);
    case LITERAL_BOOLEAN:
        return boolean_sql(text);
    case LITERAL_BIT:
        return literal_labelled(text, NULL);
    default:
        return literal_labelled(text, target->label);
    }
}

char *literal_sql(const LiteralTarget *target, const char *text, LiteralProblem *ret_problem)
{
    bool known = target->labels && has_label(target->labels, text);
    *ret_problem = LITERAL_GOOD;
    if (!known && target->kind != LITERAL_TEXT && literal_looks_like_sql(text))
        *ret_problem = LITERAL_SQL;
    else if (target->labels && !known)
        *ret_problem = LITERAL_NO_LABEL;
    char *sql = *ret_problem == LITERAL_GOOD ? value_sql(target, text) : NULL;
    if (!sql && *ret_problem == LITERAL_GOOD)
        *ret_problem = LITERAL_NO_VALUE;
    return sql;
}
