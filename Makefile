# Two commands for people: `make demo` and `make test`. Both need Python 3.11 or later and make, no more.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test docs bench fuzz measured dist lowest newest gold clean

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
	$(BIN)/ruff check tradenews tests examples docs
	$(BIN)/ruff format --check tradenews tests examples docs
	$(BIN)/mypy
	$(BIN)/python -m tradenews.prepare > $(VENV)/.prepared
	$(BIN)/python -m pytest

bench: $(VENV)/.installed-bench  ## articles a second, beside a peer, in one run
	$(BIN)/python -m tradenews.prepare > $(VENV)/.prepared
	$(BIN)/python tests/bench/bench.py

SECONDS ?= 120

fuzz: $(VENV)/.installed-test  ## all expressions, coverage-guided fuzzing for SECONDS, then 10,000 hostile inputs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[fuzz]"
	$(BIN)/python tests/regexes.py
	$(BIN)/python tests/fuzz/fuzz.py $(SECONDS)
	$(BIN)/python tests/fuzz/hostile.py --inputs 10000

$(VENV)/.installed-docs: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[docs]"
	touch $@

docs: $(VENV)/.installed-docs  ## the pages, in docs/_build/html; warnings are errors
	$(BIN)/python docs/generate.py
	$(BIN)/python -m sphinx -b html -W --keep-going -q docs docs/_build/html

measured: $(VENV)/.installed-bench  ## the tables of speed and of other systems that the pages keep
	$(BIN)/python -m tradenews.prepare > $(VENV)/.prepared
	$(BIN)/python tests/bench/bench.py > docs/measured/speed.md
	$(PYTHON) -m venv $(VENV)-compare
	$(VENV)-compare/bin/python -m pip install --quiet --disable-pip-version-check -e ".[compare]"
	$(VENV)-compare/bin/python tests/bench/compare.py > docs/measured/comparison.md

$(VENV)/.installed-dist: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dist]"
	touch $@

dist lowest newest: $(VENV)/.installed-dist  ## builds twice alike, tests the wheel; lowest, newest: of dependencies
	$(BIN)/python tests/dist.py $@

gold: $(VENV)/.installed  ## the accuracy table on the annotated articles
	$(BIN)/python -m tradenews.evaluate tests/gold

clean:
	rm -rf $(VENV) $(VENV)-* demo build dist docs/_build docs/_generated docs/_static/gallery
