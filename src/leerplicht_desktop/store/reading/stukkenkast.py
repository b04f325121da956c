"""Reads about hearings, concepts, sealed documents and attachments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leerplicht_desktop.casework.brief.adres import achterhaald, adreswijziging
from leerplicht_desktop.casework.brief.geheim import verborgen_op
from leerplicht_desktop.casework.brief.twijfel import brieftwijfels, stuktwijfels
from leerplicht_desktop.casework.concepten import ConceptPV, proces_verbaal_van
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.proces_verbaal.bronstand import met_bronstand
from leerplicht_desktop.casework.proces_verbaal.omgeving import pvfeiten
from leerplicht_desktop.casework.proces_verbaal.voorbehoud import met_voorbehoud
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import (
    Adreswijziging,
    AfdrukRegel,
    BijlageRegel,
    ConceptBriefBeeld,
    ConceptPVBeeld,
    Nummervoorraad,
    Registerpersoon,
    StukBeeld,
    StukRegel,
    VerhoorBeeld,
    ZaakstukItem,
)
from leerplicht_desktop.domain.handhaving.compleet import punten
from leerplicht_desktop.domain.handhaving.verhoor import punten as verhoorpunten
from leerplicht_desktop.domain.stuk.dossierbijlage import Dossierbijlage
from leerplicht_desktop.domain.stuk.stuk import NOG_HIER, Stuk, Stukstap, mogelijke_stappen, stand
from leerplicht_desktop.store.kluis import content
from leerplicht_desktop.store.kluis.codec import needed_moment, text_of
from leerplicht_desktop.store.kluis.connection import Access
from leerplicht_desktop.store.spiegel.authors import author, clock_remark, colleague, made_by
from leerplicht_desktop.store.spiegel.pulled import fields_of
from leerplicht_desktop.store.spiegel.pulled_stukken import verhoor as pulled_verhoor
from leerplicht_desktop.store.writing import concepten, stukken, verhoren
from leerplicht_desktop.store.writing.nummers import free

from . import kept, stukken_list, stukken_timeline
from .caseload import SqlCaseload
from .dossier_view import picture
from .origin import standing
from .own_acts import own_acts
from .register_person import registered


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the sentences of a concept come from."""

    caseload: SqlCaseload
    stukkenkast: SqlStukkenkast


class SqlStukkenkast:
    """Obeys the port ``Stukkenkast``."""

    def __init__(self, access: Access, klok: Klok) -> None:
        self._db = access
        self._clock = klok

    def stukken(self, dossier: str | None = None) -> tuple[StukRegel, ...]:
        """Papers of one dossier or of all, concepts included, newest first; in the list of all no police
        data that may only be looked for by name.
        """
        found = stukken_list.papers(self._db, dossier)
        return found if dossier is not None else kept.listed(found, self._clock.vandaag())

    def stuk(self, id_: str) -> StukBeeld:
        """A sealed document, own or pulled; raises KeyError."""
        found = stukken.load_stuk(self._db, id_)
        steps = stukken.steps_of(self._db, id_)
        where = standing(self._db, "stuk", id_)
        return StukBeeld(
            stuk=found,
            stappen=steps,
            stand=stand(steps),
            mogelijk=mogelijke_stappen(found.soort, steps) if self._own_to_continue(found) else (),
            eigen=content.own(self._db, "stuk", id_),
            verzonden=where.sent,
            afgewezen=where.refused,
            door=author(self._db, "stuk", id_),
            klok=clock_remark(self._db, "stuk", id_),
            aanvullingen=stukken_list.additions(self._db, id_),
            afdrukken=self._prints(id_),
            adres=self._outdated(found, steps),
            twijfels=stuktwijfels(found, self._views(found.dossiers)) if stand(steps) in NOG_HIER else (),
        )

    def _own_to_continue(self, found: Stuk) -> bool:
        """His own, or of a colleague who has none of its dossiers any more: then they were handed over."""
        name = colleague(self._db, "stuk", found.id)
        if not name:
            return True
        made = made_by(self._db, "stuk", found.id)
        dossiers = (fields_of(self._db, "dossier", dossier) or {} for dossier in found.dossiers)
        holders = {one for fields in dossiers for one in text_of(fields, "ambtenaar").split(", ")}
        return made is not None and made.naam not in holders

    def _outdated(self, found: Stuk, steps: tuple[Stukstap, ...]) -> Adreswijziging | None:
        """Of what can still be held back; of a dossier that left nobody knows where people live."""
        views = self._views(found.dossiers)
        if stand(steps) not in NOG_HIER or len(views) != len(found.dossiers):
            return None
        return achterhaald(found, views, self._clock.vandaag(), self.registerpersoon)

    def _views(self, dossiers: Sequence[str]) -> list[DossierBeeld]:
        """The pictures of today; a dossier that left has none."""
        vandaag = self._clock.vandaag()
        return [view for dossier in dossiers if (view := picture(self._db, dossier, vandaag))]

    def _prints(self, stuk: str) -> tuple[AfdrukRegel, ...]:
        rows = self._db.rows(
            "SELECT op, hoe, waarheen, aantal, inhoud FROM afdruk WHERE stuk = ? ORDER BY nr DESC", (stuk,)
        )
        return tuple(
            AfdrukRegel(
                stuk, needed_moment(row["op"]), row["hoe"], row["waarheen"], row["aantal"], row["inhoud"]
            )
            for row in rows
        )

    def pdf(self, stuk: str) -> bytes:
        """The sealed PDF, byte for byte. Raises KeyError, or InhoudBeschadigd when its hash is another."""
        data = content.content(self._db, "stuk", stuk)
        return content.intact(data, stukken.load_stuk(self._db, stuk).bestand_hash)

    def concept_pv(self, id_: str) -> ConceptPVBeeld:
        """A concept with ``pv`` complete, and its gaps. Raises KeyError, also once sealed."""
        read = concepten.load_pv(self._db, id_)
        views = self._views(read.dossiers)
        sources = _Sources(SqlCaseload(self._db, self._clock), self)
        concept = met_bronstand(sources, views, read)
        sheets = tuple(view.blad for dossier in concept.dossiers for view in self.verhoren(dossier))
        annexes = tuple(regel.bijlage for dossier in concept.dossiers for regel in self.bijlagen(dossier))
        pv = proces_verbaal_van(concept, sheets, annexes)
        complete = stukken_list.with_pv(concept, met_voorbehoud(pv, concept, self._suspect(concept), views))
        beside = pvfeiten(sources, views, concept, own_acts(self._db), self._clock.vandaag())
        return ConceptPVBeeld(
            concept=complete,
            punten=punten(complete.pv, beside),
            verhoren=tuple({blad.id: blad for blad in sheets}.values()),
            bijlagen=tuple({one.id: one for one in annexes}.values()),
            nummers_over=self.nummers().over,
            feiten=beside,
        )

    def _suspect(self, concept: ConceptPV) -> Registerpersoon | None:
        fields = fields_of(self._db, "persoon", concept.verdachte.persoon or "")
        return registered(concept.verdachte.persoon or "", fields) if fields is not None else None

    def concept_brief(self, id_: str) -> ConceptBriefBeeld:
        """A concept letter, and what it must hide. Raises KeyError, also once sealed.

        Of a dossier that left nobody knows what is secret: then there are only its words, and no paper.
        """
        concept = concepten.load_brief(self._db, id_)
        views = self._views(concept.dossiers)
        if len(views) != len(concept.dossiers):
            return ConceptBriefBeeld(concept, "", ())
        verdict, texts = verborgen_op(views, concept.soort, self._clock.vandaag(), concept.aan)
        change = adreswijziging(concept.aan, views, self.registerpersoon)
        twijfels = brieftwijfels(concept.aan, views)
        return ConceptBriefBeeld(concept, verdict.waarschuwing, texts, change, twijfels)

    def verhoren(self, dossier: str) -> tuple[VerhoorBeeld, ...]:
        """Hearings of a dossier, newest first."""
        views = (self.verhoor(id_) for id_ in stukken_list.ids(self._db, "verhoor", dossier))
        return tuple(sorted(views, key=lambda view: view.blad.verhoor.begin, reverse=True))

    def verhoor(self, id_: str) -> VerhoorBeeld:
        """A hearing, own or pulled; raises KeyError."""
        blad = verhoren.load(self._db, id_) or pulled_verhoor(self._db, id_)
        if blad is None:
            raise KeyError(id_)
        complete, where = blad.compleet, standing(self._db, "verhoor", id_)
        return VerhoorBeeld(
            blad=blad,
            punten=verhoorpunten(complete),
            minderjarig_bij_feit=complete.minderjarig_bij_feit(),
            minderjarig_bij_verhoor=complete.minderjarig_bij_verhoor(),
            verzonden=where.sent,
            afgewezen=where.refused,
            collega=colleague(self._db, "verhoor", id_),
            klok=clock_remark(self._db, "verhoor", id_),
            afgedrukt=next((one.inhoud for one in self._prints(id_)), ""),
        )

    def bijlagen(self, dossier: str) -> tuple[BijlageRegel, ...]:
        """Attachments of a dossier, newest first."""
        found = [self.bijlage(id_) for id_ in stukken_list.ids(self._db, "bijlage", dossier)]
        found.sort(key=lambda one: (one.toegevoegd_op, one.id), reverse=True)
        return tuple(
            BijlageRegel(one, where.sent, where.refused)
            for one in found
            for where in (standing(self._db, "bijlage", one.id),)
        )

    def bijlage(self, id_: str) -> Dossierbijlage:
        """One attachment without its bytes; raises KeyError."""
        return stukken.load_bijlage(self._db, id_)

    def bijlage_inhoud(self, id_: str) -> bytes:
        """The bytes of an attachment; raises KeyError, or InhoudBeschadigd when its hash is another."""
        return content.intact(content.content(self._db, "bijlage", id_), self.bijlage(id_).sha256)

    def registerpersoon(self, persoon: str) -> Registerpersoon:
        """Somebody of the register; raises KeyError when not on this laptop."""
        fields = fields_of(self._db, "persoon", persoon)
        if fields is None:
            raise KeyError(persoon)
        return registered(persoon, fields)

    def collega_van_verslag(self, id_: str) -> str:
        """Who made a pulled visit or note, as the municipality says; empty for one of this officer."""
        return colleague(self._db, "deurbezoek", id_) or colleague(self._db, "gespreksnotitie", id_)

    def klok_bij_bezoek(self, id_: str) -> str:
        """That the clock at the door differed from the municipality's; empty when it did not."""
        return clock_remark(self._db, "deurbezoek", id_)

    def nummers(self) -> Nummervoorraad:
        """How many numbers are left on this laptop, of this year and before."""
        left = list(free(self._db, self._clock.vandaag().year))
        return Nummervoorraad(len(left), left[0] if left else "")

    def tijdlijn(self, dossier: str) -> tuple[ZaakstukItem, ...]:
        """Hearings, documents, steps, attachments and prints of a dossier, newest first."""
        return stukken_timeline.items(self._db, dossier)
