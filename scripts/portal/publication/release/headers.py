"""The headers that a host should send: what the policy inside a page cannot say, or says of pages alone."""

from pathlib import Path

from portal.rendering.content_policy import REFERRER

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
}


def write_headers(folder: Path) -> None:
    """Write the file that hosts such as Netlify and Cloudflare Pages take the headers from."""
    lines = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    (folder / "_headers").write_text(f"/*\n{lines}", encoding="utf-8")


def nginx_sample() -> str:
    """The same for the configuration of nginx."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
