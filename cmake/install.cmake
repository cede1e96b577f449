# What is installed, by component: a package for each, or all with "cmake --install build".
#
#   development  headers, find_package(dragoman) files, dragoman.pc
#   static       libdragoman.a
#   shared       libdragoman.so
#   command      bin/dragoman
#   data         share/dragoman: dragoman.bundle, which the others need at run time, and viewer.html; licences

include(CMakePackageConfigHelpers)
set(dragoman_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dragoman)

install(DIRECTORY include/dragoman ${PROJECT_BINARY_DIR}/include/dragoman
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development FILES_MATCHING PATTERN "*.h")

set_target_properties(dragoman PROPERTIES EXPORT_NAME static)
install(TARGETS dragoman EXPORT dragoman_static
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT static)
install(EXPORT dragoman_static NAMESPACE dragoman:: FILE dragomanStatic.cmake
  DESTINATION ${dragoman_cmake_dir} COMPONENT static)

if(DRAGOMAN_SHARED)
  set_target_properties(dragoman_shared PROPERTIES EXPORT_NAME shared)
  install(TARGETS dragoman_shared EXPORT dragoman_shared
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT shared)
  install(EXPORT dragoman_shared NAMESPACE dragoman:: FILE dragomanShared.cmake
    DESTINATION ${dragoman_cmake_dir} COMPONENT shared)
endif()

if(TARGET dragoman_command)
  install(TARGETS dragoman_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
endif()

# The bundle is all that is needed; the tables are for who wants to read or extend them.
if(TARGET dragoman_data)
  install(FILES ${dragoman_bundle} DESTINATION ${CMAKE_INSTALL_DATADIR}/dragoman COMPONENT data)
endif()
# The page of "dragoman view", if "make viewer" has built it.
install(FILES ${PROJECT_BINARY_DIR}/share/dragoman/viewer.html
  DESTINATION ${CMAKE_INSTALL_DATADIR}/dragoman COMPONENT data OPTIONAL)
install(DIRECTORY data/LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT data)
install(FILES data/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME NOTICE-data COMPONENT data)
if(DRAGOMAN_INSTALL_TABLES OR NOT TARGET dragoman_data)
  install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/dragoman/data COMPONENT data
    PATTERN "build" EXCLUDE PATTERN "build.py" EXCLUDE)
endif()
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT data)

configure_package_config_file(cmake/dragomanConfig.cmake.in
  ${PROJECT_BINARY_DIR}/dragomanConfig.cmake INSTALL_DESTINATION ${dragoman_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dragomanConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/dragomanConfig.cmake
  ${PROJECT_BINARY_DIR}/dragomanConfigVersion.cmake
  DESTINATION ${dragoman_cmake_dir} COMPONENT development)

# The .pc file finds the prefix from its own place, so that an installed tree can move.
foreach(kind LIBDIR INCLUDEDIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${kind}}")
    set(dragoman_pc_${kind} ${CMAKE_INSTALL_${kind}})
  else()
    set(dragoman_pc_${kind} "\${prefix}/${CMAKE_INSTALL_${kind}}")
  endif()
endforeach()
file(RELATIVE_PATH dragoman_pc_up "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
configure_file(cmake/dragoman.pc.in ${PROJECT_BINARY_DIR}/dragoman.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/dragoman.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
