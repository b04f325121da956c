"""The chronology of a proces-verbaal and its list of sources: one story by time, each sentence findable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Gap,
    Grid,
    Heading,
    Labelled,
    Look,
    Paragraph,
    Text,
    Together,
    plain,
)
from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.handhaving.pvzin import Bevinding, Stand, Zinsoort
from leerplicht_desktop.domain.handhaving.zinbewerking import citaat
from leerplicht_desktop.domain.handhaving.zintekst import STANDKOP, volledige_tekst, zintekst
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .pv_delen import nog_open

_APART = 2  # millimetres: a source belongs to the sentence above it, not to the one below
_KORT = 900  # characters: a longer finding may run on to the next page
_HASH = 16
_VERDER = "Verder"
_SOORT = {
    Zinsoort.WAARNEMING: "waarneming",
    Zinsoort.GEZEGD: "gezegd",
    Zinsoort.SAMENVATTING: "samenvatting",
    Zinsoort.STUK: "stuk",
    Zinsoort.RECHTEN: "handeling",
    Zinsoort.EIGEN: "eigen",
}


def op_volgorde(pv: ProcesVerbaal) -> tuple[Bevinding, ...]:
    """The sentences by moment, whatever order they were added in."""
    return tuple(sorted(pv.bevindingen, key=_plaats))


def _plaats(zin: Bevinding) -> tuple[object, ...]:
    """By moment; a day without a time stands before that day's times; the rest only settles ties."""
    return (zin.dag, not zin.alleen_dag, zin.moment, zin.bron.record, zin.bron.plek, zin.tekst)


def bronnummers(pv: ProcesVerbaal) -> Mapping[str, int]:
    """Key of a source -> its number in the list of sources."""
    sleutels = (zin.bron.sleutel for zin in op_volgorde(pv) if zin.bron.record)
    return {sleutel: nummer for nummer, sleutel in enumerate(dict.fromkeys(sleutels), 1)}


def bevinding_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    """One chronology; the words of the suspect stand under a heading that says what he had been told."""
    if not pv.bevindingen:
        yield Paragraph(nog_open("", "de bevindingen"))
    nummers, kop = bronnummers(pv), ""
    for zin in op_volgorde(pv):
        stand = pv.stand(zin)
        boven = STANDKOP[stand] if stand is not None else ""
        if boven != kop:
            yield Heading(3, boven or _VERDER)
            kop = boven
        yield from _zin(zin, stand, nummers.get(zin.bron.sleutel))


def _zin(zin: Bevinding, stand: Stand | None, nummer: int | None) -> Iterator[Block]:
    gedrukt = zintekst(zin, stand, nummer)
    blokken = (
        Labelled(gedrukt.wanneer, plain(gedrukt.tekst)),
        Labelled("", plain(gedrukt.bron), Look.SMALL),
    )
    if len(gedrukt.tekst) < _KORT:
        yield Together(blokken)
    else:
        yield from blokken
    yield Gap(_APART)


def bronnenlijst_blokken(pv: ProcesVerbaal) -> Iterator[Block]:
    """The list of sources: of every sentence the place in its record, with the hash of what stands there."""
    nummers = bronnummers(pv)
    zinnen = {zin.bron.sleutel: zin for zin in op_volgorde(pv) if zin.bron.record}
    if not zinnen:
        return
    uitleg = (
        "Elke zin van de bevindingen komt uit een vastgelegd stuk. Het controlegetal hoort bij de woorden op "
        "die plek, zodat ze zijn terug te vinden."
    )
    yield Paragraph(plain(uitleg), with_next=True)
    kolommen = (
        Column("Nr.", 0.7),
        Column("Soort", 2),
        Column("Stuk en tijd", 3.2),
        Column("Vastgelegd", 2.3),
        Column("Regime", 1.3),
        Column("SHA-256 (eerste 16) en bewerking", 3),
    )
    rijen = tuple(_rij(nummers[sleutel], zin) for sleutel, zin in zinnen.items())
    samenvatting = "Nummer, soort, stuk en tijd, wanneer en door wie vastgelegd, regime, hash en bewerking"
    yield Grid("Bronnenlijst", kolommen, rijen, samenvatting)
    for sleutel, zin in zinnen.items():
        if heel := volledige_tekst(zin):
            yield Labelled(f"Bron {nummers[sleutel]}", plain(f"Volledige tekst: {_als_gezegd(zin, heel)}"))
    if pv.niet_opgenomen:
        yield Paragraph(plain("\n".join(pv.niet_opgenomen)), Look.SMALL)


def _als_gezegd(zin: Bevinding, tekst: str) -> str:
    return citaat(tekst) if zin.soort is Zinsoort.GEZEGD else tekst


def _rij(nummer: int, zin: Bevinding) -> tuple[Text, ...]:
    tijd = "" if zin.alleen_dag else f", {in_nederland(zin.moment):%H:%M} uur"
    vast = ""
    if zin.bron.vastgelegd_op is not None:
        op = in_nederland(zin.bron.vastgelegd_op)
        vast = f"{kort(op)} {op:%H:%M}"
    door = f"door collega {zin.bron.collega}" if zin.bron.collega else "door mij"
    bewerking = ", ".join(_bewerkingen(zin)) or "niet bewerkt"
    return (
        plain(str(nummer)),
        plain(_SOORT[zin.soort]),
        plain(f"{zin.bron.verwijzing}{tijd}"),
        plain(f"{vast}\n{door}" if vast else "ontvangen stuk"),
        plain(zin.bron.regime.value.upper() if zin.bron.regime.value == "avg" else "Wpg"),
        plain(f"{zin.bron.hash_plek[:_HASH]}\n{bewerking}"),
    )


def _bewerkingen(zin: Bevinding) -> Iterator[str]:
    if zin.delen:
        yield "ingekort"
    if zin.weergegeven:
        yield "zakelijk weergegeven"
    if zin.afgeschermd:
        yield "afgeschermd"
