#include "diff/compare.h"

#include "schema/doubt.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

bool field_is_sql(FieldType type)
{
    return type == FIELD_EXPR || type == FIELD_QUERY || type == FIELD_CLAUSE || type == FIELD_TYPE;
}

static const char *item_at(const Field *field, ItemList list, guint index)
{
    return (const char *)list.items + index * field->item->size;
}

static bool item_field_equal(const Field *items, const Field *field, const char *a, const char *b)
{
    if (field->effect == CHANGE_IGNORE)
        return true;
    if (items->item == &index_element_info && strcmp(field->key, "opclass") == 0)
        return index_opclass_equal((const IndexElement *)(const void *)a,
                                   (const IndexElement *)(const void *)b);
    return compare_field(field, a, b);
}

static bool items_equal(const Field *field, ItemList a, ItemList b)
{
    if (a.count != b.count)
        return false;
    for (guint i = 0; i < a.count; i++)
        for (const Field *f = field->item->fields; f->key; f++)
            if (!item_field_equal(field, f, item_at(field, a, i), item_at(field, b, i)))
                return false;
    return true;
}

/* What extensions bring and models do not declare is written without its schema. */
static bool is_found_by_path(const Field *field)
{
    return strcmp(field->key, "opclass") == 0 || strcmp(field->key, "collation") == 0;
}

static bool clauses_equal(NameList a, NameList b)
{
    for (guint i = 0; a.count == b.count && i < a.count; i++)
        if (!sql_equal(a.names[i], b.names[i]))
            return false;
    return a.count == b.count;
}

bool compare_field(const Field *field, const void *from, const void *to)
{
    if (field_equal(field, from, to))
        return true;
    if (field_is_sql(field->type))
        return sql_equal(FIELD_STRING(from, field), FIELD_STRING(to, field));
    if (field->type == FIELD_OBJECT)
        return is_found_by_path(field) &&
               qualified_name_meets(FIELD_REFERENCE(from, field), FIELD_REFERENCE(to, field));
    if (field->type == FIELD_CLAUSES)
        return clauses_equal(FIELD_LIST(from, field), FIELD_LIST(to, field));
    if (field->type == FIELD_ITEMS)
        return items_equal(field, FIELD_ITEM_LIST(from, field), FIELD_ITEM_LIST(to, field));
    return false;
}

void compare_take_texts(const Object *from, Object *to)
{
    for (const Field *f = to->info->fields; f->key; f++) {
        if (f->effect == CHANGE_IGNORE || !compare_field(f, from, to))
            continue;
        if (field_is_sql(f->type))
            FIELD_STRING(to, f) = FIELD_STRING(from, f);
        else if (f->type == FIELD_CLAUSES)
            FIELD_LIST(to, f) = FIELD_LIST(from, f);
        else if (f->type == FIELD_ITEMS)
            FIELD_ITEM_LIST(to, f) = FIELD_ITEM_LIST(from, f);
    }
}

/* What one side leaves open is not a difference. */
typedef struct LeftOpen {
    Kind kind;
    const char *key;
} LeftOpen;

static const LeftOpen left_open[] = {
    {KIND_EXTENSION, "schema"},         {KIND_EXTENSION, "version"},
    {KIND_COLUMN, "identity_sequence"}, {KIND_COLUMN, "not_null_name"},
    {KIND_DOMAIN, "not_null_name"},
};

/* A check that is declared beside being inherited is the same check. What is inherited of one whose
 * old rows nobody has looked at may have been looked at: a partition that came later was empty. */
static guint64 open_of_check(const Check *from, const Check *to)
{
    guint64 mask = 0;
    if (to->inherited && !from->inherited)
        mask |= field_mask(to->object.info, "inherited");
    if (to->inherited && to->not_valid && !from->not_valid)
        mask |= field_mask(to->object.info, "not_valid");
    return mask;
}

/* A schema that no model declares may have lost the comment that PostgreSQL gave it. */
static bool leaves_comment_open(const Object *a, const Object *b)
{
    return a->implied && !a->comment && b->comment && !*b->comment;
}

static guint64 open_fields(const Object *from, const Object *to)
{
    guint64 mask = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(left_open); i++) {
        if (left_open[i].kind != object_kind(to))
            continue;
        const Field *field = kind_field(to->info, left_open[i].key);
        if (field_is_empty(field, from) || field_is_empty(field, to))
            mask |= field_mask(to->info, left_open[i].key);
    }
    if (object_kind(to) == KIND_CHECK)
        mask |= open_of_check((const Check *)from, (const Check *)to);
    if (leaves_comment_open(from, to) || leaves_comment_open(to, from))
        mask |= CHANGED_COMMENT;
    return mask;
}

guint64 compare_objects(const Object *from, const Object *to)
{
    guint64 mask = object_difference(from, to);
    if (!mask)
        return 0;
    mask &= ~open_fields(from, to);
    guint64 bit = 1;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1)
        if ((mask & bit) && compare_field(f, from, to))
            mask &= ~bit;
    return mask;
}

static void doubt_items(const Field *field, const Object *from, Object *to, GPtrArray *doubts)
{
    ItemList a = FIELD_ITEM_LIST(from, field);
    ItemList b = FIELD_ITEM_LIST(to, field);
    if (a.count != b.count)
        return;
    for (guint i = 0; i < a.count; i++)
        for (const Field *f = field->item->fields; f->key; f++) {
            const char *x = item_at(field, a, i);
            const char *y = item_at(field, b, i);
            if (field_is_sql(f->type) && FIELD_STRING(x, f) && FIELD_STRING(y, f) &&
                !sql_equal(FIELD_STRING(x, f), FIELD_STRING(y, f)))
                doubts_add(doubts, to, f, field, i);
        }
}

/* The server may keep them in another order: it answers for all of them. */
static void doubt_clauses(const Field *field, const Object *from, Object *to, GPtrArray *doubts)
{
    NameList a = FIELD_LIST(from, field);
    NameList b = FIELD_LIST(to, field);
    if (a.count != b.count || clauses_equal(a, b))
        return;
    for (guint i = 0; i < b.count; i++)
        doubts_add(doubts, to, field, NULL, i);
}

void compare_collect_doubts(const Object *from, Object *to, GPtrArray *doubts)
{
    for (const Field *f = to->info->fields; f->key; f++) {
        if (f->effect == CHANGE_IGNORE)
            continue;
        if (f->type == FIELD_ITEMS)
            doubt_items(f, from, to, doubts);
        else if (f->type == FIELD_CLAUSES)
            doubt_clauses(f, from, to, doubts);
        else if (field_is_sql(f->type) && FIELD_STRING(from, f) && FIELD_STRING(to, f) &&
                 !sql_equal(FIELD_STRING(from, f), FIELD_STRING(to, f)))
            doubts_add(doubts, to, f, NULL, 0);
    }
}
