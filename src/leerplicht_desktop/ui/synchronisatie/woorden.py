"""Words for what the outbox and the history hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from leerplicht_desktop.casework.queries.caseload import SyncRonde
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.tokens import Tone

TOESTAND = {
    "new": (Tone.NEUTRAL, Icon.CLOUD_UPLOAD, "Nog niet verstuurd"),
    "waiting": (Tone.NEUTRAL, Icon.HOURGLASS, "Wacht op een ander bericht"),
    "applied": (Tone.OK, Icon.CHECK, "Verzonden"),
    "conflict": (Tone.WARN, Icon.TRIANGLE_ALERT, "Kantoor wijzigde hetzelfde"),
    "rejected": (Tone.DANGER, Icon.CIRCLE_ALERT, "Niet aangenomen"),
}

REDENEN = {
    "out_of_scope": "Dit dossier is niet meer van jou. De gemeente bewaart je tekst en zet die er alsnog in "
    "als het weer van jou wordt; bel anders je teamleider.",
    "dossier_gone": "Dit dossier bestaat bij de gemeente niet meer. Je tekst is bewaard; bel je teamleider.",
    "invalid": "De gemeente kon dit bericht niet lezen. Je tekst blijft bewaard; bel de beheerder.",
    "immutable": "Er staat al een andere versie met dit nummer. Je tekst blijft bewaard; bel de beheerder.",
    "after_rejected": "Dit hoort bij iets dat niet is aangenomen. Je tekst is bewaard; bel de beheerder.",
    "nummer": "Dit nummer staat al op een ander stuk. Je stuk blijft bewaard; bel de beheerder.",
    "nummer_niet_van_laptop": "Dit nummer is niet van deze laptop. Je stuk blijft bewaard; bel de beheerder.",
    "auteur": "Hier staat een andere naam of laptop in dan die van jou. Het is bewaard; bel de beheerder.",
    "recht_wpg": "Je rol geeft geen recht op opsporing (Wpg). Je tekst blijft bewaard; bel je teamleider.",
    "andermans": "Dit is van een collega: alleen wie het maakte, gaat ermee verder. Je tekst blijft bewaard.",
    "te_groot": "Dit is te groot om te versturen. Je tekst blijft bewaard; maak er kleinere stukken van.",
    "onbekend": "Er staat meer in dan de server kent. Je tekst blijft bewaard; bel de beheerder.",
    "bytes": "Dit bestand is geen foto (jpg of png) en geen pdf. Het blijft bewaard; voeg het toe als pdf.",
    "na_intrekking": "Ingeleverd na de intrekking van je laptop. Iemand bij de gemeente beoordeelt het.",
    "na_schorsing": "Ingeleverd nadat je toegang was stilgezet. Iemand bij de gemeente beoordeelt het.",
    "op_gewijzigd": "Dit was eerder anders verstuurd. Je tekst blijft bewaard; bel de beheerder.",
    "quarantaine_vol": "De gemeente moet eerst beoordelen wat je al inleverde. Dit wacht hier.",
    "dag_vol": "Je stuurde vandaag al zoveel als er op een dag bij kan. Dit wacht hier en gaat morgen mee.",
    "schema": "Dit programma is te oud voor de server. Werk het programma bij.",
}

_BEOORDEELD = frozenset({"na_intrekking", "na_schorsing"})
_VOL = frozenset({"quarantaine_vol", "dag_vol"})

_BESLIST = {
    "vrijgegeven": (Tone.OK, Icon.CHECK, "Alsnog aangenomen"),
    "overgedragen": (Tone.OK, Icon.CHECK, "Overgedragen"),
    "toegang_terug": (Tone.OK, Icon.CHECK, "Alsnog aangenomen"),
    "deels": (Tone.WARN, Icon.TRIANGLE_ALERT, "Deels aangenomen"),
    "afgewezen": (Tone.DANGER, Icon.CIRCLE_ALERT, "Niet opgenomen"),
}
"""What somebody at the municipality decided of work that was set aside; the reason stands behind a colon."""

_OORDEEL = {
    "vrijgegeven": "Beoordeeld: het staat nu in het dossier, op jouw naam.{}",
    "overgedragen": "Beoordeeld: het staat in het dossier op jouw naam, en een collega gaat ermee verder.{}",
    "toegang_terug": "Het dossier is weer van jou, en dit staat er nu in, op jouw naam.{}",
    "deels": "Dit gaat over meer kinderen. Het staat in het dossier dat van jou is; voor de andere bewaart "
    "de gemeente het.{} Het komt erbij als dat dossier weer van jou wordt.",
    "afgewezen": "Beoordeeld: het komt niet in het dossier.{} Je tekst blijft hier bewaard.",
}

_SOORTEN = {
    "deurbezoek": "Deurbezoek",
    "gespreksnotitie": "Gespreksnotitie",
    "terugmelding": "Terugmelding BRP",
    "procedure": "Procedure",
    "taak": "Taak",
    "taakafhandeling": "Taak afgehandeld",
    "verhoor": "Verhoor",
    "stuk": "Stuk",
    "stukstap": "Stap van een stuk",
    "bijlage": "Bijlage",
    "dossier": "Wat wij weten",
}

_ONTVANGEN = {
    **_SOORTEN,
    "school": "School",
    "dossier": "Dossier",
    "persoon": "Persoon",
    "verzuimmelding": "Verzuimmelding",
    "": "Onbekend gegeven",
}

_PROBLEMEN = {
    "GeenVerbinding": "geen verbinding",
    "ServerWeigert": "de server kon het niet verwerken",
    "AanmeldingVerlopen": "niet aangemeld",
    "AanmeldingNietAf": "aanmelden niet afgemaakt",
    "PoortBezet": "aanmelden niet afgemaakt",
    "AanmeldingGeweigerd": "aanmelden geweigerd",
    "Geschorst": "toegang stilgezet",
    "ApparaatIngetrokken": "laptop ingetrokken",
    "AnderCertificaat": "ander certificaat",
    "AndereServer": "andere server",
    "GegevensTeruggezet": "de gemeente heeft een back-up teruggezet; alles is nagelopen",
    "WerkAangevuld": "er ontbrak werk bij de gemeente; het is opnieuw aangeboden",
    "JournaalAangetast": "het journaal van de gemeente is veranderd",
    "VersieVerschil": "andere versie",
}


def stand_van(toestand: str, reden: str) -> tuple[Tone, Icon, str]:
    """How an item stands: tone, icon and word. What was handed in without a right is judged by a person."""
    if reden in _BEOORDEELD:
        return Tone.WARN, Icon.HOURGLASS, "Wordt beoordeeld"
    if reden in _VOL:
        return Tone.WARN, Icon.HOURGLASS, "Wacht op ruimte"
    woord = reden.partition(":")[0]
    if woord in _BESLIST:
        return _BESLIST[woord]
    return TOESTAND[toestand]


def reden_in_woorden(reden: str) -> str:
    """Why the municipality did not take something over. What is behind a colon names a field."""
    woord, _, verder = reden.partition(":")
    if woord in _OORDEEL:
        return _OORDEEL[woord].format(_waarom(woord, verder.strip()))
    return REDENEN.get(woord, REDENEN["invalid"])


def _waarom(woord: str, verder: str) -> str:
    if not verder:
        return ""
    punt = "" if verder.endswith((".", "!", "?")) else "."
    return f" {'Aan wie en waarom' if woord == 'overgedragen' else 'Reden'}: {verder}{punt}"


def wat_voor(entity: str) -> str:
    """What kind of work it is."""
    return _SOORTEN.get(entity, entity.capitalize())


def terzijde_in_woorden(soorten: Sequence[str], bijwerken: bool) -> str:
    """What was set aside and what to do; empty when nothing was."""
    if not soorten:
        return ""
    geteld = Counter(_ONTVANGEN.get(soort, soort.capitalize()) for soort in soorten)
    welke = ", ".join(f"{woord} ({aantal})" for woord, aantal in sorted(geteld.items()))
    doe = (
        "Werk het programma bij."
        if bijwerken
        else "De beheerder krijgt bericht; bel hem als je het nu nodig hebt."
    )
    return f"Niet te lezen en opzij gelegd: {welke}. Al het andere is wel binnen. {doe}"


def uitkomst_van_ronde(ronde: SyncRonde) -> str:
    """How a round went: "2 verzonden, 18 ontvangen, alles gecontroleerd"."""
    aantallen = f"{ronde.verzonden} verzonden, {ronde.ontvangen} ontvangen"
    if ronde.uitkomst == "goed":
        return f"{aantallen}, alles gecontroleerd"
    return f"{aantallen}, gestopt: {_PROBLEMEN.get(ronde.uitkomst, 'onbekende oorzaak')}"
