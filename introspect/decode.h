/* Catalogue rows become objects, by the field tables. Used inside introspect/ only.
 *
 * What the column aliases of a query mean:
 *   _kind                   of a query for several kinds: the plural of the row's
 *   name, _schema, _arguments, comment   the object's identity and comment
 *   _class, _oid, _sub      its address in the catalogues (pg_depend's classid, objid, objsubid)
 *   _parent, _parent_class  the address of its parent (_parent_class: pg_class if it is left out)
 *   <key>                   the field of that key; lists are array literals
 *   <key>_schema, <key>_name  the two parts of a FIELD_OBJECT
 *   <key>[]                 one element of a list; NULL: none in this row
 *   <key>.<member>          the member of an item (<key>.<member>_schema … too); an item stands in
 *                           every row in which one of its members is neither NULL nor false
 * Rows that follow one another with the same _oid and _sub are one object; what is not an element
 * or item is read from the first of them. A child whose parent is not in the state is passed over.
 */
#ifndef GEN_INTROSPECT_DECODE_H
#define GEN_INTROSPECT_DECODE_H

#include "schema/state.h"

#include <libpq-fe.h>

typedef struct Decoder Decoder;

Decoder *decoder_new(State *state);
void decoder_free(Decoder *decoder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Decoder, decoder_free)

/* Adds the objects of a kind. False, with a DIAG_INTERNAL error, if a column of the result is no
 * field of the kind; where the result has a _kind, if such a column is neither NULL nor false in a
 * row of the kind. */
bool decoder_objects(Decoder *decoder, Kind kind, const PGresult *rows, Diagnostics *diagnostics);

/* Gives objects their comments: columns _class, _oid, _sub, description. */
void decoder_comments(Decoder *decoder, const PGresult *rows);

/* Gives objects their owners and grants: columns _class, _oid, _sub, owner, role, privilege,
 * column, grantable, withheld, grantor; one row a grant. */
void decoder_access(Decoder *decoder, const PGresult *rows);

/* Fills state->unmanaged: columns what, schema, name, relation_schema, relation_name. What is a
 * kind of kinds.def is passed over. */
void decoder_unmanaged(Decoder *decoder, const PGresult *rows);

#endif
