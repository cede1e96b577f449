# How everything is compiled: warnings, sanitizers, compiler cache, and what makes a library of ours.

set(DRAGOMAN_WARNINGS -Wall -Wextra $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${DRAGOMAN_WERROR}>:-Werror>)

# For what is compiled often and runs cold, the command and the tests: a third less time to compile.
set(DRAGOMAN_COLD $<$<CONFIG:Release>:-O1>)

find_program(DRAGOMAN_CCACHE ccache)
mark_as_advanced(DRAGOMAN_CCACHE)
if(DRAGOMAN_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${DRAGOMAN_CCACHE})
endif()

# The folder of this build shows in no message of assert() and in no installed file.
add_compile_options(-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(PROJECT_IS_TOP_LEVEL)
  # Slow checks want some optimisation, and line numbers but no more in their stack traces.
  set(CMAKE_CXX_FLAGS_SANITIZE "-O1 -g1 -fno-omit-frame-pointer" CACHE STRING "")
  mark_as_advanced(CMAKE_CXX_FLAGS_SANITIZE)
endif()
if(DRAGOMAN_SANITIZE)
  add_compile_options(-fsanitize=${DRAGOMAN_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DRAGOMAN_SANITIZE})
  # Each test program is some 100 MB then; lld links it in a fifth of the time.
  find_program(DRAGOMAN_LLD ld.lld)
  mark_as_advanced(DRAGOMAN_LLD)
  if(DRAGOMAN_LLD)
    add_link_options(-fuse-ld=lld)
  endif()
endif()

# Gives `target` (a static library) the project's properties, and makes a shared library from the
# same objects: nothing is compiled twice.  Position-independent code costs nothing here, because
# calls within the library bind at compile time (no semantic interposition).
function(dragoman_library target)
  set_target_properties(${target} PROPERTIES
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${target} PRIVATE ${DRAGOMAN_WARNINGS} -fno-semantic-interposition)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
           $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/version.h.in
    ${PROJECT_BINARY_DIR}/include/dragoman/version.h @ONLY)

  if(DRAGOMAN_SHARED)
    add_library(${target}_shared SHARED $<TARGET_OBJECTS:${target}>)
    # SOVERSION counts changes of the binary interface; it has nothing to do with the version.
    set_target_properties(${target}_shared PROPERTIES
      OUTPUT_NAME ${target} SOVERSION 0 VERSION 0.${PROJECT_VERSION} LINKER_LANGUAGE CXX
      LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/exports.map)
    target_compile_features(${target}_shared PUBLIC cxx_std_20)
    target_include_directories(${target}_shared
      PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
             $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
             $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    target_link_libraries(${target}_shared PRIVATE ${libraries})
    # Templates of the standard library that were instantiated here would be exported as well.
    target_link_options(${target}_shared PRIVATE
      -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/exports.map -Wl,--no-undefined)
  endif()

  # For a project that took dragoman in as a subproject; installed, dragomanConfig.cmake decides.
  if(DRAGOMAN_SHARED AND BUILD_SHARED_LIBS)
    add_library(${target}::${target} ALIAS ${target}_shared)
  else()
    add_library(${target}::${target} ALIAS ${target})
  endif()
endfunction()
