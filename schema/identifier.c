#include "schema/identifier.h"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>
#include <string.h>

static bool is_safe(const char *name)
{
    if (!g_ascii_islower(*name) && *name != '_')
        return false;
    for (; *name; name++)
        if (!g_ascii_islower(*name) && !g_ascii_isdigit(*name) && *name != '_')
            return false;
    return true;
}

/* quote_identifier() leaves only unreserved keywords without quotes. */
static bool is_reserved(const char *name)
{
    PgQueryScanResult scan = pg_query_scan(name);
    bool reserved = scan.error != NULL;
    if (!scan.error) {
        PgQuery__ScanResult *result =
            pg_query__scan_result__unpack(NULL, scan.pbuf.len, (const uint8_t *)scan.pbuf.data);
        PgQuery__KeywordKind kind =
            result->n_tokens ? result->tokens[0]->keyword_kind : PG_QUERY__KEYWORD_KIND__NO_KEYWORD;
        reserved = kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD &&
                   kind != PG_QUERY__KEYWORD_KIND__UNRESERVED_KEYWORD;
        pg_query__scan_result__free_unpacked(result, NULL);
    }
    pg_query_free_scan_result(scan);
    return reserved;
}

static void append_quoted(GString *out, const char *name)
{
    g_string_append_c(out, '"');
    for (; *name; name++) {
        if (*name == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *name);
    }
    g_string_append_c(out, '"');
}

void identifier_append(GString *out, const char *name)
{
    if (is_safe(name) && !is_reserved(name))
        g_string_append(out, name);
    else
        append_quoted(out, name);
}

void identifier_append_qualified(GString *out, QualifiedName name)
{
    if (name.schema) {
        identifier_append(out, name.schema);
        g_string_append_c(out, '.');
    }
    identifier_append(out, name.name);
}

gsize identifier_clip(const char *name, gsize limit)
{
    gsize length = strlen(name);
    if (length <= limit)
        return length;
    while (limit > 0 && ((guchar)name[limit] & 0xC0) == 0x80)
        limit--;
    return limit;
}

/* Reads one part; returns where it ends, or NULL. */
static const char *split_part(const char *text, GString *part)
{
    g_string_truncate(part, 0);
    if (*text != '"') {
        gsize length = strcspn(text, ".");
        g_string_append_len(part, text, (gssize)length);
        return length ? text + length : NULL;
    }
    for (text++; *text; text++) {
        if (*text == '"' && *++text != '"')
            return part->len ? text : NULL;
        g_string_append_c(part, *text);
    }
    return NULL;
}

char **identifier_split(const char *text)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) part = g_string_new(NULL);
    for (;;) {
        text = split_part(text, part);
        if (!text || (*text && *text != '.'))
            return NULL;
        g_ptr_array_add(parts, g_strdup(part->str));
        if (!*text)
            break;
        text++;
    }
    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&parts), FALSE);
}

void identifier_append_exact(GString *out, const char *name)
{
    if (!*name || strpbrk(name, "\".()[], \t\r\n"))
        append_quoted(out, name);
    else
        g_string_append(out, name);
}
