# Two commands matter: `make demo` and `make test`. `make help` lists the rest.
# What is done once is remembered by stamp files in .venv; a changed lock or pyproject.toml does it again.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check --prefer-binary
RUNTIME := $(VENV)/.stamp-runtime
DEVELOP := $(VENV)/.stamp-develop
PROJECT := $(VENV)/.stamp-project
WEB := kg/_web/LICENSES.txt
PEERS := .venv-peers
SPARK := build/spark
DEMO ?= demo-workspace
MINUTES ?= 60
SECONDS ?= 600
SOAK_SECONDS ?= 60

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: demo
demo: $(PROJECT) $(if $(shell command -v npm),$(WEB)) ## make .venv, build the example articles into a graph and show it
	@$(BIN)/kg demo --into $(DEMO) --format table

.PHONY: test
test: $(DEVELOP) $(PROJECT) $(WEB) chromium ## all that the tests need, then lint, types, import contract and tests
	@echo "make: ruff";         $(BIN)/ruff check --quiet && $(BIN)/ruff format --check --quiet
	@echo "make: mypy";         $(BIN)/mypy --no-error-summary
	@echo "make: lint-imports"; $(BIN)/lint-imports --no-logo
	@echo "make: pytest";       $(BIN)/python -m pytest

.PHONY: neo4j
neo4j: $(DEVELOP) ## the Neo4j server that the tests start, by Maven into build/ (120 MB; `make test` does it too)
	@$(BIN)/python -m tests.neo4j_server.jars

.PHONY: web
web: $(WEB) ## the scripts of the picture and the explorer, bundled into kg/_web (needs Node)

.PHONY: chromium
chromium: # the browser that the tests drive
	@scripts/install-chromium

.PHONY: peers
peers: $(PEERS)/.stamp ## an environment of its own for the tools that the benchmarks run beside kg

.PHONY: bench
bench: $(DEVELOP) $(PROJECT) ## words/s and memory of `kg extract` against the bare spaCy pipeline
	@$(BIN)/python benchmarks/throughput.py

.PHONY: docs
docs: $(DEVELOP) $(PROJECT) ## the documentation into site/; open site/index.html
	@NO_MKDOCS_2_WARNING=true PYTHONPATH=$(CURDIR) $(BIN)/mkdocs build --strict --quiet

.PHONY: pages
pages: $(DEVELOP) $(PROJECT) ## run the examples of README.md and docs/, and write what they print (minutes)
	@$(BIN)/python -m scripts.pages

.PHONY: figures
figures: $(DEVELOP) $(PROJECT) ## docs/extraction.md: scores, ablation and confidence on the annotated articles (minutes)
	@$(BIN)/python -m scripts.extraction_figures

.PHONY: spark
spark: $(DEVELOP) $(PROJECT) $(SPARK)/.stamp ## the recipe for Spark, run on PySpark (450 MB, once; needs Java)
	@$(BIN)/python -m pytest -q -m soak -n 0 tests/pipeline/cluster/test_spark.py

.PHONY: soak
soak: $(DEVELOP) $(PROJECT) $(WEB) $(SPARK)/.stamp ## an hour of news, kills and a server that is away (MINUTES=60), all long tests, a minute of each fuzz target
	@$(BIN)/python -m tests.soak --minutes $(MINUTES) --seconds $(SOAK_SECONDS)

.PHONY: fuzz
fuzz: $(DEVELOP) $(PROJECT) ## every reader, rule and question against what atheris thinks of (SECONDS=600 for each)
	@for target in readers dates countries names schemas queries; do \
		echo "make: fuzz $$target"; $(BIN)/python -m tests.fuzz $$target --seconds $(SECONDS); done

.PHONY: sbom
sbom: $(DEVELOP) $(PROJECT) $(WEB) ## build/sbom.json: all that kg installs and bundles, with versions, hashes and licences
	@$(BIN)/python -m scripts.sbom

.PHONY: audit
audit: $(DEVELOP) ## ask the registries for known holes in what is locked (needs the internet)
	@$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.lock
	@cd web && npm audit --omit dev

.PHONY: format
format: $(DEVELOP) ## format the code and mend what ruff can mend
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format

.PHONY: lock
lock: $(BIN)/uv ## resolve the dependencies anew into the lock files
	@$(BIN)/uv pip compile pyproject.toml --group build $(LOCK) --output-file requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --group dev --extra all --constraint requirements.lock $(LOCK) --output-file requirements-dev.lock
	@$(BIN)/uv pip compile --group peers $(LOCK) --output-file requirements-peers.lock
	@$(BIN)/uv pip compile --group spark $(LOCK) --output-file requirements-spark.lock
	@cd web && npm update --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --silent
	@! grep -nE '://|--(extra-)?index-url|--find-links' requirements.lock requirements-dev.lock requirements-peers.lock requirements-spark.lock
	@! grep -n '"resolved"' web/package-lock.json

# Hashes, no addresses: which registry is asked is the user's affair.
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-annotate --custom-compile-command "make lock" --upgrade --quiet

.PHONY: clean
clean: ## remove .venv, caches and the demo's workspace
	rm -rf $(VENV) $(PEERS) $(DEMO) dist build/neo4j $(SPARK) kg/_web web/node_modules site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@scripts/make-environment $(VENV)

# uv at the version and hash of the lock. It is quicker than pip, and its cache serves the test that installs the wheel.
$(BIN)/uv: | $(BIN)/python
	@awk '/^uv==/ {on = 1} on {print} on && !/\\$$/ {exit}' requirements-dev.lock > $(VENV)/uv.lock
	@$(PIP) --require-hashes -r $(VENV)/uv.lock

# A mirror that only pip is told of is no obstacle: where uv can't, pip does the same.
install = $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r $(1) \
	|| $(PIP) --require-hashes --no-deps -r $(1)

$(RUNTIME): requirements.lock | $(BIN)/uv
	@echo "make: installing what kg needs, the language model among it, into $(VENV) (some 350 MB, once)"
	@$(call install,$<)
	@touch $@

$(DEVELOP): requirements-dev.lock | $(BIN)/uv
	@echo "make: installing what kg and its tests need into $(VENV) (some 500 MB, once)"
	@$(call install,$<)
	@touch $@ $(RUNTIME)

# --no-build-isolation: the builder stands in the lock, so this step asks no registry.
$(PROJECT): pyproject.toml $(RUNTIME)
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# --ignore-scripts: no code of a package runs on installing.
$(WEB): web/package-lock.json web/build.mjs $(wildcard web/src/* web/src/*/*)
	@echo "make: bundling the scripts of the pages (npm, some 20 MB, once)"
	@cd web && npm ci --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --silent && node build.mjs

$(SPARK)/.stamp: requirements-spark.lock | $(BIN)/uv
	@echo "make: installing PySpark into $(SPARK) (450 MB, once)"
	@rm -rf $(SPARK)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps --target $(SPARK) -r $<
	@touch $@

$(PEERS)/.stamp: requirements-peers.lock | $(BIN)/uv
	@echo "make: installing what the benchmarks run beside kg into $(PEERS)"
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(PEERS)
	@$(BIN)/uv pip install --quiet --python $(PEERS)/bin/python --require-hashes --no-deps -r $<
	@touch $@
