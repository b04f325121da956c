"""What is asked of leave and other excused absence, in the order in which an officer thinks of it."""

from __future__ import annotations

from datetime import date

from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.verlof.verlof import Melder, verlofredenen
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .vraag import Vraag, Vraagsoort

GEWICHTIG, BEROEP, RELIGIE, ZIEK, JONGSTE = "14", "13a", "13", "12", "11a"
VERLOF = (GEWICHTIG, BEROEP)
KENNISGEVING = (RELIGIE, ZIEK)
_HOOFD = (("beslist", ("hoofd",)),)
_AMBTENAAR = (("beslist", ("ambtenaar",)),)
_S = Vraagsoort


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions, with the reasons of the national table of that day."""
    jong = voluit(bepaling("verlof.jongste_leerlingen", dag).getal("leeftijd"))
    gronden = (
        (GEWICHTIG, "Gewichtige omstandigheden"),
        (BEROEP, "Vakantie door het beroep van een ouder"),
        (RELIGIE, "Religieuze plicht"),
        (ZIEK, "Ziekte"),
        (JONGSTE, f"Jonger dan {jong} jaar"),
    )
    redenen = tuple((een.sleutel, _reden(een.sleutel)) for een in verlofredenen(dag))
    return (
        Vraag("grond", "Waarvoor?", _S.KEUZE, keuzes=gronden, kop="De aanvraag of kennisgeving", nodig=True),
        Vraag("van", "Eerste dag", _S.DAG, bij=(("grond", (*VERLOF, *KENNISGEVING, JONGSTE)),), nodig=True),
        Vraag("tot", "Laatste dag", _S.DAG, bij=(("grond", (*VERLOF, *KENNISGEVING)),)),
        Vraag("dagtekening", "Datum op de aanvraag", _S.DAG, bij=(("grond", VERLOF),)),
        Vraag(
            "ontvangen_op",
            "Wanneer kwam het binnen?",
            _S.DAG,
            "Bij de school of bij jou: de dag waarop het is ontvangen.",
            bij=(("grond", (*VERLOF, *KENNISGEVING)),),
        ),
        Vraag("melder", "Wie meldde het?", _S.KEUZE, keuzes=_melders(), bij=(("grond", KENNISGEVING),)),
        Vraag(
            "zelfstandig",
            "Woont de jongere niet meer thuis?",
            _S.JA_NEE,
            bij=(("melder", (Melder.JONGERE.value,)),),
        ),
        Vraag(
            "reden",
            "Welke reden?",
            _S.KEUZE,
            keuzes=(*redenen, ("anders", "Een andere reden")),
            bij=(("grond", (GEWICHTIG,)),),
        ),
        Vraag("toelichting", "Wat schrijft het gezin?", _S.TEKST, bij=(("grond", VERLOF),)),
        Vraag("bewijs", "Welk bewijs zag je?", _S.REGEL, bij=(("grond", VERLOF),)),
        Vraag(
            "schooldagen",
            "Hoeveel schooldagen?",
            _S.GETAL,
            "Het rooster van de school is niet bekend. Tel zelf de dagen met les.",
            bij=(("grond", VERLOF), ("rooster", (False,))),
        ),
        Vraag(
            "lesdagen_per_week",
            "Hoeveel dagen per week gaat de jongere naar school?",
            _S.GETAL,
            "Alleen voor wie kwalificatieplichtig is. Laat leeg bij een volle week.",
            bij=(("grond", VERLOF), ("kwalificatieplichtig", (True,))),
        ),
        *_eerder(),
        Vraag("uren", "Hoeveel uur in deze week?", _S.GETAL, bij=(("grond", (JONGSTE,)),)),
        Vraag("toestemming", "Gaf het hoofd toestemming?", _S.JA_NEE, bij=(("grond", (JONGSTE,)),)),
        *_verloop(),
    )


def _melders() -> tuple[tuple[str, str], ...]:
    return tuple((een.value, f"{een.value[:1].upper()}{een.value[1:]}") for een in Melder)


def _reden(sleutel: str) -> str:
    return sleutel.replace("_", " ").capitalize()


def _eerder() -> tuple[Vraag, ...]:
    return (
        Vraag(
            "eerder_dagen",
            "Hoeveel dagen verlof gaf het hoofd dit schooljaar al?",
            _S.GETAL,
            "Wat jij zelf verleende, telt het programma mee.",
            bij=(("grond", (GEWICHTIG,)),),
            kop="Wat er al was",
        ),
        Vraag("eerder_bron", "Van wie weet je dat?", _S.REGEL, bij=(("grond", (GEWICHTIG,)),)),
        Vraag(
            "eerder_beroep",
            "Was er dit schooljaar al verlof door het beroep?",
            _S.JA_NEE,
            bij=(("grond", (BEROEP,)),),
            kop="Wat er al was",
        ),
        Vraag(
            "specifieke_aard",
            "Kan het gezin door het beroep in geen enkele schoolvakantie weg?",
            _S.JA_NEE,
            bij=(("grond", (BEROEP,)),),
        ),
    )


def _verloop() -> tuple[Vraag, ...]:
    uitkomst = (("verleend", "Verleend"), ("deels", "Deels verleend"), ("geweigerd", "Geweigerd"))
    return (
        Vraag(
            "doorgestuurd_op",
            "Wanneer stuurde je het door naar het hoofd?",
            _S.DAG,
            "Leeg als de school het zelf ontving.",
            bij=_HOOFD,
            kop="Het hoofd beslist",
        ),
        Vraag("uitkomst_hoofd", "Wat besloot het hoofd?", _S.KEUZE, keuzes=uitkomst, bij=_HOOFD),
        Vraag("uitkomst_op", "Wanneer besloot het hoofd?", _S.DAG, bij=_HOOFD),
        Vraag("compleet", "Is de aanvraag compleet?", _S.JA_NEE, bij=_AMBTENAAR, kop="Jij beslist"),
        Vraag("hoofd_gehoord_op", "Wanneer hoorde je het hoofd?", _S.DAG, bij=_AMBTENAAR),
        Vraag("hoofd_mening", "Wat vindt het hoofd?", _S.TEKST, bij=_AMBTENAAR),
        Vraag("besluit", "Wat besluit je?", _S.KEUZE, keuzes=uitkomst, bij=_AMBTENAAR),
        Vraag(
            "zienswijze_op",
            "Wanneer gaf je het gezin de kans om te reageren?",
            _S.DAG,
            "Nodig als je weigert om feiten die anders zijn dan het gezin schreef.",
            bij=(*_AMBTENAAR, ("besluit", ("deels", "geweigerd"))),
        ),
        Vraag(
            "besluit_op",
            "Wanneer besliste je?",
            _S.DAG,
            bij=(*_AMBTENAAR, ("besluit", ("verleend", "deels", "geweigerd"))),
        ),
        Vraag(
            "verleend_dagen",
            "Hoeveel schooldagen verleen je?",
            _S.GETAL,
            bij=(*_AMBTENAAR, ("besluit", ("deels",))),
        ),
        Vraag(
            "besluit_tekst",
            "Het besluit, per periode",
            _S.TEKST,
            bij=(*_AMBTENAAR, ("besluit", ("deels", "geweigerd"))),
        ),
        Vraag("afweging", "Waarom besluit je dit?", _S.TEKST, bij=_AMBTENAAR),
    )
