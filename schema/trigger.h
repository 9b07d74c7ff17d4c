/* Triggers of tables and views, rules, and event triggers. */
#ifndef GEN_SCHEMA_TRIGGER_H
#define GEN_SCHEMA_TRIGGER_H

#include "schema/object.h"

/* https://www.postgresql.org/docs/current/catalog-pg-trigger.html */
typedef struct Trigger {
    Object object;
    const char *timing;   /* NULL: after; "before", "instead of" */
    NameList events;      /* insert, update, delete, truncate, in this order */
    NameList update_of;   /* columns */
    const char *for_each; /* NULL: statement; "row" */
    const char *when;
    QualifiedName function;
    NameList arguments;
    bool constraint;
    const char *deferrable; /* as in KeyConstraint; constraint triggers only */
    QualifiedName from;     /* the other table of a constraint trigger */
    const char *old_table;  /* names of transition tables */
    const char *new_table;
    const char *state; /* NULL: enabled; "disabled", "replica", "always" */
    bool inherited;    /* a partition's, from the table above */
} Trigger;

/* https://www.postgresql.org/docs/current/catalog-pg-rewrite.html */
typedef struct Rule {
    Object object;
    const char *definition; /* "ON INSERT TO public.t DO INSTEAD NOTHING" */
    const char *state;      /* as in Trigger */
} Rule;

/* Outside of schemas.
 * https://www.postgresql.org/docs/current/catalog-pg-event-trigger.html */
typedef struct EventTrigger {
    Object object;
    const char *event; /* NULL: ddl_command_start … */
    NameList tags;     /* sorted; none: all */
    QualifiedName function;
    const char *state; /* as in Trigger */
} EventTrigger;

/* The events of a trigger in the order in which they are kept; ends with NULL. */
extern const char *const trigger_events[];

#endif
