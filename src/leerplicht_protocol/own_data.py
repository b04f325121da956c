"""Messages of an access request (article 15 AVG, article 25 Wpg)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, JsonValue, StringConstraints

from .model import Model, ShortText

Reason = Annotated[ShortText, StringConstraints(strip_whitespace=True, min_length=3)]


class OwnDataRequest(Model):
    """POST /v1/inzage: who asks, in which dossier (number or id) and under which law.

    ``reden`` comes in the journal; ``weigeren`` is why the content of police data is kept back (article 27
    Wpg).
    """

    dossier: Annotated[ShortText, Field(min_length=1)]
    van: Literal["jongere", "ouder1", "ouder2", "verzorger"]
    regime: Literal["avg", "wpg"]
    reden: Reason
    weigeren: ShortText = ""


class OwnData(Model):
    """What goes to the citizen, others masked or left out; ``pdf`` in base64 says the same on paper."""

    gegevens: dict[str, JsonValue]
    pdf: str
