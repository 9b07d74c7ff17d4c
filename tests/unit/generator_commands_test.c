/* Every command and every option is documented in docs/commands.md, and used by a live test. */
#include "generator/command.h"
#include "generator/options.h"
#include "tests/support/check.h"
#include "tests/support/golden.h"

#include <stdbool.h>
#include <string.h>

/* The command lines of the tests: arrays of words that stand together in the source. */
static GPtrArray *lines;

static void words_free(gpointer words)
{
    g_ptr_array_unref(words);
}

static GPtrArray *new_line(void)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(lines, words);
    return words;
}

/* The string that begins at the quote `at`; moves `at` to the quote that ends it. */
static char *read_string(const char **at)
{
    const char *start = ++*at;
    while (**at && **at != '"')
        *at += **at == '\\' && (*at)[1] ? 2 : 1;
    return g_strndup(start, (gsize)(*at - start));
}

/* The strings of a C source, a line for each statement or braced list. */
static void read_source(const char *text)
{
    GPtrArray *words = new_line();
    for (const char *at = text; *at; at++) {
        if (*at == '"')
            g_ptr_array_add(words, read_string(&at));
        else if (*at == ';' || *at == '}')
            words = new_line();
        else if (at[0] == '\'' && at[1])
            at += at[1] == '\\' ? 3 : 2;
        else if (at[0] == '/' && at[1] == '*')
            at = strstr(at, "*/") + 1;
    }
}

/* The commands that the tutorial runs, and is tested with. */
static void read_tutorial(void)
{
    g_autofree char *path = golden_path("../docs/tutorial.md");
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    for (char **line = all; *line; line++) {
        g_auto(GStrv) parsed = NULL;
        if (!g_str_has_prefix(*line, "$ ") || !g_shell_parse_argv(*line, NULL, &parsed, NULL))
            continue;
        GPtrArray *words = new_line();
        for (char **word = parsed; *word; word++)
            g_ptr_array_add(words, g_strdup(*word));
    }
}

static int read_tests(void **state)
{
    (void)state;
    g_autofree char *folder = golden_path("live");
    GDir *dir = g_dir_open(folder, 0, NULL);
    lines = g_ptr_array_new_with_free_func(words_free);
    for (const char *name; (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        assert_true(g_file_get_contents(path, &text, NULL, NULL));
        read_source(text);
    }
    g_dir_close(dir);
    read_tutorial();
    return 0;
}

static int forget_tests(void **state)
{
    (void)state;
    g_ptr_array_unref(lines);
    return 0;
}

static bool has_word(const GPtrArray *words, const char *wanted)
{
    for (guint i = 0; i < words->len; i++)
        if (strcmp(g_ptr_array_index(words, i), wanted) == 0)
            return true;
    return false;
}

/* --name, --name=value, or -n. */
static bool has_option(const GPtrArray *words, const GOptionEntry *option)
{
    g_autofree char *name = g_strconcat("--", option->long_name, NULL);
    g_autofree char *with_value = g_strconcat(name, "=", NULL);
    const char brief[] = {'-', option->short_name, '\0'};
    for (guint i = 0; i < words->len; i++)
        if (g_str_has_prefix(g_ptr_array_index(words, i), with_value))
            return true;
    return has_word(words, name) || (option->short_name && has_word(words, brief));
}

/* Whether a test runs the command (any, with NULL) with the option (any, with NULL). */
static bool is_used(const Command *command, const GOptionEntry *option)
{
    for (guint i = 0; i < lines->len; i++) {
        const GPtrArray *words = g_ptr_array_index(lines, i);
        if ((!command || has_word(words, command->name)) && (!option || has_option(words, option)))
            return true;
    }
    return false;
}

static guint complain(const char *what, const char *command, const GOptionEntry *option)
{
    print_error("%s: gen %s%s%s\n", what, command, option ? " --" : "",
                option ? option->long_name : "");
    return 1;
}

static guint find_unused(const Command *command, const GOptionEntry *options)
{
    guint faults = 0;
    for (; options && options->long_name; options++)
        if (!is_used(command, options))
            faults += complain("no live test", command ? command->name : "", options);
    return faults;
}

static void all_are_tested(void **state)
{
    (void)state;
    guint faults = find_unused(NULL, options_of_all);
    for (const Command *const *command = commands; *command; command++) {
        if (!is_used(*command, NULL))
            faults += complain("no live test", (*command)->name, NULL);
        faults += find_unused(*command, (*command)->options);
    }
    assert_int_equal(faults, 0);
}

static const GOptionEntry *find_option(const char *name)
{
    const GOptionEntry *option = options_of_all;
    while (strcmp(option->long_name, name) != 0)
        option++;
    return option;
}

/* What takes --json is tested with it, and so is --all. */
static void json_and_all_are_tested(void **state)
{
    (void)state;
    const GOptionEntry *json = find_option("json");
    const GOptionEntry *all = find_option("all");
    guint faults = 0;
    for (const Command *const *command = commands; *command; command++) {
        if (!(*command)->no_json && !is_used(*command, json))
            faults += complain("no live test", (*command)->name, json);
        if ((*command)->fleet && !is_used(*command, all))
            faults += complain("no live test", (*command)->name, all);
    }
    assert_int_equal(faults, 0);
}

static guint find_undocumented(const char *text, const char *command, const GOptionEntry *options)
{
    guint faults = 0;
    for (; options && options->long_name; options++) {
        g_autofree char *pattern = g_strdup_printf("--%s(?![\\w-])", options->long_name);
        if (!g_regex_match_simple(pattern, text, 0, 0))
            faults += complain("not in docs/commands.md", command, options);
    }
    return faults;
}

static void all_are_documented(void **state)
{
    (void)state;
    g_autofree char *path = golden_path("../docs/commands.md");
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    guint faults = find_undocumented(text, "", options_of_all);
    for (const Command *const *command = commands; *command; command++) {
        g_autofree char *pattern = g_strdup_printf("`gen %s\\b", (*command)->name);
        if (!g_regex_match_simple(pattern, text, 0, 0))
            faults += complain("not in docs/commands.md", (*command)->name, NULL);
        faults += find_undocumented(text, (*command)->name, (*command)->options);
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_tested),
        cmocka_unit_test(json_and_all_are_tested),
        cmocka_unit_test(all_are_documented),
    };
    return cmocka_run_group_tests(tests, read_tests, forget_tests);
}
