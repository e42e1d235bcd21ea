.POSIX:
.PHONY: help demo test bench fuzz lint format clean

# Interpreters to make the virtual environment with: the first that is 3.11 or newer. To choose: make PYTHON=... test
PYTHON = python3 python3.14 python3.13 python3.12 python3.11
VENV = .venv
BIN = $(VENV)/bin
MINUTES = 10

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# Samples contain findings, and some are no reports: 1 and 2 are fine. A crash over one document also ends with 2, and a
# broken rule pack too, hence the second run.
demo: $(VENV)/.installed ## Check the sample documents in seeds/
	@status=0; log=$(VENV)/demo.log; \
	$(BIN)/checker check seeds 2>"$$log" || status=$$?; \
	cat "$$log" >&2; \
	if [ $$status -eq 2 ]; then \
		$(BIN)/checker check seeds --verbose --format json 2>>"$$log" | grep '"outcomes"' >/dev/null || status=3; \
	fi; \
	if [ $$status -gt 2 ] || grep Traceback "$$log" >/dev/null; then \
		echo "make demo: checker itself failed; what it said is in $$log" >&2; exit 1; \
	fi; \
	echo; echo "checker ended with exit code $$status: 0 all in order, 1 findings, 2 some documents cannot be judged."

test: lint ## Run linters, types, layers and every test
	$(BIN)/python -m pytest

bench: $(VENV)/.installed ## Measure speed and memory against fixed yardsticks
	$(BIN)/python tests/bench/run.py

fuzz: $(VENV)/.installed-dev ## Feed damaged files to the readers for MINUTES (10)
	$(BIN)/python tests/fuzz/run.py --minutes $(MINUTES)

lint: $(VENV)/.installed-dev ## Run linters, formatter check, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## Format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove the virtual environment, caches and builds
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find checker tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: pip runs again only when pyproject.toml has changed. The dev set contains the plain one.

$(VENV)/.installed: pyproject.toml $(BIN)/python
	@echo "Installing checker into $(VENV) ..."
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(BIN)/python
	@echo "Installing checker and its development tools into $(VENV) ..."
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(BIN)/python:
	@for python in $(PYTHON); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		echo "Making $(VENV) with $$("$$python" -V) ..."; \
		"$$python" -m venv --clear $(VENV) && exit 0; \
		rm -rf $(VENV); \
		echo "$$python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; \
		exit 1; \
	done; \
	echo "No Python 3.11 or newer among: $(PYTHON). Install one, or name it: make PYTHON=/path/to/python3" >&2; \
	exit 1
