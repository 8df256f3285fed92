"""What all Python tests share: two tiers, external data that may be absent, and the two subjects."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support import external
from support.subjects import Oracle, Subject, Thoihan

LONG = os.environ.get("THOIHAN_LONG") == "1"

# The quick tier asks the same questions on each run; the long one looks for new ones.
settings.register_profile(
    "quick",
    max_examples=100,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if LONG else "quick")

_missing_data: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: takes more than 20 s; runs when THOIHAN_LONG=1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not LONG:
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="long tier: set THOIHAN_LONG=1"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _missing_data:
        terminalreporter.section("EXTERNAL DATA MISSING", yellow=True, bold=True)
        terminalreporter.line(f"{len(_missing_data)} tests were SKIPPED. {_missing_data[0]}")


@pytest.fixture(scope="session")
def external_file() -> Callable[[str], Path]:
    """Finds a file of external data; where there is none the test is skipped, and in CI fails."""

    def find(name: str) -> Path:
        try:
            return external.find(name)
        except external.ExternalDataError as missing:
            if os.environ.get("CI"):
                pytest.fail(str(missing))
            _missing_data.append(str(missing))
            pytest.skip(str(missing))

    return find


@pytest.fixture(scope="session", params=["oracle", "thoihan"])
def subject(request: pytest.FixtureRequest) -> Subject:
    """The oracle, then the library: a law that the oracle breaks is a wrong law, or a wrong oracle."""
    return Oracle() if request.param == "oracle" else Thoihan()
