#include "schema/requirement.h"

#include "schema/access.h"
#include "schema/constraint.h"
#include "schema/kinds.h"
#include "schema/routine.h"
#include "schema/table.h"
#include "schema/trigger.h"

#include <string.h>

/* Values that came later than the attribute that holds them: words, and keys of options. */
static const struct {
    Kind kind;
    const char *key;
    const char *value;
    int since;
} values[] = {
    {KIND_VIEW, "options", "security_invoker", 15},
    {KIND_COLLATION, "provider", "builtin", 17},
    {KIND_EVENT_TRIGGER, "event", "login", 17},
    {KIND_SUBSCRIPTION, "streaming", "parallel", 16},
    {KIND_DEFAULT_PRIVILEGES, "on", "large objects", 18},
};

/* Privileges, likewise. */
static const struct {
    const char *privilege;
    int since;
} privileges[] = {
    {"maintain", 17},
};

static const Table *table_of(const Object *object)
{
    return (const Table *)object->parent;
}

static bool is_of_partitioned_table(const Object *object)
{
    return table_of(object)->partition_by != NULL;
}

static bool is_not_valid_on_partitioned_table(const Object *object)
{
    return ((const ForeignKey *)object)->not_valid && is_of_partitioned_table(object);
}

static bool is_partitioned_with_method(const Object *object)
{
    const Table *table = (const Table *)object;
    return table->partition_by && table->access_method;
}

static bool is_truncate_of_foreign_table(const Object *object)
{
    return object_kind(object->parent) == KIND_TABLE && table_of(object)->server &&
           name_list_contains(((const Trigger *)object)->events, "truncate");
}

static bool has_out_argument(const Object *object)
{
    ItemList arguments = ((const Routine *)object)->arguments;
    const Argument *argument = arguments.items;
    for (guint i = 0; i < arguments.count; i++)
        if (g_strcmp0(argument[i].mode, "out") == 0)
            return true;
    return false;
}

/* What came later to some objects of a kind than to others. */
static const struct {
    Kind kind;
    bool (*holds)(const Object *object);
    const char *what; /* NULL: the object itself */
    const char *where;
    int since;
} combinations[] = {
    {KIND_PROCEDURE, has_out_argument, "an out argument", "", 14},
    {KIND_TRIGGER, is_truncate_of_foreign_table, "truncate", " on a foreign table", 16},
    {KIND_TABLE, is_partitioned_with_method, "access_method", " that is partitioned", 17},
    {KIND_EXCLUSION, is_of_partitioned_table, NULL, " on a partitioned table", 17},
    {KIND_FOREIGN_KEY, is_not_valid_on_partitioned_table, "not_valid", " on a partitioned table",
     18},
};

/* What older servers let be said and do not keep (CONSTRAINT name NOT NULL before 18). The state of
 * such a server has none of it, whatever a model says. */
static const struct {
    Kind kind;
    const char *key;
} unkept[] = {
    {KIND_COLUMN, "not_null_name"},
    {KIND_DOMAIN, "not_null_name"},
};

/* Told of each thing that needs a version: what people call it, if it is not the object itself,
 * which objects that version is about (""), and the version. */
typedef void Need(void *data, const Object *object, const char *what, const char *where, int since);

static bool holds(const Object *object, const Field *field, const char *value)
{
    if (field->type != FIELD_OPTIONS)
        return g_strcmp0(FIELD_STRING(object, field), value) == 0;
    NameList list = FIELD_LIST(object, field);
    size_t length = strlen(value);
    for (guint i = 0; i < list.count; i++)
        if (strncmp(list.names[i], value, length) == 0 && list.names[i][length] == '=')
            return true;
    return false;
}

static void needs_of_values(const Object *object, Need *need, void *data)
{
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        if (values[i].kind == object_kind(object) &&
            holds(object, kind_field(object->info, values[i].key), values[i].value))
            need(data, object, values[i].value, "", values[i].since);
}

static void needs_of_grants(const Object *object, Need *need, void *data)
{
    const Grant *grants = object->grants.items;
    for (guint g = 0; g < object->grants.count; g++)
        for (size_t i = 0; i < G_N_ELEMENTS(privileges); i++)
            if (strcmp(grants[g].privilege, privileges[i].privilege) == 0)
                need(data, object, privileges[i].privilege, "", privileges[i].since);
}

static void needs_of_combinations(const Object *object, Need *need, void *data)
{
    for (size_t i = 0; i < G_N_ELEMENTS(combinations); i++)
        if (combinations[i].kind == object_kind(object) && combinations[i].holds(object))
            need(data, object, combinations[i].what, combinations[i].where, combinations[i].since);
}

static void needs_of_fields(const Object *object, const Field *fields, const void *base, Need *need,
                            void *data)
{
    for (const Field *f = fields; f->key; f++) {
        if (f->since && !field_is_empty(f, base))
            need(data, object, f->key, "", f->since);
        if (f->type != FIELD_ITEMS)
            continue;
        ItemList list = FIELD_ITEM_LIST(base, f);
        for (guint i = 0; i < list.count; i++)
            needs_of_fields(object, f->item->fields, (char *)list.items + i * f->item->size, need,
                            data);
    }
}

static void needs_of(const State *state, Need *need, void *data)
{
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        needs_of_fields(object, object->info->fields, object, need, data);
        needs_of_values(object, need, data);
        needs_of_grants(object, need, data);
        needs_of_combinations(object, need, data);
    }
}

static void raise_version(void *data, const Object *object, const char *what, const char *where,
                          int since)
{
    int *least = data;
    (void)object, (void)what, (void)where;
    *least = MAX(*least, since * 10000);
}

int requirement_of(const State *state)
{
    int least = 0;
    needs_of(state, raise_version, &least);
    return least;
}

typedef struct Meeting {
    int version;
    bool met;
    Diagnostics *diagnostics;
} Meeting;

static void expect_version(void *data, const Object *object, const char *what, const char *where,
                           int since)
{
    Meeting *meeting = data;
    if (meeting->version >= since * 10000)
        return;
    meeting->met = false;
    g_autofree char *title = object_title(object);
    Diagnostic *d = diag_error(meeting->diagnostics, DIAG_PLAN_UNSUPPORTED, object->place,
                               "%s%s%s %s%s needs PostgreSQL %d", what ? what : "",
                               what ? " of " : "", object->info->word, title, where, since);
    diag_set_detail(d, "The server is PostgreSQL %d.", meeting->version / 10000);
}

void requirement_leave_out(State *state, int server_version)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        for (size_t u = 0; u < G_N_ELEMENTS(unkept); u++) {
            if (unkept[u].kind != object_kind(object))
                continue;
            const Field *field = kind_field(object->info, unkept[u].key);
            if (server_version < field->since * 10000)
                field_clear(field, object);
        }
    }
}

void requirement_keep_said(State *database, const State *models)
{
    for (guint i = 0; i < database->objects->len; i++) {
        Object *object = g_ptr_array_index(database->objects, i);
        for (size_t u = 0; u < G_N_ELEMENTS(unkept); u++) {
            if (unkept[u].kind != object_kind(object))
                continue;
            const Field *field = kind_field(object->info, unkept[u].key);
            const Object *said = state_find_same(models, object);
            if (said && database->server_version < field->since * 10000)
                FIELD_STRING(object, field) = FIELD_STRING(said, field); /* a name: interned */
        }
    }
}

bool requirement_met(const State *state, int server_version, Diagnostics *diagnostics)
{
    Meeting meeting = {server_version, true, diagnostics};
    needs_of(state, expect_version, &meeting);
    return meeting.met;
}
