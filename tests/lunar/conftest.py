"""The proof tier: slow comparisons with an independent ephemeris, which is no dependency of the tests."""

from __future__ import annotations

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "proof: needs an ephemeris; runs when THOIHAN_PROOF=1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if os.environ.get("THOIHAN_PROOF") != "1":
        for item in items:
            if item.get_closest_marker("proof"):
                item.add_marker(pytest.mark.skip(reason="proof tier: set THOIHAN_PROOF=1"))
