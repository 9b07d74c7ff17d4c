/* --json of every command: one object, with the keys that docs/commands.md lists. */
#include <json-glib/json-glib.h>
#include <stdbool.h>
#include <string.h>

#include "tests/support/check.h"
#include "tests/support/golden.h"
#include "tests/support/project.h"
#include "tests/support/scratch.h"
#include "tests/support/server.h"

/* The table under "## JSON": command → the text of its keys. */
static GHashTable *documented;

static void read_row(const char *row)
{
    g_auto(GStrv) cells = g_strsplit(row, "|", -1);
    if (g_strv_length(cells) != 4)
        return;
    g_auto(GStrv) names = g_strsplit(cells[1], "`", -1);
    for (guint i = 1; i < g_strv_length(names); i += 2)
        g_hash_table_insert(documented, g_strdup(names[i]), g_strdup(cells[2]));
}

static int read_documentation(void **state)
{
    (void)state;
    g_autofree char *path = golden_path("../docs/commands.md");
    g_autofree char *text = NULL;
    documented = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) rows = g_strsplit(strstr(text, "\n## JSON\n"), "\n", -1);
    for (char **row = rows; *row; row++)
        read_row(*row);
    return 0;
}

static int forget_documentation(void **state)
{
    (void)state;
    g_hash_table_unref(documented);
    return 0;
}

/* The words of a row: those of the object itself, or with `inner` those of the objects in it too,
 * and those of the row that it refers to. */
static GHashTable *words_of(const char *command, bool inner)
{
    const char *row = g_hash_table_lookup(documented, command);
    if (!row)
        fail_msg("docs/commands.md has no JSON of gen %s", command);
    g_autoptr(GRegex) brackets = g_regex_new("\\(.*?\\)|; with .*", 0, 0, NULL);
    g_autofree char *outer = g_regex_replace(brackets, row, -1, 0, "", 0, NULL);
    g_auto(GStrv) words = g_regex_split_simple("[^a-z_]+", inner ? row : outer, 0, 0);
    GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_hash_table_add(found, g_strdup(*word));
    if (inner && strstr(row, "as for `history`")) {
        g_autoptr(GHashTable) others = words_of("history", true);
        GHashTableIter iter;
        gpointer word;
        g_hash_table_iter_init(&iter, others);
        while (g_hash_table_iter_next(&iter, &word, NULL))
            g_hash_table_add(found, g_strdup(word));
    }
    return found;
}

static void expect_known(JsonNode *node, GHashTable *words, const char *command);

static void expect_known_member(JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
    (void)object;
    GHashTable *words = ((gpointer *)data)[0];
    const char *command = ((gpointer *)data)[1];
    if (!g_hash_table_contains(words, name))
        fail_msg("gen %s --json has a key that docs/commands.md does not list: %s", command, name);
    expect_known(node, words, command);
}

/* All keys, at every depth, are among the words. */
static void expect_known(JsonNode *node, GHashTable *words, const char *command)
{
    gpointer data[] = {words, (gpointer)command};
    if (JSON_NODE_HOLDS_OBJECT(node)) {
        json_object_foreach_member(json_node_get_object(node), expect_known_member, data);
    } else if (JSON_NODE_HOLDS_ARRAY(node)) {
        JsonArray *array = json_node_get_array(node);
        for (guint i = 0; i < json_array_get_length(array); i++)
            expect_known(json_array_get_element(array, i), words, command);
    }
}

static void expect_all(JsonNode *node, const char *command)
{
    g_autoptr(GHashTable) outer = words_of(command, false);
    GHashTableIter iter;
    gpointer word;
    g_hash_table_iter_init(&iter, outer);
    while (g_hash_table_iter_next(&iter, &word, NULL))
        if (!json_object_has_member(json_node_get_object(node), word))
            fail_msg("gen %s --json lacks a key that docs/commands.md lists: %s", command,
                     (char *)word);
}

static JsonNode *parse(const ProgramRun *run)
{
    g_autoptr(GError) error = NULL;
    JsonNode *node = json_from_string(run->out, &error);
    if (!node || !JSON_NODE_HOLDS_OBJECT(node))
        fail_msg("not one JSON object: %s\n%s", error ? error->message : "", run->out);
    return node;
}

/* Runs the command, whose name comes first, and looks at its object. */
#define EXPECT(project, status, ...)                                        \
    do {                                                                    \
        const char *const words_[] = {__VA_ARGS__};                         \
        g_autoptr(ProgramRun) run_ =                                        \
            program_expect(&(project)->setting, status, __VA_ARGS__, NULL); \
        g_autoptr(JsonNode) node_ = parse(run_);                            \
        g_autoptr(GHashTable) known_ = words_of(words_[0], true);           \
        expect_known(node_, known_, words_[0]);                             \
        if (!json_object_has_member(json_node_get_object(node_), "sql"))    \
            expect_all(node_, words_[0]);                                   \
    } while (0)

static const char users[] = "table: users\nfields:\n  id: { type: bigint, primary: true }\n";

static void main_job(void **state)
{
    (void)state;
    g_autoptr(Project) p = project_new();
    scratch_write(p->dir, "models/users.yml", users);
    EXPECT(p, 0, "init", "--json");
    EXPECT(p, 1, "check", "--json");
    EXPECT(p, 0, "diff", "--dry-run", "--json");
    EXPECT(p, 0, "diff", "-m", "first", "--apply", "--json");
    EXPECT(p, 0, "diff", "--json");
    EXPECT(p, 0, "check", "--json");
    EXPECT(p, 0, "import", "--json");
    EXPECT(p, 0, "verify", "--json");
    EXPECT(p, 0, "sql", "--json");
    g_autoptr(ProgramRun) schema = program_expect(&p->setting, 0, "schema", "--json", NULL);
    g_autoptr(JsonNode) node = parse(schema);
    server_execute(p->url, "ALTER TABLE users ADD extra int");
    EXPECT(p, 1, "check", "--json");
}

static Project *three_revisions(void)
{
    Project *p = project_new();
    project_revision(p, "a1", "", "CREATE TABLE a (x int);", "DROP TABLE a;");
    project_revision(p, "b1", "a1", "CREATE TABLE b (x int);", "DROP TABLE b;");
    project_revision(p, "c1", "a1", "DROP TABLE a;", "CREATE TABLE a (x int);");
    return p;
}

static void looking(void **state)
{
    (void)state;
    g_autoptr(Project) p = three_revisions();
    EXPECT(p, 0, "history", "--json");
    EXPECT(p, 0, "history", "-i", "--json");
    EXPECT(p, 0, "heads", "--json");
    EXPECT(p, 0, "branches", "--json");
    EXPECT(p, 0, "current", "--json");
    EXPECT(p, 0, "show", "heads", "--json");
    EXPECT(p, 0, "status", "--json");
    EXPECT(p, 0, "validate", "--json");
    EXPECT(p, 0, "wait", "--json");
    EXPECT(p, 0, "doctor", "--json");
    EXPECT(p, 0, "upgrade", "b1", "--json");
    EXPECT(p, 0, "current", "--json");
    EXPECT(p, 0, "repair", "--json");
    p->count = 0;
    project_revision(p, "a1", "", "CREATE TABLE a (y int);", "DROP TABLE a;");
    EXPECT(p, 0, "status", "--json");
    EXPECT(p, 1, "validate", "--json");
    EXPECT(p, 1, "repair", "--json");
}

static void running_and_writing(void **state)
{
    (void)state;
    if (!server_has_dump())
        skip();
    static const char *const env[] = {"EDITOR=true", NULL};
    g_autoptr(Project) p = three_revisions();
    p->setting.env = env;
    EXPECT(p, 0, "upgrade", "--dry-run", "--json");
    EXPECT(p, 0, "upgrade", "--sql", "--json");
    EXPECT(p, 0, "upgrade", "--allow", "data_loss", "--json");
    EXPECT(p, 0, "upgrade", "--json");
    EXPECT(p, 0, "merge", "--rev-id", "m1", "--json");
    EXPECT(p, 0, "revision", "-m", "next", "--rev-id", "n1", "--json");
    EXPECT(p, 0, "edit", "n1", "--json");
    EXPECT(p, 0, "upgrade", "--json");
    EXPECT(p, 0, "squash", "m1:n1", "--json");
    EXPECT(p, 0, "downgrade", "a1", "--allow", "all", "--json");
    EXPECT(p, 0, "stamp", "heads", "--json");
    EXPECT(p, 0, "stamp", "heads", "--sql", "--json");
    EXPECT(p, 0, "db", "backup", "--json");
    EXPECT(p, 0, "db", "reset", "--yes", "--json");
    g_autoptr(ProgramRun) watch = program_expect(&p->setting, 2, "watch", "--json", NULL);
    assert_non_null(strstr(watch->err, "gen watch does not take --json"));
    assert_string_equal(watch->out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(main_job),
        cmocka_unit_test(looking),
        cmocka_unit_test(running_and_writing),
    };
    return cmocka_run_group_tests(tests, read_documentation, forget_documentation);
}
