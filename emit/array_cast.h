/* Casts of arrays, so that PostgreSQL reads back what it has written. */
#ifndef GEN_EMIT_ARRAY_CAST_H
#define GEN_EMIT_ARRAY_CAST_H

/* PostgreSQL prints the cast of a whole array as (ARRAY['a'::character varying])::text[], but reads
 * a cast right behind ARRAY[…] as one of each element, and prints that otherwise. Names the array's
 * own type in between, (ARRAY['a'::character varying]::character varying[])::text[], which leaves
 * the stored expression as it was printed. Text without such a cast comes back as it is. Freed with
 * g_free.
 * https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS */
char *array_casts_kept(const char *sql);

#endif
