#include "schema/constraint.h"
#include "schema/field_table.h"
#include "schema/index.h"

static const char *const deferrable_words[] = {"not deferrable", "initially immediate",
                                               "initially deferred", NULL};
static const char *const match_words[] = {"simple", "full", NULL};
static const char *const action_words[] = {"no action", "restrict",    "cascade",
                                           "set null",  "set default", NULL};

#define KEY_FIELDS                                                                                \
    FIELD("fields", KeyConstraint, columns, NAMES, REPLACE, "columns"),                           \
        FIELD("include", KeyConstraint, include, NAMES, REPLACE, "columns stored with the key"),  \
        FIELD_SINCE(18, "without_overlaps", KeyConstraint, without_overlaps, BOOL, REPLACE,       \
                    "the last column must not overlap"),                                          \
        FIELD_OF_WORDS("deferrable", KeyConstraint, deferrable, deferrable_words, REPLACE,        \
                       "whether its check can wait for the end of the transaction"),              \
        FIELD("with", KeyConstraint, options, OPTIONS, ALTER, "storage parameters of the index"), \
        FIELD("tablespace", KeyConstraint, tablespace, NAME, ALTER, "tablespace of the index"),   \
        FIELD("clustered", KeyConstraint, clustered, BOOL, ALTER,                                 \
              "whether CLUSTER uses the index"),                                                  \
        FIELD("index_comment", KeyConstraint, index_comment, TEXT, ALTER,                         \
              "what COMMENT ON INDEX says"),                                                      \
        FIELD("attached_to", KeyConstraint, attached_to, TEXT, ALTER,                             \
              "of a partition: what it is attached to of the table above"),                       \
        FIELD("only", KeyConstraint, only, BOOL, ALTER,                                           \
              "of a partitioned table: partitions have it only where they say so")

const Field kind_fields_PRIMARY_KEY[] = {KEY_FIELDS, FIELDS_END};

const Field kind_fields_UNIQUE[] = {
    KEY_FIELDS,
    FIELD_SINCE(15, "nulls_not_distinct", KeyConstraint, nulls_not_distinct, BOOL, REPLACE,
                "NULLs count as equal"),
    FIELDS_END,
};

const Field kind_fields_CHECK[] = {
    FIELD("expression", Check, expression, EXPR, REPLACE, "what must not be false"),
    FIELD("no_inherit", Check, no_inherit, BOOL, REPLACE, "not for child tables"),
    FIELD("not_valid", Check, not_valid, BOOL, ALTER, "rows from before are not checked"),
    FIELD_SINCE(18, "not_enforced", Check, not_enforced, BOOL, REPLACE, "not checked"),
    FIELD("inherited", Check, inherited, BOOL, ALTER, "a parent's check"),
    FIELDS_END,
};

const Field kind_fields_FOREIGN_KEY[] = {
    FIELD("fields", ForeignKey, columns, NAMES, REPLACE, "referencing columns"),
    FIELD("references", ForeignKey, references, OBJECT, REPLACE, "referenced table"),
    FIELD("referenced_fields", ForeignKey, referenced_columns, NAMES, REPLACE,
          "referenced columns"),
    FIELD_OF_WORDS("match", ForeignKey, match, match_words, REPLACE, "how NULLs match"),
    FIELD_OF_WORDS("on_update", ForeignKey, on_update, action_words, REPLACE,
                   "when the referenced key changes"),
    FIELD_OF_WORDS("on_delete", ForeignKey, on_delete, action_words, REPLACE,
                   "when the referenced row goes"),
    FIELD_SINCE(15, "on_delete_fields", ForeignKey, on_delete_columns, NAMES, REPLACE,
                "the columns that SET NULL or SET DEFAULT sets"),
    FIELD_OF_WORDS("deferrable", ForeignKey, deferrable, deferrable_words, ALTER,
                   "whether its check can wait for the end of the transaction"),
    FIELD("not_valid", ForeignKey, not_valid, BOOL, ALTER, "rows from before are not checked"),
    FIELD_SINCE(18, "not_enforced", ForeignKey, not_enforced, BOOL, ALTER, "not checked"),
    FIELD_SINCE(18, "period", ForeignKey, period, BOOL, REPLACE, "PERIOD on the last column"),
    FIELD("attached_to", ForeignKey, attached_to, TEXT, ALTER,
          "of a partition: what it is attached to of the table above"),
    FIELDS_END,
};

const Field kind_fields_EXCLUSION[] = {
    FIELD_OF_ITEMS("elements", Exclusion, elements, &index_element_info, REPLACE,
                   "columns or expressions, each with an operator"),
    FIELD_OF_NAME("using", Exclusion, method, "btree", REPLACE, "index method (btree)"),
    FIELD("include", Exclusion, include, NAMES, REPLACE, "columns stored with the key"),
    FIELD("where", Exclusion, where, EXPR, REPLACE, "rows it is about"),
    FIELD_OF_WORDS("deferrable", Exclusion, deferrable, deferrable_words, REPLACE,
                   "whether its check can wait for the end of the transaction"),
    FIELD("with", Exclusion, options, OPTIONS, ALTER, "storage parameters of the index"),
    FIELD("tablespace", Exclusion, tablespace, NAME, ALTER, "tablespace of the index"),
    FIELD("clustered", Exclusion, clustered, BOOL, ALTER, "whether CLUSTER uses the index"),
    FIELD("index_comment", Exclusion, index_comment, TEXT, ALTER, "what COMMENT ON INDEX says"),
    FIELD("attached_to", Exclusion, attached_to, TEXT, ALTER,
          "of a partition: what it is attached to of the table above"),
    FIELD("only", Exclusion, only, BOOL, ALTER,
          "of a partitioned table: partitions have it only where they say so"),
    FIELDS_END,
};

static bool is_key(const Object *object)
{
    return object_kind(object) == KIND_PRIMARY_KEY || object_kind(object) == KIND_UNIQUE;
}

static bool same_key(const KeyConstraint *a, const KeyConstraint *b)
{
    return name_list_equal(a->columns, b->columns) && name_list_equal(a->include, b->include) &&
           a->nulls_not_distinct == b->nulls_not_distinct &&
           a->without_overlaps == b->without_overlaps &&
           g_strcmp0(a->deferrable, b->deferrable) == 0;
}

static bool same_exclusion(const Object *a, const Object *b)
{
    static const char *const keys[] = {"with", "tablespace", "clustered", "index_comment"};
    guint64 beside = CHANGED_BESIDES;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        beside |= field_mask(a->info, keys[i]);
    return (object_difference(a, b) & ~beside) == 0;
}

/* transformIndexConstraints() in the server's source. */
const Object *constraint_twin(const Object *constraint)
{
    const GPtrArray *siblings = constraint->parent->children;
    for (guint i = 0; i < siblings->len; i++) {
        const Object *other = g_ptr_array_index(siblings, i);
        if (other == constraint)
            continue;
        if (is_key(constraint) && is_key(other) &&
            same_key((const KeyConstraint *)constraint, (const KeyConstraint *)other))
            return other;
        if (object_kind(constraint) == KIND_EXCLUSION && other->info == constraint->info &&
            same_exclusion(constraint, other))
            return other;
    }
    return NULL;
}
