#include "migrations/expression.h"

#include <stdlib.h>
#include <string.h>

static Diagnostic *complain(Diagnostics *diagnostics, const char *format, ...) G_GNUC_PRINTF(2, 3);

static Diagnostic *complain(Diagnostics *diagnostics, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    return diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "%s", text);
}

static GPtrArray *list_of(Revision *revision)
{
    GPtrArray *list = revisions_new();
    g_ptr_array_add(list, revision);
    return list;
}

static GPtrArray *copy_of(const GPtrArray *list)
{
    GPtrArray *copy = revisions_new();
    for (guint i = 0; i < list->len; i++)
        g_ptr_array_add(copy, g_ptr_array_index(list, i));
    return copy;
}

/* Only those of `list` (which it takes) that are on the branch. */
static GPtrArray *on_branch(GPtrArray *list, const GPtrArray *branch)
{
    GPtrArray *kept = revisions_new();
    for (guint i = 0; i < list->len; i++)
        if (!branch || revisions_contain(branch, g_ptr_array_index(list, i)))
            g_ptr_array_add(kept, g_ptr_array_index(list, i));
    g_ptr_array_unref(list);
    return kept;
}

/* Names */

static Revision *find_exactly(const Graph *graph, const char *name)
{
    Revision *found = graph_find(graph, name);
    return found ? found : g_hash_table_lookup(graph->by_label, name);
}

static GPtrArray *find_by_prefix(const Graph *graph, const char *prefix, const GPtrArray *branch)
{
    GPtrArray *found = revisions_new();
    for (guint i = 0; i < graph->revisions->len; i++) {
        Revision *revision = g_ptr_array_index(graph->revisions, i);
        if (g_str_has_prefix(revision->id, prefix) &&
            (!branch || revisions_contain(branch, revision)))
            g_ptr_array_add(found, revision);
    }
    return found;
}

static Revision *find_named(const Graph *graph, const char *name, const GPtrArray *branch,
                            Diagnostics *diagnostics)
{
    Revision *exact = find_exactly(graph, name);
    if (exact && (!branch || revisions_contain(branch, exact)))
        return exact;
    g_autoptr(GPtrArray) found = find_by_prefix(graph, name, branch);
    if (found->len == 1)
        return g_ptr_array_index(found, 0);
    if (found->len == 0) {
        complain(diagnostics,
                 branch ? "there is no revision %s on that branch" : "there is no revision %s",
                 name);
        return NULL;
    }
    g_autofree char *candidates = revisions_describe(found);
    diag_set_detail(complain(diagnostics, "%s is the beginning of several revisions", name), "%s",
                    candidates);
    return NULL;
}

Revision *expression_branch(const ExpressionScope *scope, const char *name,
                            Diagnostics *diagnostics)
{
    return find_named(scope->graph, name, NULL, diagnostics);
}

/* What an expression is made of */

/* The `+2` or `-1` at the end. Ids and labels may hold a `-` themselves, so a text that is a
 * name as it stands has none. */
static const char *relative_part(const Graph *graph, const char *text)
{
    if (find_exactly(graph, text))
        return NULL;
    const char *sign = NULL;
    for (const char *p = text; *p; p++)
        if (*p == '+' || *p == '-')
            sign = p;
    return sign && sign[1] && strspn(sign + 1, "0123456789") == strlen(sign + 1) ? sign : NULL;
}

void expression_split(const ExpressionScope *scope, const char *text, char **ret_branch,
                      char **ret_symbol, int *ret_steps)
{
    const char *at = strchr(text, '@');
    *ret_branch = at ? g_strndup(text, (gsize)(at - text)) : NULL;
    const char *rest = at ? at + 1 : text;
    const char *relative = relative_part(scope->graph, rest);
    *ret_symbol = relative ? g_strndup(rest, (gsize)(relative - rest)) : g_strdup(rest);
    *ret_steps = relative ? (int)CLAMP(g_ascii_strtoll(relative, NULL, 10), -1000000, 1000000) : 0;
}

static bool side_needs_current(const char *side)
{
    const char *at = side ? strchr(side, '@') : NULL;
    const char *rest = at ? at + 1 : side;
    return rest && (*rest == '+' || *rest == '-' || g_str_has_prefix(rest, "current"));
}

bool expression_needs_current(const char *text)
{
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;
    if (!expression_split_range(text, &from, &to))
        return side_needs_current(text);
    return side_needs_current(from) || side_needs_current(to);
}

/* Symbols */

static GPtrArray *resolve_heads(const Graph *graph, const GPtrArray *branch, bool several,
                                Diagnostics *diagnostics)
{
    GPtrArray *heads = on_branch(graph_heads(graph), branch);
    if (several || heads->len == 1 || graph->revisions->len == 0)
        return heads;
    g_autofree char *names = revisions_describe(heads);
    diag_set_hint(diag_set_detail(complain(diagnostics, "there are several heads"), "%s", names),
                  "name one of them, or heads for all; gen merge brings them together");
    g_ptr_array_unref(heads);
    return NULL;
}

static GPtrArray *resolve_current(const ExpressionScope *scope, const GPtrArray *branch,
                                  Diagnostics *diagnostics)
{
    if (scope->current)
        return on_branch(copy_of(scope->current), branch);
    complain(diagnostics, "without a database there is no current revision");
    return NULL;
}

static GPtrArray *resolve_symbol(const ExpressionScope *scope, const char *symbol,
                                 const GPtrArray *branch, Diagnostics *diagnostics)
{
    if (strcmp(symbol, "base") == 0)
        return revisions_new();
    if (strcmp(symbol, "head") == 0 || strcmp(symbol, "heads") == 0)
        return resolve_heads(scope->graph, branch, strcmp(symbol, "heads") == 0, diagnostics);
    if (strcmp(symbol, "current") == 0 || !*symbol)
        return resolve_current(scope, branch, diagnostics);
    Revision *found = find_named(scope->graph, symbol, branch, diagnostics);
    return found ? list_of(found) : NULL;
}

/* Relative steps */

/* Where a branch, or without one everything, begins: revisions with no parent on it. */
static GPtrArray *first_ones(const Graph *graph, const GPtrArray *branch)
{
    if (!branch)
        return graph_bases(graph);
    GPtrArray *found = revisions_new();
    for (guint i = 0; i < branch->len; i++) {
        Revision *revision = g_ptr_array_index(branch, i);
        bool first = true;
        for (guint j = 0; first && j < revision->parents->len; j++)
            first = !revisions_contain(branch, g_ptr_array_index(revision->parents, j));
        if (first)
            g_ptr_array_add(found, revision);
    }
    return found;
}

static GPtrArray *step_candidates(const Graph *graph, const GPtrArray *at, bool up,
                                  const GPtrArray *branch)
{
    if (at->len == 0)
        return up ? first_ones(graph, branch) : revisions_new();
    const Revision *revision = g_ptr_array_index(at, 0);
    return on_branch(copy_of(up ? revision->children : revision->parents), branch);
}

const char *expression_short(const char *text)
{
    static const char current[] = "current";
    const char *rest = text + strlen(current);
    return g_str_has_prefix(text, current) && (*rest == '+' || *rest == '-') ? rest : text;
}

static bool complain_of_several(Diagnostics *diagnostics, const char *text,
                                const GPtrArray *candidates)
{
    const Revision *first = g_ptr_array_index(candidates, 0);
    g_autofree char *names = revisions_describe(candidates);
    Diagnostic *d = complain(diagnostics, "%s is ambiguous: there are several ways to go",
                             expression_short(text));
    diag_set_detail(d, "%s", names);
    diag_set_hint(d, "name the revision, or the branch by a label or an id: %s@…", first->id);
    return false;
}

/* One step from `*at` (one revision, or none for the base). */
static bool step(const ExpressionScope *scope, const char *text, GPtrArray **at, bool up,
                 const GPtrArray *branch, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) next = step_candidates(scope->graph, *at, up, branch);
    if (next->len > 1)
        return complain_of_several(diagnostics, text, next);
    if (next->len == 0 && (up || (*at)->len == 0)) {
        complain(diagnostics, up ? "%s goes past the head" : "%s goes past the base",
                 expression_short(text));
        return false;
    }
    g_ptr_array_unref(*at);
    *at = g_steal_pointer(&next);
    return true;
}

static GPtrArray *walk(const ExpressionScope *scope, const char *text, GPtrArray *from, int steps,
                       const GPtrArray *branch, Diagnostics *diagnostics)
{
    GPtrArray *at = from;
    bool good = at->len <= 1 || complain_of_several(diagnostics, text, at);
    for (int i = 0; good && i < abs(steps); i++)
        good = step(scope, text, &at, steps > 0, branch, diagnostics);
    if (good)
        return at;
    g_ptr_array_unref(at);
    return NULL;
}

GPtrArray *expression_resolve(const ExpressionScope *scope, const char *text,
                              Diagnostics *diagnostics)
{
    g_autofree char *branch_name = NULL;
    g_autofree char *symbol = NULL;
    g_autoptr(GPtrArray) branch = NULL;
    int steps;
    expression_split(scope, text, &branch_name, &symbol, &steps);
    if (!*symbol && steps == 0) {
        complain(diagnostics, "\"%s\" names no revision", text);
        return NULL;
    }
    if (branch_name) {
        const Revision *start = expression_branch(scope, branch_name, diagnostics);
        if (!start)
            return NULL;
        branch = graph_branch(scope->graph, start);
    }
    GPtrArray *found = resolve_symbol(scope, symbol, branch, diagnostics);
    if (!found || steps == 0)
        return found;
    return walk(scope, text, found, steps, branch, diagnostics);
}

Revision *expression_resolve_one(const ExpressionScope *scope, const char *text,
                                 Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) found = expression_resolve(scope, text, diagnostics);
    if (!found)
        return NULL;
    if (found->len == 1)
        return g_ptr_array_index(found, 0);
    g_autofree char *names = revisions_describe(found);
    Diagnostic *d = complain(diagnostics, "\"%s\" is not one revision", text);
    if (found->len > 1)
        diag_set_detail(d, "%s", names);
    return NULL;
}

/* Ranges */

bool expression_split_range(const char *text, char **ret_from, char **ret_to)
{
    const char *colon = strchr(text, ':');
    if (!colon)
        return false;
    *ret_from = colon > text ? g_strndup(text, (gsize)(colon - text)) : NULL;
    *ret_to = colon[1] ? g_strdup(colon + 1) : NULL;
    return true;
}

static GPtrArray *intersection(GPtrArray *list, const Graph *graph, const GPtrArray *other)
{
    g_autofree guint8 *marks = g_new0(guint8, graph->revisions->len + 1);
    for (guint i = 0; i < other->len; i++)
        marks[((const Revision *)g_ptr_array_index(other, i))->position] = 1;
    GPtrArray *both = revisions_new();
    for (guint i = 0; i < list->len; i++)
        if (marks[((const Revision *)g_ptr_array_index(list, i))->position])
            g_ptr_array_add(both, g_ptr_array_index(list, i));
    g_ptr_array_unref(list);
    return both;
}

GPtrArray *expression_range(const ExpressionScope *scope, const char *text,
                            Diagnostics *diagnostics)
{
    g_autofree char *from_text = NULL;
    g_autofree char *to_text = NULL;
    if (!expression_split_range(text, &from_text, &to_text)) {
        diag_set_hint(complain(diagnostics, "\"%s\" is not a range", text),
                      "a range is FROM:TO, FROM: or :TO");
        return NULL;
    }
    g_autoptr(GPtrArray) to = expression_resolve(scope, to_text ? to_text : "heads", diagnostics);
    g_autoptr(GPtrArray) from =
        to ? expression_resolve(scope, from_text ? from_text : "base", diagnostics) : NULL;
    if (!from)
        return NULL;
    GPtrArray *range = graph_ancestors(scope->graph, to, false);
    if (from->len == 0)
        return range;
    g_autoptr(GPtrArray) above = graph_descendants(scope->graph, from, false);
    range = intersection(range, scope->graph, above);
    if (range->len > 0)
        return range;
    complain(diagnostics, "\"%s\" is empty: its end does not stand on its beginning", text);
    g_ptr_array_unref(range);
    return NULL;
}
