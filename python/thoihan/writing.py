"""Outputs that are whole or not there: written beside their place, and moved into it when all are finished."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from thoihan.errors import Error
from thoihan.problems import error

_GROUP_ROWS = 1 << 18  # rows of a row group of Parquet


def unwritable(path: Path, reason: object, right: tuple[str, str] = ("", "")) -> Error:
    """A place that cannot be written to, and why."""
    return error("file_unwritable", file=path, value=reason, right=right)


class Pending:
    """Files in the making. Leaving the block without `commit` removes them."""

    def __init__(self) -> None:
        self._files: list[tuple[Path, Path]] = []

    def __enter__(self) -> Pending:
        return self

    def __exit__(self, *_: object) -> None:
        for temporary, _path in self._files:
            temporary.unlink(missing_ok=True)
        self._files.clear()

    def add(self, path: Path) -> Path:
        """Where to write what will be at `path`."""
        if path.is_dir():
            raise unwritable(path, "is a folder", ("the name of a file", "tên một tệp"))
        temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            temporary.open("wb").close()
        except OSError as reason:
            raise unwritable(path, reason.strerror or reason) from None
        self._files.append((temporary, path))
        return temporary

    def commit(self) -> None:
        """Moves all files to their places."""
        while self._files:
            temporary, path = self._files[0]
            try:
                temporary.replace(path)
            except OSError as reason:
                raise unwritable(path, reason.strerror or reason) from None
            self._files.pop(0)


class Writer(Protocol):
    """Where batches go."""

    def write(self, batch: pa.RecordBatch) -> None: ...

    def close(self) -> None: ...


def open_writer(path: Path, schema: pa.Schema, pending: Pending) -> Writer:
    """The writer for a path: .parquet, .csv or .csv.gz. The schema's metadata goes along."""
    name = path.name.lower()
    if name.endswith((".parquet", ".pq")):
        return _ParquetWriter(path, schema, pending)
    if name.endswith((".csv", ".csv.gz")):
        return _CsvWriter(path, schema, pending)
    right = ("a name ending in .parquet, .csv or .csv.gz", "tên có đuôi .parquet, .csv hoặc .csv.gz")
    raise unwritable(path, path.suffix, right)


class _ParquetWriter:
    def __init__(self, path: Path, schema: pa.Schema, pending: Pending) -> None:
        self._schema = schema
        self._writer = pq.ParquetWriter(pending.add(path), schema)
        self._held: list[pa.RecordBatch] = []
        self._rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        self._held.append(batch)
        self._rows += batch.num_rows
        if self._rows >= _GROUP_ROWS:
            self._flush()

    def close(self) -> None:
        if self._writer.is_open:
            self._flush()
            self._writer.close()

    def _flush(self) -> None:
        if not self._held:
            return
        self._writer.write_table(pa.Table.from_batches(self._held, self._schema).unify_dictionaries())
        self._held.clear()
        self._rows = 0


class _CsvWriter:
    """CSV cannot hold metadata: it lies beside, in a file named after it as CSV on the Web has it."""

    def __init__(self, path: Path, schema: pa.Schema, pending: Pending) -> None:
        temporary = pending.add(path)
        self._stream: Any = pa.output_stream(temporary, compression="gzip" if path.suffix.lower() == ".gz" else None)
        plain = [pa.field(one.name, _undictionaried(one.type)) for one in schema]
        self._schema = pa.schema(plain)
        self._writer = pacsv.CSVWriter(self._stream, self._schema)
        about = {key.decode(): value.decode() for key, value in (schema.metadata or {}).items()}
        beside = pending.add(path.with_name(path.name + "-metadata.json"))
        beside.write_text(json.dumps({"url": path.name} | about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def write(self, batch: pa.RecordBatch) -> None:
        columns = [one.dictionary_decode() if pa.types.is_dictionary(one.type) else one for one in batch.columns]
        self._writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=self._schema))

    def close(self) -> None:
        if not self._stream.closed:
            self._writer.close()
            self._stream.close()


class RejectsWriter:
    """Rows without a verdict, one a line: file, row (from 1, the heading not counted), field, value, message, errc."""

    HEADING = ("file", "row", "field", "value", "message", "errc")

    def __init__(self, path: Path, pending: Pending) -> None:
        self._stream = pending.add(path).open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._stream, lineterminator="\n")
        self._writer.writerow(self.HEADING)

    def write(self, rows: Iterable[tuple[object, ...]]) -> None:
        self._writer.writerows(rows)

    def close(self) -> None:
        self._stream.close()


def _undictionaried(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind
