# Everyday commands; `make` or `make help` lists them. All set-up is done by the way (tools/setup.sh).
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:
JOBS ?= $(shell nproc)
BIN := .venv/bin
FUZZ_SECONDS ?= 20

# Where threads are used, ThreadSanitizer has something to see.
THREADED = $(shell grep -rlE '#include <(thread|mutex|atomic|future|condition_variable)>' include src bindings tests)

# What clang-format looks after: all but the generated tables.
cpp_files = find include src bindings benchmarks tests tools -name '*.[hc]pp' -not -path 'include/thoihan/vn/*'

# The C++ tree of a preset, configured and built: $(call build,preset)
build = cmake --preset $(1) --log-level=WARNING >/dev/null && cmake --build --preset $(1) -j $(JOBS)

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup setup-run setup-test setup-long setup-proof setup-bench
setup: setup-test ## install what is missing (system packages, .venv)
setup-run setup-test setup-long setup-proof setup-bench: setup-%:
	@tools/setup.sh $*

.PHONY: build cpp python
build: cpp python ## build the C++ tree and the Python package
cpp: setup-test
	$(call build,dev)

python: setup-run
	@tools/build_python.sh

.PHONY: demo
DEMO := build/demo
demo: python ## a made-up month of communes' dossiers, assessed; a day of the calendar
	@$(BIN)/python examples/demo/make_month.py $(DEMO)
	@for out in verdicts.csv verdicts.parquet; do \
	    $(BIN)/thoihan assess $(DEMO)/ho-so-gia-lap-2022-04.csv -o $(DEMO)/$$out --as-of 2022-05-13 --columns all \
	        --keep TenTTHC --rejects $(DEMO)/rejects.csv >$(DEMO)/summary.txt || [ $$? -eq 3 ]; \
	done
	@cat $(DEMO)/summary.txt
	@cat $(DEMO)/rejects.csv
	@$(BIN)/thoihan day 2026-08-22

.PHONY: test
test: cpp python ## the quick tier: C++ and Python tests, formatting and types
	ctest --preset dev -j $(JOBS)
	$(BIN)/pytest
	$(MAKE) lint

.PHONY: test-long
test-long: setup-long cpp python ## the long tier: sanitizers, clang-tidy, fuzzers, consumers, longer property tests
	ctest --preset package
	$(MAKE) tidy
	$(MAKE) asan
	$(if $(THREADED),$(MAKE) tsan)
	$(call build,ci)
	ctest --preset ci -j $(JOBS)
	THOIHAN_LONG=1 $(BIN)/pytest
	$(MAKE) fuzz

.PHONY: proof
proof: setup-proof python ## the slow exhaustive tests
	THOIHAN_PROOF=1 $(BIN)/pytest -m proof

.PHONY: bench
bench: setup-bench ## run the benchmarks
	$(call build,bench)
	@for bench in build/bench/benchmarks/*_bench; do echo "== $$(basename $$bench)"; $$bench; done

.PHONY: facts
facts: setup-test ## make include/thoihan/vn from data/vn, the law as data
	cmake --preset dev --log-level=WARNING >/dev/null && cmake --build --preset dev --target compile_facts
	@build/dev/tools/compile_facts data/vn >build/facts.hpp && mv build/facts.hpp include/thoihan/vn/facts.hpp

.PHONY: lint format
lint: setup-test python ## check formatting, style and types
	@$(cpp_files) | xargs $(BIN)/clang-format --dry-run -Werror
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/python -m mypy.stubtest thoihan._core >/dev/null || $(BIN)/python -m mypy.stubtest thoihan._core
format: setup-test ## format everything
	@$(cpp_files) | xargs $(BIN)/clang-format -i
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet

.PHONY: asan tsan tidy coverage fuzz
asan: setup-test ## the C++ tests under AddressSanitizer and UndefinedBehaviorSanitizer
	$(call build,asan)
	ctest --preset asan -j $(JOBS)
tsan: setup-test ## the C++ tests with threads under ThreadSanitizer
	$(call build,tsan) --target thoihan_tests
	ctest --preset tsan
tidy: setup-long ## clang-tidy, on the extension and the benchmarks too
	$(call build,tidy) -- -k 0
coverage: setup-test ## which lines the C++ tests run
	$(call build,coverage)
	ctest --preset coverage -j $(JOBS)
	$(BIN)/gcovr --root . --filter include/ --filter src/ --object-directory build/coverage \
	    --html-details build/coverage/report.html --print-summary
fuzz: setup-long ## each fuzzer for FUZZ_SECONDS (default 20)
	$(call build,fuzz)
	@for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do \
	    [ -x "$$fuzzer" ] && [ -f "$$fuzzer" ] || continue; \
	    name=$$(basename $$fuzzer); mkdir -p build/fuzz/corpus/$$name; \
	    echo "== $$name"; \
	    $$fuzzer -max_total_time=$(FUZZ_SECONDS) -print_final_stats=0 -verbosity=0 -artifact_prefix=build/fuzz/ build/fuzz/corpus/$$name; \
	done

.PHONY: clean
clean: ## remove what was built (.venv stays)
	rm -rf build
