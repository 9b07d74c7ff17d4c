#include "migrations/failure.h"

#include <string.h>

static const Diagnostic *first_error(const Diagnostics *answer)
{
    for (guint i = 0; i < diagnostics_count(answer); i++)
        if (diagnostics_get(answer, i)->severity == SEVERITY_ERROR)
            return diagnostics_get(answer, i);
    return NULL;
}

static Diagnostic *copy(const Diagnostic *from, DiagCode code, Place place,
                        Diagnostics *diagnostics)
{
    static Diagnostic *(*const adders[])(Diagnostics *, DiagCode, Place, const char *, ...) = {
        [SEVERITY_ERROR] = diag_error,
        [SEVERITY_WARNING] = diag_warning,
        [SEVERITY_NOTE] = diag_note,
    };
    Diagnostic *to = adders[from->severity](diagnostics, code, place, "%s", from->text);
    if (from->detail)
        diag_set_detail(to, "%s", from->detail);
    if (from->hint)
        diag_set_hint(to, "%s", from->hint);
    if (from->source_line)
        diag_set_source(to, from->source_line, strlen(from->source_line));
    if (from->sqlstate || from->statement)
        diag_set_server(to, from->sqlstate, from->statement);
    return to;
}

void failure_pass_on(const Diagnostics *answer, Diagnostics *diagnostics)
{
    for (guint i = 0; i < diagnostics_count(answer); i++) {
        const Diagnostic *d = diagnostics_get(answer, i);
        copy(d, d->code, d->place, diagnostics);
    }
}

/* Of a statement that stands in no file, the line is shown that the server points at: places are
 * those of the models that ask for it. */
static void show_line(Diagnostic *to, const Diagnostic *error)
{
    if (!error->source_line)
        return;
    g_clear_pointer(&to->source_line, g_free);
    g_autofree char *line = g_strstrip(g_strdup(error->source_line));
    diag_set_server(to, error->sqlstate, line);
}

void failure_report(const Diagnostics *answer, const char *path, const StepItem *item,
                    Diagnostics *diagnostics)
{
    const Diagnostic *error = first_error(answer);
    if (!error)
        return;
    Place place = path ? (Place){path, item->line, 0} : item->origin;
    if (path && item->line > 0 && error->place.line > 0) {
        place.line += error->place.line - 1;
        place.column = error->place.column;
    }
    DiagCode code = error->code == DIAG_CONNECTION ? DIAG_CONNECTION : DIAG_STATEMENT;
    Diagnostic *to = copy(error, code, place, diagnostics);
    if (!path)
        show_line(to, error);
}

bool failure_is_transient(const Diagnostics *answer)
{
    static const char *const transient[] = {"55P03", "40P01", "40001", NULL};
    const Diagnostic *error = first_error(answer);
    return error && error->sqlstate && g_strv_contains(transient, error->sqlstate);
}

const char *failure_text(const Diagnostics *answer)
{
    const Diagnostic *error = first_error(answer);
    return error ? error->text : NULL;
}
