"""Rulebooks and deadlines in Python, and the commands `due` and `rules`."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import thoihan as th

ROOT = Path(__file__).resolve().parents[2]
AT = datetime(2022, 3, 15, 14, 35)


@pytest.fixture(scope="module")
def book() -> th.Rulebook:
    return th.Rulebook.vietnam()


def test_a_procedure(book: th.Rulebook) -> None:
    due = book.due("15/03/2022 14:35", procedure="1.004873")
    assert due.due_date == date(2022, 3, 18)
    assert due.due_at == datetime(2022, 3, 18, 17, 0)
    assert due.legal_end == datetime(2022, 3, 19)
    assert due.certainty == "announced"
    assert due.rule == "1.004873 vn/61-2018"
    assert due.limit == th.TimeLimit.parse("3 ngày làm việc")
    assert due.limit_source == "rulebook"
    assert due.office == "vn"
    assert not due.time_unknown


def test_kinds_of_receipts(book: th.Rulebook) -> None:
    expected = book.due(AT, limit="8 giờ làm việc").due_at
    assert expected == datetime(2022, 3, 16, 14, 35)
    for received in ("15/03/2022 14:35", "2022-03-15T14:35:00", "20220315143500"):
        assert book.due(received, limit="8 giờ làm việc").due_at == expected
    aware = datetime(2022, 3, 15, 7, 35, tzinfo=timezone.utc)  # noqa: UP017
    assert book.due(aware, limit="8 giờ làm việc").due_at == expected
    assert book.due(aware.astimezone(timezone(timedelta(hours=-5))), limit="8 giờ làm việc").due_at == expected
    assert book.due(date(2022, 3, 15), limit="3 ngày").due_date == date(2022, 3, 18)
    with pytest.raises(th.Error) as refused:
        book.due(date(2022, 3, 15), limit="8 giờ làm việc")
    assert refused.value.code == "time_needed"


@pytest.mark.parametrize(
    ("arguments", "code", "field", "value"),
    [
        ({"limit": "15"}, "limit_no_unit", "limit", "15"),
        ({}, "limit_missing", "limit", None),
        ({"procedure": "9.9"}, "procedure_unknown", "procedure", "9.9"),
        ({"procedure": "1.013225"}, "rule_not_in_force", "procedure", "1.013225"),
        ({"procedure": "1.004873", "limit": "3 ngày"}, "duplicate", "limit", "3 ngày"),
        ({"limit": "3 ngày", "regime": "nope"}, "regime_unknown", "regime", "nope"),
        ({"limit": "3 ngày", "channel": "fax"}, "channel_unknown", "channel", "fax"),
        ({"limit": "3 ngày", "leg": 2}, "field_type", "leg", "2"),
    ],
)
def test_refusals_name_the_argument(
    book: th.Rulebook, arguments: dict[str, Any], code: str, field: str, value: str | None
) -> None:
    with pytest.raises(th.Error) as refused:
        book.due(AT, **arguments)
    assert (refused.value.code, refused.value.field, refused.value.value) == (code, field, value)


@pytest.mark.parametrize("received", ["31/02/2022", "15/03/2022 25:00", "", None, 5])
def test_receipts_that_are_none(book: th.Rulebook, received: Any) -> None:
    with pytest.raises(th.Error) as refused:
        book.due(received, limit="3 ngày")
    assert refused.value.field == "received_at"


def test_channel_agency_conditions_leg(book: th.Rulebook) -> None:
    assert book.due("2022-03-18T18:00", limit="1 ngày làm việc", channel="online").due_date == date(2022, 3, 22)
    assert book.due("2022-03-18T18:00", limit="1 ngày làm việc", channel=2).due_date == date(2022, 3, 22)
    assert book.due("2022-03-18T18:00", limit="1 ngày làm việc").due_date == date(2022, 3, 21)
    land: dict[str, Any] = {"procedure": "vn:dat-dai-bien-dong", "agency": "000.00.25.H20"}
    first = book.due("2026-01-05T08:00", **land)
    assert str(first.limit) == "5 ngày làm việc; 3 ngày làm việc"
    assert first.due_date == date(2026, 1, 10)  # Saturday 10 January 2026 is worked
    assert book.due("2026-01-12T08:00", leg=2, **land).due_date == date(2026, 1, 15)
    assert str(book.due("2026-01-05T08:00", conditions=["remote"], **land).limit).startswith("15 ngày làm việc")
    unknown = book.due(AT, limit="3 ngày", agency="UBND xã Không Có")
    assert not unknown.agency_known
    assert unknown.office == "vn"


def test_regimes(book: th.Rulebook) -> None:
    late = "2022-03-16T15:00:01"
    assert book.due(late, limit="1 ngày làm việc").due_date == date(2022, 3, 17)
    regime = th.Regime("vn/61-2018", cutoff="15:00")
    assert book.due(late, limit="1 ngày làm việc", regime=regime).due_date == date(2022, 3, 18)
    assert book.due(late, limit="1 ngày làm việc", regime="vn/chain-63-2024").due_date == date(2022, 3, 18)
    assert regime.switches["cutoff"] == "15:00"
    assert regime == th.Regime("vn/61-2018", cutoff="15:00") != th.Regime("vn/61-2018")
    assert eval(repr(regime), {"Regime": th.Regime}) == regime
    assert pickle.loads(pickle.dumps(regime)) == regime
    receipt = th.Regime("plain", receipt_online="next_open").switches
    assert receipt["receipt.online"] == "next_open"
    assert receipt["receipt.counter"] == "as_received"
    for wrong in ({"cutof": "15:00"}, {"cutoff": "late"}, {"roll": "up"}):
        with pytest.raises(th.Error) as refused:
            th.Regime("vn/61-2018", **wrong)
        assert refused.value.code == "switch_unknown"


def test_a_rulebook_made_in_code() -> None:
    cal = th.Calendar(holidays=["2022-03-17"], first="2022-01-01", last="2022-12-31")
    hours = th.OfficeHours("08:00-12:00", dates={"2022-03-16": "08:00-10:00"})
    made = th.Rulebook(calendar=cal, hours=hours, regime="plain")
    assert made.due("2022-03-15T11:00", limit="4 giờ làm việc").due_at == datetime(2022, 3, 18, 9, 0)
    assert made.due("2022-03-15T11:00", limit="4 ngày").due_date == date(2022, 3, 19), "plain does not roll"
    assert made.due("2022-03-15T11:00", limit="4 ngày", regime="vn/61-2018").due_date == date(2022, 3, 21)
    again = pickle.loads(pickle.dumps(made))
    assert again.hash == made.hash
    other = th.Rulebook(calendar=cal, hours=th.OfficeHours("08:00-12:00"), regime="plain")
    assert other.hash != made.hash


def test_known_on_is_the_edition_of_the_calendar(book: th.Rulebook) -> None:
    before = th.Rulebook.vietnam(known_on="2025-12-24")
    assert book.due("2025-12-31T08:00", limit="1 ngày làm việc").due_date == date(2026, 1, 5)
    assert before.due("2025-12-31T08:00", limit="1 ngày làm việc").due_date == date(2026, 1, 2)
    assert before.edition != book.edition
    assert before.hash != book.hash
    assert pickle.loads(pickle.dumps(before)).hash == before.hash


def test_provenance(book: th.Rulebook) -> None:
    told = book.provenance()
    assert told["thoihan.rulebook"] == "vn"
    assert told["thoihan.edition"] == "vn 2026-10-02"
    assert told["thoihan.zone"] == "Asia/Ho_Chi_Minh"
    assert len(told["thoihan.rulebook_hash"]) == 16
    assert told["thoihan.tz_version"]


def test_steps_are_data_and_count_to_the_same_n(book: th.Rulebook) -> None:
    due = book.due("2025-04-25T16:00:00", limit="5 ngày làm việc", channel="online")
    kinds = [step.kind for step in due.steps]
    assert kinds == ["day_zero", "counted"]
    counted = due.steps[1]
    assert counted.agrees
    assert sum(day.counted for day in counted.days) == 5
    assert counted.days[-1].date == due.due_date == date(2025, 5, 6)
    skipped = {day.date: day for day in counted.days if not day.counted}
    assert list(skipped) == [date(2025, 4, 27), date(2025, 4, 30), *(date(2025, 5, day) for day in (1, 2, 3, 4))]
    assert all(day.reason and day.reason_en and day.source for day in skipped.values())
    assert "hoán đổi" in skipped[date(2025, 5, 2)].reason


def test_explain_in_both_languages(book: th.Rulebook) -> None:
    due = book.due("2025-04-28T18:00:00", limit="3 ngày", channel="online")
    vietnamese, english = due.explain(), due.explain("en")
    assert due.explain("vi") == vietnamese
    assert "Nhận ngoài giờ" in vietnamese
    assert "hạn chuyển sang thứ Hai 05/05/2025" in vietnamese
    assert "BLDS 91/2015/QH13 Điều 148.5; đã đọc văn bản" in vietnamese
    assert "the end moves to Mon 2025-05-05" in english
    assert "Civil Code" not in english
    with pytest.raises(th.Error):
        due.explain("fr")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "from thoihan.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)


def test_command_due() -> None:
    ran = run("due", "15 ngày làm việc", "--received", "15/03/2022 14:35", "--lang", "en")
    assert ran.returncode == 0
    assert "5 Apr 2022" in ran.stdout
    told = json.loads(
        run("due", "--procedure", "1.004873", "--received", "15/03/2022 14:35", "--json", "--explain").stdout
    )
    assert told["due_date"] == "2022-03-18"
    assert told["steps"][-1]["kind"] == "counted"
    assert told["provenance"]["thoihan.rulebook"] == "vn"
    explained = run("due", "15 ngày làm việc", "--received", "15/03/2022 14:35", "--explain").stdout
    assert "không tính thứ Bảy 19/03/2022" in explained


def test_command_due_refuses() -> None:
    ran = run("due", "15", "--received", "15/03/2022 14:35")
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert "không có đơn vị" in ran.stderr
    assert run("due", "15 ngày").returncode == 1


def test_command_rules(tmp_path: Path) -> None:
    ran = run("rules", "check", str(ROOT / "examples" / "boston311"), "--lang", "en", "--json")
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["procedures"] == 112
    (tmp_path / "rulebook.toml").write_text(
        'name = "x"\nzone = "UTC"\ncalendar = "vn"\n[[office]]\nid = "a"\n', "utf-8"
    )
    bad = run("rules", "check", str(tmp_path), "--lang", "en")
    assert bad.returncode == 1
    assert "rulebook.toml:4: name" in bad.stderr
    listed = run("rules", "list", "--procedure", "1.013225", "--json")
    assert [row["limit"] for row in json.loads(listed.stdout)] == [
        "20 ngày",
        "15 ngày",
        "10 ngày làm việc",
        "7 ngày làm việc",
    ]
    assert run("rules", "list", "--procedure", "none").returncode == 1
