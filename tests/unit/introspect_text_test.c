/* Array literals. */
#include "introspect/array_text.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrays),
        cmocka_unit_test(test_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
