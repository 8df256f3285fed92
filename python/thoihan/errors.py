"""The one exception of the package."""

from __future__ import annotations

from typing import Literal


class Error(ValueError):
    """A question that was refused: where, what stands there, what is wrong with it and what would be right.

    code   the name of the reason, such as "outside_calendar"; stable
    file   the file in which it stands, or None
    line   the line of that file or the row of a column, from 1, or None
    field  the argument, key or column, or None
    value  as it stands there, or None
    rows   how many rows of a column are refused, of which `line` is the first; else 0
    """

    code: str
    file: str | None
    line: int | None
    field: str | None
    value: str | None
    rows: int

    def __init__(
        self,
        code: str,
        english: str,
        vietnamese: str,
        file: str = "",
        line: int = 0,
        field: str = "",
        value: str = "",
        rows: int = 0,
    ) -> None:
        super().__init__(english)
        self.code = code
        self.file = file or None
        self.line = line or None
        self.field = field or None
        self.value = value or None
        self.rows = rows
        self._vietnamese = vietnamese

    def text(self, lang: Literal["vi", "en"] = "en") -> str:
        """The message in Vietnamese or English."""
        return self._vietnamese if lang == "vi" else str(self)

    def __reduce__(self) -> tuple[type[Error], tuple[object, ...]]:
        where = (self.file or "", self.line or 0, self.field or "", self.value or "", self.rows)
        return type(self), (self.code, str(self), self._vietnamese, *where)
