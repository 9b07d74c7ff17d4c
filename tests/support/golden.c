#include "tests/support/golden.h"

#include <gio/gio.h>
#include <stdlib.h>

#include "tests/support/check.h"
#include "tests/support/scratch.h"

char *golden_path(const char *path)
{
    return g_build_filename(GEN_TEST_SOURCE_DIR, path, NULL);
}

/* diff is on every system that builds C, and its output is what people read. */
static char *unified_diff(const char *expected_file, const char *actual)
{
    g_autoptr(GError) error = NULL;
    const char *file = g_file_test(expected_file, G_FILE_TEST_EXISTS) ? expected_file : "/dev/null";
    g_autoptr(GSubprocess) diff =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                         "diff", "-u", "--label", "expected", "--label", "actual", file, "-", NULL);
    char *text = NULL;

    if (diff == NULL || !g_subprocess_communicate_utf8(diff, actual, NULL, &text, NULL, &error))
        fail_msg("%s", error->message);
    return text;
}

void golden_expect(const char *path, const char *actual)
{
    g_autofree char *file = golden_path(path);
    g_autofree char *expected = NULL;

    g_file_get_contents(file, &expected, NULL, NULL);
    if (g_strcmp0(expected != NULL ? expected : "", actual) == 0)
        return;
    if (g_strcmp0(g_getenv("GEN_UPDATE_GOLDEN"), "1") == 0) {
        scratch_write(GEN_TEST_SOURCE_DIR, path, actual);
        print_message("updated tests/%s\n", path);
        return;
    }
    g_autofree char *difference = unified_diff(file, actual);
    fail_msg("tests/%s\n%s", path, difference);
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

char **golden_cases(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = golden_path(path);
    g_autoptr(GDir) entries = g_dir_open(dir, 0, &error);
    GPtrArray *names = g_ptr_array_new();
    const char *name;

    if (entries == NULL)
        fail_msg("%s", error->message);
    while ((name = g_dir_read_name(entries)) != NULL) {
        g_autofree char *full = g_build_filename(dir, name, NULL);

        if (g_file_test(full, G_FILE_TEST_IS_DIR))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}
