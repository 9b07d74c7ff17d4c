#include "generator/dotenv.h"

#include <string.h>

/* A value without its quotes; without quotes, up to a comment. Freed with g_free. */
static char *value_of(const char *text)
{
    if (*text == '"' || *text == '\'') {
        const char *end = strrchr(text + 1, *text);
        if (!end)
            return NULL;
        g_autofree char *inner = g_strndup(text + 1, (gsize)(end - text - 1));
        return *text == '"' ? g_strcompress(inner) : g_steal_pointer(&inner);
    }
    const char *comment = strstr(text, " #");
    return g_strchomp(comment ? g_strndup(text, (gsize)(comment - text)) : g_strdup(text));
}

static bool read_line(GHashTable *variables, char *line)
{
    g_strstrip(line);
    if (!*line || *line == '#')
        return true;
    if (g_str_has_prefix(line, "export "))
        line = g_strchug(line + strlen("export "));
    char *equals = strchr(line, '=');
    if (!equals || equals == line)
        return false;
    g_autofree char *name = g_strchomp(g_strndup(line, (gsize)(equals - line)));
    char *value = value_of(g_strchug(equals + 1));
    if (!value)
        return false;
    g_hash_table_replace(variables, g_steal_pointer(&name), value);
    return true;
}

GHashTable *dotenv_read(const char *folder, Diagnostics *diagnostics)
{
    g_autoptr(GHashTable) variables =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autofree char *path =
        strcmp(folder, ".") == 0 ? g_strdup(".env") : g_build_filename(folder, ".env", NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &text, NULL, &error)) {
        if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
            g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
            return g_steal_pointer(&variables);
        diag_error(diagnostics, DIAG_CONFIG, (Place){path, 0, 0}, "%s", error->message);
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i]; i++) {
        if (read_line(variables, lines[i]))
            continue;
        /* The line itself is not shown: it may hold a secret. */
        diag_error(diagnostics, DIAG_CONFIG, (Place){path, i + 1, 0}, "not a NAME=value line");
        return NULL;
    }
    return g_steal_pointer(&variables);
}
