"""th.assess on tables, th.Dossier one by one: kinds of columns, headings, errors, and that both agree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

import thoihan as th
from support.tables import dossiers
from thoihan import _core

pa = pytest.importorskip("pyarrow")
AS_OF = "2022-12-31"

# The reference: names, types and order of the output.
NAMED = "dictionary<values=string, indices=int8, ordered=0>"
LEAN = {
    "state": NAMED,
    "timeliness": NAMED,
    "due_date": "date32[day]",
    "margin_days": "int32",
    "flags": "uint32",
    "error": "int16",
}
ALL = LEAN | {
    "due_at": "timestamp[s]",
    "legal_end": "timestamp[s]",
    "margin_working_days": "int32",
    "margin_seconds": "int64",
    "used": "int64",
    "waited_days": "int32",
    "percent_used": "float",
    "vs_computed": NAMED,
    "vs_first_appointment": NAMED,
    "vs_latest_appointment": NAMED,
    "certainty": NAMED,
    "rule": "dictionary<values=string, indices=int32, ordered=0>",
    "limit_source": NAMED,
}


@pytest.fixture(scope="module")
def book() -> th.Rulebook:
    return th.Rulebook.vietnam()


def verdicts(out: Any) -> list[dict[str, Any]]:
    return out.select([name for name in out.column_names if name in ALL]).to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize(("columns", "types"), [("lean", LEAN), ("all", ALL)])
def test_the_output_has_the_columns_of_the_reference(book: th.Rulebook, columns: Any, types: dict[str, str]) -> None:
    table = pa.table({"received_at": ["2022-03-15"], "procedure": ["1.004873"], "anything": [1]})
    out = th.assess(table, book, as_of=AS_OF, columns=columns)
    assert {name: str(out.schema.field(name).type) for name in out.column_names[3:]} == types
    assert out.column_names[:3] == table.column_names  # other columns travel along
    if columns == "lean":  # 16 bytes a row: state, timeliness, due_date, margin_days, flags, error
        assert sum(bytes_of(out.schema.field(name).type) for name in types) == 16


def bytes_of(kind: Any) -> int:
    width = kind.index_type.bit_width if pa.types.is_dictionary(kind) else kind.bit_width
    return int(width // 8)


def test_a_row_with_an_error_has_null_in_all_but_flags_and_error(book: th.Rulebook) -> None:
    table = pa.table({"received_at": ["2022-03-15", None], "procedure": ["1.004873", "1.004873"]})
    good, bad = verdicts(th.assess(table, book, as_of=AS_OF, columns="all", errors="keep"))
    assert good["error"] == 0
    assert {name: value for name, value in bad.items() if value is not None} == {"flags": 0, "error": 110}


# ---- Kinds of columns: the same instants in each give the same verdicts.

RECEIVED = [datetime(2022, 3, 15, 14, 35), None, datetime(2022, 3, 18, 16, 59, 59), datetime(2022, 4, 11, 9)]
COMPLETED = [datetime(2022, 3, 18, 8), datetime(2022, 3, 19), None, datetime(2022, 4, 13, 7, 30)]


def in_hanoi(values: list[datetime | None]) -> list[datetime | None]:
    return [value and value - timedelta(hours=7) for value in values]


def texts(pattern: str) -> Callable[[list[datetime | None]], Any]:
    return lambda values: pa.array([value.strftime(pattern) if value else None for value in values])


def instants(unit: str) -> Callable[[list[datetime | None]], Any]:
    return lambda values: pa.array(values, pa.timestamp(unit))


def dictionary(index: str) -> Callable[[list[datetime | None]], Any]:
    kind = pa.dictionary(getattr(pa, index)(), pa.string())
    return lambda values: KINDS["iso"](values).dictionary_encode().cast(kind)


KINDS: dict[str, Callable[[list[datetime | None]], Any]] = {
    **{f"timestamp_{unit}": instants(unit) for unit in ("s", "ms", "us", "ns")},
    "utc": lambda values: pa.array(in_hanoi(values), pa.timestamp("us", "UTC")),
    "zone": lambda values: pa.array(in_hanoi(values), pa.timestamp("ms", "America/New_York")),
    "iso": texts("%Y-%m-%dT%H:%M:%S"),
    "blank": texts("%Y-%m-%d %H:%M:%S"),
    "people": texts("%d/%m/%Y %H:%M:%S"),
    "clock_first": texts("%H:%M:%S %d/%m/%Y"),
    "portal": texts("%Y%m%d%H%M%S"),
    "offset": lambda values: pa.array([value and f"{value.isoformat()}Z" for value in in_hanoi(values)]),
    "large_string": lambda values: KINDS["people"](values).cast(pa.large_string()),
    "string_view": lambda values: KINDS["people"](values).cast(pa.string_view()),
    "empty_for_null": lambda values: pa.array([value.isoformat() if value else "  " for value in values]),
    "dictionary": lambda values: KINDS["people"](values).dictionary_encode(),
    **{
        f"dictionary_{index}": dictionary(index)
        for index in ("int8", "uint8", "int16", "uint16", "int64", "uint32", "uint64")
    },
    "dictionary_of_instants": lambda values: pa.array(values, pa.timestamp("us")).dictionary_encode(),
    "sliced": lambda values: pa.array([datetime(1999, 1, 1), None, *values, None], pa.timestamp("us")).slice(
        2, len(values)
    ),
    "sliced_text": lambda values: pa.concat_arrays([pa.array(["x", None, "y"]), KINDS["iso"](values)]).slice(3),
    "chunked": lambda values: pa.chunked_array([values[:1], [], values[1:]], pa.timestamp("us")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_column_gives_the_same_verdicts(book: th.Rulebook, kind: str) -> None:
    def table(make: Callable[[list[datetime | None]], Any]) -> Any:
        return pa.table({"received_at": make(RECEIVED), "completed_at": make(COMPLETED), "procedure": ["1.004873"] * 4})

    def assessed(make: Callable[[list[datetime | None]], Any]) -> Any:
        return verdicts(th.assess(table(make), book, as_of=AS_OF, columns="all", errors="keep"))

    plain = assessed(lambda values: pa.array(values, pa.timestamp("s")))
    assert [row["error"] for row in plain] == [0, 110, 0, 0]
    assert [row["timeliness"] for row in plain] == ["on_time", None, "overdue", "early"]
    assert assessed(KINDS[kind]) == plain


def test_a_fraction_of_a_second_lies_in_its_second(book: th.Rulebook) -> None:
    hours = {"limit": ["24 giờ"] * 2, "completed_at": ["2022-03-16T10:00:00.999", "2022-03-16T10:00:01"]}
    out = th.assess(pa.table({"received_at": ["2022-03-15T10:00:00"] * 2, **hours}), book, as_of=AS_OF)
    assert out["timeliness"].to_pylist() == ["on_time", "late"]
    before_epoch = pa.array([-1], pa.timestamp("ms"))  # 1969-12-31T23:59:59.999
    out = th.assess(pa.table({"received_at": before_epoch, "limit": ["1 ngày"]}), book, as_of=AS_OF, errors="keep")
    assert out["error"].to_pylist() == [10] or out["due_date"].to_pylist() == [date(1970, 1, 1)]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_come_back_as_what_they_were(book: th.Rulebook, library: str) -> None:
    module = pytest.importorskip(library)
    frame = module.DataFrame({"received_at": RECEIVED[::2], "procedure": ["1.004873"] * 2})
    out = th.assess(frame, book, as_of=AS_OF)
    assert type(out) is type(frame)
    assert list(out["timeliness"]) == ["overdue", "overdue"]


# ---- Precision (design 3.9).


@pytest.mark.parametrize(
    "days",
    [
        lambda values: pa.array(values, pa.date32()),
        lambda values: pa.array(values, pa.date64()),
        lambda values: pa.array([f"{value:%d/%m/%Y}" for value in values]),
        lambda values: pa.array([f"{value:%Y%m%d}" for value in values]),
    ],
    ids=["date32", "date64", "people", "portal"],
)
def test_days_without_a_time(book: th.Rulebook, days: Callable[[list[date]], Any]) -> None:
    received = days([date(2022, 3, 15)] * 4)
    table = pa.table(
        {
            "received_at": received,
            "completed_at": days([date(2022, 3, 15)] * 4),  # on the day of receipt: not before it
            "limit": ["3 ngày làm việc", "trong ngày", "8 giờ làm việc", "24 giờ"],
        }
    )
    out = th.assess(table, book, as_of=AS_OF, errors="keep")
    assert out["timeliness"].to_pylist() == ["early", "on_time", None, None]
    assert out["error"].to_pylist() == [0, 0, 113, 113]  # time_needed
    known = {name: 1 << bit for bit, name in enumerate(("time_unknown", "completion_missing"))}
    assert [flags & known["time_unknown"] != 0 for flags in out["flags"].to_pylist()[:2]] == [False, True]


def test_an_end_without_a_time_is_compared_by_date(book: th.Rulebook) -> None:
    table = pa.table(
        {
            "received_at": pa.array([datetime(2022, 3, 15, 10)] * 2, pa.timestamp("s")),
            "completed_at": pa.array([date(2022, 3, 15)] * 2, pa.date32()),  # not before 10:00 of its day
            "limit": ["3 ngày làm việc", "8 giờ làm việc"],
        }
    )
    out = th.assess(table, book, as_of=AS_OF, errors="keep")
    assert out["timeliness"].to_pylist() == ["early", None]
    assert out["error"].to_pylist() == [0, 113]


def test_midnight_in_every_row_is_reported_and_can_be_answered(book: th.Rulebook) -> None:
    midnights = pa.array([datetime(2022, 3, 15), None, datetime(2022, 3, 16)], pa.timestamp("us"))
    table = pa.table({"received_at": midnights, "limit": ["trong ngày"] * 3})
    out = th.assess(table, book, as_of=AS_OF, errors="keep")
    assert b"received_at: every instant is midnight" in out.schema.metadata[b"thoihan.notes"]
    answered = th.assess(table, book, as_of=AS_OF, errors="keep", date_only=["received_at"])
    assert b"thoihan.notes" not in answered.schema.metadata
    as_days = th.assess(
        table.set_column(0, "received_at", midnights.cast(pa.date32())), book, as_of=AS_OF, errors="keep"
    )
    assert verdicts(answered) == verdicts(as_days)
    one_clock = pa.array([datetime(2022, 3, 15), datetime(2022, 3, 16, 8)], pa.timestamp("us"))
    out = th.assess(pa.table({"received_at": one_clock, "limit": ["trong ngày"] * 2}), book, as_of=AS_OF)
    assert b"thoihan.notes" not in out.schema.metadata


# ---- Headings.


@pytest.mark.parametrize(
    "headings",
    [
        ("dossier_id", "procedure", "received_at", "completed_at"),
        ("MaHoSo", "MaTTHC", "NgayTiepNhan", "NgayKetThucXuLy"),
        ("Mã hồ sơ", "Mã thủ tục", "Ngày tiếp nhận", "Ngày kết thúc xử lý"),
        ("MÃ HỒ SƠ", "ma_thu_tuc", "ngay tiep nhan", "NGÀY HOÀN THÀNH"),
        ("Ma\u0303 hô\u0300 sơ", "MATTHC", "Nga\u0300y tiê\u0301p nhâ\u0323n", "ngày có kết quả"),  # other normal form
    ],
)
def test_headings_are_recognised(book: th.Rulebook, headings: tuple[str, ...]) -> None:
    values = (["a"], ["1.004873"], ["15/03/2022 14:35"], ["21/03/2022 08:00"])
    table = pa.table(dict(zip(headings, values, strict=True)))
    out = th.assess(table, book, as_of=AS_OF)
    assert out["timeliness"].to_pylist() == ["late"]


def test_a_column_that_is_missing_or_twice_is_named(book: th.Rulebook) -> None:
    with pytest.raises(th.Error, match="received_at") as refused:
        th.assess(pa.table({"procedure": ["1.004873"], "Ngày gì đó": ["x"]}), book, as_of=AS_OF)
    assert refused.value.code == "column_missing"
    assert "Ngày gì đó" in str(refused.value)
    with pytest.raises(th.Error, match="procedure"):
        th.assess(pa.table({"received_at": ["2022-03-15"]}), book, as_of=AS_OF)
    table = pa.table({"NgayTiepNhan": ["2022-03-15"], "Ngày nhận": ["2022-03-16"], "procedure": ["1.004873"]})
    with pytest.raises(th.Error, match="NgayTiepNhan, Ngày nhận") as refused:
        th.assess(table, book, as_of=AS_OF)
    assert refused.value.code == "duplicate"
    # The canonical name goes before.
    th.assess(table.rename_columns(["received_at", "Ngày nhận", "procedure"]), book, as_of=AS_OF)


def test_a_name_that_is_taken_is_an_error_that_offers_a_prefix(book: th.Rulebook) -> None:
    table = pa.table({"received_at": ["2022-03-15"], "limit": ["1 ngày"], "state": ["?"]})
    with pytest.raises(th.Error, match="prefix=") as refused:
        th.assess(table, book, as_of=AS_OF)
    assert refused.value.code == "name_taken"
    assert refused.value.field == "state"
    out = th.assess(table, book, as_of=AS_OF, prefix="v_")
    assert out.column_names == [*table.column_names, *(f"v_{name}" for name in LEAN)]


# ---- Errors.

BAD_ROWS: list[tuple[dict[str, Any], str, str, str]] = [
    ({"received_at": "31/02/2022"}, "date_invalid", "received_at", "2022-02-31"),
    ({"received_at": "15/03/2022 25:61"}, "time_invalid", "received_at", "25:61"),
    ({"received_at": "03/15/2022"}, "date_invalid", "received_at", "2022-15-03"),
    ({"received_at": "hôm qua"}, "syntax", "received_at", "hôm qua"),
    ({"received_at": None}, "received_missing", "received_at", "receipt"),
    ({"received_at": "15/03/1822"}, "outside_calendar", "received_at", "1822-03-15"),
    ({"completed_at": "14/03/2022 08:00"}, "completed_before_received", "completed_at", "2022-03-14T08:00:00"),
    (
        {"completed_at": "16/03/2022", "delivered_at": "15/03/2022 15:00"},
        "delivered_before_completed",
        "delivered_at",
        "",
    ),
    ({"procedure": "9.999999"}, "procedure_unknown", "procedure", "9.999999"),
    ({"procedure": None}, "limit_missing", "procedure", ""),
    ({"procedure": None, "limit": "15"}, "limit_no_unit", "limit", "15"),
    ({"procedure": None, "limit": "0 ngày"}, "limit_zero", "limit", "0 ngày"),
    ({"procedure": None, "limit": "2,3 ngày"}, "limit_fraction", "limit", "2,3 ngày"),
    ({"channel": "chim bồ câu"}, "channel_unknown", "channel", "chim bồ câu"),
    ({"status": "11"}, "status_unknown", "status", "11"),
    ({"dossier_id": "first"}, "duplicate_id", "dossier_id", "first"),
]
GOOD = {
    "dossier_id": "second",
    "procedure": "1.004873",
    "received_at": "15/03/2022 14:35",
    "completed_at": None,
    "delivered_at": None,
    "limit": None,
    "channel": None,
    "status": None,
}


@pytest.mark.parametrize(("changed", "code", "field", "told"), BAD_ROWS, ids=[code for _, code, _, _ in BAD_ROWS])
def test_a_bad_row_is_named_with_field_and_value(
    book: th.Rulebook, changed: dict[str, Any], code: str, field: str, told: str
) -> None:
    table = pa.Table.from_pylist([GOOD | {"dossier_id": "first"}, GOOD | changed, GOOD | {"dossier_id": "third"}])
    kept = th.assess(table, book, as_of=AS_OF, errors="keep")
    assert [error != 0 for error in kept["error"].to_pylist()] == [False, True, False]  # it keeps its place
    with pytest.raises(th.Error) as refused:
        th.assess(table, book, as_of=AS_OF)
    error = refused.value
    assert (error.code, error.line, error.field, error.rows) == (code, 2, field, 1)
    assert told in str(error)
    assert "expected" in str(error)
    assert "đúng ra" in error.text("vi")
    # One dossier alone is refused in the same way, but for what only a table can know.
    if code != "duplicate_id":
        facts = {name: value for name, value in (GOOD | changed).items() if value is not None}
        with pytest.raises(th.Error) as alone:
            book.assess(th.Dossier(**facts), as_of=AS_OF)
        assert (alone.value.code, alone.value.field) == (code, field)


def test_raising_tells_how_many_and_the_first(book: th.Rulebook) -> None:
    table = pa.table({"received_at": ["2022-03-15"] * 3 + ["31/02/2022"] * 40, "procedure": ["1.004873"] * 43})
    with pytest.raises(th.Error, match="40 rows in all") as refused:
        th.assess(table, book, as_of=AS_OF)
    assert refused.value.rows == 40
    assert [f"row {row}:" in str(refused.value) for row in (3, 4, 8, 9)] == [False, True, True, False]


def test_two_rows_with_one_id(book: th.Rulebook) -> None:
    ids = ["a", "b", None, "a", None, "", "a", ""]
    table = pa.table({"dossier_id": ids, "received_at": ["2022-03-15"] * 8, "procedure": ["1.004873"] * 8})
    for column in (
        table["dossier_id"],
        table["dossier_id"].cast(pa.large_string()),
        table["dossier_id"].dictionary_encode(),
    ):
        out = th.assess(table.set_column(0, "dossier_id", column), book, as_of=AS_OF, errors="keep")
        assert out["error"].to_pylist() == [0, 0, 0, 112, 0, 0, 112, 0]
    assert set(th.assess(table, book, as_of=AS_OF, unique=False)["error"].to_pylist()) == {0}


def test_many_ids_are_told_apart(book: th.Rulebook) -> None:
    rows = 50_000
    ids = [f"000.00.25.H20-220315-{n:06}" for n in range(rows)]
    table = pa.table({"dossier_id": [*ids, *ids[::1000]], "received_at": ["2022-03-15"] * (rows + 50)})
    table = table.append_column("procedure", pa.array(["1.004873"] * (rows + 50)))
    out = th.assess(table, book, as_of=AS_OF, errors="keep")
    assert [row for row, error in enumerate(out["error"].to_pylist()) if error] == list(range(rows, rows + 50))


# ---- as_of.


def test_as_of_is_required_and_a_date_is_the_end_of_that_day(book: th.Rulebook) -> None:
    table = pa.table({"received_at": ["2022-03-15T10:00:00"], "procedure": ["1.004873"]})
    with pytest.raises(TypeError, match="as_of"):
        th.assess(table, book)  # type: ignore[call-arg]

    def timeliness(as_of: object) -> Any:
        return th.assess(table, book, as_of=as_of)["timeliness"].to_pylist()

    assert timeliness("2022-03-18") == timeliness(date(2022, 3, 18)) == timeliness(datetime(2022, 3, 19)) == ["within"]
    assert timeliness(datetime(2022, 3, 19, 0, 0, 1)) == ["overdue"]
    assert timeliness("2022-03-14") == timeliness(datetime(2022, 3, 15, 10)) == ["not_applicable"]
    assert timeliness(datetime(2022, 3, 15, 10, 0, 1)) == ["within"]


def test_provenance_is_in_the_schema(book: th.Rulebook) -> None:
    table = pa.table({"received_at": ["2022-03-15"], "procedure": ["1.004873"]}).replace_schema_metadata(
        {"mine": "kept"}
    )
    metadata = th.assess(table, book, as_of=date(2022, 12, 31)).schema.metadata
    told = {key.decode(): value.decode() for key, value in metadata.items()}
    assert told.pop("thoihan.tz_version")
    assert told == {
        "mine": "kept",
        "thoihan.version": th.__version__,
        "thoihan.rulebook": book.name,
        "thoihan.rulebook_hash": book.hash,
        "thoihan.edition": book.edition,
        "thoihan.as_of": "2022-12-31",
        "thoihan.zone": "Asia/Ho_Chi_Minh",
    }


# ---- Tables and single dossiers agree; threads and chunks change nothing.


MIDDLE = "2022-04-10"  # when many of the dossiers drawn are open


def verdict_alone(book: th.Rulebook, row: dict[str, Any]) -> th.Verdict | th.Error:
    try:
        return book.assess(th.Dossier(**row), as_of=MIDDLE)
    except th.Error as refused:
        return refused


def test_each_row_is_the_verdict_of_its_dossier_alone(book: th.Rulebook) -> None:
    rows = dossiers(seed=61, rows=4000)
    out = verdicts(th.assess(pa.Table.from_pylist(rows), book, as_of=MIDDLE, columns="all", errors="keep"))
    refused = set()
    for row, verdict in zip(rows, out, strict=True):
        alone = verdict_alone(book, row)
        if isinstance(alone, th.Error):
            assert verdict["error"] == _core.ERROR_CODES[alone.code], row
            refused.add(alone.code)
            continue
        assert verdict["error"] == 0, row
        assert verdict["flags"] == alone.flag_bits, row
        for name in ALL:
            if name in ("flags", "error"):
                continue
            expected = getattr(alone, name)
            if name == "percent_used" and expected is not None:
                assert verdict[name] == pytest.approx(expected, rel=1e-6), row
            else:
                assert verdict[name] == expected, (name, row)
    assert len(refused) >= 4, refused
    assert {row["timeliness"] for row in out} >= {"early", "late", "overdue", "paused", "not_applicable", None}


def test_threads_and_chunks_change_nothing(book: th.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    from thoihan import tables

    table = pa.Table.from_pylist(dossiers(seed=118, rows=4000))
    plain = th.assess(table, book, as_of=AS_OF, columns="all", errors="keep", threads=1)
    chunks = pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1, 998), table.slice(999)])
    monkeypatch.setattr(tables, "_BATCH_ROWS", 100)
    for threads in (1, 2, 7, None):
        for one in (table, chunks):
            again = th.assess(one, book, as_of=AS_OF, columns="all", errors="keep", threads=threads)
            assert verdicts(again) == verdicts(plain)


def test_an_empty_table_has_empty_verdicts(book: th.Rulebook) -> None:
    table = pa.table({"received_at": pa.array([], pa.string()), "procedure": pa.array([], pa.string())})
    out = th.assess(table, book, as_of=AS_OF, columns="all")
    assert (out.num_rows, out.column_names[2:]) == (0, list(ALL))


def test_what_is_no_table_is_refused(book: th.Rulebook) -> None:
    with pytest.raises(th.Error, match="pyarrow, pandas or polars"):
        th.assess([1, 2, 3], book, as_of=AS_OF)
    numbers = pa.table({"received_at": [1, 2], "procedure": ["1.004873"] * 2})
    with pytest.raises(th.Error, match="timestamps") as refused:
        th.assess(numbers, book, as_of=AS_OF)
    assert refused.value.field == "received_at"


# ---- Summaries.


def test_a_summary_counts_every_row_once(book: th.Rulebook) -> None:
    table = pa.Table.from_pylist(dossiers(seed=7, rows=3000))
    out = th.assess(table, book, as_of="2022-04-15", errors="keep")
    by_agency = th.summarize(out, by=["agency"]).to_pylist()
    assert [row["agency"] for row in by_agency] == ["UBND xã A", "UBND xã B", None]
    assert sum(row["rows"] for row in by_agency) == 3000
    for row in by_agency:
        mine = [one for one in out.to_pylist() if one["agency"] == row["agency"]]
        for name in ("early", "on_time", "late", "within", "overdue", "paused", "not_applicable"):
            assert row[name] == sum(one["timeliness"] == name for one in mine), name
        assert row["errors"] == sum(one["error"] != 0 for one in mine)
        assert row["late_days"] == -sum(min(one["margin_days"], 0) for one in mine if one["timeliness"] == "late")
        assert row["overdue_days"] == -sum(min(one["margin_days"], 0) for one in mine if one["timeliness"] == "overdue")
    [total] = th.summarize(out).to_pylist()
    for name, value in total.items():
        assert value == sum(row[name] for row in by_agency)
    with pytest.raises(th.Error, match="agencies"):
        th.summarize(out, by=["agencies"])
