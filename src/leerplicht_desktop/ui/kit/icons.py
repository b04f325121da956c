"""The icons: Lucide line drawings, tinted with the colour of the text beside them and sharp at every screen
scale.
"""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from leerplicht_desktop.ui.kit.resources import read_text

_STROKE = 'stroke-width="1.75"'


class Icon(StrEnum):
    """Every icon of the program; the value is the name in the Lucide set."""

    ARROW_BIG_UP = "arrow-big-up"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    BATTERY_MEDIUM = "battery-medium"
    BLINDS = "blinds"
    BRIEFCASE = "briefcase"
    BUILDING_2 = "building-2"
    CALENDAR_DAYS = "calendar-days"
    CALENDAR_PLUS = "calendar-plus"
    CALENDAR_X = "calendar-x"
    CAR = "car"
    CHART_COLUMN = "chart-column"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_HELP = "circle-help"
    CIRCLE_MINUS = "circle-minus"
    CLOCK_ALERT = "clock-alert"
    CLOUD = "cloud"
    CLOUD_DOWNLOAD = "cloud-download"
    CLOUD_OFF = "cloud-off"
    CLOUD_UPLOAD = "cloud-upload"
    COPY = "copy"
    DOOR_CLOSED = "door-closed"
    DOOR_OPEN = "door-open"
    DOWNLOAD = "download"
    EAR = "ear"
    ELLIPSIS = "ellipsis"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_PEN_LINE = "file-pen-line"
    FILE_TEXT = "file-text"
    FLAG = "flag"
    FOLDER_OPEN = "folder-open"
    GIT_COMPARE = "git-compare"
    HAND = "hand"
    HANDSHAKE = "handshake"
    HISTORY = "history"
    HOURGLASS = "hourglass"
    HOUSE = "house"
    IMAGE_PLUS = "image-plus"
    INFO = "info"
    KEYBOARD = "keyboard"
    LANGUAGES = "languages"
    LAPTOP = "laptop"
    LIGHTBULB = "lightbulb"
    LINK = "link"
    LIST_FILTER = "list-filter"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    MAIL = "mail"
    MAILBOX = "mailbox"
    MAP = "map"
    MAP_PIN = "map-pin"
    MAP_PIN_OFF = "map-pin-off"
    MAP_PIN_X = "map-pin-x"
    MESSAGE_SQUARE_PLUS = "message-square-plus"
    PAUSE = "pause"
    PAW_PRINT = "paw-print"
    PENCIL = "pencil"
    PHONE = "phone"
    PHONE_INCOMING = "phone-incoming"
    PHONE_MISSED = "phone-missed"
    PLUS = "plus"
    PRINTER = "printer"
    QUOTE = "quote"
    REFRESH_CW = "refresh-cw"
    ROUTE = "route"
    SCALE = "scale"
    SCAN_FACE = "scan-face"
    SCHOOL = "school"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD = "shield"
    SHIELD_CHECK = "shield-check"
    SIGNATURE = "signature"
    SUN_MEDIUM = "sun-medium"
    THERMOMETER = "thermometer"
    TICKET = "ticket"
    TIMER = "timer"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    TRUCK = "truck"
    UNDO_2 = "undo-2"
    USER = "user"
    USER_CHECK = "user-check"
    USER_ROUND = "user-round"
    USERS = "users"
    X = "x"


def pixmap(icon: Icon, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, drawn for a screen with `ratio` device pixels per
    logical pixel.
    """
    return _drawn(icon, size, colour, round(ratio, 3))


def paint_icon(painter: QPainter, icon: Icon, rect: QRect, colour: str) -> None:
    """Draws the icon in `rect` (square, logical pixels), aligned to device pixels."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), pixmap(icon, rect.width(), colour, ratio))


@lru_cache(maxsize=1024)
def _drawn(icon: Icon, size: int, colour: str, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _renderer(icon, colour).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    source = read_text("icons", f"{icon}.svg")
    source = source.replace('stroke-width="2"', _STROKE).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(source.encode()))
