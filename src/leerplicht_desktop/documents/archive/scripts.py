"""What is known of a script without a font: its language, its direction, and where its lines may break."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from fontTools import unicodedata as scripts

COMMON = frozenset({"Zyyy", "Zinh", "Zzzz"})
_OWN_ROAD = frozenset({"Arab", "Hebr"})
"""Scripts whose letters join over the fonts of the house; see ``arabic``."""

# Here one language writes nearly all there is; of every other script only the script itself is known.
_LANGUAGES = {
    "Armn": "hy",
    "Geor": "ka",
    "Gujr": "gu",
    "Guru": "pa",
    "Hang": "ko",
    "Hani": "zh",
    "Hira": "ja",
    "Kana": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Laoo": "lo",
    "Mlym": "ml",
    "Orya": "or",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thai": "th",
    "Tibt": "bo",
}

_JOINING = "Adlm Mand Mong Nkoo Phag Rohg Syrc"
_INDIC = "Beng Brah Deva Gran Gujr Guru Knda Kthi Mlym Newa Orya Saur Shrd Sinh Sylo Takr Taml Telu Tirh"
_SOUTH_EAST = "Bali Batk Bugi Cakm Cham Java Kali Khmr Lana Lepc Limb Mtei Mymr Sund Tavt Tibt"
SHAPED = frozenset(f"{_JOINING} {_INDIC} {_SOUTH_EAST}".split())
"""Scripts that nobody can read unless the font joins and reorders their letters (a GSUB table for them)."""

_SYLLABLES = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
_IDEOGRAPHS = frozenset({"Hani", "Hira", "Kana", "Bopo", "Yiii"})
_AFTER = frozenset("\u0f0b\u0f0d\u0f0e\u1361\u1362\u1363\u1364\u1365\u1366\u1367\u1368")  # word dividers
_LEADS = frozenset("เแโใไເແໂໃໄ")  # vowels that are written before the consonant that they follow in speech
_TRAILS = frozenset("ฯะาำๅๆຯະາຳຽໆៗ។៕៖៘៙៚၊။း")
_CLOSERS = frozenset("\u1039\u103a\u17cb")  # signs of Burmese and Khmer on what ends a syllable
_NO_START = frozenset(
    "、。，．：；？！）」』】〕〗〙〛》〉｝］・･ー々〻〜～…‥’”ヽヾゝゞ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ％‰°℃"
)
_NO_END = frozenset("（「『【〔〖〘〚《〈｛［‘“＄￥￡")


def script_of(char: str) -> str:
    """The four letters of ISO 15924; ``Zyyy`` and ``Zinh`` for what many scripts share."""
    return str(scripts.script(char))


def name_of(script: str) -> str:
    """The script in words."""
    return str(scripts.script_name(script, default=script)).replace("_", " ")


def may_be_lettered(char: str) -> bool:
    """Whether a font of a municipality may print the character: Arabic and Hebrew have their own road."""
    if unicodedata.category(char) in {"Co", "Cs", "Cn"}:
        return False
    return script_of(char) not in _OWN_ROAD


def clings(char: str) -> bool:
    """Whether the character belongs to the letter before it: a mark, a joiner, a selector of a variant."""
    return unicodedata.category(char) in {"Mn", "Mc", "Me"} or char in "\u200c\u200d"


def is_right_to_left(script: str) -> bool:
    """Whether lines of the script begin at the right."""
    return str(scripts.script_horizontal_direction(script, "LTR")) == "RTL"


def opentype_tags(script: str) -> frozenset[str]:
    """The names a font may have the script under."""
    return frozenset(scripts.ot_tags_from_script(script))


def language_of(script: str, neighbours: str) -> str:
    """BCP 47: the language where the script tells it, else ``und`` with the script.

    ``neighbours`` is the stretch the script stands in: among kana a Chinese character is Japanese.
    """
    if script == "Hani":
        around = {script_of(char) for char in neighbours}
        script = next((one for one in ("Hira", "Kana", "Hang") if one in around), script)
    return _LANGUAGES.get(script, f"und-{script}")


def by_script(text: str) -> Iterator[tuple[str, str]]:
    """(script, characters) pairs; what scripts share goes along with the letters before it, or else after."""
    first = next((found for found in map(script_of, text) if found not in COMMON), "Zyyy")
    start, current = 0, first
    for at, char in enumerate(text):
        found = script_of(char)
        if found in COMMON or found == current:
            continue
        yield current, text[start:at]
        start, current = at, found
    if text:
        yield current, text[start:]


def may_break(before: str, after: str, script: str) -> bool:
    """Whether a line may end between two neighbouring clusters without a space between them.

    Ideographs break anywhere but before a full stop and behind an opening bracket (UAX 14). Thai, Lao, Khmer
    and Burmese break between words, which only a dictionary knows: here they break between syllables, so that
    a line stays inside its column.
    """
    if before[-1] in _AFTER:
        return True
    if script in _IDEOGRAPHS:
        return after[0] not in _NO_START and before[-1] not in _NO_END
    if script not in _SYLLABLES:
        return False
    return before[-1] not in _LEADS and after[0] not in _TRAILS and not _CLOSERS & set(after)
