#include "schema/text_search.h"
#include "schema/field_table.h"

const Field kind_fields_TEXT_SEARCH_PARSER[] = {
    FIELD("start", TextSearchParser, start, OBJECT, REPLACE, "start function"),
    FIELD("gettoken", TextSearchParser, gettoken, OBJECT, REPLACE, "next token's function"),
    FIELD("end", TextSearchParser, end, OBJECT, REPLACE, "end function"),
    FIELD("lextypes", TextSearchParser, lextypes, OBJECT, REPLACE, "token types' function"),
    FIELD("headline", TextSearchParser, headline, OBJECT, REPLACE, "headline function"),
    FIELDS_END,
};

const Field kind_fields_TEXT_SEARCH_TEMPLATE[] = {
    FIELD("init", TextSearchTemplate, init, OBJECT, REPLACE, "init function"),
    FIELD("lexize", TextSearchTemplate, lexize, OBJECT, REPLACE, "lexize function"),
    FIELDS_END,
};

const Field kind_fields_TEXT_SEARCH_DICTIONARY[] = {
    FIELD("template", TextSearchDictionary, template, OBJECT, REPLACE, "its template"),
    FIELD("options", TextSearchDictionary, options, CLAUSE, ALTER, "options, as SQL"),
    FIELDS_END,
};

static const Field mapping_fields[] = {
    FIELD("token", TokenMapping, token, NAME, ALTER, "token type"),
    FIELD("dictionaries", TokenMapping, dictionaries, CLAUSE, ALTER, "dictionaries, in order"),
    FIELDS_END,
};

static const ItemInfo mapping_info = {sizeof(TokenMapping), mapping_fields};

const Field kind_fields_TEXT_SEARCH_CONFIGURATION[] = {
    FIELD("parser", TextSearchConfiguration, parser, OBJECT, REPLACE, "its parser"),
    FIELD_OF_ITEMS("mappings", TextSearchConfiguration, mappings, &mapping_info, ALTER,
                   "which dictionaries see which tokens"),
    FIELDS_END,
};
