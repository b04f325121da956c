"""The meldcode: five steps in their order; acute danger goes to Veilig Thuis at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.handhaving.mas import meldcode
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel, werkdagen_later
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .oordeel import Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Vraag, Vraagsoort

_S = Vraagsoort
_GESPREK = 3
"""The talk with parents and jongere: the one step that may be left out, when it is not safe."""


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions, by the steps of that day."""
    stappen = bepaling("mas.meldcode", dag).lijst("stappen")
    return (
        Vraag("acuut", "Is het nu acuut of structureel onveilig?", _S.JA_NEE, kop="Veiligheid", nodig=True),
        *(
            Vraag(f"stap_{n}_op", f"Stap {n}, {naam}: wanneer?", _S.DAG, kop="De stappen" if n == 1 else "")
            for n, naam in enumerate(stappen, 1)
        ),
        Vraag("geraadpleegd", "Wie raadpleegde je? Noem de functie.", _S.REGEL, kop="Wat eruit kwam"),
        Vraag("onveilig", "Sloeg je het gesprek over omdat het onveilig was? Waarom?", _S.TEKST),
        Vraag("melden", "Is een melding bij Veilig Thuis nodig?", _S.JA_NEE),
        Vraag("hulp", "Kun je ook zelf hulp bieden of regelen?", _S.JA_NEE),
        Vraag("gemeld_op", "Wanneer meldde je?", _S.DAG, bij=(("melden", (True,)),)),
        Vraag(
            "antwoord_op", "Wanneer kwam het antwoord van Veilig Thuis?", _S.DAG, bij=(("melden", (True,)),)
        ),
        Vraag("antwoord", "Wat was het antwoord?", _S.TEKST, bij=(("melden", (True,)),)),
    )


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """What comes next."""
    stappen = bepaling("mas.meldcode", feiten.vandaag).lijst("stappen")
    dagen = {n: antwoorden.dag(f"stap_{n}_op") for n in range(1, len(stappen) + 1)}
    gezet = [n for n, op in dagen.items() if op is not None or _overgeslagen(n, antwoorden)]
    acuut = antwoorden.ja("acuut") is True
    stand = meldcode(gezet, feiten.vandaag, acuut)
    gemeld = antwoorden.dag("gemeld_op")
    moet = antwoorden.ja("melden") is True or (acuut and gemeld is None)
    kop = f"Volgende stap: {stand.volgende}." if stand.volgende else "Alle stappen zijn gezet."
    if acuut and gemeld is None:
        kop = "Acuut onveilig: meld nu bij Veilig Thuis."
    elif gemeld is not None:
        kop = f"Gemeld bij Veilig Thuis op {lang(gemeld)}."
    klaar = not stand.volgende and (not moet or antwoorden.dag("antwoord_op") is not None)
    return Oordeel(
        kop,
        (
            *(Fase(naam[:1].upper() + naam[1:], dagen[n], n in gezet) for n, naam in enumerate(stappen, 1)),
            Fase("Gemeld bij Veilig Thuis", gemeld, gemeld is not None),
        ),
        (
            Zin(
                f"Volgende stap: {stand.volgende or 'geen'}.",
                Weging.TEGEN if stand.meteen_melden else Weging.FEIT,
                stand.uitleg,
            ),
            Zin("Wat hier staat komt nooit vanzelf in een proces-verbaal of bij een ouder.", Weging.LET_OP),
        ),
        tuple(_beletsel(dagen, antwoorden)),
        brief=Documentsoort.ZORGMELDING if moet and gemeld is None else None,
        brief_waarden={"spoed": acuut or None},
        taken=tuple(_taken(antwoorden, gemeld, feiten)),
        klaar=klaar,
    )


def _overgeslagen(nummer: int, antwoorden: Antwoorden) -> bool:
    return nummer == _GESPREK and bool(antwoorden.tekst("onveilig"))


def _beletsel(dagen: dict[int, date | None], antwoorden: Antwoorden) -> Iterator[tuple[str, str]]:
    vorige: date | None = None
    for nummer, op in dagen.items():
        if op is not None and vorige is not None and op < vorige:
            yield f"stap_{nummer}_op", "Deze stap ligt vóór de stap ervoor. Verbeter de dag."
        vorige = op or vorige
    if antwoorden.ja("melden") is False and antwoorden.ja("acuut") is True:
        yield "melden", "Bij acute onveiligheid meld je altijd bij Veilig Thuis."


def _taken(antwoorden: Antwoorden, gemeld: date | None, feiten: Zaakfeiten) -> Iterator[Taakvoorstel]:
    if gemeld is None or antwoorden.dag("antwoord_op") is not None:
        return
    wet = bepaling("mas.meldcode", gemeld)
    uiterlijk = werkdagen_later(gemeld, wet.getal("werkdagen_terugkoppeling"))
    wat = "Vraag Veilig Thuis wat er met de melding gebeurt"
    yield Taakvoorstel(f"meldcode:{gemeld.isoformat()}", wat, uiterlijk, wet.uitleg(wet.regel))


MELDCODEDEUR = Deur(
    Proceduresoort.MELDCODE,
    "Zorgen om de veiligheid van een jongere",
    vragen,
    regel,
)
