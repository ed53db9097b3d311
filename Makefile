# Two commands for a fresh machine with Python >= 3.11 and make: "make run" and "make test".
# uv installs five times as fast as pip; where it cannot be had, pip does it.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
WORKERS ?= 2
ARGS ?=

.PHONY: help run demo test lint format lock compile-locale clean

help:
	@echo "make run [PORT=8000]   demonstration site at http://$(HOST):$(PORT)"
	@echo "make test [ARGS=...]   the whole test suite (REQUIRE_ALL=1: nothing may be skipped)"
	@echo "make lint / format     ruff and the order of packages"
	@echo "make lock              lock the requirements again"

$(VENV)/.base: requirements/base.txt
	@scripts/install.sh "$(PYTHON)" "$(VENV)" requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt
	@scripts/install.sh "$(PYTHON)" "$(VENV)" requirements/dev.txt
	@touch $@ $(VENV)/.base

run: export DEBUG = 1
run: export SITE_URL ?= http://$(HOST):$(PORT)
run: $(VENV)/.base
	@$(BIN)/python -W ignore scripts/demo_site.py $(HOST) $(PORT)

demo: run

test: $(VENV)/.dev
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
lock: $(VENV)/.dev
	$(LOCK) requirements/base.in -o requirements/base.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt

compile-locale: $(VENV)/.base
	$(BIN)/python scripts/compile_locale.py

clean:
	rm -rf $(VENV) var .pytest_cache .ruff_cache .hypothesis
