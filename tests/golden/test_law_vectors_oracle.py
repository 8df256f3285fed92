"""The oracle gives every deadline of LAW.md, section 14, that needs no supplement."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from golden.law_vectors import TAX_DUE, TAX_LAST_DAY, TAX_ROW, VECTORS, Vector
from support.oracle import days as oracle_days
from support.oracle.clock import Clock, Hours, Schedule
from support.oracle.deadlines import Offices, Switches, due

Find = Callable[[str], Path]

OFFICE = Schedule((((25_200, 41_400), (48_600, 61_200)),) * 7)  # 07:00-11:30 13:30-17:00
PER_CHANNEL = {"counter": "as_received", "online": "next_open", "post": "next_open"}


@pytest.fixture(scope="module")
def offices(external_file: Find) -> Offices:
    path = external_file("law/vn_days.csv")
    hours = Hours(OFFICE, pays_for=oracle_days.vietnam_make_up_days(path))
    clock = Clock(oracle_days.vietnam(path), hours)
    return Offices(clock, clock, clock)


def vietnamese(vector: Vector) -> Switches:
    named = dict(vector.switches)
    receipt = dict.fromkeys(PER_CHANNEL, named.pop("receipt")) if "receipt" in named else PER_CHANNEL
    return Switches(receipt=receipt, **named)


@pytest.mark.parametrize("vector", VECTORS, ids=str)
def test_vector(vector: Vector, offices: Offices) -> None:
    answer = due(vector.received, vector.leg, vietnamese(vector), offices, vector.channel)
    assert answer.due_date == vector.due, vector.why


def test_tax_guidance(offices: Offices) -> None:
    assert offices.counting.days.roll(TAX_LAST_DAY, "following") == TAX_DUE


def test_restart_is_a_receipt_on_the_day_of_the_supplement(offices: Offices) -> None:
    """A8: complete on 12/03/2026, 10 working days again: Thu 26/03/2026."""
    vector = next(one for one in VECTORS if "complete 12/03" in one.row)
    restarted = due(vector.received.replace(day=12), vector.leg, vietnamese(vector), offices)
    assert restarted.due_date == vector.due.replace(day=26)


def test_the_table_is_that_of_the_law(external_file: Find) -> None:
    """Every row of section 14 is there, with the due dates that it prints."""
    section = external_file("law/LAW.md").read_text(encoding="utf-8").split("## 14.")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line[:2] == "| "]
    printed = {cells[0]: cells[1:] for cells in rows[1:]}
    assert set(printed) == {vector.row for vector in VECTORS} | {TAX_ROW}
    for vector in VECTORS:
        limit, due_text, why = printed[vector.row]
        assert str(vector.amount) in re.findall(r"\d+", limit + why)
        assert f"{vector.due:%d/%m}" in due_text + why, vector
        assert f"{vector.received:%d/%m/%Y}" in vector.row or f"{vector.received:%d/%m/%Y %H:%M}" in vector.row
