"""th.assess_file: verdicts of a file, in pieces, so that memory stays flat."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from thoihan import _core
from thoihan.batches import Judged, Reason, RunOf
from thoihan.grouping import Combination
from thoihan.headings import map_columns
from thoihan.problems import error
from thoihan.reading import Broken, ParquetSource, Piece, Source, open_source
from thoihan.summary import Summary, by_group, merge
from thoihan.tables import ids_of
from thoihan.writing import Pending, RejectsWriter, open_writer, unwritable

if TYPE_CHECKING:
    from thoihan.rulebook import Rulebook

Progress = Callable[[int, float | None], None]


@dataclass(frozen=True)
class Run:
    """What came of a file: rows = verdicts + errors, always."""

    rows: int
    verdicts: int
    errors: int
    summary: Summary
    summary_by_agency: dict[str | None, Summary]  # in order of first appearance; None: no agency is given
    notes: tuple[tuple[str, str], ...] = ()  # what there is to say besides, English and Vietnamese


def assess_file(
    source: str | os.PathLike[str],
    output: str | os.PathLike[str],
    book: Rulebook,
    *,
    as_of: object,
    rejects: str | os.PathLike[str] | None = None,
    columns: Literal["lean", "all"] = "lean",
    keep: Iterable[str] = (),
    unique: bool = True,
    date_only: Iterable[str] = (),
    progress: Progress | None = None,
    lang: Literal["vi", "en"] = "vi",
) -> Run:
    """The verdicts of a file of dossiers, one row a row, in order.

    source    CSV (UTF-8, comma, semicolon or tabulator; also .gz) or Parquet
    output    .parquet, .csv or .csv.gz: the canonical columns that were there, those named in `keep`, the verdict's.
              Whole, or not there; the provenance is in the schema's metadata, of CSV in NAME-metadata.json beside it
    rejects   a CSV of the rows without a verdict: file, row, field, value, message (in `lang`), errc
    keep      other columns of the source that go into the output
    unique    whether the second row with a dossier_id is an error; the check costs up to 32 bytes a row
    date_only columns of times whose 00:00 means that there is no time of day
    progress  called with the rows done and the part of the file that is read (0 to 1, or None), after each piece

    A row never raises. Fails, with nothing written, with `file_unreadable`, `file_empty`, `encoding_wrong`,
    `file_unwritable`, `column_missing`, `duplicate` (two columns that mean the same) or `name_taken`.
    """
    path, target = Path(source), Path(output)
    reader = open_source(path)
    mapping = map_columns(reader.names, book.columns, path)
    run = RunOf(book, as_of, columns=columns, date_only=date_only)
    kept = _kept(reader, mapping, list(keep), run, path)
    targets = [target] + ([Path(rejects)] if rejects is not None else [])
    _check_apart(path, targets)

    wanted = list(dict.fromkeys([*mapping.values(), *kept]))
    types = _types(reader, wanted, path)
    fields = [pa.field(name, types[heading]) for name, heading in mapping.items()]
    fields += [pa.field(name, types[name]) for name in kept]
    fields += [pa.field(name, kind) for name, kind in run.types.items()]
    schema = pa.schema(fields, metadata=run.provenance())

    ids = _core.IdSet() if unique and "dossier_id" in mapping else None
    groups: dict[Combination, Summary] = {}
    rows = errors = 0
    with ExitStack() as stack:
        pending = stack.enter_context(Pending())
        writer = stack.enter_context(closing(open_writer(target, schema, pending)))
        rejected = stack.enter_context(closing(RejectsWriter(targets[1], pending))) if rejects is not None else None
        for piece in reader.read(wanted):
            by_heading = dict(zip(piece.batch.schema.names, piece.batch.columns, strict=True))
            canonical = {name: by_heading[heading] for name, heading in mapping.items()}
            refused = dict.fromkeys(ids.add(ids_of(canonical["dossier_id"])) if ids else [], "duplicate_id")
            refused |= dict.fromkeys(piece.broken, "row_broken")
            judged = run.judge(run.prepare(canonical, piece.batch.num_rows, refused))
            run.met(judged)
            arrays = [*canonical.values(), *(by_heading[name] for name in kept), *judged.columns]
            writer.write(pa.RecordBatch.from_arrays(arrays, schema=schema.remove_metadata()))
            if rejected and judged.errors:
                rejected.write(_rejects(path.name, rows, piece, run.reasons(judged, canonical), lang))
            merge(groups, _summaries(canonical.get("agency"), judged, run))
            rows += piece.batch.num_rows
            errors += judged.errors
            if progress:
                progress(rows, reader.fraction())
        writer.close()
        if rejected:
            rejected.close()
        pending.commit()
    by_agency = {key[0] if key else None: one for key, one in groups.items()}
    total = sum(by_agency.values(), Summary())
    return Run(rows, rows - errors, errors, total, by_agency, tuple(run.notes()))


def last_day(source: str | os.PathLike[str], book: Rulebook) -> date:
    """The last day on which a file records that a dossier was received, completed or handed over.

    Days outside the rulebook's calendar are no days that anything happened on. Fails as `assess_file` does, and with
    `received_missing` where there is none.
    """
    path = Path(source)
    reader = open_source(path)
    mapping = map_columns(reader.names, book.columns, path)
    happened = [name for name in ("received_at", "completed_at", "delivered_at") if name in mapping]
    run = RunOf(book, date.max, columns="lean")
    pieces = reader.read([mapping[name] for name in happened])
    days = [run.last_day(dict(zip(happened, piece.batch.columns, strict=True))) for piece in pieces]
    latest = max((day for day in days if day), default=None)
    if latest is None:
        raise error("received_missing", file=path, field="received_at")
    return latest


def _kept(reader: Source, mapping: dict[str, str], keep: list[str], run: RunOf, path: Path) -> list[str]:
    """The columns that are kept besides the canonical ones."""
    out = []
    for name in dict.fromkeys(keep):
        if name not in reader.names:
            there = ", ".join(reader.names)
            right = (f"one of the file's columns: {there}", f"một cột của tệp: {there}")
            raise error("column_missing", field="keep", value=name, file=path, right=right)
        if mapping.get(name) == name:
            continue
        if name in run.types or name in mapping:
            raise error("name_taken", field="keep", value=name, file=path)
        out.append(name)
    return out


def _types(reader: Source, wanted: list[str], path: Path) -> dict[str, pa.DataType]:
    """The types of the columns wanted: of CSV text."""
    if not isinstance(reader, ParquetSource):
        return dict.fromkeys(wanted, pa.string())
    schema = pq.read_schema(path)
    return {name: schema.field(name).type for name in wanted}


def _check_apart(source: Path, targets: list[Path]) -> None:
    """Two outputs, or an output and the source, may not be one file."""
    taken = [source.resolve()]
    for target in targets:
        if target.resolve() in taken:
            right = ("a file of its own", "một tệp riêng")
            raise unwritable(target, "is read from, or written to twice", right)
        taken.append(target.resolve())


def _rejects(
    file: str, before: int, piece: Piece, reasons: Sequence[Reason], lang: Literal["vi", "en"]
) -> Iterator[tuple[object, ...]]:
    for one in reasons:
        broken = piece.broken.get(one.row)
        if broken is None:
            message = one.vietnamese if lang == "vi" else one.english
            yield file, before + one.row + 1, one.field, one.value, message, one.code
        else:
            yield file, before + one.row + 1, "", broken.text, _broken_text(broken, lang), "row_broken"


def _broken_text(broken: Broken, lang: Literal["vi", "en"]) -> str:
    right = ("", "")
    if broken.is_cut:
        right = ("a closing quotation mark: the file ends inside the row", "dấu ngoặc kép đóng: tệp bị cắt giữa dòng")
    _, english, vietnamese = _core.tell(_core.ERROR_CODES["row_broken"], broken.fields, broken.expected, right=right)
    return vietnamese if lang == "vi" else english


def _summaries(agency: pa.Array | None, judged: Judged, run: RunOf) -> dict[Combination, Summary]:
    """The summaries of a batch by agency."""
    columns = dict(zip(run.types, judged.columns, strict=True))
    keys = [] if agency is None else [agency]
    return by_group(keys, columns["timeliness"], columns["margin_days"], columns["error"])
