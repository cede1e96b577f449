# Where the library finds its data.
#
# Installed, it looks from its own place: PREFIX/bin or PREFIX/lib/ARCH -> PREFIX/share/dragoman/data.
# The build tree imitates that with a link, so no path of the source tree is compiled in.

set(dragoman_fallback "")
if(NOT PROJECT_IS_TOP_LEVEL)
  set(dragoman_fallback ${PROJECT_SOURCE_DIR}/data)  # the programs may stand anywhere
endif()
set_source_files_properties(src/base/paths.cc PROPERTIES COMPILE_DEFINITIONS
  "DRAGOMAN_INSTALLED_DATA=\"${CMAKE_INSTALL_FULL_DATADIR}/dragoman/data\";DRAGOMAN_FALLBACK_DATA=\"${dragoman_fallback}\"")

file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/dragoman)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/data ${PROJECT_BINARY_DIR}/share/dragoman/data SYMBOLIC)
