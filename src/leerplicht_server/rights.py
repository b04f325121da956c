"""Roles and rights, read from ``rechten.toml``: which role has which right, and which endpoint or page of the
bureau asks which.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from .errors import ServerError

NOBODY, BEARER = "geen", "drager"
"""Instead of a right: nobody need be signed in; any live session will do."""

OFFICER = "ambtenaar"
"""The role that a code of practice gives."""

FETCH_WPG, HAND_IN_WPG, GIVE_WPG = "dossiers_halen_wpg", "werk_inleveren_wpg", "inzage_geven_wpg"
JUDGE_WPG = "apart_gezet_beoordelen_wpg"


@dataclass(frozen=True)
class Matrix:
    """The file: groups by role, roles by right, rights by endpoint (``GET /v1/hello``) and by page."""

    groups: Mapping[str, str]
    rights: Mapping[str, frozenset[str]]
    endpoints: Mapping[str, str]
    pages: Mapping[str, str]

    def may(self, roles: Collection[str], right: str) -> bool:
        """Whether any of these roles has a right."""
        return right in {NOBODY, BEARER} or not self.rights[right].isdisjoint(roles)

    def demand_whole(self, endpoints: Iterable[str]) -> None:
        """Raise ServerError when an endpoint has no right, or asks for one that nobody knows."""
        _demand(set(endpoints) - set(self.endpoints))

    def demand_whole_bureau(self, pages: Iterable[str]) -> None:
        """Raise ServerError when a page of the bureau has no right."""
        _demand(set(pages) - set(self.pages))


def _demand(unknown: set[str]) -> None:
    if unknown:
        raise ServerError(f"Voor {', '.join(sorted(unknown))} staat in rechten.toml geen recht.")


def _read() -> Matrix:
    raw = tomllib.loads(files(__package__).joinpath("rechten.toml").read_text("utf-8"))
    rights = {right: frozenset(roles) for right, roles in raw["rechten"].items()}
    return Matrix(raw["rollen"], rights, raw["wegen"], raw["bladen"])


MATRIX = _read()
