"""The keyring of the operating system: whether this laptop has one that may hold a secret.

Only keyrings that the system itself guards count. A backend that writes to a file in clear, or none at all,
is a state to be shown, not an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SAFE = {
    "keyring.backends.Windows": "Windows Referentiebeheer",
    "keyring.backends.macOS": "macOS Sleutelhanger",
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.libsecret": "Secret Service",
}
_NONE = ("keyring.backends.fail", "keyring.backends.null")
_CHAIN = "keyring.backends.chainer"


def keyring_state() -> str:
    """One Dutch line about the keyring, for ``--zelftest``. May take a moment: not on the GUI thread."""
    # Slow to load and only needed here; a keyring is looked for over the session bus.
    import keyring

    return describe(_modules(keyring.get_keyring()))


def guarded_backend() -> KeyringBackend | None:
    """The keyring of the system itself, never one that happens to stand before it in a chain."""
    import keyring

    chosen = keyring.get_keyring()
    guarded = (one for one in _links(chosen) if type(one).__module__ in _SAFE)
    found: KeyringBackend | None = next(guarded, None)  # type: ignore[assignment]
    if found is not None and hasattr(found, "persist"):
        found.persist = "local machine"  # Windows: not along to another computer with the user's profile
    return found


def describe(modules: tuple[str, ...]) -> str:
    """The line for these backends, given by the modules they come from, the preferred one first."""
    for module in modules:
        if module in _SAFE:
            return f"{_SAFE[module]}, bruikbaar"
    if any(module not in _NONE for module in modules):
        return "niet toegestaan: deze sleutelbos bewaart geheimen onbeschermd; alleen de wachtzin telt"
    return "geen: alleen de wachtzin beschermt de kluis"


def _modules(backend: object) -> tuple[str, ...]:
    return tuple(type(one).__module__ for one in _links(backend))


def _links(backend: object) -> tuple[object, ...]:
    if type(backend).__module__ != _CHAIN:
        return (backend,)
    return tuple(getattr(backend, "backends", ()))
