#include "schema/routine.h"
#include "schema/field_table.h"

#include <string.h>

static const char *const mode_words[] = {"in", "out", "inout", "variadic", "table", NULL};
static const char *const volatility_words[] = {"volatile", "stable", "immutable", NULL};
static const char *const parallel_words[] = {"unsafe", "restricted", "safe", NULL};
static const char *const aggregate_words[] = {"normal", "ordered set", "hypothetical", NULL};
static const char *const modify_words[] = {"default", "read only", "shareable", "read write", NULL};

static const Field argument_fields[] = {
    FIELD("name", Argument, name, TEXT, ALTER, "its name"),
    FIELD("type", Argument, type, TYPE, ALTER, "data type"),
    FIELD_OF_WORDS("mode", Argument, mode, mode_words, ALTER,
                   "in, out, inout, variadic, or table: a column of the result"),
    FIELD("default", Argument, default_expr, EXPR, ALTER, "default value"),
    FIELDS_END,
};

const ItemInfo argument_info = {sizeof(Argument), argument_fields};

#define ROUTINE_ARGUMENTS \
    FIELD_OF_ITEMS("arguments", Routine, arguments, &argument_info, ALTER, "arguments")

#define ROUTINE_SOURCE                                                                      \
    FIELD("security_definer", Routine, security_definer, BOOL, ALTER,                       \
          "runs with the rights of its owner"),                                             \
        FIELD("settings", Routine, settings, OPTIONS, ALTER, "settings while it runs"),     \
        FIELD("transforms", Routine, transforms, CLAUSES, ALTER,                            \
              "types that transforms apply to"),                                            \
        FIELD_OF_NAME("language", Routine, language, "sql", ALTER, "language (sql)"),       \
        FIELD("object_file", Routine, object_file, TEXT, ALTER, "library of a C function"), \
        FIELD("body", Routine, body, TEXT, ALTER, "source text"),                           \
        FIELD_SINCE(14, "sql_body", Routine, sql_body, CLAUSE, ALTER,                       \
                    "BEGIN ATOMIC … END or RETURN …")

const Field kind_fields_FUNCTION[] = {
    ROUTINE_ARGUMENTS,
    FIELD("returns", Routine, returns, TYPE, REPLACE, "type of the result"),
    FIELD("returns_set", Routine, returns_set, BOOL, REPLACE, "whether it returns a set of them"),
    FIELD("window", Routine, window, BOOL, REPLACE, "whether it is a window function"),
    FIELD_OF_WORDS("volatility", Routine, volatility, volatility_words, ALTER,
                   "volatile, stable or immutable"),
    FIELD("strict", Routine, strict, BOOL, ALTER, "NULL for any NULL argument"),
    FIELD("leakproof", Routine, leakproof, BOOL, ALTER, "tells nothing of its arguments"),
    FIELD_OF_WORDS("parallel", Routine, parallel, parallel_words, ALTER,
                   "unsafe, restricted or safe"),
    FIELD("cost", Routine, cost, NUMBER, ALTER, "estimated cost"),
    FIELD("rows", Routine, rows, NUMBER, ALTER, "estimated number of rows"),
    FIELD("support", Routine, support, OBJECT, ALTER, "planner support function"),
    ROUTINE_SOURCE,
    FIELDS_END,
};

const Field kind_fields_PROCEDURE[] = {ROUTINE_ARGUMENTS, ROUTINE_SOURCE, FIELDS_END};

#define AGGREGATE_FIELD(Key, member, Type, Doc) FIELD(Key, Aggregate, member, Type, REPLACE, Doc)

const Field kind_fields_AGGREGATE[] = {
    FIELD_OF_ITEMS("arguments", Aggregate, arguments, &argument_info, REPLACE, "arguments"),
    FIELD_OF_WORDS("aggregate_kind", Aggregate, aggregate_kind, aggregate_words, REPLACE,
                   "normal, ordered set or hypothetical"),
    AGGREGATE_FIELD("direct_arguments", direct_arguments, INT,
                    "how many arguments stand before ORDER BY"),
    AGGREGATE_FIELD("state_function", state_function, OBJECT, "called for each row"),
    AGGREGATE_FIELD("state_type", state_type, TYPE, "type of the state"),
    AGGREGATE_FIELD("state_size", state_size, INT, "estimated size of the state in bytes"),
    AGGREGATE_FIELD("final_function", final_function, OBJECT, "computes the result"),
    AGGREGATE_FIELD("final_extra", final_extra, BOOL, "the final function takes the arguments too"),
    FIELD_OF_WORDS("final_modify", Aggregate, final_modify, modify_words, REPLACE,
                   "whether the final function changes the state"),
    AGGREGATE_FIELD("combine_function", combine_function, OBJECT, "combines two states"),
    AGGREGATE_FIELD("serial_function", serial_function, OBJECT, "serializes a state"),
    AGGREGATE_FIELD("deserial_function", deserial_function, OBJECT, "reads a state back"),
    AGGREGATE_FIELD("initial", initial, TEXT, "first state"),
    AGGREGATE_FIELD("moving_state_function", moving_state_function, OBJECT,
                    "called for each row that enters the frame"),
    AGGREGATE_FIELD("moving_inverse_function", moving_inverse_function, OBJECT,
                    "called for each row that leaves the frame"),
    AGGREGATE_FIELD("moving_state_type", moving_state_type, TYPE, "type of the moving state"),
    AGGREGATE_FIELD("moving_state_size", moving_state_size, INT, "its estimated size in bytes"),
    AGGREGATE_FIELD("moving_final_function", moving_final_function, OBJECT,
                    "computes the result of the moving state"),
    AGGREGATE_FIELD("moving_final_extra", moving_final_extra, BOOL,
                    "that function takes the arguments too"),
    FIELD_OF_WORDS("moving_final_modify", Aggregate, moving_final_modify, modify_words, REPLACE,
                   "whether that function changes the state"),
    AGGREGATE_FIELD("moving_initial", moving_initial, TEXT, "first moving state"),
    AGGREGATE_FIELD("sort_operator", sort_operator, CLAUSE, "operator of a min or max"),
    FIELD_OF_WORDS("parallel", Aggregate, parallel, parallel_words, REPLACE,
                   "unsafe, restricted or safe"),
    FIELDS_END,
};

bool argument_is_input(const Argument *argument)
{
    return !argument->mode ||
           (strcmp(argument->mode, "out") != 0 && strcmp(argument->mode, "table") != 0);
}

char *routine_identity(ItemList arguments)
{
    GString *types = g_string_new(NULL);
    const Argument *argument = arguments.items;
    for (guint i = 0; i < arguments.count; i++)
        if (argument_is_input(&argument[i]))
            g_string_append_printf(types, "%s%s", types->len ? ", " : "", argument[i].type);
    return g_string_free(types, FALSE);
}

const char *routine_result_type(ItemList arguments)
{
    const Argument *argument = arguments.items;
    const char *type = NULL;
    for (guint i = 0; i < arguments.count; i++)
        if (argument[i].mode &&
            (strcmp(argument[i].mode, "out") == 0 || strcmp(argument[i].mode, "inout") == 0))
            type = type ? "record" : argument[i].type;
    return type;
}
