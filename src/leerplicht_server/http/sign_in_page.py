"""The sign-in page of a practice server: type the code of the laptop, say who you are."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from leerplicht_protocol.messages import Ambtenaar

_STYLE = """
body { font: 18px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff; border-top: 8px solid #b45309; }
label { display: block; font-weight: 600; margin-top: 1.25rem; }
input, select, button { font: inherit; padding: .6rem .75rem; margin-top: .25rem; width: 100%;
  box-sizing: border-box; border: 2px solid #555; border-radius: 6px; background: #fff; color: inherit; }
button { margin-top: 1.75rem; background: #154273; border-color: #154273; color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
.oefenen { margin: 0; padding: .5rem 1rem; background: #b45309; color: #fff; }
.bericht { padding: .75rem 1rem; border-left: 6px solid #154273; background: #eef3f8; }
"""

_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
PAGE_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""The page may show its own style and send its own form, and nothing else."""

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Oefenen – aanmelden – {gemeente}</title>
<style>{stijl}</style>
</head>
<body>
<p class="oefenen" role="note"><strong>Oefenomgeving van {gemeente}.</strong> Er staan geen echte mensen in;
 iedereen op deze computer kan erin.</p>
<main>
<h1>Laptop aanmelden</h1>
{bericht}
<form method="post" action="/aanmelden">
<label for="code">Code op de laptop</label>
<input id="code" name="code" value="{code}" required maxlength="20" autocomplete="off"
 autocapitalize="characters" spellcheck="false" aria-describedby="uitleg">
<p id="uitleg">Acht letters, bijvoorbeeld BCDF-GHJK.</p>
<label for="ambtenaar">Wie ben je?</label>
<select id="ambtenaar" name="ambtenaar" required>{keuzes}</select>
<button type="submit">Laptop toelaten</button>
</form>
</main>
</body>
</html>
"""


def page(municipality: str, officers: Sequence[Ambtenaar], code: str = "", message: str = "") -> str:
    """The page as HTML; everything put in is escaped."""
    choices = "".join(f'<option value="{escape(o.id)}">{escape(o.naam)}</option>' for o in officers)
    shown = f'<p class="bericht" role="status">{escape(message)}</p>' if message else ""
    return _PAGE.format(
        stijl=_STYLE, gemeente=escape(municipality), bericht=shown, code=escape(code), keuzes=choices
    )
