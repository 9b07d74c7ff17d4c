/* Hints: what models say and no database knows: renamed_from, using, backfill, with_no_data; and
 * `columns` of views, which PostgreSQL makes a part of the query. */
#ifndef GEN_SCHEMA_HINT_H
#define GEN_SCHEMA_HINT_H

#include "schema/state.h"

/* Gives the objects of a database the hints of the models, so that what is written of them keeps
 * these. Queries of views have to be in the server's form. */
void hints_keep(State *database, const State *models);

#endif
