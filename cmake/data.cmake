# Where the library finds its data.
#
# Installed, it looks from its own place: PREFIX/bin or PREFIX/lib/ARCH -> PREFIX/share/dragoman.
# The build tree imitates that, so no path of the source tree is compiled in.

set(dragoman_fallback "")
if(NOT PROJECT_IS_TOP_LEVEL)
  set(dragoman_fallback ${PROJECT_SOURCE_DIR}/data)  # the programs may stand anywhere
endif()
set_source_files_properties(src/base/paths.cc PROPERTIES COMPILE_DEFINITIONS
  "DRAGOMAN_INSTALLED_DATA=\"${CMAKE_INSTALL_FULL_DATADIR}/dragoman\";DRAGOMAN_FALLBACK_DATA=\"${dragoman_fallback}\"")

file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/dragoman)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/data ${PROJECT_BINARY_DIR}/share/dragoman/data SYMBOLIC)

# The bundle.  The tables lie beside it, and are read when one was changed since.  Not under
# sanitizers: their programs may not run while building, and tables then are read.
if(TARGET dragoman_command AND NOT DRAGOMAN_SANITIZE AND NOT CMAKE_CROSSCOMPILING)
  set(dragoman_data_files)
  foreach(folder IN ITEMS gazetteer/*.tsv gazetteer/*.txt rules/*.yaml frames/*.yaml schema/*.yaml syntax/*.tsv
                          syntax/*.yaml models/*.model)
    file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/${folder})
    list(APPEND dragoman_data_files ${files})
  endforeach()
  set(dragoman_bundle ${PROJECT_BINARY_DIR}/share/dragoman/dragoman.bundle)
  add_custom_command(OUTPUT ${dragoman_bundle}
    COMMAND dragoman_command compile ${PROJECT_SOURCE_DIR}/data -o ${dragoman_bundle}
    DEPENDS dragoman_command ${dragoman_data_files}
    COMMENT "Compiling the data")
  add_custom_target(dragoman_data ALL DEPENDS ${dragoman_bundle})
endif()
