/* Statements under construction.
 *
 * Emitters add statements, and clauses of ALTER TABLE that join the statement before them when that
 * is about the same table: one lock, one rewrite. Constraints of a table whose CREATE TABLE was the
 * last statement become part of it. Comments and the like wait until such a statement is closed.
 *
 * Ownership: a Script owns its statements; texts passed in are copied.
 */
#ifndef GEN_EMIT_SCRIPT_H
#define GEN_EMIT_SCRIPT_H

#include "schema/object.h"

typedef struct Statement {
    char *sql;          /* without the semicolon; several lines where that reads better */
    GPtrArray *notes;   /* char *: comment lines above it, without "-- " */
    const Object *table; /* the table it is about, or NULL */
    bool loses_data;
    bool starts_step;   /* the next transaction starts with it */
    bool autocommit;    /* cannot run in a transaction: a step of its own kind */
} Statement;

typedef struct Script Script;

Script *script_new(void);
void script_free(Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Script, script_free)

/* A statement of its own. */
void script_add(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A clause of ALTER TABLE on `table` ("ADD COLUMN …"). Joins the statement before where it can. */
void script_clause(Script *script, const Object *table, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* A table constraint ("CONSTRAINT x CHECK (…)"): inside the CREATE TABLE of `table` when that is
 * the statement before, else ALTER TABLE … ADD. */
void script_constraint(Script *script, const Object *table, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Begins CREATE TABLE: `head` is "CREATE TABLE x", `tail` what follows the parentheses. Then
 * script_element adds columns. */
void script_create_table(Script *script, const Object *table, const char *head, const char *tail);
void script_element(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A statement that follows the one under construction as soon as that is closed. */
void script_after(Script *script, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A comment line above the statement (or clause) added next; `loses_data` marks that statement. */
void script_note(Script *script, bool loses_data, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* The next statement starts a new step. */
void script_step(Script *script);

/* The statement added next cannot run in a transaction. */
void script_autocommit(Script *script);

/* Closes what is open and gives the statements (Statement *), owned by the script. */
const GPtrArray *script_statements(Script *script);

#endif
