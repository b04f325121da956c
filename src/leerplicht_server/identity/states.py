"""In which state an officer is: active, suspended (his work goes to quarantine), barred (nothing)."""

from __future__ import annotations

ACTIVE = "actief"
SUSPENDED = "geschorst"
BARRED = "geweerd"
