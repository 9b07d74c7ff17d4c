#include "schema/yaml_write.h"

#include <string.h>
#include <yaml.h>

#define LINE_WIDTH 100
#define INDENT     2
#define BLOCK_MARK "\uE000" /* a character for private use: texts that hold it are in quotes */

typedef struct Printer {
    yaml_emitter_t emitter;
    GPtrArray *blocks; /* const char *: texts of block scalars, in order */
} Printer;

struct YamlOut {
    YamlKind kind;
    char *text;
    bool plain;
    bool block;
    bool shortened;
    int line; /* 0: not known */
    int column;
    GPtrArray *items; /* YamlOut *; keys and values in turn of a mapping */
};

/* ---- trees ---- */

static void free_item(gpointer item)
{
    yaml_out_free(item);
}

static YamlOut *out_new(YamlKind kind)
{
    YamlOut *out = g_new0(YamlOut, 1);
    out->kind = kind;
    if (kind != YAML_SCALAR)
        out->items = g_ptr_array_new_with_free_func(free_item);
    return out;
}

YamlOut *yaml_out_mapping(void)
{
    return out_new(YAML_MAPPING);
}

YamlOut *yaml_out_list(void)
{
    return out_new(YAML_SEQUENCE);
}

YamlOut *yaml_out_text(const char *text)
{
    YamlOut *out = out_new(YAML_SCALAR);
    out->text = g_strdup(text);
    return out;
}

YamlOut *yaml_out_plain(const char *text)
{
    YamlOut *out = yaml_out_text(text);
    out->plain = true;
    return out;
}

void yaml_out_set_place(YamlOut *item, int line, int column)
{
    item->line = line;
    item->column = column;
}

bool yaml_out_has_place(const YamlOut *item)
{
    return item->line > 0;
}

bool yaml_out_stands_at(const YamlOut *item, int line, int column)
{
    return item->line == line && item->column == column;
}

void yaml_out_free(YamlOut *out)
{
    if (!out)
        return;
    if (out->items)
        g_ptr_array_unref(out->items);
    g_free(out->text);
    g_free(out);
}

YamlOut *yaml_out_set(YamlOut *mapping, const char *key, YamlOut *value)
{
    g_ptr_array_add(mapping->items, yaml_out_text(key));
    g_ptr_array_add(mapping->items, value);
    return value;
}

YamlOut *yaml_out_add(YamlOut *list, YamlOut *value)
{
    g_ptr_array_add(list->items, value);
    return value;
}

YamlOut *yaml_out_take(YamlOut *mapping, guint entry)
{
    YamlOut *value = g_ptr_array_steal_index(mapping->items, 2 * entry + 1);
    g_ptr_array_remove_index(mapping->items, 2 * entry);
    return value;
}

guint yaml_out_count(const YamlOut *out)
{
    return out->kind == YAML_MAPPING ? out->items->len / 2 : out->items ? out->items->len : 0;
}

bool yaml_out_is_text(const YamlOut *out)
{
    return out->kind == YAML_SCALAR;
}

const char *yaml_out_text_of(const YamlOut *text)
{
    return text->text;
}

bool yaml_out_is_mapping(const YamlOut *out)
{
    return out->kind == YAML_MAPPING;
}

const char *yaml_out_key(const YamlOut *mapping, guint entry)
{
    return ((const YamlOut *)g_ptr_array_index(mapping->items, 2 * entry))->text;
}

YamlOut *yaml_out_value(const YamlOut *mapping, guint entry)
{
    return g_ptr_array_index(mapping->items, 2 * entry + 1);
}

const YamlOut *yaml_out_item(const YamlOut *list, guint index)
{
    return g_ptr_array_index(list->items, index);
}

int yaml_out_find(const YamlOut *mapping, const char *key)
{
    for (guint i = 0; i < yaml_out_count(mapping); i++)
        if (strcmp(yaml_out_key(mapping, i), key) == 0)
            return (int)i;
    return -1;
}

bool yaml_out_equal(const YamlOut *a, const YamlOut *b)
{
    if (a->kind != b->kind || a->plain != b->plain)
        return false;
    if (a->kind == YAML_SCALAR)
        return strcmp(a->text, b->text) == 0;
    if (a->items->len != b->items->len)
        return false;
    for (guint i = 0; i < a->items->len; i++)
        if (!yaml_out_equal(g_ptr_array_index(a->items, i), g_ptr_array_index(b->items, i)))
            return false;
    return true;
}

void yaml_out_shorten(YamlOut *mapping)
{
    mapping->shortened = true;
}

/* What is written of it. */
static const YamlOut *shown(const YamlOut *out)
{
    return out->shortened && out->items->len == 2 ? g_ptr_array_index(out->items, 1) : out;
}

void yaml_out_block(YamlOut *out)
{
    out->block = true;
}

/* ---- layout ---- */

/* Characters that a node takes in one line, about; more than LINE_WIDTH when it cannot stand in
 * one. */
static glong flat_width(const YamlOut *out)
{
    out = shown(out);
    if (out->kind == YAML_SCALAR)
        return strchr(out->text, '\n') ? LINE_WIDTH + 1 : g_utf8_strlen(out->text, -1);
    glong width = 2;
    for (guint i = 0; i < out->items->len && width <= LINE_WIDTH; i++)
        width += flat_width(g_ptr_array_index(out->items, i)) + 2;
    return out->block ? LINE_WIDTH + 1 : width;
}

/* ---- scalars ---- */

/* Whether plain text would be read as something other than text, by YAML 1.1 or by 1.2. */
static bool means_something(const char *text)
{
    static const char *const words[] = {"",   "~",    "null",  "true",  "false", "yes",
                                        "no", "on",   "off",   "y",     "n",     "<<",
                                        "=",  ".inf", "-.inf", "+.inf", ".nan",  NULL};
    g_autofree char *folded = g_ascii_strdown(text, -1);
    if (g_strv_contains(words, folded))
        return true;
    /* Numbers, dates, times: all that begins as a number does. */
    const char *at = text + (*text == '-' || *text == '+' || *text == '.');
    return g_ascii_isdigit(*at) && !text[strspn(text, "0123456789abcdefABCDEFxXoO_+-.:eETZ ")];
}

/* A block scalar keeps lines as they are, but cannot hold what is not printable. */
static bool fits_block_scalar(const char *text)
{
    if (!strchr(text, '\n') || !text[strspn(text, " \t\n")])
        return false;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0x85 || c == 0x2028 ||
            c == 0x2029 || c == 0xFEFF)
            return false;
    }
    return true;
}

static bool needs_quotes(const char *text, bool flow)
{
    gsize length = strlen(text);
    return strchr("-?:,[]{}#&*!|>'\"%@`", *text) || strstr(text, ": ") || strstr(text, " #") ||
           text[length - 1] == ':' || (flow && strpbrk(text, ",[]{}"));
}

static yaml_scalar_style_t style_of(const YamlOut *out, bool key, bool flow)
{
    if (out->plain)
        return YAML_PLAIN_SCALAR_STYLE;
    if (!key && !flow && fits_block_scalar(out->text))
        return YAML_LITERAL_SCALAR_STYLE;
    if (strpbrk(out->text, "\n\r\t") || strstr(out->text, BLOCK_MARK))
        return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (means_something(out->text))
        return YAML_SINGLE_QUOTED_SCALAR_STYLE;
    /* SQL is full of single quotes: where quotes are needed, double ones are easier to read. */
    if (needs_quotes(out->text, flow) && !strpbrk(out->text, "\"\\"))
        return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    return YAML_PLAIN_SCALAR_STYLE; /* the emitter takes single quotes where it must */
}

/* ---- block scalars ----
 *
 * libyaml's emitter writes none that hold tabs or spaces at the end of a line, as bodies of
 * functions do. It is given a mark in the place of each, which stands at the end of a line. */

/* The column of what a block at the end of this line is part of. */
static gsize parent_column(const char *line, gsize length)
{
    gsize column = 0;
    while (column < length && line[column] == ' ')
        column++;
    while (column + 2 < length && line[column] == '-' && line[column + 1] == ' ')
        column += 2;
    return column == length ? column - 2 : column; /* an entry of a list: its dash counts */
}

/* "|", what is said of the first line's indentation and of the last line's end, and the lines. */
static void append_block(GString *out, const char *text, gsize column)
{
    const char *first = text + strspn(text, "\n");
    gsize length = strlen(text);
    bool ends = text[length - 1] == '\n';
    bool ends_twice = ends && text[length - 2] == '\n';
    g_autofree char *whole = g_strndup(text, length - ends);
    g_auto(GStrv) lines = g_strsplit(whole, "\n", -1);
    g_string_append_c(out, '|');
    if (*first == ' ' || *first == '\t')
        g_string_append_printf(out, "%d", INDENT);
    g_string_append(out, !ends ? "-" : ends_twice ? "+" : "");
    for (char **line = lines; *line; line++)
        g_string_append_printf(out, "\n%*s%s", **line ? (int)column + INDENT : 0, "", *line);
}

/* Puts the blocks where their marks are. */
static void append_with_blocks(GString *out, const char *text, const GPtrArray *blocks)
{
    const char *at = text;
    for (guint i = 0; i < blocks->len; i++) {
        const char *mark = strstr(at, BLOCK_MARK "\n");
        const char *line = mark;
        while (line > at && line[-1] != '\n')
            line--;
        g_string_append_len(out, at, mark - at);
        append_block(out, g_ptr_array_index(blocks, i), parent_column(line, (gsize)(mark - line)));
        at = mark + strlen(BLOCK_MARK);
    }
    g_string_append(out, at);
}

/* ---- events ---- */

static int append_output(void *data, unsigned char *buffer, size_t size)
{
    g_string_append_len(data, (const char *)buffer, (gssize)size);
    return 1;
}

static void send(Printer *p, yaml_event_t *event)
{
    if (!yaml_emitter_emit(&p->emitter, event))
        g_error("cannot write YAML: %s", p->emitter.problem);
}

/* Where a node stands. */
typedef struct Position {
    glong column; /* about where it begins */
    int depth;
    bool key;
    bool flow; /* in a collection in one line */
} Position;

static void emit(Printer *p, const YamlOut *out, Position at);

static void emit_scalar(Printer *p, const YamlOut *out, bool key, bool flow)
{
    yaml_event_t event;
    const char *text = out->text;
    yaml_scalar_style_t style = style_of(out, key, flow);
    if (style == YAML_LITERAL_SCALAR_STYLE) {
        g_ptr_array_add(p->blocks, out->text);
        text = BLOCK_MARK;
        style = YAML_PLAIN_SCALAR_STYLE;
    }
    /* Without quotes only where the style says so: a plain style that the emitter refuses (": " in
     * the text) becomes a quoted one, which must be allowed too. */
    if (!yaml_scalar_event_initialize(&event, NULL, NULL, (yaml_char_t *)text, (int)strlen(text), 1,
                                      1, style))
        g_error("text that is not UTF-8");
    send(p, &event);
}

static void emit_items(Printer *p, const YamlOut *out, Position at)
{
    for (guint i = 0; i < out->items->len; i++) {
        Position below = {at.depth * INDENT, at.depth + 1, false, at.flow};
        below.key = out->kind == YAML_MAPPING && i % 2 == 0;
        if (out->kind == YAML_MAPPING && i % 2 == 1)
            below.column += flat_width(g_ptr_array_index(out->items, i - 1)) + 2;
        emit(p, g_ptr_array_index(out->items, i), below);
    }
}

static void emit(Printer *p, const YamlOut *out, Position at)
{
    yaml_event_t event;
    out = shown(out);
    if (out->kind == YAML_SCALAR) {
        emit_scalar(p, out, at.key, at.flow);
        return;
    }
    at.flow = at.flow || out->items->len == 0 ||
              (at.depth > 0 && at.column + flat_width(out) <= LINE_WIDTH);
    if (out->kind == YAML_MAPPING) {
        yaml_mapping_start_event_initialize(
            &event, NULL, NULL, 1, at.flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE);
        send(p, &event);
        emit_items(p, out, at);
        yaml_mapping_end_event_initialize(&event);
    } else {
        yaml_sequence_start_event_initialize(
            &event, NULL, NULL, 1, at.flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE);
        send(p, &event);
        emit_items(p, out, at);
        yaml_sequence_end_event_initialize(&event);
    }
    send(p, &event);
}

static void emit_document(Printer *p, const YamlOut *out, bool first, bool flow)
{
    yaml_event_t event;
    yaml_document_start_event_initialize(&event, NULL, NULL, NULL, first);
    send(p, &event);
    emit(p, out, (Position){0, 0, false, flow});
    yaml_document_end_event_initialize(&event, 1);
    send(p, &event);
}

static void print_documents(Printer *p, YamlOut *const *documents, guint count, bool flow)
{
    yaml_event_t event;
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    send(p, &event);
    for (guint i = 0; i < count; i++)
        emit_document(p, documents[i], i == 0, flow);
    yaml_stream_end_event_initialize(&event);
    send(p, &event);
}

static char *print(YamlOut *const *documents, guint count, bool flow)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    Printer p = {.blocks = blocks};
    if (!yaml_emitter_initialize(&p.emitter))
        g_error("out of memory");
    yaml_emitter_set_output(&p.emitter, append_output, text);
    yaml_emitter_set_unicode(&p.emitter, 1);
    yaml_emitter_set_indent(&p.emitter, INDENT);
    yaml_emitter_set_width(&p.emitter, -1);
    print_documents(&p, documents, count, flow);
    yaml_emitter_delete(&p.emitter);
    append_with_blocks(out, text->str, blocks);
    return g_string_free(out, FALSE);
}

char *yaml_out_print(YamlOut *const *documents, guint count)
{
    return print(documents, count, false);
}

/* ---- parts ---- */

/* A collection that is printed has nothing but `count` of these. */
static char *print_alone(YamlKind kind, gpointer *items, guint count, bool flow)
{
    g_autoptr(GPtrArray) array = g_ptr_array_new();
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(array, items[i]);
    YamlOut alone = {.kind = kind, .block = true, .items = array};
    YamlOut *document = &alone;
    return print(&document, 1, flow);
}

char *yaml_out_print_part(const YamlOut *collection, guint index)
{
    guint width = collection->kind == YAML_MAPPING ? 2 : 1;
    return print_alone(collection->kind, collection->items->pdata + width * index, width, false);
}

char *yaml_out_print_value(const YamlOut *value)
{
    gpointer items[] = {(gpointer)value};
    g_autofree char *item = print_alone(YAML_SEQUENCE, items, 1, false);
    gsize length = strlen(item) - strlen("\n");
    if (memchr(item, '\n', length) || (shown(value)->kind != YAML_SCALAR && !strchr("{[", item[2])))
        return NULL;
    return g_strndup(item + strlen("- "), length - strlen("- "));
}

static bool has_lines(const YamlOut *out)
{
    if (out->kind == YAML_SCALAR)
        return strchr(out->text, '\n') != NULL;
    for (guint i = 0; i < out->items->len; i++)
        if (has_lines(g_ptr_array_index(out->items, i)))
            return true;
    return false;
}

/* Without the braces or brackets. */
static char *print_inside(YamlKind kind, gpointer *items, guint count)
{
    for (guint i = 0; i < count; i++)
        if (has_lines(items[i]))
            return NULL;
    g_autofree char *text = print_alone(kind, items, count, true);
    return g_strndup(text + 1, strlen(text) - strlen("{}\n"));
}

char *yaml_out_print_flow(const YamlOut *value)
{
    gpointer items[] = {(gpointer)value};
    return print_inside(YAML_SEQUENCE, items, 1);
}

char *yaml_out_print_flow_part(const YamlOut *collection, guint index)
{
    guint width = collection->kind == YAML_MAPPING ? 2 : 1;
    return print_inside(collection->kind, collection->items->pdata + width * index, width);
}
