"""What holds for every test, alone or in company: no screen, and one way to try examples."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # never the keyring of who runs them

# Who wants no byte code beside the sources gets it in build: a server that a test starts would compile half
# of its packages anew, 1.4 of its 2.5 CPU seconds.
if sys.dont_write_bytecode:
    sys.pycache_prefix = str(Path(__file__).resolve().parents[1] / "build" / "pycache")
    sys.dont_write_bytecode = False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest
from hypothesis import HealthCheck, settings

# How long one example takes says how busy the machine is, and nothing about the part: no deadline, and no
# refusal of slow ones. A test may ask for more or fewer examples; it may not bring these two back.
settings.register_profile(
    "leerplicht", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("leerplicht")


@pytest.fixture(scope="session", autouse=True)
def _one_derivation() -> Iterator[None]:
    """The tests of the lock itself take the real thing again: see ``real_derivation`` in tests/store."""
    from tests.store.mould import remembered_derivation

    with remembered_derivation():
        yield
