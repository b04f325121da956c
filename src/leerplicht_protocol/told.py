"""The kind-table of shared fields: what officers know of a family and no register says.

Any officer of the dossier may change them. Both sides read this table: what one lets somebody type, the
other takes. It knows no model, so that the first window need not wait for one.
"""

from __future__ import annotations

from collections.abc import Mapping

TOLD: Mapping[str, int] = {
    "belnummer": 60,
    "taal": 80,
    "tolk": 120,
    "gezag_verteld": 300,
    "contactverbod": 300,
    "veiligheid": 300,
    "schoolcontact": 200,
}
"""Each field with its most characters. Empty means that nobody told."""
