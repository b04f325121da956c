"""Sync keeps its promises, whatever happens; and the promises have teeth: ten mutants break them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, Feedpagina
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.casework.touched import Touched, touched
from leerplicht_protocol.messages import Create, Evict, OpResult, OpStatus

from .fake_kluis import AANGEMELD, FakeBrievenbus, FakeKluis, Rij, Staat, notitie_body
from .fake_office import Rec
from .fake_plaats import FakePlaats
from .fake_server import Gemeente
from .machine import SyncMachine

TestSync = SyncMachine.TestCase
TestSync.settings = settings(
    max_examples=80,
    stateful_step_count=30,
    report_multiple_bugs=False,
)


# -- mutants of the server ------------------------------------------------------------------------


class GeenGeheugen(Gemeente):
    """No store of answers: a repeat is done again."""

    def bekend(self, op: str) -> tuple[str, OpResult] | None:
        return None

    def maak(self, officer: str, op: Create) -> OpResult:
        if (op.entity.value, op.id) in self.records:
            op = op.model_copy(update={"id": f"{op.id}-{self.seq}"})
        return super().maak(officer, op)


class HardWissen(Gemeente):
    """Deleted without a tombstone."""

    def wis(self, dossier: str) -> None:
        for key in [key for key, rec in self.records.items() if dossier in rec.dossiers]:
            del self.records[key]


class LaatsteWint(Gemeente):
    """The last writer wins, silently."""

    def maak(self, officer: str, op: Create) -> OpResult:
        rec = Rec(op.entity, op.id, op.dossiers, 1, self.volgende(), dict(op.body), officer)
        self.records[op.entity.value, op.id] = rec
        return OpResult(op=op.op, status=OpStatus.APPLIED, rev=1, seq=rec.seq)


class CursorZonderId(Gemeente):
    """Records of one grant share a number, and the cursor knows the number only."""

    def later(self, rij: tuple[int, str, str], na: tuple[int, str, str]) -> bool:
        return rij[0] > na[0]


class GeenMerk(Gemeente):
    """Whoever shows a place of another history is taken for up to date."""

    def kent(self, gezien: str) -> bool:
        return True


class GeenOntruiming(Gemeente):
    """A revocation does not travel."""

    def ontruim(self, officer: str, na: int, tot: int) -> Iterable[Evict]:
        return ()


# -- mutants of the laptop ------------------------------------------------------------------------


class UitvakLater(FakeKluis):
    """The outbox row in a second transaction."""

    def notitie(
        self, op: str, id_: str, dossiers: tuple[str, ...], tekst: str, after: tuple[str, ...] = ()
    ) -> None:
        body = notitie_body(dossiers, tekst)
        verzending = Verzending("gespreksnotitie", id_, dossiers, body, AANGEMELD, after, op, 1)
        self.schrijf(lambda staat: staat.werk.update({id_: verzending}))
        self.punt("tussen")
        self.schrijf(lambda staat: staat.uitvak.append(Rij(verzending)))


class AndersHerhaald(FakeKluis):
    """A repeat that is not the same as the first try: the officer's own work is in its way."""

    keer = 0  # of this laptop, so that an example that is played again goes the same way

    class bus(FakeBrievenbus):  # noqa: N801 - the name of the attribute it takes the place of
        laptop: AndersHerhaald

        def openstaand(self, aantal: int) -> tuple[Verzending, ...]:
            self.laptop.keer += 1
            later = timedelta(seconds=self.laptop.keer)
            return tuple(replace(v, at=v.at + later) for v in super().openstaand(aantal))

    def maak_bus(self, nieuw: Staat) -> FakeBrievenbus:
        bus = self.bus(nieuw, self.punt)
        bus.laptop = self
        return bus


class BonVergeten(FakeKluis):
    """The answer is not written down."""

    class bus(FakeBrievenbus):  # noqa: N801 - as above
        def verwerk(self, antwoorden: Sequence[Antwoord], gezien: str = "") -> Touched:
            return touched()


class AfgewezenBlijft(FakeKluis):
    """A refused record stays on the screen."""

    class bus(FakeBrievenbus):  # noqa: N801 - as above
        def na_antwoord(self, rij: Rij, antwoord: Antwoord) -> None:
            pass


class CursorEerst(FakeKluis):
    """The cursor is on the disk before its page is."""

    class bus(FakeBrievenbus):  # noqa: N801 - as above
        schijf: Staat

        def pas_toe(self, pagina: Feedpagina) -> Touched:
            self.schijf.cursor = pagina.cursor_na
            self.punt("cursor_eerst")
            return super().pas_toe(pagina)

    def maak_bus(self, nieuw: Staat) -> FakeBrievenbus:
        bus = self.bus(nieuw, self.punt)
        bus.schijf = self.staat
        return bus


class NietOpnieuwAangeboden(FakeKluis):
    """What the municipality lost is not offered again."""

    class plaats(FakePlaats):  # noqa: N801 - as above
        def vul_aan(self, gemist: Sequence[str], antwoorden: Sequence[Antwoord], op: datetime) -> Touched:
            return super().vul_aan((), antwoorden, op)


class MerkVergeten(FakeKluis):
    """What was seen last is not written down with the answer that showed it."""

    class bus(FakeBrievenbus):  # noqa: N801 - as above
        def verwerk(self, antwoorden: Sequence[Antwoord], gezien: str = "") -> Touched:
            return super().verwerk(antwoorden)

        def pas_toe(self, pagina: Feedpagina) -> Touched:
            return super().pas_toe(replace(pagina, gezien=""))


class NietVanVoren(FakeKluis):
    """After a restore the feed goes on at a cursor of the history that is gone."""

    class plaats(FakePlaats):  # noqa: N801 - as above
        def teruggezet(self, op: datetime) -> Touched:
            self._staat.gezien = ""
            return touched()


@pytest.mark.parametrize(
    ("mutant", "breekt"),
    [
        (GeenMerk, "I"),
        (NietOpnieuwAangeboden, "I"),
        (MerkVergeten, "I"),
        (NietVanVoren, "I3"),
        (GeenGeheugen, "I2"),
        (HardWissen, "I3"),
        (LaatsteWint, "I5"),
        (CursorZonderId, "I3"),
        (GeenOntruiming, "I3"),
        (UitvakLater, "I8"),
        (AndersHerhaald, "I6"),
        (BonVergeten, "I0"),
        (AfgewezenBlijft, "I8"),
        (CursorEerst, "I11"),
    ],
)
def test_a_mutant_breaks_a_promise(mutant: type[Gemeente] | type[FakeKluis], breekt: str) -> None:
    class Gemuteerd(SyncMachine):
        if issubclass(mutant, Gemeente):
            gemeente_soort = mutant
        else:
            kluis_soort = mutant

    zoek = settings(
        max_examples=400,
        stateful_step_count=30,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    # What is drawn depends on the modules that are loaded, and a mutant may break another promise first.
    gezien: list[str] = []
    while len(gezien) < _BEURTEN and not any(breekt in bericht for bericht in gezien):
        gezien.append(_breuk(seed(len(gezien))(Gemuteerd), zoek))
    assert any(breekt in bericht for bericht in gezien), gezien


_BEURTEN = 6


def _breuk(machine: type[SyncMachine], zoek: settings) -> str:
    with pytest.raises(AssertionError) as gebroken:
        run_state_machine_as_test(machine, settings=zoek)
    return str(gebroken.value).split("Failing test case")[0]
