"""TimeLimit: thời hạn giải quyết, as the procedure writes it."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from thoihan import _core
from thoihan._core import TimeLimit as _Made

Unit = Literal[
    "working_day", "day", "week", "month", "year", "working_hour", "working_minute", "hour", "minute", "same_day"
]


class LimitPart(NamedTuple):
    """So much of a unit: an exact number, whole or with a half."""

    amount: int | float
    unit: Unit


class TimeLimit:
    """Legs of parts. Between two legs lies a gap of unknown length; the parts of a leg follow each other. A value.

    >>> import thoihan as th
    >>> th.TimeLimit.parse("Không quá 23 ngày (15 ngày và 08 ngày làm việc)").text("en")
    '15 days and 8 working days'
    >>> th.TimeLimit.parse("5 ngày làm việc; 3 ngày làm việc").legs[1]
    (LimitPart(amount=3, unit='working_day'),)
    >>> th.TimeLimit.parse("15")
    Traceback (most recent call last):
      ...
    thoihan.errors.Error: limit = '15': an amount without a unit; expected: working days, days, weeks, months, ...
    """

    __slots__ = ("_core",)
    _core: _Made

    def __init__(self) -> None:
        raise TypeError("TimeLimit.parse makes time limits")

    @classmethod
    def parse(cls, text: str) -> TimeLimit:
        """The limit that a text says, Vietnamese or English, in any normal form, case and with any blanks. What has no
        unit, is 0 or another fraction than a half, or says two limits, is refused with Error."""
        return cls._of(_core.TimeLimit.parse(text))

    @classmethod
    def _of(cls, core: _Made) -> TimeLimit:
        made = object.__new__(cls)
        made._core = core
        return made

    @property
    def legs(self) -> tuple[tuple[LimitPart, ...], ...]:
        """The parts of each leg."""
        return tuple(
            tuple(LimitPart(halves // 2 if halves % 2 == 0 else halves / 2, unit) for halves, unit in leg)
            for leg in self._core.legs()
        )

    def text(self, lang: Literal["vi", "en"] = "vi") -> str:
        """The limit in words; `parse` reads them back."""
        return self._core.text(_is_vietnamese(lang))

    def __str__(self) -> str:
        return self._core.text(True)

    def __repr__(self) -> str:
        return f"TimeLimit.parse({self._core.text(True)!r})"

    def __eq__(self, other: object) -> bool:
        return self._core == other._core if isinstance(other, TimeLimit) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._core)

    def __reduce__(self) -> tuple[Any, ...]:
        return TimeLimit.parse, (self._core.text(True),)


def _is_vietnamese(lang: str) -> bool:
    if lang not in ("vi", "en"):
        _core.refuse("field_type", "lang", lang, "vi or en", "vi hoặc en")
    return lang == "vi"
