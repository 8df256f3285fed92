"""Files of dossiers, read in pieces: CSV (also .gz) as it is written, Parquet.

Of CSV all columns are text. A row with another number of fields than the heading keeps its place, empty, and is told
apart; a file that breaks off inside a quoted field has its last row told apart. Bytes that are not UTF-8 end the
reading, with the place where they are.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from thoihan.errors import Error
from thoihan.problems import error

_HEAD = 1 << 20  # bytes in which the heading must end
_BLOCK = 1 << 23  # bytes of CSV that are read at a time
_ROWS = 1 << 17  # rows of Parquet
_MARKS = ",;\t|"


@dataclass(frozen=True)
class Broken:
    """A row that is none of the table."""

    fields: int
    expected: int
    text: str
    is_cut: bool = False  # the file ends inside a quoted field


@dataclass
class Piece:
    """Some rows, and which of them are broken (by row of the piece, from 0)."""

    batch: pa.RecordBatch
    broken: dict[int, Broken] = field(default_factory=dict)


class Source(Protocol):
    """A file of rows."""

    names: list[str]

    def read(self, wanted: Sequence[str]) -> Iterator[Piece]:
        """The rows in order, with the columns wanted, of which each heading is there once."""

    def fraction(self) -> float | None:
        """How much of the file is read, 0 to 1, where that is known."""


def open_source(path: Path) -> Source:
    """The file's reader, by its first bytes. Fails with `file_unreadable`, `file_empty` or `encoding_wrong`."""
    try:
        with path.open("rb") as stream:
            first = stream.read(8)
    except OSError as reason:
        raise unreadable(path, reason) from None
    if not first:
        raise error("file_empty", file=path)
    if first.startswith(b"PAR1"):
        return ParquetSource(path)
    if first.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        right = ("CSV or Parquet: save the sheet as CSV UTF-8", "CSV hoặc Parquet: lưu bảng tính thành CSV UTF-8")
        raise error("file_unreadable", file=path, right=right)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise error("encoding_wrong", file=path, line=1, value="UTF-16")
    return CsvSource(path, is_packed=first.startswith(b"\x1f\x8b"))


def unreadable(path: Path, reason: BaseException) -> Error:
    """A file or its content that cannot be read, and why."""
    return error("file_unreadable", file=path, value=str(reason))


class ParquetSource:
    """Parquet, in pieces of row groups."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as reason:
            raise unreadable(path, reason) from None
        self.names = list(self._file.schema_arrow.names)
        self._rows: int = self._file.metadata.num_rows
        self._done = 0
        if self._rows == 0:
            raise error("file_empty", file=path)

    def read(self, wanted: Sequence[str]) -> Iterator[Piece]:
        with closing(self._file):
            try:
                for batch in self._file.iter_batches(_ROWS, columns=list(wanted)):
                    self._done += batch.num_rows
                    yield Piece(batch)
            except (pa.ArrowException, OSError) as reason:
                raise unreadable(self._path, reason) from None

    def fraction(self) -> float | None:
        return self._done / self._rows


class _CheckedBytes:
    """The bytes of a file on their way to the reader of CSV: they must be UTF-8; quotation marks are counted."""

    def __init__(self, stream: Any, path: Path) -> None:
        self._stream, self._path = stream, path
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._offset, self._line = 0, 1
        self.quotes = 0
        self.closed = False

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        try:
            self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as wrong:
            raise self._error(wrong, data) from None
        self._offset += len(data)
        self._line += data.count(b"\n")
        self.quotes += data.count(b'"')
        return data

    def _error(self, wrong: UnicodeDecodeError, data: bytes) -> Error:
        seen: bytes = wrong.object  # with the bytes of a letter begun before
        at = self._offset - (len(seen) - len(data)) + wrong.start
        line = self._line + seen[: wrong.start].count(b"\n")
        value = f"byte {at}: {seen[wrong.start : wrong.start + 4].hex(' ')}"
        return error("encoding_wrong", file=self._path, line=line, value=value)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


class CsvSource:
    """CSV with a heading; its mark is the comma, the semicolon, the tabulator or the bar that the heading has most."""

    def __init__(self, path: Path, *, is_packed: bool) -> None:
        self._path, self._is_packed = path, is_packed
        self._size = path.stat().st_size
        self._raw: IO[bytes] | None = None
        try:
            with self._open() as stream:
                head = _CheckedBytes(stream, path).read(_HEAD)
        except (OSError, EOFError, zlib.error) as reason:
            raise unreadable(path, reason) from None
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
        first_line = text.partition("\n")[0]
        self._mark = max(_MARKS, key=first_line.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=self._mark)
        self.names = [name.strip() for name in next(reader, [])]
        self._heading_lines = reader.line_num
        if not any(self.names):
            raise error("file_empty", file=path)

    def read(self, wanted: Sequence[str]) -> Iterator[Piece]:
        held: Piece | None = None  # the last piece, until it is known whether the file ends well
        with self._open() as stream:
            checked = _CheckedBytes(stream, self._path)
            for piece in self._pieces(checked, wanted):
                if piece.batch.num_rows == 0:
                    continue
                if held:
                    yield held
                held = piece
            if held is None:
                raise error("file_empty", file=self._path)
            last = held.batch.num_rows - 1
            if checked.quotes % 2 and last not in held.broken:
                held.broken[last] = Broken(len(self.names), len(self.names), "", is_cut=True)
            yield held

    def fraction(self) -> float | None:
        return min(self._raw.tell() / self._size, 1.0) if self._raw and not self._raw.closed else None

    @contextmanager
    def _open(self) -> Iterator[Any]:
        with self._path.open("rb") as self._raw:
            if not self._is_packed:
                yield self._raw
                return
            with gzip.GzipFile(fileobj=self._raw) as packed:
                yield packed

    def _pieces(self, stream: _CheckedBytes, wanted: Sequence[str]) -> Iterator[Piece]:
        # Columns are known by place: headings may repeat where they are not wanted.
        places = [f"c{self.names.index(name)}" for name in wanted]
        broken: deque[tuple[int, Broken]] = deque()

        def skip(row: Any) -> str:
            fields = Broken(row.actual_columns, row.expected_columns, row.text)
            broken.append((row.number - self._heading_lines, fields))
            return "skip"

        options: dict[str, Any] = {
            "read_options": pacsv.ReadOptions(
                use_threads=False,  # so that broken rows are numbered
                block_size=_BLOCK,
                column_names=[f"c{i}" for i in range(len(self.names))],
                skip_rows=self._heading_lines,
            ),
            "parse_options": pacsv.ParseOptions(
                delimiter=self._mark, newlines_in_values=True, invalid_row_handler=skip
            ),
            "convert_options": pacsv.ConvertOptions(
                column_types=dict.fromkeys(places, pa.string()),
                include_columns=places,
                strings_can_be_null=True,
                null_values=[""],
            ),
        }
        row = 0  # rows of the file before the piece
        try:
            with pacsv.open_csv(pa.PythonFile(stream, mode="r"), **options) as reader:
                for batch in reader:
                    piece = _with_broken(batch.rename_columns(list(wanted)), broken, row)
                    row += piece.batch.num_rows
                    yield piece
        except (pa.ArrowException, OSError, EOFError, zlib.error) as reason:
            if "Could not skip" in str(reason):  # a heading alone, without an end of line
                return
            raise unreadable(self._path, reason) from None
        # Broken rows behind the last batch.
        if broken:
            nothing = pa.RecordBatch.from_pylist([], pa.schema([(name, pa.string()) for name in wanted]))
            yield _with_broken(nothing, broken, row)


def _with_broken(batch: pa.RecordBatch, broken: deque[tuple[int, Broken]], row: int) -> Piece:
    """A batch with empty rows where broken ones were. row: rows of the file before it."""
    if not broken or broken[0][0] > row + batch.num_rows + 1:
        return Piece(batch)
    empty = pa.RecordBatch.from_pylist([{}], batch.schema)
    parts: list[pa.RecordBatch] = []
    found: dict[int, Broken] = {}
    taken = size = 0
    while taken < batch.num_rows or (broken and broken[0][0] == row + size + 1):
        good = batch.num_rows - taken
        if broken:
            good = min(good, broken[0][0] - (row + size + 1))
        if good:
            parts.append(batch.slice(taken, good))
            taken, size = taken + good, size + good
        else:
            found[size] = broken.popleft()[1]
            parts.append(empty)
            size += 1
    whole = pa.Table.from_batches(parts, batch.schema).combine_chunks()
    return Piece(whole.to_batches()[0] if size else batch, found)
