#include "emit/index_settings.h"

#include "emit/clause.h"
#include "emit/index_element.h"
#include "emit/quote.h"
#include "emit/table_alter.h"
#include "schema/kinds.h"

static const Field *elements_field(const Object *object)
{
    const Field *field = object->info->fields;
    while (field->key && field->item != &index_element_info)
        field++;
    return field->key ? field : NULL;
}

/* COMMENT ON INDEX is not COMMENT ON CONSTRAINT. */
static void comment_on_index(Script *script, const Object *object)
{
    const Field *field = kind_field(object->info, "index_comment");
    const char *comment = FIELD_STRING(object, field);
    g_autofree char *name = clause_full_name(object);
    g_autofree char *text = comment ? quote_literal(comment) : g_strdup("NULL");
    script_after(script, "COMMENT ON INDEX %s IS %s", name, text);
}

void index_settings_create(Script *script, const Object *object)
{
    const Field *elements = elements_field(object);
    const Field *comment = kind_field(object->info, "index_comment");
    if (elements)
        index_element_statistics(script, object, (ItemList){0, NULL},
                                 FIELD_ITEM_LIST(object, elements));
    if (FIELD_FLAG(object, kind_field(object->info, "clustered")))
        clause_cluster(script, object, true);
    if (comment && FIELD_STRING(object, comment))
        comment_on_index(script, object);
    table_identify_by(script, object);
}

void index_settings_alter(Script *script, const Change *change)
{
    const Object *from = change->from;
    const Object *to = change->to;
    const Field *with = kind_field(to->info, "with");
    const Field *elements = elements_field(to);
    if (change_has(change, "with"))
        clause_alter_options(script, "INDEX", to, FIELD_LIST(from, with), FIELD_LIST(to, with));
    if (change_has(change, "tablespace"))
        clause_alter_tablespace(script, "INDEX", to,
                                FIELD_STRING(to, kind_field(to->info, "tablespace")));
    if (elements && change_has(change, elements->key)) {
        script_close(script);
        index_element_statistics(script, to, FIELD_ITEM_LIST(from, elements),
                                 FIELD_ITEM_LIST(to, elements));
    }
    if (change_has(change, "clustered"))
        clause_cluster(script, to, FIELD_FLAG(to, kind_field(to->info, "clustered")));
    if (change_has(change, "index_comment"))
        comment_on_index(script, to);
    if (change->completes)
        table_identify_by(script, to);
}
