/* Text search: parsers, templates, dictionaries, configurations.
 * https://www.postgresql.org/docs/current/textsearch-configuration.html */
#include "emit/definition.h"
#include "emit/emit.h"
#include "emit/plain.h"
#include "emit/quote.h"
#include "schema/kinds.h"

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
