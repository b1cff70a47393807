"""The few things done on GitHub: one pull request and one issue, each opened once and kept up to date."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

SECONDS = 30
PAGES = 10


@dataclass(frozen=True)
class Forge:
    """A repository on GitHub as "owner/name", and the right to change it."""

    api: str
    repository: str
    token: str

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """What GitHub answers, None for what is not there; HTTPError for any other refusal."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = json.dumps(body).encode("utf-8") if body is not None else None
        request = Request(f"{self.api}/repos/{self.repository}/{path}", data=data, headers=headers, method=method)
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as fault:
            if fault.code == 404 and method == "GET":
                return None
            raise

    def propose(self, branch: str, main: str, files: Mapping[str, str], title: str, body: str) -> bool:
        """Bring `branch` to `main` with these files changed, and open its pull request; False when that is all so already."""
        head = self.ask("GET", f"git/ref/heads/{quote(main)}")["object"]["sha"]
        owner = self.repository.partition("/")[0]
        is_open = bool(self.ask("GET", f"pulls?state=open&base={quote(main)}&head={quote(owner)}:{quote(branch)}"))
        before = self.ask("GET", f"git/ref/heads/{quote(branch)}")
        tree = self.ask("GET", f"git/commits/{head}")["tree"]["sha"]
        entries = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()]
        wanted = self.ask("POST", "git/trees", {"base_tree": tree, "tree": entries})["sha"]
        if is_open and before and self.ask("GET", f"git/commits/{before['object']['sha']}")["tree"]["sha"] == wanted:
            return False
        commit = self.ask("POST", "git/commits", {"message": title, "tree": wanted, "parents": [head]})["sha"]
        if before:
            self.ask("PATCH", f"git/refs/heads/{quote(branch)}", {"sha": commit, "force": True})
        else:
            self.ask("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
        if not is_open:
            self.ask("POST", "pulls", {"title": title, "head": branch, "base": main, "body": body})
        return True

    def keep_issue(self, title: str, body: str | None) -> None:
        """The one open issue of this title with this body: opened, renewed, or with None closed."""
        issue = self._issue(title)
        if issue is None and body is not None:
            self.ask("POST", "issues", {"title": title, "body": body})
        elif issue is not None and body is None:
            self.ask("PATCH", f"issues/{issue['number']}", {"state": "closed", "state_reason": "completed"})
        elif issue is not None and issue["body"] != body:
            self.ask("PATCH", f"issues/{issue['number']}", {"body": body})

    def _issue(self, title: str) -> Any:
        for page in range(1, PAGES + 1):
            issues = self.ask("GET", f"issues?state=open&per_page=100&page={page}")
            for issue in issues:
                if issue["title"] == title and "pull_request" not in issue:
                    return issue
            if len(issues) < 100:
                return None
        return None


def from_environment() -> Forge | None:
    """The repository that a workflow runs in; None at home."""
    facts = [os.environ.get(name, "") for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")]
    return Forge(*facts) if all(facts) else None
