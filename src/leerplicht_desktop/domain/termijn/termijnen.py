"""Terms: when they begin, when they end, why, and what moved them.

A term is a value made from one event and one provision of the dated law data. When the event moves, a new
value is made; ``verschil`` tells what moved it. Lengths, directions and the kind of source stand in
``resources/wet/termijnen.toml``; what a weekend at the end does follows from that kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumsom import maanden_verder
from leerplicht_desktop.domain.datumtekst import kort, lang, met_weekdag
from leerplicht_desktop.domain.eisen import eis_datum
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.feestdagen import rustdag, werkdag_tot, werkdag_vanaf
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

_DAG = timedelta(days=1)


class Richting(StrEnum):
    """How a term lies to the event it hangs on."""

    VOORUIT = "vooruit"
    TERUG = "terug"
    VASTE_DAG = "vaste_dag"


class Einde(StrEnum):
    """What happens when the last day is a Saturday, Sunday or holiday."""

    VERLENGD = "verlengd"
    VERVROEGD = "vervroegd"
    ONGEWIJZIGD = "ongewijzigd"
    ONZEKER = "onzeker"


class Grondslagsoort(StrEnum):
    """What kind of source a term rests on; the Algemene termijnenwet reaches the first two only."""

    WET = "wet"
    AMVB = "amvb"
    REGELING = "ministeriele_regeling"
    EU = "eu"
    BELEID = "beleid"


class Tijdig(StrEnum):
    """Whether something came in time."""

    OP_TIJD = "op tijd"
    ONZEKER = "onzeker"
    TE_LAAT = "te laat"


@dataclass(frozen=True, slots=True)
class Termijn:
    """A term. ``begint`` is the first day that counts, ``nominaal`` the day it would end by counting alone,
    ``laatste_dag`` the last day on which one is in time; ``aanleiding`` names the event on ``sinds``, and
    ``rustdagregel`` what a weekend or holiday at the end does. ``onzeker_tot`` is the last day of
    which nobody found whether it is still in time; None when the term leaves no such doubt."""

    sleutel: str
    naam: str
    aanleiding: str
    sinds: date
    begint: date
    nominaal: date
    laatste_dag: date
    richting: Richting
    rustdagregel: Einde
    uitleg: Uitleg
    onzeker_tot: date | None = None

    @property
    def einde(self) -> date:
        """The last day on which one is in time; the same as ``laatste_dag``."""
        return self.laatste_dag

    def met(self, sinds: date) -> Termijn:
        """The same term after its event moved to another day, by the law of that day."""
        return termijn(self.sleutel, sinds)

    def tijdig(self, dag: date) -> Tijdig:
        """Whether a day is in time."""
        if dag <= self.laatste_dag:
            return Tijdig.OP_TIJD
        return Tijdig.ONZEKER if self.onzeker_tot is not None and dag <= self.onzeker_tot else Tijdig.TE_LAAT

    def dagen_over(self, vandaag: date) -> int:
        """Days left after today: 0 on the last day, negative when it is too late."""
        return (self.laatste_dag - vandaag).days

    @staticmethod
    def verschil(oud: Termijn, nieuw: Termijn) -> Verschuiving:
        """What moved a term, and by how much.

        Raises DomainError (``termijn``) when the two are not the same term.
        """
        if oud.sleutel != nieuw.sleutel:
            raise DomainError(
                "termijn",
                "Dit zijn twee verschillende termijnen; vergelijk een termijn met zichzelf.",
                nieuw.uitleg.artikel,
            )
        invoer = () if oud.sinds == nieuw.sinds else ((oud.aanleiding, oud.sinds, nieuw.sinds),)
        wet = () if oud.uitleg.wetsversie == nieuw.uitleg.wetsversie else (nieuw.uitleg.wetsversie,)
        return Verschuiving((nieuw.laatste_dag - oud.laatste_dag).days, invoer, wet, nieuw.laatste_dag)


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """How far the last day moved and through what: each input with its old and new day, and the law."""

    dagen: int
    invoer: tuple[tuple[str, date, date], ...]
    wetsversie: tuple[str, ...]
    laatste_dag: date

    @property
    def tekst(self) -> str:
        """One Dutch sentence for the officer."""
        oorzaken = [f"{naam} ging van {kort(oud)} naar {kort(nieuw)}" for naam, oud, nieuw in self.invoer]
        oorzaken += [f"er geldt nu een andere regel ({versie})" for versie in self.wetsversie]
        if not oorzaken:
            return f"Er is niets veranderd: de laatste dag blijft {lang(self.laatste_dag)}."
        return f"{hoofdletter(' en '.join(oorzaken))}; {_consequence(self.dagen, self.laatste_dag)}."


@dataclass(frozen=True, slots=True)
class Tijdigheid:
    """Whether something came in time, and why."""

    op_tijd: bool
    uitleg: Uitleg


def termijn(sleutel: str, sinds: date) -> Termijn:
    """Compute a term of ``termijnen.toml`` by its key, from the day of its event.

    Raises DomainError (``dag``) when the law did not know the term on that day, and (``datum``) for a day
    too far ahead to be right.
    """
    eis_datum("datum", sinds, bepaling(f"termijn.{sleutel}", None).artikel)
    bron = bepaling(f"termijn.{sleutel}", sinds)
    richting, einde = Richting(str(bron.waarden["richting"])), _einde(bron, sinds)
    begint, nominaal = _span(bron, richting, sinds)
    laatste = {Einde.VERLENGD: werkdag_vanaf, Einde.VERVROEGD: werkdag_tot}.get(einde, _ongewijzigd)(nominaal)
    onzeker_tot = werkdag_vanaf(nominaal) if einde is Einde.ONZEKER and rustdag(nominaal) else None
    naam, aanleiding = str(bron.waarden["naam"]), str(bron.waarden["aanleiding"])
    tot = sinds - _DAG if richting is Richting.TERUG else nominaal
    uitleg = bron.uitleg(
        " ".join((bron.regel, _verloop(begint, nominaal, laatste), *_twijfel(onzeker_tot))),
        ((aanleiding, kort(sinds)),),
        tuple(_range(begint, tot)),
    )
    return Termijn(
        sleutel, naam, aanleiding, sinds, begint, nominaal, laatste, richting, einde, uitleg, onzeker_tot
    )


def bezwaartermijn(verzonden: date, document: Documentsoort | None = None) -> Termijn:
    """The term for objection to a decision sent on a day: six weeks from the day after (Awb 6:7, 6:8).

    Only a decision can be objected to: raises DomainError (``document``) for any other document.
    """
    if document is not None and not document.is_besluit(verzonden):
        raise DomainError(
            "document",
            "Tegen dit stuk kan geen bezwaar worden gemaakt, want het is geen besluit. Laat de "
            "bezwaarclausule weg.",
            "artikel 1:3 en 7:1 Algemene wet bestuursrecht",
        )
    return termijn("bezwaar", verzonden)


def bezwaar_tijdig(bezwaar: Termijn, ontvangen: date, gepost: date | None = None) -> Tijdigheid:
    """Whether an objection came in time: received on the last day at the latest, or posted by then and
    received within a week after (Awb 6:9). ``gepost`` is the day of posting, None when not by post.

    Raises DomainError (``gepost``) for a letter that was received before it was posted."""
    post = termijn("bezwaar_post", bezwaar.laatste_dag)
    bron = bepaling("termijn.bezwaar_post", bezwaar.laatste_dag)
    eis_datum("ontvangen", ontvangen, bron.artikel)
    if gepost is not None and eis_datum("gepost", gepost, bron.artikel) > ontvangen:
        bericht = "De brief is ontvangen voordat hij is gepost. Kijk naar het poststempel."
        raise DomainError("gepost", bericht, bron.artikel)
    per_post = gepost is not None and gepost <= bezwaar.laatste_dag and ontvangen <= post.laatste_dag
    op_tijd = ontvangen <= bezwaar.laatste_dag or per_post
    invoer = (
        ("laatste dag", kort(bezwaar.laatste_dag)),
        ("ontvangen", kort(ontvangen)),
        ("gepost", kort(gepost) if gepost else "niet per post"),
        ("uiterste ontvangst per post", kort(post.laatste_dag)),
    )
    return Tijdigheid(op_tijd, bron.uitleg(bron.regel, invoer))


def proces_verbaal_termijnen(
    eerste_verhoor: date | None = None, melding: date | None = None, *, minderjarig: bool = False
) -> tuple[Termijn, ...]:
    """The alarms for a proces-verbaal that already run, the first to end in front.

    ``minderjarig`` is the suspect's age at the hearing. The alarms are policy of the OM, not law, so they
    ring on the last working day before rather than the first after.
    """
    sleutels = [("pv_eerste_verhoor", eerste_verhoor), ("pv_melding", melding)]
    if minderjarig:
        sleutels += [("pv_minderjarig_parket", eerste_verhoor), ("pv_minderjarig_uiterst", eerste_verhoor)]
    lopend = [termijn(sleutel, sinds) for sleutel, sinds in sleutels if sinds is not None]
    return tuple(sorted(lopend, key=lambda een: een.laatste_dag))


def eerste_kennisgeving(begin_leerplicht: date) -> Termijn:
    """Until when a first appeal to an exemption is in time: a month before the duty begins (LPW 6 lid 1)."""
    return termijn("kennisgeving_eerste", begin_leerplicht)


def jaarlijkse_kennisgeving(peildatum: date) -> Termijn:
    """The next yearly notice of an exemption: before 1 July (LPW 6 lid 2)."""
    return termijn("kennisgeving_jaarlijks", peildatum)


def _span(bron: Bepaling, richting: Richting, sinds: date) -> tuple[date, date]:
    if richting is Richting.VASTE_DAG:
        grens = date(sinds.year, bron.getal("maand"), bron.getal("dag"))
        grens = grens if sinds < grens else grens.replace(year=sinds.year + 1)
        return sinds, grens - _DAG
    aantal, eenheid = bron.getal("aantal"), str(bron.waarden["eenheid"])
    if richting is Richting.TERUG:
        begint = _verschoven(sinds, -aantal, eenheid)
        return begint, begint
    return sinds + _DAG, _verschoven(sinds, aantal, eenheid)


def _verschoven(dag: date, aantal: int, eenheid: str) -> date:
    """A day so many days, weeks or months on; a month without that day gives its last one."""
    if eenheid == "maanden":
        return maanden_verder(dag, aantal)
    return dag + timedelta(weeks=aantal) if eenheid == "weken" else dag + timedelta(days=aantal)


def _einde(bron: Bepaling, sinds: date) -> Einde:
    """What a weekend at the end does, by the kind of source and the direction.

    Sources: articles 1, 4 and 5 Algemene termijnenwet; article 3 lid 4 Verordening 1182/71.
    """
    soort, richting = Grondslagsoort(bron.tekst("grondslag_soort")), Richting(bron.tekst("richting"))
    if soort is Grondslagsoort.BELEID:
        return Einde.VERVROEGD
    if soort is Grondslagsoort.REGELING or richting is Richting.TERUG:
        return Einde.ONGEWIJZIGD
    if richting is Richting.VASTE_DAG:
        return Einde.ONZEKER
    if soort is Grondslagsoort.EU:
        return Einde.VERLENGD
    grens = bepaling("termijn.verlenging", sinds).getal(bron.tekst("eenheid"))
    return Einde.VERLENGD if bron.getal("aantal") <= grens else Einde.ONGEWIJZIGD


def _twijfel(onzeker_tot: date | None) -> tuple[str, ...]:
    if onzeker_tot is None:
        return ()
    return (
        f"Of een dag tot en met {met_weekdag(onzeker_tot)} nog op tijd is, is onzeker: ga er niet van uit.",
    )


def _ongewijzigd(dag: date) -> date:
    return dag


def _verloop(begint: date, nominaal: date, laatste: date) -> str:
    if begint == nominaal:
        return f"De laatste dag is {met_weekdag(laatste)}."
    loop = f"De eerste dag die telt is {lang(begint)}."
    if laatste == nominaal:
        return f"{loop} De laatste dag is {met_weekdag(laatste)}."
    reden = rustdag(nominaal)
    schuift = "loopt de termijn door tot en met" if laatste > nominaal else "is de laatste werkdag ervoor"
    return (
        f"{loop} De termijn eindigt op {lang(nominaal)}, maar dat is {reden}; "
        f"daarom {schuift} {met_weekdag(laatste)}."
    )


def _range(van: date, tot: date) -> list[date]:
    return [van + _DAG * n for n in range((tot - van).days + 1)]


def _consequence(dagen: int, laatste: date) -> str:
    if dagen == 0:
        return f"de laatste dag blijft {lang(laatste)}"
    aantal = "1 dag" if abs(dagen) == 1 else f"{abs(dagen)} dagen"
    return f"de laatste dag is nu {lang(laatste)} ({aantal} {'later' if dagen > 0 else 'eerder'})"
