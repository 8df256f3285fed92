"""One run over tables of dossiers, batch by batch: what `assess` and `assess_file` have in common.

Each distinct combination of procedure, agency, channel, limit and conditions is looked at once, in Python; the rest
is columns. The core sees a record batch with a number a row that says which combination it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from thoihan import _core
from thoihan.errors import Error
from thoihan.grouping import combinations, mapped
from thoihan.headings import TIMES, fold, status_code
from thoihan.problems import error
from thoihan.verdict_columns import ALL, LEAN, build

if TYPE_CHECKING:
    from thoihan.rulebook import Rulebook

_KEYS = ("procedure", "agency", "channel", "limit", "conditions")


@dataclass(frozen=True)
class Reason:
    """Why a row has no verdict."""

    row: int  # of its batch, from 0
    code: str
    errc: int
    field: str
    value: str
    english: str
    vietnamese: str


@dataclass
class Judged:
    """The verdicts on one batch."""

    columns: list[pa.Array]
    errors: int
    batch: pa.RecordBatch  # what the core saw
    midnight: dict[str, bool] = field(default_factory=dict)  # columns of instants: are all midnight?


class RunOf:
    """The rules of one run, and the numbers of the combinations that were met."""

    def __init__(self, book: Rulebook, as_of: object, *, columns: str, date_only: Iterable[str] = ()) -> None:
        if columns not in ("lean", "all"):
            raise error("field_type", field="columns", value=columns, right=("'lean' or 'all'", "'lean' hoặc 'all'"))
        days = tuple(date_only)
        for name in days:
            if name not in TIMES:
                raise error("field_type", field="date_only", value=name, right=(", ".join(TIMES),) * 2)
        self.book = book
        self.as_of = as_of
        self.all_columns = columns == "all"
        self.types = ALL if self.all_columns else LEAN
        self._core = _core.Assessor(book._core, _core.as_of_second(as_of, book._core), list(days))
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._midnight: dict[str, bool] = {}

    def prepare(self, columns: dict[str, pa.Array], rows: int, refused: dict[int, str]) -> pa.RecordBatch:
        """What the core is shown of a batch. columns: by canonical name; refused: rows with the code of an error."""
        shown = {"request": self._requests(columns, rows)}
        shown |= {name: columns[name] for name in TIMES if name in columns}
        if "status" in columns:
            shown["status"] = mapped(columns["status"], status_code, pa.int8())
        if refused:
            codes = [0] * rows
            for row, code in refused.items():
                codes[row] = _core.ERROR_CODES[code]
            shown["refused"] = pa.array(codes, pa.int16())
        return pa.RecordBatch.from_arrays(list(shown.values()), names=list(shown))

    def judge(self, batch: pa.RecordBatch) -> Judged:
        """The verdicts on a prepared batch; without the GIL for most of the time. The rules are named later."""
        made, errors, midnight = self._core.assess(batch, self.all_columns)
        return Judged(build(made, self._rule_names()), errors, batch, midnight)

    def reasons(self, judged: Judged, columns: dict[str, pa.Array], rows: Sequence[int] | None = None) -> list[Reason]:
        """Why rows of a batch have no verdict: all of them, or those named."""
        if rows is None:
            codes = judged.columns[list(self.types).index("error")]
            rows = pc.indices_nonzero(codes).to_pylist()
        out = []
        for row, (errc, a, b, name) in zip(rows, self._core.why(judged.batch, list(rows)), strict=True):
            value = columns[name][row].as_py() if name in columns else None
            text = "" if value is None else _text(value)
            if name in TIMES and isinstance(value, str):
                a, b = _core.time_failure(value) or (a, b)
            code, english, vietnamese = _core.tell(errc, a, b, name, text)
            out.append(Reason(row, code, errc, name, text, english, vietnamese))
        return out

    def met(self, judged: Judged) -> None:
        """Remembers which columns of instants are all midnight."""
        for name, is_all in judged.midnight.items():
            self._midnight[name] = self._midnight.get(name, True) and is_all

    def last_day(self, columns: dict[str, pa.Array]) -> date | None:
        """The last day of the calendar that stands in columns of times."""
        batch = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
        return self._core.last_day(batch, list(columns))

    def notes(self) -> list[tuple[str, str]]:
        """What there is to say of the run besides, English and Vietnamese."""
        return [
            (
                f"{name}: every instant is midnight. Are these days without a time of day? "
                f"date_only=[{name!r}] (--date-only {name}) reads them so.",
                f"{name}: mọi thời điểm đều là 00:00. Có phải là ngày không ghi giờ? "
                f"date_only=[{name!r}] (--date-only {name}) để đọc như vậy.",
            )
            for name, is_all in self._midnight.items()
            if is_all
        ]

    def provenance(self) -> dict[str, str]:
        """What the verdicts rest on; it goes into every output."""
        as_of = self.as_of
        return {
            "thoihan.version": _core.__version__,
            **self.book.provenance(),
            "thoihan.as_of": as_of.isoformat() if isinstance(as_of, (date, datetime)) else str(as_of),
        }

    def _rule_names(self) -> pa.Array:
        return pa.array(self._core.rule_names() if self.all_columns else [], pa.string())

    def _requests(self, columns: dict[str, pa.Array], rows: int) -> pa.Array:
        """The number of each row's combination."""
        names = [name for name in _KEYS if name in columns]
        codes, found = combinations([columns[name] for name in names], rows)
        return pa.array([self._number(dict(zip(names, one, strict=True))) for one in found], pa.int32()).take(codes)

    def _number(self, said: dict[str, str | None]) -> int:
        key = tuple((said.get(name) or "").strip() for name in _KEYS)
        known = self._numbers.get(key)
        if known is None:
            procedure, agency, channel, limit, conditions = key
            known = self._core.add_request(
                procedure=procedure,
                agency=agency,
                channel=fold(channel),
                limit=limit,
                conditions=[one.strip() for one in re.split("[;,|]", conditions) if one.strip()],
            )
            self._numbers[key] = known
        return known


def _text(value: object) -> str:
    """A value as a message shows it."""
    if isinstance(value, datetime):
        return value.isoformat(sep="T", timespec="seconds")
    return value if isinstance(value, str) else str(value)


def refusal(reasons: Sequence[tuple[int, Reason]], count: int) -> Error:
    """The one Error for all rows without a verdict. reasons: the first of them, each with its row from 1."""
    row, first = reasons[0]
    english = [f"row {at}: {one.english}" for at, one in reasons]
    vietnamese = [f"dòng {at}: {one.vietnamese}" for at, one in reasons]
    if count > 1:
        english.append(f"{count} rows in all have no verdict; errors='keep' keeps the others")
        vietnamese.append(f"tất cả {count} dòng không có kết quả; errors='keep' để giữ các dòng khác")
    return Error(first.code, "\n".join(english), "\n".join(vietnamese), "", row, first.field, first.value, count)
