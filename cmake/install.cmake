# Install rules. Two components, so that `find_package(thoihan COMPONENTS core)` asks for nothing but
# Boost's headers: `thoihan_core` (headers) and `thoihan_library` (the compiled part).
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/thoihan")

install(
    TARGETS thoihan_core
    EXPORT thoihan_core
    FILE_SET HEADERS COMPONENT thoihan_core
)
install(
    EXPORT thoihan_core
    FILE thoihan-core-targets.cmake
    NAMESPACE thoihan::
    DESTINATION "${package_dir}"
    COMPONENT thoihan_core
)
configure_package_config_file(
    "${PROJECT_SOURCE_DIR}/cmake/thoihan-config.cmake.in" "${PROJECT_BINARY_DIR}/thoihan-config.cmake"
    INSTALL_DESTINATION "${package_dir}"
)
write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/thoihan-config-version.cmake"
    COMPATIBILITY SameMinorVersion # 0.x: every minor version may change the interface
)
# The .pc files say where things are relative to themselves, so that an install may be moved.
file(RELATIVE_PATH pc_to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
configure_file("${PROJECT_SOURCE_DIR}/cmake/thoihan-core.pc.in" "${PROJECT_BINARY_DIR}/thoihan-core.pc" @ONLY)
install(
    FILES "${PROJECT_BINARY_DIR}/thoihan-config.cmake" "${PROJECT_BINARY_DIR}/thoihan-config-version.cmake"
    DESTINATION "${package_dir}"
    COMPONENT thoihan_core
)
install(
    FILES "${PROJECT_BINARY_DIR}/thoihan-core.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
    COMPONENT thoihan_core
)

if(THOIHAN_BUILD_LIBRARY)
    install(
        TARGETS thoihan
        EXPORT thoihan_library
        ARCHIVE COMPONENT thoihan_library
        LIBRARY COMPONENT thoihan_library
        RUNTIME COMPONENT thoihan_library
    )
    install(
        EXPORT thoihan_library
        FILE thoihan-library-targets.cmake
        NAMESPACE thoihan::
        DESTINATION "${package_dir}"
        COMPONENT thoihan_library
    )
    # Who links a static library must link what it uses; a shared one brings it along.
    if(BUILD_SHARED_LIBS)
        set(pc_requires "Requires.private")
    else()
        set(pc_requires "Requires")
    endif()
    configure_file("${PROJECT_SOURCE_DIR}/cmake/thoihan.pc.in" "${PROJECT_BINARY_DIR}/thoihan.pc" @ONLY)
    install(
        FILES "${PROJECT_BINARY_DIR}/thoihan.pc"
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
        COMPONENT thoihan_library
    )
endif()
