# make run: opens the program on the practice caseload.  make test: passes everything.
PY := .venv/bin/python
# Byte code is kept, but not beside the sources: a program that a test starts need not compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache

.PHONY: audit bundel windows release notices help setup run lint check test bench screens golden handleiding mutanten dekking duur lock
help:
	@echo "make run      opens the program on the practice caseload (with its own municipal server)"
	@echo "make test     every test, on SQLite and PostgreSQL"
	@echo "make check    the fast loop: lint, types, contracts, unit tests"
	@echo "make bench    the performance table"
	@echo "make screens  a picture of every screen into build/screens/"
	@echo "make handleiding  writes the page of rules anew from the law data"
	@echo "make mutanten plants the listed faults one by one, and tells which no test saw"
	@echo "make dekking  the files that stay covered to the last branch, each by its own tests"
	@echo "make duur     what takes long: dekking, mutanten, 100,000 broken messages, 1,000 damaged logs, 10,000 edits"
	@echo "make bundel   builds the program as it is handed out: one folder, and Debian packages"
	@echo "make windows  builds the MSI for Windows, and tries it in Wine (Debian 12, as root)"
	@echo "make release  builds all that is handed out, with its bill of materials and checksums"
	@echo "make audit    compares what is installed with the known vulnerabilities (needs a network)"
	@echo "make notices  writes NOTICES.md anew, the licences of others"
	@echo "make golden   writes words and pages of every document anew, once they were looked at"

setup:
	@packaging/setup.sh dev

run:
	@packaging/setup.sh run
	@packaging/run.sh

lint: setup
	$(PY) -m ruff check src tests
	$(PY) -m ruff format --check src tests
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m vulture src packaging/unused.py

# The rooms that need no screen, no server and no key derivation; the rest is for make test.
QUICK := tests/architecture tests/domain tests/protocol tests/casework tests/bootstrap

check: lint
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -n 2 -m "not journey and not postgres" $(QUICK)

test: lint
	@packaging/test.sh

bench: setup
	@packaging/bench.sh
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.bench

screens: setup
	@packaging/screens.sh

# Look at the pages in build/golden first: what is written here is what counts as right from now on.
golden: setup
	QT_QPA_PLATFORM=offscreen LEERPLICHT_GOUD=schrijf $(PY) -m pytest -q -p no:randomly tests/documents/test_golden.py tests/documents/test_golden_beeld.py

# The page of rules is made from the law data; a test compares the two.
handleiding: setup
	$(PY) -m leerplicht_desktop.domain.handleiding.regels > build/regels.md
	mv build/regels.md docs/handleiding/regels.md

mutanten: setup
	$(PY) -m tests.mutants

dekking: setup
	$(PY) -m tests.covered

# Too long for every change; before a release, and after a room was rebuilt.
duur: dekking mutanten
	$(PY) -m tests.hostile.mutations 100000
	$(PY) -m tests.store.kluis.damage 1000
	$(PY) -m tests.sync.converge 10000
	LEERPLICHT_DODEN=1 $(PY) -m pytest -q tests/store/kluis/test_rotation.py
	LEERPLICHT_VERZOEKEN=400 $(PY) -m pytest -q -n 2 tests/hostile/test_described.py

# What is handed out: the folders of PyInstaller, and the Debian packages made of them.
bundel: setup
	@packaging/bundle.sh
	@packaging/try_bundle.sh
	@packaging/deb.sh

# What is handed out for Windows, built and tried on Debian: docs/beheer/windows.md.
windows: setup
	@packaging/windows/build.sh

# Everything that is handed out, its bill of materials and its checksums; what is left for a person: docs/uitgeven.md.
release: setup
	@packaging/release.sh

# Needs a network; says so when there is none.
audit: setup
	@packaging/audit.sh

notices: setup
	$(PY) packaging/licences.py > build/notices.md
	mv build/notices.md NOTICES.md

lock:
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 --extra server pyproject.toml -o requirements/run.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 --extra server --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 requirements/bench.in -o requirements/bench.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements/run.txt pyproject.toml -o requirements/laptop.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements/dev.txt requirements/bundle.in -o requirements/bundle.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements/dev.txt requirements/release.in -o requirements/release.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 requirements/audit.in -o requirements/audit.txt
	build/uv/bin/uv pip compile -q --universal --no-header --generate-hashes --no-emit-index-url --python-version 3.11 requirements/uv.in -o requirements/uv.txt
