/* The examples of the model reference are models. */
#include "schema/models.h"
#include "tests/support/check.h"
#include "tests/unit/state_lines.h"

#define REFERENCE "docs/models.md"

static void check_example(const char *example, int line)
{
    g_autoptr(Diagnostics) diagnostics = diagnostics_new();
    g_autoptr(State) state =
        models_read_text(REFERENCE, example, strlen(example), NULL, diagnostics);
    g_autofree char *problems = diagnostic_lines(diagnostics);
    if (*problems)
        fail_msg("the example in line %d: %s", line, problems);
    assert_true(state->objects->len > 0);
}

static void examples_are_models(void **unused)
{
    (void)unused;
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(REFERENCE, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) example = NULL;
    guint examples = 0;
    for (int i = 0; lines[i]; i++) {
        if (strcmp(lines[i], "```yaml") == 0) {
            example = g_string_new(NULL);
        } else if (example && strcmp(lines[i], "```") == 0) {
            check_example(example->str, i);
            g_string_free(g_steal_pointer(&example), TRUE);
            examples++;
        } else if (example) {
            g_string_append_printf(example, "%s\n", lines[i]);
        }
    }
    assert_true(examples >= 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_models),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
