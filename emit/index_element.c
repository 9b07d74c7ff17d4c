#include "emit/index_element.h"

#include "emit/clause.h"
#include "emit/expression.h"
#include "emit/quote.h"
#include "schema/identifier.h"

#include <string.h>

static void append_opclass(GString *out, const IndexElement *element)
{
    if (!element->opclass.name)
        return;
    g_string_append_c(out, ' ');
    identifier_append_qualified(out, element->opclass);
    if (element->opclass_options.count) {
        g_autofree char *options = clause_options(element->opclass_options);
        g_string_append_printf(out, " (%s)", options);
    }
}

static void append_element(GString *out, const IndexElement *element)
{
    if (element->field) {
        identifier_append(out, element->field);
    } else {
        g_autofree char *expression = expression_element(element->expression);
        g_string_append(out, expression);
    }
    clause_append_collation(out, element->collation);
    append_opclass(out, element);
    if (element->descending)
        g_string_append(out, " DESC");
    if (element->nulls) {
        g_autofree char *nulls = clause_word(element->nulls);
        g_string_append_printf(out, " NULLS %s", nulls);
    }
    if (element->with_operator)
        g_string_append_printf(out, " WITH %s", element->with_operator);
}

char *index_element_list(ItemList elements)
{
    const IndexElement *element = elements.items;
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < elements.count; i++) {
        if (i)
            g_string_append(out, ", ");
        append_element(out, &element[i]);
    }
    return g_string_free(out, FALSE);
}

void index_element_statistics(Script *script, const Object *index, ItemList from, ItemList to)
{
    g_autofree char *name = clause_full_name(index);
    const IndexElement *old = from.items;
    const IndexElement *new = to.items;
    for (guint i = 0; i < to.count; i++) {
        const char *before = i < from.count ? old[i].statistics : NULL;
        if (g_strcmp0(before, new[i].statistics) == 0)
            continue;
        script_after(script, "ALTER INDEX %s ALTER COLUMN %u SET STATISTICS %s", name, i + 1,
                     new[i].statistics ? new[i].statistics : "-1");
    }
}
