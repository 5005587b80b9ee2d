# Everything that a user or a developer does. `make` alone lists it.
PYTHON ?= python3.11
BIN := .venv/bin
PUBLISHED ?=
INPUT ?= corpus
OUT ?= outputs

.DEFAULT_GOAL := help
.PHONY: help setup run test kill-test check evaluate bench clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 14

.venv/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

setup: .venv/.ready  ## make a .venv with the pinned packages

run: .venv/.ready  ## read corpus/ and write all tables to outputs/  (INPUT=… OUT=… for others)
	$(BIN)/gisaro run $(INPUT) --out $(OUT) $(if $(PUBLISHED),--published $(PUBLISHED))

test: .venv/.ready  ## run all tests
	$(BIN)/python -m pytest

kill-test: .venv/.ready  ## the long tests: fifty kills, a cluster that loses workers
	$(BIN)/python -m pytest -m slow tests/test_kill.py tests/test_cluster.py

check: .venv/.ready  ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: run  ## score outputs/ against the corpus's gold
	$(BIN)/gisaro evaluate corpus/gold $(OUT)

bench: .venv/.ready  ## time every stage beside Kiwi's own tokenising
	$(BIN)/python -m pipelines.bench

clean:  ## remove the environment, caches and outputs
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find outputs -mindepth 1 ! -name README.md -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
