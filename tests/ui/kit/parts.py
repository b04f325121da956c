"""Every part of the kit that can be made by itself, for the tests that hold for all of them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QAbstractButton, QWidget

from leerplicht_desktop.ui.kit.absence import AbsenceCard, AbsenceTable
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.banner import PracticeBanner
from leerplicht_desktop.ui.kit.buttons import (
    ButtonSize,
    DestructiveButton,
    FullButton,
    IconButton,
    LinkButton,
    OutlinedButton,
)
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.chart import AbsenceChart
from leerplicht_desktop.ui.kit.choices import BigChoice, FilterPill, Segmented, Tile
from leerplicht_desktop.ui.kit.dagenstrook import Dagenstrook, Day, DayKind
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, NoteField, SearchField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.passphrase import PassphraseField
from leerplicht_desktop.ui.kit.progress import Progress
from leerplicht_desktop.ui.kit.statusbar import SavedLabel, StatusBar
from leerplicht_desktop.ui.kit.steps import Step, Steps
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.ticks import Radio, Tick, TickRow
from leerplicht_desktop.ui.kit.tokens import Tone
from tests.ui.kit.gallery_lists import WEEKS

BUTTONS: dict[str, tuple[Callable[[], QAbstractButton], int]] = {
    "full": (lambda: FullButton("Start", Icon.DOOR_OPEN), 40),
    "full unlock": (lambda: FullButton("Ontgrendel", size=ButtonSize.UNLOCK), 48),
    "full recorder": (lambda: FullButton("Afronden", Icon.CHECK, ButtonSize.RECORDER), 64),
    "full round": (lambda: FullButton("Volgende", size=ButtonSize.ROUND), 56),
    "outlined": (lambda: OutlinedButton("Route", Icon.ROUTE), 40),
    "outlined recorder": (lambda: OutlinedButton("Foto", Icon.IMAGE_PLUS, ButtonSize.RECORDER), 48),
    "destructive": (lambda: DestructiveButton("Wissen", Icon.TRASH_2), 40),
    "icon": (lambda: IconButton(Icon.PHONE, "Bel moeder"), 40),
    "quiet icon": (lambda: IconButton(Icon.PAUSE, "Pauze", ButtonSize.RECORDER, quiet=True), 48),
    "link": (lambda: LinkButton("Toon als tabel"), 24),
    "big choice": (lambda: BigChoice("Niet thuis", Icon.HOUSE), 64),
    "tile": (lambda: Tile("Licht aan", Icon.LIGHTBULB), 80),
    "round tile": (lambda: Tile("Ziek", Icon.THERMOMETER, "Kind is thuis", in_round=True), 72),
    "filter": (lambda: FilterPill("Te laat", 2), 32),
    "filter recorder": (lambda: FilterPill("Moeder", recorder=True), 48),
    "tick": (lambda: Tick("Doel verteld"), 40),
    "tick row": (lambda: TickRow("Cautie gegeven", "Alleen als iemand verdachte wordt"), 52),
    "radio": (lambda: Radio("Kantoor"), 40),
}
"""Every button with its height in pixels at 10.5 pt."""

CHECKABLE = ("big choice", "tile", "round tile", "filter", "filter recorder", "tick", "tick row", "radio")

OTHERS: dict[str, Callable[[], QWidget]] = {
    "field": lambda: Field("Naam", "Zoals op school"),
    "choice field": lambda: ChoiceField("Soort", [("a", "Luxeverzuim")]),
    "note": lambda: NoteField("Korte notitie"),
    "search": lambda: SearchField("Naam, school of adres", "Ctrl F"),
    "passphrase": lambda: PassphraseField(),
    "badge": lambda: Badge("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS),
    "notice": lambda: Notice(NoticeKind.BLOCKING, "Sleutel verloopt vandaag om 18:00.", "Synchroniseer"),
    "card": lambda: Card("Waar staan we", "Melding D-2026-0142"),
    "banner": lambda: PracticeBanner(),
    "segmented": lambda: Segmented("Nieuw", [("a", "Gezien", Icon.EYE), ("b", "Gezegd", Icon.QUOTE)]),
    "steps": lambda: Steps([Step("Melding", "do 19 nov"), Step("Hulp en afspraken"), Step("Afronden")]),
    "dagenstrook": lambda: Dagenstrook([Day(date(2026, 11, d), DayKind.COUNTED, "1") for d in range(1, 9)]),
    "chart": lambda: AbsenceChart(WEEKS),
    "table": lambda: AbsenceTable(WEEKS),
    "absence": lambda: AbsenceCard(),
    "empty": lambda: EmptyState(Icon.MAIL, "Geen brieven", "Schrijf de eerste.", "Nieuwe brief"),
    "progress": lambda: Progress("Verzenden: 2 van 3"),
    "tabs": lambda: Tabs("Dossier", [("a", "Overzicht"), ("b", "Verzuim")]),
    "status": lambda: StatusBar(),
    "saved": lambda: SavedLabel(large=True),
}
