#include "schema/filter.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

struct Filter {
    GPtrArray *include; /* pcre2_code */
    GPtrArray *exclude;
};

static void code_free(gpointer code)
{
    pcre2_code_free(code);
}

static bool compile(GPtrArray *codes, const char *pattern, Diagnostics *diagnostics)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                     PCRE2_UTF | PCRE2_DOLLAR_ENDONLY, &error, &offset, NULL);
    if (code) {
        g_ptr_array_add(codes, code);
        return true;
    }
    PCRE2_UCHAR reason[256];
    pcre2_get_error_message(error, reason, sizeof reason);
    Diagnostic *d = diag_error(diagnostics, DIAG_CONFIG, PLACE_NONE,
                               "the pattern “%s” is no regular expression", pattern);
    diag_set_detail(d, "%s, at character %zu", (const char *)reason, (size_t)offset + 1);
    return false;
}

static GPtrArray *compile_all(const char *const *patterns, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func(code_free);
    for (; *patterns; patterns++)
        if (!compile(codes, *patterns, diagnostics))
            return NULL;
    return g_steal_pointer(&codes);
}

Filter *filter_new(const char *const *include, const char *const *exclude, Diagnostics *diagnostics)
{
    g_autoptr(Filter) filter = g_new0(Filter, 1);
    filter->include = compile_all(include, diagnostics);
    filter->exclude = compile_all(exclude, diagnostics);
    return filter->include && filter->exclude ? g_steal_pointer(&filter) : NULL;
}

void filter_free(Filter *filter)
{
    if (!filter)
        return;
    g_clear_pointer(&filter->include, g_ptr_array_unref);
    g_clear_pointer(&filter->exclude, g_ptr_array_unref);
    g_free(filter);
}

static bool any_matches(const GPtrArray *codes, const char *subject)
{
    for (guint i = 0; i < codes->len; i++) {
        const pcre2_code *code = g_ptr_array_index(codes, i);
        pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
        int found = pcre2_match(code, (PCRE2_SPTR)subject, strlen(subject), 0, 0, match, NULL);
        pcre2_match_data_free(match);
        if (found > 0)
            return true;
    }
    return false;
}

bool filter_keeps(const Filter *filter, const Object *object)
{
    while (object->parent)
        object = object->parent;
    g_autofree char *subject =
        object->schema
            ? g_strdup_printf("%s:%s.%s", object->info->word, object->schema, object->name)
            : g_strdup_printf("%s:%s", object->info->word, object->name);
    return (!filter->include->len || any_matches(filter->include, subject)) &&
           !any_matches(filter->exclude, subject);
}
