"""A server for home that answers at once, whatever state the texts are in."""

import os
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from portal.publication.preview.pages import VERSION, Preview


class PreviewServer(ThreadingHTTPServer):
    """Serves what `preview` says at the moment of each request."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # where Windows would let a second server take the same port

    def __init__(self, address: tuple[str, int], preview: Preview) -> None:
        self.preview = preview
        super().__init__(address, _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that have gone on before the answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer
    # Windows may have other types for these.
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".css": "text/css"}

    def send_head(self) -> BinaryIO | None:
        preview, path = self.server.preview, urlsplit(self.path).path
        if path == VERSION:
            return self._answer(HTTPStatus.OK, preview.version, "text/plain")
        if preview.folder is None:
            return self._answer(HTTPStatus.SERVICE_UNAVAILABLE, preview.complete(preview.blank()))
        self.directory = str(preview.folder)
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if path.endswith("/") else file
        if page.is_file() and page.suffix == ".html":
            return self._answer(HTTPStatus.OK, preview.complete(page.read_text(encoding="utf-8")))
        if not file.exists() or path.endswith("/"):
            missing = (preview.folder / "404.html").read_text(encoding="utf-8")
            return self._answer(HTTPStatus.NOT_FOUND, preview.complete(missing))
        return super().send_head()  # a file of another kind, or the way to a folder's page

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Keep the window free for problems."""

    def _answer(self, status: HTTPStatus, text: str, kind: str = "text/html") -> BinaryIO:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)
