"""Asks an independent validator whether a PDF is what it says it is."""

from __future__ import annotations

import page

PROFILES = ("2a", "ua1")


def shortcomings(data: bytes) -> tuple[str, ...]:
    """What keeps the document from PDF/A-2a and PDF/UA-1, as ``profile rule: message``; empty if nothing."""
    found = []
    for profile in PROFILES:
        report = page.validate_pdf_bytes(data, profile=profile)
        found += [f"{profile} {failure.rule_id}: {failure.message}" for failure in report.failures]
        if not report.is_compliant and not report.failures:
            found.append(f"{profile}: afgekeurd zonder reden")
    return tuple(found)
