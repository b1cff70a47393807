"""The checksums of the published site, and file modes that do not depend on who builds."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from portal.publication.site_files import read_file, site_files

CHECKSUMS = "SHA256SUMS"


def seal(folder: Path, known: Mapping[str, str]) -> None:
    """Write the checksum of every other file, as sha256sum does, and let everybody read all files.

    `known` are those that were worked out already, by the name of the file.
    """
    checksums, lines = folder / CHECKSUMS, list[str]()
    checksums.unlink(missing_ok=True)
    for name in site_files(folder):
        (folder / name).chmod(0o644)
        lines.append(f"{known.get(name) or sha256(read_file(folder, name)).hexdigest()}  {name}\n")
    checksums.write_text("".join(lines), encoding="utf-8", newline="\n")
    checksums.chmod(0o644)
    for place, _, _ in os.walk(folder):
        Path(place).chmod(0o755)
