# Everything people run here. Each line is one command of infra/local/, where the work is explained.
.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench elasticsearch lock reset

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python

help: ## List the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 20

demo: environment ## Run a living network on http://portal.localhost:8000 (DEMO_PORT=8000 DEMO_UNITS=17)
	@exec $(VENV_PYTHON) -m infra.local.demo

test: environment ## Run everything a change must pass, or a part: ARGS="tests/sites -k take_down"
	@exec $(VENV_PYTHON) -m infra.local.test $(ARGS)

lint: environment ## Run the static checks alone
	@exec $(VENV_PYTHON) -m infra.local.checks

format: environment ## Format code and templates as the checks want them
	@.venv/bin/ruff format --quiet core tenants sites search infra tests manage.py
	@find templates -name '*.html' -exec .venv/bin/djhtml --tabwidth 2 {} +
	@find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} + || true

bench: environment ## Measure against a stock Wagtail, or a part: ONLY=home,publish
	@exec $(VENV_PYTHON) -m infra.local.bench $(ONLY)

elasticsearch: environment ## Install the search engine (916 MB, once per machine) and start it
	@$(VENV_PYTHON) -m infra.local.prerequisites java maven
	@$(VENV_PYTHON) -m infra.local.elasticsearch install
	@exec $(VENV_PYTHON) -m infra.local.elasticsearch start

COMPILE := .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

lock: environment ## Lock the newest versions that requirements/*.in allow
	@$(COMPILE) requirements/base.in --output-file requirements/base.txt
	@$(COMPILE) requirements/dev.in --constraint requirements/base.txt --output-file requirements/dev.txt

reset: ## Stop the local servers; remove their data and the environment
	@exec $(PYTHON) -m infra.local.reset

.PHONY: environment
environment:
	@$(PYTHON) -m infra.local.environment
