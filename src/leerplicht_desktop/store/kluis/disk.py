"""What kind of disk a folder lies on: a lock and a log need one of this laptop."""

from __future__ import annotations

import sys
from pathlib import Path

from leerplicht_desktop.casework.problems import NetwerkSchijf

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs", "glusterfs"}
    | {f"fuse.{name}" for name in ("sshfs", "davfs", "davfs2", "rclone", "gvfsd-fuse", "glusterfs", "s3fs")}
)
_REMOTE = 4
"""What Windows calls a drive of another machine."""


def refuse_network(folder: Path) -> None:
    """Raises NetwerkSchijf when ``folder`` lies on another machine, as far as the system tells."""
    if sys.platform == "win32":
        import ctypes

        root = folder.absolute().drive + "\\"
        if root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE:
            raise NetwerkSchijf
    elif _MOUNTS.exists():
        if kind_of(folder, _MOUNTS.read_text(errors="replace")) in _NETWORK:
            raise NetwerkSchijf


def kind_of(folder: Path, mounts: str) -> str:
    """The file system under ``folder`` by the lines of ``mountinfo``; empty when it is not there."""
    at, kind = -1, ""
    where = folder.resolve()
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(fields[4].replace("\\040", " "))
        if where.is_relative_to(point) and len(point.parts) >= at:
            at, kind = len(point.parts), after.split(" ")[0]
    return kind
