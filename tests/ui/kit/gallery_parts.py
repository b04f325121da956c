"""The controls of the gallery: buttons, fields, filters, ticks, choices, badges, notices, banners."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.badges import Badge, BadgeSpec, badge_size, paint_badge
from leerplicht_desktop.ui.kit.banner import PracticeBanner, ProblemBanner
from leerplicht_desktop.ui.kit.buttons import (
    ButtonSize,
    DestructiveButton,
    FullButton,
    IconButton,
    LinkButton,
    OutlinedButton,
)
from leerplicht_desktop.ui.kit.choices import BigChoice, FilterPill, Segmented, Tile
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field, NoteField, SearchField
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import Look, look, put_in_force
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.passphrase import PassphraseField
from leerplicht_desktop.ui.kit.ticks import Radio, Tick, TickRow
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from tests.ui.kit.gallery_still import checked, focused, off, pointed, pressed, state


def _five(kind: type[FullButton] | type[OutlinedButton], words: str, icon: Icon) -> QWidget:
    return Flow(
        state("Rust", kind(words, icon)),
        state("Aanwijzen", pointed(kind(words, icon))),
        state("Ingedrukt", pressed(kind(words, icon))),
        state("Focus", focused(kind(words, icon))),
        state("Uit", off(kind(words, icon))),
    )


def _buttons() -> QWidget:
    busy = FullButton("Ontgrendel", Icon.LOCK_OPEN)
    busy.set_busy("Even geduld")
    return Column(
        _five(FullButton, "Start", Icon.DOOR_OPEN),
        _five(OutlinedButton, "Route", Icon.ROUTE),
        _five(DestructiveButton, "Wissen", Icon.TRASH_2),
        Flow(
            state("Bezig", busy),
            state("Pictogram", IconButton(Icon.PHONE, "Bel moeder")),
            state("Stil", IconButton(Icon.ARROW_LEFT, "Terug", quiet=True)),
            state("Link", LinkButton("Toon als tabel")),
            state("Aanwijzen", pointed(LinkButton("Alle 5"))),
            gap=12,
        ),
        Flow(
            state("Aan de deur, 64", FullButton("Afronden", Icon.CHECK, ButtonSize.RECORDER)),
            state("48", OutlinedButton("Handtekening", Icon.SIGNATURE, ButtonSize.RECORDER)),
            state("Ronde, 56", FullButton("Volgend adres", Icon.ARROW_RIGHT, ButtonSize.ROUND)),
        ),
        gap=12,
    )


def _filled(field: Field, text: str) -> Field:
    field.set_text(text)
    return field


def _fields() -> QWidget:
    wrong, fixed = _filled(Field("Fout"), "31 feb"), _filled(Field("Alleen lezen"), "2026-0142")
    wrong.set_error("Die dag bestaat niet")
    fixed.lock()
    rows = (
        (
            Field("Leeg", placeholder="Naam of adres"),
            _filled(Field("Gevuld"), "Çelik"),
            Field("Met uitleg", "Zoals bij de school"),
        ),
        (wrong, fixed, off(_filled(Field("Uit"), "Niet nodig"))),
    )
    column = Column(gap=8)
    for fields in rows:
        row = Row(gap=12)
        for field in fields:
            row.add_top(field, 1)
        column.add(row)
    column.add(SearchField("Naam, school of adres", "Ctrl F"), PassphraseField(large=False))
    column.add(NoteField("Korte notitie", placeholder="Snelle notitie. Wordt meteen bewaard.", least=2))
    column.add(ChoiceField("Soort", [("luxe", "Luxeverzuim"), ("signaal", "Signaalverzuim")]))
    return column


def _filters() -> QWidget:
    return Column(
        Flow(
            state("Rust", FilterPill("Te laat", 2)),
            state("Aanwijzen", pointed(FilterPill("Te laat", 2))),
            state("Gekozen", checked(FilterPill("Mijn", 42))),
            state("Focus", focused(FilterPill("16 uur", 7))),
            state("Uit", off(FilterPill("Vrijstelling"))),
        ),
        Flow(checked(FilterPill("Moeder", recorder=True)), FilterPill("Vader", recorder=True)),
    )


def _ticks() -> QWidget:
    first, second = (
        TickRow("Legitimatie getoond"),
        TickRow("Cautie gegeven", "Alleen als iemand verdachte wordt"),
    )
    first.set_time("14:01")
    return Column(
        Flow(
            state("Uit", Tick("Doel verteld")),
            state("Aan", checked(Tick("Doel verteld"))),
            state("Focus", focused(checked(Tick("Doel verteld")))),
            state("Keuze uit", Radio("Kantoor")),
            state("Keuze aan", checked(Radio("Mijn laptop"))),
            state("Niet nodig", off(Tick("Doel verteld"))),
            gap=16,
        ),
        checked(first),
        second,
        gap=4,
    )


def _choices() -> QWidget:
    bar = Segmented(
        "Nieuw",
        [("gezien", "Gezien", Icon.EYE), ("gehoord", "Gehoord", Icon.EAR), ("gezegd", "Gezegd", Icon.QUOTE)],
    )
    bar.choose("gezegd")
    return Column(
        Flow(
            state("Rust", BigChoice("Niet thuis", Icon.HOUSE)),
            state("Ingedrukt", pressed(BigChoice("Niet thuis", Icon.HOUSE))),
            state("Gekozen", checked(BigChoice("Niet thuis", Icon.HOUSE))),
            state("Focus", focused(BigChoice("Niet thuis", Icon.HOUSE))),
            state("Uit", off(BigChoice("Niet thuis", Icon.HOUSE))),
        ),
        Row(Tile("Licht aan", Icon.LIGHTBULB), checked(Tile("Brievenbus vol", Icon.MAILBOX))),
        Row(
            Tile("Gesproken", Icon.USER_CHECK, "Ouder of jongere", in_round=True),
            checked(Tile("Ziek, gezien", Icon.THERMOMETER, "Kind is thuis", in_round=True)),
        ),
        Row(bar, 1),
    )


def _themes() -> QWidget:
    names = (
        ("licht", "Licht"),
        ("donker", "Donker"),
        ("buiten", "Buiten"),
        ("donkercontrast", "Donker contrast"),
    )
    row = Row(gap=8)
    for key, name in names:
        row.add_stretched(_ThemeSample(key, name))
    return row


class _ThemeSample(QWidget):
    """A few parts in another theme: painted while the look of that theme is in force for a moment."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__()
        self._key, self._name = key, name
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Voorbeeld van het thema {name}")

    def sizeHint(self) -> QSize:
        return QSize(look().px(132), look().px(200))

    def paintEvent(self, _: QPaintEvent) -> None:
        usual = look()
        put_in_force(Look.of(self._key, usual.points))
        try:
            self._paint(QPainter(self), look())
        finally:
            put_in_force(usual)

    def _paint(self, painter: QPainter, of: Look) -> None:
        px, colours, inner = (
            of.px,
            of.colours,
            self.rect().adjusted(of.px(8), of.px(64), -of.px(8), -of.px(8)),
        )
        draw_box(painter, self.rect(), Box(colours.canvas, colours.border, of.borders.surface, px(8)))
        line = QRect(px(12), px(12), self.width() - px(16), px(20))
        draw_line_of_text(painter, line, self._name, of.font(Type.STRONG), colours.text)
        draw_line_of_text(
            painter, line.translated(0, px(20)), "di 24 nov", of.font(Type.BODY), colours.text_subtle
        )
        draw_box(painter, inner, Box(colours.surface, colours.line, of.borders.surface, px(6)))
        row = QRect(inner.x() + px(8), inner.y() + px(8), inner.width() - px(16), px(28))
        draw_box(painter, row, Box(colours.chosen))
        draw_box(painter, QRect(row.topLeft(), QSize(px(4), row.height())), Box(colours.chosen_border))
        draw_line_of_text(
            painter, row.adjusted(px(12), 0, 0, 0), "Gekozen", of.font(Type.STRONG), colours.chosen_text
        )
        spec = BadgeSpec("2 dagen", Tone.WARN, Icon.HOURGLASS)
        paint_badge(painter, QRect(row.bottomLeft() + QPoint(0, px(6)), badge_size(spec)), spec)
        button = row.translated(0, px(66)).adjusted(0, 0, 0, px(4))
        ring = of.borders.ring_inner + of.borders.ring_outer
        outer = button.adjusted(-ring, -ring, ring, ring)
        draw_box(painter, outer, Box(colours.focus_inner, colours.focus_outer, of.borders.ring_outer, px(9)))
        draw_box(painter, button, Box(colours.action, "", 1, px(6)))
        painter.setFont(of.font(Type.STRONG))
        painter.setPen(colours.on_action)
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, "Start")


def _badges() -> QWidget:
    return Flow(
        Badge("4 dagen te laat", Tone.DANGER, Icon.TRIANGLE_ALERT),
        Badge("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS),
        Badge("Gesproken", Tone.OK, Icon.CHECK),
        Badge("Toezicht", Tone.INFO, Icon.SHIELD),
        Badge("Opsporing", Tone.OPSPORING, Icon.SCALE),
        Badge("Concept", Tone.NEUTRAL, Icon.FILE_PEN_LINE),
        Badge("Hond in de hal", Tone.WARN, Icon.PAW_PRINT, recorder=True),
        Badge("Nog niet verstuurd", Tone.NEUTRAL, Icon.CLOUD_UPLOAD),
    )


def _notices() -> QWidget:
    return Column(
        Notice(NoticeKind.INFO, "Oefenomgeving: verzonnen gezinnen, niets wordt verstuurd."),
        Notice(NoticeKind.WARNING, "Accu 12 %. Alles is bewaard."),
        Notice(
            NoticeKind.BLOCKING, "Sleutel verloopt vandaag om 18:00. Synchroniseer eerst.", "Synchroniseer"
        ),
        Notice(NoticeKind.DONE, "Verzonden en bevestigd door kantoor, 14:22."),
        Notice(NoticeKind.OPSPORING, "Opsporing sinds vr 13 nov, 09:20. Dit deel valt onder de Wpg."),
    )


def _banners() -> QWidget:
    problem = ProblemBanner()
    problem.tell("Geen verbinding met kantoor. Alles blijft bewaard op deze laptop.", "Probeer opnieuw")
    return Column(problem, PracticeBanner())


LEFT = (
    ("Knoppen: één volle knop per scherm", _buttons),
    ("Velden", _fields),
    ("Filters", _filters),
    ("Vinkjes en keuzes, raakvlak minstens 24, aan de deur 48", _ticks),
    ("Grote keuzes aan de deur, 64 hoog", _choices),
    ("Vier thema’s, zelfde onderdelen", _themes),
)
RIGHT = (
    ("Merkjes: altijd tekst en pictogram", _badges),
    ("Meldingen in het scherm", _notices),
    ("Balken over de hele breedte", _banners),
)
