"""The day on which the small samples are checked."""

import pytest

from portal.clock import TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY, "2026-11-24")
