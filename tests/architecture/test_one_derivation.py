"""One key derivation for a run: a test that wants an open vault takes a copy of one that was made once."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
MAKES = re.compile(r"\bkluis\.maak\(|\b(?:made|broken|klok\))\.maak\(|SqlKluis\(.*\)\.maak\(")
TRIED = {
    "store/mould.py": "the vault that all others are copied from",
    "store/kluis/test_vault.py": "making one is what is tried",
    "store/kluis/test_vault_problems.py": "making one where the disk says no is what is tried",
    "store/kluis/test_forced.py": "what making one forces to the disk is tried",
    "store/kluis/test_wiped.py": "what making one leaves in memory is tried",
    "store/kluis/test_keeper.py": "the key that stands half in a keyring is made there",
    "store/kluis/test_recovery.py": "the key that stands half in a keyring, and is lost there",
    "ui/inrichten/test_inrichten.py": "the first start makes one",
    "ui/ontgrendelen/test_ontgrendelen.py": "the lock on the screen has a passphrase of its own",
    "vaults/maak.py": "the vaults of released schemas, made by hand",
}


def test_nobody_makes_a_vault_who_could_copy_one() -> None:
    making = {
        path.relative_to(TESTS).as_posix()
        for path in TESTS.rglob("*.py")
        if path.name != Path(__file__).name
        and "bench" not in path.parts  # it measures what the real thing costs
        and MAKES.search(path.read_text(encoding="utf-8"))
    }
    assert making == set(TRIED)
