#include "tests/support/scratch.h"

#include <errno.h>
#include <ftw.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/check.h"

static GPtrArray *dirs;
static pid_t owner;

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info, (void)type, (void)where;
    return remove(path);
}

static void remove_dirs(void)
{
    if (getpid() != owner)
        return;
    for (guint i = 0; i < dirs->len; i++)
        nftw(dirs->pdata[i], remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    g_ptr_array_free(dirs, TRUE);
}

char *scratch_dir(void)
{
    g_autoptr(GError) error = NULL;
    char *dir = g_dir_make_tmp("gen-test-XXXXXX", &error);

    if (dir == NULL)
        fail_msg("%s", error->message);
    if (dirs == NULL) {
        dirs = g_ptr_array_new_with_free_func(g_free);
        owner = getpid();
        atexit(remove_dirs);
    }
    g_ptr_array_add(dirs, g_strdup(dir));
    return dir;
}

void scratch_write(const char *dir, const char *path, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *file = g_build_filename(dir, path, NULL);
    g_autofree char *parent = g_path_get_dirname(file);

    if (g_mkdir_with_parents(parent, 0755) != 0)
        fail_msg("%s: %s", parent, g_strerror(errno));
    if (!g_file_set_contents(file, text, -1, &error))
        fail_msg("%s", error->message);
}

char *scratch_read(const char *dir, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *file = g_build_filename(dir, path, NULL);
    char *text = NULL;

    if (!g_file_get_contents(file, &text, NULL, &error))
        fail_msg("%s", error->message);
    return text;
}

static void list_below(const char *dir, const char *prefix, GPtrArray *paths)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *here = g_build_filename(dir, prefix, NULL);
    g_autoptr(GDir) entries = g_dir_open(here, 0, &error);
    const char *name;

    if (entries == NULL)
        fail_msg("%s", error->message);
    while ((name = g_dir_read_name(entries)) != NULL) {
        g_autofree char *path = *prefix ? g_build_filename(prefix, name, NULL) : g_strdup(name);
        g_autofree char *full = g_build_filename(dir, path, NULL);

        if (g_file_test(full, G_FILE_TEST_IS_DIR))
            list_below(dir, path, paths);
        else
            g_ptr_array_add(paths, g_steal_pointer(&path));
    }
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

char **scratch_list(const char *dir)
{
    GPtrArray *paths = g_ptr_array_new();

    list_below(dir, "", paths);
    g_ptr_array_sort(paths, compare_paths);
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(paths, FALSE);
}

void scratch_copy(const char *from, const char *dir)
{
    g_auto(GStrv) paths = scratch_list(from);

    for (char **path = paths; *path != NULL; path++) {
        g_autofree char *text = scratch_read(from, *path);
        scratch_write(dir, *path, text);
    }
}
