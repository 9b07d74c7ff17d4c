#include "schema/index.h"
#include "schema/field_table.h"

static const char *const nulls_words[] = {"default", "first", "last", NULL};

static const Field element_fields[] = {
    FIELD("field", IndexElement, field, NAME, REPLACE, "a column"),
    FIELD("expression", IndexElement, expression, EXPR, REPLACE, "or an expression"),
    FIELD("collation", IndexElement, collation, OBJECT, REPLACE, "collation"),
    FIELD("opclass", IndexElement, opclass, OBJECT, REPLACE, "operator class"),
    FIELD("usual_opclass", IndexElement, usual_opclass, OBJECT, IGNORE, NULL),
    FIELD("opclass_options", IndexElement, opclass_options, OPTIONS, REPLACE,
          "parameters of the operator class"),
    FIELD("descending", IndexElement, descending, BOOL, REPLACE, "sorted downwards"),
    FIELD_OF_WORDS("nulls", IndexElement, nulls, nulls_words, REPLACE, "where NULLs sort"),
    FIELD("with", IndexElement, with_operator, TEXT, REPLACE, "operator of an exclusion"),
    FIELD("statistics", IndexElement, statistics, INT, ALTER, "statistics target"),
    FIELDS_END,
};

const ItemInfo index_element_info = {sizeof(IndexElement), element_fields};

bool index_opclass_equal(const IndexElement *a, const IndexElement *b)
{
    if (!a->opclass.name && !b->opclass.name)
        return true;
    return qualified_name_meets(a->opclass.name ? a->opclass : a->usual_opclass,
                                b->opclass.name ? b->opclass : b->usual_opclass);
}

static bool elements_alike(const IndexElement *a, const IndexElement *b)
{
    for (const Field *f = element_fields; f->key; f++) {
        bool is_opclass = f->offset == offsetof(IndexElement, opclass);
        if (f->effect != CHANGE_REPLACE)
            continue;
        if (is_opclass ? !index_opclass_equal(a, b) : !field_equal(f, a, b))
            return false;
    }
    return true;
}

bool index_elements_alike(ItemList a, ItemList b)
{
    const IndexElement *x = a.items;
    const IndexElement *y = b.items;
    bool alike = a.count == b.count;
    for (guint i = 0; alike && i < a.count; i++)
        alike = elements_alike(&x[i], &y[i]);
    return alike;
}

const Field kind_fields_INDEX[] = {
    FIELD_OF_ITEMS("fields", Index, elements, &index_element_info, REPLACE,
                   "columns and expressions"),
    FIELD("unique", Index, unique, BOOL, REPLACE, "no two rows alike"),
    FIELD_OF_NAME("method", Index, method, "btree", REPLACE, "index method (btree)"),
    FIELD("include", Index, include, NAMES, REPLACE, "columns stored with the key"),
    FIELD_SINCE(15, "nulls_not_distinct", Index, nulls_not_distinct, BOOL, REPLACE,
                "NULLs count as equal"),
    FIELD("where", Index, where, EXPR, REPLACE, "rows it holds"),
    FIELD("with", Index, options, OPTIONS, ALTER, "storage parameters"),
    FIELD("tablespace", Index, tablespace, NAME, ALTER, "tablespace, where not the database's"),
    FIELD("clustered", Index, clustered, BOOL, ALTER, "whether CLUSTER uses it"),
    FIELD("attached_to", Index, attached_to, TEXT, ALTER,
          "of a partition: what it is attached to of the table above"),
    FIELD("only", Index, only, BOOL, ALTER,
          "of a partitioned table: partitions have it only where they say so"),
    FIELD("invalid", Index, invalid, BOOL, REPLACE, "left over from a failed build"),
    FIELDS_END,
};
