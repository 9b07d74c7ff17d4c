# gen_embed(FOLDER KIND)
#
# Compiles FOLDER/KIND/*.KIND into gen_FOLDER: each file NAME.KIND becomes `const char KIND_NAME[]`,
# declared by "FOLDER/KIND.h", which only that folder sees.
function(gen_embed folder kind)
    file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/${kind}/*.${kind})
    set(dir ${PROJECT_BINARY_DIR}/embed/${folder})
    # The list stands in a file of its own, so that a removed file regenerates too.
    list(JOIN files "\n" lines)
    file(CONFIGURE OUTPUT ${dir}/${kind}.list CONTENT "${lines}\n" @ONLY)
    add_custom_command(
        OUTPUT ${dir}/${kind}.c ${dir}/${kind}.h
        COMMAND ${CMAKE_COMMAND} -DLIST=${dir}/${kind}.list -DPREFIX=${kind}
                -DOUTPUT=${dir}/${kind} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
        DEPENDS ${files} ${dir}/${kind}.list ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
        COMMENT "Embedding ${folder}/${kind}"
        VERBATIM)
    target_sources(gen_${folder} PRIVATE ${dir}/${kind}.c ${dir}/${kind}.h)
    target_include_directories(gen_${folder} PRIVATE ${PROJECT_BINARY_DIR}/embed)
endfunction()
