# The stages from mentions to relations once more, each basic block of which says when it runs
# (counted_work.h).  They stand before the library, whose objects of the same names are then not linked.
if(DRAGOMAN_SANITIZE OR NOT CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  return()
endif()
get_target_property(counted dragoman SOURCES)
list(FILTER counted INCLUDE REGEX "^src/(mention|syntax|entity|relation)/")
list(FILTER counted EXCLUDE REGEX "bundle|_load")
list(TRANSFORM counted PREPEND ${PROJECT_SOURCE_DIR}/)
dragoman_test(cost_test cost/linear_test.cc cost/counted_work.cc ${counted})
set_source_files_properties(${counted} PROPERTIES COMPILE_OPTIONS "-O1;-g1;-w;-fsanitize-coverage=trace-pc")   # the library has warned already
