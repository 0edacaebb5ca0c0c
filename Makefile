# make report   the example reports, from a fresh clone, in output/
# make test     all checks and tests but the full sweeps
SHELL := /bin/sh
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -n 2

# matplotlib's font list: with the environment, not in a home that may not be there
export MPLCONFIGDIR := $(CURDIR)/.venv/matplotlib

.DEFAULT_GOAL := report
.PHONY: report test test-full lint bench setup setup-dev lock clean

report: setup
	@$(BIN)/soket build

test: lint
	@$(PYTEST) -q -m "not full"

test-full: lint
	@$(PYTEST) -q

lint: setup-dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary

bench: setup-dev
	@$(BIN)/python -m tests.bench.bench

setup:
	@sh .setup/setup.sh

setup-dev:
	@sh .setup/setup.sh dev

# make lock LOCK=--upgrade takes the newest versions
lock:
	@sh .setup/lock.sh $(LOCK)

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +
	@find output -mindepth 1 ! -name README.md -exec rm -rf {} + 2>/dev/null || true
