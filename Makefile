# The table of contents: `make help` lists every target with a line.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
say = @printf '\033[1m»\033[0m %s\n'

.PHONY: help setup run test test-quick lint format types contracts messages bench docs lock backup clean dev

help: ## list every target with a line
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: .venv/.ready ## prepare everything without serving; leaves .venv/bin/nhipcau
	@$(BIN)/nhipcau setup

run: setup ## prepare everything, open the demo office, serve it
	@$(BIN)/nhipcau demo --unless-removed
	@$(BIN)/nhipcau serve --address $(ADDRESS)

.venv/.python:
	$(say) "Making the virtual environment"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Nhịp Cầu needs Python 3.11 or newer; set PYTHON=...")'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.ready: requirements.txt pyproject.toml | .venv/.python
	$(say) "Installing the locked packages (a minute or two the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(say) "Installing Nhịp Cầu"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.ready
	$(say) "Installing the tools of the tests"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

dev: .venv/.dev ## install what the tests, linters and benchmarks need

test: .venv/.dev lint types contracts ## everything: lint, types, contracts, migrations, words, tests on both databases and in a browser
	@$(BIN)/python tests/run.py

test-quick: .venv/.dev ## the tests that need neither PostgreSQL nor a browser
	@$(BIN)/python tests/run.py --quick

lint: .venv/.dev ## ruff: rules and format
	$(say) "Lint"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet

types: .venv/.dev ## mypy, strict
	$(say) "Types"
	@$(BIN)/mypy --no-error-summary

contracts: .venv/.dev ## import-linter: layers, stages, frameworks, tables
	$(say) "Contracts"
	@$(BIN)/lint-imports --no-logo

format: .venv/.dev ## put the code into the house's format
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet

messages: .venv/.dev ## collect the words to translate, check and compile them
	@$(BIN)/python -m nhipcau.words.catalogue extract
	@$(BIN)/python -m nhipcau.words.catalogue check
	@$(BIN)/python -m nhipcau.words.catalogue compile

.venv/.peers: requirements-peers.txt .venv/.dev
	$(say) "Installing the peers that the benchmarks measure beside ours"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-peers.txt
	@touch $@

bench: .venv/.peers ## measure every promise beside a peer; tables go to benchmarks/results/
	@$(BIN)/python -m benchmarks

docs: .venv/.dev ## check that the documentation names every command, setting, code and route
	@$(BIN)/python -m pytest -q tests/docs

lock: .venv/.dev ## resolve the requirements anew, hashed
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-header --extra dev --extra peers -c requirements-dev.txt pyproject.toml -o requirements-peers.txt

backup: .venv/.ready ## write a backup of database and files
	@$(BIN)/nhipcau backup

clean: ## remove the virtual environment and caches; the office's data stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build *.egg-info src/*.egg-info
