#include "schema/yaml_patch.h"

#include "schema/yaml_change.h"
#include "schema/yaml_flow.h"
#include "schema/yaml_tree.h"

#include <string.h>

/* Lines by number, from 0, or bytes; `end` is behind the last one. */
typedef struct Range {
    guint first;
    guint end;
} Range;

struct YamlText {
    const YamlFile *file;
    char **lines;  /* with their line breaks */
    guint *begins; /* where each begins in the file, and where the file ends */
    guint count;
    Range *documents;
    const char *line_break; /* of new lines: as in the first one */
};

/* ---- lines ---- */

static void split(YamlText *text)
{
    GPtrArray *lines = g_ptr_array_new();
    GArray *begins = g_array_new(FALSE, FALSE, sizeof(guint));
    const YamlFile *file = text->file;
    const char *end = file->text + file->length;
    for (const char *at = file->text + file->first; at < end;) {
        const char *stop = at;
        while (stop < end && !yaml_line_break(stop, end))
            stop++;
        stop += yaml_line_break(stop, end);
        guint begin = (guint)(at - file->text);
        g_array_append_val(begins, begin);
        g_ptr_array_add(lines, g_strndup(at, (gsize)(stop - at)));
        at = stop;
    }
    text->count = lines->len;
    g_array_append_vals(begins, &(guint){(guint)file->length}, 1);
    g_ptr_array_add(lines, NULL);
    text->lines = (char **)g_ptr_array_free(lines, FALSE);
    text->begins = (guint *)(gpointer)g_array_free(begins, FALSE);
}

/* The line that a byte is in. */
static guint line_at(const YamlText *text, guint byte)
{
    guint first = 0;
    for (guint end = text->count; end - first > 1;) {
        guint middle = first + (end - first) / 2;
        if (text->begins[middle] <= byte)
            first = middle;
        else
            end = middle;
    }
    return first;
}

static guint line_of(const YamlNode *node)
{
    return (guint)node->line - 1;
}

static guint indent_of(const YamlNode *node)
{
    return (guint)node->column - 1;
}

/* Where a node ends without white space: texts in block style end behind their last line break. */
static guint end_of(const YamlText *text, const YamlNode *node)
{
    guint end = node->end;
    while (end > node->begin && strchr(" \t\r\n", text->file->text[end - 1]))
        end--;
    return end;
}

static bool is_blank(const char *line)
{
    return line[strspn(line, " \t\r\n")] == '\0';
}

static bool is_comment(const char *line, guint indent)
{
    return strspn(line, " ") == indent && line[indent] == '#';
}

static void copy_lines(const YamlText *text, guint first, guint end, GString *out)
{
    for (guint i = first; i < end; i++)
        g_string_append(out, text->lines[i]);
}

/* ---- documents ---- */

/* The line of the document's `---`, or the top. */
static guint document_begins(const YamlText *text, const YamlNode *root, guint after)
{
    for (guint i = MIN(line_of(root) + 1, text->count); i > after; i--)
        if (strncmp(text->lines[i - 1], "---", 3) == 0)
            return i - 1;
    return after;
}

static void find_documents(YamlText *text)
{
    guint count = yaml_file_documents(text->file);
    guint begin = 0;
    Range *last = NULL;
    text->documents = g_new0(Range, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        const YamlNode *root = yaml_file_root(text->file, i);
        if (!root)
            continue;
        begin = last ? document_begins(text, root, begin) : 0;
        if (last)
            last->end = begin;
        last = &text->documents[i];
        *last = (Range){begin, text->count};
    }
}

YamlText *yaml_text_new(const YamlFile *file)
{
    YamlText *text = g_new0(YamlText, 1);
    text->file = file;
    split(text);
    text->line_break = text->count && g_str_has_suffix(text->lines[0], "\r\n") ? "\r\n" : "\n";
    find_documents(text);
    return text;
}

void yaml_text_free(YamlText *text)
{
    if (!text)
        return;
    g_strfreev(text->lines);
    g_free(text->begins);
    g_free(text->documents);
    g_free(text);
}

bool yaml_text_has_line(const YamlText *text, guint document, int line)
{
    Range range = text->documents[document];
    return line > (int)range.first && line <= (int)range.end;
}

static char *lines_text(const YamlText *text, guint first, guint end)
{
    GString *out = g_string_new(NULL);
    copy_lines(text, first, end, out);
    return g_string_free(out, FALSE);
}

char *yaml_text_document(const YamlText *text, guint document)
{
    return lines_text(text, text->documents[document].first, text->documents[document].end);
}

char *yaml_text_head(const YamlText *text, guint document)
{
    const YamlNode *root = yaml_file_root(text->file, document);
    guint first = text->documents[document].first;
    return root ? lines_text(text, first, line_of(root)) : g_strdup("");
}

void yaml_text_append(const YamlText *text, const char *lines, GString *out)
{
    for (const char *stop; (stop = strchr(lines, '\n')); lines = stop + 1) {
        g_string_append_len(out, lines, stop - lines);
        g_string_append(out, text->line_break);
    }
    g_string_append(out, lines);
}

const char *yaml_text_mark(const YamlText *text)
{
    return text->file->first ? YAML_BYTE_ORDER_MARK : "";
}

/* ---- where entries stand ---- */

typedef struct Span {
    guint comments; /* the first of the comment lines above it, or `first` */
    guint first;
    guint body_end; /* without comments and blank lines after it */
    guint end;      /* where the next one's comments begin */
} Span;

/* Whether each entry of a collection begins a line of its own, in block style. The first one may
 * stand behind the dash of the list that the collection is an item of. Entries that come from a
 * merge stand elsewhere. */
static bool stands_in_lines(const YamlText *text, const YamlNode *node, Range range)
{
    guint before = range.first;
    if (node->flow || node->anchor || node->count == 0)
        return false;
    for (guint i = 0; i < node->count; i++) {
        const YamlNode *begin = yaml_change_begin(node, i);
        guint line = line_of(begin);
        if (line < before || line >= range.end ||
            strspn(text->lines[line], i ? " " : " -") < indent_of(node))
            return false;
        const char *first = text->lines[line] + indent_of(node);
        if (node->kind == YAML_MAPPING ? begin->column != node->column || strchr("{?&!", *first)
                                       : strncmp(first, "- ", 2) != 0)
            return false;
        before = line + 1;
    }
    return line_of(yaml_change_begin(node, 0)) == line_of(node);
}

/* Freed with g_free; NULL when the entries do not stand in lines of their own. */
static Span *find_spans(const YamlText *text, const YamlNode *node, Range range)
{
    if (!stands_in_lines(text, node, range))
        return NULL;
    Span *spans = g_new(Span, node->count);
    guint floor = range.first;
    for (guint i = 0; i < node->count; i++) {
        const YamlNode *begin = yaml_change_begin(node, i);
        Span *span = &spans[i];
        span->first = span->comments = line_of(begin);
        while (span->comments > floor &&
               is_comment(text->lines[span->comments - 1], indent_of(node)))
            span->comments--;
        const YamlNode *value = yaml_change_value(node, i);
        guint end = MAX(begin->end, end_of(text, value));
        floor = span->body_end = line_at(text, end - 1) + 1;
    }
    for (guint i = 0; i < node->count; i++)
        spans[i].end = i + 1 < node->count ? spans[i + 1].comments : range.end;
    return spans;
}

/* A collection that is changed. */
typedef struct Patch {
    const YamlText *text;
    const YamlNode *node; /* as it stands */
    const Span *spans;
    const YamlOut *before;
    const YamlOut *after;
    guint indent;
    GArray *changed; /* Range of bytes in the file: what is not there any more, anchors in it */
} Patch;

static bool patch(const YamlText *text, GArray *changed, const YamlNode *node, Range range,
                  const YamlOut *before, const YamlOut *after, GString *out);

/* ---- new text ---- */

static void append_bytes(const YamlText *text, guint from, guint to, GString *out)
{
    g_string_append_len(out, text->file->text + from, (gssize)(to - from));
}

/* Adds a part of a collection: its first line begins with `prefix`, the others are indented as far.
 */
static void add_part(const YamlText *text, const YamlOut *collection, guint index,
                     const char *prefix, GString *out)
{
    g_autofree char *printed = yaml_out_print_part(collection, index);
    g_auto(GStrv) lines = g_strsplit(printed, "\n", -1);
    guint count = g_strv_length(lines) - 1; /* nothing stands after the last line break */
    if (out->len && out->str[out->len - 1] != '\n')
        g_string_append(out, text->line_break);
    for (guint i = 0; i < count; i++) {
        if (i == 0)
            g_string_append(out, prefix);
        else if (*lines[i])
            g_string_append_printf(out, "%*s", (int)strlen(prefix), "");
        g_string_append_printf(out, "%s%s", lines[i], text->line_break);
    }
}

/* What is above and before an entry that is written anew in several lines: the comment behind it
 * goes above it, since the new last line may be one of a text. */
static char *prefix_of(const Patch *p, guint entry, GString *out)
{
    const Span *span = &p->spans[entry];
    guint end = end_of(p->text, yaml_change_value(p->node, entry));
    g_autofree char *rest =
        g_strndup(p->text->file->text + end, p->text->begins[span->body_end] - end);
    g_strstrip(rest);
    if (*rest == '#')
        g_string_append_printf(out, "%*s%s%s", (int)p->indent, "", rest, p->text->line_break);
    return g_strndup(p->text->lines[span->first], p->indent);
}

/* ---- one entry ---- */

static void note_changed(const Patch *p, guint begin, guint end)
{
    g_array_append_vals(p->changed, &(Range){begin, end}, 1);
}

/* Whether a part of it stands for text that is not there any more. */
static bool refers_to_changed(const Patch *p, const YamlNode *node)
{
    guint begin = node->anchor ? node->anchor->begin : node->begin;
    for (guint i = 0; i < p->changed->len; i++) {
        Range range = g_array_index(p->changed, Range, i);
        if (begin >= range.first && begin < range.end)
            return true;
    }
    guint items = node->kind == YAML_MAPPING ? 2 * node->count : node->count;
    for (guint i = 0; i < items && p->changed->len; i++)
        if (refers_to_changed(p, node->items[i]))
            return true;
    return false;
}

/* A value that stands behind its key or dash: all else in its lines stays. */
static bool change_value(const Patch *p, YamlStep step, GString *out)
{
    const Span *span = &p->spans[step.entry];
    const YamlNode *value = yaml_change_value(p->node, step.entry);
    const YamlOut *new = yaml_change_part(p->after, step.after);
    gsize length = out->len;
    if (value->begin == value->end || line_at(p->text, value->begin) != span->first)
        return false;
    append_bytes(p->text, p->text->begins[span->first], value->begin, out);
    if (!value->flow ||
        !yaml_flow_patch(value, yaml_change_part(p->before, step.before), new, out)) {
        g_autofree char *printed = yaml_out_print_value(new);
        if (!printed) {
            g_string_truncate(out, length);
            return false;
        }
        g_string_append(out, printed);
        note_changed(p, value->begin, value->end);
    }
    append_bytes(p->text, end_of(p->text, value), p->text->begins[span->body_end], out);
    return true;
}

/* A value in block style: below its key, or an item behind its dash. */
static bool change_below(const Patch *p, YamlStep step, GString *out)
{
    const Span *span = &p->spans[step.entry];
    const YamlNode *value = yaml_change_value(p->node, step.entry);
    bool below = line_of(value) > span->first;
    gsize length = out->len;
    if (value->kind == YAML_SCALAR || value->flow || (!below && p->node->kind == YAML_MAPPING))
        return false;
    if (below)
        copy_lines(p->text, span->first, span->first + 1, out);
    if (patch(p->text, p->changed, value, (Range){span->first + below, span->body_end},
              yaml_change_part(p->before, step.before), yaml_change_part(p->after, step.after),
              out))
        return true;
    g_string_truncate(out, length);
    return false;
}

static void change_entry(const Patch *p, YamlStep step, GString *out)
{
    const Span *span = &p->spans[step.entry];
    copy_lines(p->text, span->comments, span->first, out);
    if (change_below(p, step, out) || change_value(p, step, out))
        return;
    g_autofree char *prefix = prefix_of(p, step.entry, out);
    add_part(p->text, p->after, (guint)step.after, prefix, out);
    note_changed(p, yaml_change_begin(p->node, step.entry)->begin,
                 yaml_change_value(p->node, step.entry)->end);
}

/* ---- one collection ---- */

/* Whether the first entry can go, or something can come before it: not behind a dash. */
static bool first_is_free(const Patch *p)
{
    return strspn(p->text->lines[p->spans[0].first], " ") >= p->indent;
}

/* Comments and blank lines behind an entry. Those of one that goes are no more than its distance,
 * unless there are comments. */
static void copy_rest(const Patch *p, YamlStep step, GString *out)
{
    const Span *span = &p->spans[step.entry];
    guint from = span->body_end;
    while (step.what == YAML_STEP_DROP && from < span->end && is_blank(p->text->lines[from]))
        from++;
    copy_lines(p->text, from, span->end, out);
}

static bool take_step(const Patch *p, YamlStep step, GString *out)
{
    const Span *span = &p->spans[step.entry];
    const YamlNode *value = yaml_change_value(p->node, step.entry);
    bool keeps = step.what == YAML_STEP_KEEP && !refers_to_changed(p, value);
    if (keeps)
        copy_lines(p->text, span->comments, span->body_end, out);
    else if (step.what == YAML_STEP_DROP)
        note_changed(p, yaml_change_begin(p->node, step.entry)->begin, value->end);
    else if (step.after >= 0)
        change_entry(p, step, out);
    return keeps || step.what == YAML_STEP_DROP || step.after >= 0;
}

/* What is new comes right behind the entry that it follows. */
static bool take_steps(const Patch *p, const GArray *steps, GString *out)
{
    g_autofree char *indent = g_strnfill(p->indent, ' ');
    const YamlStep *last = NULL; /* whose rest is not written yet */
    for (guint i = 0; i < steps->len; i++) {
        const YamlStep *step = &g_array_index(steps, YamlStep, i);
        bool add = step->what == YAML_STEP_ADD;
        if (!last && (add || step->what == YAML_STEP_DROP) && !first_is_free(p))
            return false;
        if (add) {
            add_part(p->text, p->after, (guint)step->after, indent, out);
            continue;
        }
        if (last)
            copy_rest(p, *last, out);
        last = step;
        if (!take_step(p, *step, out))
            return false;
    }
    if (last)
        copy_rest(p, *last, out);
    return true;
}

static bool patch(const YamlText *text, GArray *changed, const YamlNode *node, Range range,
                  const YamlOut *before, const YamlOut *after, GString *out)
{
    g_autofree Span *spans = find_spans(text, node, range);
    g_autoptr(GArray) steps = spans ? yaml_change_steps(node, before, after) : NULL;
    if (!steps)
        return false;
    copy_lines(text, range.first, spans[0].comments, out);
    Patch p = {text, node, spans, before, after, indent_of(node), changed};
    return take_steps(&p, steps, out);
}

/* A document in braces. */
static bool patch_flow(const YamlText *text, const YamlNode *root, Range range,
                       const YamlOut *before, const YamlOut *after, GString *out)
{
    append_bytes(text, text->begins[range.first], root->begin, out);
    if (!yaml_flow_patch(root, before, after, out))
        return false;
    append_bytes(text, root->end, text->begins[range.end], out);
    return true;
}

char *yaml_text_patch(const YamlText *text, guint document, const YamlOut *before,
                      const YamlOut *after)
{
    const YamlNode *root = yaml_file_root(text->file, document);
    Range range = text->documents[document];
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GArray) changed = g_array_new(FALSE, FALSE, sizeof(Range));
    if (!root || root->kind != YAML_MAPPING ||
        !(root->flow ? patch_flow(text, root, range, before, after, out)
                     : patch(text, changed, root, range, before, after, out)))
        return NULL;
    return g_string_free(g_steal_pointer(&out), FALSE);
}
