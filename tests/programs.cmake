# Tests that run programs, by python3 without further packages.

find_package(Python3 COMPONENTS Interpreter REQUIRED)

function(dragoman_python_test name)
  add_test(NAME ${name} COMMAND ${Python3_EXECUTABLE} ${ARGN})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "CXX=${CMAKE_CXX_COMPILER}"
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endfunction()

# What says nothing about memory or threads does not run a second time under sanitizers.
if(DRAGOMAN_SHARED AND NOT DRAGOMAN_SANITIZE)
  dragoman_python_test(install ${PROJECT_SOURCE_DIR}/tests/install/install_test.py
    ${PROJECT_BINARY_DIR})
  set_tests_properties(install PROPERTIES COST 100)  # the longest: it starts first
endif()

if(NOT DRAGOMAN_SANITIZE)
  dragoman_python_test(one_definition ${PROJECT_SOURCE_DIR}/tests/base/one_definition_test.py)
  dragoman_python_test(data -m unittest discover -s ${PROJECT_SOURCE_DIR}/tests/data -p "*_test.py")
endif()

# The page of "dragoman view": its types and style, its parts, and the whole in a browser.  Only
# where "make viewer" has been before.
find_program(DRAGOMAN_NODE node)
if(TARGET dragoman_command AND NOT DRAGOMAN_SANITIZE AND DRAGOMAN_NODE
    AND EXISTS ${PROJECT_SOURCE_DIR}/viewer/node_modules/.package-lock.json)
  set(viewer ${PROJECT_SOURCE_DIR}/viewer)
  add_test(NAME viewer_types COMMAND ${DRAGOMAN_NODE} node_modules/typescript/bin/tsc --noEmit
    WORKING_DIRECTORY ${viewer})
  add_test(NAME viewer_lint COMMAND ${DRAGOMAN_NODE} node_modules/eslint/bin/eslint.js .
    WORKING_DIRECTORY ${viewer})
  add_test(NAME viewer_units COMMAND ${CMAKE_COMMAND} -E env ${DRAGOMAN_NODE} tests/run.mjs
    WORKING_DIRECTORY ${viewer})
  add_test(NAME viewer_browser COMMAND ${DRAGOMAN_NODE} --test
    ${PROJECT_SOURCE_DIR}/tests/browser/viewer.test.mjs)
  set_tests_properties(viewer_browser PROPERTIES COST 50 TIMEOUT 600
    ENVIRONMENT "DRAGOMAN_BUILD=${PROJECT_BINARY_DIR}")
endif()

if(TARGET dragoman_command)
  # Built from the public headers alone, as a user's program is.
  foreach(example quickstart threads)
    add_executable(${example} ${PROJECT_SOURCE_DIR}/examples/${example}.cc)
    target_link_libraries(${example} PRIVATE dragoman Threads::Threads)
    target_compile_options(${example} PRIVATE ${DRAGOMAN_WARNINGS} ${DRAGOMAN_COLD})
    set_target_properties(${example} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/examples)
  endforeach()
  add_test(NAME quickstart COMMAND quickstart)
  add_test(NAME threads COMMAND threads ${PROJECT_SOURCE_DIR}/examples/autumn_2023.jsonl)

  dragoman_python_test(cli ${PROJECT_SOURCE_DIR}/tests/cli/cli_test.py ${PROJECT_BINARY_DIR})
  if(NOT DRAGOMAN_SANITIZE)
    # docs/tour.md shows what it prints.
    add_executable(stages readme/stages.cc)
    target_link_libraries(stages PRIVATE dragoman ICU::uc PkgConfig::RE2 yaml-cpp fmt::fmt)
    target_include_directories(stages PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_compile_options(stages PRIVATE ${DRAGOMAN_WARNINGS} ${DRAGOMAN_COLD})
    dragoman_python_test(readme ${PROJECT_SOURCE_DIR}/tests/readme/readme_test.py
      ${PROJECT_BINARY_DIR})
  endif()
endif()

# What reads YAML and exported graphs are Debian's packages, so it is Debian's Python that has them.
find_program(DRAGOMAN_SYSTEM_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT DRAGOMAN_SYSTEM_PYTHON)
  set(DRAGOMAN_SYSTEM_PYTHON ${Python3_EXECUTABLE})
endif()
find_program(DRAGOMAN_DOXYGEN doxygen)
if(NOT DRAGOMAN_SANITIZE AND DRAGOMAN_DOXYGEN)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/docs)
  add_test(NAME cpp_reference COMMAND ${CMAKE_COMMAND} -E env DRAGOMAN_VERSION=${PROJECT_VERSION}
    DRAGOMAN_PAGES=${PROJECT_BINARY_DIR}/docs/cpp ${DRAGOMAN_DOXYGEN} docs/Doxyfile
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
endif()
if(NOT DRAGOMAN_SANITIZE)
  dragoman_python_test(bench_tables ${PROJECT_SOURCE_DIR}/tests/readme/tables_test.py)
  add_test(NAME relation_reference COMMAND ${DRAGOMAN_SYSTEM_PYTHON}
    ${PROJECT_SOURCE_DIR}/tools/relation_reference --check)
endif()

if(TARGET dragoman_command)
  if(NOT DRAGOMAN_SANITIZE)
    add_test(NAME reopen COMMAND ${DRAGOMAN_SYSTEM_PYTHON}
      ${PROJECT_SOURCE_DIR}/tests/export/reopen_test.py ${PROJECT_BINARY_DIR})
  endif()

  add_executable(centrality ${PROJECT_SOURCE_DIR}/examples/centrality.cc)
  target_link_libraries(centrality PRIVATE dragoman Boost::headers)
  target_compile_options(centrality PRIVATE ${DRAGOMAN_WARNINGS} ${DRAGOMAN_COLD})
  set_target_properties(centrality PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/examples)
  add_test(NAME centrality COMMAND centrality ${PROJECT_SOURCE_DIR}/examples/news_graph.jsonl Ghana)
  set_tests_properties(centrality PROPERTIES
    PASS_REGULAR_EXPRESSION "stands between others:\n  Ghana.*nearest to Ghana:\n  Grace Mutua")
endif()
