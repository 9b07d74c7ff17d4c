# The libraries gen stands on. gen::base is what every folder may use; libpq, libyaml and PCRE2 are
# given to single folders only (see the top CMakeLists.txt).

find_package(PkgConfig REQUIRED)
pkg_check_modules(glib REQUIRED IMPORTED_TARGET gio-unix-2.0>=2.74 gio-2.0 glib-2.0)
pkg_check_modules(json REQUIRED IMPORTED_TARGET json-glib-1.0)
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(pcre2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(libpq REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(protobuf_c REQUIRED IMPORTED_TARGET libprotobuf-c)

# libpg_query ships no .pc file.
find_path(PG_QUERY_INCLUDE_DIR pg_query.h REQUIRED)
find_library(PG_QUERY_LIBRARY pg_query REQUIRED)
add_library(pg_query UNKNOWN IMPORTED)
set_target_properties(pg_query PROPERTIES
    IMPORTED_LOCATION ${PG_QUERY_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${PG_QUERY_INCLUDE_DIR}
    INTERFACE_LINK_LIBRARIES PkgConfig::protobuf_c)

add_library(gen_base INTERFACE)
add_library(gen::base ALIAS gen_base)
target_link_libraries(gen_base INTERFACE PkgConfig::glib PkgConfig::json pg_query)

# #include "schema/version.h" gives GEN_VERSION.
configure_file(${PROJECT_SOURCE_DIR}/cmake/version.h.in ${PROJECT_BINARY_DIR}/include/schema/version.h @ONLY)
