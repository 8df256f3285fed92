# cmake -D build=... -D prefix=... -D components=a;b -P install.cmake: a fresh install of some components.
file(REMOVE_RECURSE "${prefix}")
foreach(component IN LISTS components)
    execute_process(
        COMMAND "${CMAKE_COMMAND}" --install "${build}" --prefix "${prefix}" --component "${component}"
        COMMAND_ERROR_IS_FATAL ANY
        OUTPUT_QUIET
    )
endforeach()
