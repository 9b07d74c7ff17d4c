/* Grants in models: role → list of "select", "update (email)", "insert with grant option", "select
 * granted by alice". */
#include "schema/access.h"
#include "schema/model_reader.h"

#include <string.h>

static void error_grant(ModelReader *r, const YamlNode *node)
{
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "this is no privilege");
    diag_set_hint(d, "write `select`, `update (column)`, `select with grant option`, or `select "
                     "granted by role`");
}

static bool is_privilege(ModelReader *r, const Object *object, const char *word,
                         const YamlNode *node)
{
    const char *const *known = access_privileges(object);
    if (g_strv_contains(known, word))
        return true;
    bool later = object_kind(object) == KIND_DEFAULT_PRIVILEGES;
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE, "\"%s\" is no privilege on %s%s", word,
                   later ? "" : "a ", later ? object->arguments : object->info->word);
    g_autofree char *list = g_strjoinv(", ", (char **)known);
    diag_set_hint(d, "there are: %s", list);
    return false;
}

/* Cuts " granted by role" off; false if there is no role. */
static bool cut_grantor(char *text, const char **ret_grantor)
{
    static const char words[] = " granted by ";
    for (char *at = text; *at; at++) {
        if (g_ascii_strncasecmp(at, words, strlen(words)) != 0)
            continue;
        const char *role = g_strstrip(at + strlen(words));
        *ret_grantor = *role ? g_intern_string(role) : NULL;
        *at = '\0';
        return *role != '\0';
    }
    return true;
}

/* Cuts " with grant option" off. */
static bool cut_option(char *text)
{
    static const char option[] = " with grant option";
    if (strlen(text) <= strlen(option) ||
        g_ascii_strcasecmp(text + strlen(text) - strlen(option), option) != 0)
        return false;
    text[strlen(text) - strlen(option)] = '\0';
    g_strchomp(text);
    return true;
}

/* One privilege of one role. */
static bool read_privilege(ModelReader *r, const Object *object, const char *role,
                           const YamlNode *node, GArray *grants)
{
    const char *given = yaml_text(node);
    if (!given) {
        error_grant(r, node);
        return false;
    }
    g_autofree char *text = g_strstrip(g_strdup(given));
    Grant grant = {.role = role};
    if (!cut_grantor(text, &grant.grantor)) {
        error_grant(r, node);
        return false;
    }
    grant.grantable = cut_option(g_strchomp(text));
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
    if (!is_privilege(r, object, word, node))
        return false;
    grant.privilege = g_intern_string(word);
    g_array_append_val(grants, grant);
    return true;
}

/* What was read of an object already. */
static GArray *grants_so_far(const Object *object)
{
    GArray *grants = g_array_new(FALSE, TRUE, sizeof(Grant));
    if (object->grants.count)
        g_array_append_vals(grants, object->grants.items, object->grants.count);
    return grants;
}

bool model_read_grants(ModelReader *r, Object *object, const YamlNode *node)
{
    g_autoptr(GArray) grants = grants_so_far(object);
    bool good = true;
    if (!model_expect_mapping(r, "grants", node))
        return false;
    for (guint i = 0; i < yaml_count(node); i++) {
        const char *role = model_name(r, "role", yaml_key(node, i));
        const YamlNode *value = yaml_value(node, i);
        bool list = yaml_kind(value) == YAML_SEQUENCE;
        for (guint n = 0; role && n < (list ? yaml_count(value) : 1); n++)
            good &= read_privilege(r, object, role, list ? yaml_item(value, n) : value, grants);
    }
    object->grants = grants_from(r->state, grants);
    object->states_grants = true;
    return good;
}

bool model_read_withheld(ModelReader *r, Object *object, const YamlNode *node)
{
    NameList names = {0, NULL};
    if (!model_names(r, "withheld", node, &names))
        return false;
    g_autoptr(GArray) grants = grants_so_far(object);
    for (guint i = 0; i < names.count; i++) {
        if (!is_privilege(r, object, names.names[i], node))
            return false;
        Grant grant = {.privilege = names.names[i], .withheld = true};
        g_array_append_val(grants, grant);
    }
    object->grants = grants_from(r->state, grants);
    object->states_grants = true;
    return true;
}

static void complete_grants(ModelReader *r, Object *object)
{
    const char *owner = access_owner(r->state, object);
    g_autoptr(GArray) grants = grants_so_far(object);
    for (guint i = grants->len; i-- > 0;) {
        Grant *grant = &g_array_index(grants, Grant, i);
        if (grant->withheld && !owner) {
            diag_error(r->diagnostics, DIAG_MODEL_EMPTY, object->place,
                       "something is withheld from the owner of %s, and it is not said who that is",
                       object->name);
            return;
        }
        if (grant->withheld)
            grant->role = owner;
        else if (grants_goes_without_saying(grant, owner))
            g_array_remove_index(grants, i);
    }
    object->grants = grants_from(r->state, grants);
}

void model_complete_access(ModelReader *r)
{
    for (guint i = 0; i < r->state->objects->len; i++) {
        Object *object = g_ptr_array_index(r->state->objects, i);
        if (object->info->flags & KIND_OWNED_APART && !object->owner)
            object->owner = object->parent->owner;
        if (object->grants.count && object_kind(object) != KIND_DEFAULT_PRIVILEGES)
            complete_grants(r, object);
    }
}

static bool check_withheld(ModelReader *r, const DefaultPrivileges *d, const YamlNode *node)
{
    if (d->object.schema && d->withheld.count) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE,
                   "in one schema nothing can be withheld that the role gets everywhere");
        return false;
    }
    for (guint i = 0; i < d->withheld.count; i++)
        if (!is_privilege(r, &d->object, d->withheld.names[i], node))
            return false;
    return true;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The kind of objects that they are on says which privileges there are. */
void model_read_default_privileges(ModelReader *r, Object *object, const YamlNode *node)
{
    DefaultPrivileges *d = (DefaultPrivileges *)object;
    const YamlNode *grants = yaml_get(node, "grants");
    const YamlNode *withheld = yaml_get(node, "withheld");
    const char *on = d->on ? d->on : "tables";
    if (!state_set_arguments(r->state, object, on))
        diag_error(r->diagnostics, DIAG_MODEL_DUPLICATE, object->place,
                   "default privileges of %s on %s are declared twice", object->name, on);
    if (withheld && !check_withheld(r, d, withheld))
        return;
    if (d->withheld.count)
        qsort((void *)d->withheld.names, d->withheld.count, sizeof *d->withheld.names, by_name);
    object->states_grants = true;
    if (grants && !yaml_is_null(grants))
        model_read_grants(r, object, grants);
}
