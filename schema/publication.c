#include "schema/publication.h"
#include "schema/field_table.h"

static const Field published_fields[] = {
    FIELD("table", PublishedTable, table, OBJECT, ALTER, "a table"),
    FIELD_SINCE(15, "fields", PublishedTable, columns, NAMES, ALTER, "its columns, where not all"),
    FIELD_SINCE(15, "where", PublishedTable, where, EXPR, ALTER, "its rows, where not all"),
    FIELDS_END,
};

static const ItemInfo published_info = {sizeof(PublishedTable), published_fields};
static const char *const generated_words[] = {"none", "stored", NULL};
static const char *const streaming_words[] = {"off", "on", "parallel", NULL};
static const char *const commit_words[] = {"off",          "local", "remote_write",
                                           "remote_apply", "on",    NULL};
static const char *const password_words[] = {"true", "false", NULL};
static const char *const origin_words[] = {"any", "none", NULL};

const Field kind_fields_PUBLICATION[] = {
    FIELD("all_tables", Publication, all_tables, BOOL, REPLACE, "all tables of the database"),
    FIELD_OF_ITEMS("tables", Publication, tables, &published_info, ALTER, "tables"),
    FIELD_SINCE(15, "schemas", Publication, schemas, TEXTS, ALTER, "all tables of these schemas"),
    FIELD("publish", Publication, publish, TEXTS, ALTER, "insert, update, delete, truncate"),
    FIELD("via_root", Publication, via_root, BOOL, ALTER,
          "changes of partitions are published as their root's"),
    FIELD_OF_WORDS_SINCE(18, "generated", Publication, generated, generated_words, ALTER,
                         "generated columns"),
    FIELDS_END,
};

const Field kind_fields_SUBSCRIPTION[] = {
    FIELD("connection", Subscription, connection, TEXT, ALTER, "how to connect; no password"),
    FIELD("publications", Subscription, publications, NAMES, ALTER, "publications"),
    FIELD("enabled", Subscription, enabled, BOOL, ALTER, "whether it runs"),
    FIELD("slot_name", Subscription, slot_name, TEXT, ALTER, "replication slot, or none"),
    FIELD_SINCE(14, "binary", Subscription, binary, BOOL, ALTER, "values are sent in binary form"),
    FIELD_OF_WORDS_SINCE(14, "streaming", Subscription, streaming, streaming_words, ALTER,
                         "transactions are streamed while they run"),
    FIELD_OF_WORDS("synchronous_commit", Subscription, synchronous_commit, commit_words, ALTER,
                   "synchronous_commit of what applies the changes"),
    FIELD_SINCE(15, "two_phase", Subscription, two_phase, BOOL, REPLACE, "prepared transactions"),
    FIELD_SINCE(15, "disable_on_error", Subscription, disable_on_error, BOOL, ALTER,
                "stops at an error"),
    FIELD_OF_WORDS_SINCE(16, "origin", Subscription, origin, origin_words, ALTER,
                         "which changes of the publisher"),
    FIELD_SINCE(16, "run_as_owner", Subscription, run_as_owner, BOOL, ALTER,
                "applied with the rights of its owner"),
    FIELD_OF_WORDS_SINCE(16, "password_required", Subscription, password_required, password_words,
                         ALTER, "whether an owner who is no superuser has to give a password"),
    FIELD_SINCE(17, "failover", Subscription, failover, BOOL, ALTER,
                "its slot is synchronised to standbys"),
    FIELDS_END,
};
