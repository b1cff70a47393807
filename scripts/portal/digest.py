"""Hashes by which results are kept and texts are compared."""

from hashlib import blake2b


def digest(content: str | bytes) -> str:
    """The same for the same content; a text may have what is no letter, as names of files have on some systems."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return blake2b(data, digest_size=16).hexdigest()
