#include "schema/setting.h"

#include "schema/identifier.h"

#include <stdbool.h>
#include <string.h>

/* Settings whose value is a list of names, each of which PostgreSQL quotes by itself
 * (GUC_LIST_QUOTE in its sources). */
static bool is_list_of_names(const char *setting)
{
    static const char *const lists[] = {"search_path",
                                        "local_preload_libraries",
                                        "session_preload_libraries",
                                        "shared_preload_libraries",
                                        "temp_tablespaces",
                                        "unix_socket_directories",
                                        NULL};
    g_autofree char *name = g_ascii_strdown(setting, (gssize)strcspn(setting, "="));
    return g_strv_contains(lists, name);
}

static const char *skip_space(const char *at)
{
    while (g_ascii_isspace(*at))
        at++;
    return at;
}

/* A name in double quotes; NULL if they do not end. */
static char *quoted_name(const char **at)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for ((*at)++; **at; (*at)++) {
        if (**at == '"' && *++*at != '"')
            return g_string_free(g_steal_pointer(&name), FALSE);
        g_string_append_c(name, **at);
    }
    return NULL;
}

static char *bare_name(const char **at)
{
    const char *start = *at;
    *at += strcspn(start, ",");
    return g_strchomp(g_strndup(start, (gsize)(*at - start)));
}

char **setting_names(const char *setting)
{
    const char *at = strchr(setting, '=');
    if (!at || !is_list_of_names(setting))
        return NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (at = skip_space(at + 1); *at; at = skip_space(at)) {
        char *name = *at == '"' ? quoted_name(&at) : bare_name(&at);
        if (!name)
            return NULL;
        g_ptr_array_add(names, name);
        at = skip_space(at);
        if (*at && *at++ != ',')
            return NULL;
    }
    g_ptr_array_add(names, NULL);
    g_ptr_array_set_free_func(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

char *setting_normal(const char *setting)
{
    g_auto(GStrv) names = setting_names(setting);
    if (!names)
        return g_strdup(setting);
    GString *out = g_string_new_len(setting, (gssize)strcspn(setting, "=") + 1);
    for (guint i = 0; names[i]; i++) {
        g_string_append(out, i ? ", " : "");
        identifier_append(out, names[i]);
    }
    if (!names[0])
        g_string_append(out, "\"\"");
    return g_string_free(out, FALSE);
}
