/* Single values of models: what they must be, and what is said when they are not. */
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

static const char *kind_word(const YamlNode *node)
{
    if (yaml_kind(node) == YAML_MAPPING)
        return "a mapping";
    if (yaml_kind(node) == YAML_SEQUENCE)
        return "a list";
    return yaml_is_null(node) ? "nothing" : yaml_text(node);
}

static void error_value(ModelReader *r, const char *key, const YamlNode *node, const char *wanted)
{
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE, "%s must be %s", key, wanted);
    diag_set_detail(d, "it is %s", kind_word(node));
}

bool model_expect_mapping(ModelReader *r, const char *what, const YamlNode *node)
{
    if (yaml_kind(node) == YAML_MAPPING)
        return true;
    error_value(r, what, node, "a mapping (key: value)");
    return false;
}

bool model_bool(ModelReader *r, const char *key, const YamlNode *node, bool *ret)
{
    if (yaml_get_bool(node, ret))
        return true;
    error_value(r, key, node, "true or false");
    return false;
}

const char *model_text(ModelReader *r, const char *key, const YamlNode *node)
{
    const char *text = yaml_text(node);
    if (text)
        return state_text(r->state, text);
    error_value(r, key, node, "text");
    return NULL;
}

static bool check_name(ModelReader *r, const char *key, const char *name, const YamlNode *node)
{
    gsize length = strlen(name);
    if (length == 0) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_NAME, "%s is an empty name", key);
        return false;
    }
    if (length <= IDENTIFIER_LIMIT)
        return true;
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_NAME,
                               "the name is longer than PostgreSQL's names can be");
    diag_set_detail(d, "it has %" G_GSIZE_FORMAT " bytes of at most %d", length, IDENTIFIER_LIMIT);
    diag_set_hint(d, "PostgreSQL would cut it to \"%.*s\"",
                  (int)identifier_clip(name, IDENTIFIER_LIMIT), name);
    return false;
}

const char *model_name(ModelReader *r, const char *key, const YamlNode *node)
{
    const char *text = yaml_text(node);
    if (!text) {
        error_value(r, key, node, "a name");
        return NULL;
    }
    return check_name(r, key, text, node) ? g_intern_string(text) : NULL;
}

static const char *trimmed(ModelReader *r, const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    gsize length = strlen(text);
    while (length > 0 && g_ascii_isspace(text[length - 1]))
        length--;
    return state_text_n(r->state, text, length);
}

const char *model_sql(ModelReader *r, const char *key, const YamlNode *node)
{
    static const char *const known[] = {"sql", NULL};
    const YamlNode *text_node = node;
    if (yaml_kind(node) == YAML_MAPPING) {
        if (!yaml_check_keys(node, known, r->diagnostics))
            return NULL;
        text_node = yaml_get(node, "sql");
    }
    const char *text = text_node ? yaml_text(text_node) : NULL;
    if (!text) {
        error_value(r, key, node, "SQL: text, or { sql: … }");
        return NULL;
    }
    text = trimmed(r, text);
    if (*text)
        return text;
    yaml_error(node, r->diagnostics, DIAG_MODEL_SQL, "%s is empty", key);
    return NULL;
}

const char *model_int(ModelReader *r, const char *key, const YamlNode *node)
{
    gint64 value = 0;
    if (!yaml_get_int(node, &value)) {
        error_value(r, key, node, "an integer");
        return NULL;
    }
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, value);
    return state_text(r->state, text);
}

static char folded(char c)
{
    return c == '_' || c == '-' ? ' ' : g_ascii_tolower(c);
}

/* Whether a written word is `word`: case does not count, _ and - stand for a space. */
static bool same_word(const char *written, const char *word)
{
    for (; *written && *word; written++, word++)
        if (folded(*written) != folded(*word))
            return false;
    return *written == *word;
}

bool model_word(ModelReader *r, const char *key, const YamlNode *node, const char *const *words,
                const char **ret)
{
    const char *text = yaml_text(node);
    for (guint i = 0; text && words[i]; i++) {
        if (same_word(text, words[i])) {
            *ret = i ? words[i] : NULL;
            return true;
        }
    }
    g_autofree char *list = g_strjoinv(", ", (char **)words);
    if (!text) {
        error_value(r, key, node, "a word");
        return false;
    }
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "%s cannot be \"%s\"", key, text);
    const char *close = suggest_from(text, words);
    diag_set_detail(d, "it can be: %s", list);
    if (close)
        diag_set_hint(d, "did you mean \"%s\"?", close);
    return false;
}

bool model_names(ModelReader *r, const char *key, const YamlNode *node, NameList *ret)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (yaml_kind(node) == YAML_SCALAR) {
        const char *name = model_name(r, key, node);
        if (!name)
            return false;
        g_ptr_array_add(names, (gpointer)name);
    } else if (yaml_kind(node) == YAML_MAPPING) {
        error_value(r, key, node, "a list of names");
        return false;
    }
    for (guint i = 0; yaml_kind(node) == YAML_SEQUENCE && i < yaml_count(node); i++) {
        const char *name = model_name(r, key, yaml_item(node, i));
        if (!name)
            return false;
        if (g_ptr_array_find(names, name, NULL)) {
            yaml_error(yaml_item(node, i), r->diagnostics, DIAG_MODEL_DUPLICATE,
                       "\"%s\" stands twice in %s", name, key);
            return false;
        }
        g_ptr_array_add(names, (gpointer)name);
    }
    *ret = state_names(r->state, names, true);
    return true;
}

bool model_qualified(ModelReader *r, const char *key, const YamlNode *node, QualifiedName *ret)
{
    const char *text = yaml_text(node);
    g_auto(GStrv) parts = text ? identifier_split(text) : NULL;
    guint count = parts ? g_strv_length(parts) : 0;
    if (count != 1 && count != 2) {
        error_value(r, key, node, "a name, or schema.name");
        return false;
    }
    for (guint i = 0; i < count; i++)
        if (!check_name(r, key, parts[i], node))
            return false;
    ret->schema = count == 2 ? g_intern_string(parts[0]) : NULL;
    ret->name = g_intern_string(parts[count - 1]);
    return true;
}

bool model_options(ModelReader *r, const char *key, const YamlNode *node, NameList *ret)
{
    if (!model_expect_mapping(r, key, node))
        return false;
    g_autoptr(GPtrArray) options = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < yaml_count(node); i++) {
        const YamlNode *value = yaml_value(node, i);
        if (!yaml_text(value)) {
            error_value(r, yaml_text(yaml_key(node, i)), value, "a single value");
            return false;
        }
        g_ptr_array_add(options,
                        g_strdup_printf("%s=%s", yaml_text(yaml_key(node, i)), yaml_text(value)));
    }
    *ret = state_names(r->state, options, false);
    return true;
}
