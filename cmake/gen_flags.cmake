# How every C file is compiled: gen::flags carries the warnings and, where asked for, the sanitizers.

option(GEN_WERROR "Treat warnings as errors" OFF)
option(GEN_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(gen_flags INTERFACE)
add_library(gen::flags ALIAS gen_flags)
target_compile_options(gen_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wvla
    $<$<BOOL:${GEN_WERROR}>:-Werror>)
# -std=c11 hides POSIX (strdup, sigaction, nftw); this brings POSIX.1-2008 with XSI back.
target_compile_definitions(gen_flags INTERFACE _DEFAULT_SOURCE _XOPEN_SOURCE=700)

if(GEN_SANITIZE)
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
    target_compile_options(gen_flags INTERFACE ${sanitizers} -fno-omit-frame-pointer)
    target_link_options(gen_flags INTERFACE ${sanitizers})
endif()
