#include "emit/access.h"

#include "emit/column_numbering.h"
#include "emit/emission.h"
#include "emit/quote.h"
#include "schema/access.h"
#include "schema/table.h"
#include "schema/view.h"

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
    {KIND_COLUMN, "SEQUENCE"},
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

static void set_owner(Script *script, const Object *object, const char *owner)
{
    const KindSql *sql = kind_sql[object_kind(object)];
    g_autofree char *target = sql->comment_target ? sql->comment_target(object) : NULL;
    g_autofree char *role = quote_name(owner);
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
    g_autofree char *name = object_kind(object) == KIND_COLUMN
                                ? column_sequence((const Column *)object)
                                : quote_object(object);
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

typedef enum Verb { VERB_GRANT, VERB_REVOKE, VERB_REVOKE_OPTION } Verb;

static const char *const verbs[] = {"GRANT", "REVOKE", "REVOKE GRANT OPTION FOR"};

/* What a role has granted is its own affair: nobody else grants or revokes it. */
static void add_as(Script *script, const char *grantor, const char *sql)
{
    g_autofree char *role = grantor ? quote_name(grantor) : NULL;
    if (role)
        script_after(script, "SET LOCAL ROLE %s", role);
    script_after(script, "%s", sql);
    if (role)
        script_after(script, "RESET ROLE");
}

/* One statement for the grants of one role: "GRANT SELECT, UPDATE (email) ON TABLE public.users TO
 * alice". */
static void change_role(Script *script, const Object *object, const Grant *first,
                        const char *privileges, Verb verb)
{
    static const char *const option = " WITH GRANT OPTION";
    g_autofree char *head = NULL;
    g_autofree char *target = NULL;
    g_autofree char *role = role_name(first->role);
    address_of(object, &head, &target);
    if (!target)
        return;
    g_autofree char *sql = g_strdup_printf("%s%s %s ON %s %s %s%s", head, verbs[verb], privileges,
                                           target, verb == VERB_GRANT ? "TO" : "FROM", role,
                                           verb == VERB_GRANT && first->grantable ? option : "");
    add_as(script, first->grantor, sql);
}

static const Grant *grant_at(const GArray *grants, guint i)
{
    return &g_array_index(grants, Grant, i);
}

static bool go_together(const Grant *a, const Grant *b, Verb verb)
{
    return a->role == b->role && a->grantor == b->grantor &&
           (verb != VERB_GRANT || a->grantable == b->grantable);
}

/* A statement a role (and option, and grantor) for the grants that are `depth` steps from the
 * owner. */
static void change_roles(Script *script, const Object *object, const GArray *grants,
                         const guint *depths, guint depth, Verb verb)
{
    g_autofree bool *done = g_new0(bool, grants->len + 1);
    for (guint i = 0; i < grants->len; i++) {
        g_autoptr(GString) privileges = g_string_new(NULL);
        for (guint n = i; !done[i] && n < grants->len; n++) {
            if (done[n] || depths[n] != depth ||
                !go_together(grant_at(grants, i), grant_at(grants, n), verb))
                continue;
            append_privilege(privileges, grant_at(grants, n));
            done[n] = n != i;
        }
        if (depths[i] == depth && privileges->len)
            change_role(script, object, grant_at(grants, i), privileges->str, verb);
    }
}

/* How many roles stand between the owner and a grant: each has to have the option before it
 * grants, and loses it after what it granted is revoked. */
static guint depth_of(ItemList all, const Grant *grant, guint limit)
{
    const Grant *other = all.items;
    guint least = limit;
    if (!grant->grantor || limit == 0)
        return 0;
    for (guint i = 0; i < all.count; i++)
        if (other[i].role == grant->grantor && other[i].grantable &&
            other[i].privilege == grant->privilege &&
            (!other[i].column || other[i].column == grant->column))
            least = MIN(least, depth_of(all, &other[i], limit - 1));
    return least + 1;
}

static void change_by_depth(Script *script, const Object *object, const GArray *grants,
                            ItemList all, Verb verb)
{
    static const guint limit = 8; /* of a chain of roles: grants do not go in circles */
    g_autofree guint *depths = g_new0(guint, grants->len + 1);
    guint deepest = 0;
    for (guint i = 0; i < grants->len; i++) {
        depths[i] = depth_of(all, grant_at(grants, i), limit);
        deepest = MAX(deepest, depths[i]);
    }
    for (guint depth = 0; depth <= deepest; depth++)
        change_roles(script, object, grants, depths, verb == VERB_GRANT ? depth : deepest - depth,
                     verb);
}

static bool has_grant(ItemList list, const Grant *wanted)
{
    const Grant *grant = list.items;
    for (guint i = 0; i < list.count; i++)
        if (grant[i].role == wanted->role && grant[i].privilege == wanted->privilege &&
            grant[i].column == wanted->column && grant[i].grantable == wanted->grantable &&
            grant[i].withheld == wanted->withheld && grant[i].grantor == wanted->grantor)
            return true;
    return false;
}

/* Whether a grant that stays goes with one that is revoked: that of a column with that of the
 * whole table. */
static bool is_swept(const GArray *revoked, const Grant *stays)
{
    for (guint i = 0; stays->column && i < revoked->len; i++) {
        const Grant *grant = grant_at(revoked, i);
        if (!grant->column && grant->role == stays->role && grant->privilege == stays->privilege &&
            grant->grantor == stays->grantor)
            return true;
    }
    return false;
}

/* The grants of one list that are not in the other, or what is withheld there and not here. */
static void add_missing(GArray *found, ItemList list, ItemList other, bool withheld)
{
    const Grant *grant = list.items;
    for (guint i = 0; i < list.count; i++)
        if (grant[i].withheld == withheld && !has_grant(other, &grant[i]))
            g_array_append_val(found, grant[i]);
}

static void add_swept(GArray *found, ItemList to, const GArray *revoked)
{
    const Grant *grant = to.items;
    for (guint i = 0; i < to.count; i++)
        if (!grant[i].withheld && is_swept(revoked, &grant[i]) &&
            !has_grant((ItemList){found->len, found->data}, &grant[i]))
            g_array_append_val(found, grant[i]);
}

/* Takes out what an owner loses no more of than the option to grant it. */
static GArray *take_options(GArray *revoked, const char *owner)
{
    GArray *options = g_array_new(FALSE, TRUE, sizeof(Grant));
    for (guint i = 0; i < revoked->len;) {
        const Grant *grant = grant_at(revoked, i);
        if (owner && grant->role == owner && grant->grantable && !grant->column) {
            g_array_append_val(options, *grant);
            g_array_remove_index(revoked, i);
        } else {
            i++;
        }
    }
    return options;
}

/* What is withheld from an owner is revoked, and given back. */
static void change_grants(Script *script, const Object *object, const char *owner, ItemList from,
                          ItemList to)
{
    g_autoptr(GArray) revoked = g_array_new(FALSE, TRUE, sizeof(Grant));
    g_autoptr(GArray) granted = g_array_new(FALSE, TRUE, sizeof(Grant));
    add_missing(revoked, from, to, false);
    add_missing(revoked, to, from, true);
    add_missing(granted, from, to, true);
    add_missing(granted, to, from, false);
    add_swept(granted, to, revoked);
    g_autoptr(GArray) options = take_options(revoked, owner);
    change_by_depth(script, object, options, from, VERB_REVOKE_OPTION);
    change_by_depth(script, object, revoked, from, VERB_REVOKE);
    change_by_depth(script, object, granted, to, VERB_GRANT);
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
        g_assert(options->emission); /* else none was found */
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
    change_grants(script, object, NULL, (ItemList){given->len, given->data}, wanted);
}

/* The object that a new one takes the place of, or NULL. */
static const Object *predecessor(const Object *object, const EmitOptions *options)
{
    const Change *change = options->emission ? options->emission->change : NULL;
    return change && change->to == object ? change->instead_of : NULL;
}

/* Whether an object has a column still; of views of which no server told the columns, yes. */
static bool has_column(const Object *object, const char *column)
{
    guint position = 0;
    NameList row =
        object_kind(object) == KIND_VIEW ? ((const View *)object)->row_type : (NameList){0};
    gsize length = strlen(column);
    for (guint i = 0; i < row.count; i++)
        if (strncmp(row.names[i], column, length) == 0 && row.names[i][length] == ' ')
            return true;
    if (object_kind(object) != KIND_TABLE)
        return row.count == 0;
    for (const Object *c; (c = object_child(object, KIND_COLUMN, &position));)
        if (strcmp(c->name, column) == 0)
            return true;
    return false;
}

/* What the old object's grants are in its successor: those on columns that go, go with them. */
static void keep_grants(Script *script, const Object *object, ItemList old,
                        const EmitOptions *options)
{
    g_autoptr(GArray) kept = g_array_new(FALSE, TRUE, sizeof(Grant));
    const Grant *grants = old.items;
    for (guint i = 0; i < old.count; i++)
        if (!grants[i].column || has_column(object, grants[i].column))
            g_array_append_val(kept, grants[i]);
    settle_grants(script, object, (ItemList){kept->len, kept->data}, options);
}

static void create_grants(Script *script, const Object *object, const Object *old,
                          const EmitOptions *options)
{
    if (object->states_grants || object->had_grants)
        settle_grants(script, object, object->grants, options);
    else if (old && old->had_grants)
        keep_grants(script, object, old->grants, options);
}

/* The sequences of identity columns come with their table, and have its owner. */
static void create_sequences(Script *script, const Object *table, const EmitOptions *options)
{
    guint position = 0;
    for (const Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        if (access_has_sequence(c))
            create_grants(script, c, NULL, options);
}

/* A sequence that a column is to own has its table's owner before. */
void access_create(Script *script, const Object *object, const EmitOptions *options)
{
    const State *state = options->emission ? options->emission->plan->to : NULL;
    bool has_own = object_kind(object) == KIND_SEQUENCE || !object->parent;
    const char *owner = state && has_own ? access_owner(state, object) : object->owner;
    if (owner)
        set_owner(script, object, owner);
    if (object_kind(object) != KIND_COLUMN || access_has_sequence(object))
        create_grants(script, object, predecessor(object, options), options);
    if (object_kind(object) == KIND_TABLE)
        create_sequences(script, object, options);
}

static void alter_grants(Script *script, const Change *change, const Object *to,
                         const EmitOptions *options)
{
    const Object *from = change->from;
    const Plan *plan = options->emission->plan;
    const char *old_owner = access_owner(plan->from, from);
    const char *owner = access_owner(plan->to, to);
    if (!from->states_grants || !to->states_grants)
        return;
    if (!owner || owner == old_owner) {
        change_grants(script, to, owner, from->grants, to->grants);
        return;
    }
    g_autoptr(GArray) grants = grants_of_new_owner(from->grants, old_owner, owner);
    change_grants(script, to, owner, (ItemList){grants->len, grants->data}, to->grants);
}

/* A sequence whose name the model does not give keeps the one it has. */
static void alter_sequence(Script *script, const Change *change, const EmitOptions *options)
{
    Column column = *(const Column *)change->to;
    if (!access_has_sequence(change->to))
        return;
    if (!access_has_sequence(change->from)) {
        create_grants(script, change->to, NULL, options);
        return;
    }
    if (!column.identity_sequence.name)
        column.identity_sequence = ((const Column *)change->from)->identity_sequence;
    alter_grants(script, change, &column.object, options);
}

void access_alter(Script *script, const Change *change, const EmitOptions *options)
{
    if (change->mask & CHANGED_OWNER)
        set_owner(script, change->to, change->to->owner);
    if (object_kind(change->to) == KIND_COLUMN)
        alter_sequence(script, change, options);
    else if (change->mask & (CHANGED_OWNER | CHANGED_GRANTS))
        alter_grants(script, change, change->to, options);
}

void access_drop(Script *script, const Object *object)
{
    Grant everybody = of_public(object);
    change_grants(script, object, NULL, object->grants,
                  (ItemList){everybody.privilege ? 1 : 0, &everybody});
}
