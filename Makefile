# The two commands of the README, and a few for who works on dragoman.
#
#   make demo     make test     make help
#
# The work itself is CMake's (CMakePresets.json); this file installs what that needs, builds quietly
# and says what it does.  V=1 shows all output; JOBS=1 spares the machine.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

FUZZ_SECONDS ?= 120
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
CI ?=
QUIET := tools/quiet
ARTICLE := examples/arms_talks.txt
ARTICLE_DATE := 2023-09-05
DEMO := build/demo/arms_talks

# PYTHON= leaves the Python package out of "make test".
PYTHON ?= 1
VENV := build/venv/installed
BENCH ?=
PYTHON_OPTIONS = $(if $(PYTHON),-DDRAGOMAN_PYTHON=ON -DPython_EXECUTABLE=$(CURDIR)/build/venv/bin/python,-DDRAGOMAN_PYTHON=OFF)

# The same compiler cache serves every copy of the tree.
export CCACHE_BASEDIR ?= $(CURDIR)

# $(call configure,preset,options)  $(call build,preset,wrapper)  $(call ctest,preset,wrapper)
configure = @$(QUIET) "Configuring ($(1))" build/log/configure-$(1).log cmake --preset $(1) $(2)
build = @$(QUIET) "Building ($(1), $(JOBS) at a time; the log grows in build/log/build-$(1).log)" \
  build/log/build-$(1).log $(2) cmake --build --preset $(1) -j $(JOBS)
ctest = @QUIET_SHOW='tests passed|tests failed|Total Test time|Skipped|Not Run' \
  $(QUIET) "Testing ($(1))" build/log/test-$(1).log $(2) ctest --preset $(1) -j $(JOBS)

.PHONY: help demo test build packages packages-test test-release test-asan test-tsan \
  bench docs wheel models format readme clean tidy fuzz-smoke coverage

help:  ## This list
	@echo "make TARGET, with one of"
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | column -t -s $$'\t'

demo: build  ## Install what is missing, build, read examples/arms_talks.txt, write its graph
	@mkdir -p $(dir $(DEMO))
	@echo "Reading $(ARTICLE):  build/dragoman analyze $(ARTICLE) --date $(ARTICLE_DATE)"
	@echo
	@build/dragoman analyze $(ARTICLE) --date $(ARTICLE_DATE)
	@echo
	@for kind in graphml dot json; do \
	  build/dragoman graph $(ARTICLE) --date $(ARTICLE_DATE) --out $(DEMO).$$kind; \
	done
	@echo "The graph, written by  build/dragoman graph $(ARTICLE) --date $(ARTICLE_DATE) --out FILE:"
	@for kind in graphml dot json; do echo "  $(DEMO).$$kind"; done

test: packages-test test-release  ## Install what is missing, build, run all tests; CI=true: also under sanitizers
ifneq ($(CI),)
	@$(MAKE) --no-print-directory test-asan fuzz-smoke test-tsan tidy
endif
	@echo "All tests passed."

build: packages  ## Build the library and the command in build/
	$(call configure,release,$(if $(wildcard build/CMakeCache.txt),,-DDRAGOMAN_TESTS=OFF))
	$(call build,release)

# The page of "dragoman view": built once, by npm, and then a file like any other.
# "make demo" does without it: node and npm are some 400 packages on Debian, a lot for a first look.
VIEWER := build/share/dragoman/viewer.html
.PHONY: viewer packages-node packages-browser
viewer: packages-node  ## Build the page that "dragoman view" fills (installs nodejs and npm if missing)
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(VIEWER); \
	else echo "npm is not here: the page of \"dragoman view\" is not built, nor tested."; fi

$(VIEWER): viewer/node_modules/.package-lock.json viewer/build.mjs $(shell find viewer/src -type f)
	@$(QUIET) "Building the page of dragoman view" build/log/viewer.log node viewer/build.mjs --out $@

viewer/node_modules/.package-lock.json: viewer/package-lock.json
	@$(QUIET) "Installing its libraries (npm ci)" build/log/viewer-npm.log \
	  npm ci --prefix viewer --ignore-scripts --no-audit --no-fund
	@touch $@

test-release: packages-test packages-browser viewer $(if $(PYTHON),$(VENV))
	$(call configure,release,-DDRAGOMAN_TESTS=ON $(if $(CI),-DDRAGOMAN_WERROR=ON) $(PYTHON_OPTIONS))
	$(call build,release)
	$(call ctest,release)

# The Python package is built and tested with the packages in build/venv.
$(VENV): tests/python/requirements.txt
	@rm -rf $(@D)
	@python3 -m venv $(@D)
	@$(QUIET) "Installing Python packages in $(@D)" build/log/venv.log \
	  $(@D)/bin/python -m pip install --disable-pip-version-check -r $<
	@touch $@

# Sanitizers do not start where the kernel spreads addresses widely; setarch -R asks it not
# to.  It is not needed, nor allowed, everywhere.  The build runs the tests too, to list them.
NARROW := $(shell setarch -R true 2>/dev/null && echo setarch -R)
test-asan: packages-test  ## Run the tests under AddressSanitizer and UndefinedBehaviorSanitizer, compiled by clang++
	@tools/install_packages build fuzz
	$(call configure,asan)
	$(call build,asan,$(NARROW))
	$(call ctest,asan,$(NARROW))

test-tsan: packages-test  ## Run the tests that start threads under ThreadSanitizer
	$(call configure,tsan)
	$(call build,tsan,$(NARROW))
	$(call ctest,tsan,$(NARROW))

tidy:  ## clang-tidy over src/, with the checks of .clang-tidy
	@if command -v run-clang-tidy >/dev/null || tools/install_packages build tidy; then \
	  $(QUIET) "Configuring (clang)" build/log/configure-clang.log cmake --preset clang && \
	  $(QUIET) "clang-tidy over src/ (the log grows in build/log/tidy.log)" build/log/tidy.log \
	    run-clang-tidy -quiet -p build/clang -j $(JOBS) '$(CURDIR)/src/.*'; \
	else \
	  echo "clang-tidy is not here and cannot be installed: not checked with it."; \
	fi

fuzz-smoke:  ## Run each fuzz target for some 30 s, FUZZ_SECONDS (120) at most, the same way each time
	@JOBS=$(JOBS) FUZZ_STEADY=1 fuzz/run $(FUZZ_SECONDS)

coverage: packages-test  ## Line coverage of src/ by the C++ tests: build/coverage/index.html
	@tools/install_packages coverage
	$(call configure,coverage)
	$(call build,coverage)
	@find build/coverage -name '*.gcda' -delete
	$(call ctest,coverage) -E '^viewer'
	@gcovr --root . --object-directory build/coverage --filter 'src/' --exclude-throw-branches --print-summary \
	  --sort-uncovered --txt build/coverage/lines.txt --html-details build/coverage/index.html -j $(JOBS) | grep lines
	@echo "The least covered files stand last in build/coverage/lines.txt."

bench: packages-test  ## Run the benchmarks, renew docs/performance.md; BENCH='--peers --sentences 10000000': also those
	@tools/install_packages build bench
	$(call configure,release,-DDRAGOMAN_BENCH=ON)
	$(call build,release)
	@bench/run $(BENCH)

readme: packages-test  ## Run the documents' commands anew and paste what they print; write the relation reference
	$(call configure,release,-DDRAGOMAN_TESTS=ON)
	$(call build,release)
	@python3 tests/readme/readme_test.py --update
	@tools/relation_reference

docs: packages-test $(VENV)  ## Reference pages of the headers and the Python package in build/docs; a warning fails
	@mkdir -p build/docs
	$(call configure,release,-DDRAGOMAN_TESTS=ON $(PYTHON_OPTIONS))
	@$(QUIET) "Building the Python package" build/log/build-docs.log cmake --build --preset release -j $(JOBS) \
	  --target dragoman_python dragoman_data
	@QUIET_SHOW='tests passed|tests failed' $(QUIET) "Writing build/docs/cpp/html and build/docs/python" build/log/docs.log \
	  ctest --preset release -R '^(cpp|python)_reference$$'

wheel: packages-test viewer $(VENV)  ## A Python wheel that needs nothing else: build/wheel/*.whl
	@$(QUIET) "Building the wheel" build/log/wheel.log tools/wheel build/venv/bin/python
	@ls build/wheel/*.whl

models: build  ## Train the models in data/models anew, from ../shared (data/models/README.md)
	@data/models/build.py --jobs $(JOBS)

format:  ## clang-format the C++ files that differ from main
	@files=$$( (git diff --name-only --diff-filter=d main -- '*.h' '*.cc'; \
	  git ls-files --others --exclude-standard -- '*.h' '*.cc') | sort -u); \
	if [[ -n $$files ]]; then clang-format -i $$files && echo "$$files"; else echo "No changed files."; fi

clean:  ## Remove build/
	@rm -rf build

packages:
	@tools/install_packages build

packages-test:
	@tools/install_packages build test

# By command, not by package: node may come from elsewhere, and Debian's npm would not go with it.
packages-node:
	@command -v node >/dev/null && command -v npm >/dev/null || tools/install_packages node

packages-browser:
	@command -v chromium >/dev/null || tools/install_packages browser
