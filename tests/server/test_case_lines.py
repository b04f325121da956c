"""What the municipality is shown of an attachment: whose word its day is, and both hashes."""

from __future__ import annotations

from leerplicht_server.case_lines import attachment

_OLD = {
    "titel": "De deur",
    "soort": "foto",
    "mime": "image/jpeg",
    "grootte": 12,
    "gemaakt_op": "2026-11-20T09:30:00+00:00",
    "toegevoegd_op": "2026-11-24T12:00:00+00:00",
    "door": "K. van Es",
    "sha256": "a" * 64,
}


def test_an_attachment_of_before_says_no_more_than_it_knows() -> None:
    told = "\n".join(attachment(_OLD))
    assert "camera" not in told
    assert "gekozen bestand" not in told


def test_the_doubt_of_a_day_and_the_hash_of_the_file_are_told() -> None:
    seen = {"dagbron": "camera", "camera": "2026-11-20T10:30:00", "bron_sha256": "b" * 64}
    told = "\n".join(attachment({**_OLD, **seen}))
    assert "volgens de camera" in told
    assert "de camera zei 2026-11-20T10:30:00" in told
    assert f"sha-256 van het gekozen bestand {'b' * 64}" in told
    later = "\n".join(attachment({**_OLD, "dagbron": "toevoegen", "camera": "2099-09-29T10:10:10"}))
    assert "of eerder" in later
    assert "de camera zei 2099" in later
