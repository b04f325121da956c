"""A program that seals until it is killed: ``python -m tests.store.verzegelaar MAP``.

Says ``klaar`` when it begins to seal, then ``zegel NUMMER`` after each proces-verbaal that was committed.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from leerplicht_desktop.casework.concepten import Persoonskeuze
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.proces_verbaal.bijhouden import pv_tekst_schrijven
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.store.vault import SqlKluis
from tests.casework.zaak import SAMEN, WEEK, begin_pv, vul_pv

from .world import WACHTZIN, StilleKlok, persoon, pull, vault

LO3 = {
    "02.10": "Renée",
    "02.40": "Verzorger",
    "03.10": "19800102",
    "03.20": "0363",
    "04.10": "V",
}
THUIS: dict[str, Json] = {
    "adres": {"11.10": "Voorbeeldkade", "11.20": "44", "11.60": "1234AB", "11.70": "Demostad"},
    "adres_sleutel": "1234AB-44",
    "geboortedatum": "19800102",
    "geslacht": "V",
}
SIZE = 3 * 1024 * 1024
"""Bytes of each document: enough chunks to be killed among them."""


def main(map_: Path) -> None:
    klok = StilleKlok()
    kluis = vault(map_, klok)
    kluis.ontgrendel(WACHTZIN)
    _say("klaar")
    for n in count():
        # Nobody is charged twice with the same days, so each paper is against somebody else.
        wie = Persoonskeuze(f"p-verzorger-{n}", Rol.OUDER, f"Verzorger {n}")
        pull(kluis, persoon(f"p-verzorger-{n}", SAMEN, "Renée", f"Verzorger {n}", lo3=LO3, **THUIS))
        id_ = begin_pv(kluis, klok, wie, replace(WEEK, verzorgt=True))
        vul_pv(kluis, klok, id_)
        kluis.doe(partial(pv_tekst_schrijven, concept=id_, veld="niet_gehoord", tekst="Niet verschenen."))
        _say(f"zegel {_zegel(kluis, klok, id_)}")


def _zegel(kluis: SqlKluis, klok: StilleKlok, id_: str) -> str:
    concept = kluis.bekijk(lambda kast: kast.concept_pv(id_)).concept
    nummer = kluis.bekijk(lambda kast: kast.nummers()).volgende
    hash_ = hashlib.sha256(id_.encode()).hexdigest()
    pdf = b"%PDF" + id_.encode() * (SIZE // len(id_))
    drukwerk = Drukwerk(
        pdf, hash_, hash_, 1, (), id_, concept.versie, klok.nu(), nummer=nummer, definitief=True
    )
    kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    return nummer


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
