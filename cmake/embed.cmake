# Run by gen_embed: writes OUTPUT.c and OUTPUT.h with one array per file named in LIST.
# Arrays of bytes, not string literals: C11 promises only 4095 characters for the latter.

file(STRINGS ${LIST} files)
get_filename_component(header ${OUTPUT}.h NAME)
# <stddef.h> is there because ISO C wants a declaration even when LIST is empty.
set(declarations "/* Generated. */\n#pragma once\n\n#include <stddef.h>\n\n")
set(definitions "/* Generated. */\n#include \"${header}\"\n")
foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(MAKE_C_IDENTIFIER ${name} name)
    file(READ ${file} hex HEX)
    string(REGEX REPLACE "(................................)" "\\1\n    " hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND declarations "extern const char ${PREFIX}_${name}[];\n")
    string(APPEND definitions "\nconst char ${PREFIX}_${name}[] = {\n    ${bytes}0};\n")
endforeach()
file(WRITE ${OUTPUT}.h "${declarations}")
file(WRITE ${OUTPUT}.c "${definitions}")
