/* Grants in models: role → list of "select", "update (email)", "insert with grant option". */
#include "schema/access.h"
#include "schema/model_reader.h"

#include <string.h>

static void error_grant(ModelReader *r, const YamlNode *node)
{
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "this is no privilege");
    diag_set_hint(d, "write `select`, `update (column)`, or `select with grant option`");
}

/* One privilege of one role. */
static bool read_privilege(ModelReader *r, const char *role, const YamlNode *node, GArray *grants)
{
    static const char option[] = " with grant option";
    const char *given = yaml_text(node);
    if (!given) {
        error_grant(r, node);
        return false;
    }
    g_autofree char *text = g_strstrip(g_strdup(given));
    Grant grant = {.role = role};
    if (strlen(text) > strlen(option) &&
        g_ascii_strcasecmp(text + strlen(text) - strlen(option), option) == 0) {
        grant.grantable = true;
        text[strlen(text) - strlen(option)] = '\0';
        g_strchomp(text);
    }
    char *open = strchr(text, '(');
    if (open) {
        char *end = strchr(open, ')');
        if (!end || end[1]) {
            error_grant(r, node);
            return false;
        }
        *end = '\0';
        *open = '\0';
        g_autofree char *column = g_strstrip(g_strdup(open + 1));
        grant.column = g_intern_string(column);
    }
    g_autofree char *word = g_ascii_strdown(g_strstrip(text), -1);
    grant.privilege = g_intern_string(word);
    g_array_append_val(grants, grant);
    return true;
}

bool model_read_grants(ModelReader *r, Object *object, const YamlNode *node)
{
    g_autoptr(GArray) grants = g_array_new(FALSE, TRUE, sizeof(Grant));
    bool good = true;
    if (!model_expect_mapping(r, "grants", node))
        return false;
    for (guint i = 0; i < yaml_count(node); i++) {
        const char *role = model_name(r, "role", yaml_key(node, i));
        const YamlNode *value = yaml_value(node, i);
        bool list = yaml_kind(value) == YAML_SEQUENCE;
        for (guint n = 0; role && n < (list ? yaml_count(value) : 1); n++)
            good &= read_privilege(r, role, list ? yaml_item(value, n) : value, grants);
    }
    object->grants = grants_from(r->state, grants);
    object->states_grants = true;
    return good;
}
