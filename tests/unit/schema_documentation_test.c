/* The examples of the model reference are models. */
#include "schema/model_reader.h"
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

/* What stands in backquotes, examples among it. */
static char *code_of(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "`", -1);
    GString *code = g_string_new(NULL);
    for (guint i = 0; parts[i]; i++)
        if (i % 2)
            g_string_append_printf(code, "%s\n", parts[i]);
    return g_string_free(code, FALSE);
}

static void expect_keys(const char *code, const KindInfo *info, const Field *fields)
{
    for (const Field *f = fields; f->key; f++) {
        if (!field_is_in_models(f) || (fields == info->fields && model_field_is_hidden(info, f)))
            continue;
        g_autofree char *pattern = g_strdup_printf("(?<![a-z_])%s(?![a-z_])", f->key);
        if (!g_regex_match_simple(pattern, code, 0, 0))
            fail_msg("%s says nothing of %s, a key of %s", REFERENCE, f->key, info->plural);
        if (f->item)
            expect_keys(code, info, f->item->fields);
    }
}

static void every_key_is_there(void **unused)
{
    (void)unused;
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(REFERENCE, &text, NULL, NULL));
    g_autofree char *code = code_of(text);
    for (Kind kind = 0; kind < KIND_COUNT; kind++)
        expect_keys(code, kind_infos[kind], kind_infos[kind]->fields);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_models),
        cmocka_unit_test(every_key_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
