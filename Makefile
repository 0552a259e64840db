# make edition   builds all of editions/ into build/
# make test      passes the tests
# A machine with Python 3.11 or later, make and pip is enough for both.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCE ?= ../shared/tei/p5subset.xml

.PHONY: edition test accept lint types format bench accuracy schema clean

edition: $(BIN)/.installed
	$(BIN)/tei-edition build editions -o build

test: $(BIN)/.installed-dev
	$(BIN)/python -m pytest -q -n 2

accept: $(BIN)/.installed-dev
	$(BIN)/python -m pytest -q tests/test_golden.py --accept
	$(BIN)/python -m tei_edition.notation
	$(BIN)/python -m tei_edition.check._pages
	$(BIN)/python -m tei_edition.pages

lint: $(BIN)/.installed-dev
	$(BIN)/ruff check .

types: $(BIN)/.installed-dev
	$(BIN)/mypy

bench: $(BIN)/.installed-dev
	$(BIN)/python bench/run.py

accuracy: $(BIN)/.installed-dev
	$(BIN)/python bench/accuracy.py

# From the ODD and the TEI's specifications (SOURCE), and from the fields of edition.toml and decisions.toml, with the pages that list them.
schema: $(BIN)/.installed-dev
	$(BIN)/tei-edition schema compile schemas/tei_edition.odd --source $(SOURCE)
	$(BIN)/python -c "from tei_edition import edition_fields, files, resources; \
	from tei_edition.decisions import schema; \
	files.write(resources.SCHEMAS / 'edition.schema.json', edition_fields.schema_text()); \
	files.write(resources.SCHEMAS / 'decisions.schema.json', schema.schema_text())"
	$(BIN)/python -m tei_edition.pages

clean:
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The package is installed as it stands in this folder (-e), so that a change needs no new installation.
$(BIN)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fonts]'
	@touch $@

$(BIN)/.installed-dev: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fonts,dev]'
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or later is needed, this is: $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "No environment could be made; on Debian: apt-get install python3-venv" >&2; exit 1; }
