#include "schema/yaml_flow.h"

#include "schema/yaml_change.h"
#include "schema/yaml_tree.h"

#include <string.h>

static void copy(const YamlNode *node, guint from, guint to, GString *out)
{
    g_string_append_len(out, node->file->text + from, (gssize)(to - from));
}

/* Whether all of it stands where it is: no anchor that others refer to, no alias, no merge. */
static bool is_alone(const YamlNode *node)
{
    if (node->anchor || node->file->text[node->begin] == '&')
        return false;
    guint items = node->kind == YAML_MAPPING ? 2 * node->count : node->count;
    for (guint i = 0; i < items; i++) {
        const YamlNode *item = node->items[i];
        if (item->begin < node->begin || item->end > node->end || !is_alone(item))
            return false;
    }
    return true;
}

static guint end_of(const YamlNode *node, guint entry)
{
    return MAX(yaml_change_begin(node, entry)->end, yaml_change_value(node, entry)->end);
}

static bool patch(const YamlNode *node, const YamlOut *before, const YamlOut *after, GString *out);

/* An entry of the file; a changed one stands where it stood. */
static bool write_entry(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                        YamlStep step, GString *out)
{
    const YamlNode *value = yaml_change_value(node, step.entry);
    guint begin = yaml_change_begin(node, step.entry)->begin;
    if (step.what == YAML_STEP_KEEP) {
        copy(node, begin, end_of(node, step.entry), out);
        return true;
    }
    const YamlOut *old = yaml_change_part(before, step.before);
    const YamlOut *new = yaml_change_part(after, step.after);
    if (value->begin == value->end) { /* nothing is said under the key */
        g_autofree char *entry = yaml_out_print_flow_part(after, (guint)step.after);
        g_string_append(out, entry ? entry : "");
        return entry != NULL;
    }
    copy(node, begin, value->begin, out);
    if (value->flow && patch(value, old, new, out))
        return true;
    g_autofree char *text = yaml_out_print_flow(new);
    g_string_append(out, text ? text : "");
    return text != NULL;
}

/* Where what stands between an entry and the next one begins, and where that ends; `entry` -1: what
 * stands before the first one. */
static guint gap_begin(const YamlNode *node, int entry)
{
    return entry < 0 ? node->begin + 1 : end_of(node, (guint)entry);
}

static guint gap_end(const YamlNode *node, int entry)
{
    return (guint)(entry + 1) < node->count ? yaml_change_begin(node, (guint)(entry + 1))->begin
                                            : node->end - 1;
}

/* Appends it without its comma. `ret_comments`: whether there are comments in it. */
static void copy_gap(const YamlNode *node, int entry, GString *out, bool *ret_comments)
{
    const char *text = node->file->text;
    bool comment = false;
    bool comma = false;
    *ret_comments = false;
    for (guint i = gap_begin(node, entry); i < gap_end(node, entry); i++) {
        comment = text[i] == '#' || (comment && text[i] != '\n');
        *ret_comments = *ret_comments || comment;
        if (text[i] == ',' && !comment && !comma)
            comma = true;
        else
            g_string_append_c(out, text[i]);
    }
}

/* What stands behind an entry (-1: before the first one) goes on standing between it and the next
 * one that there is; a comma where that is not the first. */
static void separate(const YamlNode *node, int entry, bool comma, GString *out)
{
    if (entry < 0 && comma) {
        g_string_append(out, ", ");
        return;
    }
    if (comma)
        g_string_append_c(out, ',');
    bool comments = false;
    copy_gap(node, entry, out, &comments);
}

/* Behind the last entry that there is. Where others have gone, only comments are left of what stood
 * there, and what stands before the bracket. */
static void finish(const YamlNode *node, int entry, GString *out)
{
    gsize length = out->len;
    bool comments = false;
    int last = (int)node->count - 1;
    copy_gap(node, entry, out, &comments);
    if (entry == last)
        return;
    if (!comments)
        g_string_truncate(out, length);
    copy_gap(node, last, out, &comments);
}

static bool add(const YamlOut *after, YamlStep step, bool comma, GString *out)
{
    g_autofree char *entry = yaml_out_print_flow_part(after, (guint)step.after);
    if (entry)
        g_string_append_printf(out, "%s%s", comma ? ", " : "", entry);
    return entry != NULL;
}

static bool take_steps(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                       const GArray *steps, GString *out)
{
    bool any = false; /* an entry is written */
    int last = -1;    /* the last one of the file that is */
    bool good = true;
    for (guint i = 0; i < steps->len && good; i++) {
        YamlStep step = g_array_index(steps, YamlStep, i);
        if (step.what == YAML_STEP_DROP)
            continue;
        if (step.what == YAML_STEP_ADD) {
            if (!any)
                separate(node, -1, false, out);
            good = add(after, step, any, out);
        } else {
            separate(node, last, any, out);
            last = (int)step.entry;
            good = write_entry(node, before, after, step, out);
        }
        any = true;
    }
    finish(node, last, out);
    return good && any;
}

static bool patch(const YamlNode *node, const YamlOut *before, const YamlOut *after, GString *out)
{
    g_autoptr(GArray) steps = yaml_change_steps(node, before, after);
    gsize length = out->len;
    if (!steps || !strchr("{[", node->file->text[node->begin]))
        return false;
    copy(node, node->begin, node->begin + 1, out);
    if (!take_steps(node, before, after, steps, out)) {
        g_string_truncate(out, length);
        return false;
    }
    copy(node, node->end - 1, node->end, out);
    return true;
}

bool yaml_flow_patch(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                     GString *out)
{
    return is_alone(node) && patch(node, before, after, out);
}
