"""The people of a dossier as they are on the day of reading: their gezag, and what is doubted of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from leerplicht_desktop.casework.queries.caseload import PersoonBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.gezag import Gezagstand, is_meerderjarig
from leerplicht_desktop.domain.persoon.twijfel import (
    Bronmerk,
    Brpwaarde,
    Twijfel,
    Twijfelsoort,
    twijfels_op,
)
from leerplicht_desktop.store.kluis.codec import text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.bronmerken import marks
from leerplicht_desktop.store.spiegel.display import address, full_name
from leerplicht_desktop.store.spiegel.pulled import fields_of

Fields = Mapping[str, Any]

_JONGERE = "jongere"
_PARENTS = {"ouder1": "Ouder 1", "ouder2": "Ouder 2"}
_GEZAG = frozenset({*_PARENTS, "verzorger"})
_DECEASED, _LEFT, _NON_RESIDENT = "O", frozenset({"E", "M"}), "R"


class Circle:
    """Everybody of one dossier on one day."""

    def __init__(self, access: Access, dossier: Fields, young: Fields | None, today: date) -> None:
        self._db = access
        self._fields = dossier
        self._young = young
        self._today = today

    @cached_property
    def of_age(self) -> bool | None:
        """Whether the jongere is eighteen; None when his birth date leaves that open."""
        return is_meerderjarig(self._born, self._today)

    @cached_property
    def _born(self) -> Geboortedatum | None:
        try:
            return Geboortedatum.uit_lo3(text_of(self._young or {}, "geboortedatum"))
        except DomainError:
            return None

    @cached_property
    def _marks(self) -> tuple[Bronmerk, ...]:
        """The marks of gezag, which stand in the list of the jongere and are about his parents."""
        return marks(self._fields)

    def young(self, dossier: str) -> PersoonBeeld:
        """The jongere himself."""
        found: Fields = next(
            (one for one in self._fields.get("betrokkenen") or () if one.get("rol") == _JONGERE),
            {"rol": _JONGERE, "zelfde_adres": True},
        )
        name = text_of(found, "naam") or text_of(self._fields, "naam")
        one = {**found, "persoon": self._fields.get("jongere"), "naam": name}
        return self._person(one, self._young, dossier, "")

    def others(self) -> tuple[PersoonBeeld, ...]:
        """Everybody else, in the order of the municipality."""
        found = self._fields.get("betrokkenen") or ()
        return tuple(self._involved(one) for one in found if one.get("rol") != _JONGERE)

    def _involved(self, found: Fields) -> PersoonBeeld:
        record = fields_of(self._db, "persoon", found.get("persoon") or "")
        sql = "SELECT dossier, school FROM dossier_regel WHERE dossier = ?"
        own = self._db.row(sql, (found.get("dossier"),))
        return self._person(found, record, own["dossier"] if own else None, own["school"] if own else "")

    def _person(
        self, found: Fields, record: Fields | None, dossier: str | None, school_name: str
    ) -> PersoonBeeld:
        known: Fields = record or {}
        suspended = text_of(known, "opgeschort")
        role = text_of(found, "rol")
        doubts = self._doubts(found, record)
        unknown = record is None and role in _PARENTS and _nobody_knows(doubts)
        custody = Gezagstand(
            found.get("gezag"), self._born, any(one.gegeven is Brpwaarde.GEZAG for one in doubts)
        )
        return PersoonBeeld(
            persoon=found.get("persoon"),
            rol=role,
            naam=f"{_PARENTS[role]}: onbekend" if unknown else full_name(record, text_of(found, "naam")),
            geboren=text_of(known, "geboortedatum"),
            geslacht=text_of(known, "geslacht"),
            gezag=custody.op(self._today),
            zelfde_adres=bool(found.get("zelfde_adres")),
            adres=address(record),
            geheim=bool(known.get("geheimhouding")),
            overleden=bool(known.get("overleden_op")) or suspended == _DECEASED,
            vertrokken=suspended != _NON_RESIDENT
            and (bool(known.get("vertrokken_naar")) or suspended in _LEFT),
            niet_ingezetene=suspended == _NON_RESIDENT,
            dossier=dossier,
            school=school_name,
            # Somebody else of whom no record came may well be registered; we only were not given it.
            niet_in_brp=not known.get("bsn") and (record is not None or role == _JONGERE),
            onbekend=unknown,
            twijfels=doubts,
            gezagstand=custody,
        )

    def _doubts(self, found: Fields, record: Fields | None) -> tuple[Twijfel, ...]:
        own = (*marks(record), *marks(found))
        of_gezag = self._marks if text_of(found, "rol") in _GEZAG and self.of_age is not True else ()
        return twijfels_op((*own, *of_gezag), self._today)


def _nobody_knows(doubts: tuple[Twijfel, ...]) -> bool:
    return any(
        one.gegeven is Brpwaarde.OUDER and one.soort is Twijfelsoort.NIET_VAST_TE_STELLEN for one in doubts
    )
