"""Makes the lists that passphrases are drawn from and judged by: ``resources/wachtzin``.

    python packaging/word_lists.py LANGUAGE SPELLING

LANGUAGE is the unpacked npm package ``@zxcvbn-ts/language-nl-be`` 3.0.2 (MIT), SPELLING the list of Debian's
``wdutch`` 2.20.19 (OpenTaal, BSD). Run once; ``vijf_woorden.txt`` was then read by a person, and words that
nobody wants to type were taken out: ``resources/wachtzin/BRON.md``. It is not written anew here.
"""

from __future__ import annotations

import lzma
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "wachtzin" / "nederlands.txt.xz"
RANKED = {
    "gewoon": "commonWords",
    "wiki": "wikipedia",
    "jongens": "boysFirstnames",
    "meisjes": "girlsFirstnames",
    "achternamen": "lastnames",
}
LONGEST = 13
"""Letters of a spelled word that is kept: longer ones are compounds of others."""


def ranked(package: Path, name: str) -> list[str]:
    """One list of the package, the commonest first; surnames without spaces."""
    text = (package / "dist" / f"{name}.json.js").read_text("utf-8")
    found = re.search(r"\"([^\"]{1000,})\"|'([^']{1000,})'", text)
    if found is None:
        raise SystemExit(f"{name}: not the package of that version")
    return [word.replace(" ", "") for word in (found[1] or found[2]).split(",")]


def main(package: Path, spelling: Path) -> None:
    """Write the lists one below the other, each under its name."""
    lists = {title: ranked(package, name) for title, name in RANKED.items()}
    words = spelling.read_text("utf-8").split()
    whole = re.compile(rf"[a-zà-ÿ]{{2,{LONGEST}}}", re.IGNORECASE)
    lists["spelling"] = sorted({word.lower() for word in words if whole.fullmatch(word)})
    text = "".join(f"[{title}]\n" + "\n".join(found) + "\n" for title, found in lists.items())
    TARGET.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
