/* SQL expressions in the places where PostgreSQL's grammar wants parentheses around some of them.
 *
 * All results are freed with g_free. Text is kept as it was written; a comment at its end cannot
 * swallow what follows.
 */
#ifndef GEN_EMIT_EXPRESSION_H
#define GEN_EMIT_EXPRESSION_H

/* As an operand of nothing: followed by a clause or a comma, never by an operator. */
char *expression_plain(const char *sql);

/* In one pair of parentheses, that of the text itself where it has one: CHECK, WHERE, AS. */
char *expression_enclosed(const char *sql);

/* After DEFAULT in a column definition, where the grammar takes b_expr only: in parentheses where
 * it holds an operator that b_expr leaves out (AND, LIKE, AT TIME ZONE …). */
char *expression_default(const char *sql);

/* As an element of an index: a call of a function stands bare, all else in parentheses. */
char *expression_element(const char *sql);

#endif
