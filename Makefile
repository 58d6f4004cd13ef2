# Two commands do everything, their own set-up included: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run build check test lint types unit browser pictures bench clean

help:
	@echo "make run     set up, build the data and serve the dashboard on http://127.0.0.1:8050"
	@echo "make test    set up, find or install a browser, run linters, types and all tests"
	@echo "make build   check the data and publish data/package"
	@echo "make check   check the data without publishing"
	@echo "make lint, make types, make unit   parts of make test"
	@echo "make pictures   take the pictures anew that the look of the views is compared with"
	@echo "make bench   measure how fast tables of up to a million figures are normalised"
	@echo "make clean   remove the environment and all caches"

run: build
	$(BIN)/gunicorn --config dashboard/gunicorn_conf.py dashboard.app:server

build: $(VENV)/.run
	$(BIN)/python -m etl build

check: $(VENV)/.run
	$(BIN)/python -m etl check

test: lint types browser
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/python -m pytest tests/unit

browser: $(VENV)/.dev
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tests/browser/provision.py

pictures: browser
	PATH="$(CURDIR)/$(BIN):$$PATH" BORDER_FIGURES_RENEW_PICTURES=yes $(BIN)/python -m pytest tests/browser/test_pictures.py

bench: $(VENV)/.dev
	$(BIN)/python -m bench.normalise
	$(BIN)/python -m bench.proposals

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is `$(PYTHON) --version 2>&1`. Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
