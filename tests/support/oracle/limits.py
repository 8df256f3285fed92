"""Time limits: legs of parts, each part an amount of one unit, in the order in which the law writes them.

«15 ngày và 08 ngày làm việc» is one leg of two parts; the land rules' two appointments (Đồng Tháp
QĐ 138/2025 Art. 5.3) are two legs, between which lies a time of unknown length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

HALF = Fraction(1, 2)


class Unit(Enum):
    """The value is the word by which a person writes it."""

    SAME_DAY = "trong ngày"
    WORKING_DAY = "ngày làm việc"
    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"
    YEAR = "năm"
    WORKING_HOUR = "giờ làm việc"
    WORKING_MINUTE = "phút làm việc"
    HOUR = "giờ"
    MINUTE = "phút"


# BLDS 147.1: these start at the determined moment. All others start with a day that is not counted (147.2).
BY_THE_CLOCK = {Unit.WORKING_HOUR, Unit.WORKING_MINUTE, Unit.HOUR, Unit.MINUTE}

# BLDS 148.5 asks for the last day of these. A working day is never a day of rest.
MAY_END_ON_A_DAY_OF_REST = {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR}

# What a half of it means is said in the design (§3.4); an hour's half is thirty minutes.
# reading: half a week, a month, a year or a minute has no meaning in any text, so it is refused.
HAS_A_HALF = {Unit.WORKING_DAY, Unit.DAY, Unit.WORKING_HOUR, Unit.HOUR}


class NoSuchLimit(Exception):  # noqa: N818 - it says what is wrong with the limit
    """0, a fraction other than a half, or a half where none may stand."""


@dataclass(frozen=True)
class Part:
    amount: Fraction  # of no meaning for SAME_DAY, there 1
    unit: Unit

    def __post_init__(self) -> None:
        whole = self.amount.denominator == 1
        if self.amount <= 0 or not (whole or (self.amount.denominator == 2 and self.unit in HAS_A_HALF)):
            raise NoSuchLimit(self)

    @property
    def whole(self) -> int:
        return self.amount.numerator // self.amount.denominator

    @property
    def has_half(self) -> bool:
        return self.amount.denominator == 2

    def text(self) -> str:
        """As a person writes it: «08 ngày làm việc», «8,5 ngày», «trong ngày»."""
        if self.unit is Unit.SAME_DAY:
            return str(self.unit.value)
        number = f"{self.whole},5" if self.has_half else f"{self.whole:02}"
        return f"{number} {self.unit.value}"


@dataclass(frozen=True)
class Leg:
    """A period of its own: parts one after the other, with no gap between them."""

    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise NoSuchLimit(self)

    def text(self) -> str:
        return " và ".join(part.text() for part in self.parts)


@dataclass(frozen=True)
class Limit:
    legs: tuple[Leg, ...]


def leg(*amounts: tuple[int | float | Fraction, Unit]) -> Leg:
    return Leg(tuple(Part(Fraction(amount), unit) for amount, unit in amounts))


def together(parts: Sequence[Part]) -> list[Part]:
    """Adjoining parts of one unit are added: «0,5 + 1 + 5 + 0,5 ngày làm việc» are 7 (LAW.md 12, row 57).

    reading: «trong ngày» twice in a row is not a sum, and is refused.
    """
    added: list[Part] = []
    for part in parts:
        if added and added[-1].unit is part.unit:
            if part.unit is Unit.SAME_DAY:
                raise NoSuchLimit(part)
            added[-1] = Part(added[-1].amount + part.amount, part.unit)
        else:
            added.append(part)
    return added


def counted_parts(of: Leg, add_ons: Sequence[Part] = ()) -> list[Part]:
    """The parts as they are counted: the leg's own, then what is added for a remote commune (+10, R8.4),
    in its own unit; adjoining ones of a unit added; a half only in the last.

    reading: parts are added before it is asked where the half stands.
    """
    parts = together([*of.parts, *add_ons])
    for part in parts[:-1]:
        if part.has_half:
            raise NoSuchLimit(part)
    return parts
