/* libyaml's events made into a tree: one pass, without libyaml's own document in between. */
#include "schema/yaml_tree.h"

#include <string.h>
#include <yaml.h>

#define DEPTH_LIMIT     100
#define ALIAS_LIMIT     200000 /* nodes that aliases may stand for, in a file */
#define DUPLICATE_LIMIT 20     /* reported in a file */

/* A collection whose end has not come yet. */
typedef struct Frame {
    YamlNode *node;
    guint first; /* of its items in parse->items */
    guint end;   /* of the last of them in the file */
} Frame;

typedef struct Parse {
    YamlFile *file;
    Diagnostics *diagnostics;
    GArray *frames;      /* Frame */
    GPtrArray *items;    /* of open collections */
    GHashTable *anchors; /* char * → YamlNode *, of this document */
    guint alias_weight;
    guint duplicates;
    gsize characters; /* libyaml counts characters: how many there are before `byte` */
    gsize byte;
    bool stopped; /* what follows could be a consequence of the error */
} Parse;

/* ---- places ---- */

/* Marks come nearly in order. */
static guint byte_at(Parse *p, yaml_mark_t mark)
{
    const char *at = p->file->text + p->byte;
    for (; p->characters < mark.index; p->characters++)
        at = g_utf8_next_char(at);
    for (; p->characters > mark.index; p->characters--)
        at = g_utf8_prev_char(at);
    p->byte = (gsize)(at - p->file->text);
    return (guint)p->byte;
}

/* ---- errors of libyaml ---- */

static void error_reader(Parse *p, const yaml_parser_t *parser)
{
    const char *at = p->file->text + p->file->first;
    const char *end = p->file->text + MIN(p->file->first + parser->problem_offset, p->file->length);
    int line = 1;
    int column = 1;
    for (; at < end; at = g_utf8_next_char(at)) {
        column++;
        if (*at == '\n') {
            line++;
            column = 1;
        }
    }
    Diagnostic *d = yaml_error_at(p->file, p->diagnostics, DIAG_MODEL_SYNTAX, line, column, "%s",
                                  parser->problem);
    if (parser->problem_value >= 0)
        diag_set_detail(d, "the character is U+%04X", (guint)parser->problem_value);
    diag_set_hint(d, "in double quotes it can be written as \\xNN");
}

/* Whether the colon at a byte ends the first thing in its line. */
static bool ends_a_first_key(const Parse *p, gsize byte)
{
    gsize begin = byte;
    while (begin > p->file->first && !strchr("\r\n", p->file->text[begin - 1]))
        begin--;
    return !g_strstr_len(p->file->text + begin, (gssize)(byte - begin), ": ");
}

static void hint_for(Diagnostic *d, Parse *p, const yaml_mark_t *mark)
{
    gsize byte = byte_at(p, *mark);
    if (byte < p->file->length && p->file->text[byte] == '\t')
        diag_set_hint(d, "YAML is indented with spaces, not with tabs");
    else if (strstr(d->text, "mapping values are not allowed") && !ends_a_first_key(p, byte))
        diag_set_hint(d, "text that has a colon followed by a space in it must be quoted");
    else if (strstr(d->text, "cannot start any token"))
        diag_set_hint(d, "text that begins with this character must be quoted");
    else if (strstr(d->text, "expected ',' or"))
        diag_set_hint(d, "a bracket or brace before this has no end");
    else if (strstr(d->text, "mapping values are not allowed") || strstr(d->text, "expected key") ||
             strstr(d->text, "expected '-'") || strstr(d->text, "expected <document start>"))
        diag_set_hint(d, "what stands in one mapping, or one list, begins in the same column");
}

static void error_parser(Parse *p, const yaml_parser_t *parser)
{
    const yaml_mark_t *mark = &parser->problem_mark;
    if (parser->error == YAML_READER_ERROR) {
        error_reader(p, parser);
        return;
    }
    Diagnostic *d = yaml_error_at(p->file, p->diagnostics, DIAG_MODEL_SYNTAX, (int)mark->line + 1,
                                  (int)mark->column + 1, "%s",
                                  parser->problem ? parser->problem : "the YAML cannot be read");
    if (parser->context)
        diag_set_detail(d, "%s that begins in line %zu", parser->context,
                        parser->context_mark.line + 1);
    hint_for(d, p, mark);
}

static Diagnostic *error_mark(Parse *p, DiagCode code, yaml_mark_t mark, const char *text)
{
    p->stopped = true;
    return yaml_error_at(p->file, p->diagnostics, code, (int)mark.line + 1, (int)mark.column + 1,
                         "%s", text);
}

/* ---- nodes ---- */

static YamlNode *node_new(Parse *p, YamlKind kind, yaml_mark_t mark)
{
    YamlNode *node = arena_alloc(p->file->arena, sizeof *node);
    node->file = p->file;
    node->kind = kind;
    node->line = (int)mark.line + 1;
    node->column = (int)mark.column + 1;
    node->begin = byte_at(p, mark);
    return node;
}

static void place_node(Parse *p, YamlNode *node)
{
    g_ptr_array_add(p->frames->len ? p->items : p->file->roots, node);
}

static void end_node(Parse *p, YamlNode *node, guint at)
{
    node->end = at;
    if (p->frames->len)
        g_array_index(p->frames, Frame, p->frames->len - 1).end = at;
}

/* Only the tags of YAML itself mean something here. */
static void check_tag(Parse *p, const yaml_char_t *tag, yaml_mark_t mark)
{
    static const char *const known[] = {"str", "int", "float", "bool", "null", "seq", "map"};
    if (!tag || strcmp((const char *)tag, "!") == 0)
        return;
    const char *word = (const char *)tag;
    if (g_str_has_prefix(word, "tag:yaml.org,2002:"))
        word += strlen("tag:yaml.org,2002:");
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(word, known[i]) == 0)
            return;
    Diagnostic *d = error_mark(p, DIAG_MODEL_SYNTAX, mark, "tags have no meaning in models");
    diag_set_detail(d, "the tag is %s", (const char *)tag);
}

static void keep_anchor(Parse *p, const yaml_char_t *anchor, YamlNode *node)
{
    if (anchor)
        g_hash_table_replace(p->anchors, g_strdup((const char *)anchor), node);
}

static void add_scalar(Parse *p, const yaml_event_t *event)
{
    YamlNode *node = node_new(p, YAML_SCALAR, event->start_mark);
    gsize length = event->data.scalar.length;
    char *text = arena_alloc(p->file->arena, length + 1);
    memcpy(text, event->data.scalar.value, length);
    node->text = text;
    node->weight = 1;
    /* A tag other than that of strings leaves a plain scalar plain. */
    const char *tag = (const char *)event->data.scalar.tag;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                  !(tag && (strcmp(tag, "!") == 0 || g_str_has_suffix(tag, ":str")));
    if (strlen(text) != length)
        error_mark(p, DIAG_MODEL_SYNTAX, event->start_mark, "text cannot hold a NUL character");
    check_tag(p, event->data.scalar.tag, event->start_mark);
    keep_anchor(p, event->data.scalar.anchor, node);
    end_node(p, node, byte_at(p, event->end_mark));
    if (!p->frames->len && node->plain && length == 0)
        node = NULL; /* an empty document */
    place_node(p, node);
}

static void add_alias(Parse *p, const yaml_event_t *event)
{
    YamlNode *node = g_hash_table_lookup(p->anchors, event->data.alias.anchor);
    if (!node || node->weight == 0) {
        Diagnostic *d = error_mark(p, DIAG_MODEL_SYNTAX, event->start_mark,
                                   node ? "an alias within what it stands for"
                                        : "there is no anchor of this name before it");
        diag_set_detail(d, "the alias is *%s", (const char *)event->data.alias.anchor);
        return;
    }
    p->alias_weight += MIN(node->weight, ALIAS_LIMIT + 1);
    if (p->alias_weight > ALIAS_LIMIT) {
        Diagnostic *d = error_mark(p, DIAG_MODEL_LIMIT, event->start_mark,
                                   "the aliases of this file stand for too much");
        diag_set_detail(d, "more than %d values", ALIAS_LIMIT);
        return;
    }
    YamlNode *alias = arena_alloc(p->file->arena, sizeof *alias);
    *alias = *node;
    alias->anchor = node;
    alias->begin = byte_at(p, event->start_mark);
    end_node(p, alias, byte_at(p, event->end_mark));
    place_node(p, alias);
}

/* ---- collections ---- */

static void begin(Parse *p, YamlKind kind, const yaml_event_t *event, const yaml_char_t *anchor,
                  const yaml_char_t *tag, bool flow)
{
    if (p->frames->len >= DEPTH_LIMIT) {
        error_mark(p, DIAG_MODEL_LIMIT, event->start_mark, "nested more than 100 levels deep");
        return;
    }
    check_tag(p, tag, event->start_mark);
    YamlNode *node = node_new(p, kind, event->start_mark);
    node->flow = flow;
    keep_anchor(p, anchor, node);
    place_node(p, node);
    Frame frame = {node, p->items->len, node->begin};
    g_array_append_val(p->frames, frame);
}

static bool is_merge(const YamlNode *key)
{
    return key->kind == YAML_SCALAR && key->plain && strcmp(key->text, "<<") == 0;
}

static bool check_key(Parse *p, const YamlNode *key)
{
    if (key->kind == YAML_SCALAR && !yaml_is_null(key))
        return true;
    p->stopped = true;
    Diagnostic *d = yaml_error(key, p->diagnostics, DIAG_MODEL_TYPE, "a key must be a word");
    if (key->kind == YAML_SCALAR)
        diag_set_hint(d, "YAML reads this as null; a name must be quoted here");
    else
        diag_set_hint(d, "text that begins with a brace or bracket must be quoted");
    return false;
}

/* Gives a mapping other entries: keys and values in turn. */
static void set_items(Parse *p, YamlNode *mapping, const GPtrArray *entries)
{
    const YamlNode **items = arena_alloc(p->file->arena, entries->len * sizeof *items);
    for (guint i = 0; i < entries->len; i++)
        items[i] = g_ptr_array_index(entries, i);
    mapping->items = items;
    mapping->count = entries->len / 2;
    mapping->index = NULL;
    yaml_index(p->file->arena, mapping);
}

static bool stands_twice(Parse *p, const YamlNode *mapping, guint entry)
{
    const YamlNode *key = mapping->items[2 * entry];
    guint first = (guint)yaml_find(mapping, key->text);
    if (first == entry)
        return false;
    if (p->duplicates++ < DUPLICATE_LIMIT) {
        Diagnostic *d = yaml_error(key, p->diagnostics, DIAG_MODEL_DUPLICATE,
                                   "the key \"%s\" stands here twice", key->text);
        diag_set_detail(d, "the first one is in line %d", mapping->items[2 * first]->line);
    }
    return true;
}

/* Of a key that stands twice, the first one counts. */
static void check_duplicates(Parse *p, YamlNode *mapping)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_sized_new(2 * mapping->count);
    for (guint i = 0; i < mapping->count; i++)
        if (!stands_twice(p, mapping, i)) {
            g_ptr_array_add(kept, (gpointer)mapping->items[2 * i]);
            g_ptr_array_add(kept, (gpointer)mapping->items[2 * i + 1]);
        }
    if (kept->len < 2 * mapping->count)
        set_items(p, mapping, kept);
}

static void merge_one(Parse *p, GPtrArray *out, GHashTable *taken, const YamlNode *from)
{
    if (from->kind != YAML_MAPPING) {
        p->stopped = true;
        yaml_error(from, p->diagnostics, DIAG_MODEL_TYPE,
                   "a merge key takes a mapping or a list of mappings");
        return;
    }
    for (guint i = 0; i < from->count; i++) {
        const YamlNode *key = from->items[2 * i];
        if (!g_hash_table_add(taken, (gpointer)key->text))
            continue;
        g_ptr_array_add(out, (gpointer)key);
        g_ptr_array_add(out, (gpointer)from->items[2 * i + 1]);
    }
}

/* https://yaml.org/type/merge.html: keys of the mapping itself win, then the first one merged. */
static void merge(Parse *p, YamlNode *mapping)
{
    bool any = false;
    for (guint i = 0; i < mapping->count; i++)
        any = any || is_merge(mapping->items[2 * i]);
    if (!any)
        return;
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < mapping->count; i++)
        if (!is_merge(mapping->items[2 * i]))
            g_hash_table_add(taken, (gpointer)mapping->items[2 * i]->text);
    g_autoptr(GPtrArray) out = g_ptr_array_new();
    for (guint i = 0; i < mapping->count; i++) {
        const YamlNode *value = mapping->items[2 * i + 1];
        if (!is_merge(mapping->items[2 * i])) {
            g_ptr_array_add(out, (gpointer)mapping->items[2 * i]);
            g_ptr_array_add(out, (gpointer)value);
        } else if (value->kind == YAML_SEQUENCE) {
            for (guint j = 0; j < value->count; j++)
                merge_one(p, out, taken, value->items[j]);
        } else {
            merge_one(p, out, taken, value);
        }
    }
    set_items(p, mapping, out);
}

/* A comma ends plain text in { }, so that { type: numeric(12, 2) } is read as the two entries
 * "type: numeric(12" and "2)". Where a parenthesis is open, such entries are put together again. */
static int open_parentheses(const YamlNode *node)
{
    int open = 0;
    const char *first = strpbrk(node->text, "()");
    for (const char *c = first ? first : ""; *c; c++)
        open += *c == '(' ? 1 : *c == ')' ? -1 : 0;
    return open;
}

static bool is_nothing(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && node->plain && !*node->text;
}

static bool is_plain_text(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && node->plain;
}

/* Joins entry `from` with those that follow as long as a parenthesis is open; returns the entry
 * after them, or `from` + 1 when they do not belong together. */
static guint join_entry(Parse *p, const YamlNode *const *items, guint count, guint from,
                        const YamlNode **ret)
{
    const YamlNode *value = items[2 * from + 1];
    int open = is_plain_text(value) ? open_parentheses(value) : 0;
    guint next = from + 1;
    *ret = value;
    if (open <= 0)
        return next;
    g_autoptr(GString) text = g_string_new(value->text);
    while (open > 0 && next < count && is_plain_text(items[2 * next]) &&
           is_nothing(items[2 * next + 1])) {
        open += open_parentheses(items[2 * next]);
        g_string_append_printf(text, ", %s", items[2 * next]->text);
        next++;
    }
    if (next == from + 1 || open != 0)
        return from + 1;
    YamlNode *joined = arena_alloc(p->file->arena, sizeof *joined);
    *joined = *value;
    char *copy = arena_alloc(p->file->arena, text->len + 1);
    memcpy(copy, text->str, text->len);
    joined->text = copy;
    joined->end = items[2 * (next - 1)]->end;
    *ret = joined;
    return next;
}

static guint join_entries(Parse *p, const YamlNode **items, guint count)
{
    guint kept = 0;
    for (guint i = 0; i < count; kept++) {
        const YamlNode *value = NULL;
        guint next = join_entry(p, items, count, i, &value);
        items[2 * kept] = items[2 * i];
        items[2 * kept + 1] = value;
        i = next;
    }
    return kept;
}

static void end(Parse *p, yaml_mark_t mark)
{
    Frame *frame = &g_array_index(p->frames, Frame, p->frames->len - 1);
    YamlNode *node = frame->node;
    guint last = node->flow ? byte_at(p, mark) : frame->end;
    guint count = p->items->len - frame->first;
    const YamlNode **items = arena_alloc(p->file->arena, MAX(count, 1) * sizeof *items);
    guint weight = 1;
    for (guint i = 0; i < count; i++) {
        items[i] = g_ptr_array_index(p->items, frame->first + i);
        weight += items[i]->weight; /* below the number of nodes plus ALIAS_LIMIT */
    }
    g_ptr_array_set_size(p->items, (int)frame->first);
    node->items = items;
    node->count = node->kind == YAML_MAPPING ? join_entries(p, items, count / 2) : count;
    node->weight = weight;
    g_array_set_size(p->frames, p->frames->len - 1);
    end_node(p, node, last);
    if (node->kind != YAML_MAPPING)
        return;
    for (guint i = 0; i < node->count; i++)
        if (!check_key(p, items[2 * i]))
            return;
    yaml_index(p->file->arena, node);
    check_duplicates(p, node);
    merge(p, node);
}

/* ---- the loop ---- */

static void take(Parse *p, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        g_hash_table_remove_all(p->anchors);
        break;
    case YAML_SCALAR_EVENT:
        add_scalar(p, event);
        break;
    case YAML_ALIAS_EVENT:
        add_alias(p, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        begin(p, YAML_SEQUENCE, event, event->data.sequence_start.anchor,
              event->data.sequence_start.tag,
              event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        break;
    case YAML_MAPPING_START_EVENT:
        begin(p, YAML_MAPPING, event, event->data.mapping_start.anchor,
              event->data.mapping_start.tag,
              event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        end(p, event->end_mark);
        break;
    default:
        break;
    }
}

static void parse_events(Parse *p, yaml_parser_t *parser)
{
    bool at_end = false;
    while (!at_end && !p->stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            p->stopped = true;
            error_parser(p, parser);
            return;
        }
        at_end = event.type == YAML_STREAM_END_EVENT;
        take(p, &event);
        yaml_event_delete(&event);
    }
}

bool yaml_parse(YamlFile *file, Diagnostics *diagnostics)
{
    Parse p = {.file = file, .diagnostics = diagnostics};
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        g_error("out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    /* With a byte order mark libyaml counts the first line's columns from 2. */
    file->first =
        g_str_has_prefix(file->text, YAML_BYTE_ORDER_MARK) ? strlen(YAML_BYTE_ORDER_MARK) : 0;
    p.byte = file->first;
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->text + file->first,
                                 file->length - file->first);
    p.frames = g_array_new(FALSE, FALSE, sizeof(Frame));
    p.items = g_ptr_array_new();
    p.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    parse_events(&p, &parser);
    g_hash_table_unref(p.anchors);
    g_ptr_array_unref(p.items);
    g_array_unref(p.frames);
    yaml_parser_delete(&parser);
    return !p.stopped;
}
