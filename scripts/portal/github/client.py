"""The GitHub API: one pull request and one issue, each opened once and then kept up to date."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Self
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from portal.github.failures import GitHubError, explain
from portal.github.workflow_commands import is_github

SECONDS = 30
MOST_ISSUES = 1000
BOT = "github-actions[bot]"
"""Who opens what workflows open; a stranger's issue of the same title is left alone."""


@dataclass(frozen=True)
class Repository:
    """A repository, and a token that may change it."""

    api: str
    name: str
    """"owner/name"."""
    token: str

    @classmethod
    def of_workflow(cls) -> Self | None:
        """The repository whose workflow is running; None outside GitHub, GitHubError in a workflow without a token."""
        api = os.environ.get("GITHUB_API_URL", "https://api.github.com")
        name, token = os.environ.get("GITHUB_REPOSITORY"), os.environ.get("GITHUB_TOKEN")
        if is_github() and not token:
            raise GitHubError("github_token")
        return cls(api, name, token) if name and token else None

    def request(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """GitHub's answer; None if a GET finds nothing, GitHubError for any other failure."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        data = json.dumps(body).encode() if body is not None else None
        url = f"{self.api}/repos/{self.name}/{path}".rstrip("/")
        try:
            with urlopen(Request(url, data=data, headers=headers, method=method), timeout=SECONDS) as answer:
                return json.loads(answer.read() or b"null")
        except (OSError, HTTPException, ValueError) as error:
            if isinstance(error, HTTPError) and error.code == 404 and method == "GET":
                return None
            raise explain(error) from error

    def site_url(self) -> str:
        """The address that Pages gives to the site; GitHubError while Pages is off."""
        pages = self.request("GET", "pages")
        if pages is None:
            raise GitHubError("github_pages_off")
        return str(pages["html_url"])

    def last_good_run(self, workflow: str) -> int | None:
        """The newest run of a workflow on main in which every job ended well."""
        path = f"actions/workflows/{workflow}/runs?branch=main&status=success&per_page=1"
        runs = (self.request("GET", path) or {}).get("workflow_runs")
        return int(runs[0]["id"]) if runs else None

    def propose(self, branch: str, base: str, files: Mapping[str, str], title: str, body: str) -> None:
        """Make `branch` one commit on top of `base` with these files, and open its pull request if it has none."""
        head = self.request("GET", f"git/ref/heads/{quote(base)}")["object"]["sha"]
        owner = self.name.partition("/")[0]
        is_open = bool(self.request("GET", f"pulls?state=open&base={quote(base)}&head={quote(owner)}:{quote(branch)}"))
        before = self.request("GET", f"git/ref/heads/{quote(branch)}")
        base_tree = self.request("GET", f"git/commits/{head}")["tree"]["sha"]
        entries = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in files.items()]
        tree = self.request("POST", "git/trees", {"base_tree": base_tree, "tree": entries})["sha"]
        if is_open and before and self.request("GET", f"git/commits/{before['object']['sha']}")["tree"]["sha"] == tree:
            return
        commit = self.request("POST", "git/commits", {"message": title, "tree": tree, "parents": [head]})["sha"]
        if before:
            self.request("PATCH", f"git/refs/heads/{quote(branch)}", {"sha": commit, "force": True})
        else:
            self.request("POST", "git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
        if not is_open:
            self.request("POST", "pulls", {"title": title, "head": branch, "base": base, "body": body})

    def update_issue(self, title: str, body: str | None) -> None:
        """Set the body of our open issue with this title: open it if there is none, close it if the body is None."""
        same_title = (issue for issue in self._open_issues() if issue["title"] == title)
        ours = (issue for issue in same_title if issue["user"]["login"] == BOT)
        issue = next((issue for issue in ours if "pull_request" not in issue), None)
        if issue is None and body is not None:
            self.request("POST", "issues", {"title": title, "body": body})
        elif issue and body is None:
            self.request("PATCH", f"issues/{issue['number']}", {"state": "closed", "state_reason": "completed"})
        elif issue and issue["body"] != body:
            self.request("PATCH", f"issues/{issue['number']}", {"body": body})

    def _open_issues(self) -> Iterator[Any]:
        """The newest open issues; GitHub lists pull requests among them."""
        for page in range(1, MOST_ISSUES // 100 + 1):
            issues = self.request("GET", f"issues?state=open&per_page=100&page={page}")
            yield from issues
            if len(issues) < 100:
                return
