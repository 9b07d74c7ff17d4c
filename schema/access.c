#include "schema/access.h"
#include "schema/field_table.h"
#include "schema/sequence.h"
#include "schema/table.h"

#include <stdlib.h>
#include <string.h>

static const Field grant_fields[] = {
    FIELD("role", Grant, role, NAME, ALTER, "role, or public"),
    FIELD("privilege", Grant, privilege, NAME, ALTER, "select, execute …"),
    FIELD("column", Grant, column, NAME, ALTER, "column, where not the whole object"),
    FIELD("grantable", Grant, grantable, BOOL, ALTER, "with grant option"),
    FIELD("withheld", Grant, withheld, BOOL, ALTER, "the owner does not have it"),
    FIELD("grantor", Grant, grantor, NAME, ALTER, "who granted it, where not the owner"),
    FIELDS_END,
};

const ItemInfo grant_info = {sizeof(Grant), grant_fields};

static const char *const default_words[] = {"tables",  "sequences",     "functions", "types",
                                            "schemas", "large objects", NULL};

const Field kind_fields_DEFAULT_PRIVILEGES[] = {
    FIELD_OF_WORDS("on", DefaultPrivileges, on, default_words, REPLACE, "the kind of new objects"),
    FIELD("withheld", DefaultPrivileges, withheld, TEXTS, ALTER,
          "privileges of its own that the role does not get"),
    FIELDS_END,
};

/* ---- what there is to grant ---- */

static const char *const of_tables[] = {"select",     "insert",  "update",   "delete", "truncate",
                                        "references", "trigger", "maintain", NULL};
static const char *const of_sequences[] = {"usage", "select", "update", NULL};
static const char *const of_routines[] = {"execute", NULL};
static const char *const of_usables[] = {"usage", NULL};
static const char *const of_schemas[] = {"usage", "create", NULL};
static const char *const of_large_objects[] = {"select", "update", NULL};

/* https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGES-SUMMARY-TABLE */
typedef struct Privileges {
    Kind kind;
    const char *word; /* of default privileges that are for this kind */
    const char *const *all;
    const char *of_public;
} Privileges;

static const Privileges privileges[] = {
    {KIND_SCHEMA, "schemas", of_schemas, NULL},
    {KIND_TABLE, "tables", of_tables, NULL},
    {KIND_VIEW, "tables", of_tables, NULL},
    {KIND_MATERIALIZED_VIEW, "tables", of_tables, NULL},
    {KIND_SEQUENCE, "sequences", of_sequences, NULL},
    {KIND_COLUMN, "sequences", of_sequences, NULL}, /* of an identity */
    {KIND_FUNCTION, "functions", of_routines, "execute"},
    {KIND_PROCEDURE, "functions", of_routines, "execute"},
    {KIND_AGGREGATE, "functions", of_routines, "execute"},
    {KIND_ENUM, "types", of_usables, "usage"},
    {KIND_DOMAIN, "types", of_usables, "usage"},
    {KIND_COMPOSITE, "types", of_usables, "usage"},
    {KIND_RANGE, "types", of_usables, "usage"},
    {KIND_LANGUAGE, NULL, of_usables, "usage"},
    {KIND_SERVER, NULL, of_usables, NULL},
    {KIND_FOREIGN_DATA_WRAPPER, NULL, of_usables, NULL},
    {KIND_COUNT, "large objects", of_large_objects, NULL}, /* no kind of ours */
};

static const char *word_of(const DefaultPrivileges *defaults)
{
    return defaults->on ? defaults->on : default_words[0];
}

static const Privileges *privileges_of(const Object *object)
{
    const char *word = object_kind(object) == KIND_DEFAULT_PRIVILEGES
                           ? word_of((const DefaultPrivileges *)object)
                           : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(privileges); i++)
        if (word ? g_strcmp0(privileges[i].word, word) == 0
                 : privileges[i].kind == object_kind(object))
            return &privileges[i];
    return NULL;
}

bool access_has_sequence(const Object *object)
{
    return object_kind(object) == KIND_COLUMN && ((const Column *)object)->identity;
}

const char *access_owner(const State *state, const Object *object)
{
    const Object *table = object->parent;
    if (object_kind(object) == KIND_SEQUENCE) {
        QualifiedName name = ((const Sequence *)object)->owned_by_table;
        table = name.name ? state_find(state, KIND_TABLE, name.schema, name.name) : NULL;
    }
    return object->owner || !table ? object->owner : table->owner;
}

bool access_can_grant(Kind kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(privileges); i++)
        if (privileges[i].kind == kind)
            return true;
    return kind == KIND_DEFAULT_PRIVILEGES;
}

const char *const *access_privileges(const Object *object)
{
    const Privileges *row = privileges_of(object);
    return row ? row->all : NULL;
}

/* What default privileges of one schema hold comes on top of the others. */
const char *access_of_public(const Object *object)
{
    const Privileges *row = privileges_of(object);
    bool on_top = object_kind(object) == KIND_DEFAULT_PRIVILEGES && object->schema;
    return row && !on_top ? row->of_public : NULL;
}

bool access_is_default(const DefaultPrivileges *defaults)
{
    const char *of_public = access_of_public(&defaults->object);
    const Grant *grant = defaults->object.grants.items;
    guint count = defaults->object.grants.count;
    if (defaults->withheld.count || count != (of_public ? 1 : 0))
        return false;
    return count == 0 || (strcmp(grant->role, "public") == 0 && !grant->grantable &&
                          strcmp(grant->privilege, of_public) == 0);
}

bool access_is_for(const DefaultPrivileges *defaults, const Object *object)
{
    const Privileges *row = privileges_of(object);
    const char *schema = defaults->object.schema;
    return row && g_strcmp0(row->word, word_of(defaults)) == 0 &&
           (!schema || schema == object->schema);
}

/* ---- lists ---- */

static gint by_role(gconstpointer a, gconstpointer b)
{
    const Grant *x = a;
    const Grant *y = b;
    int order = x->withheld - y->withheld;
    if (order == 0)
        order = g_strcmp0(x->role, y->role);
    if (order == 0)
        order = g_strcmp0(x->column, y->column);
    if (order == 0)
        order = strcmp(x->privilege, y->privilege);
    return order ? order : g_strcmp0(x->grantor, y->grantor);
}

void grants_sort(ItemList grants)
{
    if (grants.count)
        qsort(grants.items, grants.count, sizeof(Grant), by_role);
}

ItemList grants_from(State *state, GArray *grants)
{
    ItemList list = state_items(state, &grant_info, grants->len);
    g_array_sort(grants, by_role);
    if (grants->len)
        memcpy(list.items, grants->data, grants->len * sizeof(Grant));
    return list;
}

bool grants_goes_without_saying(const Grant *grant, const char *owner)
{
    return owner && grant->role == owner && !grant->column && !grant->grantable &&
           !grant->withheld && !grant->grantor;
}

static bool holds(ItemList grants, const char *role, const char *privilege)
{
    const Grant *grant = grants.items;
    for (guint i = 0; i < grants.count; i++)
        if (grant[i].role == role && grant[i].privilege == privilege && !grant[i].column &&
            !grant[i].withheld)
            return true;
    return false;
}

static void add_or_join(GArray *grants, Grant grant)
{
    for (guint i = 0; i < grants->len; i++) {
        Grant *other = &g_array_index(grants, Grant, i);
        if (by_role(other, &grant) == 0) {
            other->grantable |= grant.grantable;
            return;
        }
    }
    g_array_append_val(grants, grant);
}

GArray *grants_of_new_owner(ItemList from, const char *old_owner, const char *owner)
{
    GArray *grants = g_array_new(FALSE, TRUE, sizeof(Grant));
    const Grant *all = from.items;
    for (guint i = 0; i < from.count; i++) {
        Grant grant = all[i];
        if (grant.withheld && holds(from, owner, grant.privilege))
            continue;
        if (grant.withheld || grant.role == old_owner)
            grant.role = owner;
        if (grant.grantor == owner)
            grant.grantor = NULL;
        if (!grants_goes_without_saying(&grant, owner))
            add_or_join(grants, grant);
    }
    g_array_sort(grants, by_role);
    return grants;
}

static bool has_defaults_for(const State *state, const Object *object)
{
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *other = g_ptr_array_index(state->objects, i);
        if (object_kind(other) == KIND_DEFAULT_PRIVILEGES &&
            access_is_for((const DefaultPrivileges *)other, object))
            return true;
    }
    return false;
}

void access_complete_grants(State *state)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->states_grants || object->implied || !access_can_grant(object_kind(object)) ||
            (object_kind(object) == KIND_COLUMN && !access_has_sequence(object)) ||
            has_defaults_for(state, object))
            continue;
        const char *of_public = access_of_public(object);
        object->states_grants = true;
        object->grants = state_items(state, &grant_info, of_public ? 1 : 0);
        if (of_public)
            *(Grant *)object->grants.items = (Grant){.role = g_intern_static_string("public"),
                                                     .privilege = g_intern_string(of_public)};
    }
}

static bool withholds(const Object *object)
{
    const Grant *grant = object->grants.items;
    for (guint i = 0; i < object->grants.count; i++)
        if (grant[i].withheld)
            return true;
    return false;
}

static void forget_grants(State *state, Object *object, bool keep)
{
    if (object_kind(object) == KIND_DEFAULT_PRIVILEGES) {
        state_remove(state, object);
        g_ptr_array_add(state->aside, object);
        return;
    }
    if (!keep)
        object->grants = (ItemList){0, NULL};
    object->had_grants = keep && object->states_grants;
    object->states_grants = false;
}

static GPtrArray *renamed_objects(const State *state)
{
    GPtrArray *renamed = g_ptr_array_new();
    for (guint i = 0; state && i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->renamed_from.name)
            g_ptr_array_add(renamed, object);
    }
    return renamed;
}

static bool was_renamed_from(const Object *renamed, const Object *object)
{
    const char *schema = renamed->renamed_from.schema;
    return renamed->info == object->info && renamed->renamed_from.name == object->name &&
           g_strcmp0(renamed->arguments, object->arguments) == 0 &&
           (object->parent || (schema ? schema : renamed->schema) == object->schema);
}

/* The object of `other` that is the same, or is to become of it. */
static const Object *successor(const State *other, const GPtrArray *renamed, const Object *object)
{
    const Object *same = state_find_same(other, object);
    if (same || renamed->len == 0)
        return same;
    const Object *parent = object->parent ? successor(other, renamed, object->parent) : NULL;
    for (guint i = 0; i < renamed->len; i++) {
        const Object *candidate = g_ptr_array_index(renamed, i);
        if (candidate->parent == parent && was_renamed_from(candidate, object))
            return candidate;
    }
    return parent ? state_find_child(other, object_kind(object), parent, object->name) : NULL;
}

void access_forget(State *state, const State *other, bool owners, bool grants)
{
    g_autoptr(GPtrArray) renamed = renamed_objects(other);
    for (guint i = state->objects->len; i-- > 0;) {
        Object *object = g_ptr_array_index(state->objects, i);
        const Object *same = other ? successor(other, renamed, object) : NULL;
        bool keeps_grants = !grants || (same && same->states_grants);
        if (owners && !(same && same->owner) && !(keeps_grants && withholds(object)))
            object->owner = NULL;
        if (grants && !(same && same->states_grants))
            forget_grants(state, object, other != NULL);
    }
}

void access_forget_defaults(State *state)
{
    for (guint i = state->objects->len; i-- > 0;) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == KIND_DEFAULT_PRIVILEGES &&
            access_is_default((const DefaultPrivileges *)object))
            state_remove(state, object);
    }
}
