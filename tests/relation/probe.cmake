# A tool for frame authors: ninja frames_probe; echo "..." | tests/frames_probe
add_executable(frames_probe EXCLUDE_FROM_ALL relation/frames_probe.cc)
target_link_libraries(frames_probe PRIVATE dragoman ICU::uc ICU::i18n PkgConfig::RE2 yaml-cpp fmt::fmt)
target_include_directories(frames_probe PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(frames_probe PRIVATE DRAGOMAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
