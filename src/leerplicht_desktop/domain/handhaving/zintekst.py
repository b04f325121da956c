"""How a sentence of the chronology reads on paper and on screen: one pattern per kind, never typed.

Only here words get quotation marks, and only those of :class:`Zinsoort.GEZEGD` (Sv 153 lid 2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from leerplicht_desktop.domain.datumtekst import kort, lang
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .pvzin import Bevinding, Stand, Zinsoort
from .zinbewerking import bronwoorden, citaat, enkel, hele_bron

STANDKOP = {
    Stand.NA_CAUTIE: "Wat de verdachte verklaarde na de cautie",
    Stand.CAUTIE_ZONDER_RECHTSBIJSTAND: (
        "Wat de verdachte zei nadat ik de cautie gaf, vóór ik de andere rechten noemde"
    ),
    Stand.ZONDER_CAUTIE: "Wat de verdachte zei zonder cautie",
    Stand.ONGEVRAAGD: "Wat de verdachte uit zichzelf zei",
    Stand.VOOR_VERDENKING: "Wat de verdachte zei vóór hij verdachte was",
}
"""Under which heading the words of a suspect stand."""
_ZAKELIJK = "zakelijk weergegeven"
_WAARNEMEN = "zag|zie|hoorde|hoor|rook|ruik|voelde|merkte|merk|constateerde|herkende"
_IK_ZAG = re.compile(rf"\bik ({_WAARNEMEN})\b", re.IGNORECASE)
_ZAG_IK = re.compile(rf"\b({_WAARNEMEN}) ik\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Zintekst:
    """A sentence as it reads: when, its words, and in small print where it comes from."""

    wanneer: str
    tekst: str
    bron: str


def zintekst(zin: Bevinding, stand: Stand | None = None, nummer: int | None = None) -> Zintekst:
    """The sentence in the pattern of its kind; ``nummer`` is that of its source in the list of sources."""
    wanneer = kort(zin.dag) if zin.alleen_dag else f"{kort(zin.dag)} {_uur(zin)}"
    return Zintekst(wanneer, woorden(zin, stand), bronregel(zin, nummer))


def woorden(zin: Bevinding, stand: Stand | None = None) -> str:
    """The words of a sentence, in the pattern of its kind."""
    if zin.soort is Zinsoort.EIGEN:
        return enkel(zin.tekst.strip())
    eigen = _gezegd(zin, stand) if zin.soort is Zinsoort.GEZEGD else _ander(zin)
    if not zin.van_collega:
        return eigen
    if zin.soort is Zinsoort.WAARNEMING and not zin.weergegeven:
        eigen = _van_een_ander(eigen)
    return f"Uit het verslag van collega {enkel(zin.bron.collega)} van {lang(zin.dag)} blijkt: {eigen}"


def _van_een_ander(tekst: str) -> str:
    """What a colleague saw or heard is never told as what the verbalisant saw or heard (Sv 153 lid 2)."""
    verteld = _IK_ZAG.sub(r"de collega \1", tekst)
    return _ZAG_IK.sub(r"\1 de collega", verteld)


def bronregel(zin: Bevinding, nummer: int | None = None) -> str:
    """Where it comes from, and when that was vastgelegd."""
    if zin.soort is Zinsoort.EIGEN:
        op = zin.geschreven_op or zin.moment
        return f"Door mij opgeschreven op {lang(in_nederland(op))}; hiervan is geen eerder verslag."
    kop = "Bron" if nummer is None else f"Bron {nummer}"
    vast = ""
    if zin.bron.vastgelegd_op is not None:
        om = in_nederland(zin.bron.vastgelegd_op)
        vast = f", vastgelegd {kort(om)} om {om:%H:%M} uur"
    return f"{kop}: {enkel(zin.bron.verwijzing)}{vast}"


def _uur(zin: Bevinding) -> str:
    return f"{in_nederland(zin.moment):%H:%M}"


def _gezegd(zin: Bevinding, stand: Stand | None) -> str:
    if zin.weergegeven:
        return f"{_wie(zin)} zei, {_ZAKELIJK}: {enkel(zin.tekst.strip())}"
    aangehaald = citaat(bronwoorden(zin))
    if zin.spreker is not None and zin.spreker.verbalisant:
        return f"Ik zei: {aangehaald}"
    if stand is None:
        return f"{_wie(zin)} zei{'' if zin.van_collega else ' tegen mij'}: {aangehaald}"
    return _van_verdachte(zin, stand, aangehaald)


def _van_verdachte(zin: Bevinding, stand: Stand, aangehaald: str) -> str:
    cautie = zin.verteld.cautie
    if cautie is not None:
        om = f"{in_nederland(cautie):%H:%M}"
        gaf = (
            f"nadat om {om} uur de cautie was gegeven"
            if zin.van_collega
            else (f"nadat ik om {om} uur de cautie had gegeven")
        )
        tekst = f"De verdachte zei, {gaf}: {aangehaald}"
        if stand is Stand.CAUTIE_ZONDER_RECHTSBIJSTAND:
            mist = [] if zin.verteld.feit else ["het feit"]
            mist += [] if zin.verteld.rechtsbijstand else ["het recht op een advocaat"]
            tekst += f" Op dat moment was {' en '.join(mist)} nog niet genoemd.{_omdat(zin)}"
        return tekst
    if stand is Stand.ONGEVRAAGD:
        bij_wie = "" if zin.van_collega else " van mij"
        return f"De verdachte zei uit zichzelf, zonder vraag{bij_wie}: {aangehaald}"
    if stand is Stand.ZONDER_CAUTIE:
        gaf = "Er was op dat moment geen cautie gegeven."
        if not zin.van_collega:
            gaf = "Ik had de verdachte op dat moment geen cautie gegeven."
        return f"De verdachte zei: {aangehaald} {gaf}{_omdat(zin)}"
    return f"De verdachte zei, toen er nog geen verdenking was: {aangehaald}{_omdat(zin)}"


def _omdat(zin: Bevinding) -> str:
    return f" Reden van opname: {enkel(zin.reden.strip()).rstrip('.')}." if zin.reden.strip() else ""


def _wie(zin: Bevinding) -> str:
    wie = zin.spreker
    if wie is not None and wie.verdachte:
        return "De verdachte"
    if wie is None or not wie.naam.strip():
        return "Iemand die zijn naam niet noemde,"
    rol = f", {enkel(wie.hoedanigheid)}," if wie.hoedanigheid.strip() else ""
    return f"{enkel(wie.naam.strip())}{rol}"


def _ander(zin: Bevinding) -> str:
    eigen = enkel(zin.tekst.strip()) if zin.weergegeven else enkel(bronwoorden(zin))
    if zin.soort is Zinsoort.SAMENVATTING:
        return f"{enkel(zin.aanloop)} Ik geef dit gesprek zakelijk weer: {eigen}"
    if zin.soort is Zinsoort.STUK and zin.weergegeven:
        return f"In het stuk staat, {_ZAKELIJK}: {eigen}"
    if zin.soort is Zinsoort.WAARNEMING and zin.aanloop and not zin.van_collega and not _begint_met_ik(eigen):
        return f"{zin.aanloop}: {eigen}"
    return eigen


def _begint_met_ik(tekst: str) -> bool:
    return tekst.casefold().startswith("ik ")


def volledige_tekst(zin: Bevinding) -> str:
    """All words of a source that stands on the paper in part or in other words; empty for the rest."""
    return hele_bron(zin) if zin.delen or zin.weergegeven else ""
