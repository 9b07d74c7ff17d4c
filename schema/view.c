#include "schema/view.h"
#include "schema/field_table.h"

static const Field default_fields[] = {
    FIELD("column", ViewDefault, column, TEXT, ALTER, "a column"),
    FIELD("default", ViewDefault, default_expr, EXPR, ALTER, "its default"),
    FIELDS_END,
};

static const ItemInfo default_info = {sizeof(ViewDefault), default_fields};

const Field kind_fields_VIEW[] = {
    FIELD("columns", View, columns, NAMES, IGNORE, "names of the columns, where not the query's"),
    FIELD("definition", View, definition, QUERY, ALTER, "the query"),
    FIELD("options", View, options, OPTIONS, ALTER,
          "security_barrier, security_invoker, check_option"),
    FIELD_OF_ITEMS("column_defaults", View, column_defaults, &default_info, ALTER,
                   "defaults of columns, for rows inserted through the view"),
    FIELD("column_comments", View, column_comments, OPTIONS, ALTER, "column: comment"),
    FIELD("row_type", View, row_type, TEXTS, IGNORE, "names and types of the columns"),
    FIELDS_END,
};

static const Field setting_fields[] = {
    FIELD("column", ColumnSetting, column, TEXT, ALTER, "a column"),
    FIELD("statistics", ColumnSetting, statistics, INT, ALTER, "statistics target"),
    FIELD("storage", ColumnSetting, storage, TEXT, ALTER, "plain, main, external or extended"),
    FIELD_SINCE(14, "compression", ColumnSetting, compression, TEXT, ALTER, "pglz or lz4"),
    FIELD("options", ColumnSetting, options, OPTIONS, ALTER, "n_distinct and the like"),
    FIELDS_END,
};

static const ItemInfo setting_info = {sizeof(ColumnSetting), setting_fields};

const Field kind_fields_MATERIALIZED_VIEW[] = {
    FIELD("columns", MaterializedView, columns, NAMES, IGNORE,
          "names of the columns, where not the query's"),
    FIELD("definition", MaterializedView, definition, QUERY, REPLACE, "the query"),
    FIELD("options", MaterializedView, options, OPTIONS, ALTER, "storage parameters"),
    FIELD("tablespace", MaterializedView, tablespace, NAME, ALTER,
          "tablespace, where not the database's"),
    FIELD_OF_NAME("access_method", MaterializedView, access_method, "heap", REPLACE,
                  "table access method"),
    FIELD("column_comments", MaterializedView, column_comments, OPTIONS, ALTER, "column: comment"),
    FIELD_OF_ITEMS("column_settings", MaterializedView, column_settings, &setting_info, ALTER,
                   "statistics, storage, compression and options of columns"),
    FIELD("with_no_data", MaterializedView, with_no_data, BOOL, IGNORE,
          "created without running its query"),
    FIELDS_END,
};
