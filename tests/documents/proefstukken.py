"""Every document the program can make, from empty to far too full: what the acceptance checks look at.

A form is tried empty, with what it must have, with everything and long, and with a table of 400 rows; each
with and without a field to sign. All people are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from leerplicht_desktop.documents import bezoektekst, proces_verbaal, verhoorverslag, verzuimbeeld
from leerplicht_desktop.documents.bezoekverslag import Ambtenaar, BezochteJongere, Bezoekverslag, Fragment
from leerplicht_desktop.documents.bureau.voorbeeld import AFZENDER, voorbeeldopdracht
from leerplicht_desktop.documents.formulieren.formulier import Blok, Bloksoort, Formulier, Veld, Veldtype
from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.formulieren.talen import taalblad, taalbladen
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.documents.sheet import Paper
from leerplicht_desktop.documents.verhoorverslag import VerhoorStuk
from leerplicht_desktop.documents.verzuimbeeld import Verzuimbeeld, Verzuimweek
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verzuimregel
from tests.documents.pv_voorbeelden import (
    HUISSTIJL,
    VERHOOR_FORMULIER,
    absoluut,
    jongere_zelf,
    luxe,
    stuk,
    tijd,
    verbalisant,
    verhoor_van_ouder,
)

STIJL = lees_huisstijl(meegeleverde_formulieren())
FORMULIEREN = {
    een.id: een
    for een in (lees(name, data) for name, data in formulierbestanden(meegeleverde_formulieren()))
    if not een.vorm.voor_de_rechter  # those are tried below, with a case of their own
}
OMVANGEN = ("leeg", "minimaal", "maximaal", "400-rijen")
RIJEN = 400
_LANG = "Łucja Đorđević-Nguyễn & co <12> zei: “Dat is **niet** waar”, en ging weg. "
_TABEL = "proeftabel"


@dataclass(frozen=True)
class Proefstuk:
    """One document to make; ``concept`` tells which of the two it is, ``velden`` how many can be signed."""

    maak: Callable[[], Paper]
    concept: bool
    rijen: int = 0


def _signed(formulier: Formulier, *, veld: bool) -> Formulier:
    """The form with exactly one field to sign, or with none."""
    rest = tuple(blok for blok in formulier.blokken if blok.soort is not Bloksoort.HANDTEKENING)
    slot = Blok(Bloksoort.HANDTEKENING, tekst="Handtekening", naam="proef")
    return replace(formulier, blokken=(*rest, slot) if veld else rest)


def _with_table(formulier: Formulier) -> Formulier:
    table = Veld(_TABEL, Veldtype.TABEL, "Afspraken", kolommen=("Dag", "Uur", "Wat er was"))
    return replace(
        formulier,
        velden=(*formulier.velden, table),
        blokken=(*formulier.blokken, Blok(Bloksoort.TABEL, veld=_TABEL)),
    )


def _long(veld: Veld, value: Ingevuld) -> Ingevuld:
    if veld.type is Veldtype.TEKST:
        return _LANG * 12
    if veld.type is Veldtype.LIJST:
        return (_LANG,) * 30
    return value


def _values(formulier: Formulier, omvang: str) -> dict[str, Ingevuld]:
    known = {veld.naam: veld for veld in formulier.velden}
    given = {
        naam: value for naam, value in voorbeeldopdracht(formulier, STIJL, definitief=True).waarden.items()
    }
    if omvang == "leeg":
        return {}
    if omvang == "minimaal":
        return {naam: value for naam, value in given.items() if known[naam].verplicht}
    if omvang == "maximaal":
        return {naam: _long(known[naam], value) for naam, value in given.items()}
    rows = tuple((f"{1 + n % 28}-11-2026", f"{1 + n % 9}", f"regel {n}") for n in range(RIJEN))
    return {**given, _TABEL: rows}


def van_formulier(id_: str, omvang: str, *, veld: bool) -> Paper:
    """A form filled so far, with or without a field to sign. Empty it can only be a concept."""
    formulier = _signed(FORMULIEREN[id_], veld=veld)
    if omvang == "400-rijen":
        formulier = _with_table(formulier)
    opdracht = voorbeeldopdracht(formulier, STIJL, definitief=omvang != "leeg")
    return maak(replace(opdracht, waarden=_values(formulier, omvang)))


def _vol_proces_verbaal() -> Paper:
    """A hundred findings, 400 lessons, twenty annexes."""
    pv = luxe()
    line = pv.verzuim[0]
    return proces_verbaal.maak_op(
        stuk(
            replace(
                pv,
                bevindingen=tuple(replace(pv.bevindingen[0], tekst=f"{n}. {_LANG * 4}") for n in range(100)),
                verzuim=(
                    *pv.verzuim,
                    *(
                        Verzuimregel(line.dag, line.jongere, f"lesuur {n}")
                        for n in range(RIJEN - len(pv.verzuim))
                    ),
                ),
                bijlagen=pv.bijlagen * 4,
            )
        )
    )


def _hearing(*, definitief: bool) -> Paper:
    return verhoorverslag.maak_op(
        VerhoorStuk(
            verhoor=verhoor_van_ouder(),
            verdachte="Maarten Łucjan van Wijngaarden",
            feit="niet zorgen dat de kinderen naar school gingen",
            verbalisant=verbalisant(),
            huisstijl=HUISSTIJL,
            moment=tijd(13, 10, 0),
            formulier=VERHOOR_FORMULIER,
            kenmerk="LP-2026-0417",
            definitief=definitief,
        )
    )


def _visit(sentences: int, *, vastgelegd: bool) -> Paper:
    return _visit_with(tuple(f"{number}. {_LANG}" for number in range(sentences)), vastgelegd=vastgelegd)


def _visit_with(sentences: tuple[str, ...], *, vastgelegd: bool = True) -> Paper:
    note = tuple(Fragment(tijd(24, 14, 2), SoortSegment.GEHOORD, sentence) for sentence in sentences)
    return bezoektekst.maak_op(
        Bezoekverslag(
            huisstijl=STIJL,
            kenmerk="DB-2026-000417",
            ambtenaar=Ambtenaar("M. de Groot", telefoon="06 1234 5678"),
            adres="Voorbeeldkade 44 B, 1234 AB Demostad",
            jongeren=(BezochteJongere("Daniël op den Kamp", "3 mei 2012", "Lyceum De Wissel", gezien=False),),
            begin=tijd(24, 14, 1),
            eind=tijd(24, 14, 22),
            uitkomst="Niemand deed open",
            opgeschreven_van=tijd(24, 14, 2),
            opgeschreven_tot=tijd(24, 21, 35),
            vastgelegd_op=tijd(24, 21, 40) if vastgelegd else None,
            fragmenten=note,
        )
    )


def beeld(taal: str = "", *, definitief: bool = True, weken: int = 4, gemist: bool = True) -> Paper:
    """The picture of absence, alone or with a leaflet; without a missed hour where ``gemist`` is false."""
    return verzuimbeeld.maak_op(
        Verzuimbeeld(
            huisstijl=STIJL,
            afzender=AFZENDER,
            jongere="Daniël",
            eenheid="lesuren",
            weken=tuple(
                Verzuimweek(
                    date.fromisocalendar(2026, 36 + n, 1), Decimal(n % 5 * gemist), Decimal(n % 2 * gemist)
                )
                for n in range(weken)
            ),
            moment=datetime.combine(date(2026, 11, 24), tijd(24, 14, 30).timetz()),
            kenmerk="LP-2026-0417",
            taalblad=taalblad(meegeleverde_formulieren(), taal) if taal else None,
            definitief=definitief,
        )
    )


def _forms() -> Iterator[tuple[str, Proefstuk]]:
    for id_ in FORMULIEREN:
        for omvang in OMVANGEN:
            for veld in (True, False):
                name = f"{id_}-{omvang}-{'met' if veld else 'zonder'}-veld"

                def make(id_: str = id_, omvang: str = omvang, veld: bool = veld) -> Paper:
                    return van_formulier(id_, omvang, veld=veld)

                yield name, Proefstuk(make, omvang == "leeg", RIJEN if omvang == "400-rijen" else 0)


_AR = (
    "لم يذهب ابني إلى المدرسة لأنه كان مريضا، واتصلت بالمدرسة في الساعة 8:15 وتحدثت مع السيدة Jansen عن ذلك."
)
_AR_VERDER = (
    "ثم ذهبنا إلى الطبيب يوم 12 نوفمبر 2026، وقال الطبيب إن عليه أن يبقى في البيت ثلاثة أيام. رقم هاتفي هو "
    "06 1234 5678. قالت السيدة Jansen (المعلمة) إن هذا جيد، ونحن نشكرها على المساعدة."
)


def citaten() -> Paper:
    """A visit with Arabic quotations of two and of four lines in Dutch sentences."""
    return _visit_with(
        (
            f"Mevrouw محمد بن عبد الله zei: “{_AR}” Daarna belde zij haar man.",
            f"De tolk schreef op: “{_AR} {_AR_VERDER}” Dat is voorgelezen aan Daniël (12).",
        )
    )


def _own() -> Iterator[tuple[str, Proefstuk]]:
    yield "pv-leeg", Proefstuk(lambda: proces_verbaal.maak_op(stuk(absoluut(), definitief=False)), True)
    yield "pv-minimaal", Proefstuk(lambda: proces_verbaal.maak_op(stuk(jongere_zelf())), False)
    yield "pv-luxe", Proefstuk(lambda: proces_verbaal.maak_op(stuk(luxe())), False)
    yield "pv-maximaal-400-rijen", Proefstuk(_vol_proces_verbaal, False, RIJEN)
    yield "verhoor-concept", Proefstuk(lambda: _hearing(definitief=False), True)
    yield "verhoor", Proefstuk(lambda: _hearing(definitief=True), False)
    yield "bezoek-leeg-concept", Proefstuk(lambda: _visit(0, vastgelegd=False), True)
    yield "bezoek-minimaal", Proefstuk(lambda: _visit(1, vastgelegd=True), False)
    yield "bezoek-40-bladen", Proefstuk(lambda: _visit(1100, vastgelegd=True), False)
    yield "bezoek-citaten-ar", Proefstuk(citaten, False)
    yield "verzuimbeeld-concept", Proefstuk(lambda: beeld(definitief=False, weken=2), True)
    yield "verzuimbeeld-14-weken", Proefstuk(lambda: beeld(weken=14), False)
    for taal in sorted(blad.taal for blad in taalbladen(meegeleverde_formulieren())[0]):
        yield f"verzuimbeeld-{taal}", Proefstuk(lambda taal=taal: beeld(taal), False)  # type: ignore[misc]
    yield "verzuimbeeld-leeg", Proefstuk(lambda: beeld(gemist=False), False)
    yield "verzuimbeeld-leeg-ar", Proefstuk(lambda: beeld("ar", gemist=False), False)


PROEFSTUKKEN: dict[str, Proefstuk] = {**dict(_forms()), **dict(_own())}


@cache
def gemaakt(name: str) -> Paper:
    """One of them, made once for all rules that look at it."""
    return PROEFSTUKKEN[name].maak()
