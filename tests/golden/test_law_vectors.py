"""The library gives every deadline of LAW.md, section 14, that needs no supplement."""

from __future__ import annotations

import pytest

import thoihan as th
from golden.law_vectors import TAX_DUE, TAX_LAST_DAY, VECTORS, Vector


@pytest.fixture(scope="module")
def book() -> th.Rulebook:
    return th.Rulebook.vietnam()


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_vector(vector: Vector, book: th.Rulebook) -> None:
    regime = th.Regime("vn/118-2025", **vector.switches) if vector.switches else None
    due = book.due(vector.received, limit=vector.limit, channel=vector.channel, regime=regime)
    assert due.due_date == vector.due, vector.why
    assert all(step.agrees for step in due.steps)


def test_tax_guidance() -> None:
    assert th.Calendar.vietnam().roll(TAX_LAST_DAY, "following") == TAX_DUE
