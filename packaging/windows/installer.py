"""Writes the source of the Windows installer, for ``wixl``: one component per file, in the folders of the bundle.

Usage: installer.py BUNDLE VERSION > leerplicht.wxs

A component keeps its identity from release to release (it is drawn from its path), so that an upgrade replaces what
changed and an uninstall takes away what was brought, and nothing else: vaults stand in the profile of the officer.
"""

from __future__ import annotations

import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

UPGRADE = uuid.UUID(
    "b0a6f3ac-58b5-5cbe-9a44-54f0c2d1e76d"
)  # never another: it is how Windows knows the program
EVENTS = r"SYSTEM\CurrentControlSet\Services\EventLog\Application\Leerplicht Desktop"

HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id={product} Name="Leerplicht Desktop" Language="1043" Codepage="1252" Version={version}
           Manufacturer="Leerplicht Desktop" UpgradeCode="{{{upgrade}}}">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="1043"
             Description="Dossiers, deurbezoek en proces-verbaal, ook zonder netwerk" Manufacturer="Leerplicht Desktop"/>
    <MajorUpgrade DowngradeErrorMessage="Er staat al een nieuwere versie van Leerplicht Desktop. Verwijder die eerst als u terug wilt."/>
    <Media Id="1" Cabinet="leerplicht.cab" EmbedCab="yes"/>
    <Icon Id="leerplicht.ico" SourceFile="leerplicht.ico"/>
    <Property Id="ARPPRODUCTICON" Value="leerplicht.ico"/>
    <Property Id="ARPNOMODIFY" Value="1"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramMenuFolder"/>
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLDIR" Name="Leerplicht Desktop">
"""

ENTRANCE = """\
          <Component Id="Ingang" Guid={guid} Win64="yes">
            <Shortcut Id="InStartmenu" Directory="ProgramMenuFolder" Name="Leerplicht Desktop" Icon="leerplicht.ico"
                      Description="Dossiers, deurbezoek en proces-verbaal" Target="[INSTALLDIR]leerplicht-desktop.exe" WorkingDirectory="INSTALLDIR"/>
            <RegistryValue Root="HKLM" Key="SOFTWARE\\Leerplicht Desktop" Name="Map" Type="string" Value="[INSTALLDIR]" KeyPath="yes"/>
            <RegistryValue Root="HKLM" Key="SOFTWARE\\Leerplicht Desktop" Name="Versie" Type="string" Value={version}/>
            <RegistryValue Root="HKLM" Key={events} Name="EventMessageFile" Type="expandable" Value="%SystemRoot%\\System32\\EventCreate.exe"/>
            <RegistryValue Root="HKLM" Key={events} Name="TypesSupported" Type="integer" Value="7"/>
          </Component>
"""

TAIL = """\
        </Directory>
      </Directory>
    </Directory>
    <Feature Id="Programma" Level="1" Title="Leerplicht Desktop">
{references}
    </Feature>
  </Product>
</Wix>
"""


def identity(path: str) -> uuid.UUID:
    """The identity of the component at ``path`` below the folder of the program, the same in every release."""
    return uuid.uuid5(UPGRADE, path)


def braced(given: uuid.UUID) -> str:
    """A GUID as an attribute of the installer's XML."""
    return quoteattr("{" + str(given).upper() + "}")


def named(path: str) -> str:
    """A name for the XML, which bears no slash and no sign."""
    return "x" + uuid.uuid5(UPGRADE, "naam " + path).hex


class Source:
    """The XML as it grows, and the components it named."""

    def __init__(self, bundle: Path) -> None:
        self._bundle = bundle
        self._lines: list[str] = []
        self._components: list[str] = []

    def folder(self, folder: Path, indent: str) -> None:
        """Write ``folder`` and all below it, in the order of their names."""
        for found in sorted(folder.iterdir()):
            inside = found.relative_to(self._bundle).as_posix()
            if found.is_dir():
                self._lines.append(
                    f"{indent}<Directory Id={quoteattr(named(inside))} Name={quoteattr(found.name)}>"
                )
                self.folder(found, indent + "  ")
                self._lines.append(f"{indent}</Directory>")
            else:
                self._file(inside, found.name, indent)

    def _file(self, inside: str, name: str, indent: str) -> None:
        component = named("onderdeel " + inside)
        self._components.append(component)
        self._lines += [
            f'{indent}<Component Id={quoteattr(component)} Guid={braced(identity(inside))} Win64="yes">',
            f'{indent}  <File Id={quoteattr(named(inside))} Name={quoteattr(name)} KeyPath="yes"'
            f" Source={quoteattr('$(var.Bron)/' + inside)}/>",
            f"{indent}</Component>",
        ]

    def text(self, version: str) -> str:
        """The whole source, for release ``version``."""
        self.folder(self._bundle, " " * 10)
        product = uuid.uuid5(UPGRADE, "uitgave " + version)
        head = HEAD.format(product=braced(product), version=quoteattr(version), upgrade=str(UPGRADE).upper())
        entrance = ENTRANCE.format(
            guid=braced(identity("ingang")), version=quoteattr(version), events=quoteattr(EVENTS)
        )
        references = "\n".join(
            f"      <ComponentRef Id={quoteattr(each)}/>" for each in [*self._components, "Ingang"]
        )
        return head + "\n".join(self._lines) + "\n" + entrance + TAIL.format(references=references)


if __name__ == "__main__":
    sys.stdout.write(Source(Path(sys.argv[1])).text(sys.argv[2]))
