"""Known problems: things that go wrong in the field and have one remedy.

    BekendProbleem
    ├── KluisProblem
    │   ├── VerkeerdeWachtzin      wait, try again
    │   ├── KluisNieuwer           update the program; the file is untouched
    │   ├── KluisBeschadigd        keep the file, call support; nothing is deleted
    │   │   ├── KluisAfgebroken    smaller than can be; put a backup back
    │   │   └── KluisVanElders     another vault's file in this place
    │   ├── KluisHersteld          the log was broken, nothing is missing
    │   ├── KluisStaartKwijt       the last changes are missing, so many
    │   ├── KluisTeruggezet        older than what was shown; no numbers until there was contact
    │   ├── LeeslogKapot           tell the privacy officer; work goes on
    │   ├── GrondGevraagd          say why a record of the Wpg is looked at
    │   ├── Afgeschermd            a record of the Wpg is too old to be used
    │   ├── SleutelsOntbreken      the key slots are gone; recovery at the office
    │   ├── SleutelbosOpSlot       unlock the keyring of the system and try again; no try was counted
    │   ├── SleutelbosWeg          half of the key is not in the keyring any more
    │   ├── AndereSleutelbos       the keyring is of another laptop or user
    │   ├── SleutelsOuder          the slots are older than the last passphrase
    │   ├── KluisBestaatAl         a vault is never overwritten
    │   ├── InhoudBeschadigd       the bytes are not those that were kept; not shown, not printed
    │   ├── SchijfVol              make room; what was committed is safe
    │   │   └── ReservekopieMislukt
    │   ├── KluisBezet             another program has it open
    │   ├── NetwerkSchijf          another folder
    │   └── AlleenLezen            the folder cannot be written
    │       └── AndereGebruiker    the folder is of somebody else
    ├── FormulierWeg               the municipality puts it back; the text is kept
    └── SyncProblem
        ├── GeenVerbinding         goes on by itself
        ├── ServerWeigert          the server answered with a reason
        ├── AanmeldingVerlopen     sign in again
        ├── AanmeldingNietAf       begin again whenever you like
        │   └── PoortBezet         another program holds the way back from the browser
        ├── AanmeldingGeweigerd    this account is not let in
        ├── ApparaatIngetrokken    this laptop may only hand in what it has
        ├── Geschorst              this officer may only hand in what he has
        ├── AnderCertificaat       not the server of the enrolment
        ├── AndereServer           another epoch: data were put back or replaced
        ├── GegevensTeruggezet     a backup was put back there; what was lost was offered again
        ├── WerkAangevuld          what was handed in is gone there, and was offered again
        ├── JournaalAangetast      tell the privacy officer; work goes on
        └── VersieVerschil         program and server do not understand each other

Each has one Dutch sentence of what happened and why, and one of what to do now. No personal data in either.
"""

from __future__ import annotations


class BekendProbleem(Exception):  # noqa: N818 - a known problem is not an error of the program
    """``bericht`` says what happened, ``remedie`` what to do now, ``actie`` names the button that helps."""

    bericht = "Er ging iets mis."
    remedie = "Probeer het opnieuw."
    actie: str | None = None

    def __init__(self, bericht: str | None = None, remedie: str | None = None) -> None:
        if bericht is not None:
            self.bericht = bericht
        if remedie is not None:
            self.remedie = remedie
        super().__init__(f"{self.bericht} {self.remedie}")


class KluisProblem(BekendProbleem):
    """The encrypted file."""


class VerkeerdeWachtzin(KluisProblem):
    """The passphrase did not open the slot. ``wacht`` is the delay before the next try, in seconds."""

    bericht = "Deze wachtzin klopt niet."
    remedie = "Kijk of Caps Lock uit staat en typ de wachtzin nog een keer."

    def __init__(self, wacht: float = 0.0) -> None:
        self.wacht = wacht
        super().__init__()


class KluisNieuwer(KluisProblem):
    """The file was written by a newer major version."""

    bericht = "Dit bestand is gemaakt met een nieuwere versie van Leerplicht Desktop."
    remedie = "Werk het programma bij. Er is niets aan het bestand veranderd."


class KluisBeschadigd(KluisProblem):
    """The file cannot be read although the key is right."""

    bericht = "Het versleutelde bestand op deze laptop is beschadigd."
    remedie = (
        "Er is niets gewist. Zet de laptop niet terug en bel de beheerder: wat al is verstuurd staat bij de "
        "gemeente, de rest kan worden gered uit het bestand."
    )


class KluisAfgebroken(KluisBeschadigd):
    """The file is smaller than one page, or ends within one."""

    bericht = "Het kluisbestand is afgebroken: het is kleiner dan kan. Er is niets overschreven."
    remedie = 'Kies "Reservekopie terugzetten".'


class KluisVanElders(KluisBeschadigd):
    """The file lies beside the record of another one, and the key does not fit."""

    bericht = "Dit kluisbestand hoort bij een andere kluis. Er is niets overschreven."
    remedie = 'Zet het eigen bestand van deze laptop terug, of kies "Reservekopie terugzetten".'


class KluisHersteld(KluisProblem):
    """The log was broken; every page of it proved whole."""

    bericht = "Na een storing was het laatste stuk van je kluis beschadigd. Alles is teruggevonden."
    remedie = "Je hoeft niets te doen."


class KluisStaartKwijt(KluisProblem):
    """The last ``wijzigingen`` are missing; ``teksten`` of them came back."""

    def __init__(self, wijzigingen: int, teksten: int) -> None:
        self.wijzigingen, self.teksten = wijzigingen, teksten
        aantal = f"de laatste {wijzigingen} wijzigingen" if wijzigingen > 1 else "de laatste wijziging"
        gevonden = f"{teksten} teksten zijn" if teksten > 1 else "Eén tekst is"
        super().__init__(
            f"Na een storing ontbre{'ken' if wijzigingen > 1 else 'ekt'} {aantal}.",
            f'{gevonden} teruggevonden; bekijk {"ze" if teksten > 1 else "die"} bij "Teruggevonden".'
            if teksten
            else "Kijk je laatste werk na en vul aan wat weg is. De rest van je kluis is heel.",
        )


class KluisTeruggezet(KluisProblem):
    """The vault is older than what it showed: somebody put a copy back. ``wijzigingen`` are missing."""

    def __init__(self, wijzigingen: int) -> None:
        self.wijzigingen = wijzigingen
        aantal = f"{wijzigingen} wijzigingen ontbreken" if wijzigingen > 1 else "1 wijziging ontbreekt"
        super().__init__(
            f"Deze kluis is ouder dan wat je al liet zien: {aantal}.",
            "Er worden geen nummers uitgegeven tot er contact is met de gemeente.",
        )


class LeeslogKapot(KluisProblem):
    """The chain of the log of reading does not fit from line ``regel`` on."""

    def __init__(self, regel: int) -> None:
        self.regel = regel
        super().__init__(
            f"Het leeslogboek klopt niet vanaf regel {regel}.",
            "Je kunt doorwerken; geef dit door aan de privacyfunctionaris.",
        )


class GrondGevraagd(KluisProblem):
    """A finished record under the Wpg is asked for, and nobody said why; ``dossiers`` it belongs to."""

    bericht = "Dit valt onder de Wet politiegegevens. Zeg eerst waarom je het inziet."
    remedie = "De reden komt in het leeslogboek."
    actie = "Noem de reden"

    def __init__(self, dossiers: tuple[str, ...]) -> None:
        self.dossiers = dossiers
        super().__init__()


class Afgeschermd(KluisProblem):
    """A record under the Wpg that nobody may use for his work any more; ``stand`` since when, in words."""

    def __init__(self, stand: str) -> None:
        super().__init__(
            f"Dit politiegegeven is {stand}.",
            "Voor een klacht of verantwoording geeft de privacyfunctionaris het van de server.",
        )


class SleutelsOntbreken(KluisProblem):
    """There is a vault but no key slot that can be read."""

    bericht = "De sleutel bij het versleutelde bestand ontbreekt of is beschadigd."
    remedie = "Er is niets gewist. Bel de beheerder voor herstel en maak geen nieuwe kluis aan."


class SleutelbosOpSlot(KluisProblem):
    """The keyring of the system does not answer."""

    bericht = "De sleutelbos van deze laptop is op slot."
    remedie = (
        "Ontgrendel die (meestal door opnieuw aan te melden bij de laptop) en probeer het opnieuw. "
        "Dit telt niet als poging."
    )


class SleutelbosWeg(KluisProblem):
    """The keyring does not hold the secret of this vault any more."""

    bericht = (
        "De helft van je sleutel stond in de sleutelbos van deze laptop en is daar niet meer. "
        "Er is niets gewist."
    )
    remedie = 'Meld je aan met je gewone laptopaccount; helpt dat niet, kies "Herstel aanvragen".'


class AndereSleutelbos(KluisProblem):
    """The keyring holds another secret than the slots were made with."""

    bericht = "De sleutelbos hoort bij een andere laptop of gebruiker dan deze kluis."
    remedie = 'Er is niets veranderd. Kies "Herstel aanvragen".'


class SleutelsOuder(KluisProblem):
    """The keyring knows of a later change of the passphrase."""

    bericht = "Het sleutelbestand is ouder dan je laatste wachtzin."
    remedie = 'Zet het nieuwste bestand terug, of kies "Herstel aanvragen". Er is niets veranderd.'


class KluisBestaatAl(KluisProblem):
    """A vault is never overwritten."""

    bericht = "Op deze laptop staat al een kluis."
    remedie = "Ontgrendel die met je wachtzin. Een kluis wordt nooit overschreven."


class InhoudBeschadigd(KluisProblem):
    """The bytes of a sealed document or an attachment do not have the hash they were kept with."""

    bericht = "Dit document is niet meer zoals het werd bewaard."
    remedie = "Het wordt niet getoond en niet afgedrukt. Meld dit bij de beheerder."


class SchijfVol(KluisProblem):
    """No room left."""

    bericht = "De schijf is vol. Wat je tot nu toe schreef is bewaard; nieuwe tekst kan er niet bij."
    remedie = "Maak ruimte vrij op de schijf. Daarna gaat bewaren vanzelf verder."


class AlleenLezen(KluisProblem):
    """The folder or file cannot be written."""

    bericht = "In de map van het programma kan niet worden geschreven."
    remedie = "Vraag de beheerder om schrijfrechten op je gegevensmap. Er is niets veranderd."


class ReservekopieMislukt(SchijfVol):
    """No room for a whole backup; ``nodig`` is how many megabytes it wants free."""

    def __init__(self, nodig: int) -> None:
        super().__init__(
            "De reservekopie is niet gelukt: de schijf is vol.",
            f"Je werk is bewaard; maak {nodig} MB vrij.",
        )


class AndereGebruiker(AlleenLezen):
    """The folder belongs to another user of this laptop."""

    bericht = "Deze gegevensmap is van een andere gebruiker van deze laptop."
    remedie = "Meld je bij de laptop aan met je eigen account. Er is niets veranderd."


class KluisBezet(KluisProblem):
    """Another program holds the file; ``programma`` is the number of its process, when it is known."""

    bericht = "Je kluis is al open in een ander venster op deze laptop."
    remedie = "Ga naar dat venster, of sluit het en probeer het opnieuw."

    def __init__(self, programma: int | None = None) -> None:
        zin = f"{self.bericht[:-1]} (programma {programma})." if programma else None
        super().__init__(zin)


class NetwerkSchijf(KluisProblem):
    """The folder lies on another machine, where neither a lock nor a log can be trusted."""

    bericht = "De kluis mag niet op een netwerkschijf staan."
    remedie = "Kies een map op deze laptop. Er is niets veranderd."


class FormulierWeg(BekendProbleem):
    """The form of a concept is gone or unsound. ``fouten`` name what is wrong with the forms, and where."""

    bericht = "Het formulier van deze brief is er niet, of is niet bruikbaar."

    def __init__(self, fouten: tuple[str, ...] = ()) -> None:
        super().__init__(remedie=" ".join(("Je tekst is bewaard. Geef dit door aan je beheerder.", *fouten)))


class SyncProblem(BekendProbleem):
    """The road to the municipality."""


class GeenVerbinding(SyncProblem):
    """No answer. Work goes on; it is sent later."""

    bericht = "Er is geen verbinding met de gemeente."
    remedie = "Je kunt gewoon doorwerken. Versturen gaat vanzelf zodra er weer verbinding is."
    actie = "Probeer nu"


class ServerWeigert(SyncProblem):
    """The server answered, but not with what was asked."""

    bericht = "De server van de gemeente kon dit niet verwerken."
    remedie = "Je werk staat veilig op deze laptop. Probeer het later opnieuw."
    actie = "Probeer nu"


class AanmeldingVerlopen(SyncProblem):
    """Nobody is signed in: the working day of the last sign-in is over, or the municipality ended it."""

    bericht = "Meld je aan om te versturen."
    remedie = "Je werkt gewoon door; je werk blijft bewaard op deze laptop."
    actie = "Meld je aan"


class AanmeldingNietAf(SyncProblem):
    """The sign-in did not come to its end: the browser was closed, time was up, or somebody stopped it."""

    bericht = "Het aanmelden is niet afgemaakt."
    remedie = "Begin opnieuw wanneer je wilt."
    actie = "Meld je aan"


class PoortBezet(AanmeldingNietAf):
    """Every loopback port that the identity provider knows is taken."""

    bericht = "Een ander programma houdt de weg terug uit je browser bezet."
    remedie = "Sluit een tweede Leerplicht Desktop of een ander programma, en meld je dan opnieuw aan."


class AanmeldingGeweigerd(SyncProblem):
    """The municipality or its identity provider does not let this account in. ``kop`` heads the card."""

    kop = "Aanmelden is niet gelukt"
    bericht = "De aanmelddienst van de gemeente heeft je niet aangemeld."
    remedie = "Probeer het opnieuw of bel de beheerder."
    actie = "Meld je aan"

    def __init__(self, bericht: str | None = None, remedie: str | None = None, kop: str = "") -> None:
        super().__init__(bericht, remedie)
        self.kop = kop or self.kop


class ApparaatIngetrokken(SyncProblem):
    """The municipality revoked this laptop: it may hand in what was not sent, and gets nothing."""

    bericht = "De gemeente heeft de toegang van deze laptop ingetrokken."
    remedie = "Nieuwe gegevens komen niet meer. Bij Synchronisatie zie je wat er met je werk gebeurt."


class Geschorst(SyncProblem):
    """The municipality suspended this officer: he may hand in what was not sent, and gets nothing."""

    bericht = "De gemeente heeft je toegang stilgezet."
    remedie = "Nieuwe gegevens komen niet meer. Bij Synchronisatie zie je wat er met je werk gebeurt."


class AnderCertificaat(SyncProblem):
    """The certificate or key is not the one of the enrolment. Nothing was sent."""

    bericht = "Deze server is niet de server waarbij je je laptop hebt ingericht: het certificaat is anders."
    remedie = "Er is niets verstuurd. Bel de beheerder voordat je verdergaat."


class AndereServer(SyncProblem):
    """Another epoch: the municipality put data back or replaced the server."""

    bericht = "De gemeente heeft haar gegevens teruggezet of een andere server neergezet."
    remedie = "Haal je dossiers opnieuw op. Je eigen werk blijft staan en wordt opnieuw aangeboden."
    actie = "Haal opnieuw op"


class WerkAangevuld(SyncProblem):
    """Asked what it holds, the municipality missed work of this laptop: that was offered again."""


class GegevensTeruggezet(WerkAangevuld):
    """The municipality put a backup back; what was lost by it was offered again."""


class JournaalAangetast(SyncProblem):
    """The line of the municipality's journal that this laptop keeps is gone or another."""

    def __init__(self, merk: str) -> None:
        super().__init__(
            "In het journaal van de gemeente is een regel weg of veranderd die deze laptop bewaart.",
            f"Je werk gaat gewoon door. Geef dit merk aan de privacyfunctionaris: {merk[:40]}.",
        )


class VersieVerschil(SyncProblem):
    """Protocol versions do not meet."""

    bericht = "Dit programma en de server van de gemeente spreken niet dezelfde versie."
    remedie = "Werk het programma bij. Je werk blijft bewaard."
