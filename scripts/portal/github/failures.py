"""Why GitHub did not do what was asked, in words that name the switch to turn."""

import json
from http.client import HTTPException
from urllib.error import HTTPError

REASONS = {
    "create or approve pull requests": "github_pulls_off",
    "rate limit": "github_rate_limit",
    "bad credentials": "github_token",
    "not accessible by integration": "github_rights",
    "http 410": "github_issues_off",
    "http 5": "github_unreachable",
}
"""Phrases by what GitHub's own sentence contains, in small letters."""


class GitHubError(Exception):
    """A request that failed; `key` is the phrase that says why and what to do, `values` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def explain(error: OSError | HTTPException | ValueError) -> GitHubError:
    """The failure of a request: refused by GitHub, or no answer that could be read."""
    if not isinstance(error, HTTPError):
        return GitHubError("github_unreachable", found=getattr(error, "reason", error))
    found = f"HTTP {error.code}: {_message(error)}"
    key = next((key for words, key in REASONS.items() if words in found.lower()), "github_refused")
    return GitHubError(key, found=found)


def _message(error: HTTPError) -> str:
    """GitHub's own sentence, which is in the body; else the standard words for the code."""
    try:
        return str(json.loads(error.read())["message"])
    except (OSError, HTTPException, ValueError, LookupError, TypeError):
        return str(error.reason)
