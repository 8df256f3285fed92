"""The City of Boston's service requests of 2015 through `thoihan assess`: real deadlines, real verdicts.

Source: City of Boston, 311 service requests (ODC-PDDL 1.0); see the README beside the data. Where `fits` is 1 the
city's target follows the fitted rule: due_at must be within 60 s of it (some openings are rounded to the minute). The
recorded status of a closed request is ONTIME exactly where it was closed by the target.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

import thoihan as th

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

SAMPLE = "data/boston311_2015_sample6000.csv"
RULES = Path(__file__).resolve().parents[2] / "examples" / "boston311"
IN_TIME = ("early", "on_time")

Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(external_file: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """The city's rows, each with its verdict, by the command as anyone would type it."""
    sample = external_file(SAMPLE)
    output = tmp_path_factory.mktemp("boston") / "out.parquet"
    arguments = ["assess", str(sample), "--rules", str(RULES), "-o", str(output), "--columns", "all"]
    code = "from thoihan.cli import main; main()"
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "6000 = 6000 + 0" in ran.stdout
    with sample.open(encoding="utf-8", newline="") as stream:
        city = list(csv.DictReader(stream))
    ours = pq.read_table(output).to_pylist()
    assert [one["case_id"] for one in city] == [one["dossier_id"] for one in ours]
    return [one | verdict for one, verdict in zip(city, ours, strict=True)]


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_due_at_is_the_target(rows: list[Row]) -> None:
    fitting = [row for row in rows if row["fits"] == "1"]
    assert len(fitting) == 5978
    far = [
        (row["case_id"], row["fitted_rule"], row["opened"], row["target"], row["due_at"])
        for row in fitting
        if abs(row["due_at"] - instant(row["target"])) > timedelta(seconds=60)
    ]
    assert far == []


def test_rows_that_do_not_fit_are_listed(rows: list[Row]) -> None:
    """22 targets follow no rule. Each is listed with the reason: an opening rounded by more than a minute, or a target
    that was set by hand, which lies further away."""
    others = [row for row in rows if row["fits"] != "1"]
    reasons: Counter[str] = Counter()
    print(f"\n{len(others)} targets that do not fit:")
    for row in others:
        away = abs(row["due_at"] - instant(row["target"]))
        reason = "the opening was rounded" if away < timedelta(minutes=2) else "set by hand"
        reasons[reason] += 1
        print(f"  {row['case_id']} {row['type']}: {row['target']}, by the rule {row['due_at'].isoformat()}: {reason}")
        assert timedelta(seconds=60) < away, row["case_id"]
        assert away < timedelta(minutes=2) or away > timedelta(minutes=30), row["case_id"]
    assert Counter(row["fitted_rule"] for row in others) == {"BD10": 15, "BD1": 5, "CAL30": 1, "BD2": 1}
    assert reasons == {"the opening was rounded": 11, "set by hand": 11}


def test_closed_requests_get_their_recorded_status(rows: list[Row]) -> None:
    closed = [row for row in rows if row["closed"] and row["ontime_status"]]
    assert len(closed) == 4721
    wrong = [
        (row["case_id"], row["target"], row["closed"], row["ontime_status"], row["vs_latest_appointment"])
        for row in closed
        if (row["vs_latest_appointment"] in IN_TIME) != (row["ontime_status"] == "ONTIME")
    ]
    assert wrong == []


def test_what_is_not_compared_is_named(rows: list[Row]) -> None:
    """Open requests have no end to compare; two rows have no recorded status."""
    assert Counter((row["case_status"], row["ontime_status"]) for row in rows if not row["closed"]) == {
        ("Open", "OVERDUE"): 1159,
        ("Open", "ONTIME"): 118,
        ("Open", ""): 1,
    }
    assert sum(1 for row in rows if row["closed"] and not row["ontime_status"]) == 1
    assert all(row["timeliness"] in ("within", "overdue") for row in rows if not row["closed"])


def test_calendar_days_keep_the_clock_on_the_wall(rows: list[Row]) -> None:
    """Over both changes, 8 March and 1 November 2015: a period in days ends at the time of day at which it began."""
    changes = (date(2015, 3, 8), date(2015, 11, 1))
    crossing: Counter[date] = Counter()
    for row in rows:
        opened = instant(row["opened"])
        for change in changes:
            if row["fitted_rule"].startswith("CAL") and opened.date() < change <= row["due_date"]:
                crossing[change] += 1
                assert row["due_at"].time() == opened.time(), row["case_id"]
    assert all(crossing[change] > 50 for change in changes), crossing


# ---- Rows that the sample does not have: the city's rules on made-up openings, by a calculation of its own.

CALENDAR = "data/boston311_calendar.json"
OPEN, CLOSE = time(8, 30), time(17)


def by_hand(opened: datetime, unit: str, n: int, off: set[date]) -> datetime:
    """As the city counts, day after day. Calendar days: the same time of day. Working days: what comes in outside the
    hours counts from the next opening, and is due at that time of day."""
    if unit == "CAL":
        return opened + timedelta(days=n)

    def works(day: date) -> bool:
        return day.weekday() < 5 and day not in off

    day, at = opened.date(), opened.time()
    if works(day) and at < OPEN:
        at = OPEN
    elif not works(day) or at >= CLOSE:
        at = OPEN
        day += timedelta(1)
        while not works(day):
            day += timedelta(1)
    while n:
        day += timedelta(1)
        n -= works(day)
    return datetime.combine(day, at)


def test_other_rows_of_the_year(external_file: Callable[[str], Path]) -> None:
    """Around the clock changes, holidays and weekends, at the edges of the hours and at night: every type's rule."""
    import json

    off = {date.fromisoformat(day) for day in json.loads(external_file(CALENDAR).read_text("utf-8"))["holidays"]}
    with external_file("data/boston311_2015_rules.csv").open(encoding="utf-8", newline="") as stream:
        rules = [(row["type"], row["rule_unit"], int(row["rule_n"])) for row in csv.DictReader(stream)]
    usable = [(name, unit, n) for name, unit, n in rules if unit in ("BD", "CAL") and n > 0]
    without = [name for name, unit, n in rules if unit not in ("BD", "CAL") or n == 0]
    around = [*sorted(off), date(2015, 3, 8), date(2015, 11, 1), date(2015, 6, 13), date(2015, 12, 31)]
    days = sorted({day + timedelta(d) for day in around if day.year == 2015 for d in (-3, -2, -1, 0, 1, 2)})
    clocks = [
        time(0),
        time(1, 30),
        time(3),
        time(8, 29, 59),
        OPEN,
        time(12, 0, 1),
        time(16, 59, 59),
        CLOSE,
        time(23, 59, 59),
    ]
    made = []
    for i, day in enumerate(days):
        for j, clock in enumerate(clocks):
            for k in range(4):
                name, unit, n = usable[(i * 37 + j * 11 + k * 53) % len(usable)]
                if day.year == 2015 and not (unit == "BD" and n > 60):
                    made.append((name, datetime.combine(day, clock), unit, n))
    book = th.Rulebook.load(RULES)
    table = pa.table({"type": [one[0] for one in made], "opened": [one[1].isoformat() for one in made]})
    out = th.assess(table, book, as_of="2017-06-30", columns="all")
    expected = [by_hand(opened, unit, n, off) for _, opened, unit, n in made]
    assert len(made) > 2000
    assert out["due_at"].to_pylist() == expected

    # Types without a rule are refused, each with a reason; nothing is guessed.
    table = pa.table({"type": without, "opened": ["2015-06-01T10:00:00"] * len(without)})
    out = th.assess(table, book, as_of="2017-06-30", errors="keep")
    assert len(without) > 6
    assert all(error != 0 for error in out["error"].to_pylist())


def test_the_hour_that_occurs_twice_and_the_one_that_does_not(external_file: Callable[[str], Path]) -> None:
    """Instants with an offset are brought to the wall clock; both 01:30 of 1 November are 01:30."""
    external_file(SAMPLE)
    book = th.Rulebook.load(RULES)
    opened = ["2015-11-01T01:30:00", "2015-11-01T01:30:00-04:00", "2015-11-01T01:30:00-05:00", "2015-03-08T06:59:59Z"]
    opened += ["2015-03-08T07:00:00Z"]  # 03:00, the second after 01:59:59
    table = pa.table({"type": ["Rodent Activity"] * 5, "opened": opened})
    out = th.assess(table, book, as_of="2016-12-31", columns="all")
    assert [at.isoformat() for at in out["due_at"].to_pylist()] == [
        *["2015-12-01T01:30:00"] * 3,
        "2015-04-07T01:59:59",
        "2015-04-07T03:00:00",
    ]
