#include "schema/type_spellings.h"

#include "schema/suggest.h"
#include "schema/type_name.h"

#include <string.h>

/* Spellings that differ from what is printed, and types with arguments. */
static const TypeSpelling spellings[] = {
    {"smallint", "smallint", NO_ARGUMENTS},
    {"int2", "smallint", NO_ARGUMENTS},
    {"integer", "integer", NO_ARGUMENTS},
    {"int", "integer", NO_ARGUMENTS},
    {"int4", "integer", NO_ARGUMENTS},
    {"bigint", "bigint", NO_ARGUMENTS},
    {"int8", "bigint", NO_ARGUMENTS},
    {"smallserial", "smallint", SERIAL},
    {"serial2", "smallint", SERIAL},
    {"serial", "integer", SERIAL},
    {"serial4", "integer", SERIAL},
    {"bigserial", "bigint", SERIAL},
    {"serial8", "bigint", SERIAL},
    {"real", "real", NO_ARGUMENTS},
    {"float4", "real", NO_ARGUMENTS},
    {"double precision", "double precision", NO_ARGUMENTS},
    {"float8", "double precision", NO_ARGUMENTS},
    {"float", "double precision", FLOATING},
    {"numeric", "numeric", NUMERIC},
    {"decimal", "numeric", NUMERIC},
    {"dec", "numeric", NUMERIC},
    {"boolean", "boolean", NO_ARGUMENTS},
    {"bool", "boolean", NO_ARGUMENTS},
    {"character varying", "character varying", ONE_LENGTH},
    {"char varying", "character varying", ONE_LENGTH},
    {"varchar", "character varying", ONE_LENGTH},
    {"national character varying", "character varying", ONE_LENGTH},
    {"national char varying", "character varying", ONE_LENGTH},
    {"nchar varying", "character varying", ONE_LENGTH},
    {"character", "character", ONE_OR_DEFAULT},
    {"char", "character", ONE_OR_DEFAULT},
    {"national character", "character", ONE_OR_DEFAULT},
    {"national char", "character", ONE_OR_DEFAULT},
    {"nchar", "character", ONE_OR_DEFAULT},
    {"bpchar", "bpchar", ONE_LENGTH},
    {"bit", "bit", ONE_OR_DEFAULT},
    {"bit varying", "bit varying", ONE_LENGTH},
    {"varbit", "bit varying", ONE_LENGTH},
    {"time", "time without time zone", PRECISION},
    {"time without time zone", "time without time zone", PRECISION},
    {"timetz", "time with time zone", PRECISION},
    {"time with time zone", "time with time zone", PRECISION},
    {"timestamp", "timestamp without time zone", PRECISION},
    {"timestamp without time zone", "timestamp without time zone", PRECISION},
    {"timestamptz", "timestamp with time zone", PRECISION},
    {"timestamp with time zone", "timestamp with time zone", PRECISION},
    {"interval", "interval", PRECISION},
};

static const char *const interval_fields[] = {"year",
                                              "month",
                                              "day",
                                              "hour",
                                              "minute",
                                              "second",
                                              "year to month",
                                              "day to hour",
                                              "day to minute",
                                              "day to second",
                                              "hour to minute",
                                              "hour to second",
                                              "minute to second",
                                              NULL};

/* All others of pg_catalog that columns can have. PostgreSQL 13 to 18. */
static const char *const others[] = {"aclitem",
                                     "box",
                                     "bytea",
                                     "cid",
                                     "cidr",
                                     "circle",
                                     "date",
                                     "datemultirange",
                                     "daterange",
                                     "gtsvector",
                                     "inet",
                                     "int2vector",
                                     "int4multirange",
                                     "int4range",
                                     "int8multirange",
                                     "int8range",
                                     "json",
                                     "jsonb",
                                     "jsonpath",
                                     "line",
                                     "lseg",
                                     "macaddr",
                                     "macaddr8",
                                     "money",
                                     "name",
                                     "nummultirange",
                                     "numrange",
                                     "oid",
                                     "oidvector",
                                     "path",
                                     "pg_lsn",
                                     "pg_node_tree",
                                     "pg_snapshot",
                                     "point",
                                     "polygon",
                                     "refcursor",
                                     "regclass",
                                     "regcollation",
                                     "regconfig",
                                     "regdictionary",
                                     "regnamespace",
                                     "regoper",
                                     "regoperator",
                                     "regproc",
                                     "regprocedure",
                                     "regrole",
                                     "regtype",
                                     "text",
                                     "tid",
                                     "tsmultirange",
                                     "tsquery",
                                     "tsrange",
                                     "tstzmultirange",
                                     "tstzrange",
                                     "tsvector",
                                     "txid_snapshot",
                                     "uuid",
                                     "xid",
                                     "xid8",
                                     "xml",
                                     NULL};

static const char *const extended_types[] = {"bit",
                                             "bit varying",
                                             "bpchar",
                                             "character",
                                             "character varying",
                                             "bytea",
                                             "json",
                                             "jsonb",
                                             "jsonpath",
                                             "path",
                                             "polygon",
                                             "refcursor",
                                             "text",
                                             "tsvector",
                                             "xml",
                                             "int4range",
                                             "int8range",
                                             "numrange",
                                             "daterange",
                                             "tsrange",
                                             "tstzrange",
                                             "int4multirange",
                                             "int8multirange",
                                             "nummultirange",
                                             "datemultirange",
                                             "tsmultirange",
                                             "tstzmultirange",
                                             "pg_node_tree",
                                             "pg_snapshot",
                                             "txid_snapshot",
                                             NULL};

const TypeSpelling *type_spelling(const char *words)
{
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
        if (strcmp(spellings[i].written, words) == 0)
            return &spellings[i];
    return NULL;
}

const char *type_interval_fields(const char *words)
{
    const char *prefix = "interval ";
    if (!g_str_has_prefix(words, prefix))
        return NULL;
    const char *fields = words + strlen(prefix);
    return g_strv_contains(interval_fields, fields) ? fields : NULL;
}

bool type_is_other(const char *words)
{
    return g_strv_contains(others, words);
}

const char *type_name_suggest(const char *word)
{
    Suggestion suggestion = SUGGESTION_FOR(word);
    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++)
        suggestion_try(&suggestion, spellings[i].written);
    for (size_t i = 0; others[i]; i++)
        suggestion_try(&suggestion, others[i]);
    return suggestion.best;
}

const char *type_name_storage(const char *canonical)
{
    gsize length = strcspn(canonical, "(");
    if (g_str_has_suffix(canonical, "[]"))
        return "extended";
    g_autofree char *base = g_strndup(canonical, length);
    if (g_strv_contains(extended_types, base))
        return "extended";
    if (g_str_equal(base, "numeric") || g_str_equal(base, "inet") || g_str_equal(base, "cidr"))
        return "main";
    return "plain";
}
