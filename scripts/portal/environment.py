"""Run a command with the libraries in .venv/, which are installed there first where they are missing.

Only Python's own library is used here, and nothing that an old Python cannot read: this runs before all else.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = "mkdocs_static_i18n"
"""A library of ours that no system brings along."""
OLDEST_PYTHON = 0x030B0000
UV = "scripts/requirements.txt"
QUIETLY = ("--quiet", "--disable-pip-version-check")


def run_in_environment(root: Path = ROOT) -> None:
    """Run the command that is running again with the libraries, and end with its exit code, if they are not here."""
    if importlib.util.find_spec(LIBRARY) or Path(sys.prefix).resolve() == root / ".venv":
        return
    try:
        install_libraries(root)
        sys.exit(subprocess.run([str(python(root)), *sys.orig_argv[1:]], check=False).returncode)
    except subprocess.CalledProcessError as fault:
        sys.exit(fault.returncode)
    except KeyboardInterrupt:
        sys.exit(130)


def python(root: Path) -> Path:
    """The Python of the project's environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install_libraries(root: Path) -> None:
    """Install what uv.lock names, with the uv of scripts/requirements.txt, unless that was done since they changed."""
    ready, *lists = (root / name for name in (".venv/ready", "pyproject.toml", "uv.lock", UV))
    if ready.exists() and ready.stat().st_mtime >= max(file.stat().st_mtime for file in lists):
        return
    print((root / "language/first_run.txt").read_text(encoding="utf-8"), end="", file=sys.stderr)
    if sys.hexversion < OLDEST_PYTHON:
        sys.exit(1)
    _run(root, sys.executable, "-m", "venv", "--clear", ".venv")
    _run(root, python(root), "-m", "pip", "install", *QUIETLY, "--require-hashes", "--requirement", UV)
    _run(root, python(root), "-m", "uv", "sync", "--quiet", "--locked")
    ready.touch()


def _run(root: Path, *command: str | Path) -> None:
    subprocess.run(command, cwd=root, env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"}, check=True)


if __name__ == "__main__":
    install_libraries(ROOT)
