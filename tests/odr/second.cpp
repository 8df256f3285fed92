// The other translation unit that includes every header: one definition of each thing, or it does not link.
#include "everything.hpp"

const void* version_in_second();
const void* version_in_second() { return &thoihan::version; }
