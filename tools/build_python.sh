#!/usr/bin/env bash
# Builds the Python extension and installs the package into .venv, editable: Python files are those of
# the tree, and after a change in C++ only what changed is compiled. Needs tools/setup.sh before.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.venv/thoihan-package
state=$(cat pyproject.toml include/thoihan/version.hpp CMakePresets.json tools/build_python.sh | sha256sum)
if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] && [ -f build/python/build.ninja ]; then
    place=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("platlib"))')
    cmake --build build/python
    cmake --install build/python --component thoihan_python --prefix "$place" >/dev/null
else
    # Without isolation, so that build/python stays valid from one build to the next.
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable . \
        --config-settings build-dir=build/python --config-settings cmake.args=--preset=python
    echo "$state" >"$stamp"
fi
