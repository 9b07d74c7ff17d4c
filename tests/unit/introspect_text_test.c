/* Array literals, PostgreSQL's own names, expressions in a list. */
#include "introspect/array_text.h"
#include "introspect/identity.h"

#include "tests/support/check.h"

static void test_arrays(void **unused)
{
    (void)unused;
    static const struct {
        const char *literal;
        const char *elements; /* joined by '|' */
    } cases[] = {
        {NULL, ""},
        {"{}", ""},
        {"{a,b c}", "a|b c"},
        {"{NULL,\"NULL\",x}", "NULL|x"},
        {"{\"\",\"a,b\",\"c\\\"d\",\"e\\\\f\"}", "|a,b|c\"d|e\\f"},
        {"{\"{x}\"}", "{x}"},
        {"{\"unfinished", "unfinished"},
        {"nonsense", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) elements = array_text_parse(cases[i].literal);
        g_ptr_array_add(elements, NULL);
        g_autofree char *joined = g_strjoinv("|", (char **)elements->pdata);
        assert_string_equal(joined, cases[i].elements);
    }
}

static void test_format(void **unused)
{
    (void)unused;
    static const char *const elements[] = {"a", "", "b\"c", "d\\e", "NULL", NULL};
    g_autofree char *literal = array_text_format(elements);
    assert_string_equal(literal, "{\"a\",\"\",\"b\\\"c\",\"d\\\\e\",\"NULL\"}");
    g_autofree char *empty = array_text_format(NULL);
    assert_string_equal(empty, "{}");
}

/* As PostgreSQL 15 named the sequences of such columns. */
static void test_names(void **unused)
{
    (void)unused;
    static const struct {
        const char *name;
        const char *table;
        const char *column;
        bool implied;
    } cases[] = {
        {"t_a_seq", "t", "a", true},
        {"t_a_seq12", "t", "a", true},
        {"t_b_seq", "t", "a", false},
        {"t_a_seqx", "t", "a", false},
        {"7", "t", "a", false},
        {"a2345678901234567890123456789_b2345678901234567890123456789_seq",
         "a23456789012345678901234567890123456789012", "b23456789012345678901234567890", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(
            identity_is_implied_name(cases[i].name, cases[i].table, cases[i].column, "seq"),
            cases[i].implied);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrays),
        cmocka_unit_test(test_format),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
