"""The larger parts of the gallery: strips, steps, chart, lists, tabs, rail, dialog, toast, progress."""

from datetime import UTC, date, datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.kit.absence import AbsenceCard, AbsenceTable
from leerplicht_desktop.ui.kit.badges import BadgeSpec
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.chart import WeekHours
from leerplicht_desktop.ui.kit.dagenstrook import Dagenstrook, Day, DayKind
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.progress import Progress
from leerplicht_desktop.ui.kit.rail import Rail, RailItem
from leerplicht_desktop.ui.kit.rows import DossierList, DossierRow
from leerplicht_desktop.ui.kit.statusbar import StatusBar
from leerplicht_desktop.ui.kit.steps import Step, Steps, StepState
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.timeline import TimelineItem, TimelineList
from leerplicht_desktop.ui.kit.toasts import Toasts
from leerplicht_desktop.ui.kit.tokens import Tone

WEEKS = (
    WeekHours(37, 0, 2),
    WeekHours(38, 2, 0, 2),
    WeekHours(39, 0, 4, 2),
    WeekHours(40, 3, 0, 5),
    WeekHours(41, 1, 2, 6),
    WeekHours(42, 4, 0, 8),
    WeekHours(43, holiday=True),
    WeekHours(44, 2, 6, 10),
    WeekHours(45, 5, 0, 12),
    WeekHours(46, 6, 0, 17, "17 op vr 13 nov"),
    WeekHours(47, 7, 0, 7),
    WeekHours(48, 4, 0, 11),
)


class _Box(Restyled):
    """A part with the height that a screen would give it, in pixels at 10.5 pt."""

    def __init__(self, part: QWidget, height: int) -> None:
        super().__init__()
        self._height = height
        self._part = part
        part.setParent(self)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(look().px(self._height))
        self._part.setGeometry(self.rect())

    def resizeEvent(self, _: QResizeEvent) -> None:
        self._part.setGeometry(self.rect())


def _dagenstrook() -> QWidget:
    kinds = (
        (19, DayKind.START, "start", "dag van de melding"),
        (20, DayKind.COUNTED, "1", ""),
        (21, DayKind.SKIPPED, "–", "zaterdag"),
        (22, DayKind.SKIPPED, "–", "zondag"),
        (23, DayKind.COUNTED, "2", ""),
        (24, DayKind.TODAY, "3", ""),
        (25, DayKind.AHEAD, "4", ""),
        (26, DayKind.LAST, "5", ""),
    )
    late = (
        (25, DayKind.COUNTED, "4", ""),
        (26, DayKind.MISSED, "5", ""),
        (27, DayKind.LATE, "+1", ""),
        (30, DayKind.LATE, "+2", ""),
    )
    return Column(
        Dagenstrook([Day(date(2026, 11, day), kind, text, why) for day, kind, text, why in kinds]),
        Label(
            "Stippelrand telt niet mee. Vol vlak is vandaag. Dikke rand is de laatste dag.", ink=Ink.SUBTLE
        ),
        Dagenstrook([Day(date(2026, 11, day), kind, text, why) for day, kind, text, why in late]),
    )


def _dialog() -> QWidget:
    stage = QWidget()
    dialog = Dialog(
        stage,
        "Vergrendelt over 42 seconden",
        "Alles is bewaard. Je gaat straks verder waar je was.",
        "Blijf werken",
        "Vergrendel nu",
    )
    dialog.other_button.set_icon(Icon.LOCK)
    dialog.open()
    return _Box(stage, 216)


def _toast() -> QWidget:
    stage = QWidget()
    Toasts(stage).tell("Taak verplaatst naar do 26 nov", undo=_nothing)
    return _Box(stage, 104)


def _nothing() -> None:
    """The gallery has nothing to undo."""


def _empty() -> QWidget:
    card = Card()
    card.add(
        EmptyState(
            Icon.CALENDAR_DAYS,
            "Geen afspraken",
            "Kies iemand uit je dossiers of haal de agenda op.",
            "Haal agenda op",
            Icon.REFRESH_CW,
        )
    )
    return card


def _progress() -> QWidget:
    progress = Progress("Verzenden: 2 van 3, 0,3 van 0,4 MB")
    progress.tell(2, 3, "Verzenden: 2 van 3, 0,3 van 0,4 MB")
    return progress


def _steps() -> QWidget:
    card = Card("Waar staan we", "Melding D-2026-0142, do 19 nov")
    card.add(
        Steps(
            [
                Step("Melding", "do 19 nov", StepState.DONE),
                Step("Contact", "bezig", StepState.NOW),
                Step("Gesprek"),
                Step("Hulp en afspraken", "1 punt open", StepState.OPEN),
                Step("Afronden"),
            ]
        )
    )
    return card


def _chart() -> QWidget:
    card = AbsenceCard()
    card.show_weeks(WEEKS, 16)
    return Column(card, AbsenceTable(WEEKS[-4:]))


def _rows() -> QWidget:
    late = BadgeSpec("4 dagen te laat", Tone.DANGER, Icon.TRIANGLE_ALERT)
    soon = BadgeSpec("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS)
    view = DossierList("Dossiers")
    view.rows.show_rows(
        [
            DossierRow("1", "Daniël op den Kamp", "2 vmbo-kb · Demo Maascollege", "Melding 16 uur", soon),
            DossierRow("2", "Maikel ’t Hooft", "3 havo · Demo Haags Lyceum", "Proces-verbaal", late),
            DossierRow("3", "Łukasz Wójcik", "4 vmbo-tl · Demo Maascollege", "Signaalverzuim"),
        ]
    )
    view.choose("1")
    return _Box(view, 252)


def _timeline() -> QWidget:
    view = TimelineList()
    view.show_items(
        [
            TimelineItem(
                "1", Icon.DOOR_OPEN, "Deurbezoek gepland", "di 24 nov, 14:00 · jij", planned=True, unsent=True
            ),
            TimelineItem(
                "2",
                Icon.PHONE_MISSED,
                "Gebeld, geen gehoor",
                "ma 23 nov, 16:20 · jij",
                "2 keer gebeld naar moeder. Geen voicemail.",
                unsent=True,
            ),
            TimelineItem(
                "3",
                Icon.MAIL,
                "Brief verstuurd",
                "vr 20 nov · jij",
                "Uitnodiging voor een gesprek, naar beide adressen.",
            ),
        ]
    )
    return _Box(view, 300)


def _tabs() -> QWidget:
    words = ("Overzicht", "Verzuim", "Betrokkenen", "School", "Documenten", "Taken", "Historie")
    tabs = Tabs("Dossier", [(word.lower(), word) for word in words])
    tabs.set_count("betrokkenen", 5)
    return tabs


def _rail() -> QWidget:
    items = (
        RailItem("vandaag", Icon.SUN_MEDIUM, "Vandaag"),
        RailItem("dossiers", Icon.FOLDER_OPEN, "Dossiers", 142),
        RailItem("verbaal", Icon.FILE_PEN_LINE, "Processen-verbaal"),
        RailItem("sync", Icon.REFRESH_CW, "Synchronisatie", 3),
    )
    wide, narrow = Rail("Gemeente Demostad", items), Rail("Gemeente Demostad", items)
    for rail in (wide, narrow):
        rail.choose("dossiers")
        rail.set_connection(Icon.CLOUD_OFF, "Geen verbinding", "3 wijzigingen wachten")
        rail.set_lock("Vergrendelt over 4:12")
    narrow.set_narrow(True)
    return _Box(Row(wide, narrow, 1, gap=24), 400)


def _statusbar() -> QWidget:
    bar = StatusBar()
    bar.set_saved(datetime(2026, 11, 24, 14, 7, 31, tzinfo=UTC))
    bar.set_right("Synchronisatie 08:12")
    return bar


RIGHT = (
    ("Dagenstrook", _dagenstrook),
    ("Venster boven het scherm, enige schaduw", _dialog),
    ("Bericht met herstel, 10 seconden", _toast),
    ("Leeg scherm", _empty),
    ("Voortgang", _progress),
    ("Tabbladen", _tabs),
)
THIRD = (
    ("Stappen", _steps),
    ("Grafiek en dezelfde cijfers als tabel", _chart),
    ("Lijstrijen", _rows),
    ("Tijdlijn", _timeline),
    ("Zijbalk, breed en smal", _rail),
    ("Statusbalk", _statusbar),
)
