#include "emit/access.h"

#include "emit/emission.h"
#include "emit/quote.h"
#include "schema/access.h"

/* What GRANT calls a kind. */
static const struct {
    Kind kind;
    const char *word;
} grantables[] = {
    {KIND_SCHEMA, "SCHEMA"},
    {KIND_TABLE, "TABLE"},
    {KIND_VIEW, "TABLE"},
    {KIND_MATERIALIZED_VIEW, "TABLE"},
    {KIND_SEQUENCE, "SEQUENCE"},
    {KIND_FUNCTION, "FUNCTION"},
    {KIND_AGGREGATE, "FUNCTION"},
    {KIND_PROCEDURE, "PROCEDURE"},
    {KIND_ENUM, "TYPE"},
    {KIND_DOMAIN, "TYPE"},
    {KIND_COMPOSITE, "TYPE"},
    {KIND_RANGE, "TYPE"},
    {KIND_LANGUAGE, "LANGUAGE"},
    {KIND_SERVER, "FOREIGN SERVER"},
    {KIND_FOREIGN_DATA_WRAPPER, "FOREIGN DATA WRAPPER"},
};

static void set_owner(Script *script, const Object *object)
{
    const KindSql *sql = kind_sql[object_kind(object)];
    g_autofree char *target = sql->comment_target ? sql->comment_target(object) : NULL;
    g_autofree char *role = quote_name(object->owner);
    if (target)
        script_after(script, "ALTER %s OWNER TO %s", target, role);
}

static char *role_name(const char *role)
{
    return g_str_equal(role, "public") ? g_strdup("PUBLIC") : quote_name(role);
}

char *access_default_head(const Object *object)
{
    g_autofree char *role = quote_name(object->name);
    g_autofree char *schema = object->schema ? quote_name(object->schema) : NULL;
    return g_strconcat("ALTER DEFAULT PRIVILEGES FOR ROLE ", role, schema ? " IN SCHEMA " : "",
                       schema ? schema : "", NULL);
}

char *access_default_word(const Object *object)
{
    const char *on = ((const DefaultPrivileges *)object)->on;
    return g_ascii_strup(on ? on : "tables", -1);
}

/* What stands before GRANT, and what stands behind ON. Freed with g_free. */
static void address_of(const Object *object, char **ret_head, char **ret_target)
{
    g_autofree char *name = quote_object(object);
    *ret_head = NULL;
    *ret_target = NULL;
    if (object_kind(object) == KIND_DEFAULT_PRIVILEGES) {
        g_autofree char *head = access_default_head(object);
        *ret_head = g_strconcat(head, " ", NULL);
        *ret_target = access_default_word(object);
        return;
    }
    *ret_head = g_strdup("");
    for (size_t i = 0; i < G_N_ELEMENTS(grantables); i++)
        if (grantables[i].kind == object_kind(object))
            *ret_target = g_strdup_printf("%s %s", grantables[i].word, name);
}

/* "SELECT (email)" */
static void append_privilege(GString *out, const Grant *grant)
{
    g_autofree char *privilege = g_ascii_strup(grant->privilege, -1);
    g_autofree char *column = grant->column ? quote_name(grant->column) : NULL;
    g_string_append_printf(out, "%s%s", out->len ? ", " : "", privilege);
    if (column)
        g_string_append_printf(out, " (%s)", column);
}

/* One statement for the grants of one role: "GRANT SELECT, UPDATE (email) ON TABLE public.users TO
 * alice". */
static void change_role(Script *script, const Object *object, const Grant *first,
                        const char *privileges, bool revoke)
{
    g_autofree char *head = NULL;
    g_autofree char *target = NULL;
    g_autofree char *role = role_name(first->role);
    address_of(object, &head, &target);
    if (!target)
        return;
    if (revoke)
        script_after(script, "%sREVOKE %s ON %s FROM %s", head, privileges, target, role);
    else
        script_after(script, "%sGRANT %s ON %s TO %s%s", head, privileges, target, role,
                     first->grantable ? " WITH GRANT OPTION" : "");
}

/* The grants of `list` that `wanted` tells, a statement a role (and option). */
static void change_roles(Script *script, const Object *object, ItemList list, const bool *wanted,
                         bool revoke)
{
    const Grant *grants = list.items;
    g_autofree bool *done = g_memdup2(wanted, list.count * sizeof *wanted);
    for (guint i = 0; i < list.count; i++) {
        g_autoptr(GString) privileges = g_string_new(NULL);
        for (guint n = i; done[i] && n < list.count; n++) {
            if (!done[n] || grants[n].role != grants[i].role ||
                (!revoke && grants[n].grantable != grants[i].grantable))
                continue;
            append_privilege(privileges, &grants[n]);
            done[n] = n == i;
        }
        if (privileges->len)
            change_role(script, object, &grants[i], privileges->str, revoke);
    }
}

static bool has_grant(ItemList list, const Grant *wanted)
{
    const Grant *grant = list.items;
    for (guint i = 0; i < list.count; i++)
        if (grant[i].role == wanted->role && grant[i].privilege == wanted->privilege &&
            grant[i].column == wanted->column && grant[i].grantable == wanted->grantable)
            return true;
    return false;
}

/* Whether a grant that stays goes with one that is revoked: that of a column with that of the
 * whole table. */
static bool is_swept(ItemList from, ItemList to, const Grant *stays)
{
    const Grant *grant = from.items;
    for (guint i = 0; stays->column && i < from.count; i++)
        if (!grant[i].column && grant[i].role == stays->role &&
            grant[i].privilege == stays->privilege && !has_grant(to, &grant[i]))
            return true;
    return false;
}

static void change_grants(Script *script, const Object *object, ItemList from, ItemList to)
{
    g_autofree bool *old = g_new0(bool, from.count + 1);
    g_autofree bool *new = g_new0(bool, to.count + 1);
    const Grant *before = from.items;
    const Grant *after = to.items;
    for (guint i = 0; i < from.count; i++)
        old[i] = !has_grant(to, &before[i]);
    for (guint i = 0; i < to.count; i++)
        new[i] = !has_grant(from, &after[i]) || is_swept(from, to, &after[i]);
    change_roles(script, object, from, old, true);
    change_roles(script, object, to, new, false);
}

/* ---- new objects ---- */

static Grant of_public(const Object *object)
{
    return (Grant){.role = g_intern_static_string("public"),
                   .privilege = g_intern_string(access_of_public(object))};
}

static void add_for(GPtrArray *found, const GPtrArray *objects, const Object *object)
{
    for (guint i = 0; i < objects->len; i++) {
        Object *other = g_ptr_array_index(objects, i);
        if (object_kind(other) == KIND_DEFAULT_PRIVILEGES &&
            access_is_for((const DefaultPrivileges *)other, object))
            g_ptr_array_add(found, other);
    }
}

/* Default privileges that stand when a new object comes, and may be those of the role that makes
 * it: who that is, is not known. They change before anything comes. */
static GPtrArray *defaults_for(const Object *object, const EmitOptions *options)
{
    GPtrArray *found = g_ptr_array_new();
    const Plan *plan = options->emission ? options->emission->plan : NULL;
    if (plan) {
        add_for(found, plan->from->aside, object);
        add_for(found, plan->to->aside, object);
        add_for(found, plan->to->objects, object);
    }
    return found;
}

static bool is_named(const GPtrArray *objects, const char *role)
{
    for (guint i = 0; i < objects->len; i++) {
        const Object *object = g_ptr_array_index(objects, i);
        if (object_kind(object) == KIND_DEFAULT_PRIVILEGES && object->name == role)
            return true;
    }
    return false;
}

/* Whether a role may own a new object, so that nothing must be revoked from it: the one that is
 * stated, or one that has default privileges, since it makes objects. */
static bool may_own(const Object *object, const char *role, const Plan *plan)
{
    return role == object->owner || is_named(plan->from->aside, role) ||
           is_named(plan->to->aside, role) || is_named(plan->to->objects, role);
}

/* What a new object may have been given on its own is revoked, and whatever is not certain to be
 * there is granted. */
static void settle_grants(Script *script, const Object *object, ItemList wanted,
                          const EmitOptions *options)
{
    g_autoptr(GPtrArray) defaults = defaults_for(object, options);
    g_autoptr(GArray) given = g_array_new(FALSE, TRUE, sizeof(Grant));
    bool certain = true;
    Grant everybody = of_public(object);
    for (guint i = 0; i < defaults->len; i++) {
        const Object *other = g_ptr_array_index(defaults, i);
        certain = certain && other->schema;
        const Grant *grants = other->grants.items;
        for (guint n = 0; n < other->grants.count; n++)
            if (!has_grant((ItemList){given->len, given->data}, &grants[n]) &&
                !has_grant(wanted, &grants[n]) &&
                !may_own(object, grants[n].role, options->emission->plan))
                g_array_append_val(given, grants[n]);
    }
    if (everybody.privilege && (certain || !has_grant(wanted, &everybody)) &&
        !has_grant((ItemList){given->len, given->data}, &everybody))
        g_array_append_val(given, everybody);
    change_grants(script, object, (ItemList){given->len, given->data}, wanted);
}

/* The object that a new one takes the place of, or NULL. */
static const Object *predecessor(const Object *object, const EmitOptions *options)
{
    const Change *change = options->emission ? options->emission->change : NULL;
    return change && change->to == object ? change->instead_of : NULL;
}

void access_create(Script *script, const Object *object, const EmitOptions *options)
{
    const Object *old = predecessor(object, options);
    if (object->owner)
        set_owner(script, object);
    if (object->states_grants || object->had_grants)
        settle_grants(script, object, object->grants, options);
    else if (old && old->had_grants)
        settle_grants(script, object, old->grants, options);
}

void access_alter(Script *script, const Change *change)
{
    if (change->mask & CHANGED_OWNER)
        set_owner(script, change->to);
    if (change->mask & CHANGED_GRANTS)
        change_grants(script, change->to, change->from->grants, change->to->grants);
}

void access_drop(Script *script, const Object *object)
{
    Grant everybody = of_public(object);
    change_grants(script, object, object->grants,
                  (ItemList){everybody.privilege ? 1 : 0, &everybody});
}
