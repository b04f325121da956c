"""What is wrong with a file of a municipality, collected with the place, in Dutch."""

from __future__ import annotations


class Aantekeningen:
    """Collects mistakes with their place."""

    def __init__(self, bestand: str) -> None:
        self._bestand = bestand
        self.fouten: list[str] = []

    def fout(self, plaats: str, tekst: str) -> None:
        """Notes a mistake: ``brief.toml, blok 3: …``."""
        plek = f"{self._bestand}, {plaats}" if plaats else self._bestand
        self.fouten.append(f"{plek}: {tekst}" if tekst.endswith("?") else f"{plek}: {tekst}.")
