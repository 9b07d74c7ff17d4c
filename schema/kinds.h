/* The structs of all kinds, for code that handles several of them. */
#ifndef GEN_SCHEMA_KINDS_H
#define GEN_SCHEMA_KINDS_H

#include "schema/access.h"
#include "schema/constraint.h"
#include "schema/foreign.h"
#include "schema/index.h"
#include "schema/language.h"
#include "schema/locale.h"
#include "schema/namespace.h"
#include "schema/operator.h"
#include "schema/policy.h"
#include "schema/publication.h"
#include "schema/routine.h"
#include "schema/sequence.h"
#include "schema/statistics.h"
#include "schema/table.h"
#include "schema/text_search.h"
#include "schema/trigger.h"
#include "schema/types.h"
#include "schema/view.h"

#endif
