"""The keyring of the operating system: whether this laptop has one that may hold a secret.

Only keyrings that the system itself guards count. A backend that writes to a file in clear, or none at all,
is a state to be shown, not an error.
"""

from __future__ import annotations

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


def describe(modules: tuple[str, ...]) -> str:
    """The line for these backends, given by the modules they come from, the preferred one first."""
    for module in modules:
        if module in _SAFE:
            return f"{_SAFE[module]}, bruikbaar"
    if any(module not in _NONE for module in modules):
        return "niet toegestaan: deze sleutelbos bewaart geheimen onbeschermd; alleen de wachtzin telt"
    return "geen: alleen de wachtzin beschermt de kluis"


def _modules(backend: object) -> tuple[str, ...]:
    module = type(backend).__module__
    if module != _CHAIN:
        return (module,)
    return tuple(type(one).__module__ for one in getattr(backend, "backends", ()))
