#include "schema/trigger.h"
#include "schema/field_table.h"

const char *const trigger_events[] = {"insert", "update", "delete", "truncate", NULL};

static const char *const timing_words[] = {"after", "before", "instead of", NULL};
static const char *const for_each_words[] = {"statement", "row", NULL};
static const char *const state_words[] = {"enabled", "disabled", "replica", "always", NULL};
static const char *const deferrable_words[] = {"not deferrable", "initially immediate",
                                               "initially deferred", NULL};
static const char *const event_words[] = {"ddl_command_start", "ddl_command_end", "sql_drop",
                                          "table_rewrite",     "login",           NULL};

const Field kind_fields_TRIGGER[] = {
    FIELD_OF_WORDS("timing", Trigger, timing, timing_words, REPLACE, "after, before or instead of"),
    FIELD("events", Trigger, events, TEXTS, REPLACE, "insert, update, delete, truncate"),
    FIELD("update_of", Trigger, update_of, NAMES, REPLACE, "columns whose update counts"),
    FIELD_OF_WORDS("for_each", Trigger, for_each, for_each_words, REPLACE, "statement or row"),
    FIELD("when", Trigger, when, EXPR, REPLACE, "condition"),
    FIELD("function", Trigger, function, OBJECT, REPLACE, "function that it calls"),
    FIELD("arguments", Trigger, arguments, TEXTS, REPLACE, "arguments of the function"),
    FIELD("constraint", Trigger, constraint, BOOL, REPLACE, "whether it is a constraint trigger"),
    FIELD_OF_WORDS("deferrable", Trigger, deferrable, deferrable_words, REPLACE,
                   "whether a constraint trigger can wait for the end of the transaction"),
    FIELD("from", Trigger, from, OBJECT, REPLACE, "the other table of a constraint trigger"),
    FIELD("old_table", Trigger, old_table, TEXT, REPLACE, "name of the table of old rows"),
    FIELD("new_table", Trigger, new_table, TEXT, REPLACE, "name of the table of new rows"),
    FIELD_OF_WORDS("state", Trigger, state, state_words, ALTER,
                   "enabled, disabled, replica or always"),
    FIELD("inherited", Trigger, inherited, BOOL, REPLACE, "the trigger of the table above"),
    FIELDS_END,
};

const Field kind_fields_RULE[] = {
    FIELD("definition", Rule, definition, QUERY, ALTER, "ON event TO table … DO …"),
    FIELD_OF_WORDS("state", Rule, state, state_words, ALTER,
                   "enabled, disabled, replica or always"),
    FIELDS_END,
};

const Field kind_fields_EVENT_TRIGGER[] = {
    FIELD_OF_WORDS("event", EventTrigger, event, event_words, REPLACE, "what it waits for"),
    FIELD("tags", EventTrigger, tags, TEXTS, REPLACE, "commands it is for; none: all"),
    FIELD("function", EventTrigger, function, OBJECT, REPLACE, "function that it calls"),
    FIELD_OF_WORDS("state", EventTrigger, state, state_words, ALTER,
                   "enabled, disabled, replica or always"),
    FIELDS_END,
};
