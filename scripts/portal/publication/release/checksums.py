"""The checksums of the published site, and file modes that do not depend on who builds."""

from hashlib import sha256
from pathlib import Path

CHECKSUMS = "SHA256SUMS"


def seal(folder: Path) -> None:
    """Write the checksum of every other file, as sha256sum does, and let everybody read all files."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    files.pop(CHECKSUMS, None)
    lines = (f"{sha256(files[name].read_bytes()).hexdigest()}  {name}\n" for name in sorted(files))
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    for entry in (folder, *folder.rglob("*")):
        entry.chmod(0o755 if entry.is_dir() else 0o644)
