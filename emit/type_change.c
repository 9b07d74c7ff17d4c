#include "emit/type_change.h"

#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

/* Types that PostgreSQL assigns to each other, in lists that end with NULL. */
static const char *const numbers[] = {"smallint", "integer",          "bigint", "numeric",
                                      "real",     "double precision", NULL};
static const char *const moments[] = {"date", "timestamp without time zone",
                                      "timestamp with time zone", NULL};
static const char *const documents[] = {"json", "jsonb", NULL};
static const char *const addresses[] = {"inet", "cidr", NULL};
static const char *const *const families[] = {numbers, moments, documents, addresses};
/* Everything can be assigned to these. */
static const char *const texts[] = {"text", "character varying", "character", "bpchar", NULL};

/* A type without its arguments: "timestamp with time zone" of "timestamp(3) with time zone". */
static char *without_arguments(const char *type)
{
    const char *open = strchr(type, '(');
    const char *close = open ? strchr(open, ')') : NULL;
    if (!close || strchr(type, '"'))
        return g_strdup(type);
    return g_strdup_printf("%.*s%s", (int)(open - type), type, close + 1);
}

/* Takes the brackets off; whether there were any. */
static bool take_brackets(char *type)
{
    bool array = g_str_has_suffix(type, "[]");
    if (array)
        type[strlen(type) - strlen("[]")] = '\0';
    return array;
}

static bool is_assignable(const char *from, const char *to)
{
    g_autofree char *a = without_arguments(from);
    g_autofree char *b = without_arguments(to);
    bool arrays = take_brackets(a);
    if (arrays != take_brackets(b))
        return !arrays ? false : g_strv_contains(texts, b);
    if (strcmp(a, b) == 0 || g_strv_contains(texts, b))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++)
        if (g_strv_contains(families[i], a) && g_strv_contains(families[i], b))
            return true;
    return false;
}

char *type_change_using(const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    if (to->generated)
        return NULL;
    if (to->using_expr && g_strcmp0(from->type, to->type) != 0)
        return expression_plain(to->using_expr);
    g_autofree char *name = quote_name(to->object.name);
    if (change->retyped)
        return g_strdup_printf("%s::text::%s", name, to->type);
    return is_assignable(from->type, to->type) ? NULL : g_strdup_printf("%s::%s", name, to->type);
}
