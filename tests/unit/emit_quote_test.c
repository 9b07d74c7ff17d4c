/* Names, literals, and expressions in their places. */
#include "emit/expression.h"
#include "emit/quote.h"
#include "tests/support/check.h"
#include "tests/support/objects.h"

typedef char *Writer(const char *text);

static void expect(Writer *writer, const char *text, const char *expected)
{
    g_autofree char *written = writer(text);
    assert_string_equal(written, expected);
}

static void names_are_quoted_where_needed(void **unused)
{
    (void)unused;
    expect(quote_name, "users", "users");
    expect(quote_name, "_a1", "_a1");
    expect(quote_name, "Users", "\"Users\"");
    expect(quote_name, "1st", "\"1st\"");
    expect(quote_name, "a b", "\"a b\"");
    expect(quote_name, "a\"b", "\"a\"\"b\"");
    expect(quote_name, "a\nb;--", "\"a\nb;--\"");
    expect(quote_name, "größe", "\"größe\"");
    expect(quote_name, "user", "\"user\"");       /* reserved */
    expect(quote_name, "between", "\"between\""); /* a column name all the same */
    expect(quote_name, "authorization", "\"authorization\"");
    expect(quote_name, "name", "name"); /* not reserved */
}

static void qualified_names(void **unused)
{
    (void)unused;
    g_autofree char *both = quote_qualified((QualifiedName){"My Schema", "table"});
    assert_string_equal(both, "\"My Schema\".\"table\"");
    g_autofree char *bare = quote_qualified((QualifiedName){NULL, "users"});
    assert_string_equal(bare, "users");
    g_autoptr(State) state = state_with_public("a");
    Table *table = add_table(state, "order");
    Column *column = add_column(state, table, "group", "text");
    Object *function = state_add(state, KIND_ENUM, NULL, "public", "f",
                                 "integer, \"char\""); /* any kind will do */
    g_autofree char *a = quote_object(&table->object);
    g_autofree char *b = quote_object(&column->object);
    g_autofree char *c = quote_object(function);
    assert_string_equal(a, "public.\"order\"");
    assert_string_equal(b, "\"group\"");
    assert_string_equal(c, "public.f(integer, \"char\")");
    g_autofree char *list = quote_names(names(state, "a B select"));
    assert_string_equal(list, "a, \"B\", \"select\"");
}

static void literals(void **unused)
{
    (void)unused;
    expect(quote_literal, "", "''");
    expect(quote_literal, "it's", "'it''s'");
    expect(quote_literal, "a\\b'c", "E'a\\\\b''c'");
    expect(quote_literal, "two\nlines", "'two\nlines'");
    expect(quote_dollar, "BEGIN END", "$$BEGIN END$$");
    expect(quote_dollar, "a $$ b", "$body$a $$ b$body$");
    expect(quote_dollar, "$$ $body$", "$body1$$$ $body$$body1$");
}

static void parentheses_once(void **unused)
{
    (void)unused;
    expect(expression_enclosed, "a > 0", "(a > 0)");
    expect(expression_enclosed, "(a > 0)", "(a > 0)");
    expect(expression_enclosed, "(a) > (0)", "((a) > (0))");
    expect(expression_enclosed, "a > ')'", "(a > ')')");
    expect(expression_enclosed, "a -- b", "(a -- b\n)");
    expect(expression_enclosed, "'unfinished", "('unfinished)");
    expect(expression_plain, "a -- b", "a -- b\n");
    expect(expression_plain, "a -- b\n + c", "a -- b\n + c");
}

static void defaults_of_a_definition(void **unused)
{
    (void)unused;
    expect(expression_default, "0", "0");
    expect(expression_default, "-1 + 2", "-1 + 2");
    expect(expression_default, "now()", "now()");
    expect(expression_default, "'a'::text || 'b'", "'a'::text || 'b'");
    expect(expression_default, "'x'::timestamp with time zone", "'x'::timestamp with time zone");
    expect(expression_default, "now() AT TIME ZONE 'utc'", "(now() AT TIME ZONE 'utc')");
    expect(expression_default, "(now() AT TIME ZONE 'utc')", "(now() AT TIME ZONE 'utc')");
    expect(expression_default, "NOT true", "(NOT true)");
    expect(expression_default, "1 IN (1, 2)", "(1 IN (1, 2))");
    expect(expression_default, "'a' COLLATE \"C\"", "('a' COLLATE \"C\")");
    expect(expression_default, "f(NOT true)", "f(NOT true)");
}

static void elements_of_an_index(void **unused)
{
    (void)unused;
    expect(expression_element, "lower(name)", "lower(name)");
    expect(expression_element, "app.\"Lower\"(name)", "app.\"Lower\"(name)");
    expect(expression_element, "lower(a) || lower(b)", "(lower(a) || lower(b))");
    expect(expression_element, "a || b", "(a || b)");
    expect(expression_element, "((a))", "((a))");
    expect(expression_element, "(a) + (b)", "((a) + (b))");
    expect(expression_element, "name", "(name)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_quoted_where_needed),
        cmocka_unit_test(qualified_names),
        cmocka_unit_test(literals),
        cmocka_unit_test(parentheses_once),
        cmocka_unit_test(defaults_of_a_definition),
        cmocka_unit_test(elements_of_an_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
