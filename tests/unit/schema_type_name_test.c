/* Spellings of types and what format_type() prints for them (PostgreSQL 15). */
#include "schema/type_name.h"
#include "tests/support/check.h"

#include <string.h>

static const struct {
    const char *written;
    const char *canonical;
} types[] = {
    {"int", "integer"},
    {"INT4", "integer"},
    {" Integer ", "integer"},
    {"pg_catalog.int8", "bigint"},
    {"float(24)", "real"},
    {"float(25)", "double precision"},
    {"float", "double precision"},
    {"double   precision", "double precision"},
    {"decimal", "numeric"},
    {"dec(5)", "numeric(5,0)"},
    {"numeric(12,2)", "numeric(12,2)"},
    {"numeric( 3 , -2 )", "numeric(3,-2)"},
    {"varchar", "character varying"},
    {"varchar(20)", "character varying(20)"},
    {"character varying (20) []", "character varying(20)[]"},
    {"char", "character(1)"},
    {"char(3)[]", "character(3)[]"},
    {"\"char\"", "\"char\""},
    {"bpchar", "bpchar"},
    {"bpchar(3)", "character(3)"},
    {"nchar varying(3)", "character varying(3)"},
    {"bit", "bit(1)"},
    {"bit varying", "bit varying"},
    {"varbit(3)", "bit varying(3)"},
    {"bool", "boolean"},
    {"timestamptz", "timestamp with time zone"},
    {"timestamp(3) with time zone", "timestamp(3) with time zone"},
    {"timestamptz(0)[]", "timestamp(0) with time zone[]"},
    {"timestamp", "timestamp without time zone"},
    {"time(2)", "time(2) without time zone"},
    {"timetz", "time with time zone"},
    {"interval", "interval"},
    {"interval(3)", "interval(3)"},
    {"interval year to month", "interval year to month"},
    {"interval day to second(4)", "interval day to second(4)"},
    {"interval second(2)", "interval second(2)"},
    {"int[3][]", "integer[]"},
    {"int array[3]", "integer[]"},
    {"text", "text"},
    {"\"text\"", "text"},
    {"tsvector", "tsvector"},
    {"int4multirange", "int4multirange"},
    {"serial", "integer"},
    {"bigserial", "bigint"},
};

static void own_types_are_printed_as_postgresql_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autofree char *problem = NULL;
        g_autoptr(TypeName) type = type_name_parse(types[i].written, &problem);
        assert_non_null(type);
        assert_non_null(type->canonical);
        assert_string_equal(type->canonical, types[i].canonical);
    }
}

static void printed_types_are_their_own_spelling(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
        g_autofree char *problem = NULL;
        g_autoptr(TypeName) type = type_name_parse(types[i].canonical, &problem);
        assert_string_equal(type->canonical, types[i].canonical);
    }
}

static void other_types_are_taken_apart(void **state)
{
    (void)state;
    g_autofree char *problem = NULL;
    g_autoptr(TypeName) geometry = type_name_parse("geo.Geometry(Point, 4326)[]", &problem);
    assert_null(geometry->canonical);
    assert_string_equal(geometry->schema, "geo");
    assert_string_equal(geometry->name, "Geometry");
    assert_string_equal(geometry->arguments, "(Point,4326)");
    assert_true(geometry->array);
    g_autoptr(TypeName) quoted = type_name_parse("\"My Types\".\"A \"\"b\"\"\"", &problem);
    assert_string_equal(quoted->schema, "My Types");
    assert_string_equal(quoted->name, "A \"b\"");
    g_autoptr(TypeName) upper = type_name_parse("\"Text\"", &problem);
    assert_null(upper->canonical);
}

static const struct {
    const char *written;
    const char *problem;
} malformed[] = {
    {"", "a type begins with its name"},
    {"numeric(12", "a parenthesis has no end; a type with a comma in it must be quoted"},
    {"int[", "a bracket has no end"},
    {"integer(3)", "it takes no arguments"},
    {"varchar(0)", "its length must be a number from 1 to 10485760"},
    {"numeric(1001)", "its arguments are precision (1 to 1000) and scale"},
    {"timestamp(9)", "its precision must be a number from 0 to 6"},
    {"interval day(3)", "only seconds have a precision, from 0 to 6"},
    {"text not null", "there is something after the type"},
    {"int[] int", "there is something after the type"},
    {"\"open", "a double quote has no end"},
    {"varchar(3)(4)", "a type has one pair of parentheses at most"},
};

static void what_is_no_type_is_told_why(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(malformed); i++) {
        g_autofree char *problem = NULL;
        assert_null(type_name_parse(malformed[i].written, &problem));
        assert_string_equal(problem, malformed[i].problem);
    }
}

static void storage_is_that_of_the_type(void **state)
{
    (void)state;
    assert_string_equal(type_name_storage("character varying(20)"), "extended");
    assert_string_equal(type_name_storage("integer[]"), "extended");
    assert_string_equal(type_name_storage("numeric(12,2)"), "main");
    assert_string_equal(type_name_storage("integer"), "plain");
    assert_string_equal(type_name_storage("timestamp(3) with time zone"), "plain");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_types_are_printed_as_postgresql_does),
        cmocka_unit_test(printed_types_are_their_own_spelling),
        cmocka_unit_test(other_types_are_taken_apart),
        cmocka_unit_test(what_is_no_type_is_told_why),
        cmocka_unit_test(storage_is_that_of_the_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
