"""The checksums of the published site, and file modes that do not depend on who builds."""

import os
from hashlib import sha256
from pathlib import Path

from portal.publication.site_files import site_files

CHECKSUMS = "SHA256SUMS"


def seal(folder: Path) -> None:
    """Write the checksum of every other file, as sha256sum does, and let everybody read all files."""
    names = (name for name in site_files(folder) if name != CHECKSUMS)
    lines = (f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    for place, _, files in os.walk(folder):
        Path(place).chmod(0o755)
        for name in files:
            Path(place, name).chmod(0o644)
