#include "emit/routine.h"

#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/setting.h"

#include <string.h>

void routine_append_argument(GString *out, const Argument *argument, bool with_default)
{
    bool column = argument->mode && strcmp(argument->mode, "table") == 0;
    if (argument->mode && !column) {
        g_autofree char *mode = g_ascii_strup(argument->mode, -1);
        g_string_append_printf(out, "%s ", mode);
    }
    if (argument->name) {
        g_autofree char *name = quote_name(argument->name);
        g_string_append_printf(out, "%s ", name);
    }
    g_string_append(out, argument->type);
    if (with_default && argument->default_expr) {
        g_autofree char *value = expression_plain(argument->default_expr);
        g_string_append_printf(out, " DEFAULT %s", value);
    }
}

void routine_append_setting(GString *out, const char *setting)
{
    const char *equals = strchr(setting, '=');
    g_autofree char *name = g_strndup(setting, strcspn(setting, "="));
    g_auto(GStrv) words = g_strsplit(name, ".", -1);
    g_auto(GStrv) names = setting_names(setting);
    g_string_append(out, "SET ");
    for (guint i = 0; words[i]; i++) {
        g_autofree char *word = quote_name(words[i]);
        g_string_append_printf(out, "%s%s", i ? "." : "", word);
    }
    g_string_append(out, " TO ");
    for (guint i = 0; names && names[i]; i++) {
        g_autofree char *literal = quote_literal(names[i]);
        g_string_append_printf(out, "%s%s", i ? ", " : "", literal);
    }
    if (!names || !names[0]) {
        g_autofree char *literal = quote_literal(equals && !names ? equals + 1 : "");
        g_string_append(out, literal);
    }
}
