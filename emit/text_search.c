/* Text search: parsers, templates, dictionaries, configurations.
 * https://www.postgresql.org/docs/current/textsearch-configuration.html */
#include "emit/definition.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

static const DefinitionRow parser_rows[] = {
    {"start", "START"},       {"gettoken", "GETTOKEN"}, {"end", "END"},
    {"lextypes", "LEXTYPES"}, {"headline", "HEADLINE"}, {NULL, NULL},
};

static void create_parser(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    definition_create(script, "TEXT SEARCH PARSER", object, parser_rows);
}

static void rename_parser(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TEXT SEARCH PARSER", from, to, NULL);
}

static void drop_parser(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "TEXT SEARCH PARSER", object);
}

static char *parser_target(const Object *object)
{
    return plain_target("TEXT SEARCH PARSER", object);
}

const KindSql kind_sql_TEXT_SEARCH_PARSER = {
    .create = create_parser,
    .rename = rename_parser,
    .drop = drop_parser,
    .comment_target = parser_target,
};

static const DefinitionRow template_rows[] = {
    {"init", "INIT"},
    {"lexize", "LEXIZE"},
    {NULL, NULL},
};

static void create_template(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    definition_create(script, "TEXT SEARCH TEMPLATE", object, template_rows);
}

static void rename_template(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TEXT SEARCH TEMPLATE", from, to, NULL);
}

static void drop_template(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "TEXT SEARCH TEMPLATE", object);
}

static char *template_target(const Object *object)
{
    return plain_target("TEXT SEARCH TEMPLATE", object);
}

const KindSql kind_sql_TEXT_SEARCH_TEMPLATE = {
    .create = create_template,
    .rename = rename_template,
    .drop = drop_template,
    .comment_target = template_target,
};

static void create_dictionary(Script *script, const Object *object, const EmitOptions *options)
{
    const TextSearchDictionary *d = (const TextSearchDictionary *)object;
    g_autofree char *name = quote_object(object);
    g_autofree char *template = quote_qualified(d->template);
    (void)options;
    script_add(script, "CREATE TEXT SEARCH DICTIONARY %s (TEMPLATE = %s%s%s)", name, template,
               d->options ? ", " : "", d->options ? d->options : "");
}

/* "stopwords = 'english'" of a list of options, and how long its name is. */
typedef struct Option {
    char *text;
    gsize name_length;
} Option;

static void option_clear(gpointer data)
{
    g_free(((Option *)data)->text);
}

static GArray *options_in(const char *text)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Option));
    g_autoptr(GArray) tokens = text ? sql_tokens(text) : NULL;
    const SqlToken *name = NULL;
    g_array_set_clear_func(list, option_clear);
    for (guint i = 0; tokens && i < tokens->len; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        bool last = i + 1 == tokens->len || *token[1].start == ',';
        if (!name && *token->start != ',')
            name = token;
        if (!name || !last)
            continue;
        Option option = {
            g_strndup(name->start, (gsize)(token->start - name->start) + token->length),
            name->length};
        g_array_append_val(list, option);
        name = NULL;
    }
    return list;
}

static bool is_named_alike(const Option *a, const Option *b)
{
    return a->name_length == b->name_length &&
           g_ascii_strncasecmp(a->text, b->text, a->name_length) == 0;
}

static const Option *find_option(const GArray *list, const Option *option)
{
    for (guint i = 0; i < list->len; i++)
        if (is_named_alike(&g_array_index(list, Option, i), option))
            return &g_array_index(list, Option, i);
    return NULL;
}

/* What is not there any more is named alone. */
static void alter_dictionary(Script *script, const Change *change, const EmitOptions *options)
{
    g_autofree char *name = quote_object(change->to);
    g_autoptr(GArray) old = options_in(((const TextSearchDictionary *)change->from)->options);
    g_autoptr(GArray) new = options_in(((const TextSearchDictionary *)change->to)->options);
    g_autoptr(GString) list = g_string_new(NULL);
    (void)options;
    for (guint i = 0; i < old->len; i++) {
        const Option *option = &g_array_index(old, Option, i);
        if (!find_option(new, option))
            g_string_append_printf(list, "%s%.*s", list->len ? ", " : "", (int)option->name_length,
                                   option->text);
    }
    for (guint i = 0; i < new->len; i++) {
        const Option *option = &g_array_index(new, Option, i);
        const Option *before = find_option(old, option);
        if (!before || !sql_equal(before->text, option->text))
            g_string_append_printf(list, "%s%s", list->len ? ", " : "", option->text);
    }
    if (list->len)
        script_add(script, "ALTER TEXT SEARCH DICTIONARY %s (%s)", name, list->str);
}

static void rename_dictionary(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TEXT SEARCH DICTIONARY", from, to, NULL);
}

static void drop_dictionary(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "TEXT SEARCH DICTIONARY", object);
}

static char *dictionary_target(const Object *object)
{
    return plain_target("TEXT SEARCH DICTIONARY", object);
}

const KindSql kind_sql_TEXT_SEARCH_DICTIONARY = {
    .create = create_dictionary,
    .alter = alter_dictionary,
    .rename = rename_dictionary,
    .drop = drop_dictionary,
    .comment_target = dictionary_target,
};

static const TokenMapping *mapping_of(const TextSearchConfiguration *c, const char *token)
{
    const TokenMapping *m = c->mappings.items;
    for (guint i = 0; i < c->mappings.count; i++)
        if (m[i].token == token)
            return &m[i];
    return NULL;
}

static void map(Script *script, const char *name, const char *verb, const TokenMapping *m)
{
    g_autofree char *token = quote_name(m->token);
    script_add(script, "ALTER TEXT SEARCH CONFIGURATION %s %s MAPPING FOR %s WITH %s", name, verb,
               token, m->dictionaries);
}

static void create_configuration(Script *script, const Object *object, const EmitOptions *options)
{
    const TextSearchConfiguration *c = (const TextSearchConfiguration *)object;
    const TokenMapping *m = c->mappings.items;
    g_autofree char *name = quote_object(object);
    g_autofree char *parser = quote_qualified(c->parser);
    (void)options;
    script_add(script, "CREATE TEXT SEARCH CONFIGURATION %s (PARSER = %s)", name, parser);
    for (guint i = 0; i < c->mappings.count; i++)
        map(script, name, "ADD", &m[i]);
}

static void alter_configuration(Script *script, const Change *change, const EmitOptions *options)
{
    const TextSearchConfiguration *old = (const TextSearchConfiguration *)change->from;
    const TextSearchConfiguration *new = (const TextSearchConfiguration *)change->to;
    const TokenMapping *before = old->mappings.items;
    const TokenMapping *after = new->mappings.items;
    g_autofree char *name = quote_object(change->to);
    (void)options;
    for (guint i = 0; i < old->mappings.count; i++) {
        g_autofree char *token = quote_name(before[i].token);
        if (!mapping_of(new, before[i].token))
            script_add(script, "ALTER TEXT SEARCH CONFIGURATION %s DROP MAPPING FOR %s", name,
                       token);
    }
    for (guint i = 0; i < new->mappings.count; i++) {
        const TokenMapping *was = mapping_of(old, after[i].token);
        if (!was)
            map(script, name, "ADD", &after[i]);
        else if (g_strcmp0(was->dictionaries, after[i].dictionaries) != 0)
            map(script, name, "ALTER", &after[i]);
    }
}

static void rename_configuration(Script *script, const Object *from, const Object *to)
{
    plain_rename(script, "TEXT SEARCH CONFIGURATION", from, to, NULL);
}

static void drop_configuration(Script *script, const Object *object, const EmitOptions *options)
{
    (void)options;
    plain_drop(script, "TEXT SEARCH CONFIGURATION", object);
}

static char *configuration_target(const Object *object)
{
    return plain_target("TEXT SEARCH CONFIGURATION", object);
}

const KindSql kind_sql_TEXT_SEARCH_CONFIGURATION = {
    .create = create_configuration,
    .alter = alter_configuration,
    .rename = rename_configuration,
    .drop = drop_configuration,
    .comment_target = configuration_target,
};
