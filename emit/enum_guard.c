#include "emit/enum_guard.h"

#include "emit/quote.h"

#include <string.h>

/* The types whose values are, or hold, those of an enum: it and the domains over it. */
typedef struct Family {
    GPtrArray *names;  /* char *: as format_type() prints them */
    GPtrArray *arrays; /* whether a value of that type is an array: GINT_TO_POINTER(bool) */
} Family;

bool enum_has_label(const Enum *type, const char *label)
{
    const EnumValue *value = type->values.items;
    for (guint i = 0; i < type->values.count; i++)
        if (strcmp(value[i].label, label) == 0)
            return true;
    return false;
}

static char *lost_labels(const Enum *from, const Enum *to)
{
    const EnumValue *value = from->values.items;
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < from->values.count; i++) {
        if (enum_has_label(to, value[i].label))
            continue;
        g_autofree char *literal = quote_literal(value[i].label);
        g_string_append_printf(out, "%s%s", out->len ? ", " : "", literal);
    }
    return out->len ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

/* The type's name with or without its schema, as a type is printed. */
static bool names_type(const char *text, gsize length, const char *name)
{
    const char *bare = g_str_has_prefix(name, "public.") ? name + strlen("public.") : name;
    return (strlen(name) == length && strncmp(text, name, length) == 0) ||
           (strlen(bare) == length && strncmp(text, bare, length) == 0);
}

/* Whether values of the type are of the family; and whether they are arrays. */
static bool in_family(const Family *family, const char *type, bool *ret_array)
{
    gsize length = strlen(type);
    bool array = g_str_has_suffix(type, "[]");
    if (array)
        length -= strlen("[]");
    for (guint i = 0; i < family->names->len; i++) {
        if (!names_type(type, length, g_ptr_array_index(family->names, i)))
            continue;
        *ret_array = array || GPOINTER_TO_INT(g_ptr_array_index(family->arrays, i));
        return true;
    }
    return false;
}

static void family_add(Family *family, const Object *type, bool array)
{
    g_ptr_array_add(family->names, quote_object(type));
    g_ptr_array_add(family->arrays, GINT_TO_POINTER(array));
}

/* Domains over a retired type are retired with it. */
static void add_domains(Family *family, const Plan *plan)
{
    for (bool found = true; found;) {
        found = false;
        for (guint i = 0; i < plan->changes->len; i++) {
            const Change *change = g_ptr_array_index(plan->changes, i);
            bool array = false;
            if (change->op != CHANGE_OP_RETIRE || object_kind(change->from) != KIND_DOMAIN)
                continue;
            g_autofree char *name = quote_object(change->from);
            bool seen = false;
            for (guint j = 0; j < family->names->len; j++)
                seen |= strcmp(family->names->pdata[j], name) == 0;
            if (seen || !in_family(family, ((const Domain *)change->from)->type, &array))
                continue;
            family_add(family, change->from, array);
            found = true;
        }
    }
}

/* One SELECT of place, label and number of rows. All names are qualified: columns may be called
 * like anything here. */
static void add_query(GString *out, const Column *column, bool array, const char *labels)
{
    const Object *object = &column->object;
    g_autofree char *title = object_title(object);
    g_autofree char *place = quote_literal(title);
    g_autofree char *table = quote_object(object->parent);
    g_autofree char *name = quote_name(object->name);
    if (out->len)
        g_string_append(out, "        UNION ALL\n");
    g_string_append_printf(out, "        SELECT %s AS place, ", place);
    if (array)
        g_string_append_printf(out,
                               "l.label, count(*) AS held\n"
                               "        FROM %s AS t CROSS JOIN unnest(t.%s::text[]) AS l (label)\n"
                               "        WHERE l.label IN (%s) GROUP BY l.label\n",
                               table, name, labels);
    else
        g_string_append_printf(out,
                               "t.%s::text AS label, count(*) AS held\n"
                               "        FROM %s AS t WHERE t.%s::text IN (%s) GROUP BY t.%s\n",
                               name, table, name, labels, name);
}

static char *queries(const Family *family, const Plan *plan, const char *labels)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        bool array = false;
        if (change->op != CHANGE_OP_ALTER || !change->retyped ||
            object_kind(change->from) != KIND_COLUMN)
            continue;
        const Column *column = (const Column *)change->from;
        if (!column->generated && in_family(family, column->type, &array))
            add_query(out, column, array, labels);
    }
    return out->len ? g_string_free(g_steal_pointer(&out), FALSE) : NULL;
}

static void add_block(Script *script, const Object *type, const char *selects)
{
    g_autofree char *title = object_title(type);
    g_autofree char *message =
        g_strdup_printf("enum %s cannot lose labels that rows still hold", title);
    g_autofree char *literal = quote_literal(message);
    g_autofree char *body = g_strdup_printf(
        "\nDECLARE\n"
        "    problem text;\n"
        "BEGIN\n"
        "    SELECT string_agg(format('%%s: %%L in %%s row(s)', r.place, r.label, r.held), ', '\n"
        "                      ORDER BY r.place, r.label)\n"
        "    INTO problem FROM (\n"
        "%s"
        "    ) AS r;\n"
        "    IF problem IS NOT NULL THEN\n"
        "        RAISE EXCEPTION USING MESSAGE = %s,\n"
        "            DETAIL = problem, HINT = 'change these rows first, here or in a revision "
        "before';\n"
        "    END IF;\n"
        "END\n",
        selects, literal);
    g_autofree char *quoted = quote_dollar(body);
    script_add(script, "DO %s", quoted);
}

void enum_guard(Script *script, const Change *retire, const Plan *plan)
{
    const Enum *from = (const Enum *)retire->from;
    g_autofree char *labels = lost_labels(from, (const Enum *)retire->to);
    if (!labels)
        return;
    Family family = {g_ptr_array_new_with_free_func(g_free), g_ptr_array_new()};
    family_add(&family, retire->from, false);
    add_domains(&family, plan);
    g_autofree char *selects = queries(&family, plan, labels);
    if (selects)
        add_block(script, retire->from, selects);
    g_ptr_array_unref(family.names);
    g_ptr_array_unref(family.arrays);
}
