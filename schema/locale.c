#include "schema/locale.h"
#include "schema/field_table.h"

static const char *const provider_words[] = {"libc", "icu", "builtin", NULL};
static const char *const encoding_words[] = {"database", "any", "UTF8", NULL};

const Field kind_fields_COLLATION[] = {
    FIELD_OF_WORDS("provider", Collation, provider, provider_words, REBUILD, "who sorts"),
    FIELD("locale", Collation, locale, TEXT, REBUILD, "locale"),
    FIELD("lc_collate", Collation, lc_collate, TEXT, REBUILD, "LC_COLLATE, where not the locale"),
    FIELD("lc_ctype", Collation, lc_ctype, TEXT, REBUILD, "LC_CTYPE, where not the locale"),
    FIELD("nondeterministic", Collation, nondeterministic, BOOL, REBUILD,
          "texts of other bytes can be equal"),
    FIELD_SINCE(16, "rules", Collation, rules, TEXT, REBUILD, "ICU rules"),
    FIELD_OF_WORDS("encoding", Collation, encoding, encoding_words, REBUILD,
                   "encoding that it is for, in a copy of PostgreSQL's own"),
    FIELDS_END,
};

const Field kind_fields_CONVERSION[] = {
    FIELD("source", Conversion, source, CLAUSE, REPLACE, "encoding that is converted"),
    FIELD("target", Conversion, target, CLAUSE, REPLACE, "encoding that it becomes"),
    FIELD("function", Conversion, function, OBJECT, REPLACE, "function that does it"),
    FIELD("default", Conversion, is_default, BOOL, REPLACE, "taken for these encodings"),
    FIELDS_END,
};

/* Of those in pg_collation.dat, the ones that CREATE COLLATION with their attributes would give
 * another encoding. */
static const struct {
    const char *provider; /* as in Collation */
    const char *locale;
    const char *encoding;
    const char *name;
} copied[] = {
    {NULL, "C", "any", "C"},
    {NULL, "POSIX", "any", "POSIX"},
    {"builtin", "C", "UTF8", "ucs_basic"},
};

const char *collation_source(const Collation *collation)
{
    if (collation->nondeterministic || collation->rules)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(copied); i++)
        if (g_strcmp0(copied[i].provider, collation->provider) == 0 &&
            g_strcmp0(copied[i].locale, collation->locale) == 0 &&
            g_strcmp0(copied[i].encoding, collation->encoding) == 0)
            return copied[i].name;
    return NULL;
}
