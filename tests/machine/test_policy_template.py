"""The administrative template says what the program reads: one model, two shapes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from leerplicht_desktop.machine.policy import REGISTRY, SETTINGS, Kind
from leerplicht_desktop.machine.policy_template import write_template

SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def test_every_setting_has_its_policy_its_words_and_its_box(tmp_path: Path) -> None:
    admx, adml = write_template(tmp_path / "sjabloon")
    definitions = ET.fromstring(admx.read_text("utf-8"))  # noqa: S314 - our own
    texts = ET.fromstring(adml.read_text("utf-8"))  # noqa: S314 - our own
    policies = {each.get("name"): each for each in definitions.iter(f"{SPACE}policy")}
    words = {each.get("id"): each.text for each in texts.iter(f"{SPACE}string")}
    boxes = {each.get("id"): each for each in texts.iter(f"{SPACE}presentation")}
    assert set(policies) == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        found = policies[setting.name]
        assert found.get("key") == REGISTRY
        assert found.get("class") == "Machine"
        assert words[setting.name] == setting.about
        assert words[f"{setting.name}_uitleg"] == setting.meaning
        values = [each.get("valueName") for each in found.iter() if each.get("valueName")]
        assert values == [setting.name]
        assert (setting.name in boxes) == (setting.kind is not Kind.CHOICE)
    assert adml.parent.name == "nl-NL"
    assert {each.get("refId") for box in boxes.values() for each in box} == set(boxes)
