/* The Dockerfile and the compose file of docs/deployment.md: there is no engine here to run them,
 * but what they refer to must exist. */
#include "generator/command.h"
#include "schema/yaml.h"
#include "tests/support/check.h"
#include "tests/support/golden.h"

#include <stdbool.h>
#include <string.h>

/* The block of the document that begins with this fence. The caller frees it. */
static char *read_block(const char *fence, guint skip)
{
    g_autofree char *path = golden_path("../docs/deployment.md");
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    const char *start = text;
    for (guint i = 0; i <= skip; i++) {
        start = strstr(start, fence);
        assert_non_null(start);
        start += strlen(fence);
    }
    return g_strndup(start, (gsize)(strstr(start, "\n```") + 1 - start));
}

/* The instructions of the Dockerfile, continued lines made one; freed with g_strfreev. */
static char **read_instructions(void)
{
    g_autofree char *block = read_block("```dockerfile\n", 0);
    g_autoptr(GString) joined = g_string_new(block);
    g_string_replace(joined, "\\\n", " ", 0);
    g_strchomp(joined->str);
    return g_strsplit(joined->str, "\n", -1);
}

static GPtrArray *instructions_of(char **all, const char *name)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (; *all; all++)
        if (g_str_has_prefix(*all, name) && (*all)[strlen(name)] == ' ')
            g_ptr_array_add(found, g_strdup(*all + strlen(name) + 1));
    return found;
}

static void instructions_are_known(void **state)
{
    (void)state;
    static const char *const known[] = {"FROM",       "RUN", "COPY", "WORKDIR",
                                        "ENTRYPOINT", "CMD", NULL};
    g_auto(GStrv) all = read_instructions();
    for (char **line = all; *line; line++) {
        g_autofree char *name = g_strndup(*line, strcspn(*line, " "));
        if (*name && !g_strv_contains(known, name))
            fail_msg("not an instruction: %s", *line);
    }
    g_autoptr(GPtrArray) stages = instructions_of(all, "FROM");
    assert_int_equal(stages->len, 2);
    assert_true(g_str_has_suffix(g_ptr_array_index(stages, 0), " AS build"));
}

/* The words after `apt-get install` and its options. */
static GHashTable *packages_of(const char *run)
{
    const char *start = strstr(run, "install -y --no-install-recommends ");
    assert_non_null(start);
    start += strlen("install -y --no-install-recommends ");
    const char *end = strstr(start, "&&");
    g_autofree char *list = end ? g_strndup(start, (gsize)(end - start)) : g_strdup(start);
    g_auto(GStrv) words = g_strsplit_set(list, " \n", -1);
    GHashTable *packages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char **word = words; *word; word++)
        if (**word)
            g_hash_table_add(packages, g_strdup(*word));
    return packages;
}

/* It installs to build what cmake/setup.sh installs, which every test run proves to be enough. */
static void build_packages_are_those_of_the_setup(void **state)
{
    (void)state;
    g_auto(GStrv) all = read_instructions();
    g_autoptr(GPtrArray) runs = instructions_of(all, "RUN");
    g_autoptr(GHashTable) packages = packages_of(g_ptr_array_index(runs, 0));
    g_autofree char *path = golden_path("../cmake/setup.sh");
    g_autofree char *setup = NULL;
    assert_true(g_file_get_contents(path, &setup, NULL, NULL));
    const char *start = strstr(setup, "packages_build='") + strlen("packages_build='");
    g_autofree char *list = g_strndup(start, strcspn(start, "'"));
    g_auto(GStrv) words = g_strsplit_set(list, " \n", -1);
    guint count = 0;
    for (char **word = words; *word; word++) {
        count += **word != '\0';
        if (**word && !g_hash_table_contains(packages, *word))
            fail_msg("the Dockerfile does not install %s", *word);
    }
    assert_int_equal(count, g_hash_table_size(packages));
}

/* Each library has its package in the second stage, and so have the programs for backups. */
static void runtime_packages_are_there(void **state)
{
    (void)state;
    static const char *const wanted[][2] = {
        {"libglib2.0-dev", "libglib2.0-0"},
        {"libjson-glib-dev", "libjson-glib-1.0-0"},
        {"libyaml-dev", "libyaml-0-2"},
        {"libpcre2-dev", "libpcre2-8-0"},
        {"libpq-dev", "libpq5"},
        {"libpg-query-dev", "libpg-query1504.0"},
        {"libprotobuf-c-dev", "libprotobuf-c1"},
        {NULL, "postgresql-client"},
    };
    g_auto(GStrv) all = read_instructions();
    g_autoptr(GPtrArray) runs = instructions_of(all, "RUN");
    assert_int_equal(runs->len, 3);
    g_autoptr(GHashTable) build = packages_of(g_ptr_array_index(runs, 0));
    g_autoptr(GHashTable) runtime = packages_of(g_ptr_array_index(runs, 2));
    guint libraries = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++) {
        if (!g_hash_table_contains(runtime, wanted[i][1]))
            fail_msg("the second stage lacks %s", wanted[i][1]);
        libraries += wanted[i][0] && g_hash_table_contains(build, wanted[i][0]);
    }
    assert_int_equal(libraries, G_N_ELEMENTS(wanted) - 1);
    assert_int_equal(g_hash_table_size(runtime), G_N_ELEMENTS(wanted));
}

/* What is copied is what a project has, what is started is gen with options that it has. */
static void paths_and_arguments(void **state)
{
    (void)state;
    g_auto(GStrv) all = read_instructions();
    g_autoptr(GPtrArray) copies = instructions_of(all, "COPY");
    static const char *const expected[] = {
        "gen /src",
        "--from=build /usr/local/bin/gen /usr/local/bin/gen",
        "gen.yml /app/gen.yml",
        "models /app/models",
        "migrations /app/migrations",
    };
    assert_int_equal(copies->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < copies->len; i++)
        assert_string_equal(g_ptr_array_index(copies, i), expected[i]);
    g_autoptr(GPtrArray) entry = instructions_of(all, "ENTRYPOINT");
    assert_string_equal(g_ptr_array_index(entry, 0), "[\"gen\"]");
    g_autoptr(GPtrArray) arguments = instructions_of(all, "CMD");
    assert_string_equal(g_ptr_array_index(arguments, 0), "[\"upgrade\", \"--auto\"]");
    const Command *upgrade = command_find("upgrade");
    bool found = false;
    for (const GOptionEntry *option = upgrade->options; option->long_name; option++)
        found = found || strcmp(option->long_name, "auto") == 0;
    assert_true(found);
}

static const YamlNode *child(const YamlNode *node, const char *key)
{
    const YamlNode *value = yaml_get(node, key);
    if (!value)
        fail_msg("the compose file has no %s", key);
    return value;
}

/* A mount is of a volume that is declared; where gen runs, of the folder that backups go to. */
static void check_volumes(const YamlNode *root, const YamlNode *service)
{
    const YamlNode *mounts = child(service, "volumes");
    for (guint i = 0; i < yaml_count(mounts); i++) {
        const char *text = yaml_text(yaml_item(mounts, i));
        g_autofree char *name = g_strndup(text, strcspn(text, ":"));
        child(child(root, "volumes"), name);
    }
}

static void the_compose_file(void **state)
{
    (void)state;
    static const char *const variables[] = {"DATABASE_URL", "AUTO_MIGRATE",
                                            "BACKUP_BEFORE_MIGRATE"};
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autofree char *text = read_block("```yaml\n", 0);
    g_autoptr(YamlFile) file = yaml_file_parse("compose.yml", text, strlen(text), diagnostics);
    assert_non_null(file);
    const YamlNode *root = yaml_file_root(file, 0);
    const YamlNode *services = child(root, "services");
    const YamlNode *migrate = child(services, "migrate");
    const YamlNode *environment = child(migrate, "environment");
    assert_int_equal(yaml_count(environment), G_N_ELEMENTS(variables));
    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
        child(environment, variables[i]);
    assert_string_equal(yaml_text(child(migrate, "build")), ".");
    for (guint i = 0; i < yaml_count(child(migrate, "depends_on")); i++)
        child(services, yaml_text(yaml_item(child(migrate, "depends_on"), i)));
    check_volumes(root, migrate);
    check_volumes(root, child(services, "database"));
    const char *mount = yaml_text(yaml_item(child(migrate, "volumes"), 0));
    assert_string_equal(mount, "backups:/app/backups"); /* WORKDIR and gen.yml's default */
    const YamlNode *condition = child(child(child(services, "web"), "depends_on"), "migrate");
    assert_string_equal(yaml_text(child(condition, "condition")), "service_completed_successfully");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(instructions_are_known),
        cmocka_unit_test(build_packages_are_those_of_the_setup),
        cmocka_unit_test(runtime_packages_are_there),
        cmocka_unit_test(paths_and_arguments),
        cmocka_unit_test(the_compose_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
