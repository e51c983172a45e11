# Everything a newcomer needs: `make serve`, `make test`, `make site`.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Files of tests are shared out among the cores, in their order: else the longest come last. `make test CORES=` runs them
# one after another.
CORES  ?= -n auto --dist loadfile --no-loadscope-reorder

.PHONY: serve site test test-long mutants check bench manual schema words lock screenshots clean

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
	$(BIN)/python -m compileall -q generator tests  # the processes that tests start need not compile it, one by one
	$(BIN)/pytest $(CORES) -m "not long" --hypothesis-profile steady

test-long: $(VENV)/.installed-dev
	$(BIN)/pytest $(CORES)

# `make mutants [ONLY="link/ leak"] [JOBS=2]` puts small faults into a copy, one by one, and shows which of them the tests
# that are meant for them catch.
JOBS ?= 1

mutants: $(VENV)/.installed-dev
	$(BIN)/python -m tests.mutants --jobs $(JOBS) $(ONLY)

# `make bench CORPUS="folder…" [BENCH="--only peers,serving"]` prints tables and writes bench.json; CONTRIBUTING.md says
# what a folder holds. Without CORPUS only what needs none is measured. Where a folder has its ground truth, also how
# well mentions are found.
TRUTH = $(patsubst %/truth.json,%,$(wildcard $(addsuffix /truth.json,$(CORPUS))))

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks $(CORPUS) --json bench.json $(BENCH)
	$(if $(TRUTH),$(BIN)/python -m tests.benchmarks.mentions $(TRUTH))

manual: $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_manual

# `make words` lists the texts of the interface for translators, and compiles what they wrote.
words: $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_words

screenshots: site $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_screenshots

schema: $(VENV)/.installed
	$(BIN)/dossier schema

# What `dossier init` writes as requirements.txt: after every change of the dependencies, and before a release.
lock: $(VENV)/.installed-dev
	$(BIN)/python -m tools.make_lock

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
