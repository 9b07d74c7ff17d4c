#include "emit/type_change.h"

#include "diff/convert.h"
#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/kinds.h"

#include <string.h>

/* The value with a cast where the way asks for one; NULL where it has none. */
static char *converted(RecastWay way, const char *value, const char *type)
{
    switch (way) {
    case RECAST_BY_ITSELF:
        break;
    case RECAST_BY_CAST:
        return g_strdup_printf("%s::%s", value, type);
    case RECAST_UNKNOWN:
    case RECAST_BY_TEXT:
        return g_strdup_printf("%s::text::%s", value, type);
    case RECAST_NONE:
        return g_strdup_printf("NULL::%s", type);
    }
    return NULL;
}

/* What the models say is of the new type by itself; only where there are no casts at all is it cast
 * by its text too, so that it can give an old label for a new one. */
static char *said(RecastWay way, const char *using, const char *type)
{
    if (way != RECAST_BY_TEXT)
        return expression_plain(using);
    g_autofree char *enclosed = expression_enclosed(using);
    return converted(way, enclosed, type);
}

char *type_change_using(const Plan *plan, const Change *change)
{
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    if (to->generated || ((const Table *)to->object.parent)->server)
        return NULL; /* its values are computed, or another server's business */
    const char *using = convert_using(from, to, change->retyped);
    RecastWay way = convert_way(plan, from, to);
    if (using)
        return said(way, using, to->type);
    g_autofree char *name = quote_name(to->object.name);
    return converted(way, name, to->type);
}

char *type_change_value(const Plan *plan, const Column *from, const Column *to)
{
    const char *using = convert_using(from, to, false);
    RecastWay way = convert_way(plan, from, to);
    if (using)
        return said(way, using, to->type);
    g_autofree char *name = quote_name(from->object.name);
    char *value = converted(way, name, to->type);
    return value ? value : g_steal_pointer(&name);
}

void type_change_note(Script *script, const Plan *plan, const Column *from, const Column *to)
{
    if (to->generated || ((const Table *)to->object.parent)->server ||
        convert_using(from, to, true) || !convert_loses_data(plan, from, to))
        return;
    BaseType old =
        base_type(plan->renamed, from->type); /* a domain may have its name before and after */
    BaseType new = base_type(plan->to, to->type);
    g_autofree char *title = object_title(&to->object);
    script_note(script, true, "DATA LOSS: column %s from %s to %s: values may be rounded or cut",
                title, old.text, new.text);
    g_free(old.text);
    g_free(new.text);
}

bool type_change_is_barred(const Plan *plan, const Change *change)
{
    if (change->op != CHANGE_OP_ALTER || object_kind(change->to) != KIND_COLUMN ||
        !change_has(change, "type"))
        return false;
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    return !to->inherited && !to->generated && !((const Table *)to->object.parent)->server &&
           !convert_using(from, to, change->retyped) && convert_way(plan, from, to) == RECAST_NONE;
}

void type_change_guard(Script *script, const Plan *plan, const Change *change)
{
    if (!type_change_is_barred(plan, change))
        return;
    const Column *from = (const Column *)change->from;
    const Column *to = (const Column *)change->to;
    g_autofree char *title = object_title(change->from);
    g_autofree char *table = quote_object(from->object.parent);
    g_autofree char *name = quote_name(from->object.name);
    g_autofree char *message =
        g_strdup_printf("column %s cannot become %s while it holds values", title, to->type);
    g_autofree char *detail =
        g_strdup_printf("PostgreSQL has no cast from %s to %s", from->type, to->type);
    g_autofree char *message_literal = quote_literal(message);
    g_autofree char *detail_literal = quote_literal(detail);
    g_autofree char *body = g_strdup_printf(
        "\nBEGIN\n"
        "    IF EXISTS (SELECT FROM %s AS t WHERE t.%s IS NOT NULL) THEN\n"
        "        RAISE EXCEPTION USING MESSAGE = %s,\n"
        "            DETAIL = %s, HINT = 'write here how the values are converted';\n"
        "    END IF;\n"
        "END\n",
        table, name, message_literal, detail_literal);
    g_autofree char *quoted = quote_dollar(body);
    script_note(script, false, "NO CAST: column %s from %s to %s: refused while it holds values",
                title, from->type, to->type);
    script_add(script, "DO %s", quoted);
}
