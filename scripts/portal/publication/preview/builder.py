"""Builds one after another, in one process that has imported all that they need.

It reads from its input a line per build: the address, the folder of the site and that of the last one if there is one,
with tabs between.
"""

import gc
import os
import runpy
import subprocess
import sys
from pathlib import Path

from portal.program import fingerprint
from portal.publication.site_files import LAST_SITE

END = "\0"
"""Begins the line that tells the exit code; nothing else that a build says has it."""
MOST = 100
"""Builds of one process: whatever else they leave behind in it does not add up."""


class Builder:
    """Builds a project as often as it is asked to; a program that was changed is started anew."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._process: subprocess.Popen[str] | None = None
        self._program, self._builds = "", 0

    def build(self, url: str, site: Path, last: Path | None) -> tuple[int, str]:
        """Build into a folder; returns the exit code and what was said."""
        process = self._running()
        if process.stdin and process.stdout and process.poll() is None:
            print(url, site, last or "", sep="\t", file=process.stdin, flush=True)
            said = []
            for line in process.stdout:
                before, end, code = line.partition(END)
                said.append(before)
                if end:
                    return int(code), "".join(said)
            return 1, "".join(said)
        return 1, ""

    def close(self) -> None:
        """End the process as soon as it has no work."""
        if self._process and self._process.stdin and self._process.stdout:
            self._process.stdin.close()
            self._process.stdout.close()
            self._process.wait()
        self._process = None

    def _running(self) -> subprocess.Popen[str]:
        program = fingerprint(self._root)
        if (
            self._process is None
            or self._process.poll() is not None
            or program != self._program
            or self._builds == MOST
        ):
            self.close()
            self._program, self._builds = program, 0
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-m", __name__],
                cwd=self._root,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(self._root / "scripts")},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
        self._builds += 1
        return self._process


def _build(url: str, site: str, last: str) -> int:
    """The exit code of MkDocs, run as from the command line."""
    os.environ |= {"SITE_URL": url, LAST_SITE: last}
    sys.argv = ["mkdocs", "--quiet", "build", "--strict", "--site-dir", site]
    try:
        runpy.run_module("mkdocs", run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def main() -> None:
    for line in sys.stdin:
        code = _build(*line.removesuffix("\n").split("\t"))
        sys.stderr.flush()
        print(f"{END}{code}", flush=True)
        gc.collect()  # Pages name each other; what a build leaves behind would add up.


if __name__ == "__main__":
    main()
