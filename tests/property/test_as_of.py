"""assess(all, T) = assess(what existed at T, T): what happens at T or later changes nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

import thoihan as th
from support.tables import EPOCH, dossiers

pa = pytest.importorskip("pyarrow")
HAPPENS = ("received_at", "completed_at", "delivered_at")


def what_existed(row: dict[str, Any], at: datetime) -> dict[str, Any]:
    return row | {name: row[name] if row[name] and row[name] < at else None for name in HAPPENS}


def assessed(rows: list[dict[str, Any]], book: th.Rulebook, at: datetime) -> list[dict[str, Any]]:
    kinds = {name: pa.timestamp("s") for name in (*HAPPENS, "appointment_at", "first_appointment_at")}
    names = list(rows[0])
    guessed = pa.Table.from_pylist(rows, pa.schema([(name, kinds.get(name, pa.string())) for name in names]))
    out = th.assess(guessed, book, as_of=at, columns="all", errors="keep")
    return out.drop_columns(names).to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("seed", range(4))
def test_what_happens_later_changes_nothing(seed: int) -> None:
    draw = Random(seed)
    book = th.Rulebook.vietnam()
    # The export's status is as of the export, not as of T; it is no event and is left out here.
    rows = [
        row | {"status": None, "channel": None if row["channel"] is None else str(row["channel"])}
        for row in dossiers(seed + 100, rows=600)
        if row["received_at"]
    ]
    instants = [draw.choice([row[name] for row in rows if row[name]]) for name in HAPPENS for _ in range(3)]
    instants += [EPOCH + timedelta(days=draw.randrange(120)) for _ in range(6)]
    for at in instants:
        for shift in (0, 1):
            seen = at + timedelta(seconds=shift)
            # What was received at T or later is not in the table of T at all; it is counted apart.
            known = [row for row in rows if row["received_at"] < seen]
            by_all = assessed(rows, book, seen)
            unknown = [verdict for row, verdict in zip(rows, by_all, strict=True) if row["received_at"] >= seen]
            assert {verdict["state"] for verdict in unknown} <= {"not_received"}
            assert {verdict["timeliness"] for verdict in unknown} <= {"not_applicable"}
            if not known:
                continue
            mine = [verdict for row, verdict in zip(rows, by_all, strict=True) if row["received_at"] < seen]
            assert mine == assessed([what_existed(row, seen) for row in known], book, seen)


def test_completion_at_as_of_has_not_happened() -> None:
    book = th.Rulebook.vietnam()
    facts = {"procedure": "1.004873", "received_at": "2022-03-15T10:00:00", "completed_at": "2022-03-17T10:00:00"}
    at = datetime(2022, 3, 17, 10)
    assert book.assess(th.Dossier(**facts), as_of=at).timeliness == "within"
    assert book.assess(th.Dossier(**facts), as_of=at + timedelta(seconds=1)).timeliness == "early"
    # Not even to contradict: a delivery before a completion that is still to come.
    later = facts | {"completed_at": "2022-03-20T10:00:00", "delivered_at": "2022-03-16T10:00:00"}
    with pytest.raises(th.Error) as refused:
        book.assess(th.Dossier(**later), as_of="2022-12-31")
    assert refused.value.code == "delivered_before_completed"
    assert book.assess(th.Dossier(**later), as_of=at).state == "delivered"
