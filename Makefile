# Two commands for people: `make demo` and `make test`. Both need Python 3.11 or later and make, no more.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check bench gold clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]"
	touch $@

demo: $(VENV)/.installed  ## structure the bundled samples: a table here, the JSON in demo/
	$(BIN)/python -m tradenews demo demo

test: $(VENV)/.installed-test  ## everything that must hold
	$(BIN)/ruff check tradenews tests examples
	$(BIN)/ruff format --check tradenews tests examples
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/.installed-bench  ## articles a second, beside a peer, in one run
	$(BIN)/python tests/bench/bench.py

gold: $(VENV)/.installed  ## the accuracy table on the annotated articles
	$(BIN)/python -m tradenews.evaluate tests/gold

clean:
	rm -rf $(VENV) demo build dist
