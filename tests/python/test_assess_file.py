"""th.assess_file and `thoihan assess`: good files, every kind of bad file, and that nothing is lost."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import thoihan as th
from support.tables import dossiers

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

AS_OF = "2022-12-31"
HEADING = ("MaHoSo", "MaTTHC", "DonViXuLy", "ChuHoSo", "NgayTiepNhan", "NgayKetThucXuLy", "ThoiHan")
GOOD = [
    ("a1", "1.004873", "UBND xã A", "x", "15/03/2022 14:35", "18/03/2022 08:00", ""),
    ("a2", "1.004873", "UBND xã A", "y", "20220315143500", "20220321080000", ""),
    ("b1", "", "UBND xã B", "z", "2022-03-15T14:35:00", "", "15 ngày làm việc"),
]


@pytest.fixture(scope="module")
def book() -> th.Rulebook:
    return th.Rulebook.vietnam()


def write_csv(path: Path, rows: Sequence[tuple[str, ...]], heading: tuple[str, ...] = HEADING, mark: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=mark, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)
    return path


def rejects_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def is_clean(folder: Path, *names: str) -> bool:
    """Whether a folder holds these files alone: no part of an output is left."""
    return sorted(one.name for one in folder.iterdir()) == sorted(names)


# ---- Good files.


def test_a_csv_becomes_verdicts(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", GOOD)
    run = th.assess_file(
        source, tmp_path / "out.parquet", book, as_of=AS_OF, columns="all", rejects=tmp_path / "no.csv"
    )
    assert (run.rows, run.verdicts, run.errors) == (3, 3, 0)
    assert {name: one.rows for name, one in run.summary_by_agency.items()} == {"UBND xã A": 2, "UBND xã B": 1}
    assert (run.summary.on_time, run.summary.late, run.summary.overdue, run.summary.rows) == (1, 1, 1, 3)
    out = pq.read_table(tmp_path / "out.parquet")
    assert out.column_names[:6] == ["dossier_id", "procedure", "agency", "received_at", "limit", "completed_at"]
    assert "ChuHoSo" not in out.column_names  # exports hold names: they go into no file
    assert out["received_at"].to_pylist() == [row[4] for row in GOOD]  # recorded facts stay as they are
    assert out["timeliness"].to_pylist() == ["on_time", "late", "overdue"]
    metadata = {key.decode(): value.decode() for key, value in out.schema.metadata.items()}
    assert metadata["thoihan.rulebook_hash"] == book.hash
    assert metadata["thoihan.as_of"] == AS_OF
    assert rejects_of(tmp_path / "no.csv") == []


def test_the_file_and_the_table_agree(book: th.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thoihan import reading

    table = pa.Table.from_pylist(dossiers(seed=3, rows=3000))
    expected = th.assess(table, book, as_of=AS_OF, columns="all", errors="keep")
    pq.write_table(table, tmp_path / "in.parquet")
    monkeypatch.setattr(reading, "_ROWS", 700)
    monkeypatch.setattr(reading, "_BLOCK", 10_000)
    run = th.assess_file(tmp_path / "in.parquet", tmp_path / "a.parquet", book, as_of=AS_OF, columns="all")
    out = pq.read_table(tmp_path / "a.parquet")
    assert run.errors == sum(error != 0 for error in expected["error"].to_pylist())
    assert out.select(expected.column_names).to_pylist() == expected.to_pylist()

    text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in table.to_pylist()]
    names = tuple(table.column_names)
    write_csv(tmp_path / "in.csv", [tuple(row[name] for name in names) for row in text], names)
    th.assess_file(tmp_path / "in.csv", tmp_path / "b.parquet", book, as_of=AS_OF, columns="all")
    verdict = expected.column_names[len(names) :]
    assert pq.read_table(tmp_path / "b.parquet").select(verdict).to_pylist() == expected.select(verdict).to_pylist()


def packed(path: Path) -> Path:
    target = path.with_name(path.name + ".gz")
    target.write_bytes(gzip.compress(path.read_bytes()))
    return target


def with_bom(path: Path) -> Path:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    return path


def with_crlf(path: Path) -> Path:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return path


@pytest.mark.parametrize("change", [packed, with_bom, with_crlf], ids=["gz", "bom", "crlf"])
@pytest.mark.parametrize("mark", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_csv_in_its_forms(book: th.Rulebook, tmp_path: Path, change: Callable[[Path], Path], mark: str) -> None:
    source = change(write_csv(tmp_path / "in.csv", GOOD, mark=mark))
    run = th.assess_file(source, tmp_path / "out.csv", book, as_of=AS_OF)
    assert (run.verdicts, run.errors) == (3, 0)
    rows = rejects_of(tmp_path / "out.csv")
    assert [row["timeliness"] for row in rows] == ["on_time", "late", "overdue"]
    about = json.loads((tmp_path / "out.csv-metadata.json").read_text("utf-8"))
    assert about["thoihan.rulebook_hash"] == book.hash


def test_fields_with_marks_line_ends_and_quotes(book: th.Rulebook, tmp_path: Path) -> None:
    name = 'Nguyễn, "A"\nvà\n'
    rows = [("a1", "1.004873", name, "x, y", *GOOD[0][4:]), ("a2", *GOOD[0][1:])]
    run = th.assess_file(write_csv(tmp_path / "in.csv", rows), tmp_path / "out.csv.gz", book, as_of=AS_OF)
    assert list(run.summary_by_agency) == [name, "UBND xã A"]
    with gzip.open(tmp_path / "out.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        assert [row["agency"] for row in csv.DictReader(stream)] == [name, "UBND xã A"]


def test_keep(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", GOOD)
    th.assess_file(source, tmp_path / "out.parquet", book, as_of=AS_OF, keep=["ChuHoSo", "MaHoSo"])
    out = pq.read_table(tmp_path / "out.parquet")
    assert out["ChuHoSo"].to_pylist() == ["x", "y", "z"]
    assert out["MaHoSo"].to_pylist() == out["dossier_id"].to_pylist()
    with pytest.raises(th.Error, match="DiaChi") as refused:
        th.assess_file(source, tmp_path / "no.parquet", book, as_of=AS_OF, keep=["DiaChi"])
    assert refused.value.code == "column_missing"


def test_progress_is_told(book: th.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thoihan import reading

    monkeypatch.setattr(reading, "_BLOCK", 200)
    told: list[tuple[int, float | None]] = []
    source = write_csv(tmp_path / "in.csv", [(f"a{n}", *GOOD[0][1:]) for n in range(50)])
    th.assess_file(source, tmp_path / "out.csv", book, as_of=AS_OF, progress=lambda *at: told.append(at))
    assert [rows for rows, _ in told] == sorted({rows for rows, _ in told})
    assert told[-1][0] == 50
    assert len(told) > 5
    assert all(part is not None and 0 <= part <= 1 for _, part in told)


# ---- Bad rows: each with file, row, field, value and what would be right; nothing is lost.

BAD: list[tuple[tuple[str, ...], str, str, str, str]] = [
    (("c1", *GOOD[0][1:4], "31/02/2022", "", ""), "date_invalid", "received_at", "31/02/2022", "2022-02-31"),
    (
        ("c2", *GOOD[0][1:5], "01/03/2022 08:00", ""),
        "completed_before_received",
        "completed_at",
        "01/03/2022 08:00",
        "2022-03-15",
    ),
    (("c3", "9.999999", *GOOD[0][2:]), "procedure_unknown", "procedure", "9.999999", ""),
    (("c4", "", *GOOD[0][2:6], "15"), "limit_no_unit", "limit", "15", "ngày làm việc"),
    (("c5", *GOOD[0][1:4], "15/03/1822", "", ""), "outside_calendar", "received_at", "15/03/1822", "1822-03-15"),
    (("a1", *GOOD[0][1:]), "duplicate_id", "dossier_id", "a1", ""),
    (("c6", *GOOD[0][1:4], "", "", ""), "received_missing", "received_at", "", ""),
    (("c7", "1.004873"), "row_broken", "", "c7,1.004873", "7"),
    (("c8", *GOOD[0][1:], "one", "more"), "row_broken", "", "", "9"),
]


def test_every_bad_row_is_told_and_keeps_its_place(book: th.Rulebook, tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [GOOD[0]]
    expected = []
    for number, (row, code, field, value, told) in enumerate(BAD):
        rows += [row, (f"good{number}", *GOOD[1][1:])]
        expected.append((len(rows) - 1, code, field, value, told))
    source = write_csv(tmp_path / "in.csv", rows)
    run = th.assess_file(
        source, tmp_path / "out.parquet", book, as_of=AS_OF, rejects=tmp_path / "rejects.csv", columns="all"
    )
    assert run.rows == len(rows) == run.verdicts + run.errors
    assert (run.errors, run.summary.rows) == (len(BAD), len(rows))
    rejects = rejects_of(tmp_path / "rejects.csv")
    assert list(rejects[0]) == ["file", "row", "field", "value", "message", "errc"]
    assert [(int(one["row"]), one["errc"], one["field"]) for one in rejects] == [one[:3] for one in expected]
    for one, (_, _, _, value, said) in zip(rejects, expected, strict=True):
        assert one["file"] == "in.csv"
        assert value in one["value"]
        assert said in one["message"]
        assert "đúng ra" in one["message"]
    errors = pq.read_table(tmp_path / "out.parquet")["error"].to_pylist()
    assert [row for row, error in enumerate(errors, 1) if error] == [one[0] for one in expected]

    english = tmp_path / "english.csv"
    th.assess_file(source, tmp_path / "again.parquet", book, as_of=AS_OF, rejects=english, lang="en")
    assert all("expected" in one["message"] for one in rejects_of(english))


def test_broken_rows_keep_their_places_in_any_block(
    book: th.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from thoihan import reading

    broken = {1, 2, 17, 18, 19, 40, 99, 100}
    lines = [",".join(HEADING)]
    lines += ["broken" if n in broken else f"a{n}," + ",".join(GOOD[0][1:]) for n in range(1, 101)]
    source = tmp_path / "in.csv"
    source.write_text("\n".join(lines), encoding="utf-8")
    for block in (300, 1000, 1 << 20):
        monkeypatch.setattr(reading, "_BLOCK", block)
        run = th.assess_file(source, tmp_path / "out.csv", book, as_of=AS_OF, rejects=tmp_path / "no.csv")
        assert (run.rows, run.errors) == (100, len(broken))
        assert {int(one["row"]) for one in rejects_of(tmp_path / "no.csv")} == broken
        ids = [row["dossier_id"] for row in rejects_of(tmp_path / "out.csv")]
        assert ids == ["" if n in broken else f"a{n}" for n in range(1, 101)]


@pytest.mark.parametrize("cut", [25, 40, 55])
def test_a_file_cut_in_the_middle_of_a_row(book: th.Rulebook, tmp_path: Path, cut: int) -> None:
    source = write_csv(tmp_path / "in.csv", [*GOOD, ("b2", *GOOD[0][1:6], "3 ngày làm việc")])
    data = source.read_bytes().rstrip(b"\n")
    source.write_bytes(data[:-cut])
    run = th.assess_file(source, tmp_path / "out.csv", book, as_of=AS_OF, rejects=tmp_path / "no.csv")
    assert (run.rows, run.errors) == (4, 1)
    [told] = rejects_of(tmp_path / "no.csv")
    assert told["row"] == "4"
    assert (told["errc"], "bị cắt" in told["message"]) == ("row_broken", True) or told["errc"] in (
        "syntax",
        "value_empty",
    )


def test_a_file_cut_inside_quotes(book: th.Rulebook, tmp_path: Path) -> None:
    lines = [",".join(HEADING), *(",".join(row) for row in GOOD), 'c1,1.004873,A,x,15/03/2022 10:00,,"15 ngày']
    (tmp_path / "in.csv").write_text("\n".join(lines), encoding="utf-8")
    run = th.assess_file(tmp_path / "in.csv", tmp_path / "out.csv", book, as_of=AS_OF, rejects=tmp_path / "no.csv")
    assert (run.rows, run.errors) == (4, 1)
    [told] = rejects_of(tmp_path / "no.csv")
    assert (told["row"], told["errc"]) == ("4", "row_broken")
    assert "dấu ngoặc kép" in told["message"]


# ---- Bad files: one clear message, and nothing written.


def expect_refusal(book: th.Rulebook, source: Path, code: str, *told: str, output: Path | None = None) -> th.Error:
    target = output or source.parent / "out.parquet"
    before = sorted(source.parent.iterdir())
    with pytest.raises(th.Error) as refused:
        th.assess_file(source, target, book, as_of=AS_OF, rejects=source.parent / "no.csv")
    assert refused.value.code == code
    for words in told:
        assert words in str(refused.value)
    assert refused.value.file
    assert sorted(source.parent.iterdir()) == before
    return refused.value


def test_a_wrong_encoding_is_told_with_its_place(book: th.Rulebook, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    text = write_csv(source, [*GOOD, ("c1", "1.004873", "Xã Định Yên", "x", "15/03/2022", "", "")]).read_text("utf-8")
    source.write_bytes(text.encode("utf-8")[:-30] + "Định".encode("cp1258", "replace") + b"\xd0\xff,")
    error = expect_refusal(book, source, "encoding_wrong", "byte", "UTF-8")
    assert error.line == 5
    data = source.read_bytes()
    at = int(str(error.value).split()[1].rstrip(":"))
    data[:at].decode("utf-8")
    with pytest.raises(UnicodeDecodeError) as wrong:
        data.decode("utf-8")
    assert wrong.value.start == at


def test_a_wrong_encoding_far_into_the_file(book: th.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thoihan import reading

    monkeypatch.setattr(reading, "_BLOCK", 4096)
    monkeypatch.setattr(reading, "_HEAD", 4096)
    source = write_csv(tmp_path / "in.csv", [(f"a{n}", *GOOD[0][1:]) for n in range(2000)])
    data = source.read_bytes()
    at = data.index(b"a1500,")
    source.write_bytes(data[:at] + b"\xfe" + data[at + 1 :])
    error = expect_refusal(book, source, "encoding_wrong", f"byte {at}")
    assert error.line == 1502


def test_utf_16_is_told(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", GOOD)
    source.write_bytes(source.read_text("utf-8").encode("utf-16"))
    expect_refusal(book, source, "encoding_wrong", "UTF-16", "UTF-8")


@pytest.mark.parametrize(
    "content", [b"", b"MaHoSo,MaTTHC,NgayTiepNhan", b"MaHoSo,MaTTHC,NgayTiepNhan\n", b"\xef\xbb\xbf"]
)
def test_an_empty_file(book: th.Rulebook, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    expect_refusal(book, tmp_path / "in.csv", "file_empty", "in.csv")


def test_a_missing_column(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", [("a", "b")], ("MaHoSo", "NgayTra"))
    expect_refusal(book, source, "column_missing", "received_at", "NgayTiepNhan", "MaHoSo, NgayTra")


def test_files_that_cannot_be_read(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", GOOD * 3000)
    with pytest.raises(th.Error, match=r"nowhere\.csv") as refused:
        th.assess_file(tmp_path / "nowhere.csv", tmp_path / "out.csv", book, as_of=AS_OF)
    assert refused.value.code == "file_unreadable"
    cut = packed(source)
    cut.write_bytes(cut.read_bytes()[:-20])
    expect_refusal(book, cut, "file_unreadable", "in.csv.gz")
    pq.write_table(pa.table({"received_at": ["x"]}), tmp_path / "in.parquet")
    whole = (tmp_path / "in.parquet").read_bytes()
    (tmp_path / "in.parquet").write_bytes(whole[:-100])
    expect_refusal(book, tmp_path / "in.parquet", "file_unreadable", "in.parquet")
    (tmp_path / "in.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 100)
    expect_refusal(book, tmp_path / "in.xlsx", "file_unreadable", "CSV")


def test_places_that_cannot_be_written_to(book: th.Rulebook, tmp_path: Path) -> None:
    source = write_csv(tmp_path / "in.csv", GOOD)
    (tmp_path / "folder").mkdir()
    for output, told in (
        (tmp_path / "nowhere" / "out.csv", "nowhere"),  # no such folder
        (source / "out.csv", "in.csv"),  # a file in the place of the folder
        (tmp_path / "folder", "folder"),
        (tmp_path / "folder.csv", "folder.csv"),
        (tmp_path / "out.xlsx", ".parquet"),
        (source, "a file of its own"),
        (tmp_path / "no.csv", "a file of its own"),  # the rejects' place
    ):
        if output.name == "folder.csv":
            output.mkdir()
        expect_refusal(book, source, "file_unwritable", told, output=output)


def test_a_failure_on_the_way_leaves_the_old_output(
    book: th.Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from thoihan import files

    source = write_csv(tmp_path / "in.csv", GOOD)
    (tmp_path / "out.parquet").write_text("old")
    monkeypatch.setattr(files, "merge", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        th.assess_file(source, tmp_path / "out.parquet", book, as_of=AS_OF, rejects=tmp_path / "no.csv")
    assert (tmp_path / "out.parquet").read_text() == "old"
    assert is_clean(tmp_path, "in.csv", "out.parquet")


# ---- The command.


def command(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from thoihan.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_command_prints_the_sum_and_ends_with_its_code(tmp_path: Path) -> None:
    write_csv(tmp_path / "good.csv", GOOD)
    write_csv(tmp_path / "bad.csv", [*GOOD, BAD[0][0]])
    ran = command("assess", "good.csv", "-o", "out.parquet", "--as-of", AS_OF, folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Dòng vào = kết quả + lỗi: 3 = 3 + 0" in ran.stdout
    assert "UBND xã A" in ran.stdout
    assert "\x1b" not in ran.stdout  # no colours and no bar where there is no terminal

    options = ("-o", "out.csv", "--as-of", AS_OF, "--rejects", "no.csv", "--lang", "en")
    ran = command("assess", "bad.csv", *options, folder=tmp_path)
    assert ran.returncode == 3
    assert "Rows in = verdicts + errors: 4 = 3 + 1" in ran.stdout
    [told] = rejects_of(tmp_path / "no.csv")
    assert "expected" in told["message"]

    ran = command("assess", "bad.csv", *options, "--json", folder=tmp_path)
    told_all = json.loads(ran.stdout)
    assert (told_all["rows"], told_all["verdicts"], told_all["errors"]) == (4, 3, 1)
    assert sum(one["rows"] for one in told_all["by_agency"]) == told_all["summary"]["rows"] == 4


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    write_csv(tmp_path / "in.csv", GOOD)
    before = sorted(tmp_path.iterdir())
    for arguments, code, told in (
        (("assess", "nowhere.csv", "-o", "out.csv", "--as-of", AS_OF), 2, "nowhere.csv"),
        (("assess", "in.csv", "-o", "nowhere/out.csv", "--as-of", AS_OF), 2, "nowhere/out.csv"),
        (("assess", "in.csv", "-o", "out.csv", "--as-of", AS_OF, "--rules", "nowhere"), 2, "nowhere"),
        (("assess", "in.csv", "-o", "out.csv", "--as-of", "31/02/2022"), 1, "as_of"),
        (("assess", "in.csv", "--as-of", AS_OF), 1, "--output"),
        (("assess", "in.csv", "-o", "out.csv", "--as-of", AS_OF, "--columns", "few"), 1, "few"),
    ):
        ran = command(*arguments, folder=tmp_path)
        assert ran.returncode == code, (arguments, ran.stderr)
        assert told in ran.stderr
        assert "Traceback" not in ran.stderr
        assert sorted(tmp_path.iterdir()) == before


def test_without_as_of_it_is_the_last_day_that_the_file_records(tmp_path: Path) -> None:
    write_csv(tmp_path / "in.csv", [*GOOD, ("c1", *GOOD[0][1:5], "01/01/9021", "")])
    options = ("--rejects", "no.csv", "--json")
    told = json.loads(command("assess", "in.csv", "-o", "out.csv", *options, folder=tmp_path).stdout)
    assert told["as_of"] == "2022-03-21"
    ran = command("assess", "in.csv", "-o", "out.csv", folder=tmp_path)
    assert "2022-03-21, ngày cuối cùng có ghi trong tệp" in " ".join(ran.stdout.split())


def test_last_day(tmp_path: Path, book: th.Rulebook) -> None:
    from thoihan.files import last_day

    assert last_day(write_csv(tmp_path / "in.csv", GOOD), book) == date(2022, 3, 21)
    nothing: list[tuple[Any, ...]] = [("a", "1.004873", "", "", "", "", "")]
    with pytest.raises(th.Error, match="received_at"):
        last_day(write_csv(tmp_path / "none.csv", nothing), book)
