"""The software bill of materials: every library of the program, as uv.lock has it."""

import json
import subprocess
import sys
from pathlib import Path

from portal.console import ROOT

SBOM = "sbom.cdx.json"
EXPORT = ("export", "--quiet", "--offline", "--frozen", "--no-default-groups", "--format", "cyclonedx1.5")


def write_sbom(folder: Path, root: Path = ROOT) -> None:
    """Write what uv says in the CycloneDX format, without the number and the time that it makes up each time."""
    command = [sys.executable, "-m", "uv", *EXPORT]
    materials = json.loads(subprocess.run(command, cwd=root, capture_output=True, check=True).stdout)
    del materials["serialNumber"], materials["metadata"]["timestamp"]
    (folder / SBOM).write_text(json.dumps(materials, indent=1) + "\n", encoding="utf-8", newline="\n")
