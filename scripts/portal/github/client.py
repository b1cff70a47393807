"""What is done on GitHub: one pull request and one issue, each opened once and then kept up to date."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

SECONDS = 30
PAGES = 10


@dataclass(frozen=True)
class Repository:
    """A repository as "owner/name", and a token that may change it."""

    api: str
    name: str
    token: str

    @classmethod
    def of_workflow(cls) -> Self | None:
        """The repository of the workflow that this runs in; None at home."""
        facts = [os.environ.get(name, "") for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN")]
        return cls(*facts) if all(facts) else None

    def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """GitHub's answer, None for what does not exist; HTTPError for any other refusal."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = json.dumps(body).encode("utf-8") if body is not None else None
        request = Request(f"{self.api}/repos/{self.name}/{path}", data=data, headers=headers, method=method)
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            if error.code == 404 and method == "GET":
                return None
            raise

    def propose(self, branch: str, base: str, files: Mapping[str, str], title: str, body: str) -> None:
        """Make `branch` one commit on top of `base` that changes these files, and open its pull request if none is."""
        head = self.ask("GET", f"git/ref/heads/{quote(base)}")["object"]["sha"]
        owner = self.name.partition("/")[0]
        is_open = bool(self.ask("GET", f"pulls?state=open&base={quote(base)}&head={quote(owner)}:{quote(branch)}"))
        before = self.ask("GET", f"git/ref/heads/{quote(branch)}")
        base_tree = self.ask("GET", f"git/commits/{head}")["tree"]["sha"]
        entries = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()]
        tree = self.ask("POST", "git/trees", {"base_tree": base_tree, "tree": entries})["sha"]
        if is_open and before and self.ask("GET", f"git/commits/{before['object']['sha']}")["tree"]["sha"] == tree:
            return
        commit = self.ask("POST", "git/commits", {"message": title, "tree": tree, "parents": [head]})["sha"]
        if before:
            self.ask("PATCH", f"git/refs/heads/{quote(branch)}", {"sha": commit, "force": True})
        else:
            self.ask("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
        if not is_open:
            self.ask("POST", "pulls", {"title": title, "head": branch, "base": base, "body": body})

    def update_issue(self, title: str, body: str | None) -> None:
        """Give the open issue of this title this body: open it if there is none, close it if the body is None."""
        issue = self._open_issue(title)
        if issue is None and body is not None:
            self.ask("POST", "issues", {"title": title, "body": body})
        elif issue is not None and body is None:
            self.ask("PATCH", f"issues/{issue['number']}", {"state": "closed", "state_reason": "completed"})
        elif issue is not None and issue["body"] != body:
            self.ask("PATCH", f"issues/{issue['number']}", {"body": body})

    def _open_issue(self, title: str) -> Any:
        for page in range(1, PAGES + 1):
            issues = self.ask("GET", f"issues?state=open&per_page=100&page={page}")
            for issue in issues:
                if issue["title"] == title and "pull_request" not in issue:
                    return issue
            if len(issues) < 100:
                return None
        return None
