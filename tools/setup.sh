#!/usr/bin/env bash
# Makes a fresh Debian machine ready: `tools/setup.sh [run|test|long|proof|bench]`.
#
#   run    what building and running thoihan takes
#   test   ... and `make test`
#   long   ... and `make test-long`
#   proof  test, and `make proof`
#   bench  run, and the benchmarks
#
# Missing system packages are installed when root, else named, with the command to type. Python's go
# into .venv in the tree. Asks nothing; does nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
tier="${1:-test}"

# Debian package = what it is looked for by: a command, or a header.
run="g++=g++ make=make cmake=cmake ninja-build=ninja libboost-dev=boost/version.hpp libicu-dev=unicode/uchar.h
    libtomlplusplus-dev=toml++/toml.h"
test="$run libgtest-dev=gtest/gtest.h ccache=ccache pkg-config=pkg-config"
long="$test clang=clang++ clang-tidy=clang-tidy libclang-rt-dev=@libclang_rt libbenchmark-dev=benchmark/benchmark.h"
proof="$test"
bench="$run libbenchmark-dev=benchmark/benchmark.h"
case "$tier" in
run | test | long | proof | bench) needed="${!tier}" ;;
*) echo "setup.sh: unknown tier '$tier' (run, test, long, proof or bench)" >&2 && exit 1 ;;
esac

is_there() {
    case "$1" in
    @libclang_rt) [ -n "$(compgen -G '/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a')" ] ;;
    */*) [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ] ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# A Python that can make environments and has the headers that an extension is compiled with.
find_python() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3}; do
        if "$python" -c 'import ensurepip, os, sys, sysconfig, venv
assert sys.version_info >= (3, 11) and os.path.exists(sysconfig.get_path("include") + "/Python.h")' 2>/dev/null; then
            echo "$python" && return
        fi
    done
    return 1
}

missing=()
for pair in $needed; do
    is_there "${pair#*=}" || missing+=("${pair%%=*}")
done
[ -x .venv/bin/python ] || find_python >/dev/null || missing+=(python3 python3-venv python3-dev)

if [ "${#missing[@]}" -gt 0 ]; then
    if ! command -v apt-get >/dev/null; then
        echo "setup: missing (names of Debian's packages): ${missing[*]}" >&2
        exit 1
    elif [ "$(id -u)" -ne 0 ]; then
        echo "setup: system packages are missing. Install them, then run this again:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    echo "setup: installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Python packages: stamped with what was asked for.
case "$tier" in
run | bench) extras="" ;;
test | long) extras="test" ;;
proof) extras="test proof" ;;
esac
stamp=.venv/thoihan-setup
state="$PWD $(sha256sum <pyproject.toml)"
grep -qsxF "$state $extras" "$stamp" && exit 0

# Anew when the tree has moved: an environment's scripts hold absolute paths.
if [ "$(cat .venv/thoihan-place 2>/dev/null)" != "$PWD" ]; then
    python=$(find_python) || {
        echo "setup: needs Python 3.11 or newer, with venv and its headers (set PYTHON to name one)" >&2
        exit 1
    }
    echo "setup: making .venv with $("$python" --version)"
    rm -rf .venv build/python
    "$python" -m venv .venv
    echo "$PWD" >.venv/thoihan-place
fi

echo "setup: installing Python packages into .venv"
.venv/bin/python tools/requirements.py $extras >.venv/requirements.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r .venv/requirements.txt
# What a smaller tier asks for is there now, too.
printf '%s\n' "$state " "$state $extras" >"$stamp"
[ "$tier" != proof ] || echo "$state test" >>"$stamp"
