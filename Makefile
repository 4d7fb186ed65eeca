SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
PYTHON ?= python3
BINARY := .build/release/gennforge

# The tests' interpreter: our own, unless the caller names another.
export GENNFORGE_PYTHON ?= $(CURDIR)/.venv/bin/python
# Simulators by others, which judge ours in tests.
export GENNFORGE_JUDGES ?= $(CURDIR)/.judges/bin/python

# Swift's libraries inside the binary make it start in half the time, and addresses that the linker knows
# save a millisecond more; macOS has them in the system.
ifneq ($(shell uname),Darwin)
RELEASE := --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie
endif

SWIFT_SOURCES := $(wildcard Package.swift Sources Tests Recipes Templates Grammar)

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed -E 's/:.*## /\t/' | expand -t 10

setup: packages .venv/ready .judges/ready ## Install what building and testing need
.PHONY: packages
packages:
	@.ci/packages

.venv/ready: requirements-test.txt | packages
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	touch $@

.judges/ready: requirements-judges.txt | packages
	$(PYTHON) -m venv .judges
	.judges/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-judges.txt || \
	  { rm -rf .judges/bin; echo "Without other simulators; tests with them are skipped." >&2; }
	touch $@

demo: setup build ## Compile the recipes, render them by the engines, run scripts and kernels
	$(BINARY) compile --format both -o out/demo
	$(GENNFORGE_PYTHON) Tests/Engines/demo.py out/demo --gennforge $(BINARY)
	$(BINARY) verify --kernels

test: setup ## Run all tests
	swift build --build-tests
	swift test --skip-build

lint: setup ## Check the format of Swift, shell and Python files
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)
	git ls-files -z -- '*.sh' .ci/run .ci/packages | xargs -0 shellcheck
	git ls-files -z -- '*.py' | xargs -0 $(GENNFORGE_PYTHON) -c \
	  'import ast, sys; [ast.parse(open(f, encoding="utf-8").read(), f) for f in sys.argv[1:]]'

fuzz: packages ## Feed every parser with millions of broken texts: make fuzz FUZZ="--percent 10"
	swift build -c release --product fuzz
	.build/release/fuzz $(FUZZ)

bench: setup build ## Measure, in one run with the peer
	swift build -c release $(RELEASE) --product RenderBenchmark
	$(GENNFORGE_PYTHON) Benchmarks/run.py
	$(GENNFORGE_PYTHON) Benchmarks/kernels.py

.PHONY: build
build: packages
	swift build -c release $(RELEASE) --product gennforge

install: build ## Install the binary: make install PREFIX=/usr/local
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/gennforge"

clean: ## Remove everything that was built
	rm -rf .build .venv .judges out

.PHONY: help setup demo test lint fuzz bench install clean
