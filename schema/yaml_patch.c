#include "schema/yaml_patch.h"
#include "schema/yaml_tree.h"

#include <string.h>

/* Lines by number, from 0; `end` is behind the last one. */
typedef struct Range {
    guint first;
    guint end;
} Range;

struct YamlText {
    const YamlFile *file;
    char **lines; /* with their line breaks */
    guint count;
    Range *documents;
    const char *line_break; /* of new lines: as in the first one */
};

/* ---- lines ---- */

static char **split(const YamlFile *file, guint *ret_count)
{
    GPtrArray *lines = g_ptr_array_new();
    const char *end = file->text + file->length;
    for (const char *at = file->text; at < end;) {
        const char *stop = memchr(at, '\n', (gsize)(end - at));
        const char *next = stop ? stop + 1 : end;
        g_ptr_array_add(lines, g_strndup(at, (gsize)(next - at)));
        at = next;
    }
    *ret_count = lines->len;
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

static guint line_of(const YamlNode *node)
{
    return (guint)node->line - 1;
}

static guint indent_of(const YamlNode *node)
{
    return (guint)node->column - 1;
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
    text->lines = split(file, &text->count);
    text->line_break = text->count && g_str_has_suffix(text->lines[0], "\r\n") ? "\r\n" : "\n";
    find_documents(text);
    return text;
}

void yaml_text_free(YamlText *text)
{
    if (!text)
        return;
    g_strfreev(text->lines);
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

/* ---- where entries stand ---- */

typedef struct Span {
    guint comments; /* the first of the comment lines above it, or `first` */
    guint first;
    guint body_end; /* without the blank lines after it */
    guint end;      /* where the next one's comments begin */
} Span;

static const YamlNode *entry_begin(const YamlNode *node, guint i)
{
    return node->items[node->kind == YAML_MAPPING ? 2 * i : i];
}

/* Whether each entry of a collection begins a line of its own, in block style. Entries that come
 * from an alias stand elsewhere. */
static bool stands_in_lines(const YamlText *text, const YamlNode *node, Range range)
{
    guint before = range.first;
    for (guint i = 0; i < node->count; i++) {
        const YamlNode *begin = entry_begin(node, i);
        guint line = line_of(begin);
        if (line < before || line >= range.end || strspn(text->lines[line], " ") != indent_of(node))
            return false;
        const char *first = text->lines[line] + indent_of(node);
        if (node->kind == YAML_MAPPING ? begin->column != node->column || strchr("{?&!", *first)
                                       : strncmp(first, "- ", 2) != 0)
            return false;
        before = line + 1;
    }
    return node->count > 0 && line_of(entry_begin(node, 0)) == line_of(node);
}

/* Freed with g_free; NULL when the entries do not stand in lines of their own. */
static Span *find_spans(const YamlText *text, const YamlNode *node, Range range)
{
    if (!stands_in_lines(text, node, range))
        return NULL;
    Span *spans = g_new(Span, node->count);
    guint floor = range.first;
    for (guint i = 0; i < node->count; i++) {
        Span *span = &spans[i];
        span->first = span->comments = line_of(entry_begin(node, i));
        while (span->comments > floor &&
               is_comment(text->lines[span->comments - 1], indent_of(node)))
            span->comments--;
        floor = span->first + 1;
    }
    for (guint i = 0; i < node->count; i++) {
        Span *span = &spans[i];
        span->end = i + 1 < node->count ? spans[i + 1].comments : range.end;
        for (span->body_end = span->end;
             span->body_end > span->first + 1 && is_blank(text->lines[span->body_end - 1]);)
            span->body_end--;
    }
    return spans;
}

/* ---- new text ---- */

/* The comment at the end of a line with what is before it, or NULL. A # in quotes begins none: what
 * stands before it is no YAML then. */
static const char *comment_in(const char *line)
{
    for (const char *at = strstr(line, " #"); at; at = strstr(at + 1, " #")) {
        g_autoptr(Diagnostics) unread = diagnostics_new();
        g_autoptr(YamlFile) before = yaml_file_parse("", line, (gsize)(at - line), unread);
        if (!before)
            continue;
        while (at > line && at[-1] == ' ')
            at--;
        return at;
    }
    return NULL;
}

/* Adds a part of a collection, indented, with `comment` (or NULL) at its end, or above it where it
 * takes several lines: the last one may be one of a text. */
static void add_part(const YamlText *text, const YamlOut *collection, guint index, guint indent,
                     const char *comment, GString *out)
{
    g_autofree char *printed = yaml_out_print_part(collection, index);
    g_auto(GStrv) lines = g_strsplit(printed, "\n", -1);
    guint count = g_strv_length(lines) - 1; /* nothing stands after the last line break */
    if (out->len && out->str[out->len - 1] != '\n')
        g_string_append(out, text->line_break);
    if (comment && count > 1)
        g_string_append_printf(out, "%*s%s", (int)indent, "", comment + strspn(comment, " "));
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(out, "%*s%s", *lines[i] ? (int)indent : 0, "", lines[i]);
        g_string_append(out, comment && count == 1 ? comment : text->line_break);
    }
}

/* ---- one collection ---- */

typedef struct Patch {
    const YamlText *text;
    const YamlNode *node; /* as it stands */
    const Span *spans;
    const YamlOut *before;
    const YamlOut *after;
    GString *out;
} Patch;

static bool patch(const YamlText *text, const YamlNode *node, Range range, const YamlOut *before,
                  const YamlOut *after, GString *out);

static bool can_descend(const Patch *p, const YamlNode *value, const Span *span, int before,
                        int after)
{
    if (before < 0 || value->kind == YAML_SCALAR || line_of(value) <= span->first)
        return false;
    bool mapping = value->kind == YAML_MAPPING;
    const YamlOut *old = yaml_out_value(p->before, (guint)before);
    const YamlOut *new = yaml_out_value(p->after, (guint)after);
    return !yaml_out_is_text(old) && !yaml_out_is_text(new) &&
           yaml_out_is_mapping(old) == mapping && yaml_out_is_mapping(new) == mapping;
}

/* The comment at the end of what stands in one line is kept. */
static void change_part(const Patch *p, const Span *span, guint after)
{
    const char *comment =
        span->body_end == span->first + 1 ? comment_in(p->text->lines[span->first]) : NULL;
    add_part(p->text, p->after, after, indent_of(p->node), comment, p->out);
}

static void change_entry(const Patch *p, guint i, int before, int after)
{
    const Span *span = &p->spans[i];
    const YamlNode *value = p->node->items[2 * i + 1];
    copy_lines(p->text, span->comments, span->first, p->out);
    gsize length = p->out->len;
    if (can_descend(p, value, span, before, after)) {
        copy_lines(p->text, span->first, span->first + 1, p->out);
        if (patch(p->text, value, (Range){span->first + 1, span->body_end},
                  yaml_out_value(p->before, (guint)before), yaml_out_value(p->after, (guint)after),
                  p->out))
            return;
        g_string_truncate(p->out, length);
    }
    change_part(p, span, (guint)after);
}

/* The entry of the text that a new one comes after: the nearest before it in `after` that the text
 * has; the last one where there is none. */
static guint anchor_of(const Patch *p, guint added)
{
    for (guint j = added; j > 0; j--) {
        int entry = yaml_find(p->node, yaml_out_key(p->after, j - 1));
        if (entry >= 0)
            return (guint)entry;
    }
    return p->node->count - 1;
}

/* Whether both trees say the same under the key of an entry of `after`. */
static bool is_same(const Patch *p, guint after)
{
    int before = yaml_out_find(p->before, yaml_out_key(p->after, after));
    return before >= 0 && yaml_out_equal(yaml_out_value(p->before, (guint)before),
                                         yaml_out_value(p->after, after));
}

/* What the text says in a way of its own is said again when it changes. */
static bool is_added(const Patch *p, guint after)
{
    return yaml_find(p->node, yaml_out_key(p->after, after)) < 0 && !is_same(p, after);
}

/* Whether all that goes is in the text under the same key. */
static bool can_patch_mapping(const Patch *p)
{
    for (guint i = 0; i < yaml_out_count(p->before); i++) {
        const char *key = yaml_out_key(p->before, i);
        if (yaml_out_find(p->after, key) < 0 && yaml_find(p->node, key) < 0)
            return false;
    }
    return true;
}

static void patch_mapping(const Patch *p)
{
    for (guint i = 0; i < p->node->count; i++) {
        const Span *span = &p->spans[i];
        const char *key = p->node->items[2 * i]->text;
        int before = yaml_out_find(p->before, key);
        int after = yaml_out_find(p->after, key);
        bool gone = before >= 0 && after < 0;
        if (!gone && (after < 0 || is_same(p, (guint)after)))
            copy_lines(p->text, span->comments, span->body_end, p->out);
        else if (!gone)
            change_entry(p, i, before, after);
        for (guint j = 0; j < yaml_out_count(p->after); j++)
            if (is_added(p, j) && anchor_of(p, j) == i)
                add_part(p->text, p->after, j, indent_of(p->node), NULL, p->out);
        if (!gone)
            copy_lines(p->text, span->body_end, span->end, p->out);
    }
}

/* Whether two items are about the same thing: mappings that begin alike. */
static bool begin_alike(const YamlOut *a, const YamlOut *b)
{
    return yaml_out_is_mapping(a) && yaml_out_is_mapping(b) && yaml_out_count(a) &&
           yaml_out_count(b) && strcmp(yaml_out_key(a, 0), yaml_out_key(b, 0)) == 0 &&
           yaml_out_equal(yaml_out_value(a, 0), yaml_out_value(b, 0));
}

typedef bool Likeness(const YamlOut *a, const YamlOut *b);

/* The item of `list` from `from` on that is like this one, or -1. */
static int find_item(const YamlOut *list, guint from, const YamlOut *item, Likeness *like)
{
    for (guint i = from; i < yaml_out_count(list); i++)
        if (like(yaml_out_item(list, i), item))
            return (int)i;
    return -1;
}

static void add_items(const Patch *p, guint from, guint end)
{
    for (; from < end; from++)
        add_part(p->text, p->after, from, indent_of(p->node), NULL, p->out);
}

static void patch_list(const Patch *p)
{
    guint done = 0; /* items of `after` that are written */
    for (guint i = 0; i < p->node->count; i++) {
        const Span *span = &p->spans[i];
        const YamlOut *item = yaml_out_item(p->before, i);
        int same = find_item(p->after, done, item, yaml_out_equal);
        int alike = same < 0 ? find_item(p->after, done, item, begin_alike) : same;
        bool last = i + 1 == p->node->count;
        if (alike >= 0) {
            add_items(p, done, (guint)alike);
            copy_lines(p->text, span->comments, same >= 0 ? span->body_end : span->first, p->out);
            if (same < 0)
                change_part(p, span, (guint)alike);
            done = (guint)alike + 1;
        }
        if (last)
            add_items(p, done, yaml_out_count(p->after));
        if (alike >= 0 || last)
            copy_lines(p->text, span->body_end, span->end, p->out);
    }
}

static bool patch(const YamlText *text, const YamlNode *node, Range range, const YamlOut *before,
                  const YamlOut *after, GString *out)
{
    g_autofree Span *spans = find_spans(text, node, range);
    Patch p = {text, node, spans, before, after, out};
    bool mapping = node->kind == YAML_MAPPING;
    if (!spans || yaml_out_count(after) == 0 ||
        (mapping ? !can_patch_mapping(&p) : yaml_out_count(before) != node->count))
        return false;
    copy_lines(text, range.first, spans[0].comments, out);
    if (mapping)
        patch_mapping(&p);
    else
        patch_list(&p);
    return true;
}

char *yaml_text_patch(const YamlText *text, guint document, const YamlOut *before,
                      const YamlOut *after)
{
    const YamlNode *root = yaml_file_root(text->file, document);
    g_autoptr(GString) out = g_string_new(NULL);
    if (!root || root->kind != YAML_MAPPING ||
        !patch(text, root, text->documents[document], before, after, out))
        return NULL;
    return g_string_free(g_steal_pointer(&out), FALSE);
}
