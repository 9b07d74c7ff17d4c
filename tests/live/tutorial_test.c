/* docs/tutorial.md, followed by the letter: its files are written, its commands run, and what they
 * print is what it shows. GEN_UPDATE_GOLDEN=1 writes what they print into it. README.md and
 * docs/revisions.md show a revision each, which gen diff has to write just so.
 *
 *     … `models/shop.yml`:      the yaml block that comes next is that file
 *     ```console                lines with "$ " are commands, the rest is what they print
 */
#include <gio/gio.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/golden.h"
#include "tests/support/program.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

#define TUTORIAL "../docs/tutorial.md"

/* What stands in the text for the ids of revisions, in the order in which they turn up. */
static const char *const ids[] = {"3f2a9c81d04b", "b7e41d5a6c20", "8c06f3d29e7a", "e15b70a4c9d3"};

typedef struct {
    ProgramSetting setting;
    GHashTable *ids; /* as printed → as shown */
    GString *out;    /* the tutorial as it is now */
} Reader;

static gboolean show_id(const GMatchInfo *match, GString *out, gpointer data)
{
    Reader *reader = data;
    char *id = g_match_info_fetch(match, 0);
    const char *shown = g_hash_table_lookup(reader->ids, id);
    guint count = g_hash_table_size(reader->ids);

    if (shown == NULL) {
        assert_in_range(count, 0, G_N_ELEMENTS(ids) - 1);
        shown = ids[MIN(count, G_N_ELEMENTS(ids) - 1)];
        g_hash_table_insert(reader->ids, g_strdup(id), (gpointer)shown);
    }
    g_string_append(out, shown);
    g_free(id);
    return FALSE;
}

static char *replace(char *text, const char *pattern, const char *with)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_MULTILINE, 0, NULL);
    char *replaced = g_regex_replace(regex, text, -1, 0, with, 0, NULL);

    g_free(text);
    return replaced;
}

/* Takes the text, and returns it without what differs from run to run but the ids. */
static char *steady(char *text)
{
    text = replace(text, "\\b20\\d{6}_\\d{4}_", "20260101_0930_");
    text = replace(text, "\\b20\\d\\d-\\d\\d-\\d\\d([ T])\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?",
                   "2026-01-01\\g<1>09:30:00");
    text = replace(text, "gen \\d+\\.\\d+\\.\\d+", "gen 0.1.0");
    text = replace(text, "PostgreSQL \\d+(\\.\\d+)?", "PostgreSQL 15");
    text = replace(text, "\\b\\d+(\\.\\d+)? (ms|s)\\b", "12 ms");
    text = replace(text, "gen_test_\\d+_\\d+", "shop");
    return replace(text, " on /\\S+ port \\d+", " on localhost port 5432");
}

static char *normalise(Reader *reader, char *text)
{
    g_autoptr(GRegex) regex =
        g_regex_new("(?<![0-9A-Za-z])[0-9a-f]{12}(?![0-9A-Za-z])", 0, 0, NULL);

    text = steady(text);
    char *shown = g_regex_replace_eval(regex, text, -1, 0, 0, show_id, reader, NULL);
    g_free(text);
    return shown;
}

/* What a command prints on both outputs, in the order that a terminal shows: a run of revisions
 * tells of each as it goes and has its last word on standard error, all others have their result
 * last. */
static void run_command(Reader *reader, const char *command)
{
    g_auto(GStrv) args = NULL;
    g_autoptr(GError) error = NULL;

    if (!g_shell_parse_argv(command, NULL, &args, &error))
        fail_msg("%s: %s", command, error->message);
    if (strcmp(args[0], "gen") != 0)
        fail_msg("%s: the tutorial runs gen and nothing else", command);
    g_autoptr(ProgramRun) run = program_runv(&reader->setting, (const char *const *)args + 1);
    bool runs = g_str_has_suffix(args[1], "grade");
    g_autofree char *text = normalise(reader, runs ? g_strconcat(run->out, run->err, NULL)
                                                   : g_strconcat(run->err, run->out, NULL));
    g_string_append_printf(reader->out, "$ %s\n%s", command, text);
    if (*text != '\0' && !g_str_has_suffix(text, "\n"))
        g_string_append_c(reader->out, '\n');
}

/* "… `models/shop.yml`:" → models/shop.yml, or NULL; the caller frees it. */
static char *announced_file(const char *line)
{
    g_autoptr(GRegex) regex = g_regex_new("`([\\w/]+\\.yml)`:$", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    return g_regex_match(regex, line, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

static char **copy_block(Reader *reader, char **line, GString *block)
{
    for (; *line != NULL && strcmp(*line, "```") != 0; line++)
        g_string_append_printf(block, "%s\n", *line);
    g_string_append(reader->out, block->str);
    return line;
}

static char **run_block(Reader *reader, char **line)
{
    bool first = true;

    for (; *line != NULL && strcmp(*line, "```") != 0; line++) {
        if (!g_str_has_prefix(*line, "$ "))
            continue;
        if (!first)
            g_string_append_c(reader->out, '\n');
        first = false;
        run_command(reader, *line + 2);
    }
    return line;
}

static void follow(Reader *reader, char **line)
{
    g_autofree char *file = NULL;

    for (; *line != NULL; line++) {
        g_autofree char *announced = announced_file(*line);
        bool last = line[1] == NULL;

        if (announced != NULL) {
            g_free(file);
            file = g_steal_pointer(&announced);
        }
        g_string_append_printf(reader->out, last ? "%s" : "%s\n", *line);
        if (strcmp(*line, "```console") == 0) {
            line = run_block(reader, line + 1);
            g_string_append(reader->out, "```\n");
        } else if (strcmp(*line, "```yaml") == 0) {
            g_autoptr(GString) block = g_string_new(NULL);
            line = copy_block(reader, line + 1, block);
            g_string_append(reader->out, "```\n");
            if (file == NULL)
                fail_msg("no file is named for\n%s", block->str);
            scratch_write(reader->setting.dir, file, block->str);
            g_clear_pointer(&file, g_free);
        }
    }
}

static void test_tutorial(void **state)
{
    g_autofree char *dir = scratch_dir();
    g_autofree char *url = server_create_database();
    g_autofree char *path = golden_path(TUTORIAL);
    g_autofree char *text = NULL;
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    Reader reader = {.setting = {.dir = dir, .url = url}, .ids = known, .out = out};

    (void)state;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    follow(&reader, lines);
    assert_int_equal(g_hash_table_size(known), 3);
    golden_expect(TUTORIAL, out->str);
    program_free(program_expect(&reader.setting, 0, "check", NULL));
}

/* ---- the revision that other pages show ---- */

#define MODEL_LINE "  phone:  { type: string, max_length: 20 }\n"

/* The block that begins so, without its fences; the caller frees it. */
static char *block_of(const char *text, const char *beginning)
{
    const char *start = strstr(text, beginning);
    const char *end = start ? strstr(start, "\n```\n") : NULL;

    if (end == NULL)
        fail_msg("there is no block that begins with %s", beginning);
    return g_strndup(start, (gsize)(end + 1 - start));
}

/* What gen diff writes when the model of README.md gets its last field. */
static char *shown_revision(void)
{
    g_autofree char *dir = scratch_dir();
    g_autofree char *url = server_create_database();
    g_autofree char *path = golden_path("../README.md");
    g_autofree char *text = NULL;
    ProgramSetting setting = {.dir = dir, .url = url};

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autofree char *model = block_of(text, "table: users\n");
    char *last = strstr(model, MODEL_LINE);
    assert_non_null(last);
    scratch_write(dir, "gen.yml", "models: models\n");
    *last = '\0';
    scratch_write(dir, "models/users.yml", model);
    program_free(program_expect(&setting, 0, "diff", "--apply", "--rev-id", "9f8e7d6c5b4a", NULL));
    *last = ' ';
    scratch_write(dir, "models/users.yml", model);
    g_autoptr(ProgramRun) run = program_expect(&setting, 0, "diff", "--dry-run", "--rev-id",
                                               "abc123def456", "-m", "add phone to users", NULL);
    return steady(g_strdup(run->out));
}

static void expect_shown(const char *page, const char *revision)
{
    g_autofree char *path = golden_path(page);
    char *text = NULL;

    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_autofree char *shown = block_of(text, "-- add phone to users\n");
    g_auto(GStrv) around = g_strsplit(text, shown, 2);
    g_autofree char *wanted = g_strconcat(around[0], revision, around[1], NULL);
    g_free(text);
    golden_expect(page, wanted);
}

static void test_pages(void **state)
{
    g_autofree char *revision = shown_revision();

    (void)state;
    expect_shown("../README.md", revision);
    expect_shown("../docs/revisions.md", revision);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tutorial),
        cmocka_unit_test(test_pages),
    };

    return cmocka_run_group_tests_name("tutorial", tests, NULL, NULL);
}
