"""Questions that a paper answers whatever the answer is: what the law excuses, and what the judge will ask.

No answer blocks; a question that was not answered does, and every answer is printed. Source: Leerplichtwet
1969 articles 2 lid 2, 4a, 5 to 15, 12 to 14, 22; Sv 27c; Sr 77e.
"""

from __future__ import annotations

from collections.abc import Iterator

from leerplicht_desktop.domain.datumtekst import dagen_in_woorden
from leerplicht_desktop.domain.plicht.leerplicht import Plicht

from .datumpunten import niet_gehoord_over
from .grondslagen import Rol
from .proces_verbaal import ProcesVerbaal
from .pvzin import Stand
from .verhoor import Gewicht, Punt


def vraagpunten(pv: ProcesVerbaal) -> Iterator[Punt]:
    """Each question that is still open."""
    if not pv.aanvulling_op and pv.feiten:
        yield from _over_het_feit(pv)
    yield from _over_het_verhoor(pv)


def _vraag(veld: str, antwoord: str, bericht: str, regel: str) -> Iterator[Punt]:
    if not antwoord.strip():
        yield Punt(veld, bericht, regel, Gewicht.ANTWOORD)


def _over_het_feit(pv: ProcesVerbaal) -> Iterator[Punt]:
    namen = " en ".join(jongere.naam for jongere in pv.jongeren)
    school, persoon = pv.school, pv.persoon
    if pv.is_ingeschreven:
        bericht = (
            f"Is {namen} ziek gemeld? Schrijf door wie, wanneer, voor welke dagen, of het op tijd was en wat "
            "je vaststelde; of dat er geen ziekmelding was."
        )
        yield from _vraag("school.ziekmelding", school.ziekmelding, bericht, "Leerplichtwet 12")
        bericht = (
            "Is verlof gevraagd? Schrijf wie besliste, wanneer en waarover; of dat het niet is gevraagd."
        )
        yield from _vraag("school.verlof", school.verlof, bericht, "Leerplichtwet 11, 13a en 14")
    bericht = (
        f"Is voor {namen} een beroep op vrijstelling gedaan, en voor het eerst of zoals elk jaar? Schrijf "
        "waar en wanneer je het nakeek."
    )
    yield from _vraag("school.vrijstelling", school.vrijstelling, bericht, "Leerplichtwet 5 tot en met 15")
    kwalificatie = dict.fromkeys(
        feit.jongere.naam for feit in pv.feiten if feit.grondslag.plicht is Plicht.KWALIFICATIEPLICHT
    )
    if kwalificatie:
        wie = " en ".join(kwalificatie)
        bericht = f"Heeft {wie} een diploma havo, vwo of mbo 2–4? Schrijf wie dat zei of waar het staat."
        yield from _vraag("school.startkwalificatie", school.startkwalificatie, bericht, "Leerplichtwet 4a")
    bericht = "Hoe heb je de verdachte gehoord en bewogen de wet na te komen? Of schrijf waarom niet."
    yield from _vraag("persoon.gehoord", persoon.gehoord, bericht, "Leerplichtwet 22")
    bericht = "Wat deed de verdachte om het verzuim te voorkomen, en wat verwijt je hem?"
    yield from _vraag("persoon.verwijtbaarheid", persoon.verwijtbaarheid, bericht, "Leerplichtwet 2 lid 2")
    if pv.verdachte.rol is Rol.JONGERE:
        bericht = "Toetste je of Halt mogelijk was? Schrijf wanneer, de uitkomst en waarom."
        yield from _vraag("persoon.halt", persoon.halt, bericht, "Sr 77e")


def _over_het_verhoor(pv: ProcesVerbaal) -> Iterator[Punt]:
    aan_de_deur = any(pv.stand(zin) is Stand.NA_CAUTIE for zin in pv.bevindingen)
    if not pv.verhoren and not pv.gehoord_in and not aan_de_deur:
        bericht = "Er is geen verhoor. Schrijf waarom de verdachte niet is gehoord."
        yield from _vraag("niet_gehoord", pv.niet_gehoord, bericht, "Sv 27c")
    if daarna := niet_gehoord_over(pv):
        bericht = (
            f"{dagen_in_woorden(daarna)}: dat is na het verhoor. Hoor de verdachte opnieuw, of schrijf "
            "waarom dat niet gebeurde."
        )
        yield from _vraag("na_verhoor", pv.na_verhoor, bericht, "Sv 27c")
