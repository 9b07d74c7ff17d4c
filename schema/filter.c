#include "schema/filter.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* Steps after which a pattern is taken not to match: nobody's names need more. */
#define MATCH_LIMIT 1000000

struct Filter {
    GPtrArray *include; /* pcre2_code * */
    GPtrArray *exclude;
    pcre2_match_context *context;
};

static void free_code(gpointer code)
{
    pcre2_code_free(code);
}

static bool add_pattern(GPtrArray *list, const char *pattern, Place place, Diagnostics *diagnostics)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                      PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_UTF, &error, &offset, NULL);
    if (code) {
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
        g_ptr_array_add(list, code);
        return true;
    }
    char text[256];
    pcre2_get_error_message(error, (PCRE2_UCHAR *)text, sizeof text);
    Diagnostic *d =
        diag_error(diagnostics, DIAG_CONFIG, place, "\"%s\" is no pattern: %s", pattern, text);
    diag_set_detail(d, "at character %" G_GSIZE_FORMAT, (gsize)offset + 1);
    diag_set_hint(d, "patterns are regular expressions such as table:public\\.legacy_.*");
    return false;
}

static bool add_patterns(GPtrArray *list, const char *const *patterns, Place place,
                         Diagnostics *diagnostics)
{
    bool good = true;
    for (; patterns && *patterns; patterns++)
        good &= add_pattern(list, *patterns, place, diagnostics);
    return good;
}

Filter *filter_new(const char *const *include, const char *const *exclude, Place place,
                   Diagnostics *diagnostics)
{
    g_autoptr(Filter) filter = g_new0(Filter, 1);
    filter->include = g_ptr_array_new_with_free_func(free_code);
    filter->exclude = g_ptr_array_new_with_free_func(free_code);
    filter->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(filter->context, MATCH_LIMIT);
    bool good = add_patterns(filter->include, include, place, diagnostics);
    good &= add_patterns(filter->exclude, exclude, place, diagnostics);
    return good ? g_steal_pointer(&filter) : NULL;
}

void filter_free(Filter *filter)
{
    if (!filter)
        return;
    g_ptr_array_unref(filter->include);
    g_ptr_array_unref(filter->exclude);
    pcre2_match_context_free(filter->context);
    g_free(filter);
}

static bool matches(const Filter *filter, const GPtrArray *patterns, const char *subject)
{
    for (guint i = 0; i < patterns->len; i++) {
        const pcre2_code *code = g_ptr_array_index(patterns, i);
        pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
        int result =
            pcre2_match(code, (PCRE2_SPTR)subject, strlen(subject), 0, 0, data, filter->context);
        pcre2_match_data_free(data);
        if (result >= 0)
            return true;
    }
    return false;
}

/* "table:public.users", "materialized_view:app.totals", "function:public.f(integer)" */
static char *subject_of(const Object *object)
{
    GString *out = g_string_new(object->info->word);
    for (char *c = out->str; *c; c++)
        if (*c == ' ')
            *c = '_';
    g_string_append_c(out, ':');
    if (object->schema)
        g_string_append_printf(out, "%s.", object->schema);
    g_string_append(out, object->name);
    if (object->arguments)
        g_string_append_printf(out, "(%s)", object->arguments);
    return g_string_free(out, FALSE);
}

bool filter_keeps(const Filter *filter, const Object *object)
{
    if (!filter)
        return true;
    while (object->parent)
        object = object->parent;
    g_autofree char *subject = subject_of(object);
    if (filter->include->len && !matches(filter, filter->include, subject))
        return false;
    return !matches(filter, filter->exclude, subject);
}
