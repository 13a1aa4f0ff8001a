# Two commands for a newcomer: `make demo` and `make test`. Both install what Debian packages they miss, as root or
# through sudo; nothing else is set up.

SHELL := /bin/bash

# What the build and the program need: headers of libyaml and SQLite, and the system's time zones.
BUILD_PACKAGES := libyaml-dev libsqlite3-dev tzdata
# What the tests call besides.
TEST_PACKAGES := python3-jsonschema python3-yaml openssh-client

ORDER ?= inventories/vostok/orders/CO-2026-014.yaml
BENCH ?= --cables 100000 --seed 1
PROGRAM := .build/release/primum

# Installs those of the packages in $(1) that are not there.
define install
	@missing=(); \
	for package in $(1); do \
	    [ "$$(dpkg-query -W -f='$${db:Status-Status}' "$$package" 2>/dev/null)" = installed ] || missing+=("$$package"); \
	done; \
	[ $${#missing[@]} -eq 0 ] && exit 0; \
	command -v apt-get >/dev/null || { echo "please install what corresponds to: $${missing[*]}" >&2; exit 1; }; \
	root=(env); \
	if [ "$$(id -u)" -ne 0 ]; then \
	    command -v sudo >/dev/null || { echo "please run as root: apt-get install $${missing[*]}" >&2; exit 1; }; \
	    root=(sudo env); \
	fi; \
	echo "installing $${missing[*]}"; \
	command="apt-get install -y --no-install-recommends $${missing[*]}"; \
	"$${root[@]}" DEBIAN_FRONTEND=noninteractive $$command </dev/null >/dev/null 2>&1 \
	    || { "$${root[@]}" apt-get update </dev/null >/dev/null \
	        && "$${root[@]}" DEBIAN_FRONTEND=noninteractive $$command </dev/null; }
endef

.PHONY: demo build test bench format packages test-packages

# Checks the story's order, which must not be carried out: the exit status 2 says so.
demo: build
	@echo "$$ primum check $(ORDER)"; echo; \
	$(PROGRAM) check $(ORDER); status=$$?; echo; \
	echo "exit status $$status"; \
	[ $$status -eq 2 ] || { echo "the order should have ended with 2, which is: do not touch" >&2; exit 1; }

build: packages
	swift build -c release --product primum

test: packages test-packages
	swift test

bench: build
	swift build -c release --product primum-bench
	.build/release/primum-bench $(BENCH)

# Lays out the sources as the tests want them.
format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

packages:
	$(call install,$(BUILD_PACKAGES))

test-packages:
	$(call install,$(TEST_PACKAGES))
