# The environment that builds the site: made from the lock by the first target that needs it, and made anew where it broke.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python -m
PIP := $(RUN) pip install --quiet --progress-bar off

# Material for MkDocs announces MkDocs 2 at each start; the versions here are pinned.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# What a shell has set for other projects must not reach this one; compiled code is kept, and `make clean` removes it.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE PIP_USER PIP_TARGET PIP_PREFIX

# A stamp is set when its step is through: what was interrupted is done again. An environment whose Python has
# gone, as after an upgrade of the system, is made anew.
ifeq ($(shell { $(VENV)/bin/python -c 'import pip' && echo sound; } 2>/dev/null),)
.PHONY: $(VENV)/.made
endif

$(VENV)/.made .venv-maintain/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "This needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing)." >&2; \
	echo "Name another one: make $(or $(MAKECMDGOALS),site) PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "$(PYTHON) came without venv; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(@D) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(@D)
	@touch $@

$(VENV)/.locked: $(VENV)/.made requirements/site.txt
	@echo "Installing what the site needs (the first time some dozens of megabytes)"
	@rm -f $@
	@$(PIP) --require-hashes -r requirements/site.txt
	@touch $@

# The project itself, with the build backend that the lock names: nothing is fetched.
$(VENV)/.site: $(VENV)/.locked pyproject.toml
	@rm -f $@
	@$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@touch $@
