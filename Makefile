# All that a contributor or a first user must know: make demo, make test, make check, make bench.
PYTHON ?= python3
BIN := .venv/bin
# Orders the tests and draws their examples: the same code passes or fails everywhere. SEED=7 tries others.
SEED ?= 1
PYTEST := $(BIN)/python -m pytest --randomly-seed=$(SEED) --hypothesis-seed=$(SEED)

.PHONY: demo test test-long check format bench samples evaluate train reference screenshots lock clean

.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/.installed            ## redact the sample case and say where the results are
	$(BIN)/python -m samples demo demo

test: .venv/.installed            ## install what the tests need and run them
	scripts/install-system-packages
	$(PYTEST) -m "not long"

test-long: .venv/.installed       ## the tests that take minutes
	scripts/install-system-packages
	$(PYTEST) -m long

check: .venv/.installed           ## format, lint, types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: .venv/.installed          ## set the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.installed           ## time and memory, as ratios against a baseline in the same run
	$(BIN)/python -m bench

samples: .venv/.installed         ## score detection against the gold marks of our own documents
	$(BIN)/python -m samples score

evaluate: .venv/.installed        ## one table: detection on all sets of texts, beside deduce
	$(BIN)/python -m samples evaluate

train:                            ## make the recogniser again; an hour on two cores
	scripts/train

reference: .venv/.installed       ## write the reference of the commands, and the picture of the README
	$(BIN)/python scripts/write-reference
	scripts/write-picture

screenshots: .venv/.installed     ## take pictures of the review's pages, for the documentation
	scripts/install-system-packages
	$(BIN)/python scripts/write-screenshots

lock: pyproject.toml              ## renew the pinned versions
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --extra dev --generate-hashes --allow-unsafe \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	    --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv demo .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
