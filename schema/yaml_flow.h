/* Changing collections in flow style ({ } and [ ]) where what they say changes, and nowhere else.
 */
#ifndef GEN_SCHEMA_YAML_FLOW_H
#define GEN_SCHEMA_YAML_FLOW_H

#include "schema/yaml_write.h"

/* Appends the collection as it stands in its file, with the entries changed in which `before` and
 * `after` differ. False, with nothing appended, when that cannot be: it holds anchors or aliases,
 * or is to hold a text of several lines. */
bool yaml_flow_patch(const YamlNode *node, const YamlOut *before, const YamlOut *after,
                     GString *out);

#endif
