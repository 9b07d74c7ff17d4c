#include "emit/emit.h"

#include "emit/access.h"
#include "emit/clause.h"
#include "emit/emission.h"
#include "emit/enum_guard.h"
#include "emit/part.h"
#include "emit/type_change.h"
#include "schema/kinds.h"

#include <string.h>

const KindSql *const kind_sql[KIND_COUNT] = {
#define KIND(symbol, word, plural, type, flags) [KIND_##symbol] = &kind_sql_##symbol,
#include "schema/kinds.def"
#undef KIND
};

bool emission_is_new(const EmitOptions *options, const Object *object)
{
    if (!options->emission)
        return false;
    for (; object; object = object->parent)
        if (g_hash_table_contains(options->emission->created, object))
            return true;
    return false;
}

bool emission_is_online(const EmitOptions *options, const Object *object)
{
    const Object *table = object->parent;
    return options->online && table && object_kind(table) == KIND_TABLE &&
           !((const Table *)table)->partition_by && !emission_is_new(options, table);
}

bool emission_replaces(const EmitOptions *options)
{
    const Emission *emission = options->emission;
    return emission && emission->change && emission->change->replaces && !emission->change->rebuild;
}

/* A copy of an object under another name: what a rename or a drop of it needs. */
static Object *named(const Object *object, const char *schema, const char *name)
{
    Object *copy = g_memdup2(object, object->info->size);
    copy->schema = schema;
    copy->name = g_intern_string(name);
    return copy;
}

/* Whether a name may be taken when the plan gets there. */
static bool is_taken(const Plan *plan, const Object *object, const char *schema, const char *name)
{
    static const KindFlags spaces[] = {KIND_RELATION, KIND_TYPE};
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if ((object->info->flags & spaces[i]) &&
            (state_find_flagged(plan->from, spaces[i], schema, name) ||
             state_find_flagged(plan->to, spaces[i], schema, name)))
            return true;
    return false;
}

static void rename_once(Script *script, const Object *from, const Object *to,
                        const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(to)];
    sql->rename(script, from, to);
    if (sql->rename_along)
        sql->rename_along(script, from, to, options);
}

/* A new name and a new schema come one after the other; what is there in between must be free. */
static void emit_rename(Script *script, const Change *change, const EmitOptions *options)
{
    const Object *from = change->from;
    const Object *to = change->to;
    const Plan *plan = options->emission->plan;
    if (!kind_sql[object_kind(to)]->rename)
        return;
    if (from->schema == to->schema || from->name == to->name ||
        !is_taken(plan, from, from->schema, to->name)) {
        rename_once(script, from, to, options);
        return;
    }
    g_autofree char *aside = g_strdup_printf("%.*s__moved", 54, to->name);
    bool direct = !is_taken(plan, from, to->schema, from->name);
    g_autofree Object *here = direct ? NULL : named(from, from->schema, aside);
    g_autofree Object *there = named(from, to->schema, direct ? from->name : aside);
    if (here)
        rename_once(script, from, here, options);
    rename_once(script, here ? here : from, there, options);
    rename_once(script, there, to, options);
}

static void emit_retire(Script *script, const Change *change, const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(change->from)];
    if (sql->retire) {
        sql->retire(script, change, options);
        return;
    }
    g_autofree char *name = retired_name(change->from);
    g_autofree Object *retired = named(change->from, change->from->schema, name);
    rename_once(script, change->from, retired, options);
}

static void emit_drop_retired(Script *script, const Change *change, const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(change->from)];
    if (sql->drop_retired) {
        sql->drop_retired(script, change, options);
        return;
    }
    g_autofree char *name = retired_name(change->from);
    g_autofree Object *retired = named(change->from, change->from->schema, name);
    sql->drop(script, retired, options);
}

void emission_create(Script *script, const Object *object, const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(object)];
    sql->create(script, object, options);
    if (object->comment && !sql->comments)
        clause_comment(script, object);
    access_create(script, object, options);
}

static bool is_joining(const Change *change)
{
    return change->op == CHANGE_OP_ALTER && object_kind(change->to) == KIND_TABLE &&
           (change_has(change, "partition_of") || change_has(change, "values")) &&
           ((const Table *)change->to)->partition_of.name;
}

static void emit_alter(Script *script, const Change *change, const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(change->to)];
    if (change->from->info != change->to->info)
        part_take_over(script, change);
    else if (change->from->name == PART_NUMBERED)
        part_take_names(script, change, options);
    else if (change->completes && change->from->name != change->to->name)
        sql->rename(script, change->from, change->to);
    if (((change->mask & ~CHANGED_BESIDES) || change->completes) && sql->alter)
        sql->alter(script, change, options);
    if (change->mask & CHANGED_COMMENT)
        clause_comment(script, change->to);
    access_alter(script, change, options);
    if (is_joining(change))
        g_hash_table_remove(options->emission->joining, change->to);
}

static void emit_drop(Script *script, const Change *change, const EmitOptions *options)
{
    const KindSql *sql = kind_sql[object_kind(change->from)];
    g_autofree char *title = object_title(change->from);
    if (change->loses_data)
        script_note(script, true, "DATA LOSS: %s %s is dropped with its %s",
                    change->from->info->word, title, sql->content ? sql->content : "data");
    sql->drop(script, change->from, options);
}

static void emit_change(Script *script, const Change *change, const EmitOptions *options)
{
    switch (change->op) {
    case CHANGE_OP_RENAME:
        emit_rename(script, change, options);
        break;
    case CHANGE_OP_RETIRE:
        emit_retire(script, change, options);
        break;
    case CHANGE_OP_CREATE:
        emission_create(script, change->to, options);
        break;
    case CHANGE_OP_ALTER:
        emit_alter(script, change, options);
        break;
    case CHANGE_OP_DROP:
        emit_drop(script, change, options);
        break;
    case CHANGE_OP_DROP_RETIRED:
        emit_drop_retired(script, change, options);
        break;
    }
}

static void note_parts(Emission *emission, const Object *above)
{
    const GPtrArray *below = emission->parts->below[above->index];
    for (guint i = 0; below && i < below->len; i++) {
        g_hash_table_add(emission->parts_made, g_ptr_array_index(below, i));
        note_parts(emission, g_ptr_array_index(below, i));
    }
}

static void note_change(Emission *emission, const Change *change)
{
    if (change->op == CHANGE_OP_CREATE)
        g_hash_table_add(emission->created, (gpointer)change->to);
    if (change->canonical)
        g_hash_table_add(emission->created, (gpointer)change->canonical);
    if (change->op == CHANGE_OP_ALTER && !change->completes)
        g_hash_table_add(emission->altered, (gpointer)change->to);
    if (change->op == CHANGE_OP_CREATE && kind_attaches(object_kind(change->to)))
        note_parts(emission, change->to);
    if (is_joining(change))
        g_hash_table_add(emission->joining, (gpointer)change->to);
}

static void emission_init(Emission *emission, const Plan *plan)
{
    *emission = (Emission){.plan = plan, .parts = parts_new(plan->to)};
    emission->created = g_hash_table_new(NULL, NULL);
    emission->altered = g_hash_table_new(NULL, NULL);
    emission->joining = g_hash_table_new(NULL, NULL);
    emission->parts_made = g_hash_table_new(NULL, NULL);
    emission->named = g_hash_table_new(NULL, NULL);
    emission->whole = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < plan->changes->len; i++)
        note_change(emission, g_ptr_array_index(plan->changes, i));
}

static void emission_clear(Emission *emission)
{
    g_hash_table_unref(emission->created);
    g_hash_table_unref(emission->altered);
    g_hash_table_unref(emission->joining);
    g_hash_table_unref(emission->parts_made);
    g_hash_table_unref(emission->named);
    g_hash_table_unref(emission->whole);
    parts_free(emission->parts);
}

/* What would make the plan fail for the rows that are there is looked at before anything changes,
 * under the new names. */
static void emit_guards(Script *script, const Plan *plan)
{
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        if (change->op == CHANGE_OP_RETIRE && object_kind(change->from) == KIND_ENUM)
            enum_guard(script, change, plan);
        type_change_guard(script, plan, change);
    }
}

Script *emit_plan(const Plan *plan, const EmitOptions *options)
{
    Script *script = script_new();
    Emission emission;
    emission_init(&emission, plan);
    EmitOptions with_emission = *options;
    with_emission.emission = &emission;
    bool guarded = false;
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        if (!guarded && change->op != CHANGE_OP_RENAME) {
            guarded = true;
            emit_guards(script, plan);
        }
        emission.change = change;
        script_set_origin(script, change->to ? change->to->place : PLACE_NONE);
        emit_change(script, change, &with_emission);
    }
    script_close(script);
    emission_clear(&emission);
    return script;
}
