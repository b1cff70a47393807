# Everything the project can do, one line each; README tells the two that a newcomer needs.
.DEFAULT_GOAL := help
.PHONY: help serve build check test bench

UV_VERSION := 0.13.9
PYTHON := .venv/bin/python
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1
export UV_PYTHON_DOWNLOADS := never

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*  ## /make \1\t/p' Makefile | expand -t 16

serve: .venv/ready  ## build the site and show it at http://127.0.0.1:8000/, again after each save
	@$(PYTHON) scripts/serve.py

build: .venv/ready  ## build the site and put it into site/ once it has passed every gate
	@$(PYTHON) scripts/make_site.py

check: .venv/ready  ## check the Markdown alone, in seconds
	@$(PYTHON) scripts/check.py

test: .venv/ready  ## run every test, in a real browser too
	@$(PYTHON) -m pytest

bench: .venv/ready  ## measure what depends on the machine
	@$(PYTHON) -m pytest --override-ini=python_files='bench_*.py' -s tests/bench

.venv/ready: pyproject.toml uv.lock Makefile
	@test -x .venv/bin/uv && .venv/bin/uv self version 2>/dev/null | grep -qF ' $(UV_VERSION) ' || \
	  { python3 -m venv --clear .venv && .venv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); }
	@.venv/bin/uv sync --quiet --locked
	@touch $@
