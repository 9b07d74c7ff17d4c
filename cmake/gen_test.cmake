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
    set_tests_properties(${test} PROPERTIES
        LABELS ${arg_LABEL}
        TIMEOUT ${arg_TIMEOUT}
        # GLib's slices would hide leaks and overruns from the sanitizer; a critical is a failure.
        ENVIRONMENT "G_SLICE=always-malloc;G_DEBUG=fatal-criticals;UBSAN_OPTIONS=print_stacktrace=1")
    if(arg_LABEL STREQUAL live)
        set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED server)
    endif()
endfunction()

# The server of the run. Its watchdog looks at ctest's process: a run that is killed leaves nothing.
function(gen_test_server)
    foreach(verb start stop)
        add_test(NAME server/${verb}
            COMMAND ${PROJECT_SOURCE_DIR}/tests/support/pg.sh ${verb} ${PROJECT_BINARY_DIR}/server)
        set_tests_properties(server/${verb} PROPERTIES TIMEOUT 120)
    endforeach()
    set_tests_properties(server/start PROPERTIES FIXTURES_SETUP server)
    set_tests_properties(server/stop PROPERTIES FIXTURES_CLEANUP server)
endfunction()
