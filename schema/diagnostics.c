#include "schema/diagnostics.h"

#include <stdarg.h>
#include <string.h>

struct Diagnostics {
    GPtrArray *entries;
};

static const struct {
    const char *word;
    ExitStatus status;
} codes[DIAG_COUNT] = {
#define DIAG(symbol, word, status) [DIAG_##symbol] = {word, status},
#include "schema/diagnostics.def"
#undef DIAG
};

static void diagnostic_free(gpointer data)
{
    Diagnostic *d = data;
    g_free(d->text);
    g_free(d->detail);
    g_free(d->hint);
    g_free((char *)d->place.file);
    g_free(d->source_line);
    g_free(d->sqlstate);
    g_free(d->statement);
    g_free(d);
}

Diagnostics *diagnostics_new(void)
{
    Diagnostics *diagnostics = g_new0(Diagnostics, 1);
    diagnostics->entries = g_ptr_array_new_with_free_func(diagnostic_free);
    return diagnostics;
}

void diagnostics_free(Diagnostics *diagnostics)
{
    if (!diagnostics)
        return;
    g_ptr_array_unref(diagnostics->entries);
    g_free(diagnostics);
}

static Diagnostic *add(Diagnostics *diagnostics, Severity severity, DiagCode code, Place place,
                       const char *format, va_list args) G_GNUC_PRINTF(5, 0);

static Diagnostic *add(Diagnostics *diagnostics, Severity severity, DiagCode code, Place place,
                       const char *format, va_list args)
{
    Diagnostic *d = g_new0(Diagnostic, 1);
    d->severity = severity;
    d->code = code;
    d->text = g_strdup_vprintf(format, args);
    d->place = place;
    d->place.file = g_strdup(place.file);
    g_ptr_array_add(diagnostics->entries, d);
    return d;
}

Diagnostic *diag_error(Diagnostics *diagnostics, DiagCode code, Place place, const char *format,
                       ...)
{
    va_list args;
    va_start(args, format);
    Diagnostic *d = add(diagnostics, SEVERITY_ERROR, code, place, format, args);
    va_end(args);
    return d;
}

Diagnostic *diag_warning(Diagnostics *diagnostics, DiagCode code, Place place, const char *format,
                         ...)
{
    va_list args;
    va_start(args, format);
    Diagnostic *d = add(diagnostics, SEVERITY_WARNING, code, place, format, args);
    va_end(args);
    return d;
}

Diagnostic *diag_note(Diagnostics *diagnostics, DiagCode code, Place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Diagnostic *d = add(diagnostics, SEVERITY_NOTE, code, place, format, args);
    va_end(args);
    return d;
}

Diagnostic *diag_set_detail(Diagnostic *diagnostic, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_free(diagnostic->detail);
    diagnostic->detail = g_strdup_vprintf(format, args);
    va_end(args);
    return diagnostic;
}

Diagnostic *diag_set_hint(Diagnostic *diagnostic, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_free(diagnostic->hint);
    diagnostic->hint = g_strdup_vprintf(format, args);
    va_end(args);
    return diagnostic;
}

Diagnostic *diag_set_source(Diagnostic *diagnostic, const char *line, gsize length)
{
    g_free(diagnostic->source_line);
    diagnostic->source_line = g_strndup(line, length);
    return diagnostic;
}

Diagnostic *diag_set_server(Diagnostic *diagnostic, const char *sqlstate, const char *statement)
{
    g_free(diagnostic->sqlstate);
    g_free(diagnostic->statement);
    diagnostic->sqlstate = g_strdup(sqlstate);
    diagnostic->statement = g_strdup(statement);
    return diagnostic;
}

guint diagnostics_count(const Diagnostics *diagnostics)
{
    return diagnostics->entries->len;
}

const Diagnostic *diagnostics_get(const Diagnostics *diagnostics, guint index)
{
    return g_ptr_array_index(diagnostics->entries, index);
}

void diagnostics_append(Diagnostics *diagnostics, Diagnostics *from)
{
    while (from->entries->len)
        g_ptr_array_add(diagnostics->entries, g_ptr_array_steal_index(from->entries, 0));
}

static gint compare_places(gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
    Place x = (*(const Diagnostic *const *)a)->place;
    Place y = (*(const Diagnostic *const *)b)->place;
    if (!x.file || !y.file)
        return (x.file == NULL) - (y.file == NULL);
    int order = strcmp(x.file, y.file);
    if (order == 0)
        order = x.line - y.line;
    return order ? order : x.column - y.column;
}

void diagnostics_sort(Diagnostics *diagnostics, guint first)
{
    guint count = diagnostics->entries->len;
    if (count > first) /* a stable sort */
        g_qsort_with_data(diagnostics->entries->pdata + first, (gint)(count - first),
                          sizeof(gpointer), compare_places, NULL);
}

static const Diagnostic *first_error(const Diagnostics *diagnostics)
{
    for (guint i = 0; i < diagnostics->entries->len; i++) {
        const Diagnostic *d = g_ptr_array_index(diagnostics->entries, i);
        if (d->severity == SEVERITY_ERROR)
            return d;
    }
    return NULL;
}

bool diagnostics_failed(const Diagnostics *diagnostics)
{
    return first_error(diagnostics) != NULL;
}

ExitStatus diagnostics_status(const Diagnostics *diagnostics)
{
    const Diagnostic *d = first_error(diagnostics);
    return d ? codes[d->code].status : EXIT_STATUS_DONE;
}

const char *diag_code_word(DiagCode code)
{
    return codes[code].word;
}
