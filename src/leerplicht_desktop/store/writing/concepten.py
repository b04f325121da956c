"""Concept processen-verbaal and letters of this laptop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from leerplicht_desktop.casework.concepten import (
    ConceptBrief,
    ConceptPV,
    Conceptzin,
    Feitkeuze,
    Ontvanger,
    Persoonskeuze,
    Veldwaarde,
)
from leerplicht_desktop.casework.proces_verbaal.bijhouden import PV_TEKSTEN, lees_tekst
from leerplicht_desktop.casework.waardenjson import naar_json, uit_json
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal
from leerplicht_desktop.domain.handhaving.pvzin import Bronstand
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis.codec import from_json, needed_moment, texts, to_json
from leerplicht_desktop.store.kluis.connection import Access

from .werkdossier import assign, drafts_of, release

PV, BRIEF = "concept_pv", "concept_brief"
_SENTENCE = (
    "INSERT INTO concept_zin (id, concept, moment, inhoud, tekst) VALUES (?, ?, ?, ?, ?) "
    # The text has its own road (schrijf_zin): what comes along here may be older than the last key.
    "ON CONFLICT (id) DO UPDATE SET moment = excluded.moment, inhoud = excluded.inhoud"
)
_TEXT = (
    "INSERT INTO concept_tekst (concept, veld, tekst) VALUES (?, ?, ?) "
    "ON CONFLICT (concept, veld) DO UPDATE SET tekst = excluded.tekst"
)
_FIELD = (
    "INSERT INTO concept_veld (brief, veld, waarde) VALUES (?, ?, ?) "
    "ON CONFLICT (brief, veld) DO UPDATE SET waarde = excluded.waarde"
)


class SqlConcepten:
    """Obeys the port ``Concepten``."""

    def __init__(self, access: Access) -> None:
        self._db = access

    def nieuw_pv(self, concept: ConceptPV) -> None:
        """Keep a new concept with its texts and sentences."""
        self._db.run(
            "INSERT INTO concept_pv (id, dossiers, begonnen_op, inhoud, aanvulling_op, versie) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                concept.id,
                to_json(concept.dossiers),
                concept.begonnen_op.isoformat(),
                _content(concept),
                concept.aanvulling_op,
                concept.versie,
            ),
        )
        assign(self._db, PV, concept.id, concept.dossiers)
        for veld in PV_TEKSTEN:
            self._db.run(_TEXT, (concept.id, veld, lees_tekst(concept.pv, veld)))
        for zin in concept.zinnen:
            self._set(concept.id, zin)

    def laad_pv(self, id_: str) -> ConceptPV:
        """The concept; raises KeyError when unknown or sealed."""
        return load_pv(self._db, id_)

    def bewaar_pv(self, concept: ConceptPV) -> None:
        """Keep everything but the texts and the sentences. Raises KeyError."""
        changed = self._db.run(
            "UPDATE concept_pv SET dossiers = ?, inhoud = ?, versie = versie + 1 WHERE id = ?",
            (to_json(concept.dossiers), _content(concept), concept.id),
        )
        if not changed:
            raise KeyError(concept.id)
        assign(self._db, PV, concept.id, concept.dossiers)

    def schrijf_pv(self, id_: str, veld: str, tekst: str) -> None:
        """The keystroke path of a text. Raises KeyError when unknown or sealed."""
        self._raise_version(id_)
        self._db.run(_TEXT, (id_, veld, tekst))

    def zet_zin(self, concept: str, zin: Conceptzin) -> None:
        """Add a sentence, or replace all but its text. Raises KeyError."""
        self._raise_version(concept)
        self._set(concept, zin)

    def schrijf_zin(self, zin: str, tekst: str) -> None:
        """The keystroke path of a sentence. Raises KeyError when unknown."""
        concept = self._db.value("SELECT concept FROM concept_zin WHERE id = ?", (zin,))
        if concept is None:
            raise KeyError(zin)
        self._db.run("UPDATE concept_zin SET tekst = ? WHERE id = ?", (tekst, zin))
        self._raise_version(concept)

    def wis_zin(self, zin: str) -> None:
        """Take a sentence away. One that is gone already stays gone."""
        concept = self._db.value("SELECT concept FROM concept_zin WHERE id = ?", (zin,))
        if concept is not None:
            self._db.run("DELETE FROM concept_zin WHERE id = ?", (zin,))
            self._raise_version(concept)

    def nieuwe_brief(self, concept: ConceptBrief) -> None:
        """Keep a new concept letter with its fields."""
        self._db.run(
            "INSERT INTO concept_brief (id, dossiers, soort, formulier, aan, begonnen_op, versie) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                concept.id,
                to_json(concept.dossiers),
                concept.soort.value,
                concept.formulier,
                to_json(naar_json(concept.aan)),
                concept.begonnen_op.isoformat(),
                concept.versie,
            ),
        )
        assign(self._db, BRIEF, concept.id, concept.dossiers)
        for veld, waarde in concept.velden.items():
            self._db.run(_FIELD, (concept.id, veld, to_json(naar_json(waarde))))

    def laad_brief(self, id_: str) -> ConceptBrief:
        """The concept letter; raises KeyError when unknown or sealed."""
        return load_brief(self._db, id_)

    def bewaar_brief(self, concept: ConceptBrief) -> None:
        """Keep everything but the fields. Raises KeyError."""
        changed = self._db.run(
            "UPDATE concept_brief SET formulier = ?, aan = ?, versie = versie + 1 WHERE id = ?",
            (concept.formulier, to_json(naar_json(concept.aan)), concept.id),
        )
        if not changed:
            raise KeyError(concept.id)

    def schrijf_veld(self, brief: str, veld: str, waarde: Veldwaarde) -> None:
        """The keystroke path of a field. Raises KeyError when unknown or sealed."""
        if not self._db.run("UPDATE concept_brief SET versie = versie + 1 WHERE id = ?", (brief,)):
            raise KeyError(brief)
        self._db.run(_FIELD, (brief, veld, to_json(naar_json(waarde))))

    def verwerp(self, id_: str) -> None:
        """Take a concept of either kind away."""
        for sql in (
            "DELETE FROM concept_zin WHERE concept = ?",
            "DELETE FROM concept_tekst WHERE concept = ?",
            "DELETE FROM concept_pv WHERE id = ?",
            "DELETE FROM concept_veld WHERE brief = ?",
            "DELETE FROM concept_brief WHERE id = ?",
        ):
            self._db.run(sql, (id_,))
        release(self._db, PV, id_)
        release(self._db, BRIEF, id_)

    def open_pv(self, dossiers: tuple[str, ...]) -> tuple[str, ...]:
        """Open concept processen-verbaal that share a jongere."""
        return drafts_of(self._db, PV, dossiers)

    def _set(self, concept: str, zin: Conceptzin) -> None:
        # How the source stands is worked out at each reading.
        bare = replace(
            zin, bevinding=replace(zin.bevinding, tekst="", bronstand=Bronstand.GELIJK, wijziging="")
        )
        moment = _order(zin.bevinding.moment)
        self._db.run(_SENTENCE, (zin.id, concept, moment, to_json(naar_json(bare)), zin.bevinding.tekst))

    def _raise_version(self, concept: str) -> None:
        if not self._db.run("UPDATE concept_pv SET versie = versie + 1 WHERE id = ?", (concept,)):
            raise KeyError(concept)


def load_pv(access: Access, id_: str) -> ConceptPV:
    """A concept proces-verbaal with texts and sentences as last written; raises KeyError."""
    row = access.row(
        "SELECT id, dossiers, begonnen_op, inhoud, aanvulling_op, versie FROM concept_pv WHERE id = ?",
        (id_,),
    )
    if row is None:
        raise KeyError(id_)
    inhoud = from_json(row["inhoud"])
    written = access.rows("SELECT veld, tekst FROM concept_tekst WHERE concept = ?", (id_,))
    return ConceptPV(
        id=id_,
        dossiers=texts(row["dossiers"]),
        verdachte=uit_json(Persoonskeuze, inhoud["verdachte"]),
        keuze=uit_json(Feitkeuze, inhoud["keuze"]),
        pv=_with(uit_json(ProcesVerbaal, inhoud["pv"]), {line["veld"]: line["tekst"] for line in written}),
        begonnen_op=needed_moment(row["begonnen_op"]),
        zinnen=_sentences(access, id_),
        verhoren=tuple(inhoud["verhoren"]),
        bijlagen=tuple(inhoud["bijlagen"]),
        aanvulling_op=row["aanvulling_op"],
        versie=row["versie"],
    )


def load_brief(access: Access, id_: str) -> ConceptBrief:
    """A concept letter with its fields as last written; raises KeyError."""
    row = access.row(
        "SELECT id, dossiers, soort, formulier, aan, begonnen_op, versie FROM concept_brief WHERE id = ?",
        (id_,),
    )
    if row is None:
        raise KeyError(id_)
    aan = from_json(row["aan"])
    fields = access.rows("SELECT veld, waarde FROM concept_veld WHERE brief = ? ORDER BY veld", (id_,))
    return ConceptBrief(
        id=id_,
        dossiers=texts(row["dossiers"]),
        soort=Documentsoort(row["soort"]),
        formulier=row["formulier"],
        aan=uit_json(Ontvanger, aan) if aan is not None else None,
        begonnen_op=needed_moment(row["begonnen_op"]),
        velden={line["veld"]: _tuples(from_json(line["waarde"])) for line in fields},
        versie=row["versie"],
    )


def _sentences(access: Access, concept: str) -> tuple[Conceptzin, ...]:
    rows = access.rows(
        "SELECT inhoud, tekst FROM concept_zin WHERE concept = ? ORDER BY moment, rowid", (concept,)
    )
    read = ((uit_json(Conceptzin, from_json(row["inhoud"])), row["tekst"]) for row in rows)
    return tuple(replace(zin, bevinding=replace(zin.bevinding, tekst=tekst)) for zin, tekst in read)


def _order(moment: datetime) -> str:
    """A moment that sorts as text whatever its zone."""
    return f"{moment.timestamp():020.6f}"


def _content(concept: ConceptPV) -> str:
    bare = replace(concept.pv, bevindingen=(), verhoren=(), bijlagen=())
    return to_json(
        {
            "verdachte": naar_json(concept.verdachte),
            "keuze": naar_json(concept.keuze),
            "pv": naar_json(bare),
            "verhoren": list(concept.verhoren),
            "bijlagen": list(concept.bijlagen),
        }
    )


def _with(pv: ProcesVerbaal, texts: dict[str, str]) -> ProcesVerbaal:
    """The proces-verbaal with the texts that were typed since."""
    boven: dict[str, Any] = {}
    parts: dict[str, dict[str, Any]] = {"school": {}, "persoon": {}}
    for naam, tekst in texts.items():
        part, _, veld = naam.partition(".")
        (parts[part] if veld else boven)[veld or part] = tekst
    return replace(
        pv,
        school=replace(pv.school, **parts["school"]),
        persoon=replace(pv.persoon, **parts["persoon"]),
        **boven,
    )


def _tuples(waarde: Any) -> Any:
    """Lists of a filled field, as the program holds them."""
    return tuple(_tuples(part) for part in waarde) if isinstance(waarde, list) else waarde
