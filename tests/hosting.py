"""A host for built sites, on loopback, as GitHub Pages serves them: directory addresses, compression and 404.html."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")


@lru_cache(maxsize=512)
def compressed(body: bytes) -> bytes:
    """As a host would send it."""
    return gzip.compress(body, 6, mtime=0)


class Handler(BaseHTTPRequestHandler):
    """Serves `folder` below `prefix` ("/" or "/a/b/"), and its 404.html for what is not there."""

    protocol_version = "HTTP/1.1"
    # An answer goes out in one piece: sent in two, the second waits 40 ms for the first to be acknowledged.
    wbufsize = -1
    disable_nagle_algorithm = True

    def __init__(self, *arguments: object, folder: Path, prefix: str) -> None:
        self.folder, self.prefix = folder, prefix
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, with the way to a folder's page, or with the page for what is not found."""
        path = unquote(urlsplit(self.path).path)
        file = (
            self.folder / path.removeprefix(self.prefix) if path.startswith(self.prefix) and "//" not in path else None
        )
        if file and file.is_dir() and not path.endswith("/"):
            self.answer(301, b"", Location=f"{path}/")
        elif file and (page := file / "index.html" if file.is_dir() else file).is_file():
            self.send(200, page)
        else:
            self.send(404, self.folder / "404.html")

    do_HEAD = do_GET

    def send(self, code: int, file: Path) -> None:
        """A file with its type, compressed where that helps and is understood."""
        body = file.read_bytes() if file.is_file() else b"not found"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = compressed(body)
            headers["Content-Encoding"] = "gzip"
        self.answer(code, body, **headers)

    def answer(self, code: int, body: bytes, **headers: str) -> None:
        """Headers, and the body unless only they were asked for."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            with suppress(BrokenPipeError, ConnectionResetError):  # a browser that has gone on
                self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Keep the tests' output clean."""


@contextmanager
def hosted(folder: Path, prefix: str = "/", port: int = 0) -> Iterator[str]:
    """Serve a built site; gives its address, as "http://127.0.0.1:43210/a/b/"."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, folder=folder, prefix=prefix))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
