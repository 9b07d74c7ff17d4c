#include "tests/support/catalogue.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/server.h"

char *catalogue_read(const char *url)
{
    static char *query;
    g_autoptr(GError) error = NULL;
    g_autofree char *sql = NULL;

    if (query == NULL &&
        !g_file_get_contents(GEN_TEST_SOURCE_DIR "/support/catalogue.sql", &query, NULL, &error))
        fail_msg("%s", error->message);
    /* With an empty path every name comes with its schema. */
    sql = g_strconcat("SET search_path = ''; ", query, NULL);
    return server_query(url, sql);
}

char *catalogue_difference(const char *expected, const char *actual)
{
    g_auto(GStrv) before = g_strsplit(expected, "\n", -1);
    g_auto(GStrv) after = g_strsplit(actual, "\n", -1);
    g_autoptr(GHashTable) in_before = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) in_after = g_hash_table_new(g_str_hash, g_str_equal);
    GString *text = g_string_new(NULL);

    for (char **line = before; *line != NULL; line++)
        g_hash_table_add(in_before, *line);
    for (char **line = after; *line != NULL; line++)
        g_hash_table_add(in_after, *line);
    for (char **line = before; *line != NULL; line++) {
        if (!g_hash_table_contains(in_after, *line))
            g_string_append_printf(text, "- %s\n", *line);
    }
    for (char **line = after; *line != NULL; line++) {
        if (!g_hash_table_contains(in_before, *line))
            g_string_append_printf(text, "+ %s\n", *line);
    }
    if (text->len == 0) {
        g_string_free(text, TRUE);
        return strcmp(expected, actual) == 0 ? NULL : g_strdup("the same lines, not as often\n");
    }
    return g_string_free(text, FALSE);
}

static int compare_lines(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

#define NAME "(\"([^\"]|\"\")+\"|[^ \".']+)"

char *catalogue_without_names(const char *catalogue)
{
    static const struct {
        const char *pattern;
        const char *with;
    } masks[] = {
        {"^constraint " NAME " on ", "constraint on "},
        {"^index CREATE (UNIQUE )?INDEX " NAME " ON ", "index \\1on "},
        {"^sequence (" NAME ")\\." NAME " (.* of .* \\([ai]\\))", "sequence \\1 \\6"},
        {"nextval\\('(" NAME "\\.)?" NAME "'::regclass\\)", "nextval"},
    };
    g_auto(GStrv) lines = g_strsplit(catalogue, "\n", -1);

    for (gsize i = 0; i < G_N_ELEMENTS(masks); i++) {
        g_autoptr(GRegex) regex = g_regex_new(masks[i].pattern, 0, 0, NULL);
        for (char **line = lines; *line != NULL; line++) {
            char *masked = g_regex_replace(regex, *line, -1, 0, masks[i].with, 0, NULL);
            g_free(*line);
            *line = masked;
        }
    }
    qsort(lines, g_strv_length(lines), sizeof *lines, compare_lines);
    return g_strjoinv("\n", lines);
}
