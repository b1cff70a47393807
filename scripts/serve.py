"""Build the site, show it at http://127.0.0.1:8000/ and build it again after each save.

    make serve
    python scripts/serve.py 127.0.0.1:8001    at another address

While something is wrong, the browser shows the last good pages, and over them what to mend. Ctrl+C ends it.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from portal import console
from portal.content.problems import report
from portal.content.reading.settings import read_settings
from portal.publication.preview.builder import Builder
from portal.publication.preview.pages import Preview
from portal.publication.preview.saves import saves
from portal.publication.preview.server import PreviewServer

COLOUR = re.compile(r"\x1b\[[\d;]*m")


def main(argv: Sequence[str] | None = None, root: Path = console.ROOT) -> int:
    """Serve until interrupted; 1 if the address cannot be used."""
    parser = console.parser(__doc__)
    parser.add_argument(
        "address", nargs="?", type=host_and_port, default="127.0.0.1:8000", help="host:port, 127.0.0.1:8000 by default"
    )
    host, port = parser.parse_args(argv).address
    try:
        server = PreviewServer((host, port), Preview(None, "preview_building"))
    except OSError:
        console.warn("address_taken", address=f"{host}:{port}", other=f"{host}:{port + 1}")
        return 1
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            _follow_saves(root, server, f"http://{host}:{server.server_port}/")
        except KeyboardInterrupt:
            server.shutdown()
    return 0


def _follow_saves(root: Path, server: PreviewServer, url: str) -> None:
    """Build after each save beside the pages that are shown, and show the new ones once they are good."""
    print(url, flush=True)
    folder = root / f"build/preview-{server.server_port}"
    spare, other = folder / "a", folder / "b"
    builder = Builder(root)
    for _ in saves(root):
        message = _build(root, builder, url, spare, server.preview.folder)
        if message is None:
            server.preview = Preview(spare)
            spare, other = other, spare
        else:
            server.preview = Preview(server.preview.folder, "preview_failed", message)


def _build(root: Path, builder: Builder, url: str, site: Path, last: Path | None) -> str | None:
    """Build into a folder; returns what prevented it, and prints that and warnings."""
    if problems := read_settings(root)[1]:
        failed, said = True, report(problems)
    else:
        code, output = builder.build(url, site, last)
        failed, said = code != 0, COLOUR.sub("", output)
    print(said, end="", file=sys.stderr, flush=True)
    return said.strip() if failed else None


def host_and_port(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if int(port) not in range(65536):
        raise ValueError(text)
    return host or "127.0.0.1", int(port)


if __name__ == "__main__":
    sys.exit(main())
