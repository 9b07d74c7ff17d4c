#include "schema/type_name.h"

#include "schema/type_spellings.h"

#include <string.h>

/* ---- reading ---- */

typedef struct Reader {
    const char *at;
    GString *words;     /* folded, joined by spaces */
    GString *arguments; /* without parentheses; unused when there are none */
    bool has_arguments;
    TypeName *type;
    char *problem;
} Reader;

static bool is_word(guchar c)
{
    return g_ascii_isalnum((char)c) || c == '_' || c == '$' || c >= 0x80;
}

static void skip_space(Reader *r)
{
    while (g_ascii_isspace(*r->at))
        r->at++;
}

static bool fail(Reader *r, const char *problem)
{
    if (!r->problem)
        r->problem = g_strdup(problem);
    return false;
}

static char *read_quoted(Reader *r)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (r->at++; *r->at; r->at++) {
        if (*r->at == '"' && *++r->at != '"')
            return g_string_free(g_steal_pointer(&out), FALSE);
        g_string_append_c(out, *r->at);
    }
    fail(r, "a double quote has no end");
    return NULL;
}

/* One identifier: a name, or a word of a name of several words. */
static char *read_identifier(Reader *r, bool *ret_quoted)
{
    *ret_quoted = *r->at == '"';
    if (*ret_quoted)
        return read_quoted(r);
    const char *start = r->at;
    while (is_word((guchar)*r->at))
        r->at++;
    return r->at > start ? g_strndup(start, (gsize)(r->at - start)) : NULL;
}

static void append_word(Reader *r, const char *word)
{
    if (r->words->len)
        g_string_append_c(r->words, ' ');
    g_autofree char *folded = g_ascii_strdown(word, -1);
    g_string_append(r->words, folded);
}

/* The name itself: "a", "a.b", each part quoted or not. */
static bool read_name(Reader *r)
{
    skip_space(r);
    bool quoted = false;
    g_autofree char *name = read_identifier(r, &quoted);
    if (!name)
        return fail(r, "a type begins with its name");
    if (*r->at == '.') {
        r->at++;
        r->type->schema = quoted ? g_steal_pointer(&name) : g_ascii_strdown(name, -1);
        g_clear_pointer(&name, g_free);
        name = read_identifier(r, &quoted);
        if (!name)
            return fail(r, "a name is missing after the point");
    }
    r->type->name = g_steal_pointer(&name);
    r->type->quoted = quoted;
    append_word(r, r->type->name);
    return true;
}

static bool read_arguments(Reader *r)
{
    if (r->has_arguments)
        return fail(r, "a type has one pair of parentheses at most");
    r->has_arguments = true;
    int depth = 1;
    for (r->at++; *r->at; r->at++) {
        if (*r->at == '(')
            depth++;
        if (*r->at == ')' && --depth == 0) {
            r->at++;
            return true;
        }
        if (!g_ascii_isspace(*r->at))
            g_string_append_c(r->arguments, *r->at);
    }
    return fail(r, "a parenthesis has no end; a type with a comma in it must be quoted");
}

static bool read_brackets(Reader *r)
{
    r->at++;
    while (g_ascii_isdigit(*r->at) || g_ascii_isspace(*r->at))
        r->at++;
    if (*r->at != ']')
        return fail(r, "a bracket has no end");
    r->at++;
    r->type->array = true;
    return true;
}

static bool read_rest(Reader *r)
{
    for (skip_space(r); *r->at; skip_space(r)) {
        bool quoted = false;
        g_autofree char *word = NULL;
        if (*r->at == '(') {
            if (!read_arguments(r))
                return false;
        } else if (*r->at == '[') {
            if (!read_brackets(r))
                return false;
        } else if (r->type->array || *r->at == '"' || !(word = read_identifier(r, &quoted))) {
            return fail(r, "there is something after the type");
        } else if (g_ascii_strcasecmp(word, "array") == 0) {
            r->type->array = true;
        } else {
            append_word(r, word);
        }
    }
    return true;
}

/* ---- printing ---- */

static bool read_number(const char *text, gint64 low, gint64 high, gint64 *ret)
{
    return g_ascii_string_to_signed(text, 10, low, high, ret, NULL);
}

static bool print_length(Reader *r, GString *out, const char *printed)
{
    gint64 length = 0;
    if (!read_number(r->arguments->str, 1, 10485760, &length))
        return fail(r, "its length must be a number from 1 to 10485760");
    g_string_append_printf(out, "%s(%" G_GINT64_FORMAT ")", printed, length);
    return true;
}

static bool print_numeric(Reader *r, GString *out)
{
    g_auto(GStrv) parts = g_strsplit(r->arguments->str, ",", 2);
    gint64 precision = 0;
    gint64 scale = 0;
    if (!parts[0] || !read_number(parts[0], 1, 1000, &precision) ||
        (parts[1] && !read_number(parts[1], -1000, 1000, &scale)))
        return fail(r, "its arguments are precision (1 to 1000) and scale");
    g_string_append_printf(out, "numeric(%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ")", precision,
                           scale);
    return true;
}

static bool print_float(Reader *r, GString *out)
{
    gint64 bits = 0;
    if (!read_number(r->arguments->str, 1, 53, &bits))
        return fail(r, "its precision must be a number from 1 to 53");
    g_string_append(out, bits <= 24 ? "real" : "double precision");
    return true;
}

static bool print_precision(Reader *r, GString *out, const char *printed)
{
    gint64 digits = 0;
    if (!read_number(r->arguments->str, 0, 6, &digits))
        return fail(r, "its precision must be a number from 0 to 6");
    gsize first = strcspn(printed, " ");
    g_string_append_len(out, printed, (gssize)first);
    g_string_append_printf(out, "(%d)%s", (int)digits, printed + first);
    return true;
}

static bool print_with_arguments(Reader *r, GString *out, const TypeSpelling *s)
{
    switch (s->arguments) {
    case ONE_LENGTH:
    case ONE_OR_DEFAULT: /* bpchar(3) is printed as character(3) */
        return print_length(r, out, strcmp(s->printed, "bpchar") == 0 ? "character" : s->printed);
    case NUMERIC:
        return print_numeric(r, out);
    case FLOATING:
        return print_float(r, out);
    case PRECISION:
        return print_precision(r, out, s->printed);
    case NO_ARGUMENTS:
    case SERIAL:
        break;
    }
    return fail(r, "it takes no arguments");
}

static bool print_spelling(Reader *r, GString *out, const TypeSpelling *s)
{
    r->type->serial = s->arguments == SERIAL;
    r->type->base = g_strdup(s->printed);
    if (r->has_arguments)
        return print_with_arguments(r, out, s);
    g_string_append(out, s->printed);
    if (s->arguments == ONE_OR_DEFAULT)
        g_string_append(out, "(1)");
    return true;
}

static bool print_interval(Reader *r, GString *out, const char *fields)
{
    g_string_append_printf(out, "interval %s", fields);
    r->type->base = g_strdup("interval");
    if (!r->has_arguments)
        return true;
    gint64 digits = 0;
    if (!g_str_has_suffix(fields, "second") || !read_number(r->arguments->str, 0, 6, &digits))
        return fail(r, "only seconds have a precision, from 0 to 6");
    g_string_append_printf(out, "(%d)", (int)digits);
    return true;
}

/* Whether it is a type of PostgreSQL's own; then it is printed to `out`. */
static bool print_own(Reader *r, GString *out)
{
    if (strcmp(r->type->name, "char") == 0 && r->type->quoted) {
        r->type->base = g_strdup("\"char\"");
        g_string_append(out, "\"char\"");
        return true;
    }
    if (r->type->quoted && g_ascii_strcasecmp(r->type->name, r->words->str) == 0 &&
        strcmp(r->type->name, r->words->str) != 0)
        return false; /* "Text" is not text */
    const TypeSpelling *spelling = type_spelling(r->words->str);
    if (spelling) {
        print_spelling(r, out, spelling);
        return true;
    }
    const char *fields = type_interval_fields(r->words->str);
    if (fields) {
        print_interval(r, out, fields);
        return true;
    }
    if (!type_is_other(r->words->str))
        return false;
    if (r->has_arguments)
        fail(r, "it takes no arguments");
    r->type->base = g_strdup(r->words->str);
    g_string_append(out, r->words->str);
    return true;
}

static void finish(Reader *r)
{
    TypeName *type = r->type;
    g_autoptr(GString) out = g_string_new(NULL);
    bool own = (!type->schema || strcmp(type->schema, "pg_catalog") == 0) && print_own(r, out);
    if (own && type->array)
        g_string_append(out, "[]");
    if (own)
        type->canonical = g_string_free(g_steal_pointer(&out), FALSE);
    else if (strchr(r->words->str, ' ') && !type->quoted)
        fail(r, "there is something after the type");
    if (r->has_arguments)
        type->arguments = g_strdup_printf("(%s)", r->arguments->str);
}

TypeName *type_name_parse(const char *text, char **ret_problem)
{
    g_autoptr(TypeName) type = g_new0(TypeName, 1);
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(GString) arguments = g_string_new(NULL);
    Reader r = {.at = text, .words = words, .arguments = arguments, .type = type};
    if (read_name(&r) && read_rest(&r))
        finish(&r);
    if (!r.problem)
        return g_steal_pointer(&type);
    *ret_problem = r.problem;
    return NULL;
}

void type_name_free(TypeName *type)
{
    if (!type)
        return;
    g_free(type->canonical);
    g_free(type->base);
    g_free(type->schema);
    g_free(type->name);
    g_free(type->arguments);
    g_free(type);
}
