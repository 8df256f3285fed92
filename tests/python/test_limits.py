"""Time limits in Python."""

from __future__ import annotations

import pickle
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thoihan as th

HALVES = {"working_day", "day", "working_hour", "hour"}


def test_parts_and_legs() -> None:
    limit = th.TimeLimit.parse("15 ngày và 08,5 ngày làm việc; 2 giờ")
    assert limit.legs == (((15, "day"), (8.5, "working_day")), ((2, "hour"),))
    assert limit.legs[0][0].amount == 15
    assert limit.legs[0][0].unit == "day"


def test_text_repr_equality_hash_pickle() -> None:
    limit = th.TimeLimit.parse("15 working days")
    assert str(limit) == limit.text("vi") == "15 ngày làm việc"
    assert limit.text("en") == "15 working days"
    assert repr(limit) == "TimeLimit.parse('15 ngày làm việc')"
    same = th.TimeLimit.parse("015 NGÀY LÀM VIỆC")
    assert limit == same
    assert hash(limit) == hash(same)
    assert limit != th.TimeLimit.parse("15 ngày")
    assert limit != "15 ngày làm việc"
    assert pickle.loads(pickle.dumps(limit)) == limit
    with pytest.raises(th.Error, match="vi or en"):
        limit.text("fr")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        th.TimeLimit()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("15", "limit_no_unit"),
        ("0 ngày", "limit_zero"),
        ("1,3 ngày", "limit_fraction"),
        ("0,5 ngày và 1 giờ", "limit_half_inside"),
        ("3-5 ngày", "limit_ambiguous"),
        ("", "limit_empty"),
        ("mai", "limit_syntax"),
    ],
)
def test_refused_with_what_would_be_right(text: str, code: str) -> None:
    with pytest.raises(th.Error) as refused:
        th.TimeLimit.parse(text)
    assert refused.value.code == code
    assert refused.value.field == "limit"
    assert refused.value.value == (text or None)
    assert "đúng ra" in refused.value.text("vi")


@st.composite
def limits(draw: st.DrawFn) -> str:
    """Texts of limits that are sound."""
    legs = []
    for _ in range(draw(st.integers(1, 3))):
        units = draw(
            st.lists(
                st.sampled_from(["ngày làm việc", "ngày", "tuần", "tháng", "năm", "giờ làm việc", "giờ", "phút"]),
                min_size=1,
                max_size=4,
            )
        )
        parts = [f"{draw(st.integers(1, 500)):02} {unit}" for unit in units]
        legs.append(draw(st.sampled_from([" và ", " + ", " cộng "])).join(parts))
    return "; ".join(legs)


@given(limits(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.booleans())
def test_reads_back_in_any_form_and_case(text: str, form: Any, upper: bool) -> None:
    limit = th.TimeLimit.parse(text)
    written = unicodedata.normalize(form, text.upper() if upper else text)
    assert th.TimeLimit.parse(written) == limit
    assert th.TimeLimit.parse(limit.text("vi")) == limit
    assert th.TimeLimit.parse(limit.text("en")) == limit


def test_the_clock_reads_working_hours() -> None:
    clock = th.WorkingClock(th.Calendar.vietnam(), th.OfficeHours("07:00-11:30 13:30-17:00"))
    assert clock.advance("2026-08-21T16:00:00", "2 giờ làm việc") == clock.advance("2026-08-21T16:00:00", 7200)
    assert clock.latest("2026-08-21T16:00:00", "30 phút làm việc") == clock.latest("2026-08-21T16:00:00", 1800)
    for wrong in ("2 giờ", "1 ngày làm việc", "2 giờ làm việc; 1 giờ làm việc", "2"):
        with pytest.raises(th.Error):
            clock.advance("2026-08-21T16:00:00", wrong)
