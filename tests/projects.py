"""Building the project, or a copy of it, as its users do."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("addresses", "docs", "language", "overrides", "scripts", "mkdocs.yml")
PREFIXES = ("/", "/a/b/")
KYRGYZ_ONLY = """---
title: Жаңы жаңылык
description: Кыргызча гана жазылган жаңылык.
date: 2020-04-01
---

ЖӨБдүн жаңылыгы. [Стратегия](../strategy/role.md#status) жөнүндө бөлүм бар.
"""


def mkdocs(project: Path, prefix: str = "/", *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build a project with plain `mkdocs build` for the address https://example.org and a prefix."""
    variables = os.environ | {"SITE_URL": f"https://example.org{prefix}", "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": ""} | environment
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", *options]
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)
