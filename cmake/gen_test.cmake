# How a test is run.
function(gen_test_properties test label timeout)
    set_tests_properties(${test} PROPERTIES
        LABELS "${label}"
        TIMEOUT ${timeout}
        # GLib's slices would hide leaks and overruns from the sanitizer; a critical is a failure.
        ENVIRONMENT "G_SLICE=always-malloc;G_DEBUG=fatal-criticals;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

# gen_test(NAME name LABEL unit|golden|live|lint [TIMEOUT seconds] [SOURCES file... LIBS target...]
#          [COMMAND command...])
#
# Adds the test LABEL/NAME: a cmocka program made of SOURCES, or a script. A live test gets the
# throwaway PostgreSQL of the run, which ctest starts before the first and stops after the last.
function(gen_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;LABEL;TIMEOUT" "SOURCES;LIBS;COMMAND")
    set(test ${arg_LABEL}/${arg_NAME})
    if(arg_SOURCES)
        set(target ${arg_LABEL}_${arg_NAME})
        add_executable(${target} ${arg_SOURCES})
        target_link_libraries(${target} PRIVATE ${arg_LIBS} gen_test_support gen::flags)
        if(TARGET gen AND NOT arg_LABEL STREQUAL unit)
            add_dependencies(${target} gen)
        endif()
        set(arg_COMMAND ${target})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_test(NAME ${test} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    gen_test_properties(${test} ${arg_LABEL} ${arg_TIMEOUT})
    if(arg_LABEL STREQUAL live)
        set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED server)
    endif()
endfunction()

# The server of the run. Its watchdog looks at ctest's process: a run that is killed leaves nothing.
function(gen_test_server)
    gen_test_fixture(server 120)
endfunction()

# gen_test_fixture(NAME TIMEOUT [COMMAND prefix...]): a server in the build directory's NAME.
function(gen_test_fixture name timeout)
    foreach(verb start stop)
        add_test(NAME ${name}/${verb}
            COMMAND ${ARGN} ${PROJECT_SOURCE_DIR}/tests/support/pg.sh ${verb}
                    ${PROJECT_BINARY_DIR}/${name})
        set_tests_properties(${name}/${verb} PROPERTIES TIMEOUT ${timeout})
    endforeach()
    set_tests_properties(${name}/start PROPERTIES FIXTURES_SETUP ${name})
    set_tests_properties(${name}/stop PROPERTIES FIXTURES_CLEANUP ${name})
endfunction()

# gen_test_on(MAJOR NAME TIMEOUT): the live test of that name once more, on another PostgreSQL.
function(gen_test_on major name timeout)
    set(server server_${major})
    set(on ${PROJECT_SOURCE_DIR}/tests/support/servers.sh ${major})
    # The first to need that PostgreSQL installs it, and npm where that is missing.
    gen_test_fixture(${server} 900 ${on})
    set(test live/${name}_on_${major})
    add_test(NAME ${test}
        COMMAND ${on} ${CMAKE_COMMAND} -E env GEN_TEST_SERVER=${PROJECT_BINARY_DIR}/${server}
                $<TARGET_FILE:live_${name}>
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    gen_test_properties(${test} "live;other_server" ${timeout})
    set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED ${server})
endfunction()
