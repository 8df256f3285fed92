"""Calendar: which civil days work, why not, on whose authority, in which edition."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal, NamedTuple, overload

from thoihan import _core, columns
from thoihan.columns import Argument
from thoihan.facts import Certainty, DayFact, LunarDate

_Core = _core.Calendar
Day = datetime.date | str
Convention = Literal["following", "preceding", "modified_following", "modified_preceding"]

# Scalars that are answered without looking further: one day at the counter.
_PLAIN = (datetime.date, str)


class Calendar:
    """Working days as a value: it never changes, may be shared between threads, hashed, compared and pickled.

    A day is a date, ISO text, or a column of days (numpy, pyarrow, pandas, polars, list); the answer is of the
    same kind. Every question about days takes `known_on=`, a day or a column: the edition known on that day answers.
    Days outside [first, last] are refused with Error; nothing is guessed.

    >>> import thoihan as th
    >>> cal = th.Calendar.vietnam()
    >>> cal.advance("2026-08-20", 5)  # Saturday 22 August is worked, for Monday 31
    '2026-08-26'
    """

    __slots__ = ("_core", "_recipe")
    _core: _Core
    _recipe: _Listed | _Facts

    def __init__(
        self,
        *,
        weekmask: str | Sequence[bool] = "1111100",
        holidays: Iterable[Day] = (),
        working: Iterable[Day] = (),
        first: Day | None = None,
        last: Day | None = None,
    ) -> None:
        """A calendar from lists.

        weekmask  the weekdays that work, Monday first: "1111100" or seven bools
        holidays  days off
        working   days worked although the week rests
        first     the first day of the calendar; the earliest day listed where nothing is said
        last      the last day, which must be said: past the last day listed nothing is known

        >>> import thoihan as th
        >>> cal = th.Calendar(holidays=["2026-01-01"], working=["2026-01-03"], last="2026-12-31")
        >>> cal.next_working("2026-01-01")
        '2026-01-02'
        """
        if not isinstance(weekmask, str):
            weekmask = "".join("1" if works else "0" for works in weekmask)
        off, worked = columns.dates(holidays), columns.dates(working)
        if last is None:
            _core.refuse(
                "field_missing",
                "last",
                right="the last day that the lists cover; there is no default past the last day listed",
                right_vi="ngày cuối mà các danh sách bao quát; không có mặc định sau ngày cuối cùng được liệt kê",
            )
        if first is None:
            if not off and not worked:
                _core.refuse(
                    "field_missing",
                    "first",
                    right="the first day of the calendar, as no day is listed",
                    right_vi="ngày đầu của lịch, vì không có ngày nào được liệt kê",
                )
            first = min(as_date(day) for day in (*off, *worked))
        self._core = _core.Calendar.from_list(weekmask, off, worked, first, last)
        inside = self._core.first, self._core.last
        self._recipe = _Listed(weekmask, _dates(off, *inside), _dates(worked, *inside), *inside)

    @classmethod
    def vietnam(
        cls,
        known_on: Day | None = None,
        announcements: Iterable[str | PathLike[str]] = (),
        compensate: Iterable[str] = (),
        without: Iterable[str] = (),
    ) -> Calendar:
        """The working days of Vietnam's state agencies, from statutes and the yearly notices.

        known_on       as known on that day; else in the last edition
        announcements  TOML files of notices that this release does not have yet
        compensate     ids of holidays to make up for although the text does not say so ("culture")
        without        ids of notices to leave out, as if they had not been made

        >>> import thoihan as th
        >>> th.Calendar.vietnam(known_on="2025-12-24").is_working("2026-01-02")
        True
        >>> th.Calendar.vietnam(known_on="2025-12-25").is_working("2026-01-02")
        False
        """
        return cls._of_facts(None, known_on, announcements, compensate, without)

    @classmethod
    def load(
        cls,
        folder: str | PathLike[str],
        known_on: Day | None = None,
        announcements: Iterable[str | PathLike[str]] = (),
        compensate: Iterable[str] = (),
        without: Iterable[str] = (),
    ) -> Calendar:
        """The calendar of another place: a folder with calendar.toml, sources.toml, statutes.toml and
        announcements.toml, in the form of data/vn. The other arguments are those of `vietnam`."""
        return cls._of_facts(Path(folder), known_on, announcements, compensate, without)

    @classmethod
    def _of_facts(
        cls,
        folder: Path | None,
        known_on: Day | None,
        announcements: Iterable[str | PathLike[str]],
        compensate: Iterable[str],
        without: Iterable[str],
    ) -> Calendar:
        files = [fspath(file) for file in _each(announcements)]
        compensated = tuple(sorted(set(_each(compensate))))
        left_out = tuple(sorted(set(_each(without))))
        core = _built(None if folder is None else str(folder), tuple(files), compensated, left_out)
        if known_on is not None:
            core = core.known_on(known_on)
        of_folder = None if folder is None else tuple((path.name, path.read_bytes()) for path in _toml_files(folder))
        recipe = _Facts(
            of_folder, tuple(Path(file).read_bytes() for file in files), compensated, left_out, core.known_from
        )
        return cls._of(core, recipe)

    @classmethod
    def _of(cls, core: _Core, recipe: _Listed | _Facts) -> Calendar:
        made = object.__new__(cls)
        made._core = core
        made._recipe = recipe
        return made

    # ---- What it is.

    @property
    def first(self) -> datetime.date:
        """The first day."""
        return self._core.first

    @property
    def last(self) -> datetime.date:
        """The last day, itself included."""
        return self._core.last

    @property
    def announced_through(self) -> datetime.date:
        """The last day of the last year that has its notice."""
        return self._core.announced_through

    @property
    def edition(self) -> str:
        """Which facts, and since when they were known: "vn 2026-10-02"."""
        return self._core.edition

    # ---- Questions about days.

    @overload
    def is_working(self, day: Day, *, known_on: Day | None = None) -> bool: ...
    @overload
    def is_working(self, day: Any, *, known_on: Any = None) -> Any: ...
    def is_working(self, day: Any, *, known_on: Any = None) -> Any:
        """Whether a day works."""
        if known_on is None and type(day) in _PLAIN:
            return self._core.is_working(day)
        core, known_on = self._edition(known_on)
        if known_on is None and not columns.is_column(day):
            return core.is_working(day)
        return columns.ask(
            lambda asked, output: core.is_working_rows(asked[0], _second(asked, 1), output),
            "truth",
            *_arguments(known_on, Argument("day", day, "day")),
        )

    @overload
    def advance(self, day: datetime.date, n: int, *, known_on: Day | None = None) -> datetime.date: ...
    @overload
    def advance(self, day: str, n: int, *, known_on: Day | None = None) -> str: ...
    @overload
    def advance(self, day: Any, n: Any, *, known_on: Any = None) -> Any: ...
    def advance(self, day: Any, n: Any, *, known_on: Any = None) -> Any:
        """n > 0: the n-th working day strictly after the day; n < 0: the |n|-th strictly before it; 0: the day
        itself, working or not. n is a number or a column."""
        if known_on is None and type(day) in _PLAIN and type(n) is int:
            return self._core.advance(day, n)
        core, known_on = self._edition(known_on)
        if known_on is None and not columns.is_column(day) and not columns.is_column(n):
            return core.advance(day, n)
        return columns.ask(
            lambda asked, output: core.advance_rows(asked[0], asked[1], _second(asked, 2), output),
            "day",
            *_arguments(known_on, Argument("day", day, "day"), Argument("n", n, "count")),
        )

    @overload
    def working_days(self, after: Day, through: Day, *, known_on: Day | None = None) -> int: ...
    @overload
    def working_days(self, after: Any, through: Any, *, known_on: Any = None) -> Any: ...
    def working_days(self, after: Any, through: Any, *, known_on: Any = None) -> Any:
        """The working days in (after, through]: `after` is not counted, `through` is. Negative when through is
        before after. Either may be the day before the calendar's first."""
        if known_on is None and type(after) in _PLAIN and type(through) in _PLAIN:
            return self._core.working_days(after, through)
        core, known_on = self._edition(known_on)
        if known_on is None and not columns.is_column(after) and not columns.is_column(through):
            return core.working_days(after, through)
        return columns.ask(
            lambda asked, output: core.working_days_rows(asked[0], asked[1], _second(asked, 2), output),
            "number",
            *_arguments(known_on, Argument("after", after, "day"), Argument("through", through, "day")),
        )

    @overload
    def roll(self, day: datetime.date, convention: Convention, *, known_on: Day | None = None) -> datetime.date: ...
    @overload
    def roll(self, day: str, convention: Convention, *, known_on: Day | None = None) -> str: ...
    @overload
    def roll(self, day: Any, convention: Convention, *, known_on: Any = None) -> Any: ...
    def roll(self, day: Any, convention: Convention, *, known_on: Any = None) -> Any:
        """The day itself if it works, else the nearest that does: the next ("following") or the last before
        ("preceding"); "modified_…" takes the other one where the first lies in another month."""
        if known_on is None and type(day) in _PLAIN:
            return self._core.roll(day, convention)
        core, known_on = self._edition(known_on)
        if known_on is None and not columns.is_column(day):
            return core.roll(day, convention)
        return columns.ask(
            lambda asked, output: core.roll_rows(asked[0], convention, _second(asked, 1), output),
            "day",
            *_arguments(known_on, Argument("day", day, "day")),
        )

    @overload
    def next_working(self, day: datetime.date, *, known_on: Day | None = None) -> datetime.date: ...
    @overload
    def next_working(self, day: str, *, known_on: Day | None = None) -> str: ...
    @overload
    def next_working(self, day: Any, *, known_on: Any = None) -> Any: ...
    def next_working(self, day: Any, *, known_on: Any = None) -> Any:
        """The first working day strictly after a day."""
        return self.advance(day, 1, known_on=known_on)

    @overload
    def previous_working(self, day: datetime.date, *, known_on: Day | None = None) -> datetime.date: ...
    @overload
    def previous_working(self, day: str, *, known_on: Day | None = None) -> str: ...
    @overload
    def previous_working(self, day: Any, *, known_on: Any = None) -> Any: ...
    def previous_working(self, day: Any, *, known_on: Any = None) -> Any:
        """The last working day strictly before a day."""
        return self.advance(day, -1, known_on=known_on)

    # ---- What a day is.

    def day(self, day: Day) -> DayFact:
        """Everything about a day: whether it works, why, who says so, how sure that is, its lunar date."""
        return _fact(self._core.day(day))

    def exceptions(self, year: int) -> list[DayFact]:
        """The weekdays off and the weekly rest days worked of a year, in order."""
        return [_fact(fields) for fields in self._core.exceptions(year)]

    def certainty(self, first: Day, through: Day) -> Certainty:
        """How sure answers about the days from first to through are, both included: "announced" if all are."""
        return self._core.certainty(first, through)

    # ---- As a value.

    def __eq__(self, other: object) -> bool:
        return self._recipe == other._recipe if isinstance(other, Calendar) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._recipe)

    def __repr__(self) -> str:
        return f"<Calendar {self.edition}: {self.first} to {self.last}, announced through {self.announced_through}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (self._recipe,)

    def _edition(self, known_on: Any) -> tuple[_Core, Any]:
        """The edition that answers, and the column of days that chooses among editions row by row, if it is one."""
        if known_on is None or columns.is_column(known_on):
            return self._core, known_on
        return self._core.known_on(known_on), None


def _second(asked: list[_core.Column], at: int) -> _core.Column | None:
    """The column of known_on, where there is one."""
    return asked[at] if len(asked) > at else None


def _arguments(known_on: Any, *arguments: Argument) -> tuple[Argument, ...]:
    return arguments if known_on is None else (*arguments, Argument("known_on", known_on, "day"))


def as_date(day: Day) -> datetime.date:
    """A day as a date; ISO text is read as `_core` reads it."""
    return _core.as_date(day)


def _dates(days: Iterable[Day], first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """Those from first to last, in order, each once."""
    return tuple(sorted({day for day in map(as_date, days) if first <= day <= last}))


def _each(values: Iterable[Any]) -> list[Any]:
    """The members; a single text or path is one."""
    return [values] if isinstance(values, (str, PathLike)) else list(values)


def _fact(fields: tuple[Any, ...]) -> DayFact:
    day, working, kind, name, name_en, source, certainty, partner, lunar = fields
    *in_lunar, lunar_year = lunar or (None,)
    date = LunarDate(*in_lunar) if lunar else None
    return DayFact(day, working, kind, name, name_en, source, certainty, partner, date, lunar_year)


# ---- Building, and building again from a pickle.


class _Listed(NamedTuple):
    """What a calendar from lists was made of."""

    weekmask: str
    holidays: tuple[datetime.date, ...]
    working: tuple[datetime.date, ...]
    first: datetime.date
    last: datetime.date


class _Facts(NamedTuple):
    """What a calendar of facts was made of: the files themselves, so that it can be sent where they are not."""

    folder: tuple[tuple[str, bytes], ...] | None
    announcements: tuple[bytes, ...]
    compensate: tuple[str, ...]
    without: tuple[str, ...]
    known_from: datetime.date | None


def _toml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


@lru_cache(maxsize=8)
def _built_in(compensate: tuple[str, ...], without: tuple[str, ...]) -> _core.Calendar:
    return _core.Calendar.vietnam([], compensate, without)


def _built(
    folder: str | None, announcements: tuple[str, ...], compensate: tuple[str, ...], without: tuple[str, ...]
) -> _core.Calendar:
    if folder is not None:
        return _core.Calendar.load(folder, announcements, compensate, without)
    if announcements:
        return _core.Calendar.vietnam(announcements, compensate, without)
    return _built_in(compensate, without)


def _rebuilt(recipe: _Listed | _Facts) -> Calendar:
    if isinstance(recipe, _Listed):
        weekmask, holidays, working, first, last = recipe
        return Calendar(weekmask=weekmask, holidays=holidays, working=working, first=first, last=last)
    import tempfile  # only here: importing it takes as long as the rest of the package

    with tempfile.TemporaryDirectory() as place:
        folder = None
        for name, content in recipe.folder or ():
            folder = Path(place) / "facts"
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(content)
        files = []
        for number, content in enumerate(recipe.announcements):
            files.append(str(Path(place) / f"{number}.toml"))
            Path(files[-1]).write_bytes(content)
        core = _built(None if folder is None else str(folder), tuple(files), recipe.compensate, recipe.without)
    if recipe.known_from is not None:
        core = core.known_on(recipe.known_from)
    return Calendar._of(core, recipe)


@overload
def add_months(day: datetime.date, n: int) -> datetime.date: ...
@overload
def add_months(day: str, n: int) -> str: ...
@overload
def add_months(day: Any, n: Any) -> Any: ...
def add_months(day: Any, n: Any) -> Any:
    """The corresponding day n months later (earlier when negative), or the last day of that month where it has no
    such day (BLDS 148.3). Civil arithmetic: no calendar is asked.

    >>> import thoihan as th
    >>> th.add_months("2026-01-31", 1)
    '2026-02-28'
    """
    if not columns.is_column(day) and not columns.is_column(n):
        return _core.add_months(day, n)
    return columns.ask(
        lambda asked, output: _core.add_months_rows(asked[0], asked[1], output),
        "day",
        Argument("day", day, "day"),
        Argument("n", n, "count"),
    )
