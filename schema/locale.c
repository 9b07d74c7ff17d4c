#include "schema/locale.h"
#include "schema/field_table.h"

static const char *const provider_words[] = {"libc", "icu", "builtin", NULL};

const Field kind_fields_COLLATION[] = {
    FIELD_OF_WORDS("provider", Collation, provider, provider_words, REBUILD, "who sorts"),
    FIELD("locale", Collation, locale, TEXT, REBUILD, "locale"),
    FIELD("lc_collate", Collation, lc_collate, TEXT, REBUILD, "LC_COLLATE, where not the locale"),
    FIELD("lc_ctype", Collation, lc_ctype, TEXT, REBUILD, "LC_CTYPE, where not the locale"),
    FIELD("nondeterministic", Collation, nondeterministic, BOOL, REBUILD,
          "texts of other bytes can be equal"),
    FIELD_SINCE(16, "rules", Collation, rules, TEXT, REBUILD, "ICU rules"),
    FIELDS_END,
};

const Field kind_fields_CONVERSION[] = {
    FIELD("source", Conversion, source, TEXT, REPLACE, "encoding that is converted"),
    FIELD("target", Conversion, target, TEXT, REPLACE, "encoding that it becomes"),
    FIELD("function", Conversion, function, OBJECT, REPLACE, "function that does it"),
    FIELD("default", Conversion, is_default, BOOL, REPLACE, "taken for these encodings"),
    FIELDS_END,
};
