#include "emit/enum_guard.h"

#include "diff/convert.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

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

/* Whether a column holds values of the old enum that are to be of the new one as they are; and
 * whether it holds arrays of them. What the models say how to convert answers for itself. */
static bool is_guarded(const Plan *plan, const Change *change, const Change *retire,
                       bool *ret_array)
{
    if (change->op != CHANGE_OP_ALTER || !change->retyped ||
        object_kind(change->from) != KIND_COLUMN)
        return false;
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    if (from->generated || to->generated || convert_using(from, to, true))
        return false;
    BaseType old = base_type(plan->renamed, from->type);
    BaseType new = base_type(plan->to, to->type);
    *ret_array = old.array;
    g_free(old.text);
    g_free(new.text);
    return old.object == retire->from && new.object == retire->to;
}

static char *queries(const Change *retire, const Plan *plan, const char *labels)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        bool array = false;
        if (is_guarded(plan, change, retire, &array))
            add_query(out, (const Column *)change->from, array, labels);
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
    g_autofree char *selects = queries(retire, plan, labels);
    if (selects)
        add_block(script, retire->from, selects);
}
