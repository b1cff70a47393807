"""The software bill of materials: every library of the program, as uv.lock has it."""

import json
import subprocess
import sys
from pathlib import Path

from portal.console import ROOT
from portal.store import UNKEPT, Results

SBOM = "sbom.cdx.json"
EXPORT = ("export", "--quiet", "--offline", "--frozen", "--no-default-groups", "--format", "cyclonedx1.5")


def write_sbom(folder: Path, results: Results = UNKEPT) -> None:
    """Write what uv says in the CycloneDX format, without the number and the time that it makes up each time."""
    depends_on = (ROOT / "pyproject.toml").read_bytes()  # uv.lock is in every key.
    (folder / SBOM).write_text(results.result("sbom", depends_on, _materials), encoding="utf-8", newline="\n")


def _materials() -> str:
    command = [sys.executable, "-m", "uv", *EXPORT]
    materials = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    del materials["serialNumber"], materials["metadata"]["timestamp"]
    return json.dumps(materials, indent=1) + "\n"
