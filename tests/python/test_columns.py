"""Columns beyond the plain ones: text, other units, zones, nulls, shapes; and what a bad row is told."""

from __future__ import annotations

import copy
import pickle
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import thoihan as th

CAL = th.Calendar(holidays=["2026-01-01"], working=["2026-01-10"], first="2026-01-01", last="2026-12-31")
CLOCK = th.WorkingClock(CAL, th.OfficeHours("07:00-11:30 13:30-17:00"))

FRIDAY, SATURDAY, MONDAY = date(2026, 1, 9), date(2026, 1, 10), date(2026, 1, 12)


class TestLists:
    def test_a_list_of_days(self) -> None:
        assert CAL.advance([FRIDAY, None, SATURDAY], 1) == [SATURDAY, None, MONDAY]
        assert CAL.is_working((FRIDAY, date(2026, 1, 11))) == [True, False]

    def test_a_list_of_text(self) -> None:
        assert CAL.advance([None, "2026-01-09"], [1, 2]) == [None, "2026-01-12"]

    def test_a_scalar_and_a_list(self) -> None:
        assert CAL.advance(FRIDAY, [0, 1, None, 2]) == [FRIDAY, SATURDAY, None, MONDAY]
        assert CAL.advance("2026-01-09", [1]) == ["2026-01-10"]
        assert CAL.working_days("2026-01-08", [FRIDAY, MONDAY]) == [1, 3]

    def test_instants(self) -> None:
        at = [datetime(2026, 1, 9, 16), None]
        assert CLOCK.advance(at, timedelta(hours=2)) == [datetime(2026, 1, 10, 8), None]
        assert CLOCK.elapsed("2026-01-09T07:00:00", at) == [7 * 3600, None]

    def test_all_bad_rows_are_counted_and_the_first_is_named(self) -> None:
        with pytest.raises(th.Error) as refused:
            CAL.is_working([FRIDAY, None, "2026-02-30", "never", date(2030, 1, 1)])
        error = refused.value
        assert (error.code, error.line, error.rows) == ("date_invalid", 3, 3)
        assert (error.field, error.value) == ("day", "2026-02-30")
        assert "row 3" in str(error)
        assert "3 bad rows" in str(error)
        assert "dòng 3" in error.text("vi")

    def test_lists_of_two_lengths(self) -> None:
        with pytest.raises(th.Error, match="2 rows, as day has"):
            CAL.advance([FRIDAY, MONDAY], [1, 2, 3])


class TestNumpy:
    np: Any = pytest.importorskip("numpy")

    def test_a_scalar_of_numpy_wants_one_back(self) -> None:
        np = self.np
        answer = CAL.advance(np.datetime64("2026-01-09"), 1)
        assert isinstance(answer, np.datetime64)
        assert answer == np.datetime64("2026-01-10")
        assert isinstance(CAL.is_working(np.datetime64("2026-01-10")), np.bool_)
        assert CAL.advance(FRIDAY, np.int64(1)) == SATURDAY
        at = CLOCK.advance(np.datetime64("2026-01-09T16:00:00"), np.timedelta64(2, "h").astype("timedelta64[s]"))
        assert at == np.datetime64("2026-01-10T08:00:00")

    def test_a_scalar_stands_for_all_rows(self) -> None:
        np = self.np
        days = np.array(["2026-01-09", "2026-01-10"], "datetime64[D]")
        assert CAL.working_days(np.datetime64("2026-01-08"), days).tolist() == [1, 2]
        assert CAL.advance(days, np.array(1)).tolist() == [SATURDAY, MONDAY]
        with pytest.raises(th.Error):
            CAL.working_days(np.datetime64("NaT"), days)

    @pytest.mark.parametrize("dtype", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"])
    def test_counts_of_every_width(self, dtype: str) -> None:
        np = self.np
        days = np.full(3, "2026-01-09", "datetime64[D]")
        assert CAL.advance(days, np.array([0, 1, 2], dtype)).tolist() == [FRIDAY, SATURDAY, MONDAY]

    def test_a_count_of_64_bits_without_sign_is_not_turned_around(self) -> None:
        np = self.np
        with pytest.raises(th.Error) as refused:
            CAL.advance(np.array(["2026-01-09"], "datetime64[D]"), np.array([2**64 - 1], "uint64"))
        assert refused.value.code == "beyond_calendar"

    def test_the_other_byte_order(self) -> None:
        np = self.np
        days = np.array(["2026-01-09", "NaT"], "datetime64[D]")
        swapped = days.astype(days.dtype.newbyteorder(">"))
        assert CAL.advance(swapped, 1).tolist() == [SATURDAY, None]
        assert CAL.advance(days, np.array([1, 1], ">i4")).tolist() == [SATURDAY, None]

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_durations_of_every_unit(self, unit: str) -> None:
        np = self.np
        at = np.array(["2026-01-09T16:00:00"], "datetime64[s]")
        two_hours = np.array([7200], "timedelta64[s]").astype(f"timedelta64[{unit}]")
        assert CLOCK.advance(at, two_hours).tolist() == [datetime(2026, 1, 10, 8)]

    @pytest.mark.parametrize(("unit", "more"), [("ms", 1), ("us", 1), ("ns", 1000)])
    def test_a_part_of_a_second_is_refused_not_dropped(self, unit: str, more: int) -> None:
        np = self.np
        at = np.array(["2026-01-09T16:00:00"], f"datetime64[{unit}]") + np.timedelta64(more, unit)
        with pytest.raises(th.Error, match=r"2026-01-09T16:00:00\.0") as refused:
            CLOCK.is_open(at)
        assert refused.value.code == "fraction_of_second"

    def test_the_type_of_the_days_is_kept(self) -> None:
        np = self.np
        for unit in ("D", "s", "ms", "us", "ns"):
            days = np.array(["2026-01-09"], f"datetime64[{unit}]")
            assert CAL.advance(days, 1).dtype == days.dtype

    def test_days_before_1970_in_another_unit(self) -> None:
        np = self.np
        cal = th.Calendar(first="1900-01-01", last="1970-12-31")
        days = np.array(["1969-12-30"], "datetime64[ns]")
        assert cal.advance(days, 2).astype("datetime64[D]").tolist() == [date(1970, 1, 1)]
        with pytest.raises(th.Error, match="1969-12-31T23:59:59"):
            cal.is_working(np.array(["1969-12-31T23:59:59"], "datetime64[ns]"))

    def test_numbers_that_are_no_32_bits_are_outside_not_turned_around(self) -> None:
        np = self.np
        inside = (FRIDAY - date(1970, 1, 1)).days
        for number in (inside + 2**32, inside - 2**32, 2**62):
            with pytest.raises(th.Error) as refused:
                CAL.is_working(np.array([number], "int64").view("datetime64[D]"))
            assert refused.value.code == "outside_calendar"

    def test_a_missing_truth_has_no_place(self) -> None:
        np = self.np
        with pytest.raises(th.Error) as refused:
            CAL.is_working(np.array(["2026-01-09", "NaT"], "datetime64[D]"))
        assert (refused.value.code, refused.value.line) == ("value_empty", 2)

    def test_shapes_must_be_the_same(self) -> None:
        np = self.np
        days = np.full((2, 3), "2026-01-09", "datetime64[D]")
        assert CAL.advance(days, np.ones((2, 3), int)).shape == (2, 3)
        with pytest.raises(th.Error, match=r"\(3, 2\)"):
            CAL.advance(days, np.ones((3, 2), int))

    def test_masked_arrays_are_refused_not_unmasked(self) -> None:
        np = self.np
        with pytest.raises(th.Error, match="masked"):
            CAL.is_working(np.ma.masked_array(np.full(2, "2026-01-09", "datetime64[D]"), [True, False]))

    def test_more_rows_than_a_block(self) -> None:
        np = self.np
        days = np.arange("2026-01-01", "2026-12-01", dtype="datetime64[D]")
        many = np.tile(days, 20)
        one_by_one = [CAL.advance(day, 3) for day in days.tolist()]
        assert CAL.advance(many, 3).tolist() == one_by_one * 20
        many[5000] = "1999-01-01"
        many[6000] = "1999-01-01"
        with pytest.raises(th.Error) as refused:
            CAL.advance(many, 3)
        assert (refused.value.line, refused.value.rows) == (5001, 2)

    def test_the_last_row_of_a_big_column_is_in_nanoseconds_or_refused(self) -> None:
        """2262 is the last year that a datetime64[ns] can hold."""
        np = self.np
        cal = th.Calendar(first="2200-01-01", last="2300-12-31")
        assert cal.advance(np.array(["2262-04-01"], "datetime64[ns]"), 1).astype(str)[0].startswith("2262-04-02")
        with pytest.raises(th.Error):
            cal.advance(np.array(["2262-04-01"], "datetime64[ns]"), 1000)


class TestArrow:
    pa: Any = pytest.importorskip("pyarrow")

    @pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
    def test_text_in_text_out(self, kind: str) -> None:
        pa = self.pa
        type_ = getattr(pa, kind)()
        days = pa.array(["2026-01-09", None, "2026-01-10", "2026-01-01"], type_)
        answer = CAL.advance(days, 1)
        assert answer.type == type_
        assert answer.to_pylist() == ["2026-01-10", None, "2026-01-12", "2026-01-02"]
        assert CAL.advance(days[1:], 1).to_pylist() == answer[1:].to_pylist()
        at = pa.array(["2026-01-09T16:00:00", None], type_)
        assert CLOCK.advance(at, 7200).to_pylist() == ["2026-01-10T08:00:00", None]
        assert CLOCK.is_open(at).to_pylist() == [True, None]

    def test_text_of_days_in_chunks(self) -> None:
        pa = self.pa
        days = pa.chunked_array([["2026-01-09"], [], [None, "2026-01-12"]], pa.string())
        answer = CAL.next_working(days)
        assert isinstance(answer, pa.ChunkedArray)
        assert answer.to_pylist() == ["2026-01-10", None, "2026-01-13"]

    def test_columns_with_different_chunks(self) -> None:
        pa = self.pa
        days = pa.chunked_array([[FRIDAY], [FRIDAY, FRIDAY]], pa.date32())
        n = pa.chunked_array([[0, 1], [2]], pa.int16())
        assert CAL.advance(days, n).to_pylist() == [FRIDAY, SATURDAY, MONDAY]

    @pytest.mark.parametrize("type_name", ["date32", "date64"])
    def test_types_of_days_are_kept(self, type_name: str) -> None:
        pa = self.pa
        type_ = getattr(pa, type_name)()
        answer = CAL.advance(pa.array([FRIDAY, None], type_), 1)
        assert answer.type == type_
        assert answer.to_pylist() == [SATURDAY, None]

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    def test_timestamps_of_every_unit(self, unit: str) -> None:
        pa = self.pa
        at = pa.array([datetime(2026, 1, 9, 16), None], pa.timestamp(unit))
        answer = CLOCK.advance(at, pa.array([7200, 1], pa.duration("s")))
        assert answer.type == at.type
        assert answer.cast(pa.timestamp("us")).to_pylist() == [datetime(2026, 1, 10, 8), None]

    def test_a_zone_is_refused(self) -> None:
        pa = self.pa
        with pytest.raises(th.Error, match="UTC"):
            CLOCK.is_open(pa.array([datetime(2026, 1, 9, 16, tzinfo=UTC)], pa.timestamp("us", "UTC")))

    def test_dictionaries_are_read_as_what_they_stand_for(self) -> None:
        pa = self.pa
        days = pa.array(["2026-01-09", None, "2026-01-09"]).dictionary_encode()
        assert CAL.advance(days, 1).to_pylist() == ["2026-01-10", None, "2026-01-10"]

    def test_numbers_are_no_days(self) -> None:
        pa = self.pa
        for type_ in (pa.int32(), pa.float64(), pa.bool_(), pa.null()):
            with pytest.raises(th.Error, match=str(type_)):
                CAL.is_working(pa.array([None], type_))

    def test_a_bad_row_of_text_is_named_by_its_row(self) -> None:
        pa = self.pa
        with pytest.raises(th.Error) as refused:
            CAL.is_working(pa.chunked_array([["2026-01-09", None], ["9/1/2026", "2026-13-01"]], pa.string()))
        error = refused.value
        assert (error.code, error.line, error.rows, error.value) == ("syntax", 3, 2, "9/1/2026")

    def test_nothing_missing_is_no_bitmap(self) -> None:
        pa = self.pa
        answer = CAL.is_working(pa.array([FRIDAY, date(2026, 1, 11)] * 700, pa.date32()))
        assert answer.buffers()[0] is None
        assert answer.to_pylist() == [True, False] * 700
        answer.validate(full=True)

    def test_bitmaps_across_blocks(self) -> None:
        pa = self.pa
        days = [FRIDAY if n % 3 else None for n in range(1301)]
        answer = CAL.is_working(pa.array(days, pa.date32()).slice(5))
        assert answer.to_pylist() == [day and True for day in days][5:]
        assert answer.null_count == sum(day is None for day in days[5:])
        answer.validate(full=True)

    def test_a_day_and_a_column_of_counts(self) -> None:
        pa = self.pa
        assert CAL.advance(FRIDAY, pa.array([1, None])).to_pylist() == [SATURDAY, None]


class TestPandas:
    pd: Any = pytest.importorskip("pandas")

    def test_index_and_name_are_kept(self) -> None:
        pd = self.pd
        days = pd.Series(pd.to_datetime(["2026-01-09", "2026-01-10"]), index=["a", "b"], name="due")
        answer = CAL.advance(days, 1)
        assert (list(answer.index), answer.name, answer.dtype) == (["a", "b"], "due", days.dtype)
        assert [at.date() for at in answer] == [SATURDAY, MONDAY]

    def test_series_of_two_indices_are_not_put_together_by_position(self) -> None:
        pd = self.pd
        days = pd.Series(pd.to_datetime(["2026-01-09", "2026-01-10"]))
        with pytest.raises(th.Error, match="index"):
            CAL.advance(days, pd.Series([1, 2], index=[1, 0]))

    def test_objects_and_text(self) -> None:
        pd = self.pd
        objects = CAL.advance(pd.Series([FRIDAY, None], dtype=object), 1)
        assert objects.tolist() == [SATURDAY, None]
        text = pd.Series(["2026-01-09", None], dtype="string")
        answer = CAL.advance(text, 1)
        assert answer.dtype == text.dtype
        assert answer[0] == "2026-01-10"
        assert pd.isna(answer[1])
        assert CAL.is_working(pd.Series(["2026-01-09"])).tolist() == [True]

    def test_arrow_inside(self) -> None:
        pd, pa = self.pd, pytest.importorskip("pyarrow")
        days = pd.Series([FRIDAY, None], dtype=pd.ArrowDtype(pa.date32()))
        answer = CAL.advance(days, 1)
        assert answer.dtype == days.dtype
        assert answer[0] == SATURDAY
        assert pd.isna(answer[1])

    def test_a_zone_is_refused(self) -> None:
        with pytest.raises(th.Error, match="UTC"):
            CLOCK.is_open(self.pd.Series(self.pd.to_datetime(["2026-01-09T16:00:00Z"])))

    def test_a_series_of_counts(self) -> None:
        answer = CAL.advance(FRIDAY, self.pd.Series([1, 2], name="n"))
        assert [at.date() for at in answer] == [SATURDAY, MONDAY]

    def test_a_missing_truth_has_no_place(self) -> None:
        with pytest.raises(th.Error) as refused:
            CAL.is_working(self.pd.Series([FRIDAY, None], dtype=object))
        assert refused.value.code == "value_empty"


class TestPolars:
    pl: Any = pytest.importorskip("polars")

    def test_names_and_types_are_kept(self) -> None:
        pl = self.pl
        for values, type_ in (
            ([FRIDAY, None], pl.Date),
            (["2026-01-09", None], pl.String),
            ([datetime(2026, 1, 9), None], pl.Datetime("ms")),
        ):
            days = pl.Series("due", values, type_)
            answer = CAL.advance(days, 1)
            assert (answer.name, answer.dtype) == ("due", days.dtype)
            assert answer.cast(pl.String).str.slice(0, 10).to_list() == ["2026-01-10", None]

    def test_text_longer_than_a_view_holds(self) -> None:
        at = self.pl.Series(["2026-01-09T16:00:00", None, "2026-01-09 16:30"])
        answer = CLOCK.advance(at, 7200)
        assert answer.to_list() == ["2026-01-10T08:00:00", None, "2026-01-10T08:30:00"]

    def test_a_zone_is_refused(self) -> None:
        with pytest.raises(th.Error, match="UTC"):
            CLOCK.is_open(self.pl.Series([datetime(2026, 1, 9, 16, tzinfo=UTC)]))


class TestValues:
    """Calendars, hours and clocks are values."""

    VALUES = (
        CAL,
        th.Calendar.vietnam(),
        th.Calendar.vietnam(known_on="2025-12-24"),
        th.Calendar.vietnam(compensate=["culture"], without=["vn/2027"]),
        th.OfficeHours("07:00-11:30 13:30-17:00"),
        th.OfficeHours({"mon-fri": "07:00-17:00", "sat": "08:00-10:00:30"}, dates={"2026-01-10": ""})
        + th.OfficeHours("08:00-24:00", since="2026-06-01"),
        CLOCK,
    )

    @pytest.mark.parametrize("value", VALUES, ids=repr)
    def test_pickled_and_copied_they_are_equal(self, value: Any) -> None:
        for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)

    def test_they_are_equal_only_to_their_like(self) -> None:
        for one in self.VALUES:
            assert [one == other for other in self.VALUES].count(True) == 1
            assert one != "07:00-11:30 13:30-17:00"

    def test_equal_however_they_were_said(self) -> None:
        assert th.Calendar.vietnam(known_on="2025-12-25") == th.Calendar.vietnam(known_on=date(2025, 12, 27))
        assert th.Calendar(holidays=["2026-01-01"], last="2026-12-31") == th.Calendar(
            weekmask=[True] * 5 + [False] * 2, holidays=[date(2026, 1, 1)] * 2, last=date(2026, 12, 31)
        )
        assert th.OfficeHours("07:00-17:00") == th.OfficeHours({"mon-sun": "07:00:00-17:00"})

    def test_hours_show_how_to_make_them(self) -> None:
        for hours in self.VALUES[4:6]:
            assert eval(repr(hours), {"OfficeHours": th.OfficeHours}) == hours

    def test_a_calendar_of_files_is_sent_with_their_facts(self, tmp_path: Path) -> None:
        file = tmp_path / "storm.toml"
        file.write_text(
            '[[source]]\nid = "x/storm"\nnumber = "12/CĐ"\ntitle = "Bão"\ntitle_en = "Storm"\npublished = 2026-07-21\n'
            'seen = "read"\nwhere = "a test"\n\n[[announcement]]\nid = "x/storm"\nsources = ["x/storm"]\n'
            'closures = [{ day = 2026-07-22, name = "Nghỉ tránh bão", name_en = "Closed for the storm" }]\n',
            encoding="utf-8",
        )
        cal = th.Calendar.vietnam(announcements=[file])
        sent = pickle.dumps(cal)
        file.unlink()
        again = pickle.loads(sent)
        assert again == cal != th.Calendar.vietnam()
        assert again.day("2026-07-22").name == "Nghỉ tránh bão"

    def test_errors_are_pickled(self) -> None:
        with pytest.raises(th.Error) as refused:
            CAL.is_working("2026-02-30")
        again = pickle.loads(pickle.dumps(refused.value))
        assert (str(again), again.code, again.text("vi")) == (
            *(str(refused.value), "date_invalid"),
            refused.value.text("vi"),
        )

    def test_facts_do_not_change(self) -> None:
        fact = th.Calendar.vietnam().day("2026-01-02")
        with pytest.raises(AttributeError):
            fact.working = True  # type: ignore[misc]
        assert hash(fact) == hash(th.Calendar.vietnam().day(date(2026, 1, 2)))

    def test_threads_get_the_same_answers(self) -> None:
        np = pytest.importorskip("numpy")
        days = np.arange("2026-01-01", "2026-12-01", dtype="datetime64[D]").repeat(200)
        expected = CAL.advance(days, 5)
        found: list[bool] = []
        threads = [
            threading.Thread(target=lambda: found.append(bool((CAL.advance(days, 5) == expected).all())))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [True] * 4


class TestOptions:
    """What can be switched in Vietnam's calendar."""

    def test_compensate_makes_up_for_culture_day(self) -> None:
        """24 November 2029 is a Saturday; docs/law/open-questions.md."""
        assert th.Calendar.vietnam().is_working("2029-11-26")
        fact = th.Calendar.vietnam(compensate=["culture"]).day("2029-11-26")
        assert (fact.working, fact.kind, fact.partner) == (False, "off_compensatory", date(2029, 11, 24))

    def test_without_a_notice_its_days_are_projected(self) -> None:
        cal = th.Calendar.vietnam(without=["vn/2026-new-year"])
        assert cal.is_working("2026-01-02")
        assert cal.certainty("2026-01-02", "2026-01-02") == "projected"
        assert cal.certainty("2026-01-03", "2026-01-09") == "announced"

    @pytest.mark.parametrize("option", ["compensate", "without"])
    def test_an_id_that_is_none_is_refused_with_those_that_are(self, option: str) -> None:
        with pytest.raises(th.Error, match=r"tet" if option == "compensate" else r"vn/2026") as refused:
            th.Calendar.vietnam(**{option: ["no-such"]})  # type: ignore[arg-type]
        assert refused.value.value == "no-such"

    def test_the_tree_s_own_facts_as_those_of_another_place(self) -> None:
        folder = Path(__file__).resolve().parents[2] / "data" / "vn"
        cal, built_in = th.Calendar.load(folder), th.Calendar.vietnam()
        assert (cal.first, cal.last, cal.edition) == (built_in.first, built_in.last, built_in.edition)
        assert cal.exceptions(2026) == built_in.exceptions(2026)
        assert pickle.loads(pickle.dumps(cal)) == cal

    def test_certainty_of_a_span(self) -> None:
        cal = th.Calendar.vietnam()
        assert cal.certainty("2026-01-01", "2027-12-31") == "announced"
        assert cal.certainty("2026-01-01", "2028-01-01") == "projected"
        with pytest.raises(th.Error):
            cal.certainty("2026-01-02", "2026-01-01")
        with pytest.raises(th.Error):
            cal.certainty("2026-01-02", "2061-01-01")

    def test_months_by_column(self) -> None:
        np = pytest.importorskip("numpy")
        days = np.array(["2026-01-31", "NaT", "2024-02-29"], "datetime64[D]")
        assert th.add_months(days, np.array([1, 1, 12])).tolist() == [date(2026, 2, 28), None, date(2025, 2, 28)]
        assert th.add_months("2026-03-31", -1) == "2026-02-28"
