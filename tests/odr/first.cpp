// One of two translation units that include every header (everything.hpp is made by CMake).
#include "everything.hpp"

const void* version_in_second();

int main() { return static_cast<const void*>(&thoihan::version) == version_in_second() ? 0 : 1; }
