"""The settings of :mod:`.policy` as an administrative template (ADMX, and its Dutch ADML)."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from .policy import REGISTRY, SETTINGS, Kind, Setting

_SPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_NAME = "leerplicht-desktop"


def write_template(folder: Path) -> tuple[Path, Path]:
    """Write ``leerplicht-desktop.admx`` and ``nl-NL/leerplicht-desktop.adml`` below ``folder``.

    Raises OSError when it cannot be written.
    """
    admx, adml = folder / f"{_NAME}.admx", folder / "nl-NL" / f"{_NAME}.adml"
    adml.parent.mkdir(parents=True, exist_ok=True)
    admx.write_text(_definitions(), "utf-8")
    adml.write_text(_words(), "utf-8")
    return admx, adml


def _definitions() -> str:
    policies = "\n".join(_policy(setting) for setting in SETTINGS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="{_SPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="leerplicht" namespace="Leerplicht.Policies.Desktop"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <categories>
    <category name="Leerplicht" displayName="$(string.Leerplicht)"/>
  </categories>
  <policies>
{policies}
  </policies>
</policyDefinitions>
"""


def _policy(setting: Setting) -> str:
    name = setting.name
    begin = (
        f'    <policy name="{name}" class="Machine" displayName="$(string.{name})"'
        f' explainText="$(string.{name}_uitleg)"'
        f" key={quoteattr(REGISTRY)}"
    )
    if setting.kind is Kind.CHOICE:
        return (
            f'{begin} valueName="{name}">\n'
            '      <parentCategory ref="Leerplicht"/>\n'
            '      <enabledValue><decimal value="1"/></enabledValue>\n'
            '      <disabledValue><decimal value="0"/></disabledValue>\n'
            "    </policy>"
        )
    element = (
        f'<decimal id="{name}" valueName="{name}" minValue="1" maxValue="60" required="true"/>'
        if setting.kind is Kind.MINUTES
        else f'<text id="{name}" valueName="{name}" maxLength="1000" required="true"/>'
    )
    return (
        f'{begin} presentation="$(presentation.{name})">\n'
        '      <parentCategory ref="Leerplicht"/>\n'
        f"      <elements>{element}</elements>\n"
        "    </policy>"
    )


def _words() -> str:
    strings = "\n".join(
        f'      <string id="{setting.name}">{escape(setting.about)}</string>\n'
        f'      <string id="{setting.name}_uitleg">{escape(setting.meaning)}</string>'
        for setting in SETTINGS
    )
    presentations = "\n".join(
        _presentation(setting) for setting in SETTINGS if setting.kind is not Kind.CHOICE
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="{_SPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>Leerplicht Desktop</displayName>
  <description>Wat de gemeente voor elke gebruiker van een laptop vastlegt</description>
  <resources>
    <stringTable>
      <string id="Leerplicht">Leerplicht Desktop</string>
{strings}
    </stringTable>
    <presentationTable>
{presentations}
    </presentationTable>
  </resources>
</policyDefinitionResources>
"""


def _presentation(setting: Setting) -> str:
    about = escape(setting.about)
    box = (
        f'<decimalTextBox refId="{setting.name}" defaultValue="5">{about}</decimalTextBox>'
        if setting.kind is Kind.MINUTES
        else f'<textBox refId="{setting.name}"><label>{about}</label></textBox>'
    )
    return f'      <presentation id="{setting.name}">{box}</presentation>'
