/* YAML values as JSON, for defaults of json and jsonb columns. */
#include "schema/model_literal.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void append_value(GString *out, const YamlNode *node, bool sorted);

static void append_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (; *text; text++) {
        switch (*text) {
        case '"':
        case '\\':
            g_string_append_printf(out, "\\%c", *text);
            break;
        case '\n':
            g_string_append(out, "\\n");
            break;
        case '\t':
            g_string_append(out, "\\t");
            break;
        case '\r':
            g_string_append(out, "\\r");
            break;
        default:
            if ((guchar)*text < 0x20)
                g_string_append_printf(out, "\\u%04x", (guint)(guchar)*text);
            else
                g_string_append_c(out, *text);
        }
    }
    g_string_append_c(out, '"');
}

/* A number as JSON writes it: YAML knows more forms. */
static bool is_json_number(const char *text)
{
    const char *at = text + (*text == '-');
    gsize digits = strspn(at, "0123456789");
    if (digits == 0 || (*at == '0' && digits > 1))
        return false;
    at += digits;
    if (*at == '.') {
        digits = strspn(at + 1, "0123456789");
        if (digits == 0)
            return false;
        at += 1 + digits;
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        at += *at == '+' || *at == '-';
        digits = strspn(at, "0123456789");
        at += digits;
        return digits > 0 && !*at;
    }
    return !*at;
}

static void append_scalar(GString *out, const YamlNode *node)
{
    bool truth = false;
    if (yaml_is_null(node))
        g_string_append(out, "null");
    else if (yaml_get_bool(node, &truth))
        g_string_append(out, truth ? "true" : "false");
    else if (yaml_is_plain(node) && is_json_number(yaml_text(node)))
        g_string_append(out, yaml_text(node));
    else
        append_string(out, yaml_text(node));
}

typedef struct Entry {
    const char *key;
    const YamlNode *value;
} Entry;

/* Of jsonb: by length, then by bytes. */
static gint compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *x = a;
    const Entry *y = b;
    gsize left = strlen(x->key);
    gsize right = strlen(y->key);
    if (left != right)
        return left < right ? -1 : 1;
    return strcmp(x->key, y->key);
}

static void append_mapping(GString *out, const YamlNode *node, bool sorted)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    for (guint i = 0; i < yaml_count(node); i++) {
        Entry entry = {yaml_text(yaml_key(node, i)), yaml_value(node, i)};
        g_array_append_val(entries, entry);
    }
    if (sorted)
        g_array_sort(entries, compare_entries);
    g_string_append_c(out, '{');
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (i)
            g_string_append(out, ", ");
        append_string(out, entry->key);
        g_string_append(out, ": ");
        append_value(out, entry->value, sorted);
    }
    g_string_append_c(out, '}');
}

static void append_value(GString *out, const YamlNode *node, bool sorted)
{
    if (yaml_kind(node) == YAML_MAPPING) {
        append_mapping(out, node, sorted);
        return;
    }
    if (yaml_kind(node) == YAML_SCALAR) {
        append_scalar(out, node);
        return;
    }
    g_string_append_c(out, '[');
    for (guint i = 0; i < yaml_count(node); i++) {
        if (i)
            g_string_append(out, ", ");
        append_value(out, yaml_item(node, i), sorted);
    }
    g_string_append_c(out, ']');
}

char *model_json(const YamlNode *node, bool sorted)
{
    GString *out = g_string_new(NULL);
    append_value(out, node, sorted);
    return g_string_free(out, FALSE);
}

bool model_is_json(const char *text)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    return json_parser_load_from_data(parser, text, -1, NULL);
}
