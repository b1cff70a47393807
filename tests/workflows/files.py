"""The workflows, read for their tests."""

from pathlib import Path
from typing import Any

import yaml

from projects import ROOT

GITHUB = ROOT / ".github"
CHECK = GITHUB / "workflows" / "check.yml"
PUBLISH = GITHUB / "workflows" / "publish.yml"
WORKFLOWS = sorted((GITHUB / "workflows").iterdir())

Mapping = dict[str, Any]


def parsed(text: str) -> Mapping:
    """Every value as the text it is: YAML's own reading would turn the key `on` into True."""
    return yaml.load(text, yaml.BaseLoader)


def steps(job: Mapping) -> dict[str, Mapping]:
    """By what they do: the action without its version, or the command."""
    return {step.get("run") or step["uses"].split("@")[0]: step for step in job["steps"]}


def name(path: Path) -> str:
    return path.name
