#include "introspect/array_text.h"

#include <stdbool.h>
#include <string.h>

/* Reads one element at *at into `element`, and leaves *at at the delimiter; true if it was quoted.
 */
static bool read_element(const char **at, GString *element)
{
    const char *c = *at;
    bool quoted = *c == '"';
    if (quoted)
        c++;
    while (*c && (quoted ? *c != '"' : *c != ',' && *c != '}')) {
        if (*c == '\\' && c[1])
            c++;
        g_string_append_c(element, *c++);
    }
    *at = quoted && *c ? c + 1 : c;
    return quoted;
}

GPtrArray *array_text_parse(const char *text)
{
    GPtrArray *elements = g_ptr_array_new_with_free_func(g_free);
    const char *at = text ? strchr(text, '{') : NULL;
    if (!at || at[1] == '}')
        return elements;
    do {
        at++;
        GString *element = g_string_new(NULL);
        bool quoted = read_element(&at, element);
        bool null = !quoted && strcmp(element->str, "NULL") == 0;
        char *value = g_string_free(element, null);
        if (value)
            g_ptr_array_add(elements, value);
    } while (*at == ',');
    return elements;
}

char *array_text_format(const char *const *elements)
{
    GString *text = g_string_new("{");
    for (; elements && *elements; elements++) {
        g_string_append(text, text->len > 1 ? ",\"" : "\"");
        for (const char *c = *elements; *c; c++) {
            if (*c == '"' || *c == '\\')
                g_string_append_c(text, '\\');
            g_string_append_c(text, *c);
        }
        g_string_append_c(text, '"');
    }
    g_string_append_c(text, '}');
    return g_string_free(text, FALSE);
}
