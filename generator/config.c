#include "generator/config.h"

#include "generator/dotenv.h"
#include "migrations/revision.h"
#include "schema/yaml.h"

#include <string.h>

#define CONFIG_NAME "gen.yml"

static const char *const hook_words[] = {
    [HOOK_AFTER_REVISION] = "after_revision",
    [HOOK_BEFORE_UPGRADE] = "before_upgrade",
    [HOOK_AFTER_UPGRADE] = "after_upgrade",
    [HOOK_BEFORE_DOWNGRADE] = "before_downgrade",
    [HOOK_AFTER_DOWNGRADE] = "after_downgrade",
    [HOOK_ON_FAILURE] = "on_failure",
    NULL,
};

const char *hook_word(Hook hook)
{
    return hook_words[hook];
}

/* Readers: each takes a value to its member and complains where it stands. */

typedef bool KeyReader(Config *config, void *member, const YamlNode *value,
                       Diagnostics *diagnostics);

static bool complain(const YamlNode *value, Diagnostics *diagnostics, const char *text)
{
    yaml_error(value, diagnostics, DIAG_CONFIG, "%s", text);
    return false;
}

static bool take_text(char **member, const char *text)
{
    g_free(*member);
    *member = g_strdup(text);
    return true;
}

static bool read_text(Config *config, void *member, const YamlNode *value, Diagnostics *diagnostics)
{
    (void)config;
    const char *text = yaml_kind(value) == YAML_SCALAR ? yaml_text(value) : NULL;
    if (!text || !*text)
        return complain(value, diagnostics, "a text is expected here");
    return take_text(member, text);
}

static bool read_path(Config *config, void *member, const YamlNode *value, Diagnostics *diagnostics)
{
    if (!read_text(config, member, value, diagnostics))
        return false;
    char **path = member;
    if (g_path_is_absolute(*path) || strcmp(config->root, ".") == 0)
        return true;
    char *joined = g_build_filename(config->root, *path, NULL);
    g_free(*path);
    *path = joined;
    return true;
}

/* ${NAME} in a URL stands for a variable, so that secrets stay out of gen.yml. */
static gboolean put_variable(const GMatchInfo *info, GString *out, gpointer data)
{
    g_autofree char *name = g_match_info_fetch(info, 1);
    const char *value = config_variable(data, name);
    g_string_append(out, value ? value : "");
    return FALSE;
}

static char *expand(Config *config, const char *text)
{
    g_autoptr(GRegex) regex = g_regex_new("\\$\\{(\\w+)\\}", 0, 0, NULL);
    return g_regex_replace_eval(regex, text, -1, 0, 0, put_variable, config, NULL);
}

static bool read_url(Config *config, void *member, const YamlNode *value, Diagnostics *diagnostics)
{
    if (!read_text(config, member, value, diagnostics))
        return false;
    char **url = member;
    char *expanded = expand(config, *url);
    g_free(*url);
    *url = expanded;
    return true;
}

static void add_entry(GPtrArray *list, const char *name, const char *value, Place place)
{
    ConfigEntry *entry = g_new0(ConfigEntry, 1);
    entry->name = g_strdup(name);
    entry->value = g_strdup(value);
    entry->place = place;
    entry->place.file = g_strdup(place.file);
    g_ptr_array_add(list, entry);
}

/* A list of texts, or one text. */
static bool read_list(Config *config, void *member, const YamlNode *value, Diagnostics *diagnostics)
{
    (void)config;
    GPtrArray *list = *(GPtrArray **)member;
    g_ptr_array_set_size(list, 0);
    if (yaml_kind(value) == YAML_SCALAR && yaml_text(value)) {
        add_entry(list, NULL, yaml_text(value), yaml_place(value));
        return true;
    }
    if (yaml_kind(value) != YAML_SEQUENCE)
        return complain(value, diagnostics, "a list of texts is expected here");
    for (guint i = 0; i < yaml_count(value); i++) {
        const YamlNode *item = yaml_item(value, i);
        if (yaml_kind(item) != YAML_SCALAR || !yaml_text(item))
            return complain(item, diagnostics, "a text is expected here");
        add_entry(list, NULL, yaml_text(item), yaml_place(item));
    }
    return true;
}

static bool read_schemas(Config *config, void *member, const YamlNode *value,
                         Diagnostics *diagnostics)
{
    config->all_schemas =
        yaml_kind(value) == YAML_SCALAR && g_strcmp0(yaml_text(value), "all") == 0;
    if (!config->all_schemas)
        return read_list(config, member, value, diagnostics);
    g_ptr_array_set_size(config->schemas, 0);
    return true;
}

static bool read_map(Config *config, void *member, const YamlNode *value, Diagnostics *diagnostics)
{
    (void)config;
    GPtrArray *list = *(GPtrArray **)member;
    g_ptr_array_set_size(list, 0);
    if (yaml_kind(value) != YAML_MAPPING)
        return complain(value, diagnostics, "keys and values are expected here");
    for (guint i = 0; i < yaml_count(value); i++) {
        const YamlNode *item = yaml_value(value, i);
        if (yaml_kind(item) != YAML_SCALAR || !yaml_text(item))
            return complain(item, diagnostics, "a text is expected here");
        add_entry(list, yaml_text(yaml_key(value, i)), yaml_text(item), yaml_place(item));
    }
    return true;
}

static bool read_databases(Config *config, void *member, const YamlNode *value,
                           Diagnostics *diagnostics)
{
    if (!read_map(config, member, value, diagnostics))
        return false;
    for (guint i = 0; i < config->databases->len; i++) {
        ConfigEntry *entry = g_ptr_array_index(config->databases, i);
        char *expanded = expand(config, entry->value);
        g_free(entry->value);
        entry->value = expanded;
    }
    return true;
}

static bool check_words(const GPtrArray *list, bool names, const char *const *known,
                        Diagnostics *diagnostics)
{
    bool good = true;
    g_autofree char *all = g_strjoinv(", ", (char **)known);
    for (guint i = 0; i < list->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(list, i);
        const char *word = names ? entry->name : entry->value;
        if (g_strv_contains(known, word))
            continue;
        good = false;
        diag_set_hint(diag_error(diagnostics, DIAG_CONFIG, entry->place, "unknown word: %s", word),
                      "one of %s", all);
    }
    return good;
}

static bool read_manage(Config *config, void *member, const YamlNode *value,
                        Diagnostics *diagnostics)
{
    static const char *const known[] = {"grants", "owners", NULL};
    return read_list(config, member, value, diagnostics) &&
           check_words(config->manage, false, known, diagnostics);
}

static bool read_naming(Config *config, void *member, const YamlNode *value,
                        Diagnostics *diagnostics)
{
    static const char *const known[] = {"pk", "uq", "ck", "fk", "ix", NULL};
    return read_map(config, member, value, diagnostics) &&
           check_words(config->naming, true, known, diagnostics);
}

static bool read_template(Config *config, void *member, const YamlNode *value,
                          Diagnostics *diagnostics)
{
    return read_text(config, member, value, diagnostics) &&
           revision_check_template(*(char **)member, yaml_place(value), diagnostics);
}

static bool read_timezone(Config *config, void *member, const YamlNode *value,
                          Diagnostics *diagnostics)
{
    if (!read_text(config, member, value, diagnostics))
        return false;
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(*(char **)member);
    return zone || complain(value, diagnostics, "there is no such time zone");
}

static bool read_duration(Config *config, void *member, const YamlNode *value,
                          Diagnostics *diagnostics)
{
    if (!read_text(config, member, value, diagnostics))
        return false;
    return g_regex_match_simple("^[0-9]+(us|ms|s|min|h|d)?$", *(char **)member, 0, 0) ||
           complain(value, diagnostics, "a duration is a number and us, ms, s, min, h or d: 5s");
}

static bool read_seconds(Config *config, void *member, const YamlNode *value,
                         Diagnostics *diagnostics)
{
    (void)config;
    const char *text = yaml_kind(value) == YAML_SCALAR ? yaml_text(value) : NULL;
    char *end = NULL;
    double seconds = text ? g_ascii_strtod(text, &end) : -1;
    if (end && strcmp(end, "s") == 0)
        end++;
    if (!end || *end || end == text || seconds < 0)
        return complain(value, diagnostics, "a number of seconds is expected here");
    *(double *)member = seconds;
    return true;
}

static bool read_count(Config *config, void *member, const YamlNode *value,
                       Diagnostics *diagnostics)
{
    (void)config;
    gint64 count;
    if (!yaml_get_int(value, &count) || count < 0 || count > 1000)
        return complain(value, diagnostics, "a number from 0 to 1000 is expected here");
    *(gint64 *)member = count;
    return true;
}

static bool read_backup(Config *config, void *member, const YamlNode *value,
                        Diagnostics *diagnostics)
{
    (void)config;
    const char *text = yaml_kind(value) == YAML_SCALAR ? yaml_text(value) : NULL;
    bool always = g_strcmp0(text, "always") == 0;
    if (!always && g_strcmp0(text, "never") != 0)
        return complain(value, diagnostics, "backup is always or never");
    *(bool *)member = always;
    return true;
}

static bool read_hooks(Config *config, void *member, const YamlNode *value,
                       Diagnostics *diagnostics)
{
    GPtrArray **hooks = member;
    if (yaml_kind(value) != YAML_MAPPING)
        return complain(value, diagnostics, "hooks are keys with commands");
    bool good = yaml_check_keys(value, hook_words, diagnostics);
    for (gsize i = 0; hook_words[i]; i++) {
        const YamlNode *commands = yaml_get(value, hook_words[i]);
        if (commands)
            good = read_list(config, &hooks[i], commands, diagnostics) && good;
    }
    return good;
}

/* Every key of gen.yml, once. docs/configuration.md lists them in this order. */
static const struct {
    const char *key;
    KeyReader *read;
    gsize offset;
} keys[] = {
    {"models", read_path, offsetof(Config, models)},
    {"migrations", read_path, offsetof(Config, migrations)},
    {"backups", read_path, offsetof(Config, backups)},
    {"database", read_url, offsetof(Config, database)},
    {"url", read_url, offsetof(Config, database)},
    {"databases", read_databases, offsetof(Config, databases)},
    {"schema", read_text, offsetof(Config, schema)},
    {"schemas", read_schemas, offsetof(Config, schemas)},
    {"include", read_list, offsetof(Config, include)},
    {"exclude", read_list, offsetof(Config, exclude)},
    {"types", read_map, offsetof(Config, types)},
    {"naming", read_naming, offsetof(Config, naming)},
    {"manage", read_manage, offsetof(Config, manage)},
    {"file_template", read_template, offsetof(Config, file_template)},
    {"timezone", read_timezone, offsetof(Config, timezone)},
    {"version_table", read_text, offsetof(Config, version_table)},
    {"version_table_schema", read_text, offsetof(Config, version_table_schema)},
    {"lock_timeout", read_duration, offsetof(Config, lock_timeout)},
    {"statement_timeout", read_duration, offsetof(Config, statement_timeout)},
    {"lock_wait", read_seconds, offsetof(Config, lock_wait)},
    {"lock_retries", read_count, offsetof(Config, lock_retries)},
    {"backup", read_backup, offsetof(Config, backup_always)},
    {"hooks", read_hooks, offsetof(Config, hooks)},
};

static bool read_key(Config *config, gsize key, const YamlNode *value, Diagnostics *diagnostics)
{
    return keys[key].read(config, (char *)config + keys[key].offset, value, diagnostics);
}

static bool check_config_keys(const YamlNode *root, Diagnostics *diagnostics)
{
    const char *known[G_N_ELEMENTS(keys) + 1] = {NULL};
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        known[i] = keys[i].key;
    return yaml_check_keys(root, known, diagnostics);
}

static bool read_file(Config *config, Diagnostics *diagnostics)
{
    g_autoptr(YamlFile) file = yaml_file_read(config->path, diagnostics);
    if (!file)
        return false;
    const YamlNode *root = yaml_file_documents(file) > 0 ? yaml_file_root(file, 0) : NULL;
    if (!root)
        return true;
    if (yaml_kind(root) != YAML_MAPPING)
        return complain(root, diagnostics, "gen.yml holds keys and values");
    bool good = check_config_keys(root, diagnostics) && !diagnostics_failed(diagnostics);
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        const YamlNode *value = yaml_get(root, keys[i].key);
        if (value && !yaml_is_null(value))
            good = read_key(config, i, value, diagnostics) && good;
    }
    return good;
}

/* GEN_LOCK_TIMEOUT=10s and the like: the key in capitals, the value as gen.yml would have it. */
static bool read_environment(Config *config, Diagnostics *diagnostics)
{
    bool good = true;
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *upper = g_ascii_strup(keys[i].key, -1);
        g_autofree char *name = g_strconcat("GEN_", upper, NULL);
        const char *text = config_variable(config, name);
        if (!text || !*text)
            continue;
        g_autoptr(YamlFile) file = yaml_file_parse(name, text, strlen(text), diagnostics);
        const YamlNode *root = file ? yaml_file_root(file, 0) : NULL;
        good = root && read_key(config, i, root, diagnostics) && good;
    }
    return good;
}

/* Finding and making */

/* gen.yml here or above: "gen.yml", "../gen.yml", …; NULL for none. */
static char *find_upwards(void)
{
    g_autofree char *folder = g_get_current_dir();
    GString *up = g_string_new(NULL);
    for (;;) {
        g_autofree char *path = g_build_filename(folder, CONFIG_NAME, NULL);
        if (g_file_test(path, G_FILE_TEST_EXISTS)) {
            g_string_append(up, CONFIG_NAME);
            return g_string_free(up, FALSE);
        }
        char *parent = g_path_get_dirname(folder);
        bool top = strcmp(parent, folder) == 0;
        g_free(folder);
        folder = parent;
        if (top)
            break;
        g_string_append(up, "../");
    }
    g_string_free(up, TRUE);
    return NULL;
}

static void entry_free(gpointer data)
{
    ConfigEntry *entry = data;
    g_free(entry->name);
    g_free(entry->value);
    g_free((char *)entry->place.file);
    g_free(entry);
}

static GPtrArray *entries_new(void)
{
    return g_ptr_array_new_with_free_func(entry_free);
}

static Config *config_new(const char *path)
{
    Config *config = g_new0(Config, 1);
    config->path = g_strdup(path);
    config->root = path ? g_path_get_dirname(path) : g_strdup(".");
    bool here = strcmp(config->root, ".") == 0;
    config->models = here ? g_strdup("models") : g_build_filename(config->root, "models", NULL);
    config->migrations =
        here ? g_strdup("migrations") : g_build_filename(config->root, "migrations", NULL);
    config->backups = here ? g_strdup("backups") : g_build_filename(config->root, "backups", NULL);
    config->schema = g_strdup("public");
    config->lock_timeout = g_strdup("5s");
    config->lock_wait = 60;
    config->lock_retries = 3;
    GPtrArray **lists[] = {&config->databases, &config->schemas, &config->include, &config->exclude,
                           &config->types,     &config->naming,  &config->manage};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = entries_new();
    for (gsize i = 0; i < G_N_ELEMENTS(config->hooks); i++)
        config->hooks[i] = entries_new();
    return config;
}

void config_free(Config *config)
{
    if (!config)
        return;
    GPtrArray *lists[] = {config->databases, config->schemas, config->include, config->exclude,
                          config->types,     config->naming,  config->manage};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(config->hooks); i++)
        g_ptr_array_unref(config->hooks[i]);
    char *texts[] = {config->path,
                     config->root,
                     config->models,
                     config->migrations,
                     config->backups,
                     config->database,
                     config->schema,
                     config->file_template,
                     config->timezone,
                     config->version_table,
                     config->lock_timeout,
                     config->version_table_schema,
                     config->statement_timeout};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_clear_pointer(&config->dotenv, g_hash_table_unref);
    g_free(config);
}

Config *config_read(const char *file, Diagnostics *diagnostics)
{
    g_autofree char *found = file ? g_strdup(file) : find_upwards();
    g_autoptr(Config) config = config_new(found);
    config->dotenv = dotenv_read(config->root, diagnostics);
    if (!config->dotenv)
        return NULL;
    if (found && !read_file(config, diagnostics))
        return NULL;
    if (!read_environment(config, diagnostics))
        return NULL;
    return g_steal_pointer(&config);
}

const char *config_variable(const Config *config, const char *name)
{
    const char *value = g_getenv(name);
    return value ? value : g_hash_table_lookup(config->dotenv, name);
}

const char *config_database(const Config *config, const char *name)
{
    for (guint i = 0; i < config->databases->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(config->databases, i);
        if (strcmp(entry->name, name) == 0)
            return entry->value;
    }
    return NULL;
}
