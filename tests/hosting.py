"""A host for built sites, on loopback, as GitHub Pages serves them: directory addresses and 404.html."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit


class Handler(SimpleHTTPRequestHandler):
    """Serves `directory` below `prefix` ("/" or "/a/b/"), and 404.html for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, prefix: str, **named) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        """The file for an address; one that does not exist for addresses beside the prefix."""
        path = unquote(urlsplit(path).path)
        return super().translate_path("/" + path.removeprefix(self.prefix) if path.startswith(self.prefix) else "/beside the site")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        page = Path(self.directory, "404.html")
        body = page.read_bytes() if code == 404 and page.is_file() else (message or str(code)).encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Keep the tests' output clean."""


@contextmanager
def hosted(folder: Path, prefix: str = "/", port: int = 0) -> Iterator[str]:
    """Serve a built site; gives its address, as "http://127.0.0.1:43210/a/b/"."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(folder), prefix=prefix))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
