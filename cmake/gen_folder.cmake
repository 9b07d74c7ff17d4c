# gen_folder(NAME PUBLIC target... [PRIVATE target...])
#
# Makes the static library gen_NAME (alias gen::NAME) of NAME/*.c, without main.c. Includes are
# written from the top of the tree: #include "schema/state.h".
function(gen_folder name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PUBLIC;PRIVATE")
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${name}/*.c
         ${PROJECT_SOURCE_DIR}/${name}/*.h)
    list(FILTER sources EXCLUDE REGEX "/main\\.c$")
    add_library(gen_${name} STATIC ${sources})
    add_library(gen::${name} ALIAS gen_${name})
    target_include_directories(gen_${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/include)
    target_link_libraries(gen_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} gen::flags)
endfunction()
