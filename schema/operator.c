#include "schema/operator.h"
#include "schema/field_table.h"

static const char *const context_words[] = {"explicit", "assignment", "implicit", NULL};

const Field kind_fields_OPERATOR[] = {
    FIELD("left", Operator, left, TYPE, REPLACE, "type of the left operand"),
    FIELD("right", Operator, right, TYPE, REPLACE, "type of the right operand"),
    FIELD("function", Operator, function, OBJECT, REPLACE, "function behind it"),
    FIELD("commutator", Operator, commutator, CLAUSE, REPLACE, "operator with the sides exchanged"),
    FIELD("negator", Operator, negator, CLAUSE, REPLACE, "operator of the opposite result"),
    FIELD("restrict", Operator, restrict_function, OBJECT, REPLACE, "selectivity estimator"),
    FIELD("join", Operator, join_function, OBJECT, REPLACE, "join selectivity estimator"),
    FIELD("hashes", Operator, hashes, BOOL, REPLACE, "can be used in a hash join"),
    FIELD("merges", Operator, merges, BOOL, REPLACE, "can be used in a merge join"),
    FIELDS_END,
};

const Field kind_fields_OPERATOR_FAMILY[] = {
    FIELD("method", OperatorFamily, method, NAME, REPLACE, "index method"),
    FIELD("members", OperatorFamily, members, CLAUSES, ALTER,
          "operators and functions that are in no class"),
    FIELDS_END,
};

const Field kind_fields_OPERATOR_CLASS[] = {
    FIELD("method", OperatorClass, method, NAME, REPLACE, "index method"),
    FIELD("type", OperatorClass, type, TYPE, REPLACE, "type of the indexed column"),
    FIELD("default", OperatorClass, is_default, BOOL, REPLACE, "taken when none is named"),
    FIELD("family", OperatorClass, family, OBJECT, REPLACE, "its operator family"),
    FIELD("storage", OperatorClass, storage, TYPE, REPLACE, "type stored, where another one"),
    FIELD("members", OperatorClass, members, CLAUSES, REPLACE, "operators and functions"),
    FIELDS_END,
};

const Field kind_fields_CAST[] = {
    FIELD("source", Cast, source, TYPE, REPLACE, "type that is converted"),
    FIELD("target", Cast, target, TYPE, REPLACE, "type that it becomes"),
    FIELD("function", Cast, function, OBJECT, REPLACE, "function that does it"),
    FIELD("arguments", Cast, arguments, CLAUSE, REPLACE,
          "argument types of the function, where there are more than the source"),
    FIELD("inout", Cast, inout, BOOL, REPLACE, "by the types' text forms"),
    FIELD_OF_WORDS("context", Cast, context, context_words, REPLACE, "where it is applied"),
    FIELDS_END,
};
